# ruff: noqa: E501  the words of a page stand on one line

"""An edition made by hand: every type of block, with the words of a real bulletin."""

from __future__ import annotations

import re
import struct
import zlib
from dataclasses import dataclass, replace
from fractions import Fraction

from bulletin.blocks.briefs.edit import Brief, Briefs
from bulletin.blocks.evidence.edit import Evidence, EvidenceRow, QuotePiece
from bulletin.blocks.honours.edit import HonourRow, Honours
from bulletin.blocks.key_figures.edit import KeyFigure, KeyFigures
from bulletin.blocks.notes.edit import Notes
from bulletin.blocks.projects.edit import Tracker, TrackerRow
from bulletin.blocks.story.edit import Paragraph, Story
from bulletin.blocks.terms.edit import TermEntry, Terms
from bulletin.edition.blocks import (
    Amount,
    Both,
    Break,
    Caption,
    ChartPlate,
    Datum,
    Edition,
    Figure,
    Inline,
    Line,
    Masthead,
    Page,
    Pair,
    PlateRow,
    Run,
    StripItem,
)
from bulletin.plates.bars.edit import BarsSpec
from bulletin.plates.list.edit import ListingPlate
from bulletin.plates.strip.edit import StripPlate
from bulletin.plates.table.edit import TableCell, TextTable
from tests.conftest import house_words

_TOKEN = re.compile(r"<(\w+) ([^>]*?)(?: (\d+))?>|\*\*(.+?)\*\*|(\n)|([^<*\n]+)")


def line(text: str) -> Line:
    """`<fact printed text row>` is a figure; `**…**` is bold; a line end is a break."""
    pieces: list[Inline] = []
    for fact, printed, row, bold, end, words in _TOKEN.findall(text):
        if fact:
            pieces.append(Figure(printed, fact, int(row) if row else None))
        elif end:
            pieces.append(Break())
        else:
            pieces.append(Run(bold or words, bold=bool(bold)))
    return tuple(pieces)


def pair(zh: str, en: str, path: str = "") -> Pair:
    return Pair(line(zh), line(en), path)


def caption(
    path: str, zh: str, en: str, unit: tuple[str, str] | None = None, note: tuple[str, str] | None = None
) -> Caption:
    return Caption(
        pair(zh, en, f"{path}.title"),
        pair(*unit, f"{path}.line") if unit else None,
        pair(*note, f"{path}.note") if note else None,
    )


def amount(number: str, zh: str, en: str, fact: str, row: int | None = None) -> Amount:
    return Amount(number, Both(zh, en), fact, row)


@dataclass(frozen=True)
class Drawn:
    """A picture as the charts package gives it."""

    svg: bytes
    png: bytes
    width_mm: float
    height_mm: float
    alt: Both


def drawn(width_mm: float, height_mm: float, alt: Both, shares: tuple[float, ...]) -> Drawn:
    """Grey bars, as SVG and as PNG."""
    columns, rows = int(width_mm * 4), int(height_mm * 4)
    bars = "".join(
        f'<rect x="0" y="{height_mm * i / len(shares):.2f}" width="{width_mm * share:.2f}" height="4" fill="#0b4f6c"/>'
        for i, share in enumerate(shares)
    )
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width_mm}mm" height="{height_mm}mm" '
        f'viewBox="0 0 {width_mm} {height_mm}">{bars}</svg>'
    )
    lines = []
    for y in range(rows):
        place, inside = divmod(y * len(shares), rows)
        filled = int(columns * shares[place]) if inside < rows * 0.6 else 0
        lines.append(b"\0" + b"\x0b\x4f\x6c" * filled + b"\xf4\xf6\xf7" * (columns - filled))
    return Drawn(svg.encode(), _png(columns, rows, b"".join(lines)), width_mm, height_mm, alt)


def _png(width: int, height: int, lines: bytes) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(lines)) + chunk(b"IEND", b"")


