"""How charts look: colours, faces and sizes, taken from the theme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from bulletin.edition.text import Width


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
    language: Literal["bilingual", "zh", "en"] = "bilingual"

    @classmethod
    def of(
        cls, theme: Mapping[str, Any], accent: str, language: Literal["bilingual", "zh", "en"] = "bilingual"
    ) -> Look:
        """The look of theme.yaml in one accent, labelled in one language or both. Raises KeyError for a lack."""
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
            label_zh=sizes["label_zh"],
            label_en=sizes["label_en_alone" if language == "en" else "label_en"],
            number=sizes["number"],
            half=sizes["half"],
            full=sizes["full"],
            language=language,
        )

    def tone(self, accent: str) -> str:
        """The deep tone of a named accent."""
        return dict(self.accents)[accent]

    def width(self, width: Width) -> float:
        """Width of the plot in mm."""
        return self.half if width == "half" else self.full
