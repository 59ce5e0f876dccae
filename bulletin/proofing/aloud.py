"""The tag tree of a finished PDF as a screen reader speaks it: a line for each thing that is said, in order.

A language that is not the one before is named in brackets; a heading says its level, a list how many things it holds, a
table its size, a cell of a head which way it leads. A figure says its alternative text and nothing that is drawn in it.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf

from bulletin.press.graphics import SHOWS_TEXT
from bulletin.proofing.codes import Codes
from bulletin.proofing.sizes import is_han

_NONE = pikepdf.Dictionary()
BLOCKS = frozenset(["P", "H1", "H2", "H3", "H4", "H5", "H6", "LI", "Lbl", "LBody", "TH", "TD", "Caption", "BlockQuote"])
"""What is said in one go, with what stands inside it."""


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that is spoken: its language, how deep in lists and tables it stands, what it is, and its words."""

    language: str
    depth: int
    role: str
    words: str


def aloud(data: bytes) -> tuple[str, ...]:
    """The whole file, line by line; empty for one without tags. Raises pikepdf.PdfError for what is no PDF."""
    lines, spoken = [], ""
    for said in _spoken(data):
        tongue = "" if said.language == spoken else f"[{said.language}] "
        spoken = said.language
        role = f"{said.role}: " if said.role and said.words else said.role
        lines.append(f"{'  ' * said.depth}{tongue}{role}{said.words}")
    return tuple(lines)


def _spoken(data: bytes) -> tuple[Said, ...]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        if "/StructTreeRoot" not in pdf.Root:
            return ()
        reader = _Reader({page.objgen: _texts(page) for page in pdf.pages})
        return tuple(reader.speak(pdf.Root.StructTreeRoot, str(pdf.Root.get("/Lang", "")), 0))


