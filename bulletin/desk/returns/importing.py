"""`generate.py import`: a draft is compared, told, and written into the content file where that was asked for."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path
from typing import Literal

from bulletin import problems
from bulletin.content.yaml_text import parse
from bulletin.messages import say
from bulletin.problems import ContentError, Problem, UsageError
from bulletin.project import Project, write
from bulletin.terminal import shown, tell
from bulletin.word import baseline_of, unpack
from bulletin.workshop import Workshop

from . import telling
from .account import Account, account
from .arrival import LEAST, Arrival, arrive
from .asking import Answers, Hear, asked
from .compare import compare
from .entry_operations import NewPhoto
from .filling import Desk
from .home import Homecoming, bring_home
from .opened import opened
from .operations import Changes
from .report_page import report_page
from .revisions import Choice, Decision
from .spans import YamlText
from .tokens import bounded

Ask = Callable[[str], bool]
"""Asks a person; without a terminal the answer is no."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What was asked for on the command line. `facts` and `quotes` are by fact id."""

    apply: bool = False
    yes: bool = False
    revisions: Choice | Decision = "accept"
    facts: Mapping[str, str] = field(default_factory=dict)
    quotes: Mapping[str, str] = field(default_factory=dict)
    report: Literal["text", "json", "html"] = "text"
    hear: Hear | None = None  # a person at a terminal, who is asked for each change


@dataclass(frozen=True)
class Changed(Project):
    """A project in which some files read otherwise than they stand on disk."""

    files: Mapping[Path, bytes] = field(default_factory=dict)

    def read_bytes(self, path: Path, place: problems.Place | None = None) -> bytes:
        return self.files.get(path.resolve()) or super().read_bytes(path, place)


def import_draft(project: Project, path: Path, wishes: Wishes, ask: Ask) -> int:
    """Tells what a person did to a draft; with `apply` writes it home. Gives the exit code. Raises UsageError.

    0: all is home, or would be; LEFT: something is left for a person; 1: it would make the content worse.
    """
    with bounded():
        arrival = arrive(project, path, wishes.revisions)
        changes = compare(arrival.kept, arrival.opened)
        if changes.found < LEAST:
            raise UsageError(say("draft.no-more", file=path.name, share=changes.found))
        changes = _chosen(project, arrival, changes, wishes)
        desk = Desk.of(project, arrival.text, arrival.file)
        home = bring_home(arrival.kept, arrival.text, arrival.file, changes.operations, desk)
        _change_facts(home.yaml, wishes)
        parsed = parse(arrival.text, arrival.file)
        made = account(arrival, changes, home, parsed)
        say_it = _teller(wishes)
        say_it(*telling.head(arrival, changes, home), *telling.told(arrival, changes, home, parsed))
    code = made.code
    if home.changed():
        code = _take_over(project, arrival, home, made, wishes, ask) or code
    _hand_over(path, made, wishes, code)
    return code


def _chosen(project: Project, arrival: Arrival, changes: Changes, wishes: Wishes) -> Changes:
    """What a person at a terminal takes of it; without one, everything."""
    if wishes.hear is None or not wishes.apply:
        return changes
    answers = Answers.of(project, arrival.kept.edition)
    found = asked(changes.operations, answers, wishes.hear, tell)
    answers.keep()
    if found.again and answers.path:
        tell(say("ask.again", n=found.again, file=project.shown(answers.path)))
    return replace(changes, operations=tuple(found.taken), reports=(*changes.reports, *found.left))


def _take_over(project: Project, arrival: Arrival, home: Homecoming, made: Account, wishes: Wishes, ask: Ask) -> int:
    """Shows what becomes of the content file, and writes it where that was asked for. Gives 1 where it is refused."""
    say_it, sources = _teller(wishes), {one.file: one.text for one in home.changed()}
    rows = [row for one in home.changed() for row in telling.diff(one.before, one.text, one.file)]
    new = _new_problems(project, arrival, home)
    made.diff, made.problems = "\n".join(rows), [problems.show(one, sources) for one in new]
    say_it(*rows, *made.problems)
    if not wishes.apply:
        say_it(say("import.not-asked", file=arrival.file))
        return 0
    made.written = _write(project, arrival, home, new, wishes, ask)
    return 0 if made.written else 1


def _teller(wishes: Wishes) -> Callable[..., None]:
    """What is printed as lines; nothing where the report is one document."""
    return (lambda *_: None) if wishes.report == "json" else tell


def _hand_over(path: Path, made: Account, wishes: Wishes, code: int) -> None:
    """The account as it was asked for; as a page beside the draft where `apply` leaves something."""
    if wishes.report == "json":
        tell(*json.dumps(made.data() | {"exit": code}, ensure_ascii=False, indent=2).splitlines())
    elif made.code:
        tell(say("account.still", file=path.name, n=len(made.left) + len(made.unfinished)))
    if wishes.report == "html" or (wishes.apply and made.code):
        page = path.with_name(f"{path.stem}.import.html")
        write(page, report_page(made))
        _teller(wishes)(say("account.page", file=path.name, page=page.name))


