"""What evidence promises and refuses where no other test looks, a sentence a test.

Found by asking which lines no test executes, and which faults in a line nobody notices.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest

from bulletin.evidence import english
from bulletin.evidence.numerals import find_numerals
from bulletin.evidence.parity import disagreements
from bulletin.evidence.reading import read
from bulletin.problems import Problem
from tests.evidence.told import checked

# ------------------------------------------------------------------------------------------------ two languages


@pytest.mark.parametrize(
    ("zh", "lie", "true"),
    [
        ("报道没有给出日期。", "The article dates the work.", "The article does not date the work."),
        ("编者未核实此数。", "The editors checked this figure.", "The editors have not checked this figure."),
        ("发放补贴100元。", "Subsidies of 100 yuan each were paid.", "Subsidies of 100 yuan were paid."),
        ("每户发放补贴100元。", "Subsidies of 100 yuan were paid per person.", "Households got 100 yuan each."),
        ("人均收入100元。", "Income was 100 yuan.", "Income per head was 100 yuan."),
        (
            "投资100万元，另有50万元用于绿化。",
            "Investment was 1 million yuan, including 500,000 yuan for greening.",
            "Investment was 1 million yuan, and another 500,000 yuan went to greening.",
        ),
        (
            "投资100万元，其中50万元用于绿化。",
            "Investment was 1 million yuan, and another 500,000 yuan went to greening.",
            "Investment was 1 million yuan, including 500,000 yuan for greening.",
        ),
        (
            "2018年1月至9月植树。",
            "In the first half of 2018 trees were planted.",
            "Trees, first three quarters of 2018.",
        ),
        ("2018年1月至6月植树。", "In the first quarter of 2018, trees.", "In the first half of 2018, trees."),
        ("2018年1月至3月植树。", "In the first half of 2018, trees.", "In the first quarter of 2018, trees."),
        ("半个月内完成。", "It was finished in 20 days.", "It was finished in 15 days."),
        ("半个月内完成。", "It was finished in 13 days.", "It was finished in two weeks."),
        ("植树250万株。", "It planted two and a half thousand trees.", "It planted two and a half million trees."),
        ("植树350万株。", "It planted 3 million trees.", "It planted 3 and a half million trees."),
        ("全区开展植树。", "The city’s trees were planted.", "The district’s trees were planted."),
        ("全市开展植树。", "Trees were planted provincewide.", "Trees were planted citywide."),
        (
            "游园已建成。夕阳楼项目涉及群众100人。",
            "The park is finished. The finished Xiyanglou project affects 100 people.",
            "The finished park is open. The Xiyanglou project affects 100 people.",
        ),
        (
            "街道已建成游园。居民计划植树。",
            "The subdistrict plans a park. Residents have planted trees.",
            "The subdistrict has built a park. Residents plan to plant trees.",
        ),
        (
            "街道建成游园，居民称快。市场正在施工。",
            "The park is under construction, and residents are glad. The market was finished.",
            "The park was finished, and residents are glad. The market is under construction.",
        ),
        ("街道改造楼院3个。", "It renovated the 3 derelict compounds.", "It renovated the 3 compounds."),
        ("占2.5%。", "It is two and a half percentage points.", "It is two and a half percent of all."),
        ("提高2.5个百分点。", "It rose by two and a half percent.", "It rose by two and a half percentage points."),
        ("绿地50亩。", "Green space of 3.4 hectares.", "Green space of 3.3 hectares."),
        ("绿地50亩。", "Green space of 32,000 square meters.", "Green space of 33,000 square meters."),
        ("绿地50亩。", "Green space of 33,600 square meters.", "Green space of 33,310 square meters."),
        ("绿地50亩。", "Green space of 4 hectares.", "Green space of 3 hectares."),
        ("绿地50亩。", "Green space of three hectares.", "Green space of 3.33 hectares."),
        ("道路长2.4公里。", "The road is 1.6 miles long.", "The road is 1.5 miles long."),
        ("凌晨0点30分开门。", "It opens at 1:30 a.m.", "It opens at 12:30 a.m."),
        ("栽树1.2万亩。", "Trees on 790 hectares.", "Trees on 800 hectares."),
    ],
)
def test_of_the_lie_something_is_told_and_of_the_truth_nothing(zh: str, lie: str, true: str) -> None:
    assert disagreements(zh, lie) != []
    assert disagreements(zh, true) == []


# ------------------------------------------------------------------------------------------------ numbers in words


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("三点五亿元", 350_000_000),
        ("两点五个", Fraction(5, 2)),
        ("三点五万株", 35_000),
        ("两万五元", 25_000),
        ("一亿五元", 150_000_000),
        ("1万6820元", 16_820),
        ("1万2元", 12_000),
        ("1万20元", None),
        ("三百五十人", 350),
        ("三百零五人", 305),
        ("工人种数百棵树", 100),
        ("增长三倍半", Fraction(7, 2)),
    ],
)
def test_a_chinese_number_in_words_is_read_to_its_last_digit_or_refused(text: str, value: object) -> None:
    assert [numeral.value for numeral in find_numerals(text)] == [value]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("two and a half million trees", [2_500_000]),
        ("two and a half percent", [Fraction(5, 2)]),
        ("one and a half percentage points", [Fraction(3, 2)]),
        ("twenty fifteen", [20, 15]),
        ("five thousand thousand", [5000, 1000]),
        ("a hundred and five", [105]),
        ("two hundred and a dozen", [200, 12]),
    ],
)
def test_an_english_number_in_words_is_read_once(text: str, values: list[object]) -> None:
    found = english.find_numbers(text)
    assert [one.value for one in found] == values
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_a_share_of_so_many_and_a_half_is_a_share() -> None:
    (found,) = english.find_numbers("two and a half percent of all")
    assert (found.kind, found.text) == ("percent", "two and a half percent")


# ------------------------------------------------------------------------------------------------ what a title claims


def told(folder: Path, rule: str, article: dict[str, str], content: dict[str, str]) -> list[Problem]:
    found, _, _ = checked({"article": article, "content": content}, folder)
    return [problem for problem in found if problem.rule == rule]


TITLE = "zh: 街边多了游园\n      en: More pocket parks by the street"


def claimed(folder: Path, share: str, zh: str, en: str, claim: str) -> bool:
    """Do the figures bear the claim out, where so many percent of the courtyards are old?"""
    content = {
        TITLE: f"zh: {zh}\n      en: {en}\n    claim: {{{claim}: old}}",
        "value: 25\n": f"value: {share}\n",
        "quote: 老旧楼院占25%": f"quote: 老旧楼院占{share}%",
    }
    found = told(folder, "claim", {"占25%": f"占{share}%"}, content)
    return not [problem for problem in found if "do not bear it out" in problem.message]


@pytest.mark.parametrize(
    ("claim", "zh", "en", "true", "false"),
    [
        ("all", "全部楼院老旧", "All courtyards are old", ["100"], ["99.9", "50", "0"]),
        ("none", "没有楼院老旧", "None of the courtyards is old", ["0"], ["0.1", "100"]),
        ("most", "大多数楼院老旧", "Most courtyards are old", ["50.1", "100"], ["50", "0"]),
        ("half", "半数楼院老旧", "Half of the courtyards are old", ["50"], ["49.9", "50.1", "0"]),
        ("half", "约半数楼院老旧", "About half of the courtyards are old", ["45", "50", "55"], ["44.9", "55.1"]),
    ],
)
def test_a_share_bears_out_what_is_claimed_of_it_and_no_less(
    claim: str, zh: str, en: str, true: list[str], false: list[str], tmp_path: Path
) -> None:
    assert all(claimed(tmp_path / share, share, zh, en, claim) for share in true)
    assert not any(claimed(tmp_path / share, share, zh, en, claim) for share in false)


PART = "zh: {zh}\n      en: {en}\n    claim: {{{kind}: [parks, communities]}}"


@pytest.mark.parametrize(
    ("kind", "zh", "en", "parks", "borne"),
    [
        ("most", "大多数社区新建了游园", "Most communities have a new park", "3", True),
        ("most", "大多数社区新建了游园", "Most communities have a new park", "2", False),
        ("most", "大多数社区新建了游园", "Most communities have a new park", "6", False),
        ("most", "大多数社区新建了游园", "Most communities have a new park", "约3", True),
        ("most", "大多数社区新建了游园", "Most communities have a new park", "约5", False),
        ("all", "全部社区新建了游园", "All communities have a new park", "5", True),
        ("all", "全部社区新建了游园", "All communities have a new park", "4", False),
        ("half", "半数社区新建了游园", "Half of the communities have a new park", "2", False),
        ("half", "半数社区新建了游园", "Half of the communities have a new park", "约2", False),
    ],
)
def test_a_part_bears_out_what_is_claimed_of_the_whole(
    kind: str, zh: str, en: str, parks: str, borne: bool, tmp_path: Path
) -> None:
    value = parks.removeprefix("约")
    approx = "\n    approx: about" if parks != value else ""
    content = {
        TITLE: PART.format(zh=zh, en=en, kind=kind),
        "value: 3\n": f"value: {value}{approx}\n",
        "quote: 新建游园3个": f"quote: 新建游园{parks}个",
    }
    found = told(tmp_path, "claim", {"新建游园3个": f"新建游园{parks}个"}, content)
    assert (not found) is borne, found


@pytest.mark.parametrize(("parks", "about", "borne"), [(3, 6, False), (4, 6, True), (3, 5, True), (6, 6, False)])
def test_of_about_so_many_it_is_most_where_it_is_most_of_all_that_it_may_be(
    parks: int, about: int, borne: bool, tmp_path: Path
) -> None:
    title = PART.format(zh="大多数社区新建了游园", en="Most communities have a new park", kind="most")
    content = {
        TITLE: title,
        "value: 3\n": f"value: {parks}\n",
        "quote: 新建游园3个": f"quote: 新建游园{parks}个",
        "value: 5\n": f"value: {about}\n    approx: about\n",
    }
    labels = ("{zh: 社区, en: communities}", "{zh: 居民户数, en: households}")
    content |= {f"{one}\n    quote: 5个": f"{one}\n    quote: 约{about}个" for one in labels}
    article = {"新建游园3个": f"新建游园{parks}个", "5个社区": f"约{about}个社区"}
    assert (not told(tmp_path, "claim", article, content)) is borne


@pytest.mark.parametrize(("parks", "borne"), [(5, True), (3, False), (6, False)])
def test_what_is_claimed_to_be_equal_is_equal(parks: int, borne: bool, tmp_path: Path) -> None:
    title = "zh: 社区与游园一样多\n      en: Communities and parks are equal in number"
    claim = f"{title}\n    claim: {{equal: [communities, parks]}}"
    content = {TITLE: claim, "value: 3\n": f"value: {parks}\n", "quote: 新建游园3个": f"quote: 新建游园{parks}个"}
    assert (told(tmp_path, "claim", {"新建游园3个": f"新建游园{parks}个"}, content) == []) is borne


# ------------------------------------------------------------------------------------------------ quotes and references


def test_a_quote_whose_number_is_a_date_says_which(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, "quote-unit", {}, {"quote: 新建游园3个": "quote: 2018年"})
    assert problem.message == "no number of the quote stands before 个: it says 2018年 = 2018"


def test_a_number_that_cannot_be_read_is_told_as_it_is_written(tmp_path: Path) -> None:
    changes = {"quote: 新建游园3个": "quote: 新建游园1万20个"}
    (problem,) = told(tmp_path, "quote-value", {"新建游园3个": "新建游园1万20个"}, changes)
    assert problem.message == "the quote says 1万20 but value is 3"


def test_a_reference_with_a_space_inside_is_shown_without(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, "reference", {}, {"植树<trees>": "植树< trees>"})
    assert problem.message == "< trees> is no reference"
    assert [text for _, text in problem.notes] == ["type <trees>"]


def test_a_digit_inside_a_word_of_a_name_is_a_typed_number(tmp_path: Path) -> None:
    changes = {"en: Civilized Unit of Zhengzhou": "en: Civilized Unit A4 of Zhengzhou"}
    (problem,) = told(tmp_path, "typed-number", {}, changes)
    assert problem.message == "a digit inside a word: A4"


def test_an_english_passage_is_no_chinese(tmp_path: Path) -> None:
    changes = {"zh: 街边多了游园": "zh: 街边多了 pocket parks by the street 游园"}
    (problem,) = told(tmp_path, "language", {}, changes)
    assert problem.message == "English in the Chinese"


def test_a_reason_that_is_not_written_yet_is_not_finished(tmp_path: Path) -> None:
    changes = {
        "period: {year: 2018}\n    status: achieved": "period: {year: 2018}\n    status: planned\n    status_why: TODO"
    }
    (problem,) = told(tmp_path, "language", {}, changes)
    assert problem.message == "this is not finished"


# ------------------------------------------------------------------------------------------------ time lines, stages

TIMELINE = """timeline:
  kind: timeline
  title: {zh: 时间, en: Time}
