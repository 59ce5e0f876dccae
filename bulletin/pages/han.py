"""Chinese line setting for WeasyPrint 70, which has none: justification, half-width marks, Han–Latin space.

Acts on text whose language begins with zh; the DOM, the tags and the extracted text stay as they are. All that leans on
WeasyPrint's private names is here; they are listed in TOUCHED, and test_han.py fails when one of them changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from typing import Any

import pydyf
from weasyprint.draw import text as draw
from weasyprint.layout import inline
from weasyprint.text.ffi import TO_UNITS, ffi, pango
from weasyprint.text.line_break import Layout

from bulletin.pages import clreq, kept, phrases
from bulletin.pages.breaks import split
from bulletin.pages.justify import full_width, is_chinese, set_line

TOUCHED: dict[str, tuple[Any, str]] = {
    "setup": (Layout, "(self, style)"),
    "set_text": (Layout, "(self, text, justify=False)"),
    "get_first_line": (Layout, "(self)"),
    "split_inline_box": (
        inline,
        "(context, box, position_x, max_x, bottom_space, skip_stack, containing_block, absolute_boxes, fixed_boxes, "
        "line_placeholders, waiting_floats, line_children, first_letter_style, first_line_style)",
    ),
    "text_align": (inline, "(context, line, available_width, last)"),
    "draw_first_line": (draw, "(stream, textbox, text_overflow, block_ellipsis, matrix)"),
}
"""What we replace: where it lives, and the signature that we rely on."""

_theirs: dict[str, Callable[..., Any]] = {name: getattr(owner, name) for name, (owner, _) in TOUCHED.items()}

ffi.cdef(
    "PangoAttrList *pango_attr_list_copy(PangoAttrList *list);"
    "PangoAttribute *pango_attr_allow_breaks_new(int allow_breaks);",
    override=True,
)


def install() -> None:
    """Set Chinese our way in every document from now on. Calling it again changes nothing."""
    ours: dict[str, Callable[..., Any]] = {"setup": _setup, "set_text": _set_text, "get_first_line": _get_first_line}
    ours |= {"split_inline_box": partial(split, _theirs["split_inline_box"])}
    ours |= {"text_align": _text_align, "draw_first_line": _draw_first_line}
    for name, (owner, _) in TOUCHED.items():
        setattr(owner, name, ours[name])


def uninstall() -> None:
    """WeasyPrint's own setting again; for comparisons."""
    for name, (owner, _) in TOUCHED.items():
        setattr(owner, name, _theirs[name])


_Mark = tuple[int, int, Any]
"""A place in a text, how many characters from there, and a Pango attribute of theirs."""


@dataclass(slots=True)
class _Setting:
    """What is special about a Layout's text. Character positions; widths in Pango units (1/1024 px)."""

    plain: Any = None  # the layout's attributes as WeasyPrint made them, NULL if it made none, None if not looked up
    edges: tuple[int, ...] = ()  # marks at a line's edge that are set half width
    gaps: dict[int, int] = field(default_factory=dict)  # added after a character, when the line is drawn
    offsets: dict[int, int] = field(default_factory=dict)  # where a spaced character stands in its width
    due: bool = False  # the glyphs still have to be moved


def _text_align(context: Any, line: Any, available_width: float, last: bool) -> float:
    """Their alignment, after the line's marks are halved; a justified line is stretched and keeps its place."""
    if not is_chinese(line.style):
        return float(_theirs["text_align"](context, line, available_width, last))
    justified = _is_justified(line.style, last)
    for piece in set_line(line, available_width, justified):
        setting = _of(piece.box.pango_layout)
        setting.edges, setting.gaps = piece.edges, piece.gaps
    return 0 if justified else float(_theirs["text_align"](context, line, available_width, last))


def _is_justified(style: Any, last: bool) -> bool:
    align = style["text_align_all"]
    if last:
        align = "start" if style["text_align_last"] == "auto" else style["text_align_last"]
    return bool(align == "justify" and style["white_space"] in ("normal", "nowrap", "pre-line"))


def _of(layout: Any) -> _Setting:
    if getattr(layout, "han", None) is None:
        layout.han = _Setting()
    setting: _Setting = layout.han
    return setting


def _setup(layout: Any, style: Any) -> None:
    """Theirs makes a new Pango layout, when a line is measured and again when it is drawn."""
    kept.begin(_theirs["setup"], layout, style)
    if getattr(layout, "han", None) is not None:
        layout.han.plain = None


def _set_text(layout: Any, text: str, justify: bool = False) -> None:
    """Their set_text, then attributes for squeezed marks and Han–Latin space, so that lines break at true widths."""
    style = layout.style
    if not (text and style["font_size"] and is_chinese(style)):
        _theirs["set_text"](layout, text, justify)
        return
    setting = _fresh(layout)
    _theirs["set_text"](layout, text, justify)
    text = layout.text
    halved = [place for place in clreq.squeezed(text) if full_width(style, text[place])]
    marks = [(place, 1, pango.pango_attr_font_features_new(b"halt 1")) for place in (*halved, *setting.edges)]
    marks += [(place, 1, pango.pango_attr_letter_spacing_new(units)) for place, units in _spacing(setting, style, text)]
    bound = {*clreq.clinging(text), *(phrases.inside(text) if style["hyphens"] == "auto" else ())}
    whole = [(start, length, pango.pango_attr_allow_breaks_new(0)) for start, length in _whole(bound)]
    if marks or whole:
        _add(layout, text, marks, whole)
    setting.due = bool(justify and (setting.gaps or setting.offsets))


