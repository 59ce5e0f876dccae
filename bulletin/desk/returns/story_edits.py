"""Whole stories in the content file: put in, cut in two, joined. What goes elsewhere keeps its lines and remarks."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from bulletin.content.yaml_text import Path
from bulletin.messages import listed, say

from .counted import Counted
from .filling import TODO, Desk, unfinished
from .outcome import Outcome
from .spans import CannotEdit, YamlText
from .story_operations import JoinStory, NewStory, Words
from .writing import block_lines

if TYPE_CHECKING:
    from .today import Today

STORIES: Path = ("stories",)
EMPTY = {"zh": TODO, "en": TODO}
"""Holds the place of the paragraphs of a story that was cut off another, until they come."""
_HEAD = re.compile(r"\*\*(?P<head>[^*]+)\*\*[\u3000 ]{1,4}(?P<text>.+)", re.DOTALL)


class StoryEdits(Counted):
    """Makes the edits; those that cut and join stories last, when everything stands where it belongs."""

    def __init__(self, yaml: YamlText, today: Today, desk: Desk | None):
        super().__init__(yaml)
        self.today, self.desk = today, desk
        self.parts: dict[Path, list[object]] = {}  # of paragraphs that were split, all but the first
        self.going: dict[
            Path, object
        ] = {}  # stories that will be joined to others, and what keeps them from being empty

    def prepare(self, joins: Iterable[JoinStory]) -> None:
        """A story that will be joined to another may lose all its paragraphs before."""
        for one in joins:
            container = self.today.path(f"{one.gone}.paragraphs")
            if container is not None:
                self.put(container, (), EMPTY)
                self.going[container[:-1]] = self.last.pop((container, ()))

    def is_there(self, title: Words) -> bool:
        """Has somebody put in a story of this title already?"""
        wanted = both(*title)
        return any(
            isinstance(one, dict) and one.get("title") == wanted for one in self.today.strangers("stories").values()
        )

    # ------------------------------------------------------------------ new

    def new(self, one: NewStory) -> Outcome:
        _, told = self.put_new(one.after, one.title, one.kicker, paragraphs(one.paragraphs))
        return Outcome(one, "applied", "\n".join(told), STORIES)

    def put_new(
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
        left = {**value, "paragraphs": [one for one in texts if one is not EMPTY]}
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

    # ------------------------------------------------------------------ joined

    def shifted(self, rows: str, old: Path, new: Path) -> str:
        """Lines of items of a list with the indentation of another."""
        own, dash = self.yaml.dash((*old, 0)), self.yaml.dash((*new, 0))
        return re.sub(rf"(?m)^ {{{own}}}(?=.)", " " * dash, rows) if dash != own else rows

    def join(self, one: JoinStory) -> Outcome:
        upper, lower = self.today.path(one.path), self.today.path(one.gone)
        if lower is None:
            return Outcome(one, "there-already")
        items = self.items((*lower, "paragraphs"))
        self.yaml.delete_item((*self.current(lower), "paragraphs", items.index(self.going[lower])))
        items.remove(self.going[lower])
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
        keys = [key for key in ("paragraphs", "plates") if other.get(key)]
        for key in keys:
            one[key] = [*one.get(key, []), *other[key]]
        del expected["stories"][int(gone[-1])]
        start, end = self.yaml.lines(gone)
        blank = re.match(r"(?:[ \t]*\n)*", self.yaml.text[end:])
        edits = [(start, end + len(blank[0] if blank else ""), "")]
        edits += [edit for key in keys for edit in self._behind(into, gone, key)]
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
        yield at, at, self.shifted(rows, (*gone, key), (*into, key))

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
