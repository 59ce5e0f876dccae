"""Operations → edits of today's content file. Where the file has changed meanwhile nothing is applied."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from bulletin.content.yaml_text import Path
from bulletin.messages import say
from bulletin.word import Kept
from bulletin.word.look import Lang

from .carry import carry, project
from .earlier import Earlier
from .entry_operations import NewEvidence, NewFigure, NewPhoto, NewTerm, TakenFigure, TakenTerm
from .filling import Desk
from .item_edits import ItemEdits, says_now
from .merging import merged
from .operations import Add, Delete, Figure, Fill, Insert, Merge, Move, Operation, Set, Split
from .outcome import Outcome
from .proposing import proposed
from .said import is_prose
from .spans import CannotEdit, YamlText
from .story_operations import CutStory, JoinStory, NewStory
from .today import Drafted, Today, affixes

_ENTRIES = (NewFigure, NewTerm, NewEvidence, NewPhoto, TakenFigure, TakenTerm)
_BOTH: tuple[Lang, Lang] = ("zh", "en")


@dataclass(slots=True)
class Homecoming:
    """The content file and the glossary after the edits, and what became of every operation, in the draft's order."""

    yaml: YamlText
    outcomes: list[Outcome] = field(default_factory=list)
    glossary: YamlText | None = None

    def changed(self) -> list[YamlText]:
        """The files that read otherwise now."""
        return [one for one in (self.yaml, self.glossary) if one is not None and one.text != one.before]


def bring_home(
    kept: Kept, text: str, file: str, operations: Iterable[Operation], desk: Desk | None = None
) -> Homecoming:
    """Applies what can be applied: texts first, as they move nothing, then whole items.

    `desk`: the article and the words with which new items are filled; without it they are TODO.
    """
    order, yaml = list(operations), YamlText(text, file)
    today = Today(yaml.parsed, kept, _drafted(order))
    made = _homecoming(yaml, today, order, desk, Earlier(kept, today, partial(_of_baseline, kept, order)))
    if any(isinstance(one.operation, Move) and one.operation.container == "findings" for one in made.outcomes):
        _follow(made.yaml)
    return made


def _homecoming(
    yaml: YamlText, today: Today, order: Sequence[Operation], desk: Desk | None, earlier: Earlier | None
) -> Homecoming:
    made = Homecoming(yaml)
    editor = _Editor(made.yaml, today, desk)
    outcomes: dict[int, Outcome] = {}
    ranked = sorted(enumerate(order), key=lambda item: (_RANK[type(item[1])], getattr(item[1], "at", 0)))
    editor.prepare(one for one in order if isinstance(one, JoinStory))
    for last in (False, True):
        for n, one in ranked:
            if isinstance(one, JoinStory) is last:
                outcomes[n] = _tried(editor, one, desk, earlier)
        for cut, outcome in () if last else editor.finish():
            outcomes[order.index(cut)] = proposed(outcome, desk, today.parsed.data)
    made.glossary = editor.glossary
    made.outcomes = [outcomes[n] for n in range(len(order))]
    return made


_RANK = {
    Set: 0, Fill: 0, Split: 1, Merge: 2, Insert: 3, Add: 3, Move: 3, NewStory: 3, CutStory: 3, NewFigure: 3, NewTerm: 3,
    NewEvidence: 3, NewPhoto: 3, Delete: 4, TakenFigure: 4, TakenTerm: 4, Figure: 5, JoinStory: 6,
}  # fmt: skip


def _drafted(order: Sequence[Operation]) -> Drafted:
    """The texts that a draft changed, and those that are new in it."""
    changed, new = dict[tuple[str, str], str](), list[tuple[str, str]]()
    for one in order:
        if isinstance(one, Set):
            changed[one.path, one.lang] = one.new
        elif isinstance(one, (Split, Merge)):
            first, *rest = one.parts if isinstance(one, Split) else [one.new]
            changed |= {(one.path, lang): text for lang, text in zip(_BOTH, first, strict=True)}
            new += [pair for both in rest for pair in zip(both, _BOTH, strict=True)]
        elif isinstance(one, Insert):
            new += [(one.zh, "zh"), (one.en, "en")]
        elif isinstance(one, Add):
            new += [pair for cell in one.cells for pair in ((cell.zh, "zh"), (cell.en, "en"))]
        elif isinstance(one, (NewStory, CutStory)):
            new += [pair for both in (one.title, *one.paragraphs) for pair in zip(both, _BOTH, strict=True)]
    return Drafted(changed, frozenset(one for one in new if one[0]))


