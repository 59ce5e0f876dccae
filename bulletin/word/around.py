"""What stands around the text of a draft: headers, footers, and the evidence in the margin. Words only."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from .layout import StyleSheet, is_on, paragraphs
from .ox import Node, name

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Around:
    """The words of each header, each footer and each comment of the program's; the styles and colours that it
    gave to runs.

    Programs write headers anew, in other parts and as often as they like: what counts is which words there are.
    """

    heads: tuple[str, ...] = ()
    feet: tuple[str, ...] = ()
    margin: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    colours: tuple[str, ...] = ()
    pages: int = 1  # as breaks tell


def words_of(root: Node) -> str:
    """The words of a part; results of fields, such as numbers of pages, are the program's that shows them."""
    return _SPACE.sub(" ", " ".join(one.text for one in paragraphs(root))).strip()


def distinct(texts: Iterable[str]) -> tuple[str, ...]:
    """Each text once, none that is empty."""
    return tuple(dict.fromkeys(filter(None, texts)))


def comments_by(root: Node, author: str) -> tuple[str, ...]:
    """The words of the comments that an author wrote, in order."""
    return tuple(words_of(one) for one in root.iter(name("w:comment")) if one.get(name("w:author")) == author)


def run_styles(body: Node, styles: Node | None) -> tuple[str, ...]:
    """The names of the styles of the runs of a text, in small letters."""
    sheet = StyleSheet(styles)
    return tuple(sorted({sheet.called(str(one.get(name("w:val")))).lower() for one in body.iter(name("w:rStyle"))}))


def run_colours(body: Node) -> tuple[str, ...]:
    """The colours that runs have of themselves."""
    found = body.iterfind(f".//{name('w:r')}/{name('w:rPr')}/{name('w:color')}")
    return tuple(sorted({str(one.get(name("w:val"))) for one in found}))


def paged(body: Node) -> dict[Node, int]:
    """The page of each `w:p`, as far as breaks tell: each page of a bulletin begins with one (17.3.1.23, 17.3.3.1)."""
    page, out = 1, dict[Node, int]()
    for node in body.iter(name("w:p"), name("w:br")):
        if node.tag == name("w:p"):
            page += is_on(node.find(f"{name('w:pPr')}/{name('w:pageBreakBefore')}"))
            out[node] = page
        else:
            page += node.get(name("w:type")) == "page"
    return out


def pages_of(body: Node) -> int:
    """How many pages the breaks of a text make."""
    breaks = [one for one in body.iter(name("w:br")) if one.get(name("w:type")) == "page"]
    return 1 + len(breaks) + sum(map(is_on, body.iter(name("w:pageBreakBefore"))))
