"""A clause that is the article's but for one word, and the word says another thing: 撤销 for 成立, 舍得 for 舍不得.

Where what stands on either side of a word stands in the article around another word, or around none, the two are held
against each other: of two sides of an opposition, of two members of a family, of two extents or times only one is so;
a denial that is lost or new turns what is said, and a limit that is lost makes more of it.
"""

# ruff: noqa: E501 - a row of a table is one line

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from bulletin.evidence.parity_words import opposites_of

_AROUND, _MOST, _NEAR = 4, 4, 8
"""Characters on both sides that must be the same; of the word; and how far away a word has only moved."""
_DENIAL = re.compile("[不没未无非]")
_DENIALS = re.compile("不|没|没有|未|尚未|并未|无|[不未没]能|不[会得许可用再准要愿必]|不可以")
_ASKS = re.compile(r"何时|是否|多少|怎么|什么|([\u4e00-\u9fff])不\1")
_LIMITS = re.compile("基本|大体|大致|初步|几乎|部分|主要|大多数?|多数|逐步|逐渐|有望|最多|至多")
_ENDS = tuple(",。;:!?")
SERIES = [
    {word: at for at, words in enumerate(row.split(" / ")) for word in words.split("|")}
    for row in """
全部|全都|全体|全|都|均|所有|每|各|一律 / 大多|大多数|多|主要|普遍 / 部分|有的|一些|个别|少数 / 大家|人人 / 基本|大体|初步 / 逐步|逐渐 / 只|仅|只有 / 不只|不仅
前|以前|之前 / 后|以后|之后 / 期间
今年 / 去年|上年 / 明年|来年|次年
每天|每日|天天 / 每周|每星期 / 每月|每个月 / 每季度|每季 / 每半年 / 每年
早|早上|上午|清早 / 晚|晚上|夜里 / 下午
白天 / 夜里|夜间|晚上
春|春天 / 夏|夏天 / 秋|秋天 / 冬|冬天
首|第一 / 末|最后
周一 / 周二 / 周三 / 周四 / 周五 / 周六 / 周日 / 周末
计划|拟|将|打算|预计|力争|准备|谋划 / 正在|在|正 / 已|已经|早已
完成|建成|完工|竣工 / 启动|开工|开建|动工 / 在建|在施工|正在
成立|组建|设立|建立 / 撤销|解散|取消
修|修补|翻修|维修|改造|修建|新建 / 拆|拆除
买|购 / 卖|售 / 租
开放|开通|开业|开诊|开园 / 关闭|停业|停用
回迁|搬回|迁回 / 搬离|搬走|迁出|搬出
居民|群众|村民|住户|业主|市民|老百姓|邻里|邻居|各家|家家|街坊|乡亲 / 企业|公司|厂家|开发商|集团 / 学校|校方 / 党员 / 干部|领导|书记 / 志愿者|义工 / 民警|公安|警察|派出所|交警 / 专家 / 律师 / 医生|护士 / 老师|教师 / 学生|孩子|儿童|少年 / 老人|老年人 / 商户|店家|商家|店主|摊主 / 农民|农户 / 工人|职工 / 网格员 / 物业 / 街道|办事处|街道办 / 市里|市政府 / 区里|区政府
公园|游园|绿地 / 停车场|车位 / 道路|马路 / 河道|河流 / 学校 / 医院 / 市场 / 厂房
楼梯 / 电梯
老年|老人 / 青年|年轻人 / 少年|儿童|孩子|少儿
垃圾 / 积雪
退休 / 在职
主体 / 附属
工业 / 农业 / 商业 / 林业
运行|运营|维护 / 建设
大学生 / 中学生 / 小学生
船 / 车
中部 / 东部 / 西部 / 南部 / 北部
顶楼|顶层 / 底楼|一楼|底层|首层
几天|数天 / 几周|数周 / 几个月|数月 / 几年|数年
往年|历年 / 去年|上年 / 今年 / 明年
院里|院内|院子 / 路边|路旁|街边|街头 / 屋里|屋内|室内 / 楼上 / 楼下
偏 / 极|非常|十分
引入|引进|输入|调入 / 输出|送出|调出
""".strip().splitlines()
]
"""A series is a line; what stands between strokes says the same."""


