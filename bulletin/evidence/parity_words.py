"""Chinese words and the English that stands for them, as far as they decide what is said of a number. Data only.

A row is one line: Chinese = English, as alternatives of regular expressions; the English in lower case.
"""

# ruff: noqa: E501 - a row of a table is one line

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from bulletin.evidence.licensed_words import DEEDS, ENDS, KINDS, WAY, WHEN, WHERE, WHO
from bulletin.evidence.patterns import Pattern, PatternTable, Rows, Words

_FELL = (
    r"(?:fell|fall(?:s|ing|en)?)(?! (?:(?:to|on|under|within) [a-wyz]|(?:ill|sick|asleep|silent|victim)\b|in love\b))"
)
"""Nobody who falls ill becomes fewer."""


def _row(words: str) -> Words:
    zh, en = words.replace("{fell}", _FELL).split(" = ")
    return Pattern(zh), Pattern(rf"\b(?:{en})\b")


def _opposites(rows: str) -> list[tuple[bool, Words, Words]]:
    both = [(row, row.removeprefix("~").split(" | ")) for row in rows.strip().splitlines()]
    return [(row[0] == "~", _row(one), _row(other)) for row, (one, other) in both]


def _named(rows: str) -> PatternTable:
    return PatternTable(
        (name, _row(words)) for name, words in (row.split(": ", 1) for row in rows.strip().splitlines())
    )


DIRECTIONS = _named(r"""
up: 增长|增加|上升|提高|提升|上调|调高|回升|攀升|走高|增至|升至|增幅|上涨|上浮|扩大|多于|涨|新增|增收|翻番 = (?<!set )(?<!made )(?<!make )(?<!makes )(?<!take )(?<!took )(?<!put )up(?! to\b| and down)|r[io]se[sn]?|rising|increas\w*|gr[eo]w\w*|growth|gain\w*|accelerat\w*|rebound\w*|picked up|climb\w*|jump\w*|surg\w*|higher|expand\w*|improv\w*|rais\w*|add(?:s|ed|ition)?|soar\w*|more than (?:a year|last year|in|the (?:same|previous|year))
down: 下降|减少|降低|下调|调低|走低|收窄|回落|降至|降幅|下滑|下跌|减至|缩减|压缩|缩短|跌|压减|减 = down(?! payment|town)|fall\w*(?! (?:ill|sick)\b)|fell(?! (?:ill|sick)\b)|drop\w*|declin\w*|decreas\w*|reduc\w*|lower\w*|cuts?|shr[aiu]nk\w*|slow\w*|weaken\w*|slid\w*|slip\w*|eas(?:ed|es|ing)|dip(?:s|ped)?|contract(?:ed|ing)|plung\w*|tumbl\w*|slump\w*|lost|(?:less|fewer) than (?:a year|last year|in|the (?:same|previous|year))
""")

FREQUENCIES = _named(r"""
day: 每天|每日|日均|天天|日(?=巡查|产|处理|接待)|每一天 = dai?ly|(?:every|each|a|per) day|days? on average
week: 每周|每星期|周(?=督查|调度|评比|学|查|例会|一次)|每一周 = weekly|(?:every|each|a|per) week|twice-weekly
month: 每月|每个月|月(?=考评|督查|奖惩|巡查|调度|产|例会|评)|月均|一月一 = monthly|(?:every|each|a|per) month
quarter: 每季度|每个季度|季度(?=末|“|"|考|讲)|一季一 = quarterly|(?:every|each|a|per) quarter(?! of)
half-year: 每半年|半年一 = half[- ]yearly|every six months|every half[- ]year|semi-?annual\w*|biannual\w*|twice a year
two years: 每[两二2]年|两年一 = every two years|every (?:other|second) year|biennial\w*
year: 每年|年均|逐年|(?<![今去明当前本])年(?=产|处理|接待|培训|新增|发电|供|节约|销|收入|纳税|吞吐|生产能力|产值|检)|全年|每一年 = yearly|annual\w*|(?:every|each) year|a year(?! and a half| earlier| ago| on year)|per year|per annum
hour: 每小时|时速 = hourly|(?:every|each|an|per) hour|km/h|kph
""")

