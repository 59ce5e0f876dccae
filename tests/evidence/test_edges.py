"""Where a measure of evidence ends: the last text that is within it, and the first that is not."""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest

from bulletin.content.model import Both, Fact
from bulletin.evidence import named
from bulletin.evidence.article import Article
from bulletin.evidence.english import find_numbers
from bulletin.evidence.features import pairs, stems
from bulletin.evidence.numerals import find_numerals
from bulletin.evidence.parity import disagreements
from bulletin.evidence.reading import read
from bulletin.evidence.retelling import retelling
from bulletin.evidence.rules import language
from bulletin.evidence.rules.claim import is_most
from bulletin.evidence.said_of import places
from bulletin.evidence.statement import Figures, Statement
from bulletin.evidence.verify import heard
from tests.conftest import ARTICLE, CONTENT, GLOSSARY, small_project, workshop
from tests.evidence.told import checked

DIRECTIONS = frozenset(("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"))


LAST = "      - zh: <communities>社区"
"""Where the last paragraph begins."""


def behind(zh: str, en: str) -> dict[str, str]:
    """A paragraph more, before the last."""
    return {LAST: f"      - zh: {zh}\n        en: {en}\n{LAST}"}


@pytest.mark.parametrize(
    ("characters", "words", "told"),
    [
        (11, 40, ""),  # a short text says nothing of lengths
        (12, 2, "short"),
        (12, 3, ""),  # a word to four characters
        (40, 9, "short"),
        (40, 10, ""),
        (12, 18, ""),  # twelve to ten, and four beside
        (12, 19, "long"),
        (40, 52, ""),
        (40, 53, "long"),
    ],
)
def test_one_language_says_much_less_or_more_from_a_word_to_the_next(
    small: Path, characters: int, words: int, told: str
) -> None:
    shop = workshop(small)
    case = shop.case(*shop.library.contents["willow"])
    text = Both(zh="绿化美化净化亮化街道环境" * 4, en=" ".join(f"word{n:c}" for n in range(97, 97 + 26)) * 3)
    text = Both(zh=text.zh[:characters], en=" ".join(text.en.split()[:words]))
    found = [problem.message for problem in language.check_text(case, ("stories", 0, "title"), text)]
    assert [f"very {told} " in message for message in found] == [True] * bool(told)


@pytest.mark.parametrize(
    ("tongue", "before", "opens"),
    [
        ("zh", "", True),
        ("zh", "街道各社区从从", True),  # seven characters
        ("zh", "街道各社区自从从", False),
        ("zh", "街道各社区居民代表自", False),
        ("en", "In ", True),
        ("en", "Work began in ", False),
    ],
)
def test_a_date_that_opens_a_clause_is_said_of_what_stands_behind_its_comma(
    tongue: str, before: str, opens: bool
) -> None:
    since = Fact.model_validate(
        {"date": "2018", "quote": "2018年", "label": {"zh": "年份", "en": "year"}, "status": "achieved"}, strict=False
    )
    text = {"zh": "<since>，改造楼院。", "en": "In <since>, courtyards were renovated."}
    text[tongue] = before + text[tongue][text[tongue].index("<") :]
    said = Statement.of(Both(**text), (text["zh"], text["en"]), Figures({"since": since}, {}))
    (place,) = places(said.zh if tongue == "zh" else said.en, tongue)
    behind = pairs("楼院") if tongue == "zh" else stems("courtyards")
    assert (behind <= place.near) is opens
    assert (behind <= place.far) is not opens


def test_nothing_that_a_page_or_a_terminal_obeys_is_read_in_an_article() -> None:
    obeyed = [chr(n) for n in range(0x3000) if unicodedata.category(chr(n)) == "Cc"]
    obeyed += [chr(n) for n in range(0x3000) if unicodedata.bidirectional(chr(n)) in DIRECTIONS]
    assert len(obeyed) == 65 + 9
    for char in obeyed:
        article = Article.from_bytes("a.txt", f"新建{char}游园3个".encode())
        assert char in "\t\n\r" or char not in article.text
        assert article.bare.text == "新建游园3个"


@pytest.mark.parametrize("before", [*range(9)])
def test_what_says_of_which_sort_something_is_counts_nothing_wherever_it_stands(before: int) -> None:
    text = "食堂每天中午供应热菜"[:before] + "两荤两素一汤"
    assert [numeral.soft for numeral in find_numerals(text) if numeral.start >= before] == [True, True, True]


@pytest.mark.parametrize(
    ("article", "told"),
    [
        ("先改造水电,再改造景观", True),
        ("先改造景观,再改造水电", False),
        ("先改造水电,再改造河道", False),
        ("先改造河道,再改造景观", False),
    ],
)
def test_two_things_are_turned_where_the_article_has_both_the_other_way_round(
    article: str, told: bool, tmp_path: Path
) -> None:
    content = behind("街道先改造景观，再改造水电。", "Landscaping came before water and power.")
    found, _, _ = checked({"article": {"党员参加": f"街道{article}。党员参加"}, "content": content}, tmp_path)
    assert any(problem.rule == "retold" and "先" in problem.message for problem in found) is told