%s  events:
    - {at: trees, label: {zh: 植树, en: trees planted}}
    - {at: %s, label: {zh: 其他, en: other}}
    - {at: since, label: {zh: 开始, en: begun}}
honours:
"""
ON_PAGE = {"  - [key_figures, green]": "  - [key_figures, green, timeline]"}


def test_an_event_is_of_some_time(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, "period", {}, {"honours:\n": TIMELINE % ("", "households"), **ON_PAGE})
    assert problem.message == "households is no date and has no period"


@pytest.mark.parametrize(
    ("note", "stated", "is_told"),
    [
        ("{zh: 时间线。, en: The time line.}", "false", True),
        ("{zh: 时间由编者推断。, en: The editors inferred the dates.}", "false", False),
        ("{zh: 时间线。, en: The time line.}", "true", False),
    ],
)
def test_the_note_of_a_time_line_says_what_is_inferred(note: str, stated: str, is_told: bool, tmp_path: Path) -> None:
    guessed = f'quote: 投资近90万元\n    period: {{at: "2018", stated: {stated}}}'
    content = {"honours:\n": TIMELINE % (f"  note: {note}\n", "spent"), **ON_PAGE}
    content["quote: 投资近90万元\n    period: {year: 2018}"] = guessed
    assert bool(told(tmp_path, "inferred", {}, content)) is is_told


OPENING = """  opening:
    date: "--10"
    label: {zh: 市场开业, en: market opens}
    quote: 计划10月开业
    status: planned
  old:
