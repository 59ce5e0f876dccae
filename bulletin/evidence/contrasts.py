"""Words of which one excludes the others — a phase, how often, who — and what an article says of each of them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import fsum

from bulletin.evidence.features import Features, pairs
from bulletin.evidence.parity_words import FREQUENCIES
from bulletin.evidence.passages import reach
from bulletin.evidence.segments import words_at

Member = tuple[str, str]
"""The series, and which of it: (期, 2)."""
Mention = tuple[int, int, Member]
Find = Callable[[str], Iterator[Mention]]
Said = Mapping[Member, Mapping[str, float]]
"""The pairs of characters that are said of a member, and how rare each is."""

_COUNT = dict(zip("一二三四五六七八九首", "1234567891", strict=True))
_PHASE = re.compile(
    r"第?(?P<n>[一二三四五六七八九]|十[一二三四五六七八九]?|[0-9]{1,2})(?P<of>[期批届]|(?<=[0-9])号线)"
    r"|(?P<first>首)(?P<one>[期批届台辆])|十(?P<plan>[一二三四五])五|(?P<class>[一二三])等(?=功|奖)"
)
_SIGNS = ("day", "week", "month", "quarter")
_MAY = re.compile("[期批届号等五]|首[台辆]")
_OFTEN = [(name, re.compile(zh.source)) for name, (zh, _) in FREQUENCIES.items()]
_OFTEN += [
    (name, re.compile(f"{sign}(?=一[讲学评表查会议考报巡])")) for name, sign in zip(_SIGNS, "日周月季", strict=True)
]
_OFTEN.append(("always", re.compile("不间断|全天|24小时|昼夜|日夜|随时")))
_MAY_OFTEN = re.compile("[每日周月季年天时昼]|间断")
_WEEKDAY = re.compile("周[一二三四五六日末](?![讲学评表查会议考报巡])")
_WHO = {
    "deputies": "(?:村民|群众|居民|党员)代表",
    "office": "街道办|办事处",
    "people": "居民|群众|村民|住户|业主|老百姓",
    "community": "社区|居委会|村委会",
    "firms": "企业|公司|商户",
    "government": "政府|市里|区里|省里",
    "officials": "干部|领导|书记|支书",
    "experts": "专家|专业人员",
    "volunteers": "志愿者|义工",
    "grid": "网格",
}
_AGENT = re.compile("|".join(f"(?P<{name}>{words})" for name, words in _WHO.items()))
_ACTS = re.compile(rf"(?:^|由|请|让)(?:{_AGENT.pattern})")


def phases(text: str) -> Iterator[Mention]:
    """一期, 首批, 第十一届, 2号线, 十三五, 三等功."""
    for match in _PHASE.finditer(text) if _MAY.search(text) else ():
        series = match["of"] or match["one"] or ("plan" if match["plan"] else "class")
        which = match["n"] or match["first"] or match["plan"] or match["class"]
        yield match.start(), match.end(), (series, _COUNT.get(which, which))


def frequencies(text: str) -> Iterator[Mention]:
    """每天, 按月, 不间断."""
    for name, words in _OFTEN if _MAY_OFTEN.search(text) else ():
        for match in words.finditer(text):
            yield match.start(), match.end(), ("often", name)
    for match in _WEEKDAY.finditer(text):
        yield match.start(), match.end(), ("weekday", match[0])


def _named(pattern: re.Pattern[str], text: str) -> Iterator[Mention]:
    for match in pattern.finditer(text):
        yield match.start(), match.end(), ("who", str(match.lastgroup))


def mentioned(text: str) -> Iterator[Mention]:
    """Who is named."""
    return _named(_AGENT, text)


def acting(text: str) -> Iterator[Mention]:
    """Who acts: the first word of a clause, 由居民, 请专家."""
    return _named(_ACTS, text)


@dataclass(frozen=True)
class Contrast:
    """A set of words that exclude one another: how to find them, in how small a piece, and how far they reach."""

    find: Find
    claims: Find
    piece: re.Pattern[str]
    reaches: bool
    least: float = 0.9
    """How much the article must say of another where it says nothing of this one."""

    def cut(self, text: str) -> list[str]:
        """The pieces of a bare text, each with the mark behind it."""
        return self.piece.findall(text)


_CLAUSE = re.compile("[^,。;:!?]+[,。;:!?]?")
CONTRASTS = (
    Contrast(phases, phases, _CLAUSE, True),
    Contrast(frequencies, frequencies, re.compile("[^,、。;:!?]+[,、。;:!?]?"), False, 0.4),
    Contrast(mentioned, acting, _CLAUSE, False),
)


def without(text: str, mentions: list[Mention]) -> Features:
    """The pairs of a piece beside what it mentions."""
    for start, end, _ in mentions:
        text = text[:start] + "·" * (end - start) + text[end:]
    return pairs(text)


@lru_cache(maxsize=64)
def said_of(text: str, contrast: Contrast) -> Said:
    """What the pieces of a bare text say of each: where it is mentioned, and around if it reaches so far."""
    pieces = contrast.cut(text)
    found = [list(contrast.find(piece)) for piece in pieces]
    words = [without(piece, mentions) for piece, mentions in zip(pieces, found, strict=True)]
    often = Counter(pair for some in words for pair in some)
    said = defaultdict[Member, dict[str, float]](dict)
    for i, mentions in enumerate(found):
        around = reach(pieces, found, i) if mentions and contrast.reaches else (i,)
        for member in {member for _, _, member in mentions}:
            said[member].update({pair: 1 / often[pair] for at in around for pair in words[at]})
    return said


def of_another(text: str, said: Said, contrast: Contrast) -> Iterator[str]:
    """Words of a bare text of which the article says nothing that stands beside them, but says it of another."""
    for piece in contrast.cut(text):
        mentions = list(contrast.claims(piece))
        words = without(piece, mentions) if mentions else ()
        for start, end, member in mentions:
            if any(other[0] == member[0] and other != member for _, _, other in mentions):
                continue
            scores = {m: fsum(rare.get(pair, 0) for pair in words) for m, rare in said.items() if m[0] == member[0]}
            own = scores.pop(member, 0)
            if max(scores.values(), default=0) >= (contrast.least if own == 0 else 3 * own + 1):
                yield piece[start:end]


_RELATES = re.compile(
    "带动|帮助|监督|管理|领导|指导|服务|支持|支援|租给|卖给|借给|交给|捐给|送给|转给|联系|配合|协助|优先于|带领|组织|教"
)


def reversed_in(text: str, article: str) -> Iterator[str]:
    """What one does to another in a clause, where the article's clause has it the other way round: 小店带动大店."""
    for clause in _clauses(text):
        for match in _RELATES.finditer(clause):
            left, right = pairs(clause[: match.start()]), pairs(clause[match.end() :])
            straight = turned = 0
            for there in _clauses(article):
                ahead, found, back = there.rpartition(match[0])
                before, behind = pairs(ahead), pairs(back) if found else frozenset()
                straight = max(straight, len(left & before) + len(right & behind))
                if left & behind and right & before and not (left & before or right & behind):
                    turned = max(turned, len(left & behind) + len(right & before))
            if turned > straight:  # 老人教外乡人包粽子,外乡人教老人视频通话: both ways
                yield match[0]