@pytest.mark.parametrize(("form", "told"), [("", 0), (":number", 2), (":value", 2)])
def test_a_measure_is_lost_where_the_next_figure_has_none_either(form: str, told: int, tmp_path: Path) -> None:
    facts = "".join(
        f"  {id}:\n    value: {value}\n    unit: 米\n    label: {{zh: 大厅{zh}, en: {id} of the hall}}\n"
        f"    quote: 大厅{zh}{value}米\n    status: standing\n"
        for id, value, zh in (("length", 40, "长"), ("width", 20, "宽"))
    )
    words = behind("大厅长<length>，宽<width>。", f"The hall is <length:number> by <width{form}>.")
    content = {"  since:\n": f"{facts}  since:\n", **words}
    found, _, _ = checked({"article": {"党员参加": "大厅长40米,大厅宽20米。党员参加"}, "content": content}, tmp_path)
    assert [problem.rule for problem in found].count("bare-unit") == told


@pytest.mark.parametrize(("between", "told"), [(480, []), (481, ["501 characters before the quote"])])
def test_words_far_before_a_quote_say_nothing_of_it(between: int, told: list[str], tmp_path: Path) -> None:
    filler = "街道居民共同参与社区绿化养护和环境卫生整治活动" * 30
    where = "2018年,柳林街道新建游园3个,植树1.2万余株,投资近90万元。"
    quote = "quote: 老旧楼院占25%\n"
    content = {quote: f'{quote}    period: {{year: 2018, where: "{where}"}}\n'}
    found, _, _ = checked({"article": {"目前,5个": f"{filler[:between]}。目前,5个"}, "content": content}, tmp_path)
    messages = [problem.message for problem in found if problem.rule == "period"]
    assert len(messages) == len(told)
    assert all(words in message for words, message in zip(told, messages, strict=True))


@pytest.mark.parametrize("word", ["多数", "大部分", "绝大部分"])
@pytest.mark.parametrize("elsewhere", [False, True])
def test_a_word_that_the_article_has_beside_the_same_words_elsewhere_is_its_own(
    word: str, elsewhere: bool, tmp_path: Path
) -> None:
    article = {"党员参加": f"{'天气晴朗，' * 30}小区{word}。党员参加"} if elsewhere else {}
    content = behind(f"柳林街道新建游园植树投资惠及小区{word}。", "New parks and trees serve most of the estates.")
    found, _, _ = checked({"article": article, "content": content}, tmp_path)
    assert any(p.rule == "borne" and word[-2:] in p.message for p in found) is not elsewhere


@pytest.mark.parametrize(("name", "inside"), [("100红色", True), ("红色100", True), ("红100色", True), ("红色", False)])
def test_a_number_is_part_of_a_name_wherever_in_it_it_stands(name: str, inside: bool, tmp_path: Path) -> None:
    glossary = GLOSSARY + f"  - {{zh: {name}, en: Red, kind: slogan}}\n"
    small_project(tmp_path, CONTENT, ARTICLE.replace("党员参加", f"{name}与100名党员参加"), glossary)
    shop = workshop(tmp_path)
    case = shop.case(*shop.library.contents["willow"])
    found = [case.in_name(numeral) for numeral in case.article.numerals if numeral.value == 100]
    assert found == [True] * inside + [False]


@pytest.mark.parametrize(
    ("zh", "en", "alike"),
    [
        ("近三年植树100株。", "In the past three years 100 trees were planted.", True),
        ("近三年植树100株。", "In three years 100 trees were planted.", False),
        ("2年植树。", "Trees were planted over 2 years.", True),
        ("最低100元。", "At least 100 yuan.", True),
        ("超100元。", "Over 100 yuan.", True),
        ("100元。", "Over 100 yuan.", False),
    ],
)
def test_what_stands_before_the_first_number_says_how_exact_it_is(zh: str, en: str, alike: bool) -> None:
    assert (list(disagreements(zh, en)) == []) is alike


@pytest.mark.parametrize(
    "said",
    ["建成永安路综合改造项目。", "永安路综合改造项目市场施工。", "对永安路综合改造项目广场进行了改造。"],
)
def test_works_that_are_named_in_two_ways_are_one(said: str) -> None:
    assert len(named.works(Article.from_bytes("a.txt", said.encode()))) == 1


def test_only_clauses_that_say_as_much_of_it_are_retold() -> None:
    text = "街道新建游园,群众称快。社区修补道路,更换路灯。街道召开会议,群众参加。"
    best = retelling(text).closest(pairs("修补道路"), pairs(""))
    assert best is not None
    assert len(best.clauses) == 1
    twice = retelling(text + "社区修补道路,更换井盖。").closest(pairs("修补道路"), pairs(""))
    assert twice is not None
    assert len(twice.clauses) == 2


