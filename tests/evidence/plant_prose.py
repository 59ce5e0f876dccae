"""Lies in clauses without a figure, told in both languages: status, negation, who, level, extent, cause, when, made up.

They were written before the rules that meet them.
"""

# ruff: noqa: E501 - a row of a table is one line

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.evidence.plant import Lie, Sheet, kind
from tests.evidence.plant_words import in_text, texts

Row = tuple[str, str, str, str]
_CLAUSE = re.compile("[^，。；：！？\n]+")


def turned(written: str, was: str, new: str, plain: bool = False) -> str:
    """The first match turned; `plain`: in a clause that has no figure."""
    for match in re.finditer(was, written):
        clause = next((c for c in _CLAUSE.finditer(written) if c.start() <= match.start() < c.end()), None)
        within = written.rfind("<", 0, match.start()) > written.rfind(">", 0, match.start())
        if not within and not (plain and clause and "<" in clause[0]):
            return written[: match.start()] + match.expand(new) + written[match.end() :]
    return written


def by_rows(name: str, *rows: Row) -> None:
    """A kind of a table: Chinese, what it becomes, English, what it becomes; in every text that has both."""

    def lies(sheet: Sheet) -> Iterator[Lie]:
        for path, zh, en in texts(sheet):
            for was_zh, new_zh, was_en, new_en in rows:
                lied, told = turned(zh, was_zh, new_zh, plain=True), turned(en, was_en, new_en)
                if lied != zh and told != en and path[0] != "facts":
                    yield in_text(sheet, path, zh=lied, en=told)

    kind(name)(lies)


