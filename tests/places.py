"""Projects of as many places as a test wants: invented places, each with an article and a content file of its own.

The articles share their sentences; names, numbers, dates, honours, projects and the terms they use differ from place to
place, as do the things that an article may leave out.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import PUBLICATION, ROOT

NAMES = (
    ("柳林", "Liulin"),
    ("白杨", "Baiyang"),
    ("青石桥", "Qingshiqiao"),
    ("东风渠", "Dongfengqu"),
    ("南湖", "Nanhu"),
    ("黄河滩生态示范", "Huanghetan Shengtai Shifan"),
    ("双塔", "Shuangta"),
    ("望河", "Wanghe"),
    ("槐荫里", "Huaiyinli"),
    ("石佛堰", "Shifoyan"),
    ("长堤", "Changdi"),
    ("北关外", "Beiguanwai"),
    ("梧桐", "Wutong"),
    ("银杏岭", "Yinxingling"),
    ("竹园", "Zhuyuan"),
    ("大钟楼", "Dazhonglou"),
    ("清泉", "Qingquan"),
    ("月牙湾", "Yueyawan"),
    ("桃花坞", "Taohuawu"),
    ("古槐", "Guhuai"),
    ("枣庄营", "Zaozhuangying"),
    ("龙潭", "Longtan"),
    ("马连道", "Maliandao"),
    ("红叶", "Hongye"),
    ("杏林", "Xinglin"),
    ("永安渡", "Yongandu"),
    ("翠屏", "Cuiping"),
    ("石榴坡", "Shiliupo"),
    ("金雀", "Jinque"),
    ("沙口", "Shakou"),
    ("松涛", "Songtao"),
    ("荷塘", "Hetang"),
    ("牡丹台", "Mudantai"),
    ("鹤鸣", "Heming"),
    ("芦花荡", "Luhuadang"),
    ("凤栖", "Fengqi"),
    ("麦岭", "Mailing"),
    ("雁鸣湖", "Yanminghu"),
    ("碧波", "Bibo"),
    ("兰亭", "Lanting"),
)
"""Forty places; one has a name that charts need a short form of."""
ACCENTS = ("teal", "plum", "forest", "bronze", "indigo")
HONOURS = (
    ("national", "全国卫生先进单位", "National Advanced Unit in Sanitation"),
    ("provincial", "河南省文明单位", "Civilized Unit of Henan Province"),
    ("municipal", "郑州市文明单位", "Civilized Unit of Zhengzhou"),
    ("municipal", "郑州市平安单位", "Safe Unit of Zhengzhou"),
    ("county", "金水区文明单位", "Civilized Unit of Jinshui District"),
)
GLOSSARY = """terms:
  - zh: 两学一做
    en: "Two Studies, One Action"
    kind: slogan
    explain: {zh: 党员学习教育的名称, en: a campaign of study for Party members}
  - {zh: 路长制, en: street-chief system, explain: {zh: 每条路有一人负责, en: each street has an official in charge}}
  - {zh: 网格管理, en: grid management, explain: {zh: 街道分成小块管理, en: a subdistrict is run in small squares}}
  - {zh: 文明单位, en: civilized unit, also: [Civilized Unit]}
  - {zh: 平安单位, en: safe unit, also: [Safe Unit]}
