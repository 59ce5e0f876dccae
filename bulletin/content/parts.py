"""What every content file is made of: texts in two languages, units, periods, facts."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    GetJsonSchemaHandler,
    StringConstraints,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from bulletin.content import counted
from bulletin.content.measures import MEASURES
from bulletin.content.referring import Refers
from bulletin.messages import say

Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
FullName = Annotated[str, StringConstraints(pattern=r"^([a-z][a-z0-9_]*\.)?[a-z][a-z0-9_]*$")]
FactRef = Annotated[FullName, Refers()]
"""A fact that is shown where it is named; rules find it by its mark."""
OwnRef = Annotated[Name, Refers()]
"""The same within one file."""
Filled = Annotated[str, StringConstraints(min_length=1)]
_PARTS_OF_A_MONTH = ("start", "end", "early", "mid", "late")
_PARTS = "start|end|early|mid|late|first-half|second-half|Q1-Q3|Q[1-4]|spring|summer|autumn|winter"
EARLIEST, LATEST = 1800, 2100
"""Years outside these are slips of the finger: no newspaper dates its figures so."""


def _is_a_day(moment: str) -> str:
    """Raises ValueError for a month 13, a 30th of February, a year that no bulletin is about, autumn of a day."""
    year, month, day = _CALENDAR.match(moment).groups()  # type: ignore[union-attr]
    if year and not EARLIEST <= int(year) <= LATEST:
        raise ValueError(say("model.no_year", year=year))
    if month:
        try:
            datetime.date(int(year or 2000), int(month), int(day or 1))
        except ValueError as error:
            raise ValueError(say("model.no_day", date=moment)) from error
    part = moment.partition(" ")[2]
    if part and (day or (month and part not in _PARTS_OF_A_MONTH)):
        raise ValueError(say("model.part", part=part, moment=moment.partition(" ")[0]))
    return moment


_CALENDAR = re.compile(r"(\d{4})?-*(\d\d)?(?:-(\d\d))?")
Moment = Annotated[
    str,
    StringConstraints(pattern=rf"^(\d{{4}}(-\d\d(-\d\d)?)?|--(\d\d(-\d\d)?)?)( ({_PARTS}))?$"),
    AfterValidator(_is_a_day),
]
"""A date as far as it is known: 2016-12-21, 2018-09, 2018, --11-11 (no year stated), --05 late, 2018 end, -- Q1-Q3.

ISO 8601 calendar dates, `--` for a missing year as in the truncated dates of ISO 8601:2000, then a word for the part.
"""

Ratio = Annotated[str, StringConstraints(pattern=r"^[1-9]\d*/[1-9]\d*$")]
"""A vulgar fraction: 1/3 for 三分之一."""

Day = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d\d-\d\d$"), AfterValidator(_is_a_day)]
"""A day of the calendar, of which year, month and day are known: 2026-11-25."""

Status = Literal["achieved", "standing", "under_way", "expected", "planned", "applied_for"]
Approx = Literal["over", "nearly", "about", "at_least", "at_most"]
Level = Literal["national", "provincial", "municipal", "county"]
Size = Literal["half", "full"]


class Part(BaseModel):
    """Base of everything in a content file: unknown keys are refused, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, defer_build=True)


class Allowing(Part):
    """A part at which findings can be silenced: by rule, with the reason. It holds for all that stands inside."""

    allow: dict[Filled, Filled] = {}


class Both(Allowing):
    """One text in the two languages. Prose may hold `<fact>` and `**bold**`; a line break breaks a title's line.

    A text that says that the article is silent names the words that were looked for there: `unstated: [游园, 公园]`.
    """

    zh: Filled
    en: Filled
    unstated: list[Filled] = []


class Quoted(Both):
    """Words of the article, letter for letter, and what they mean in English."""


class Plural(Part):
    """An English noun by CLDR plural category."""

    one: Filled
    other: Filled


