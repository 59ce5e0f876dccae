"""Which statuses the words around 【】 bear out. The sentences are ours, in the manner of reports."""

from __future__ import annotations

import pytest

from bulletin.evidence.how_far import uncut, words_of
from bulletin.evidence.statuses import Spoken, proved_by, spoken_of

NUMBERS = {
    "园区规划建设面积【12】万平方米。": "planned",
    "一期将于明年通水,届时供水能力提高【2】倍。": "expected planned",
    "建成后可容纳学生【2160】名。": "expected planned",
    "力争全年新开工项目【80】个。": "planned",
    "力争新开工项目80个,完成投资【170】亿元。": "planned",
    "主要目标:生产总值增长【7%】;财政收入增长6%。": "planned",
    "主要目标:生产总值增长7%;财政收入增长【6%】。": "planned",
    "主要目标:生产总值增长7%,收入增长6%,失业率控制在【4.5%】以内。": "planned standing",
    "二期预计投资【3】亿元。": "expected",
    "目前成功申报专利【6】项。": "achieved",
    "今年申报专利【6】项。": "applied_for",
    "对【1487】家申请复工的企业进行复查。": "achieved standing",
    "入选“千人计划”【6】人。": "achieved",
    "完成投资157亿元,占年度计划的【108%】。": "standing",
    "现有党员【320】名。": "standing",
    "辖区有楼院【174】个。": "standing",
    "计划三年改造楼院88个,占全市任务的【80%】。": "planned standing",
    "今年改造的【53】个楼院中,8个已完工,28个正在施工。": "standing under_way",
    "今年改造的53个楼院中,【8】个已完工,28个正在施工。": "achieved standing",
    "今年改造的53个楼院中,8个已完工,【28】个正在施工。": "under_way",
    "项目涉及群众【1832】户,自8月启动以来,有序推进。": "standing under_way",
    "项目占地约【20】亩,计划打造成综合体。": "planned standing",
    "先后拆除违建【20】亩,还地于民。": "achieved",
    "将【232】名党员划定岗位。": "achieved standing",
    "已将【300】户迁出。": "achieved",
    "每天组织【20】余人巡逻。": "under_way",
    "尚未开工的项目有【3】个。": "expected planned",
    "8月底前完成护栏【36】公里。": "expected planned",
    "按照工作计划,清理垃圾【30】吨。": "achieved",
    "“我们计划新建学校【3】所”。": "planned",
    "计划新建学校3所;同时启动改造【5】所。": "planned",
    "计划新建学校3所;并启动改造【5】所。": "planned",
    "计划新建学校3所;改造【5】所。": "achieved",
    "计划新建学校3所,已改造【5】所。": "achieved",
    "计划新建学校3所,正在施工的学校改造【5】所。": "under_way",
    "计划新建学校3所,已建成食堂,供餐【5】次。": "achieved standing",
    "计划:新建学校3所;改造【5】所。": "planned",
    "整治工程完成【30%】。": "achieved under_way",
    "整治工程完成了近【30%】。": "achieved under_way",
    "整治进度达【三成】。": "achieved under_way",
    "整治完成【100%】。": "achieved",
    "整治完成率【30%】。": "achieved",
    "改造【3】处,其余正在施工。": "achieved",
    "改造【3】处,正在施工。": "under_way",
    "改造【3】处,预计年底完工。": "expected",
    "改造【31】处,总投资3亿元,预计年底完工。": "expected",
    "改造【31】处,还在商议的9件。": "achieved",
    "已清淤2万方,改造【31】处,预计年底完工。": "achieved expected",
    "已清淤2万方;改造【31】处,预计年底完工。": "expected",
    "正在清淤2万方,改造【31】处,预计年底完工。": "expected",
    "种植【31】株,预计年底完工。": "achieved",
    "每天接待【30】人并已完成登记。": "achieved standing under_way",
    "启动改造【3】个。": "achieved under_way",
    "涉及【3】个,每天清扫。": "standing under_way",
    "涉及【3】个,已完成登记,每天清扫。": "achieved standing under_way",
}


@pytest.mark.parametrize("text", NUMBERS)
def test_what_is_borne_out_of_a_number(text: str) -> None:
    assert " ".join(sorted(_said(text))) == NUMBERS[text]


