"""silence: “not stated” is a claim; the words that were looked for are written, and the article does not have them.

Passes:  - label: {zh: 化解矛盾, en: Settling disputes}
           unstated: [化解矛盾多少, 矛盾纠纷]
Fails:   - label: {zh: 新游园, en: New parks}
           unstated: [游园]          (the article: 完成利民信用社游园建设2000余平方米)

Of a missing figure the words stand in no clause of the article with a number, and in no fact's label or quote. Other
words do not stand in the article at all. A term that is said not to be explained (“六个一”) may stand there, with no
explanation beside it: 即, 是指, 为内容的, a list before it. At least one word is about the thing. A project's words are
looked for in the sentence of its quote.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from bulletin.content import model
from bulletin.content.measures import MEASURES
from bulletin.content.model import Both, Fact
from bulletin.content.prose import references
from bulletin.content.yaml_text import Path
from bulletin.evidence.article import bare
from bulletin.evidence.case import Case, Texts
from bulletin.messages import listed, say
from bulletin.plates.bars.model import Bars
from bulletin.plates.levels.model import Levels
from bulletin.plates.matrix.model import Matrix
from bulletin.plates.panels.model import PanelItem
from bulletin.plates.strip.model import Strip
from bulletin.problems import Problem
from bulletin.wording.same_words import tokens

NAME = "silence"

SILENT = re.compile(
    r"未(?:曾)?(?:述|写|说|提|注明|解释|交代|载明|标明|给出|指明|细说|明说)|没有?(?:写|说|提|解释|交代|给出|明说)|不详"
)
SILENT_MAYBE = re.compile(r"未列|没有列")
_SILENT_EN = re.compile(
    r"\b(?:not (?:stated|given|said|explained|spelled out|listed|named|mentioned|specified|told|detailed)|unstated"
    r"|(?:do|does) not (?:say|state|give|list|explain|name|mention|tell|specify)|gives? (?:no|neither)|says nothing"
    r"|(?:no|neither) (?:[\w-]+ ){1,4}(?:is|are) (?:stated|given|listed|named)|no \w+ (?:for|stated|given)\b"
    r"|lists? no)",
    re.IGNORECASE,
)
_AFFIRMED = re.compile(
    "(?:已|都|均|皆|(?:原文|文中|报道|稿件中?)(?:已|都|均|有|作|经))(?:已|都|均|有|作|经)*"
    "(?:述|写|说明?|提|注明|解释|交代|载明|标明|给出|指明|细说|明说|列出?|年份|日期|月份|图)(?=[，。；、]|的?[年月日套户件]|出|$)"
)
"""A note says what an article does not say: what it says is a fact, with its quote."""
_PERIOD = re.compile(
    r"(?:时段|年份|日期)(?:多|均|都)?未[述写列载]|(?:未|没有?)[写述注说署标载]明?(?:的)?(?:年份|日期|时段)"
    r"|\b(?:years?|dates?|periods?) (?:that |which )?(?:the )?(?:articles?|texts?|reports?)"
    r" (?:do|does) not (?:give|state|name|say)"
    r"|gives? no (?:year|date|period)s?\b"
    r"|\b(?:periods?|years?(?: of \w+)?|dates?) (?:is |are )?not (?:stated|given)|no period"
    r"|(?:do|does) not (?:say|state|give|name) (?:the |a |any )?(?:year|date|period)s?\b"
    r"|“(?:未述|not stated)[,.，]?”",
    re.IGNORECASE,
)
_NOT_OURS = ("source", "dated", "left_out", "findings_line")
_MEANS = re.compile(r"[\"']?[^,。;:]{0,8}[,(:]?(?:即|是指|指的是|也就是|包括|分别[是为])|[\"'][^,。;]{0,4}:")
_CLAUSE = re.compile(r"[,。;!?]")
_COLUMNS = {
    "size": "规模、面积、投资、平方米、套、户、亩、公里",
    "stage": "进度、完工、开工、施工、阶段",
    "done": "完成、完工、开工、施工、建成、已",
    "plan": "计划、规划、将、拟、预计、年底",
}


def check(case: Texts) -> Iterator[Problem]:
    for path, text in case.pairs:
        affirmed = _AFFIRMED.search(text.zh) if path[0] == "notes" or path[-1] == "note" else None
        if affirmed and isinstance(case, Case):
            yield case.problem(NAME, say("silence.affirmed", word=affirmed[0]), (*path, "zh"), level="warning")
        if path[0] not in _NOT_OURS and not (path[0] == "projects" and path[2] in _COLUMNS):
            yield from _text(case, path, text)
    for path, part in case.parts:
        yield from _cells(case, part, path)
    if isinstance(case, Case):
        yield from _projects(case)


def is_silent(text: Both) -> bool:
    """Does it say that the article is silent, of more than a period?"""
    zh, en = _PERIOD.sub("", text.zh), _PERIOD.sub("", text.en)
    said = bool(_SILENT_EN.search(en))
    return said or bool(SILENT.search(zh)) or (said and bool(SILENT_MAYBE.search(zh)))


def _text(case: Texts, path: Path, text: Both) -> Iterator[Problem]:
    if not is_silent(text):
        if text.unstated:
            yield case.problem(NAME, say("silence.not_silent"), (*path, "unstated"), level="warning")
        return
    parents = case.parents(path)
    if any(isinstance(part, Levels) for part in parents):
        yield from _no_honours(case, path, text)
    if any(isinstance(part, (Matrix, Levels)) for part in parents) or "“未述”" in text.zh:
        return  # the program looks there itself, and the sign may be explained
    if not text.unstated:
        if path[-1] == "title" and any(getattr(item, "unstated", []) for item in getattr(parents[-2], "items", [])):
            return  # the silent figures under it name the words
        yield case.problem(NAME, say("silence.lacks"), path, help=say("silence.how"))
        return
    titles = [part.title.zh for part in parents if isinstance(getattr(part, "title", None), Both)]  # type: ignore[attr-defined]
    yield from _about(case, path, text.unstated, [text.zh, *titles])
    for one in articles(case, path, text):
        for word in text.unstated:
            if found := _said(one, word, text.zh):
                yield case.problem(NAME, say("silence.said", passage=found), (*path, "unstated"), word)


def _no_honours(case: Texts, path: Path, text: Both) -> Iterator[Problem]:
    """Honours by level: who is named as listing none lists none."""
    for one in case.beside.values():
        place = one.content.place
        named = place.zh.removesuffix("街道") in text.zh or place.en.removesuffix(" Subdistrict") in text.en
        if named == bool(one.content.honours):
            yield case.problem(NAME, say("silence.honours", name=one.content.name, n=len(one.content.honours)), path)


def _about(case: Texts, path: Path, words: list[str], texts: list[str]) -> Iterator[Problem]:
    if not any(tokens(word, "zh") & tokens(text, "zh") for word in words for text in texts):
        yield case.problem(NAME, say("silence.about", words=listed(words), text=texts[0]), (*path, "unstated"))


def articles(case: Texts, path: Path, text: Both) -> list[Case]:
    """Whose silence it is: in the summary that of the articles that the text, its row or its finding names."""
    return [case] if isinstance(case, Case) else _articles(case, path, text.zh)


@lru_cache(maxsize=2048)
def _articles(case: Texts, path: Path, zh: str) -> list[Case]:
    row = case.parents(path)[-3 if "cells" in path else -2]
    said = str(row)
    named = {ref.id.split(".")[0] for ref in references(zh)} | {getattr(row, "subdistrict", "")}
    named |= {name for name, one in case.beside.items() if one.content.place.zh.removesuffix("街道") in said}
    return [one for name, one in case.beside.items() if name in named or not named & case.beside.keys()]


def _said(case: Case, word: str, zh: str) -> str:
    """Where the article has the word; of a term that the text quotes, where it is explained."""
    text, wanted = case.article.bare.text, bare(word).text
    term = f"“{word}”" in zh or word in case.names.terms
    for match in re.finditer(re.escape(wanted), text):
        if not term or _is_explained(text, match.start(), match.end()):
            return text[max(0, match.start() - 12) : match.end() + 12]
    return ""


def _is_explained(text: str, start: int, end: int) -> bool:
    before = re.sub('"[^"]*"', "", _CLAUSE.split(text[max(0, start - 90) : start].removesuffix('"'))[-1])
    listed = before.count("、") > 1 and len(before.rsplit("、", 1)[-1]) > 3
    return listed or before.endswith("内容的") or bool(_MEANS.match(text, end))


# ------------------------------------------------------------------------------------------ figures


def _cells(case: Texts, part: object, path: Path) -> Iterator[Problem]:
    if isinstance(part, Strip) and isinstance(case, Case):
        shown = {item.of for item in part.items}
        others = {id: fact for id, fact in case.content.facts.items() if id not in shown}
        for i, item in enumerate(part.items):
            like = [id for id, fact in others.items() if tokens(item.label.zh, "zh") & tokens(fact.called.zh, "zh")]
            yield from _figure(case, case, (*path, "items", i), item.unstated, item.label.zh, like)
    elif isinstance(part, PanelItem) and isinstance(case.content, model.Summary):
        silent = {c.subdistrict: ((*path, "cells", i), c.unstated) for i, c in enumerate(part.cells) if not c.of}
        yield from _row(case, path, part.title.zh, [c.of for c in part.cells if c.of], silent)
    elif isinstance(part, Bars) and isinstance(case.content, model.Summary):
        silent = {name: ((*path, "unstated", name), words) for name, words in part.unstated.items()}
        yield from _row(case, path, part.title.zh, [bar.of for bar in part.bars], silent)


def _row(
    case: Texts, path: Path, title: str, stated: list[str], silent: dict[str, tuple[Path, list[str]]]
) -> Iterator[Problem]:
    """Every subdistrict of the summary has a figure or the words that were looked for."""
    for name in case.content.order if isinstance(case.content, model.Summary) else ():
        if name in silent and name in case.beside:
            facts = case.beside[name].content.facts.items()
            like = [id for id, fact in facts if _speaks_of(title, fact)]
            yield from _figure(case, case.beside[name], *silent[name], title, like)
        elif name not in {id.split(".")[0] for id in stated}:
            yield case.problem(NAME, say("silence.neither", name=name), path, level="warning")


def _speaks_of(title: str, fact: Fact) -> bool:
    """Does the label of a figure end as the panel's title does, or, of what is counted, share its last words?"""
    words = re.sub(r"[（(].*", "", title)
    ends = len(words) > 1 and fact.called.zh.endswith(words[-2:])
    counted = len(words) > 2 and fact.unit is not None and fact.unit.zh not in MEASURES
    shares = counted and not tokens(words[-3:], "zh").isdisjoint(tokens(fact.called.zh, "zh"))
    return fact.value is not None and (ends or shares)


