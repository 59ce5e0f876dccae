"""`new` writes a worksheet whose every quote proves its number, and over which `check` finds nothing but TODO."""

from __future__ import annotations

import random
import re
import shutil
from itertools import product
from pathlib import Path
from typing import get_args

import pytest
import yaml

from bulletin.cli import main
from bulletin.content import nouns
from bulletin.content.counted import is_plural, plural
from bulletin.content.model import Glossary, Plate
from bulletin.desk.explain import explained
from bulletin.desk.new import start
from bulletin.desk.worksheet.heading import place_of
from bulletin.desk.worksheet.latin import in_latin
from bulletin.desk.worksheet.lines import scalar
from bulletin.desk.worksheet.sheet import Worksheet, sheet
from bulletin.evidence.article import Article
from bulletin.evidence.rules import language
from bulletin.project import Project
from tests.conftest import ROOT, small_project, workshop

SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
REPEATS = """柳河镇:三个“三”的一年

金水区柳河镇通讯员 王小明

今年,柳河镇3个村、3个社区各建游园3个。今年,柳河镇3个村、3个社区各建游园3个。
同比增长5%,同比增长5%;5余户、5户。

新增床位20—30张，招生500至600名；增速为-1.9%，零下18℃。三成居民、百分之三十的老人、千分之五的患儿。
三分之一的党员、七八十户、数百人、翻了两番、3.5倍、近一半。
"""
REPORT = """2021年政府工作报告（摘要）

2020年,全市生产总值完成1234.56亿元，同比增长3.0%；2021年预期增长7%以上。
“十三五”期间累计投资12,345.6万元；其中"六稳""六保"项目１２个。会议指出：“我们今年要建成公园10个，改造道路20条”。
申请专项债券3亿5000万元，预计2022年6月底建成污水处理厂二期工程。正在施工的智慧停车场项目占地约2.5公顷。
先后荣获国家卫生城市、2019年度河南省文明县城、郑州市先进单位等荣誉称号。
表1 (单位:万吨)
粮食 8650 162.3 5.1
棉花 12 3.4 -1.9%
自2019年3月15日起，24小时服务热线0371-12345678全年开通。上旬15日、6月上中旬、前三季度完成率99.5‰。
"""
ODD = """"引号: 冒号 # 井号"与'单引号' {花括号} [方括号] 共5个% 6个
党员1120余名　　全角空格１２３４户，"半个引号 7名
- 8项 ? 9条 & 10处 * 11次 ! 12座 | 13栋 > 14套 @15家 `16台
true 17 null 18 yes 19次 ~20个
第一、第二、第三;一是,二是,三是。三三三三三三三三。
"""
PIECES = [
    *(
        "新建游园3个",
        "3个",
        "改造5户",
        "“三会一课”",
        "2018年",
        "近90万元",
        "、",
        "，",
        "。",
        "；",
        "\n",
        "\n\n",
        " ",
        "“",
        "”",
        '"',
    ),
    *(
        "同比增长5%",
        "二期项目",
        "文化广场项目",
        "第三批",
        "500至600张",
        "20—30%",
        "7·24",
        "三五个",
        "三分之一",
        "翻番",
        "(",
        ")",
    ),
    *(
        "荣获郑州市文明单位、河南省先进集体等荣誉称号。",
        "计划",
        "将于2020年底建成",
        "申请",
        "正在建设",
        "6月上旬",
        "十八大",
    ),
    *(
        "12,345.6平方米",
        "1.3万余人次",
        "5400余条",
        "一百二十户",
        "8650 162.3 5.1",
        "千分之五",
        "两个",
        "2020-11/18",
        "第13版",
    ),
]


def _scrambled(seed: int) -> str:
    """Pieces of sentences in any order: numbers side by side, the same clause many times, marks without partners."""
    chance = random.Random(seed)
    return "改造3户。" + "".join(chance.choice(PIECES) for _ in range(chance.choice([30, 90])))


TEXTS = {
    **{path.stem[:3]: path.read_text(encoding="utf-8") for path in SEEDS},
    "repeats": REPEATS,
    "report": REPORT,
    "odd": ODD,
    **{f"scrambled{i}": _scrambled(i) for i in range(10)},
}


def project_with(folder: Path, text: str, *, house: bool = True) -> Path:
    """A project of one article and no content file but the house's."""
    small_project(folder)
    (folder / "content" / "willow.yaml").unlink()
    (folder / "seeds" / "willow.txt").write_text(text, encoding="utf-8")
    if house:
        shutil.copy(ROOT / "content" / "glossary.yaml", folder / "content")
    return folder


def begun(folder: Path, name: str | None = "probe") -> tuple[Path, Worksheet]:
    started = start(Project.at(folder), Path("seeds/willow.txt"), name)
    return started.path, started.found


def made(text: str) -> Worksheet:
    return sheet(Article("a.txt", text), Glossary(terms=[]))


def test_there_are_five_articles() -> None:
    assert len(SEEDS) == 5


@pytest.mark.parametrize("house", [True, False], ids=["house", "empty"])
@pytest.mark.parametrize("name", TEXTS)
def test_check_finds_nothing_but_todo_and_all_is_accounted_for(tmp_path: Path, name: str, house: bool) -> None:
    project = project_with(tmp_path / "project", TEXTS[name], house=house)
    _, found = begun(project)
    check = workshop(project, ["probe"]).check()
    own = [problem for problem in check.problems if problem.place.file == "content/probe.yaml"]
    assert {(problem.rule, problem.message) for problem in own} == {("language", language.unfinished())}
    assert check.shares["probe"].total > 5
    assert check.shares["probe"].used == check.shares["probe"].total
    numbered = [n for n in found.article.numerals if not n.soft]
    assert len(found.facts) > len(numbered) / 4