def charts() -> dict[str, Drawn]:
    return {
        "hazards": drawn(
            85,
            42,
            Both("排查隐患5400余条，立即整改4500余条", "More than 5,400 hazards, 4,500 fixed at once"),
            (1, 0.83, 0.17),
        ),
        "homes": drawn(85, 42, Both("各期套数", "Flats by phase"), (1, 0.36, 0.29, 0.17, 0.11)),
        "cleaning": drawn(85, 36, Both("五项作业面积", "Areas of five jobs"), (1, 0.2, 0.15, 0.02, 0.01)),
        "timeline": drawn(178, 40, Both("2012至2019年的事件", "Events from 2012 to 2019"), (0.2, 0.6, 0.9)),
    }


def _datum(fact: str, zh: str, en: str, value: int, row: int | None = None) -> Datum:
    return Datum(fact, Both(zh, en), Fraction(value), f"{value:,}", Both(f"{value}", f"{value:,}"), "done", row)


HAZARDS = ChartPlate(
    caption("stories.0.plates.0", "排查隐患<found 5400余条 4>，六分之五立即整改", "Five in six of <found 5,400-plus hazards 4> were fixed at once",
            ("每格约100条，2018年网格排查", "One square = about 100 hazards, 2018"),
            ("来源：街道办事处，据2018年报道", "Source: subdistrict office, 2018 report")),
    BarsSpec((_datum("found", "排查", "found", 5400, 4), _datum("fixed", "立即整改", "fixed at once", 4500, 4))),
    "half", "hazards",
)  # fmt: skip
HOMES = ChartPlate(
    caption("stories.0.plates.1", "安置房过半在石寨村一期", "Shizhai phase 1 holds over half of the resettlement flats",
            ("套，已公布套数的项目", "Flats, projects with a published count"),
            ("冯寨、康寨只公布户数，未计入", "Fengzhai, Kangzhai: households only")),
    BarsSpec((_datum("flats", "石寨村一期", "Shizhai phase 1", 1141, 5), _datum("only_drawn", "吉家寨村", "Jijiazhai", 408, 6))),
    "half", "homes",
)  # fmt: skip
CLEANING = ChartPlate(
    caption("stories.2.plates.0", "五项保洁作业，清扫路面面积最大", "Of five cleaning jobs, sweeping covered the most ground",
            ("平方米，截至成文累计", "Square metres, total to the time of writing")),
    BarsSpec((_datum("swept", "清扫路面", "Roads swept", 19970),)), "half", "cleaning",
)  # fmt: skip
TIMELINE = ChartPlate(
    caption("timeline", "2012至2019：已经发生的，还在计划的", "2012 to 2019: what has happened, what is planned"),
    BarsSpec((_datum("swept", "清扫路面", "Roads swept", 19970),)), "full", "timeline",
)  # fmt: skip
STRIP = StripPlate(
    caption("stories.1.plates.0", "六类积分活动，四类有数字", "Six scored activities, four with a figure",
            ("2018年6月起累计", "Totals since June 2018")),
    (
        StripItem(pair("排查走访", "Home visits", "strip.0"), amount("6,250+", "户", "households", "visits", 3)),
        StripItem(pair("结对帮扶", "Pairing up", "strip.1"), amount("2,820+", "户", "households", "paired", 3)),
        StripItem(pair("化解矛盾", "Settling disputes", "strip.2"), None),
        StripItem(pair("解决困难", "Solving problems", "strip.3"), None),
        StripItem(pair("轮岗值班", "Turns on duty", "strip.4"), amount("1,120+", "名党员", "members", "members", 3)),
        StripItem(pair("志愿服务", "Volunteering", "strip.5"), amount("150+", "次", "occasions", "volunteering", 3)),
    ),
    "strip",
)  # fmt: skip
LISTING = ListingPlate(
    caption("stories.2.plates.1", "安全：演练20次，宣传7次", "Safety: 20 drills, seven outreach events",
            ("2018年，截至成文", "2018, to the time of writing")),
    (
        StripItem(pair("安全宣传进社区、村、企业", "Safety outreach events", "list.0"), amount("7", "次", "", "outreach", 7)),
        StripItem(pair("应急预案演练", "Emergency drills", "list.1"), amount("20", "次", "", "drills", 7)),
        StripItem(pair("取缔小作坊", "Small workshops closed down", "list.2"), amount("2", "家", "", "shops", 7)),
    ),
    "listing",
)  # fmt: skip