def _figure(case: Texts, one: Case, path: Path, words: list[str], title: str, like: list[str]) -> Iterator[Problem]:
    """A figure that is said to be missing. `like`: the facts of the file whose labels speak of the same."""
    if not words:
        return
    yield from _about(case, path, words, [title])
    for id, fact in one.content.facts.items():
        said = fact.called.zh + bare(fact.quote or "").text
        if id in like or any(bare(word).text in said for word in words):
            figure = {"name": one.content.name, "id": id, "label": fact.called.zh}
            message = say("silence.figure", quote=fact.quote, **figure) if fact.quote else say("silence.own", **figure)
            yield case.problem(NAME, message, path)
            return
    for word in words:
        if found := _counted(one, bare(word).text):
            yield case.problem(NAME, say("silence.number", passage=found), path, word)


def _counted(case: Case, word: str) -> str:
    """The clause of the article that has the word and a number."""
    text = case.article.bare.text
    hard = [n for n in case.article.numerals if not n.soft]
    for match in re.finditer(re.escape(word), text):
        start = max(text.rfind(mark, 0, match.start()) for mark in ",。;!?") + 1
        stop = _CLAUSE.search(text, match.end())
        end = stop.start() if stop else len(text)
        if any(start <= n.start and n.end <= end for n in hard):
            return text[start:end]
    return ""