SHARES = _named(r"""
household: 每户|户均|每家 = (?:per|each|every) (?:\w+ )?(?:household|family)
person: 每人|人均|每名|每位 = per (?:capita|head|person)|a (?:head|person|resident|student)|each person|(?:per|each|every) (?:\w+ )?(?:resident|villager|worker|student|member|employee|farmer)
mu: 每亩|亩均|亩产 = (?:per|a|each|every) mu
hectare: 每公顷 = (?:per|a|each|every) hectare
square meter: 每平方米|每平米 = (?:per|a|each) square met(?:er|re)
ton: 每吨 = (?:per|a|each) tons?
place: 每个|每村|每校|每处 = (?:per|each|every) (?:village|school|community|site|project|place|one)
""")
"""To whom or what a number is shared out."""

OPPOSITES = _opposites(r"""
(?<!违)建(?!议)|打造|修|造|落成|盖 = built|builds?|constructed|construct|erected|put up | 拆|征迁|清|取缔|除 = demolish\w*|raz(?:ed|es|ing)|(?:torn?|tear\w*|pull\w*|knock\w*|t[ao]ken?|took) down|dismantl\w*
拆|清|取缔|除 = demolish\w*|raz(?:ed|es|ing)|torn down|removed|cleared|taken down | (?<!违)建(?!筑|议)|打造|修|造|落成|盖|立|设|新|添|置 = built|constructed|erected
植|种|栽|绿|补 = plant(?:ed|s|ing)?|greened | 砍|伐|移除 = cut down|chopped|felled
增|新|添|涨|升|提|扩|壮|多|加|高|上调|翻|补|聘|招|建|超|引进 = increas\w*|add(?:ed|s|ing)|r[io]s(?:e|es|en|ing)|gr[eo]w\w*|gain\w*|expand\w*|rais\w* | 减|降|少|缩|跌|裁|回落|低|缓|压|差|(?<!地)下(?=[调滑挫行探浮落])|缺|失 = reduc\w*|decreas\w*|{fell}|drop(?:s|ped|ping)?(?![ -](?:in|off|by)\b)|shr[aiu]nk\w*|lowered|declin\w*|lost
开|启|营业|投用|成立|通车|设|创 = open(?:ed|s|ing)?|launch\w* | 关|停|闭|取缔|歇|封|截 = clos(?:e|ed|es|ing|ure)(?! to)|shut\w*
开|启|动|起|始|着手|入|筹|创 = beg[aiu]n\w*|start\w*|launch\w* | 结束|停|止|终|毕|闭 = end(?:ed|s)|stopp\w*|halt\w*|abandon\w*
购|买|添|采|置|配|收|引|增 = bought|buys?|purchas\w*|acquir\w* | 售|卖|销|拍|出让|让 = sold|sells?|auction\w*
聘|招|录|雇|增|引|配|上岗|新|添|就业|抽调|安置|吸纳 = hir\w+|recruit\w*|employed|took on|added | 辞|裁|解聘|开除|清退|减|下岗|失业 = dismiss\w*|laid off|fired|sacked
交付|交|送|发|下线|配 = deliver\w* | 订|采购|购 = ordered
处[理分罚]|惩|罚|违|追责 = disciplin\w*|punish\w*|penali[sz]\w* | 表彰|奖|评|荣|优|先进 = commend\w*|hono(?:u)?red|prais\w*|reward\w*
全部|都|均|所有|一律 = (?<!in )all(?! in all)|entire\w* | 部分|有的|一些|若干|半|个别 = some of|(?<!is )(?<!are )(?<!as )(?<!be )(?<!was )(?<!were )part of|half of|partly|a few of
基本|大体|大致|初步 = largely|mostly|broadly|basically | 全|都|均|完全|彻底 = fully|completely|entirely|wholly
投|花|支|用|耗|资|费|拨|筹 = spen[dt]s?|invest\w*|put into | 节|省|存|攒|救 = sav(?:ed|es|ings?)
回迁|入住|搬入|迁入|回|入驻|进驻 = mov\w+ (?:back|in|into)|return\w* | 搬离|迁出|搬出|撤|离|搬走|外迁|腾 = mov\w+ (?:out|away)|left
发现|查|排|检|摸 = found(?! (?:school|work|job|home|place))|identif\w*|detect\w* | 整改|修|解决|处理|治|处|消除|改|落实|完成|固定 = (?<!\bno )(?<!\ba )(?<!\bof )fixed(?! (?:times?|hours?|places?|stalls?|dates?|terms?|prices?|posts?|points?|spots?|rates?|sums?|assets?)\b)|resolv\w*|repair\w*|rectif\w*
申请|申报|争取|拟 = appl(?:y|ied|ies|ying)|sought|seek\w*|bid | 获|得|到位|批|收|荣|授|中标|赢 = received|obtained|won|granted|awarded|got
~收入|税|营收|盈 = income|revenue|receipts | 支出|花|费(?!品)|开支|用于|投 = expenditure|spending|outlay
进口 = import\w* | 出口 = export\w*
顺差|盈余|结余 = surplus | 逆差|赤字|亏 = deficit
城|市 = urban | 农|乡|村 = rural|countryside
~下午|午后 = p\.?m\.?|afternoon | 上午|早|晨 = a\.?m\.?|morning
~同比|上年|去年|年 = year[- ](?:on|over)[- ]year|yoy|(?:from|than|over|on) a year (?:earlier|ago) | 环比|上月|上季|月 = month[- ](?:on|over)[- ]month|quarter[- ]on[- ]quarter|from the previous (?:month|quarter)
市(?!场)|城(?!管)|郑 = citywide|the city|municipal\w*|city['’]s | 街道|辖区|镇|乡|片区 = subdistrict(?:['’]s)?|townships?
国|中|华|央 = nation\w*|china['’]s|countrywide | (?<!城)市(?!场|民) = citywide|city['’]s
省 = provinc\w* | 市|区|城|县 = the city|city['’]s|the district|district['’]s
男 = m[ea]n|males?|boys? | 女|妇|母|妈 = wom[ae]n|females?|girls?
(?<!不)合格|(?<![不未])达标|通过|符合|满足 = pass(?:ed|es)?|qualif\w*|met|meets?|compl(?:y|ied|iant)\w* | 不合格|不达标|[未没不](?:能|有)?(?:通?过|合格|达|符|满足) = fail\w*|disqualif\w*|(?:not|n't) (?:pass|qualify|meet)
发放|拨|补|给|送|奖|捐|赠 = distribut\w*|hand(?:ed|s) out|g[ia]v[ei]\w*|issu(?:ed|ing)|paid out|subsid\w*|grant\w*|donat\w* | 收|罚|缴|征|扣|交 = collect(?:s|ed|ing)?|(?:tax|fee|fare|toll|waste|rubbish|garbage) collection|levied|fined
多|大部|大头|半 = more(?! than)|(?<!at )most|majority | (?<![至最])少|不足|低|不到|减|仅|零头|几(?!乎) = fewer|few|fewest|(?<!at )least|minority|little
大(?!街)|广|高|主 = larg\w*|bigg\w*|(?<!at )most(?= \w+(?:ed|ive|al|ous|ful|ant|ent|ing|ic|ble|ular)\b) | 小|少|低 = small(?:er|est)|(?<!at )least
快|高|前|领先 = faster|fastest|quick\w* | 慢|缓|低|后|滞 = slower|slowest
高|涨|升|上|多|优|好 = higher|highest|better|best | 低|降|下|少|差|跌|劣 = lower|lowest|worse|worst
同(?!时|志|比|期) = the same(?! (?:period|time|year|month|day|quarter))|alike|identical | 不同|不一|各|异|差|别|[不未](?:必|尽|全|都)?(?:相|一)?[同一样是] = differ\w*|var(?:y|ies|ied)|uneven\w*|inconsisten\w*|mixed
缩短|压缩|减 = shorten\w* | 延|拉长|加长|增|接|伸|扩|推广 = extend\w*|lengthen\w*|prolong\w*
拓宽|加宽|展宽|扩 = widen\w* | 窄 = narrowed|narrowing
免|无偿|义务|公益 = free|waived | 收费|付费|自费|有偿 = (?:not|cannot|n['’]t|never)(?: \w+)? free|(?<!not )(?<!n['’]t )(?<!never )(?<!not be )(?<!not being )(?<!without being )(?<!nothing is )(?<!no fees are )(?<!no fee is )charged|(?:for|at) an?(?: \w+)? (?:fee|charge)
有效|生效|在用 = valid|in force|in effect | 过期|失效|作废|到期|逾期|无效 = expired|lapsed|invalid
少儿|儿童|孩|幼|童 = child\w*|kids? | 成人|成年|大人 = adults?|grown-ups
临时|过渡|暂 = temporar\w*|interim|provisional|transitional | 永久|固定|常设|长期|正式 = permanent\w*
地上|上 = above[- ]ground | 地下 = underground|below ground|basement
通过|批准|同意|获批|审批 = approv\w*|pass(?:ed|es)?|adopt\w* | 驳回|否决|拒|[未没不](?:予|能|有|获)?(?:通过|批|同意)|撤 = reject\w*|refus\w*|den(?:y|ied)
迁入|流入 = inflow\w*|moved in | 流出|迁出|外流 = outflow\w*
收容|收|留 = t[ao]ken? in|took in|shelter\w*|impound\w* | 放|释 = releas\w*|let go|set free
立即|[当现]场|就地|即|马上|随时|当即 = at once|immediate\w*|on the spot|right away|promptly | 后|稍|再|随|次|待|未|尚 = later|eventually|still to be|not yet
成功|实现|(?<![未没])达|超|完成|兑现 = reach\w*|achiev\w*|met|meets?|hit|fulfil\w*|surpass\w*|exceed\w* | 未|没|不(?![出误漏])|差|欠|落空 = fell short|fall\w* short|missed|failed
左 = left | 右 = right
北 = north\w* | 南 = south\w*
东 = east\w* | 西 = west\w*
室内|馆内|屋内 = indoor\w* | 室外|户外|露天|外 = outdoor\w*
全职|专职 = full[- ]time | 兼职 = part[- ]time
干旱|旱 = drought|dry | 涝|洪|雨|汛 = flood\w*|wet
""")
"""Two words that exclude each other: where the Chinese has only the one, the English may not have the other.

`~`: not that beside the one (from 7 a.m. to 9 p.m.).
"""

