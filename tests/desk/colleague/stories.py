"""Whole stories: put in, cut in two by a title, joined by taking a title out."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from bulletin.word import Entry
from bulletin.word.ox import Node, name
from tests.desk.colleague.hand import Hand
from tests.desk.colleague.kinds import kind
from tests.desk.colleague.sheet import Edit, Sheet
from tests.desk.colleague.structure import EN, ZH, lists_of_rows

TITLE = ("社区食堂开张", "A canteen for the community")
MORE = ("食堂开在社区里。", "The canteen stands in the community.")
NEW = [{"zh": ZH, "en": EN}, dict(zip(("zh", "en"), MORE, strict=True))]


def titles(sheet: Sheet, story: str) -> dict[str, Entry]:
    return {one.lang: one for one in sheet.kept.entries if one.path == f"{story}.title"}


def heading(hand: Hand, sheet: Sheet, story: str) -> list[Node]:
    """Copies of the two titles of a story with other words."""
    own = titles(sheet, story)
    return [hand.blank(hand.paragraph(own[lang]), words) for lang, words in zip(("zh", "en"), TITLE, strict=True)]


def kicker(hand: Hand, sheet: Sheet, story: str) -> Node | None:
    """The line over the title of a story."""
    found = hand.paragraph(titles(sheet, story)["zh"]).getprevious()
    while found is not None and found.tag != name("w:p"):
        found = found.getprevious()
    return found


def blank_rows(hand: Hand, row: Node, texts: list[tuple[str, str]]) -> Node:
    """A table like the one of this row with these texts, two a row."""
    table = next(row.iterancestors(name("w:tbl")))
    made = copy.deepcopy(table)
    for old in made.findall(name("w:tr")):
        made.remove(old)
    for words in texts:
        new = hand.new_row(row, *words)
        made.append(new)
    return made


def whole(container: str) -> int:
    return int(container.split(".")[1])


@kind("a new story", "home")
def _(sheet: Sheet) -> Iterator[Edit]:
    for container, items in lists_of_rows(sheet):
        story = f"stories.{whole(container)}"

        def make(hand: Hand, story: str = story, item: dict[str, Entry] = items[0]) -> None:
            table = blank_rows(hand, hand.row(item["zh"]), [(ZH, EN), MORE])
            line = kicker(hand, sheet, story)
            words = "".join(t.text or "" for t in line.iter(name("w:t"))) if line is not None else ""
            over = [hand.blank(line, words)] if line is not None else []
            top = over_story(hand, sheet, story)
            for one in [*over, *heading(hand, sheet, story), table]:
                top.addprevious(one)

        yield Edit(story, make, put_in(whole(container), whole(container)), (TITLE[0],))


@kind("a new story in plain paragraphs, without a line over it", "home")
def _(sheet: Sheet) -> Iterator[Edit]:
    for container, items in lists_of_rows(sheet):
        story = f"stories.{whole(container)}"

        def make(hand: Hand, story: str = story, item: dict[str, Entry] = items[0]) -> None:
            top = over_story(hand, sheet, story)
            rows = [
                hand.blank(hand.paragraph(item[lang]), words)
                for both in ((ZH, EN), MORE)
                for lang, words in zip(("zh", "en"), both, strict=True)
            ]
            for one in [*heading(hand, sheet, story), *rows]:
                top.addprevious(one)

        yield Edit(story, make, put_in(whole(container)), (TITLE[0],))


def over_story(hand: Hand, sheet: Sheet, story: str) -> Node:
    """The topmost line of a story."""
    line = kicker(hand, sheet, story)
    return line if line is not None else hand.paragraph(titles(sheet, story)["zh"])


def put_in(at: int, theme: int | None = None):  # type: ignore[no-untyped-def]
    """A story more, before story `at`, of these words; of the theme of another, where its line was copied."""

    def wanted(before: Any, after: Any) -> bool:
        made = copy.deepcopy(before)
        if len(after["stories"]) != len(before["stories"]) + 1:
            return False
        new = after["stories"][at]
        made["stories"].insert(at, new)
        words = new["title"] == dict(zip(("zh", "en"), TITLE, strict=True)) and new["paragraphs"] == NEW
        themed = new["theme"] == ("TODO" if theme is None else before["stories"][theme]["theme"])
        return bool(words and themed and {**made, "pages": 0} == {**after, "pages": 0})

    return wanted


@kind("a story cut in two by a title", "home")
def _(sheet: Sheet) -> Iterator[Edit]:
    for container, items in lists_of_rows(sheet):
        for n in range(1, len(items)):

            def make(hand: Hand, story: str = container, item: dict[str, Entry] = items[n]) -> None:
                row = hand.row(item["zh"])
                table = next(row.iterancestors(name("w:tbl")))
                lower = copy.deepcopy(table)
                for old in lower.findall(name("w:tr")):
                    lower.remove(old)
                lower.extend([row, *row.itersiblings(name("w:tr"))])
                head = heading(hand, sheet, story.removesuffix(".paragraphs"))
                for one in [lower, *reversed(head)]:
                    table.addnext(one)

            yield Edit(f"{container}.{n}", make, was_cut(sheet, whole(container), n), (TITLE[0], container))


@kind("a story cut in two by a title in a row of its own", "home")
def _(sheet: Sheet) -> Iterator[Edit]:
    for container, items in lists_of_rows(sheet):
        n = len(items) - 1

        def make(hand: Hand, story: str = container, item: dict[str, Entry] = items[n]) -> None:
            row = hand.row(item["zh"])
            new = hand.new_row(row)
            row.addprevious(new)
            cells = list(new.iter(name("w:tc")))
            for cell, one in zip(cells, heading(hand, sheet, story.removesuffix(".paragraphs")), strict=True):
                cell.replace(cell.find(name("w:p")), one)

        yield Edit(f"{container}.{n}", make, was_cut(sheet, whole(container), n), (TITLE[0], container))


def was_cut(sheet: Sheet, story: int, at: int):  # type: ignore[no-untyped-def]
    """The paragraphs from `at` on, and the plates, which stand below, are a story of their own."""

    def wanted(before: Any, after: Any) -> bool:
        made = copy.deepcopy(before)
        if len(after["stories"]) != len(before["stories"]) + 1:
            return False
        upper, lower = made["stories"][story], after["stories"][story + 1]
        words = {"title": dict(zip(("zh", "en"), TITLE, strict=True)), "theme": upper["theme"]}
        rest = {"paragraphs": upper["paragraphs"][at:]} | ({"plates": upper.pop("plates")} if "plates" in upper else {})
        del upper["paragraphs"][at:]
        made["stories"].insert(story + 1, {"id": lower["id"], **words, **rest})
        return bool({**made, "pages": 0} == {**after, "pages": 0})

    return wanted


@kind("two stories joined by taking the title out", "home")
def _(sheet: Sheet) -> Iterator[Edit]:
    for (upper, _), (lower, _) in pairwise(lists_of_rows(sheet)):
        one, other = whole(upper), whole(lower)
        if other != one + 1:
            continue

        def make(hand: Hand, story: str = f"stories.{other}") -> None:
            line, own = kicker(hand, sheet, story), titles(sheet, story)
            for node in [line, *(hand.paragraph(own[lang]) for lang in ("zh", "en"))]:
                if node is not None:
                    hand.drop(node)

        yield Edit(f"stories.{other}", make, were_joined(one, other), (f"stories.{other}",))


def were_joined(one: int, other: int):  # type: ignore[no-untyped-def]
    def wanted(before: Any, after: Any) -> bool:
        made = copy.deepcopy(before)
        lower = made["stories"].pop(other)
        upper = made["stories"][one]
        for key in ("paragraphs", "plates"):
            if key in lower:
                upper[key] = [*upper.get(key, []), *lower[key]]
        return bool({**made, "pages": 0} == {**after, "pages": 0})

    return wanted


def lines_of_plate(hand: Hand, entry: Entry) -> list[Node]:
    """The lines of the last plate of a story, from its caption to the line over the next title; none in a cell."""
    first = hand.paragraph(entry)
    if next(first.iterancestors(name("w:tc")), None) is not None:
        return []
    nodes = [first]
    for one in first.itersiblings():
        style = next((str(node.get(name("w:val"))) for node in one.iter(name("w:pStyle"))), "")
        if style in ("Kicker", "TableCaption", "BoxTitle", "BoxHeading", "Heading1", "PhotoCaptionZH"):
            break
        nodes.append(one)
    return nodes


@kind("a plate moved to another story", "home")
def _(sheet: Sheet) -> Iterator[Edit]:
    containers = [whole(container) for container, _ in lists_of_rows(sheet)]
    for container, items in lists_of_rows(sheet):
        story = whole(container)
        plates = sheet.data["stories"][story].get("plates", [])
        path = f"stories.{story}.plates.{len(plates) - 1}.title"
        entry = next((one for one in sheet.kept.entries if (one.path, one.lang) == (path, "zh")), None)
        other = next((n for n in containers if n != story), None)
        if entry is None or other is None or not lines_of_plate(sheet.hand, entry):
            continue
        last = next(items for other_list, items in lists_of_rows(sheet) if whole(other_list) == other)[-1]

        def make(hand: Hand, entry: Entry = entry, last: dict[str, Entry] = last) -> None:
            table = hand.table(last["zh"])
            for one in reversed(lines_of_plate(hand, entry)):
                table.addnext(one)

        yield Edit(path, make, plate_moved(story, other), (f"stories.{story}.plates",))


def plate_moved(story: int, other: int):  # type: ignore[no-untyped-def]
    """The last plate of a story is the first of another."""

    def wanted(before: Any, after: Any) -> bool:
        made = copy.deepcopy(before)
        plate = made["stories"][story]["plates"].pop()
        made["stories"][other]["plates"] = [plate, *made["stories"][other].get("plates", [])]
        if not made["stories"][story]["plates"]:
            del made["stories"][story]["plates"]
        return bool(made == after)

    return wanted