def _projects(case: Case) -> Iterator[Problem]:
    """The empty cells of the tracker."""
    content: model.Subdistrict = case.content
    columns = ("size", "done", "plan") if any(one.size for one in content.projects if one.tracked) else ("done", "plan")
    for i, one in enumerate(content.projects):
        empty = {key for key in columns if not getattr(one, key)}
        if one.status == "achieved":
            empty.discard("plan")
        empty |= {key for key in _COLUMNS if (text := _cell(one, key)) and is_silent(text)}
        if one.stage and "unstated" in one.stage.marks:
            empty.add("stage")
        for key in sorted(empty - one.unstated.keys() if one.tracked else ()):
            message = say("silence.empty", key=key)
            yield case.problem(NAME, message, ("projects", i))
        for key, words in one.unstated.items():
            path, text = ("projects", i, "unstated", key), _cell(one, key)
            note = content.tracker.note.zh if content.tracker and content.tracker.note else ""
            about = tokens(" ".join((one.name.zh, _COLUMNS[key], note, text.zh if text else "")), "zh")
            if key not in empty:
                yield case.problem(NAME, say("silence.stated", key=key), path, level="warning")
            elif not any(tokens(word, "zh") & about or word in _COLUMNS[key] for word in words):
                yield case.problem(
                    NAME, say("silence.no_word", words=listed(words), key=key, column=_COLUMNS[key]), path
                )
            for id, fact in content.facts.items() if key == "size" else ():
                if fact.value is not None and one.name.zh in fact.called.zh:
                    yield case.problem(NAME, say("silence.fact", id=id, label=fact.called.zh), path)
            for word in (w for w in words if bare(w).text in _passage(case, one)):
                yield case.problem(NAME, say("silence.said", passage=_passage(case, one)), path, word)


def _cell(project: model.Project, key: str) -> Both | None:
    text: Both | None = project.stage.label if key == "stage" and project.stage else getattr(project, key)
    return None if key == "stage" and not project.stage else text


def _passage(case: Case, project: object) -> str:
    """From the project's quote to the end of its clause group, within the sentence."""
    spans, text = case.quoted(project), case.article.bare.text
    if not spans:
        return ""
    stop = re.compile(r"[。;]").search(text, spans[0][1])
    return text[spans[0][0] : stop.start() if stop else len(text)]
