"""The words of stages: one table of what is planned, expected, applied for, under way, achieved, standing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Literal, NamedTuple, get_args

Kind = Literal[
    "planned", "expected", "coming", "applied_for", "under_way", "begun", "part",
    "achieved", "acted", "is", "decided", "designed",
]  # fmt: skip

_DAY = r"(?:[0-9一二三四五六七八九十]+(?:年|月|日)|年内|年底|明年|今年)"
HOPED = (
    r"有望(?!(?!月[底中初内]|城[市乡]|海[外内]|云[端上计])[城江岳月湖山海京云麓][^,，。；;]{0,6}"
    r"(?:[园区苑府城镇村路街巷湖山桥楼里站校馆院]|小区|社区|食堂|广场|大厦|中心|公司|项目))"
)
"""另有|望岳嘉园食堂: the second character may begin a name."""
_PARTS = (
    "(?:拆迁|征迁|征收|搬迁|清退|腾空|手续|四证|证照|土地证|许可证|招标|招投标|规划|设计|审批|批复|立项|可研|环评|"
    "确权|围挡|路基|土建|桥墩|桩基|地基|基坑|基础|筏板|主体|封顶|土地|用地|方案|论证|签约|协议|征求意见|勘察|测绘|摸底)"
)
WORDS: dict[Kind, str] = {
    "planned": (
        r"(?<![一二三四五两十0-9]年)(?<![动度训施照按据定订作的性助学入选列该本此])计划(?!生育|外|内|单列|》|书|的|已|[,;]|$)"
        r"|(?:列入|纳入)[^,]{0,10}计划|(?<![模虚草])拟(?!态|定了|人)|力争|争取(?=在|于|到[0-9]|明年|年内|早日|实现|完成|用)"
        rf"|规划(?=(?:总|新|拟)?(?:建|用地|占地|面积|投资|户|设|为|布局|[0-9]))|目标(?:任务)?(?:是|为|:|[0-9])|打算|预定|意向投资"
        rf"|确保(?=[^,]*{_DAY}[^,]*(?:完|建|投|竣|交|达|实现|开))|(?:正在|积极|加快|在)?[^,]{{0,4}}(?:谋划|筹备|筹建|酝酿)(?!了)"
        r"|(?<![重主需只必不摘纲想])要(?=在|于|到|建|完|达|实现|打造|新|争取|力争|确保|把|让|使)|下一步|今后|未来(?!已)"
    ),
    "expected": (rf"预计|预期|{HOPED}|可望|估计|预测"),
    "coming": (
        r"届时|(?:即|必)将|(?<!已)将(?=于|在(?!建)|会|达|有|再|新|实[现施]|建(?!筑|设[用资])|完成|投|陆续|全[面力]|按|进一步|继续|以|对|为"
        r"|是|成(?!果)|试|探索|尝试|组织|设[立置]|提供|采[取用]|选[取择]|配[备套]|免费|统一|优先|率先|分[期批步]|打造|开|加[快大强]|启动|推|举办|扩|形成|深[入化]|引|着力|努力|通|围绕|依[托法]|坚持|紧|突|积极|大力|不断|逐步|增|迎|争"
        r"|改[善造])|待(?=建|改造|拆|完|开工|启动|实施)|(?<![文光黎])明年|(?<![后0-9])后年(?!轻)|(?:[月日年底末]|年底)前[^,]{0,4}(?:完|建成|实现|达)|(?:建成|竣工|完工|投用|投产|落成|改造完成|完成)(?:投用|运营|使用)?(?:之)?后"
        r"|(?:尚|还|仍)未(?=[^,]*(?:开工|启动|动工|完|建|竣|投))|未(?:开工|启动|动工|完工|建成|竣工)|待[^,]{0,8}后"
    ),
    "applied_for": (r"(?<!成功)(?:申请|申报)(?!表|书|人|者|成功|到|[^,]{0,8}的(?!.*[0-9]))"),
    "under_way": (
        r"(?<![公端修校改纠订反])正在|(?:还|仍|尚)在(?![\u4e00-\u9fff]{0,6}(?:里|上|下|中|内|旁|边|外|家|村|街|路|园|区|市|墙|处|[,。]))|正(?=加[快紧]|推进|进行|建设|紧张|抓紧|有序|全力|积极)|(?<![实所内外存现])在(?=建(?!筑|国|军|新[路街村里]|设(?!中))|办(?!理?公|事)|施工|改造(?!上|中|方))"
        r"|(?:建设|施工|推进|改造|装修|办理|实施|进行|安装)(?:之|当)?中(?!心|国|队|标|医|学|央|期)|开始(?=施工|建设|改造)"
        r"|(?:有序|加快|全力|稳步|强力|同步|扎实|正常)(?:推进|建设|实施|施工)|加快(?=办|施|建|改|进)|主体(?:工程)?(?:建设|施工|建)?至"
        r"|每(?:天|日|周|月|季度?|年)(?!.{0,6}(?:生产能力|产能))|常态化(?!、)|专人[0-9]+小时|限期|着手|推进(?=[^,]{0,40}(?:项目|工程|片区|建设))"
    ),
    "begun": (r"启动|开工(?![作程商资具艺厂])|(?<![劳流推带自机主移调])动工(?![作具资业])|破土|奠基|开建"),
    "part": (
        rf"{_PARTS}[^,]{{0,8}}?(?:已经?|均已|全部|全面|基本)*(?:完成|完工|结束|办结|通过|确定|到位|开挖|圈建|完毕|拆除)|封顶"
        rf"|(?:完成|办结|办理完成|通过|进行)(?:了)?[^,0-9]{{0,16}}{_PARTS}(?=工作|任务|手续|施工|$|,)"
    ),
    "achieved": (
        r"已(?!有|具备|婚|知|故|(?:退|离)休的)|业已|均已|(?<!待)完成(?!后)|(?<![待未])建成(?!后|效|员|立)|竣工(?!后|验收条件)|完工(?!后|[作商])|开业(?!务)|开门(?:迎客|营业|纳客)|迎客(?![松厅人])|投用(?!后)|投入(?:使用|运营)"
        r"|(?<![村部])落成(?!后)|交付|(?<!地)下线(?!路|索)|(?<!交)通车(?![辆库])|办结|结束|完毕|(?<=[^0-9])到位(?![于置])|(?<![为除])了(?!解|然)|被评为|荣获|获得?(?!得感)|授予|入选(?![举择购])|当选|成功(?!能)|累计|(?<![优率])先后"
        r"|受(?:损|灾|淹|困|伤)(?!的)|(?:冲|损|烧|震|淹|压)[毁坏塌没垮](?!的)"
        r"|回迁(?!率|后|房|安置)|达到|增长|增加|同比|下降|减少|降至|翻番|翻了|(?<![落充])实现(?!路径)|(?<!公)共(?=清|拆|排|收|走|查|办|投|组|开|发|对|种|植|接|处|解)"
    ),
    "acted": (
        r"新(?:建|增|购|打造|栽|植)|改建|扩建|修建|建设|建[立起]|打造|改造|升级|提升|拆[除违]|拆(?=[0-9])|清[理运除洗扫]|整[治改]|取缔|排查|检查|走访|慰问"
        r"|发放|救助|帮扶|帮助|开展|组织|举办|召开|签[订约]|投[入资]|栽[植种]|种植?|植树|绿化|粉[刷饰]|修[补复缮]|铺设|硬化|美化|亮化|[安加]装|配[备置]|更新|购置"
        r"|添置|增[设加添]|聘[用请]|招[聘募收]|培[训养]|吸引|引[进导]|收容|办理|受理|调解|化解|处[理置]|查[处获]|暂扣|参[与加]|服务(?![^,]{0,20}(?:项目|工程|·)(?:[,;:]|$))|认领|成立|创建|采集"
        r"|接待|惠及|受益|解决|纳入|冲洗|覆盖|规范|演练|宣传|征[迁收]|抽调|执勤|值[守班]|报告|划定|对接|评(?![级组比])|义务|赠送|捐|筹|表彰|验收|复查|改[水厕]"
        r"|[收处]到|进驻|入驻|分[为成]|推[行进广]|建(?=[0-9])|修(?=[0-9])|印制|张贴|悬挂|审批|流转|减[少税免]|下派|选派|聚集|带动|脱贫|出台|启用|引入"
    ),
    "decided": (r"(?<!取)决定(?!于|性|因素|权)|商定|议定"),
    "designed": (r"设计(?=日|年|能力|规模|容量|时速|产能|处理|[0-9])(?:日|年)?(?:处理|生产|产|供|发电|接待|通行)?"),
    "is": (
        r"现有|(?:共|设|拥|建|含|占|辖区)有|[共有](?=[0-9])|下[辖设]|管辖|辖(?=[0-9])|占(?!地|道|用|比[^0-9]{3})|位于|具备|分布|常住|居住"
        r"|平方公里的|辖区(?:台账内|内|沿街)?(?=[0-9])|(?:成立|建校|建院|建成|开馆|运营|通车)近?[0-9]+[多余]?年"
    ),
}
"""The Chinese words by kind. `coming` is planned or expected; `begun` a start, which a date has
achieved and a work is under way by; `decided` is achieved for a date, planned for what it is of;
`designed` will be or is there; `part` a step on the way (拆迁, 桩基); `acted` says not how far; `is` exists."""

_ZH = {kind: re.compile(words) for kind, words in WORDS.items()}
_NAMED = re.compile(r"\"[^\"]{4,40}\"|《[^》]{1,60}》")
_COMPOUND = re.compile(
    r"(?:拆除|拆迁|改造|建设|重建|整治|升级|征迁|竣工验收|城镇化)+(?:项目|工程|任务(?!完)|条件|用地|方案|片区|安置区|示范区|单位|资金)"
    r"|入驻(?:企业|商户|单位|率)|成立(?=近?[0-9]+[多余]?年)|规划(?:手续|部门|编制)|总投资|增长点|服务中心|服务平台|人力资源|管理(?:中心|处|所|科|局|区|人员|单位)|服务(?:业|站|队)|新增长"
    r"|(?:建设|改造|投资|开展|组织|施工|签约|培训)(?=的[^,]{0,12}[0-9])"
)
FUTURE: frozenset[Kind] = frozenset({"planned", "expected", "coming"})
DONE: frozenset[Kind] = frozenset({"begun", "part", "achieved", "acted"})
TELLING: tuple[Kind, ...] = ("planned", "expected", "coming", "applied_for", "under_way", "achieved")
"""What says how far it is, the first first."""


class Word(NamedTuple):
    """A telling word, and where it stands in its stretch."""

    start: int
    end: int
    text: str


@lru_cache(maxsize=4096)
def words_of(text: str, kinds: tuple[Kind, ...] = get_args(Kind)) -> Mapping[Kind, Word]:
    """The first word of each kind in a stretch of bare Chinese; what only names something is passed over."""
    named = _NAMED.sub(_blank, text)
    plain = _COMPOUND.sub(_blank, named)
    whole = "".join(
        "·" if gone == "·" else char for char, gone in zip(plain, _ZH["part"].sub(_blank, named), strict=True)
    )
    unplanned = _ZH["planned"].sub(_blank, plain)  # 正在谋划 is no work under way
    looked_in = {"is": named, "part": named, "under_way": unplanned, "achieved": whole, "acted": whole}
    found: dict[Kind, Word] = {}
    for kind in kinds:
        if match := _ZH[kind].search(looked_in.get(kind, plain)):
            found[kind] = Word(match.start(), match.end(), text[slice(*match.span())])
    coming = min((word.start for kind, word in found.items() if kind in FUTURE), default=len(text))
    return {kind: word for kind, word in found.items() if kind not in DONE or word.start < coming}


def uncut(text: str, names: Iterable[str]) -> str:
    """The text, of the same length, in which no stage word takes a character of a name: 另有|望岳嘉园 has no 有望."""
    for name in names:
        start = text.find(name)
        while start >= 0:
            stop = start + len(name)
            for taken in _taken(text, start, stop):
                text = text[: taken[0]] + "·" * (taken[1] - taken[0]) + text[taken[1] :]
            start = text.find(name, stop)
    return text


def _taken(text: str, start: int, stop: int) -> Iterable[tuple[int, int]]:
    """Characters of a name that a word of two characters takes."""
    for kind, pattern in _ZH.items():
        if kind != "part":
            for match in pattern.finditer(text, max(0, start - 1), min(len(text), stop + 1)):
                first, last = match.span()
                if last - first == 2 and (first < start < last or first < stop < last):
                    yield (start, last) if first < start else (first, stop)


def _blank(match: re.Match[str]) -> str:
    return "·" * len(match[0])
