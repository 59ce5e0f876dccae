"""What a colleague puts into a draft, or does around its text: told with its place and its words."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from functools import partial

from bulletin.word import Entry
from bulletin.word.ox import Node, name, w
from tests.desk.colleague.hand import Hand, run, said, xml
from tests.desk.colleague.kinds import kind
from tests.desk.colleague.sheet import Edit, Sheet, spot
from tests.desk.colleague.words import prose

Build = Callable[[Hand, str], list[Node]]
WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def beside(names: str, build: Build, sheet: Sheet) -> Iterator[Edit]:
    """Elements put behind a word of a paragraph; `names`: words that have to be told, else the word itself."""
    for entry, words in prose(sheet):

        def make(hand: Hand, entry: Entry = entry, words: str = words) -> None:
            hand.beside(spot(hand, entry, words), words, *build(hand, words))

        yield Edit(f"{entry.path} {entry.lang}: {words}", make, names=tuple(filter(None, (names,))) or (words,))


BOX = """<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor
distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2"
behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph">
<wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx="900000" cy="300000"/><wp:wrapNone/>
<wp:docPr id="{id}" name="文本框 {id}"/><a:graphic><a:graphicData
uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/>
<wps:txbx><w:txbxContent><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>
</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>
<w:txbxContent><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>
</mc:AlternateContent></w:r>"""


def _note(tag: str, hand: Hand, _: str) -> list[Node]:
    """A footnote or an endnote with its part, which a draft does not have of itself."""
    part, words = f"word/{tag}s.xml", "此数请再核。"
    root = w(f"{tag}s", w(tag, w("p", run(words)), id=2))
    hand.part(part, b"", f"{WML}.{tag}s+xml", f"{tag}s")
    hand.put(part, root)
    return [w("r", w("rPr", w("vertAlign", val="superscript")), w(f"{tag}Reference", id=2))]


def _complex_field(hand: Hand, _: str) -> list[Node]:
    begin, separate, end = (w("r", w("fldChar", fldCharType=kind)) for kind in ("begin", "separate", "end"))
    code = w("instrText")
    code.text = " DATE "
    return [begin, w("r", code), separate, run("2026年11月28日"), end]


_FORMULA = "<m:oMath><m:r><m:t>x²+y²</m:t></m:r></m:oMath>"
RUBY = """<w:r><w:ruby><w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="10"/><w:lid w:val="zh-CN"/></w:rubyPr>
<w:rt><w:r><w:t>chóngqìng</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>重庆</w:t></w:r></w:rubyBase></w:ruby></w:r>"""

for title, names, build in (
    ("a text box", "下期再补", lambda hand, _: [xml(BOX.format(id=hand.next(), words="下期再补"))]),
    ("a footnote", "此数请再核", partial(_note, "footnote")),
    ("an endnote", "此数请再核", partial(_note, "endnote")),
    ("a formula", "x²+y²", lambda *_: [xml(_FORMULA)]),
    ("a symbol of a symbol font", "", lambda *_: [w("r", w("sym", font="Wingdings", char="F04A"))]),
    ("a simple field", "11月28日", lambda *_: [w("fldSimple", run("11月28日"), instr=" DATE ")]),
    ("a field", "2026年11月28日", _complex_field),
    ("a check box", "☐", lambda *_: [w("sdt", w("sdtPr", xml("<w14:checkbox/>")), w("sdtContent", run("☐")))]),
    ("an object of another program", "", lambda *_: [w("r", w("object"))]),
    ("a drawing in VML", "", lambda *_: [xml('<w:r><w:pict><v:shape alt="箭头"/></w:pict></w:r>')]),
    ("a page break", "", lambda *_: [w("r", w("br", type="page"))]),
    ("an element that nobody knows", "", lambda *_: [xml('<x:new xmlns:x="urn:x">新物</x:new>')]),
    ("a tabulator of a position", "", lambda *_: [w("r", w("ptab", alignment="right"))]),
):
    kind(title, "told")(partial(beside, names, build))


@kind("a pinyin guide", "told")
def _(sheet: Sheet) -> Iterator[Edit]:
    for entry, words in prose(sheet, "zh"):

        def make(hand: Hand, entry: Entry = entry, words: str = words) -> None:
            made = hand.cut(spot(hand, entry, words), words)
            made.addprevious(xml(RUBY.replace("重庆", words)))
            made.getparent().remove(made)  # type: ignore[union-attr]

        yield Edit(f"{entry.path}: {words}", make, names=("chóngqìng",))


@kind("a link to a page of the web", "told")
def _(sheet: Sheet) -> Iterator[Edit]:
    for entry, words in prose(sheet):

        def make(hand: Hand, entry: Entry = entry, words: str = words) -> None:
            made = hand.cut(spot(hand, entry, words), words)
            link = w("hyperlink")
            link.set(name("r:id"), hand.relate("https://example.org/", "hyperlink", 'TargetMode="External"'))
            made.addprevious(link)
            link.append(made)

        yield Edit(f"{entry.path}: {words}", make, names=(words,))


@kind("a paragraph in another style", "told")
def _(sheet: Sheet) -> Iterator[Edit]:
    for entry, words in prose(sheet):

        def make(hand: Hand, entry: Entry = entry) -> None:
            next(hand.paragraph(entry).iter(name("w:pStyle"))).set(name("w:val"), "Heading1")

        yield Edit(entry.path, make, names=(words, entry.path))


@kind("a paragraph in a new style", "told")
def _(sheet: Sheet) -> Iterator[Edit]:
    for entry, _ in prose(sheet):

        def make(hand: Hand, entry: Entry = entry) -> None:
            styles = hand.tree("word/styles.xml")
            named = w("name", val="领导批示"), w("basedOn", val="BodyZH")
            styles.append(w("style", *named, type="paragraph", styleId="ab"))
            hand.put("word/styles.xml", styles)
            next(hand.paragraph(entry).iter(name("w:pStyle"))).set(name("w:val"), "ab")

        yield Edit(entry.path, make, names=("领导批示",))


# ---------------------------------------------------------------------------------------------- comments


def _comment(hand: Hand, words: str) -> str:
    root = hand.tree("word/comments.xml")
    id = hand.next()
    root.append(w("comment", w("p", run(words)), id=id, author="王编辑", date="2026-11-28T09:30:00Z", initials="王"))
    hand.put("word/comments.xml", root)
    return id


@kind("a comment of a colleague", "told")
def _(sheet: Sheet) -> Iterator[Edit]:
    for entry, words in prose(sheet):

        def make(hand: Hand, entry: Entry = entry, words: str = words) -> None:
            id = _comment(hand, "这里再核实一下")
            made = hand.cut(spot(hand, entry, words), words)
            made.addprevious(w("commentRangeStart", id=id))
            made.addnext(w("r", w("commentReference", id=id)))
            made.addnext(w("commentRangeEnd", id=id))

        yield Edit(entry.path, make, names=("这里再核实一下",))


def _comments(hand: Hand) -> list[Node]:
    return list(hand.tree("word/comments.xml"))


@kind("a comment with evidence, edited", "told")
def _(sheet: Sheet) -> Iterator[Edit]:
    for n in range(min(4, len(_comments(sheet.hand)))):

        def make(hand: Hand, n: int = n) -> None:
            root = hand.tree("word/comments.xml")
            list(root[n].iter(name("w:t")))[-1].text = "出处有误，应为第12段"
            hand.put("word/comments.xml", root)

        yield Edit(f"comment {n}", make, names=("出处有误",))


@kind("a comment with evidence, taken out", "told")
def _(sheet: Sheet) -> Iterator[Edit]:
    for n, one in enumerate(_comments(sheet.hand)[:4]):
        words = "".join(t.text or "" for t in one.iter(name("w:t")))[:12]

        def make(hand: Hand, n: int = n) -> None:
            root = hand.tree("word/comments.xml")
            id = root[n].get(name("w:id"))
            root.remove(root[n])
            hand.put("word/comments.xml", root)
            marks = (name("w:commentRangeStart"), name("w:commentRangeEnd"), name("w:commentReference"))
            for mark in [node for node in hand.body.iter(*marks) if node.get(name("w:id")) == id]:
                mark.getparent().remove(mark)  # type: ignore[union-attr]

        yield Edit(f"comment {n}", make, names=(words,))


# ---------------------------------------------------------------------------------------------- around the text


def _around(tag: str, sheet: Sheet) -> Iterator[Edit]:
    parts = [part for part in sheet.hand.parts if part.startswith(f"word/{tag}")]
    for part in parts:
        words = [t.text or "" for t in sheet.hand.tree(part).iter(name("w:t")) if len(t.text or "") > 1]
        if not words:
            continue

        def make(hand: Hand, part: str = part) -> None:
            root = hand.tree(part)
            node = next(t for t in root.iter(name("w:t")) if len(t.text or "") > 1)
            node.text = (node.text or "") + "内部资料"
            hand.put(part, root)

        yield Edit(part, make, names=("内部资料",))


kind("the header", "told")(partial(_around, "header"))
kind("the footer", "told")(partial(_around, "footer"))


@kind("words that the program sets", "told")
def _(sheet: Sheet) -> Iterator[Edit]:
    fixed = [one for one in sheet.kept.layout if len(one.parts) == 1 and isinstance(one.parts[0], str)]
    for one in fixed[:: max(1, len(fixed) // 8)]:
        words = str(one.parts[0])
        if len(words) > 3 and "\t" not in words:

            def make(hand: Hand, words: str = words) -> None:
                node = next(hand.saying(words).iter(name("w:t")))
                node.text = (node.text or "") + "试改"

            yield Edit(words[:20], make, names=("试改",))


@kind("a row of evidence taken out", "told")
def _(sheet: Sheet) -> Iterator[Edit]:
    quotes = [one for one in sheet.kept.layout if one.style == "Evidence Quote"]
    for one in quotes[:4]:
        words = "".join(str(part) for part in one.parts)

        def make(hand: Hand, words: str = words) -> None:
            hand.drop(next(hand.reading(words).iterancestors(name("w:tr"))))

        yield Edit(words[:20], make, names=(words[:10],))


@kind("the table of evidence taken out", "told")
def _(sheet: Sheet) -> Iterator[Edit]:
    quotes = [one for one in sheet.kept.layout if one.style == "Evidence Quote"]
    if quotes:
        words = "".join(str(part) for part in quotes[0].parts)
        yield Edit(
            words[:20],
            lambda hand: hand.drop(next(hand.reading(words).iterancestors(name("w:tbl")))),
            names=(words[:10],),
        )


@kind("a new table", "told")
def _(sheet: Sheet) -> Iterator[Edit]:
    for entry in [one for one in sheet.entries() if one.path.endswith("title") and one.path.startswith("stories")][:4]:

        def make(hand: Hand, entry: Entry = entry) -> None:
            above = hand.paragraph(entry)
            top = next(above.iterancestors(name("w:tbl")), above)
            cells = [w("tc", w("tcPr"), w("p", run(words))) for words in ("小区", "户数", "东苑", "西苑")]
            top.addprevious(w("tbl", w("tblPr"), w("tblGrid"), w("tr", cells[:2]), w("tr", cells[2:])))

        yield Edit(entry.path, make, names=("东苑",))


# ---------------------------------------------------------------------------------------------- pictures


def drawings(hand: Hand) -> list[Node]:
    return list(hand.body.iter(name("wp:docPr")))


def _pictures(sheet: Sheet, make: Callable[[Hand, int], None], new: str = "") -> Iterator[Edit]:
    for n, one in enumerate(drawings(sheet.hand)):
        called = str(one.get("name"))
        yield Edit(called, lambda hand, n=n: make(hand, n), names=(new or called.partition(":")[2],))  # type: ignore[misc]


def _replace_picture(hand: Hand, n: int) -> None:
    above = next(drawings(hand)[n].iterancestors())
    old = [part for part in hand.parts if part.startswith("word/media/")]
    id = hand.part("word/media/image99.png", hand.parts[old[0]] + b" ", "", "image")
    for blip in above.iter(name("a:blip")):
        blip.set(name("r:embed"), id)
        for more in list(blip):
            blip.remove(more)


@kind("a picture replaced", "told")
def _(sheet: Sheet) -> Iterator[Edit]:
    yield from _pictures(sheet, _replace_picture)


@kind("a picture taken out", "told")
def _(sheet: Sheet) -> Iterator[Edit]:
    def make(hand: Hand, n: int) -> None:
        hand.drop(next(drawings(hand)[n].iterancestors(name("w:drawing"))))

    yield from _pictures(sheet, make)


@kind("the alternative text of a picture", "told")
def _(sheet: Sheet) -> Iterator[Edit]:
    def make(hand: Hand, n: int) -> None:
        drawings(hand)[n].set("descr", "换过的说明")

    yield from _pictures(sheet, make, "换过的说明")


@kind("a new picture", "told")
def _(sheet: Sheet) -> Iterator[Edit]:
    def make(hand: Hand, n: int) -> None:
        old = next(drawings(hand)[n].iterancestors(name("w:r")))
        new = copy.deepcopy(old)
        for one in new.iter(name("wp:docPr")):
            one.set("name", "图片 7")
            one.set("id", hand.next())
        id = hand.part("word/media/image98.png", b"other", "", "image")
        for blip in new.iter(name("a:blip")):
            blip.set(name("r:embed"), id)
        old.addnext(new)

    yield from _pictures(sheet, make, "图片 7")


@kind("empty paragraphs and doubled spaces", "nothing")
def _(sheet: Sheet) -> Iterator[Edit]:
    for entry, words in prose(sheet, "en"):

        def make(hand: Hand, entry: Entry = entry, words: str = words) -> None:
            hand.retype(spot(hand, entry, words), f"{words} ", f"{words}  ")
            hand.paragraph(entry).addnext(hand.blank(hand.paragraph(entry), ""))

        if any(f"{words} " in said(p) for p in sheet.hand.body.iter(name("w:p"))):
            yield Edit(f"{entry.path}: {words}", make)
