"""The project into which lies are planted, one at a time, and what `check --strict` sees of them.

Every lie is planted as if somebody had just held the two languages against each other: the lock knows the changed text,
so that a translation that is stale betrays nothing.
"""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from pathlib import Path as FilePath

from bulletin.content.model import Subdistrict, Summary
from bulletin.content.validate import validate
from bulletin.content.yaml_text import Parsed, Path, parse
from bulletin.evidence.article import bare
from bulletin.problems import ContentError, Problem
from bulletin.project import SUMMARY
from tests.conftest import ROOT, workshop
from tests.evidence.plant import KINDS, Lie, Sheet, planted

MOST = 20
SEED = 5
NO_SUCH_KEY = "there is no key"


class Bed:
    """A project into which lies are planted, one at a time."""

    def __init__(self, folder: FilePath = ROOT) -> None:
        self.bench = workshop(folder)
        self.library = self.bench.library
        assert not self.library.problems
        self.contents, self.summary, self.lock = dict(self.library.contents), self.library.summary, self.library.lock
        beside = {name: parsed.data for name, (parsed, _) in self.contents.items()}
        terms = next(tuple(parsed.data["terms"]) for parsed, _ in self.library.house if "terms" in parsed.data)
        self.sheets = [
            Sheet(name, parsed, self.bench.case(parsed, content).article.bare.text, beside, terms)
            for name, (parsed, content) in self.contents.items()
        ]
        self.sheets += [Sheet(SUMMARY, self.summary[0], "", beside, terms)] if self.summary else []

    @cached_property
    def before(self) -> dict[str, Counter[tuple[str, str]]]:
        """What is said of each file as it stands."""
        return {sheet.name: _counted(self.problems(sheet.parsed)) for sheet in self.sheets}

    def lies(self, name: str) -> list[Lie]:
        """Up to twenty of a kind: from all files in turn, and no part twice while there are others."""
        chance, rows = random.Random(f"{SEED} {name}"), defaultdict[int, list[Lie]](list)
        for sheet in self.sheets:
            found = list(KINDS[name](sheet))
            chance.shuffle(found)
            for i, lie in enumerate(_fewest_twice(found)):
                rows[i].append(lie)
        return [lie for i in sorted(rows) for lie in rows[i]][:MOST]

    def is_seen(self, lie: Lie) -> bool | None:
        """None: the model has no such key yet."""
        before = next(sheet.parsed for sheet in self.sheets if sheet.name == lie.file)
        parsed = parse(planted(before, lie.edits), before.file)
        assert parsed.data != before.data, f"nothing is changed: {lie.what}"
        problems = self.problems(parsed)
        if lie.field and any(p.message.startswith(f"{NO_SUCH_KEY} {lie.field}") for p in problems):
            return None
        new = [p for p in problems if (p.rule, p.message) not in self.before[lie.file]]
        lines = {line for part in lie.parts for line in _lines(parsed, part)}
        here = (p.place.file == before.file and p.place.line in lines for p in new)
        return any(here) or bool(lie.gone and any(_names(p, lie.gone) for p in new))

    def problems(self, parsed: Parsed) -> list[Problem]:
        """What the command says of one file that reads like this."""
        name = parsed.file.rpartition("/")[2].removesuffix(".yaml")
        self.library.contents, self.library.summary = dict(self.contents), self.summary
        try:
            if name == SUMMARY:
                self.library.summary = parsed, validate(Summary, parsed)
                texts = self.bench.texts(*self.library.summary)
            else:
                self.library.contents[name] = parsed, validate(Subdistrict, parsed)
                texts = self.bench.case(*self.library.contents[name])
        except ContentError as error:
            return list(error.problems)
        self.library.lock, self.bench.names = self.lock.with_file(name, texts.entries), [name]
        return self.bench.check().problems


def _fewest_twice(lies: list[Lie]) -> list[Lie]:
    """In an order in which a part comes again only when each has come."""
    times, turns = Counter[tuple[Path, ...]](), []
    for lie in lies:
        times[lie.parts] += 1
        turns.append(times[lie.parts])
    return [lie for _, _, lie in sorted(zip(turns, range(len(lies)), lies, strict=True), key=lambda row: row[:2])]


def _counted(problems: list[Problem]) -> Counter[tuple[str, str]]:
    return Counter((problem.rule, problem.message) for problem in problems)


def _lines(parsed: Parsed, path: Path) -> range:
    """The lines of a part, from its key; of a list or map from which something was deleted, its key's only."""
    span = parsed.values[path]
    first = parsed.keys.get(path, span).line
    if path in (("honours",), ("projects",), ("facts",)):
        return range(first, first + 1)
    inside = re.sub(r"(?:\s*\n\s*(?:#.*)?)+\Z", "", parsed.text[span.start : span.end])
    return range(first, span.line + inside.count("\n") + 1)


def _names(problem: Problem, words: str) -> bool:
    """Does it quote what is gone? Four characters in a row are no accident."""
    said = bare(" ".join([problem.message, *(text for _, text in problem.notes)])).text
    plain = bare(words).text
    return any(plain[i : i + 4] in said for i in range(max(1, len(plain) - 3)))


@dataclass(frozen=True)
class Harvest:
    """What became of the lies of one kind."""

    planted: int = 0
    seen: int = 0
    through: tuple[Lie, ...] = ()

    def with_one(self, lie: Lie, seen: bool | None) -> Harvest:
        if seen is None:
            return self
        more = () if seen else (lie,)
        return replace(self, planted=self.planted + 1, seen=self.seen + seen, through=self.through + more)

    @property
    def share(self) -> float:
        return self.seen / self.planted if self.planted else 1.0


def harvest(bed: Bed, step: int = 1) -> dict[str, Harvest]:
    """Every kind, planted and looked for; of its lies every `step`th."""
    found = dict.fromkeys(KINDS, Harvest())
    for name in KINDS:
        for lie in islice(bed.lies(name), 0, None, step):
            found[name] = found[name].with_one(lie, bed.is_seen(lie))
    return found
