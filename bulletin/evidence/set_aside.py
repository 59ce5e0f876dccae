"""Digits that order or name: a session, a time of day, a telephone, a road, a page. No fact rests on them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bulletin.evidence.needed import needed
from bulletin.evidence.notation import MEASURE, Naming
from bulletin.evidence.number_words import DIGITS, WRITTEN

ORDER, GRADE = "counts an order, not an amount", "a grade"
MARK = "the mark of a list or a note"
DAY = "a day that is a name"
_W = f"[{WRITTEN}]{{1,6}}"
_N = rf"(?:[0-9]+|{_W})"
_SMALL = r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})"
_HOUR = r"(?<![0-9.十])(?:[01]?[0-9]|2[0-4]|[零一二两三四五六七八九]|十[一二]?)"
_MINUTE = r"(?:半|整|许|[0-5]?[0-9]分(?:[0-9]{1,2}秒)?|一刻)"
_DAYTIME = r"(?:上午|下午|早上|清晨|凌晨|中午|傍晚|晚上|夜里|深夜|早晨|当晚|次日|每晚)"
_TO = r"(?:[-—–~～至到]|——)"
_PART = r"[0-9]+(?:\.[0-9]+)?"
_YEAR = r"(?:19|20)[0-9]{2}"

_FORMS: tuple[tuple[Naming, str, str], ...] = (
    ("name", "an address", r"(?P<n>[A-Za-z0-9._%-]+@[A-Za-z0-9.-]+|(?:https?://|www\.)[!-~]+)"),
    (
        "name",
        "an address",
        rf"(?P<n>(?<![!-~])(?!{_YEAR}/[0-9]{{1,2}}/[0-9]{{1,2}}(?![/0-9]))(?:[0-9A-Za-z_.-]+/){{2,}}[0-9A-Za-z_.-]+)",
    ),
    ("name", MARK, r"[\[【](?P<n>[0-9]{1,3}(?:[,、—~-][0-9]{1,3})*)[\]】]"),
    ("name", "the number of a document", rf"[〔\[(【](?P<n>{_YEAR}[〕\])】]第?[0-9]+)号"),
    ("name", "a place in a book", rf"(?P<n>{_YEAR}(?:\([0-9]+\))?:[0-9]+(?:{_TO}[0-9]+)?)(?=[.。,;]|$)"),
    ("name", "the number of a standard", r"(?P<n>(?<![A-Z])[A-Z]{2,5}/?[A-Z]? ?[0-9]+(?:\.[0-9]+)?-[0-9]{2,4})"),
    (
        "name",
        "a telephone number",
        r"(?P<n>\+86[-0-9 ]{9,14}|\(0[0-9]{1,3}\)[0-9][0-9-]{5,8}[0-9]|(?<![0-9])0[0-9]{2,3}-[0-9]{7,8}(?:-[0-9]+)?"
        r"|(?<![0-9])[48]00-?[0-9]{3}-?[0-9]{4}(?![0-9])|(?<![0-9])1[3-9][0-9]{9}(?![0-9万亿元])"
        r"|(?<![0-9])(?:1[12][0-9]{1,3}|9[56][0-9]{3,4})(?=热线|急救|报警|平台|电话))",
    ),
    (
        "name",
        "a telephone number",
        r"(?:热线|电话|传真|手机|拨打|致电|分机|邮编|邮政编码|[Q微][Q信]群?|账号|标识码)[^\d\u4e00-\u9fff]{0,3}"
        r"(?P<n>[0-9-]*[0-9]{2,})(?![0-9.,余多万亿千百个次部人条件起项台%])",
    ),
    (
        "unreadable",
        "one number or two: a space divides it",  # thousands may be set off (GB/T 15835-2011, 5.1.1), or a column ends
        rf"(?P<n>(?<![0-9.,])(?<![0-9] )[0-9]{{1,3}}(?: [0-9]{{3}})+(?:[万亿]+|(?={MEASURE})))",
    ),
    ("unreadable", "below zero, said once for two", rf"零下{_PART}{_TO}(?P<n>{_PART})"),
    ("name", "a code", r"备(?P<n>[0-9]+号(?:-[0-9]+)?)"),
    (
        "name",
        "a code",
        r"(?P<n>(?<![0-9.,:+])0[0-9]{2,}(?![0-9.])|(?<![0-9.,])[0-9]{9,}"
        rf"(?![0-9.,十百千万亿余多]|{MEASURE}))",
    ),
    ("ratio", "", rf"(?:比|例|结构)[^0-9,。;]{{0,8}}(?P<n>{_PART}(?:[:∶]{_PART})+)"),
    ("name", "a time of day", rf"(?P<n>{_HOUR}:[0-5][0-9](?::[0-5][0-9])?)(?![0-9:.∶])"),
    ("ratio", "", rf"(?P<n>(?<![0-9.:]){_PART}(?:[:∶]{_PART})+)(?![0-9.]*[年月日])"),
    ("ratio", "", rf"(?P<n>(?<![0-9.第]){_PART}比{_PART}(?:比{_PART})*)(?![0-9.]*[年月日多余万亿%])"),
    ("ratio", "", rf"(?P<n>(?<![{WRITTEN}第])[{DIGITS}]比[{DIGITS}](?:比[{DIGITS}])*)(?![{WRITTEN}年月个])"),
    ("name", "round the clock", r"(?P<n>[0-9]+[×xX*][0-9]+)(?=小时)"),
    ("name", "a formula", r"(?P<n>(?<![0-9.])[0-9]{1,3}(?:\+(?:[0-9]{1,3}|[NnXx]))+)(?![0-9.])"),
    ("name", DAY, r"双(?P<n>1[12])"),
    (
        "name",
        "a decade or a century",
        rf"(?P<n>{_N}世纪(?:{_N}年代)?|(?<![0-9])(?:19|20)?[0-9]0年代|[一二三四五六七八九]十年代)",
    ),
    ("name", "a decade or a century", r"(?P<n>(?<![0-9])(?:[0156789]0|[789]5)后|[六七八九]零后)(?![退备勤来])"),
    ("name", "a year of another calendar", rf"(?:民国|公元前)(?P<n>{_N})年"),
    ("name", "a year of two digits", r"(?P<n>(?<![0-9.])0[0-9])年"),
    ("name", "a time of day", rf"(?P<n>{_HOUR}时{_MINUTE}?)(?![间代候速长效段期刻区]|[\u4e00-\u9fff]?间)"),
    ("name", "a time of day", rf"(?P<n>{_HOUR}点(?:半|整|钟|[0-5]?[0-9]分))|{_DAYTIME}(?P<m>{_HOUR}点{_MINUTE}?)"),
    (
        "name",
        "a time of day",
        r"(?P<n>(?<![0-9.])(?:1?[0-9]|2[0-4])点)(?![0-9]|[具几]?体?(?:要求|意见|建议|希望|体会|经验|措施|共识|做法|原因|问题))",
    ),
    ("name", "a version", r"(?P<n>(?<![0-9.])[0-9]{1,2}\.[0-9])版"),
    ("name", "a page", r"[一上]版(?P<n>[0-9]+)|(?P<m>[0-9]+)下一版"),
    (
        "ordinal",
        ORDER,
        rf"(?P<w>第(?P<n>{_N}))(?![{WRITTEN}0-9]|个?季度)(?:(?:{_TO}|、)(?P<m>{_N})(?=产业|页|名|位|条|批))?",
    ),
    ("ordinal", ORDER, rf"(?:届|人大|政协|代会|代表会|委员会)[^,。;]{{0,10}}?(?P<n>{_N})次(?=[^,。;]{{0,6}}会)"),
    ("ordinal", ORDER, rf"(?P<n>{_N})次全(?:会|体会)"),
    (
        "ordinal",
        ORDER,
        rf"(?<![下上这那同另])(?P<n>{_N})(?=届|中(?:全会|、[{DIGITS}]中)|、[{DIGITS}]中)|(?P<m>十[{DIGITS}]|二十)(?=大(?:[精报以和的、,。开召提来]|$))",
    ),
    ("ordinal", ORDER, rf"(?<![分下上这那同另])(?P<n>[{DIGITS.replace('两', '')}十])(?=期(?!间|限|末|待|望|盼))"),
    ("ordinal", ORDER, rf"(?<![目之以此当提年月日天面])前(?P<n>{_N})(?=[名位强列])|(?P<m>{_SMALL})年级"),
    ("ordinal", GRADE, rf"(?P<n>(?<![0-9.个])(?:[0-9]{{1,2}}|(?<![{WRITTEN}])[一二三四五六七八九十]))级"),
    (
        "name",
        "the number of a road",
        r"(?P<n>[0-9]{1,4})(?=[国省县乡]道)|(?:[国省县乡]道|台)(?P<m>[0-9]{1,4})(?=[线段改沿至,、。])",
    ),
    ("name", "the number of a road", r"(?P<n>[0-9]{1,3}路(?:[、和][0-9]{1,3}路)*)(?=公交|车)"),
    ("name", "a number that names", rf"(?P<n>(?<![月0-9-]){_N}(?:-[0-9]+)*)号(?![召称角])|(?P<m>[0-9]{{1,3}}#)"),
    ("name", MARK, r"[图表](?P<n>[0-9]{1,2})(?![0-9.月年日余多个张名人%])|附件(?P<m>[0-9]{1,2})"),
    ("name", MARK, rf"\((?P<n>{_SMALL})\)|(?P<m>[\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\u3220-\u3229\u3280-\u3289])"),
    ("name", MARK, rf"(?P<w>(?<![0-9.第A-Za-z])(?P<n>[0-9]{{1,2}})、)(?![{WRITTEN}0-9数几])"),
    ("unreadable", "a margin, which names no one value", r"(?P<n>±[0-9.]+[%‰]?)"),
)
_COMPILED = [(kind, why, "一" in pattern, needed(pattern), re.compile(pattern)) for kind, why, pattern in _FORMS]
"""With whether its number may be written in Chinese: most prose has no other digits; and what else must be there."""
_MARK = re.compile(
    rf"(?P<n>{_SMALL})(?:、(?![{WRITTEN}0-9])|、(?={_YEAR}年|[一二][〇○零九])|\.(?![0-9])|\.(?=1?[0-9]月[0-9]|{_YEAR}年))"
)
_LISTED = re.compile("[、和与][^0-9,。;、和与或]{1,12}$")
_ANY = re.compile(rf"[0-9{WRITTEN}\u2460-\u3289]")
_NUMBERED = re.compile(r"(?P<n>[0-9]{1,2})[.、)]")


@dataclass(frozen=True, slots=True)
class SetAside:
    """`span` is the whole, `digits` its number; a ratio is given part by part, each with the whole's span."""

    span: tuple[int, int]
    digits: tuple[int, int]
    kind: Naming
    why: str


