"""Selectors that want a name, a class or an attribute which neither an element nor one above it has are not tried.

cssselect2 0.10 asks `.a b` of every <b> and goes through all that it stands in, for each selector anew. What a selector
wants is noted when it is compiled; what an element and those above it have is known once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from cssselect2 import Matcher, ascii_lower, compiler, parser

TOUCHED: dict[str, tuple[Any, str]] = {
    "__init__": (compiler.CompiledSelector, "(self, parsed_selector)"),
    "match": (Matcher, "(self, element)"),
}
"""What we replace, and what we do as it does: where it lives, and the signature that we rely on."""

_theirs: dict[str, Callable[..., Any]] = {name: getattr(owner, name) for name, (owner, _) in TOUCHED.items()}
_NONE: frozenset[str] = frozenset()


def install() -> None:
    """Try fewer selectors from now on. Calling it again changes nothing."""
    compiler.CompiledSelector.__init__ = _init


def uninstall() -> None:
    """Try every selector; for comparisons."""
    compiler.CompiledSelector.__init__ = _theirs["__init__"]


def _init(compiled: Any, parsed_selector: Any) -> None:
    """Theirs, and what it wants of an element and above it."""
    _theirs["__init__"](compiled, parsed_selector)
    compiled.test.wanted = frozenset(_wanted(parsed_selector.parsed_tree))


def _wanted(tree: Any) -> Iterator[str]:
    """The marks of the element itself, and of those that stand above it: to the left of ` ` and `>`."""
    above = True
    while isinstance(tree, parser.CombinedSelector):
        yield from _said(tree.right) if above else ()
        above, tree = tree.combinator in (" ", ">"), tree.left
    yield from _said(tree) if above else ()


def _said(compound: Any) -> Iterator[str]:
    """Names, classes and attributes; what is in capitals is another thing in HTML and in SVG, and is left out."""
    for simple in compound.simple_selectors:
        if isinstance(simple, parser.ClassSelector):
            yield f".{simple.class_name}"
        elif isinstance(simple, parser.LocalNameSelector) and simple.local_name == simple.lower_local_name:
            yield simple.local_name
        elif isinstance(simple, parser.AttributeSelector) and not simple.namespace and simple.name == simple.lower_name:
            yield f"[{simple.name}"


def matching(matcher: Any, element: Any) -> list[tuple[Any, ...]]:
    """As Matcher.match: specificity, order, pseudo-element and payload of each selector that matches; not sorted."""
    tried = [matcher.id_selectors.get(element.id, ())] if element.id is not None else []
    tried += [matcher.class_selectors[name] for name in element.classes if name in matcher.class_selectors]
    tried.append(matcher.lower_local_name_selectors.get(ascii_lower(element.local_name), ()))
    tried.append(matcher.namespace_selectors.get(element.namespace_url, ()))
    tried.append(matcher.lang_attr_selectors if "lang" in element.etree_element.attrib else ())
    tried.append(matcher.other_selectors)
    marks = _marks(element)
    return [
        (specificity, order, pseudo, payload)
        for some in tried
        for test, specificity, order, pseudo, payload in some
        if getattr(test, "wanted", _NONE) <= marks and test(element)
    ]


def _marks(element: Any) -> frozenset[str]:
    """The name, the classes and the attributes of an element and of all that it stands in."""
    known: frozenset[str] | None = vars(element).get("marks")
    if known is None:
        classes, attributes = (
            (f".{name}" for name in element.classes),
            (f"[{key}" for key in element.etree_element.attrib),
        )
        above = _NONE if element.parent is None else _marks(element.parent)
        known = element.marks = above | {element.local_name, *classes, *attributes}
    return known