LEAD = Story(
    "rail", Both("轨道交通", "Rail"),
    pair("首台郑州城郊列车\n在京城路街道交付", "Zhengzhou’s first suburban train\nis delivered from Jingchenglu", "stories.0.title"),
    (
        Paragraph(pair("<first 11月11日 1>，位于荥阳京城路街道的郑州中车交付首台郑州城郊列车。列车将在郑州轨道交通2号线南四环站至郑州南站之间运行。",
                       "On <first Nov. 11 1> CRRC’s Zhengzhou plant, in Jingchenglu Subdistrict, Xingyang, delivered the first train for the Zhengzhou suburban line. It will run on Metro Line 2 between Nansihuan and Zhengzhou South stations.",
                       "stories.0.paragraphs.0")),
        Paragraph(pair("在<area 15.75平方公里 2>的辖区内，以中车、明泰、中原利达等为代表的轨道交通造修产业链正在做大做强；以植物园、禹锡园、体育馆为核心的休闲娱乐中心**日趋完善**。",
                       "Within the subdistrict’s <area 15.75 square kilometres 2>, a chain of firms that build and repair rail equipment, led by CRRC, Mingtai and Zhongyuan Lida, is growing. A leisure quarter around the botanical garden, Yuxi Park and the sports center is **taking shape**.",
                       "stories.0.paragraphs.1")),
    ),
    (PlateRow((HAZARDS, HOMES)),), lead=True,
)  # fmt: skip
PARTY = Story(
    "party", Both("党的建设", "Party building"),
    pair("近千万元投向村级党建阵地", "Nearly 10 million yuan for village venues", "stories.1.title"),
    (
        Paragraph(pair("近年在建的“一千一百”工程，是千余平方米的党群综合服务中心；进度未述。累计走访群众<visits 6250余户 3>。",
                       "“One Thousand, One Hundred”, under way in recent years, is a Party-mass service center; progress is not stated. Members visited <visits more than 6,250 households 3>.",
                       "stories.1.paragraphs.0")),
    ),
    (PlateRow((STRIP,)),),
)  # fmt: skip
SAFETY = Story(
    "safety", Both("社会治理", "Governance"),
    pair("查隐患、治大气、清街巷", "Checking hazards, air and streets", "stories.2.title"),
    (
        Paragraph(pair("今年各级网格查出隐患<found 5400余条 4>，<fixed 4500余条 4>当即整改。", "This year grid workers found <found over 5,400 hazards 4>; <fixed over 4,500 4> were fixed at once.",
                       "stories.2.paragraphs.0"), pair("安全", "Safety", "stories.2.paragraphs.0.head")),
        Paragraph(pair("督促落实“8个100%”标准。", "Grid workers see that the “Eight 100-Percents” standard is kept.", "stories.2.paragraphs.1"),
                  pair("大气", "Air", "stories.2.paragraphs.1.head")),
    ),
    (PlateRow((CLEANING, LISTING)), PlateRow((TIMELINE,))),
)  # fmt: skip
BRIEFS = Briefs((
    Brief(pair("党员走访", "Door to door", "briefs.0.title"),
          pair("<members 1120余名 3>党员纳入积分管理。", "<members More than 1,120 3> Party members joined.", "briefs.0.text")),
    Brief(pair("大气治理", "Clean air", "briefs.1.title"), pair("“散乱污”企业全部整治到位。", "All firms have been dealt with.", "briefs.1.text")),
    Brief(pair("创文创卫", "Clean streets", "briefs.2.title"), pair("清理杂物垃圾。", "Rubbish was cleared.", "briefs.2.text")),
    Brief(pair("干部培训", "Training", "briefs.3.title"), pair("分两批到浙江大学培训。", "Two groups trained.", "briefs.3.text")),
))  # fmt: skip
LEGEND = (("done", Both("已完成", "done")), ("under_way", Both("在办", "under way")), ("planned", Both("待办", "still to come")),
          ("unstated", Both("未述", "not stated")))  # fmt: skip


