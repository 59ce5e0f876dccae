"""A draft as it was built, edits that a colleague may make of it, and what an import makes of an edited one."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from bulletin.build import Builder
from bulletin.content.yaml_text import parse
from bulletin.desk.returns.compare import compare
from bulletin.desk.returns.filling import Desk
from bulletin.desk.returns.home import bring_home
from bulletin.desk.returns.opened import opened
from bulletin.desk.returns.operations import Figure
from bulletin.desk.returns.spans import value_at
from bulletin.desk.returns.today import steps_of
from bulletin.desk.returns.tokens import bounded
from bulletin.project import Project
from bulletin.word import Entry, Kept, read
from bulletin.workshop import Workshop
from tests.desk.colleague.hand import Hand, plain

Should = Literal["home", "either", "figure", "told", "nothing"]
"""Comes home; comes home or is told; is told as a figure; is told with its place; means nothing."""

Got = Literal["home", "figure", "told", "no place", "wrong", "silent", "conflict", "nothing", "noise"]
Wanted = Callable[[Any, Any], bool]
"""Does the content file, before and after, hold what was meant?"""


@dataclass(frozen=True)
class Edit:
    """One thing that a colleague does. `names`: words of which at least one is in what is told of it."""

    what: str
    make: Callable[[Hand], None]
    wanted: Wanted | None = None
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """A draft and the content file that it was made from."""

    name: str
    package: bytes
    text: str
    root: Path | None = None  # of the project, whose article new items are filled from

    @cached_property
    def desk(self) -> Desk | None:
        return Desk.of(Project.at(self.root), self.text, self.kept.source.name) if self.root else None

    @cached_property
    def kept(self) -> Kept:
        found = read(self.package)
        assert found
        return found

    @cached_property
    def data(self) -> Any:
        return parse(self.text, self.kept.source.name).data

    @cached_property
    def hand(self) -> Hand:
        """To look things up in; nobody writes with it."""
        return Hand(self.package)

    @cached_property
    def nodes(self) -> dict[str, list[str]]:
        """The stretches of words of each text, by its bookmark."""
        return {one.bookmark: [node.text or "" for node in self.hand.nodes(one)] for one in self.kept.entries}

    def own(self, path: str, lang: str) -> str:
        """What the content file says at a place; empty where it says nothing there."""
        try:
            value = value_at(self.data, (*steps_of(path), lang))
        except KeyError:
            return ""
        return value if isinstance(value, str) else ""

    def entries(self, *, of: str = "", lang: str = "", containing: str = "") -> Iterator[Entry]:
        """The texts that are no lone figure, each place once, whose path begins so."""
        seen = set[tuple[str, str]]()
        for one in self.kept.entries:
            key = (one.path, one.lang)
            if one.path.startswith(of) and (not lang or one.lang == lang) and containing in one.path:
                if key not in seen and self.own(*key):
                    yield one
                seen.add(key)

    def words(self, entry: Entry) -> str:
        """Words of a text that stand in it once, in the draft and in the content file; empty where there are none."""
        nodes = self.nodes[entry.bookmark]
        whole = "".join(nodes)
        own = self.own(entry.path, entry.lang)
        found = plain(nodes, entry.lang, entry.figures)
        return next((one for one in found if whole.count(one) == 1 and own.count(one) == 1), "")

    def items(self, container: str) -> list[dict[str, Entry]]:
        """The items of a list that stand in the draft: the first text of each, by language."""
        out: dict[str, dict[str, Entry]] = {}
        for one in self.kept.entries:
            if one.path.startswith(f"{container}."):
                number = one.path[len(container) + 1 :].split(".")[0]
                out.setdefault(number, {}).setdefault(one.lang, one)
        return list(out.values())


def spot(hand: Hand, entry: Entry, words: str) -> Any:
    """The `w:t` of an entry that holds these words."""
    return next(node for node in hand.nodes(entry) if words in (node.text or ""))


# ---------------------------------------------------------------------------------------------- what should come of it


def sets(values: dict[tuple[str, str], str]) -> Wanted:
    """Exactly these texts are other."""

    def wanted(before: Any, after: Any) -> bool:
        made = copy.deepcopy(before)
        for (path, lang), text in values.items():
            value_at(made, steps_of(path))[lang] = text
        return bool(made == after)

    return wanted


def orders(container: str, order: list[int]) -> Wanted:
    """The items of a list stand in this order, and nothing else is other."""

    def wanted(before: Any, after: Any) -> bool:
        made = copy.deepcopy(before)
        items = value_at(made, steps_of(container))
        items[:] = [items[n] for n in order]
        return bool(made == after)

    return wanted


def without(container: str, number: int) -> Wanted:
    def wanted(before: Any, after: Any) -> bool:
        made = copy.deepcopy(before)
        del value_at(made, steps_of(container))[number]
        return bool(made == after)

    return wanted


def gains(container: str, number: int | None, says: tuple[str, ...]) -> Wanted:
    """A list has one item more, at this place (None: anywhere), which says all of these."""

    def wanted(before: Any, after: Any) -> bool:
        now = value_at(after, steps_of(container))
        was = value_at(before, steps_of(container))
        for n in range(len(now)) if number is None else [number]:
            rest = [*now[:n], *now[n + 1 :]]
            written = json.dumps(now[n], ensure_ascii=False, default=str)
            if rest == was and all(words in written for words in says):
                made = copy.deepcopy(before)
                value_at(made, steps_of(container)).insert(n, now[n])
                return bool(made == after)
        return False

    return wanted


# ---------------------------------------------------------------------------------------------- what came of it


@dataclass(frozen=True)
class Came:
    """The content file after the import, the state of each operation, and all that is told."""

    data: Any
    states: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    placed: tuple[bool, ...] = field(default=())


def came(sheet: Sheet, parts: Mapping[str, bytes]) -> Came:
    """The draft, imported; the content file is as it was."""
    with bounded():
        changes = compare(sheet.kept, opened(parts))
        home = bring_home(sheet.kept, sheet.text, sheet.kept.source.name, changes.operations, sheet.desk)
    states = ["figure" if isinstance(one.operation, Figure) else one.state for one in home.outcomes]
    left = [one for one in home.outcomes if one.state not in ("applied", "there-already")]
    told = [f"{one.operation.told()}\n{one.why}" for one in left] + [one.told() for one in changes.reports]
    placed = [True] * len(left) + [bool(one.path) or bool(getattr(one, "where", "")) for one in changes.reports]
    return Came(home.yaml.parsed.data, tuple(states), tuple(told), tuple(placed))


def judged(sheet: Sheet, edit: Edit, should: Should, found: Came) -> Got:
    """What became of an edit."""
    if should == "nothing":
        return "nothing" if found.data == sheet.data and not found.states and not found.told else "noise"
    if edit.wanted and edit.wanted(sheet.data, found.data):
        return "home" if "figure" not in found.states or should != "figure" else "figure"
    if found.data != sheet.data:
        return "wrong"
    if "conflict" in found.states:
        return "conflict"
    if "figure" in found.states:
        return "figure"
    if not found.told:
        return "silent"
    about = [
        placed for told, placed in zip(found.told, found.placed, strict=True) if any(n in told for n in edit.names)
    ]
    return "told" if any(about) else "no place"


# ---------------------------------------------------------------------------------------------- the drafts


def sheets(root: Path, names: list[str] | None = None, *, comments: bool = True) -> list[Sheet]:
    """The drafts of a project, each built once."""
    workshop = Workshop(Project.at(root))
    builder = Builder(workshop, comments=comments)
    out = []
    for name in names or workshop.names:
        package = builder.make(name, ("docx",)).files[f"{name}.docx"]
        out.append(Sheet(name, package, (root / "content" / f"{name}.yaml").read_text(encoding="utf-8"), root))
    return out
