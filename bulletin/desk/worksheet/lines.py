"""A worksheet as the lines of a content file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping

from bulletin.content.measures import MEASURES
from bulletin.desk.worksheet.chosen import LEAST, is_personal
from bulletin.desk.worksheet.facts import FactStub
from bulletin.desk.worksheet.quotes import Quote
from bulletin.desk.worksheet.sheet import Worksheet
from bulletin.desk.worksheet.stories import Proposed
from bulletin.desk.worksheet.units import UnitGuess
from bulletin.desk.worksheet.wording import TODO, Wording, wide
from bulletin.messages import say

_PLAIN = re.compile(r"[A-Za-z\u4e00-\u9fff][A-Za-z0-9\u4e00-\u9fff“”‘’，。、；：？！（）《》 ;.%·’/+-]*")
_WORDS = {"null", "true", "false", "~"}
_GUESSED = "  # guessed"
_ANY = "livelihood"
_TERMS = 8
"""Terms that are proposed to be explained."""
_SPOKEN = 2
"""Pull quotes that are proposed for a story."""
_FEWEST, _ROWS = 3, 5
"""Figures of which a list is proposed."""
_REBUILT = ["改造"]
"""What alone tells no theme: a market is rebuilt, too, and old compounds are not spoken of."""
Themes = Mapping[str, Iterable[str]]
"""The words that tell a theme, by its name."""
_HEADING = 4
"""How many times over a heading tells the theme, beside the text."""

_HEAD = """\
# {name}: 由 generate.py new 从原文生成的工作稿。 A worksheet that generate.py new made from the article.
#
# 怎么做（详见 docs/curating.md）：
#   1. 逐条填写 TODO；标“guessed”的是程序猜的，核对后删去注释。
#   2. 给要用的事实取个名字（n07 → hazards_found）；不用的事实移到 left_out，写明理由。
#   3. 写正文：数字一律写成引用，如 <n07>；再选图表；版面由程序排。
#   4. python3 generate.py check {name}，直到没有问题；然后 python3 generate.py {name}。
#
# What to do (docs/curating.md tells more):
#   1. Fill in each TODO; what is marked "guessed" is a guess: check it, then delete the remark.
#   2. Give the facts that you use a name (n07 → hazards_found); move the others to left_out, and say why.
#   3. Write the prose: numbers are references, such as <n07>; then choose plates; the pages lay themselves out.
#   4. python3 generate.py check {name} until nothing is left; then python3 generate.py {name}.
"""

_ISSUE = """\
# 出成一期的，去掉 # 填写：期号、总期号、印发日期。 As an issue: its number, serial number, date of printing.
# issue: {number: 1, total: 1, printed: "2026-01-31"}"""

_TRACKER = """\
# 要进项目表的，删去 tracked: false，写上各栏；另加 tracker: {title: {zh, en}}。
# For a row of the tracker, delete tracked: false and give its cells; add tracker: {title: {zh, en}}."""


def written(name: str, article: str, sheet: Worksheet, themes: Themes, accent: str) -> str:
    """The whole file."""
    printed, large = _printed(sheet), {one.id for one in sheet.figures}
    facts = [fact_lines(id, fact, id in printed, labelled=id in large) for id, fact in sheet.facts.items()]
    parts = (
        _HEAD.format(name=name).rstrip("\n").split("\n"),
        _top(name, article, sheet, accent),
        ["facts:", *(line for lines in facts for line in lines)],
        _figures(sheet),
        _stories(sheet, themes),
        _projects(sheet),
        _honours(sheet),
        _terms(sheet),
        _notes(sheet),
        _left_out(sheet),
    )
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def scalar(text: str) -> str:
    """The text as YAML reads it back, also within a flow map."""
    plain = _PLAIN.fullmatch(text) and text not in _WORDS and text == text.strip() and ": " not in text
    return text if plain else json.dumps(text, ensure_ascii=False)


def _top(name: str, article: str, sheet: Worksheet, accent: str) -> list[str]:
    top = sheet.heading
    lines = [f"name: {name}", *_both("place", top.place), *_both("within", top.within)]
    lines += [
        f"accent: {accent}",
        *_ISSUE.split("\n"),
        f"article: {scalar(article)}",
        "dated:",
        f'  value: "{top.dated}"{_GUESSED}',
    ]
    lines += [f"  stated: {str(top.stated).lower()}{_GUESSED}"]
    if not top.stated:  # what the date was inferred from
        year = _dated_by(sheet)
        zh, en = (f"由文中的<{year}>推断", f"from <{year}> in the text") if year else (TODO, TODO)
        lines += [f"  how:{_GUESSED if year else ''}", f"    zh: {zh}", f"    en: {en}"]
    lines += ["source:", *_both("headline", top.headline, "  ")]
    return lines + (_both("byline", top.byline, "  ") if top.byline else [])