by_rows(
    "prose: finished, where the article tells of works or plans",
    ("加大乡村林果化建设力度", "完成乡村林果化建设", "has been stepped up", "has been completed"),
    ("正在创建全国文明城市", "已建成全国文明城市", "is bidding to become a National Civilized City", "has become a National Civilized City"),
    ("推行简易物业全覆盖", "已实现简易物业全覆盖", "is to cover all", "already covers all"),
    ("街道改善城中村环境", "城中村环境已整治完毕", "is tidying up urban villages", "has finished tidying up urban villages"),
    ("产业链正在壮大", "产业链已经建成", "is expanding", "is complete"),
    ("基础配套设施正在建设", "基础配套设施已经建成", "Basic supporting facilities are being built", "Basic supporting facilities have been built"),
    ("街道正在谋划冯寨村", "街道已建成冯寨村", "The subdistrict is planning Party venues", "The subdistrict has built Party venues"),
    ("全力推进非公和社会组织的阵地建设", "建成非公和社会组织的阵地", "is pressing ahead with venues", "has finished venues"),
    ("并探索在商业综合体和楼宇建立党组织", "并在商业综合体和楼宇建立了党组织", "is exploring Party organizations", "has set up Party organizations"),
    ("模式正在逐步形成", "模式已经形成", "is gradually taking shape", "has taken shape"),
    ("街道深入推进道路综合改造", "街道完成了道路综合改造", "roads are being renovated", "roads have been renovated"),
    ("街道深化路长制管理", "街道建成路长制管理体系", "is strengthening its road chief system", "has completed its road chief system"),
    ("列车将在轨道交通2号线", "列车已在轨道交通2号线", "The train is to run", "The train now runs"),
    ("正在建设主体", "主体已经建成", "its main structure is going up", "its main structure is finished"),
    ("苑陵商场正在内部装修", "苑陵商场内部装修已完成", "Yuanling Mall is being fitted out", "Yuanling Mall has been fitted out"),
    ("通讯大世界改造正加快办理规划手续", "通讯大世界改造已办完规划手续", "are being speeded up", "are complete"),
    ("区域的改造还在谋划", "区域的改造已经启动", "of Datong and Dunmu roads is being planned", "of Datong and Dunmu roads has begun"),
    ("区域已作设计", "区域已经建成", "has been designed", "has been built"),
    ("要建以革命", "建成了以革命", "designed as a culture", "built as a culture"),
    ("街道将落实全区", "街道已落实全区", "is to carry out the district’s", "has carried out the district’s"),
    ("计划建成箱包、皮具展销的商业综合体", "建成箱包、皮具展销的商业综合体", "is planned as a commercial complex", "has become a commercial complex"),
    ("批复正在办理", "批复已经办结", "regulatory plan are under way", "regulatory plan are complete"),
    ("基础筏板开始施工", "基础筏板已经完工", "work on the foundation raft has begun", "work on the foundation raft is finished"),
    ("将以更务实的工作作风", "已以更务实的工作作风", "will, in a more down-to-earth way, contribute", "has, in a more down-to-earth way, contributed"),
    ("配套设施在建", "配套设施建成", "facilities being built", "facilities built"),
    ("外墙保温施工中", "外墙保温完工", "outer walls being insulated", "outer walls insulated"),
    ("工程规划在办", "工程规划办结", "project planning approval in process", "project planning approved"),
    ("桩基施工中", "桩基完成", "piling under way", "piling done"),
    ("图纸、土方正在招标", "图纸、土方招标完成", "being put to tender", "awarded"),
    ("主体在建", "主体建成", "main structure going up", "main structure finished"),
    ("正在谋划", "已经建成", "Being planned", "Built"),
    ("商业项目在建", "商业项目建成", "Commercial projects are under way", "Commercial projects are finished"),
)  # fmt: skip
by_rows(
    "prose: under way or planned, where the article tells of an end",
    ("已通过书记恳谈日、“四议两公开”等制度调研清楚、逐项解决", "正通过书记恳谈日、“四议两公开”等制度调研、解决", "were looked into and settled one by one", "are being looked into and settled"),
    ("以集中执法打通“断头路”", "将以集中执法打通“断头路”", "an intensive enforcement drive opened up", "an intensive enforcement drive is to open up"),
    ("拆迁任务也已完成", "拆迁任务也在推进", "is also complete", "is also under way"),
    ("蓄水池改造成了特色地坑公园", "蓄水池计划改造成特色地坑公园", "has been turned into a sunken park", "is to be turned into a sunken park"),
    ("已在辖区动工", "计划在辖区动工", "has begun here", "is planned here"),
    ("“居民议事会”成立", "“居民议事会”正在筹建", "have been set up, bringing", "are being set up, bringing"),
    ("“四证”已办完", "“四证”正在办理", "have their four certificates", "are applying for their four certificates"),
    ("监察专员办公室已成立", "监察专员办公室正在筹建", "a supervisory commissioner’s office has been set up", "a supervisory commissioner’s office is being set up"),
    ("巡视反馈问题基本整改到位", "巡视反馈问题正在整改", "have largely been corrected", "are being corrected"),
    ("郑上路一期主体封顶", "郑上路一期主体在建", "Phase 1 is topped out", "Phase 1 is going up"),
    ("碧沙岗公园已拆墙透绿", "碧沙岗公园计划拆墙透绿", "has had its walls taken down", "is to have its walls taken down"),
    ("基坑已全面开挖", "基坑计划开挖", "excavation of the pit is fully under way", "excavation of the pit is planned"),
    ("文物保护红线已确定", "文物保护红线正在报批", "The heritage protection line is set", "The heritage protection line awaits approval"),
    ("绿地调整已通过", "绿地调整正在办理", "the green-space change approved", "the green-space change being handled"),
    ("旧片区得到改造", "旧片区正在改造", "was renovated and its business mix upgraded", "is being renovated and its business mix upgraded"),
    ("在陇海大院社区打造了党群服务中心", "将在陇海大院社区打造党群服务中心", "a Party-mass service center in Longhai", "a Party-mass service center is to be created in Longhai"),
    ("依托世贸商城打造了非公党建阵地", "计划依托世贸商城打造非公党建阵地", "was created at Shimao Mall", "is to be created at Shimao Mall"),
    ("拆迁任务完成", "拆迁任务在办", "Demolition and relocation complete", "Demolition and relocation under way"),
    ("桩基施工完成", "桩基施工中", "Piling completed", "Piling under way"),
    ("围挡已建", "围挡待建", "fenced off", "to be fenced off"),
    ("所涉地块边界已确权", "所涉地块边界正在确权", "Site boundaries confirmed", "Site boundaries being confirmed"),
    ("已回迁，网签结束", "计划回迁，网签在办", "Moved back; contracts registered online", "Return planned; contracts being registered"),
    ("党群服务中心已建成", "党群服务中心在建", "service centers are finished", "service centers are under way"),
    ("农户用水、厕所已改", "农户用水、厕所待改", "of rural households upgraded", "of rural households to be upgraded"),
    ("成立物业管理科", "筹备成立物业管理科", "It set up a property management section", "It is preparing a property management section"),
    ("名门天隆商场旧片区已改造", "名门天隆商场旧片区正在改造", "is renovated;", "is being renovated;"),
)  # fmt: skip
by_rows(
    "prose: a denial added or dropped",
    ("解决飞线充电", "未解决飞线充电", "to end dangling", "without ending dangling"),
    ("还地于民", "没有还地于民", "and the land returned", "and the land not returned"),
    ("及时更换主干道", "没有更换主干道", "are replaced", "are not replaced"),
    ("党支部建到路段上", "党支部没有建到路段上", "Party branches were set up on", "No Party branches were set up on"),
    ("要求保洁、清运垃圾、维修公共设施都有人负责", "保洁、清运垃圾、维修公共设施仍无人负责", "so that somebody sweeps", "while nobody sweeps"),
    ("公开“一句话承诺”", "不公开“一句话承诺”", "and publish a", "and do not publish a"),
    ("楼院党群服务中心定期办活动", "楼院党群服务中心不再办活动", "Events are held regularly", "Events are no longer held"),
    ("党组织延伸到楼院", "党组织尚未延伸到楼院", "bringing Party organizations into", "without bringing Party organizations into"),
    ("基本具备竣工验收条件", "尚不具备竣工验收条件", "are largely ready for the completion", "are not ready for the completion"),
    ("监察专员办公室已成立", "监察专员办公室尚未成立", "office has been set up", "office has not been set up"),
    ("并借助专家力量", "没有借助专家力量", "experts helped to check", "without the help of experts for"),
    ("新企业进驻须联审联批", "新企业进驻无须联审联批", "new companies need joint approval", "new companies need no joint approval"),
    ("改不改由居民定", "改不改不由居民定", "Residents decide whether", "Residents do not decide whether"),
    ("定期走访", "没有定期走访", "regularly visit", "do not regularly visit"),
    ("受到肯定", "没有受到肯定", "and commended it", "and did not commend it"),
    ("在现场协调解决", "没有在现场解决", "were dealt with on the spot", "were not dealt with on the spot"),
    ("绿地调整已通过", "绿地调整未通过", "green-space change approved", "green-space change not approved"),
    ("按区里的时间节点有序推进", "没有按区里的时间节点推进", "is keeping to the district’s timetable", "is not keeping to the district’s timetable"),
    ("整治黑中介", "不整治黑中介", "targets illegal", "does not target illegal"),
    ("并组织知识会考", "没有组织知识会考", "and a knowledge test was held", "and no knowledge test was held"),
    ("路段巡查不间断", "路段巡查有间断", "Patrols are continuous", "Patrols are not continuous"),
    ("管理压力也大", "管理压力不大", "strain its management", "do not strain its management"),
    ("业态升级", "业态未升级", "and its business mix upgraded", "and its business mix not upgraded"),
    ("现场解决问题", "现场不解决问题", "problems are solved on the spot", "problems are not solved on the spot"),
    ("结果与当月绩效考核挂钩", "结果不与当月绩效考核挂钩", "and the results count in", "and the results do not count in"),
    ("市、区考核也用于奖惩", "市、区考核不用于奖惩", "checks also bring", "checks do not bring"),
    ("发放党员生日贺卡", "不发党员生日贺卡", "and gives members birthday cards", "and gives members no birthday cards"),
)  # fmt: skip
by_rows(
    "prose: another one acts",
    ("支部书记挂帅", "村民组长挂帅", "Party branch secretaries led", "Village group heads led"),
    ("支部书记挂帅", "业务骨干挂帅", "Party branch secretaries led", "Key staff led"),
    ("街道公开竞聘", "各社区公开竞聘", "that the subdistrict chose", "that the communities chose"),
    ("党员组成志愿服务队", "沿街商户组成志愿服务队", "Party members form", "Shops along the streets form"),
    ("街道打造便民服务大厅", "各社区打造便民服务大厅", "The subdistrict is developing a public", "Communities are developing a public"),
    ("各社区打造“7·24”", "沿街商户打造“7·24”", "communities have developed brands", "shops have developed brands"),
    ("各社区依托", "沿街商户依托", "communities encourage neighbors", "shops encourage neighbors"),
    ("过程由群众监督", "过程由保洁公司监督", "residents are to watch", "cleaning firms are to watch"),
    ("街道挖掘巩县", "村民组长挖掘巩县", "The subdistrict draws on", "Village group heads draw on"),
    ("郑州中车交付其生产", "明泰交付其生产", "CRRC Zhengzhou, in Jingchenglu Subdistrict, delivered", "Mingtai, in Jingchenglu Subdistrict, delivered"),
    ("并借助专家力量", "并借助志愿者力量", "experts helped", "volunteers helped"),
    ("街道正在谋划", "城投公司正在谋划", "The subdistrict is planning", "The city investment company is planning"),
    ("在现场协调解决", "由农业银行协调解决", "were dealt with on the spot", "were dealt with by the Agricultural Bank"),
    ("改得怎么样由居民评", "改得怎么样由驻区单位评", "Residents decide whether to renovate, discuss what to change and judge the result", "Residents decide whether to renovate and discuss what to change; local organizations judge the result"),
    ("驻区单位为成员", "物业企业为成员", "with local organizations as members", "with property firms as members"),
    ("科级干部分包企业", "驻区单位分包企业", "Section-level officials regularly visit", "Local organizations regularly visit"),
    ("迎接了中组部的调研", "迎接了区委的调研", "the Organization Department of the CPC Central Committee paid", "the district Party committee paid"),
    ("他们走在前面", "驻区单位走在前面", "they take the lead", "local organizations take the lead"),
    ("班子成员到基层党组织讲党课", "志愿者到基层党组织讲党课", "members of the Party working committee lectured", "volunteers lectured"),
    ("街道建立领导分包", "温州商会建立领导分包", "The subdistrict assigns", "The Wenzhou chamber of commerce assigns"),
    ("街道借便民服务中心", "汇远教育借便民服务中心", "The subdistrict uses", "Huiyuan Education uses"),
    ("安排专人清理", "安排城管协管清理", "put people in charge of clearing", "put auxiliary urban management staff in charge of clearing"),
    ("路长牵头统筹", "环卫部门牵头统筹", "A chief coordinates", "The sanitation team coordinates"),
    ("领导联系重大项目", "律师联系重大项目", "Leaders are linked", "Lawyers are linked"),
    ("由信访、司法人员和律师参加的工作组依法办理", "由设计、运营公司依法办理", "A working group with petition and justice officials and lawyers handles", "Design and operating companies handle"),
    ("街道每周点评", "生产经营单位每周点评", "The subdistrict reviews roads", "Businesses review roads"),
    ("安监、公安、消防、工商质检等职能部门派专人", "上海湃登、南京一德等公司派专人", "Staff from the work-safety, police, fire, commerce and quality-inspection authorities and other departments", "Staff from Shanghai Paideng, Nanjing Yide and other companies"),
)  # fmt: skip


