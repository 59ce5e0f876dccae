"""Which sentences of the two languages say the same, and where a stage that differs is told of."""

from __future__ import annotations

import pytest

from bulletin.content.model import Both, Fact
from bulletin.evidence.clauses import said_otherwise, sentences_of
from bulletin.evidence.statement import Figures, Statement

SENTENCES = {
    "plant": ("居民种植树木。", "Residents planted trees."),
    "road": ("工程队修补道路。", "Crews repaired the road."),
    "meet": ("社区召开会议。", "The community held a meeting."),
    "lamps": ("商户安装路灯。", "Traders put up lamps."),
}


def said(zh: str, en: str) -> Statement:
    return Statement.of(Both(zh=zh, en=en), (zh, en), Figures({}, {}))


def pairs(zh: str, en: str) -> list[tuple[str, str]]:
    both = said(zh, en)
    found = sentences_of(both.zh, both.en)
    return [(both.zh.text[a.start : a.end], both.en.text[b.start : b.end].strip()) for a, b in found]


def text(names: str, language: int, space: str) -> str:
    return space.join(SENTENCES[name][language] for name in names.split())


@pytest.mark.parametrize(
    ("zh", "en", "found"),
    [
        ("plant road meet lamps", "plant road meet lamps", "plant=plant road=road meet=meet lamps=lamps"),
        ("plant road meet", "plant meet", "plant=plant road+meet=meet"),
        ("plant meet", "plant road meet", "plant=plant+road meet=meet"),
        ("plant road meet lamps", "plant", "plant+road+meet+lamps=plant"),
        ("plant", "plant road meet", "plant=plant+road+meet"),
        ("plant plant road road meet meet", "plant", "plant+plant+road+road+meet+meet=plant"),
    ],
)
def test_what_has_no_sentence_of_its_own_in_the_other_language_goes_with_the_one_beside_it(
    zh: str, en: str, found: str
) -> None:
    wanted = [pair.split("=") for pair in found.split()]
    assert pairs(text(zh, 0, ""), text(en, 1, " ")) == [
        (text(one.replace("+", " "), 0, ""), text(other.replace("+", " "), 1, " ")) for one, other in wanted
    ]


def test_a_semicolon_ends_a_sentence_and_a_comma_does_not() -> None:
    assert len(pairs("居民种树；商户安装路灯。", "Residents planted trees; traders put up lamps.")) == 2
    assert len(pairs("居民种树，商户安装路灯。", "Residents planted trees, traders put up lamps.")) == 1


@pytest.mark.parametrize("which", [0, 1, 2])
def test_a_sentence_goes_with_the_one_that_has_its_figure(which: int) -> None:
    label = {"zh": "树木", "en": "trees"}
    tree = Fact.model_validate(
        {"value": 7, "unit": "亩", "quote": "树木7亩", "label": label, "status": "achieved"}, strict=False
    )
    zh = ["种植<a>树木。", "居民种树。", "街道种树。"]
    zh = [*zh[1 : which + 1], zh[0], *zh[which + 1 :]]
    texts = "".join(zh), "Trees were planted on <a>. People planted trees."
    both = Statement.of(Both(zh=texts[0], en=texts[1]), texts, Figures({"a": tree}, {}))
    (there,) = [one for one, other in sentences_of(both.zh, both.en) if other.keys]
    assert there.keys == {("a", 0)}


@pytest.mark.parametrize(
    ("zh", "en", "kinds"),
    [
        ("食堂已建成。", "The canteen is completed.", []),
        ("食堂建成。", "The canteen is planned.", ["stage"]),
        ("食堂计划建设。", "The canteen is completed.", ["stage"]),
        ("食堂建设中。", "The canteen is completed.", ["stage"]),
        ("食堂计划建成。", "The canteen is planned.", []),  # 计划…建成 is a plan
        ("居民种树，食堂建成。", "Residents planted trees, and the canteen is planned.", ["stage"]),
        ("居民全部参加。", "All residents took part.", []),
        ("居民参加。", "All residents took part.", ["extent"]),
        ("部分居民参加。", "All residents took part.", ["extent"]),
        ("居民没有参加。", "Residents took part.", ["polarity"]),
        ("居民参加。", "Residents did not take part.", ["polarity"]),
        ("居民没有参加。", "Residents did not take part.", []),
    ],
)
def test_what_one_language_says_beyond_doubt_the_other_says_or_it_is_told(zh: str, en: str, kinds: list[str]) -> None:
    both = said(zh, en)
    found = said_otherwise(both.zh, both.en, sentences_of(both.zh, both.en))
    assert [kind for kind, _, _ in found] == kinds


BOTH = [
    ("居民种植树木。", "Residents planted trees."),
    ("商户安装路灯。", "Traders put up lamps."),
    ("老师讲授课程。", "Teachers gave lessons."),
    ("医生义诊。", "Doctors saw patients."),
    ("志愿者巡逻。", "Volunteers patrolled."),
]


@pytest.mark.parametrize("there", range(5))
@pytest.mark.parametrize("here", range(5))
def test_what_has_moved_to_the_next_sentence_is_not_told_and_what_has_moved_farther_is(here: int, there: int) -> None:
    zh, en = (list(texts) for texts in zip(*BOTH, strict=True))
    zh[here] = f"全部{zh[here]}"
    en[there] = f"{en[there][:-1]} for all the people."
    both = said("".join(zh), " ".join(en))
    found = [kind for kind, _, _ in said_otherwise(both.zh, both.en, sentences_of(both.zh, both.en))]
    assert found == ["extent"] * (abs(here - there) > 1)


DENIED = [
    ("居民没有种植树木。", "Residents did not plant trees."),
    ("商户没有安装路灯。", "Traders did not put up lamps."),
    ("老师没有讲授课程。", "Teachers did not give lessons."),
    ("医生没有义诊。", "Doctors did not see patients."),
    ("志愿者没有巡逻。", "Volunteers did not patrol."),
]


@pytest.mark.parametrize("there", range(5))
@pytest.mark.parametrize("here", range(5))
def test_a_denial_that_stands_in_the_sentence_before_or_behind_is_told_of_neither(here: int, there: int) -> None:
    zh, en = (list(texts) for texts in zip(*BOTH, strict=True))
    zh[here], en[there] = DENIED[here][0], DENIED[there][1]
    both = said("".join(zh), " ".join(en))
    found = [kind for kind, _, _ in said_otherwise(both.zh, both.en, sentences_of(both.zh, both.en))]
    assert found == ["polarity", "polarity"] * (abs(here - there) > 1)