BEFORE_DATES = _named(r"""
since: 起|以来|自|从|由|来|后|至今|开始|初|比|较 = since
before: 前|底|末|初|内 = before|prior to|ahead of
after: 后|起|以来|经|从|自|于 = after|following
until: 至|到|止|前|底|末|截|直 = until|till|up to
""")
"""Prepositions before a date, and the Chinese near it that allows them."""

LICENSED = [_row(row) for row in r"""
省|河南 = provinc\w*
国|中|华|央|党 = nationwide|national|nation(?:al|['’]s)|China['’]s|countrywide
市|城|郑|京 = citywide|the (?:whole |entire )?city\b|municipal\w*|city['’]s
区 = (?:the|whole|entire) district|district['’]s
县 = count(?:y|ies)
去年|上年|[前上]一年|同比|同期|年前|较 = last year|the year before|the previous year|(?:earlier|previous) year|a year (?:earlier|ago)
明年|次年|下一?年|来年|翌年|第二年|后 = next year|the following year|the year after
年 = this year
后|再|稍|晚|接着|待|另行|末|又|隔|放一放|先放|改[天日]|推迟|搁 = later
即|当场|立|马上|随|现场|顿时|一下子|同时 = at once|immediately
不|未|没|无|非|尚|否|别|免|勿|莫|难|缺|待|零|禁|仅|只|余|其他|除|失[能明业聪语智地]|[聋哑盲瘫]|独居|防[滑火水锈腐晒]|过了?期 = not(?![^.;]*\b(?:before|until|till|unless)\b)|never(?! (?:stop|ceas|end|paus|rest|fail|let up|miss))|neither|nor|cannot|n['’]t|without(?! (?:an? |any )?(?:stop|break|paus|interrupt|exception|fail))
不|未|没|无|非|尚|否|别|免|勿|莫|难|缺|待|零|禁|才|再 = not(?=[^.;]*\b(?:before|until|till|unless)\b)
不|未|没|失|误|难|坏|障|败|垮|倒|熄 = fail\w*|missed
(?<!不)[只仅]|才|唯|(?<!不)单|专|就|独|(?<!不)光|不过 = (?<!not )only(?! (?:partly|partially|in part|half|some)\b)
只|仅|才|唯|单|专|就|独|光|不过|半|部分|局部|有的|一些|不全|{lacks} = only (?:partly|partially|in part|half|some)
至|到|止|直|才|前|后来|终|最后 = until|till
倍|番|双|两|二|重 = double[ds]?|doubling
(?<![多减])少|几(?!年来)|个别|数(?![量目字])|不多|低|减|寡|零星 = (?<!a )(?<!one or two or a )few|fewer|fewest
几|少|个别|数(?![量目字])|些|部分|两三|有的|多 = a few
(?<!多)多(?![少次功媒层样端肉])|众|许|好[些几多]|大[量批]|不少|成[群片百千]|纷|广|处处|到处|频|[数几][十百千万]|[上近]百|密|满|繁|大家 = (?<!how )(?<!as )(?<!so )(?<!too )(?<!not )(?<!ly )many
几|数(?![字据量目额])|多(?!少)|若干|些|各|好|两三|三四|不止|不只|部分 = (?<!the )several
每|各|逐|都|均|全|所有|凡|分别|件件|条条|项项|桩桩|层层|步步|句句|村村|场场|回回|户户|人人|天天|家家|个个|年年|处处|随|一[\u4e00-\u9fff、，]*一|皆|遍|满|挨|轮|依次|任|[年月周日]|季|互|相|谁|双方|率|比|人均|单|样样|处|统|到|座无|坐满|满员 = each(?! (?:other|way)\b)|(?<!for )every(?! (?:corner|means|possible|other|bit|turn|effort|now|step|reason|chance)\b)
每|各|逐|都|均|全|所有|凡|任|何|什么|哪|是否|有没有|一|谁|随|如|若|不|无|没|未|要是|只要|怎么|多少|有关|难 = any(?! (?:more|longer))
(?<![没所])有(?![效序限])|些|部分|几|若干|(?<!减)少|个别|一[些部时度]|约|近|左右|半|另|其中|局部|各自|不等|不一|另|含 = some(?! (?:\d|x\b))
下|降|减|低|跌|落|拆|清|除|倒|放|压|坐|躺|关|停|记|写|定|弯|慢|砍|伐|摘|卸|推|缩|抓|坍|塌|垮|沿|冲|退|沉|搬|裁|矮|沿|顺|收|抄|登|贬|断|垂|弃|脱|缔|负|封 = (?<!up and )down
全|都|均|所有|一律|各|每|皆|总|凡|统|齐|遍|逐|任|一切|普|大家|尽|彻|处处|人人|家家|户户|清一色|不分|无一|始终|老少|无论|不管|谁|哪|什么|%|百分|[千万]|一起|加起来 = (?<!not )(?<!at )(?<!after )(?<!above )(?<!first of )(?<!for )(?<!old )all(?= (?:the |of the |its |their |such )?[a-z]+s\b)(?! (?:as|sizes|kinds|sorts|ages|walks|times|sides|of us|this|his|corners|is|was|has|does|years))
一(?!律|[些直起样定般切])|单|独|首|另|唯|任何|整|之一|1|有[人的户位个家名次年天]|才叫|[零几]几?个 = (?<!no )(?<!this )(?<!that )(?<!the )(?<!any )(?<!each )(?<!every )(?<!which )(?<!at least )(?<!more than )(?<!if )(?<!new )(?<!old )one(?! (?:another|of|roof|where|who|that|which|whose|with|[bm]illion|hundred|thousand|third|quarter|half|by|after|or|and|to|day|morning|evening|afternoon|night|year|time|who|can|must|may|should|in|is|at|for|on|from|with|that|has|as|x)\b)(?= [a-z])
政府|部门|[市省区县镇国]里|财政|机关|官方|有关方面|当局|委|局 = by (?:the |an? )?(?:\w+ )?(?:governments?|authorit(?:y|ies))
军|部队|武警|战士|兵 = by (?:the |an? )?(?:army|military|soldiers|troops)
企|公司|厂|商|承包|施工[单队方]|集团|民营|社会力量|市场主体 = by (?:the |an? )?(?:\w+ )?(?:compan(?:y|ies)|firms?|contractors?|corporations?|businesses)
警|公安|派出所|交管|保安 = by (?:the |local )?police
志愿|义|青年|党员 = by (?:the |local )?(?:\w+ )?volunteers
专家|学者|教授|师|技术|专业 = by (?:the |an? )?(?:\w+ )?experts?
自|亲|本|独|单|一个人|互|身|己|各|内部|失[能智] = themselves|himself|herself|itself
无|没|未|不|非|零|免|否|禁|勿|两|失[能明业聪语智地]|[聋哑盲瘫]|独居|防[滑火水锈腐晒]|过了?期 = none|no(?! \d|\.)
末|最后|底|后|去|上|前|昨|倒|终|垫|持续|近|来|过去 = last
多|最|大|半|主|广|极|数|[5-9]\d = (?<!at )most
不仅|不只|不光|不但|非 = not only
已|早|就|了|都|曾|经|原|既|现成|本来|老|现 = already
即|就是|也就是|分别|[:：—]|名|叫|^.{0,3}是 = namely
首|第|先|一|初|前|新|率|头|冠|元|(?<!开)始(?!终) = (?<!at )first(?![ -](?:aid|hand)\b)(?! (?:half|quarter|\d|\w+ (?:months|quarters)))
首|第|先|一|初|前|头|1月|1[至到—–~-]|上半|季 = first (?:half|quarter|\d+|\w+ (?:months|quarters))
余|其他|剩|另|别|他|外|还|等|再|又 = (?:the|all|its|their) (?:other|remaining|rest)
未|没|不|差|欠|缺 = fell short|falls? short|miss(?:ed|es)|short of
新|添|增|建|首|初|装|加|最|改|年|换|更|替 = new|newly
完|竣|齐|好|毕|落|成(?!立)|(?<![在正快])办(?![理公])|结(?!构)|全|到位|贯通|交|(?<![在正未新])建(?![设筑])|后|封顶|收 = complet(?:ed|ion)
达|到|超|破|突|满|实现|升|至|过|抵|够|增|高|成|受|传|进|联系|做|改|装|覆|及|惠 = reached
完|竣|齐|好|毕|落|成(?!立)|(?<![在正快])办(?![理公])|结(?!构)|全(?!面)|到位|(?<![在正未新])建(?![设筑])|收|过 = finished
开|启|动|起|始|着手|入|筹|施工|办|兴|推|破土|奠基|展|初|正式|落地|先|来历|由来|源|发端|诞生|创 = (?<!since the )(?<!since its )starts?|started|beg[aiu]ns?
在|正|进行|施工|推进|开展|办(?![完结好])|展开|启动|实施|建设|着|陆续|开工|开始|动工|[^中]中[，。；]|中$ = under ?way|under construction|in progress|ongoing
申|报|请|争取|求|拟|引|招|听取 = applied for|sought
购|买|添|采|置|配|收 = bought|purchased
增|添|加|新|补|扩|建|植|多|引|配|聘|招|装|合计 = added
开|启|营业|投用|成立|通|设|放|办|揭|创 = opened
废|荒|弃|破|危|烂 = derelict
盈|利|赚|收益|增收|创收|效益|红 = (?<!non-)profit(?:s|ed|able|ably)?
校|学|教|课|幼|园|班|书院|孩|童|生|少年|家长|师|初中|高中|职高|中考|托管 = schools?
日|天|昼 = daily(?! (?:life|lives|necessit|use|paper|living|bread|routine))
周|星期|每 = weekly|(?:each|every|a) week
月 = monthly|(?:each|every|a) month
季 = quarterly
年|同比 = yearly|annual\w*|(?:each|every|a) year
今|至|已|目前|截|来|累|共|迄|现|到 = so far
""".strip().splitlines() + ENDS.strip().splitlines()]  # fmt: skip
"""English that nothing but these Chinese words allows."""
TOLD = [_row(row) for rows in (WHO, WAY, DEEDS, KINDS, WHERE, WHEN) for row in rows.strip().splitlines()]
"""The same of who does what, in sentences: a label may leave the one or the other to what stands beside it."""

