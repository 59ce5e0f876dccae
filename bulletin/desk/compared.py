"""What differs between two states of a content file: figures first, then sentences, then the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from bulletin.content.yaml_text import Parsed, Path
from bulletin.desk.returns.writing import flow
from bulletin.messages import say

_ALIKE = 0.4  # from here on a sentence is the other one, written anew
_LANGUAGES = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Leaf:
    """A text in both languages, or any other value; `where`: its path, with ids of items in place of their numbers."""

    where: str
    path: Path
    value: Any

    @property
    def is_text(self) -> bool:
        return isinstance(self.value, tuple)

    @property
    def key(self) -> tuple[str, str]:
        return self.where, repr(self.value)


@dataclass(frozen=True, slots=True)
class Change:
    """One leaf before and after: None before is new, None after is gone."""

    old: Leaf | None
    new: Leaf | None


def compared(old: Parsed, new: Parsed) -> list[str]:
    """The lines of the account; one line where nothing differs."""
    parts = [
        ("diff.figures", [*_figures(old, new)]),
        ("diff.sentences", _told(old, new, texts=True)),
        ("diff.rest", _told(old, new, texts=False)),
    ]
    rows = [row for title, found in parts if found for row in (say(title, n=len(found)), *_lines(found), "")]
    return rows[:-1] or [say("diff.same")]


def _lines(found: list[list[str]]) -> Iterator[str]:
    for first, *others in found:
        yield f"  {first}"
        yield from (f"      {row}" for row in others)


def _figures(old: Parsed, new: Parsed) -> Iterator[list[str]]:
    """A fact that is gone, is new, or says something else: a row of its own for each key that does."""
    before, after = _facts(old), _facts(new)
    for name in [*before, *(name for name in after if name not in before)]:
        if name not in after:
            yield [f"- {name}  {_figure(before[name])}  {_place(old, ('facts', name))}"]
        elif name not in before:
            yield [f"+ {name}  {_figure(after[name])}  {_place(new, ('facts', name))}"]
        elif before[name] != after[name]:
            keys = dict.fromkeys((*before[name], *after[name]))
            rows = [(key, before[name].get(key), after[name].get(key)) for key in keys]
            yield [
                f"~ {name}  {_place(new, ('facts', name))}",
                *(f"{key}: {_value(was)} → {_value(now)}" for key, was, now in rows if repr(was) != repr(now)),
            ]


def _facts(parsed: Parsed) -> dict[str, dict[str, Any]]:
    facts = parsed.data.get("facts") if isinstance(parsed.data, dict) else None
    return {name: one if isinstance(one, dict) else {"value": one} for name, one in (facts or {}).items()}


def _figure(fact: dict[str, Any]) -> str:
    """The value with its unit, and the words that prove it."""
    unit = fact.get("unit", "")
    value = fact.get("value", fact.get("date", fact.get("derived")))
    return f"{_value(value)}{unit.get('zh', '') if isinstance(unit, dict) else unit}  {fact.get('quote', '')}".rstrip()


def _told(old: Parsed, new: Parsed, *, texts: bool) -> list[list[str]]:
    """A change a list: its place, then what was and what is."""
    before, after = ([leaf for leaf in _leaves(one) if leaf.is_text is texts] for one in (old, new))
    found = _changes(before, after, _ALIKE if texts else 0)
    return [_change(old, new, one) for one in _moved(found)]


def _change(old: Parsed, new: Parsed, change: Change) -> list[str]:
    if change.old is None or change.new is None:
        leaf, sign, parsed = (change.old, "-", old) if change.old else (change.new, "+", new)
        assert leaf is not None
        return [f"{sign} {leaf.where}  {_place(parsed, leaf.path)}", *(f"{sign} {row}" for row in _rows(leaf))]
    head = f"~ {change.new.where}  {_place(new, change.new.path)}"
    if change.old.value == change.new.value:
        return [say("diff.moved", where=change.old.where, to=change.new.where, place=_place(new, change.new.path))]
    pairs = zip(_rows(change.old), _rows(change.new), strict=True)
    return [head, *(row for was, now in pairs if was != now for row in (f"- {was}", f"+ {now}"))]


def _rows(leaf: Leaf) -> list[str]:
    return [*map(_value, leaf.value)] if leaf.is_text else [_value(leaf.value)]


def _value(value: Any) -> str:
    """On one line; a title's own line breaks are strokes."""
    if value is None:
        return say("diff.none")
    return " / ".join((value if isinstance(value, str) else flow(value)).strip().splitlines())


def _place(parsed: Parsed, path: Path) -> str:
    return f"{parsed.file}:{parsed.key_place(path).line}"


def _leaves(parsed: Parsed) -> list[Leaf]:
    """Everything but the facts, in the order of the file."""
    data = parsed.data if isinstance(parsed.data, dict) else {"": parsed.data}
    return [leaf for key, value in data.items() if key != "facts" for leaf in _below(str(key), (key,), value)]


def _below(where: str, path: Path, value: Any) -> Iterator[Leaf]:
    if isinstance(value, dict):
        pair = tuple(value.get(language) for language in _LANGUAGES)
        is_text = all(isinstance(text, str) for text in pair)
        if is_text:
            yield Leaf(where, path, pair)
        for key, one in value.items():
            if not (is_text and key in _LANGUAGES):
                yield from _below(f"{where}.{key}", (*path, key), one)
    elif isinstance(value, list):
        for n, one in enumerate(value):
            name = one.get("id") if isinstance(one, dict) else None
            yield from _below(f"{where}[{name}]" if isinstance(name, str) else where, (*path, n), one)
    else:
        yield Leaf(where, path, value)


def _changes(before: list[Leaf], after: list[Leaf], least: float) -> Iterator[Change]:
    matcher = SequenceMatcher(None, [leaf.key for leaf in before], [leaf.key for leaf in after], autojunk=False)
    for same, i, k, j, m in matcher.get_opcodes():
        if same != "equal":
            yield from _paired(before[i:k], after[j:m], least)


def _paired(gone: list[Leaf], come: list[Leaf], least: float) -> Iterator[Change]:
    """Each that is gone with the one most like it that has come to its place, in the order of the new file."""
    taken = dict[int, Leaf]()
    for leaf in gone:
        free = [n for n, one in enumerate(come) if n not in taken and one.where == leaf.where]
        best = max(free, key=_likeness(leaf, come), default=None)
        if best is None or _likeness(leaf, come)(best) < least:
            yield Change(leaf, None)
        else:
            taken[best] = leaf
    yield from (Change(taken.get(n), leaf) for n, leaf in enumerate(come))


def _likeness(leaf: Leaf, come: list[Leaf]) -> Callable[[int], float]:
    """How like the leaf each of the others is, from 0 to 1: a text in the language that has changed least."""

    def of(n: int) -> float:
        pairs = zip(_rows(leaf), _rows(come[n]), strict=True)
        return max(SequenceMatcher(None, was, now, autojunk=False).ratio() for was, now in pairs)

    return of


def _moved(changes: Iterator[Change]) -> list[Change]:
    """What is gone at one place and new, letter for letter, at another is one change."""
    every = [*changes]
    gone = {repr(one.old.value): n for n, one in enumerate(every) if one.old and not one.new and one.old.is_text}
    out, moved = [*every], set[int]()
    for n, one in enumerate(every):
        if one.new and not one.old and (was := gone.pop(repr(one.new.value), None)) is not None:
            out[n] = Change(every[was].old, one.new)
            moved.add(was)
    return [one for n, one in enumerate(out) if n not in moved]
