"""Chinese words and the English that stands for them, as far as it decides what a number is said of. Data only."""

from __future__ import annotations

DIRECTIONS = {
    "up": (
        r"增长|增加|上升|提高|提升|上调|调高|回升|攀升|走高|增至|升至|增幅|上涨|上浮|扩大|多于|涨|新增|增收|翻番",
        r"\b(?:(?<!set )(?<!made )(?<!make )(?<!makes )(?<!take )(?<!took )(?<!put )up(?! to\b"
        r"| and down)|r[io]se[sn]?|rising|increas\w*"
        r"|gr[eo]w\w*|growth|gain\w*|accelerat\w*|rebound\w*|picked up|climb\w*|jump\w*|surg\w*|higher"
        r"|expand\w*|improv\w*|rais\w*|add(?:s|ed|ition)?\b|soar\w*"
        r"|more than (?:a year|last year|in|the (?:same|previous|year)))\b",
    ),
    "down": (
        r"下降|减少|降低|下调|调低|走低|收窄|回落|降至|降幅|下滑|下跌|减至|缩减|压缩|缩短|跌|压减|减",
        r"\b(?:down(?! payment|town)|fall\w*|fell|drop\w*|declin\w*|decreas\w*|reduc\w*|lower\w*|cut|cuts|shr[aiu]nk\w*"
        r"|slow\w*|weaken\w*|slid\w*|slip\w*|eas(?:ed|es|ing)\b|dip(?:s|ped)?\b|contract(?:ed|ing)|plung\w*"
        r"|tumbl\w*|slump\w*|lost|(?:less|fewer) than (?:a year|last year|in|the (?:same|previous|year)))\b",
    ),
}

STATUS = {
    "planned": (
        r"预计|(?<!年度)(?<!行动)计划(?!生育|的|任务|数|总)|拟(?!定)"
        r"|有望|预期|力争|即将|将(?=于|在|会|达|投|新|实现|继续"
        r"|成为|建|是|落实|开展|实施|推进|举办|启动|组织|打造|进一步|按照|迎|全面|大力|加快|改造|安排)|打算|待建",
        r"\b(?:expect\w*|(?:plans? (?:to|for|on)\b|plann(?:ed|ing)\b)|will\b|is to\b"
        r"|are to\b|to be\b|(?:is|are|was|were) due\b|due (?:in|by|for)\b|schedul\w*|project(?:ed|ions?)\b|estimat\w*"
        r"|aims?\b|intend\w*|propos\w*|set to\b|going to\b|target(?:s|ed|ing)?\b"
        r"|forecast\w*|anticipat\w*|would\b|shall\b|hopes?\b|about to\b)",
    ),
    "applied": (
        r"申请|申报",
        r"\b(?:appl(?:y|ied|ies|ying|ication)\w*|sought|seek\w*|request\w*|bid\b|asked for|asking for)",
    ),
    "under way": (
        r"正在|在建|建设中|施工中|办理中|推进中|进行中",
        r"\b(?:under ?way|being\b|under (?:construction|renovation|development"
        r"|review|negotiation)|in progress|ongoing|in the works|work is)",
    ),
    "now": (r"目前|当前", r"\b(?:currently|now\b|(?:is|are) (?:\w+ly )?\w+ing\b|at work|continu\w*|working)"),
    "done": (
        r"已(?!久)",
        r"\b(?:(?:has|have|had)\b(?! (?:to|a|an|the|no|more|over|about|\d))"
        r"|complet(?:ed|ion)\b|finish\w*|was\b|were\b|did\b|done\b|built\b"
        r"|received|secured|obtained|won\b|spent|got\b|put in\b|invested"
        r"|reached|opened|moved|came to|paid|signed|delivered|made\b|already"
        r"|renovated|attracted|planted|constructed|raised|granted|allocated|demolished|hired|added|covered|created)",
    ),
    "finished": (r"完成|建成(?!后)|竣工|完工|落成|投用|建好|结束", r"\b(?:complet(?:ed|ion)\b|finish\w*)"),
    "demanded": (r"内完成|前完成|要|应|须|确保|规划|目标|如果|后[,，]", r"\bmust\b"),
    "designed": (r"设计|能力|可(?=容纳|满足|提供|停)", r"\bdesign"),
    "past": (
        r"$^",
        r"\b(?:\w{3,}ed|did|were|was|took|held|began|came|went|gave|made|ran|saw|became|brought|sent|set up)\b",
    ),
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
        r"\b(?:yearly|annual\w*|every year|each year|a year\b(?! and a half"
        r"| earlier| ago| on year)|per year|per annum)\b",
    ),
    "hour": (r"每小时|时速", r"\b(?:hourly|every hour|each hour|an hour|per hour|km/h|kph)\b"),
}

