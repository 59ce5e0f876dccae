"""What a colleague adds where the program sets the words: key figures, terms, rows of evidence, photographs."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

from PIL import Image

from bulletin.evidence.article import bare
from bulletin.word.ox import Node, name, w
from tests.desk.colleague.hand import WHO, Hand, run, said
from tests.desk.colleague.kinds import kind
from tests.desk.colleague.sheet import Edit, Sheet, gains, without
from tests.desk.colleague.things import drawings

Lines = list[tuple[str, str]]
"""Words of a cell, each with the style of its paragraph."""


def tables(hand: Hand, style: str) -> list[Node]:
    """Tables in which a paragraph has this style."""
    found = []
    for one in hand.body.iter(name("w:tbl")):
        styles = [str(node.get(name("w:val"))) for node in one.iter(name("w:pStyle"))]
        if style in styles and one.find(f".//{name('w:tbl')}") is None:
            found.append(one)
    return found


def fill(hand: Hand, cell: Node, texts: list[str]) -> None:
    """A cell says these lines, each in a paragraph like the one that was there."""
    old = cell.findall(name("w:p"))
    for n, text in enumerate(texts):
        old[0].addprevious(hand.blank(old[min(n, len(old) - 1)], text))
    for one in old:
        cell.remove(one)


def cell_behind(hand: Hand, cell: Node, texts: list[str]) -> None:
    """A cell more in the row, with these lines."""
    made = copy.deepcopy(cell)
    for node in list(made.iter(name("w:bookmarkStart"), name("w:bookmarkEnd"))):
        node.getparent().remove(node)  # type: ignore[union-attr]
    fill(hand, made, texts)
    cell.addnext(made)


def printed_alone(sheet: Sheet) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Facts that are no key figure, whose value a colleague can type, with what is typed."""
    shown = {id for one in sheet.data.get("key_figures", []) for id in one["of"]}
    for id, fact in sheet.data.get("facts", {}).items():
        if id not in shown and isinstance(fact.get("value"), int) and "derived" not in fact:
            yield id, fact, f"{fact['value']:,}"


@kind("a new key figure that a fact has", "home")
def _(sheet: Sheet) -> Iterator[Edit]:
    for id, fact, typed in printed_alone(sheet):

        def make(hand: Hand, fact: dict[str, Any] = fact, typed: str = typed) -> None:
            cell = next(reversed(list(tables(hand, "KeyFigure")[0].iter(name("w:tc")))))
            cell_behind(hand, cell, [typed, fact["label"]["zh"], fact["label"]["en"]])

        if tables(sheet.hand, "KeyFigure"):
            yield Edit(id, make, gains("key_figures", len(sheet.data["key_figures"]), (id,)), (typed,))


@kind("a new key figure that nobody has", "home")
def _(sheet: Sheet) -> Iterator[Edit]:
    def make(hand: Hand) -> None:
        cell = next(reversed(list(tables(hand, "KeyFigure")[0].iter(name("w:tc")))))
        cell_behind(hand, cell, ["98765", "社区食堂", "canteens"])

    if tables(sheet.hand, "KeyFigure") and "key_figures" in sheet.data:
        yield Edit(
            "98765", make, gains("key_figures", len(sheet.data["key_figures"]), ("TODO", "社区食堂")), ("98765",)
        )


def briefs(hand: Hand, sheet: Sheet) -> list[Node]:
    """The boxes of the briefs."""
    titles = [one for one in sheet.kept.entries if re.fullmatch(r"briefs\.\d+\.title", one.path) and one.lang == "zh"]
    return [next(hand.paragraph(one).iterancestors(name("w:tc"))) for one in titles]


def track(hand: Hand, cell: Node, tag: str) -> None:
    """A cell was put in or taken out with changes tracked."""
    properties = cell.find(name("w:tcPr"))
    if properties is None:
        properties = w("tcPr")
        cell.insert(0, properties)
    properties.append(w(tag, id=hand.next(), **WHO))


BRIEF = ["社区食堂  A canteen", "居民在食堂用餐。", "Residents eat in the canteen."]


