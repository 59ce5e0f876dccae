"""What an article says of itself: its subdistrict, district, headline, authors and date."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from bulletin.content.model import Both
from bulletin.desk.worksheet.facts import FactStub
from bulletin.desk.worksheet.latin import in_latin
from bulletin.desk.worksheet.wording import TODO, Wording, wording
from bulletin.evidence.article import Article
from bulletin.evidence.article_date import own_date
from bulletin.evidence.case import Case

_CLEAR = re.compile(
    r"(?:^|(?<=[^\u4e00-\u9fff区县市])|(?<=[区县市]))([\u4e00-\u9fff]{2,4}?(?:街道|镇|(?<!城)乡))(?![村居企贤愁土里])"
)
_FURNITURE = re.compile(
    r"^(?:来源|作者|本报|编辑|责[任编]|发布|时间|日期|字号|字体|浏览|点击|阅读|分享|标签|关键词|主办|版权|电话|地址|首页|返回|[上下]一|打印|当前位置|您)"
)
_NO_PLACE = re.compile(
    r"[年月日时我你他们]|代表|带领|全体|[任兼]|^(?:城|乡|村|小|全|区|该|各|本|在|和|与|由|以|对|从|是|为|了|到|让|把)|[的个该各]|街道|社区"
)
_COUNTY = re.compile(r"(?=([\u4e00-\u9fff]{2,3}(?:自治县|县|旗|市|(?<![社小园片城地景厂校山库辖街院灾发范牧置])区)))")
_NO_COUNTY = re.compile(
    r"^[一二三四五六七八九十两全该各本这那每在和与由被是为了省市]|[省市区县的]..|[城都门超集夜菜全]市|全[县区]"
)
_PLACE_LINE = re.compile(
    r"(?P<within>(?:[\u4e00-\u9fff]{2,6}?[省市])?(?:[\u4e00-\u9fff]{2,6}?[区县旗市])?)"
    r"(?P<place>[\u4e00-\u9fff]{2,14}(?:街道|镇|乡))(?P<more>[:：].*)?"
)
"""朔岭市北郭区青渡街道, on a line of its own or before a colon."""
_PRINTED = re.compile(r"(20\d\d)年(\d\d?)月(\d\d?)日")
_IN_MARKS = re.compile(r"[(（]([^()（）]{0,12}记者[^()（）]{2,24})[)）]")
_DAY = re.compile(r"(?:20\d\d年)?\d\d?月\d\d?日|20\d\d[-/.]\d\d?[-/.]\d\d?")
_PAPER = re.compile("报|刊|版|网|来源|发布")
_ISO = re.compile(
    r"(?<![\d/])(20\d\d)[-/.](\d\d?)[-/.](\d\d?)(?!\d)|^\W*(20\d\d)年(\d\d?)月(\d\d?)日\W*$", re.MULTILINE
)
_SAYS_MORE = re.compile(rf"\d|[|>。]|记者|{_FURNITURE.pattern}")
_TO_COME = re.compile(r"(?<!截)[至到—–~-]$|(?:力争|争取|计划|预计|规划|将于|拟于|确保)[^,。;]{0,6}$")
_LAST_YEAR, _THIS = re.compile("(?<![比较])去年(?!同期)"), re.compile("今年|本年")
"""Who says 去年 and never 今年 writes in the year after the last that is told."""
HEADER = 400
"""Characters of an article in which a page's date is looked for."""


@dataclass(frozen=True, slots=True)
class Heading:
    """All guesses; what could not be guessed is TODO. `dated` is a moment, `--` when no year is named."""

    place: Wording
    within: Wording
    headline: Wording
    byline: Wording | None
    dated: str
    stated: bool


def placed(case: Case, name: str = "") -> Case:
    """A case that knows its place: as the first lines name it, else as the text does; `name`: of the content file."""
    named = _place_line(case)
    place = named["place"] if named else place_of(case.article.bare.text)
    said = wording(case, place) if place else Wording("", "")
    latin = in_latin(place, name) if TODO in said.en else ""
    known = Both.model_construct(zh=said.zh, en=latin or said.en)
    return replace(case, content=case.content.model_copy(update={"place": known}))


def _byline(line: str) -> str:
    """本报讯(记者 沈禾)…: who stands between the marks."""
    within = _IN_MARKS.search(line)
    return within[1] if within else _DAY.sub("", line).strip()


def _lines(case: Case) -> list[str]:
    return [line.strip() for line in case.article.text.splitlines() if line.strip()]


def _place_line(case: Case) -> re.Match[str] | None:
    return next((match for line in _lines(case)[:12] if (match := _PLACE_LINE.fullmatch(line))), None)


