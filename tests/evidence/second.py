"""A second planter, by somebody who had not read the rules: what `check --strict` sees of its lies, kind by kind.

`python -m tests.evidence.second` plants twenty of a kind in the project's contents, in those that nobody fitted and in
two of strangers, and prints how many are seen; `-v` what slips through, `-v WORD …` of kinds whose name has a word.
A lie of a text is held against the rules of texts first; what they do not see, a whole check is asked.
"""

from __future__ import annotations

import os
import random
import shutil
import sys
import tempfile
import time
from collections import Counter, defaultdict
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from multiprocessing import get_context
from pathlib import Path

from bulletin.content.model import Both
from bulletin.content.yaml_text import parse
from bulletin.evidence.case import Case
from bulletin.evidence.rules import around, bare_unit, borne, glossary, instead, limit, owner, parity, retold, unstated
from bulletin.evidence.verify import Hearings
from bulletin.project import SUMMARY
from tests.conftest import ROOT
from tests.evidence import second_facts, second_parts, second_plates, second_references, second_texts
from tests.evidence.plant import Lie, planted
from tests.evidence.plant_bed import Bed, Harvest
from tests.evidence.second_kinds import KINDS, Second
from tests.evidence.test_turned import _of_text, said
from tests.test_unfitted import NAMES, assembled

MOST, SEED = 20, 1
OWN, STRANGERS = "", ("hospital", "market")
OF_TEXTS = (parity, glossary, around, bare_unit, borne, instead, limit, owner, unstated, retold)

assert second_facts and second_parts and second_plates and second_references and second_texts  # they name their kinds
Row = tuple[str, Lie, bool]


def assembled_of_stranger(name: str, folder: Path) -> Path:
    """The content of somebody who had never seen the program, as a project."""
    shutil.copytree(ROOT / "templates", folder / "templates")
    of = ROOT / "tests" / "cases" / "stranger"
    (folder / "content").mkdir()
    (folder / "seeds").mkdir()
    shutil.copy(ROOT / "content" / "publication.yaml", folder / "content")
    shutil.copy(of / f"{name}.yaml", folder / "content")
    shutil.copy(of / f"{name}.txt", folder / "seeds")
    terms = of / f"{name}.glossary.yaml"
    known = terms.read_text(encoding="utf-8") if terms.exists() else "terms: []\n"
    (folder / "content" / "glossary.yaml").write_text(known, encoding="utf-8")
    return folder


@dataclass
class Field:
    """A bed, and what its texts are told of without a lie."""

    bed: Bed

    @classmethod
    def of(cls, name: str, folder: Path) -> Field:
        if name == OWN:
            return cls(Bed())
        return cls(Bed((assembled_of_stranger if name in STRANGERS else assembled)(name, folder / name)))

    def lies(self, name: str) -> dict[str, list[Lie]]:
        """What there is of a kind, by file, in an order of chance."""
        found = {}
        for sheet in self.bed.sheets:
            chance = random.Random(f"{SEED} {name} {sheet.name}")
            if lies := list(KINDS[name](sheet, chance)):
                found[sheet.name] = chance.sample(lies, len(lies))
        return found

    def is_seen(self, lie: Lie) -> bool:
        return self._of_text(lie) or self._of_file(lie)

    def _of_text(self, lie: Lie) -> bool:
        """Is anything told of the text alone that was not told before?"""
        at = {path[:-1] for path in lie.edits if path[-1] in ("zh", "en")}
        if len(at) != 1 or any(path[-1] not in ("zh", "en") for path in lie.edits) or lie.file == SUMMARY:
            return False
        (path,), case = at, self._case(lie.file)
        text = next((text for place, text in case.told if place == path), None)
        if not isinstance(text, Both):
            return False
        new = text.model_copy(update={str(place[-1]): words for place, words in lie.edits.items()})
        before, after = (set(said(OF_TEXTS, _of_text(case, path, one))) for one in (text, new))
        return bool(after - before)

    def _case(self, name: str) -> Case:
        return self._cases(name)

    def __post_init__(self) -> None:
        self._cases = cache(lambda name: self.bed.bench.case(*self.bed.contents[name]))

    def _of_file(self, lie: Lie) -> bool:
        true = next(sheet.parsed for sheet in self.bed.sheets if sheet.name == lie.file)
        before = self.bed.before[lie.file]
        if isinstance(lie, Second) and lie.terms:
            return self._of_glossary(lie)
        if isinstance(lie, Second) and lie.true:
            told = self.bed.problems(parse(planted(true, lie.true), true.file))
            before = Counter((problem.rule, problem.message) for problem in told)
        told = self.bed.problems(parse(planted(true, lie.edits), true.file))
        return any((problem.rule, problem.message) not in before for problem in told)

    def _of_glossary(self, lie: Second) -> bool:
        """Every file is checked, and the glossary itself."""
        bed, library = self.bed, self.bed.library
        bed.library.contents, bed.library.summary, bed.library.lock = dict(bed.contents), bed.summary, bed.lock
        known = library.glossary
        terms = [one.model_copy(update={"en": lie.terms.get(at, one.en)}) for at, one in enumerate(known.terms)]
        bed.bench.names = bed.bench.all_names
        told = []
        for glossary_ in (known, known.model_copy(update={"terms": terms})):
            library.house = [(parsed, glossary_ if "terms" in parsed.data else one) for parsed, one in library.house]
            library.glossary, bed.bench.hearings = glossary_, Hearings()
            told.append({(problem.rule, problem.message) for problem in bed.bench.check().problems})
        library.glossary = known
        library.house = [(parsed, known if "terms" in parsed.data else one) for parsed, one in library.house]
        return bool(told[1] - told[0])


