"""What a person did that no text of the content file can take: all of it is told, with its place and its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Sequence

from bulletin.messages import say
from bulletin.word import Kept

from .opened import Opened
from .operations import Report
from .places import Places
from .tokens import SIMILAR, likeness, tidy
from .written import Matching, Written

_SHOWN = 3  # rows of a table that was taken out


def asides(
    kept: Kept, before: Sequence[Written], made: Matching, opened: Opened, places: Places, settled: Container[int] = ()
) -> Iterator[Report]:
    """In the order of the draft: what was put in, how words look, what the program had set and is gone.

    `settled`: paragraphs of the baseline that are told otherwise.
    """
    own_breaks = kept.around is not None and opened.around.pages <= kept.around.pages  # some write them as signs
    for one in opened.held:
        if one.kind == "page-break" and own_breaks:
            continue
        at = opened.at(one.paragraph)
        yield Report(say(f"held.{one.kind}"), places.path(at), one.words, places.where(at))
    yield from _looks(kept, opened, places)
    yield from _styles(before, made, opened, places)
    yield from _gone(before, made, places, settled)
    yield from _around(kept, opened)


def new_tables(
    made: Matching, opened: Opened, places: Places, extra: Sequence[int], storied: Container[int]
) -> tuple[list[Report], list[int]]:
    """Tables in which nothing of the baseline stands, each told as one; and what is left of the new paragraphs.

    `storied`: tables of paragraphs of stories.
    """
    known = {place[0] for j in made.values() if (place := opened.paragraphs[j].place)}
    tables: dict[int, dict[int, list[str]]] = {}
    for at in extra:
        place = opened.paragraphs[at].place
        if place and place[0] not in known and place[0] not in storied:
            tables.setdefault(place[0], {}).setdefault(place[1], []).append(opened.paragraphs[at].text.strip())
    first = {place[0]: at for at in reversed(extra) if (place := opened.paragraphs[at].place)}
    reports = [
        Report(
            say("change.new-table"), "", "\n".join(f"+ {' | '.join(row)}" for row in rows.values()), places.where(at)
        )
        for table, rows in tables.items()
        for at in [first[table]]
    ]
    return reports, [at for at in extra if not ((place := opened.paragraphs[at].place) and place[0] in tables)]


def _looks(kept: Kept, opened: Opened, places: Places) -> Iterator[Report]:
    for one in opened.looks(kept.around):
        at = opened.at(one.paragraph)
        yield Report(say(f"look.{one.look}", style=one.value), places.path(at), one.words, places.where(at))


def _styles(before: Sequence[Written], made: Matching, opened: Opened, places: Places) -> Iterator[Report]:
    """Paragraphs in another style; where most of one style are in one other, the program that saved it renamed it."""
    pairs = [(before[i].block.style.lower(), opened.paragraphs[j], j) for i, j in made.items()]
    most = {old: Counter(new.style for was, new, _ in pairs if was == old).most_common(1)[0] for old, _, _ in pairs}
    count = Counter(old for old, _, _ in pairs)
    for old, new, at in pairs:
        called, often = most[old]
        renamed = called == new.style and often * 2 > count[old] > 1
        if new.style.lower() != old and not renamed:
            yield Report(say("look.paragraph", style=new.style), places.path(at), "", places.where(at))


def _gone(before: Sequence[Written], made: Matching, places: Places, settled: Container[int]) -> Iterator[Report]:
    """Words of the program that are gone. Those of a row or a head go with the texts of their own."""
    lost = [n for n, one in enumerate(before) if n not in made and not one.entries and one.text.strip()]
    open_ = {n for n in lost if n not in settled and not _goes_along(before, made, n)}
    rows: dict[object, list[int]] = {}
    tables = {one.block.place[0] for n, one in enumerate(before) if one.block.place and n not in open_}
    for n in sorted(open_):
        place = before[n].block.place
        rows.setdefault(n if place is None else place[:2] if place[0] in tables else place[:1], []).append(n)
    for numbers in rows.values():
        words = [tidy(before[n].text) for n in numbers]
        text = "\n".join(f"- {one}" for one in words[: 5 * _SHOWN])
        above = next((made[n] for n in reversed(range(numbers[0])) if n in made), None)
        yield Report(say("change.fixed-gone"), "", text, places.where(above))


def _goes_along(before: Sequence[Written], made: Matching, n: int) -> bool:
    """Are the editable texts beside it, in its row or below it, gone as well?"""
    place = before[n].block.place
    if place is not None:
        beside = [m for m, one in enumerate(before) if one.entries and (one.block.place or ())[:2] == place[:2]]
        return bool(beside) and all(m not in made for m in beside)
    below = next((m for m in range(n + 1, len(before)) if before[m].entries), None)
    return below is not None and below not in made


def _around(kept: Kept, opened: Opened) -> Iterator[Report]:
    """Headers, footers and the evidence in the margin, against what they said; of earlier drafts nobody knows it."""
    if kept.around is None:
        return
    for what, old, new in (
        ("change.header", kept.around.heads, opened.around.heads),
        ("change.footer", kept.around.feet, opened.around.feet),
    ):
        rows = [f"- {one}" for one in old if one not in new] + [f"+ {one}" for one in new if one not in old]
        if rows:
            yield Report(say(what), "", "\n".join(rows), say("change.every-page"))
    yield from _margin(kept.around.margin, opened.around.margin)


def _margin(old: Sequence[str], new: Sequence[str]) -> Iterator[Report]:
    """Comments with evidence that were taken out, or say something else now."""
    lost, gained = list((Counter(old) - Counter(new)).elements()), list((Counter(new) - Counter(old)).elements())
    if len(lost) > 1 and not new:
        yield Report(say("change.evidence-all-gone", n=len(lost)), "", "", _about(lost[0]))
        return
    for one in lost:
        alike = max(gained, key=lambda other: likeness(one, other), default="")
        if alike and likeness(one, alike) >= SIMILAR:
            gained.remove(alike)
            yield Report(say("change.evidence-edited"), "", f"- {one}\n+ {alike}", _about(one))
        else:
            yield Report(say("change.evidence-gone"), "", f"- {one}", _about(one))
    for one in gained:
        yield Report(say("change.evidence-new"), "", f"+ {one}", _about(one))


def _about(comment: str) -> str:
    return say("change.margin", words=comment[:60])