"""


@pytest.mark.parametrize(("label", "is_told"), [("南苑市场开业", False), ("南苑市场已开业", True)])
def test_the_mark_of_a_time_line_says_that_an_event_is_to_come_unless_its_label_says_that_it_has(
    label: str, is_told: bool, tmp_path: Path
) -> None:
    events = (TIMELINE % ("", "opening")).replace("zh: 其他, en: other", f"zh: {label}, en: Nanyuan Market opens")
    content = {"honours:\n": events, "  old:\n": OPENING, **ON_PAGE}
    article = {"街道荣获": "南苑市场计划10月开业。街道荣获"}
    assert bool(told(tmp_path, "borne", article, content)) is is_told


def staged(folder: Path, article: str, status: str, stage: str, *, rule: str = "stage", note: str = "") -> list[str]:
    """What is said of the stage of a market of which the article says this."""
    quote = article.partition("，")[0]
    project = f"""tracker:
  title: {{zh: 进度, en: Progress}}
{note}projects:
  - name: {{zh: 南苑市场, en: Nanyuan Market}}
    done: {{zh: 南苑市场, en: the market}}
    plan: {{zh: 南苑市场, en: the market}}
    status: {status}
    stage: {{{stage}}}
    quote: {quote}
honours:
"""
    content = {"honours:\n": project, "  - [key_figures, green]": "  - [key_figures, green, projects]"}
    return [problem.message for problem in told(folder, rule, {"街道荣获": f"{article}。街道荣获"}, content)]


WORKS = "南苑市场正在施工，计划明年开业"
OURS = '  note: {zh: 方格依次为前期、基础或主体、收尾，由编者按报道判断。, en: "%s"}\n'
NOTE = OURS % "The squares are preparation, foundation or shell, finishing, as the editors read the article."


def test_a_begun_work_is_done_in_part_and_goes_on(tmp_path: Path) -> None:
    stage = "marks: [done, under_way, planned], label: {zh: 施工, en: works}, quotes: [计划明年开业]"
    assert staged(tmp_path, "南苑市场已开工，计划明年开业", "under_way", stage) == []


def test_what_is_achieved_has_no_step_to_come(tmp_path: Path) -> None:
    stage = "marks: [done, under_way], label: {zh: 施工, en: works}"
    assert "the status is achieved, but not every step is done" in staged(tmp_path, "南苑市场已建成", "achieved", stage)


@pytest.mark.parametrize(
    ("stage", "says"),
    [
        ("marks: [done, under_way, planned], label: {zh: 主体施工, en: shell}, quotes: [计划明年开业]", ""),
        ("marks: [done, under_way, planned], label: {zh: 基础施工, en: base}, quotes: [计划明年开业]", ""),
        ("marks: [done, under_way, planned], label: {zh: 收尾, en: finishing}, quotes: [计划明年开业]", "基础或主体"),
        ("marks: [under_way, planned], label: {zh: 前期, en: preparation}, quotes: [计划明年开业]", "3"),
    ],
)
def test_marks_and_label_are_the_steps_that_the_note_names(stage: str, says: str, tmp_path: Path) -> None:
    found = staged(tmp_path, WORKS, "under_way", stage, note=NOTE)
    assert [says in message for message in found] == ([True] if says else []), found


@pytest.mark.parametrize(
    ("written", "value"),
    [
        *(
            ("十", 10),
            ("一十", 10),
            ("二十五", 25),
            ("一百十", 110),
            ("一百一十", 110),
            ("三百五", 350),
            ("三百零五", 305),
        ),
        *(("三千五", 3500), ("三千零五", 3005), ("五千六百七十八", 5678), ("一百二十三万四千五百六十七", 1234567)),
        *(("两万五", 25000), ("一万零五", 10005), ("一亿五", 150_000_000), ("十万", 100_000), ("一千万", 10_000_000)),
        *(("5千", 5000), ("千万", 10**7), ("万亿", 10**12), ("1百2", 120), ("1万2", 12000), ("1万2千", 12000)),
        *(("1万6820", 16820), ("1万零20", 10020), ("3亿5000万", 350_000_000), ("2亿零500万", 205_000_000)),
        *(("12,345", 12345), ("1,234,567.5", Fraction("1234567.5")), ("7.392亿", 739_200_000), ("１２", 12)),
        *(
            ("二〇一八", 2018),
            ("零", 0),
            ("0", 0),
            ("三点五", Fraction(7, 2)),
            ("三点零五万", 30500),
            ("9" * 40, 10**40 - 1),
        ),
        *(
            (none, None)
            for none in ("百十", "千百", "千十", "三十百", "万五", "一万万", "一万一万", "1亿2亿", "1万2万")
        ),
        *((none, None) for none in ("1万20", "12,34", "二一八", "二零", "五三", "三点", "", "9" * 41)),
    ],
)
def test_a_numeral_that_is_the_whole_text_has_one_value_or_none(written: str, value: object) -> None:
    assert read(written) == value
