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

from bulletin.pages import selectors

Weighed = list[tuple[str, tuple[Any, tuple[Any, ...]]]]
"""Declarations by property: the value, and the weight that decides between two."""


@dataclass(slots=True)
class _Late:
    """The pseudo-elements of each element, with its style, and the styles of those that were asked for."""

    root: Any = None
    base_url: str | None = None
    targets: Any = None
    matched: dict[Any, tuple[Any, dict[str, tuple[_Rule, ...]]]] = field(default_factory=dict)
    made: dict[tuple[Any, ...], Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class _Rule:
    """What one selector of a sheet declares, weighed."""

    weighed: Weighed


@dataclass(frozen=True, slots=True, eq=False)
class _Matched:
    """The rules that match an element, and those of its pseudo-elements: by sheet, the weakest first."""

    rules: tuple[_Rule, ...]
    late: dict[str, tuple[_Rule, ...]]


class _Rules:
    """The rules of the sheets, each weighed once; what is matched by the same selectors is one object."""

    def __init__(self, sheets: Iterable[tuple[Any, str, Any]]):
        self._sheets = [(sheet.matcher, sheet, origin, given) for sheet, origin, given in sheets]
        self._weighed: dict[tuple[Any, ...], _Rule] = {}
        self._matched: dict[tuple[tuple[int, ...], ...], _Matched] = {}

    def of(self, element: Any) -> _Matched:
        """What matches an element."""
        found = [selectors.matching(matcher, element) for matcher, *_ in self._sheets]
        key = tuple([tuple(sorted([one[1] for one in some])) for some in found])
        if (known := self._matched.get(key)) is None:
            known = self._matched[key] = self._sorted(found)
        return known

    def _sorted(self, found: list[list[tuple[Any, ...]]]) -> _Matched:
        rules: list[_Rule] = []
        late: dict[str, list[_Rule]] = {}
        for (_, sheet, origin, given), its in zip(self._sheets, found, strict=True):
            for specificity, _, pseudo, payload in sorted(its):
                key = id(payload), specificity, origin
                if (rule := self._weighed.get(key)) is None:
                    rule = self._weighed[key] = _weighed(payload, sheet, origin, given or specificity)
                (rules if pseudo is None else late.setdefault(pseudo, [])).append(rule)
        return _Matched(tuple(rules), {pseudo: tuple(its) for pseudo, its in late.items()})


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
        matched = rules.of(wrapper)
        key = id(computed[parent, None]) if wrapper.parent else None, declared, matched
        if key in made:
            style = computed[element, None] = made[key]
        else:
            cascaded[element, None] = _cascaded(matched.rules, weighed)
            style_for.set_computed_styles(
                element,
                root=html.etree_element,
                parent=parent,
                base_url=html.base_url,
                target_collector=target_collector,
            )
            style = made[key] = computed[element, None]
        if matched.late:
            style_for.late.matched[element] = style, matched.late
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
    parent, late = style_for.late.matched.get(element, (None, {}))
    if (rules := late.get(pseudo_type)) is None or (element, pseudo_type) in style_for._computed_styles:
        return
    made = style_for.late.made
    key = id(parent), pseudo_type, *rules
    if key not in made:
        root, base_url = style_for.late.root, style_for.late.base_url
        rest = style_for.font_config, style_for.initial_page_sizes
        style = made[key] = css.ComputedStyle(parent, _cascaded(rules), pseudo_type, root, base_url, *rest)
        if style["anchor"] and style_for.late.targets:
            style_for.late.targets.collect_anchor(style["anchor"])
    style_for._computed_styles[element, pseudo_type] = made[key]
