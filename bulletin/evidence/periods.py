"""The words of an article that say when: those that govern a number, and what of a period they do not say.

The nearest date governs: in the number's own clause, else before it in the same sentence. 今年 and 去年 are years where
the article is dated; 比2005年 compares: since then, but not in it; 十三五 is 2016 to 2020, but names no year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bulletin.content.model import Period
from bulletin.evidence.article import Article
from bulletin.evidence.case import Case, Span
from bulletin.evidence.reading import read
from bulletin.evidence.statuses import clause_of, sentence
from bulletin.messages import listed, say
from bulletin.wording.dates import Moment

RELATIVE = re.compile(
    r"(?P<this>今年|本年|年内|(?<!当)年初以来)|(?P<last>去年|上年|上一年)|(?<![文光黎])(?P<next>明年|来年)"
    r"|(?<![后0-9])(?P<after>后年)(?!轻)|(?<![0-9以从之])(?P<before>前年)"
)
OFFSET = {"this": 0, "last": -1, "next": 1, "after": 2, "before": -2}
PLAN = re.compile(r"十([一二三四五])五\"?(?=时期|期间|规划|以来|末|[,、])")
_COMPARED = ("比", "较")
"""On one of these ends what stands before a date that is compared with: 同比, 对比, 相比."""
TO_DATE = re.compile(r"目前|截[至止]|累计|已|至今|以来|迄今|到目前|现")
_ROW = re.compile(r"(?:19|20)[0-9]{2}(?= ?[0-9])")
"""The head of a row of a table."""
_FIRST_MONTHS = re.compile(
    r"(?:(?<=年)|(?<=年的)|(?<![\u4e00-\u9fff])(?=前(?:[3-9]|1[0-2]|[三四五六七八九十])))[前头首]"
    r"(?P<n>1[0-2]|[1-9]|十[一二]?|[一二两三四五六七八九])个月(?![前后内])"
)
"""今年前10个月 is from January to October; 改造前3个月 is none of a year."""
_N = "[0-9一二两三四五六七八九十]"
EVENT = rf"的(?:{_N}+[次场轮回届期]|(?!{_N})[^,;。]{{0,20}}[中里上内间时后](?=,))"
"""9月的一次问卷调查中: what happened then, and what is told of it."""
_RECENT = re.compile(r"近年来?|近几年来?|近[0-9一二两三四五六七八九十]+年来?|几年来")
_SINCE = re.compile(r"以来|[^,]{0,6}起|至今|启动|开始|成立|实施|推行|来(?=,)")
TIMES = re.compile(r"的[^,。;]{0,3}倍")
"""Behind a date whose number the next one is a multiple of."""
BEFORE = re.compile("[以之][前后]")
"""2000年以前建成的楼: no number of it is of 2000."""
_YEAR_BEFORE, _YEAR_AFTER = re.compile("去年|上年|新的一年|新年"), re.compile("明年|来年|次年")
"""What tells that the article is from the year after a year that it names, or before."""
RANGE = re.compile(r"[至到]|[-—–~]{1,2}")
FOUNDED = re.compile("(?:建|修|成立|创办|创立|设立|落成|开业|开办)[成立]?于$")
"""建于1996年的老市场: such a year is the thing's, and of no figure that is told of it."""
_STARTED = re.compile(
    r"[^,;。]{0,4}(?:开工|动工|开建|破土|奠基)(?:建设)?[,;][^。]*?(?:将|预计|届时|可(?=提供|新增|容纳)|[建投][成用]后)"
)
"""12月开工,将提供停车位850个: the start of works is no time of what they will provide."""
_MOMENT = re.compile(r"(?!---)[0-9-]+(?: [^ ]+)?")
_FAR = 500
"""Characters before a quote within which `where` has to stand."""


@dataclass(frozen=True, slots=True)
class SaidDate:
    """A date that the article says. `inferred`: its year follows from the article's own date, which is inferred.

    `compared`: what happens is held against it (比2005年增加), so a stretch may begin there. `bound`: the end of a
    stretch that it is, 前10个月.
    """

    start: int
    end: int
    written: str  # as a content file writes it
    inferred: bool = False
    compared: bool = False
    bound: str = ""

    @property
    def is_vague(self) -> bool:
        """年终, 年初: every year's."""
        return self.written in ("-- end", "-- start")

    @property
    def moment(self) -> Moment:
        return Moment.parse(self.written)