class Unit(Part):
    """What a number measures or counts. A measure is written as its Chinese form alone (`unit: 亩`).

    Its English and its symbol are the house's (`content/measures.py`). A classifier has the English noun of what is
    counted: a plural pair, or a noun that never changes.
    """

    zh: Filled
    en: Plural | Filled
    short: Filled | None = None  # the international symbol, for narrow places: km²

    @model_validator(mode="before")
    @classmethod
    def measures_have_one_english(cls, data: object) -> object:
        given = {"zh": data} if isinstance(data, str) else data
        measure = MEASURES.get(str(given.get("zh"))) if isinstance(given, dict) else None
        if not isinstance(given, dict) or measure is None:
            return given
        if given.get("en") or given.get("short"):
            raise ValueError(say("model.measure", unit=measure.zh))
        if measure.one == measure.other:
            return {"zh": measure.zh, "en": measure.one}
        return {"zh": measure.zh, "en": {"one": measure.one, "other": measure.other}, "short": measure.short or None}

    @model_validator(mode="after")
    def is_counted_by_its_noun(self) -> Unit:
        if self.zh in MEASURES:
            return self
        one, other = (self.en.one, self.en.other) if isinstance(self.en, Plural) else (self.en, self.en)
        if why := counted.refusal(self.zh, one) or counted.refusal(self.zh, other):
            raise ValueError(why)
        if self.short:
            raise ValueError(say("model.no_symbol", unit=self.zh))
        if isinstance(self.en, Plural) and not counted.is_plural(one, other) and counted.TODO not in one + other:
            raise ValueError(say("model.not_one_noun", one=one, other=other))
        return self

    @property
    def noun(self) -> str:
        """The English noun of several."""
        return self.en.other if isinstance(self.en, Plural) else self.en

    @property
    def heads(self) -> set[str]:
        """The head of the noun in both numbers: by one of these words a label names it."""
        nouns = (self.en.one, self.noun) if isinstance(self.en, Plural) else (self.en,)
        return {counted.head(noun) for noun in nouns}

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [{"type": "string", "enum": sorted(MEASURES)}, handler(core)]}


def _before(one: str, other: str) -> bool:
    """Is a moment earlier, as far as both are known? Never where one names no year."""
    known = [moment.partition(" ")[0] for moment in (one, other)]
    shorter = min(map(len, known))
    return not any(moment.startswith("-") for moment in known) and known[0][:shorter] < known[1][:shorter]


class Period(Part):
    """When a figure holds. Not stated by the article but inferred from it: `stated: false`.

    What is stated stands in the quote or in its sentence; where it stands elsewhere, `where` gives the article's words.
    """

    year: int | None = None
    at: Moment | None = None
    since: Moment | None = None
    until: Moment | None = None
    to_date: bool = False
    recent: bool = False  # 近年来: recent years
    stated: bool = True
    where: Filled | None = None

    @model_validator(mode="after")
    def is_plausible(self) -> Period:
        if self.year is not None and not EARLIEST <= self.year <= LATEST:
            raise ValueError(say("model.no_year", year=self.year))
        if self.since and self.until and _before(self.until, self.since):
            raise ValueError(say("model.until_before_since"))
        return self

    @model_validator(mode="after")
    def says_something(self) -> Period:
        if not (self.year or self.at or self.since or self.until or self.to_date or self.recent):
            raise ValueError(say("model.empty_period"))
        if self.year and self.at:
            raise ValueError(say("model.year_and_at"))
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
            raise ValueError(say("model.derived"))
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
    label: Both | None = None  # what it is called where it stands without a sentence
    quote: Filled | None = None
    article: Name | None = None  # the key in `articles` of the article that says so, where it is not the first
    prefix: str = ""
    suffix: str = ""
    period: Period | None = None
    status: Status
    status_why: Filled | None = None  # where the words of the article do not say how far it is
    whose: Both | None = None  # whose number it is, when it is not the subdistrict's
    note: Both | None = None
    doubt: Both | None = None  # why the figure is in doubt; every place that shows it large says so
    unprinted: Filled | None = None  # why no page prints it

    @model_validator(mode="after")
    def is_one_kind(self) -> Fact:
        if sum(x is not None for x in (self.value, self.date, self.derived)) != 1:
            raise ValueError(say("model.one_kind"))
        if self.derived is None and self.quote is None:
            raise ValueError(say("model.no_quote"))
        if self.derived is not None and self.quote is not None:
            raise ValueError(say("model.derived_quote"))
        return self

    @property
    def called(self) -> Both:
        """Its label; without words where it has none."""
        return self.label or Both.model_construct(zh="", en="")

    @property
    def terms(self) -> tuple[str, ...]:
        """The facts that it is computed from."""
        return self.derived.terms if self.derived else ()

    @property
    def counted(self) -> str:
        """The classifier or measure behind the number; empty where it has none."""
        return self.unit.zh if self.unit else ""

    @property
    def noun(self) -> str:
        """What the English counts."""
        return self.unit.noun if self.unit else ""


class Row(Allowing):
    """Words for the evidence row of facts that share one quote."""

    facts: tuple[OwnRef, ...]
    label: Both

    @model_validator(mode="before")
    @classmethod
    def lists_are_tuples(cls, data: object) -> object:
        if isinstance(data, dict) and isinstance(data.get("facts"), list):
            return {**data, "facts": tuple(data["facts"])}
        return data
