"""Edits of a text that chance draws: of scalars, of nodes, of lines, of single characters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

import yaml
from hypothesis import strategies as st

Way = Literal["scalar", "word", "like", "node", "insert", "cut", "drop", "twice", "indent", "swap", "number", "refer"]
AWKWARD = [
    *[
        "",
        "~",
        "null",
        "true",
        "NO",
        "[]",
        "{}",
        "[[[[",
        "}",
        "- ",
        ": ",
        "? a",
        "&a 1",
        "*a",
        "!!int 1",
        "|",
        ">-",
        "#",
    ],
    *[
        "0",
        "-1",
        "-0",
        "1.0",
        "0.10",
        ".5",
        "5.",
        "1e400",
        "1_000",
        "0x1f",
        "010",
        "9" * 40,
        "9" * 5000,
        "nan",
        "-.inf",
    ],
    *[
        "²",
        "٣",
        "９",
        "１２",
        "½",
        "①",
        "Ⅷ",
        "〇",
        "两",
        "廿",
        "百",
        "千",
        "亿亿",
        "万万",
        "百分之",
        "第",
        "近百余",
        "零点五",
    ],
    *[
        "三四十",
        "十几",
        "数百",
        "1.2万余",
        "1,000,000",
        "1,00",
        "3-5",
        "3至",
        "-5%",
        "‰",
        "%",
        "5％",
        "2.5.1",
        "负3",
        "上千",
        "过半",
    ],
    *["2018-02-30", "2018-13", "--13", "0000", "9999-12-31", "2018 end", "2018 Q5", "{year: 2018}", "{since: 2018}"],
    *[
        "<",
        ">",
        "<>",
        "<parks",
        "<parks>",
        "<parks:>",
        "<parks:number>",
        "<parks:x:y>",
        "<nobody>",
        "< parks >",
        "<willow.parks>",
    ],
    *[
        "**",
        "***",
        "**a**b**",
        "_a_",
        "{{ 1 }}",
        "{% x %}",
        "{0}",
        "{zh}",
        "%s",
        "%(a)s",
        "\\",
        "\\1",
        "$1",
        "\x00",
        "\x1b[2J",
    ],
    *[
        "\u202e",
        "\u200b",
        "\ufeff",
        "\ud800",
        "\U0010ffff",
        "\u0301",
        "👍🏽",
        "⻋",
        "ﷺ",
        "İ",
        "ß",
        "\u2028",
        "\x85",
        "　",
        "，",
        "：",
        "；",
    ],
    *[
        "的" * 3000,
        "a" * 3000,
        "a b " * 1000,
        "(" * 300,
        "1" + "0" * 300,
        "zh",
        "en",
        "parks",
        "value",
        "of",
        "元",
        "平方米",
        "户",
        "%",
    ],
]
_SCALAR = re.compile(r"\d[\d.,]*")


@dataclass(frozen=True)
class Edit:
    """One change; the numbers choose a place and another one, modulo what there is."""

    way: Way
    at: int
    other: int
    word: str


WORDS = st.sampled_from(AWKWARD) | st.text(st.characters(), max_size=5) | st.integers(-10, 10**13).map(str)
EDITS = st.lists(
    st.builds(Edit, st.sampled_from(get_args(Way)), st.integers(0, 5000), st.integers(0, 5000), WORDS),
    min_size=1,
    max_size=4,
)


@dataclass(frozen=True)
class _Spot:
    key: str
    start: int
    end: int
    scalar: bool


def edited(text: str, edits: list[Edit]) -> str:
    """The text after the edits, one after the other."""
    for edit in edits:
        text = _edited(text, edit)
    return text


def _edited(text: str, edit: Edit) -> str:
    if edit.way in ("scalar", "word", "like", "node", "drop"):
        return _by_node(text, edit)
    if edit.way in ("insert", "cut"):
        at = edit.at * 7919 % (len(text) + 1)
        return text[:at] + edit.word + text[at:] if edit.way == "insert" else text[:at] + text[at + edit.other % 9 :]
    if edit.way in ("number", "refer"):
        spots = list((_SCALAR if edit.way == "number" else re.compile("<[^<>\n]*>")).finditer(text))
        if not spots:
            return text
        here, there = spots[edit.at % len(spots)], spots[edit.other % len(spots)]
        return text[: here.start()] + (edit.word if edit.other % 2 else there[0]) + text[here.end() :]
    return _by_line(text, edit)


def _by_line(text: str, edit: Edit) -> str:
    lines = text.split("\n")
    here, there = edit.at % len(lines), edit.other % len(lines)
    if edit.way == "twice":
        lines.insert(there, lines[here])
    elif edit.way == "indent":
        lines[here] = "  " + lines[here] if edit.other % 2 else lines[here].removeprefix("  ")
    else:
        lines[here], lines[there] = lines[there], lines[here]
    return "\n".join(lines)


def _by_node(text: str, edit: Edit) -> str:
    """Grammar is kept for the most part: a scalar becomes another, a node gives way to one that stands elsewhere."""
    spots = _spots(text)
    wanted = [one for one in spots if one.scalar] if edit.way != "node" and edit.way != "drop" else [*spots]
    if not wanted:
        return text
    here = wanted[edit.at % len(wanted)]
    others = [one for one in wanted if one.key == here.key] if edit.way == "like" else wanted
    there = others[edit.other % len(others)]
    old = text[here.start : here.end]
    if edit.way == "word":  # a word inside the scalar, wherever
        at = edit.other % (len(old) + 1)
        new = old[:at] + edit.word + old[at:]
    else:
        new = {"scalar": edit.word, "drop": ""}.get(edit.way, text[there.start : there.end].rstrip("\n"))
    return text[: here.start] + new + text[here.end :]


@cache
def _spots(text: str) -> tuple[_Spot, ...]:
    try:
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, ValueError, RecursionError, UnicodeError):
        return ()
    found: list[_Spot] = []
    _walk(root, "", found)
    return tuple(found)


def _walk(node: yaml.Node | None, key: str, found: list[_Spot]) -> None:
    if node is None:
        return
    found.append(_Spot(key, node.start_mark.index, node.end_mark.index, isinstance(node, yaml.ScalarNode)))
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            _walk(name, "", found)
            _walk(value, str(name.value), found)
    elif isinstance(node, yaml.SequenceNode):
        for one in node.value:
            _walk(one, key, found)