@lru_cache(maxsize=1024)
def _clauses(text: str) -> list[str]:
    return _CLAUSE.findall(text)


_LEVEL = re.compile(
    "(?<![城都超夜集菜股花房车楼门社小片园辖地街景厂校院库灾山新老郊牧林矿宅营盲禁节])"
    "(?P<level>[国省市区县])(?P<what>[\u4e00-\u9fff]{2})"
)


def of_another_level(zh: str, article: str) -> Iterator[str]:
    """省外资金 where the article has 市外资金 alone: another level wherever these characters stand."""
    for match in _LEVEL.finditer(zh):
        others = set(re.findall(f"([国省市区县]){match['what']}", article))
        if others and match["level"] not in others:
            yield match[0]


PAIRS = """
前后 早晚 冬夏 春秋 首末 买卖 租买 修拆 建拆 内外 东西 南北 大小 多少 新旧 增减 升降 左右 男女 送收 签毁 高低 深浅
长短 宽窄 轻重 快慢 开关 进出 借还 公私 昼夜 干湿 冷热 老幼
"""
_OPPOSITES = {pair[i]: pair[1 - i] for pair in PAIRS.split() for i in (0, 1)}
_VAGUE = "之以然最其今明目当年日月后前而不先提往向今的了在有一到上下中大小多少东西南北人地天个位"
"""Beside one of these a word of direction says nothing of a thing."""


_WORD = re.compile("[\u4e00-\u9fff]{2}")


def turned_in(zh: str, article: str) -> Iterator[tuple[str, str]]:
    """Pairs of characters that the article has only with the opposite of one: 开工后 for its 开工前; and its own."""
    starts = frozenset(words_at(zh)) if not _OPPOSITES.keys().isdisjoint(zh) else ()
    for at, char in enumerate(zh) if starts else ():
        sides = [match for start in (at - 1, at) if start >= 0 and (match := _WORD.match(zh, start))]
        if char not in _OPPOSITES or any(match[0] in article for match in sides):
            continue
        for match in sides:
            its = match[0].replace(char, _OPPOSITES[char])
            if f"归{char}" in article:  # 还书, where it has 归还
                continue
            if match.start() in starts and match[0].replace(char, "") not in _VAGUE and its in article:
                yield match[0], its
                break


_LOOSE = frozenset("的上下")
"""Pairs with one of these are no words: 街面上的 has nothing of 对不上的."""
_LIMITERS = {
    "denied": re.compile("(?:不|没有?|未|无|尚未|别|勿|免|禁)$"),
    "limited": re.compile("(?:基本|初步|大致|大体|逐步|逐渐|几乎|部分|大多|多数|主要)$"),
}
_LIMITED = {
    "denied": re.compile("[不没未无非别勿免禁难尚否拒停缺失要]|何时|是否|多少"),
    "limited": re.compile("基本|初步|大[致体多半]|逐[步渐]|几乎|部分|多[数半]|主要|正在|[有一]些|有的|待|尚"),
}


def unlimited_in(clause: str, article: str) -> Iterator[tuple[str, str]]:
    """Words of a clause that the article has only behind a denial or a limit, and it with that: 插话 for its 不插话."""
    for at in range(len(clause) - 1):
        if not (match := _WORD.match(clause, at)) or not _LOOSE.isdisjoint(match[0]):
            continue
        first = article.find(match[0])
        for kind, limit in _LIMITERS.items() if first >= 0 else ():
            found = limit.search(article[max(0, first - 2) : first])
            if found and _always_behind(limit, match[0], article) and not _LIMITED[kind].search(clause):
                yield match[0], f"{found[0]}{match[0]}"


def _always_behind(limit: re.Pattern[str], word: str, article: str) -> bool:
    start = article.find(word)
    while start >= 0 and limit.search(article[max(0, start - 2) : start]):
        start = article.find(word, start + len(word))
    return start < 0