WORKS = {
    "【中央厨房项目】总投资2600万元,今年4月开工,目前主体结构已经封顶,预计2027年6月投入使用。": "under_way",
    "中央厨房项目总投资2600万元,今年4月开工,【目前主体结构已经封顶】,预计2027年6月投入使用。": "under_way",
    "中央厨房项目【主体结构已经封顶,预计2027年6月投入使用】。": "under_way",
    "【中央厨房项目】桩基已完成,预计2027年6月投入使用。": "under_way",
    "【中央厨房项目】占地5亩,土地手续已经办结,计划明年一季度动工。": "planned",
    "【中央厨房项目】占地5亩,预计明年动工,2027年6月投入使用。": "expected planned",
    "【中央厨房项目主体已封顶并投入使用】。": "achieved",
    "【市场改造项目】主体封顶,正在进行外墙施工,计划明年回迁。": "under_way",
    "【市场改造项目】拆迁任务已完成。": "under_way",
    "【市场改造项目】已于年底启动。": "under_way",
    "【市场改造项目】已经完成。": "achieved",
    "【市场改造项目】正在谋划当中。": "planned",
    "【大厦】竣工验收并投入使用。": "achieved",
    "【广场】待建。": "expected planned",
    "【护岸工程】完成六成。": "under_way",
    "【护岸工程】进度达60%。": "under_way",
    "【护岸工程】完成率达60%。": "achieved",
    "【护岸工程】完成100%。": "achieved",
    "启动【小菜场改造】,投资3亿元。": "under_way",
    "启动【小菜场改造】,投资3亿元,明年一季度动工。": "expected planned",
    "启动【小菜场改造】,下个月开工。": "expected planned",
    "【市场】,预计明年完工,今年4月开工。": "expected planned",
    "【市场】占地3亩,已动工,将建成三层。": "under_way",
    "【市场】主体封顶,计划明年回迁。": "under_way",
}


@pytest.mark.parametrize("text", WORKS)
def test_what_is_borne_out_of_a_work(text: str) -> None:
    assert " ".join(sorted(_said(text, of="work") - {"standing"})) == WORKS[text]


DATES = {
    "项目已于【2018年底】启动。": "achieved",
    "截至【今年9月底】,已完工3个。": "achieved standing",
    "截至【今年9月底】,计划开工3个。": "achieved planned standing",
    "【2019年】,市里决定建设市场,规划面积3亩。": "achieved standing",
    "【去年3月】,工程正式启动,计划总投资3亿元。": "achieved standing",
    "【去年3月】,计划总投资3亿元。": "planned standing",
    "【去年3月】开工,计划总投资3亿元。": "achieved",
    "【去年3月】,工程完工。": "achieved standing",
    "计划【明年3月】开工。": "expected planned",
}


@pytest.mark.parametrize("text", DATES)
def test_what_is_borne_out_of_a_day(text: str) -> None:
    assert " ".join(sorted(_said(text, of="date"))) == DATES[text]


@pytest.mark.parametrize(
    ("text", "of", "word", "firm", "listed"),
    [
        ("整治工程完成【30%】。", "number", "完成", True, False),
        ("计划新建学校3所;同时启动改造【5】所。", "number", "计划", False, False),
        ("新建学校3所:计划改造【5】所。", "number", "计划", True, False),
        ("改造【3】处,正在施工。", "number", "正在", False, False),
        ("已清淤2万方,改造【31】处,预计年底完工。", "number", "预计", False, True),
        ("已清淤2万方;改造【31】处,预计年底完工。", "number", "预计", False, False),
        ("截至【今年9月底】,已完工3个。", "date", "已", False, True),
        ("启动【小菜场改造】,投资3亿元,明年一季度动工。", "work", "明年", True, False),
        ("【护岸工程】完成六成。", "work", "完成", False, False),
        ("【市场】主体已经封顶。", "work", "封顶", True, False),
    ],
)
def test_the_word_that_tells_is_of_the_clause_itself_or_of_another(
    text: str, of: str, word: str, firm: bool, listed: bool
) -> None:
    spoken = _spoken(text, of)
    assert (spoken.word, spoken.firm, spoken.listed) == (word, firm, listed)


def test_the_next_thing_of_a_sentence_speaks_for_itself() -> None:
    text = "一期安置区,回迁群众314户;二期正在施工。"
    assert spoken_of(text, (0, 5), until=text.index("二期"), of="work").statuses == {"achieved", "standing"}


def test_words_that_are_cited_tell_a_status() -> None:
    assert proved_by("目前街道在建的重点项目有两个") == {"under_way"}
    assert proved_by("街道办事处") == frozenset()


TWO_WORDS = {
    "另有望岳嘉园食堂完成选址": "完成",
    "有望月底开园": "有望",
    "另有望于年内完工": "有望",
    "召开工作推进会": "召开",
    "发放劳动工具": "发放",
    "完成功能区划": "完成",
    "公共投资": "投资",
    "文明年度评比": "",
    "走访已故党员家属": "走访",
    "党建成效明显": "",
    "公正在身边": "",
    "在建国路口": "",
    "在建项目": "在",
}


@pytest.mark.parametrize("text", TWO_WORDS)
def test_the_characters_of_two_words_are_no_word_of_a_stage(text: str) -> None:
    found = words_of(text)
    assert next((found[kind].text for kind in found if kind != "is"), "") == TWO_WORDS[text]


def test_a_name_that_is_known_is_not_cut() -> None:
    assert uncut("另有望东苑市场完成选址", ["望东苑市场"]) == "另有·东苑市场完成选址"
    assert uncut("有望东苑", []) == "有望东苑"
    assert uncut("土地征收完成", ["土地征收"]) == "土地征收完成"


def _spoken(text: str, of: str) -> Spoken:
    text = text.translate(str.maketrans("“”", '""'))
    start, end = text.index("【"), text.index("】") - 1
    return spoken_of(text.replace("【", "").replace("】", ""), (start, end), of=of)  # type: ignore[arg-type]


def _said(text: str, of: str = "number") -> frozenset[str]:
    return _spoken(text, of).statuses