@pytest.mark.slow
@pytest.mark.parametrize("name", ["002", "odd"])
def test_it_builds_once_the_todos_are_filled(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    project = project_with(tmp_path / "project", TEXTS[name])
    path, _ = begun(project)
    text = path.read_text(encoding="utf-8").replace("zh: TODO", "zh: 文字").replace("TODO: ", "")
    text = text.replace(
        "zh: 户\n      en: {one: TODO, other: TODO}", "zh: 户\n      en: {one: family, other: families}"
    )
    names = (f"文字{one}{other}" for one, other in product("甲乙丙丁戊己庚辛壬癸", repeat=2))
    text = re.sub(
        r"(    label: )\{.*\}.*", lambda match: f"{match[1]}{{zh: {next(names)}, en: TODO}}", text
    )  # no words but the quotes': they are proved
    text = re.sub(r"(other: (.*)\}\n    label: \{zh: .*, en: )TODO", r"\1\2", text)  # a label names what is counted
    text = re.sub(r"(?<=zh: )(\".*<n.*\")", lambda match: "，".join(["文", *re.findall("<n.*?>", match[1])]), text)
    text = re.sub(
        r"(?<=en: )(\"TODO <n.*\")", lambda match: ", ".join(["Words", *re.findall("<n.*?>", match[1])]), text
    )
    text = re.sub(r"(    title:\n      zh: ).*\n      en: .*", r"\1文字\n      en: Words", text)
    text = re.sub(r"  byline:.*\n(?:    .*\n)+", "", text)  # names are held against the article
    path.write_text(text.replace("TODO", "Words"), encoding="utf-8")
    assert main(["probe", "--project", str(project), "--to", "pdf,docx"]) == 0, capsys.readouterr()
    assert (project / "reports" / "probe.pdf").stat().st_size > 10_000


def test_facts_are_in_the_order_of_the_article_and_share_a_quote_where_they_share_a_clause() -> None:
    facts = list(made("荥阳市交付车辆19列114台,改造5户。拆违3处,全体党员干部轮流上岗,绿化5亩。").facts.values())
    assert [fact.numeral.text for fact in facts] == ["19", "114", "5", "3", "5"]
    assert {fact.quote.text for fact in facts[:3]} == {"荥阳市交付车辆19列114台,改造5户"}
    assert [fact.quote.text for fact in facts[3:]] == ["拆违3处", "绿化5亩"]  # what counts nothing stands between
    assert [fact.exact for fact in facts] == [None] * 5


def test_exact_names_the_number_where_the_quote_has_several_that_fit() -> None:
    facts = list(made("8个村、13个社区达标").facts.values())
    assert [fact.exact for fact in facts] == ["8", "13"]


def test_equal_numbers_of_a_clause_rest_on_quotes_of_their_own() -> None:
    facts = list(made("建成3个村、3个社区").facts.values())
    assert len({fact.quote for fact in facts}) == 2
    assert "社区" in facts[1].quote.text


def test_a_clause_that_stands_twice_takes_a_neighbor_along() -> None:
    facts = list(made("东村新建游园3个。西村新建厕所两座,新建游园3个。").facts.values())
    assert [fact.quote.text for fact in facts][2] == "西村新建厕所两座,新建游园3个"


@pytest.mark.parametrize(
    ("clause", "status"),
    [
        ("计划改造楼院88个", "planned"),
        ("预计投资42亿元", "expected"),
        ("申请资金8863万元", "applied_for"),
        ("正在改造的楼院28个", "under_way"),
        ("拆除违建20亩", "achieved"),
    ],
)
def test_the_status_is_guessed_from_the_words_of_the_clause(clause: str, status: str) -> None:
    (fact,) = made(clause).facts.values()
    assert fact.status == status


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2018年新增绿地3处", "{year: 2018}"),
        ("2018年前10个月,新增绿地3处", '{since: "2018-01", until: "2018-10"}'),
        ("改造前3个月,新增绿地3处", None),
        ("9月的一次走访中,新增绿地3处", '{at: "--09"}'),
        ("2018年,新增绿地3处", "{year: 2018}"),
        ("今年以来,新增绿地3处", "{to_date: true}"),
        ("截至2018年底,新增绿地3处", '{at: "2018 end"}'),
        ("2016至2018年新增绿地3处", '{since: "2016", until: "2018"}'),
        ("绿地由2015年的2处增至2018年的3处", "{year: 2018}"),
        ("绿地由2015年的2处增至3处", None),
        ("2018年改造5户。新增绿地3处", None),
        ("上半年,新增绿地3处", '{at: "-- first-half"}'),
        ("2018年1月至8月,新增绿地3处", '{since: "2018-01", until: "2018-08"}'),
        ("1-8月,新增绿地3处", '{since: "--01", until: "--08"}'),
        ("比2005年增加绿地3处", '{since: "2005"}'),
        ("绿地与2005年相比增加3处", '{since: "2005"}'),
        ("2018年绿地比2005年增加3处", '{since: "2005"}'),
        ("绿地是2005年的3倍", None),
        ("截至3月底,新增绿地3处", '{at: "--03 end"}'),
        ("计划3月底前新增绿地3处", '{until: "--03 end"}'),
        ("目前2018年改造的5个楼院中,新增绿地3处", "{to_date: true}"),
        ("目前,住户共计452户(2016年已回迁),新增绿地3处", "{to_date: true}"),
        ("街道2016年改造已经完成;新增绿地3处", "{year: 2016}"),
        ("十里铺村老电厂家属院2016年改造已经完成;新增绿地3处", None),
        ("近年来,新增绿地3处", "{recent: true}"),
        ("2018年6月,街道启动“绿色行动”,已新增绿地3处", '{since: "2018-06"}'),
        ("2018年新增绿地2处,另有3处正在施工", None),
        ("2018年9月新增绿地3处", '{at: "2018-09"}'),
        ("自2016年12月21日起交付列车19列", '{since: "2016-12-21"}'),
        ("2018年和2019年新增绿地3处", None),
    ],
)
def test_a_period_is_given_only_where_the_sentence_tells_one(text: str, period: str | None) -> None:
    assert list(made(text).facts.values())[-1].period == period


