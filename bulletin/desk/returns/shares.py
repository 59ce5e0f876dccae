"""What each editable text says now: the words of a paragraph of the draft, dealt out to the texts that stood in it.

A paragraph may have been split in two, or joined with its neighbour; its fixed words belong to nobody. Bookmarks are
not asked: LibreOffice lets them slip by a sign, and cutting and pasting loses them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from bulletin.word import Kept
from bulletin.word.layout import WordParagraph

from .tokens import BREAK, Step, gain, steps, tidy, tokens
from .written import Matching, Written, printed

Weighed = list[tuple[str, bool]]
"""Tokens, each with whether it is bold."""

HALF = 0.5  # of a piece has to come from a paragraph to count as split off it, or as joined to it


@dataclass(slots=True)
class Correspondence:
    """Paragraphs of the baseline that became these paragraphs of the draft; mostly one and one."""

    before: list[int]
    after: list[int]


@dataclass(slots=True)
class Allotment:
    """`texts` by number of the editable text (BREAK where it was split); what is missing there is gone."""

    texts: dict[int, Weighed] = field(default_factory=dict)
    at: dict[int, int] = field(default_factory=dict)  # where in the draft each text stands
    joined: dict[int, int] = field(default_factory=dict)  # text → the text of the same language that it was joined to
    fixed: list[tuple[str, str, int]] = field(default_factory=list)  # program's words, what became of them, and where
    extra: list[int] = field(default_factory=list)  # paragraphs of the draft that belong to no text


def share(kept: Kept, before: Sequence[Written], after: Sequence[WordParagraph], made: Matching) -> Allotment:
    """Deals out every paragraph of the draft."""
    groups = {i: Correspondence([i], [j]) for i, j in made.items()}
    extra = _split_off(before, after, made, groups)
    for order in (1, -1):  # what ran into a paragraph above, then what ran into one below
        _join(before, after, groups, range(len(before))[::order])
    out = Allotment(extra=extra)
    for group in {id(one): one for one in groups.values()}.values():
        _deal(kept, before, after, group, out)
    return out


def _split_off(
    before: Sequence[Written], after: Sequence[WordParagraph], made: Matching, groups: dict[int, Correspondence]
) -> list[int]:
    """Adds paragraphs that were split off to their groups; gives the rest."""
    back = {j: groups[i] for i, j in made.items() if before[i].entries}
    paired = set(made.values())
    left = [n for n in range(len(after)) if n not in paired]
    for order in (1, -1):  # what stands behind a part that was found, then what stands before one
        left = [j for j in left[::order] if not _added(before, after, back, j)][::order]
    return left


def _added(before: Sequence[Written], after: Sequence[WordParagraph], back: dict[int, Correspondence], j: int) -> bool:
    """Adds a paragraph to the group above or below it that it was split off from; False where it was not."""
    sides = [(back.get(j - 1), True), (back.get(j + 1), False)]
    same = [(group, last) for group, last in sides if group and after[group.after[0]].place == after[j].place]
    shares = [(_part(before, after, group, j, last), n) for n, (group, last) in enumerate(same)]
    best = max(shares, default=(0.0, 0))
    if best[0] < HALF:
        return False
    group, last = same[best[1]]
    group.after = [*group.after, j] if last else [j, *group.after]
    back[j] = group
    return True


def _part(
    before: Sequence[Written], after: Sequence[WordParagraph], group: Correspondence, j: int, last: bool
) -> float:
    """Which share of paragraph `j` comes from the group's own text, beyond what the group says already."""
    whole = BREAK.join(after[n].text for n in group.after)
    return gain(after[j].text, whole, BREAK.join(before[n].text for n in group.before), last=last)


def _join(
    before: Sequence[Written], after: Sequence[WordParagraph], groups: dict[int, Correspondence], numbers: Iterable[int]
) -> None:
    """Adds paragraphs of the baseline that are gone to the groups whose words hold theirs."""
    for n in numbers:
        one = before[n]
        if n in groups or not one.entries:
            continue
        for at in (_neighbour(before, n, -1), _neighbour(before, n, 1)):
            if at is None or at not in groups:
                continue
            group, least = groups[at], HALF if len(one.text) > 12 else 0.9
            whole = BREAK.join(before[i].text for i in group.before)
            said = BREAK.join(after[j].text for j in group.after)
            if gain(one.text, whole, said, last=at < n) >= least:
                group.before = [*group.before, n] if at < n else [n, *group.before]
                groups[n] = group
                break


def _neighbour(before: Sequence[Written], n: int, step: int) -> int | None:
    """The next paragraph in this direction that stands in the same column in the same style."""
    at = n + step
    while 0 <= at < len(before):
        if before[at].column == before[n].column and before[at].block.style == before[n].block.style:
            return at
        at += step
    return None


# ---------------------------------------------------------------------------------------------- dealing out


