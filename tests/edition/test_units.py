"""Wherever a page prints a number it prints its unit, in both languages: beside it, or as the noun in its words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from fractions import Fraction
from pathlib import Path

import pytest

from bulletin.blocks.evidence.edit import EvidenceRow
from bulletin.blocks.findings.edit import FindingFigure
from bulletin.blocks.key_figures.edit import KeyFigure
from bulletin.build import Builder
from bulletin.content.model import Fact, Plural, Unit
from bulletin.edition import units
from bulletin.edition.blocks import Amount, Both, ChartPlate, Datum, Edition, Pair, StripItem, plain
from bulletin.edition.bulletin import edit
from bulletin.evidence.verify import Proof, Verified
from bulletin.plates.panels.edit import Panel
from bulletin.wording import amounts
from tests.conftest import CONTENT, ROOT, small_project, workshop

NEEDS_NO_NOUN = {"person", "people", "member", "members", "place", "places", "case", "cases", "item", "items"}
NEEDS_NO_NOUN |= {"time", "times", "site", "sites", "establishments", "employers", "homes"}
ALIKE = ({"人", "名", "位"}, {"个", "处", "座"})  # a panel over several articles says one of them
NOTHING = Both("", "")
Shown = tuple[str, str, str]
"""A fact, and the Chinese and the English that stand at its number."""


def shown(value: object, over: Both = NOTHING) -> Iterator[Shown]:
    """Every number of the pages with the words at it; `over` are those of the plate that it is in."""
    if isinstance(value, ChartPlate):
        words = [pair for pair in (value.caption.title, value.caption.line) if pair]
        over = Both(*(" ".join(plain(getattr(pair, x)) for pair in words) for x in ("zh", "en")))
        yield from shown(value.spec, over)
    elif isinstance(value, Panel):
        yield from shown(value.cells, value.title)
    elif isinstance(value, Datum):
        if value.mark != "unstated":
            yield value.fact, f"{over.zh} {value.shown} {value.label.zh}", f"{over.en} {value.shown} {value.label.en}"
            yield value.fact, value.full.zh, value.full.en
    elif isinstance(value, (KeyFigure, FindingFigure, StripItem)):
        yield from _large(value)
    elif isinstance(value, EvidenceRow):
        yield from ((fact, value.printed.zh, value.printed.en) for fact in value.facts)
    elif isinstance(value, tuple):
        for item in value:
            yield from shown(item, over)
    elif is_dataclass(value):
        for field in fields(value):
            yield from shown(getattr(value, field.name), over)


def _large(value: KeyFigure | FindingFigure | StripItem) -> Iterator[Shown]:
    each = value.amounts if isinstance(value, KeyFigure) else (value.amount,)
    label = value.label if isinstance(value.label, Both) else _both(value.label)
    for amount in each:
        if amount:
            yield amount.fact, *_words(amount, label)
            yield amount.fact, amount.full.zh, amount.full.en


def _words(amount: Amount, label: Both) -> tuple[str, str]:
    own = f"{amount.zh}{amount.zh_unit}"
    zh = f"{own or f'{amount.number} {amount.symbol} {amount.unit.zh}'} {label.zh}"
    return zh, f"{amount.number} {amount.english} {label.en}"


def _both(pair: Pair) -> Both:
    return Both(plain(pair.zh), plain(pair.en))


def lost(fact: Fact, zh: str, en: str) -> list[str]:
    """In which languages the unit is not there."""
    unit = fact.unit
    if unit is None or fact.date or (fact.derived and fact.derived.kind == "ratio"):
        return []
    chinese = {unit.zh, unit.short or unit.zh}.union(*(alike for alike in ALIKE if unit.zh in alike))
    found = {"zh": any(word in zh for word in chinese), "en": bool(set(_said(en)) & _forms(unit))}
    return [language for language, there in found.items() if not there]


def _said(en: str) -> list[str]:
    return re.findall(r"[\w²³°/-]+|%", en.lower())


def _forms(unit: Unit) -> set[str]:
    """The words of which one has to stand there."""
    nouns = (unit.en.one, unit.en.other) if isinstance(unit.en, Plural) else (unit.en,)
    forms = {_said(re.split(" of | per ", noun)[0])[-1] for noun in nouns} | {(unit.short or "%%").lower()}
    return forms | ({"%"} if unit.en == "percent" else set()) | ({"homes"} if unit.zh == "户" else set())


def unsaid(edition: Edition, facts: Mapping[str, Fact]) -> tuple[int, list[tuple[str, list[str], str, str]]]:
    """How many numbers were looked at, and those without a unit."""
    rows = list(shown(edition.pages))
    found = [(fact, lost(facts[fact], zh, en), zh, en) for fact, zh, en in rows]
    return len(rows), [row for row in found if row[1] and not (row[1] == ["en"] and _vague(facts[row[0]]))]


def _vague(fact: Fact) -> bool:
    return fact.unit is not None and bool(NEEDS_NO_NOUN & {fact.unit.noun.split()[-1]})


@pytest.fixture(scope="module")
def builder() -> Builder:
    return Builder(workshop(ROOT))


@pytest.mark.parametrize("name", ["xidajie", "jingchenglu", "yimalu", "dufulu", "linshanzhai", "summary"])
def test_every_number_of_our_own_pages_has_its_unit_in_both_languages(builder: Builder, name: str) -> None:
    edition, _ = builder.edition(name)
    names = builder.workshop.summary.order if name == "summary" else (name,)
    facts = {
        (f"{of}.{id}" if name == "summary" else id): fact
        for of in names
        for id, fact in builder.workshop.library.contents[of][1].facts.items()
    }
    seen, bad = unsaid(edition, facts)
    assert seen > 40
    assert bad == []


PLATES = """    plates:
      - kind: list
        title: {zh: 几样, en: Some things}
        rows:
          - {of: land, label: {zh: 拆除, en: removed}}
          - {of: parks, label: {zh: 新建, en: built}}
          - {of: years, label: {zh: 期限, en: length of the plan}}
          - {of: spent, label: {zh: 投入, en: put in}}
      - kind: bars
        title: {zh: 时间, en: How long}
        bars:
          - {of: years, label: {zh: 期限, en: plan}}
          - {of: more_years, label: {zh: 延期, en: extension}}
      - kind: bars
        title: {zh: 对比, en: Side by side}
        bars:
          - {of: communities, label: {zh: 这里, en: here}}
          - {of: parks, label: {zh: 那里, en: there}}
      - kind: strip
        title: {zh: 并列, en: Abreast}
        items:
          - {of: land, label: {zh: 拆除, en: removed}}
          - {of: parks, label: {zh: 新建, en: built}}
          - {of: spent, label: {zh: 投入, en: put in}}