@pytest.mark.parametrize(
    ("text", "zh", "one"),
    [
        ("面积8.8万平方米", "平方米", ""),
        ("投资近90万元", "元", ""),
        ("占25%", "%", ""),
        ("三成居民", "成", ""),
        ("居民4000户", "户", "household"),
        ("走访企业2.3万户", "户", "business"),
        ("经营主体1160.5万户", "户", "business"),
        ("共计452户", "户", ""),
        ("建筑2000㎡", "㎡", ""),
        ("气温38.6℃", "℃", ""),
        ("招生500至600名", "名", ""),
        ("干部职工120余干群", "干群", ""),
        ("改革开放40周年", "周年", ""),
        ("60周岁以上", "周岁", ""),
        ("12平方千米", "平方千米", ""),
        ("占5成", "成", ""),
        ("千分之五", "千分之", ""),
        ("历时两年半", "年", ""),
        ("历时半个月", "个月", ""),
        ("两个小时", "个小时", ""),
        ("提高1.7、2.2个百分点", "个百分点", ""),
        ("增长2至3倍", "倍", ""),
        ("走访居民2300户", "户", "household"),
        ("走访2300户", "户", ""),
    ],
)
def test_the_unit_is_what_stands_behind_the_numeral(text: str, zh: str, one: str) -> None:
    fact = next(iter(made(text).facts.values()))
    assert fact.unit is not None
    assert (fact.unit.zh, fact.unit.one) == (zh, one)


def test_words_that_say_when_and_give_no_period_are_the_curators(tmp_path: Path) -> None:
    project = project_with(tmp_path / "project", "2018年和2019年新增绿地3处", house=False)
    path, _ = begun(project)
    text = path.read_text(encoding="utf-8")
    assert 'allow: {no-period: "TODO: 2019年"}' in text
    assert "period: {" not in text


def test_a_figure_of_somebody_else_asks_whose_it_is() -> None:
    assert [one.others for one in made("某公司年产值3亿元。街道改造5户。").facts.values()] == [True, False]


def test_a_list_of_honors_that_goes_on_has_the_words_for_it(tmp_path: Path) -> None:
    path, _ = begun(project_with(tmp_path / "project", "改造5户。荣获河南省卫生先进单位等多项荣誉。", house=False))
    assert yaml.safe_load(path.read_text(encoding="utf-8"))["honours_more"] == "等多项荣誉"


def test_no_project_is_a_row_of_the_tracker_before_a_person_says_so(tmp_path: Path) -> None:
    path, found = begun(project_with(tmp_path / "project", TEXTS["003"]))
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert len(content["projects"]) == len(found.projects) > 3
    assert {one["tracked"] for one in content["projects"]} == {False}
    assert "tracker" not in content


def test_a_building_whose_steps_are_told_is_a_project_under_the_clause_that_says_how_far_it_is() -> None:
    found = made(
        "污水处理厂设计日处理污水3万吨,主体封顶,正在安装设备,计划2024年3月通水。"
        "云渡大桥全长1860米,桩基施工完成。\n中心小学有学生1200人。打算把旧粮库改成水磨博物馆,计划2027年开放。"
    ).projects
    assert {one.name.zh: (one.status, one.quote.text) for one in found} == {
        "污水处理厂": ("under_way", "污水处理厂设计日处理污水3万吨,主体封顶"),
        "云渡大桥": ("under_way", "云渡大桥全长1860米,桩基施工完成"),
        "水磨博物馆": ("planned", "水磨博物馆"),
    }


