"""Characters that nobody typed on purpose: in the prose, in a label, in the article, in the glossary."""

from __future__ import annotations

from tests.conftest import ARTICLE, GLOSSARY
from tests.faults.stand import ARTICLE_FILE, Fault, edited, written

HARMLESS = {
    "no-break space": "\u00a0",
    "soft hyphen": "\u00ad",
    "zero width space": "\u200b",
    "zero width no-break space": "\ufeff",
    "left-to-right mark": "\u200e",
    "right-to-left mark": "\u200f",
    "word joiner": "\u2060",
    "variation selector-16": "\ufe0f",
    "thin space": "\u2009",
    "narrow no-break space": "\u202f",
}
HARMFUL = {
    "right-to-left override": "\u202e",
    "left-to-right embedding": "\u202a",
    "right-to-left isolate": "\u2067",
    "Arabic letter mark": "\u061c",
    "bell": "\x07",
    "escape": "\x1b",
    "backspace": "\x08",
    "form feed": "\x0c",
    "delete": "\x7f",
    "next line": "\x85",
    "a C1 control": "\x9b",
    "line separator": "\u2028",
    "private use": "\ue003",
    "private use, plane 15": "\U000f0001",
    "noncharacter": "\ufdd0",
    "unassigned": "\u0378",
    "replacement character": "\ufffd",
    "emoji": "\U0001f600",
    "emoji with joiners": "\U0001f468\u200d\U0001f469",
    "keycap": "1\ufe0f\u20e3",
    "flag of two letters": "\U0001f1e8\U0001f1f3",
    "tag character": "\U000e0041",
    "musical symbol": "\U0001d11e",
    "cuneiform": "\U00012000",
    "radical ⻋": "\u2ecb",
    "Kangxi radical": "\u2f00",
    "ideographic description": "\u2ff0",
}
LOOK_ALIKES = {
    "Cyrillic о in an English word": ("and spent", "and sp\u0435nt"),
    "Greek ο in an English word": ("the subdistrict built", "the subdistrict b\u03c5ilt"),
    "full-width letters in English": ("In <since>", "\uff29\uff4e <since>"),
    "ligature in English": ("old courtyards", "o\ufb02d courtyards"),
    "mathematical letters": ("In <since> the", "In <since> \U0001d42d\U0001d421\U0001d41e"),
    "a compatibility ideograph": ("街边多了游园", "街边多了\uf9dc园"),
    "half-width katakana": ("街边多了游园", "街边多了\uff71园"),
}


def _prose(name: str, char: str) -> Fault:
    prepare, place = edited("街道新建游园<parks>", f"街道新{char}建游园<parks>")
    return Fault(
        "character in prose", name, prepare, says=f"U\\+{ord(char[0]):04X}|U\\+{ord(char[-1]):04X}", place=place
    )


def _english(name: str, char: str) -> Fault:
    prepare, place = edited("planted <trees>", f"plan{char}ted <trees>")
    return Fault("character in English", name, prepare, says="U\\+", place=place)


def _harmless(name: str, char: str) -> Fault:
    prepare, _ = edited("街道新建游园<parks>", f"街道新{char}建游园<parks>")
    return Fault("character in prose, harmless", name, prepare, exit=(0,))


def _article(name: str, char: str) -> Fault:
    prepare = written(ARTICLE_FILE, ARTICLE.replace("新建游园3个", f"新{char}建游{char}园3{char}个"))
    return Fault("character in the article, harmless", name, prepare, exit=(0,))


def _label(name: str, char: str) -> Fault:
    prepare, place = edited("label: {zh: 社区, en", f"label: {{zh: 社{char}区, en")
    return Fault("character in a label", name, prepare, says="U\\+", place=place)


def _glossary(name: str, char: str) -> Fault:
    prepare, place = edited("two studies".title(), f"Two{char} Studies", "content/glossary.yaml", GLOSSARY)
    return Fault("character in the glossary", name, prepare, says="U\\+", place=place)


def _alike(name: str, old: str, new: str) -> Fault:
    prepare, place = edited(old, new)
    return Fault("look-alike", name, prepare, says="U\\+", place=place)


def _printed(name: str, char: str) -> Fault:
    """Built: the character is in no file."""
    prepare, _ = edited("街道新建游园<parks>", f"街道新{char}建游园<parks>")
    command = ("build", "willow", "--to", "pdf,docx")
    return Fault("character in print", name, prepare, command, (0,), stays=False, slow=True, clean=char)


FEW = ("right-to-left override", "escape", "private use", "emoji", "radical ⻋", "unassigned")

FAULTS = [
    *(_prose(name, char) for name, char in HARMFUL.items()),
    *(_english(name, char) for name, char in HARMFUL.items() if name in FEW),
    *(_harmless(name, char) for name, char in HARMLESS.items()),
    *(_article(name, char) for name, char in HARMLESS.items()),
    *(_label(name, HARMFUL[name]) for name in FEW),
    *(_glossary(name, HARMFUL[name]) for name in FEW),
    *(_alike(name, *change) for name, change in LOOK_ALIKES.items()),
    *(_printed(name, char) for name, char in list(HARMLESS.items())[:6]),
    Fault(
        "character in the article",
        "right-to-left override",
        written(ARTICLE_FILE, ARTICLE.replace("新建游园3个", "新\u202e建游园3个")),
        exit=(0,),  # the article is never changed: a warning
        says="U\\+202E",
        place=f"{ARTICLE_FILE}:3",
    ),
    Fault(
        "character in the article",
        "quote typed with another space than the article",
        written(ARTICLE_FILE, ARTICLE.replace("植树1.2万余 株", "植树\u20091.2万余\u00a0株")),
        exit=(0,),
    ),
]
