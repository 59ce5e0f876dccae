"""Edits of paragraphs, rows, notes and stories."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from itertools import pairwise

from lxml import etree

from bulletin.content.yaml_text import Path
from bulletin.desk.returns.spans import value_at
from bulletin.desk.returns.today import steps_of
from bulletin.word import Entry
from bulletin.word.ox import name
from tests.desk.colleague.hand import Hand, run
from tests.desk.colleague.kinds import kind
from tests.desk.colleague.sheet import Edit, Sheet, gains, orders, sets, spot, without

ZH, EN = "社区为老人送饭上门。", "Meals are brought to the homes of the old."
Item = dict[str, Entry]


def stories(sheet: Sheet) -> list[str]:
    found = (re.match(r"stories\.\d+\.paragraphs", one.path) for one in sheet.kept.entries)
    return list(dict.fromkeys(one[0] for one in found if one))


def standing(sheet: Sheet, container: str) -> list[Item]:
    """The items of a list, where each stands in the draft in both languages and nothing is left out."""
    items = [one for one in sheet.items(container) if {"zh", "en"} <= one.keys()]
    try:
        whole = len(value_at(sheet.data, steps_of(container)))
    except KeyError:
        return []
    return items if len(items) == whole and whole > 1 else []


def lists_of_rows(sheet: Sheet) -> Iterator[tuple[str, list[Item]]]:
    """Paragraphs of stories, which stand in a row each."""
    hand = sheet.hand
    for container in stories(sheet):
        items = standing(sheet, container)
        rows = [next(hand.paragraph(one["zh"]).iterancestors(name("w:tr")), None) for one in items]
        if items and None not in rows and len(set(rows)) == len(items):
            yield container, items


def text_of(sheet: Sheet, item: Item, lang: str) -> str:
    return sheet.own(re.sub(r"\.head$", "", item[lang].path), lang)


@kind("a paragraph taken out", "home")
def _(sheet: Sheet) -> Iterator[Edit]:
    for container, items in lists_of_rows(sheet):
        for n, item in enumerate(items):
            yield _drop_row(container, n, item)


def _drop_row(container: str, n: int, item: Item) -> Edit:
    def make(hand: Hand) -> None:
        hand.drop(hand.row(item["zh"]))

    return Edit(f"{container}.{n}", make, without(container, n), (f"{container}.{n}",))


def _shuffled(container: str, items: list[Item], order: list[int]) -> Edit:
    def make(hand: Hand) -> None:
        rows = [hand.row(one["zh"]) for one in items]
        stands = [etree.Element("place") for _ in rows]
        for row, stand in zip(rows, stands, strict=True):
            row.addprevious(stand)
        for stand, n in zip(stands, order, strict=True):
            stand.addprevious(rows[n])
            hand.drop(stand)

    return Edit(f"{container}: {order}", make, orders(container, order), (container,))


@kind("paragraphs in another order", "home")
def _(sheet: Sheet) -> Iterator[Edit]:
    for container, items in lists_of_rows(sheet):
        order = list(range(len(items)))
        random.Random(container).shuffle(order)
        if order != sorted(order):
            yield _shuffled(container, items, order)


@kind("projects in another order", "home")
def _(sheet: Sheet) -> Iterator[Edit]:
    items = standing(sheet, "projects")
    for seed in range(3 if items else 0):
        order = list(range(len(items)))
        random.Random(seed).shuffle(order)
        yield _shuffled("projects", items, order)


@kind("a project taken out", "home")
def _(sheet: Sheet) -> Iterator[Edit]:
    for item in sheet.items("projects"):
        if {"zh", "en"} <= item.keys():
            yield _drop_row("projects", int(item["zh"].path.split(".")[1]), item)


@kind("a new project", "home")
def _(sheet: Sheet) -> Iterator[Edit]:
    for item in sheet.items("projects")[1:3]:

        def make(hand: Hand, item: Item = item) -> None:
            new = hand.new_row(hand.row(item["zh"]))
            cells = list(new.iter(name("w:tc")))
            for cell, words in ((cells[0], ("口袋公园", "Pocket park")), (cells[3], ("已开工", "Begun"))):
                for paragraph, text in zip(cell.findall(name("w:p")), words, strict=False):
                    paragraph.append(run(text))

        yield Edit(item["zh"].path, make, gains("projects", None, ("口袋公园", "Pocket park")), ("口袋公园",))


@kind("a new honor", "home")
def _(sheet: Sheet) -> Iterator[Edit]:
    for item in sheet.items("honours")[:1]:

        def make(hand: Hand, item: Item = item) -> None:
            row = next(hand.paragraph(item["zh"]).iterancestors(name("w:tr")), None)
            if row is None:
                for lang, words in (("en", "Model Community"), ("zh", "示范社区")):
                    paragraph = hand.paragraph(item[lang])
                    paragraph.addnext(hand.blank(paragraph, words))
                return
            hand.new_row(row, "示范社区", "Model Community")

        yield Edit(item["zh"].path, make, gains("honours", None, ("示范社区",)), ("示范社区",))


@kind("an honor taken out", "home")
def _(sheet: Sheet) -> Iterator[Edit]:
    for item in sheet.items("honours"):
        if {"zh", "en"} <= item.keys():
            yield _drop_row("honours", int(item["zh"].path.split(".")[1]), item)


@kind("a new paragraph in both languages", "home")
def _(sheet: Sheet) -> Iterator[Edit]:
    for container, items in lists_of_rows(sheet):

        def make(hand: Hand, item: Item = items[0]) -> None:
            hand.new_row(hand.row(item["zh"]), ZH, EN)

        yield Edit(container, make, gains(container, 1, (ZH, EN)), (ZH,))


@kind("a new paragraph in Chinese only", "home")
def _(sheet: Sheet) -> Iterator[Edit]:
    for container, items in lists_of_rows(sheet):

        def make(hand: Hand, item: Item = items[0]) -> None:
            hand.new_row(hand.row(item["zh"]), ZH)

        yield Edit(container, make, gains(container, 1, (ZH,)), (ZH,))


@kind("a paragraph emptied in English only", "either")
def _(sheet: Sheet) -> Iterator[Edit]:
    for _, items in lists_of_rows(sheet):
        item = items[-1]

        def make(hand: Hand, item: Item = item) -> None:
            hand.drop(hand.paragraph(item["en"]))

        yield Edit(item["en"].path, make, lambda *_: False, (re.sub(r"\.head$", "", item["en"].path),))


def _halves(sheet: Sheet, item: Item) -> dict[str, str]:
    """Words before which a paragraph can be split, by language: what follows its first full stop."""
    out: dict[str, str] = {}
    for lang, stop in (("zh", "。"), ("en", ". ")):
        own = text_of(sheet, item, lang)
        rest = own.partition(stop)[2].strip()
        found = re.match(r"[^<*]{3,8}" if lang == "zh" else r"[^<*]{8,30}", rest)
        if found and own.count(found[0]) == 1:
            out[lang] = found[0]
    return out


def _main(sheet: Sheet, item: Item, lang: str) -> Entry:
    path = re.sub(r"\.head$", "", item[lang].path)
    return next(one for one in sheet.kept.entries if one.path == path and one.lang == lang)


def _stands(sheet: Sheet, entry: Entry, words: str) -> bool:
    return any(words in one for one in sheet.nodes[entry.bookmark])


def _cut_at(own: str, words: str) -> tuple[str, str]:
    at = own.index(words)
    return own[:at].strip(), own[at:]


@kind("a paragraph split in both languages", "home")
def _(sheet: Sheet) -> Iterator[Edit]:
    for container, items in lists_of_rows(sheet):
        for n, item in enumerate(items):
            halves = _halves(sheet, item)
            mains = {lang: _main(sheet, item, lang) for lang in halves}
            if len(halves) < 2 or not all(_stands(sheet, mains[lang], halves[lang]) for lang in mains):
                continue

            def make(hand: Hand, halves: dict[str, str] = halves, mains: dict[str, Entry] = mains) -> None:
                for lang, words in halves.items():
                    hand.split(spot(hand, mains[lang], words), words)

            yield Edit(f"{container}.{n}", make, _was_split(sheet, container, n, halves), (f"{container}.{n}",))


def _was_split(sheet: Sheet, container: str, n: int, halves: dict[str, str]):  # type: ignore[no-untyped-def]
    def wanted(before: object, after: object) -> bool:
        try:
            items: list[dict[str, str]] = value_at(after, steps_of(container))
        except KeyError:
            return False
        first, second = items[n], items[n + 1]
        was: Path = steps_of(container)
        old = value_at(before, was)
        parts = {lang: _cut_at(old[n][lang], words) for lang, words in halves.items()}
        return len(items) == len(old) + 1 and all((first[lang], second[lang]) == parts[lang] for lang in ("zh", "en"))

    return wanted


@kind("a paragraph split in Chinese only", "told")
def _(sheet: Sheet) -> Iterator[Edit]:
    for container, items in lists_of_rows(sheet):
        for n, item in enumerate(items):
            halves = _halves(sheet, item)
            main = _main(sheet, item, "zh")
            if "zh" in halves and _stands(sheet, main, halves["zh"]):

                def make(hand: Hand, words: str = halves["zh"], main: Entry = main) -> None:
                    hand.split(spot(hand, main, words), words)

                yield Edit(f"{container}.{n}", make, names=(f"{container}.{n}",))


def note_pairs(sheet: Sheet) -> list[Item]:
    """Notes of a text in two languages and nothing else."""
    plain = all("zh" in one for one in sheet.data.get("notes") or [])
    return standing(sheet, "notes") if plain else []


@kind("two notes joined in both languages", "home")
def _(sheet: Sheet) -> Iterator[Edit]:
    items = note_pairs(sheet)
    for n, (upper, lower) in enumerate(pairwise(items)):

        def make(hand: Hand, upper: Item = upper, lower: Item = lower) -> None:
            hand.join(hand.paragraph(upper["zh"]), hand.paragraph(lower["zh"]))
            hand.join(hand.paragraph(upper["en"]), hand.paragraph(lower["en"]), " ")

        def wanted(before: object, after: object, n: int = n) -> bool:
            old, new = value_at(before, ("notes",)), value_at(after, ("notes",))
            joined = {"zh": old[n]["zh"] + old[n + 1]["zh"], "en": f"{old[n]['en']} {old[n + 1]['en']}"}
            return len(new) == len(old) - 1 and joined.items() <= new[n].items()

        yield Edit(f"notes.{n}", make, wanted, (f"notes.{n}",))


@kind("a note taken out in both languages", "home")
def _(sheet: Sheet) -> Iterator[Edit]:
    for n, item in enumerate(note_pairs(sheet)):

        def make(hand: Hand, item: Item = item) -> None:
            for lang in ("zh", "en"):
                hand.drop(hand.paragraph(item[lang]))

        yield Edit(f"notes.{n}", make, without("notes", n), (f"notes.{n}",))


@kind("a new note in both languages", "home")
def _(sheet: Sheet) -> Iterator[Edit]:
    for n, item in enumerate(note_pairs(sheet)):

        def make(hand: Hand, item: Item = item) -> None:
            for lang, words in (("zh", ZH), ("en", EN)):
                hand.paragraph(item[lang]).addnext(hand.blank(hand.paragraph(item[lang]), words))

        yield Edit(f"notes.{n}", make, gains("notes", n + 1, (ZH, EN)), (ZH,))


@kind("a paragraph typed over", "home")
def _(sheet: Sheet) -> Iterator[Edit]:
    for _, items in lists_of_rows(sheet):
        for item in items:
            main = _main(sheet, item, "zh")
            if main.figures or "**" in main.text:
                continue

            def make(hand: Hand, main: Entry = main) -> None:
                first, *rest = hand.nodes(main)
                first.text = ZH
                for one in rest:
                    one.text = ""

            yield Edit(main.path, make, sets({(main.path, "zh"): ZH}), (ZH, main.path))
            break
