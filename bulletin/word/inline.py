"""Words into runs: language, face and weight of each run, fields, bookmarks and links."""

from __future__ import annotations

from collections.abc import Sequence

from bulletin.edition.blocks import Both, Mark

from .look import Lang
from .ox import Node, name, text, w

# Weight is direct: a toggle in a run's style would undo a bold paragraph style (17.7.3).
_WEIGHTS = {
    "RunInHead": True,
    "EvidenceNumber": True,
    "EvidenceSmallNumber": True,
    "HighNumber": True,
    "EvidenceKey": True,
    "Marked": True,
    "CaptionAside": False,
    "Unit": False,
    "Mark": False,
    "Draft": True,
}
SYMBOLS: dict[Mark, str] = {"done": "■", "under_way": "▨", "planned": "□", "standing": "–", "unstated": "·"}
GAP = "  "  # between the two languages on one line


def run(words: str, lang: Lang, style: str = "", bold: bool | None = None) -> Node:
    """A run. `hint` gives Chinese quotation marks and dashes the Chinese face (17.3.2.26)."""
    weight = bold or _WEIGHTS.get(style, bold)
    return w("r", run_properties(lang, style, weight), text(words))


def run_properties(lang: Lang, style: str = "", bold: bool | None = None) -> Node:
    """Style, face hint, weight (None: as the style says) and language of a run (17.3.2.20)."""
    toggle = {} if bold else {"val": 0}
    return w(
        "rPr",
        w("rStyle", val=style) if style else None,
        w("rFonts", hint="eastAsia") if lang == "zh" else None,
        [w("b", **toggle), w("bCs", **toggle)] if bold is not None else None,
        w("lang", eastAsia="zh-CN") if lang == "zh" else w("lang", val="en-US"),
    )


def both(words: Both, styles: tuple[str, str] = ("", ""), bold: bool | None = None) -> list[Node]:
    """Chinese, a gap, English; a language that is empty leaves nothing."""
    zh = [run(words.zh, "zh", styles[0], bold)] if words.zh else []
    en = [run(words.en, "en", styles[1], bold)] if words.en else []
    return [*zh, *([run(GAP, "en", styles[1])] if zh and en else []), *en]


def marks(symbols: Sequence[Mark]) -> list[Node]:
    """How things stand, as characters; the words for it always stand beside them."""
    return [run("".join(SYMBOLS[mark] for mark in symbols), "en", "Mark"), run(" ", "en")] if symbols else []


def legend(entries: Sequence[tuple[Mark, Both]]) -> list[Node]:
    """Each mark with its meaning."""
    out: list[Node] = []
    for place, (mark, words) in enumerate(entries):
        out += [run("   ", "en")] if place else []
        out += [*marks([mark]), run(words.zh, "zh"), run(f" {words.en}", "en")]
    return out


def tab(style: str = "") -> Node:
    """A tabulator."""
    return w("r", w("rPr", w("rStyle", val=style)) if style else None, w("tab"))


def line_break() -> Node:
    """A line end that the curator set."""
    return w("r", w("br"))


def field(instruction: str, result: str, lang: Lang = "en", style: str = "") -> list[Node]:
    """A complex field with its result filled in (17.16.18): WPS shows nothing for one without `separate`."""

    def part(content: Node) -> Node:
        return w("r", run_properties(lang, style, _WEIGHTS.get(style)), content)

    code = w("instrText")
    code.text = f" {instruction} "
    code.set(name("xml:space"), "preserve")
    begin, separate, end = (part(w("fldChar", fldCharType=kind)) for kind in ("begin", "separate", "end"))
    return [begin, part(code), separate, part(text(result)), end]


def bookmarked(nodes: list[Node], number: int, bookmark: str) -> list[Node]:
    """These nodes between the ends of a bookmark."""
    return [w("bookmarkStart", id=number, name=bookmark), *nodes, w("bookmarkEnd", id=number)]


def linked(nodes: list[Node], anchor: str) -> Node:
    """A link to a bookmark of this document (17.16.22)."""
    return w("hyperlink", nodes, anchor=anchor, history=1)


def paragraph(style: str, *runs: Node | Sequence[Node], properties: Sequence[Node] = ()) -> Node:
    """A paragraph in a named style."""
    return w("p", w("pPr", w("pStyle", val=style), properties), *runs)