def test_the_first_check_fits_on_a_screen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each entry is told of once, and all together by their lines."""
    project = project_with(tmp_path / "project", TEXTS["002"], house=False)
    path, found = begun(project)
    capsys.readouterr()
    assert main(["check", "probe", "--project", str(project)]) == 1
    out = capsys.readouterr().out
    assert len(found.facts) > 60
    assert out.count("\n") < 25
    lines = path.read_text(encoding="utf-8").split("\n")
    told = [
        int(number)
        for number in re.findall(r"(?<=[ :])\d+(?=[,:\n])", out[out.index("more in lines") :].split("\nprobe")[0])
    ]
    assert len(told) > 60
    assert all("TODO" in lines[number - 1] for number in told)


def test_slogans_orders_and_page_furniture_are_left_out_with_a_reason_to_fill_in() -> None:
    left = {one.quote.text: one.why for one in made("第13版。落实“四个一”,改造第二批楼院5个。").left_out}
    assert left["“四个一”"] == "the number of a slogan or a name"
    assert set(left.values()) == {
        "page furniture",
        "the number of a slogan or a name",
        "counts an order, not an amount",
    }


def test_honors_and_projects_are_stubs() -> None:
    found = made("2020年被评为河南省先进单位。正在建设智慧停车场项目,占地5亩。智慧停车场项目完工。")
    assert [(one.quote.text, one.level, one.year) for one in found.honours] == [
        ("河南省先进单位", "provincial", "2020")
    ]
    assert len(found.projects) == len({one.quote.text for one in found.projects})
    assert found.projects


def test_honors_between_quotation_marks_are_one_each() -> None:
    found = made("2019年,大厅获“全国巾帼文明岗”“省级青年文明号”，并被评为“全市先进单位”。改造5户。")
    assert [one.quote.text for one in found.honours] == ["全国巾帼文明岗", "省级青年文明号", "全市先进单位"]


@pytest.mark.parametrize(
    ("text", "value", "approx"),
    [
        ("抽查三分之一党员", "1/3", None),
        ("工期缩短一半", "1/2", None),
        ("占总数的一半以上", "1/2", "at_least"),
        ("近半数的居民参加", "1/2", "nearly"),
    ],
)
def test_a_part_of_a_whole_is_written_as_a_fraction(text: str, value: str, approx: str | None) -> None:
    (fact,) = made(text).facts.values()
    assert (fact.value, fact.numeral.approx) == (value, approx)


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("2018年改造5户。到2025年,建成公园3个。", "2018"),
        ("改造5户。力争2025年建成公园3个。", "--"),
        ("来源:河南日报 2019-05-06\n改造5户", "2019-05-06"),
    ],
)
def test_an_article_is_not_dated_from_a_plan(text: str, dated: str) -> None:
    assert made(text).heading.dated == dated


def test_the_headline_is_no_line_of_the_page() -> None:
    assert (
        made("来源：河南日报\n责任编辑：王小明\n老街长出新枝的故事\n改造5户").heading.headline.zh
        == "老街长出新枝的故事"
    )


def test_a_name_of_the_glossary_brings_its_english(tmp_path: Path) -> None:
    project = project_with(tmp_path / "project", TEXTS["002"])
    path, found = begun(project, None)
    assert path.name == "jingchenglu.yaml"
    assert (found.heading.place.zh, found.heading.place.en) == ("京城路街道", "Jingchenglu Subdistrict")


def test_a_place_is_the_name_that_the_article_uses_most() -> None:
    assert place_of(TEXTS["003"]) == "林山寨街道"
    assert place_of("金水区柳河镇的春天") == "柳河镇"
    assert place_of("春天来了,新增绿地3处") == ""
    assert place_of("2020年3月5日镇政府的报告") == ""
    assert place_of("我代表镇人民政府作报告") == ""
    assert place_of("平川县推进城乡公交一体化。江西省平川县的义宁镇、全县示范区和园区、县城都通了车") == "平川县"


@pytest.mark.parametrize(
    ("heading", "text", "theme"),
    [
        ("公交通到每个村", "开通公交线路58条,客运班线7条。", "transport"),
        ("一碗热饭", "老人食堂每天供260份午餐,党员轮流送餐。", "care"),
        ("河水清了", "铺设污水管网12公里,水质达到三类,候鸟回来3000只。", "nature"),
        ("年轻人回来了", "开了13家店。", "livelihood"),
    ],
)
def test_a_theme_is_told_by_its_words(small: Path, heading: str, text: str, theme: str) -> None:
    (small / "seeds" / "other.txt").write_text(f"柳河镇的春天\n\n{heading}\n\n{text}\n", encoding="utf-8")
    assert main(["new", "seeds/other.txt", "--project", str(small)]) == 0
    stories = yaml.safe_load((small / "content" / "other.yaml").read_text(encoding="utf-8"))["stories"]
    assert [story["theme"] for story in stories] == [theme]


def test_what_is_there_is_never_overwritten(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (small / "content" / "willow.yaml").read_bytes()
    assert main(["new", "seeds/willow.txt", "--project", str(small)]) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "content/willow.yaml is there already" in error
    assert (small / "content" / "willow.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["seeds/willow.txt", "--name", "街道"], "--name takes a-z"),
        (["seeds/willow.txt", "--name", "../x"], "--name takes a-z"),
        (["seeds/willow.txt", "--name", "summary"], "--name cannot be summary"),
        (["seeds/nothing.txt"], "there is no article"),
        (["content/glossary.yaml"], "is no article: .txt, .docx, .html or .pdf"),
        (["seeds/002_9436.txt"], "--name NAME"),
        (["seeds/words.txt"], "has no number"),
    ],
)
def test_a_wrong_call_is_told_in_one_line(
    small: Path, arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (small / "seeds" / "002_9436.txt").write_text("新增绿地3处", encoding="utf-8")
    (small / "seeds" / "words.txt").write_text("春天来了", encoding="utf-8")
    assert main(["new", *arguments, "--project", str(small)]) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert says in error


SECTIONS = """柳河街道:老街添新绿

柳河街道辖区面积6.4平方公里,下辖9个社区,居民的日子一年一个样,街坊都看在眼里。

老街变样
2023年,街道新建游园3个,投资近90万元。全年更换路灯860盏,其中主路420盏。
街坊说好,都说下楼就有地方坐了,比从前强得多。
下一步,街道计划2024年新建游园5个。

