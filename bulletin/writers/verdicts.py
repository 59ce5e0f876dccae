"""What a print shop and an archive would say to a finished PDF: errors, notices, and a row of a table.

Where a bound comes from: A4 and 3 mm of bleed, the shop's ISO 12647-2 total of 300 %, 0.2 mm for lines and 300 dpi for
pictures are usual prepress rules; PDF/A-3a and PDF/UA-1 are what the office edition promises.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from bulletin.problems import width
from bulletin.writers.preflight import Preflight, Sheet
from bulletin.writers.typeset import WELL_FILLED

Kind = Literal["office", "press", "a3"]

A4, BLEED, MARKS = (210, 297), 3, 5
HEAD_FIRST, HEAD, FOOT = 10, 18.6, 12.5
"""The margins of the pages in mm: what is above and below the body (templates/styles)."""
SMALLEST_TYPE, SMALLEST_WORDS, COLOURED_TYPE = 5.0, 6.5, 14
"""In pt. Raised numbers may be smaller than words: each is repeated in full size in the table that it leads to."""
MOST_INK, THINNEST_LINE, LEAST_DPI = 300, 0.199, 300
PROMISED = ("PDF/A-3A", "PDF/UA-1")
MM = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Verdict:
    """One thing that is wrong with a file, or may be."""

    level: Literal["error", "notice"]
    message: str


def kind_of(file: str) -> Kind:
    """From the name: NAME.press.pdf, NAME.a3.pdf, or one for the office."""
    part = file.removesuffix(".pdf").rpartition(".")[2]
    return "press" if part == "press" else "a3" if part == "a3" else "office"


def judge(found: Preflight, kind: Kind) -> list[Verdict]:
    """Everything that a shop would send the file back for, and what it would ask about."""
    errors = [*_boxes(found, kind), *_faces(found)]
    errors += _archive(found) if kind == "office" else _plates(found)
    notices = [*_type(found), *_fill(found, kind)]
    if kind == "office" and not found.bookmarks:
        notices.append("no bookmarks")
    if kind == "press" and len(found.sheets) % 4:
        notices.append(f"{len(found.sheets)} pages fill no folded sheet")
    return [Verdict("error", message) for message in errors] + [Verdict("notice", message) for message in notices]


def _boxes(found: Preflight, kind: Kind) -> Iterator[str]:
    if not found.sheets:
        yield "no pages"
    wide = A4[0] * (2 if kind == "a3" else 1)
    for sheet in found.sheets:
        if not _near(sheet.trim, (wide, A4[1])):
            yield f"page {sheet.number}: the trim is {_size(sheet.trim)}, not {_size((wide, A4[1]))}"
        if kind != "office" and not _near(sheet.bleed, (wide + 2 * BLEED, A4[1] + 2 * BLEED)):
            yield f"page {sheet.number}: the bleed box is {_size(sheet.bleed)}, not {BLEED} mm around the trim"
        if kind != "office" and sheet.media[0] < sheet.bleed[0] + MARKS:
            yield f"page {sheet.number}: no room for crop marks around {_size(sheet.bleed)}"


def _faces(found: Preflight) -> Iterator[str]:
    for font in found.fonts:
        if not font.allowed:
            yield f"the face {font.name} is not one of ours"
        if not font.embedded:
            yield f"the face {font.name} is not in the file"
        elif not font.subset:
            yield f"the face {font.name} is in the file whole"
    if found.inks.missing_glyphs:
        yield f"{found.inks.missing_glyphs} characters print as empty boxes"


def _archive(found: Preflight) -> Iterator[str]:
    for claim in PROMISED:
        if claim not in found.conformance:
            yield f"the file does not say that it is {claim}"
    if not found.tagged:
        yield "no tags: a screen reader finds no order"
    if not found.title or not found.language:
        yield "no title" if not found.title else "no language"
    if "DeviceCMYK" in found.inks.colours:
        yield "CMYK in a file for the screen"
    if not found.attachments:
        yield "the content file is not inside"


def _plates(found: Preflight) -> Iterator[str]:
    inks = found.inks
    if inks.colours != ("DeviceCMYK",):
        yield f"colours other than CMYK: {', '.join(inks.colours) or 'none at all'}"
    if inks.total >= MOST_INK:
        yield f"{inks.total:.0f} % of ink, more than paper takes"
    if inks.coloured_text and inks.coloured_text < COLOURED_TYPE:
        yield f"type of {inks.coloured_text:g} pt in several inks"
    if inks.thinnest_line and inks.thinnest_line * MM < THINNEST_LINE:
        yield f"a line of {inks.thinnest_line * MM:.2f} mm"
    for picture in inks.pictures:
        if picture.dpi < LEAST_DPI:
            yield f"page {picture.page}: a picture of {picture.dpi:.0f} dpi"
    if not found.intent:
        yield "no press is named (output intent)"


def _type(found: Preflight) -> Iterator[str]:
    inks = found.inks
    if inks.smallest_type and inks.smallest_type < SMALLEST_TYPE:
        yield f"numbers of {inks.smallest_type:g} pt"
    if inks.smallest_words and inks.smallest_words < SMALLEST_WORDS - 0.05:
        yield f"words of {inks.smallest_words:g} pt"


def _fill(found: Preflight, kind: Kind) -> Iterator[str]:
    for number, share in enumerate(fill(found, kind), 1):
        if share < WELL_FILLED:
            yield f"page {number} is filled to {100 * share:.0f} %"


def fill(found: Preflight, kind: Kind) -> list[float]:
    """How far down each page goes, as a share of its body; of imposed sheets nothing is said."""
    return [] if kind == "a3" else [_filled(sheet) for sheet in found.sheets]


def _filled(sheet: Sheet) -> float:
    body = sheet.trim[1] - FOOT - (HEAD_FIRST if sheet.number == 1 else HEAD)
    lowest = min((floor for floor in sheet.floors if floor >= FOOT - 0.3), default=FOOT + body)
    return min(1.0, max(0.0, (FOOT + body - lowest) / body))


def _near(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return all(abs(a - b) < 0.1 for a, b in zip(one, other, strict=True))


def _size(size: tuple[float, float]) -> str:
    return f"{size[0]:.0f} × {size[1]:.0f} mm"


# ---------------------------------------------------------------------------------------------- the table

HEADS = (
    "file",
    "pages",
    "trim mm",
    "bleed",
    "faces",
    "lost",
    "colours",
    "line mm",
    "dpi",
    "type pt",
    "fill %",
    "bookmarks",
    "tags",
    "inside",
    "language",
    "says it is",
    "veraPDF",
)


def row(file: str, found: Preflight, validated: str = "–") -> tuple[str, ...]:
    """One line of the table, a cell a question; `validated` is what veraPDF says."""
    kind, inks = kind_of(file), found.inks
    trim, bleed = found.sheets[0].trim, found.sheets[0].bleed
    plates = f"CMYK {inks.total:.0f} %" if inks.colours == ("DeviceCMYK",) else " ".join(inks.colours)
    return (
        file,
        str(len(found.sheets)),
        f"{trim[0]:.0f}×{trim[1]:.0f}",
        f"{(bleed[0] - trim[0]) / 2:.0f} mm" if bleed != trim else "–",
        str(len({font.name for font in found.fonts})),
        str(inks.missing_glyphs),
        plates.replace("Device", ""),
        f"{inks.thinnest_line * MM:.2f}",
        str(round(min(picture.dpi for picture in inks.pictures))) if inks.pictures else "vector",
        f"{inks.smallest_type:g}/{inks.smallest_words:g}",
        " ".join(f"{100 * share:.0f}" for share in fill(found, kind)) or "–",
        str(found.bookmarks),
        "yes" if found.tagged else "no",
        str(len(found.attachments)),
        found.language or "–",
        " ".join(found.conformance) or found.intent or "–",
        validated,
    )


def table(rows: Sequence[tuple[str, ...]]) -> list[str]:
    """The rows under their heads, in columns."""
    every = [HEADS, *rows]
    wide = [max(width(each[i]) for each in every) for i in range(len(HEADS))]
    return ["  ".join(cell + " " * (wide[i] - width(cell)) for i, cell in enumerate(each)).rstrip() for each in every]


def told(verdicts: Mapping[str, Sequence[Verdict]]) -> list[str]:
    """One line for each verdict, errors first."""
    lines = [(one.level, f"{file}: {one.level}: {one.message}") for file, each in verdicts.items() for one in each]
    return [line for _, line in sorted(lines, key=lambda pair: pair[0] != "error")]


def refused(file: str, found: Preflight) -> list[str]:
    """The errors of a file, each with its name."""
    return [f"{file}: {one.message}" for one in judge(found, kind_of(file)) if one.level == "error"]
