"""What articles count, and the plain English noun for it: 停车位 parking space.

A proposal of a worksheet, for what the glossary does not have; the curator decides. No rule rests on it.
"""

from __future__ import annotations

import re

_ROWS = """
村 行政村 = village
企业 工业企业 = company
商户 门店 店铺 沿街商户 = business
市场主体 个体工商户 = business
单位 驻区单位 共建单位 = organization
社会组织 = social organization
项目 重点项目 = project
志愿者 = volunteer
居民 群众 常住人口 常住居民 = resident
村民 = villager
老人 老年人 = older resident
孩子 儿童 = child
学生 = student
教师 = teacher
医生 = doctor
网格员 = grid worker
网格 = grid
保洁员 = cleaner
干部 = official
干部职工 = staff member
停车位 车位 = parking space
充电桩 = charging post
充电端口 = charging port
充电棚 电动车棚 = charging shed
路灯 = street lamp
电梯 = elevator
床位 = bed
公厕 公共厕所 = public toilet
垃圾桶 = garbage bin
垃圾分类投放点 投放点 = garbage drop-off point
隐患 安全隐患 = hazard
道路 = road
背街小巷 小巷 = lane
路段 = road section
楼房 居民楼 = building
厂房 = factory building
社区食堂 食堂 = canteen
助餐点 = meal point
卫生服务站 社区卫生服务站 = health station
卫生服务中心 社区卫生服务中心 = health center
日间照料中心 = day-care center
养老服务站 = care station for older people
幼儿园 = kindergarten
学校 中小学 = school
学位 = school place
社区书屋 书屋 = reading room
图书 藏书 = book
微型消防站 = micro fire station
灭火器 = fire extinguisher
摄像头 监控 监控探头 = camera
座椅 = bench
摊位 = stall
岗位 就业岗位 公益性岗位 = job
招聘会 = job fair
技能培训 = training course
活动 文化活动 主题活动 = event
演练 消防演练 应急演练 = drill
志愿服务 = volunteer service
诉求 居民诉求 = request
矛盾纠纷 纠纷 = dispute
案件 = case
文艺队 = performing troupe
志愿服务队 服务队 = service team
服务团队 医生团队 团队 = team
意见 建议 意见建议 = suggestion
占道经营 = case of vending in the street
违法建筑 违章建筑 违建 = illegal structure
车辆 = vehicle
垃圾清运车 清运车 = garbage truck
公交线路 = bus route
大棚 = greenhouse
合作社 = cooperative
民宿 = guesthouse
树木 苗木 = tree
座位 = seat
队员 = team member
小组 = group
问题 = problem
家庭 老年家庭 困难家庭 = household
套餐 盒饭 饭菜 = meal
井盖 = manhole cover
管网 = pipe
健身器材 = piece of fitness equipment
"""


DONE_TO = {
    **dict.fromkeys(("新增", "增设", "加装", "新添"), "added"),
    **dict.fromkeys(("新建", "建成", "建设", "建有", "修建"), "built"),
    **dict.fromkeys(("改造", "改建"), "renovated"),
    "更换": "replaced",
    "配备": "provided",
    "组织": "organized",
    "举办": "held",
    "开展": "held",
    "排查": "found",
    "清理": "removed",
    "拆除": "demolished",
    "受理": "received",
    "发放": "handed out",
    "招聘": "recruited",
    "培训": "trained",
    "走访": "visited",
}
"""What is done to what is counted, as a label says it in English behind the noun."""


def _table() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in _ROWS.strip().splitlines():
        names, english = row.split(" = ")
        found |= dict.fromkeys(names.split(), english)
    return found


NOUNS = _table()
_DOES = "中(?![心央])|担任|送[饭餐]|配餐|全部|表示|实现|开展"
"""What may follow a noun that stands whole: 40家食堂配餐, 25名老人担任."""
_ANY = "|".join(map(re.escape, sorted(NOUNS, key=len, reverse=True)))
_ENDS = re.compile(f"(?:{_ANY})$")
_BEGINS = re.compile(f"[\u4e00-\u9fff]{{0,4}}?(?P<noun>{_ANY})(?:(?![\u4e00-\u9fff])|(?={_DOES}))")


def noun_before(words: str) -> str:
    """The English of the noun on which the words before a number end; empty where the table has none."""
    match = _ENDS.search(words)
    return NOUNS[match[0]] if match else ""


def noun_behind(words: str) -> str:
    """The English of the noun that stands whole behind a classifier; empty where it goes on or is not known."""
    match = _BEGINS.match(words)
    return NOUNS[match["noun"]] if match else ""
