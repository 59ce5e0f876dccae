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
几个院子合用一个锅炉房，居民意见很大。 | All courtyards share one boiler room, and residents complain a great deal. | all
居民提了许多建议，街道采纳了其中一部分。 | Residents made few suggestions, and the subdistrict took up some of them. | few
志愿者每周六上门送饭，逐户敲门。 | Every Saturday volunteers bring meals and knock at one door. | one
全体党员参加了清扫，没有人缺席。 | Several Party members took part in the cleaning, and nobody was absent. | several
物业公司换了水管，费用由街道承担。 | The pipes were replaced by the residents themselves, and the subdistrict paid. | themselves
街道成立 | Subdistrict dissolved | dissolved
普查结束 | Survey abandoned | abandoned
"""
LOST = """
部分住户担心噪声，街道答应夜间不施工。 | The households worried about noise, and the subdistrict promised that there would be no work at night. | 部分
多数商户签了约。 | The traders signed. | 多数
楼道杂物基本清完。 | The stairwells are cleared of clutter. | 基本
居民常常在这里下棋。 | Residents play chess here. | 常常
巷里的路灯逐步换成节能灯。 | The lamps of the lane were replaced with energy-saving ones. | 逐步
饮水问题几乎解决。 | The trouble with drinking water is solved. | 几乎
社区办了书法、剪纸等课程。 | The community held courses in calligraphy and paper-cutting. | 、剪纸等
钥匙由各家保管。 | The keys are with the families. | 各
托管班不补课，有家长不乐意。 | The classes do cram, and some parents are unhappy. | 不
印刷厂的水管漏了多年，没人愿意出钱。 | The pipe of the printing works had leaked for years, and everybody would pay. | 没
"""
TRUE = """
各社区每月评比一次，每周检查一次，结果都贴在公告栏。 | Communities hold a review every month and an inspection every week, and post the results on notice boards.
部分住户担心噪声，大多数住户表示支持，只有几户还在犹豫。 | Some households worried about noise, most were in favor, and only a few are still hesitating.
街道为每户配了灭火器，几位老人当场试用。 | Every household was given a fire extinguisher; several elderly residents tried theirs on the spot.
由社区牵头，业主自己选出了楼长，施工方不参与。 | Led by the community, owners chose the building wardens themselves; the contractor took no part.
这条路过去没有路灯，如今夜里也亮着，老人出门不再摸黑。 | The road used to have no lamps; now it is lit at night, and old people no longer go out in the dark.
学校、医院等单位都参加了演练，不少居民围观。 | Schools, hospitals and other institutions all joined the drill, and many residents looked on.
项目尚未动工，手续还在办，何时完工没有说明。 | Work has not begun, as permits are still being obtained; no date of completion is given.
改造后的市场不收进场费，摊主人人有份参与管理。 | The rebuilt market charges no entry fee, and every stallholder has a say in running it.
志愿者每周六上门送饭，有时也帮着打扫。 | Every Saturday volunteers bring meals to the door, and sometimes they help to clean.
去年建成的游园今年种了树，明年还要添座椅。 | The park built last year was planted with trees this year, and is to get benches next year.
桥面已经修好，桥下的河道正在清淤，护栏计划下月安装。 | The deck of the bridge has been repaired, the river below is being dredged, and railings are to go up next month.
这笔钱主要用于屋顶防水，其余的补贴困难家庭。 | The money goes mainly to waterproofing roofs; the rest helps families in hardship.
党员带头拆掉自家的棚子，邻居也跟着拆了。 | Party members were the first to take down sheds of their own, and the neighbors followed.
街道请来专家讲课，台下坐满了人，站着听的也不少。 | The subdistrict invited experts to speak; every seat was taken, and quite a few people stood to listen.
几个院子合用一个锅炉房，冬天暖气不热，居民意见很大。 | Several courtyards share one boiler room; in winter the heating was poor, and residents complained a great deal.
停水期间，社区每天两次送水，无一户断水。 | While the supply was cut, the community brought water twice a day, and no household went without.
图书室免费开放，谁都可以来，借书不用押金。 | The reading room is free and open to anyone; no deposit is needed to borrow books.
老厂房将改成展厅，原有的烟囱保留下来。 | The old factory is to become an exhibition hall; its chimney will be kept.
居民提了许多建议，街道采纳了其中一部分。 | Residents made many suggestions, and the subdistrict took up some of them.
物业撤走以后，院里的灯坏了没人管，垃圾也没人收。 | After the property company left, nobody saw to broken lamps in the courtyard or collected the garbage.
这项工程由区住建局负责，街道配合。 | The district housing bureau is in charge of the work, and the subdistrict assists.
有的巷子窄得过不了消防车，只好靠微型消防站。 | Some lanes are too narrow for fire engines and have to rely on micro fire stations.
原来的菜市场拆了，摊贩全部搬进新楼。 | The former food market was torn down, and all its vendors moved into the new building.
社区把钥匙交给居民保管，进出登记，互相监督。 | The community left the keys with residents, who sign in and out and keep an eye on one another.
资金到位多少、由谁监管，文章都没有交代。 | The article says neither how much of the money has arrived nor who oversees it.
这里几乎家家养花，街道每年评出最美阳台。 | Almost every family here grows flowers, and each year the subdistrict names the most beautiful balconies.
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


@pytest.mark.parametrize(("zh", "en", "word"), _rows(LOST))
def test_an_amount_a_limit_or_a_denial_that_the_english_has_lost_is_told(zh: str, en: str, word: str) -> None:
    assert [one.zh for one in disagreements(zh, en)] == [word]


@pytest.mark.parametrize(
    ("zh", "en", "told"),
    [
        (
            "不插话，不翻旧账，议不成的改日再议。",
            "Nobody interrupts or brings up old scores; what cannot be settled waits for another day.",
            0,
        ),
        (
            "不插话，不翻旧账，议不成的改日再议。",
            "Everybody interrupts and brings up old scores; what cannot be settled waits for another day.",
            1,
        ),
    ],
)
def test_each_denial_is_counted(zh: str, en: str, told: int) -> None:
    assert len(disagreements(zh, en)) == told
