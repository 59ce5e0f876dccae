"""Items of lists in the content file: put in, filled in, moved, taken out."""

from __future__ import annotations

from collections.abc import Iterable

from bulletin.content.yaml_text import Path
from bulletin.messages import listed, say
from bulletin.word.look import Lang

from .entry_operations import TakenFigure, TakenTerm
from .growing import fill, is_there, new_item
from .lists import item_of
from .operations import Add, Delete, Fill, Insert, Move, Operation
from .outcome import Outcome
from .plate_edits import PlateEdits
from .spans import CannotEdit
from .story_edits import STORIES
from .taken import unnamed


def says_now(source: str) -> str:
    """What the file says today, as the reason of a conflict."""
    return f"{say('import.says-now')}\n{source}"


class ItemEdits(PlateEdits):
    """Makes the edits."""

    def _conflict(self, one: Operation, texts: Iterable[tuple[str, Lang, str]]) -> Outcome | None:
        """An operation on whole items needs every text of them as it was."""
        for path, lang, old in texts:
            if not self.today.unchanged(path, lang, old):
                found = self.today.source(path, lang)
                why = says_now(found[1]) if found else say("import.gone")
                return Outcome(one, "conflict", why, self.today.path(path) or ())
        return None

    def _insert(self, one: Insert) -> Outcome:
        behind = self.today.path(f"{one.container}.{one.after}") if one.after >= 0 else ()
        container = behind[:-1] if behind else self.today.path(one.container)
        if container is None or behind is None:
            return Outcome(one, "conflict", say("import.no-place"))
        value = {lang: text for lang, text in (("zh", one.zh), ("en", one.en)) if text}
        for place, item in self.today.strangers(one.container).items():
            if place not in self.found and isinstance(item, dict) and value.items() <= item.items():
                self.found.add(place)
                if place in self.items(container):
                    self.last[container, behind] = place  # what comes behind the same item comes behind this one
                return Outcome(one, "there-already", place=place)
        self.put(container, behind, value)
        return Outcome(one, "applied", place=container)

    def _add(self, one: Add) -> Outcome:
        container = self.today.path(one.container)
        behind = self.today.path(f"{one.container}.{one.after}") if one.after >= 0 else ()
        if container is None or behind is None:
            return Outcome(one, "conflict", say("import.no-place"))
        if is_there(one, self.today):
            return Outcome(one, "there-already", place=container)
        value, why = new_item(one, self.desk)
        self.put(container, behind, value)
        return Outcome(one, "applied", why, container)

    def _fill(self, one: Fill) -> Outcome:
        place = self.today.path(one.path)
        if place is None:
            return Outcome(one, "conflict", say("import.gone"))
        before = self.yaml.parsed.data
        why = fill(self.yaml, self.current(place), one, self.desk)
        same = self.yaml.parsed.data == before
        return Outcome(one, "there-already" if same else "applied", why, place)

    def _move(self, one: Move) -> Outcome:
        if one.container.endswith(".plates"):
            return self.move_plate(one)
        place = self.today.path(one.path)
        behind = self.today.path(f"{one.container}.{one.after}") if one.after >= 0 else ()
        container = behind[:-1] if behind else self.today.path(one.container)
        if place is None or container is None or behind is None:
            return Outcome(one, "conflict", say("import.uprooted"))
        if place not in self.items(place[:-1]):
            raise CannotEdit(say("import.uprooted"))
        if container == STORIES and self._unpaged(place):
            raise CannotEdit(say("import.paged-order"))
        now = self.current(place)
        index = self.slot([item for item in self.items(container) if item != place], container, behind)
        if now == (*self.current(container), index):
            self.items(container).remove(place)
            self.note(container, behind, index, place)
            return Outcome(one, "there-already", place=place)
        for item in (place, *self.parts.get(place, ())):
            self._move_item(item, place[:-1], container, behind)
        return Outcome(one, "applied", place=place)

    def stayed(self, one: Move, place: Path) -> None:
        """It stands there since an earlier import: what comes behind the same item comes behind it."""
        behind = self.today.path(f"{one.container}.{one.after}") if one.after >= 0 else ()
        if behind is not None and place in self.items(place[:-1]):
            self.last[place[:-1], behind] = place

    def _move_item(self, item: object, old: Path, container: Path, behind: Path) -> None:
        now = (*self.current(old), self.items(old).index(item))
        index = self.slot([other for other in self.items(container) if other != item], container, behind)
        self.yaml.move_item(now, self.current(container), index)
        self.items(old).remove(item)
        self.note(container, behind, index, item)

    def _delete(self, one: Delete) -> Outcome:
        place = self.today.path(one.path)
        if place is None:
            return Outcome(one, "there-already")
        if conflict := self._conflict(one, one.texts):
            return conflict
        if isinstance(place[-1], int) and (item_of(one.path) or place[:-1] == STORIES):
            id = str(self.today.value((*place, "id"))) if place[:-1] == STORIES else ""
            self.drop(place)
            return Outcome(one, "applied", self.unpage(id) if id else "", place)
        self.yaml.delete_key(self.current(place))
        return Outcome(one, "applied", place=place)

    def take(self, one: TakenFigure | TakenTerm) -> Outcome:
        """Takes a key figure or a term out; a fact that nothing prints any longer is told."""
        return self._take_figure(one) if isinstance(one, TakenFigure) else self._take_term(one)

    def _take_figure(self, one: TakenFigure) -> Outcome:
        figures = self.yaml.value(("key_figures",)) if "key_figures" in self.yaml.parsed.data else []
        at = next((n for n, item in enumerate(figures) if tuple(item.get("of", ())) == one.facts), None)
        if at is None:
            return Outcome(one, "there-already", place=())
        if conflict := self._conflict(one, one.texts):
            return conflict
        if len(figures) == 1:
            raise CannotEdit(say("import.last-one", path="key_figures"))
        self.yaml.delete_item(("key_figures", at))
        left = [*unnamed(one.facts, self.yaml.parsed.data)]
        return Outcome(one, "applied", say("import.unnamed", ids=listed(left)) if left else "", ("key_figures",))

    def _take_term(self, one: TakenTerm) -> Outcome:
        terms = [*self.yaml.parsed.data.get("terms", [])]
        if one.term[0] not in terms:
            return Outcome(one, "there-already", place=())
        at = terms.index(one.term[0])
        try:
            self.yaml.replace_list(("terms",), terms[:at] + terms[at + 1 :])
        except CannotEdit:
            self.yaml.delete_item(("terms", at))
        return Outcome(one, "applied", say("import.term-stays", term=one.term[0]), ("terms",))

    def _unpaged(self, place: Path) -> str:
        """A story that goes: told where the pages name it."""
        id = self.today.value((*place, "id"))
        pages = self.today.value(("pages",))
        return say("import.paged", id=id) if isinstance(pages, list) and any(id in page for page in pages) else ""
