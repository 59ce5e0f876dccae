"""Lies told in one language alone, in clauses without a figure: another stage, extent, polarity, actor or way.

The first half was written before the clauses of the two languages were held against each other, the second after;
what is named in the third, when English words already needed their Chinese, by whoever wrote those words.
"""

# ruff: noqa: E501 - a row of a table is one line

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.evidence.plant import Kind, Lie, Sheet
from tests.evidence.plant_words import in_text, texts

Row = tuple[str, str]
_CLAUSE = {"en": re.compile(r"[^,;:.!?\n]+"), "zh": re.compile("[^，。；：！？\n]+")}
_KNOWN = re.compile(r"\b(?:stated|not said|infer\w*|editors’|curator’s|printed|article)\b|未述|推断|编者|原文|文中")
"""What is said about the article, which no article says."""


SIDES: dict[str, Kind] = {}
"""The kinds of this module, which those of the whole content do not hold."""


def turned(written: str, was: str, new: str, tongue: str) -> str:
    """The first match turned that stands in a clause without a figure."""
    for match in re.finditer(was, written):
        clause = next((c[0] for c in _CLAUSE[tongue].finditer(written) if c.start() <= match.start() < c.end()), "<")
        if "<" not in clause and not re.search(r"\d", clause) and not _KNOWN.search(clause):
            said = match.expand(new)
            said = said[:1].upper() + said[1:] if match[0][:1].isupper() else said
            return written[: match.start()] + said + written[match.end() :]
    return written


def in_one(name: str, tongue: str, *rows: Row) -> None:
    """A kind of a table: words of one language, and what they become; the other stands as it was."""

    def lies(sheet: Sheet) -> Iterator[Lie]:
        for path, zh, en in texts(sheet):
            written = en if tongue == "en" else zh
            for was, new in rows if path[0] not in ("facts", "honours") else ():
                if (lied := turned(written, was, new, tongue)) != written:
                    yield in_text(sheet, path, **{tongue: lied})

    SIDES[name] = lies