def said_in(case: Case, span: Span) -> list[SaidDate]:
    """Every date in a stretch of the article, in order."""
    text = case.article.bare.text
    found: list[SaidDate] = []
    for n in case.inside(span):
        is_row = n.start in case.article.lines and _ROW.match(text, n.start)
        date = n.date if n.kind == "date" and n.date else n.text if is_row else ""
        date = _as_begun(text, found[-1], n.start, date) if found else date
        if _MOMENT.fullmatch(date):
            found.append(SaidDate(n.start, n.end, date, compared=_is_compared(text, n.start, n.end)))
    year, dated = dated_year(case, span[0]), case.dated_at(span[0])
    for match in RELATIVE.finditer(text, *span):
        if year is not None and not text.endswith(_COMPARED, 0, match.start()):
            named = str(year + OFFSET[str(match.lastgroup)])
            found.append(SaidDate(match.start(), match.end(), named, not (dated and dated.stated)))
    found += _first_months(text, span)
    for match in PLAN.finditer(text, *span):
        first = 2001 + 5 * ("一二三四五".index(match[1]) + 1)
        found += [SaidDate(match.start(), match.end(), str(year), inferred=True) for year in (first, first + 4)]
    return sorted(found, key=lambda said: said.start)


def _first_months(text: str, span: Span) -> Iterator[SaidDate]:
    """今年前10个月: since January, until October."""
    for match in _FIRST_MONTHS.finditer(text, *span):
        named = re.search("([0-9]{4})年的?$", text[max(0, match.start() - 6) : match.start()])
        year = named[1] if named else "-"
        yield SaidDate(*match.span(), f"{year}-01", bound="since")
        yield SaidDate(*match.span(), f"{year}-{int(read(match['n']) or 0):02}", bound="until")


def _is_compared(text: str, start: int, end: int) -> bool:
    behind = text.startswith(("相比", "比较"), end) or TIMES.match(text, end)
    return bool(text.endswith(_COMPARED, 0, start) or behind)


def _as_begun(text: str, first: SaidDate, start: int, date: str) -> str:
    """2018年1月至8月, 11月15日至18日: the end of a stretch is of the year, or the month, in which it begins."""
    if date[:1] != "-" or not RANGE.fullmatch(text, first.end, start):
        return date
    if date.startswith("---"):
        return f"{first.written[:-2]}{date[3:]}" if first.moment.day else date
    return f"{first.written[:4]}{date[1:]}" if first.moment.year else date


def dated_year(case: Case, position: int) -> int | None:
    """The year that the article is from which stands there; a worksheet does not know it at first."""
    dated = case.dated_at(position)
    return Moment.parse(dated.value).year if dated else None