def heading(case: Case, facts: list[FactStub]) -> Heading:
    """Reads the first lines, and the whole text; the case knows its place."""
    text, lines, named = case.article.bare.text, _lines(case), _place_line(case)
    place = case.content.place.zh
    within = (named and named["within"]) or _city(case.article.text, _within(text, place))
    dated, stated = _dated(case.article, facts)
    byline = next(
        (_byline(line) for line in lines if "记者" in line and (len(line) < 60 or _IN_MARKS.search(line))), ""
    )
    return Heading(
        Wording(place, case.content.place.en) if place else Wording(),
        wording(case, within) if within else Wording(),
        wording(case, _headline(lines, place)),
        wording(case, byline.strip("()（） ")) if byline else None,
        dated,
        stated,
    )


def place_of(text: str) -> str:
    """The subdistrict, town or township that the article names most; the county or city where none is named twice."""
    found: Counter[str] = Counter()
    for match in re.finditer(r"(?=([\u4e00-\u9fff]{2,4})(街道|镇|(?<!城)乡)(?![村居企贤愁土里]))", text):
        if not _NO_PLACE.search(match[1]):
            found[match[1] + match[2]] += 1
    most = max(found.values(), default=0)
    if most < 2:
        if county := _county_of(text):
            return county
        clear = (match[1] for match in _CLEAR.finditer(text) if not _NO_PLACE.search(match[1][:-2]))
        return next(clear, "")
    often = [name for name, count in found.items() if count >= max(0.6 * most, 2)]
    first = max(often, key=lambda name: (found[name], -text.find(name)))
    return max((name for name in often if name.endswith(first) or first.endswith(name)), key=len)


def _county_of(text: str) -> str:
    """The county, district or city that the article speaks of, most often and more than once."""
    found = Counter(match[1] for match in _COUNTY.finditer(text) if not _NO_COUNTY.search(match[1]))
    name, count = max(found.items(), key=lambda one: (one[1], -len(one[0])), default=("", 0))
    return name if count > 1 else ""


def _within(text: str, place: str) -> str:
    """The district, county, city or province that stands right before the place, somewhere."""
    if not place:
        return ""
    pattern = rf"([\u4e00-\u9fff]{{2}}(?:回族)?(?:区|县|市|省)){re.escape(place)}"
    found = Counter(name for name in re.findall(pattern, text) if not re.search("[的在对和]|辖区|社区", name))
    if not found and (
        told := re.search(rf"{re.escape(place)}(?:位于|地处|隶属于?|是)([\u4e00-\u9fff]{{2,6}}?[市区县])", text)
    ):
        return told[1]
    return found.most_common(1)[0][0] if found else ""


def _city(text: str, within: str) -> str:
    """河西区 with the city right before it, 永宁市河西区, where the article writes them together."""
    found = (
        re.search(rf"(?m:^|[^\u4e00-\u9fff]|地处|位于|隶属于?)([\u4e00-\u9fff]{{2,3}}市){re.escape(within)}", text)
        if within
        else None
    )
    return found[1] + within if found else within


def _headline(lines: list[str], place: str) -> str:
    """The first line that names the place, or the first that is no page furniture."""
    stem = re.sub("街道$|镇$|乡$", "", place)
    titles = [line for line in lines[:12] if 6 <= len(line) <= 60 and not _SAYS_MORE.search(line)]
    titles = [line for line in titles if not line.startswith(("—", "--"))] or titles
    titles = [line for line in titles if not (named := _PLACE_LINE.fullmatch(line)) or named["more"]]
    return next((line for line in titles if stem and stem in line), titles[0] if titles else "")


def _dated(article: Article, facts: list[FactStub]) -> tuple[str, bool]:
    """The date in the page's header; else the last year that the article tells as past; none that is to come."""
    printed = (line for line in article.text[:HEADER].split("\n")[:4] if len(line) <= 40 and _PAPER.search(line))
    if match := _ISO.search(article.text[:HEADER]) or _PRINTED.search("\n".join(printed)):
        year, month, day = (part for part in match.groups() if part)
        return f"{year}-{int(month):02}-{int(day):02}", True
    if said := own_date(article):
        return said, True
    dates = [(f.numeral, f.numeral.date) for f in facts if f.status in ("achieved", "under_way")]
    past = [
        date[:4] for n, date in dates if date and date[0] != "-" and not _TO_COME.search(article.bare.text, 0, n.start)
    ]
    last = max(past, default="--")
    tells_the_year_before = (
        last != "--" and _LAST_YEAR.search(article.bare.text) and not _THIS.search(article.bare.text)
    )
    return f"{int(last) + 1}" if tells_the_year_before else last, False
