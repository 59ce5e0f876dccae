"""A view → what can be pasted into the article editor of a WeChat official account: every style on its own element.

The editor cleans what is pasted: <style>, <script> and <link> go, so do ids, classes, events, `position` and
`transform`; styles on an element stay. Sources, read in November 2026: "公众号排版工具如何实现样式的复制粘贴"
(verysmallwoods.com/blog/20260119-wechat-markdown-copy-paste); github.com/nexu-io/html-anything/issues/40 (what is not
inlined is lost); github.com/doocs/md, src/assets/scripts/converter.js (the width and height of pictures go into
`style`); github.com/wecatch/markdown-css/issues/8 (no pseudo-elements). There is no list by the maker: what is pasted
is to be looked at. Hence only section, p, span, strong, sup, br and img; no link, since the article's may lead only to
other articles; no table wider than a phone: a row is a card.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from bulletin.screen.tree import Element

TAGS = frozenset(("section", "p", "span", "strong", "sup", "br", "img"))
ATTRIBUTES = frozenset(("style", "src", "alt"))
_INLINE = frozenset(("a", "b", "span", "small", "sup", "wbr", "br", "i", "em", "strong"))
_MARKS = {"done": "■", "under_way": "▨", "planned": "□", "standing": "▬", "unstated": "·"}
_BASE = {
    "h1": "font-size: 24px; font-weight: bold; line-height: 1.4; margin: 0 0 4px",
    "h2": "font-size: 20px; font-weight: bold; line-height: 1.45; margin: 0 0 8px",
    "h3": "font-size: 17px; font-weight: bold; line-height: 1.5; margin: 0 0 4px",
    "h4": "font-size: 16px; font-weight: bold; line-height: 1.5; margin: 0 0 2px",
    "p": "font-size: 16px; line-height: 1.85; margin: 0 0 12px",
    "small": "font-size: 13px",
}
"""px, as the editor counts; what is not said is the reader's own."""
_CELL = "font-size: 15px; line-height: 1.7; margin: 0 0 2px"


def wechat(root: Element, colours: Mapping[str, str], pictures: Mapping[str, str]) -> str:
    """The fragment. `root` as `screen.tree.parsed` gives it; `colours`: #rrggbb by name; `pictures`: data: URLs."""
    return _Editor(colours, pictures).section(root)


