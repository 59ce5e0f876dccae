"""What a summary shows whose pages nobody has laid out: how many places must have a thing, and how much of it."""

from __future__ import annotations

from types import SimpleNamespace as Some
from typing import Any

import pytest

from bulletin.content.model import Fact, Period, Term
from bulletin.edition.composing import Composing
from bulletin.wording.both import Both
from tests.conftest import house_words

TERMS = [f"名称{zh}" for zh in "子丑寅卯辰巳午未申酉戌亥甲乙丙丁戊己庚辛壬癸乾坤震巽"]


def place(
    *,
    en: str = "Liulin",
    honours: tuple[str, ...] = (),
    says: str = "",
    explains: tuple[str, ...] = (),
    tracks: tuple[bool, ...] = (),
    facts: dict[str, Fact] | None = None,
    key: tuple[tuple[str, ...], ...] = (),
) -> Any:
    """An article with its content, of which no more is known than a summary asks for."""
    content = Some(
        name=en.lower(),
        short=None,
        place=Both("柳林街道", f"{en} Subdistrict"),
        honours=[Some(name=Both(zh, "honor")) for zh in honours],
        terms=list(explains),
        projects=[Some(tracked=one) for one in tracks],
        facts=facts or {},
        key_figures=[Some(of=of, label=Both("键", f"key of {of[0]}")) for of in key],
        dated=Some(value="2018", stated=True),
    )
    return Some(content=content, article=Some(bare=Some(text=says)))


def composing(*places: Any, terms: list[Term] | None = None) -> Composing:
    verified = {f"p{number}": one for number, one in enumerate(places)}
    plates: Any = Some(verified=verified, glossary={term.zh: term for term in terms or []}, words=house_words())
    return Composing(plates)


def term(zh: str, kind: Any = "term", *, explained: bool = True, also: str = "") -> Term:
    explain: Any = {"zh": "释", "en": "meaning"} if explained else None
    return Term(zh=zh, en="term", zh_also=[also] if also else [], kind=kind, explain=explain)


# ------------------------------------------------------------------------------------------ honours, levels, projects


def test_names_of_honours_that_two_places_have_are_compared_the_longest_form_of_each() -> None:
    terms = [term("文明单位"), term("市文明单位"), term("平安单位"), term("陈岚", "name")]
    made = composing(
        place(honours=("郑州市文明单位", "平安单位", "陈岚奖")),
        place(honours=("郑州市文明单位", "陈岚奖")),
        terms=terms,
    )
    frame = made.honours()
    assert frame is not None and frame.names == ["市文明单位"]
    assert composing(place(honours=("文明单位",)), place(), terms=terms).honours() is None


def test_six_names_of_honours_are_compared_those_of_most_places_first() -> None:
    seven = TERMS[:7]
    made = composing(
        *(place(honours=tuple(seven)) for _ in range(2)), place(honours=(seven[6],)), terms=[*map(term, seven)]
    )
    frame = made.honours()
    assert frame is not None and frame.names == [seven[6], *seven[:5]]


@pytest.mark.parametrize(("count", "longest", "size"), [
    (12, "Fourteen-Lette", "half"), (12, "Fifteen-Letters", "full"), (13, "Fourteen-Lette", "full"),
    (2, "Fifteen Letters-Apart", "half"),
])  # fmt: skip
def test_levels_of_few_places_with_short_names_take_half_the_width(count: int, longest: str, size: str) -> None:
    frame = composing(place(en=longest, honours=("奖",)), *(place(honours=("奖",)) for _ in range(count - 1))).levels()
    assert frame is not None and (frame.size, len(frame.subdistricts or ())) == (size, count)


def test_only_places_with_honours_have_levels_and_there_must_be_two() -> None:
    frame = composing(place(honours=("奖",)), place(), place(honours=("奖",))).levels()
    assert frame is not None and frame.subdistricts == ["p0", "p2"]
    assert composing(place(honours=("奖",)), place()).levels() is None


def test_projects_of_two_places_that_follow_some_are_shown() -> None:
    frame = composing(place(tracks=(False, True)), place(tracks=(False,)), place(tracks=(True,))).projects()
    assert frame is not None and frame.subdistricts == ["p0", "p2"]
    assert composing(place(tracks=(True,)), place(tracks=(False,))).projects() is None


# ------------------------------------------------------------------------------------------ terms