"""
MINIMAL = """title: {zh: <places>份快照, en: <places> snapshots}
"""


@dataclass(frozen=True)
class Place:
    """What the article of one place says; `at` decides what it has."""

    at: int

    @property
    def zh(self) -> str:
        return NAMES[self.at][0]

    @property
    def en(self) -> str:
        return NAMES[self.at][1]

    @property
    def name(self) -> str:
        """The name of its files."""
        return self.en.lower().replace(" ", "_")

    @property
    def year(self) -> int:
        return 2013 + self.at * 7 % 9

    @property
    def dated(self) -> bool:
        """Does the article bear its date?"""
        return self.at % 4 == 1

    @property
    def undated(self) -> bool:
        """Is nothing known of when the article is from?"""
        return self.at % 16 == 7

    @property
    def honours(self) -> tuple[tuple[str, str, str], ...]:
        """Every third article lists none."""
        return () if self.at % 3 == 2 else HONOURS[self.at % 2 : 2 + self.at % 4]

    @property
    def listed_more(self) -> bool:
        return bool(self.honours) and self.at % 5 == 0

    @property
    def with_project(self) -> bool:
        return self.at % 2 == 0

    @property
    def with_plan(self) -> bool:
        return self.at % 3 != 1

    @property
    def terms(self) -> tuple[str, ...]:
        return tuple(
            term
            for term, there in (
                ("两学一做", self.at % 2 == 0),
                ("路长制", self.at % 3 != 2),
                ("网格管理", self.at % 5 in (0, 1)),
            )
            if there
        )

    @property
    def parks(self) -> int:
        return 3 + self.at * 5 % 11

    @property
    def trees(self) -> int:
        return 1200 + self.at * 731 % 5000

    @property
    def communities(self) -> int:
        return 4 + self.at * 3 % 9

    @property
    def households(self) -> int:
        return 3100 + self.at * 1777 % 16000

    @property
    def courtyards(self) -> int:
        return 12 + self.at * 13 % 90

    @property
    def names_its_year(self) -> bool:
        """Does the sentence of the figures name a year? Elsewhere it is inferred."""
        return self.at % 2 == 1

    @property
    def when(self) -> str:
        return f"{self.year}年" if self.names_its_year else "今年"

    @property
    def doubted(self) -> bool:
        """Is the number of its households in doubt?"""
        return self.at % 7 == 3

    def article(self) -> str:
        lines = [f"{self.zh}街道的秋天", ""]
        lines += [f"发布日期：{self.year}-11-18", ""] if self.dated else []
        lines.append(f"{self.when},{self.zh}街道新建游园{self.parks}个,植树{self.trees}余株。")
        if self.with_plan:
            lines.append(f"街道计划改造老旧楼院{self.courtyards}处。")
        if self.with_project:
            lines.append(f"{self.year}年9月,管网改造项目完工。")
        lines.append(f"目前,{self.communities}个社区共有居民{self.households}户。")
        if self.honours:
            listed = "、".join(zh for _, zh, _ in self.honours)
            lines.append(f"街道荣获{listed}{'等荣誉称号' if self.listed_more else ''}。")
        for term, sentence in (
            ("两学一做", "党员参加“两学一做”学习教育。"),
            ("路长制", "街道推行路长制。"),
            ("网格管理", "社区实行网格管理。"),
        ):
            lines += [sentence] if term in self.terms else []
        return "\n".join(lines) + "\n"

    def content(self) -> str:
        return "\n".join((*self._head(), *self._facts(), *self._story(), *self._rest())) + "\n"

    def _head(self) -> Iterator[str]:
        yield f"name: {self.name}"
        yield f"place: {{zh: {self.zh}街道, en: {self.en} Subdistrict}}"
        if len(self.zh) > 4:
            yield "short: {zh: 黄河滩, en: Huanghetan}"
        yield "within: {zh: 郑州市, en: Zhengzhou}"
        yield f"accent: {ACCENTS[self.at % 5]}"
        yield f"article: {self.name}.txt"
        value = f"{self.year}-11-18" if self.dated else "--" if self.undated else f"{self.year} end"
        yield f'dated: {{value: "{value}", stated: {str(self.dated).lower()}}}'
        yield "source:"
        yield f"  headline: {{zh: {self.zh}街道的秋天, en: Autumn in {self.en}}}"

    def _facts(self) -> Iterator[str]:
        yield "facts:"
        of = [
            ("parks", self.parks, "个", "pocket park", "新建游园", "new pocket parks", f"新建游园{self.parks}个"),
            ("trees", self.trees, "株", "tree", "植树", "trees planted", f"植树{self.trees}余株"),
        ]
        both = f"{self.communities}个社区共有居民{self.households}户"
        of += [
            ("communities", self.communities, "个", "community", "社区", "communities", both),
            ("households", self.households, "户", "household", "居民户数", "households", both),
        ]
        if self.with_plan:
            quote = f"改造老旧楼院{self.courtyards}处"
            of.append(
                ("courtyards", self.courtyards, "处", "courtyard", "改造老旧楼院", "old courtyards to renovate", quote)
            )
        for id, value, unit, en, label_zh, label_en, quote in of:
            plural = f"{en[:-1]}ies" if en.endswith("y") else f"{en}s"
            yield f"  {id}:"
            yield f"    value: {value}"
            if id == "trees":
                yield "    approx: over"
            yield f"    unit: {{zh: {unit}, en: {{one: {en}, other: {plural}}}}}"
            yield f"    label: {{zh: {label_zh}, en: {label_en}}}"
            yield f"    quote: {quote}"
            if id in ("parks", "trees"):
                yield f"    period: {{year: {self.year}, stated: {str(self.names_its_year).lower()}}}"
            status = {"parks": "achieved", "trees": "achieved", "courtyards": "planned"}.get(id, "standing")
            yield f"    status: {status}"
            if id == "households" and self.doubted:
                yield "    doubt: {zh: 与户籍数不合, en: It does not agree with the register.}"
        if self.with_project:
            yield "  done:"
            yield f'    date: "{self.year}-09"'
            yield "    label: {zh: 完工, en: completion}"
            yield f"    quote: {self.year}年9月,管网改造项目完工"
            yield "    status: achieved"
        if self.names_its_year:
            yield "  since:"
            yield f'    date: "{self.year}"'
            yield "    label: {zh: 年份, en: year}"
            yield f"    quote: {self.year}年,{self.zh}街道新建"
            yield "    status: achieved"

    def _story(self) -> Iterator[str]:
        yield "key_figures: [{of: [parks]}, {of: [trees]}, {of: [communities]}]"
        yield "stories:"
        yield "  - id: green"
        yield "    theme: environment"
        yield f"    title: {{zh: {self.zh}新建游园, en: Pocket parks are built in {self.en}}}"
        yield "    paragraphs:"
        since = self.names_its_year
        yield f"      - zh: {'<since>，' if since else ''}街道新建游园<parks>，植树<trees>。"
        yield f"        en: {'In <since> the' if since else 'The'} subdistrict built <parks> and planted <trees>."
        yield "      - zh: <communities>社区有居民<households>。"
        yield "        en: <communities> hold <households>."
        for term, said in (("路长制", "a street-chief system"), ("网格管理", "grid management")):
            if term in self.terms:
                yield f"      - {{zh: 街道实行{term}。, en: The subdistrict has {said}.}}"
        if self.with_plan:
            yield "      - zh: 计划改造老旧楼院<courtyards>。"
            yield "        en: It is planned to renovate <courtyards>."

    def _rest(self) -> Iterator[str]:
        pages = ["honours"] if self.honours else []
        if self.with_project:
            pages.append("projects")
            yield "tracker: {title: {zh: 项目进度, en: How far the projects are}}"
            yield "projects:"
            yield "  - name: {zh: 管网改造项目, en: Pipe renewal}"
            yield "    status: achieved"
            yield "    stage: {marks: [done], label: {zh: 完工, en: done}}"
            yield "    done: {zh: <done>完工, en: Finished in <done>}"
            yield "    quote: 管网改造项目完工"
        if self.honours:
            yield "honours:"
            for level, zh, en in self.honours:
                yield f"  - {{name: {{zh: {zh}, en: {en}}}, level: {level}, quote: {zh}}}"
        if self.listed_more:
            yield "honours_more: 等荣誉称号"
        if explained := [term for term in self.terms if term != "两学一做"]:
            pages.append("terms")
            yield f"terms: [{', '.join(explained)}]"
        if self.doubted:
            english = "The figure of <households> is in doubt: it does not agree with the register."
            yield f'notes: [{{zh: <households>存疑：与户籍数不合。, en: "{english}"}}]'
        if self.dated:
            yield f'left_out: [{{quote: "发布日期：{self.year}-11-18", why: the date of the article}}]'
        yield "pages:"
        yield "  - [key_figures, green]"
        yield f"  - [{', '.join((*pages, 'evidence', 'notes'))}]"


def write_places(folder: Path, count: int, summary: str | None = MINIMAL) -> list[Place]:
    """A project of the first so many places, with the real templates; `summary`: the summary's file, if any."""
    shutil.copytree(ROOT / "templates", folder / "templates")
    for name in ("content", "seeds"):
        (folder / name).mkdir()
    places = [Place(at) for at in range(count)]
    for place in places:
        (folder / "seeds" / f"{place.name}.txt").write_text(place.article(), encoding="utf-8")
        (folder / "content" / f"{place.name}.yaml").write_text(place.content(), encoding="utf-8")
    (folder / "content" / "glossary.yaml").write_text(GLOSSARY, encoding="utf-8")
    (folder / "content" / "publication.yaml").write_text(PUBLICATION, encoding="utf-8")
    if summary is not None:
        (folder / "content" / "summary.yaml").write_text(summary, encoding="utf-8")
    return places


