"""What a value that does not fit was meant to be: the year, the day, the number or the word as the key takes it."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from bulletin.content.keyboard import half_width

_NUMBER = re.compile(r"(-?\d+(?:\.\d+)?)(万|亿)?(?:余|多)?[\u4e00-\u9fff%℃㎡]{0,4}")
_SCALE = {None: 1, "万": 10_000, "亿": 100_000_000}
_DATE = re.compile(r"(\d{4})(?:[年./-](?:(\d{1,2})(?:[月./-](?:(\d{1,2})[日号]?)?)?)?)?")
_TRUE = frozenset(["是", "对", "有", "真", "yes", "y", "on", "1"])
_FALSE = frozenset(["否", "不是", "不", "没有", "无", "假", "no", "n", "off", "0"])

_WORDS: dict[str, dict[str, frozenset[str]]] = {
    "status": {
        "achieved": frozenset(["已实现", "已完成", "完成", "已建成", "建成", "实现", "已办结", "已落实"]),
        "standing": frozenset(["现状", "现有", "现在", "目前"]),
        "under_way": frozenset(["在办", "进行中", "在建", "正在进行", "正在办理", "推进中"]),
        "expected": frozenset(["预计", "预期"]),
        "planned": frozenset(["计划", "拟", "规划", "计划中", "拟建"]),
        "applied_for": frozenset(["申请中", "申报中", "申请", "申报", "已申请", "已申报"]),
    },
    "level": {
        "national": frozenset(["国家级", "全国", "国家"]),
        "provincial": frozenset(["省级", "省", "全省"]),
        "municipal": frozenset(["市级", "市", "全市"]),
        "county": frozenset(["区级", "县级", "区县级", "区", "县"]),
    },
    "approx": {
        "over": frozenset(["超过", "多", "余", "略多", "以上"]),
        "nearly": frozenset(["近", "将近", "接近"]),
        "about": frozenset(["约", "大约", "左右"]),
        "at_least": frozenset(["不少于", "至少", "不低于"]),
        "at_most": frozenset(["不超过", "至多", "最多"]),
    },
}
"""What an office writes for them in Chinese."""


def chosen_word(key: str, given: object) -> str:
    """已完成, of a key that takes one word of a few: the word that says the same; empty where none does."""
    words = _WORDS.get(key, {}) if isinstance(given, str) else {}
    return next((word for word, said in words.items() if given in said), "")


def intended(name: str, given: object) -> str:
    """What to type instead, empty where nobody can tell. `name`: the message of the area `model` that refuses it."""
    if isinstance(given, (int, Decimal)) and not isinstance(given, bool):  # 2018.9 and 1 are numbers to YAML
        given = str(given) if name in ("model.truth", "model.date", "model.day") else None
    if not isinstance(given, str) or len(given) > 60:
        return ""
    plain = half_width(given)
    if name == "model.truth":
        return "true" if plain.lower() in _TRUE else "false" if plain.lower() in _FALSE else ""
    if name in ("model.date", "model.day"):
        return _date(plain)
    if name in ("model.number", "model.whole"):
        return _number(plain.replace(",", "").replace(" ", ""))
    return plain if plain != given and plain.isascii() else ""


def _date(plain: str) -> str:
    """2026年11月5日, 2026.11.5, 2026/11/5 → 2026-11-05; 2026年 → 2026. A day of no calendar is none."""
    if (found := _DATE.fullmatch(plain.replace(" ", ""))) is None:
        return ""
    year, month, day = found.groups()
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return ""
    return "-".join((year, *(part.zfill(2) for part in (month, day) if part)))


def _number(plain: str) -> str:
    """1.2万 → 12000, 3个 → 3, 25% → 25."""
    if (found := _NUMBER.fullmatch(plain)) is None:
        return ""
    number = Decimal(found[1]) * _SCALE[found[2]]
    return f"{number.normalize():f}" if found[2] else found[1]
