"""The colours, faces and sizes of templates/theme.yaml, and what the theme.yaml of another theme says otherwise."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from bulletin.content.house import BAND
from bulletin.content.validate import validate
from bulletin.content.yaml_text import Parsed, parse
from bulletin.edition.typescale import setting
from bulletin.faces import FAMILIES
from bulletin.messages import say
from bulletin.problems import ContentError, Problem

RULE = "theme"
MOST_INK = 300
"""Percent of all four inks together: more does not dry."""


def _is_colour(text: str) -> str:
    digits = text.removeprefix("#")
    if len(text) != 7 or len(digits) != 6 or set(digits) - set("0123456789abcdefABCDEF"):
        raise ValueError(say("theme.colour", given=text))
    return text


def _is_ours(family: str) -> str:
    if family not in FAMILIES:
        raise ValueError(say("theme.family", given=family, known=", ".join(FAMILIES)))
    return family


def _dries(ink: list[int | Decimal]) -> list[int | Decimal]:
    if sum(ink) > MOST_INK:
        raise ValueError(say("theme.ink", most=MOST_INK))
    return ink


Colour = Annotated[str, AfterValidator(_is_colour)]
Family = Annotated[str, AfterValidator(_is_ours)]
_SETTING = re.compile(r"\d{1,3}(\.\d+)?(/\d{1,3}(\.\d+)?)?")


def _is_setting(said: int | Decimal | str) -> int | Decimal | str:
    if not _SETTING.fullmatch(str(said)) or min(part for part in setting(said) if part is not None) <= 0:
        raise ValueError(say("theme.setting", given=said))
    return said


Setting = Annotated[int | Decimal | str, AfterValidator(_is_setting)]
Share = Annotated[int | Decimal, Field(ge=0, le=1)]
Length = Annotated[int | Decimal, Field(gt=0, le=1000)]
Ink = Annotated[list[Annotated[int | Decimal, Field(ge=0, le=100)]], Field(min_length=4, max_length=4)]
Build = Annotated[Ink, AfterValidator(_dries)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Colours(_Part):
    """What every page is coloured with; a template may name further ones."""

    model_config = ConfigDict(extra="allow", frozen=True, strict=True)
    __pydantic_extra__: dict[str, Colour]
    ink: Colour
    grey: Colour
    rule: Colour
    pale: Colour
    flag: Colour
    paper: Colour


class Tones(_Part):
    """An accent: for text and solid marks, and for tints."""

    deep: Colour
    pale: Colour


class Faces(_Part):
    """A family for each language, of those that are embedded."""

    zh: Family
    en: Family


class WordFaces(_Part):
    """A family for each language, by the name that a word processor knows."""

    zh: Annotated[str, Field(min_length=1)]
    en: Annotated[str, Field(min_length=1)]


class Kinds(_Part):
    serif: Faces
    sans: Faces


class WordKinds(_Part):
    serif: WordFaces
    sans: WordFaces


class ByType(_Part):
    """A number for each type."""

    compact: Length
    standard: Length
    large: Length


class Shares(_Part):
    """A share of what there may be at most, for each type."""

    compact: Share
    standard: Share
    large: Share


class Role(_Part):
    """Size and leading for each type; all give a leading or none does."""

    compact: Setting
    alone: Setting | None = None  # compact in an edition in one language
    standard: Setting
    large: Setting

    @model_validator(mode="after")
    def _alike(self) -> Role:
        given = [self.compact, self.standard, self.large, *([self.alone] if self.alone is not None else [])]
        if len({"/" in str(each) for each in given}) > 1:
            raise ValueError(say("theme.leading"))
        return self


class Measures(_Part):
    """What follows the size of type: ems of a column, the width of narrow cells, the room around a raised number."""

    column: ByType
    lead_column: ByType
    cells: ByType
    tag: Shares


class Charts(_Part):
    """Widths in mm, sizes of type in pt."""

    half: Length
    full: Length
    label_zh: ByType
    label_en: ByType
    label_en_alone: ByType
    number: ByType


class InkTones(_Part):
    deep: Build
    pale: Build


class Theme(_Part):
    """The whole file. Every colour and every tone of an accent has its build of inks.

    `masthead`: the name at the left under a band, or in the middle with the issue under it (红头).
    """

    masthead: Literal["band", "centred"]
    colours: Colours
    accents: Annotated[dict[str, Tones], Field(min_length=1)]
    faces: Kinds
    word_faces: WordKinds
    type: Annotated[dict[str, Role], Field(min_length=1)]
    measures: Measures
    charts: Charts
    inks: dict[str, Build | InkTones]


def of(text: str, file: str, name: str = BAND, own: tuple[str, str] | None = None) -> dict[str, Any]:
    """The theme as plain data, with its `name`, sizes as floats (mm, pt). Raises ContentError, with the places.

    `own`: the theme.yaml of a theme that lies over the house's, and how the file is called.
    """
    return {**_floats(_sound(text, file, own)), "name": name}


@lru_cache(maxsize=8)
def _sound(text: str, file: str, own: tuple[str, str] | None) -> Any:
    """What stands in the files, once it is found to be as it must be: read once in a process."""
    house = parse(text, file)
    found = read(house)
    return read(_over(house.data, parse(*own))) if own else found


def _over(house: Any, own: Parsed) -> Parsed:
    """The file of a theme with what it does not say itself."""
    return replace(own, data=_merged(house, own.data) if isinstance(own.data, dict) else own.data)


def _merged(house: Any, own: Any) -> Any:
    """Map by map; anything else is taken whole."""
    if not (isinstance(house, dict) and isinstance(own, dict)):
        return own
    return house | {key: _merged(house.get(key), value) for key, value in own.items()}


def read(parsed: Parsed) -> dict[str, Any]:
    """The same of what is parsed already."""
    theme = validate(Theme, parsed)
    if missing := [Problem(RULE, say("theme.no_ink", name=name), parsed.key_place(("inks",))) for name in _bare(theme)]:
        raise ContentError(missing)
    return dict(_floats(parsed.data))


def _bare(theme: Theme) -> list[str]:
    """The colours that no ink prints."""
    plain = {name for name, build in theme.inks.items() if isinstance(build, list)}
    colours = dict(theme.colours)
    return [name for name in colours if name not in plain] + [
        name for name in theme.accents if not isinstance(theme.inks.get(name), InkTones)
    ]


def _floats(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _floats(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_floats(item) for item in value]
    return float(value) if isinstance(value, Decimal) else value