@kind("a brief put in, its cell tracked", "home")
def _(sheet: Sheet) -> Iterator[Edit]:
    for n, _ in enumerate(briefs(sheet.hand, sheet)):

        def make(hand: Hand, n: int = n) -> None:
            cell = briefs(hand, sheet)[n]
            cell_behind(hand, cell, BRIEF)
            made = cell.getnext()
            assert made is not None
            track(hand, made, "cellIns")

        yield Edit(f"briefs.{n}", make, gains("briefs", n + 1, ("社区食堂", "居民在食堂用餐。")), ("社区食堂",))


@kind("a brief taken out, its cell tracked", "home")
def _(sheet: Sheet) -> Iterator[Edit]:
    for n, _ in enumerate(briefs(sheet.hand, sheet)):

        def make(hand: Hand, n: int = n) -> None:
            track(hand, briefs(hand, sheet)[n], "cellDel")

        yield Edit(f"briefs.{n}", make, without("briefs", n), (f"briefs.{n}",))


@kind("cells joined, tracked", "told")
def _(sheet: Sheet) -> Iterator[Edit]:
    for n, cell in enumerate(briefs(sheet.hand, sheet)):
        words = said(cell)[:8]

        def make(hand: Hand, n: int = n) -> None:
            track(hand, briefs(hand, sheet)[n], "cellMerge")

        yield Edit(f"briefs.{n}", make, names=(words, f"briefs.{n}"))


@kind("a key figure taken out, its cell tracked", "home")
def _(sheet: Sheet) -> Iterator[Edit]:
    yield from figure_gone(sheet, lambda hand, cell: track(hand, cell, "cellDel"))


@kind("a key figure taken out, its cell empty", "home")
def _(sheet: Sheet) -> Iterator[Edit]:
    yield from figure_gone(sheet, lambda hand, cell: fill(hand, cell, [""]))


def figure_gone(sheet: Sheet, take: Callable[[Hand, Node], None]) -> Iterator[Edit]:
    figures = sheet.data.get("key_figures", [])
    for n, one in enumerate(figures if len(figures) > 1 else []):

        def make(hand: Hand, n: int = n) -> None:
            take(hand, list(tables(hand, "KeyFigure")[0].iter(name("w:tc")))[n])

        yield Edit(f"key_figures.{n}", make, without("key_figures", n), (f"key_figures.{n}", *one["of"]))


@kind("a term taken out", "home")
def _(sheet: Sheet) -> Iterator[Edit]:
    for n, term in enumerate(sheet.data.get("terms") or []):

        def make(hand: Hand, n: int = n) -> None:
            fill(hand, boxes_of_terms(hand, sheet)[n], [""])

        if len(boxes_of_terms(sheet.hand, sheet)) > max(n, 1):
            yield Edit(f"terms.{n}", make, without("terms", n), (term,))


def boxes_of_terms(hand: Hand, sheet: Sheet) -> list[Node]:
    """The cells of the table of terms."""
    terms = sheet.data.get("terms") or ["?"]
    found = [one for one in tables(hand, "BoxTitle") if any(term in said(one) for term in terms[:3])]
    cells = [cell for one in found for cell in one.iter(name("w:tc"))]
    own = [cell for cell in cells if len(cell.findall(name("w:p"))) == 3]
    return own if own and said(own[0]).startswith(terms[0]) else []


@kind("a new term that the glossary has", "home")
def _(sheet: Sheet) -> Iterator[Edit]:
    terms = sheet.desk.glossary.terms if sheet.desk else []
    own = [one for one in terms if one.explain and one.zh not in (sheet.data.get("terms") or [])]
    boxes = boxes_of_terms(sheet.hand, sheet)
    for one in own[:3] if boxes else []:
        assert one.explain
        lines = [f"{one.zh}  {one.en}", one.explain.zh, one.explain.en]

        def make(hand: Hand, lines: list[str] = lines) -> None:
            cell_behind(hand, boxes_of_terms(hand, sheet)[-1], lines)

        yield Edit(one.zh, make, gains("terms", None, (one.zh,)), (one.zh,))


@kind("a new term that nobody has", "home")
def _(sheet: Sheet) -> Iterator[Edit]:
    for n in range(min(2, len(boxes_of_terms(sheet.hand, sheet)))):

        def make(hand: Hand, n: int = n) -> None:
            lines = ["社区食堂  community canteen", "居民就餐的地方。", "A place where residents eat."]
            cell_behind(hand, boxes_of_terms(hand, sheet)[n], lines)

        yield Edit(f"terms.{n}", make, gains("terms", n + 1, ("社区食堂",)), ("社区食堂",))


