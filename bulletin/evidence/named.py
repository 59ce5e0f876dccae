"""What an article names: the honours that it lists, and the works that it calls by a name. Positions are bare."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from bulletin.evidence.article import Article

Span = tuple[int, int]

_CUT = re.compile(r'(?P<cut>(?<=")(?:和|与)?(?=")|[、,]|以及|(?<![普涉])及(?!时|其))|"[^"]{1,40}"|\([^)]*\)|《[^》]*》')
"""Between two members of a list; what stands in quotation marks or parentheses is not cut."""

_GIVEN = '评为|评选为|授予|命名为|颁发(?=的?")'
_VERB = re.compile(
    rf"荣获|喜获|荣膺|获评|跻身|入选|被[^,。;:!?\"]{{0,14}}?(?:{_GIVEN})"
    rf"|(?P<weak>获得(?!感)|斩获|夺得|摘得|捧[得回]|赢得|{_GIVEN}|认定为|确定为|列为|列入|创建为|创成"
    r'|(?<![收捕抓缴查截破擒])获(?=["全国省市区县]))'
)
_OF_SOME = re.compile(
    r"[0-9一二两三四五六七八九十百千]+[余多]?[条个名家处户位所栋座支人](?:[^,。;:!?]{0,12}[^,。;:!?中])?$"
)
_END = re.compile(
    r"[。;!?]|(?<![一二三特同])等(?P<called>[^、,。;\"]{0,8}?(?:荣誉|称号|奖项|表彰|殊荣))|(?<![一二三特同])等(?=[,。;!?]|$)"
)
_AROUND = re.compile(r"^(?:[了过为到:]|的(?=\"))+|(?<=.)(?:光荣)?(?:荣誉)?(?:称号|荣誉|殊荣)$")
_GOES_ON = re.compile(r'"|(?:[0-9]{4}年度?)?(?:全国|国家|[\u4e00-\u9fff]{0,3}[省市区县])')
_AWARD = re.compile(
    r"先进|文明|示范|优秀|模范|标兵|称号|荣誉|奖|等功|红旗|卓越|岗$|[金银铜]牌|冠军|百强|十[佳强]|最美"
    r'|第[一二三]名|名[镇村街录]|之[乡星]|(?:单位|集体)$|^"[^"]+"$'
)
_TASK = re.compile(r'(?:工程|项目|计划|任务|实事|行动)"?$')
"""列为“一号民生工程”: what is to be done is no honour."""
_HOW_MANY = re.compile(r"[0-9一二两三四五六七八九十百]+[余多]?[项个次枚块]")


@lru_cache(maxsize=32)
def honours(article: Article) -> tuple[Span, ...]:
    """Each honour of each list, without the words around its name.

    What is given to some of many (17条道路均被评为红旗道路) is a number of them, and is accounted for as a number.
    """
    return tuple(_honours(article.bare.text))


def _honours(text: str) -> Iterator[Span]:
    for verb, following in pairwise([*_VERB.finditer(text), None]):
        if verb and not _OF_SOME.search(text, max(0, verb.start() - 20), verb.start()):
            last = following.start() if following else len(text)
            end = _END.search(text, verb.end(), last)
            if following and not end:  # 被评为先进区,"梯议堂"入选…: what stands before a verb is what it tells of
                last = cut if (cut := text.rfind(",", verb.end(), last)) > 0 else last
            yield from _listed(text, verb, end.start() if end else last, bool(end and end["called"]))


def _listed(text: str, verb: re.Match[str], end: int, called: bool) -> Iterator[Span]:
    """The items behind the verb. A comma ends the list, unless what follows is an honour by itself."""
    for start, stop in _members(text, verb.end(), end):
        if text[start - 1] == "," and not (_GOES_ON.match(text, start) and _AWARD.search(text[start:stop])):
            return
        begun = start
        for match in _AROUND.finditer(text[begun:stop]):
            start, stop = (start, begun + match.start()) if match.start() else (begun + match.end(), stop)
        words = text[start:stop]
        given = called or not verb["weak"] or _is_award(verb[0], words)
        if len(words) > 2 and not _HOW_MANY.search(words) and given:
            marks = int(bool(re.fullmatch(r'"[^"]+"', words)))
            yield start + marks, stop - marks


def _is_award(verb: str, words: str) -> bool:
    """Behind a verb that need not give an honour."""
    task = verb in ("列为", "列入", "确定为", "认定为") and _TASK.search(words)
    return bool(_AWARD.search(words.strip('"') if task else words))


def _members(text: str, start: int, end: int) -> Iterator[Span]:
    for match in _CUT.finditer(text, start, end):
        if match["cut"] is not None:
            yield start, match.start()
            start = match.end()
    yield start, end


@dataclass(frozen=True, slots=True)
class Works:
    """Works that the article calls by a name; `core` is the name without the words for works.

    `own`: one of several that 项目, 工程 or a phase tells apart; each needs an entry of its own.
    """

    span: Span
    core: str
    own: bool = False


_SOME = r"[0-9.一二两三四五六七八九十百千万]+[余多]?(?:平方米|[个项条座处户套栋亩批])"
_BODY = r"(?:(?:工作)?专班|领导小组|指挥部|办公室|工作组|工作队|筹备组)"
"""市场改造专班: a body that is named after its works."""
_THING = r"(?:项目|工程|安置(?:[区房]|地块))"
_PHASE = r"[一二三四五六]期"
_HEAD = re.compile(
    rf"{_THING}(?:(?:改造|建设)?(?:{_PHASE})?{_THING})*(?:{_PHASE})?"
    rf"(?!化|制度|库|{_BODY}|的?[\u4e00-\u9fff]{{0,2}}(?:审批|管理|台账|意识|质量|协调会|驱动|带动|攻坚)|[师图队款学]|经理|负责人|人员)"
)
_NEXT_PHASE = re.compile(rf"{_PHASE}(?=基坑|主体|桩基|已|正|将|计划|建成|开工|动工|竣工|施工|封顶|交付)")
_BEFORE = re.compile(
    r"[让把将被使了着的来于:]|在(?!建)|对(?!接)|为(?!民)|以(?![东南西北上下内外及])|[从由向]|同$|完成|推进|推动|引进|落地|实施|加快|落实"
    r"|服务(?!中心|站|大厅)|启动|围绕|抓好|做好|谋划|依托|联系|召开|坚持|强化|建立|开展|融入|涉及|目前|其中|成立|按照|办理"
    r"|确保|辖区|投资|计划|全[市区]|首个|^(?:正在|计划|拟)?(?:建设|改造|打造|再)"
)
_SORT = re.compile(
    r"(?:是.*|[每各逐][天日周月季年][^,]{0,6}|[0-9一二两三四五六七八九十]+[余多]?[次场轮回遍]|多[个项]|若干|[头一]号|重点|重大|大型|中小|民生|共建|招商|引资|惠民|民心|精品|阳光|提升|配套|在建|一个|各类|有关|相关|签约|开工|新建|续建|储备|产业|基础设施|元|以[上下]|\"?[大小]\"?|[该各等和与])$"
)
_EMPTY = re.compile(rf'{_SOME}|综合|提质|更新|改造|建设|拆除|重建|{_THING}|党建|街道|市政|["、]')
_PLACE = (
    r"(?:商场|商城|包城|市场|广场|公园|大厦|片区|区域|中心|医院|[中小]学|组|寨|街|(?<!小)巷|陵"
    r"|(?<!城中)(?<!美丽)(?<!乡)村|(?<!道)路)"
)
_SITE = r"(?:公园|广场|服务中心|文化中心|大厅|服务站|阵地|(?<!\")微?景观|博物馆|图书馆|停车场|产业园|[村路街馆园]\")"
_BUILT = re.compile(r"(?:新建|修建|兴建|扩建|建成(?!后|面积)|打造成?|改造成|建设成|打通|谋划)了?(?P<what>[^,。;:!?]+)")
_AT = rf"[^,。;:!?]{{2,40}}(?:{_PLACE}|胡同|社区)"
_REBUILT = re.compile(
    rf"对(?P<of>[^,。;:!?]{{2,40}}?(?:{_PLACE}|{_SITE}))进行了?[^,。;:!?]{{0,6}}(?:改造|设计|装修|升级|重建)"
    rf"|(?P<place>[\u4e00-\u9fff]{{2,14}}?{_PLACE})(?:[0-9]{{4}}年|已经|已|正在|正|进行|全面|顺利|当年|内部|主体|外墙)*"
    rf"(?:装修|改造(?!(?:升级|提升|建设|工作)*(?:{_BODY}|见闻|纪实|侧记|综述)|[前后中])|施工|动工|开工|封顶|竣工|拆墙透绿|完工)"
    rf"|(?:平方米|亩|公顷)的(?P<sized>[\u4e00-\u9fff]{{2,20}}?{_SITE})"
    rf"|(?:建设|建成|完成|新建|修建|打造|改造)(?P<some>{_AT}等[0-9]+[处条个座])"
    rf"|在(?P<at>{_AT}等地(?:建设|建成|新建|修建)[0-9]+[处条个座])"
)


@lru_cache(maxsize=32)
def works(article: Article) -> tuple[Works, ...]:
    """What 项目, 工程, 安置房 or a phase names; then what is built, rebuilt or opened under a name or with its size.

    Works that are only counted (新建游园3个) are a number, and are accounted for as a number.
    """
    text, found = article.bare.text, list[Works]()
    phases = (Works(match.span(), match[0], own=True) for match in _NEXT_PHASE.finditer(text))
    given = honours(article)  # 评为示范项目: no works
    for one in (*_headed(text, article.paragraphs), *phases, *_sites(text)):
        if any(start <= one.span[0] and one.span[1] <= end for start, end in given):
            continue
        if not any(one.span[0] < other.span[1] and other.span[0] < one.span[1] for other in found):
            found.append(one)
    return tuple(sorted(found, key=lambda one: one.span))


def _headed(text: str, paragraphs: frozenset[int]) -> Iterator[Works]:
    """永安路综合改造项目; A、B改造项目 are two."""
    done = 0
    for head in _HEAD.finditer(text):
        start = max(done, *(text.rfind(mark, 0, head.start()) + 1 for mark in ",。;:!?"))
        start = max((at for at in paragraphs if start < at <= head.start()), default=start)
        start = text.rfind('"', start, head.start()) + 1 if text.count('"', start, head.start()) % 2 else start
        *others, last = [_name(text, *span) for span in _members(text, start, head.start())]
        named = [
            span for span in others if re.search(rf"[\u4e00-\u9fff]{{2}}{_PLACE}(?:等.*)?$", _core(text[slice(*span)]))
        ]
        if not _SORT.search(text[slice(*last)]) and len(_core(text[slice(*last)])) > 1:
            named.append((last[0], head.end()))
        yield from (Works(span, _core(text[slice(*span)]), own=True) for span in named)
        done = head.end()


def _sites(text: str) -> Iterator[Works]:
    for match in _BUILT.finditer(text):
        yield from _named_sites(text, _members(text, *match.span("what")))
    for match in _REBUILT.finditer(text):
        start, end = _name(text, *match.span(match.lastgroup or 0))
        if len(_core(text[start:end])) > 3:
            yield Works((start, end), text[start:end])


def _named_sites(text: str, spans: Iterable[Span]) -> Iterator[Works]:
    for start, end in spans:
        behind = re.search(r"(?:建设)?(?:的同时)?$", text[start:end])
        start, end = _name(text, start, start + behind.start() if behind else end)
        if re.search(rf"{_SITE}$", text[start:end]) and not re.search(_SOME, text[start:end]):
            yield Works((start, end), text[start:end])


def _name(text: str, start: int, end: int) -> Span:
    """Without the verbs and the count in front of a name."""
    cut = max((m.end() for m in _BEFORE.finditer(text[start:end])), default=0)
    some = re.match(rf".*?(?<!等){_SOME}(?=[\u4e00-\u9fff]{{2}})(?!.*{_SOME})", text[start + cut : end])
    return start + cut + (some.end() if some else 0), end


def _core(name: str) -> str:
    return _EMPTY.sub("", name)


def again(article: Article, one: Works, known: Works) -> bool:
    """Is it named by the same name, by the beginning of it, or by its phase alone later in the sentence?"""
    if one.own != known.own:
        return False
    if re.fullmatch(_PHASE, one.core):
        between = article.bare.text[known.span[1] : one.span[0]]
        return known.span < one.span and known.core.endswith(one.core) and "。" not in between
    shorter, longer = (one.core, known.core) if len(one.core) <= len(known.core) else (known.core, one.core)
    phased = longer == one.core != known.core and re.search(_PHASE, one.core)
    return longer.startswith(shorter) and (len(shorter) > 2 or shorter == longer) and not phased
