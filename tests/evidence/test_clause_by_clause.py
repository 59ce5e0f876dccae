"""One English word in another's place, told by the clause that it stands in; free translation is not."""

# ruff: noqa: E501 - a row of a table is one line

import pytest

from bulletin.evidence.parity import disagreements

LIES = """
旧楼加装电梯，新楼配齐车位，居民都说方便。 | Old blocks get elevators, old ones have parking, and residents find it convenient. | old
社区出场地，餐饮企业经营，街道监督。 | The community provides rooms, a catering firm runs it, and the community supervises. | community
楼道的玻璃换了，墙面也刷了一遍，灯全亮了。 | The brick in the stairwell is replaced, the walls are painted, and all lamps work. | brick
居民推选监督员，账目每月贴在门口的墙上。 | Officials choose supervisors, and the accounts are posted by the door each month. | officials
巷里铺了石板，河上的木桥也重新刷了漆。 | The bridge is paved with flagstones, and the wooden bridge over the river is painted. | bridge
市场搬进新楼，老摊位都留着，租金三年不变。 | The market moved to an old building, all old stalls were kept, and rents stay for years. | old
"""
TRUE = """
旧楼加装电梯，新楼配齐车位，居民都说方便。 | Old blocks get elevators, new ones have parking, and residents find it convenient.
社区出场地，餐饮企业经营，街道监督。 | The community provides rooms, a catering firm runs it, and the subdistrict supervises.
楼道的玻璃换了，墙面也刷了一遍，灯全亮了。 | The glass in the stairwell is replaced, the walls are painted, and all lamps work.
居民推选监督员，账目每月贴在门口的墙上。 | Residents choose supervisors, and the accounts are posted by the door each month.
涉及居民大多已签约，农户的厕所也都改了。 | Most households affected have signed, and the toilets of rural households are rebuilt.
新料要阴干，徒弟想用机器烘，他不肯。 | New timber has to dry in the shade; an apprentice would have dried it by machine, but he refused.
走进老年公寓的党员，给老人理了发。 | Party members visiting a home for the elderly cut the hair of old people.
"""


def _rows(table: str) -> list[list[str]]:
    return [line.split(" | ") for line in table.strip().splitlines()]


@pytest.mark.parametrize(("zh", "en", "word"), _rows(LIES))
def test_a_word_in_anothers_place_is_told(zh: str, en: str, word: str) -> None:
    assert word in [one.en for one in disagreements(zh, en)]


@pytest.mark.parametrize(("zh", "en"), _rows(TRUE))
def test_the_true_one_is_not(zh: str, en: str) -> None:
    assert [one.message for one in disagreements(zh, en)] == []
