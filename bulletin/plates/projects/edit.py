"""What the table of projects shows."""

from __future__ import annotations

from dataclasses import replace

from bulletin.content.model import Project
from bulletin.content.yaml_text import Path
from bulletin.edition.comparing import Comparing, date_of, in_full_names, name_of, year_of
from bulletin.edition.plates import MARKS, Editor
from bulletin.edition.text import Both, Line, Pair, Run, as_pair, plain
from bulletin.evidence.verify import Verified
from bulletin.plates.projects.model import SomeProjects
from bulletin.plates.table.edit import TableCell, TextTable, table

WIDTHS = (190, 76, 234)
MOST_ZH, MOST_EN = 17, 40
"""Characters that a line of a project's last column holds, at half the page's width."""


def edit(plates: Comparing, plate: SomeProjects, path: Path) -> TextTable:
    """Under each subdistrict's name its projects: mark and name, the state in words, and how far it has got."""
    rows: list[tuple[TableCell, ...]] = []
    for name in plate.subdistricts or with_projects(plates):
        one = plates.verified[name]
        rows.append((TableCell(_heading(plates, one), accent=one.content.accent),))
        rows += [_project(plates, name, project) for project in one.content.projects if project.tracked]
    made = table(plates, plate, path, (), rows, WIDTHS)
    return replace(made, caption=replace(made.caption, note=_others(plates))) if plate.others else made


def with_projects(plates: Comparing) -> list[str]:
    """The subdistricts whose trackers have a row."""
    return [name for name, one in plates.verified.items() if any(project.tracked for project in one.content.projects)]


def _heading(plates: Comparing, one: Verified) -> Pair:
    name, date = name_of(one), date_of(one)
    until = plates.words.phrase("as_of", date.zh, date.en) if year_of(one) else plates.words.phrase("undated")
    return Pair((Run(name.zh), Run(f"　{until.zh}")), (Run(name.en), Run(f", {until.en}")))


def _project(plates: Comparing, name: str, project: Project) -> tuple[TableCell, ...]:
    title = plates.setter.pair(in_full_names(name, project.name), (), raised=False)
    state = as_pair(plates.doubts.state(plates.words.works(project.status), project, f"{name}."))
    said = _said(plates, name, project)
    return TableCell(title, (MARKS[project.status],)), TableCell(state), TableCell(said)


def _said(plates: Comparing, name: str, project: Project) -> Pair:
    """As much of size, done and planned as a line holds; what was done comes first, and a plan is called one."""
    size, done, plan = (
        plates.setter.pair(in_full_names(name, text), (), raised=False, prose=False) if text else None
        for text in (project.size, project.done, project.plan)
    )
    if plan and project.status != "planned":
        head = as_pair(plates.words.phrase("still_planned"))
        plan = Pair((*head.zh, *plan.zh), (*head.en, *plan.en))
    choices = ((size, done, plan), (size, done), (done, plan), (done,), (size, plan), (plan,), (size,))
    texts = [_joined([part for part in choice if part]) for choice in choices]
    texts = [text for text in texts if text.zh] or [as_pair(plates.words.phrase("not_stated"))]
    return next((text for text in texts if _fits(text)), texts[-1])


def _others(plates: Comparing) -> Pair:
    """The projects that the articles only name, each with its state."""
    head = plates.words.phrase("also_named")
    each = [_named(plates, one) for one in plates.verified.values()]
    zh, en = (
        "；".join(filter(None, (both.zh for both in each))),
        "; ".join(filter(None, (both.en for both in each))),
    )
    return as_pair(Both(f"{head.zh}{zh}。", f"{head.en}{en}."))


def _named(plates: Comparing, one: Verified) -> Both:
    zh: list[str] = []
    en: list[str] = []
    for project in one.content.projects:
        if not project.tracked:
            title = plates.setter.both(in_full_names(one.content.name, project.name))
            state = plates.words.works(project.status)
            zh.append(f"{title.zh}（{state.zh}）")
            en.append(f"{title.en} ({state.en})")
    name = name_of(one)
    return Both(f"{name.zh}——{'、'.join(zh)}", f"{name.en} — {', '.join(en)}") if zh else Both("", "")


def _joined(pairs: list[Pair]) -> Pair:
    """Texts of one cell, one behind the other; in English each may begin with a capital, so a dot parts them."""
    zh: Line = ()
    en: Line = ()
    for i, pair in enumerate(pairs):
        zh += (Run("；"), *pair.zh) if i else pair.zh
        en += (Run(" · "), *pair.en) if i else pair.en
    return Pair(zh, en)


def _fits(text: Pair) -> bool:
    return len(plain(text.zh)) <= MOST_ZH and len(plain(text.en)) <= MOST_EN


EDITOR = Editor(edit)
