"""What a tap on a figure shows: the words of the article that it rests on, their line, when it holds, how it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bulletin.blocks.evidence.edit import EvidenceRow
from bulletin.edition.blocks import Edition
from bulletin.edition.register import RegisterRow, shown
from bulletin.edition.text import Both
from bulletin.edition.walk import every
from bulletin.edition.words import Words
from bulletin.evidence.verify import Verified
from bulletin.evidence_page.claims import CheckItem, Claims


@dataclass(frozen=True, slots=True)
class Entry:
    """One fact that is shown; `item` is what the reviewer's page has of it, `place` whose article it is."""

    item: CheckItem
    place: Both
    row: int | None


def rows_of(edition: Edition) -> dict[int, tuple[str, ...]]:
    """The facts of each row of the evidence."""
    return {row.number: row.facts for row in every(EvidenceRow, edition.pages)}


def entries(
    edition: Edition, verified: Mapping[str, Verified], rows: Sequence[RegisterRow], words: Words
) -> tuple[Entry, ...]:
    """The facts that the pages show and those that they are computed from, as rows or content files order them.

    `verified` by what stands before the ids of its facts: "" in a bulletin, "name." in the summary.
    """
    claims, numbers = Claims(edition, rows, words), rows_of(edition)
    row = {fact: number for number, facts in numbers.items() for fact in facts}
    found = {entry.item.id: entry for entry in _each(claims, verified, row)}
    wanted = shown(edition.pages) | {*edition.labelled} | row.keys()
    wanted |= {term for id in wanted if id in found for term in found[id].item.terms}
    kept = [entry for id, entry in found.items() if id in wanted]
    return tuple(sorted(kept, key=lambda entry: (entry.row is None, entry.row or 0)))


def _each(claims: Claims, verified: Mapping[str, Verified], row: Mapping[str, int]) -> Iterator[Entry]:
    for before, one in verified.items():
        place = Both(one.content.place.zh, one.content.place.en)
        yield from (Entry(item, place, row.get(item.id)) for item in claims.of(before, one) if item.kind == "fact")
