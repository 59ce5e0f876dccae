"""The text of a web page: its title, and the block that holds most of the Chinese. Nothing is fetched, nothing run."""

from __future__ import annotations

import re

from lxml import etree, html

from bulletin.desk.taken.taken import Away, Taken

_NEVER = ("script", "style", "noscript", "template", "iframe", "object", "svg", "head")
_AROUND = ("nav", "header", "footer", "aside", "form", "button", "select", "menu")
_BLOCKS = frozenset(
    re.findall(r"\w+", "p h1 h2 h3 h4 h5 h6 li td th dt dd div section article blockquote main body")
    + re.findall(r"\w+", "figcaption caption tr table ul ol br")
)
_HAN = re.compile("[\u4e00-\u9fff]")
_PRINTED = re.compile(r".{0,40}?20\d\d\s*[-年/.]\s*\d{1,2}\s*[-月/.]\s*\d{1,2}日?(?:\s*第\s*\w{1,4}\s*版)?")
"""When and where the article was printed, which stands under its title: it dates the article."""
_SHARE = 0.7
"""A block holds the article where it has this share of the Chinese of all paragraphs."""
Node = etree._Element


def read(text: str) -> Taken:
    """The page's article. A page without Chinese gives an empty text."""
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    root: Node = html.document_fromstring(text, parser=parser)
    title = next((line for tag in ("h1", "title") for one in root.iter(tag) if (line := _line(one))), "")
    pictures = sum(1 for _ in root.iter("img"))
    code = _dropped(root, _NEVER)
    around = [line for line in _dropped(root, _AROUND) if line]
    whole, lines = _lines(root), _lines(_main(root))
    outside = [line for line in whole if line not in lines and line != title]
    printed = next((match[0] for line in outside if (match := _PRINTED.match(line))), "")
    if title and title not in lines:
        lines = [title, *([printed] if printed else []), *lines]
    away = [
        Away(kind, len(found), found[0] if kind in ("furniture", "outside") else "")
        for kind, found in (
            ("code", code),
            ("furniture", around),
            ("outside", outside),
            ("pictures", ["img"] * pictures),
        )
        if found
    ]
    return Taken("\n".join(lines), "HTML", away)


def _dropped(root: Node, tags: tuple[str, ...]) -> list[str]:
    """What stood in these elements, which are gone then; what follows one stays."""
    found = [one for one in root.iter(*tags) if one.getparent() is not None]
    said = [_line(one) for one in found]
    for one in found:
        parent, before = one.getparent(), one.getprevious()
        if parent is None:
            continue
        if before is not None:
            before.tail = (before.tail or "") + (one.tail or "")
        else:
            parent.text = (parent.text or "") + (one.tail or "")
        one.tail = None
        parent.remove(one)
    return said


def _main(root: Node) -> Node:
    """The innermost block in which most of the Chinese stands; an <article> before all."""
    articles = [one for one in root.iter("article") if _han(one)]
    best = max(articles, key=_han, default=root)
    total = _han(best)
    while True:
        inner = next((one for one in best if isinstance(one.tag, str) and _han(one) >= _SHARE * total), None)
        if inner is None or inner.tag in ("p", "span", "font", "a", "td") or not len(inner):
            return best
        best = inner


def _han(node: Node) -> int:
    return len(_HAN.findall("".join(map(str, node.itertext()))))


def _line(node: Node | None) -> str:
    return re.sub(r"\s+", " ", "".join(map(str, node.itertext()))).strip() if node is not None else ""


def _lines(node: Node) -> list[str]:
    """A line a block: inline elements do not break it."""
    pieces: list[str] = []

    def walk(one: Node) -> None:
        block = one.tag in _BLOCKS
        pieces.append("\n" if block else "")
        pieces.append(re.sub(r"\s+", " ", one.text or ""))
        for child in one:
            walk(child)
            pieces.append(re.sub(r"\s+", " ", child.tail or ""))
        pieces.append("\n" if block else "")

    walk(node)
    return [line.strip(" \u3000") for line in "".join(pieces).split("\n") if line.strip()]
