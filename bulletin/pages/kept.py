"""Lines that were broken before: the same text, in the same type, on the same measure, breaks at the same place.

A block is laid out in each of its forms to be measured, at other leadings again, and once more on its page; most of its
lines are the same every time. Breaking them is half of the work of laying out. What depends on no page (leading, place,
justification) is not kept: WeasyPrint and han.py decide it for every line anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from weasyprint.layout import inline, preferred
from weasyprint.text.ffi import ffi, gobject, pango
from weasyprint.text.line_break import Layout

TOUCHED = {
    "split_first_line": (
        (inline, preferred),
        "(text, style, context, max_width, justification_spacing, is_line_start=True, minimum=False)",
    )
}
"""What we replace: where it is called, and the signature that we rely on."""

_TYPE = (
    "direction", "font_family", "font_feature_settings", "font_kerning", "font_language_override", "font_size",
    "font_stretch", "font_style", "font_variant_alternates", "font_variant_caps", "font_variant_east_asian",
    "font_variant_ligatures", "font_variant_numeric", "font_variant_position", "font_variation_settings", "font_weight",
    "hyphenate_character", "hyphenate_limit_chars", "hyphenate_limit_zone", "hyphens", "lang", "letter_spacing",
    "overflow_wrap", "tab_size", "text_decoration_line", "white_space", "word_break", "word_spacing",
)  # fmt: skip
"""Every property that WeasyPrint or han.py asks of a style to shape and to break a line."""

_SETUP = (
    "language", "ascent", "underline_position", "underline_thickness", "strikethrough_position",
    "strikethrough_thickness",
)  # fmt: skip
"""What Layout.setup notes beside the layout of Pango and the style."""

_theirs: Callable[..., Any] = inline.split_first_line

ffi.cdef("PangoLayout *pango_layout_copy(PangoLayout *src);", override=True)


@dataclass(slots=True)
class _Memory:
    """Of one publication: lines by the number of their type and what else was asked; a number for each type; the
    widths of characters of a text, with where it may be broken; and by type the layout that others are copied from.
    """

    lines: dict[tuple[Any, ...], tuple[Any, ...]] = field(default_factory=dict)
    types: dict[tuple[Any, ...], int] = field(default_factory=dict)
    widths: dict[tuple[int, str], tuple[list[float], list[int]]] = field(default_factory=dict)
    begun: dict[int, tuple[Any, dict[str, Any]]] = field(default_factory=dict)


_memory = _Memory()
_held = 0
"""Lines that are kept when pages have been set."""


def install() -> None:
    """Keep lines from now on. Calling it again changes nothing."""
    for owner in TOUCHED["split_first_line"][0]:
        owner.split_first_line = _split_first_line


def uninstall() -> None:
    """Break every line anew; for comparisons."""
    for owner in TOUCHED["split_first_line"][0]:
        owner.split_first_line = _theirs


def forget() -> None:
    """The next publication has other lines."""
    global _memory
    _memory = _Memory()


def hold(lines: int) -> None:
    """Keep up to so many lines from one setting to the next: of one publication that is set again and again."""
    global _held
    _held = lines


@contextmanager
def until_set() -> Iterator[None]:
    """While a publication is set, for the last time: what was kept for it goes, however that ends, but what is held."""
    try:
        yield
    finally:
        if len(_memory.lines) > _held:
            forget()


def _split_first_line(
    text: str,
    style: Any,
    context: Any,
    max_width: float | None,
    justification_spacing: float,
    is_line_start: bool = True,
    minimum: bool = False,
) -> tuple[Any, ...]:
    """Their answer, or one that was given before, with a layout of its own: what is drawn belongs to one box."""
    key = (_type(style), text, max_width, justification_spacing, is_line_start, minimum)
    found = _memory.lines.get(key)
    if found is None:
        layout, *rest = _theirs(text, style, context, max_width, justification_spacing, is_line_start, minimum)
        # without what han.py noted for this box: it notes it again when the line is drawn
        facts = {name: value for name, value in vars(layout).items() if name != "han"}
        _memory.lines[key] = (facts, *rest)
        return (layout, *rest)
    facts, *rest = found
    layout = Layout.__new__(Layout)
    vars(layout).update(facts)
    return (layout, *rest)


def measured(
    style: Any, text: str, measure: Callable[[], tuple[list[float], list[int]]]
) -> tuple[list[float], list[int]]:
    """What `measure` says of the characters of a text in this type; it is asked once."""
    key = _type(style), text
    if key not in _memory.widths:
        _memory.widths[key] = measure()
    return _memory.widths[key]


def begin(theirs: Callable[[Any, Any], None], layout: Any, style: Any) -> None:
    """Their Layout.setup; what it makes of a type, a context with a font and its features, is made once and copied."""
    number = _type(style)
    if number not in _memory.begun:
        theirs(layout, style)
        facts = {name: value for name, value in vars(layout).items() if name in _SETUP}
        _memory.begun[number] = _copied(layout.layout), facts
        return
    first, facts = _memory.begun[number]
    layout.style, layout.layout, layout.first_line_direction = style, _copied(first), 0
    vars(layout).update(facts)


def _copied(layout: Any) -> Any:
    """A Pango layout like this one, in the same context; its attributes are its own."""
    return ffi.gc(pango.pango_layout_copy(layout), gobject.g_object_unref)


def _type(style: Any) -> int:
    """A number for the type of a style, the same for equal ones; each style is asked once in a publication."""
    kept: tuple[_Memory, int] | None = vars(style).get("kept_type")
    if kept is not None and kept[0] is _memory:
        return kept[1]
    named = (style.font_config, str([style[name] for name in _TYPE]))
    number = _memory.types.setdefault(named, len(_memory.types))
    style.kept_type = (_memory, number)
    return number