def test_the_matrix_has_eight_terms_those_of_most_articles_first_and_those_of_all_last() -> None:
    ten = TERMS[:10]
    everywhere, often, rare = ten[0], ten[9], ten[8]
    most = "".join(ten[:8])
    places = [
        place(says=most + often + rare),
        place(says=most + often),
        place(says=everywhere + often),
        place(says=everywhere),
    ]
    frame = composing(*places, terms=[term(zh, "slogan") for zh in ten]).matrix()
    assert frame is not None and frame.terms == [often, *ten[1:8]], "what one article alone uses is not compared"
    seven = composing(*places, terms=[term(zh, "slogan") for zh in ten[:7]]).matrix()
    assert seven is not None and seven.terms == [*ten[1:7], everywhere]


def test_a_term_of_the_matrix_is_a_slogan_or_explained_somewhere_and_may_have_another_form() -> None:
    slogan, listed, other = term("两学一做", "slogan", also="两学"), term("路长制"), term("网格")
    places = [place(says="“两学”路长制网格"), place(says="两学一做路长制网格", explains=("路长制",))]
    frame = composing(*places, terms=[slogan, listed, other]).matrix()
    assert frame is not None and frame.terms == ["两学一做", "路长制"]
    assert composing(*places, terms=[slogan, other]).matrix() is None, "one term alone is no matrix"


def test_terms_that_two_places_explain_are_explained_those_of_most_first_and_those_of_the_matrix() -> None:
    once, twice, often, silent = (term(zh) for zh in TERMS[:4])
    slogans = [term("两学一做", "slogan"), term("三会一课", "slogan", explained=False)]
    both = "两学一做三会一课"
    places = [
        place(explains=(once.zh, twice.zh, often.zh), says=both),
        place(explains=(twice.zh, often.zh), says=both),
        place(explains=(often.zh,)),
    ]
    frame = composing(*places, terms=[once, twice, silent, often, *slogans]).explained()
    assert frame is not None and frame.terms == [often.zh, twice.zh, "两学一做"]
    assert composing(place(explains=(once.zh,)), place(), terms=[once]).explained() is None


def test_no_more_than_twenty_four_terms_are_explained() -> None:
    places = [place(explains=tuple(TERMS)) for _ in range(2)]
    frame = composing(*places, terms=[*map(term, TERMS)]).explained()
    assert len(TERMS) > 24
    assert frame is not None and frame.terms == TERMS[:24]


# ------------------------------------------------------------------------------------------ spans


def fact(year: int | None, **more: Any) -> Fact:
    period = Period(year=year) if year else None
    label = {"zh": "事", "en": "fact"}
    return Fact.model_validate(
        {"value": 1, "unit": {"zh": "个", "en": {"one": "x", "other": "xs"}}, "label": label, "quote": "一个"}
        | {"status": "standing", "period": period and period.model_dump(exclude_defaults=True)}
        | more
    )


FACTS = {"a": fact(2016), "b": fact(2016), "c": fact(2017), "d": fact(2018), "e": fact(None)}
KEY = (("a",), ("b", "c"), ("d",))


def spans(*places: Any) -> list[tuple[str, str]]:
    frame = composing(*places).spans()
    return [(span.of, span.text.en) for span in frame.spans] if frame else []


def test_the_first_two_times_of_the_key_figures_are_shown_each_once_with_the_words_of_its_label() -> None:
    shown = [("a.a", "key of a"), ("a.c", "fact"), ("b.a", "key of a"), ("b.c", "fact")]
    assert spans(*(place(en=name, facts=FACTS, key=KEY) for name in "AB")) == shown
    assert spans(place(en="A", facts=FACTS, key=KEY), place(en="B")) == [], "one place alone is compared with none"


@pytest.mark.parametrize(("count", "each"), [(12, 2), (13, 1)])
def test_more_than_twelve_places_show_one_time_each(count: int, each: int) -> None:
    assert len(spans(*(place(en=chr(65 + at), facts=FACTS, key=KEY) for at in range(count)))) == count * each


def test_where_no_key_figure_has_a_time_the_first_fact_that_has_one_and_is_printed_is_shown() -> None:
    facts = {"e": FACTS["e"], "x": fact(2015, unprinted="not told"), "c": FACTS["c"], "d": FACTS["d"]}
    assert spans(*(place(en=name, facts=facts, key=(("e",),)) for name in "AB")) == [("a.c", "fact"), ("b.c", "fact")]
