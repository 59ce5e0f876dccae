"""What a rendered page says and what it refers to, read before any page is laid out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_TIGHT = frozenset(("a", "wbr"))
"""What stands close to the text before it: raised numbers. A style sheet may set all others apart."""
_SILENT = frozenset(("script", "style", "title"))
_PAINT = frozenset(("fill", "stroke", "color", "stop-color", "opacity", "fill-opacity", "stroke-opacity"))
"""What a drawing says in attributes of its own."""


@dataclass
class PageText:
    """The text by section, the URLs that are loaded, the anchors that are there and those that are led to.

    `styles` are rules and declarations that stand in the page itself, `paints` what a drawing says in attributes;
    `language` is that of <html>.
    """

    sections: list[list[str]] = field(default_factory=lambda: [[]])
    loaded: list[str] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    led_to: list[str] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)
    paints: list[str] = field(default_factory=list)
    language: str = ""

    @property
    def texts(self) -> list[str]:
        """A text a section; what stands before the first section is the first."""
        return ["".join(pieces) for pieces in self.sections]

    def amiss(self, resources: frozenset[str]) -> Iterator[str]:
        """URLs that are not among the resources, and anchors that nothing has."""
        yield from (url for url in dict.fromkeys(self.loaded) if url not in resources)
        yield from (f"#{id}" for id in dict.fromkeys(self.led_to) if id not in self.anchors)


def read_html(html: str) -> PageText:
    """The document as a reader's eye and the engine's loader would meet it."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found, self._silent, self._styles = PageText(), 0, False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "section" and "page" in given.get("class", "").split():
            self.found.sections.append([])
        self._gap(tag)
        self._silent += tag in _SILENT
        self._styles = tag == "style"
        self.found.styles += [given["style"]] if "style" in given else []
        self.found.paints += [f"{name}: {value}" for name, value in given.items() if name in _PAINT]
        if tag == "html":
            self.found.language = given.get("lang", "")
        if "id" in given:
            self.found.anchors.add(given["id"])
        if tag in ("img", "link", "object", "iframe", "embed", "source", "script"):
            self.found.loaded += [given[name] for name in ("src", "href", "data") if name in given]
        elif given.get("href", "").startswith("#"):
            self.found.led_to.append(given["href"][1:])

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in _SILENT
        self._gap(tag)

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.found.sections[-1].append(data)
        elif self._styles:
            self.found.styles.append(data)

    def _gap(self, tag: str) -> None:
        if tag not in _TIGHT:
            self.found.sections[-1].append("\n")
