"""Computed values, with less work: most are their parent's or the initial one, and equal words are solved once.

WeasyPrint 70 asks every property of every style through one long function, and reads what a declaration with var()
comes to anew for every element that it holds for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from weasyprint import css
from weasyprint.css.tokens import InvalidValues, Pending

TOUCHED: dict[str, tuple[Any, str]] = {
    "__missing__": (css.ComputedStyle, "(self, key)"),
}
"""What we replace: where it lives, and the signature that we rely on."""

_theirs: dict[str, Callable[..., Any]] = {name: getattr(owner, name) for name, (owner, _) in TOUCHED.items()}

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


def install() -> None:
    """Compute our way in every document from now on. Calling it again changes nothing."""
    css.ComputedStyle.__missing__ = _missing


def uninstall() -> None:
    """WeasyPrint's own way again; for comparisons."""
    css.ComputedStyle.__missing__ = _theirs["__missing__"]


def _missing(style: Any, key: str) -> Any:
    """Theirs, where it is neither the parent's nor the initial value."""
    cascaded, parent = style.cascaded, style.parent_style
    logical = _LOGICAL.get(key)
    if logical and logical[style["direction"]] in cascaded:
        return _theirs["__missing__"](style, key)
    if key not in cascaded:
        if parent is not None and (inherited := key[:2] == "__" or _PLAIN.get(key)) is not None:
            value = style[key] = parent[key] if inherited else css.INITIAL_VALUES[key]
            return value
    elif isinstance(cascaded[key][0], Pending) and key[:2] != "__":
        _solve(style, key)
    return _theirs["__missing__"](style, key)


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
