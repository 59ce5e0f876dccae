"""Pictures that are new in a draft: those that stand in a story are photographs of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bulletin.word import Kept
from bulletin.word.drawings import PlacedDrawing

from .entry_operations import NewPhoto, Words
from .opened import Opened
from .tokens import tidy
from .tongues import tongue, two

_STORY = re.compile(r"stories\.(\d+)\.")
_PLATE = re.compile(r"stories\.(\d+)\.plates\.(\d+)\.")
_DRAWN = re.compile(r"(?:chart|photo):stories-(\d+)-plates-(\d+)(?:-\d+)?")
_BY_PROGRAM = re.compile("自动生成|automatically generated|图片包含|a picture containing", re.IGNORECASE)
_LINES = 4  # of a caption under a picture


@dataclass(frozen=True, slots=True)
class Photos:
    """What was found, the names of the pictures, and the paragraphs of the draft that it settles."""

    operations: tuple[NewPhoto, ...]
    names: frozenset[str]
    settled: frozenset[int]


def photos(kept: Kept, opened: Opened, paths: Mapping[int, str], extra: Sequence[int]) -> Photos:
    """`paths`: the first text of each paragraph of the draft."""
    found = [*_found(kept, opened, paths, {*extra})]
    names = frozenset(one.name for one, _ in found)
    return Photos(tuple(one for one, _ in found), names, frozenset(at for _, ats in found for at in ats))


def _found(
    kept: Kept, opened: Opened, paths: Mapping[int, str], extra: set[int]
) -> Iterator[tuple[NewPhoto, list[int]]]:
    known = {digest for one in kept.drawings for digest in one.digests}
    names = {one.name for one in kept.drawings}
    for one, at in zip(opened.drawings, opened.drawn, strict=False):
        media = next((digest for digest in one.digests if digest in opened.media), None)
        if at is None or one.name in names or media is None or known & {*one.digests}:
            continue
        story = _story(at, paths)
        if story is None:
            continue
        caption = [n for n in range(at + 1, at + 1 + _LINES) if n in extra and _is_caption(opened, n)]
        said = {"zh": "", "en": ""}
        for n in caption:
            said[tongue(opened.paragraphs[n])] += tidy(opened.paragraphs[n].text)
        file = f"{kept.edition}-{media[:6]}.{opened.media[media][0]}"
        after = max(_plates(story, at, opened, paths), default=-1)
        container = f"stories.{story}.plates"
        yield (
            NewPhoto(container, after, file, _alt(one), (said["zh"], said["en"]), media, one.name, at),
            caption,
        )


def _story(at: int, paths: Mapping[int, str]) -> int | None:
    """The story whose words stand nearest above a picture; labels of figures are of the plates."""
    near = next((paths[n] for n in reversed(range(at + 1)) if n in paths and not paths[n].startswith("facts.")), "")
    found = _STORY.match(near)
    return int(found[1]) if found else None


def _plates(story: int, at: int, opened: Opened, paths: Mapping[int, str]) -> Iterator[int]:
    """The plates of a story that stand above a place."""
    texts = [found for n, path in paths.items() if n <= at and (found := _PLATE.match(path))]
    drawn = [
        found
        for one, there in zip(opened.drawings, opened.drawn, strict=False)
        if there is not None and there <= at and (found := _DRAWN.fullmatch(one.name))
    ]
    yield from (int(found[2]) for found in (*texts, *drawn) if int(found[1]) == story)


def _is_caption(opened: Opened, at: int) -> bool:
    style = opened.paragraphs[at].style.lower()
    return "caption" in style or "题注" in style


def _alt(one: PlacedDrawing) -> Words:
    """What a person wrote for those who do not see it; word processors write something of their own."""
    if not one.alt or _BY_PROGRAM.search(one.alt):
        return "", ""
    if both := two(one.alt):
        return both
    return (one.alt, "") if re.search("[\u3400-\u9fff]", one.alt) else ("", one.alt)
