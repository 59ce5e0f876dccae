"""`python -m tests.desk.scored [NAME …]`: what `new` proposes, held against what a curator has written of the article.

Each curated content of the project, and of those that nobody fitted, is compared with the worksheet that `new` makes of
the same article under the project's glossary. A fact is found where the worksheet has one on the same numeral of the
article; a proposal is kept where the curator's file says the same under that key, and other where it says something
else, which a gap does not: another word for the same thing, or wrong. `--per-file` tells each file.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from bulletin.content.model import Fact
from bulletin.desk.new import start
from bulletin.evidence.case import Case, Span
from bulletin.project import Project
from bulletin.workshop import Workshop
from tests.conftest import ROOT
from tests.test_unfitted import FOLDER as UNFITTED

SEEDS = ("dufulu", "jingchenglu", "linshanzhai", "xidajie", "yimalu")
UNSEEN = (
    "jiuquwan",
    "liutang",
    "liuyinqiao",
    "luming",
    "luzhouhu",
    "qingdu",
    "qingshi",
    "shimo",
    "songyanli",
    "wangchuan",
)
MORE = ("weian", "yundu")
KEPT: dict[str, Callable[[Fact], object]] = {
    "value": lambda fact: (fact.value, fact.date, fact.approx),
    "unit": lambda fact: fact.unit and fact.unit.zh,
    "status": lambda fact: fact.status,
    "period": lambda fact: fact.period and fact.period.model_dump(exclude={"where"}),
    "scope": lambda fact: fact.whose is not None,
}
"""What a fact says by itself: its number, what it counts, how far it is, when, and whether it is somebody else's."""
Tally = Counter[str]


def project_of(name: str, folder: Path) -> Path:
    """A project with one curated content, its article, and the glossary that every project begins with."""
    curated, article = ROOT / "content" / f"{name}.yaml", ROOT / "seeds"
    if name not in SEEDS:
        curated, article = UNFITTED / name / "content.yaml", UNFITTED / name / "article.txt"
    (folder / "content").mkdir(parents=True)
    (folder / "seeds").mkdir()
    shutil.copytree(ROOT / "templates", folder / "templates")
    shutil.copy(curated, folder / "content" / f"{name}.yaml")
    for one in sorted(article.glob("*.txt")) if article.is_dir() else [article]:
        shutil.copy(one, folder / "seeds")
    for file in ("glossary.yaml", "publication.yaml"):
        shutil.copy(ROOT / "content" / file, folder / "content")
    return folder


def both(name: str) -> tuple[Case, Case]:
    """The curator's file and the worksheet, over one article."""
    with tempfile.TemporaryDirectory() as temporary:
        root = project_of(name, Path(temporary) / "project")
        wanted = Workshop(Project.at(root)).library.contents[name][1].article
        start(Project.at(root), Path("seeds") / wanted, "proposed")
        workshop = Workshop(Project.at(root))
        cases = (workshop.case(*workshop.library.contents[one]) for one in (name, "proposed"))
        return next(cases), next(cases)


def scored(curated: Case, proposed: Case) -> Tally:
    """Counts: what there is, what of it was found, and what of the found is kept."""
    tally = Tally()
    ours, theirs = dict(_by_numeral(proposed)), dict(_by_numeral(curated))
    tally["facts"], tally["proposals"] = len(theirs), len(ours)
    shared = [(theirs[at], ours[at]) for at in theirs.keys() & ours.keys()]
    tally["facts found"] = len(shared)
    for want, got in shared:
        same = {key: said(want) == said(got) for key, said in KEPT.items()}
        tally.update(f"kept: {key}" for key, is_same in same.items() if is_same)
        tally["kept: all"] += all(same.values())
        tally.update(f"other: {key}" for key, is_same in same.items() if not is_same and KEPT[key](got))
        nouns = [fact.unit and fact.unit.en for fact in (want, got)]
        tally["kept: noun"] += nouns[0] == nouns[1]
        tally["other: noun"] += nouns[0] != nouns[1] and "TODO" not in str(nouns[1])
        tally["kept: quote"] += curated.quoted(want) == proposed.quoted(got)
    tally.update(_grouped(curated, proposed, theirs, ours))
    tally.update(_named("honors", curated, proposed, lambda one: (one.level, one.year)))
    tally.update(_named("projects", curated, proposed, lambda one: one.status))
    key = {at for at, fact in theirs.items() if _is_key(curated, fact)}
    tally["key figures"] = len(key)
    tally["key figures found"] = len(key & {at for at, fact in ours.items() if _is_key(proposed, fact)})
    told = str(proposed.parsed.data)
    tally["TODO"] = told.count("TODO")
    return tally