"""
FACTS = """  land:
    value: 20
    unit: 亩
    label: {zh: 拆除违建, en: illegal structures removed}
    quote: 拆除违建20亩
    status: achieved
  years:
    value: 3
    unit: 年
    label: {zh: 期限, en: length of the plan}
    quote: 计划用3年时间
    status: planned
  more_years:
    value: 2
    unit: 年
    label: {zh: 延期, en: extension}
    quote: 再用2年时间
    status: planned

key_figures:
  - {of: [land], label: {zh: 拆除, en: removed}}
  - {of: [years], label: {zh: 期限, en: length}}
  - {of: [spent], label: {zh: 投入, en: put in}}
  - {of: [parks, communities], label: {zh: 各样, en: things}}
"""


@pytest.fixture
def bare(tmp_path: Path) -> tuple[Edition, Verified]:
    """A bulletin whose labels and titles say no unit: the program has to."""
    start, end = CONTENT.index("key_figures:"), CONTENT.index("stories:")
    content = CONTENT[:start] + FACTS + "\n" + CONTENT[end:]
    start, end = content.index("    plates:"), content.index("honours:")
    content = content[:start] + PLATES + "\n" + content[end:]
    article = (
        "2018年,柳林街道新建游园3个,植树1.2万余株,投资近90万元,拆除违建20亩。计划用3年时间,如延期再用2年时间。\n\n"
    )
    article += "目前,5个社区共有居民4000户,其中老旧楼院占25%。\n街道荣获郑州市文明单位等荣誉称号。\n"
    shop = workshop(small_project(tmp_path / "project", content, article))
    verified = shop.verified("willow")
    return edit(verified, shop.publication, shop.words), verified


def test_where_no_label_says_the_unit_the_page_does(bare: tuple[Edition, Verified]) -> None:
    edition, verified = bare
    seen, bad = unsaid(edition, verified.content.facts)
    assert seen > 30
    assert bad == []


def test_a_measure_without_a_symbol_has_its_word_and_money_its_currency(bare: tuple[Edition, Verified]) -> None:
    figures = [item for fact, *item in shown(bare[0].pages[0].blocks[0]) if fact in ("land", "years", "spent")]
    assert figures == [
        ["20   拆除（亩）", "20 mu removed"],
        ["20亩", "20 mu"],
        ["3   期限（年）", "3 years length"],
        ["3年", "3 years"],
        ["近90万元 投入", "nearly 900,000 yuan put in"],
        ["近90万元", "nearly 900,000 yuan"],
    ]


def test_a_noun_that_follows_itself_stands_once_in_the_row_of_evidence(bare: tuple[Edition, Verified]) -> None:
    printed = {row.facts: row.printed for row in _rows(bare[0])}
    assert printed[("parks",)] == Both("3个", "3 pocket parks")
    assert printed[("communities", "households")] == Both("5个；4000户", "5 communities; 4,000 households")


def _rows(value: object) -> Iterator[EvidenceRow]:
    if isinstance(value, EvidenceRow):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _rows(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _rows(getattr(value, field.name))


@pytest.mark.parametrize(
    ("zh", "value", "number", "compact", "english"),
    [
        ("元", 88630000, "8863万", "88.63 million", "88.63 million yuan"),
        ("元/平方米", 12000, "1.2万", "12,000", "12,000 yuan per square meter"),
        ("美元", 5000000, "500万", "US$ 5 million", "5 million US dollars"),
        ("公里/小时", 60, "60", "60", "60 kilometers per hour"),
        ("℃", 38, "38", "38", "38 degrees Celsius"),
        ("个百分点", 2, "2", "2", "two percentage points"),
    ],
)
def test_money_before_and_measures_behind(zh: str, value: int, number: str, compact: str, english: str) -> None:
    fact = Fact.model_validate(
        {"value": value, "unit": zh, "label": {"zh": "项", "en": "item"}, "quote": number, "status": "achieved"}
    )
    proof = Proof("item", fact, Fraction(value), number=number, numeral=number)
    assert amounts.compact(proof) == compact
    assert amounts.english(proof) == english
    assert amounts.chinese(proof) == number + zh


def test_a_measure_that_the_line_says_without_its_counter_is_said() -> None:
    """工作日 over a chart of 个工作日 and months of 个月: nothing is put beside it."""
    days, parks = Unit.model_validate({"zh": "个工作日"}), Unit(zh="个", en="parks")
    assert units.lacking([(days, "")], Both("单位：工作日", "Working days")) == NOTHING
    assert units.lacking([(days, "")], Both("审批时间", "Approval")) == Both("个工作日", "working days")
    assert units.lacking([(parks, "")], Both("游园", "Green spots")) == Both("个", "parks")