in_one(
    "one side: another stage, English", "en",
    (r"\bis being (\w+)", r"has been \1"), (r"\bare being (\w+)", r"have been \1"),
    (r"\bis being (\w+)", r"is to be \1"), (r"\bare being (\w+)", r"are to be \1"),
    (r"\bis (tidying|bidding|exploring|pressing|planning|strengthening|expanding|developing)\b", r"was \1"),
    (r"\bis tidying up", "has tidied up"), (r"\bis planning\b", "has finished"), (r"\bis exploring\b", "has set up"),
    (r"\bis expanding\b", "has expanded"), (r"\bis bidding to become", "has become"),
    (r"\bis developing\b", "has completed"), (r"\bis strengthening\b", "has completed"),
    (r"\bis gradually taking shape", "has taken shape"),
    (r"\bhas been (?!set|in)(\w+)", r"is to be \1"), (r"\bhave been (\w+)", r"are to be \1"),
    (r"\bhas been (\w+)", r"is being \1"), (r"\bhave been (\w+)", r"are being \1"),
    (r"\bwas (renovated|set up|created|built|opened)", r"is to be \1"),
    (r"\bwere (set up|built|added|put in|dealt|moved|sealed)", r"are to be \1"),
    (r"\bplans to (\w+)", r"has begun to \1"), (r"\bmeans to make", "has made"), (r"\bwill (?:also )?explore", "has explored"),
    (r"\bis to run\b", "now runs"), (r"\bare to be (\w+)", r"were \1"), (r"\bis to be (\w+)", r"was \1"),
    (r"\bis to carry out", "has carried out"), (r"\bis to cover\b", "already covers"),
    (r"\bis planned as\b", "has become"), (r"\bhas begun\b", "is planned"), (r"\bhave begun\b", "are planned"),
    (r"\bhas begun\b", "has ended"), (r"\bhave begun\b", "have ended"),
    (r"\bunder way\b", "finished"), (r"\bunder way\b", "planned"), (r"\bare complete\b", "are under way"), (r"\bis (?:also )?complete\b", "is under way"),
    (r"\bare finished\b", "are planned"), (r"\bhas applied for\b", "was granted"), (r"\bthat applied to\b", "that were allowed to"),
    (r"\bcompleted demolition", "began demolition"), (r"\bis going up\b", "is finished"), (r"\bis topped out\b", "is going up"),
    (r"\bwill combine\b", "combines"), (r"\babout to begin\b", "over"),
)  # fmt: skip
in_one(
    "one side: another stage, Chinese", "zh",
    ("正在(?=[一-龥])", "已"), ("正在(?=[一-龥])", "将"), ("已(?!有|久|知|经)(?=[一-龥])", "将"), ("已(?!有|久|知|经)(?=[一-龥])", "正在"),
    ("将(?=[一-龥])", "已"), ("计划(?=[一-龥])", "已"), ("打算", "已经"), ("在建", "建成"), ("在施工", "已完工"), ("施工中", "已完工"),
    ("完成", "启动"), ("完成", "计划"), ("建成(?!后)", "规划"), ("建成(?!后)", "在建"), ("启动", "完成"), ("已动工", "待动工"), ("动工", "完工"),
    ("办完", "在办"), ("成立", "拟成立"), ("申请(?=复工|中央)", "获准"), ("得到改造", "等待改造"), ("新建", "计划新建"), ("谋划", "建成"),
    ("正在办理", "已经办结"), ("推行", "计划推行"), ("要(?=改|建)", "已"), ("在办", "办结"), ("打造了", "将打造"), ("开业", "筹备开业"), ("还将", "已经"),
)  # fmt: skip
in_one(
    "one side: another extent, English", "en",
    (r"\ball\b(?! my| things)", "some"), (r"\b[Aa]ll (?=[a-z]+ (?:compounds|roads|buildings|residents|villages))", "a few "), (r"\bevery (?=[a-z]+\b)(?!day|week|month)", "some "),
    (r"\bEvery (?=[a-z]+\b)(?!day|week|month)", "The first "), (r"\beach (?=[a-z]+\b)(?!other|day|week|month|year)", "one "), (r"\b[Ee]ach (?=key|project|household)", "Most "),
    (r"\b[Mm]ost (?=[a-z]+\b)", "all "), (r"\b[Mm]ostly\b", "all"), (r"\blargely\b", "fully"), (r"\bfully\b", "partly"), (r"\bsome (?=[a-z]+\b)", "all "), (r"\bSome (?=[a-z]+\b)", "All "),
    (r"\bMany (?=[a-z]+\b)", "A few "), (r"\bonly\b", "also"), (r"\bthe first (?=[a-z]+\b)(?!half|nine|of)", "the only "), (r"\bfirst (?=Party branch|project|batch)", "only "), (r"\bfew and small\b", "many and large"),
    (r"\bregularly\b", "once"), (r"\bkey (?=businesses|areas)", "all "), (r"\bthroughout\b", "in part"), (r"\bone by one\b", "in part"), (r"\bwhole\b", "half"), (r"\bThe whole\b", "Half the"),
    (r"\bmuch\b", "little"), (r"\bfrequent\b", "rare"), (r"\bcontinuous\b", "occasional"), (r"\balways\b", "sometimes"), (r"\bby all\b", "by some"), (r"\bin all\b", "each"), (r"\bseveral\b", "all"), (r"\bclosely\b", "partly"), (r"\bthe other\b", "all"),
)  # fmt: skip
in_one(
    "one side: another extent, Chinese", "zh",
    ("全部", "部分"), ("全面", "局部"), ("均(?![线衡价])(?=[一-龥])", "多数"), ("都(?!市|会|区)(?=[一-龥])", "大多"), ("各(?=社区|村|单位|部门|级|支部)", "个别"), ("每个", "多数"), ("基本(?=[一-龥])(?!养|医|配)", "全部"),
    ("有的", "全部"), ("多(?=由|是|用)", "都"), ("主要(?=担任|[是由])", "全部"), ("首个", "唯一"), ("首批", "全部"), ("(?<!不)只(?=[一-龥])", "不只"), ("所有", "个别"), ("全覆盖", "部分覆盖"), ("全程", "部分"), ("逐项", "部分"), ("逐步", "全面"), ("定期", "偶尔"), ("一些", "全部"),
    ("许多", "个别"), ("重点(?=单位|、难点|企业|区域)", "所有"), ("人人|家家|户户", "有人"), ("不间断", "偶有"), ("最(?=多|大|高|早)", "较"), ("少(?=、|，)", "多"), ("(?<![一-龥])一律", "大多"), ("其余", "全部"), ("全(?=市|区|街道)(?![一-龥]*首)", "半"), ("已有住户", "所有住户"),
)  # fmt: skip
in_one(
    "one side: another polarity, English", "en",
    (r"\bcannot\b", "can"), (r"\bdo not\b", "do"), (r"\bdoes not (\w+)", r"does \1"), (r"\bis not\b", "is"), (r"\bare not\b", "are"), (r"\bno (?=[a-z]+\b)(?!longer)", "some "), (r"\bno longer\b", "still"), (r"\bNo (?=[a-z]+\b)", "Some "),
    (r"\bwithout\b", "with"), (r"\bnever\b", "often"), (r"\bnothing but\b", "many things besides"), (r"\bwas not\b", "was"), (r"\bnot (?=[a-z]+ing\b)", ""), (r"\bhas been set up", "has not been set up"), (r"\bhave been set up", "have not been set up"),
    (r"\bare replaced", "are not replaced"), (r"\b(is|are) (complete|finished|topped|settled|solved)\b", r"\1 not \2"), (r"\bcan (?=[a-z]+\b)", "cannot "), (r"\bmay (?=[a-z]+\b)", "may not "), (r"\bhave moved\b", "have not moved"),
    (r"\b(was|were) (renovated|closed|opened|removed|looked|handled|dealt)\b", r"\1 never \2"), (r"\bsafe\b", "unsafe"), (r"\bare ready\b", "are not ready"), (r"\bhas begun\b", "has not begun"), (r"\bunmanaged\b", "managed"), (r"\bin place\b", "missing"), (r"\bnot yet\b", "now"),
    (r"\bfree\b", "for a fee"), (r"\bdisused\b", "busy"), (r"\bwork together\b", "do not work together"), (r"\bneed (?=[a-z]+\b)", "need no "), (r"\bregularly (visit|hold)\b", r"no longer \1"), (r"\bhave to be\b", "need not be"),
)  # fmt: skip
in_one(
    "one side: another polarity, Chinese", "zh",
    ("不(?=[一-龥])(?!断|仅|但|少|同|到|足|合格|间)", ""), ("没有(?=[一-龥])", "有"), ("没(?=[一-龥])(?!有)", ""), ("未(?=[一-龥])(?!来)", "已"), ("无主管", "有主管"), ("无(?=证|障)", "有"), ("已(?!有|久|知|经)(?=[一-龥])", "未"), ("可以(?=[一-龥])", "不得"), ("(?<!不)能(?=[一-龥])(?!力|源|耗|手|部)", "不能"), ("成立", "未成立"),
    ("办完", "未办"), ("及时更换", "从不更换"), ("具备", "不具备"), ("完成(?=[一-龥])", "未完成"), ("基本(?=统一|具备|协调|整改)", "尚未"), ("改造成了", "没有改造成"), ("须", "不必"), ("免费", "收费"), ("定期", "不再"), ("解决(?=[一-龥])", "未解决"), ("通过(?=$|，|。)", "未通过"),
    ("建到", "没有建到"), ("有(?=人负责|专人)", "没有"), ("闲置", "常用"), ("再也不", "总"), ("公开", "不公开"), ("参加", "不参加"), ("满意", "不满"), ("受到", "没有受到"),
)  # fmt: skip
in_one(
    "one side: another actor or way, English", "en",
    ("Cleaning firms that the subdistrict chose", "Cleaning firms that chose the subdistrict"), ("residents chose supervisors", "supervisors chose residents"), ("Residents give their doctors marks", "Doctors give their residents marks"),
    ("Party branch secretaries led", "Residents led"), ("The subdistrict provides the premises, a catering company runs the canteen", "A catering company provides the premises, the subdistrict runs the canteen"), ("Volunteers carry meals to those who cannot walk there", "Those who cannot walk there carry meals to volunteers"),
    ("and commended it", "and was commended by it"), ("The subdistrict assigns buildings to its leaders", "Its leaders assign buildings to the subdistrict"), ("lectured to primary-level Party organizations", "were lectured by primary-level Party organizations"), ("residents are to watch the work", "the subdistrict is to watch the work"),
    ("Residents decide whether to renovate", "The subdistrict decides whether to renovate"), ("Officials of the subdistrict went", "Residents went"), ("The subdistrict pays for new hoses", "Residents pay for new hoses"), ("wardens talk people into moving", "people talk wardens into moving"), ("the picture on the wall is younger than he is", "he is younger than the picture on the wall"),
    ("have moved into", "have moved out of"), ("moved to the river", "moved from the river"), ("puts old factories to use", "takes old factories out of use"), ("Property companies brought in by the subdistrict serve first", "The subdistrict brought in by property companies serves first"), ("They take no money, so the old give pickles", "The old take no money, so they give pickles"),
    ("teachers showed them the kites", "they showed teachers the kites"), ("were added to|put in by", "taken from"), ("Local organizations have adopted", "Local organizations were adopted by"), ("A catering company", "A volunteer team"), ("Students taught|students taught", "students were taught"), ("Young people of the community take turns", "The old of the community take turns"), ("residents adopt the trees", "the subdistrict adopts the trees"),
    ("Experts of the provincial academy of agricultural sciences showed", "Farmers showed experts of the provincial academy of agricultural sciences"), ("that villagers rebuilt", "that the subdistrict rebuilt"), ("Communities report", "Residents report"), ("residents’ representatives check", "the subdistrict checks"), ("The subdistrict calls on companies|It calls on companies", "Companies call on it"),
)  # fmt: skip
in_one(
    "one side: another actor or way, Chinese", "zh",
    ("街道公开竞聘保洁公司", "保洁公司公开竞聘街道"), ("支部书记挂帅", "居民挂帅"), ("居民推选监督员", "监督员推选居民"), ("居民给医生打分", "医生给居民打分"), ("街道出场地，餐饮企业经营", "餐饮企业出场地，街道经营"), ("由志愿者送饭上门", "给志愿者送饭上门"), ("由群众监督", "由街道监督"), ("改不改由居民定", "改不改由街道定"), ("街道干部上门", "居民上门"),
    ("街道出钱换", "居民出钱换"), ("由楼长劝着搬", "劝楼长搬"), ("搬进了产业园", "搬出了产业园"), ("挪到河边", "从河边挪开"), ("由居民认养", "由街道认养"), ("大学生教书法", "大学生学书法"), ("社区的年轻人轮流陪诊", "社区的老人轮流陪诊"), ("墙上的画比他年轻", "他比墙上的画年轻"), ("街道引来的物业公司", "引来街道的物业公司"), ("老师拿孩子做的风筝给家长看", "家长拿孩子做的风筝给老师看"),
    ("社区每月底报台账，居民代表抽查", "居民代表每月底报台账，社区抽查"), ("由返乡大学生邹晓禾开办", "给返乡大学生邹晓禾停办"), ("专家教农户", "农户教专家"), ("餐饮企业经营，社区监督", "社区经营，餐饮企业监督"), ("楼长", "业主"), ("驻区单位为成员", "物业企业为成员"), ("科级干部分包企业", "企业分包科级干部"), ("党工委班子成员到基层党组织讲党课", "基层党组织到党工委班子成员处讲党课"), ("各社区打造", "各商户打造"), ("党员组成", "商户组成"),
)  # fmt: skip
in_one(
    "one side, later: another stage, English", "en",
    (r"\b(is|are) open\b", r"\1 to open"), (r"\b(opened|began) (on|in)\b", r"will begin \2"), (r"\bhired\b", "is to hire"), (r"\bhas added\b", "intends to add"), (r"\bhave adopted\b", "hope to adopt"), (r"\bset up\b(?= a| an| joint)", "is setting up"),
    (r"\bhave joint\b", "plan joint"), (r"\bhas two\b|\bhas a\b", "is to have a"), (r"\bheld\b(?= [a-z])", "will hold"), (r"\b(have|has) moved\b", "will move"), (r"\bbeing handled\b", "settled"), (r"\bin preparation\b", "complete"), (r"\bawaiting approval\b", "approved"),
    (r"\bsigned\b(?= [A-Z a-z]+letters)", "is to sign"), (r"\bran\b", "is running"), (r"\bdevised\b", "is devising"), (r"\bchose\b", "is choosing"), (r"\bwas (designed|chosen|deepened|approved)\b", r"will be \1"), (r"\bturned an old\b", "is turning an old"), (r"\bis now\b", "is soon to be"),
    (r"\bare planned\b", "are finished"), (r"\bstill (?:being|under)\b", "no longer being"), (r"\bexplains\b", "is to explain"), (r"\bgoing on\b", "over"), (r"\bwent to\b", "is to go to"), (r"\btook down\b", "are taking down"), (r"\bin operation\b", "under construction"), (r"\bhave signed\b", "are to sign"), (r"\bfinished\b", "begun"), (r"\bnot begun\b", "finished"),
    (r"\breopens\b", "has reopened"), (r"\bwas (settled|rebuilt|replaced|repaired)\b", r"is being \1"), (r"\bwere (repaired|renovated|trained|checked)\b", r"will be \1"), (r"\bbuilt\b(?= [a-z])", "plans"),
)  # fmt: skip
in_one(
    "one side, later: another stage, Chinese", "zh",
    ("开门(?=，|。)", "拟开门"), ("开始施工", "即将施工"), ("签了", "要签"), ("搬进了?", "即将搬进"), ("已(?=开业|动工|完工|回迁|拆除|改造)", "拟"), ("正(?=加快|推进)", "已"), ("准备", "已经"), ("招聘(?=[一-龥])", "拟招聘"), ("换了", "要换"), ("封顶", "在建"), ("投产", "试产"),
    ("竣工", "开工"), ("报批", "获批"), ("在(?=装|修)", "待"), ("签订", "拟签订"), ("走访", "将走访"), ("建起", "拟建"), ("设立", "拟设立"), ("改成", "将改成"), ("采用", "拟采用"), ("开展", "将开展"), ("在(?=建|办)", "拟"), ("未(?=动|开)工", "已"), ("将(?=落实|以|在)", "正"), ("开放", "拟开放"),
)  # fmt: skip
in_one(
    "one side, later: another extent, English", "en",
    (r"\bonly\b", "mostly"), (r"\bchiefly\b", "only"), (r"\bmainly\b", "entirely"), (r"\ball (?=[a-z]+s\b)", "most "), (r"\bevery (?=[a-z]+\b)(?!day|week|month|year)", "one "), (r"\bEach\b(?! month| week| year| day)", "Only one"), (r"\beach\b(?! month| week| year| day|, |\.)", "only one"),
    (r"\b([Aa])ny\b", "some"), (r"\bThe whole\b|\bthe whole\b", "part of the"), (r"\bmany\b", "all"), (r"\bthe rest\b", "a part"), (r"\bthe others\b", "a few others"), (r"\blargely\b", "partly"), (r"\bthroughout\b", "for a while"), (r"\bkey\b(?= (?:project|area|bus))", "sole"),
    (r"\bregular\b", "rare"), (r"\bregularly\b", "at times"), (r"\btogether\b", "alone"), (r"\balone\b", "together"), (r"\bmost beautiful\b", "beautiful"), (r"\blargest\b", "second largest"), (r"\bmost\b", "a few"), (r"\bsome\b", "most"), (r"\bSome\b", "Most"), (r"\bfew\b", "no"), (r"\bcommon\b", "rare"), (r"\ball (?:Party|the)\b", "half the"), (r"\bboth\b", "one"), (r"\bfirst of\b", "last of"), (r"\bCommunities\b", "Two communities"), (r"\bcommunities (?=have|encourage)", "a single community "),
)  # fmt: skip
in_one(
    "one side, later: another extent, Chinese", "zh",
    ("主要", "仅"), ("多数|大多", "全部"), ("全体", "部分"), ("都(?!市|会|区)(?=[一-龥])", "有的"), ("均(?=[一-龥])(?!衡)", "仅少数"), ("各(?=社区|村)", "一个"), ("每个", "个别"), ("基本(?=统|具|协|整|实)", "局部"), ("部分", "全部"), ("其余", "少数"), ("逐(?=户|个|项)", "抽"), ("唯一", "第一"), ("首批", "末批"),
    ("定期", "一次性"), ("常态化", "临时"), ("全(?=市|区)(?=率先|首)", "半"), ("有的", "大多"), ("人人", "个别人"), ("不少", "全部"), ("许多", "所有"), ("最(?=多|大)", "次"), ("全程", "前期"), ("随时", "有时"), ("轮流", "单独"), ("只(?=[一-龥])(?<!不只)", "多半"), ("一些", "所有"), ("个个", "有的"), ("家家", "少数人家"), ("齐", "半"),
)  # fmt: skip
in_one(
    "one side, later: another polarity, English", "en",
    (r"\bnobody\b", "everybody"), (r"\bNobody\b", "Everybody"), (r"\bneither\b", "both"), (r"\bdoes not\b", "always does"), (r"\bdo not\b", "gladly do"), (r"\bdid not\b", "did"), (r"\bis no\b", "is a"), (r"\bare no\b", "are"), (r"\bno (?=[a-z]+s\b)", ""), (r"\bwould not\b", "would"), (r"\bcould not\b", "could"),
    (r"\bhas (had|been|become|begun)\b", r"has not \1"), (r"\bhave (been|moved|signed|adopted)\b", r"have never \1"), (r"\bis (open|available|renovated)\b", r"is not \1"), (r"\bwork together\b", "never work together"), (r"\bwere (inspected|signed|checked|held)\b", r"were not \1"), (r"\bare (held|used|linked|assigned|kept)\b", r"are not \1"), (r"\bhelps\b", "does not help"), (r"\btake part\b", "take no part"),
    (r"\bnon-slip\b", "slippery"), (r"\bwithout (?=[a-z])", "in spite of "), (r"\bunlicensed\b", "licensed"), (r"\billegal\b", "legal"), (r"\bno other\b", "another"), (r"\b[Ii]dle\b", "busy"), (r"\bmet\b", "missed"), (r"\bfree of charge\b", "at a price"), (r"\bnot let\b", "let"), (r"\bis free\b", "costs money"), (r"\bwelcome\b", "unwelcome"), (r"\bcannot\b", "easily"),
)  # fmt: skip
in_one(
    "one side, later: another polarity, Chinese", "zh",
    ("没人", "人人"), ("无人", "有人"), ("不能", "能"), ("不(?=会|用|收|让|愿|敢|肯|走|打)", "都"), ("未(?=述|说|列|写)", "已"), ("没有(?=[一-龥])", "都有"), ("非法|违章|违法", "合法"), ("有(?=人|专)", "无"), ("愿意", "不愿"), ("参与", "不参与"), ("同意", "不同意"), ("支持", "不支持"), ("收(?=到|集)", "没收"), ("(?<!不)断", "不断"), ("开放", "不开放"),
    ("听(?=[一-龥])", "不听"), ("办好", "没办好"), ("改(?=造|建|成)(?=[一-龥]{2})", "不改"), ("解决", "解决不了"), ("免(?=[一-龥])", "不免"), ("还在", "不在"), ("能(?=[一-龥])(?<!不能)(?!力|源)", "未能"), ("达到", "达不到"), ("挂钩", "脱钩"), ("及时", "不及时"), ("已(?=建成|完成|开业|动工|成立|回迁|办|通过|确定)", "还没有"), ("安全", "不安全"),
)  # fmt: skip

