"""What a print shop and an archive would say to a finished PDF: errors, notices, and a row of a table.

Where a bound comes from: A4 and 3 mm of bleed, the shop's ISO 12647-2 total of 300 %, 0.2 mm for lines and 300 dpi for
pictures are usual prepress rules; PDF/A-3a and PDF/UA-1 are what the office edition promises, PDF/X-4 what the
press edition does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bulletin.messages import say
from bulletin.pages.typeset import WELL_FILLED
from bulletin.problems import Place, width
from bulletin.proofing.overprint import Clash
from bulletin.proofing.preflight import Preflight, Sheet

Kind = Literal["office", "press", "a3"]
Where = Callable[[str], Place | None]
"""Where in the content words stand that are printed."""

A4, BLEED, MARKS = (210, 297), 3, 5
HEAD_FIRST, HEAD, FOOT = 10, 18.6, 12.5
"""The margins of the pages in mm: what is above and below the body (templates/styles)."""
SMALLEST_TYPE, SMALLEST_WORDS, COLOURED_TYPE = 5.0, 6.5, 14
"""In pt. Raised numbers may be smaller than words: each is repeated in full size in the table that it leads to."""
MOST_INK, THINNEST_LINE, LEAST_DPI = 300, 0.199, 300
PROMISED, PRESS = ("PDF/A-3A", "PDF/UA-1"), "PDF/X-4"
MM = 25.4 / 72
MOST_CLASHES, SHOWN = 12, 32
"""How many places of a file are named where ink meets ink, and how much of the words is shown."""
BLED = {"ends": "preflight.bleed_ends", "stands": "preflight.bleed_stands"}
CLASHES = {
    "text": "preflight.over_text",
    "line": "preflight.struck",
    "cover": "preflight.covered",
    "mark": "preflight.over_mark",
    "edge": "preflight.half_on",
    "cut": "preflight.cut",
    "trim": "preflight.off_page",
    "margin": "preflight.in_margin",
    "crowded": "preflight.crowded",
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """One thing that is wrong with a file, or may be."""

    level: Literal["error", "notice"]
    message: str
    words: str = ""  # the printed words that it is about

    def placed(self, where: Where) -> Verdict:
        """The same, with the place of the words in the content where that is known."""
        place = where(self.words) if self.words else None
        return replace(self, message=f"{self.message} ({place})") if place else self


def kind_of(file: str) -> Kind:
    """From the name: NAME.press.pdf, NAME.a3.pdf, or one for the office."""
    part = file.removesuffix(".pdf").rpartition(".")[2]
    return "press" if part == "press" else "a3" if part == "a3" else "office"


def judge(found: Preflight, kind: Kind) -> list[Verdict]:
    """Everything that a shop would send the file back for, and what it would ask about."""
    errors = [*_boxes(found, kind), *_faces(found)]
    errors += _archive(found) if kind == "office" else _plates(found)
    notices = [*_type(found), *_pictures(found), *_fill(found, kind)]
    if kind == "office" and not found.bookmarks:
        notices.append(say("preflight.no_bookmarks"))
    if kind == "press" and len(found.sheets) % 4:
        notices.append(say("preflight.unfolded", n=len(found.sheets)))
    said = [Verdict("error", message) for message in errors] + [Verdict("notice", message) for message in notices]
    return sorted([*said, *_clashes(found.clashes)], key=lambda verdict: verdict.level)


def _clashes(clashes: Sequence[Clash]) -> Iterator[Verdict]:
    """Ink over ink: the words that meet something, each once a page and kind, the first few of them."""
    once = list({(clash.page, clash.kind, clash.words): clash for clash in reversed(clashes)}.values())[::-1]
    for clash in once[:MOST_CLASHES]:
        level: Literal["error", "notice"] = "notice" if clash.kind == "edge" else "error"
        words, other = (_first(text) for text in (clash.words, clash.other))
        yield Verdict(level, say(CLASHES[clash.kind], page=clash.page, words=words, other=other), clash.words)
    if more := once[MOST_CLASHES:]:
        level = "notice" if all(clash.kind == "edge" for clash in more) else "error"
        yield Verdict(level, say("preflight.more", n=len(more), page=more[0].page))


def _first(words: str) -> str:
    return words if len(words) <= SHOWN else f"{words[: SHOWN - 1]}…"


def _boxes(found: Preflight, kind: Kind) -> Iterator[str]:
    if not found.sheets:
        yield say("preflight.no_pages")
    wide = A4[0] * (2 if kind == "a3" else 1)
    for sheet in found.sheets:
        if not _near(sheet.trim, (wide, A4[1])):
            yield say("preflight.trim", page=sheet.number, size=_size(sheet.trim), wanted=_size((wide, A4[1])))
        if kind != "office" and not _near(sheet.bleed, (wide + 2 * BLEED, A4[1] + 2 * BLEED)):
            yield say("preflight.bleed", page=sheet.number, size=_size(sheet.bleed), bleed=BLEED)
        if kind != "office" and sheet.media[0] < sheet.bleed[0] + MARKS:
            yield say("preflight.marks", page=sheet.number, size=_size(sheet.bleed))
    for edge in found.edges:
        side = say(f"preflight_side.{edge.side}")
        yield say(BLED[edge.kind], page=edge.page, side=side, length=f"{edge.length:g}")


def _faces(found: Preflight) -> Iterator[str]:
    for font in found.fonts:
        if not font.allowed:
            yield say("preflight.foreign_face", face=font.name)
        if not font.embedded:
            yield say("preflight.face_missing", face=font.name)
        elif not font.subset:
            yield say("preflight.face_whole", face=font.name)
    if found.inks.missing_glyphs:
        yield say("preflight.empty_boxes", n=found.inks.missing_glyphs)


def _archive(found: Preflight) -> Iterator[str]:
    for claim in PROMISED:
        if claim not in found.conformance:
            yield say("preflight.claim", claim=claim)
    if not found.tagged:
        yield say("preflight.no_tags")
    if found.unscoped:
        yield say("preflight.unscoped", n=found.unscoped)
    if not found.title or not found.language:
        yield say("preflight.no_language") if found.title else say("preflight.no_title")
    if "DeviceCMYK" in found.inks.colours:
        yield say("preflight.inks_on_screen")
    if not found.attachments:
        yield say("preflight.no_content")


def _plates(found: Preflight) -> Iterator[str]:
    inks = found.inks
    if inks.colours != ("DeviceCMYK",):
        yield say("preflight.colours", colours=", ".join(inks.colours) or "–")
    if inks.total >= MOST_INK:
        yield say("preflight.most_ink", total=f"{inks.total:.0f}")
    if inks.coloured_text and inks.coloured_text < COLOURED_TYPE:
        yield say("preflight.coloured_type", size=f"{inks.coloured_text:g}")
    if inks.thinnest_line and inks.thinnest_line * MM < THINNEST_LINE:
        yield say("preflight.thin_line", size=f"{inks.thinnest_line * MM:.2f}")
    if inks.knocks_out:
        yield say("preflight.knocks_out", size=f"{inks.knocks_out:g}")
    if not found.intent:
        yield say("preflight.no_press")
    elif PRESS not in found.conformance:
        yield say("preflight.claim", claim=PRESS)
    yield from (say("preflight.not_x4", key=key) for key in found.not_x4)


def _pictures(found: Preflight) -> Iterator[str]:
    """Of too few pixels: what a check has told of the content is told of the file once more."""
    for picture in found.inks.pictures:
        if picture.dpi < LEAST_DPI - 1:  # whole pixels and hundredths of a millimetre
            yield say("preflight.coarse_picture", page=picture.page, dpi=f"{picture.dpi:.0f}")


def _type(found: Preflight) -> Iterator[str]:
    inks = found.inks
    if inks.smallest_type and inks.smallest_type < SMALLEST_TYPE:
        yield say("preflight.small_numbers", size=f"{inks.smallest_type:g}")
    if inks.smallest_words and inks.smallest_words < SMALLEST_WORDS - 0.05:
        yield say("preflight.small_words", size=f"{inks.smallest_words:g}")


def _fill(found: Preflight, kind: Kind) -> Iterator[str]:
    for number, share in enumerate(fill(found, kind), 1):
        if share < WELL_FILLED:
            yield say("preflight.fill", page=number, share=f"{100 * share:.0f}")


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
    "preflight_table.file",
    "preflight_table.pages",
    "preflight_table.trim",
    "preflight_table.bleed",
    "preflight_table.faces",
    "preflight_table.lost",
    "preflight_table.meets",
    "preflight_table.colours",
    "preflight_table.line",
    "preflight_table.dpi",
    "preflight_table.type",
    "preflight_table.below",
    "preflight_table.below_zh",
    "preflight_table.below_en",
    "preflight_table.least",
    "preflight_table.fill",
    "preflight_table.bookmarks",
    "preflight_table.tags",
    "preflight_table.inside",
    "preflight_table.language",
    "preflight_table.says",
    "preflight_table.verapdf",
)


def heads() -> tuple[str, ...]:
    """What stands over the columns."""
    return tuple(say(name) for name in HEADS)


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
        str(len(found.clashes)),
        plates.replace("Device", ""),
        f"{inks.thinnest_line * MM:.2f}",
        str(round(min(picture.dpi for picture in inks.pictures))) if inks.pictures else "vector",
        f"{inks.smallest_type:g}/{inks.smallest_words:g}",
        *inks.sizes.told(),
        " ".join(f"{100 * share:.0f}" for share in fill(found, kind)) or "–",
        str(found.bookmarks),
        say("preflight_table.yes") if found.tagged else say("preflight_table.no"),
        str(len(found.attachments)),
        found.language or "–",
        " ".join((*found.conformance, *([found.intent] if found.intent else []))) or "–",
        validated,
    )


def table(rows: Sequence[tuple[str, ...]]) -> list[str]:
    """The rows under their heads, in columns."""
    every = [heads(), *rows]
    wide = [max(width(each[i]) for each in every) for i in range(len(HEADS))]
    return ["  ".join(cell + " " * (wide[i] - width(cell)) for i, cell in enumerate(each)).rstrip() for each in every]


def told(verdicts: Mapping[str, Sequence[Verdict]]) -> list[str]:
    """One line for each verdict, errors first."""
    lines = [(one.level, f"{file}: {one.level}: {one.message}") for file, each in verdicts.items() for one in each]
    return [line for _, line in sorted(lines, key=lambda pair: pair[0] != "error")]


def refused(file: str, found: Preflight) -> list[str]:
    """The errors of a file, each with its name."""
    return [f"{file}: {one.message}" for one in judge(found, kind_of(file)) if one.level == "error"]
