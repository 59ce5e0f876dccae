"""Whole stories in the content file: put in, cut in two, joined. What goes elsewhere keeps its lines and remarks."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from bulletin.content.yaml_text import Path
from bulletin.messages import listed, say

from .counted import Counted
from .filling import TODO, Desk, unfinished
from .outcome import Outcome
from .spans import CannotEdit, YamlText
from .story_operations import CutStory, JoinStory, NewStory, StoryOperation, Words
from .writing import block_lines

if TYPE_CHECKING:
    from .today import Today

STORIES: Path = ("stories",)
_EMPTY = {"zh": TODO, "en": TODO}
"""Holds the place of the paragraphs of a story that was cut off another, until they come."""
_HEAD = re.compile(r"\*\*(?P<head>[^*]+)\*\*[\u3000 ]{1,4}(?P<text>.+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Cut:
    """A title among the paragraphs of a story, and the story that has it, empty until all else is done."""

    operation: CutStory
    story: Path
    marker: object
    own: object
    plates: tuple[Path, ...]
    told: tuple[str, ...]


class StoryEdits(Counted):
    """Makes the edits; those that cut and join stories last, when everything stands where it belongs."""

    def __init__(self, yaml: YamlText, today: Today, desk: Desk | None):
        super().__init__(yaml)
        self.today, self.desk = today, desk
        self.cuts: list[_Cut] = []

    def on_stories(self, one: StoryOperation) -> Outcome:
        if isinstance(one, JoinStory):
            return self._join(one)
        if self._is_there(one.title):
            return Outcome(one, "there-already", place=STORIES)
        return self._new(one) if isinstance(one, NewStory) else self._mark(one)

    def _is_there(self, title: Words) -> bool:
        """Has somebody put in a story of this title already?"""
        wanted = both(*title)
        return any(isinstance(one, dict) and one.get("title") == wanted for one in self.today.strangers("stories"))

    # ------------------------------------------------------------------ new

    def _new(self, one: NewStory) -> Outcome:
        _, told = self._put_new(one.after, one.title, one.kicker, paragraphs(one.paragraphs))
        return Outcome(one, "applied", "\n".join(told), STORIES)

    def _put_new(
        self, after: int, title: Words, kicker: Words, texts: list[dict[str, Any]], theme: str = TODO
    ) -> tuple[object, tuple[str, ...]]:
        """Puts in a story behind another; gives what it is known by, and what is to be told."""
        behind = self.today.path(f"stories.{after}") if after >= 0 else ()
        if behind is None:
            raise CannotEdit(say("import.no-place"))
        value = {**self._head(title, kicker, theme), "paragraphs": texts}
        index = self.slot(self.items(STORIES), STORIES, behind)
        self._put_story(index, value, "".join(block_lines([value], self.yaml.dash((*STORIES, 0)))))
        own = object()
        self.note(STORIES, behind, index, own)
        left = {**value, "paragraphs": [one for one in texts if one is not _EMPTY]}
        return own, tuple(filter(None, (self._paged(str(value["id"]), behind), _to_do(left))))

    def _head(self, title: Words, kicker: Words, theme: str = TODO) -> dict[str, Any]:
        """The keys of a story up to its title."""
        ids = {one.get("id") for one in self.yaml.value(STORIES)}
        id = next(name for n in range(len(ids) + 1, 2 * len(ids) + 3) if (name := f"story{n}") not in ids)
        named = self.desk.theme(kicker) if self.desk and any(kicker) else None
        return {"id": id, "theme": named or theme, "title": both(*title)}

    def _put_story(self, index: int, value: dict[str, Any], lines: str) -> None:
        expected = copy.deepcopy(self.yaml.parsed.data)
        expected["stories"].insert(index, value)
        start, end = self.yaml.lines((*STORIES, max(0, index - 1)))
        blank = self._blank()
        edit = (end, end, blank + lines) if index else (start, start, lines + blank)
        if not self.yaml.rewrite([edit], expected):
            raise CannotEdit(say("import.cannot-insert", path="stories"))

    def _blank(self) -> str:
        """What stands between two stories: an empty line, where the file has it."""
        count = len(self.yaml.value(STORIES))
        gaps = (self.yaml.text[: self.yaml.lines((*STORIES, n))[0]] for n in range(1, count))
        return "\n" if count < 2 or any(text.endswith("\n\n") for text in gaps) else ""

    def _paged(self, id: str, behind: Path) -> str:
        """Names a new story on the page of the one above it, where the pages name stories. Gives what is to be told."""
        pages = self.yaml.value(("pages",)) if "pages" in self.yaml.parsed.data else None
        if not isinstance(pages, list):
            return ""
        above = self.today.value((*behind, "id")) if behind else None
        for n, page in enumerate(pages):
            if above in page:
                at = page.index(above) + 1
                done = self._page(n, [*page[:at], id, *page[at:]], partial(self.yaml.insert_item, ("pages", n), at, id))
                return "" if done else say("import.unpaged", id=id)
        return say("import.unpaged", id=id)

    # ------------------------------------------------------------------ cut

    def _mark(self, one: CutStory) -> Outcome:
        """The title takes its place among the paragraphs, and the story that has it its place among the stories."""
        story, container = self.today.path(one.path), self.today.path(one.container)
        behind = self.today.path(f"{one.container}.{one.behind}")
        plates = tuple(self.today.path(f"{one.path}.plates.{n}") for n in one.plates)
        if story is None or container is None or behind is None or None in plates:
            return Outcome(one, "conflict", say("import.no-place"))
        texts = paragraphs(one.paragraphs) or [_EMPTY]
        theme = str(self.today.value((*story, "theme")))
        own, told = self._put_new(one.after, one.title, one.kicker, texts, theme)
        self.put(container, behind, both(*one.title))
        self.cuts.append(_Cut(one, story, self.last[container, behind], own, tuple(filter(None, plates)), told))
        return Outcome(one, "applied", place=story)

    def finish(self) -> Iterator[tuple[StoryOperation, Outcome]]:
        """Cuts the stories where titles stand in them; those that stand lowest first."""
        for cut in reversed(self.cuts):
            try:
                self._cut(cut)
                yield cut.operation, Outcome(cut.operation, "applied", "\n".join(cut.told), cut.story)
            except CannotEdit as error:
                self._undo(cut)
                yield cut.operation, Outcome(cut.operation, "not-applied", str(error), cut.story)

    def _undo(self, cut: _Cut) -> None:
        """A title that cut nothing leaves nothing behind."""
        items, stories = self.items((*cut.story, "paragraphs")), self.items(STORIES)
        self.yaml.delete_item((*self.current(cut.story), "paragraphs", items.index(cut.marker)))
        items.remove(cut.marker)
        id = str(self.yaml.value((*STORIES, stories.index(cut.own), "id")))
        self.yaml.delete_item((*STORIES, stories.index(cut.own)))
        stories.remove(cut.own)
        self.unpage(id)

    def _cut(self, cut: _Cut) -> None:
        """What stands behind the title goes to its story, with the plates below."""
        upper, lower = self.current(cut.story), (*STORIES, self.items(STORIES).index(cut.own))
        items = self.items((*cut.story, "paragraphs"))
        at = items.index(cut.marker)
        plates = [int(self.current(path)[-1]) for path in cut.plates]
        expected = copy.deepcopy(self.yaml.parsed.data)
        one, other = (expected["stories"][int(path[-1])] for path in (upper, lower))
        other["paragraphs"] = [*([] if not cut.operation.paragraphs else other["paragraphs"])]
        other["paragraphs"] += one["paragraphs"][at + 1 :]
        del one["paragraphs"][at:]
        if not one["paragraphs"] or not other["paragraphs"]:
            raise CannotEdit(say("import.last-one", path=".".join(map(str, (*upper, "paragraphs")))))
        if plates:
            other["plates"] = [one["plates"][n] for n in sorted(plates)]
            one["plates"] = [plate for n, plate in enumerate(one["plates"]) if n not in plates]
            if not one["plates"]:
                del one["plates"]
        if not self.yaml.rewrite(
            [*self._moved_lines(upper, lower, at, cut), *self._plates(upper, lower, plates)], expected
        ):
            raise CannotEdit(say("import.cannot-move", path=".".join(map(str, (*upper, "paragraphs")))))
        del items[at:]

    def _moved_lines(self, upper: Path, lower: Path, at: int, cut: _Cut) -> Iterator[tuple[int, int, str]]:
        """The paragraphs from the title on are taken out, and put behind those that the lower story has."""
        count = len(self.yaml.value(upper)["paragraphs"])
        items = [self.yaml.lines((*upper, "paragraphs", n)) for n in range(at, count)]
        yield items[0][0], items[-1][1], ""
        own = [self.yaml.lines((*lower, "paragraphs", n)) for n in range(len(self.yaml.value(lower)["paragraphs"]))]
        rows = self._shifted(self.yaml.text[items[0][1] : items[-1][1]], (*upper, "paragraphs"), (*lower, "paragraphs"))
        start = own[-1][1] if cut.operation.paragraphs else own[0][0]
        yield start, own[-1][1], rows

    def _plates(self, upper: Path, lower: Path, plates: list[int]) -> Iterator[tuple[int, int, str]]:
        if not plates:
            return
        spans = [self.yaml.lines((*upper, "plates", n)) for n in sorted(plates)]
        rows = "".join(self.yaml.text[a:b] for a, b in spans)
        at = self.yaml.lines(lower)[1]
        yield at, at, f"{' ' * (self.yaml.dash(lower) + 2)}plates:\n{rows}"
        every = len(plates) == len(self.yaml.value(upper)["plates"])
        yield from ((a, b, "") for a, b in ([self.yaml.lines((*upper, "plates"))] if every else spans))

    def _shifted(self, rows: str, old: Path, new: Path) -> str:
        """Lines of items of a list with the indentation of another."""
        own, dash = self.yaml.dash((*old, 0)), self.yaml.dash((*new, 0))
        return re.sub(rf"(?m)^ {{{own}}}(?=.)", " " * dash, rows) if dash != own else rows

    # ------------------------------------------------------------------ joined

    def _join(self, one: JoinStory) -> Outcome:
        upper, lower = self.today.path(one.path), self.today.path(one.gone)
        if lower is None:
            return Outcome(one, "there-already")
        for lang, old in zip(("zh", "en"), one.title, strict=True):
            if old and not self.today.unchanged(f"{one.gone}.title", lang, old):  # type: ignore[arg-type]
                return Outcome(one, "conflict", say("import.gone"), lower)
        if upper is None:
            return Outcome(one, "conflict", say("import.no-place"))
        into, gone = self.current(upper), self.current(lower)
        id = str(self.yaml.value(gone).get("id"))
        self.items(STORIES)
        self._join_lines(into, gone)
        self.items(STORIES).remove(lower)
        return Outcome(one, "applied", self.unpage(id), upper)

    def _join_lines(self, into: Path, gone: Path) -> None:
        expected = copy.deepcopy(self.yaml.parsed.data)
        one, other = (expected["stories"][int(path[-1])] for path in (into, gone))
        for key in ("paragraphs", "plates"):
            if key in other:
                one[key] = [*one.get(key, []), *other[key]]
        del expected["stories"][int(gone[-1])]
        start, end = self.yaml.lines(gone)
        blank = re.match(r"(?:[ \t]*\n)*", self.yaml.text[end:])
        edits = [(start, end + len(blank[0] if blank else ""), "")]
        edits += [edit for key in ("paragraphs", "plates") if key in other for edit in self._behind(into, gone, key)]
        if not self.yaml.rewrite(edits, expected):
            raise CannotEdit(say("import.cannot-move", path=".".join(map(str, gone))))

    def _behind(self, into: Path, gone: Path, key: str) -> Iterator[tuple[int, int, str]]:
        """The items of a list of the lower story, put behind those of the upper one."""
        count = len(self.yaml.value(gone)[key])
        start, end = self.yaml.lines((*gone, key, 0))[0], self.yaml.lines((*gone, key, count - 1))[1]
        rows = self.yaml.text[start:end]
        if key not in self.yaml.value(into):
            at = self.yaml.lines(into)[1]
            yield at, at, f"{' ' * (self.yaml.dash(into) + 2)}{key}:\n{rows}"
            return
        last = (*into, key, len(self.yaml.value(into)[key]) - 1)
        at = self.yaml.lines(last)[1]
        yield at, at, self._shifted(rows, (*gone, key), (*into, key))

    def unpage(self, id: str) -> str:
        """A story that is gone is named on no page. Gives what is to be told where it still is."""
        pages = self.yaml.value(("pages",)) if "pages" in self.yaml.parsed.data else None
        for n, page in enumerate(pages if isinstance(pages, list) else []):
            if id in page:
                drop = partial(self.yaml.delete_item, ("pages", n, page.index(id)))
                if not self._page(n, [one for one in page if one != id], drop):
                    return say("import.paged", id=id)
        return ""

    def _page(self, n: int, names: list[str], otherwise: Callable[[], object]) -> bool:
        """Writes a page anew between its brackets; where it has none, by its lines."""
        for way in (partial(self.yaml.replace_list, ("pages", n), names), otherwise):
            with suppress(CannotEdit):
                way()
                return True
        return False


def both(zh: str, en: str) -> dict[str, str]:
    return {"zh": zh or TODO, "en": en or TODO}


def paragraphs(texts: tuple[Words, ...]) -> list[dict[str, Any]]:
    """New paragraphs; bold words at the head of both languages are a head of their own."""
    out: list[dict[str, Any]] = []
    for zh, en in texts:
        one, other = _HEAD.fullmatch(zh), _HEAD.fullmatch(en)
        if one and other:
            out.append({"head": both(one["head"], other["head"]), **both(one["text"], other["text"])})
        else:
            out.append(both(zh, en))
    return out


def _to_do(value: dict[str, Any]) -> str:
    left = [*unfinished(value)]
    return say("import.to-do", places=listed(left)) if left else ""