@lru_cache(maxsize=32)
def _index(text: str) -> Mapping[str, list[int]]:
    """Where two characters stand in an article."""
    found = defaultdict[str, list[int]](list)
    for at in range(len(text) - 1):
        found[text[at : at + 2]].append(at)
    return found


def altered(clause: str, text: str) -> Iterator[tuple[str, str]]:
    """Words of a clause, with what stands around them, and what the article has there."""
    for first in () if _ASKS.search(clause) else range(len(clause) + 1):
        for stop in range(first, min(first + _MOST, len(clause)) + 1):
            left, word, right = _cut(clause, first, stop)
            if len(left + right) < _AROUND or re.search(r"\W", left + word + right) or left + word + right in text:
                continue
            there = [(at, other) for at, other in _between(left, right, text) if _says_another(word, other)]
            for at, other in there[:1]:
                near = clause[max(0, first - _NEAR) : first], clause[stop : stop + _NEAR]
                beside = text[max(0, at - _NEAR) : at], text[at + len(other) : at + len(other) + _NEAR]
                whole = (left and right) or len(word) == len(other)
                if word and clause[max(0, first - 1) : stop + 1] in text[at : at + 2 * _NEAR]:
                    continue  # 能找到…的, and 找不到的
                if whole and not (_has_moved(other, near) or _has_moved(word, beside)):
                    yield left + word + right, f"{beside[0]}{other}{beside[1]}"
                    return


def _cut(clause: str, first: int, stop: int) -> tuple[str, str, str]:
    """A word, and as much on either side as tells where it stands."""
    left = clause[max(0, first - 2) : first]
    right = clause[stop : stop + _AROUND - len(left)]
    return clause[max(0, first - _AROUND + len(right)) : first], clause[first:stop], right


def _between(left: str, right: str, text: str) -> Iterator[tuple[int, str]]:
    """What the article has between the two, and where; in one clause."""
    if len(left) > 1:
        for at in _index(text).get(left[-2:], ()):
            start = at + 2
            if text.endswith(left, 0, start):
                for stop in range(start, start + _MOST + 1):
                    if text.startswith(right or _ENDS, stop):
                        yield start, text[start:stop]
    else:
        for stop in _index(text).get(right[:2], ()):
            if text.startswith(right, stop):
                for start in range(stop, stop - _MOST - 1, -1):
                    if start >= 0 and text.endswith(left, 0, start):
                        yield start, text[start:stop]


@cache
def _says_another(word: str, other: str) -> bool:
    """Of two words in one place: does the one deny, limit or turn what the other says?"""
    if word == other or re.search(r"\W|不[少断同足]", f"{word}{other}"):
        return False
    if any(word in row and other in row and row[word] != row[other] for row in SERIES):
        return True
    if not word or not other:
        return bool(_DENIALS.fullmatch(word or other) or (_LIMITS.fullmatch(other)))
    if word[0] == other[0] or word[-1] == other[-1]:
        return False
    if _DENIALS.fullmatch(word) or _DENIALS.fullmatch(other):
        return bool(_DENIAL.match(word)) != bool(_DENIAL.match(other))
    return any(
        len(found) >= len(word) - 1 and there[0].found(other) and not one[0].found(other) and not there[0].found(word)
        for found, _, one, there in opposites_of(word)
    )


def _has_moved(word: str, beside: tuple[str, str]) -> bool:
    """Does it stand a little way off?"""
    sign = _DENIAL.search(word)
    return bool(word) and any((sign[0] if sign else word) in side for side in beside)
