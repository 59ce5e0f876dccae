"""What came home of a draft, what did not, and for whom it is left: one account, told as text, as JSON or as a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from bulletin.content.yaml_text import Parsed
from bulletin.messages import Said, say

from .arrival import Arrival
from .home import Homecoming
from .operations import Add, Changes, Figure, Insert, Report
from .outcome import Outcome
from .telling import offer

LEFT = 5
"""The exit code where something is left for a person."""

State = Literal["home", "left", "seen"]
Whom = Literal["editor", "facts", "translator", "design", "program"]
"""Who has to do with what is left: the editor, who keeps the facts, who translates, who designs, who programs."""

_FOR: dict[str, Whom] = {
    "change.split-alone": "translator",
    "change.joined-alone": "translator",
    "change.moved-alone": "translator",
    "change.text-gone": "translator",
    "change.evidence-edited": "facts",
    "held.unknown": "program",
    "look.strike": "editor",
}


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that a person did. `what` and `text` say it; `place`: file and line; `where`: in the draft."""

    state: State
    what: str
    text: str = ""
    place: str = ""
    where: str = ""
    why: str = ""
    whom: Whom | None = None


@dataclass(slots=True)
class Account:
    """All of it. `written`: the content file was; `problems`: what `check` finds after it and did not find before."""

    draft: str
    content: str
    program: str
    items: list[Item]
    notes: tuple[str, ...] = ()
    diff: str = ""
    problems: list[str] = field(default_factory=list)
    written: bool = False

    @property
    def left(self) -> list[Item]:
        return [one for one in self.items if one.state == "left"]

    @property
    def unfinished(self) -> list[Item]:
        """What came home and is not whole: a language is missing, or words of the article."""
        return [one for one in self.items if one.state == "home" and one.whom]

    @property
    def code(self) -> int:
        """0 where all is home, or would be; LEFT where something is left for a person, or to be finished by one."""
        return LEFT if self.left or self.unfinished else 0

    def data(self) -> dict[str, Any]:
        """For other programs: the fields by their names, lists of items by their state."""
        by = {
            state: [
                {key: value for key, value in asdict(one).items() if value and key != "state"}
                for one in self.items
                if one.state == state
            ]
            for state in ("home", "left", "seen")
        }
        head = {"draft": self.draft, "content": self.content, "program": self.program, "written": self.written}
        return {**head, "exit": self.code, **by, "notes": [*self.notes], "problems": self.problems, "diff": self.diff}


def account(arrival: Arrival, changes: Changes, home: Homecoming, parsed: Parsed) -> Account:
    """The account of a draft; nothing is written yet."""
    items = [*(_of_outcome(one, arrival, parsed) for one in home.outcomes), *map(_of_report, changes.reports)]
    return Account(arrival.path.name, arrival.file, arrival.opened.program, items, arrival.notes)


def _of_outcome(one: Outcome, arrival: Arrival, parsed: Parsed) -> Item:
    place = str(parsed.place(one.place)) if one.place else arrival.file
    what, _, text = one.operation.told().partition("\n")
    done = one.state in ("applied", "there-already")
    rows = [] if done else [say(f"outcome.{one.state}")]
    rows += [one.why, *(offer(one.operation, parsed) if isinstance(one.operation, Figure) else ())]
    why = "\n".join(filter(None, rows))
    whom: Whom | None = None if done else "facts" if isinstance(one.operation, Figure) else "editor"
    if done and isinstance(one.operation, Insert) and not (one.operation.zh and one.operation.en):
        whom, why = "translator", say("account.half")
    if done and one.why and isinstance(one.operation, Add):
        whom = "facts"
    return Item("home" if done else "left", what, _flush(text), place, "", _flush(why), whom)


def _of_report(one: Report) -> Item:
    name = one.what.name if isinstance(one.what, Said) else ""
    if name == "change.tracked":
        return Item("seen", one.what, one.text, one.path, one.where)
    whom = _FOR.get(name, "design" if name.startswith("look.") else "editor")
    return Item("left", one.what, one.text, one.path, one.where, "", whom)


def _flush(text: str) -> str:
    return "\n".join(line.strip() for line in text.splitlines())


def for_each(account: Account) -> Iterator[tuple[Whom, list[Item]]]:
    """What is left or to be finished, by whom it is left for."""
    open_ = [*account.left, *account.unfinished]
    for whom in dict.fromkeys(one.whom or "editor" for one in open_):
        yield whom, [one for one in open_ if (one.whom or "editor") == whom]
