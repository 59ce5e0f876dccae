"""doubt: what is in doubt, hedged or not complete says so where it stands large.

Passes:  walls: {…, doubt: {zh: 与辖区面积相比过大, en: far too large for the area}}   and a note that refers to <walls>
Fails:   walls: {…, note: {zh: 过大，存疑, en: Far too large}}                  (the note doubts it, the fact does not)

In a key figure and a title the curator writes the sign (存疑, in doubt); in plates, trackers and evidence rows the
program prints it. A printed fact in doubt is told of in a note. What the quote calls temporary, partial or basic is
called so where its label stands alone, and a list of honours that ends in 等 has `honours_more`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from pydantic import BaseModel

from bulletin.content.model import Both, Fact, KeyFigure, Project, Row, Status, Untitled
from bulletin.content.prose import references
from bulletin.content.referring import referring
from bulletin.content.yaml_text import Path
from bulletin.evidence.amount_bounds import bounds, measure
from bulletin.evidence.article import Article
from bulletin.evidence.case import Case, Texts
from bulletin.evidence.notation import MEASURE, Numeral
from bulletin.evidence.rules.claim import LANGUAGES, titled
from bulletin.evidence.rules.unused import shown
from bulletin.evidence.statuses import clause_of
from bulletin.evidence.texts import named
from bulletin.messages import listed, say
from bulletin.problems import Problem
from bulletin.wording.same_words import tokens

NAME = "doubt"
SIGN = {"zh": "存疑", "en": "in doubt"}

_DOUBTS = re.compile(
    r"存疑|可能(?!性)|未必|似[乎为]|疑[为似]|可疑|不可信|不合理|无法核[实对]|不明|自相矛盾|(?<!化解)矛盾(?!纠纷)|对不上|过[大小多]"
    r"|理解为|读作(?![“\"‘]?[A-Za-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü])|按[^，。；]{1,12}理解"
    r"|\bin doubt|\bdoubtful|\bmay (?!\d)|\bmight\b|not add up|implausibl|too (?:large|small)"
    r"|contradict|unclear|cannot be (?:checked|verified)"
)
_HEDGES = (
    (re.compile(r"临时|过渡|暂时"), re.compile("临时|过渡|暂"), re.compile(r"temporar|interim|transition|provisional")),
    (re.compile(r"基本.*#|大体.*#"), re.compile("基本|大体|大致"), re.compile(r"basic|largely|broadly|in the main")),
    (re.compile(r"部分.*#"), re.compile("部分|一些"), re.compile(r"\bsome\b|\bpart")),
    (re.compile(r"初步.*#"), re.compile("初步"), re.compile(r"initial|preliminar|tentative|first")),
)
_RANK: dict[Status, int] = {"applied_for": 0, "planned": 0, "expected": 0, "under_way": 1, "standing": 2, "achieved": 2}
AND_OTHERS = re.compile(r"[\"”]?(?P<words>等(?!功|级|奖)[^,。;!?]*)")
"""Behind the last honor of a list that is not complete."""


def in_doubt(id: str, facts: Mapping[str, Fact]) -> bool:
    """Is the fact in doubt, or one that it is computed from?"""
    before = id.rpartition(".")[0]
    rests = (facts.get(f"{before}.{term}".lstrip(".")) for term in facts[id].terms)
    return any(fact is not None and fact.doubt is not None for fact in (facts[id], *rests))


def check(case: Texts) -> Iterator[Problem]:
    for path, key, part in titled(case.parts):
        text, claim = getattr(part, key), getattr(part, "claim", None)
        for language in LANGUAGES:
            ids = [ref.id for ref in references(getattr(text, language))] + list(claim.facts if claim else ())
            yield from _unsigned(case, (*path, key), text, language, ids)
    for path, text in case.pairs:
        ids = [ref.id for ref in references(text.zh) if ref.id in case.known]
        if "paragraphs" in path and SIGN["zh"] in text.zh and not any(in_doubt(id, case.known) for id in ids):
            at = ("facts", ids[0]) if len(ids) == 1 and isinstance(case, Case) else path
            yield case.problem(NAME, say("doubt.no_fact", place=".".join(map(str, path))), at, SIGN["zh"])
    for path, part, ids, label, beside in places(case.content, (), ()):
        facts = [(id, case.known[id]) for id in ids if id in case.known]
        if facts and (isinstance(part, KeyFigure) or path[0] == "findings"):
            said = label or facts[0][1].called
            for language in LANGUAGES:
                yield from _unsigned(case, path, said, language, ids)
        yield from _hedged(case, path, facts, label, beside)
        mark = getattr(part, "mark", None)
        if facts and mark and _RANK[mark] != _RANK[facts[0][1].status]:
            yield case.problem(
                NAME,
                say("doubt.mark", mark=say(f"status.{mark}"), status=say(f"status.{facts[0][1].status}")),
                (*path, "mark"),
            )
    if isinstance(case, Case):
        yield from _notes(case)
        yield from _honours(case)
        yield from _exceeded(case)


def _unsigned(case: Texts, path: Path, text: Both, language: str, ids: list[str]) -> Iterator[Problem]:
    doubtful = [id for id in dict.fromkeys(ids) if id in case.known and in_doubt(id, case.known)]
    if doubtful and SIGN[language] not in getattr(text, language):
        message = say("doubt.unsigned", ids=listed(doubtful), sign=SIGN[language])
        yield case.problem(NAME, message, path)
    elif ids and not doubtful and SIGN[language] in getattr(text, language):
        yield case.problem(NAME, say("doubt.signed", sign=SIGN[language], ids=listed(ids)), path)


_Place = tuple[Path, BaseModel, list[str], Both | None, tuple[Both, ...]]


def places(part: object, path: Path, beside: tuple[Both, ...]) -> Iterator[_Place]:
    """Every figure that stands alone, with its label and what stands over it."""
    if isinstance(title := getattr(part, "title", None), Both):
        beside += tuple(text for text in (title, getattr(part, "line", None)) if text)
    refs = referring(type(part)) if isinstance(part, BaseModel) and not isinstance(part, (Untitled, Row)) else ()
    if refs and isinstance(part, BaseModel):
        of = [id for _, id in named([((), part)])]
        yield path, part, of, getattr(part, "label", None), beside
    elif isinstance(part, BaseModel) and not isinstance(part, Both):
        for key, value in vars(part).items():
            yield from places(value, (*path, key), beside)
    elif isinstance(part, list):
        for i, item in enumerate(part):
            yield from places(item, (*path, i), beside)


def _hedged(
    case: Texts, path: Path, facts: list[tuple[str, Fact]], label: Both | None, beside: tuple[Both, ...]
) -> Iterator[Problem]:
    """The words of the quote's clause that make less of the figure stand at its place too."""
    for id, fact in facts:
        stated = case.figures.get(id)
        clause = stated.clause if stated else ""
        for there, zh, en in _HEDGES:
            found = there.search(clause)
            texts = (label or fact.called, *beside)
            if found and not (any(zh.search(t.zh) for t in texts) and any(en.search(t.en.lower()) for t in texts)):
                message = say("doubt.hedged", id=id, word=found[0][:2])
                yield case.problem(NAME, message, path)