class _Editor:
    def __init__(self, colours: Mapping[str, str], pictures: Mapping[str, str]) -> None:
        self.colours, self.pictures = colours, pictures

    def section(self, node: Element) -> str:
        """A block with what is in it: words that stand in it beside other blocks are paragraphs of their own."""
        if node.tag == "nav":
            return ""  # a list of contents leads nowhere there
        if node.tag == "table":
            return self._wrapped("".join(self._cards(node)), f"border-top: 1px solid {self.colours['ink']}")
        if node.tag in _BASE or not any(child.tag not in _INLINE and _shown(child) for child in node):
            return self._paragraph(node)
        parts, words = list[str](), [self._text(node.text)]
        for child in node:
            if child.tag in _INLINE or (child.tag == "img" and child.get("class") == "mk"):
                words.append(self._inline(child))
            elif _shown(child):
                parts += [*self._loose(words), self._block(child)]
                words = []
            words.append(self._text(child.tail))
        return self._wrapped("".join([*parts, *self._loose(words)]), self._style(node))

    def _block(self, child: Element) -> str:
        return self._picture(child) if child.tag == "img" else self.section(child)

    def _cards(self, table: Element) -> Iterator[str]:
        """A row is a card: its name, then each cell behind the head of its column."""
        heads = [self._inside(head) for head in table.iterfind("thead/tr/th")]
        for row in table.iterfind("tbody/tr"):
            named = [self._cell(cell, "") for cell in row if cell.tag == "th"]
            others = [cell for cell in row if cell.tag != "th"]
            if heads:
                said = [self._cell(cell, heads[i]) for i, cell in enumerate(row) if cell.tag != "th" and i < len(heads)]
                said += [self._cell(cell, "") for cell in list(row)[len(heads) :]]
            else:  # a figure and its unit
                said = [f'<p style="{_CELL}">{" ".join(map(self._inside, others))}</p>']
            style = f"border-bottom: 1px solid {self.colours['rule']}; padding: 8px 0"
            yield f'<section style="{style}">{"".join([*named, *said])}</section>'

    def _cell(self, cell: Element, head: str) -> str:
        inside = self._inside(cell)
        if not inside.strip():
            return ""
        if cell.tag == "th":
            return f'<p style="{_BASE["h4"]}">{inside}</p>'
        said = f'<span style="color: {self.colours["grey"]}; font-size: 13px">{head}：</span>' if head else ""
        return f'<p style="{_CELL}">{said}{inside}</p>'

    def _inside(self, node: Element) -> str:
        """All words of an element on one line, whatever elements they stand in."""
        parts = [self._text(node.text)]
        for child in node:
            block = child.tag not in _INLINE and child.tag != "img"
            parts.append(f"{self._inside(child)} " if block else self._inline(child))
            parts.append(self._text(child.tail))
        return "".join(parts)

    def _paragraph(self, node: Element) -> str:
        inside = self._inside(node)
        return f'<p style="{self._words(node)}">{inside}</p>' if inside.strip() else ""

    def _words(self, node: Element) -> str:
        """How the words of a block are set: by its element, its language and what it is called."""
        style, names = _BASE.get(node.tag, _BASE["p"]), _classes(node)
        if "n" in names:
            style = f"font-size: 24px; font-weight: bold; line-height: 1.3; margin: 0; color: {self.colours['deep']}"
        elif "kick" in names or node.tag == "h1":
            style += f"; color: {self.colours['deep']}"
        elif names & {"unit", "note", "credit", "told", "key", "by", "foot", "issue", "lede", "when", "y"}:
            style = f"font-size: 13px; line-height: 1.6; margin: 0 0 8px; color: {self.colours['grey']}"
        if _is_english(node) and node.tag == "p" and "n" not in names:
            style += f"; font-size: 15px; line-height: 1.65; color: {self.colours['grey']}"
        elif _is_english(node) and "n" not in names:
            style += f"; font-size: 16px; color: {self.colours['grey']}"
        return style

    def _style(self, node: Element) -> str:
        """How a block stands among others."""
        names = _classes(node)
        if "mast" in names:
            return f"border-top: 6px solid {self.colours['deep']}; padding: 12px 0 4px"
        if "ednote" in names:
            return f"background: {self.colours['pale']}; padding: 12px 14px 2px; margin: 16px 0"
        if node.tag == "blockquote" or "pulled" in names:
            return f"border-left: 4px solid {self.colours['deep']}; padding: 0 0 0 14px; margin: 12px 0"
        if node.tag == "figure" or names & {"plate", "brief", "story", "evidence", "honours", "terms", "base"}:
            return f"border-top: 1px solid {self.colours['rule']}; padding: 14px 0 0; margin: 20px 0 0"
        if node.tag == "li":
            return f"border-left: 3px solid {self.colours['deep']}; padding: 0 0 0 10px; margin: 0 0 14px"
        return ""

    def _wrapped(self, inside: str, style: str) -> str:
        if not inside.strip():
            return ""
        return f'<section style="{style}">{inside}</section>' if style else f"<section>{inside}</section>"

    def _loose(self, words: list[str]) -> list[str]:
        inside = "".join(words)
        return [f'<p style="{_BASE["p"]}">{inside}</p>'] if inside.strip() else []

    def _inline(self, node: Element) -> str:
        if node.tag == "img":
            return self._picture(node)
        if node.tag == "br":
            return "<br>"
        inside, names = self._inside(node), _classes(node)
        if node.tag == "sup":
            return f'<sup style="color: {self.colours["deep"]}; font-size: 11px">{inside}</sup>'
        if "n" in names:
            return f'<strong style="font-size: 20px; color: {self.colours["deep"]}">{inside}</strong>'
        if "run" in names:
            return f'<strong style="color: {self.colours["deep"]}">{inside}</strong> '
        if node.tag in ("b", "strong"):
            return f"<strong>{inside}</strong>"
        if _is_english(node):
            return f' <span style="color: {self.colours["grey"]}; font-size: 14px">{inside}</span>'
        return inside

    def _picture(self, node: Element) -> str:
        source = node.get("src") or ""
        if source.startswith("bulletin:marks/"):
            return _MARKS[source.removeprefix("bulletin:marks/").removesuffix(".svg")]
        said = " ".join(filter(None, (node.get("alt"), node.get("data-en"))))
        width = "width: 96px" if node.get("class") == "emblem" else "width: 100%"
        return f'<img src="{self.pictures[source]}" alt="{escape(said)}" style="{width}; height: auto">'

    @staticmethod
    def _text(text: str | None) -> str:
        """Words; line ends of a template are spaces."""
        return escape(" ".join((text or "").split("\n")), quote=False)


def _shown(node: Element) -> bool:
    return isinstance(node.tag, str)


def _classes(node: Element) -> set[str]:
    return set((node.get("class") or "").split())


def _is_english(node: Element) -> bool:
    """Is it English beside Chinese? In a view of English alone nothing is marked."""
    return node.get("lang") == "en" or any(above.get("lang") == "en" for above in node.iterancestors())