SHARES = {
    "household": (r"每户|户均|每家", r"\b(?:per|each|every) (?:\w+ )?(?:household|family)"),
    "person": (
        r"每人|人均|每名|每位",
        r"\b(?:per (?:capita|head|person)|a (?:head|person|resident|student)|each person"
        r"|per (?:\w+ )?(?:resident|worker|student|member|employee|farmer))",
    ),
    "mu": (r"每亩|亩均", r"\b(?:per|a|each|every) mu\b"),
    "square meter": (r"每平方米|每平米", r"\b(?:per|a|each) square met(?:er|re)\b"),
    "ton": (r"每吨", r"\b(?:per|a|each) ton"),
    "place": (r"每个|每村|每校|每处", r"\b(?:per|each|every) (?:village|school|community|site|project|place|one)\b"),
}
"""To whom or what a number is shared out."""

ANTONYMS = [
    (
        r"拆除|拆迁|拆违|征迁",
        r"demoli\w+|torn? down|tear\w* down|pull\w* down|remov\w+"
        r"|clear\w+|dismantl\w+|raz\w+|knock\w*|took down|c[oa]me down",
        r"新建|建成|建设|打造",
        r"built|builds?|building (?:of|an?|new)\b|construct(?:ed|ing)|erect\w*|created|creating|set up|put up",
    ),
    (
        r"招聘|聘用|录用|增设",
        r"hir\w+|recruit\w*|employ\w*|add(?:ed|s|ing)?|engag\w*|took on|tak\w+ on|appoint\w*",
        r"辞退|裁减|解聘",
        r"dismiss\w*|laid off|fired|sacked|let go",
    ),
    (
        r"取缔|关停|关闭",
        r"clos(?:ed|es|ing|ure)|shut\w*|ban(?:ned|s)",
        r"开业|开办|开设|启用",
        r"open\w*|start\w*|launch\w*",
    ),
    (r"进口", r"import\w*", r"出口", r"export\w*"),
    (r"收入", r"income|revenue|earn\w*|receipts", r"支出", r"expenditure|spending|spent|outlay"),
    (r"顺差|盈余", r"surplus", r"逆差|赤字", r"deficit"),
    (r"城镇|城市", r"urban|cit(?:y|ies)|town\w*", r"农村|乡村|村", r"rural|countryside|village\w*|farm\w*"),
    (
        r"购置|购买|采购",
        r"bought|buy\w*|purchas\w*|acquir\w*|procur\w*",
        r"出售|变卖|拍卖",
        r"s[oe]ll\w*|sold|auction\w*",
    ),
    (r"下午", r"p\.?m\.?|afternoon", r"上午", r"a\.?m\.?|morning"),
    (
        r"同比",
        r"year[- ]on[- ]year|year[- ]over[- ]year|yoy|from a year"
        r"|(?:than|over|on|from) (?:the |a )?(?:same|previous year|last year|year)|annual",
        r"环比",
        r"month[- ]on[- ]month|quarter[- ]on[- ]quarter|month[- ]over[- ]month|from the previous (?:month|quarter)",
    ),
    (r"迁入|入驻|搬入|回迁", r"mov\w+ (?:in|back)|moved into", r"迁出|搬离|撤出", r"mov\w+ (?:out|away)|left|leave"),
    (r"男", r"m[ea]n|males?", r"女", r"wom[ae]n|females?"),
    (
        r"(?<!不)合格|(?<![不未])达标",
        r"pass\w*|qualif\w*|meet\w*|compl\w*",
        r"不合格|不达标|未达标",
        r"fail\w*|disqualif\w*",
    ),
    (
        r"发放|拨付|补贴",
        r"distribut\w*|hand\w*|g[ia]v[ei]\w*|issu\w*|paid|pay\w*|subsid\w*|grant\w*|provid\w*",
        r"收取|罚款",
        r"collect\w*|levi\w*|fin(?:ed|es)",
    ),
]
"""Pairs of opposites: Chinese and English of the one, Chinese and English of the other."""
