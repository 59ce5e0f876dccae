"""The cascade, with less work: worked out once for elements that look the same, and late for pseudo-elements.

WeasyPrint 70 works out the cascade of every element before it looks whether another one came out the same, and that of
six pseudo-elements (marker, calls and marks of notes) of every element, which its own style sheet styles and hardly
any page has: 23,600 styles for a bulletin that is measured, of which 1,100 are looked at.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import inf
from typing import Any

from weasyprint import css

Weighed = list[tuple[str, tuple[Any, tuple[Any, ...]]]]
"""Declarations by property: the value, and the weight that decides between two."""


@dataclass(slots=True)
class _Late:
    """Pseudo-elements by element and name, which nobody has asked for yet, and the styles of those that were."""

    root: Any = None
    base_url: str | None = None
    targets: Any = None
    matched: dict[tuple[Any, str], tuple[Any, list[_Rule]]] = field(default_factory=dict)
    made: dict[tuple[Any, ...], Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class _Rule:
    """What one selector of a sheet declares, weighed."""

    weighed: Weighed


class _Rules:
    """The rules of the sheets, each weighed once."""

    def __init__(self, sheets: Iterable[tuple[Any, str, Any]]):
        self._sheets = [(sheet.matcher.match, sheet, origin, given) for sheet, origin, given in sheets]
        self._known: dict[tuple[Any, ...], _Rule] = {}

    def of(self, element: Any) -> tuple[list[_Rule], dict[str, list[_Rule]]]:
        """The rules that match an element, and those of its pseudo-elements: by sheet, the weakest first."""
        matched: list[_Rule] = []
        late: dict[str, list[_Rule]] = {}
        for match, sheet, origin, given in self._sheets:
            for specificity, _, pseudo, payload in match(element):
                key = id(payload), specificity, origin
                if (rule := self._known.get(key)) is None:
                    rule = self._known[key] = _weighed(payload, sheet, origin, given or specificity)
                (matched if pseudo is None else late.setdefault(pseudo, [])).append(rule)
        return matched, late


def _weighed(payload: Any, sheet: Any, origin: str, specificity: Any) -> _Rule:
    declarations, layer = payload
    order = inf if layer is None else sheet.layers.index(layer)
    weights = {one: (css.declaration_precedence(origin, one), order, specificity) for one in (False, True)}
    return _Rule([(name, (values, weights[bool(importance)])) for name, values, importance in declarations])


def init(
    style_for: Any, html: Any, sheets: Any, presentational_hints: bool, font_config: Any, target_collector: Any
) -> None:
    """As theirs: the style of every element, in the order of the tree; those of pseudo-elements later."""
    cascaded: dict[Any, Any] = {}
    computed: dict[Any, Any] = {}
    style_for._cascaded_styles, style_for._computed_styles = cascaded, computed
    style_for.initial_page_sizes = {"box": None, "area": None}
    style_for._sheets, style_for.font_config, style_for.late = sheets, font_config, _Late()
    own, rules = _own(html, presentational_hints), _Rules(sheets)
    made: dict[tuple[Any, ...], Any] = {}
    for wrapper in html.wrapper_element.iter_subtree():
        element = wrapper.etree_element
        parent = wrapper.parent.etree_element if wrapper.parent else None
        declared, weighed = own.get(element, (None, None))
        matched, late = rules.of(wrapper)
        key = id(computed[parent, None]) if wrapper.parent else None, declared, tuple(matched)
        if key in made:
            style = computed[element, None] = made[key]
        else:
            cascaded[element, None] = _cascaded(matched, weighed)
            style_for.set_computed_styles(
                element,
                root=html.etree_element,
                parent=parent,
                base_url=html.base_url,
                target_collector=target_collector,
            )
            style = made[key] = computed[element, None]
        for pseudo, its in late.items():
            style_for.late.matched[element, pseudo] = style, its
    style_for.late.root, style_for.late.base_url = computed[html.etree_element, None], html.base_url
    style_for.late.targets = target_collector
    cascaded.clear()


def _own(html: Any, presentational_hints: bool) -> dict[Any, tuple[tuple[Any, ...], dict[str, Any]]]:
    """What elements declare themselves: the declarations, by which they know it, and these weighed."""
    found: dict[Any, tuple[tuple[Any, ...], dict[str, Any]]] = {}
    for specificity, element, declarations, base_url in css.find_style_attributes(
        html.etree_element, presentational_hints, html.base_url
    ):
        _, style = found.get(element, ((), {}))
        found[element] = tuple(declarations), style
        for name, values, importance in css.preprocess_declarations(base_url, declarations):
            _add(style, name, (values, (css.declaration_precedence("author", importance), inf, specificity)))
    return found


def _cascaded(matched: Iterable[_Rule], own: dict[str, Any] | None = None) -> dict[str, Any]:
    """Of each property the value that weighs most; of two that weigh the same, the later one."""
    style = dict(own) if own else {}
    for rule in matched:
        for name, value in rule.weighed:
            _add(style, name, value)
    return style


def _add(style: dict[str, Any], name: str, value: tuple[Any, tuple[Any, ...]]) -> None:
    old = style.get(name)
    if old is None or old[1] <= value[1]:
        style[name] = value


def asked(style_for: Any, element: Any, pseudo_type: str) -> None:
    """Work out the style of a pseudo-element, if it has one; those that look the same share it."""
    if (late := style_for.late.matched.pop((element, pseudo_type), None)) is None:
        return
    parent, rules = late
    made = style_for.late.made
    key = id(parent), pseudo_type, *rules
    if key not in made:
        root, base_url = style_for.late.root, style_for.late.base_url
        rest = style_for.font_config, style_for.initial_page_sizes
        style = made[key] = css.ComputedStyle(parent, _cascaded(rules), pseudo_type, root, base_url, *rest)
        if style["anchor"] and style_for.late.targets:
            style_for.late.targets.collect_anchor(style["anchor"])
    style_for._computed_styles[element, pseudo_type] = made[key]
