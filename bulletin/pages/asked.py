"""What is asked again and again of boxes and styles, and is the same every time or can be told at a glance.

Of a bulletin that is measured 19,500 boxes ask for their margins, paddings and widths, and 13,300 lines and texts for
their height; there are 1,100 styles. Sizes in px depend on no container: they are resolved once for a style. A box that
is as wide as its text needs no second look at how narrow that could be, and a line beside no float collides with none.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import itemgetter
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import absolute, block, column, float, grid, inline, page, percent, preferred, table
from weasyprint.text import line_break

TOUCHED: dict[str, tuple[tuple[Any, ...], str]] = {
    "resolve_percentages": (
        (absolute, block, column, float, grid, inline, page, percent, table),
        "(box, containing_block)",
    ),
    "strut": ((inline, line_break), "(style)"),
    "shrink_to_fit": ((absolute, float, inline, preferred), "(context, box, available_content_width)"),
    "avoid_collisions": ((block, float, inline), "(context, box, containing_block, outer=True)"),
    "is_in_normal_flow": ((boxes.Box,), "(self)"),
}
"""What we replace: where it is called, and the signature that we rely on."""

_theirs: dict[str, Callable[..., Any]] = {name: getattr(owners[0], name) for name, (owners, _) in TOUCHED.items()}

_SIDES = ("top", "right", "bottom", "left")
_ALTERED = ("width", "height", "min_width", "min_height", "max_width", "max_height")
"""What flexible boxes and grids change in styles after they were used."""
_LENGTHS = (*_ALTERED, *(f"margin_{side}" for side in _SIDES), *(f"padding_{side}" for side in _SIDES))
_altered, _lengths = itemgetter(*_ALTERED), itemgetter(*_LENGTHS)
_borders = itemgetter(*(f"border_{side}_width" for side in _SIDES))


def install() -> None:
    """Ask once from now on. Calling it again changes nothing."""
    for name, ours in _OURS.items():
        for owner in TOUCHED[name][0]:
            setattr(owner, name, ours)


def uninstall() -> None:
    """Ask every time; for comparisons."""
    for name, (owners, _) in TOUCHED.items():
        for owner in owners:
            setattr(owner, name, _theirs[name])


def _resolve_percentages(box: Any, containing_block: Any) -> None:
    """Theirs, or what came out for another box of the style."""
    style = box.style
    altered = _altered(style)
    known: tuple[Any, Any] | None = style.__dict__.get("kept_sizes")
    if known is None or known[0] != altered:
        known = style.kept_sizes = altered, _fixed(style)
    if known[1] is None:
        _theirs["resolve_percentages"](box, containing_block)
    else:
        (
            box.width, box.height, box.min_width, box.min_height, box.max_width, box.max_height,
            box.margin_top, box.margin_right, box.margin_bottom, box.margin_left,
            box.padding_top, box.padding_right, box.padding_bottom, box.padding_left,
            box.border_top_width, box.border_right_width, box.border_bottom_width, box.border_left_width,
        ) = known[1]  # fmt: skip


def _fixed(style: Any) -> tuple[Any, ...] | None:
    """The used lengths, where none depends on a container, no border on those beside it, and no width on borders."""
    if style["border_collapse"] == "collapse" or style["box_sizing"] != "content-box":
        return None
    used: list[Any] = []
    for name, value in zip(_LENGTHS, _lengths(style), strict=True):
        if value is None or value == "auto":
            used.append(0 if value == "auto" and name in ("min_width", "min_height") else value)
        elif getattr(value, "unit", "") == "px":
            used.append(value.value)
        else:
            return None
    return (*used, *_borders(style))


def _strut(style: Any) -> tuple[Any, Any]:
    """Theirs, or what they said of the style before."""
    found: tuple[Any, Any] | None = style.__dict__.get("kept_strut")
    if found is None:
        found = style.kept_strut = _theirs["strut"](style)
    return found


def _shrink_to_fit(context: Any, box: Any, available_content_width: Any) -> Any:
    """Theirs: the width without breaks, where there is room for it; how narrow it could be is asked where not."""
    widest = preferred.max_content_width(context, box, outer=False)
    if widest < available_content_width:
        return widest
    return _theirs["shrink_to_fit"](context, box, available_content_width)


def _avoid_collisions(context: Any, box: Any, containing_block: Any, outer: bool = True) -> tuple[Any, Any, Any]:
    """Theirs; for a line where there is no float, which has the whole measure."""
    if (
        outer
        or context.excluded_shapes
        or not isinstance(box, boxes.LineBox)
        or box.style["float"] != "none"
        or containing_block.style["direction"] != "ltr"
    ):
        found: tuple[Any, Any, Any] = _theirs["avoid_collisions"](context, box, containing_block, outer)
        return found
    left = containing_block.content_box_x()
    right = left + containing_block.width
    left += box.margin_left
    right -= box.margin_right
    return left - box.margin_left, box.border_box_y() - box.margin_top, right - left


def _is_in_normal_flow(self: Any) -> bool:
    """Theirs, asked in five questions; most boxes answer all of them at once."""
    style = self.style
    if style["float"] == "none" and style["position"] in ("static", "relative"):
        return True
    return bool(_theirs["is_in_normal_flow"](self))


_OURS: dict[str, Callable[..., Any]] = {
    "resolve_percentages": _resolve_percentages,
    "strut": _strut,
    "shrink_to_fit": _shrink_to_fit,
    "avoid_collisions": _avoid_collisions,
    "is_in_normal_flow": _is_in_normal_flow,
}
