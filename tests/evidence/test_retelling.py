"""What a clause retells: the nearer its words stand together in the article, the more of it is there."""

from __future__ import annotations

from itertools import pairwise

import pytest

from bulletin.evidence.features import pairs
from bulletin.evidence.retelling import retelling

NONE = pairs("")
ARTICLE = "老人讲授专题。{before}。商户整治油烟{own}。居民看望邻里。居民看望邻里。"


def share(own: str = "", before: str = "律师到场", words: str = "整治油烟·断路") -> float:
    """How much of these words the sentence of 油烟 has, with such words in it and before it."""
    found = retelling(ARTICLE.format(own=own, before=before)).borne(pairs(words), NONE)
    assert found.sentence == 2
    return found.share


def test_a_word_counts_less_the_farther_it_stands_and_the_less_of_it_is_there() -> None:
    shares = [
        share(own=",断路"),
        share(before="打通断路"),
        share(own=",断了路"),
        share(before="打通断了路"),
        share(own=",一断"),
        share(),
    ]
    assert all(one > other for one, other in pairwise(shares)), shares
    assert shares[0] == 1
    assert share(own=",一路") == share(own=",一断")


def test_what_is_lacking_is_the_rest() -> None:
    by = retelling(ARTICLE.format(own="", before="律师到场"))
    whole, half = (by.borne(pairs(words), NONE) for words in ("整治油烟", "整治油烟·断路"))
    assert (whole.share, whole.lacks) == (1, 0)
    weighs = sum(by.sentences.rare(pairs("整治油烟·断路")).values())
    assert half.lacks == pytest.approx((1 - half.share) * weighs)
    nowhere = by.borne(pairs("断路"), NONE)
    assert (nowhere.sentence, nowhere.share) == (-1, 0)
    assert nowhere.lacks > 1, "a word that the article does not have is rarer than one that it has once"


def test_what_stands_beside_is_the_share_of_the_words_beside_in_and_around_the_sentence() -> None:
    by = retelling("律师到场。商户整治油烟。居民看望邻里。医生讲授专题。")
    beside = [by.borne(pairs("整治油烟"), pairs(words)).beside for words in ("律师", "律师·邻里", "律师·医生", "医生")]
    assert beside == [1, 1, 0.5, 0]


def test_the_sentence_that_has_most_is_taken_and_of_two_the_first() -> None:
    by = retelling("修补道路。修补道路,更换路灯。修补道路,更换路灯。更换井盖。")
    assert by.borne(pairs("修补道路"), NONE).sentence == 0
    assert by.borne(pairs("修补道路·更换路灯"), NONE).sentence == 1
    assert by.closest(pairs("修补道路"), NONE).clauses[0] == 0  # type: ignore[union-attr]


@pytest.mark.parametrize(("beside", "clauses"), [("", (2, 4)), ("路灯", (2,)), ("群众参加", (4,))])
def test_of_two_clauses_the_one_is_meant_whose_neighbours_have_the_words_beside(
    beside: str, clauses: tuple[int, ...]
) -> None:
    by = retelling("街道新建游园,群众称快。社区修补道路,更换路灯。社区修补道路,群众参加。会议召开。")
    found = by.closest(pairs("修补道路"), pairs(beside))
    assert found is not None
    assert (found.clauses, found.share) == (clauses, 1)


def test_a_word_of_the_same_sentence_counts_half_for_its_clause() -> None:
    by = retelling("二期工程,修补道路。更换路灯。会议召开。群众称快。")
    alone = by.closest(pairs("修补道路"), NONE)
    both = by.closest(pairs("二期·修补道路"), NONE)
    assert alone is not None and both is not None
    assert alone.clauses[0] == both.clauses[0] == 1
    rare = by.clauses.rare(pairs("二期"))["二期"]
    assert both.weight - alone.weight == pytest.approx(rare / 2)
    assert both.share == pytest.approx(both.weight / (alone.weight + rare))


def test_the_clauses_around_one_are_those_of_its_sentence() -> None:
    by = retelling("社区修补道路,更换路灯,新建游园,群众称快。会议召开。")
    assert [by.around(0, n) for n in range(3)] == [
        "社区修补道路,",
        "社区修补道路,更换路灯,",
        "社区修补道路,更换路灯,新建游园,",
    ]
    assert [by.around(2, n) for n in range(2)] == ["新建游园,", "更换路灯,新建游园,群众称快。"]
    assert (by.around(3, 1), by.around(4, 1)) == ("新建游园,群众称快。", "会议召开。")


FOREIGN = "集中执法打通了断头路。组织现场观摩活动。居民看望邻里老人。律师讲授专题课堂。{}"


@pytest.mark.parametrize(
    ("article", "clause", "found"),
    [
        ("", "律师集中执法打通断头路", ["律师"]),
        ("", "集中执法打通断头路", []),
        ("", "医生集中执法打通断头路", []),  # no word of the article
        ("", "律师组织", []),  # of the rest there is too little
        ("律师到场。集中执法打通了断头路。", "律师集中执法打通断头路", []),  # it has the rest beside the word
        ("律师集中执法。", "律师集中执法打通断头路", ["律师"]),  # less than half of it
        ("律师集中执法打通了路。", "律师集中执法打通断头路", []),
    ],
)
def test_a_name_is_from_elsewhere_where_the_article_has_the_rest_without_it(
    article: str, clause: str, found: list[str]
) -> None:
    assert list(retelling(FOREIGN.format(article)).from_elsewhere(clause, ["律师", "医生"], 1.4, 0.35)) == found


@pytest.mark.parametrize(
    ("clause", "found"),
    [
        ("专题课集中执法打通断头路", ["专题课"]),
        ("专题课堂集中执法打通断头路", ["专题课堂"]),
        ("邻里老人集中执法打通断头路", ["邻里老人"]),
        ("观摩活动集中执法打通断头路", []),  # it stands right behind
        ("课堂集中执法打通断头路", []),  # two characters name nothing
    ],
)
def test_a_run_of_three_characters_is_from_elsewhere_too(clause: str, found: list[str]) -> None:
    assert list(retelling(FOREIGN.format("")).from_elsewhere(clause, [], 1.4, 0.35)) == found
