"""How the document looks: colours and faces of the theme, sizes of type, measures of the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from bulletin.content.house import TypeScale
from bulletin.edition.typescale import scale

from .ox import twips

Lang = Literal["zh", "en"]

PAGE_WIDTH, PAGE_HEIGHT = 11906, 16838  # A4 in twips
MARGIN = twips(16)
TEXT_MM = 178.0  # what two margins of 16 mm leave of A4, and the width of a full chart
TEXT = twips(TEXT_MM)
NOTES = (0.34, 0.34, 0.32)  # shares of the width: Chinese notes, English notes, sources
BOX_PADDING, NOTES_GAP = 170, 90  # twips: the edge of a box, and each side between two columns of notes
GAP_MM = 4.0  # on each side of the middle, between two columns

# Size of type and pitch of lines in pt. The pitch is exact: the same text takes the same room in SimSun,
# Microsoft YaHei and the Noto faces, whose natural lines are 1.14 to 1.45 em high.
SIZES: dict[str, tuple[float, float]] = {
    "title_zh": (26, 33),
    "title_en": (14, 19),
    "issue": (8.5, 13),
    "kicker": (8.5, 12),
    "lead_zh": (19, 25),
    "lead_en": (13.5, 17.5),
    "heading_zh": (14, 18),
    "heading_en": (11.5, 14.5),
    "body_zh": (9, 14),
    "body_en": (8.8, 11.4),
    "lead_body_zh": (9.6, 15.6),
    "lead_body_en": (9.3, 12.4),
    "key_figure": (20, 25),
    "key_label_zh": (7.5, 10),
    "key_label_en": (7.2, 9),
    "caption_zh": (9, 12),
    "caption_en": (8, 10.4),
    "caption_line": (7, 9.4),
    "note": (6.8, 8.8),
    "amount": (12, 13.6),
    "table_head": (7, 9),
    "table_zh": (7, 8.3),
    "table_en": (6.5, 7.3),
    "quote": (7, 8.3),
    "box_heading": (9.5, 13),
    "box_title": (8.5, 11.5),
    "box_zh": (7.8, 10.6),
    "box_en": (7.4, 9),
    "list_zh": (7, 9),
    "list_en": (6.5, 7.9),
    "raised": (9, 9),
    "raised_small": (7.5, 7.5),
    "header": (8.5, 12),
    "footer": (7, 9),
}
ROLES: dict[str, str] = {
    "body_zh": "body_zh",
    "body_en": "body_en",
    "lead_body_zh": "lead_zh",
    "lead_body_en": "lead_en",
    "kicker": "kick_zh",
    "lead_zh": "head_zh",
    "lead_en": "head_en",
    "heading_zh": "head_zh",
    "heading_en": "head_en",
    "key_figure": "key_number",
    "key_label_zh": "key_zh",
    "key_label_en": "key_en",
    "caption_zh": "caption_zh",
    "caption_en": "caption_en",
    "caption_line": "unit",
    "note": "note_zh",
    "amount": "strip_number",
    "table_head": "table_head_zh",
    "table_zh": "track_zh",
    "table_en": "track_en",
    "quote": "proof_quote",
    "box_heading": "box_head_zh",
    "box_title": "box_head_zh",
    "box_zh": "base_zh",
    "box_en": "base_en",
    "list_zh": "list_zh",
    "list_en": "list_en",
    "raised": "body_zh",
    "raised_small": "note_zh",
}
"""The role of the theme with which a size grows from compact type to others; what is not here keeps its size."""
READ = ("body_zh", "body_en", "lead_body_zh", "lead_body_en")
"""What is read through: as large as on the page in types other than compact."""
NO_SIZES: Mapping[str, tuple[float, float]] = {}


@dataclass(frozen=True, slots=True)
class Face:
    """The family for each script, by the name that Word knows."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Look:
    """A theme, read for one edition. Colours are RRGGBB without the mark, as Word wants them."""

    ink: str
    grey: str
    rule: str
    pale: str
    flag: str
    paper: str
    red: str
    accents: Mapping[str, str]
    deep: str
    serif: Face
    sans: Face
    sizes: Mapping[str, tuple[float, float]]
    stand_ins: Mapping[str, str]  # Word's face for each face of the charts
    centred: bool = False  # the masthead

    def colour(self, key: str) -> str:
        """A colour of the theme by its name."""
        return str(getattr(self, key))

    def face(self, key: str) -> Face:
        """`serif` or `sans`."""
        return self.serif if key == "serif" else self.sans


def sizes_in(
    theme: Mapping[str, Any], type: TypeScale, more: Mapping[str, tuple[float, float]]
) -> dict[str, tuple[float, float]]:
    """The sizes in one type, to half a point as Word counts; those of rooms grow as tables do."""
    compact, wanted = scale(theme, "compact"), scale(theme, type)
    found = {}
    for name, (size, pitch) in {**SIZES, **more}.items():
        role = ROLES.get(name, "track_zh" if name in more else "")
        times = wanted[role][0] / compact[role][0] if role else 1.0
        grown = wanted[role][0] if name in READ and type != "compact" else size * times
        half = round(grown * 2) / 2 if grown != size else size
        found[name] = (half, round(pitch * half / size, 1))
    return found


def look(
    theme: Mapping[str, Any],
    accent: str,
    more: Mapping[str, tuple[float, float]] = NO_SIZES,
    type: TypeScale = "compact",
) -> Look:
    """The look that `theme` (templates/theme.yaml, parsed) gives an edition with this accent, in one type.

    `more` are sizes that rooms bring; `word_sizes`, where the theme has it, replaces sizes by name: [size in pt, exact
    pitch in pt].
    """
    colours = {key: _hex(value) for key, value in theme["colours"].items()}
    accents = {key: _hex(value["deep"]) for key, value in theme["accents"].items()}
    faces, drawn = theme["word_faces"], theme["faces"]
    replaced = {key: tuple(value) for key, value in theme.get("word_sizes", {}).items()}
    return Look(
        **{key: colours[key] for key in ("ink", "grey", "rule", "flag", "paper")},
        red=colours.get("red", colours["flag"]),
        pale=_hex(theme["accents"][accent]["pale"]),
        accents=accents,
        deep=accents[accent],
        serif=Face(**faces["serif"]),
        sans=Face(**faces["sans"]),
        stand_ins={drawn[kind][lang]: faces[kind][lang] for kind in ("serif", "sans") for lang in ("zh", "en")},
        sizes={**sizes_in(theme, type, more), **replaced},
        centred=theme.get("masthead") == "centred",
    )


def _hex(colour: str) -> str:
    return colour.lstrip("#").upper()
