"""How the lines of finished bulletins are set: `python -m benchmarks.lines FILE.pdf…`, a row a file and one of all.

Reads the glyphs where the PDF puts them, and knows nothing of how they came there. A body line is one of running text:
twelve characters or more in a regular serif face, of a size that the theme gives to what is read through. Counted are

loose    Chinese lines whose characters stand 0.10 em or more further apart than solid (the median of all neighbours)
open     Chinese lines, not the last of a paragraph, that end half an em or more before their column does
alone    paragraphs in either language of two lines or more whose last line is one character or one word
en       English lines whose word space is more than 1.33 times that of the face
"""

from __future__ import annotations

import argparse
import io
import statistics
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from itertools import pairwise
from pathlib import Path

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTChar, LTContainer
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage

from bulletin.content.house import TypeScale
from bulletin.content.yaml_text import parse
from bulletin.edition.theme import read
from bulletin.edition.typescale import scale
from bulletin.pages.clreq import CLOSING, OPENING
from bulletin.proofing.sizes import is_han
from bulletin.variant import TYPES

LOOSE, OPEN, WORD_SPACE, FEWEST = 0.10, 0.5, 1.33, 12
ROLES = ("body", "lead", "brief", "summary_brief", "late_brief", "explained")
FACE_SPACE = 0.2
"""em; the word space of Source Serif Pro."""
ROOT = Path(__file__).resolve().parent.parent
_MARKS = frozenset(CLOSING + OPENING)


def em(glyph: LTChar) -> float:
    """The size of its type, pt."""
    return float(glyph.size)


@dataclass
class Line:
    """Glyphs on one baseline of one column, in order; pt."""

    glyphs: list[LTChar]

    @property
    def text(self) -> str:
        return "".join(glyph.get_text() for glyph in self.glyphs)

    @property
    def em(self) -> float:
        return statistics.mode(round(em(glyph), 2) for glyph in self.glyphs)

    @property
    def left(self) -> float:
        return float(self.glyphs[0].matrix[4])

    @property
    def right(self) -> float:
        last = self.glyphs[-1]
        return float(last.x1) - (self.em / 2 if last.get_text() in _MARKS else 0)

    @property
    def foot(self) -> float:
        return float(statistics.mode(round(glyph.matrix[5], 1) for glyph in self.glyphs))

    @property
    def chinese(self) -> bool:
        return sum(is_han(glyph.get_text()[:1]) for glyph in self.glyphs) * 3 > len(self.glyphs)

    def gaps(self) -> list[float]:
        """em between Chinese characters that stand side by side."""
        return [
            (b.matrix[4] - a.matrix[4]) / self.em - 1
            for a, b in pairwise(self.glyphs)
            if all(is_han(c.get_text()[:1]) and c.get_text() not in _MARKS for c in (a, b))
            and abs(em(a) - self.em) < 0.02
        ]

    def spaces(self) -> list[float]:
        """em between the letters of two words."""
        around = zip(self.glyphs, self.glyphs[1:], self.glyphs[2:], strict=False)
        return [(c.matrix[4] - a.x1) / self.em for a, b, c in around if b.get_text() == " "]


@dataclass
class Count:
    """What was found in some files."""

    zh: int = 0
    loose: int = 0
    open: int = 0
    en: int = 0
    en_loose: int = 0
    paragraphs: int = 0
    alone: int = 0
    told: list[str] = field(default_factory=list)

    def add(self, other: Count) -> None:
        for one in fields(self):
            setattr(self, one.name, getattr(self, one.name) + getattr(other, one.name))

    def row(self) -> str:
        share = 100 * self.loose / self.zh if self.zh else 0
        return (
            f"zh {self.zh} lines, loose {self.loose} ({share:.1f} %), open {self.open}; "
            f"en {self.en} lines, loose {self.en_loose}; alone {self.alone} of {self.paragraphs} paragraphs"
        )


def layouts(data: bytes) -> Iterator[LTContainer]:
    """What stands on each page of a PDF, glyph by glyph."""
    manager = PDFResourceManager()
    device = PDFPageAggregator(manager, laparams=None)
    interpreter = PDFPageInterpreter(manager, device)
    for page in PDFPage.get_pages(io.BytesIO(data)):
        interpreter.process_page(page)
        yield device.get_result()


def glyphs(box: LTContainer) -> Iterator[LTChar]:
    for one in box:
        if isinstance(one, LTChar):
            yield one
        elif isinstance(one, LTContainer):
            yield from glyphs(one)