def _both(key: str, words: Wording, indent: str = "") -> list[str]:
    remark = _GUESSED if words.zh != TODO else ""
    return [f"{indent}{key}:{remark}", f"{indent}  zh: {scalar(words.zh)}", f"{indent}  en: {scalar(words.en)}"]


def fact_lines(id: str, fact: FactStub, printed: bool, *, labelled: bool = True) -> Iterator[str]:
    """`labelled`: whether it stands somewhere under its label; else it has one only where both languages are known."""
    yield f"  {id}:  # {fact.numeral.text}, line {fact.line}"
    yield f'    date: "{fact.numeral.date}"' if fact.numeral.date else f"    value: {fact.value}"
    if fact.exact:
        yield f"    exact: {scalar(fact.exact)}"
    if fact.numeral.approx:
        yield f"    approx: {fact.numeral.approx}"
    yield from _unit(fact.unit) if fact.unit else ()
    remark = _GUESSED if fact.label.zh != TODO else ""
    if labelled or not fact.label.is_gap:
        yield f"    label: {{zh: {scalar(fact.label.zh)}, en: {scalar(fact.label.en)}}}{remark}"
    yield from _quote(fact.quote, "    ")
    if fact.period:
        yield f"    period: {fact.period}{_GUESSED}"
    yield f"    status: {fact.status}{_GUESSED}"
    if fact.others:
        yield f"    whose: {{zh: {TODO}, en: {TODO}}}"
    if fact.when:
        yield f'    allow: {{no-period: "{TODO}: {fact.when}"}}'
    if not printed:
        yield f"    unprinted: {TODO}"


def _unit(unit: UnitGuess) -> Iterator[str]:
    guessed = _GUESSED if unit.guessed else ""
    if unit.zh in MEASURES:
        yield f"    unit: {scalar(unit.zh)}{guessed}"
        return
    yield f"    unit:{guessed}"
    yield f"      zh: {scalar(unit.zh)}"
    yield f"      en: {{one: {scalar(unit.one or TODO)}, other: {scalar(unit.other or TODO)}}}"


def _quote(quote: Quote, indent: str) -> Iterator[str]:
    yield f"{indent}quote: {scalar(quote.text)}"
    if quote.prefix:
        yield f"{indent}prefix: {scalar(quote.prefix)}"
    if quote.suffix:
        yield f"{indent}suffix: {scalar(quote.suffix)}"


def _figures(sheet: Worksheet) -> list[str]:
    """Key figures, each with the reason why it is proposed."""
    lines = [f"key_figures:  # guessed: {say('worksheet.key_figures')}"]
    reasons = [(one.id, say(f"key-figure.{one.why}")) for one in sheet.figures]
    few = [f"  # {say('new.few_figures', n=len(reasons))}"] if len(reasons) < LEAST else []
    return lines + few + [f"  - of: [{id}]  # {why}" for id, why in reasons]


def _stories(sheet: Worksheet, themes: Themes) -> list[str]:
    """The article's sections; where none states a fact in a sentence, one story that refers to the first fact."""
    first = sheet.figures[0].id
    empty = Proposed(Wording(), (Wording(f"{TODO} <{first}>", f"{TODO} <{first}>"),))
    lines = [f"stories:  # guessed: {say('worksheet.stories')}"]
    for number, story in enumerate(sheet.stories or [empty], 1):
        theme = _theme(story, themes)
        lines += [
            f"  - id: {'lead' if number == 1 else f'story{number}'}",
            f"    theme: {theme}{_GUESSED}",
            "    title:",
        ]
        lines += [*_pair(story.heading, "      "), "    paragraphs:"]
        for text in story.paragraphs:
            lines += [f"      - zh: {scalar(text.zh)}", f"        en: {scalar(text.en)}"]
        lines += _plate(sheet, story) if sheet.stories else []
    return lines


def _theme(story: Proposed, themes: Themes) -> str:
    """The theme whose words the story says most often; where it says none, the widest."""
    text = "".join((story.heading.zh * _HEADING, *(paragraph.zh for paragraph in story.paragraphs)))
    found = {name: [word for word in words if word in text] for name, words in themes.items()}
    said = {name: sum(map(text.count, found[name])) * (found[name] != _REBUILT) for name in themes}
    best = max(said, key=lambda name: said[name])
    return best if said[best] or _ANY not in said else _ANY


def _printed(sheet: Worksheet) -> set[str]:
    """The facts that a page prints."""
    placed = {id for story in sheet.stories for id in story.facts}
    noted = {_dated_by(sheet)} if _notes(sheet) else set()
    return placed | noted | {one.id for one in sheet.figures}