def _notes(case: Case) -> Iterator[Problem]:
    """A text that doubts a fact or a project, whose own `doubt` is missing; a doubt that no note tells of."""
    content = case.content
    for id, fact in content.facts.items():
        for key, text in (("note", fact.note), ("label", fact.label)):
            if text and (found := _DOUBTS.search(f"{text.zh} {text.en}")) and not in_doubt(id, content.facts):
                yield _unmarked(case, ("facts", id, key), found[0], id)
    told, words = set[str](), [tokens(note.zh, "zh") for note in content.notes]
    projects = {i: tokens(one.name.zh, "zh") for i, one in enumerate(content.projects)}
    often = Counter(word for name in projects.values() for word in name)  # 社区 in two names tells neither
    for i, note in enumerate(content.notes):
        refs = [ref.id for ref in references(note.zh) if ref.id in content.facts]
        told.update(refs)
        named = [content.projects[p] for p, name in projects.items() if name & words[i]]
        found = _DOUBTS.search(f"{note.zh} {note.en}")
        word = found[0] if found else say("doubt.another_sum") if _sums_differ(content.facts, refs) else ""
        own = [one for one in named if any(often[word] == 1 for word in tokens(one.name.zh, "zh") & words[i])]
        marked = any(in_doubt(id, content.facts) for id in refs) or any(one.doubt for one in own)
        beside = _beside_doubted(case, own, [*named, *(content.facts[id] for id in refs)]) if found else ()
        for part in (*_left_alone(content.facts, refs), *beside) if found and marked else ():
            yield _unmarked(case, part, word, str(part[1]))
        if word and (refs or own) and not marked:
            at = ("facts", refs[0]) if refs else ("projects", content.projects.index(own[0]))
            yield _unmarked(case, at, word, listed(refs) or own[0].name.zh)
    for id in sorted(shown(case) - told):
        if id in content.facts and content.facts[id].doubt:
            yield case.problem(NAME, say("doubt.refer", id=id), ("facts", id, "doubt"))
    for p, name in projects.items():
        if content.projects[p].doubt and not any(name & said for said in words):
            yield case.problem(NAME, say("doubt.untold"), ("projects", p, "doubt"))