def lines(page: LTContainer) -> list[Line]:
    """Of all text; raised numbers are left out."""
    rows: dict[int, list[LTChar]] = {}
    for glyph in glyphs(page):
        if glyph.upright and "Serif" in glyph.fontname:
            rows.setdefault(round(glyph.matrix[5] * 2), []).append(glyph)
    found = []
    for row in rows.values():
        row.sort(key=lambda glyph: glyph.matrix[4])
        start = 0
        for at in range(1, len(row) + 1):
            if at == len(row) or row[at].matrix[4] - row[at - 1].x1 > 2.2 * em(row[at]):
                if sum("Bold" not in glyph.fontname for glyph in row[start:at]) * 2 > at - start:
                    found.append(Line(row[start:at]))
                start = at
    return sorted(found, key=lambda line: (-line.foot, line.left))


def paragraphs(page: LTContainer, sizes: frozenset[float]) -> Iterator[list[Line]]:
    """Lines of one column and size that follow one another; a first line may be indented by two ems."""
    body = [line for line in lines(page) if any(abs(line.em - size) < 0.03 for size in sizes)]
    open: list[list[Line]] = []
    for line in body:
        for one in open:
            last = one[-1]
            if _follows(line, one) and (line.chinese == last.chinese or len(line.glyphs) < FEWEST):
                one.append(line)
                break
        else:
            open.append([line])
    yield from (one for one in open if len(one[0].glyphs) >= FEWEST)


def _follows(line: Line, before: list[Line]) -> bool:
    first, last = before[0], before[-1]
    begins = {first.left, last.left} if len(before) > 1 else {last.left, last.left - 2 * line.em}
    leading = 1.02 * (first.foot - before[1].foot) if len(before) > 1 else 1.95 * line.em
    alike = abs(last.em - line.em) < 0.03 and any(abs(line.left - begin) < 0.6 for begin in begins)
    return alike and 0 < last.foot - line.foot <= leading


def count(path: Path, sizes: frozenset[float]) -> Count:
    found = Count()
    for number, page in enumerate(layouts(path.read_bytes()), 1):
        every = list(paragraphs(page, sizes))
        for paragraph in every:
            _count(found, paragraph, _edge(every, paragraph), f"{path.stem} {number}")
    return found


def _edge(every: list[list[Line]], paragraph: list[Line]) -> float:
    """Where the column of a paragraph ends: where most lines under the same left edge do that reach as far."""
    widest = max(line.right for line in paragraph)
    like = [line for one in every for line in one if abs(line.left - paragraph[-1].left) < 0.6]
    ends = [round(line.right, 0) for line in like if line.right >= widest - 0.6]
    return max(widest, statistics.mode(ends or [widest]))


def _count(found: Count, paragraph: list[Line], column: float, where: str) -> None:
    found.paragraphs += len(paragraph) > 1
    for at, line in enumerate(paragraph):
        last = at == len(paragraph) - 1
        if line.chinese and len(line.glyphs) >= FEWEST:
            found.zh += 1
            gap = statistics.median(line.gaps() or [0.0])
            if gap >= LOOSE - 0.0005:
                found.loose += 1
                found.told.append(f"{where}: loose {gap:.2f}: {line.text}")
            ended = line.text.rstrip()[-1] in "。！？”" and column - line.right > line.em  # of a paragraph, as it seems
            if not (last or ended) and OPEN * line.em <= column - line.right < FEWEST * line.em:
                found.open += 1
                found.told.append(f"{where}: open {(column - line.right) / line.em:.1f}: {line.text}")
        elif not line.chinese:
            found.en += 1
            wide = statistics.median(line.spaces() or [0.0]) > WORD_SPACE * FACE_SPACE + 0.02
            found.en_loose += wide
            if wide:
                found.told.append(f"{where}: word space: {line.text}")
    text = paragraph[-1].text.strip()
    words = [char for char in text if is_han(char) and char not in _MARKS] if paragraph[-1].chinese else text.split()
    if len(paragraph) > 1 and len(words) <= 1 and not any(char.isdigit() for char in text):
        found.alone += 1
        found.told.append(f"{where}: alone: {text}")


def sizes_of(type: TypeScale) -> frozenset[float]:
    """pt of all roles that are read through, in editions of two languages and of one."""
    theme = read(parse((ROOT / "templates" / "theme.yaml").read_text(encoding="utf-8"), "theme.yaml"))
    scales = [scale(theme, type, alone=alone) for alone in (False, True)]
    return frozenset(one[f"{role}_{language}"][0] for one in scales for role in ROLES for language in ("zh", "en"))


def main() -> None:
    """A row a file; `--tell` prints the lines that are counted."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--type", choices=TYPES, default="standard")
    parser.add_argument("--tell", action="store_true")
    asked = parser.parse_args()
    every = Count()
    for path in asked.files:
        one = count(path, sizes_of(asked.type))
        every.add(one)
        print(f"{path.stem}: {one.row()}", flush=True)
    print(f"all: {every.row()}")
    print("\n".join(every.told) if asked.tell else "", end="")


if __name__ == "__main__":
    main()