def composed_by_hand(places: list[Place]) -> str:
    """A summary whose pages somebody has laid out, with every kind of plate that compares places."""
    order = sorted(places, key=lambda place: (place.undated, place.year, not place.dated))
    cells = {
        id: [
            f"{{subdistrict: {p.name}, of: {p.name}.{id}}}"
            if id != "courtyards" or p.with_plan
            else f"{{subdistrict: {p.name}, unstated: [老旧楼院]}}"
            for p in order
        ]
        for id in ("households", "communities", "courtyards")
    }
    titles = {"households": "居民户数, en: Households", "communities": "社区, en: Communities"}
    panels = "".join(
        f"          - title: {{zh: {titles.get(id, '改造老旧楼院, en: Old courtyards to renovate')}}}\n"
        f"            cells: [{', '.join(each)}]\n"
        for id, each in cells.items()
    )
    spans = "".join(f"          - {{of: {p.name}.parks, text: {{zh: 新建游园, en: pocket parks}}}}\n" for p in order)
    findings = "".join(
        f"  - subdistrict: {p.name}\n"
        f"    text: {{zh: 植树<{p.name}.trees>。, en: <{p.name}.trees> were planted.}}\n"
        f"    figures: [{{of: {p.name}.parks}}, {{of: {p.name}.communities}}]\n"
        for p in order
    )
    bars = "".join(f"          - of: {p.name}.parks\n" for p in order)
    holders = ", ".join(p.name for p in order if p.with_project)
    return f"""name: summary
title: {{zh: 街道合编, en: Subdistricts in summary}}
within: {{zh: 郑州市的街道, en: Subdistricts of Zhengzhou}}
order: [{", ".join(p.name for p in order)}]
findings_title: {{zh: 各有所述, en: Each on its own}}
findings:
{findings}pages:
  - plates:
      - kind: spans
        title: {{zh: 各篇的时间, en: When the facts are from}}
        spans:
{spans}  - title: {{zh: 并排, en: Side by side}}
    plates:
      - kind: panels
        title: {{zh: 各街道情况, en: The subdistricts}}
        panels:
{panels}      - kind: bars
        title: {{zh: 新建游园, en: New pocket parks}}
        bars:
{bars}      - kind: levels
        title: {{zh: 荣誉的级别, en: Honors by level}}
      - kind: honours
        title: {{zh: 同名荣誉, en: Same honor}}
        names: [文明单位]
  - title: {{zh: 名称与项目, en: Names and projects}}
    plates:
      - kind: matrix
        title: {{zh: 各篇用词, en: Terms of the articles}}
        terms: [两学一做, 路长制, 网格管理]
      - kind: projects
        title: {{zh: 各街道的项目, en: Projects of the subdistricts}}
        subdistricts: [{holders}]
      - kind: terms
        title: {{zh: 词语, en: Terms}}
        terms: [两学一做, 路长制, 网格管理]
      - kind: sources
        title: {{zh: 来源, en: Sources}}
"""
