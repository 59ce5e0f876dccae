"""What every content file is made of: texts in two languages, units, periods, facts."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints, model_validator

Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
FactRef = Annotated[str, StringConstraints(pattern=r"^([a-z][a-z0-9_]*\.)?[a-z][a-z0-9_]*$")]
Filled = Annotated[str, StringConstraints(min_length=1)]
_PARTS = "start|end|early|mid|late|first-half|second-half|Q1-Q3|Q[1-4]|spring|summer|autumn|winter"
Moment = Annotated[str, StringConstraints(pattern=rf"^(\d{{4}}(-\d\d(-\d\d)?)?|--(\d\d(-\d\d)?)?)( ({_PARTS}))?$")]
"""A date as far as it is known: 2016-12-21, 2018-09, 2018, --11-11 (no year stated), --05 late, 2018 end, -- Q1-Q3.

ISO 8601 calendar dates, `--` for a missing year as in the truncated dates of ISO 8601:2000, then a word for the part.
"""

Ratio = Annotated[str, StringConstraints(pattern=r"^[1-9]\d*/[1-9]\d*$")]
"""A vulgar fraction: 1/3 for 三分之一."""

Status = Literal["achieved", "standing", "under_way", "expected", "planned", "applied_for"]
Approx = Literal["over", "nearly", "about", "at_least", "at_most"]
Level = Literal["national", "provincial", "municipal", "county"]
Size = Literal["half", "full"]


class Part(BaseModel):
    """Base of everything in a content file: unknown keys are refused, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Allowing(Part):
    """A part at which findings can be silenced: by rule, with the reason. It holds for all that stands inside."""

    allow: dict[Filled, Filled] = {}


class Both(Allowing):
    """One text in the two languages. Prose may hold `<fact>` and `**bold**`; a line break breaks a title's line."""

    zh: Filled
    en: Filled


class Plural(Part):
    """An English noun by CLDR plural category."""

    one: Filled
    other: Filled


class Unit(Part):
    """What is counted. `en` is a plural pair, an unchanging noun, `RMB` (set before the amount) or `percent`."""

    zh: Filled
    en: Plural | Filled
    short: Filled | None = None  # the international symbol, for narrow places: km²

    @model_validator(mode="after")
    def is_one_measure(self) -> Unit:
        if self.en == "percent" and self.zh not in ("%", "％", "成", "百分之"):
            raise ValueError(f"{self.zh} is not percent; 个百分点 are percentage points, ‰ is per thousand")
        if self.en == "RMB" and not re.fullmatch("元|圆|块钱?|人民币|元人民币", self.zh):
            raise ValueError(f"{self.zh} is not RMB; 万 and 亿 belong to the number, 美元 is {{one: US dollar, …}}")
        return self


class Period(Part):
    """When a figure holds. Not stated by the article but inferred from it: `stated: false`."""

    year: int | None = None
    at: Moment | None = None
    since: Moment | None = None
    until: Moment | None = None
    to_date: bool = False
    recent: bool = False  # 近年来: recent years
    stated: bool = True

    @model_validator(mode="after")
    def says_something(self) -> Period:
        if not (self.year or self.at or self.since or self.until or self.to_date or self.recent):
            raise ValueError("a period needs year, at, since, until, to_date or recent; leave it out if there is none")
        if self.year and self.at:
            raise ValueError("year and at exclude each other")
        return self


class Derived(Part):
    """Our own arithmetic on facts of this article: exactly one of the three."""

    ratio: tuple[Name, Name] | None = None
    sum: tuple[Name, ...] | None = None
    difference: tuple[Name, Name] | None = None

    @model_validator(mode="before")
    @classmethod
    def lists_are_tuples(cls, data: object) -> object:
        if isinstance(data, dict):
            return {key: tuple(v) if isinstance(v, list) else v for key, v in data.items()}
        return data

    @model_validator(mode="after")
    def is_one(self) -> Derived:
        if sum(x is not None for x in (self.ratio, self.sum, self.difference)) != 1:
            raise ValueError("derived takes exactly one of ratio, sum or difference")
        return self

    @property
    def kind(self) -> Literal["ratio", "sum", "difference"]:
        return "ratio" if self.ratio else "sum" if self.sum else "difference"

    @property
    def terms(self) -> tuple[str, ...]:
        """The facts that it is computed from, in order."""
        return self.ratio or self.sum or self.difference or ()


class Fact(Allowing):
    """A number or a date that the article states, with the words that state it; or a number derived from such facts."""

    value: int | Decimal | Ratio | None = None
    date: Moment | None = None
    derived: Derived | None = None
    exact: Filled | None = None  # the numeral as it stands in the quote, where the quote has several that fit
    approx: Approx | None = None
    unit: Unit | None = None
    label: Both
    quote: Filled | None = None
    prefix: str = ""
    suffix: str = ""
    period: Period | None = None
    status: Status
    whose: Both | None = None  # whose number it is, when it is not the subdistrict's
    note: Both | None = None

    @model_validator(mode="after")
    def is_one_kind(self) -> Fact:
        if sum(x is not None for x in (self.value, self.date, self.derived)) != 1:
            raise ValueError("a fact has exactly one of value, date or derived")
        if self.derived is None and self.quote is None:
            raise ValueError("a fact needs a quote: the words of the article that it rests on")
        if self.derived is not None and self.quote is not None:
            raise ValueError("a derived fact rests on other facts and has no quote of its own")
        return self


class Row(Allowing):
    """Words for the evidence row of facts that share one quote."""

    facts: tuple[Name, ...]
    label: Both

    @model_validator(mode="before")
    @classmethod
    def lists_are_tuples(cls, data: object) -> object:
        if isinstance(data, dict) and isinstance(data.get("facts"), list):
            return {**data, "facts": tuple(data["facts"])}
        return data
