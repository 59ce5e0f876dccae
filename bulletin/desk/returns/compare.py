"""A baseline and a draft that came back → what the person did."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bulletin.content.sections import added
from bulletin.messages import say
from bulletin.word import Kept

from .asides import asides, new_tables
from .entries import entries
from .headings import Heads, headed
from .items import Items, changes_of_items
from .lists import GROWING
from .matching import match
from .newcomers import newcomers
from .opened import Opened
from .operations import Changes, Delete, Figure, Operation, Report, Set, language
from .pictures import photos
from .places import Places
from .revisions import Revision
from .said import CurrentText, said_now
from .shares import Allotment, share
from .stories import Stories, gone, shown_in
from .taken import taken
from .title_guesses import without_guesses
from .tokens import BREAK
from .written import written

_FACT = re.compile(r"facts\.([a-z0-9_.]+)")
_OPTIONAL = ("head", "line", "note", "size", "done", "plan")
_WHOLE = re.compile(
    r"stories\.\d+\.plates\.\d+|stories\.\d+|pages\.\d+\.plates\.\d+|sections\.\d+\.plates\.\d+|timeline|tracker"
)


def compare(kept: Kept, opened: Opened) -> Changes:
    """Every change, in the order of the draft; figures that were changed stand apart from the words around them."""
    before = written(kept)
    made = match(before, opened.paragraphs, [entry.bookmark for entry in kept.entries])
    shares = share(kept, before, opened.paragraphs, made)
    found = {n: said_now(n, entry, shares) for n, entry in enumerate(kept.entries)}
    said = without_guesses(found, shares, before, opened)
    places = Places.of(kept, opened, shares)
    heads = Heads.of(said, shares, before, opened)
    stories = Stories.of(said, shares, heads.cuts())
    anew = heads.titles(said, stories)
    stories = stories.titled_anew({story: head.start for story, head in anew.items()})
    items = Items.of(said, shares, before, opened, stories)
    whole = headed(items, said, stories, heads, anew)
    items.settle(whole.settled)
    tables, shares.extra = new_tables(made, opened, places, shares.extra, items.storied())
    new = newcomers(items, before)
    items.settle(new.settled)
    entered = entries(before, opened.paragraphs, made, shares.extra)
    items.settle(entered.settled)
    out = taken(before, made, said)
    shots = photos(kept, opened, places.paths, shares.extra)
    items.settle(shots.settled)
    lost = [one for path in _whole_gone(said) if (one := gone(path, said, opened))]
    with_them = {n for one in lost for n in shown_in(one.path, before, kept)}
    with_them |= whole.texts | out.texts
    left = {n: one for n, one in said.items() if one.text is not None or n not in with_them}
    own = (*new.operations, *entered.operations, *out.operations, *shots.operations)
    operations, reports = _of_texts(left, items, (*own, *lost, *stories.moved(said), *whole.operations))
    figures = [
        Figure(change.fact, change.printed, change.typed, one.entry.path, one.entry.lang)
        for one in said.values()
        if one.text is not None
        for change in one.changes
        if change.typed or _FACT.fullmatch(one.entry.path)
    ]
    reports += [*tables, *_program(shares, places), *_drawings(kept, opened, places, shots.names)]
    reports += [*_comments(opened, places), *_revisions(opened, places)]
    reports += asides(kept, before, made, opened, places, out.paragraphs)
    share_of_texts = len(shares.texts) / max(1, len(kept.entries))
    return Changes((*operations, *figures), tuple(dict.fromkeys(reports)), share_of_texts)


# ---------------------------------------------------------------------------------------------- texts


def _of_texts(
    said: dict[int, CurrentText], items: Items, new: Sequence[Operation]
) -> tuple[list[Operation], list[Report]]:
    """Items of lists first, as they may be split, joined and moved; then every text that stands for itself."""
    operations, reports, done = changes_of_items(items)
    whole = _whole_gone(said)
    operations = [one for one in operations if not any(_inside(one.path, path) for path in whole)] + [*new]
    deleted = {one.path for one in new if isinstance(one, Delete)}
    reports += [Report(say("change.whole-gone"), path) for path in whole if path not in deleted]
    by_path: dict[str, list[CurrentText]] = {}
    for one in said.values():
        if one.number not in done and not any(_inside(one.entry.path, path) for path in whole):
            by_path.setdefault(one.entry.path, []).append(one)
    for path, ones in by_path.items():
        for found in _of_path(path, ones):
            (reports if isinstance(found, Report) else operations).append(found)  # type: ignore[arg-type]
    place: dict[str, int] = {}
    for n, one in said.items():
        steps = one.entry.path.split(".")
        for end in range(len(steps), 0, -1):
            place.setdefault(".".join(steps[:end]), n)
    operations.sort(key=lambda one: place.get(one.path, len(place)))
    return _agreed(operations, reports), reports


def _inside(path: str, above: str) -> bool:
    return path == above or path.startswith(f"{above}.")


def _whole_gone(said: dict[int, CurrentText]) -> list[str]:
    """Stories and plates of which nothing is left."""
    left = {match[0] for one in said.values() if one.text is not None for match in _wholes(one.entry.path)}
    lost = [one.entry.path for one in said.values() if one.text is None]
    gone = dict.fromkeys(match[0] for path in lost for match in _wholes(path))
    alone = [path for path in gone if path not in left]
    return [path for path in alone if not any(path != above and _inside(path, above) for above in alone)]


def _wholes(path: str) -> Iterator[re.Match[str]]:
    for pattern in _WHOLE.pattern.split("|"):
        if found := re.match(rf"{pattern}(?=\.)", path):
            yield found


def _of_path(path: str, ones: list[CurrentText]) -> Iterator[Operation | Report]:
    """The changes of one place: both languages, perhaps printed more than once."""
    if _FACT.fullmatch(path) and not path.endswith(".label"):
        return  # a figure that stands alone: told as a figure
    gone = [one for one in ones if one.text is None]
    if len(gone) == len(ones) and (path.rpartition(".")[2] in _OPTIONAL or path in added()):
        yield Delete(path, tuple((one.entry.path, one.entry.lang, one.old) for one in ones))
        return
    for one in ones:
        if one.text is None:
            yield Report(say("change.text-gone", lang=language(one.entry.lang)), path, f"- {one.old}")
            continue
        if BREAK in one.text and not GROWING.match(path):
            yield Report(say("change.cut", lang=language(one.entry.lang)), path)
        if one.flat != one.old:
            yield Set(path, one.entry.lang, one.old, one.flat)


def _agreed(operations: list[Operation], reports: list[Report]) -> list[Operation]:
    """A text that is printed in several places may be changed in one of them, or alike in all."""
    sets: dict[tuple[str, str], list[Set]] = {}
    for one in operations:
        if isinstance(one, Set):
            sets.setdefault((one.path, one.lang), []).append(one)
    apart = {key for key, ones in sets.items() if len({one.new for one in ones}) > 1}
    for path, lang in sorted(apart):
        texts = "\n".join(f"+ {one.new}" for one in sets[path, lang])
        reports.append(Report(say("change.apart"), path, texts))
    kept = [one for one in operations if not (isinstance(one, Set) and (one.path, one.lang) in apart)]
    return list(dict.fromkeys(kept))


# ---------------------------------------------------------------------------------------------- what is only told


def _program(shares: Allotment, places: Places) -> list[Report]:
    """Words that the program sets: nothing of them can come home. What was done to one paragraph is told together."""
    rows: dict[int, list[str]] = {}
    for lost, gained, at in shares.fixed:
        rows.setdefault(at, []).extend(f"{sign} {words}" for sign, words in (("-", lost), ("+", gained)) if words)
    return [
        Report(say("change.fixed"), places.path(at), "\n".join(texts), places.where(at)) for at, texts in rows.items()
    ]


def _drawings(kept: Kept, opened: Opened, places: Places, taken: frozenset[str]) -> list[Report]:
    """Pictures by name, else by alternative text; a picture is made from the content file and never taken over."""
    out, left = [], [*zip(opened.drawings, opened.drawn or [None] * len(opened.drawings), strict=True)]
    above = 0 if opened.drawn else None  # where the picture before it stands
    for old in kept.drawings:
        new = next((one for one in left if one[0].name == old.name), None) or next(
            (one for one in left if one[0].says(old) or set(one[0].digests) & set(old.digests)), None
        )
        if new is None:
            out.append(Report(say("change.picture-gone", name=old.name), _plate(old.name), "", places.where(above)))
            continue
        left.remove(new)
        above = new[1] or above
        shown, where = new[0], places.where(new[1])
        if shown.digests and not set(shown.digests) & set(old.digests):
            out.append(_replaced(old.name, where))
        if shown.alt and not shown.says(old):
            what = say("change.alternative", name=old.name)
            out.append(Report(what, _plate(old.name), shown.alt, where))
    return out + [
        Report(say("change.picture-new", name=one.name), places.path(at), one.alt, places.where(at))
        for one, at in left
        if one.name not in taken
    ]


def _plate(name: str) -> str:
    """The place of a plate in the content file, by the name of its picture: `chart:stories-0-plates-1`."""
    id = name.partition(":")[2]
    return id.replace("-", ".") if _WHOLE.fullmatch(id.replace("-", ".")) else ""


def _replaced(name: str, where: str) -> Report:
    """A chart is drawn from its data; a photograph is a file that the content names at its plate."""
    kind, _, id = name.partition(":")
    if kind != "photo":
        return Report(say("change.picture-replaced", name=name), _plate(name), "", where)
    return Report(say("change.photo-replaced", name=id), id.rpartition("-")[0].replace("-", "."), "", where)


def _comments(opened: Opened, places: Places) -> list[Report]:
    return [
        Report(
            say("change.comment", who=_who(one.author, one.date)), places.path(one.at), one.text, places.where(one.at)
        )
        for one in opened.comments
    ]


def _who(author: str, date: str) -> str:
    """Author and day, as far as they are known."""
    return " ".join(filter(None, (author, date[:10]))) or say("change.nobody")


def _revisions(opened: Opened, places: Places) -> list[Report]:
    return [
        Report(
            say("change.tracked", what=_tracked(one), who=_who(one.author, one.date)),
            places.path(at := opened.at(one.paragraph)),
            one.text,
            places.where(at),
        )
        for one in opened.revisions
    ]


def _tracked(one: Revision) -> str:
    return say(f"tracked.{one.kind}", what=say(f"tracked.{one.what}"))
