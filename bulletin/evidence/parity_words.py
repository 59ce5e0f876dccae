"""Chinese words and the English that stands for them, as far as it decides what a number is said of. Data only."""

from __future__ import annotations

CONCEPTS_TABLE = """
# who
党员 = party[- ]member|communist|members?\\b.{0,12}party
积极分子 = activist
志愿者|志愿服务队|志愿 = volunteer
干部|干群|机关人员 = cadre|official
职工|工作人员|员工|人员|队员|工人 = staff|worker|employee|personnel|officer|workforce|people
群众|居民|市民|百姓|村民|人口|常住 = resident|people|public|citizen|villager|inhabitant|local|population|beneficiar
户 = household|famil|home
保洁员|保洁|清扫保洁|环卫工 = clean|sanitation|street sweeper
城管|协管|执法 = urban management|enforcement|assistant|officer
指导员|辅导员 = advis|instructor|mentor|guid|tutor
孩子|儿童|少年|小朋友 = child|kid|boys|girls
学生|学员 = student|pupil|trainee
老人|老年|长者 = elder|senior|old people|aged
残疾人 = disab
失业|下岗 = laid[- ]off|unemploy|jobless
患者|病人|接诊 = patient
游客|旅客|乘客|客流 = visitor|tourist|passenger|traveler|ridership
网格员|网格长 = grid
教师|老师 = teacher
医生|医护|医务 = doctor|medic|nurse
农民|农户 = farm|peasant|rural
女|妇女 = women|woman|female
男 = \\bmen\\b|\\bman\\b|\\bmale
# organisations
企业|公司 = compan|enterprise|firm|business|manufacturer
用人单位 = employer
个体工商户|个体户 = self-employed|individual(?:ly)?[- ](?:owned|business|run)|sole trader|household business
商户|商家|门店|店铺|小吃店|商铺 = merchant|shop|store|trader|retailer|tenant|outlet|vendor|restaurant|eater
单位|机构 = institution|organi[sz]ation|unit|employer|bod(?:y|ies)|agenc|entit|center|centre|business|operator|work ?place
支部|党组织|堡垒 = branch|party organi[sz]ation|cell
社区 = communit|neighbou?rhood
村 = village
小区 = compound|estate|neighbou?rhood|communit|residential|complex
楼院|院落 = courtyard|compound|residential|block
学校|小学|中学|校 = school
医院|卫生院 = hospital|clinic
培训机构 = training|tutor
合作社 = co-?op
街道 = subdistrict|street
队伍|支队 = team|squad|force
作坊 = workshop
# places and things
安置房|住房|住宅|套房|房屋|公寓|商品房|保障房 = home|apartment|flat|hous|unit|dwelling
安置区|安置地 = resettle
车辆|列车|地铁车 = train|car|vehicle
轿车|机动车|汽车|车 = car|vehicle|truck|motor
洒水车|清扫车 = sprinkler|sweeper|truck|water(?:ing)? cart
环卫车|人力车 = cart|sanitation vehicle
三轮 = tricycle|three-wheel
垃圾桶|收纳箱|垃圾箱 = bin|garbage can|trash can|container
垃圾|杂物|废 = rubbish|garbage|waste|trash|refuse|litter|debris
小广告 = ad\\b|ads\\b|advert|flyer|poster|bill
灯箱 = light ?box|lightbox|sign
死角 = spot|corner|neglected|black|dead
店外经营|出店经营 = outside|overflow|beyond|shop
占道经营|占道 = stall|street|pavement|sidewalk|vend|road|hawk
物品 = item|article|goods|object
隐患 = hazard|danger|risk|problem|threat
公厕|厕|旱厕 = toilet|latrine|lavator|restroom
停车场|停车位|车位 = car park|parking
游园|公园 = garden|park
绿地|绿化|绿化带 = green|plant|landscap
苗木|树|株 = sapling|tree|seedling|plant
经济林|林 = orchard|forest|wood|grove|plantation
道路|路面|街|路段|公路 = road|street|surface|highway|section|segment|route
地面 = ground|floor|pavement|surface
墙体|墙 = wall
花坛 = flower ?bed|planter|bed\\b
防尘网 = net|mesh|dust|screen
粉饰|粉刷|美化 = paint|plaster|whitewash|decorat|beautif
充电桩 = charg|pile
车棚 = shed|shelter|parking
电梯 = elevator|lift
阳台|防盗网 = balcon|window|security|grille|burglar
违建|违章|违法建设|违法建筑|无证建筑 = illegal|unlicensed|unauthori[sz]ed|without (?:a )?permit
用房|房产 = premise|room|building|propert|house
栋|楼栋|高层 = building|block|tower|high-rise|house
层 = floor|stor(?:y|ies|ey)|level
犬 = dog
桥 = bridge
公交 = bus
地铁|轨道 = metro|subway|rail|line
耕地 = farmland|arable|cultivated
粮食 = grain
学习笔记|笔记 = note
活动 = event|activit|campaign|session|drive|programme|program|initiative|operation
演练 = drill|exercise|rehears
检查|排查 = inspect|check|found|identif|screen|examin|survey|uncover
整改 = fix|rectif|correct|remed
立即 = at once|immediate|on the spot|right away|instant|promptly
限期 = deadline|time limit|within a|set date|given a|by a|limited time|time-limited|dead
完工|竣工|已完|建成|完成 = finish|complet|built|done|concluded|achiev|delivered
在建|正在施工|施工|正在 = under way|underway|under construction|in progress|being|construction|ongoing|work
开业|营业 = open|business|operat|trading|commercial
总投资 = total investment|investment|cost
投资 = invest|spent|spend|cost
占地 = land|site|cover|occup|area of|footprint
建筑面积|建筑总面积 = floor (?:area|space)|built|construction area|building area|gross
营业面积 = business (?:area|space)|operating|open|trading|retail (?:area|space)|commercial
建成面积 = built|complet
生产总值|GDP = gdp|gross (?:domestic|regional)|output|economy
零售 = retail|consumer goods|sales
收入 = income|revenue
财政收入|财政 = fiscal|revenue|budget|public
可支配 = disposable|income
税收|纳税|税 = tax
市外资金|外资|引进 = outside|external|foreign|attract|from other|introduc
进口 = import
出口 = export
固定资产 = fixed[- ]asset
就业 = job|employ
失业率 = unemployment
价格 = price
入驻率|出租率 = occupancy|rate
入驻 = moved in|settled|resident|tenant|occup|move
工业 = industr
农业 = agricultur|farm
服务业|第三产业 = service|tertiary
城镇 = urban|town|cit
农村|乡村 = rural|village|countryside
总数|总量的?$|共有|全部 = total|all|in all|altogether
任务 = target|task|quota|goal|workload|assignment
占全市|全市 = city|municipal
全区|中原区 = district
全省 = provinc
改水 = water
改厕 = toilet
服务 = serv|help
走访 = visit|call|household|went to
结对|联系 = pair|link|contact|twin|tie|match
受益|惠及 = benefi|reach|serv|help
隔离 = quarantin|isolat
卡点|值守 = checkpoint|guard|duty|man(?:ned|ning)|watch
培训 = train
招聘|聘用 = hire|recruit|employ|engag|tak
新增 = new|add|extra|more|addition|increas
改造 = renovat|rebuil|renew|upgrad|transform|improv|refurb|redevelop
拆除|拆迁|征迁|拆 = demolish|tear|torn|pull|remov|clear|demolition|raz|knock
新建|建设|打造 = build|built|new|construct|creat
购置|购买 = bought|buy|purchas|acquir
长度|全长|长 = long|length
宽 = wide|width
高度|高 = high|height|tall
时速 = hour|speed
面积 = area|square|space|cover
总人口 = population|people|resident|inhabitant
专家 = expert|speciali
项目 = project
机制 = mechanism|system
目标 = goal|target|objective|aim
产业 = industr|sector|business
保障 = support|guarantee|safeguard|security
阵地 = venue|center|centre|position|base|front|facilit|site
优秀 = excellent|outstanding
卓越 = outstanding|superb|exceptional|exemplary|premium|excellen|superior
红旗 = red[- ]flag
骨干 = backbone|core|key
行政村 = village
市级 = city|municipal
"""
"""A line is one thing that can be counted or said: Chinese words = English stems."""

