"""Breaks paragraphs of justified Chinese in WeasyPrint where total_fit.py chooses, by the room that each line is told.

A paragraph is laid out once as one line without end, and its characters are measured there. WeasyPrint fills a line as
far as it can: told the width of the chosen line, it ends where that does. Where it does not, it has the whole measure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import inf
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.text.ffi import TO_UNITS, ffi, pango
from weasyprint.text.line_break import Layout, can_break_text

from bulletin.pages import clreq, kept
from bulletin.pages.justify import full_width, is_chinese
from bulletin.pages.total_fit import Paragraph

_SLACK = 0.2
"""em that a line is given beyond its width; nothing that could follow is so narrow."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """The lines of a paragraph, or of what is left of it: how wide each is (px), and how many characters it has."""

    widths: tuple[float, ...]
    counts: tuple[int, ...]


Split = Callable[..., Any]


def split(theirs: Split, context: Any, line: Any, x: float, max_x: float, bottom: float, skip: Any, *rest: Any) -> Any:
    """WeasyPrint's split_inline_box; a line of such a paragraph is told where to end."""
    if not _is_ours(context, line, rest):
        return theirs(context, line, x, max_x, bottom, skip, *rest)
    plans = line.__dict__.setdefault("han_plans", {})
    measure = round(max_x - x + line.text_indent, 3)
    if (key := (_frozen(skip), measure)) not in plans:
        whole = theirs(context, line, x, inf, bottom, skip, rest[0], [], [], [], [], [], None, None)
        plans[key] = _plan(whole[0], max_x - x, measure), 0
    plan, number = plans[key]
    made = theirs(context, line, x, x + plan.widths[number], bottom, skip, *rest)
    if _count(made[0]) != plan.counts[number]:
        rest[5].clear()  # the children of the line
        return theirs(context, line, x, max_x, bottom, skip, *rest)
    if number + 1 < len(plan.widths):
        plans[_frozen(made[1]), measure] = plan, number + 1
    return made


def _is_ours(context: Any, line: Any, rest: tuple[Any, ...]) -> bool:
    """A line of justified Chinese whose width nothing else decides: no float, no style of a first line or letter."""
    if not isinstance(line, boxes.LineBox) or context.excluded_shapes or any(rest[6:]) or not is_chinese(line.style):
        return False
    if line.style["text_align_all"] != "justify" or line.style["white_space"] != "normal":
        return False
    known: tuple[Any, bool] | None = line.__dict__.get("han_flows")
    if known is None or known[0] is not line.children:
        known = line.han_flows = line.children, _flows(line)
    return known[1]


def _flows(line: Any) -> bool:
    """Is it Chinese, and all of it in the line? Asked once of a paragraph."""
    inside = list(line.descendants())
    text = "".join(box.text for box in inside if isinstance(box, boxes.TextBox))
    return clreq.is_chinese(text) and all(box.is_in_normal_flow() for box in inside)


def _frozen(skip: Any) -> Any:
    return skip and tuple((at, _frozen(below)) for at, below in skip.items())


def _count(line: Any) -> int:
    """The characters of a line but for spaces, which are dropped at its ends."""
    return sum(_seen(leaf.text) for leaf, _ in _leaves(line, ()) if isinstance(leaf, boxes.TextBox))


def _seen(text: str) -> int:
    return len(text) - text.count(" ")


def _leaves(box: Any, around: tuple[Any, ...]) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    """Texts and pictures of a line, each with the boxes around it, the line first."""
    for child in box.children:
        if isinstance(child, boxes.InlineBox):
            yield from _leaves(child, (*around, box))
        else:
            yield child, (*around, box)


def _plan(whole: Any, first: float, measure: float) -> _Plan:
    """For a paragraph that is laid out as one line; `first` is the room of the first line, px."""
    size = whole.style["font_size"]
    texts: list[str] = []
    edges: list[float] = []
    ends: list[int] = []
    narrow: list[int] = []
    firm: list[int] = []
    heads: list[int] = []
    before: tuple[Any, tuple[Any, ...]] | None = None
    for leaf, around in _leaves(whole, ()):
        text = leaf.text if isinstance(leaf, boxes.TextBox) else clreq.ATOM
        if text and before and _parts(before, (leaf, around)):
            ends.append(len(edges))
        widths, inner = _measured(leaf) if isinstance(leaf, boxes.TextBox) and text else ([leaf.margin_width()], [])
        ends += [len(edges) + at for at in inner]
        narrow += [len(edges) + at for at, char in enumerate(text) if not full_width(leaf.style, char)]
        firm += [len(edges)] if text[:1] in clreq.OPENING else []  # what it would come closer to is in another box
        heads.append(len(edges))
        place = leaf.position_x
        for width in widths[: len(text)]:
            edges.append(place)
            place += width
        texts.append(text)
        before = (leaf, around) if text else before
    edges.append(whole.position_x + whole.width)
    text = "".join(texts)
    start = edges[0]
    marks = frozenset(narrow), frozenset(firm), frozenset(heads)
    paragraph = Paragraph(text, tuple((edge - start) / size for edge in edges), (*ends, len(text)), *marks)
    lines = paragraph.lines(first / size, measure / size)
    spans = list(zip((0, *lines), lines, strict=False))
    return _Plan(
        tuple(edges[end] - edges[begin] + _SLACK * size for begin, end in spans),
        tuple(_seen(text[begin:end]) for begin, end in spans),
    )


def _parts(left: tuple[Any, tuple[Any, ...]], right: tuple[Any, tuple[Any, ...]]) -> bool:
    """May a line end between two leaves? As WeasyPrint asks: by their letters, and by the box that holds both."""
    shared = [one for one, other in zip(left[1], right[1], strict=False) if one is other][-1]
    if shared.style["white_space"] in ("pre", "nowrap"):
        return False
    last = left[0].text[-1] if isinstance(left[0], boxes.TextBox) else "\u2e80"
    next = right[0].text[0] if isinstance(right[0], boxes.TextBox) else "\u2e80"
    return bool(can_break_text(last + next, right[0].style["lang"]))


def _measured(box: Any) -> tuple[list[float], list[int]]:
    """The width of each character (px; of a glyph that is several the first has all), and where a line may end."""
    return kept.measured(box.style, box.text, lambda: _shaped(box))


def _shaped(box: Any) -> tuple[list[float], list[int]]:
    layout = Layout(box.style)
    layout.set_text(box.text)
    line, _ = layout.get_first_line()
    text = layout.text
    at_byte = {}
    byte = 0
    for at, char in enumerate(text):
        at_byte[byte] = at
        byte += len(char.encode())
    widths = [0.0] * len(text)
    run = line.runs
    while run != ffi.NULL:
        item, run = run.data, run.next
        glyphs = item.glyphs
        for at in range(glyphs.num_glyphs):
            place = at_byte[item.item.offset + glyphs.log_clusters[at]]
            widths[place] += glyphs.glyphs[at].geometry.width / TO_UNITS
    ends: list[int] = []
    if box.style["white_space"] == "normal":
        attributes = pango.pango_layout_get_log_attrs_readonly(layout.layout, ffi.NULL)
        ends = [at for at in range(1, len(text)) if attributes[at].is_line_break]
    return widths, ends