先后荣获河东省文明单位、2023年柳州市先进街道,东里社区被评为全国示范社区。
"""


def test_a_section_with_facts_is_a_story_whose_sentences_hold_them(tmp_path: Path) -> None:
    path, found = begun(project_with(tmp_path / "project", SECTIONS))
    assert [story.heading.zh for story in found.stories] == ["TODO", "老街变样"]
    texts = [text.zh for text in found.stories[1].paragraphs]
    assert texts[0] == "<n03>，街道新建游园<n04>，投资<n05>。全年更换路灯<n06>，其中主路<n07>。"
    assert all("街坊说好" not in text for text in texts)  # it states no fact
    assert found.stories[1].paragraphs[0].en.startswith("TODO <n03> <n04> <n05> <n06> <n07>")
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    placed = {id for id in found.facts if f"<{id}>" in str(content["stories"])}
    assert {id for id, fact in content["facts"].items() if "unprinted" in fact}.isdisjoint(placed)
    assert len(placed) == 9


def test_a_label_is_in_the_article_s_words_and_a_noun_is_known_or_a_gap(tmp_path: Path) -> None:
    _, found = begun(project_with(tmp_path / "project", SECTIONS))
    facts = list(found.facts.values())
    assert [fact.label.zh for fact in facts[:2]] == ["辖区面积", "社区"]
    lamps, of_them = (fact for fact in facts if fact.unit and fact.unit.zh == "盏")
    assert lamps.label.zh == "更换路灯"
    assert lamps.label.en == "street lamps replaced"
    assert of_them.label.en.startswith("TODO")
    assert {fact.unit.one for fact in (lamps, of_them) if fact.unit} == {"street lamp"}  # 其中 are lamps, too
    assert made("清出淤泥7堆").facts["n01"].label.zh == "清出淤泥"


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "整治农田500亩,清运垃圾900吨,帮扶居民320户、老人40户。",
            [("320", "people"), ("40", "people"), ("900", "first"), ("500", "early")],
        ),  # whom it serves, and the ground that it covers last
        (
            "街道常住人口5.2万人。受理诉求1264件,其中停车类388件,已办结1203件。",
            [("1203", "result"), ("1264", "people"), ("388", "people"), ("5.2万", "people")],
        ),
        (
            "种树900棵,立碑30座。修桥40座。目前,桥下有船70条。",
            [("70", "now"), ("900", "first"), ("30", "early"), ("40", "early")],
        ),
        ("老街修桥铺路记\n\n种树900棵。立碑30座,修桥40座。", [("900", "first"), ("40", "headline"), ("30", "early")]),
    ],
)
def test_key_figures_are_those_that_tell_what_came_of_it(text: str, figures: list[tuple[str, str]]) -> None:
    found = made(text)
    assert [(found.facts[one.id].numeral.text, one.why) for one in found.figures] == figures


@pytest.mark.parametrize(("text", "wanted"), [
    ("全街道新建游园3个。新建游园3个,很受欢迎。", 1),
    ("全街道新建游园3个。植树5亩。新建游园3个。", 2),
    ("全街道新建游园3个,植树5亩,拆违7处。", 3),
])  # fmt: skip
def test_no_figure_is_proposed_twice_and_too_few_are_told(
    text: str, wanted: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project_with(tmp_path / "project", f"{text}\n", house=False)
    assert main(["new", str(root / "seeds" / "willow.txt"), "--name", "probe", "--project", str(root)]) == 0
    told = capsys.readouterr().out
    figures = re.findall(r"^  - of: \[(\w+)\]", (root / "content" / "probe.yaml").read_text(encoding="utf-8"), re.M)
    assert len(figures) == len(set(figures)) == wanted
    few = f"only {wanted} {'figure' if wanted == 1 else 'figures'} could be proposed for the front page"
    assert (few in told) == (wanted < 3)
    assert (few in (root / "content" / "probe.yaml").read_text(encoding="utf-8")) == (wanted < 3)
    assert main(["check", "probe", "--project", str(root)]) == 1
    said = capsys.readouterr().out
    assert ("key_figures" in said) == (wanted < 3)


def test_the_year_in_the_name_of_an_honor_is_no_other_honor_s() -> None:
    assert [(one.name.zh, one.year) for one in made(SECTIONS).honours] == [
        ("河东省文明单位", ""),
        ("柳州市先进街道", "2023"),
        ("全国示范社区", ""),
    ]


def test_gaps_are_told_in_one_line_with_a_count_a_kind(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = project_with(tmp_path / "project", SECTIONS)
    assert main(["new", "seeds/willow.txt", "--name", "probe", "--project", str(project)]) == 0
    told = next(line for line in capsys.readouterr().out.split("\n") if " gaps: " in line)
    assert main(["status", "--project", str(project)]) == 0
    assert f"probe: {told}" in capsys.readouterr().out
    file = project / "content" / "probe.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("zh: TODO", "zh: 老街", 1), encoding="utf-8")
    assert main(["check", "probe", "--project", str(project)]) == 1
    assert "content/probe.yaml: " in capsys.readouterr().out
    numbers = [int(number) for number in re.findall(r"\d+", told)]
    assert numbers[0] == sum(numbers[1:])


def test_an_article_that_is_damaged_is_a_problem_of_the_content(small: Path) -> None:
    (small / "seeds" / "old.txt").write_bytes("新增绿地3处".encode() + b"\xff" + "全市的人民生活得到了提高".encode())
    assert main(["new", "seeds/old.txt", "--project", str(small)]) == 1
    assert not (small / "content" / "old.yaml").exists()


def test_the_next_steps_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = project_with(tmp_path / "project", "改造5户", house=False)
    assert main(["new", "seeds/willow.txt", "--project", str(project)]) == 0
    out = capsys.readouterr().out
    assert out.startswith("content/willow.yaml: 1 facts")
    assert "generate.py check willow" in out


def test_how_the_bulletin_comes_into_the_summary_is_told_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bed = (ROOT / "tests" / "cases" / "gate" / "project" / "content" / "summary.yaml").read_text(encoding="utf-8")
    ordered = "add willow to the order of content/summary.yaml"
    for name, summary in {ordered: bed, "takes willow in by itself": re.sub(r"(?m)^order:.*\n", "", bed)}.items():
        project = project_with(tmp_path / name[:4], "改造5户", house=False)
        (project / "content" / "summary.yaml").write_text(summary, encoding="utf-8")
        assert main(["new", "seeds/willow.txt", "--project", str(project)]) == 0
        assert name in capsys.readouterr().out


@pytest.mark.parametrize(
    "text", ["a: b", "# x", "- 8项", "true", "null", "12", "“三”", '"半', "{a}", "5%", "é", "是，否", "x #y"]
)
def test_a_scalar_is_read_back_as_it_was(text: str) -> None:
    assert yaml.safe_load(f"a: {scalar(text)}") == {"a": text}
    assert yaml.safe_load(f"a: {{b: {scalar(text)}, c: 1}}") == {"a": {"b": text, "c": 1}}


def test_todo_is_found_where_no_pair_of_texts_stands(small: Path) -> None:
    path = small / "content" / "willow.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("other: trees", "other: TODO"), encoding="utf-8")
    problems = workshop(small, ["willow"]).check().problems
    assert [(p.rule, p.message) for p in problems] == [("language", language.unfinished())]
    assert re.search("TODO", path.read_text(encoding="utf-8").split("\n")[problems[0].place.line - 1])


def test_a_text_that_is_not_finished_is_not_measured(small: Path) -> None:
    path = small / "content" / "willow.yaml"
    text = path.read_text(encoding="utf-8").replace("More pocket parks by the street", "TODO")
    path.write_text(text.replace("街边多了游园", "街边多了许许多多大大小小的绿地"), encoding="utf-8")
    problems = workshop(small, ["willow"]).check().problems
    assert [p.message for p in problems] == [language.unfinished()]


def test_the_guide_names_every_rule_and_every_kind_of_plate() -> None:
    guide = (ROOT / "docs" / "curating.md").read_text(encoding="utf-8")
    kinds = [get_args(kind.model_fields["kind"].annotation)[0] for kind in get_args(get_args(Plate)[0])]
    wanted = {f"`{name}`" for name in (*explained(ROOT / "templates"), *kinds)}
    assert len(wanted) > 20
    assert {name for name in wanted if guide.count(name) < 2} == set()  # in both languages


@pytest.mark.parametrize(
    ("head", "place", "within", "headline"),
    [
        ("云泽市鹭洲湖生态文旅新城街道\n湖边新城的绿色蝶变", "鹭洲湖生态文旅新城街道", "云泽市", "湖边新城的绿色蝶变"),
        ("墨原市砚池区松烟里街道\n小板凳坐出大和谐", "松烟里街道", "墨原市砚池区", "小板凳坐出大和谐"),
        ("青山县白水镇:把水路理顺", "白水镇", "青山县", "青山县白水镇：把水路理顺"),
        ("热汤面暖街坊\n“柳荫桥街道”是老城区。柳荫桥街道是澄川市的老城区", "柳荫桥街道", "澄川市", "热汤面暖街坊"),
    ],
)
def test_a_line_of_its_own_names_the_place_and_is_no_headline(
    head: str, place: str, within: str, headline: str
) -> None:
    found = made(f"{head}\n改造5户。").heading
    assert (found.place.zh, found.within.zh, found.headline.zh) == (place, within, headline)


@pytest.mark.parametrize(
    "head", ["墨原晚报 2025年1月20日 第8版 街坊", "2025-01-20 第8版", "来源:墨原晚报 2025年1月20日"]
)
def test_the_date_in_the_head_of_a_page_is_the_article_s(head: str) -> None:
    found = made(f"{head}\n小板凳坐出大和谐\n改造5户。").heading
    assert (found.dated, found.stated) == ("2025-01-20", True)


def test_what_is_left_out_is_quoted_with_its_clause() -> None:
    found = made("每周公布菜谱,老人不满意的菜第二周就换掉。改造5户。").left_out
    assert [one.quote.text for one in found] == ["老人不满意的菜第二周就换掉"]


SPOKEN = """望川街道：老人吃上热饭