def _projects() -> tuple[TrackerRow, ...]:
    shizhai = pair("石寨村一期", "Shizhai phase 1", "projects.0.name")
    done = TrackerRow(replace(shizhai, zh=(*shizhai.zh, Figure("", "projects.0", 5))), pair("<flats 1141套>", "<flats 1,141 flats>", "projects.0.size"),
                      ("done",) * 5, Both("回迁", "moved back"), pair("“四证”、网签完成", "Papers complete", "projects.0.done"), None)  # fmt: skip
    name = pair("冯寨村", "Fengzhai", "projects.1.name")
    open_ = TrackerRow(replace(name, zh=(*name.zh, Figure("", "projects.1", 6))), None, ("done", "done", "under_way", "planned", "unstated"),
                       Both("收尾", "finishing"), None, pair("12月完成网签", "Contracts: December", "projects.1.plan"))  # fmt: skip
    return (done, open_)


TRACKER = Tracker(
    caption("tracker", "三处已回迁，七处未完工", "Three occupied, seven unfinished", ("截至2018年11月（推断）", "As of Nov. 2018 (inferred)"),
            ("五格依次为前期、基础、主体、收尾、回迁", "The five squares: preparation, foundations, structure, finishing, moved back")),
    tuple(Both(*words) for words in (("项目", "Project"), ("规模", "Size"), ("阶段", "Stage"), ("完成与在办", "Done and under way"), ("计划", "Planned"))),
    _projects(), LEGEND,
)  # fmt: skip
TERMS = Terms(
    Both("名词解释", "Terms"), Both("释义为编者所加，非报道原文。", "Explanations are the editors’, not the article’s."),
    (TermEntry(Both("街道", "Subdistrict"), Both("城区最基层的行政区，下辖社区和村。", "The lowest tier of city government, over communities and villages.")),
     TermEntry(Both("网格员", "Grid worker"), Both("辖区分成若干小片，每片有人巡查、上报问题，即网格员。", "The area is cut into small grids; someone patrols each.")),
     TermEntry(Both("“四证”、网签", "Four certificates; contracts"), Both("住宅项目的几项法定许可。", "Permits. 网签: the contract is registered online.")),
     TermEntry(Both("创文创卫", "Civic and hygiene drive"), Both("争创全国文明城市。", "The bid to be named a National Civilized City."))),
)  # fmt: skip
HONOURS = Honours(
    pair("荣誉", "Honors", "honours_title"), (Both("荣誉名称", "Honor"), Both("级别", "Level"), Both("年份", "Year")),
    (HonourRow(pair("全国和谐社区建设示范街道", "National Model Subdistrict of Harmonious Communities", "honours.0.name"),
               Both("国家级", "National"), Both("未述", "not stated")),),
)  # fmt: skip
TABLE = TextTable(
    caption("mechanisms", "五份报道写到的机制", "Mechanisms that the five articles mention"), (Both("街道", "Subdistrict"), Both("网格", "Grid")),
    ((TableCell(pair("京城路", "Jingchenglu", "rows.0.0"), accent="plum"),
      TableCell(pair("<found 5400余条 4>", "<found more than 5,400 4>", "rows.0.1"), marks=("standing",))),), (0.4, 0.6), "mechanisms",
)  # fmt: skip


def _proof(number: int, zh: str, en: str, printed: tuple[str, str], quote: str, facts: tuple[str, ...]) -> EvidenceRow:
    before, marked, after = re.split(r"[\[\]]", quote)
    pieces = tuple(piece for piece in (QuotePiece(before), QuotePiece(marked, True), QuotePiece(after)) if piece.text)
    return EvidenceRow(number, Both(zh, en), Both(*printed), pieces, ("done",), Both("2018年", "2018"), facts, number)