CONCEPTS = [row.split(" = ") for row in """
党员 = member
志愿 = volunteer
干部|职工|人员|员工 = cadre staff worker personnel official
群众|居民|市民|村民|人口 = resident people villager population
户|家庭 = household family
孩子|儿童|学生|学员 = child children kid student pupil trainee
老人|老年 = elderly senior
企业|公司 = company enterprise firm
个体|商户|商家|门店|店铺 = self-employed merchant shop store trader vendor
单位|机构 = institution organization unit employer
社区 = community neighborhood
村 = village
小区|楼院|院落 = courtyard compound estate
栋|楼|高层 = building block tower high-rise
安置房|住房|住宅|房屋|公寓|套 = home apartment flat housing dwelling
学校|小学|中学 = school
医院|诊 = hospital clinic
公园|游园|绿地 = park garden green
公厕|厕 = toilet
停车 = parking
树|苗|株 = tree sapling
道路|公路|路段|马路 = road street lane
桥 = bridge
井|渠 = well canal
总投资 = total
完成投资|已投 = spent
投入|资金 = invest investment fund spend cost
补助|补贴|救助|奖 = aid subsidy relief allowance reward
产值|收入|营收|利润 = output income revenue profit earnings
税 = tax
贷款|存款 = loan deposit
面积|占地 = area floor cover site
长度|全长 = long length
宽 = wide width
高度|层高 = high height tall
隐患|问题 = hazard danger problem
整改|解决|处理|办结 = fixed settled resolved handled dealt rectified closed
发现|排查|查出 = found identified detected uncovered
受理|接到|收到 = accepted taken received
开工|始于|开始|启动|动工|开建 = start begin began begun broke launched
完工|竣工|建成|完成 = finished completed built
在建|正在 = construction way
计划|拟 = plan planned
拆除 = demolished pulled torn razed
新建 = new built
改造 = renovate renovated rebuilt upgraded
网|电商 = online e-commerce
实体 = brick brick-and-mortar physical
男 = men male boys
女 = women female girls
地上 = above-ground above
地下 = underground basement
重大 = major serious grave
一般 = minor general ordinary
确诊 = confirmed
无症状 = asymptomatic
死亡|遇难 = died dead death killed
受伤 = injured hurt
""".strip().splitlines()]  # fmt: skip
"""What a number may be said of: the Chinese as it stands, the English by the stems of its words."""


_TURNED = [(alone, *way) for alone, one, other in OPPOSITES for way in ((one, other), (other, one))]


_OPPOSITES_ZH = Rows(one[0] for _, one, _ in _TURNED)
_LICENSED_EN, _TOLD_EN = (Rows(word for _, word in rows) for rows in (LICENSED, TOLD))


def opposites_of(zh: str) -> Iterator[tuple[str, bool, Words, Words]]:
    """The rows of OPPOSITES, each way round, of which the first stands in a Chinese text: its word, and the row."""
    return ((found, *_TURNED[i]) for i, found in _OPPOSITES_ZH.within(zh))


@lru_cache(maxsize=1024)
def licensed_in(en: str, is_told: bool) -> tuple[tuple[str, Words], ...]:
    """The words of LICENSED that stand in an English text, and the row of each; those of TOLD, too."""
    found = [(found, LICENSED[i]) for i, found in _LICENSED_EN.within(en)]
    return (*found, *((found, TOLD[i]) for i, found in _TOLD_EN.within(en) if is_told))