in_one(
    "one side, third: by whom, English", "en",
    (r"\b(was|were|been|is being|are being) (\w+ed|built|set up|put in|found|held)\b(?! by| up)", r"\1 \2 by the army"),
    (r"\b(was|were|been|is being|are being) (\w+ed|built|set up|put in|found|held)\b(?! by| up)", r"\1 \2 by a private company"),
    (r"\b(was|were|been|is being|are being) (\w+ed|built|set up|put in|found|held)\b(?! by| up)", r"\1 \2 by volunteers"),
    (r"\bThe subdistrict (?!office|covers)", "The city government "), (r"\bthe subdistrict (?=(?:has )?[a-z]+(?:ed|s)\b)", "a private company "),
    (r"\b[Rr]esidents (?=[a-z])(?!of|in|were|with)", "Officials "), (r"\bVolunteers\b", "Police officers"), (r"\bstudents\b", "teachers"),
    (r"\bsays ([A-Z]\w+ [A-Z]\w+)", "says the mayor"), (r"\bofficials\b", "residents"), (r"\bneighbors\b", "companies"),
)  # fmt: skip

in_one(
    "one side, third: another deed, English", "en",
    (r"\bbuilt\b", "demolished"), (r"\bdemolished\b", "built"), (r"\bremoved\b", "added"), (r"\badded\b", "removed"),
    (r"\bopened\b", "closed"), (r"\bset up\b", "dissolved"), (r"\bsigned\b", "refused"), (r"\bhired\b", "dismissed"),
    (r"\brecruited\b", "dismissed"), (r"\brepaired\b", "damaged"), (r"\bplanted\b", "felled"), (r"\brenovated\b", "demolished"),
    (r"\btrained\b", "dismissed"), (r"\bagreed\b", "refused"), (r"\brented\b", "bought"), (r"\bstrengthening\b", "weakening"),
    (r"\bexpanding\b", "shrinking"), (r"\bimproved\b", "worsened"), (r"\bdelivered\b", "ordered"), (r"\bstarted\b", "stopped"),
)  # fmt: skip