DIRECTIONS = {
    "up": (
        r"增长|增加|上升|提高|提升|增至|升至|增幅|上涨|上浮|扩大|多于|涨|新增|增收|翻番",
        r"\b(?:up(?! to\b| and down)|r[io]se[sn]?|rising|increas\w*|gr[eo]w\w*|growth|gain\w*|climb\w*|jump\w*|surg\w*|higher|expand\w*|improv\w*|rais\w*|add(?:s|ed|ition)?\b|soar\w*)\b",
    ),
    "down": (
        r"下降|减少|降低|回落|降至|降幅|下滑|下跌|减至|缩减|压缩|缩短|跌|压减|减",
        r"\b(?:down(?! payment|town)|fall\w*|fell|drop\w*|declin\w*|decreas\w*|reduc\w*|lower\w*|cut|cuts|shr[aiu]nk\w*|slid\w*|slump\w*|lost|less than last)\b",
    ),
}

STATUS = {
    "planned": (
        r"预计|计划(?!生育)|拟(?!定)|有望|预期|力争|即将|将(?=于|在|会|达|投|新|实现|继续|成为|建|是|落实|开展|实施|推进|举办|启动|组织|打造|进一步|按照|迎|全面|大力|加快|改造|安排)|打算|争取|待建",
        r"\b(?:expect\w*|plan(?:s|ned|ning)?\b|will\b|is to\b|are to\b|to be\b|due\b|schedul\w*|project(?:ed|ions?)\b|estimat\w*|aims?\b|intend\w*|propos\w*|set to\b|going to\b|target\w*|forecast\w*|anticipat\w*|would\b|shall\b|hopes?\b|about to\b)",
    ),
    "applied": (
        r"申请|申报",
        r"\b(?:appl(?:y|ied|ies|ying|ication)\w*|sought|seek\w*|request\w*|bid\b|asked for|asking for)",
    ),
    "under way": (
        r"正在|在建|建设中|施工中|办理中|推进中|进行中",
        r"\b(?:under ?way|being\b|under (?:construction|renovation|development|review|negotiation)|in progress|ongoing|in the works|work is)",
    ),
    "now": (r"目前|当前", r"\b(?:currently|now\b|(?:is|are) (?:\w+ly )?\w+ing\b|at work|continu\w*|working)"),
    "done": (
        r"已(?!久)",
        r"\b(?:(?:has|have|had)\b(?! (?:to|a|an|the|no|more|over|about|\d))|complet(?:ed|ion)\b|finish\w*|was\b|were\b|did\b|done\b|built\b"
        r"|received|secured|obtained|won\b|spent|got\b|put in\b|invested|reached|opened|moved|came to|paid|signed|delivered|made\b|already"
        r"|renovated|attracted|planted|constructed|raised|granted|allocated|demolished|hired|added|covered|created)",
    ),
    "finished": (r"完成|建成(?!后)|竣工|完工|落成|投用|建好|结束", r"\b(?:complet(?:ed|ion)\b|finish\w*)"),
    "demanded": (r"内完成|前完成|要|应|须|确保|规划|目标|如果|后[,，]", r"\bmust\b"),
    "designed": (r"设计|能力|可(?=容纳|满足|提供|停)", r"\bdesign"),
    "past": (r"$^", r"\b(?:\w{3,}ed|did|were|was|took|held|began|set up)\b"),
}
"""Words for what is planned, applied for, under way, done."""

