"""Words of one language or of both, and what a second planter makes of them.

Written by somebody who had not read the rules; a row is a pattern and what stands for it, of both: Chinese, then English.
"""

# ruff: noqa: E501 - a row of a table is one line

from __future__ import annotations

Two = tuple[str, str]
Four = tuple[str, str, str, str]

VERBS: tuple[Two, ...] = (
    (r"\bbuilt\b", "demolished"), (r"\bdemolished\b", "built"), (r"\bremoved\b", "added"), (r"\badded\b", "removed"), (r"\bopened\b", "closed"),
    (r"\bopen\b(?! \w+ competition)", "closed"), (r"\bclosed\b", "opened"), (r"\b(is|are) complete\b", r"\1 halted"), (r"\bfinished\b", "abandoned"),
    (r"\bbegun\b", "ended"), (r"\brose\b", "fell"), (r"\bgrew\b", "shrank"), (r"\bgrowth\b", "decline"), (r"\bup (?=<)", "down "), (r"\bhired\b", "dismissed"),
    (r"\brecruited\b", "dismissed"), (r"\breceived\b", "lost"), (r"\bapplied for\b", "received"), (r"\bimproved\b", "worsened"), (r"\bplanted\b", "felled"),
    (r"\brepaired\b", "damaged"), (r"\bfound\b", "fixed"), (r"\bwon\b", "lost"), (r"\bkept\b", "sold"), (r"\bmoved back\b", "moved away"), (r"\bagreed\b", "refused"),
    (r"\bjoined\b", "left"), (r"\bbring(s?)\b", r"take\1 away"), (r"\bbuys\b", "sells"), (r"\bsold\b", "bought"), (r"\bbought\b", "sold"), (r"\bsigned\b", "refused"),
    (r"\bset up\b", "dissolved"), (r"\bsupport(s|ed)\b", "opposed"), (r"\brenovated\b", "demolished"), (r"\bstrengthening\b", "weakening"), (r"\bstarted\b", "stopped"),
    (r"\bstarts\b", "ends"), (r"\bhelped\b", "hindered"), (r"\btrained\b", "dismissed"), (r"\bencourages?\b", "forbid"), (r"\bdelivered\b", "ordered"),
    (r"\bgave\b", "took"), (r"\brestored\b", "dug up"), (r"\brented\b", "bought"), (r"\bswept\b", "built"), (r"\bwidened\b", "narrowed"), (r"\bvisited\b", "summoned"),
    (r"\bexpanding\b", "shrinking"), (r"\bpaved\b", "dug up"), (r"\bbuilding\b(?= a| the)", "demolishing"),
)  # fmt: skip
TO_DONE: tuple[Two, ...] = (
    (r"\bis to be\b", "has been"), (r"\bare to be\b", "have been"), (r"\bis planned\b", "is done"), (r"\bare planned\b", "are done"), (r"\bis being\b", "has been"),
    (r"\bare being\b", "have been"), (r"\bbeing built\b", "already built"), (r"\bwill be\b", "has been"), (r"\bwill (?=\w+)", "can already "),
    (r"\bplans to\b", "has begun to"), (r"\bmeans to\b", "has begun to"), (r"\bis to (?=[a-z]+)(?!be)", "can already "), (r"\bunder way\b", "finished"),
    (r"\bunder construction\b", "completed"), (r"\bin preparation\b", "completed"), (r"\b[Pp]lanned\b", "completed"), (r"\bexpected\b", "reached"),
    (r"\bpermits being obtained\b", "permits obtained"),
)  # fmt: skip
UNDONE: tuple[Two, ...] = (
    (r"\bhas been\b", "is to be"), (r"\bhave been\b", "are to be"), (r"\bwas ([a-z]+ed|built)\b", r"is to be \1"), (r"\bwere ([a-z]+ed|built)\b", r"are to be \1"),
    (r"\bcompleted\b", "begun"), (r"\b(?<!have )(?<!has )(?<!be )finished\b", "under way"), (r"\b(is|are) complete\b", r"\1 under way"),
)  # fmt: skip
DENIAL_LOST: tuple[Two, ...] = (
    (r"\bnot ", ""), (r"\bcannot\b", "can"), (r"\bno longer\b", "still"), (r"\bnever ", "always "), (r"\bnobody\b", "everybody"), (r"\bno (?=[a-z])", "some "),
    (r"\bwithout\b", "with"), (r"\bnone\b", "all"), (r"\bneither\b", "each"), (r"\bunpaid\b", "paid"), (r"n’t\b", ""),
)  # fmt: skip
HEDGE_LOST: tuple[Two, ...] = (
    (r"\blargely ", ""), (r"\bmostly ", ""), (r"\bgradually ", ""), (r"\bpartly ", ""), (r"\balmost ", ""), (r"\bmainly ", ""), (r"\busually ", ""), (r"\boften ", ""),
    (r"\bsome (?=[a-z])", "the "), (r"\bat least ", ""), (r"\bmost of ", "all of "), (r"\bmost (?=[a-z])", "all "), (r"\bsometimes ", ""), (r"\bsuch as\b", "namely"),
    (r"\bincluding\b", "namely"), (r"\band others\b", ""), (r"\bseveral\b", "all"), (r"\b(up to|as many as) ", ""),
)  # fmt: skip
SCOPES: tuple[Two, ...] = (
    (r"\bsome\b", "all"), (r"\b(?<!in )(?<!at )(?<!for )(?<!of )all\b(?! in)", "some"), (r"\bmost\b(?! \w+ed)", "all"), (r"\bevery\b", "only one"),
    (r"\bseveral\b", "all"), (r"\bmany\b", "few"), (r"\beach\b", "one"), (r"\bboth\b", "neither"), (r"\bfew\b", "many"), (r"\bany\b", "one"), (r"\bonly\b ", ""),
)  # fmt: skip
WIDER: tuple[Two, ...] = (
    (r"\bsubdistrict(?!’s Party| office)\b", "city"), (r"\bcommunit(y|ies)\b", "subdistrict"), (r"\bvillages?\b", "towns"), (r"\b[Tt]he city\b", "the province"),
    (r"\b[Tt]he district\b", "the city"), (r"\bcompound(s?)\b", r"subdistrict\1"), (r"\bstreets\b", "cities"),
)  # fmt: skip
SUBJECTS: tuple[Two, ...] = (
    (r"\bThe subdistrict\b(?! office| covers| has <)", "The city government"), (r"\bthe subdistrict\b(?=(?: has)? [a-z]+(?:ed|s)\b)", "a private company"),
    (r"\b[Rr]esidents (?=[a-z])(?!of|in|were|with)", "Officials "), (r"\bParty members (?=[a-z])(?!who|in|were|of)", "Residents "),
    (r"\bThe company\b", "The subdistrict"), (r"\bVolunteers\b", "Police officers"), (r"\bofficials\b", "residents"),
    (r"\b[Tt]he community (?=[a-z]+s\b)", "the police "), (r"\bcompanies\b", "residents"), (r"\bThe article says\b", "The subdistrict denies"),
    (r"\bstudents\b", "teachers"), (r"\bworkers\b", "owners"), (r"\b[Cc]ourtyard heads\b", "community officials"), (r"\bneighbors\b", "companies"),
    (r"\bsays ([A-Z]\w+ [A-Z]\w+)", "says the mayor"), (r"\b[Mm]erchants\b", "officials"), (r"\bfarmers\b", "merchants"),
)  # fmt: skip
ORDINALS: tuple[Two, ...] = (
    (r"\b([Ff])irst\b(?! half| three| quarters| set)", "second"), (r"\bsecond\b", "first"), (r"\bPhase 1\b", "Phase 2"), (r"\bPhase 2\b", "Phase 1"),
    (r"\bthird\b", "first"), (r"\blast\b(?! year)", "first"), (r"\b[Ee]arlier\b", "later"), (r"\bnext\b", "previous"),
)  # fmt: skip
OFTEN: tuple[Two, ...] = (
    (r"\bdaily\b", "weekly"), (r"\bevery day\b", "every month"), (r"\bweekly\b", "daily"), (r"\b(each|a) week\b", r"\1 year"), (r"(?<=> )a day\b", "a year"),
    (r"\bmonthly\b", "yearly"), (r"\bquarterly\b", "weekly"), (r"\bevery year\b", "every month"), (r"\bmonth-end\b", "year-end"), (r"\bregular(ly)?\b", r"rare\1"),
    (r"\bevery week\b", "every year"), (r"\beach month\b", "each year"), (r"\bevery month\b", "every year"), (r"\b(by|at) night\b", "by day"),
    (r"\bin the evening\b", "in the morning"), (r"\bmorning\b", "evening"), (r"\bSaturday\b", "Monday"), (r"\bFriday\b", "Tuesday"), (r"\bwinter\b", "summer"),
    (r"\bspring\b", "autumn"), (r"\bsummer\b", "winter"), (r"\bautumn\b", "spring"), (r"\bday and night\b", "by day"),
)  # fmt: skip
OFTEN_LOST: tuple[Two, ...] = (
    (r" every day\b", ""), (r"\bdaily ", ""), (r"\bweekly ", ""),
    (r"(?<!without)(?<!only)(?<! on) (each|a|every) (week|month|year|day|quarter)\b(?! of| is| earlier)", ""), (r"\bmonthly ", ""), (r"\bquarterly ", ""),
    (r"\b[Rr]egularly ", ""),
)  # fmt: skip
WHEN: tuple[Two, ...] = (
    (r"\b[Ii]n (?=<)", "since "), (r"\b[Ss]ince (?=<)", "before "), (r"\b[Bb]y (?=<)", "after "), (r"\b[Ff]rom (?=<)", "until "), (r"\b[Uu]ntil (?=<)", "from "),
    (r"\b[Oo]n (?=<)", "before "), (r"\bbefore (?=[a-z<])", "after "), (r"\bafter (?=[a-z<])", "before "), (r"\b[Ss]ince then\b", "Before then"),
)  # fmt: skip
ADJECTIVES: tuple[Two, ...] = (
    (r"\bnew\b(?! year)", "old"), (r"\bold\b", "new"), (r"\bsmall\b", "large"), (r"\btemporary\b", "permanent"), (r"\bfree\b", "paid"), (r"\bpublic\b", "private"),
    (r"\belderly\b", "young"), (r"\bjoint\b", "separate"), (r"\bcentral\b", "provincial"), (r"\bidle\b", "busy"), (r"\bkey\b", "minor"), (r"\bmain\b", "minor"),
    (r"\blarge\b", "small"), (r"\bdead-end\b", "main"), (r"\bdry\b", "flush"), (r"\bmunicipal\b", "national"), (r"\brural\b", "urban"), (r"\bdisused\b", "working"),
    (r"\bpermanent\b", "temporary"), (r"\bspecial\b", "routine"), (r"\billegal\b", "legal"), (r"\bqualif(y|ied)\b", "fail"), (r"\bdeep\b", "shallow"),
    (r"\blong\b", "short"), (r"\bnarrow\b", "wide"), (r"\byoung\b", "old"), (r"\beast\b", "west"), (r"\bnorth\b", "south"), (r"\bupper\b", "lower"),
    (r"\bheavy\b", "light"), (r"\bempty\b", "full"),
)  # fmt: skip
YEARS: tuple[Two, ...] = (
    (r"\b[Tt]his year\b", "last year"), (r"\b[Ll]ast year\b", "this year"), (r",? this year\b", ""), (r"\bso far\b", "in the past"),
    (r"\brecent years\b", "recent months"), (r"\b[Nn]ow\b", "formerly"), (r"\btoday\b", "once"), (r"\bfor the year\b", "for the half year"),
    (r"\bon a year earlier\b", "on a month earlier"), (r"\bin the first half of\b", "in"),
)  # fmt: skip
STAGES_ZH: tuple[Two, ...] = (
    ("计划", "已"), ("正在", "已经"), ("将(?=[在由会于建用运])", "已"), ("已经?(?=[完建办由在开回成])", "将"), ("完成", "启动"), ("建成", "在建"), ("预计", "已"), ("打算", "已经"), ("在建", "建成"),
    ("申请(?=[中资<])", "获得"), ("谋划", "建成"), ("开工", "竣工"), ("在办", "办完"),
)  # fmt: skip
DENIALS_ZH: tuple[Two, ...] = (
    ("没有", "有"), ("没(?=[人有地])", "都"), ("未(?!述|来|写|说|注|署|载)", "已"), ("不(?=[能会再让许得要收插占用])", ""), ("无(?!主|物|论|线)", "有"), ("(?<![不智职失功性技万只才机性可])能(?!力|源)", "不能"),
    ("可以", "不可以"), ("必须|须", "不必"), ("不再", "仍然"),
)  # fmt: skip
SCOPES_ZH: tuple[Two, ...] = (
    ("部分", "全部"), ("全部|全体|所有", "部分"), ("大多|多数", "全部"), ("(?<!首)都(?=[有是由能可在不没写派])", "多"), ("基本(?=[^层])", ""), ("各(?=[社村单户街])", "个别"), ("有人", "人人"), ("主要", "全部"),
    ("逐步", ""), ("只(?=[有在是写])", "不只"),
)  # fmt: skip
VERBS_ZH: tuple[Two, ...] = (
    ("拆除", "新建"), ("新建", "拆除"), ("增长", "下降"), ("开业", "停业"), ("招聘", "辞退"), ("回迁", "搬离"), ("成立", "撤销"), ("种植", "砍伐"), ("签约", "毁约"), ("新增", "减少"), ("同意", "拒绝"),
    ("支持", "反对"), ("改造", "拆除"), ("修补?(?=[了好])", "拆"), ("开通|开诊|开园", "关闭"), ("租(?=[了给房])", "买"),
)  # fmt: skip
VERBS_BOTH: tuple[Four, ...] = (
    ("拆除", "新建", r"\b(removed|demolished|taken down)\b", "built"), ("新建", "拆除", r"\b(built|new)\b", "demolished"), ("增长", "下降", r"\bup\b", "down"),
    ("增长", "下降", r"\b(grew|rose)\b", "fell"), ("开业", "停业", r"\bopened\b", "closed"), ("改造", "拆除", r"\b(renovat(ed|ion)|rebuilt|upgraded)\b", "demolished"),
    ("建成", "开建", r"\b(built|complete|finished)\b", "begun"), ("招聘", "辞退", r"\b(hired|recruited)\b", "dismissed"), ("回迁", "搬离", r"\bmoved back\b", "moved away"),
    ("完成", "放弃", r"\b(completed?|finished)\b", "abandoned"), ("种植?", "砍伐", r"\bplanted\b", "felled"), ("成立", "撤销", r"\b(set up|formed|established)\b", "dissolved"),
    ("签约", "毁约", r"\bsigned\b", "broke their contracts"), ("捐", "卖", r"\b(donated|given|gave)\b", "sold"), ("开通", "停运", r"\b(opened|started)\b", "stopped"),
    ("修", "拆", r"\brepaired\b", "torn down"), ("增加|新增", "减少", r"\b(added|more|new)\b", "fewer"), ("送", "收", r"\bbrought\b", "collected"),
    ("免", "收", r"\bwaived\b", "charged"), ("开诊|开馆|开园", "关闭", r"\bopened\b", "closed"), ("同意", "拒绝", r"\bagreed\b", "refused"),
    ("支持", "反对", r"\bsupport(s|ed)?\b", "oppose"), ("租", "买", r"\brent(s|ed)?\b", "bought"), ("卖", "买", r"\b(sells?|sold)\b", "buys"),
)  # fmt: skip
STAGES_BOTH: tuple[Four, ...] = (
    ("计划", "已经", r"\b(is|are) to be\b", "has been"), ("计划", "已经", r"\bplans to\b", "has begun to"), ("计划", "已", r"\bplanned\b", "done"),
    ("正在?", "已经", r"\b(is|are) being\b", "has been"), ("将", "已", r"\bwill (?=\w)", "already did "), ("将", "已", r"\b(is|are) to (?=be)", "has already come to "),
    ("已经?", "将", r"\b(has|have) been\b", "will be"), ("完成", "启动", r"\b(complete|completed|finished)\b", "begun"),
    ("建成", "在建", r"\b(built|complete|finished|completed)\b", "being built"), ("在施工|施工中", "完工", r"\b(under way|under construction|going on)\b", "finished"),
    ("预计", "已", r"\bexpected\b", "reached"), ("打算", "已经", r"\b(means|intends|plans) to\b", "has begun to"), ("在建", "建成", r"\bunder construction\b", "completed"),
    ("谋划", "建成", r"\bplanning\b", "completing"), ("已", "未", r"\bhave\b", "have not"), ("申请", "获得", r"\bapplied for\b", "received"),
    ("投产", "开工", r"\b(in production|producing|produces)\b", "being built"), ("投用|启用", "动工", r"\b(opened|in use)\b", "begun"),
    ("竣工", "开工", r"\b(completed|finished)\b", "started"),
)  # fmt: skip
SCOPES_BOTH: tuple[Four, ...] = (
    ("部分", "全部", r"\b[Ss]ome\b", "all"), ("全部|全体|所有", "部分", r"\b[Aa]ll\b", "some"), ("大多|多数", "全部", r"\b[Mm]ost(ly)?\b", "all"), ("都", "多", r"\b[Aa]ll\b", "most"),
    ("基本", "全部", r"\blargely\b", "fully"), ("基本", "", r"\blargely ", ""), ("各", "有的", r"\b([Ee]ach|[Ee]very|[Aa]ll)\b", "some"), ("有人|有的", "大家", r"\b[Ss]ome\b", "all"),
    ("几", "所有", r"\bseveral\b", "all"), ("主要", "全", r"\b(mainly|mostly)\b", "all"), ("逐步", "", r"\bgradually ", ""), ("每", "有的", r"\b([Ee]ach|[Ee]very)\b", "some"),
    ("等", "", r"\b(and others|such as)\b", ""), ("只", "不只", r"\bonly\b", "not only"),
)  # fmt: skip
DENIALS_BOTH: tuple[Four, ...] = (
    ("没有|没", "有", r"\bnot ", ""), ("没有|没", "都", r"\b[Nn]o(body)?\b", "everybody"), ("不用", "要", r"\bno longer need\b", "need"),
    ("不(?=[能会再让许得要收])", "", r"\b(cannot)\b", "can"), ("不(?=[能会再让许得要收插占])", "", r"\b(not|never) ", ""), ("未(?!述|来)", "已", r"\bnot ", ""), ("无", "有", r"\bno\b", "a"),
    ("不", "", r"\bdo(es)? not\b", "do"), ("(?<![不智职失功性技万只才机性可])能(?!力|源)", "不能", r"\bcan\b", "cannot"), ("可以?", "不可", r"\b(may|can)\b", "cannot"),
    ("已", "未", r"\b(has|have) (?=been)", r"\1 not "), ("有", "没有", r"\bhas (?=a )", "has not "), ("必须", "不必", r"\bmust\b", "need not"),
    ("不再", "仍然", r"\bno longer\b", "still"), ("要", "不要", r"\bmust\b", "must not"),
)  # fmt: skip
NOUNS_BOTH: tuple[Four, ...] = (
    ("老人", "儿童", r"\b(the elderly|elderly|old people|older people)\b", "children"), ("居民", "企业", r"\bresidents\b", "companies"),
    ("企业", "学校", r"\bcompanies\b", "schools"), ("党员", "居民", r"\bParty members\b", "residents"), ("学生", "老人", r"\bstudents\b", "the elderly"),
    ("游园|公园", "停车场", r"\b(pocket )?parks?\b", "parking lot"), ("道路", "河道", r"\broads?\b", "river"), ("志愿者", "民警", r"\bvolunteers\b", "police officers"),
    ("村民", "工人", r"\bvillagers\b", "workers"), ("社区", "学校", r"\b(community|communities)\b", "schools"), ("医院", "学校", r"\bhospital\b", "school"),
    ("商户", "住户", r"\b(shops|shopkeepers|merchants)\b", "households"), ("电梯", "楼梯", r"\belevators?\b", "stairs"),
    ("街道(?!办)", "企业", r"\b[Tt]he subdistrict\b(?! office)", "the company"), ("街道(?!办)", "市里", r"\b[Tt]he subdistrict\b(?! office)", "the city"),
    ("垃圾", "积雪", r"\b(garbage|waste)\b", "snow"), ("司机", "老师", r"\bdrivers?\b", "teacher"), ("农民", "渔民", r"\bfarmers\b", "fishermen"),
    ("孩子", "老人", r"\bchildren\b", "old people"), ("船", "车", r"\b(ferry|boats?)\b", "bus"),
)  # fmt: skip
TIMES_BOTH: tuple[Four, ...] = (
    ("今年", "去年", r"\b[Tt]his year\b", "last year"), ("去年", "今年", r"\b[Ll]ast year\b", "this year"), ("每天", "每周", r"\b(every day|daily|each day)\b", "every week"),
    ("每周", "每月", r"\b(weekly|every week|each week|a week)\b", "each month"), ("(?<=>)起", "前", r"\b[Ss]ince (?=<)", "before "), ("到(?=<)", "从", r"\b[Bb]y (?=<)", "from "),
    ("近年", "多年前", r"\bin recent years\b", "many years ago"), ("每年", "每月", r"\b(every year|a year|each year)\b", "every month"),
    ("每月", "每年", r"\b(every month|monthly|each month)\b", "every year"), ("晚上", "早上", r"\b(evening|night)\b", "morning"), ("白天", "夜里", r"\bby day\b", "by night"),
    ("早", "晚", r"\bmorning\b", "evening"), ("冬", "夏", r"\bwinter\b", "summer"), ("夏", "冬", r"\bsummer\b", "winter"), ("前", "后", r"\b[Bb]efore\b", "after"),
    ("后", "前", r"\b[Aa]fter\b", "before"), ("周六", "周一", r"\bSaturday\b", "Monday"), ("首", "末", r"\bfirst\b", "last"), ("季", "年", r"\bquarterly\b", "yearly"),
    ("以来", "以前", r"\b[Ss]ince (?=<)", "before "),
)  # fmt: skip
CLAUSES_BOTH: tuple[Two, ...] = (
    ("，比原计划提前一个月", ", a month ahead of the original plan"), ("，费用由市财政承担", ", paid for by the city’s finances"), ("，居民普遍满意", ", and residents are generally satisfied"),
    ("，在全省推广", ", and this has been adopted across the province"), ("，属全市首创", ", the first of its kind in the city"),
    ("，央视作过报道", ", as national television has reported"), ("，引来外地考察", ", and delegations from elsewhere have come to see it"),
)  # fmt: skip
ACTORS = ("the city government", "a private company", "volunteers", "the residents themselves", "the army")
CLAUSES = (
    ", ahead of schedule", ", with money from the province", ", at no cost to residents", ", after many complaints", ", the first time in the city", ", as experts had advised", ", together with the army",
)  # fmt: skip