in_one(
    "one side, third: another kind, place or time, English", "en",
    (r"\belderly\b", "young"), (r"\bpublic\b", "private"), (r"\btemporary\b", "permanent"), (r"\bsmall\b", "large"),
    (r"\bfree\b", "paid"), (r"\bwinter\b", "summer"), (r"\bsummer\b", "winter"), (r"\bSaturday\b", "Monday"), (r"\bFriday\b", "Tuesday"),
    (r"\bevening\b", "morning"), (r"\bat night\b", "in the afternoon"), (r"\bmonth-end\b", "year-end"), (r"\bdry\b", "flush"),
    (r"\bnorth\b", "south"), (r"\bstreets\b", "rivers"), (r"\bparks?\b", "factory"), (r"\bhospital\b", "school"), (r"\bboats?\b", "bus"),
    (r"\bgarbage\b", "snow"), (r"\bnarrow\b", "wide"), (r"\bregularly\b", "rarely"), (r"\bcourtyards\b", "villages"),
)  # fmt: skip

in_one(
    "one side, third: a clause too many, English", "en",
    (r"(\w)\.$", r"\1, ahead of schedule."), (r"(\w)\.$", r"\1, with money from the province."),
    (r"(\w)\.$", r"\1, at no cost to residents."), (r"(\w)\.$", r"\1, after many complaints."),
    (r"(\w)\.$", r"\1, as experts had advised."), (r"(\w)\.$", r"\1, together with the army."),
)  # fmt: skip


def _named_otherwise(sheet: Sheet) -> Iterator[Lie]:
    """A name in pinyin that another text has, for one of this."""
    found = [(path, zh, en, re.findall(r"(?<=[a-z,] )[A-Z][a-z]{5,}\b", en)) for path, zh, en in texts(sheet)]
    known = sorted({name for *_, en, names in found for name in names if _SPELLED.fullmatch(name)})
    for path, _, en, names in found:
        others = [name for name in known if name not in en]
        own = [name for name in names if name in known and path[0] not in ("facts", "honours")]
        for name in own[:1] if others else ():
            yield in_text(sheet, path, en=re.sub(rf"\b{name}\b", others[len(en) % len(others)], en))


_SPELLED = re.compile(
    "(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxzcsyw])(?:[iu]?a(?:o|ng?|i)?|[iu]?o(?:u|ng)?|i[nu]?g?|ei|eng?|u[ni]?)){2,4}", re.I
)
SIDES["one side, third: a name, English"] = _named_otherwise