望川街道在老城边上，半条街都是老房子。街道有3个社区。

一餐饭

“以前一个人懒得做饭，现在天天来。”家住东里社区的76岁居民许茂林高兴地说。目前,4家食堂日均就餐620人次,60岁以上老人每餐12元。

社区书记陈禾说：“4家食堂不够，还要再建。”

“少数几位老人说”的事,他说:“我不知道这件事。”
"""


def test_the_first_story_begins_as_the_article_does(tmp_path: Path) -> None:
    _, found = begun(project_with(tmp_path / "project", SPOKEN))
    assert found.stories[0].paragraphs[0].zh.startswith("望川街道在老城边上，半条街都是老房子。")


def test_an_opening_without_a_figure_goes_to_the_first_story_that_has_one() -> None:
    found = made("老街的早晨，是从一碗面开始的。\n\n热闹\n\n街上有面馆13家，每天卖面900碗。")
    assert found.stories[0].paragraphs[0].zh == "老街的早晨，是从一碗面开始的。"
    assert found.stories[0].facts == ("n01", "n02")


def test_what_somebody_says_is_a_pull_quote_beside_the_figures_of_its_story(tmp_path: Path) -> None:
    path, found = begun(project_with(tmp_path / "project", SPOKEN))
    said = [one for story in found.stories for one in story.spoken]
    assert [(one.words, one.who) for one in said] == [
        ("以前一个人懒得做饭，现在天天来。", "居民许茂林"),
        ("4家食堂不够，还要再建。", "社区书记陈禾"),
    ]
    assert [len(one.of) for one in said] == [0, 1]
    written = path.read_text(encoding="utf-8")
    plates = re.sub("^    # ", "    ", written, flags=re.M)
    story = next(one for one in yaml.safe_load(plates)["stories"] if one.get("plates"))
    assert [plate["kind"] for plate in story["plates"]][-2:] == ["pull_quote", "pull_quote"]


def test_an_age_and_a_limit_of_time_stand_large_on_no_page() -> None:
    found = made("60岁以上老人免费,60岁以上老人优先。问题5天内办结,问题5天内答复。街道有4家食堂、9个社区、3所学校。")
    shown = {found.facts[one.id].numeral.text for one in found.figures}
    assert shown == {"4", "9", "3"}


def test_what_a_meal_or_a_flat_is_made_of_is_no_figure() -> None:
    found = made("午餐两荤两素一汤,每餐12元。新房三室两厅,共有86套。")
    assert [fact.numeral.text for fact in found.facts.values()] == ["12", "86"]


@pytest.mark.parametrize("words", ["每周一次项目评审", "每月两次项目调度会", "若干项目", "多个项目", "三轮项目督查"])
def test_how_often_or_how_many_is_the_name_of_no_project(words: str) -> None:
    assert made(f"街道开展{words},整改问题5个。").projects == []


@pytest.mark.parametrize(
    ("place", "name", "english"),
    [
        ("溪岸街道", "xian", "Xi’an Subdistrict"),
        ("林山寨街道", "linshanzhai", "Linshanzhai Subdistrict"),
        ("林山寨街道", "lin_shan_zhai", "Linshanzhai Subdistrict"),
        ("青河镇", "qinghe", "Qinghe Town"),
        ("溪岸街道", "spring", ""),
        ("溪岸街道", "n2024", ""),
        ("清河医院", "qinghe", ""),
    ],
)
def test_a_place_that_the_glossary_has_not_is_called_as_the_name_of_its_file_reads(
    place: str, name: str, english: str
) -> None:
    assert in_latin(place, name) == english


def test_titles_name_the_place_in_english_where_it_is_known() -> None:
    article = Article("a.txt", "溪岸街道：让河更清\n\n溪岸街道有9个社区，溪岸街道有3所学校。\n")
    street = Glossary.model_validate({"terms": [{"zh": "街道", "en": "subdistrict"}]})
    top = sheet(article, street, name="xian").heading
    assert (top.place.en, top.headline.en) == ("Xi’an Subdistrict", "TODO Xi’an Subdistrict")


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        (
            "截至2023年9月底,已清淤2.6万立方米,护岸完成六成,预计年底前全部完工;新建步道3.1公里。",
            ['{at: "2023-09 end"}'] * 3,
        ),
        ("预计2024年底前完工,目前已完成六成。", [None]),
    ],
)
def test_a_date_by_which_something_else_is_to_be_done_dates_nothing_that_is(
    text: str, periods: list[str | None]
) -> None:
    facts = [fact for fact in made(text).facts.values() if not fact.numeral.date]
    told = [fact.period for fact in facts]
    assert [one if one is None or "2024" in one or "09" in one else None for one in told] == periods


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("截至9月底,已清淤2.6万立方米,改造排水口31个,预计年底全部完工。", ["achieved", "achieved", "achieved"]),
        ("护岸工程完成六成。", ["under_way"]),
        ("9名河长每周巡河。", ["standing"]),
        ("食堂每天有260名老人就餐。", ["under_way"]),
        ("每周一次的义诊已开展22场。", ["achieved"]),
    ],
)
def test_a_status_is_that_of_the_number_and_not_of_what_stands_beside_it(text: str, statuses: list[str]) -> None:
    assert [fact.status for fact in made(text).facts.values()] == statuses


MARKET = """来源：临江晚报 2024-05-17
让孩子上好园，让夜市有烟火
——鹿港街道办好“一小一夜”两件事
本报讯（记者 沈禾）傍晚天色未暗，鹿港街道的夜市刚亮灯，摊主们已经支好了炉子。
望江夜市制定“十不准”管理办法，油烟投诉比上年下降四成，今年最多一天达到3.5万人次。
“一碗面，两代人，我们在这儿卖了十三年。”58岁的摊主马建国说，街道免了三个月摊位费。
“以前要倒两趟车，现在走几分钟就到。”居民林秋月一边帮女儿整理书包，一边说。
"""


def test_a_dateline_hides_neither_the_first_sentence_nor_who_wrote_it() -> None:
    found = made(MARKET)
    opening = found.stories[0].paragraphs[0].zh
    assert opening.startswith("傍晚天色未暗，鹿港街道的夜市刚亮灯，摊主们已经支好了炉子。")
    assert found.heading.headline.zh == "让孩子上好园，让夜市有烟火"
    assert found.heading.byline and found.heading.byline.zh == "记者 沈禾"


def test_words_between_marks_are_told_from_those_between_two_pairs() -> None:
    said = [one for story in made(MARKET).stories for one in story.spoken]
    assert [(one.words[:3], one.who) for one in said] == [("一碗面", "摊主马建国"), ("以前要", "居民林秋月")]


def test_what_somebody_says_is_no_key_figure_and_no_label_runs_into_the_next_line() -> None:
    found = made(MARKET)
    large = {found.facts[one.id].numeral.text for one in found.figures}
    assert not large & {"十三", "58"}
    assert "最多一" not in {fact.numeral.text for fact in found.facts.values()}  # the day with the most
    assert not any("本报讯" in fact.label.zh for fact in found.facts.values())


AWARDED = """街道的荣誉

