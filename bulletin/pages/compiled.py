"""Style sheets that were read before: what is the same in every document is parsed and compiled once.

The sheet of an edition begins with its colours and sizes, ends with the page on which things are measured, and is the
same between two marks. A rule about which the engine had something to say is read anew, so that it is said each time.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import tinycss2
import weasyprint

from bulletin.pages.html import SAME

MARK = SAME.encode()
HELD = 4
"""Sheets that are kept: of two languages and of one."""
TOUCHED: dict[str, tuple[Any, str]] = {
    "preprocess_stylesheet": (
        weasyprint,
        "(device_media_type, base_url, stylesheet_rules, url_fetcher, matcher, page_rules, layers, font_config, "
        "counter_style, color_profiles, ignore_imports=False, layer=None)",
    ),
    "parse_stylesheet_bytes": (
        tinycss2,
        "(css_bytes, protocol_encoding=None, environment_encoding=None, skip_comments=False, skip_whitespace=False)",
    ),
}
"""What we replace: where it is called, and the signature that we rely on."""

_theirs: dict[str, Callable[..., Any]] = {name: getattr(owner, name) for name, (owner, _) in TOUCHED.items()}


@dataclass(slots=True)
class _Sheet:
    """Rules, and by the place of those that were compiled without a word what they add to a matcher."""

    rules: list[Any]
    added: dict[int, list[tuple[Any, Any]]] = field(default_factory=dict)


_sheets: dict[tuple[Any, ...], _Sheet] = {}


@dataclass(slots=True)
class _Noted:
    """Stands for a matcher; notes what is added to it."""

    added: list[tuple[Any, Any]] = field(default_factory=list)

    def add_selector(self, selector: Any, payload: Any) -> None:
        self.added.append((selector, payload))


class _Said(logging.Handler):
    """Counts what the engine has to say."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines = 0

    def emit(self, record: logging.LogRecord) -> None:
        self.lines += 1


class _Rules(list[Any]):
    """The rules of a document, of which some, from `start` on, are those of a sheet that is kept."""

    def __init__(self, head: list[Any], sheet: _Sheet, tail: list[Any]):
        super().__init__([*head, *sheet.rules, *tail])
        self.start, self.sheet = len(head), sheet


def install() -> None:
    """Keep sheets from now on. Calling it again changes nothing."""
    weasyprint.preprocess_stylesheet, tinycss2.parse_stylesheet_bytes = _preprocess, _parse


def uninstall() -> None:
    """Read every sheet anew; for comparisons."""
    for name, (owner, _) in TOUCHED.items():
        setattr(owner, name, _theirs[name])


def _parse(css_bytes: bytes, *encodings: Any, **options: Any) -> tuple[Any, Any]:
    """Theirs, in three parts where the sheet is marked; the one in the middle is kept, by the line it begins on."""
    theirs = _theirs["parse_stylesheet_bytes"]
    if css_bytes.count(MARK) != 2:
        found: tuple[Any, Any] = theirs(css_bytes, *encodings, **options)
        return found
    head, body, tail = css_bytes.split(MARK)
    lines = head.count(b"\n") + 1
    key = body, lines, encodings, *sorted(options.items())
    if (sheet := _sheets.get(key)) is None:
        while len(_sheets) >= HELD:
            _sheets.pop(next(iter(_sheets)))
        sheet = _sheets[key] = _Sheet(theirs(b"\n" * lines + body, *encodings, **options)[0])
    first, encoding = theirs(head, *encodings, **options)
    below = b"\n" * (lines + body.count(b"\n") + 1)
    return _Rules(first, sheet, theirs(below + tail, *encodings, **options)[0]), encoding


def _preprocess(
    device_media_type: str,
    base_url: str | None,
    stylesheet_rules: Any,
    url_fetcher: Any,
    matcher: Any,
    *rest: Any,
    ignore_imports: bool = False,
    layer: Any = None,
) -> None:
    """Theirs; rules of a kept sheet that only select are added as they came out before."""

    def theirs(rules: list[Any], late: bool, matcher: Any = matcher) -> None:
        given = device_media_type, base_url, rules, url_fetcher, matcher, *rest
        _theirs["preprocess_stylesheet"](*given, ignore_imports=late, layer=layer)

    if not isinstance(stylesheet_rules, _Rules) or layer is not None:
        theirs(stylesheet_rules, ignore_imports)
        return
    start, sheet = stylesheet_rules.start, stylesheet_rules.sheet
    theirs(stylesheet_rules[:start], ignore_imports)
    for at, rule in enumerate(sheet.rules):
        if rule.type != "qualified-rule":
            theirs([rule], start + at > 0)
            continue
        if (added := sheet.added.get(at)) is None:
            noted, said = _Noted(), _Said()
            logger = logging.getLogger("weasyprint")
            logger.addHandler(said)
            try:
                theirs([rule], True, noted)
            finally:
                logger.removeHandler(said)
            added = noted.added
            if not said.lines:
                sheet.added[at] = added
        for one in added:
            matcher.add_selector(*one)
    theirs(stylesheet_rules[start + len(sheet.rules) :], True)