def _by_numeral(case: Case) -> Iterator[tuple[Span, Fact]]:
    for fact in case.content.facts.values():
        if fact.derived is None and fact.article is None and (numeral := case.numeral(fact)):
            yield numeral.digits, fact


def _grouped(curated: Case, proposed: Case, theirs: dict[Span, Fact], ours: dict[Span, Fact]) -> Tally:
    """Neighbors in the article: do they share a row of evidence in both, or in neither?"""
    tally, rows = Tally(), (_rows(curated), _rows(proposed))
    shared = sorted(theirs.keys() & ours.keys())
    for one, next in pairwise(shared):
        tally["neighbors"] += 1
        together = [row[id(side[one])] == row[id(side[next])] for row, side in zip(rows, (theirs, ours), strict=True)]
        tally["neighbors kept"] += together[0] == together[1]
    return tally


def _rows(case: Case) -> dict[int, object]:
    facts = case.content.facts
    found: dict[int, object] = {id(fact): tuple(case.quoted(fact)) for fact in facts.values()}
    return found | {id(facts[one]): i for i, row in enumerate(case.content.rows) for one in row.facts}


def _named(what: str, curated: Case, proposed: Case, said: Callable[[Any], object]) -> Tally:
    """Honors and projects: found where their quotes overlap."""
    lists = [case.content.honours if what == "honors" else case.content.projects for case in (curated, proposed)]
    theirs, ours = (
        [(span, one) for one in part for span in case.quoted(one)[:1]]
        for case, part in zip((curated, proposed), lists, strict=True)
    )
    tally = Tally({what: len(theirs), f"{what} proposed": len(ours)})
    for span, want in theirs:
        if got := next((one for (a, b), one in ours if a < span[1] and span[0] < b), None):
            tally[f"{what} found"] += 1
            tally[f"{what} kept"] += said(want) == said(got)
    return tally


def _is_key(case: Case, fact: Fact) -> bool:
    facts = case.content.facts
    return any(facts.get(id) is fact for figure in case.content.key_figures for id in figure.of)


def _shares(tally: Tally) -> str:
    def share(part: str, whole: str) -> str:
        return f"{tally[part]}/{tally[whole]} ({100 * tally[part] / max(1, tally[whole]):.1f} %)"

    lines = [f"facts found             {share('facts found', 'facts')} of {tally['proposals']} proposed"]
    lines += [f"kept: {key:18}{share(f'kept: {key}', 'facts found')}" for key in (*KEPT, "all", "noun", "quote")]
    lines += [f"other: {key:17}{tally[f'other: {key}']}" for key in (*KEPT, "noun")]
    lines += [f"rows of evidence        {share('neighbors kept', 'neighbors')}"]
    for what in ("honors", "projects"):
        lines += [f"{what} found".ljust(24) + f"{share(f'{what} found', what)} of {tally[f'{what} proposed']} proposed"]
        lines += [f"{what} kept".ljust(24) + share(f"{what} kept", f"{what} found")]
    lines += [
        f"key figures found       {share('key figures found', 'key figures')}",
        f"TODO                    {tally['TODO']}",
    ]
    return "\n".join(lines)


def main(given: list[str]) -> None:
    names = [one for one in given if not one.startswith("-")]
    for title, group in (("the five", SEEDS), ("ten unseen", UNSEEN), ("two more", MORE)):
        chosen = [name for name in group if not names or name in names]
        tallies = {name: scored(*both(name)) for name in chosen}
        for name, tally in tallies.items() if "--per-file" in given else ():
            print(f"\n{name}\n{_shares(tally)}")
        if chosen:
            print(f"\n{title}: {', '.join(chosen)}\n{_shares(sum(tallies.values(), Tally()))}")


if __name__ == "__main__":
    main(sys.argv[1:])