def _of_baseline(kept: Kept, order: Sequence[Operation], text: str) -> tuple[Any, list[Operation]]:
    """What operations on whole items and texts make of the baseline alone; those that find no place in it."""
    own = [one for one in order if not isinstance(one, (Fill, Figure, *_ENTRIES))]
    yaml = YamlText(text, kept.source.name)
    made = _homecoming(yaml, Today(yaml.parsed, kept), own, None, None)
    return made.yaml.parsed.data, [one.operation for one in made.outcomes if one.state == "conflict"]


def _tried(editor: _Editor, one: Operation, desk: Desk | None, earlier: Earlier | None) -> Outcome:
    """What becomes of an operation; what the file has already, wherever it stands, has come home before."""
    if earlier and (place := earlier.place(one)) is not None:
        if isinstance(one, Move):
            editor.stayed(one, place)
        return Outcome(one, "there-already", place=place)
    try:
        made = editor.apply(one)
    except CannotEdit as error:
        made = Outcome(one, "not-applied", str(error))
    if made.state in ("conflict", "not-applied") and editor.stands(one):
        return Outcome(one, "there-already", place=made.place)
    return proposed(made, desk, editor.today.parsed.data)


def _follow(yaml: YamlText) -> None:
    """The order of a summary's places is that of its findings: `order` says it for the whole summary."""
    names = [one["subdistrict"] for one in yaml.value(("findings",))]
    order = yaml.parsed.data.get("order") or []
    slots = [n for n, name in enumerate(order) if name in names]
    for slot, name in zip(slots, names, strict=False):
        yaml.set(("order", slot), name)


def _own(old: str, now: str, new: str) -> str:
    """What the draft says, without what the program added to the curator's words. Raises CannotEdit."""
    own = merged(old, now, new)
    if own is None:
        raise CannotEdit(say("import.program-words"))
    return own


