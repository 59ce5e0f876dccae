"""Two figures of a statement have changed places where the words beside them say so, in either language or in both."""

from __future__ import annotations

from itertools import product

import pytest

from bulletin.content.model import Both, Fact
from bulletin.evidence.changed_places import changed_places, crossed
from bulletin.evidence.in_turn import in_turn
from bulletin.evidence.said_of import exchanged, places, renamed
from bulletin.evidence.statement import Figures, Statement


def fact(**given: object) -> Fact:
    return Fact.model_validate({"status": "achieved"} | given, strict=False)


def counted(value: int, quote: str, zh: str, one: str, other: str, label: tuple[str, str]) -> Fact:
    unit = {"zh": zh, "en": {"one": one, "other": other}}
    return fact(value=value, quote=quote, unit=unit, label=dict(zip(("zh", "en"), label, strict=True)))


FACTS = {
    "parks": counted(3, "新建游园3个", "个", "park", "parks", ("新建游园", "new parks")),
    "trees": counted(90, "植树90株", "株", "tree", "trees", ("植树", "trees planted")),
    "cost": fact(value=900000, quote="投资90万元", unit="元", label={"zh": "投资", "en": "investment"}),
    "share": fact(
        value=25, quote="老旧楼院占25%", unit="%", label={"zh": "老旧楼院占比", "en": "share of old compounds"}
    ),
    "since": fact(date="2018", quote="2018年开工", label={"zh": "开工时间", "en": "start of works"}),
    "end": fact(date="2020", quote="2020年完工", label={"zh": "完工时间", "en": "completion"}),
    "months": fact(value=6, quote="工期6个月", unit="个月", label={"zh": "工期", "en": "length of works"}),
    "land": fact(value=20, quote="拆违20亩", unit="亩", label={"zh": "拆违", "en": "illegal structures"}),
}
TWO = [
    ("parks trees", "新建游园<parks>，植树<trees>。", "It built <parks> and planted <trees>."),
    ("parks trees", "新建游园<parks>，植树<trees>。", "It opened <parks:number> new parks, with <trees:number> trees."),
    ("parks cost", "新建游园<parks>，投资<cost>。", "It opened <parks:number> new parks and invested <cost>."),
    ("since end", "<since>开工，<end>完工。", "Works began in <since> and were completed in <end>."),
    ("since months", "<since>开工，工期<months>。", "Works began in <since> and took <months>."),
    (
        "share parks",
        "老旧楼院占<share>，新建游园<parks>。",
        "Old compounds were <share>; <parks:number> new parks opened.",
    ),
    (
        "land trees",
        "拆违<land>，植树<trees>。",
        "It razed <land> of illegal structures and planted <trees:number> trees.",
    ),
    ("since share", "到<since>，占比增长<share>。", "By <since> the share was up <share>."),
]


def said(zh: str, en: str) -> Statement:
    return Statement.of(Both(zh=zh, en=en), (zh, en), Figures(FACTS, {}))


def turned(text: str, one: str, other: str) -> str:
    return text.replace(f"<{one}", "<-").replace(f"<{other}", f"<{one}").replace("<-", f"<{other}")


@pytest.mark.parametrize(("ids", "zh", "en"), TWO)
def test_two_figures_that_have_changed_places_are_told_in_one_language_or_in_both(ids: str, zh: str, en: str) -> None:
    one, other = ids.split()
    for in_zh, in_en in product((False, True), repeat=2):
        both = said(turned(zh, one, other) if in_zh else zh, turned(en, one, other) if in_en else en)
        wanted = ["parity.changed_places"] if in_zh and in_en else ["parity.order"] if in_zh or in_en else []
        assert [how for *_, how in changed_places(both)] == wanted, both
        assert (exchanged(both, "zh")[0, 1] > 0) is in_zh


def test_a_date_and_a_figure_that_have_changed_places_are_told_beside_another_date_and_figure() -> None:
    zh, en = (
        "植树<trees>于<since>完成，拆违<land>于<end>完成。",
        "It planted <trees> in <since> and razed <land> in <end>.",
    )
    assert list(changed_places(said(zh, en))) == []
    [(one, other, how)] = changed_places(said(zh, turned(en, "trees", "since")))
    assert ({one.key[0], other.key[0]}, how) == ({"trees", "since"}, "parity.order")


@pytest.mark.parametrize(
    ("en", "fits"),
    [
        ("In <since> it planted <trees>.", False),
        ("<since> saw <trees>.", False),  # no word before either says what may stand there
        ("In <trees> it planted <since>.", True),
    ],
)
def test_a_figure_behind_a_word_of_time_and_a_date_behind_none_have_changed_places(en: str, fits: bool) -> None:
    assert crossed(said("<since>植树<trees>。", en), ("since", 0), ("trees", 0)) is fits


@pytest.mark.parametrize("ids", [("since", "end"), ("trees", "land")])
def test_each_figure_stands_beside_the_date_that_it_has_in_the_other_language(ids: tuple[str, str]) -> None:
    zh, en = "<since>植树<trees>，<end>拆违<land>。", "In <since> it planted <trees>, and in <end> it razed <land>."
    assert list(changed_places(said(zh, en))) == []
    for one_language in (said(turned(zh, *ids), en), said(zh, turned(en, *ids))):
        told = [{one.key[0], other.key[0]} for one, other, how in changed_places(one_language) if how == "parity.order"]
        assert told == [set(ids)]
    assert list(changed_places(said(turned(zh, *ids), turned(en, *ids)))) == []