def test_what_allows_a_rule_that_was_not_asked_is_not_idle(tmp_path: Path) -> None:
    allowing = "    theme: environment\n    allow: {glossary: a trial}\n"
    small_project(tmp_path, CONTENT.replace("    theme: environment\n", allowing))
    shop = workshop(tmp_path)
    case = shop.case(*shop.library.contents["willow"])
    told = {read: [problem.rule for problem in heard(case, read).standing] for read in (True, False)}
    assert told == {True: ["allow"], False: []}


@pytest.mark.parametrize(
    ("written", "value"),
    [("5千万", 50_000_000), ("5百万", 5_000_000), ("5万亿", 5 * 10**12), ("5万千", None), ("5亿百", None)],
)
def test_the_larger_of_two_sizes_stands_behind(written: str, value: int | None) -> None:
    assert read(written) == value


def test_a_word_tells_less_of_its_place_the_more_places_it_has() -> None:
    weights = []
    for times in range(1, 8):
        text = "修路。" * times + "植树。" * (7 - times)
        weights.append(retelling(text).clauses.rare(["修路"])["修路"])
    assert weights[0] == 1
    assert all(one > other for one, other in pairwise(weights)), weights


@pytest.mark.parametrize(
    ("within", "name", "level"),
    [
        ("河南省", "河南文明单位", "provincial"),
        ("河南省郑州市", "河南文明单位", "provincial"),
        ("河南省郑州市", "郑州文明单位", "municipal"),
        ("河南省郑州市巩义市", "巩义文明单位", "county"),
        ("郑州市", "郑州文明单位", "municipal"),
        ("郑州市巩义市", "郑州文明单位", "municipal"),
        ("郑州市巩义市", "巩义文明单位", "county"),
        ("郑州市金水区", "金水文明单位", "county"),
    ],
)
def test_an_honor_in_the_name_of_a_place_is_of_the_place_s_level(
    within: str, name: str, level: str, tmp_path: Path
) -> None:
    for told in ("provincial", "municipal", "county"):
        content = {
            "within: {zh: 郑州市, en: Zhengzhou}": f"within: {{zh: {within}, en: Zhengzhou}}",
            "name: {zh: 郑州市文明单位": f"name: {{zh: {name}",
            "level: municipal\n    quote: 郑州市文明单位": f"level: {told}\n    quote: {name}",
        }
        found, _, _ = checked({"article": {"郑州市文明单位": name}, "content": content}, tmp_path / told)
        assert any(p.rule == "level" and "says" in p.message for p in found) is (told != level), (told, found)


@pytest.mark.parametrize(
    ("beside", "clause", "told"),
    [
        ("", "退休教师编写游园故事手册", True),
        ("柳林街道新建，植树，投资，", "退休教师编写游园故事手册", False),
        ("柳林街道新建，植树，投资，", "退休教师编写游园故事手册并讲给儿童和老人听", True),
    ],
)
def test_beside_what_the_article_says_more_must_be_lacking_before_a_clause_is_nowhere(
    beside: str, clause: str, told: bool, tmp_path: Path
) -> None:
    found, _, _ = checked({"content": behind(f"{beside}{clause}。", "Words of it.")}, tmp_path)
    assert any(problem.rule == "retold" and clause in problem.message for problem in found) is told


@pytest.mark.parametrize(("old", "most"), [(1500, False), (2000, False), (2001, True), (3999, True), (4000, False)])
def test_it_is_most_where_one_of_two_figures_is_more_than_half_of_the_other(
    old: int, most: bool, tmp_path: Path
) -> None:
    content = CONTENT.replace(
        'value: 25\n    unit: "%"', f"value: {old}\n    unit: {{zh: 户, en: {{one: home, other: homes}}}}"
    )
    content = content.replace("one: household, other: households", "one: home, other: homes")
    article = ARTICLE.replace("老旧楼院占25%", f"老旧楼院占{old}户")
    small_project(tmp_path, content.replace("老旧楼院占25%", f"老旧楼院占{old}户"), article)
    shop = workshop(tmp_path)
    assert is_most(shop.case(*shop.library.contents["willow"]), ["households"]) is most


@pytest.mark.parametrize(
    ("zh", "en"),
    [("二", "half"), ("三", "third"), ("四", "quarter"), ("四", "fourth"), ("五", "fifth"), ("六", "sixth"),
     ("八", "eighth"), ("十", "tenth")],
)  # fmt: skip
def test_a_part_is_the_same_in_both_languages_and_no_other(zh: str, en: str) -> None:
    assert list(disagreements(f"{zh}分之一的居民参加。", f"One {en} of the residents took part.")) == []
    assert list(disagreements("七分之一的居民参加。", f"One {en} of the residents took part.")) != []
    assert find_numerals(f"{zh}分之一")[0].value == find_numbers(f"one {en}")[0].value


@pytest.mark.parametrize(
    ("word", "value"),
    [("doubled", 2), ("tripled", 3), ("trebled", 3), ("quadrupled", 4), ("quintupled", 5)],
)
def test_what_is_doubled_has_become_so_many_times_as_much(word: str, value: int) -> None:
    zh = {2: "两", 3: "三", 4: "四", 5: "五"}[value]
    assert list(disagreements(f"产值增至{zh}倍。", f"Output {word}.")) == []
