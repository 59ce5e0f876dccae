"""What a Chinese keyboard, a word processor or a hasty hand makes of YAML."""

from __future__ import annotations

from tests.conftest import CONTENT, GLOSSARY, PUBLICATION
from tests.faults.stand import WILLOW, Fault, edited, written

GLOSSARY_FILE, PUBLICATION_FILE = "content/glossary.yaml", "content/publication.yaml"

# name: (what stands there, what is typed instead, what must be said)
TYPED = {
    "full-width colon behind a key": ("    value: 3\n", "    value：3\n", "：|U\\+FF1A"),
    "full-width colon and space": ("    value: 12000\n", "    value： 12000\n", "：|U\\+FF1A"),
    "full-width colon behind zh": ("      zh: 街边多了游园", "      zh：街边多了游园", "：|U\\+FF1A"),
    "no space behind the colon": ("    value: 3\n", "    value:3\n", "space"),
    "full-width comma in a map": ("{zh: 株, en", "{zh: 株，en", "，|U\\+FF0C"),
    "full-width braces": (
        "period: {year: 2018}\n    status: achieved\n  trees",
        "period: ｛year: 2018｝\n    status: achieved\n  trees",
        "｛|U\\+FF5B",
    ),
    "corner brackets for a list": ("[key_figures, green]", "【key_figures, green】", "【|U\\+3010"),
    "indented with U+3000": ("    value: 3\n", "\u3000\u3000value: 3\n", "U\\+3000"),
    "indented with a tab": ("    value: 3\n", "\tvalue: 3\n", "tab"),
    "curly quotes": ('unit: "%"', "unit: “%”", "“"),
    "full-width digits": ("value: 3\n", "value: ３\n", "３|U\\+FF13|full-width"),
    "full-width brackets of a reference": ("植树<trees>", "植树＜trees＞", "＜|U\\+FF1C"),
    "single guillemets of a reference": ("植树<trees>", "植树〈trees〉", "〈|U\\+3008"),
    "a dash for a list mark": ("  - of: [trees]", "  －of: [trees]", "－|U\\+FF0D"),
    "an en dash for a list mark": ("  - of: [trees]", "  – of: [trees]", "–|U\\+2013"),
    "a comment cuts Chinese": ("，植树<trees>，投资", " #植树<trees>，投资", "#"),
    "a comment cuts English": ("planted <trees> and", "planted #1 <trees> and", "#"),
    "a key twice": ("    approx: over\n", "    value: 3\n    approx: over\n", "twice"),
    "a key that is none": ("    value: 3\n", "    valeu: 3\n", "value"),
    "a key too deep": ("    status: achieved\n  trees", "      status: achieved\n  trees", ""),
    "one brace is missing": ("{zh: 新建游园, en: new pocket parks}", "{zh: 新建游园, en: new pocket parks", ""),
    "one bracket is missing": ("[key_figures, green]", "[key_figures, green", ""),
    "an anchor": ("    value: 3\n", "    value: &three 3\n", "anchor"),
    "a tag": ("    value: 3\n", "    value: !!python/object 3\n", "tag"),
    "a tab inside a line": ("    value: 3\n", "    value:\t3x\n", ""),
    "a colon in Chinese prose": ("zh: 街边多了游园", "zh: 街边: 多了游园", ""),
    "a list where a text stands": ("zh: 街边多了游园", "zh: [街边, 多了游园]", "text"),
    "a text where a list stands": ("  - of: [parks]", "  - of: parks", "list"),
    "yes for true": ("stated: false", "stated: no", "true or false"),
    "a number in quotes": ("value: 3\n", 'value: "3"\n', "number"),
    "thousands with a comma": ("value: 12000\n", "value: 12,000\n", "number"),
    "a full-width exclamation as key": ("approx: over", "！: over", ""),
    "the word None": ("en: More pocket parks by the street", "en: None", "None"),
    "question marks for English": ("en: More pocket parks by the street", 'en: "???"', "\\?"),
    "nothing for English": ("en: More pocket parks by the street", 'en: ""', "empty"),
    "Chinese as English": ("en: More pocket parks by the street", "en: 街边多了游园", ""),
    "English as Chinese": ("zh: 街边多了游园", "zh: More pocket parks by the street", ""),
    "a map in round brackets": (
        "place: {zh: 柳林街道, en: Liulin Subdistrict}",
        "place: （zh: 柳林街道, en: Liulin Subdistrict）",
        "type {",
    ),
    "two versions of a line": (
        "    value: 3\n",
        "<<<<<<< here\n    value: 3\n=======\n    value: 4\n>>>>>>> there\n",
        "two versions",
    ),
    "a date in Chinese": ('dated: {value: "2018"', "dated: {value: 2018年9月3日", "type 2018-09-03"),
    "ten thousands in Chinese": ("value: 12000", "value: 1.2万", "type 12000"),
    "a year in Chinese": ("period: {year: 2018}", "period: {year: 2018年}", "type 2018"),
    "a status in Chinese": ("status: achieved", "status: 已完成", "did you mean achieved"),
    "no for false in Chinese": ("stated: false", "stated: 否", "type false"),
    "a key in Chinese": ("    label: {zh: 新建游园", "    标签: {zh: 新建游园", "did you mean label"),
    "a key in capitals": ("en: More pocket", "EN: More pocket", "did you mean en"),
    "spaces inside a reference": ("植树<trees>", "植树< trees >", "type <trees>"),
    "a Chinese comma in English": ("built <parks>, planted", "built <parks>，planted", "type ,"),
    "TODO left": ("en: More pocket parks by the street", "en: TODO", "TODO"),
}