def unquoted(sheet: Sheet) -> list[str]:
    """Clauses of the article with one number that no fact and no row of evidence has."""
    if sheet.desk is None or sheet.desk.article is None or sheet.desk.clauses is None:
        return []
    quotes = "\n".join(str(one.get("quote", "")) for one in sheet.data.get("facts", {}).values())
    text = sheet.desk.article.bare.text
    found = []
    for start, end in sheet.desk.clauses.clauses:
        words = text[start:end].strip(",。;:、")
        numbers = [n for n in sheet.desk.article.numerals if start <= n.start < end and n.value is not None]
        if len(numbers) == 1 and not numbers[0].why and words not in quotes and text.count(words) == 1:
            found.append(words)
    return found


@kind("a new row of evidence", "either")
def _(sheet: Sheet) -> Iterator[Edit]:
    for words in unquoted(sheet):
        number = next(iter(re.findall(r"[\d.]+", words)), "")
        if not number or not tables(sheet.hand, "Evidence"):
            continue

        def make(hand: Hand, words: str = words, number: str = number) -> None:
            row = list(tables(hand, "Evidence")[0].iter(name("w:tr")))[-1]
            new = hand.new_row(row)
            for cell, lines in zip(
                new.findall(name("w:tc")), ([""], ["新的一项", "new item"], [number], [words], [""]), strict=True
            ):
                fill(hand, cell, lines)

        yield Edit(words, make, has_fact(words), (words,))


def has_fact(words: str):  # type: ignore[no-untyped-def]
    """One fact more, of these words."""

    def wanted(before: Any, after: Any) -> bool:
        more = [id for id in after["facts"] if id not in before["facts"]]
        if len(more) != 1:
            return False
        made = copy.deepcopy(after)
        fact = made["facts"].pop(more[0])
        return bool(made == before and bare(fact["quote"]).text in words and fact["label"]["zh"] == "新的一项")

    return wanted


def jpeg() -> bytes:
    out = BytesIO()
    Image.new("RGB", (60, 40), (10, 90, 60)).save(out, "JPEG")
    return out.getvalue()


@kind("a new picture in a story", "home")
def _(sheet: Sheet) -> Iterator[Edit]:
    titles = [one for one in sheet.entries(lang="en") if re.fullmatch(r"stories\.\d+\.title", one.path)]
    for title in titles if drawings(sheet.hand) else []:
        story = int(title.path.split(".")[1])

        def make(hand: Hand, title=title) -> None:  # type: ignore[no-untyped-def]
            old = next(drawings(hand)[-1].iterancestors(name("w:r")))
            new = copy.deepcopy(old)
            for one in new.iter(name("wp:docPr")):
                one.set("name", "图片 7")
                one.set("descr", "社区食堂的大厅")
                one.set("id", hand.next())
                one.attrib.pop("title", None)
            id = hand.part("word/media/image98.jpg", jpeg(), "", "image")
            for blip in new.iter(name("a:blip")):
                blip.set(name("r:embed"), id)
                for more in list(blip):
                    blip.remove(more)
            holder = hand.blank(hand.paragraph(title), "")
            holder.remove(holder[-1])
            holder.append(new)
            caption = hand.blank(hand.paragraph(title), "")
            caption[0].find(name("w:pStyle")).set(name("w:val"), "Caption")  # type: ignore[union-attr]
            caption.replace(caption[-1], run("居民在食堂用餐"))
            hand.paragraph(title).addnext(holder)
            holder.addnext(caption)

        yield Edit(title.path, make, has_photo(story), ("图片 7",))


def has_photo(story: int):  # type: ignore[no-untyped-def]
    """The story has a photograph more, of what is said of it."""

    def wanted(before: Any, after: Any) -> bool:
        made = copy.deepcopy(after)
        plates = made["stories"][story].get("plates", [])
        new = [one for one in plates if one not in before["stories"][story].get("plates", [])]
        if len(new) != 1 or new[0]["kind"] != "photo":
            return False
        plates.remove(new[0])
        if not plates:
            del made["stories"][story]["plates"]
        says = new[0]["alt"]["zh"] == "社区食堂的大厅" and new[0]["caption"]["zh"] == "居民在食堂用餐"
        return bool(made == before and says and new[0]["credit"]["zh"] == "TODO")

    return wanted