@pytest.mark.parametrize(
    ("zh", "kind", "fits"),
    [
        ("到<since>，植树。", "date", 1),
        ("<since>植树。", "date", 1),
        ("植树，<since>开工。", "date", 1),
        ("植树<since>。", "date", -1),
        ("占比提高到<since>。", "date", -1),
        ("占比升至<since>。", "date", -1),
        ("老旧楼院占<since>。", "share", 1),
        ("产值增长<since>。", "share", 1),
        ("入住率<since>。", "share", 1),
        ("植树<since>。", "share", 0),
    ],
)
def test_the_chinese_before_a_place_says_what_may_stand_there(zh: str, kind: str, fits: int) -> None:
    (place,) = places(said(zh, "<since>").zh, "zh")
    slot = place.slot.get(kind, 0)
    assert (slot > 0) - (slot < 0) == fits


@pytest.mark.parametrize(
    ("en", "date", "length", "number"),
    [
        ("Works began in <since>.", 1, 1, -1),
        ("Works went on until the <since>.", 1, 0, -1),
        ("Works began before <since>.", 1, 0, 0),
        ("Works took <since>.", -1, 1, 0),
        ("Works end within <since>.", -1, 1, 0),
        ("It planted <since>.", -1, 0, 0),
        ("<since> saw works.", 0, 0, 0),
        ("It paved roads and <since> of land.", 0, 0, 0),
    ],
)
def test_the_english_word_before_a_place_says_what_may_stand_there(
    en: str, date: int, length: int, number: int
) -> None:
    (place,) = places(said("<since>", en).en, "en")
    fits = [place.slot.get(kind, 0) for kind in ("date", "month", "")]
    assert [(fit > 0) - (fit < 0) for fit in fits] == [date, length, number]


@pytest.mark.parametrize(
    ("en", "fits"),
    [("It was <since> of all.", 4), ("<since> of all.", 3), ("It was up <since>.", 1), ("It planted <since>.", 0)],
)
def test_a_share_is_of_something_and_something_is_up_by_it(en: str, fits: int) -> None:
    (place,) = places(said("<since>", en).en, "en")
    assert place.slot["share"] == fits


def test_what_stands_beside_a_place_ends_at_its_neighbour_and_its_clause() -> None:
    one, other = places(said("街道新建游园<parks>植树<trees>，居民参加。", "<parks> <trees>").zh, "zh")
    assert {"游园"} <= one.near and not {"游园"} & other.near
    assert {"植树"} <= other.near and {"居民", "参加"} <= other.far
    one, other = places(
        said("<parks> <trees>", "Crews opened <parks> and residents planted <trees>, traders paid.").en, "en"
    )
    assert ("trad" in other.near, "trad" in other.far) == (False, True)
    assert {word[:4] for word in one.near} >= {"crew", "open"}
    assert not {word[:4] for word in other.near} & {"crew", "open"}


@pytest.mark.parametrize(
    ("zh", "en", "nouns"),
    [
        ("<parks>", "It opened <parks:number> parks.", []),
        ("<parks>", "It opened <parks:number> new city parks.", []),
        ("<parks>", "It opened <parks:number> schools.", ["schools"]),
        ("<parks>", "It opened <parks:number> new schools there.", ["schools"]),
        ("<parks>", "It opened <parks:number> of the schools.", []),  # another noun's
        ("<parks>", "It opened <parks>; schools opened.", []),
        ("<parks>", "It opened <parks:number>-odd schools.", []),
        ("<since>", "It opened in <since> schools.", []),
        ("<parks:number>所", "<parks>", ["所"]),
        ("<parks:number>个", "<parks>", []),
        ("<parks:number>余所", "<parks>", ["所"]),
    ],
)
def test_the_noun_that_is_typed_behind_a_figure_is_the_fact_s(zh: str, en: str, nouns: list[str]) -> None:
    assert [noun for _, noun, _ in renamed(said(zh, en))] == nouns


@pytest.mark.parametrize(
    ("zh", "things"),
    [
        ("摊位、门店各有<parks>、<trees>。", {0: "摊位", 1: "门店"}),
        ("投资<cost>，摊位、门店分别为<parks>和<trees>。", {1: "摊位", 2: "门店"}),  # also behind another figure
        ("投资<cost>，占<share>，摊位、门店、食堂各有<parks>、<trees>、<land>。", {2: "摊位", 3: "门店", 4: "食堂"}),
        ("摊位、门店、食堂各有<parks>、<trees>。", {}),  # three things, two figures
        ("摊位、门店有<parks>、<trees>。", {}),
        ("摊位、门店各有<parks>。", {}),
        ("摊位、门店各有<parks>，植树<trees>。", {}),
    ],
)
def test_each_of_a_list_of_figures_is_of_the_thing_in_its_place(zh: str, things: dict[int, str]) -> None:
    side = said(zh, "<parks>").zh
    assert in_turn(side.text, side.shown) == things