def chosen(found: dict[str, list[Lie]], name: str, most: int = MOST) -> list[Lie]:
    """From the files in turn; of the summary no more than two where others have the kind, too."""
    files = sorted(found)
    random.Random(f"{name}{SEED}").shuffle(files)
    least = {file: found[file][:2] if file == SUMMARY and len(files) > 3 else found[file] for file in files}
    rows = [(at, files.index(file), lie) for file in files for at, lie in enumerate(least[file])]
    return [lie for *_, lie in sorted(rows, key=lambda row: row[:2])[:most]]


def _lies_of(field: str, names: list[str]) -> dict[str, dict[str, list[Lie]]]:
    with tempfile.TemporaryDirectory() as folder:
        of = Field.of(field, Path(folder))
        return {name: of.lies(name) for name in names}


def _seen_of(field: str, wanted: list[tuple[str, Lie]]) -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        of = Field.of(field, Path(folder)) if wanted else None
        return [(name, lie, of.is_seen(lie)) for name, lie in wanted if of]


def harvest(most: int = MOST, words: list[str] | None = None, processes: int = 2) -> dict[str, Harvest]:
    """Every kind whose name has one of the words, planted and looked for."""
    fields = [OWN, *NAMES, *STRANGERS]
    with ProcessPoolExecutor(processes, mp_context=get_context("fork")) as crew:
        every = defaultdict[str, dict[str, list[Lie]]](dict)
        home = dict[str, str]()
        names = [name for name in KINDS if not words or any(word in name for word in words)]
        for field, of in zip(fields, crew.map(partial(_lies_of, names=names), fields), strict=True):
            for name, found in of.items():
                every[name] |= found
                home |= dict.fromkeys(found, field)
        wanted = [(name, lie) for name in names for lie in chosen(every[name], name, most)]
        own = [(name, lie) for name, lie in wanted if home[lie.file] == OWN]
        halves = [(OWN, own[::2]), (OWN, own[1::2])]
        halves += [(field, [one for one in wanted if home[one[1].file] == field]) for field in fields[1:]]
        crops = {name: Harvest() for name in names}
        for rows in crew.map(_seen_of, *zip(*halves, strict=True)):
            for name, lie, seen in rows:
                crops[name] = crops[name].with_one(lie, seen)
    return crops


def main(verbose: bool, words: list[str]) -> None:
    start = time.perf_counter()
    found = harvest(words=words, processes=min(2, os.cpu_count() or 1))
    for name in sorted(found):
        print(f"{name:<34} {found[name].planted:>4} {found[name].seen:>4} {100 * found[name].share:5.0f} %")
    planted_, seen = sum(one.planted for one in found.values()), sum(one.seen for one in found.values())
    print(f"{'all':<34} {planted_:>4} {seen:>4} {100 * seen / planted_:5.1f} %  in {time.perf_counter() - start:.0f} s")
    for name in sorted(found) if verbose else ():
        for lie in found[name].through:
            print(f"  {name} | {lie.file} | {lie.what}")


if __name__ == "__main__":
    main("-v" in sys.argv, [one for one in sys.argv[1:] if one != "-v"])
