"""`generate.py import`: a draft is compared, told, and written into the content file where that was asked for."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from lxml import etree

from bulletin import problems
from bulletin.content.yaml_text import parse
from bulletin.problems import ContentError, Problem, UsageError
from bulletin.project import Project, write
from bulletin.workshop import Workshop
from bulletin.writers.docx import read

from . import telling
from .arrival import LEAST, Arrival, arrive
from .compare import compare
from .home import Homecoming, bring_home
from .opened import open_draft
from .revisions import Choice
from .spans import YamlText

Ask = Callable[[str], bool]
"""Asks a person; without a terminal the answer is no."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What was asked for on the command line. `facts` and `quotes` are by fact id."""

    apply: bool = False
    yes: bool = False
    revisions: Choice = "accept"
    facts: Mapping[str, str] = field(default_factory=dict)
    quotes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Changed(Project):
    """A project in which some files read otherwise than they stand on disk."""

    files: Mapping[Path, bytes] = field(default_factory=dict)

    def read_bytes(self, path: Path, place: problems.Place | None = None) -> bytes:
        return self.files.get(path.resolve()) or super().read_bytes(path, place)


def import_draft(project: Project, path: Path, wishes: Wishes, ask: Ask) -> int:
    """Tells what a person did to a draft; with `apply` writes it home. Gives the exit code. Raises UsageError."""
    arrival = arrive(project, path, wishes.revisions)
    changes = compare(arrival.kept, arrival.opened)
    if changes.found < LEAST:
        raise UsageError(f"{path.name} holds {changes.found:.0%} of the texts of its baseline: it is no draft any more")
    home = bring_home(arrival.kept, arrival.text, arrival.file, changes.operations)
    _change_facts(home.yaml, wishes)
    old = parse(arrival.text, arrival.file)
    _say(telling.head(arrival, changes, home))
    _say(telling.told(arrival, changes, home, old))
    if home.yaml.text == arrival.text:
        return 0
    _say(telling.diff(arrival.text, home.yaml.text, arrival.file))
    new = _new_problems(project, arrival, home)
    sources = {arrival.file: home.yaml.text}
    for one in new:
        print(problems.show(one, sources))
    if not wishes.apply:
        print(f"nothing was written; to write it into {arrival.file}: --apply")
        return 0
    return _write(arrival, home, new, wishes, ask)


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        print(line)


def _write(arrival: Arrival, home: Homecoming, new: list[Problem], wishes: Wishes, ask: Ask) -> int:
    """Worse content is written only when a person, or `--yes`, says so."""
    errors = sum(one.level == "error" for one in new)
    if errors and not wishes.yes:
        print(f"with this import {arrival.file} would have {problems.counted(errors, 'more error')}")
        if not ask("write it all the same?"):
            print("nothing was written; --yes writes it all the same")
            return 1
    if arrival.content.read_bytes() != _as_on_disk(arrival.content, arrival.text):
        raise UsageError(f"{arrival.file} was changed while the draft was read; import it again")
    write(arrival.content, _as_on_disk(arrival.content, home.yaml.text))
    print(f"written: {arrival.file}")
    return 0


def _as_on_disk(path: Path, text: str) -> bytes:
    """The text with the byte order mark and the line ends that the file has."""
    raw = path.read_bytes()
    if b"\r\n" in raw:
        text = text.replace("\n", "\r\n")
    return (b"\xef\xbb\xbf" if raw.startswith(b"\xef\xbb\xbf") else b"") + text.encode()


def _new_problems(project: Project, arrival: Arrival, home: Homecoming) -> list[Problem]:
    """What `check` would find after the import and does not find now."""
    changed = Changed(project.root, project.reports, {arrival.content: home.yaml.text.encode()})
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
            raise UsageError(f"there is no fact {id} in {yaml.file}")
        if "derived" in fact:
            raise UsageError(f"{id} is computed from other facts; change those")
        if id not in wishes.quotes:
            raise UsageError(f"a changed fact needs the words of the article: --quote {id}=…")
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
        raise UsageError(f"{typed} is no number") from error


def pairs(given: list[str] | None) -> dict[str, str]:
    """`ID=TEXT` options as a map. Raises UsageError."""
    out = {}
    for one in given or []:
        id, sign, text = one.partition("=")
        if not (sign and id.strip() and text.strip()):
            raise UsageError(f"write ID=TEXT, not {one}")
        out[id.strip()] = text.strip()
    return out


def ask_at_terminal(question: str) -> bool:
    """A person at a terminal is asked; without one the answer is no."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    return input(f"{question} [y/N] ").strip().lower() in ("y", "yes", "是")


def is_untouched(project: Project, package: bytes) -> bool:
    """Does a draft say what was written in it, or what has come home already? Any doubt is a no."""
    try:
        opened = open_draft(package)
        kept = read(package)
        if kept is None or not kept.layout:
            return False
        changes = compare(kept, opened)
        if changes.reports or not changes.operations:
            return not changes.reports
        text = project.read(project.root / kept.source.name)
        home = bring_home(kept, text, kept.source.name, changes.operations)
        return all(one.state == "there already" for one in home.outcomes)
    except (ContentError, UsageError, ValueError, KeyError, TypeError, IndexError, etree.XMLSyntaxError):
        return False
