"""What the tracker of projects shows."""

from __future__ import annotations

from dataclasses import dataclass

from bulletin.content import model
from bulletin.content.prose import references
from bulletin.edition import typography
from bulletin.edition.blocks import Block, Caption
from bulletin.edition.compositor import Compositor, Maker
from bulletin.edition.plates import MARKS
from bulletin.edition.text import Both, Mark, Pair

NOTHING = Pair((), ())
_LEGEND: tuple[Mark, ...] = ("done", "under_way", "planned", "unstated")


@dataclass(frozen=True, slots=True)
class TrackerRow:
    """A project; None stands for what the article does not state."""

    name: Pair
    size: Pair | None
    marks: tuple[Mark, ...]
    stage: Both
    done: Pair | None
    plan: Pair | None


@dataclass(frozen=True, slots=True)
class Tracker(Block):
    caption: Caption
    heads: tuple[Both, ...]  # name, size, stage, done, plan
    rows: tuple[TrackerRow, ...]
    legend: tuple[tuple[Mark, Both], ...]
    id: str = "projects"


def make(compositor: Compositor) -> Tracker:
    tracker = compositor.content.tracker
    assert tracker is not None
    words, projects = compositor.words, compositor.content.projects
    heads = [words.phrase(name) for name in ("project", "size", "stage", "done_and_under_way", "planned_head")]
    if tracker.name:
        heads[0] = typography.both(tracker.name)
    if tracker.done:
        heads[3] = typography.both(tracker.done)
    rows = tuple(_project(compositor, i, project) for i, project in enumerate(projects) if project.tracked)
    used = {mark for row in rows for mark in row.marks}
    legend = tuple((mark, words.mark(mark)) for mark in _LEGEND if mark in used)
    return Tracker(compositor.plates.caption(tracker, ("tracker",), []), tuple(heads), rows, legend)


def _project(compositor: Compositor, at: int, project: model.Project) -> TrackerRow:
    path = ("projects", at)
    texts = {key: getattr(project, key) for key in ("size", "done", "plan")}
    facts = [ref.id for text in texts.values() if text for ref in references(text.zh)]
    name, rows = compositor.setter.pair(project.name, (*path, "name"), raised=False), compositor.setter.raised(facts)
    set_ = {
        key: compositor.setter.pair(text, (*path, key), raised=False, prose=False) if text else None
        for key, text in texts.items()
    }
    if project.status == "achieved" and set_["plan"] is None:
        set_["plan"] = NOTHING  # what is done has no plan, and lacks none
    marks: tuple[Mark, ...] = tuple(project.stage.marks) if project.stage else (MARKS[project.status],)
    stage = typography.both(project.stage.label) if project.stage else compositor.words.works(project.status)
    return TrackerRow(
        Pair(name.zh + rows, name.en, name.path),
        set_["size"],
        marks,
        compositor.plates.doubts.state(stage, project),
        set_["done"],
        set_["plan"],
    )


MAKER = Maker(make)
