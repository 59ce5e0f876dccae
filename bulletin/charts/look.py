"""How charts look: colours, faces and sizes, taken from the theme; and what they say themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from bulletin.content.house import TypeScale
from bulletin.edition.text import Both, Mark, Width


@dataclass(frozen=True, slots=True)
class Look:
    """Colours as #rrggbb, sizes in pt, widths in mm. `deep` and `pale` are the accent's tones for marks and tints."""

    ink: str
    grey: str
    rule: str
    paper: str
    deep: str
    pale: str
    accents: tuple[tuple[str, str], ...]  # name, deep
    latin: str
    chinese: str
    label_zh: float
    label_en: float
    number: float
    half: float
    full: float
    words: Mapping[str, Both]  # the fixed phrases of charts by name, and mark_done, mark_planned, …
    language: Literal["bilingual", "zh", "en"] = "bilingual"
    tall: float = 1.0  # how much taller than usual a chart is to be, where its kind can

    @classmethod
    def of(
        cls,
        theme: Mapping[str, Any],
        accent: str,
        words: Mapping[str, Both],
        language: Literal["bilingual", "zh", "en"] = "bilingual",
        type: TypeScale = "compact",
    ) -> Look:
        """The look of theme.yaml in one accent, labelled in one language or both. Raises KeyError for a lack.

        `words` are those of `Words.drawn`.
        """
        colours, accents, sans, sizes = theme["colours"], theme["accents"], theme["faces"]["sans"], theme["charts"]
        return cls(
            ink=colours["ink"],
            grey=colours["grey"],
            rule=colours["rule"],
            paper=colours["paper"],
            deep=accents[accent]["deep"],
            pale=accents[accent]["pale"],
            accents=tuple((name, tones["deep"]) for name, tones in accents.items()),
            latin=sans["en"],
            chinese=sans["zh"],
            label_zh=sizes["label_zh"][type],
            label_en=sizes["label_en_alone" if language == "en" else "label_en"][type],
            number=sizes["number"][type],
            half=sizes["half"],
            full=sizes["full"],
            words=words,
            language=language,
        )

    def tone(self, accent: str) -> str:
        """The deep tone of a named accent."""
        return dict(self.accents)[accent]

    def width(self, width: Width) -> float:
        """Width of the plot in mm."""
        return self.half if width == "half" else self.full

    def marks(self, named: tuple[tuple[Mark, Both], ...] = ()) -> dict[Mark, Both]:
        """What each mark says; a chart's own words go before the usual ones."""
        usual = {mark: self.words[f"mark_{mark}"] for mark in get_args(Mark)}
        return usual | dict(named)