def _left_alone(facts: Mapping[str, Fact], refs: list[str]) -> Iterator[Path]:
    """Facts of a note that are taken from the same words as one in doubt, and are not."""
    quotes = {facts[id].quote for id in refs if facts[id].doubt and facts[id].quote}
    yield from (("facts", id) for id in refs if facts[id].quote in quotes and not in_doubt(id, facts))


def _beside_doubted(case: Case, own: list[Project], named: list[Project | Fact]) -> Iterator[Path]:
    """Projects of a note of which one clause of the article tells with what is in doubt, and that are not."""
    text = case.article.bare.text
    said = {id(one): clause_of(text, span) for one in named for span in case.quoted(one)[:1]}
    doubted = {said[id(one)] for one in named if one.doubt and id(one) in said}
    for one in own:
        if one.doubt is None and said.get(id(one)) in doubted:
            yield "projects", case.content.projects.index(one)


def _sums_differ(facts: Mapping[str, Fact], refs: list[str]) -> bool:
    """Does the note hold a share that the article states against our own calculation, which comes to another?"""
    shares = [id for id in refs if measure(facts[id]) == "share"]
    own = [value for id in shares if facts[id].derived and (value := bounds(id, facts))]
    stated = [value for id in shares if not facts[id].derived and (value := bounds(id, facts))]
    return any(abs(a[0] - b[0]) > Fraction(1, 2) for a in own for b in stated)


def _exceeded(case: Case) -> Iterator[Problem]:
    """A total whose parts come to more, where no fact of them is in doubt and no note tells of it."""
    content = case.content
    told = {ref.id for note in content.notes for ref in references(note.zh)}
    resting = {numeral.start: id for id, fact in content.facts.items() if (numeral := case.numeral(fact))}
    for excess in excesses(case.article):
        id = resting.get(excess.total.start)
        ids = {resting.get(numeral.start, "") for numeral in (excess.total, *excess.parts)} & content.facts.keys()
        if id and not ids & told and not any(in_doubt(one, content.facts) for one in ids):
            parts = " + ".join(part.text for part in excess.parts)
            message = say("doubt.exceeded", parts=parts, sum=excess.sum, total=excess.total.text)
            yield case.problem(NAME, message, ("facts", id), level="warning", help=say("doubt.exceeded_how", id=id))


def _unmarked(case: Case, path: Path, word: str, what: str) -> Problem:
    return case.problem(NAME, say("doubt.unmarked", word=word.strip(), what=what), path)


def _honours(case: Case) -> Iterator[Problem]:
    content, text = case.content, case.article.bare.text
    ends = [case.quoted(honour)[0][1] for honour in content.honours if case.quoted(honour)]
    if content.honours_more and not (case.article.find(content.honours_more) and "等" in content.honours_more):
        yield case.problem(NAME, say("doubt.honours_unsaid"), ("honours_more",))
    elif not content.honours_more and any(AND_OTHERS.match(text, end) for end in ends):
        yield case.problem(NAME, say("doubt.honours_more", word="等"), ("honours",), at_key=True)


_UNIT = re.compile(MEASURE)
_AMONG = re.compile(r"[,;:]?其中[:,]?")
_ENDS = re.compile(r"[。;!?\n]|其中")
_UNDER_SEVERAL_HEADS = ("人", "名", "位", "人次", "口人", "岁", "户", "户次", "家")
"""其中女党员60名、大学生党员80名, 其中规上企业60家、高新企业80家: one may be counted twice, so no sum is wrong."""


@dataclass(frozen=True, slots=True)
class Excess:
    """A total and the parts that come to more than it."""

    total: Numeral
    parts: tuple[Numeral, ...]

    @property
    def sum(self) -> Fraction:
        return sum((part.value or Fraction(0) for part in self.parts), Fraction(0))


def excesses(article: Article) -> Iterator[Excess]:
    """Only of exact numbers with one unit: what is left out of a list, nobody knows, but no list has more than all."""
    text = article.bare.text
    for total in article.numerals:
        unit = _UNIT.match(text, total.end) if _is_exact(total) else None
        among = _AMONG.match(text, unit.end()) if unit and unit[0].strip() not in _UNDER_SEVERAL_HEADS else None
        if unit is None or among is None:
            continue
        end = _ENDS.search(text, among.end())
        listed = [n for n in article.numerals if among.end() <= n.start < (end.start() if end else len(text))]
        parts = tuple(n for n in listed if text.startswith(unit[0], n.end))
        if len(parts) > 1 and all(map(_is_exact, listed)) and len(parts) == len(listed):
            found = Excess(total, parts)
            if found.sum > (total.value or 0):
                yield found


def _is_exact(numeral: Numeral) -> bool:
    return numeral.kind == "cardinal" and numeral.value is not None and numeral.approx is None