EVIDENCE = Evidence(
    Both("数字依据", "The figures and their evidence"), Both("数字逐一对应报道原文。", "Every figure beside the words it rests on."),
    tuple(Both(*words) for words in (("号", "No."), ("事项", "What"), ("刊出的数字", "As printed"), ("原文", "Quote"), ("状态、时间", "Status, period"))),
    (_proof(1, "首台城郊列车", "First suburban train", ("11月11日", "Nov. 11"), "[11月11日]，位于荥阳京城路街道的郑州中车", ("first",)),
     _proof(2, "辖区面积", "Area", ("15.75平方公里", "15.75 km²"), "在[15.75平方公里]的京城路街道辖区内", ("area",)),
     _proof(3, "走访、结对的户", "Households visited", ("6250余户", "over 6,250"), "累计走访群众[6250余户]，建立结对联系2820余户", ("visits", "paired")),
     _proof(4, "隐患", "Hazards", ("5400余条", "over 5,400"), "共排查各类隐患[5400余条]，立即整改4500余条", ("found", "fixed")),
     _proof(5, "石寨村一期", "Shizhai phase 1", ("1141套", "1,141 flats"), "[1141套]安置房“四证”及网签已经完成", ("flats",)),
     _proof(6, "吉家寨村", "Jijiazhai", ("408套", "408 flats"), "建设安置房[408套]", ("only_drawn",)),
     _proof(7, "安全宣传、演练", "Outreach, drills", ("7次；20次", "7; 20"), "应急预案演练[20次]", ("drills", "outreach")),
     _proof(8, "未入正文", "Not in the text", ("25人", "25"), "增设保洁员[25人]", ("cleaners",))),
    LEGEND,
)  # fmt: skip
NOTES = Notes(
    Both("编者说明", "Editors’ notes"),
    (pair("报道未署日期，据文意推断为2018年11月。", "The article is undated; the dates in it point to November 2018.", "notes.0"),
     pair("约数照原文；“人次”是次数，不是人数。", "余, 近, 约 are kept as over, nearly, about. 人次 counts turns, not people.", "notes.1")),
    Both("来源、出版说明", "Sources, imprint"),
    (Both("记者姚辉常、通讯员张杰撰文。", "One newspaper article by Yao Huichang and Zhang Jie."), Both("002_94360b3433e05710.txt", "")),
)  # fmt: skip
KEY_FIGURES = KeyFigures((
    KeyFigure((amount("114", "台", "cars", "cars"),), pair("累计交付地铁车辆", "metro cars delivered since 2016", "key_figures.0.label")),
    KeyFigure((amount("15.75", "平方公里", "km²", "area", 2),), pair("辖区面积", "area of the subdistrict", "key_figures.1.label")),
    KeyFigure((amount("13", "个", "", "communities"), amount("8", "个", "", "villages")), pair("社区、村", "communities and villages", "key_figures.2.label")),
    KeyFigure((amount("1,120+", "名", "", "members", 3),), pair("纳入积分管理的党员", "Party members in points scheme", "key_figures.3.label")),
))  # fmt: skip

EDITION = Edition(
    name="jingchenglu",
    masthead=Masthead(Both("京城路街道简报", "Jingchenglu Subdistrict Bulletin"), Both("郑州市荥阳市", "Xingyang, Zhengzhou"),
                      Both("未署日期；据文意推断为2018年11月", "Undated; November 2018 inferred from the text"), Both("草稿", "Draft")),
    foot=Both("小号数字指向“数字依据”表。", "Small raised numbers point to the table of evidence."),
    accent="teal",
    pages=(Page(1, (KEY_FIGURES, LEAD, BRIEFS)), Page(2, (PARTY, TRACKER)), Page(3, (SAFETY, TERMS, HONOURS, PlateRow((TABLE,)))),
           Page(4, (EVIDENCE, NOTES))),
    words=house_words().all(),
    publisher=Both("编辑部", "The editors"),
    subject=Both("京城路街道", "Jingchenglu Subdistrict"),
    keywords=("京城路街道", "Jingchenglu"),
)  # fmt: skip
