"""Edits that LibreOffice makes itself: the same that a colleague makes in Word, with all that its own saving does."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from bulletin.word import Entry
from bulletin.word.package import unpack
from tests.desk.colleague.hand import said
from tests.desk.colleague.kinds import Kind
from tests.desk.colleague.sheet import Edit, Sheet, Should, gains, orders, sets, without
from tests.desk.colleague.structure import EN, ZH, Item, lists_of_rows
from tests.desk.colleague.words import NEW, prose
from tests.desk.returns.driven import by_office

Step = Sequence[object]
Steps = Callable[[Sheet], tuple[Edit, Sequence[Step]] | None]
OFFICE: dict[str, tuple[Should, Steps]] = {}


def _step(name: str, should: Should) -> Callable[[Steps], Steps]:
    def named(steps: Steps) -> Steps:
        OFFICE[f"LibreOffice: {name}"] = (should, steps)
        return steps

    return named


def anchored(sheet: Sheet, lang: str) -> tuple[Entry, str, str]:
    """A paragraph, words that stand in it once, and words around them that no other paragraph has."""
    whole = "\n".join(said(p) for p in sheet.hand.body.iter("{*}p"))
    for entry, words in prose(sheet, lang):
        stretch = next(one for one in sheet.nodes[entry.bookmark] if words in one)
        at = stretch.index(words)
        anchor = stretch[max(0, at - 9) : at + len(words) + 9]
        if whole.count(anchor) == 1:
            return entry, words, anchor
    raise AssertionError(sheet.name)


def _no(_: object) -> None:
    """LibreOffice makes these."""


def _word(lang: str, tracked: bool) -> Steps:
    def steps(sheet: Sheet) -> tuple[Edit, Sequence[Step]]:
        entry, words, anchor = anchored(sheet, lang)
        own = sheet.own(entry.path, lang)
        edit = Edit(entry.path, _no, sets({(entry.path, lang): own.replace(words, NEW[lang])}), (words,))
        return edit, [*([["record"]] if tracked else []), ["replace", anchor, words, NEW[lang]]]

    return steps


_step("a word, Chinese", "home")(_word("zh", False))
_step("a word, English", "home")(_word("en", False))
_step("a word, tracked", "home")(_word("en", True))


@_step("bold", "home")
def _(sheet: Sheet) -> tuple[Edit, Sequence[Step]]:
    entry, words, anchor = anchored(sheet, "zh")
    own = sheet.own(entry.path, "zh")
    edit = Edit(entry.path, _no, sets({(entry.path, "zh"): own.replace(words, f"**{words}**")}))
    return edit, [["bold", anchor, words]]


def _told(verb: str, *rest: object, names: tuple[str, ...] = (), anchored_only: bool = False) -> Steps:
    def steps(sheet: Sheet) -> tuple[Edit, Sequence[Step]]:
        entry, words, anchor = anchored(sheet, "zh")
        at = [] if anchored_only else [words]
        return Edit(entry.path, _no, names=names or (words,)), [[verb, anchor, *at, *rest]]

    return steps


_step("struck through", "told")(_told("dress", "CharStrikeout", 1))
_step("highlighted", "told")(_told("dress", "CharBackColor", 0xFFFF00))
_step("red letters", "told")(_told("dress", "CharColor", 0xFF0000))
_step("underlined", "told")(_told("dress", "CharUnderline", 1))
_step("a footnote", "told")(_told("footnote", "此数请再核", names=("此数请再核",)))
_step("a text box", "told")(_told("frame", "下期再补", names=("下期再补",), anchored_only=True))
_step("a field", "told")(_told("field", names=("/", "-", ":")))


def _rows(sheet: Sheet) -> tuple[str, list[Item], list[str]] | None:
    """Paragraphs in rows, and words of each that no other paragraph has."""
    whole = "\n".join(said(p) for p in sheet.hand.body.iter("{*}p"))
    for container, items in lists_of_rows(sheet):
        mains = [f"{container}.{n}" for n in range(len(items))]
        texts = [next(e for e in sheet.kept.entries if e.path == one and e.lang == "zh") for one in mains]
        anchors = [next((s[:14] for s in sheet.nodes[e.bookmark] if len(s) > 8), "") for e in texts]
        if all(one and whole.count(one) == 1 for one in anchors):
            return container, items, anchors
    return None


@_step("a paragraph taken out", "home")
def _(sheet: Sheet) -> tuple[Edit, Sequence[Step]] | None:
    found = _rows(sheet)
    if not found:
        return None
    container, _, anchors = found
    return Edit(container, _no, without(container, 0), (container,)), [["delete_row", anchors[0]]]


@_step("a paragraph moved up", "home")
def _(sheet: Sheet) -> tuple[Edit, Sequence[Step]] | None:
    found = _rows(sheet)
    if not found:
        return None
    container, items, anchors = found
    order = [len(items) - 1, *range(len(items) - 1)]
    return Edit(container, _no, orders(container, order), (container,)), [["move_row", anchors[-1], anchors[0]]]


@_step("a new paragraph", "home")
def _(sheet: Sheet) -> tuple[Edit, Sequence[Step]] | None:
    found = _rows(sheet)
    if not found:
        return None
    container, _, anchors = found
    return Edit(container, _no, gains(container, 1, (ZH, EN)), (ZH,)), [["insert_row", anchors[0], ZH, EN]]


@_step("opened and saved", "nothing")
def _(_: Sheet) -> tuple[Edit, Sequence[Step]]:
    return Edit("nothing", lambda _: None), []


def driven(drafts: Sequence[Sheet], folder: Path) -> Iterator[tuple[str, Sheet, Edit, dict[str, bytes]]]:
    """Each edit of each draft, and the parts as LibreOffice saved them. The drafts may hold no comments."""
    for n, sheet in enumerate(drafts):
        made = {name: steps(sheet) for name, (_, steps) in OFFICE.items()}
        tasks = [[f"{at}", one[1]] for at, one in enumerate(made.values()) if one]
        place = folder / f"office{n}"
        place.mkdir()
        saved = by_office(sheet.package, tasks, place)
        for at, (name, one) in enumerate(made.items()):
            if one:
                yield name, sheet, one[0], unpack(saved[f"{at}"])


def kinds() -> dict[str, Kind]:
    """What should become of each."""
    return {name: Kind(should, lambda _: iter(())) for name, (should, _) in OFFICE.items()}