FREQUENCIES = {
    "day": (
        r"每天|每日|日均|天天|日(?=巡查|产|处理|接待)|每一天",
        r"\b(?:dai?ly|every day|each day|a day|per day|days? on average)\b",
    ),
    "week": (
        r"每周|每星期|周(?=督查|调度|评比|学|查|例会|一次)|每一周",
        r"\b(?:weekly|every week|each week|a week|per week|twice-weekly)\b",
    ),
    "month": (
        r"每月|每个月|月(?=考评|督查|奖惩|巡查|调度|产|例会|评)|月均|一月一",
        r"\b(?:monthly|every month|each month|a month|per month)\b",
    ),
    "quarter": (
        r"每季度|每个季度|季度(?=末|“|\"|考|讲)|一季一",
        r"\b(?:quarterly|every quarter|each quarter|a quarter\b(?! of)|per quarter)\b",
    ),
    "half-year": (
        r"每半年|半年一",
        r"\b(?:half[- ]yearly|every six months|every half[- ]year|semi-?annual\w*|biannual\w*|twice a year)\b",
    ),
    "year": (
        r"每年|年均|逐年|年(?=产|处理|接待|培训|新增|发电|供|节约|销|收入|纳税|吞吐|生产能力|产值|检)|全年|每一年",
        r"\b(?:yearly|annual\w*|every year|each year|a year\b(?! and a half| earlier| ago| on year)|per year|per annum)\b",
    ),
    "hour": (r"每小时|时速", r"\b(?:hourly|every hour|each hour|an hour|per hour|km/h|kph)\b"),
}