def _whole(bound: set[int]) -> Iterator[tuple[int, int]]:
    """Where characters stay on one line, and how many, for those that are bound to the one before them."""
    for start in sorted(place - 1 for place in bound if place - 1 not in bound):
        yield start, next(length for length in count(1) if start + length not in bound)


def _fresh(layout: Any) -> _Setting:
    """A layout first shapes a draft, then the line; attributes of the draft must not stay behind."""
    setting = _of(layout)
    setting.offsets = {}
    if setting.plain is None:
        setting.plain = _copy(pango.pango_layout_get_attributes(layout.layout))
    else:
        pango.pango_layout_set_attributes(layout.layout, _copy(setting.plain))
    return setting


def _copy(attributes: Any) -> Any:
    return ffi.NULL if attributes == ffi.NULL else _owned(pango.pango_attr_list_copy(attributes))


def _owned(attributes: Any) -> Any:
    return ffi.gc(attributes, pango.pango_attr_list_unref)


def _spacing(setting: _Setting, style: Any, text: str) -> Iterator[tuple[int, int]]:
    """Letter spacing that carries the Han–Latin space: (character, units).

    Pango puts half of it on each side of the character and drops the half at a line's start. So it hangs on the
    character before the space, or at the line's start on the one after, and `offsets` moves the glyph to its place.
    """
    own = 0 if style["letter_spacing"] == "normal" else int(style["letter_spacing"] * TO_UNITS)
    space = int(clreq.AUTOSPACE * style["font_size"] * TO_UNITS)
    total: dict[int, int] = {}
    for place in clreq.spaced(text):
        host = place - 1 or place
        before = space if host == place else 0
        setting.offsets[host] = setting.offsets.get(host, own // 2) + before
        total[host] = total.get(host, own) + space
    yield from total.items()


def _add(layout: Any, text: str, marks: list[_Mark], whole: list[_Mark]) -> None:
    """Pango counts in bytes. What stays whole is inserted: `change` would join it to what it touches."""
    attributes = pango.pango_layout_get_attributes(layout.layout)
    if attributes == ffi.NULL:
        attributes = _owned(pango.pango_attr_list_new())
    for add, added in ((pango.pango_attr_list_change, marks), (pango.pango_attr_list_insert, whole)):
        for place, length, attribute in added:
            attribute.start_index = len(text[:place].encode())
            attribute.end_index = attribute.start_index + len(text[place : place + length].encode())
            add(attributes, attribute)
    pango.pango_layout_set_attributes(layout.layout, attributes)


def _get_first_line(layout: Any) -> tuple[Any, int | None]:
    """Their first line; once, before it is drawn, with glyphs moved apart."""
    line, index = _theirs["get_first_line"](layout)
    setting: _Setting | None = getattr(layout, "han", None)
    if setting is not None and setting.due and line != ffi.NULL:
        setting.due = False
        _move_glyphs(line, layout.text, setting)
    return line, index


def _move_glyphs(line: Any, text: str, setting: _Setting) -> None:
    """Two characters may share a glyph (——), so a gap goes where its character ends, not where it begins."""
    byte = [0]
    for character in text:
        byte.append(byte[-1] + len(character.encode()))
    offsets = {byte[place]: units for place, units in setting.offsets.items()}
    gaps = {byte[place + 1]: units for place, units in setting.gaps.items()}
    run = line.runs
    while run != ffi.NULL:
        item, run = run.data, run.next
        first, count = item.item.offset, item.glyphs.num_glyphs
        starts = [*item.glyphs.log_clusters[0:count], item.item.length]
        for glyph, start, end in zip(item.glyphs.glyphs[0:count], starts, starts[1:], strict=False):
            if first + start in offsets:
                glyph.geometry.x_offset = offsets[first + start]
            if end != start and first + end in gaps:
                glyph.geometry.width += gaps[first + end]


def _draw_first_line(stream: Any, textbox: Any, *rest: Any) -> Any:
    """Their drawing; the line's own characters go along as ActualText, or extractors read gaps as spaces.

    A search for 2号线 would fail otherwise (ISO 32000-1, 14.9.4).
    """
    setting: _Setting | None = getattr(textbox.pango_layout, "han", None)
    if setting is None or not (setting.gaps or setting.offsets):
        return _theirs["draw_first_line"](stream, textbox, *rest)
    text = textbox.text.replace("\u2060", "")
    stream.begin_marked_content("Span", pydyf.Dictionary({"ActualText": pydyf.String(text)}))
    drawn = _theirs["draw_first_line"](stream, textbox, *rest)
    stream.end_marked_content()
    return drawn