def _deal(
    kept: Kept, before: Sequence[Written], after: Sequence[WordParagraph], group: Correspondence, out: Allotment
) -> None:
    owned = _owned(kept, before, group)
    news = _weighed([after[j] for j in group.after])
    numbers = [n for i in group.before for n in before[i].entries]
    for number in numbers:
        out.texts[number] = []
        out.at[number] = group.after[0]
    for step in _steps(owned, news):
        given = news[step.at : step.at + len(step.after)]
        owners = _owners(kept, owned, step)
        for owner, item in zip(owners, given, strict=True):
            if owner is not None:
                out.texts[owner].append(item)
        _fixed(step, owned, owners, group, out)
    _note_joined(kept, before, group, out)


def _steps(owned: Sequence[tuple[str, int | None]], news: Weighed) -> Iterator[Step[str]]:
    """How the tokens became others; the space between a heading and its text, where it is still there, parts them."""
    old, new = [token for token, _ in owned], [token for token, _ in news]
    cuts = [n for n in range(1, len(owned) - 1) if owned[n][1] is None and not old[n].strip() and old[n] != BREAK]
    if len(cuts) != 1 or old.count(old[cuts[0]]) != 1 or new.count(old[cuts[0]]) != 1:
        yield from steps(old, new)
        return
    a, b = cuts[0], new.index(old[cuts[0]])
    for (start, end), (at, to) in zip(
        ((0, a), (a, a + 1), (a + 1, None)), ((0, b), (b, b + 1), (b + 1, None)), strict=True
    ):
        made = steps(old[start:end], new[at:to])
        yield from (replace(one, start=start + one.start, at=at + one.at) for one in made)


def _owned(kept: Kept, before: Sequence[Written], group: Correspondence) -> list[tuple[str, int | None]]:
    """The tokens of the baseline with the number of the text that each belongs to."""
    out: list[tuple[str, int | None]] = []
    for i in group.before:
        out += [(BREAK, None)] if out else []
        for part in before[i].block.parts:
            words, owner = (part, None) if isinstance(part, str) else (printed(kept.entries[part]), part)
            out += [(token, owner) for token in tokens(words)]
    return out


def _weighed(paragraphs: Sequence[WordParagraph]) -> Weighed:
    """The tokens of paragraphs; runs of one weight are read as one, however often they are cut."""
    out: Weighed = []
    for paragraph in paragraphs:
        out += [(BREAK, False)] if out else []
        stretches: list[tuple[str, bool]] = []
        for run in paragraph.runs:
            if stretches and stretches[-1][1] == run.bold:
                stretches[-1] = (stretches[-1][0] + run.text, run.bold)
            else:
                stretches.append((run.text, run.bold))
        out += [(token, bold) for words, bold in stretches for token in tokens(words)]
    return out


def _owners(kept: Kept, owned: Sequence[tuple[str, int | None]], step: Step[str]) -> list[int | None]:
    """Whose the tokens of a step are: the owner's of what they stand for, else the neighbour's."""
    inside = [owner for _, owner in owned[step.start : step.start + len(step.before)]]
    if step.same:
        return inside
    editable = list(dict.fromkeys(owner for owner in inside if owner is not None))
    if len(editable) > 1:
        return _by_language(kept, editable, step)
    if editable:
        return [editable[0]] * len(step.after)
    ends = (step.start - 1, step.start + len(step.before))
    sides = [owned[at][1] if 0 <= at < len(owned) else None for at in ends]
    near = next((owner for owner in sides if owner is not None), None)
    return [None if near is None or (inside and not token.strip()) else near for token in step.after]


def _by_language(kept: Kept, editable: list[int], step: Step[str]) -> list[int | None]:
    """Several texts were written over at once: Chinese signs go to the Chinese one, Latin words to the English one."""
    zh = next((n for n in editable if kept.entries[n].lang == "zh"), editable[0])
    en = next((n for n in editable if kept.entries[n].lang == "en"), editable[-1])
    out: list[int | None] = []
    for token in step.after:
        latin = token.isascii() and token.strip() != ""
        out.append(en if latin else (out[-1] if out else zh) if not token.strip() else zh)
    return out


def _fixed(
    step: Step[str],
    owned: Sequence[tuple[str, int | None]],
    owners: list[int | None],
    group: Correspondence,
    out: Allotment,
) -> None:
    """Notes program's words that were changed; spaces do not count."""
    if step.same:
        return
    inside = owned[step.start : step.start + len(step.before)]
    lost = tidy("".join(token for token, owner in inside if owner is None and token != BREAK))
    gained = tidy("".join(token for token, owner in zip(step.after, owners, strict=True) if owner is None))
    if lost or gained:
        out.fixed.append((lost, gained, group.after[0]))


def _note_joined(kept: Kept, before: Sequence[Written], group: Correspondence, out: Allotment) -> None:
    """Of texts whose paragraphs became one, all but the first were joined to the first."""
    if len(group.before) < 2 or len(group.after) != 1:
        return
    first = before[group.before[0]].entries[-1]
    for i in group.before[1:]:
        for number in before[i].entries:
            if kept.entries[number].lang == kept.entries[first].lang:
                out.joined[number] = first
