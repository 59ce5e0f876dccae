"""What both languages say of stage, extent and polarity: the words that surely say it, and all that may. Data only."""

# ruff: noqa: E501 - a row of a table is one line

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """Of one language; `alone`: what surely says it tells also where the other language is silent."""

    sure: re.Pattern[str]
    may: re.Pattern[str]
    alone: bool

    @classmethod
    def of(cls, sure: str, more: str, frame: str) -> Words:
        words = sure.removeprefix("!")
        return cls(re.compile(frame.format(words)), re.compile(frame.format(f"{words}|{more}")), words == sure)


Mark = tuple[str, tuple[Words, Words]]


def _mark(row: str) -> Mark:
    kind, zh, zh_more, en, en_more = (cell.strip() for cell in row.split(" = "))
    return kind, (Words.of(zh, zh_more, "{}"), Words.of(en, en_more, r"\b(?:{})\b"))


MARKS = [
    _mark(row)
    for row in r"""
stage = 计划(?!的|任务|生育|[:：])|(?<![模虚草])拟(?!态|定|人)|打算|即将|(?<![即必])将(?=[于在会再新建改开继投实落以])|(?<![另还现设])有望|力争|预计|还将|待建|筹备|筹建|(?:正在)?谋划 = 计划|要|规划|争取|目标|设[计想]|准备|届时|[以今]后|后续|[成工]后|[全总]长|力争|[努着大全]力|确保|前期|[日月年底]前|推行|申[请报]|预|待|酝酿|将|未|希望|说|必须|须|应|可|等待|等.{0,3}手续|年内|年底前|工期|内完|前完|明年|次年|下[月周年期]|期间|使|实施 = !will(?! have been)|(?:is|are) to(?! the| be had)|to be (?:\w+ed|built|done(?! again))|plans? to|(?:(?:is|are|being|was|were) )?planned(?=[;.,]|$| (?!to|as|in|on|for|by|works?)|\Z)|(?:is|are|being|was|were) planned|(?:is|are) expected to|(?:is|are) about to|(?:means|intends?|hopes) to|(?:is|are|was|were) planning|(?:is|are) soon = plan(?!t)\w*|expect\w*|to be|due|schedul\w*|project(?:ed|ions?)|estimat\w*|aim\w*|intend\w*|propos\w*|set to|going to|target\w*|would|shall|about to|next|soon|to be|(?:is|are|wants?|bid\w*|work\w*|help\w*|order|ready|yet|begin|start\w*|so as|not) to|until|if|waits?|awaits?|yet|phase|prepar\w*|appl\w+|draft\w*|drawing|design\w*|return|ahead|think\w*|mind|sought|seek\w*|consider\w*|talk\w*|idea|in view|on \w+ list|wants?
stage = 正在(?!谋划|筹|酝)|(?<![现实所内外存人自])在(?=建(?!工地|[一-龥]{0,2}筑)|施工|装修|改造(?!上|中))|(?<=[一-龥])(?:施工|建设|办理)中(?=[，。；、]|$)|(?<![存实])在办|招标中|(?:有序|加快)推进 = 正|着|中|在|推进|加快|陆续|逐|仍|还|继续|不断|启动|开工|动工|开始|落地|进场|实施|办|施工|建|改|开展|开挖|深化|改善|提升|打造|做|来|边|越|推 = (?:is|are) (?:gradually|now) (?!plann)\w+ing|(?:is|are) (?:still |now )?being|(?:is|are|has|have) begun|under ?way|under construction|in progress = being|under|progress|works?|now|current\w*|ongoing|still|process|continu\w*|gradual\w*|hand|start\w*|beg[aiu]n\w*|launch\w*|\w{3,}ing|way|on|awaiting|keep\w*|speed\w*|sped|accelerat\w*|step\w* up|push\w*|press\w*|quicken\w*|faster|forward|ahead
stage = !已(?!有|经?(?:久|知))|完成(?!后)|建成(?!后)|竣工(?!后|验收)|完工(?!后)|办完|办结|落成(?!后)|投用(?!后)|(?<!计划)交付(?!后)|(?<![为除到])了(?=[，。；]|$)|(?<=[换建办设签种装修拆改盖])了|(?:搬进|成立|打造|开展|认领)了|成立|封顶|建起|改造成了|通过(?=[，。；]) = 了|完|成|毕|好|齐|获|先后|累计|共|新|被|过|到|起|达|结束|通过|封顶|立|开|动工|设|办|改|拆|搬|换|建|回|来|出|入|收|定|签|选|挂|贴|[其有]中|均|都|在先|种|挪|整|解决|加|添|增|栽|修|铺 = !(?:has|have|had) (?:now |already |also |since |largely |all |all been |been )*(?:\w+ed|(?:re)?built|made|begun|set|won|put|done|taken|given|seen|gone|grown|moved|cut|come|become)|(?:was|were) (?!planned|expected|due)(?:\w+ed|built|set up)|^(?:invested|built|opened)|(?:finished|completed?|done)(?=[;.,]|$)|(?:is|are) (?:also |all |now |largely )*(?:complete|completed|finished|done|over) = complet\w*|finish\w*|\w+ed|built|made|done|ready|did|was|were|had|has|have|put|set|won|spent|got|took|held|came|went|gave|ran|became|brought|sent|back|in place|over|settled|now|gone|left|kept|new|in use|chosen|since|found|grew|rose|fell|led|laid|sold|bought|paid|cut|is an?|are the|stands?|hangs?|open|fully under way
extent = (?<!安)全部|所有|一律|每个(?!月|季)|(?<!几乎)每家|人人|家家|户户|全体|个个|全覆盖 = 全|每|各|均|都|齐|统|总|共|整|皆|满|遍|逐|凡|随|任何|处|个个|一切|无论|谁|哪|一起|清一色|唯|尽|大家|家门|一|不|没|无 = (?<!not )(?<!at )(?<!after )(?<!of )(?<!in )(?<!old compounds )(?<!for )all(?!,| but| (?:over|right|at once|day|my|the more|but|of (?:it|them)|year|together))|entire(?:ly)?|(?<!care)fully|everything|completely|in all (?=[a-z]+s\b) = all|every\w*|each|entire\w*|full\w*|whole|complete\w*|both|any\w*|throughout|across|wholly|no|none|not a|common|same|villages|communities|units|departments|one|wherever|always|general\w*|together|in turn|\w+-wide|\w+wide|universal\w*|on \w+s|those|they|them
extent = !各(?=社区|村|单位|部门|级|支部) = 家家|人人|户户|个个|全|每|均|都|齐|统|总|整|皆|满|遍|逐|凡|任何|处|一切|无论|谁|哪|一|大家|大多不|熟 = !every(?! \d|day| day| week| month| year| time| now| other)|everybody|everyone|(?<! )each(?! other| day| week| month| year| of) = all|every\w*|each|entire\w*|full\w*|whole|both|any\w*|throughout|across|no|none|common|\w+s|\w+-wide|\w+wide|one|general\w*
extent = !其余|剩下的?|余下 = 余|他|剩|另|别|还|未|再|外|后 = the (?:rest|others|remainder) = rest|others?|remain\w*|left|balance|further|more|yet|besides|stay\w*|still|beyond
extent = 大多|多数|大部分|多由|多为|多是|主要(?=[是由]|担任|用于)|过半|绝大|(?<!无)基本(?=[统具协整改实完建办]) = 多|主|大|半|基本|最|普遍|一般|往往|几乎|常|重|高|旺 = mostly|largely|mainly|(?<!the )(?<!at )(?<!one of the )most (?!of all|\w+ed\b)(?=[a-z]+s\b)|(?:the|a) majority|chiefly|basically = most\w*|largely|main\w*|majority|chief\w*|basic\w*|more|half|primar\w*|much|mass|generally|all but|nearly|almost|essential\w*|often|usually|many|bulk|above all|particular\w*|special\w*|substantial\w*|now|villagers turn
extent = (?<!大)(?<!干)部分(?!的)|(?<![没自所])有的(?!放|写)|一些|个别|若干|少数|有人(?=主张|嫌|说|要|担心|反对)|有(?:家长|路段) = 有|部|些|若|少|几|半|一度|某|多|数|局部|分|许|旧|老|曾|约|再|其中|含 = (?<!and )some(?! \d|day|times?|where)|a few|partly|in part = some\w*|few\w*|part\w*|several|certain|one or two|handful|various|those|many|others?|a number|who|there|a|any\w*|individual\w*|sections|nobody|no one
extent = (?<![一两二三四五六七八九十百千万亿0-9这那船余多])只(?![增减、，。])(?=[一-龥])(?![要能好有])|仅(?=[一-龥])(?!供|次)|唯一 = 只|仅|唯|才|单|独|就|专|光|不过|除|一|少|限|不 = only(?! \d)|solely|exclusively|nothing but = only|just|alone|sole\w*|merely|no|not|but|except|exclusive\w*|single|simply|selection|nothing|limited|one|never|unless|until|all
extent = 首个|首批|第一个|率先 = 首|第|先|一|初|前|新|率|头|冠|开|始|最 = (?:’s|its|their) first(?! (?:half|nine|three|two|six|ten|of|time)) = first\w*|pioneer\w*|begin\w*|lead\w*|ahead|earliest|original\w*|initial\w*|start\w*|new|before|front|open\w*|led
extent = 定期|不间断|经常|常态化 = 常|每|按|期|时|惯|轮|连|总|不断|持续|始终 = regularly|continuous(?:ly)?|always = regular\w*|every|each|continu\w*|never|always|constant\w*|routine\w*|often|normal\w*|usual\w*|standing|without|(?!elderly|famil|only)\w+ly|from time|ordinary|common|still
extent = 最(?=大|多|高|早|长|少|低)(?!限度|.[0-9]) = 最|第一|首|冠|头|极|居|榜|尤|主 = the (?:largest|biggest|highest|longest|oldest|earliest|fewest|smallest|lowest)|the most frequent|the least = \w+est|most|least|top\w*|first|record|lead\w*|max\w*|min\w*|more|head\w*|ahead|up to|at best|dominat\w*|less|fewer
polarity = 没有(?=[一-龥])|不用|不收|闲置|废旧|走不动|(?<![一-龥])不(?=[一-龥]{2})(?!锈|放心|断|仅|但|少|同|到|足|只|光|论|管|间|得不|久|时|过|料|妨|禁)|[未没](?=[一-龥])(?!来|关|有|电)|(?<![0-9一二三四五六七八九十])不(?=[能再得许收准愿肯补搬换租劝让]) = 不|未|没|无|非|免|禁|否|勿|莫|难|缺|零|拒|停|尚|待|除|只|仅|才|旧|废|闲|失|再|绝|空|防|歇|断|离|拆|漏|坏|退|独|聋|背|存疑|才|太|过了?期 = not|n['’]t|never|neither|nor|none|without|cannot|nobody|nothing|no longer|no(?! \d|\.) = no\w*|not|n['’]t|without|cannot|lack\w*|fail\w*|un\w+|in(?:ac|co|di|ex|va|su|ad)[a-z]+|im(?:po|pr)\w+|ill|dis\w+|out of|free|stop\w*|ends|ended|idle|disused|used|waste|empty|vacant|old|scrap|ban\w*|bar\w*|keep\w*|avoid\w*|refus\w*|hard\w*|few\w*|rather|instead|less|only|before|until|unless|away|alone|miss\w*|except|but|other|differ\w*|short|rest|remain\w*|yet|waive\w*|spare\w*|past|too|separate\w*|silent|exempt\w*|wait\w*|whether|if|awkward|late\w*|prevent\w*|beyond|off|non\w*|at ease|little|worr\w*|fear\w*|reluct\w*|awaits?|substandard|sub-standard|below|continuous\w*|complain\w*|lost|apart|gone|idle|vacant|day and night|always|constantly|stay\w*|would|remov\w*|would
denial = (?:本刊|编者|我们|原文|文中|报道)[^，。；]{0,4}(?:不(?!明)|未(?!署|必)|没(?!有点明))|不是(?!一回事)|并非|从未 = 不|未|没|非|无 = !$^ = not|no|n['’]t|never|neither|nor|none|without|cannot|un\w+|nothing|nobody|silent|differ\w*|rather|instead|separate\w*|apart|only|lacks?|omit\w*
polarity = 不得|不准|不许|禁止|严禁 = 不|无法|难|禁|勿|莫|免|失|没法|没能|谢绝|才 = cannot|may not|must not|can['’]t = not|n['’]t|no|never|cannot|bar\w*|ban\w*|forbid\w*|un\w+|without|keep\w*|must|only|prohib\w*|off|illegal\w*|stop\w*|free
lost words = 预计|(?<![模虚草])拟(?!定|态|人)|力争|有望|即将|(?<!即|必|已)将(?=[回投完建拆改]) = 计划|要|前|待|明年 = !$^ = expect\w*|plan(?!t)\w*|will|to|due|schedul\w*|project\w*|estimat\w*|aim\w*|intend\w*|propos\w*|going|target\w*|forecast\w*|anticipat\w*|would|shall|hop\w+|about|likely|should|soon|ahead|coming|next|future|forthcoming|sought|seek\w*
lost words = 临时|过渡期 = 短|暂 = !$^ = temporar\w*|interim|provisional\w*|transition\w*|stopgap|wait\w*|meantime|meanwhile|in between
lost words = 不同(?!程度)|不一(?![样定]) = 异|别|各 = !$^ = differ\w*|uneven\w*|inconsisten\w*|var\w+|other|unlike|not|divers\w*|separate\w*|own|range|each
lost words = 申请|申报 = 请|报 = !$^ = appl\w+|sought|seek\w*|request\w*|bid|ask\w*|submi\w+|nominat\w*|propos\w*|declar\w+|put in for
lost words = 未达到|没有达到|未能|不及 = 未|不 = !$^ = not|n['’]t|fell|fails?|failed|miss\w*|below|short|under|without|yet|less|fewer
""".strip().splitlines()
]
"""Kind = surely = perhaps = surely = perhaps, in Chinese and in English; `!`: only against another mark of the kind."""
PLANNED, UNDER_WAY, DONE = range(3)
BOTH_WAYS = re.compile(
    r"hardly[^.;]*\bwithout\b|\b(?:never|without) (?:an? |any )?(?:stop|ceas|end|paus|rest|break|interrupt|fail|exception|let up|miss)\w*"
)
"""Two denials: never stops, hardly a family without."""
COMING = re.compile("年底前|届时|明年|次年")
QUICKENED = re.compile(
    r"\b(?:speed(?:s|ing)? up|sped up|accelerat\w*|step(?:s|ping)? up|quicken\w*|faster|(?:push|press)(?:es|ing)? (?:\w+ ){0,4}(?:ahead|forward|on))\b"
)
"""What 加快推进 is, said of what is ahead as of what is in hand."""
ACTORS = [
    row.split(" = ")
    for row in """
居民|群众|住户|村民|业主|市民|老百姓|百姓 = residents?|villagers?|the public
街道|办事处 = subdistrict|subdistrict office
志愿者 = volunteers?
企业|公司 = compan(?:y|ies)|firms?|contractors?
商户|商家|店主|摊主 = shops|traders?|shopkeepers?|stallholders?|merchants?
党员 = members?
社区 = communit(?:y|ies)
老师|教师 = teachers?
孩子|学生|大学生 = children|students?|pupils?
家长 = parents?
医生 = doctors?
专家 = experts?
农户|农民 = farmers?
老人|老年人 = the old|the elderly|old people|the aged
年轻人|青年 = young people|the young
楼长|楼院长 = wardens?|compound heads?
书记 = secretar(?:y|ies)
""".strip().splitlines()
]
"""Who may act: in Chinese and in English."""