def _write(project: Project, arrival: Arrival, home: Homecoming, new: list[Problem], wishes: Wishes, ask: Ask) -> bool:
    """Worse content is written only when a person, or `--yes`, says so. Was it written?"""
    say_it, errors = _teller(wishes), sum(one.level == "error" for one in new)
    if errors and not wishes.yes:
        say_it(say("import.worse", file=arrival.file, n=errors))
        if not ask(say("import.ask")):
            say_it(say("import.refused"))
            return False
    paths = {one.file: project.root / one.file for one in home.changed()}
    now = {file: project.read_bytes(path.resolve()) for file, path in paths.items()}
    for one in home.changed():
        if now[one.file] != _as_on_disk(now[one.file], one.before):
            raise UsageError(say("import.changed", file=one.file))
    for one in home.changed():
        write(paths[one.file].resolve(), _as_on_disk(now[one.file], one.text))
        say_it(say("import.written", file=one.file))
    _save_pictures(arrival, home)
    return True


def _save_pictures(arrival: Arrival, home: Homecoming) -> None:
    """New photographs beside the draft: nobody has looked at them yet."""
    for one in home.outcomes:
        if isinstance(one.operation, NewPhoto) and one.state == "applied":
            write(arrival.path.with_name(one.operation.file), arrival.opened.media[one.operation.digest][1])


def _as_on_disk(raw: bytes, text: str) -> bytes:
    """The text with the byte order mark and the line ends that the file has."""
    if b"\r\n" in raw:
        text = text.replace("\n", "\r\n")
    return (b"\xef\xbb\xbf" if raw.startswith(b"\xef\xbb\xbf") else b"") + text.encode()


def _new_problems(project: Project, arrival: Arrival, home: Homecoming) -> list[Problem]:
    """What `check` would find after the import and does not find now."""
    files = {(project.root / one.file).resolve(): one.text.encode() for one in home.changed()}
    changed = Changed(project.root, project.reports, files)
    return telling.worse(*(_checked(one, arrival.kept.edition) for one in (project, changed)))


def _checked(project: Project, name: str) -> list[Problem]:
    try:
        return Workshop(project, [name]).check().problems
    except ContentError as error:
        return list(error.problems)


# ---------------------------------------------------------------------------------------------- facts


def _change_facts(yaml: YamlText, wishes: Wishes) -> None:
    """A fact is changed only together with the words of the article that say so."""
    for id, typed in wishes.facts.items():
        fact = yaml.parsed.data.get("facts", {}).get(id)
        if fact is None:
            raise UsageError(say("import.no-fact", id=id, file=yaml.file))
        if "derived" in fact:
            raise UsageError(say("import.derived", id=id))
        if id not in wishes.quotes:
            raise UsageError(say("import.quote", id=id))
        _change(yaml, id, fact, typed, wishes.quotes[id])


def _change(yaml: YamlText, id: str, fact: Mapping[str, object], typed: str, quote: str) -> None:
    if "date" in fact:
        yaml.set(("facts", id, "date"), typed)
    else:
        yaml.set(("facts", id, "value"), _number(typed))
    yaml.set(("facts", id, "quote"), quote)


def _number(typed: str) -> int | Decimal:
    try:
        plain = typed.replace(",", "").replace("，", "")
        return Decimal(plain) if "." in plain else int(plain)
    except (ValueError, ArithmeticError) as error:
        raise UsageError(say("import.number", given=typed)) from error


def pairs(given: list[str] | None) -> dict[str, str]:
    """`ID=TEXT` options as a map. Raises UsageError."""
    out = {}
    for one in given or []:
        id, sign, text = one.partition("=")
        if not (sign and id.strip() and text.strip()):
            raise UsageError(say("import.pair", given=one))
        out[id.strip()] = text.strip()
    return out


def ask_at_terminal(question: str) -> bool:
    """A person at a terminal is asked; without one the answer is no."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    return input(f"{shown(question)} [y/N] ").strip().lower() in ("y", "yes", "是")


def hear_at_terminal() -> Hear | None:
    """A person who is asked line by line; None where nobody sits at a terminal."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return None
    return lambda question: input(f"{shown(question)} ")


def is_untouched(project: Project, package: bytes) -> bool:
    """Does a draft say what was written in it, or what has come home already? Any doubt is a no."""
    try:
        with bounded():
            return _is_untouched(project, package)
    except (ContentError, UsageError, ValueError):
        return False


def _is_untouched(project: Project, package: bytes) -> bool:
    parts = unpack(package)
    kept = baseline_of(parts)
    if kept is None or not kept.layout or kept.around is None:  # of an earlier draft not all of it can be told
        return False
    changes = compare(kept, opened(parts))
    if changes.reports or not changes.operations:
        return not changes.reports
    text = project.read(project.root / kept.source.name)
    desk = Desk.of(project, text, kept.source.name)
    home = bring_home(kept, text, kept.source.name, changes.operations, desk)
    return all(one.state == "there-already" for one in home.outcomes)
