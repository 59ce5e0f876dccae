"""Edits of words, and of how words look."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from bulletin.word import Entry
from bulletin.word.ox import Node, name, w
from tests.desk.colleague.hand import WHO, Hand, run, xml
from tests.desk.colleague.kinds import kind
from tests.desk.colleague.sheet import Edit, Sheet, sets, spot

NEW = {"zh": "改写", "en": "reworded"}
_PROSE = re.compile(r"stories\.\d+\.paragraphs\.\d+|stories\.\d+\.text|findings\.\d+(\.text)?")
_HAN = re.compile("[\u4e00-\u9fff]")


def prose(sheet: Sheet, lang: str = "") -> Iterator[tuple[Entry, str]]:
    """Paragraphs of stories with words that stand in them once."""
    for entry in sheet.entries(lang=lang):
        if _PROSE.fullmatch(entry.path) and (words := sheet.words(entry)):
            yield entry, words


def reworded(sheet: Sheet, entry: Entry, words: str, way: str = "retype", new: str = "") -> Edit:
    new = new or NEW[entry.lang]
    own = sheet.own(entry.path, entry.lang)

    def make(hand: Hand) -> None:
        getattr(hand, way)(spot(hand, entry, words), words, new)

    what = f"{entry.path} {entry.lang}: {words} → {new}"
    return Edit(what, make, sets({(entry.path, entry.lang): own.replace(words, new)}), (new, words))


def of_paths(sheet: Sheet, pattern: str, way: str = "retype") -> Iterator[Edit]:
    for entry in sheet.entries():
        if re.search(pattern, entry.path) and (words := sheet.words(entry)):
            yield reworded(sheet, entry, words, way)


@kind("a word in a paragraph, Chinese", "home")
def _(sheet: Sheet) -> Iterator[Edit]:
    yield from (reworded(sheet, *one) for one in prose(sheet, "zh"))


@kind("a word in a paragraph, English", "home")
def _(sheet: Sheet) -> Iterator[Edit]:
    yield from (reworded(sheet, *one) for one in prose(sheet, "en"))


@kind("a word, tracked", "home")
def _(sheet: Sheet) -> Iterator[Edit]:
    yield from (reworded(sheet, *one, "track") for one in prose(sheet))


for title, pattern in {
    "a word in a title": r"(stories|findings)\.\d+\.title$|headline",
    "a word in a caption or note of a plate": r"plates\.\d+\.(title|line|note)$|t(imeline|racker)\.",
    "a word in a brief": r"briefs\.\d+\.",
    "a word in an editors’ note": r"^notes\.",
    "a word in a table of projects": r"^projects\.",
    "a word in an honor": r"^honours\.",
    "a word in a label": r"\.label$",
}.items():
    kind(title, "home")(partial(of_paths, pattern=pattern))


@kind("a word where the program adds a gloss", "home")
def _(sheet: Sheet) -> Iterator[Edit]:
    for entry in sheet.entries(lang="en"):
        glossed = _HAN.search(entry.text) and not _HAN.search(sheet.own(entry.path, "en"))
        if glossed and (words := sheet.words(entry)):
            yield reworded(sheet, entry, words)


@kind("a sentence at the end", "home")
def _(sheet: Sheet) -> Iterator[Edit]:
    for entry, _ in prose(sheet):
        more = "街坊都说好。" if entry.lang == "zh" else " Neighbors are glad of it."
        own = sheet.own(entry.path, entry.lang)
        if re.search("[。.]$", own):
            make = partial(_append, entry=entry, more=more)
            yield Edit(entry.path, make, sets({(entry.path, entry.lang): own + more}), (more.strip(),))


def _append(hand: Hand, entry: Entry, more: str) -> None:
    next(hand.nodes(entry)[-1].iterancestors(name("w:r"))).addnext(run(more))


@kind("a clause taken out", "home")
def _(sheet: Sheet) -> Iterator[Edit]:
    for entry, _ in prose(sheet, "zh"):
        own = sheet.own(entry.path, "zh")
        for found in re.finditer("，[\u4e00-\u9fff]{4,}(?=[，。])", own):
            if own.count(found[0]) == 1 and any(found[0] in one for one in sheet.nodes[entry.bookmark]):
                wanted = sets({(entry.path, "zh"): own.replace(found[0], "")})
                yield Edit(f"{entry.path}: {found[0]}", partial(_strike_out, entry=entry, words=found[0]), wanted)


def _strike_out(hand: Hand, entry: Entry, words: str) -> None:
    made = hand.cut(spot(hand, entry, words), words)
    hand.drop(made)


@kind("two words of one paragraph, by two people, tracked", "home")
def _(sheet: Sheet) -> Iterator[Edit]:
    for entry, words in prose(sheet, "en"):
        own = sheet.own(entry.path, "en")
        other = next((o for o in re.findall("(?<= )[a-z]{5,}(?= )", own) if own.count(o) == 1 and o not in words), "")
        nodes = sheet.nodes[entry.bookmark]
        if not other or words in other or sum(other in one for one in nodes) != 1:
            continue

        def make(hand: Hand, entry: Entry = entry, words: str = words, other: str = other) -> None:
            hand.track(spot(hand, entry, words), words, "reworded")
            hand.track(spot(hand, entry, other), other, "amended")

        new = own.replace(words, "reworded").replace(other, "amended")
        yield Edit(f"{entry.path}: {words}, {other}", make, sets({(entry.path, "en"): new}), ("amended",))


@kind("curly quotation marks and a dash typed", "home")
def _(sheet: Sheet) -> Iterator[Edit]:
    for entry, words in prose(sheet, "en"):
        yield reworded(sheet, entry, words, new=f"“{words}”")


@kind("a word inside a smart tag, a control or a link", "home")
def _(sheet: Sheet) -> Iterator[Edit]:
    for n, (entry, words) in enumerate(prose(sheet)):
        yield _wrapped(sheet, entry, words, n % 3)


def _wrapped(sheet: Sheet, entry: Entry, words: str, n: int) -> Edit:
    new, own = NEW[entry.lang], sheet.own(entry.path, entry.lang)

    def make(hand: Hand) -> None:
        made = hand.cut(spot(hand, entry, words), words)
        next(made.iter(name("w:t"))).text = new
        wraps = [
            w("smartTag", element="place"),
            w("sdt", w("sdtPr", w("id", val=77)), w("sdtContent")),
            w("ins", id=hand.next(), **WHO),
        ]
        wrap = wraps[n]
        made.addprevious(wrap)
        (wrap[1] if n == 1 else wrap).append(made)

    return Edit(f"{entry.path}: {words}", make, sets({(entry.path, entry.lang): own.replace(words, new)}), (new, words))


@kind("bold put on", "home")
def _(sheet: Sheet) -> Iterator[Edit]:
    for entry, words in prose(sheet):
        own = sheet.own(entry.path, entry.lang)
        make = partial(_dress, entry=entry, words=words, properties=[w("b"), w("bCs")])
        yield Edit(f"{entry.path}: {words}", make, sets({(entry.path, entry.lang): own.replace(words, f"**{words}**")}))


def _dress(hand: Hand, entry: Entry, words: str, properties: list[Node]) -> None:
    hand.dress(spot(hand, entry, words), words, *properties)


def _looks(*properties: Callable[[], Node]) -> Callable[[Sheet], Iterator[Edit]]:
    def find(sheet: Sheet) -> Iterator[Edit]:
        for entry, words in prose(sheet):
            make = partial(_dress, entry=entry, words=words, properties=[one() for one in properties])
            yield Edit(f"{entry.path}: {words}", make, names=(words,))

    return find


kind("struck through", "told")(_looks(lambda: w("strike")))
kind("struck through twice", "told")(_looks(lambda: w("dstrike")))
kind("highlighted", "told")(_looks(lambda: w("highlight", val="yellow")))
kind("shaded, as WPS highlights", "told")(_looks(lambda: w("shd", val="clear", fill="FFFF00")))
kind("red letters", "told")(_looks(lambda: w("color", val="FF0000")))
kind("underlined", "told")(_looks(lambda: w("u", val="single")))
kind("italic", "told")(_looks(lambda: w("i"), lambda: w("iCs")))
kind("raised", "told")(_looks(lambda: w("vertAlign", val="superscript")))
kind("hidden", "told")(_looks(lambda: w("vanish")))
kind("a style of its own for words", "told")(_looks(lambda: w("rStyle", val="Strong")))


@kind("bold put on, tracked", "home")
def _(sheet: Sheet) -> Iterator[Edit]:
    for entry, words in prose(sheet):
        own = sheet.own(entry.path, entry.lang)
        wanted = sets({(entry.path, entry.lang): own.replace(words, f"**{words}**")})

        def make(hand: Hand, entry: Entry = entry, words: str = words) -> None:
            change = w("rPrChange", w("rPr"), id=hand.next(), **WHO)
            made = hand.cut(spot(hand, entry, words), words)
            properties = made.find(name("w:rPr"))
            assert properties is not None
            properties.insert(0, w("b"))
            properties.append(change)

        yield Edit(f"{entry.path}: {words}", make, wanted)


@kind("a line broken with Shift and Enter", "either")
def _(sheet: Sheet) -> Iterator[Edit]:
    for entry, words in prose(sheet):
        own = sheet.own(entry.path, entry.lang)

        def make(hand: Hand, entry: Entry = entry, words: str = words) -> None:
            hand.beside(spot(hand, entry, words), words, w("r", w("br")))

        new = own.replace(words, f"{words}\n")
        yield Edit(f"{entry.path}: {words}", make, sets({(entry.path, entry.lang): new}), (words,))


@kind("only marks of the program that saves", "nothing")
def _(sheet: Sheet) -> Iterator[Edit]:
    for entry, words in prose(sheet):

        def make(hand: Hand, entry: Entry = entry, words: str = words) -> None:
            hand.retype(spot(hand, entry, words), words, words)
            paragraph = hand.paragraph(entry)
            paragraph.insert(1, xml('<w:bookmarkStart w:id="7001" w:name="_GoBack"/>'))
            paragraph.insert(2, xml('<w:bookmarkEnd w:id="7001"/>'))
            paragraph.append(xml("<w:r><w:lastRenderedPageBreak/></w:r>"))
            paragraph.append(xml('<w:permStart w:id="5" w:edGrp="everyone"/>'))
            paragraph.append(xml('<w:permEnd w:id="5"/>'))

        yield Edit(f"{entry.path}: {words}", make)


@kind("all bookmarks lost", "nothing")
def _(sheet: Sheet) -> Iterator[Edit]:
    yield Edit("bookmarks", _without_bookmarks)


def _without_bookmarks(hand: Hand) -> None:
    for node in list(hand.body.iter(name("w:bookmarkStart"), name("w:bookmarkEnd"))):
        hand.drop(node)


@kind("a word, with all bookmarks lost", "home")
def _(sheet: Sheet) -> Iterator[Edit]:
    for entry, words in prose(sheet):
        made = reworded(sheet, entry, words)

        def make(hand: Hand, made: Edit = made) -> None:
            made.make(hand)
            _without_bookmarks(hand)

        yield Edit(made.what, make, made.wanted, made.names)
