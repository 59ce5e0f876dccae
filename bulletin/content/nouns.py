"""What articles count, and the plain English noun for it: 停车位 parking space.

A proposal of a worksheet, for what the glossary does not have; the curator decides. No rule rests on it.
"""

from __future__ import annotations

import re

_ROWS = """
# places and bodies
村 行政村 = village; 机关 = government body; 企业 公司 工业企业 = company
商户 沿街商户 市场主体 个体工商户 = business; 门店 店铺 商铺 沿街商铺 = shop
单位 驻区单位 共建单位 = organization; 社会组织 = social organization; 协会 = association; 机构 = institution
培训机构 = training center; 网格 = grid
# people
村民 = villager; 居民 群众 常住人口 常住居民 = resident; 老人 老年人 = older resident; 孩子 儿童 = child
青年 年轻人 = young person; 妇女 = woman; 残疾人 = person with a disability; 退役军人 = veteran
失业人员 = unemployed person; 学生 = student; 大学生 = university student; 毕业生 = graduate; 学员 = trainee
教师 老师 = teacher; 医生 = doctor; 护士 = nurse; 医护人员 医务人员 = health worker; 患者 病人 = patient
专家 = expert; 工程师 = engineer; 技术员 = technician; 干部 = official; 干部职工 = staff member
员工 职工 = employee; 工人 = worker; 农民工 务工人员 = migrant worker; 农民 = farmer; 志愿者 督导员 = volunteer
网格员 = grid worker; 调解员 = mediator; 保洁员 = cleaner; 环卫工人 环卫工 = sanitation worker
保安 = security guard; 民警 = police officer; 辅警 = auxiliary police officer; 消防员 = firefighter
护理员 = care worker; 护林员 = forest ranger; 河长 = river chief; 湖长 = lake chief; 林长 = forest chief
司机 驾驶员 = driver; 飞手 = drone pilot; 快递员 = courier; 骑手 外卖员 = delivery rider; 游客 游人 = tourist
乘客 = passenger; 观众 = spectator; 读者 = reader; 演员 = performer; 运动员 = athlete; 选手 = contestant
教练 教练员 = coach; 讲解员 = guide; 摊主 摊贩 = vendor; 店主 = shopkeeper; 租户 = tenant; 创业者 = entrepreneur
匠人 工匠 = craftsperson; 队员 = team member; 成员 会员 = member
家庭 老年家庭 困难家庭 人家 住户 养殖户 种植户 贫困户 脱贫户 困难户 示范户 = household; 农户 = farming household
# houses, shops, works
楼房 居民楼 楼栋 = building; 房屋 = house; 老宅 = old house; 老建筑 = old building; 历史建筑 = historic building
危房 = unsafe house; 房间 = room; 客房 = guest room; 公寓 人才公寓 = apartment; 厂房 = factory building
烟囱 = chimney; 车间 = workshop; 作坊 = workshop; 工厂 = factory; 生产线 = production line; 仓库 = warehouse
冷库 = cold store; 机库 = hangar; 孵化器 = incubator; 楼宇 写字楼 = office building; 餐馆 饭店 餐厅 = restaurant
酒店 宾馆 = hotel; 民宿 = guesthouse; 超市 = supermarket; 便利店 = convenience store; 药店 = pharmacy
书店 = bookshop; 咖啡馆 咖啡店 = café; 茶馆 = teahouse; 农贸市场 菜市场 = food market; 网店 = online shop
网点 = outlet; 摊位 = stall; 项目 重点项目 = project; 品牌 = brand; 产品 = product; 专利 = patent
发明专利 = invention patent
# streets, water, power, vehicles
道路 = road; 背街小巷 小巷 巷道 = lane; 路段 = road section; 路口 = junction; 红绿灯 信号灯 = traffic light
桥梁 = bridge; 隧道 = tunnel; 停车位 车位 = parking space; 停车场 = parking lot; 充电桩 = charging post
充电端口 = charging port; 充电柜 = charging cabinet; 换电柜 = battery-swapping cabinet
充电站 = charging station; 充电棚 电动车棚 = charging shed; 公交线路 = bus route; 公交站 公交站点 = bus stop
公交车 = bus; 校车 = school bus; 救护车 = ambulance; 消防车 = fire engine; 洒水车 = sprinkler truck
清扫车 = street sweeper; 垃圾清运车 清运车 = garbage truck; 货车 = truck; 车辆 = vehicle
僵尸车 = abandoned vehicle; 自行车 = bicycle; 电动自行车 = e-bike; 拖拉机 = tractor; 收割机 = harvester
农机 = farm machine; 无人机 = drone; 机器人 = robot; 游船 = boat; 渔船 = fishing boat; 路灯 = street lamp
电梯 = elevator; 井盖 = manhole cover; 水井 机井 = well; 水泵 抽水泵 = pump; 泵站 = pumping station
水库 = reservoir; 坑塘 水塘 = pond; 沟渠 = ditch; 管网 = pipe; 水表 = water meter; 电表 = electricity meter
变压器 = transformer; 基站 = base station; 排污口 = sewage outlet; 排水口 = drain outlet; 雨量站 = rain gauge
监测点 = monitoring point; 监测站 = monitoring station; 点位 = spot; 积水点 = waterlogged spot
起降点 = take-off and landing point
# what stands in a neighborhood
座椅 长椅 = bench; 健身器材 = piece of fitness equipment; 花坛 = flower bed; 花箱 = planter; 凉亭 = pavilion
宣传栏 = noticeboard; 指示牌 标识牌 标牌 = sign; 警示牌 = warning sign; 灯箱 = light box
显示屏 电子屏 = display screen; 公厕 公共厕所 = public toilet; 厕所 = toilet; 化粪池 = septic tank
垃圾桶 = garbage bin; 果皮箱 垃圾箱 = litter bin; 垃圾分类投放点 投放点 = garbage drop-off point
快递柜 = parcel locker; 摄像头 监控 监控探头 = camera; 微型消防站 = micro fire station
灭火器 = fire extinguisher; 消防栓 消火栓 = fire hydrant; 安置点 避难场所 = shelter; 窗口 = service counter
电脑 = computer; 微信群 = WeChat group; 树木 苗木 乔木 = tree; 果树 = fruit tree; 行道树 = street tree
古树 = ancient tree; 灌木 = shrub; 候鸟 = migratory bird
# care, schools, culture
社区食堂 食堂 = canteen; 助餐点 = meal point; 医院 = hospital; 诊所 = clinic; 卫生室 村卫生室 = village clinic
卫生院 = health center; 卫生服务站 社区卫生服务站 = health station
卫生服务中心 社区卫生服务中心 = health center; 诊室 = consulting room; 手术室 = operating room; 病房 = ward
科室 = department; 床位 病床 = bed; 手术 = operation; 健康档案 = health record; 日间照料中心 = day-care center
养老服务站 = care station for older people; 养老院 敬老院 = care home; 托位 = childcare place
幼儿园 = kindergarten; 学校 中小学 小学 中学 = school; 学位 = school place; 教室 = classroom
班 班级 教学班 托管班 兴趣班 = class; 社区书屋 书屋 图书室 = reading room; 图书馆 = library; 博物馆 = museum
展馆 展厅 = exhibition hall; 剧场 = theater; 影院 电影院 = cinema; 活动室 = activity room; 会议室 = meeting room
篮球场 = basketball court; 足球场 = soccer field; 图书 藏书 = book; 座位 = seat; 展览 = exhibition
演出 = performance; 讲座 = lecture; 比赛 赛事 = competition; 义诊 = free clinic
# fields and farms
大棚 = greenhouse; 农场 = farm; 养殖场 = livestock farm; 果园 = orchard; 茶园 = tea garden; 鱼塘 = fishpond
合作社 = cooperative
# what is done, dealt with, said
岗位 就业岗位 公益性岗位 = job; 招聘会 = job fair; 培训班 技能培训 = training course
活动 文化活动 主题活动 = event; 演练 消防演练 应急演练 = drill; 检查 = inspection; 巡诊 走访 = visit
事 议事 事项 实事 难事 烦心事 = matter; 青瓦 = roof tile; 工地 = construction site
巡查 巡逻 = patrol
会议 = meeting; 志愿服务 = volunteer service; 诉求 居民诉求 = request; 投诉 = complaint; 矛盾纠纷 纠纷 = dispute
案件 = case; 工单 = work order; 订单 = order; 贷款 = loan; 合同 = contract; 协议 = agreement
问卷 = questionnaire; 宣传册 宣传单 = leaflet; 心愿 = wish; 意见 建议 意见建议 = suggestion; 问题 难题 = problem
隐患 安全隐患 = hazard; 占道经营 = case of vending in the street; 违法建筑 违章建筑 违建 = illegal structure
套餐 盒饭 饭菜 = meal; 文艺队 = performing troupe; 志愿服务队 服务队 = service team; 巡逻队 = patrol team
服务团队 医生团队 团队 队伍 = team; 小组 = group
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
    for row in re.sub("(?m)^#.*", "", _ROWS).replace("\n", ";").split(";"):
        names, mark, english = row.partition(" = ")
        found |= dict.fromkeys(names.split(), english) if mark else {}
    return found


NOUNS = _table()
_DOES = (
    "中(?![心央])|担任|送[饭餐]|配餐|全部|表示|实现|开展|前来|来[到自]|居住|就餐|就业|就诊|上岗|上门|报名|受益|值守|坐诊|投产|投用|免费"
    "|长期|共同|同时|轮流|提供|使用|运营|完工|开工|覆盖|获得?|受损|义务|主动|自愿|到(?![期位家])|走进|赴|深入|下沉|入户|自发"
)
"""What may follow a noun that stands whole: 40家食堂配餐, 25名老人担任."""
_ANY = "|".join(map(re.escape, sorted(NOUNS, key=len, reverse=True)))
_ENDS = re.compile(f"(?:{_ANY})$")
_BEGINS = re.compile(f"[\u4e00-\u9fff]{{0,4}}?(?P<noun>{_ANY})(?:(?![\u4e00-\u9fff])|(?={_DOES}))")
_LISTED = re.compile(r"(?P<one>[\u4e00-\u9fff]{2,})(?:[、和与及]|以及)[\u4e00-\u9fff]*$")


def noun_before(words: str) -> str:
    """The English of the noun on which the words before a number end; empty where the table has none.

    None for what is counted together (机关和企业15家, 木匠、瓦匠共63名); 失能、半失能老人 are one kind.
    """
    match = _ENDS.search(words)
    if match is None or len(match[0]) == 1 or _is_of_several(words[: match.start()], match[0]):
        return ""
    return NOUNS[match[0]]


def _is_of_several(before: str, noun: str) -> bool:
    listed = _LISTED.search(before)
    other = _ENDS.search(listed["one"]) if listed else None
    alike = listed is not None and listed["one"][-1] == noun[-1]
    return (other is not None and NOUNS[other[0]] != NOUNS[noun]) or alike


def noun_behind(words: str) -> str:
    """The English of the noun that stands whole behind a classifier; empty where it goes on or is not known."""
    return noun_and_end(words)[0]


def noun_and_end(words: str) -> tuple[str, int]:
    """The same, and where it ends in the words."""
    match = _BEGINS.match(words)
    return (NOUNS[match["noun"]], match.end()) if match else ("", 0)
