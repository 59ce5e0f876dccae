"""Every number of a Chinese text is found, with its value, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin.evidence.article import Article, bare
from bulletin.evidence.numerals import Numeral, find_numerals, read
from bulletin.evidence.scan import unseen

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def _short(numeral: Numeral) -> str:
    parts = [
        numeral.text,
        numeral.date or str(numeral.value),
        numeral.approx,
        numeral.kind,
        "soft" if numeral.soft else "",
    ]
    return " ".join(str(part) for part in parts if part)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("各级网格共排查各类隐患5400余条", ["5400余 5400 over cardinal"]),
        ("一期项目总投资约7.392亿元", ["一 1 ordinal", "约7.392亿 739200000 about cardinal"]),
        ("投入资金近千万元", ["近千万 10000000 nearly cardinal"]),
        ("辖区10余万干群", ["10余万 100000 over cardinal"]),
        ("自2025年秋季学期起,2024年春季度", ["2025年秋季 2025 autumn date", "2024年 2024 date"]),
        ("需要6个多小时", ["6个多 6 over cardinal"]),
        ("用了3个半小时", ["3个半 7/2 cardinal"]),
        ("两个多月来,一个来月", ["两个多 2 over cardinal", "一个来 1 about cardinal"]),
        ("一年多来,30多年", ["一 1 over cardinal", "30多 30 over cardinal"]),
        ("先后组织人员1.3万余人次", ["1.3万余 13000 over cardinal"]),
        ("力争突破250万人次", ["突破250万 2500000 over cardinal"]),
        ("完成技术突破3项", ["3 3 cardinal"]),
        ("在城东拐出九道弯,住在九道弯路", ["九 9 cardinal"]),
        ("苇岸三面临水,四面环山", ["三 3 cardinal soft", "四 4 cardinal soft"]),
        ("一荤两素一汤", ["一 1 cardinal soft", "两 2 cardinal soft", "一 1 cardinal soft"]),
        ("受益群众上万人次", ["上万 10000 over cardinal"]),
        ("建设千余平方米中心", ["千余 1000 over cardinal"]),
        ("打造一百个基层党组织", ["一百 100 cardinal"]),
        ("“一千一百”党建工程", ["一千一百 1100 cardinal"]),
        ("京城路街道成立近20年来", ["近20 20 nearly cardinal"]),
        ("职工97人。近三年来,改造4300亩", ["97 97 cardinal", "三 3 cardinal", "4300 4300 cardinal"]),
        ("收入5.87亿元,增幅为-1.9%", ["5.87亿 587000000 cardinal", "-1.9% -19/10 percent"]),
        ("航道水深-18.5米", ["-18.5 -37/2 cardinal"]),
        ("温度保持在零下18℃", ["零下18 -18 cardinal"]),
        ("2018-2020年", ["2018 2018 date", "2020年 2020 date"]),
        ("1-11月", ["1 --01 date", "11月 --11 date"]),
        ("工期3-5年", ["3 3 cardinal", "5 5 cardinal"]),
        ("预计三至五年建成", ["三 3 cardinal", "五 5 cardinal"]),
        ("是2014年的6倍多", ["2014年 2014 date", "6倍多 6 over multiple"]),
        ("比2014年翻了一番多", ["2014年 2014 date", "翻了一番多 2 over multiple"]),
        ("年发电4600万千瓦时", ["4600万 46000000 cardinal"]),
        ("分两期建设,一期1.85平方公里", ["两 2 cardinal", "一 1 ordinal", "1.85 37/20 cardinal"]),
        ("256排CT2台", ["256 256 cardinal", "2 2 cardinal"]),
        ("(单位:万吨、亿元)", ["万 10000 cardinal soft", "亿 100000000 cardinal soft"]),
        ("农历八月廿六,清道光二十三年", []),
        ("抽查三分之一党员学习笔记", ["三分之一 1/3 fraction"]),
        ("占总数的一半以上,半数左右的老人", ["一半以上 1/2 at_least fraction", "半数左右 1/2 about fraction"]),
        (
            "过半数的居民、近半数,比例过半",
            ["过半数 1/2 over fraction", "近半数 1/2 nearly fraction", "过半 1/2 over fraction"],
        ),
        ("三分之二以上", ["三分之二 2/3 at_least fraction"]),
        ("老旧楼院占比96.8%", ["96.8% 484/5 percent"]),
        ("百分之八", ["百分之八 8 percent"]),
        ("提高了5.8个百分点", ["5.8 29/5 cardinal"]),
        ("财政收入实现翻番", ["翻番 2 multiple"]),
        ("财政收入翻了近一番", ["翻了近一番 2 nearly multiple"]),
        ("是去年的3倍半,占三成半", ["3倍半 7/2 multiple", "三成半 35 percent"]),
        ("增长了三倍", ["三倍 3 multiple"]),
        ("从2016年12月21日首辆下线", ["2016年12月21日 2016-12-21 date"]),
        ("11月11日交付", ["11月11日 --11-11 date"]),
        ("今年6月启动", ["6月 --06 date"]),
        ("5月下旬", ["5月下旬 --05 late date"]),
        ("已于2018年底启动", ["2018年底 2018 end date"]),
        ("前三季度纳税2511万元", ["前三季度 -- Q1-Q3 date", "2511万 25110000 cardinal"]),
        ("2020年前三季度", ["2020年前三季度 2020 Q1-Q3 date"]),
        ("上半年共清理", ["上半年 -- first-half date soft"]),
        ("年初定目标", ["年初 -- start date soft"]),
        ("2016年至2020年", ["2016年 2016 date", "2020年 2020 date"]),
        ("1至9月", ["1 --01 date", "9月 --09 date"]),
        ("郑州市第二批民族团结进步示范单位", ["第二 2 ordinal"]),
        (
            "党的十八大、十八届四中、五中、六中全会",
            ["十八 18 ordinal"] * 2 + ["四 4 ordinal", "五 5 ordinal", "六 6 ordinal"],
        ),
        ("五大行动", ["五 5 cardinal"]),
        ("一个项目", ["一 1 cardinal soft"]),
        ("对百年德化", ["百 100 cardinal soft"]),
        ("万名党员进党校", ["万 10000 cardinal"]),
        ("专人24小时盯守", ["24 24 cardinal"]),
        ("计划用三年时间", ["三 3 cardinal"]),
        ("延长六小时管理", ["六 6 cardinal"]),
        ("至少30户", ["至少30 30 at_least cardinal"]),
        ("不超过3天", ["不超过3 3 at_most cardinal"]),
        ("500米左右", ["500 500 about cardinal"]),
        ("历时两年多", ["两 2 over cardinal"]),
        ("二十多名", ["二十多 20 over cardinal"]),
        ("３，５００多人", ["３，５００多 3500 over cardinal"]),
        ("投资 42 亿元", ["42 亿 4200000000 cardinal"]),
        ("节约100万元", ["100万 1000000 cardinal"]),
        ("附近30户、最近3天", ["30 30 cardinal", "3 3 cardinal"]),
        ("装机5000千瓦", ["5000 5000 cardinal"]),
        ("数百名群众", ["数百 100 over cardinal"]),
        ("三五个人", ["三五 None about cardinal"]),
        ("每周六次", ["六 6 cardinal"]),
        (
            "4萬6944人、約3千餘人、兩億元",
            ["4萬6944 46944 cardinal", "約3千餘 3000 about cardinal", "兩億 200000000 cardinal"],
        ),
        (
            "3万2人、1万零52户、2亿零500万元",
            ["3万2 32000 cardinal", "1万零52 10052 cardinal", "2亿零500万 205000000 cardinal"],
        ),
        ("历时两年半、一个半小时、半个月", ["两年半 5/2 cardinal", "一个半 3/2 cardinal", "半 1/2 cardinal"]),
        ("一年多、半个多月", ["一 1 over cardinal", "半个多 1/2 over cardinal"]),
        ("两个半天", ["两 2 cardinal", "半 1/2 cardinal"]),
        (
            "2至3倍、二至三成、20—30%",
            [
                *["2 2 multiple", "3倍 3 multiple"],
                *["二 20 percent", "三成 30 percent"],
                *["20 20 percent", "30% 30 percent"],
            ],
        ),
        (
            "5成、九成八、过七成、四成多",
            ["5成 50 percent", "九成八 98 percent", "过七成 70 over percent", "四成多 40 over percent"],
        ),
        ("2000㎡、45m³、12km²", ["2000 2000 cardinal", "45 45 cardinal", "12 12 cardinal"]),
        (
            "-5℃、气温-5至8℃、5米-8米",
            ["-5 -5 cardinal", "-5 -5 cardinal", "8 8 cardinal", "5 5 cardinal", "8 8 cardinal"],
        ),
        (
            "5:1、4：60：36、3比2",
            ["5 5 ratio", "1 1 ratio", "4 4 ratio", "60 60 ratio", "36 36 ratio", "3 3 ratio", "2 2 ratio"],
        ),
        ("创近18年同期最高,为近五年来最好", ["18 18 cardinal", "五 5 cardinal"]),
        ("2015年年底、2018年年中", ["2015年年底 2015 end date", "2018年年中 2018 mid date"]),
        ("1/3的党员、1⁄2", ["1/3 1/3 fraction", "1⁄2 1/2 fraction"]),
        ("不得高于26℃", ["不得高于26 26 at_most cardinal"]),
        ("壹佰贰拾万元", ["壹佰贰拾万 1200000 cardinal"]),
        ("区、街道、社区三级联动", ["三 3 cardinal"]),
    ],
)
def test_numbers_are_read(text: str, expected: list[str]) -> None:
    assert [_short(numeral) for numeral in find_numerals(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        *(
            "一马路街道",
            "一抓到底",
            "千方百计",
            "二七区",
            "一系列",
            "统一",
            "唯一",
            "万一",
            "进一步",
            "四川",
            "三门峡",
            "五一文明岗",
        ),
        *(
            "庆七一",
            "十分重要",
            "两学一做",
            "三会一课",
            "六有三抓",
            "“十三五”期间",
            "周六志愿服务",
            "千家万户",
            "一院一风景",
        ),
        *(
            "三道胡同",
            "平庄村十里铺组",
            "机动三轮车",
            "四议两公开",
            "PM2.5",
            "5G网络",
            "4A景区",
            "千百十",
            "门前三包五不准",
        ),
    ],
)
def test_number_characters_in_words_are_no_numbers(text: str) -> None:
    assert find_numerals(text) == []


@pytest.mark.parametrize("text", ["气象万千", "万千气象", "千千万万个家庭", "千千万个家庭", "万家灯火", "千门万户"])
def test_many_are_no_number(text: str) -> None:
    assert find_numerals(text) == []


@pytest.mark.parametrize("text", ["万千", "亿千", "万百", "万十", "万千百", "千百"])
def test_a_small_size_behind_a_large_one_needs_its_digit(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("“7·20”特大暴雨", "--07-20"),
        ("“5·12”汶川地震", "--05-12"),
        ("“3・15”晚会", "--03-15"),
        ("7.20特大暴雨", "--07-20"),
        ("“7-20”特大洪水", "--07-20"),
        ("“七·二〇”特大暴雨", "--07-20"),
        ("“一二·九”运动", "--12-09"),
        ("“四·二三”世界读书日", "--04-23"),
        ("庆“七一”", "--07-01"),
        ("五一劳动节", "--05-01"),
        ("“十一”假期", "--10-01"),
        ("六一儿童节", "--06-01"),
    ],
)
def test_a_day_that_names_an_event_counts_nothing_and_a_date_may_rest_on_it(text: str, date: str) -> None:
    (day,) = find_numerals(text)
    assert (day.kind, day.value, day.date, day.soft) == ("name", None, date, True)


@pytest.mark.parametrize("text", ["“13·40”", "“2·30”事件"])
def test_a_day_of_no_calendar_is_a_name_without_a_date(text: str) -> None:
    (day,) = find_numerals(text)
    assert (day.kind, day.date) == ("name", None)


@pytest.mark.parametrize("text", ["面积7.20平方米", "五一路", "八一小学", "单价“7.20”元", "第七·二章"])
def test_what_only_looks_like_a_day_names_none(text: str) -> None:
    assert [n for n in find_numerals(text) if n.kind == "name" and n.soft] == []


@pytest.mark.parametrize(
    ("text", "approx"),
    [
        *((text, "at_most") for text in ("5天内办结", "三日内", "一小时之内", "半小时内上门", "3个工作日内", "三年内")),
        *((text, "at_most") for text in ("10日内", "500米内", "2公里范围内", "三天时间内", "48小时内核酸阴性")),
        *((text, None) for text in ("5年内部改革", "3天内容", "30米内径", "2公里内河", "6个月")),
    ],
)
def test_within_so_long_or_so_far_is_at_most(text: str, approx: str | None) -> None:
    assert [n.approx for n in find_numerals(text)] == [approx]


@pytest.mark.parametrize(
    ("text", "whys"),
    [
        ("十届三次全会、人大四次会议、第三产业、前10名、三年级", ["counts an order, not an amount"] * 6),
        ("三级网格、7级大风", ["a grade"] * 2),
        ("20世纪80年代、80年代、90后", ["a decade or a century"] * 3),
        ("15:47:50、8时30分、下午3点半、上午九点半、10点到", ["a time of day"] * 5),
        ("0371-60115566、(0736)5332199、13907361234、12345热线、+86-371-60115566", ["a telephone number"] * 5),
        ("〔2007〕9号", ["the number of a document"]),
        ("一、总则。2、分则。(三)附则,①前言[4]", ["the mark of a list or a note"] * 5),
        ("107国道、省道219线、6路、12路公交", ["the number of a road"] * 3),
        ("2号线、3号楼", ["a number that names"] * 2),
        ("05012345、4307260001", ["a code"] * 2),
        ("7×24小时", ["round the clock"]),
        ("误差±0.1", ["a margin, which names no one value"]),
        ("共10 380人", ["one number or two: a space divides it"]),
        ("1万20元", ["digits that make no number"]),
    ],
)
def test_what_is_no_amount_says_why(text: str, whys: list[str]) -> None:
    assert [numeral.why for numeral in find_numerals(text)] == whys


def test_a_range_that_writes_its_size_once_is_refused_by_half_and_by_name() -> None:
    first, last = find_numerals("投资9—16亿元")
    assert (first.value, first.kind, last.value) == (None, "unreadable", 16 * 10**8)
    assert "size once" in first.why


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("种植面积10\n38万亩", ["1038万"]),
        ("投入资金3\n60余万元", ["360余万"]),
        ("于2018年1\n1月开工", ["2018年11月"]),
        ("共建成38\n2018年启用", ["38", "2018年"]),
        ("粮食 8650 162.3 -1.9\n棉花 12", ["8650", "162.3", "-1.9", "12"]),
        ("2018 8650\n2019 8700", ["2018", "8650", "2019", "8700"]),
        ("街道先后投入资金用于改造道路共1 038万元,居民都说好", ["1038万"]),
        ("规模以上工业企业个数 12 38\n农村 5 6", ["12", "38", "5", "6"]),
        ("街道1 038万元", ["1 038万"]),
        ("位于荥阳京城路的街道共有企业12 38户参加了这次的消防安全演练活动", ["1238"]),
    ],
)
def test_a_line_end_cuts_no_number_and_a_column_joins_none(written: str, expected: list[str]) -> None:
    assert [numeral.text for numeral in Article("a", written).numerals] == expected


def test_the_second_look_finds_what_the_reader_did_not_see() -> None:
    article = Article("a", "改造5户,实施“一二三”工作法,千家万户")
    assert [article.bare.text[slice(*span)] for span in unseen(article)] == ["一二三"]


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_the_second_look_finds_nothing_new_but_a_slogan(path: Path) -> None:
    article = Article(path.name, path.read_text(encoding="utf-8"))
    found = {article.bare.text[slice(*span)] for span in unseen(article)}
    assert found <= {"一二三", "一二三四五", "千百十"}


@given(st.integers(1, 10**12 - 1))
def test_a_value_reads_the_same_however_it_is_written(value: int) -> None:
    plain = str(value)
    wide = plain.translate({ord(d): ord(d) + 0xFEE0 for d in "0123456789"})
    for written in (plain, wide, f"{value:,}", _in_chinese(value), f"{value // 10**4}.{value % 10**4:04}万"):
        assert read(written) == value, written
        (numeral,) = find_numerals(f"共{written}户")
        assert numeral.value == value
        assert numeral.text == written


@given(st.integers(1, 10**8), st.sampled_from(["余", "多"]))
def test_approximation_is_part_of_the_span_and_not_of_the_digits(value: int, word: str) -> None:
    text = f"共约{value}户、{value}{word}条"
    about, over = find_numerals(text)
    assert (about.text, about.approx, text[slice(*about.digits)]) == (f"约{value}", "about", str(value))
    assert (over.text, over.approx, text[slice(*over.digits)]) == (f"{value}{word}", "over", str(value))


@given(
    st.text(alphabet=st.sampled_from("0123456789〇一二两三十百千万亿第余多近约上年月日底前季度分之成倍翻番%.,点个户 "))
)
def test_any_mixture_is_read_without_failing(text: str) -> None:
    _spans_are_right(text)


@given(st.text())
def test_any_text_is_read_without_failing(text: str) -> None:
    read(text)
    _spans_are_right(text)


def _spans_are_right(text: str) -> None:
    last = 0
    for numeral in find_numerals(text):
        assert last <= numeral.start <= numeral.digits[0] < numeral.digits[1] <= numeral.end <= len(text)
        assert numeral.text == text[numeral.start : numeral.end]
        assert (numeral.date is not None) == (numeral.kind == "date")
        last = numeral.end


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_no_arabic_digit_of_an_article_is_missed(path: Path) -> None:
    text = bare(path.read_text(encoding="utf-8")).text
    covered = {i for numeral in find_numerals(text) for i in range(numeral.start, numeral.end)}
    digits = {i for i, character in enumerate(text) if character.isdigit() and character.isascii()}
    assert digits
    assert digits <= covered


def _in_chinese(value: int) -> str:
    """一万二千三百四十五: the standard way to write it, as a person would."""
    for size, name in ((10**8, "亿"), (10**4, "万")):
        if value >= size:
            high, low = divmod(value, size)
            gap = "零" if 0 < low < size // 10 else ""
            return _in_chinese(high) + name + gap + (_in_chinese(low) if low else "")
    text, pending = "", False
    for size, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // size % 10
        if digit:
            text += ("零" if pending and text else "") + "零一二三四五六七八九"[digit] + name
        pending = digit == 0
    return text


@pytest.mark.parametrize("run", ["1", "一", "零", "1一", "万", "1,234"])
def test_endless_runs_end_quickly_and_without_failing(run: str) -> None:
    _spans_are_right(run * 3000)
