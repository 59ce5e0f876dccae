"""Lies in the words around a number: verbs, scope, order, names, approximation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from bulletin.content.prose import references
from bulletin.content.yaml_text import Path
from tests.evidence.plant import Lie, Sheet, kind
from tests.evidence.plant_facts import MEASURES, unit_of

VERBS = (
    (r"\bbuilt\b", "demolished"), (r"\bunder way\b", "finished"), (r"\bfinished\b", "planned"),
    (r"\bapplied for\b", "received"), (r"\bis to be\b", "is"), (r"\bis to run\b", "runs"), (r"\bplanted\b", "cut down"),
    (r"\bfound\b", "fixed"), (r"\bincreased\b|\badded\b|\bgained\b", "reduced"), (r"\bopened\b|\bopens\b", "closed"),
    (r"\bremoved\b|\bdemolished\b|\brazed\b|\btaken down\b", "built"), (r"\bbegun\b|\bbegins\b|\bbegan\b", "ended"),
    (r"\bbought\b", "sold"), (r"\bhired\b", "dismissed"), (r"\bdelivered\b", "ordered"), (r"\bplanned\b", "finished"),
    (r"\bcompleted?\b", "planned"), (r"\bgrew\b", "shrank"), (r"\bspent\b", "saved"), (r"\bmoved back\b", "moved out"),
    (r"\bcleared\b", "dirtied"), (r"\bqualify\b", "do not qualify"), (r"\bfixed\b", "found"),
    (r"\bexpected\b", "reached"),
)  # fmt: skip
ZH_VERBS = (
    ("新建", "拆除"), ("正在施工|在施工|在建", "已完工"), ("申请(?=中央|资金)", "获得"), ("将(?=投入)", "已"),
    ("计划(?=用|改造|建)", "已经"), ("拆除(?!重建)", "新建"), ("新增|增加|增设", "减少"), ("增长", "下降"),
    ("完成|完工", "放弃"), ("启动", "停止"), ("开业", "停业"), ("招聘|聘用", "辞退"), ("种植", "砍伐"),
    ("新购|添", "出售"),
    ("预计", "已经"), ("建成", "拆除"), ("回迁", "搬离"), ("交付", "订购"), ("收容", "放走"), ("立即整改", "尚待整改"),
)  # fmt: skip
OFTEN = (
    (r"\bdaily\b", "monthly"), (r"\bweekly\b", "daily"), (r"\bmonthly\b", "yearly"), (r"\bquarterly\b", "weekly"),
    (r"\ba day\b", "a year"), (r"\ba week\b", "a month"), (r"\b[Ee]very day\b", "every month"),
    (r"\beach week\b", "in all"),
    (r"(?<!make )(?<!makes )\bup (?=<)", "down "), (r"\bby (?=<)", "to "), (r"\bin all\b", "a year"),
    (r"\bin total\b", "each year"),
    (r"\bso far\b", "each year"), (r"\b[Tt]his year\b", "last year"), (r"\bfirst half\b", "second half"),
    (r"\bJanuary to September\b", "January to June"), (r"\bSince (?=<)", "Before "), (r"\bat once\b", "later"),
    (r"\bgrew by a factor\b", "fell by a factor"), (r"\bof the total\b", "of the rest"),
    (r"\ban? (?=<\w+> a)", "every "), (r"\byear-on-year\b", "month-on-month"), (r"\bper-capita\b", "total"),
)  # fmt: skip
FRAMES = (  # what a number is said to be in, in both languages
    ("平方米", "亩", "[Ss]quare meters", "mu"), ("上半年", "下半年", "first half", "second half"),
    ("前三季度", "上半年", "January to September", "January to June"), ("今年以来", "去年", "This year", "Last year"),
    ("截至成文", "截至上年底", "[Tt]o the time of writing", "to the end of the year before"),
    ("今年", "去年", "this year", "last year"), ("每周", "每月", "(?:each|a) week", "a month"),
    ("每天", "每月", "a day|every day", "a month"), ("每月", "每年", "monthly", "yearly"),
    ("累计", "每年", "[Tt]otals?", "a year"), ("年底", "年初", "end of the year", "start of the year"),
)  # fmt: skip
SCOPES = (
    ("全市|全城", "全省", "citywide", "provincewide"),
    ("全市", "全省", r"\bthe whole city\b", "the whole province"),
    ("全区|从全区", "全市", r"\bthe district\b|Whole district", "the city"),
    ("区(?=执法|人力|部门)", "省", r"\bdistrict\b(?! office)", "province"),
    ("市级", "省级", r"\bcity’s\b", "province’s"),
    ("巩义", "郑州", "Gongyi", "Zhengzhou"),
    ("中原区", "二七区", "Zhongyuan District", "Erqi District"),
    ("全市|全区", "全国", r"\bGongyi’s\b", "China’s"),
    ("街道(?=GDP|财政)|街道(?=共有)", "全市", r"\b[Tt]he subdistrict(?=’s (?:GDP|fiscal)| has <)", "the city"),
    ("辖区", "全市", r"\bin the subdistrict\b", "in the city"),
    ("辖区", "全市", r"\bof the subdistrict\b", "of the city"),
    ("市外", "省外", "outside the city", "outside the province"),
)
NOT_SAID = re.compile(r"\b(?:not|never|no|neither|nor|whether|how many|may|if|when)\b", re.IGNORECASE)
NOT_SAID_ZH = re.compile("[未没不]|是否|多少|尚")


def turned(written: str, pattern: str, new: str, unless: re.Pattern[str] | None = None) -> Iterator[str]:
    """The text with the first match turned, outside a reference and a sentence that says that something is not said."""
    for match in re.finditer(pattern, written):
        start = max(written.rfind(mark, 0, match.start()) for mark in ".;。；") + 1
        ends = [at for mark in ".;。；" if (at := written.find(mark, match.end())) >= 0]
        sentence = written[start : min(ends, default=len(written))]
        in_ref = written.rfind("<", 0, match.start()) > written.rfind(">", 0, match.start())
        if not in_ref and not (unless and unless.search(sentence)):
            word = match.expand(new)
            word = word[0].upper() + word[1:] if match[0][:1].isupper() else word
            yield written[: match.start()] + word + written[match.end() :]
            return


def texts(sheet: Sheet) -> Iterator[tuple[Path, str, str]]:
    """What the article says; headlines, names of rows and what is said about the article are something else."""
    for path, zh, en in sheet.texts:
        if path[0] not in ("source", "rows", "notes", "dated", "place", "within") and path[:2] != ("tracker", "note"):
            yield path, zh, en


def in_text(sheet: Sheet, path: Path, **new: str) -> Lie:
    edits = {(*path, key): value for key, value in new.items()}
    return sheet.lie(f"{'.'.join(map(str, path))}: {' | '.join(new.values())}", edits, whole(path))


def whole(path: Path) -> Path:
    """The part that a text belongs to: the fact or project, the plate of a line, the figure of a label; or itself."""
    if path[0] in ("facts", "projects"):
        return path[:2]
    return path[:-1] if path[-1] in ("label", "line", "rest") else path


def _in_english(sheet: Sheet, table: tuple[tuple[str, str], ...]) -> Iterator[Lie]:
    for path, _, en in texts(sheet):
        for pattern, new in table:
            yield from (in_text(sheet, path, en=changed) for changed in turned(en, pattern, new, NOT_SAID))


@kind("an English verb turned")
def _(sheet: Sheet) -> Iterator[Lie]:
    yield from _in_english(sheet, VERBS)


@kind("a Chinese verb turned")
def _(sheet: Sheet) -> Iterator[Lie]:
    for path, zh, _ in texts(sheet):
        for pattern, new in ZH_VERBS:
            yield from (in_text(sheet, path, zh=changed) for changed in turned(zh, pattern, new, NOT_SAID_ZH))


@kind("how often, which way, of what: another English word")
def _(sheet: Sheet) -> Iterator[Lie]:
    yield from _in_english(sheet, OFTEN)


@kind("a unit or period in a text, both languages")
def _(sheet: Sheet) -> Iterator[Lie]:
    for path, zh, en in texts(sheet):
        for zh_is, zh_new, en_is, en_new in FRAMES:
            pairs = zip(turned(zh, zh_is, zh_new), turned(en, en_is, en_new), strict=False)
            yield from (in_text(sheet, path, zh=a, en=b) for a, b in pairs)


@kind("another scope: city, province, district")
def _(sheet: Sheet) -> Iterator[Lie]:
    for path, zh, en in texts(sheet):
        for zh_is, zh_new, en_is, en_new in SCOPES:
            for a, b in zip(turned(zh, zh_is, zh_new), turned(en, en_is, en_new), strict=False):
                yield in_text(sheet, path, en=b)
                yield in_text(sheet, path, zh=a)
                yield in_text(sheet, path, zh=a, en=b)


def _swaps(sheet: Sheet) -> Iterator[tuple[Path, str, str, str, str]]:
    """Two references of a text that make it false when exchanged: of one noun, or without one; not two of a list."""
    for path, zh, en in sheet.texts:
        refs = [ref for ref in references(en) if path[0] != "dated"]
        for a, b in combinations(refs, 2):
            one, other = sheet.fact(a.id), sheet.fact(b.id)
            key = "date" if "date" in one else "value"
            like = one.get("unit") == other.get("unit") or "full" not in (a.form, b.form)
            between = re.sub("<[^>]*>", "", en[a.start + len(a.source) : b.start])
            listed = re.fullmatch(r"(?:\s|,|;|and|or|of|to)*", between)
            if like and not listed and key in other and one.get(key) not in (other.get(key), None):
                yield path, zh, en, a.id, b.id


def exchanged(written: str, a: str, b: str) -> str:
    return re.sub(rf"(?<=<)({re.escape(a)}|{re.escape(b)})(?=[>:])", lambda m: b if m[0] == a else a, written)


@kind("two references exchanged in English")
def _(sheet: Sheet) -> Iterator[Lie]:
    yield from (in_text(sheet, path, en=exchanged(en, a, b)) for path, _, en, a, b in _swaps(sheet))


@kind("two references exchanged in both languages")
def _(sheet: Sheet) -> Iterator[Lie]:
    for path, zh, en, a, b in _swaps(sheet):
        yield in_text(sheet, path, zh=exchanged(zh, a, b), en=exchanged(en, a, b))


@kind("approximation or unit lost in English")
def _(sheet: Sheet) -> Iterator[Lie]:
    for path, _, en in sheet.texts:
        for ref in references(en):
            fact = sheet.fact(ref.id)
            bare = en.replace(ref.source, f"<{ref.id}:value>", 1)
            if fact.get("approx") in ("over", "nearly") and ref.form != "value":
                yield in_text(sheet, path, en=bare)
            if ref.form == "full" and unit_of(fact) in MEASURES:
                yield in_text(sheet, path, en=en.replace(ref.source, f"<{ref.id}:number>", 1))


def _names(sheet: Sheet, zh: str, en: str) -> Iterator[str]:
    """The English of the glossary's names that stand in both languages of a text."""
    for term in sheet.terms:
        forms = [term["en"], *term.get("also", [])]
        if term.get("kind") == "name" and any(form in zh for form in (term["zh"], *term.get("zh_also", []))):
            yield from [form for form in sorted(forms, key=len, reverse=True) if form in en][:1]


@kind("two names exchanged in English")
def _(sheet: Sheet) -> Iterator[Lie]:
    for path, zh, en in texts(sheet):
        names = sorted(set(_names(sheet, zh, en)))
        small = "|".join([*map(re.escape, names), r"\b(?:and|of|the|in|at|for|s)\b"])
        for a, b in combinations(names, 2):
            first, last = sorted((a, b), key=en.find)
            between = en[en.find(first) + len(first) : en.find(last)]
            if a not in b and b not in a and re.search("[a-z]{2}", re.sub(small, "", between)):  # not two of a list
                new = re.sub(f"{re.escape(a)}|{re.escape(b)}", lambda m, a=a, b=b: b if m[0] == a else a, en)
                yield in_text(sheet, path, en=new)


@kind("another name in English")
def _(sheet: Sheet) -> Iterator[Lie]:
    names = [term["en"] for term in sheet.terms if term.get("kind") == "name"]
    for i, (path, zh, en) in enumerate(texts(sheet)):
        for name in _names(sheet, zh, en):
            other = next(new for new in names[i % len(names) :] + names if new not in en and new not in name)
            yield in_text(sheet, path, en=en.replace(name, other))
