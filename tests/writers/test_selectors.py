"""Fewer selectors are tried on an element, and the same ones match."""

from __future__ import annotations

import inspect
from itertools import product
from typing import Any

import pytest
import tinyhtml5
from cssselect2 import ElementWrapper, Matcher, compile_selector_list

from bulletin.pages import selectors

HTML = """<!DOCTYPE html><html lang="zh-Hans"><head><title>x</title></head><body class="page">
<div class="piece a" id="one"><p class="a b">1<b>2</b></p><p lang="en" class="b">3<b class="a">4</b></p></div>
<ul dir="ltr"><li>1<ul><li class="b"><a href="#one">2</a></li></ul></li></ul>
<svg viewBox="0 0 1 1"><linearGradient id="two"/><g class="a"><text>3</text></g></svg>
<TABLE class="A"><tr><td>1<td lang=en>2</table></body></html>"""
SIMPLE = (
    "*", "p", "LI", "b", ".a", ".b", ".A", "#one", "[lang]", "[lang=en]", "[viewBox]", "[dir=LTR i]", "[class^='']",
    ":is(p, .b)", ":not(.a)", ":root", ":lang(en)", ":first-child", "p.a", "b:not([class])", "linearGradient",
    "div:has(> p .a)", ":link", "td::before", "li::marker",
)  # fmt: skip
COMBINATORS = (" ", " > ", " + ", " ~ ")


@pytest.fixture(scope="module", autouse=True)
def installed() -> None:
    selectors.install()


def elements() -> list[Any]:
    return list(ElementWrapper.from_html_root(tinyhtml5.parse(HTML, namespace_html_elements=False)).iter_subtree())


def matcher(texts: list[str]) -> Matcher:
    made = Matcher()
    for text in texts:
        for selector in compile_selector_list(text):
            made.add_selector(selector, text)
    return made


def combined() -> list[str]:
    plain = [one for one in SIMPLE if "::" not in one]
    two = [f"{left}{sign}{right}" for left, sign, right in product(plain, COMBINATORS, SIMPLE)]
    return [*SIMPLE, *two, *(f"{left}{sign}{two[at]}" for left, sign in product(plain, COMBINATORS) for at in MIXED)]


MIXED = range(3, 2000, 41)
"""Of what is combined of two, what is combined with a third."""


def test_cssselect2_still_has_what_we_replace() -> None:
    for name, (_, wanted) in selectors.TOUCHED.items():
        assert str(inspect.signature(selectors._theirs[name])) == wanted


def test_the_same_selectors_match() -> None:
    everything = matcher(combined())
    found = 0
    for element in elements():
        theirs = everything.match(element)
        assert sorted(selectors.matching(everything, element)) == theirs, element.etree_element.tag
        found += len(theirs)
    assert found > 1000


def test_what_an_element_and_those_above_it_do_not_have_is_not_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []
    made = matcher([".none b", "[none] > b", ".a b", ".b b", "td b", ".none + .a b"])
    for at, (test, *rest) in enumerate(made.lower_local_name_selectors["b"]):

        def noted(element: Any, test: Any = test, text: str = rest[-1]) -> bool:
            tried.append(text)
            return bool(test(element))

        noted.wanted = test.wanted  # type: ignore[attr-defined]
        made.lower_local_name_selectors["b"][at] = (noted, *rest)
    first = next(element for element in elements() if element.local_name == "b")
    assert [text for *_, text in selectors.matching(made, first)] == [".a b", ".b b"]
    assert tried == [".a b", ".b b", ".none + .a b"]


def test_a_selector_that_was_compiled_before_is_tried_everywhere() -> None:
    selectors.uninstall()
    try:
        made = matcher([".none b", ".a b"])
    finally:
        selectors.install()
    first = next(element for element in elements() if element.local_name == "b")
    assert [text for *_, text in selectors.matching(made, first)] == [".a b"]
