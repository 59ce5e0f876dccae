"""Computed values, with less work: most are their parent's or the initial one, and equal words are solved once.

WeasyPrint 70 asks every property of every style through one long function, and reads what a declaration with var()
comes to anew for every element that it holds for. What it asks of every box is here put into a style at one go, as far
as nothing declares it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from weasyprint import css
from weasyprint.css.tokens import InvalidValues, Pending

TOUCHED: dict[str, tuple[Any, str]] = {
    "computed": (css.ComputedStyle, "(self, key)"),
    "anonymous": (css.AnonymousStyle, "(self, key)"),
}
"""Whose `__missing__` we replace, and the signature that we rely on."""

_theirs: dict[str, Callable[..., Any]] = {name: owner.__missing__ for name, (owner, _) in TOUCHED.items()}

_OWN = {
    "float",
    "display",
    "position",
    "page",
    *(name for name in css.INITIAL_VALUES if name[:16] == "text_decoration_"),
}
"""Properties of which more is noted than their value, or which pass from parent to child in a way of their own."""
_PLAIN = {
    name: name in css.INHERITED
    for name in css.INITIAL_VALUES
    if name not in _OWN and (name in css.INHERITED or name not in css.INITIAL_NOT_COMPUTED)
}
"""Whether a property that nobody declares is the parent's; if not, it is the initial one."""
_LOGICAL = {
    name: {direction: asked(block="ttb", inline=direction) for direction in ("ltr", "rtl")}
    for name, asked in css.PHYSICAL_FUNCTIONS.items()
}
"""What else declares a property, by the direction of the text: the margin at the start of a line."""
_SIDES = ("top", "right", "bottom", "left")
_OF_BOXES = (
    *(f"border_{side}_{part}" for side in _SIDES for part in ("style", "width")),
    *(f"{part}_{side}" for side in _SIDES for part in ("margin", "padding")),
    "border_collapse", "box_decoration_break", "box_sizing", "direction", "font_family", "font_feature_settings",
    "font_kerning", "font_language_override", "font_size", "font_stretch", "font_style", "font_variant_alternates",
    "font_variant_caps", "font_variant_east_asian", "font_variant_ligatures", "font_variant_numeric",
    "font_variant_position", "font_variation_settings", "font_weight", "height", "hyphenate_character",
    "hyphenate_limit_chars", "hyphenate_limit_zone", "hyphens", "letter_spacing", "line_height", "max_height",
    "max_width", "min_height", "min_width", "overflow_wrap", "tab_size", "text_transform", "vertical_align",
    "visibility", "white_space", "width", "word_break", "word_spacing",
)  # fmt: skip
"""What nearly every style is asked for."""
_OF_BOX = frozenset(_OF_BOXES)
_HANDED = tuple(name for name in _OF_BOXES if _PLAIN.get(name))
_INITIAL = {name: css.INITIAL_VALUES[name] for name in _OF_BOXES if _PLAIN.get(name) is False}
_INITIAL |= {f"border_{side}_width": 0 for side in _SIDES}  # of a border without a style
_ANONYMOUS = {name: value for name, value in _INITIAL.items() if name not in css.INITIAL_NOT_COMPUTED}
_ENDS: dict[str, set[str]] = {name: {name} for name in (*_HANDED, *_INITIAL)}
for _name in _ENDS.keys() & _LOGICAL.keys():
    for _logical in _LOGICAL[_name].values():
        _ENDS.setdefault(_logical, set()).add(_name)
for _ended in _ENDS.values():
    _ended |= {name.replace("style", "width") for name in _ended if name[:7] == "border_" and name[-6:] == "_style"}
"""By what is declared, the properties of boxes that are then no longer the parent's or the initial value."""


def install() -> None:
    """Compute our way in every document from now on. Calling it again changes nothing."""
    css.ComputedStyle.__missing__ = _missing
    css.AnonymousStyle.__missing__ = _missing_of_anonymous


def uninstall() -> None:
    """WeasyPrint's own way again; for comparisons."""
    for name, (owner, _) in TOUCHED.items():
        owner.__missing__ = _theirs[name]


def _missing_of_anonymous(style: Any, key: str) -> Any:
    """Theirs; the first time, all that boxes are asked for is there afterwards."""
    if key in _OF_BOX and "filled" not in vars(style):
        style.filled, parent = True, style.parent_style
        style.update({**_ANONYMOUS, **{name: parent[name] for name in _HANDED}, **style})
        if key in style:
            return style[key]
    return _theirs["anonymous"](style, key)


def _fill(style: Any) -> None:
    """What boxes are asked for and nothing declares is the parent's, or the initial value."""
    style.filled, parent = True, style.parent_style
    found = {**_INITIAL, **{name: parent[name] for name in _HANDED}}
    for declared in _ENDS.keys() & style.cascaded.keys():
        for name in _ENDS[declared]:
            found.pop(name, None)
    found.update(style)
    style.update(found)


def _missing(style: Any, key: str) -> Any:
    """Theirs, where it is neither the parent's nor the initial value."""
    cascaded, parent = style.cascaded, style.parent_style
    if key in _OF_BOX and parent is not None and "filled" not in vars(style):
        _fill(style)
        if key in style:
            return style[key]
    logical = _LOGICAL.get(key)
    if logical and logical[style["direction"]] in cascaded:
        return _theirs["computed"](style, key)
    if key not in cascaded:
        if parent is not None and (inherited := key[:2] == "__" or _PLAIN.get(key)) is not None:
            value = style[key] = parent[key] if inherited else css.INITIAL_VALUES[key]
            return value
    elif isinstance(cascaded[key][0], Pending) and key[:2] != "__":
        _solve(style, key)
    return _theirs["computed"](style, key)


def _solve(style: Any, key: str) -> None:
    """Put what a declaration comes to in its place; from the variables that it names, once for equal ones."""
    pending, weight = style.cascaded[key]
    known = vars(style.root_style).setdefault("solved", {})  # of one document
    if (names := vars(pending).get("names")) is None:
        names = pending.names = tuple(dict.fromkeys(name for token in pending.tokens for name in _variables(token)))
    values = [style[name] for name in names]
    asked = (id(pending), key, *map(id, values))
    if asked not in known:
        tokens: list[Any] = []
        for token in pending.tokens:
            resolved = css.resolve_var(style, token, style.parent_style)
            tokens += [token] if resolved is None else resolved
        try:
            known[asked] = pending, values, pending.solve(tokens, key.replace("_", "-"), style.base_url)
        except InvalidValues:  # they say what comes instead
            return
    style.cascaded[key] = known[asked][2], weight


def _variables(token: Any) -> Iterator[str]:
    """The variables that are named in a token, wherever."""
    inside = getattr(token, "arguments", None) or (token.content if token.type == "() block" else ())
    for one in inside:
        if token.type == "function" and token.lower_name == "var" and one.type == "ident" and one.value[:2] == "--":
            yield one.value.replace("-", "_")
        yield from _variables(one)