ANTONYMS = [
    (
        r"拆除|拆迁|拆违|征迁",
        r"demoli\w+|torn? down|tear\w* down|pull\w* down|remov\w+|clear\w+|dismantl\w+|raz\w+|knock\w*|taken down|took down",
        r"新建|建成|建设|打造",
        r"\bbuil[dt]\w*|construct(?:ed|ing)|erect\w*|creat\w+|set up",
    ),
    (
        r"招聘|聘用|录用|增设",
        r"hir\w+|recruit\w*|employ\w*|add\w*|engag\w*|t[ao]\w*ke?n? on",
        r"辞退|裁减|解聘|清退",
        r"dismiss\w*|laid off|fired|sacked|let go",
    ),
    (
        r"取缔|关停|关闭",
        r"clos\w+|shut\w*|ban\w+|outlaw\w*",
        r"开业|开办|开设|开放|启用",
        r"open\w*|start\w*|launch\w*",
    ),
    (r"进口", r"import\w*", r"出口", r"export\w*"),
    (r"收入", r"income|revenue|earn\w*", r"支出", r"expenditure|spending|spent|outlay"),
    (r"顺差|盈余", r"surplus", r"逆差|赤字", r"deficit"),
    (r"城镇|城市", r"urban|cit(?:y|ies)|town\w*", r"农村|乡村", r"rural|countryside"),
    (r"购置|购买|采购", r"bought|buy\w*|purchas\w*|acquir\w*|procur\w*", r"出售|销售|卖", r"s[oe]ll\w*|sold"),
    (r"下午", r"p\.?m\.?|afternoon", r"上午", r"a\.?m\.?|morning"),
    (
        r"同比",
        r"year[- ]on[- ]year|year[- ]over[- ]year|yoy|from a year|(?:than|over|on|from) (?:the |a )?(?:same|previous year|last year|year)|annual",
        r"环比",
        r"month[- ]on[- ]month|quarter[- ]on[- ]quarter|month[- ]over[- ]month|from the previous (?:month|quarter)",
    ),
    (r"占地", r"land|site|cover\w*|occup\w*|footprint|area", r"建筑面积", r"floor (?:area|space)"),
    (
        r"顶|以上",
        r"at least|or more|above|over|more than",
        r"以下|以内",
        r"below|under|or less|within|at most|fewer|less than|no more",
    ),
    (
        r"迁入|入驻|搬入|回迁",
        r"mov\w+ (?:in|back)|settl\w*|return\w*|moved into|resident|tenant",
        r"迁出|搬离|撤出|搬迁",
        r"mov\w+ (?:out|away)|left|leave|relocat\w*",
    ),
    (r"男", r"\bm[ea]n\b|\bmale", r"女", r"wom[ae]n|female"),
    (
        r"通过|合格|达标",
        r"pass\w*|qualif\w*|met\b|meet\w*|compl\w*",
        r"不合格|未通过|不达标|未达标",
        r"fail\w*|disqualif\w*|did not|not pass",
    ),
    (r"一等奖|第一名", r"first", r"二等奖|第二名", r"second"),
    (
        r"发放|拨付|补贴",
        r"distribut\w*|hand\w*|g[ia]ve\w*|issu\w*|paid|pay\w*|subsid\w*|grant\w*|provid\w*",
        r"收取|征收|罚",
        r"collect\w*|charg\w*|levi\w*|fin(?:ed|es)\b",
    ),
]
"""Pairs of opposites: Chinese and English of the one, Chinese and English of the other."""
