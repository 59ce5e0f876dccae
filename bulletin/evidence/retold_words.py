"""Words of clauses that say how far, how much, when; and those that say nothing of the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from bulletin.evidence.how_far import FUTURE, words_of

OURS = re.compile(
    "编者|文中|原文|报道(?!$)|文章|图片说明|图注|见说明|何时|是否|多少|哪[一些几个]|什么|有几|其余|不等于|本期|本刊"
)
"""Clauses in which the editors speak, or ask."""
LOOSE = re.compile(
    "以及|其中|分别|进行|开展|并且|同时|此外|另外|还有|街道|辖区|之[际时前后]|[的了和之与及等并也还把被为都又各由从到对这其以在使让]"
)
"""Words that stand anywhere."""

_DONE = "完成|建成|竣工|完工|办结|办完|完毕|落成|实现|结束|建好|到位"
_AIMS = "加大|加快|推进|深化|探索|努力|着力|全力|积极|力争|谋划"
_ON_WAY = "改善|推行|落实|力度|做大做强|不断|创建|打造|逐步|逐渐|开始"
_IN_HAND = re.compile("在(?:办|推进|施工|建(?!筑|设用))|(?:施工|办理|推进|进行)中|正在(?!谋划|筹|酝酿|计划)")
_AHEAD = re.compile("待(?=[建改开])|有待|筹[备建]")
_STRONG, _AIM, _GOES = re.compile(_DONE), re.compile(_AIMS), re.compile(f"{_AIMS}|{_ON_WAY}")


@dataclass(frozen=True, slots=True)
class Stages:
    """How far a stretch says that something has come."""

    kinds: frozenset[str]
    word: str
    strong: bool
    aims: str
    goes_on: bool

    @property
    def telling(self) -> frozenset[str]:
        return self.kinds - {"acted"}

    def to_come(self) -> Stages:
        """Where the first clause of the sentence says so of all: unless it tells of what is done."""
        return self if "done" in self.kinds else replace(self, kinds=self.kinds | {"planned"})

    def against(self, there: Stages, sentence: Stages) -> bool:
        """Does it say another thing than the article's clause, in its sentence?"""
        here, said = self.telling, there.telling or (sentence.kinds & {"planned"})
        if "done" in here and self.strong and said == {"part"} and "part" not in here:
            return True  # 设计 is not yet 建成
        if here & said or (said and here | said <= {"done", "part"}):
            return False
        if here & {"done", "part"}:
            aims = bool(there.aims) and there.aims != self.aims
            return bool(said) or (self.strong and there.goes_on) or (aims and "done" in here)
        if "planned" in here:
            return bool(said) or (bool(there.kinds) and not there.aims)
        return bool(said) and not there.goes_on


_NAMES = {"under_way": "going", "begun": "going", "achieved": "done", "part": "part", "acted": "acted"}


@lru_cache(maxsize=4096)
def stages_of(text: str) -> Stages:
    """Of a clause of a text, or of the article."""
    kinds, word = set[str](), ""
    words = words_of(text)
    for kind, found in words.items():
        if kind in ("once", "aim", "habit") or (kind == "coming" and "once" in words):
            continue  # 建成后 says when, and 将 behind it what it then is; 要建 is a wish
        if name := _NAMES.get(kind, "planned" if kind in FUTURE or kind == "applied_for" else ""):
            kinds.add(name)
            word = word if word and name == "acted" else found.text
    for name, pattern in (("going", _IN_HAND), ("planned", _AHEAD)):
        if match := pattern.search(text):
            kinds.add(name)
            kinds -= {"done"} if name == "planned" else set()
            word = match[0]
    aim, strong = _AIM.search(text), bool(_STRONG.search(text))
    return Stages(frozenset(kinds), word, strong, aim[0] if aim else "", bool(_GOES.search(text)))