class _Editor(ItemEdits):
    """Makes the edits that operations ask for."""

    def apply(self, one: Operation) -> Outcome:
        if isinstance(one, Set):
            return self._set(one)
        if isinstance(one, Split):
            return self._split(one)
        if isinstance(one, Merge):
            return self._merge(one)
        if isinstance(one, Insert):
            return self._insert(one)
        if isinstance(one, Add):
            return self._add(one)
        if isinstance(one, Fill):
            return self._fill(one)
        if isinstance(one, Move):
            return self._move(one)
        if isinstance(one, Delete):
            return self._delete(one)
        if isinstance(one, (NewStory, CutStory, JoinStory)):
            return self.on_stories(one)
        if isinstance(one, (TakenFigure, TakenTerm)):
            return self.take(one)
        if isinstance(one, (NewFigure, NewTerm, NewEvidence, NewPhoto)):
            return self.on_entries(one)
        return Outcome(one, "not-applied", say("import.figure-stays"), self.today.path(one.path) or ())

    def stands(self, one: Operation) -> bool:
        """Do the words that an operation makes stand in the content file, wherever they went since?"""
        if isinstance(one, Set):
            return self.today.says((one.new, one.lang))
        if isinstance(one, Split):
            return self.today.says(*(text for zh, en in one.parts for text in ((zh, "zh"), (en, "en"))))
        if isinstance(one, (Merge, Insert)):
            zh, en = one.new if isinstance(one, Merge) else (one.zh, one.en)
            return self.today.says((zh, "zh"), (en, "en"))
        return isinstance(one, Move) and self.today.holds(one.container, one.text)

    # ------------------------------------------------------------------ texts

    def _set(self, one: Set) -> Outcome:
        return self._text(one, one.path, one.lang, one.old, one.new)

    def _text(self, one: Operation, path: str, lang: Lang, old: str, new: str) -> Outcome:
        """One text, 3-way: what the draft was made from, what the person made of it, what the file says today."""
        found = self.today.source(path, lang)
        if found is None:
            return Outcome(one, "conflict", say("import.text-gone"))
        place, source = found
        now = project(source, lang, prose=is_prose(path))
        ends = affixes(old, now)
        if ends is None:
            return self._both(one, place, source, (old, now, new))
        if not (new.startswith(ends[0]) and new.endswith(ends[1]) and len(new) > len(ends[0]) + len(ends[1])):
            return Outcome(one, "not-applied", say("import.program-words"), place)
        bare = new[len(ends[0]) : len(new) - len(ends[1])]
        self.yaml.set(self.current(place), carry(source, now, bare))
        return Outcome(one, "applied", place=place)

    def _both(self, one: Operation, place: Path, source: str, texts: tuple[str, str, str]) -> Outcome:
        """The content file says it otherwise than the draft did: its own words were changed, or the program added some.

        `texts`: what the draft said, what the file says, what the draft says now.
        """
        old, now, new = texts
        both = merged(old, now, new)
        if both is None and self.today.is_as_it_was:
            return Outcome(one, "not-applied", say("import.program-words"), place)
        if both is None:
            return Outcome(one, "conflict", says_now(source), place)
        if now in (new, both):
            return Outcome(one, "there-already", place=place)
        self.yaml.set(self.current(place), carry(source, now, both))
        return Outcome(one, "applied", place=place)

    def _there(self, one: Operation, path: str, texts: tuple[str, str]) -> Outcome | None:
        """Has the content file got what the operation would make?"""
        found = [self.today.source(path, "zh"), self.today.source(path, "en")]
        now = [project(one[1], lang, prose=True) for one, lang in zip(found, _BOTH, strict=True) if one]
        return Outcome(one, "there-already", place=self.today.path(path) or ()) if now == list(texts) else None

    # ------------------------------------------------------------------ items

    def _split(self, one: Split) -> Outcome:
        olds: list[tuple[str, Lang, str]] = [(one.path, "zh", one.old[0]), (one.path, "en", one.old[1])]
        if conflict := self._conflict(one, olds):
            return self._there(one, one.path, one.parts[0]) or conflict
        place = self.today.path(one.path) or ()
        parts = self._with_forms(one, place)
        for n, lang in enumerate(_BOTH):
            self.yaml.set(self.current((*place, lang)), parts[0][n])
        for zh, en in parts[1:]:
            self.put(place[:-1], place, {"zh": zh, "en": en})
            self.parts.setdefault(place, []).append(self.last[place[:-1], place])
        return Outcome(one, "applied", place=place)

    def _with_forms(self, one: Split, place: Path) -> list[tuple[str, str]]:
        """The parts with the curator's own signs and forms: the whole is carried, then cut where it was cut."""
        cut = "\u2029"
        whole = []
        for n, lang in enumerate(_BOTH):
            found = self.today.source(one.path, lang)
            source = found[1] if found else ""
            now = project(source, lang, prose=True)
            carried = carry(source, now, _own(one.old[n], now, cut.join(pair[n] for pair in one.parts)))
            whole.append([part.strip() for part in carried.split(cut)])
        return list(zip(*whole, strict=True))

    def _merge(self, one: Merge) -> Outcome:
        olds: list[tuple[str, Lang, str]] = [(one.path, "zh", one.old[0]), (one.path, "en", one.old[1])]
        for path, (zh, en) in zip(one.gone, one.old_gone, strict=True):
            olds += [(path, "zh", zh), (path, "en", en)]
        if conflict := self._conflict(one, olds):
            return self._there(one, one.path, one.new) or conflict
        place = self.today.path(one.path) or ()
        for n, (lang, glue) in enumerate(zip(_BOTH, ("", " "), strict=True)):
            sources = [self.today.source(path, lang) for path in (one.path, *one.gone)]
            source = glue.join(found[1] for found in sources if found)
            now = project(source, lang, prose=True)
            old = glue.join(pair[n] for pair in (one.old, *one.old_gone))
            self.yaml.set(self.current((*place, lang)), carry(source, now, _own(old, now, one.new[n])))
        for path in one.gone:
            self.drop(self.today.path(path) or ())
        return Outcome(one, "applied", place=place)
