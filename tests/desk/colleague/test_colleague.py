"""What colleagues do to drafts: taken over, told as a figure, told with a place, or not.

`python -m tests.desk.colleague.test_colleague` prints a table by kind; `-v` lists what fell short, `-n 3`
takes three of a kind, a WORD only the kinds whose name has it.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice, zip_longest
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.desk.colleague import figures, newly, office, stories, structure, things, words
from tests.desk.colleague.every import counted
from tests.desk.colleague.hand import Hand
from tests.desk.colleague.kinds import KINDS
from tests.desk.colleague.sheet import Came, Edit, Sheet, came, judged, sheets
from tests.periodical import periodical

pytestmark = pytest.mark.slow

assert figures and newly and stories and structure and things and words  # they name their kinds

ALL = {**KINDS, **office.kinds()}
MOST = 7  # of a kind, one from each draft in turn
RIGHT = {
    "home": {"home"},
    "either": {"home", "told", "figure"},
    "figure": {"figure"},
    "told": {"told", "home"},
    "nothing": {"nothing"},
}
WORST = ("wrong", "silent", "conflict", "noise")
COLUMNS = ("home", "figure", "told", "no place", "wrong", "silent", "conflict", "nothing", "noise")
Tried = tuple[str, Sheet, Edit, str, Came]


def edits(drafts: Sequence[Sheet], name: str, most: int) -> list[tuple[Sheet, Edit]]:
    """Up to `most` of a kind, from all drafts in turn; those of a draft from all over it."""
    rows = []
    for sheet in drafts:
        found = list(KINDS[name].find(sheet))
        rows.append([(sheet, one) for one in found[:: max(1, len(found) // most)]])
    flat = (one for row in zip_longest(*rows) for one in row if one)
    return list(islice(flat, most))


def tried(drafts: Sequence[Sheet], most: int, names: Sequence[str] = ()) -> Iterator[Tried]:
    for name in names or KINDS:
        for sheet, edit in edits(drafts, name, most):
            hand = Hand(sheet.package)
            edit.make(hand)
            found = came(sheet, hand.saved())
            yield name, sheet, edit, judged(sheet, edit, ALL[name].should, found), found


def by_office(drafts: Sequence[Sheet], folder: Path) -> Iterator[Tried]:
    """The same by LibreOffice."""
    for name, sheet, edit, parts in office.driven(drafts, folder):
        found = came(sheet, parts)
        yield name, sheet, edit, judged(sheet, edit, ALL[name].should, found), found


def table(rows: Sequence[Tried]) -> str:
    """A line a kind, then all of them, then what the aims are measured by."""
    lines = ["| what a colleague does | should be | n | " + " | ".join(COLUMNS) + " |"]
    lines.append("|---|---|" + "--:|" * (len(COLUMNS) + 1))
    for name in dict.fromkeys(row[0] for row in rows):
        count = Counter(row[3] for row in rows if row[0] == name)
        lines.append(_line(name, ALL[name].should, count))
    whole = Counter(row[3] for row in rows)
    lines.append(_line("**all**", "", whole))
    homely = [row[3] for row in rows if ALL[row[0]].should in ("home", "either")]
    told = [row[3] for row in rows if ALL[row[0]].should == "told"]
    lines.append("")
    lines.append(f"of {len(homely)} that could come home: {homely.count('home')} did ({_share(homely, 'home')})")
    lines.append(f"of {len(told)} that can only be told: {_share(told, 'told')} told with a place")
    return "\n".join(lines)


def _share(found: Sequence[str], what: str) -> str:
    return f"{100 * found.count(what) / max(1, len(found)):.0f}%"


def _line(name: str, should: str, count: Counter[str]) -> str:
    cells = " | ".join(str(count[one] or "") for one in COLUMNS)
    return f"| {name} | {should} | {count.total()} | {cells} |"


def all_drafts(folder: Path) -> list[Sheet]:
    """The six drafts of the project, and a small one with all furniture and photographs."""
    return [*sheets(ROOT), *sheets(periodical(folder / "periodical"))]


def clean_drafts(folder: Path) -> list[Sheet]:
    """Two drafts without comments, for LibreOffice."""
    return [*sheets(ROOT, ["dufulu"], comments=False), *sheets(periodical(folder / "clean"), comments=False)]


@pytest.fixture(scope="module")
def draft(tmp_path_factory: pytest.TempPathFactory) -> list[Sheet]:
    return sheets(periodical(tmp_path_factory.mktemp("colleague") / "periodical"))


def fell_short(rows: Sequence[Tried]) -> list[str]:
    return [f"{name}: {edit.what}: {got}" for name, _, edit, got, _ in rows if got not in RIGHT[ALL[name].should]]


def test_one_of_every_kind_in_a_small_draft_with_photographs(draft: list[Sheet]) -> None:
    rows = list(tried(draft, 1))
    assert len(rows) > 50
    assert fell_short(rows) == []


@pytest.mark.long
def test_all_drafts(tmp_path: Path) -> None:
    rows = [*tried(all_drafts(tmp_path), MOST), *by_office(clean_drafts(tmp_path), tmp_path)]
    print(table(rows))
    assert len(rows) >= 200
    assert not [row for row in fell_short(rows) if row.rpartition(": ")[2] in WORST]


@pytest.mark.long
def test_a_word_in_every_text_comes_home(tmp_path: Path) -> None:
    found = counted(all_drafts(tmp_path))
    assert found.total() > 800
    assert found["home"] == found.total(), found


def main(arguments: Sequence[str]) -> None:
    wordy = "-v" in arguments
    most = int(arguments[arguments.index("-n") + 1]) if "-n" in arguments else MOST
    word = next((one for one in arguments if not one.startswith("-") and not one.isdigit()), "")
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        rows = list(tried(all_drafts(Path(folder)), most, [name for name in KINDS if word in name]))
        if word in "LibreOffice":
            rows += by_office(clean_drafts(Path(folder)), Path(folder))
    if wordy:
        for name, sheet, edit, got, found in rows:
            if got not in RIGHT[ALL[name].should]:
                print(f"{name} · {sheet.name} · {edit.what}: {got}", *found.states)
                print(*(f"      {line}" for told in found.told for line in told.splitlines()), sep="\n")
    print(table(rows))
    print(f"{len(rows)} edits in {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main(sys.argv[1:])