@dataclass(frozen=True)
class Series:
    """Words of which one says another thing than the other; `also`: what bears one out beside itself."""

    words: Mapping[str, re.Pattern[str]]
    also: Mapping[str, str]
    exclusive: bool
    """Where the article says another, is this one wrong? Else where it says none that bears it out."""

    def named(self, text: str) -> dict[str, str]:
        """The members that a stretch has, each with its word."""
        return {name: match[0] for name, pattern in self.words.items() if (match := pattern.search(text))}

    def against(self, text: str, there: str, around: str) -> Iterator[str]:
        """Words of a text of which the article has another there; `around`: with the clauses beside."""
        here = self.named(text)
        said, near = (self.named(there), self.named(around)) if here else ({}, {})
        for name, word in here.items():
            also = {name, *self.also.get(name, "").split()}
            if self.exclusive and not near.keys() & also and said.keys() - here.keys():
                yield word
            if not self.exclusive and self._exceeds(name, here, said, near):
                yield word

    def _exceeds(self, name: str, here: Mapping[str, str], said: Mapping[str, str], near: Mapping[str, str]) -> bool:
        """All, where the article limits it; a limit or a highest degree where it has none."""
        if name == "all":
            limited = bool(said.keys() & _LIMITED) and not here.keys() & _LIMITED
            return limited or (here["all"] in _EVERY and not near.keys() & {"all", "each"})
        if name in _LIMITED:
            return not near.keys() & {*_LIMITED, "slowly"}
        return name == "most" and "most" not in near


_LIMITED = frozenset({"nearly", "some", "first"})
_EVERY = ("所有", "一律", "完全")


def _patterns(rows: Mapping[str, str]) -> dict[str, re.Pattern[str]]:
    return {name: re.compile(words) for name, words in rows.items()}


EXTENTS = Series(
    _patterns(
        {
            "all": "全是|全部|完全|全面|所有|彻底|一律|全都",
            "nearly": "基本(?!上?公共|农)|大体|大致|几乎",
            "some": "部分|局部|个别|少数|少量|一些|有的|若干",
            "first": "初步",
            "slowly": "逐步|逐渐|日趋|不断|其中",
            "each": "都(?!市)|(?<!人|平)均|每|各(?![项类种])|逐(?!步|渐)|全(?=覆盖|程|天|员)|100%",
            "most": "最(?!后|终|近|初|美)",
        }
    ),
    {},
    exclusive=False,
)
TIMES = Series(
    _patterns(
        {
            "regularly": "定期|定时|常态化|经常",
            "now": "目前|今年",
            "last": "去年|上年",
            "start": "年初",
            "middle": "年中",
            "end": "年底|年终|年末",
            "spring": "春节",
            "national": "国庆",
            "autumn": "中秋",
            "night": "夜间|晚上",
            "month": "当月",
            "next month": "次月",
            "year": "当年",
            "next year": "次年",
            "day": "当天",
            "always": "不间断|全天|24小时",
        }
    ),
    {"spring": "national autumn", "national": "spring autumn", "now": "year", "always": "regularly", "end": "now last"},
    exclusive=True,
)
CLAIMS = re.compile(
    "|".join(
        [
            "已经|正在|计划|筹备|筹建|有待|开始|启动|将(?=[^军])|在办|在建|施工中|加大|力度|完毕",
            _DONE,
            *(pattern.pattern for pattern in (*EXTENTS.words.values(), *TIMES.words.values())),
            "没有|尚未|未|不(?!断|间断|同)|已|拟|正(?=加快|推进|在|通过)|待(?=[建改开])|无须|无需",
        ]
    )
)
"""What does not say where to look."""
BEFORE = re.compile("先(?P<first>[^再;。；，,]{2,}+)[,，]?再(?P<then>[^;。；，,]{2,})")
"""What comes before what, in a text and in an article."""
CAUSE = re.compile(
    "^(?:为(?!主|期|[以例止首])|因(?!地|素)|使|由于|由此|受.*影响|目标是|用来|以便|从而|导致|针对)|迎接|因此|为此|使得|增加.{0,4}收入"
)
ACTORS = re.compile(
    "律师|专家|志愿者|商户|居民|群众|党员|社区|干部|网格员?|书记|[区市省]委|环卫|公安|消防|商会|协会|医院|医生|保洁员|学生|老师|企业"
)
IDLE = re.compile("一步|多$|[上下起出进回过]来|一会|[不没未]|^街道")
"""Runs that name nobody and nothing."""