def _names(sheet: Sheet) -> list[tuple[str, str]]:
    """The glossary's names that the article has, in both languages."""
    named = [(str(term["zh"]), str(term["en"])) for term in sheet.terms if term.get("kind") == "name"]
    place = f"{sheet.data.get('place')} {sheet.data.get('within')}"
    return [(zh, en) for zh, en in named if zh in sheet.article and zh not in place]


@kind("prose: another name of the article")
def _(sheet: Sheet) -> Iterator[Lie]:
    names = _names(sheet) if sheet.article else []
    for i, (path, zh, en) in enumerate(texts(sheet)):
        for name, called in names if path[0] not in ("facts", "honours") else ():
            other = next(((a, b) for a, b in names[i % len(names) :] + names if a not in zh and b not in en), None)
            lied = turned(zh, re.escape(name), other[0], plain=True) if other else zh
            if other and lied != zh and called in en:
                yield in_text(sheet, path, zh=lied, en=en.replace(called, other[1]))


by_rows(
    "prose: another level",
    ("创建全国文明城市", "创建河南省文明城市", "National Civilized City", "Henan Civilized City"),
    ("巩义全市首个", "郑州全市首个", "Gongyi’s first", "Zhengzhou’s first"),
    ("巩县首个党支部", "全省首个党支部", "Gong County’s first Party branch", "the province’s first Party branch"),
    ("全区率先", "全市率先", "the first in the district", "the first in the city"),
    ("全区率先", "全省率先", "the first in the district", "the first in the province"),
    ("全区“五大行动”", "全市“五大行动”", "the district’s “Five Campaigns”|the district’s “Five Campaigns,”", "the city’s “Five Campaigns,”"),
    ("全国城市基层党建创新论坛", "全省城市基层党建创新论坛", "the national forum", "the provincial forum"),
    ("全国城市基层党建创新论坛", "全市城市基层党建创新论坛", "the national forum", "the city’s forum"),
    ("中组部的调研", "省委组织部的调研", "the Organization Department of the CPC Central Committee", "the Organization Department of the provincial Party committee"),
    ("街道党工委书记宋盼峰", "区委书记宋盼峰", "secretary of its Party working committee", "secretary of the district Party committee"),
    ("国家中心城市", "省级中心城市", "national central city", "provincial central city"),
    ("科级干部", "处级干部", "Section-level officials", "Division-level officials"),
    ("村级党建阵地", "街道级党建阵地", "Village Party venues", "Subdistrict Party venues"),
    ("各级网格", "区级网格", "Grid checks", "District grid checks"),
    ("按区里的时间节点", "按市里的时间节点", "the district’s timetable", "the city’s timetable"),
    ("市、区考核", "省、市考核", "city and district checks", "provincial and city checks"),
    ("市儿童福利院", "省儿童福利院", "the city’s children’s welfare home", "the province’s children’s welfare home"),
    ("联合区执法局", "联合市执法局", "the district’s law-enforcement bureau", "the city’s law-enforcement bureau"),
    ("街道与区人力资源", "街道与市人力资源", "the district’s human resources center", "the city’s human resources center"),
    ("基层支部", "区级支部", "primary-level branches", "district-level branches"),
    ("各社区依托志愿服务站", "全区依托志愿服务站", "communities encourage neighbors", "the district encourages neighbors"),
    ("“楼体文化”", "市级“楼体文化”", "“building culture”", "the city’s “building culture”"),
    ("评选红旗楼院", "评选市级红旗楼院", "names Red Flag compounds", "names the city’s Red Flag compounds"),
    ("评选优秀党员", "评选省级优秀党员", "pick outstanding Party members", "pick the province’s outstanding Party members"),
    ("城区保洁由公司接管", "全省保洁由公司接管", "urban cleaning", "provincial cleaning"),
    ("打造东黑石关", "打造国家级东黑石关", "to create a Paper-cut Village", "to create a national Paper-cut Village"),
    ("重点项目普乐天地", "省级重点项目普乐天地", "a key project", "a key project of the province"),
)  # fmt: skip
by_rows(
    "prose: another degree or extent",
    ("等制度调研清楚、逐项解决", "等制度部分解决", "looked into and settled one by one", "partly settled"),
    ("拆迁任务也已完成", "拆迁任务也已部分完成", "is also complete", "is also partly complete"),
    ("背街小巷店外经营多", "背街小巷全是店外经营", "with much trading outside shops", "with nothing but trading outside shops"),
    ("无主管楼院推行", "部分无主管楼院推行", "cover all unmanaged", "cover some unmanaged"),
    ("都有人负责", "大多有人负责", "so that somebody sweeps", "so that somebody mostly sweeps"),
    ("各社区打造", "个别社区打造", "; communities have developed", "; a few communities have developed"),
    ("基本具备竣工验收条件", "完全具备竣工验收条件", "are largely ready for the completion", "are fully ready for the completion"),
    ("基本具备验收条件", "完全具备验收条件", "largely ready for inspection", "fully ready for inspection"),
    ("亮化基本统一", "亮化完全统一", "largely meet one standard", "fully meet one standard"),
    ("社区阵地基本协调到位", "社区阵地全部协调到位", "are largely in place", "are all in place"),
    ("问题基本整改到位", "问题全部整改到位", "have largely been corrected", "have all been corrected"),
    ("目标基本实现", "目标全面实现", "has largely been met", "has been fully met"),
    ("各级网格", "部分网格", "Grid checks", "Some grid checks"),
    ("专项检查重点单位", "专项检查所有单位", "helped to check key businesses", "helped to check all businesses"),
    ("全力推进非公", "初步推进非公", "is pressing ahead with", "is making a first start with"),
    ("模式正在逐步形成", "模式正在全面形成", "is gradually taking shape", "is taking shape everywhere"),
    ("街道深入推进道路综合改造", "街道局部推进道路综合改造", "roads are being renovated", "some roads are being renovated"),
    ("在现场协调解决", "在现场部分解决", "were dealt with on the spot", "were partly dealt with on the spot"),
    ("驻区单位为成员", "部分驻区单位为成员", "with local organizations as members", "with some local organizations as members"),
    ("主要担任楼院长", "全部担任楼院长", "mostly as compound heads", "all as compound heads"),
    ("基坑已全面开挖", "基坑已初步开挖", "excavation of the pit is fully under way", "excavation of the pit is in its first stage"),
    ("入驻企业数量少", "入驻企业数量最少", "kept companies few and small", "kept companies the fewest and small"),
    ("每个重点项目有台账", "多数重点项目有台账", "Each key project has", "Most key projects have"),
    ("全程参与", "部分参与", "take part throughout", "take part in part"),
    ("环卫各尽其责", "环卫大多尽责", "A chief coordinates", "A chief mostly coordinates"),
    ("重点、难点区域有专人盯守", "所有区域有专人盯守", "watch key areas and trouble spots", "watch all areas"),
    ("人流、车流、物流都大", "人流、车流、物流最大", "Heavy flows", "The heaviest flows"),
    ("现场解决问题", "现场解决所有问题", "problems are solved on the spot", "all problems are solved on the spot"),
    ("石寨、狼窝刘、平庄已有住户回迁", "石寨、狼窝刘、平庄住户全部回迁", "Some residents are back", "All residents are back"),
)  # fmt: skip
by_rows(
    "prose: a cause or purpose made up",
    ("为配合城市道路综合改造", "为配合地铁建设", "For the road works", "For the metro works"),
    ("用来破解门前“三包五不准”责任制落实不力的问题", "用来增加街道的财政收入", "The aim is to remedy weak enforcement of the rules for frontages, the “Three Guarantees and Five Prohibitions” (三包五不准).", "The aim is more fiscal revenue."),
    ("党组织延伸到楼院", "使楼院矛盾大为减少", "bringing Party organizations into compounds", "greatly reducing disputes in compounds"),
    ("卫生压力大", "因为保洁员不够", "were hard to keep clean", "lacked cleaners"),
    ("及时更换主干道", "为迎接检查更换主干道", "Worn signboards on main roads and in compounds are replaced", "For an inspection, worn signboards on main roads and in compounds are replaced"),
    ("受环境和建筑性质影响", "受税收和房租影响", "Surroundings and building types kept", "Taxes and rents kept"),
    ("受环境和建筑性质影响", "因为物业管理差", "Surroundings and building types kept", "Poor property management kept"),
    ("防治大气污染，", "为迎接开业，", "Fume filters are fitted", "For the opening, fume filters are fitted"),
    ("为规范养犬", "为防止犬只伤人", "are held on dog keeping", "are held so that dogs bite nobody"),
    ("为加快“三个二七”高质量发展作贡献", "为吸引外地游客作准备", "The aim is faster, high-quality development of the “Three Erqis” (三个二七).", "The aim is to draw visitors from elsewhere."),
    ("管理压力也大", "因此交通事故较多", "strain its management", "thus cause many accidents"),
    ("为加快郑州国家中心城市建设贡献力量", "为减轻居民的负担贡献力量", "contribute to building Zhengzhou faster as a national central city", "contribute to easing the burden on residents"),
    ("针对基础设施脏、破、损", "针对居民的投诉", "Where facilities are dirty, broken or damaged", "Where residents complain"),
    ("目标是“一路一策一文化”", "目标是吸引投资", "the aim being “one policy and one culture for each road.”", "the aim being to draw investment."),
    ("拆除违建时", "因为待遇较好", "they take the lead in removing illegal structures", "as they are well treated, they take the lead"),
    ("抓住春节、国庆等时机拉网检查", "因发生事故拉网检查", "Businesses were inspected at key times such as the Spring Festival and National Day", "Businesses were inspected because of an accident"),
    ("“一杜绝三下降三重点”目标基本实现", "由此事故明显减少", "The goal of “One Elimination, Three Reductions, Three Priorities” (一杜绝三下降三重点) has largely been met.", "Accidents thus became clearly fewer."),
    ("业态升级", "为地铁让路", "and its business mix upgraded", "to make way for the metro"),
    ("受到肯定", "为此获得资金", "and commended it", "and granted it funds"),
    ("建充电桩解决飞线充电", "建充电桩增加社区收入", "charging posts are put in to end dangling charging cables", "charging posts are put in to raise the community’s income"),
    ("设宣传栏解决小广告", "设宣传栏迎接检查", "bulletin boards to stop sticker ads", "bulletin boards for an inspection"),
    ("整治黑中介", "使居民收入提高", "targets illegal job agencies", "raises residents’ incomes"),
    ("结果与当月绩效考核挂钩", "使路段更加畅通", "and the results count in that month’s performance appraisal", "and traffic thus moves better"),
)  # fmt: skip
by_rows(
    "prose: another time",
    ("今年以来", "去年以来", "this year", "since last year"),
    ("近年来的", "今年以来的", "of recent years", "of this year"),
    ("今年疫情中", "去年疫情中", "In this year’s epidemic", "In last year’s epidemic"),
    ("通知发出当天", "通知发出后一周", "on the day the call went out", "a week after the call went out"),
    ("今年“三送一强”", "去年“三送一强”", "In this year’s", "In last year’s"),
    ("“十三五”期间", "“十二五”期间", "in the 13th Five-Year Plan period", "in the 12th Five-Year Plan period"),
    ("“十四五”即将起航", "“十四五”已经起航", "the 14th Five-Year Plan is about to begin", "the 14th Five-Year Plan has begun"),
    ("年初就定目标", "年底才定目标", "are set at the start of the year", "are set only at the end of the year"),
    ("动工前", "完工后", "Before work starts", "After work ends"),
    ("施工中", "施工前", "During the works", "Before the works"),
    ("完工后收集反馈", "施工中收集反馈", "Afterward, feedback", "During the works, feedback"),
    ("拆除违建时", "拆除违建后", "they take the lead in removing", "they take the lead after the removal of"),
    ("目前，街道新增", "去年，街道新增", "The subdistrict has added", "Last year the subdistrict added"),
    ("到目前，已拆除", "到去年底，已拆除", "So far", "By the end of last year"),
    ("先改水电气路，再改景观", "先改景观，再改水电气路", "Water, power, gas and road works come before landscaping|Utilities and roads first, then landscaping", "Landscaping comes before water, power, gas and road works"),
    ("抓住春节、国庆等时机", "抓住中秋、元旦等时机", "such as the Spring Festival and National Day", "such as the Mid-Autumn Festival and New Year"),
    ("上半年，", "去年，", "In the first half of the year", "Last year"),
    ("前三季度，", "上半年，", "From January to September", "In the first half of the year"),
    ("当年开工", "次年开工", "began that year", "began the year after"),
    ("季度活动结束后召开", "季度活动开始前召开", "scored on the spot and then discussed at a meeting", "discussed at a meeting before it and scored on the spot"),
    ("年底按红旗单位", "年中按红旗单位", "At the end of the year", "In the middle of the year"),
    ("定期开推进会", "年底开推进会", "regular meetings coordinate", "meetings at the end of the year coordinate"),
    ("定时开展联合行动", "夜间开展联合行动", "are carried out at set times", "are carried out at night"),
    ("当月绩效考核", "次月绩效考核", "that month’s performance", "the next month’s performance"),
    ("定期走访", "年底走访", "regularly visit", "visit at the end of the year"),
    ("楼院党群服务中心定期办活动", "楼院党群服务中心春节办活动", "Events are held regularly", "Events are held at the Spring Festival"),
    )  # fmt: skip