def _dated_by(sheet: Worksheet) -> str:
    """The first date of the text that is of the article's year."""
    year = sheet.heading.dated[:4].rstrip("- ")
    dates = ((id, fact.numeral.date) for id, fact in sheet.facts.items())
    return next((id for id, date in dates if date and year and date.startswith(year)), "")


def _terms(sheet: Worksheet) -> list[str]:
    """What the glossary explains to a foreign reader of what stands in the stories."""
    said = "\n".join(text.zh for story in sheet.stories for text in (story.heading, *story.paragraphs))
    found = [term for term in sheet.explained if term in said]
    return [f"terms: [{', '.join(map(scalar, found[:_TERMS]))}]{_GUESSED}"] if found else []


def _notes(sheet: Worksheet) -> list[str]:
    """An inferred date is told to the reader."""
    year = _dated_by(sheet)
    if sheet.heading.stated or not year:
        return []
    zh, en = f"文章未署日期；成文时间由<{year}>推断。", f"Undated; when it was written is inferred from <{year}>."
    return [f"notes:{_GUESSED}", f"  - zh: {scalar(zh)}", f"    en: {scalar(en)}"]


def _plate(sheet: Worksheet, story: Proposed) -> list[str]:
    """A list of the story's figures, and what somebody says, as remarks: who wants one takes its marks away."""
    ids = [id for id, fact in ((id, sheet.facts[id]) for id in dict.fromkeys(story.facts)) if _may_be_listed(fact)]
    lines = list[str]()
    if len(ids) >= _FEWEST:
        lines += ["  - kind: list", f"    title: {{zh: {TODO}, en: {TODO}}}", "    rows:"]
        lines += [_row(id, sheet.facts[id]) for id in ids[:_ROWS]]
    for one in story.spoken[:_SPOKEN]:
        lines += [
            "  - kind: pull_quote",
            f"    text: {{zh: {json.dumps(wide(one.words), ensure_ascii=False)}, en: {TODO}}}",
        ]
        lines += [f"    by: {{zh: {scalar(one.who)}, en: {TODO}}}"]
        lines += [f"    of: [{', '.join(one.of)}]"] if one.of else []
    return [f"    # {line}" for line in (f"plates:  # {say('worksheet.plate')}", *lines)] if lines else []


def _row(id: str, fact: FactStub) -> str:
    """With a label, where the fact has none of its own."""
    words = fact.label
    label = f", label: {{zh: {scalar(words.zh)}, en: {scalar(words.en)}}}" if words.is_gap else ""
    return f"      - {{of: {id}{label}}}" if label else f"      - of: {id}"


def _may_be_listed(fact: FactStub) -> bool:
    return fact.unit is not None and not is_personal(fact)


def _projects(sheet: Worksheet) -> list[str]:
    """None is a row of the tracker as yet: a row needs its cells, and a person knows which works matter here."""
    lines = [_TRACKER, "projects:"] if sheet.projects else []
    for project in sheet.projects:
        lines += [f"  - name:  # {project.quote.text}", *_pair(project.name, "      ")]
        lines += [f"    status: {project.status}{_GUESSED}"]
        lines += [f"    status_why: {scalar(say('worksheet.partly'))}{_GUESSED}"] if project.is_partly_done else []
        lines += [*_quote(project.quote, "    "), "    tracked: false"]
    return lines


def _pair(words: Wording, indent: str) -> list[str]:
    return _both("", words, indent[:-2])[1:]


def _honours(sheet: Worksheet) -> list[str]:
    lines = ["honours:"] if sheet.honours else []
    for honour in sheet.honours:
        lines += ["  - name:", *_pair(honour.name, "      "), f"    level: {honour.level or 'municipal'}{_GUESSED}"]
        lines += [] if honour.level else ["    level_why: TODO"]
        lines += [f"    year: {honour.year}{_GUESSED}"] if honour.year else []
        lines += _quote(honour.quote, "    ")
    return lines + ([f"honours_more: {scalar(sheet.honours_more)}"] if sheet.honours_more else [])


def _left_out(sheet: Worksheet) -> list[str]:
    lines = ["left_out:"] if sheet.left_out else []
    for one in sheet.left_out:
        quoted = list(_quote(one.quote, "    "))
        why = json.dumps(_reason(one.why), ensure_ascii=False)  # in quotation marks a remark may follow
        lines += [f"  - {quoted[0].strip()}", *quoted[1:], f"    why: {why}{_GUESSED}"]
    return lines


def _reason(why: str) -> str:
    """Why a number can be no fact, in the language that is spoken."""
    return say(f"left-out.{re.sub('[^a-z]+', '_', why.partition(':')[0])}")