def _typed(name: str, old: str, new: str, says: str) -> Fault:
    prepare, place = edited(old, new)
    return Fault("keyboard", name, prepare, says=says, place=place)


def _house(kind: str, name: str, file: str, text: str, old: str, new: str) -> Fault:
    prepare, place = edited(old, new, file, text)
    return Fault(kind, name, prepare, place=place)


def _only(file: str, data: bytes | str, name: str, says: str = "", place: str = "") -> Fault:
    return Fault("whole file", name, written(file, data), says=says, place=place or file)


DEEP = "a: " + "{b: " * 2000 + "1" + "}" * 2000 + "\n"
LIST = "a: " + "[" * 5000 + "]" * 5000 + "\n"
BILLION = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n"

FAULTS = [
    *(_typed(name, *row) for name, row in TYPED.items()),
    _house(
        "house file",
        "full-width comma in the glossary",
        GLOSSARY_FILE,
        GLOSSARY,
        "{zh: 两学一做, en",
        "{zh: 两学一做，en",
    ),
    _house("house file", "unclosed quotes in the glossary", GLOSSARY_FILE, GLOSSARY, 'Action", kind', "Action, kind"),
    _house("house file", "full-width colon in the publication", PUBLICATION_FILE, PUBLICATION, "title: {", "title：{"),
    _house("house file", "impossible date", PUBLICATION_FILE, PUBLICATION, '"2026-11-25"', '"2026-13-45"'),
    _house("house file", "no such kind of term", GLOSSARY_FILE, GLOSSARY, "kind: slogan", "kind: slogam"),
    _only(WILLOW, "", "empty content file"),
    _only(WILLOW, b"\0" * 100, "a file of zeros", "U\\+0000"),
    _only(WILLOW, "just words\n", "words, no map"),
    _only(WILLOW, "- a\n- b\n", "a list, no map"),
    _only(WILLOW, DEEP, "nested 2,000 deep", "deep"),
    _only(WILLOW, LIST, "5,000 brackets"),
    _only(WILLOW, BILLION, "billion laughs", "anchor"),
    _only(WILLOW, CONTENT.replace("value: 3\n", f"value: {'9' * 5000}\n"), "a value of 5,000 digits", "digits"),
    _only(WILLOW, CONTENT.replace("value: 3\n", "value: 1e999\n"), "a value of 1e999"),
    _only(WILLOW, CONTENT.replace("value: 3\n", "value: .inf\n"), "an infinite value"),
    _only(WILLOW, CONTENT.replace("value: 3\n", f"{'k' * 100_000}: 3\n"), "a key of 100,000 letters"),
    _only(WILLOW, CONTENT.replace("zh: 街边多了游园", 'zh: "街\\ud800边"'), "half a surrogate pair"),
    _only(WILLOW, CONTENT.replace("zh: 街边多了游园", 'zh: "街\\x1b[31m边"'), "an escape sequence", "U\\+001B"),
    _only(WILLOW, b"PK\x03\x04\x14\0" + b"\x91\xf7" * 99, "a Word file named .yaml", "is a DOCX"),
    _only("seeds/willow.txt", b"%PDF-1.7\n" + b"\x91\xf7" * 99, "a PDF as article", "PDF", "willow.txt"),
    _only(
        WILLOW,
        CONTENT.encode().replace("街边多了游园".encode(), "街边今年多了游园，居民可以散步".encode("gbk"), 1),
        "one line in GBK",
        "line 66 is GB18030",
    ),
    _only(WILLOW, CONTENT.encode("gb18030"), "GB18030", "gb18030.*iconv|iconv.*gb18030"),
    _only(WILLOW, CONTENT.encode("utf-16"), "UTF-16 with a mark", "utf-16.*iconv|iconv.*utf-16"),
    _only(WILLOW, CONTENT.encode("utf-16-le"), "UTF-16 without one", "utf-16"),
    _only(
        "seeds/willow.txt",
        "柳林街道的春天，新建游园3个".encode("gbk") * 9,
        "an article in GBK",
        "gb18030|gbk",
        "willow.txt",
    ),
    _only(
        "seeds/willow.txt",
        "柳林街道的春天，新建游园3个".encode("big5", "ignore") * 9,
        "an article in Big5",
        "big5",
        "willow.txt",
    ),
    _only(
        "seeds/willow.txt",
        "柳林街道的春天，新建游园3个".encode("utf-16") * 3,
        "an article in UTF-16",
        "utf-16",
        "willow.txt",
    ),
    _only("seeds/willow.txt", b"", "an empty article", "", "willow.txt"),
    _only(GLOSSARY_FILE, GLOSSARY.encode("gbk"), "a glossary in GBK", "gb18030|gbk"),
    Fault(
        "keyboard",
        "indented with no-break spaces",
        edited("    value: 3\n", "\u00a0\u00a0\u00a0\u00a0value: 3\n")[0],
        exit=(0,),
    ),
    Fault("keyboard", "full-width percent", edited('unit: "%"', 'unit: "％"')[0], exit=(0,)),
    Fault("whole file", "UTF-8 with a mark", written(WILLOW, b"\xef\xbb\xbf" + CONTENT.encode()), exit=(0,)),
    Fault("whole file", "line ends of Windows", written(WILLOW, CONTENT.replace("\n", "\r\n")), exit=(0,)),
    Fault("whole file", "line ends of an old Mac", written(WILLOW, CONTENT.replace("\n", "\r")), exit=(0,)),
]