ADDED = {
    "dufulu": (
        ("街道还为老年人新建了日间照料中心。", "The subdistrict has also built a day-care center for the elderly."),
        ("保洁公司为门岗房配了志愿者。", "The cleaning firms staffed the gatehouses with volunteers."),
        ("剪纸村的村民参加了电梯加装工程。", "People of the Paper-cut Village took part in the elevator project."),
        ("书记恳谈日每周在地坑公园举行。", "Secretaries’ heart-to-heart days are held every week in the sunken park."),
        ("好媳妇、好婆婆获得街道的奖金。", "Good daughters-in-law and mothers-in-law received money from the subdistrict."),
        ("沿街商户出资更换了楼院的电表箱。", "Shops paid for new meter boxes in the compounds."),
    ),
    "jingchenglu": (
        ("冯寨村住户已开始装修新房。", "Residents of Fengzhai have begun to decorate their new homes."),
        ("党建指导员走访了辖区的校外培训机构。", "Instructors visited the subdistrict’s tutoring centers."),
        ("郑州中车为安置区捐建了体育馆。", "CRRC Zhengzhou donated a gymnasium to the resettlement area."),
        ("网格员还清理了植物园的旱厕。", "Grid workers also cleared the botanical garden’s dry latrines."),
        ("特色商业街区吸引了大批游客。", "The themed shopping streets draw many visitors."),
        ("中标公司为村民培训保洁员。", "The contractor trains villagers as cleaners."),
    ),
    "linshanzhai": (
        ("碧沙岗公园新建了影院和商业街。", "Bishagang Park has a new cinema and a shopping street."),
        ("业主委员会为重点项目提供贷款。", "Owners’ committees provide loans for key projects."),
        ("街道为隔离户安装了防盗网。", "The subdistrict put up window grilles for quarantined households."),
        ("农业银行为老旧小区改造出资。", "The Agricultural Bank paid for the renovation of old compounds."),
        ("红旗道路由楼院长负责养护。", "Compound heads are in charge of the upkeep of Red Flag roads."),
    ),
    "xidajie": (
        ("中部大观的商户参加了义务清扫。", "Traders of Zhongbu Daguan joined in sweeping compounds."),
        ("物业管理科为老年公寓招聘了厨师。", "The property management section hired cooks for the home for the elderly."),
        ("夕阳楼片区的群众已住进新房。", "Residents of the Xiyanglou area have moved into new homes."),
        ("街道为餐饮店发放了净化装置补贴。", "The subdistrict paid restaurants a subsidy for filters."),
        ("温州商会认领了儿童福利院的课堂。", "The Wenzhou chamber of commerce adopted classes of the children’s welfare home."),
    ),
    "yimalu": (
        ("苑陵商场新建了停车场和公厕。", "Yuanling Mall has built a parking lot and a public toilet."),
        ("宾馆酒店组为火车站旅客提供服务。", "The group of hotels serves passengers at the railway station."),
        ("名门天隆为环卫工人发放生日贺卡。", "Mingmen Tianlong gives sanitation workers birthday cards."),
        ("律师为党员讲授专题课堂。", "Lawyers teach members in the themed classes."),
        ("豫龙商场的商户已全部搬迁。", "The traders of Yulong Mall have all moved out."),
    ),
}  # fmt: skip


def _added(sheet: Sheet, zh: str, en: str, at: int) -> Iterator[Lie]:
    """At the end of one of the paragraphs, in turn."""
    found = [(path, *told) for path, *told in texts(sheet) if "paragraphs" in path and path[-1] != "head"]
    if found:
        path, was_zh, was_en = found[at % len(found)]
        yield in_text(sheet, path, zh=was_zh + zh, en=f"{was_en} {en}")


@kind("prose: a sentence made up of the article's words")
def _(sheet: Sheet) -> Iterator[Lie]:
    for at, (zh, en) in enumerate(ADDED.get(sheet.name, ())):
        yield from _added(sheet, zh, en, at * 3)


@kind("prose: a sentence that another article says")
def _(sheet: Sheet) -> Iterator[Lie]:
    """Whole texts without a figure, of one sentence or two, told of another subdistrict."""
    for name, data in sheet.beside.items() if sheet.article else ():
        others = [one for one in data["stories"] if name != sheet.name]
        plain = [p for one in others for p in one["paragraphs"] if "<" not in p["zh"] and len(p["zh"]) < 90]
        for at, paragraph in enumerate(plain):
            yield from _added(sheet, paragraph["zh"], paragraph["en"], at * 2)