def named_years(article: Article) -> set[int]:
    """The years that the article names in four figures."""
    return {int(year) for year in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", article.bare.text)}


def told_years(article: Article) -> set[int]:
    """The years that the article names, and those beside them of which it speaks: 2024年…，去年4月…."""
    text, named = article.bare.text, named_years(article)
    after = {year + 1 for year in named if _YEAR_BEFORE.search(text)}
    return named | after | {year - 1 for year in named if _YEAR_AFTER.search(text)}


def governing(case: Case, span: Span, *, compared: bool = False) -> list[SaidDate]:
    """The dates that may govern what stands at `span`, the nearest first; a date is not governed by itself."""
    text = case.article.bare.text
    clause, whole = clause_of(text, span), sentence(text, span)
    around = [said for said in _first_months(text, clause) if said.start < span[0] < said.end]
    before = [*around, *said_in(case, (clause[0], span[0]))[::-1]]
    says = [*before, *said_in(case, (span[1], clause[1])), *said_in(case, (whole[0], clause[0]))[::-1]]
    head = case.article.masthead  # it has no full stop, and governs nothing
    says = [said for said in says if said.start >= head]
    return [s for s in says if (compared or not s.compared) and not _spent(case, s, span[0])]


def _spent(case: Case, said: SaidDate, at: int) -> bool:
    """由2008年的3000亩扩大到21万亩, 是1978年的186倍: such a date is the next number's only, or none's."""
    text = case.article.bare.text
    if _STARTED.match(text, said.end, max(at, said.end)):
        return True
    rest = "" if RELATIVE.match(text, said.start) else text[said.end : at + 40]
    if founded(text, said) and rest.startswith("的") and text[said.end + 1] not in "0123456789一二三四五六七八九十":
        return said.end < at
    if (event := re.match(EVENT, rest)) and _opens(case, said.start) and "," in text[said.end + event.end() - 1 : at]:
        return False
    numbers = [n for n in case.inside((said.end, at)) if n.date is None]
    return rest.startswith("的") and bool(numbers or re.match(r"的[0-9.]+倍", rest))


def founded(text: str, said: SaidDate) -> bool:
    """Is it the year in which something was built or set up? 市场始建于1996年."""
    return bool(FOUNDED.search(text, max(0, said.start - 6), said.start))


def _opens(case: Case, at: int) -> bool:
    """Does a date open its clause?"""
    text = case.article.bare.text
    before = re.sub("(?:目前|今年|本年|去年|上年)$|[自从在于]$", "", text[sentence(text, (at, at))[0] : at])
    return at in case.article.lines or not before[-1:].strip(",:;")


@dataclass(frozen=True, slots=True)
class Reading:
    """How a period stands to the words: what they do not say, and where the words stand that do."""

    missing: tuple[str, ...]
    spans: tuple[Span, ...]


def reading(case: Case, span: Span, period: Period, *, where: Span | None = None) -> Reading:
    """Of the sentence around `span`, or of the words of `where` alone."""
    text = case.article.bare.text
    says = said_in(case, where)[::-1] if where else governing(case, span, compared=True)
    words = where or (sentence(text, span)[0], clause_of(text, span)[1])
    missing: list[str] = []
    spans: list[Span] = []
    for wanted, kind in _moments(period):
        _compare(case, says, wanted, kind, missing, spans)
    flags = (
        (period.to_date, TO_DATE, "to_date", ["目前", "截至", "累计"]),
        (period.recent, _RECENT, "recent", ["近年来"]),
    )
    for flag, pattern, key, examples in flags:
        if flag and (match := pattern.search(text, *words)):
            spans.append(match.span())
        elif flag:
            missing.append(say("period.no_word_like", key=key, examples=listed(examples)))
    return Reading(tuple(missing), tuple(spans))


def _moments(period: Period) -> Iterator[tuple[Moment, str]]:
    if period.year:
        yield Moment(period.year), "at"
    for kind in ("at", "since", "until"):
        if value := getattr(period, kind):
            yield Moment.parse(value), kind


def _compare(
    case: Case, says: list[SaidDate], wanted: Moment, kind: str, missing: list[str], spans: list[Span]
) -> None:
    """Each component against the nearest date that has it; the ends of a stretch against any, with their words."""
    for name in ("year", "month", "day", "part"):
        want = getattr(wanted, name)
        having = [said for said in says if want is not None and getattr(said.moment, name) is not None]
        having = [said for said in having if (not said.compared or kind == "since") and said.bound in ("", kind)]
        among = (
            having
            if kind != "at"
            else [said for said in having[:1] if not BEFORE.match(case.article.bare.text, said.end)]
        )
        fitting = (s for s in among if getattr(s.moment, name) == want and (kind == "at" or bounds(case, s, kind)))
        if fit := next(fitting, None):
            spans.append((fit.start, fit.end))
            if fit.inferred:
                missing.append(say("period.names_no_year", words=_text(case, fit)))
        elif want is not None:
            what = say(f"when.{kind if kind != 'at' else name}")
            said = say("period.sentence", what=what, want=want, words=_text(case, having[0])) if having else ""
            missing.append(said or say("period.no_word", what=what, want=want))


def bounds(case: Case, said: SaidDate, kind: str) -> bool:
    """自2012年6月, 2012年6月起, 2016至2018年, 从去年11月到今年5月: does a stretch begin (or end) with this date?"""
    text = case.article.bare.text
    if said.bound or _FIRST_MONTHS.match(text, said.end):
        return said.bound in ("", kind)
    start, end = with_its_year(case, said)
    before, after = text[:start], text[end : end + 20]
    if PLAN.match(text, said.start) or (said.compared and kind == "since"):
        return True
    if after.startswith("的") or (RELATIVE.match(text, said.start) and end == said.end):
        return False  # 由2015年的21.4亿元增至…; 今年以来 is the year to date
    if kind == "since":
        return bool(before.endswith(("自", "从", "由")) or _SINCE.search(after) or re.match(r"[-—–~至到]", after))
    return bool(before.endswith(tuple("至到止—–~-")) or re.match(r"[以之]?前(?![两二三23]个?季)|止", after))


def with_its_year(case: Case, said: SaidDate) -> Span:
    """去年11月: the year in relation to the article's date, and what it is the year of, are one date."""
    text = case.article.bare.text
    if relative := RELATIVE.match(text, said.start):
        found = next((n for n in case.article.numerals if n.start == relative.end() and n.date), None)
        return said.start, found.end if found else said.end
    led = re.search(r"(?:今|本|去|上|上一|明)年$", text[max(0, said.start - 3) : said.start])
    return said.start - (len(led[0]) if led else 0), said.end


def _text(case: Case, said: SaidDate) -> str:
    return case.article.bare.text[said.start : said.end]


def _leads(case: Case, span: Span) -> bool:
    """Does the date open its clause, so that it may govern what follows? 2020年改造的53个楼院 does not."""
    text = case.article.bare.text
    at = next((said.start for said in said_in(case, span)), span[0])
    return _opens(case, at) and not re.match(
        rf"(?![^,;。]{{0,14}}{EVENT})[^,;。]{{0,14}}的[0-9一二两三四五六七八九十]", text[at:]
    )


def where_of(case: Case, where: str, quote: Span) -> Span | str:
    """Where the words of `where` stand before a quote; or what is wrong with them."""
    spans = [span for span in case.article.find(where) if span[0] <= quote[0]]
    if not spans:
        return say("period.where_not_before")
    span = max(spans)
    if not _leads(case, span):
        return say("period.where_beside_only")
    if quote[0] - span[1] > _FAR:
        return say("period.where_far", n=quote[0] - span[1])
    named = {said.moment.year for said in said_in(case, span)} - {None}
    between = [s for s in said_in(case, (span[1], quote[0])) if named and s.moment.year and s.moment.year not in named]
    return say("period.where_between", words=_text(case, between[-1])) if between else span