2026年11月18日

2024年12月,柳林社区食堂被河南省民政厅评为“全省示范性助餐点”;今年5月,柳林街道获评郑州市民政局“先进街道”;10月,送餐队被二七区委文明办授予“最美团队”称号。
"""


def test_each_honor_has_the_time_of_its_own_clause_and_the_level_of_who_gives_it() -> None:
    assert [(one.level, one.year) for one in made(AWARDED).honours] == [
        ("provincial", "2024"),
        ("municipal", "2026"),
        ("county", "2026"),
    ]


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("街道办起托管班22个,设立湖长39名,新开书店4家。", ["achieved"] * 3),
        ("街道维修道路27条,出动车辆12辆。", ["achieved", "achieved"]),
        ("维修人员12名,注册的志愿者215名。", ["standing"] * 2),
        ("纳入名单的老人共有538人。", ["standing"]),
        ("老街有312间房屋受损。", ["achieved"]),
        ("西段长260米,有的人家已经搬走。", ["standing"]),
        ("建成食堂7家,日均供餐2100份。", ["achieved", "standing"]),
        ("街道对民宿改造,每家给予1万元至3万元的补助。", ["standing", "standing"]),
        ("街道举办活动46场;活跃在社区的文艺队38支。", ["achieved", "standing"]),
    ],
)
def test_what_verbs_leave_behind_is_done_and_what_is_there_is_there(text: str, statuses: list[str]) -> None:
    assert [fact.status for fact in made(text).facts.values()] == statuses


DATED = "来源:澜川日报 2024-11-20\n"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("今年9月,新增绿地3处。", '{at: "--09"}'),
        ("去年,新增绿地3处。", "{year: 2023, stated: false}"),
        ("今年,维修道路3条。", "{year: 2024, stated: false, to_date: true}"),
        ("截至2024年5月底,已整改162处,其余24处正在施工。", '{at: "2024-05 end"}'),
        ("2023年,街道推行板凳会。一年来,共召开会议312场,收集意见1847条。", '{year: 2023, where: "2023年"}'),
        ("今年以来,街道举办活动46场;活跃在社区的文艺队38支。", None),
    ],
)
def test_a_year_that_only_the_date_of_the_article_tells_is_inferred(text: str, period: str | None) -> None:
    assert list(made(DATED + text).facts.values())[-1].period == period


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("2024年,街道接待游客3万人次,比上年增长5%。去年服务群众5200人次。", "2025"),
        ("2024年,街道接待游客3万人次。今年服务群众5200人次,去年3100人次。", "2024"),
        ("2024年,街道接待游客3万人次,比去年增长5%。", "2024"),
    ],
)
def test_who_tells_of_last_year_and_never_of_this_one_writes_in_the_year_after(text: str, dated: str) -> None:
    assert made(text).heading.dated == dated


def nouns_of(text: str) -> list[str]:
    return [fact.unit.one for fact in made(text).facts.values() if fact.unit]


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("更换路灯860盏,其中主路420盏、小巷540盏。", ["street lamp"] * 3),  # a lane is no lamp
        ("辖区有幼儿园16所,中小学7所。", ["kindergarten", "school"]),
        ("受理诉求1264件,其中物业类512件,还在商议的9件。", ["request"] * 3),
        ("计划修缮老宅43处。\n\n目前,已完成28处。", ["old house", ""]),
        ("计划修缮老宅43处。已完成28处,正在施工7处。", ["old house"] * 3),
        ("候鸟由2020年的1.3万只增加到2024年的4.2万只。", ["migratory bird"] * 2),
        ("返乡的年轻人回来了41名。", ["young person"]),
        ("办起“巷子书屋”6个。", ["reading room"]),
        ("动员机关和企业15家,请了木匠、瓦匠共63名。", ["", ""]),
        ("帮扶失能、半失能老人230名。", ["older resident"]),
        ("片区征收涉及2150户。", ["household"]),
        ("扶持商户,征收涉及2150户。", [""]),
        ("培训1460人次,门诊4.6万人次,运送旅客300人次,出动1.3万人次。", ["attendance", "visit", "trip", ""]),
        ("组成区、街道、驻区单位四级考评组。", [""]),
        ("每天有260名老人前来就餐。", ["older resident"]),
    ],
)
def test_a_noun_is_what_the_classifier_counts_or_open(text: str, nouns: list[str]) -> None:
    assert nouns_of(text) == nouns


def test_no_row_of_nouns_is_told_twice_and_each_has_a_plural() -> None:
    rows = re.findall(r"^(?!#)(.+)$", nouns._ROWS, re.M)
    told = [zh for row in rows for one in row.split("; ") for zh in one.split(" = ")[0].split()]
    assert len(told) == len(set(told)) == len(nouns.NOUNS)
    assert all(is_plural(one, plural(one)) for one in nouns.NOUNS.values())


def test_what_a_term_of_the_glossary_only_begins_is_not_called_by_it() -> None:
    street = Glossary.model_validate({"terms": [{"zh": "党员", "en": "Party member"}]})
    found = sheet(Article("a.txt", "街道组织50名党员志愿者走进公寓,30名党员参加。\n"), street).facts.values()
    assert [fact.unit.one for fact in found if fact.unit] == ["volunteer", "Party member"]


@pytest.mark.parametrize(
    ("text", "works"),
    [
        ("托育楼已完成立项,计划明年3月开工。", {"托育楼": "planned"}),
        ("东环路延伸段路基已完工,计划明年通车。", {"东环路延伸段": "under_way"}),
        ("停车楼正在建设,预计9月投用。康复中心还在选址。", {"停车楼": "under_way", "康复中心": "under_way"}),
        ("安置房建筑面积18万平方米,桩基施工已经完成,计划2026年底交付。", {"安置房": "under_way"}),
        ("目前,一期4栋厂房已经投产。", {"一期": "achieved"}),
        ("镇里正在登记产权,计划2026年底前完成西段修缮。", {"西段修缮": "planned"}),
        ("临港小学设学位1620个,正在办理前期手续。", {"临港小学": "under_way"}),
        ("环湖绿道工程全长23公里,已建成15公里,剩余路段计划2025年贯通。", {"环湖绿道工程": "under_way"}),
        ("推进老旧小区改造,完成道路改造。大楼已经投用。", {}),
    ],
)
def test_works_are_what_a_clause_tells_steps_of(text: str, works: dict[str, str], tmp_path: Path) -> None:
    root = project_with(tmp_path / "project", f"街道改造5户,植树900棵,拆违7处。\n{text}\n", house=False)
    _, found = begun(root)
    assert {found.article.bare.text[slice(*one.span)]: one.status for one in found.projects} == works
    own = [
        problem for problem in workshop(root, ["probe"]).check().problems if problem.place.file == "content/probe.yaml"
    ]
    assert {problem.message for problem in own} == {language.unfinished()}


def test_what_is_counted_by_the_turn_is_a_fact() -> None:
    found = made("全院完成手术5860台次,作业面积31.5万亩次,改造5户。").facts.values()
    assert [(fact.numeral.text, fact.unit and fact.unit.zh) for fact in found] == [
        ("5860", "台次"),
        ("31.5万", "亩次"),
        ("5", "户"),
    ]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("2023年11月,门诊楼投用,诊室由42间增加到96间。", [None, '{at: "2023-11"}']),
        ("2022年9月,县里启动医院扩建,建筑面积2.4万平方米。", [None]),
    ],
)
def test_what_was_there_before_and_what_works_measure_is_not_counted_since_then(
    text: str, periods: list[str | None]
) -> None:
    assert [fact.period for fact in made(text).facts.values() if not fact.numeral.date] == periods


def test_a_level_is_told_by_the_district_too(tmp_path: Path) -> None:
    text = "平川县沙岭镇\n改造5户,植树900棵,拆违7处。沙岭镇获平川县人民政府颁发的“先进集体”称号。\n"
    path, found = begun(project_with(tmp_path / "project", text, house=False))
    assert [one.level for one in found.honours] == ["county"]
    assert found.heading.within.zh == "平川县"
    assert yaml.safe_load(path.read_text(encoding="utf-8"))["honours"][0]["level"] == "county"