def elements(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Every structure element, in the order in which they are read."""
    if "/StructTreeRoot" in pdf.Root:
        yield from _below(pdf.Root.StructTreeRoot)


def _below(element: Any) -> Iterator[Any]:
    for kid in _kids(element):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from _below(kid)


def attribute(element: Any, key: str) -> Any:
    """What its attribute objects say of a key; None where none does."""
    held = element.get("/A", pikepdf.Array())
    every = held if isinstance(held, pikepdf.Array) else [held]
    return next((one[key] for one in every if isinstance(one, pikepdf.Dictionary) and key in one), None)


class _Reader:
    """Walks the tree; `texts` are the words of each page by the numbers of their marks."""

    def __init__(self, texts: dict[Any, dict[int, str]]):
        self._texts = texts

    def speak(self, element: Any, language: str, depth: int) -> Iterator[Said]:
        """Everything from here on."""
        language = str(element.get("/Lang", language))
        tag = str(element.get("/S", "")).lstrip("/")
        if tag in ("L", "Table"):
            size = _list(element) if tag == "L" else _table(element)
            yield Said(language, depth, size, "")
            depth += 1
        if tag == "Figure":
            yield Said(language, depth, "figure", str(element.get("/Alt", "")))
        elif tag in BLOCKS:
            yield from self._block(element, tag, language, depth)
        else:
            for kid in _kids(element):
                if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                    yield from self.speak(kid, language, depth)
                elif words := self._words(kid, element):
                    yield Said(language, depth, "", words)

    def _block(self, element: Any, tag: str, language: str, depth: int) -> Iterator[Said]:
        """What it says itself, in each language, then the blocks inside it; the role is said once."""
        role = _role(element, tag)
        for tongue, words, block in self._pieces(element, language):
            if block is not None:
                yield from self.speak(block, tongue, depth + 1 if tag in ("LI", "TD", "TH") else depth)
            elif words.strip():
                yield Said(tongue, depth, role, words.strip())
                role = ""

    def _pieces(self, element: Any, language: str) -> Iterator[tuple[str, str, Any]]:
        """Runs of words of one language, and the blocks between them."""
        tongue, words = language, ""
        for said, piece, block in self._flat(element, language):
            if block is not None:
                yield tongue, words, None
                yield said, "", block
                words = ""
            elif said != tongue and piece.strip():
                yield tongue, words, None
                tongue, words = said, piece
            else:
                words = _joined(words, piece)
        yield tongue, words, None

    def _flat(self, element: Any, language: str) -> Iterator[tuple[str, str, Any]]:
        if "/ActualText" in element or (element.get("/S") != "/Figure" and "/Alt" in element):
            yield language, " " + str(element.get("/ActualText", element.get("/Alt", ""))), None
            return
        for kid in _kids(element):
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                tag = str(kid.S).lstrip("/")
                if tag == "Link":
                    yield language, f" [{''.join(words for _, words, _ in self._flat(kid, language)).strip()}]", None
                    continue
                if tag == "LBody":
                    yield language, " ", None
                tongue = str(kid.get("/Lang", language))
                if tag in BLOCKS or tag in ("L", "Table", "Figure", "Div", "Sect", "Part", "Art"):
                    yield tongue, "", kid
                else:
                    yield from self._flat(kid, tongue)
            else:
                yield language, self._words(kid, element), None

    def _words(self, kid: Any, element: Any) -> str:
        if isinstance(kid, int):
            return self._texts.get(element.Pg.objgen, {}).get(kid, "") if "/Pg" in element else ""
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/MCR":
            return self._texts.get(kid.get("/Pg", element.get("/Pg", _NONE)).objgen, {}).get(int(kid.MCID), "")
        return ""


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _role(element: Any, tag: str) -> str:
    if tag.startswith("H"):
        return f"heading {tag[1:]}"
    if tag == "TH":
        way = str(attribute(element, "/Scope") or "").lstrip("/").lower()
        return f"{way} head".strip()
    return {"LI": "item", "TD": "cell", "BlockQuote": "quote", "Caption": "caption"}.get(tag, "")


def _list(element: Any) -> str:
    return f"list of {sum(1 for kid in _kids(element) if kid.get('/S') == '/LI')}"


def _table(element: Any) -> str:
    rows = [one for one in _below(element) if one.get("/S") == "/TR"]
    wide = max((len(_kids(row)) for row in rows), default=0)
    return f"table of {len(rows)} rows, {wide} columns"


def _joined(words: str, more: str) -> str:
    """Two lines of a paragraph: a space between them, but none beside a Chinese character or before a mark."""
    if not words or not more or words[-1].isspace() or more[0].isspace():
        return words + more
    close = is_han(words[-1]) or is_han(more[0]) or more[0] in ",.;:!?)]%’”" or words[-1] in "([“‘"
    return words + more if close else f"{words} {more}"


def _texts(page: Any) -> dict[int, str]:
    """The words of a page by the number of the mark around them; of words with a reading of their own, that."""
    found: dict[int, str] = {}
    _walk(page.obj, page.obj.get("/Resources", _NONE), None, found, Codes())
    return found


def _walk(stream: Any, resources: Any, inside: int | None, found: dict[int, str], codes: Codes) -> None:
    stack: list[tuple[int | None, bool]] = []
    font, silent = None, False
    for step in pikepdf.parse_content_stream(stream):
        name, operands = str(step.operator), step.operands
        if name in ("BDC", "BMC"):
            stack.append((inside, silent))
            given = operands[1] if name == "BDC" and isinstance(operands[1], pikepdf.Dictionary) else _NONE
            inside = int(given.MCID) if "/MCID" in given else inside
            inside = None if operands[0] == "/Artifact" else inside
            if "/ActualText" in given and inside is not None:
                found[inside] = found.get(inside, "") + str(given.ActualText)
                silent = True
        elif name == "EMC" and stack:
            inside, silent = stack.pop()
        elif name == "Tf":
            font = resources.Font.get(operands[0])
        elif name in SHOWS_TEXT and inside is not None and not silent and font is not None:
            shown = operands[-1] if isinstance(operands[-1], pikepdf.Array) else [operands[-1]]
            text = b"".join(bytes(part) for part in shown if isinstance(part, pikepdf.String))
            read = codes.read(font, [int.from_bytes(text[at : at + 2], "big") for at in range(0, len(text), 2)])
            found[inside] = found.get(inside, "") + read
        elif name == "Do" and inside is not None and resources.XObject[operands[0]].get("/Subtype") == "/Form":
            form = resources.XObject[operands[0]]
            _walk(form, form.get("/Resources", resources), inside, found, codes)