def set_aside(text: str, lines: frozenset[int]) -> list[SetAside]:
    """Left to right, not overlapping; a form that stands earlier in the table wins. `lines` are beginnings of lines."""
    found, taken = list[SetAside](), bytearray(len(text))
    if not _ANY.search(text):
        return found
    for one in (*_formed(text), *_list_marks(text, lines)):
        if not any(taken[slice(*one.span)]):
            taken[slice(*one.span)] = b"\1" * (one.span[1] - one.span[0])
            found.append(one)
    return sorted(found, key=lambda one: one.span)


def _formed(text: str) -> Iterator[SetAside]:
    arabic, signs = re.search("[0-9]", text), frozenset(text)
    for kind, why, written, needs, pattern in _COMPILED:
        may_be = (arabic or written) and not (needs and needs.isdisjoint(signs))
        for match in pattern.finditer(text) if may_be else ():
            groups = match.groupdict()
            for name in ("n", "m"):
                if groups.get(name) and (kind != "name" or re.search(rf"[{WRITTEN}0-9\u2460-\u3289]", match[name])):
                    if why == GRADE and _LISTED.search(text, 0, match.start(name)):
                        continue  # 区、街道、社区三级 are three
                    whole = match.span("w") if name == "n" and groups.get("w") else match.span(name)
                    yield SetAside(whole, match.span(name), kind, why)


def _list_marks(text: str, lines: frozenset[int]) -> Iterator[SetAside]:
    """一、 1. 2、 where a line or a sentence begins; before a digit only as one of several in a row."""
    starts = sorted({0, *lines, *(match.end() for match in re.finditer("[。;:!?]", text))})
    numbered = {at: match for at in starts if at in lines and (match := _NUMBERED.match(text, at))}
    for at in starts:
        match = _MARK.match(text, at)
        if match is None and at in numbered and _follows(text, numbered, at):
            match = numbered[at]
        if match:
            yield SetAside(match.span(), match.span("n"), "name", MARK)


def _follows(text: str, numbered: dict[int, re.Match[str]], at: int) -> bool:
    """1.3个村: the mark 1. where a sentence ended before, and another line has 2.; a cut decimal has not."""
    ended = at == 0 or text[at - 1] in "。;:!?."
    here, others = int(numbered[at]["n"]), {int(match["n"]) for match in numbered.values()}
    return ended and here > 0 and (here == 1 or here - 1 in others) and bool({here - 1, here + 1} & others)
