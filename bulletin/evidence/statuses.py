"""How far something has come, by the words around it: which statuses a stretch of an article bears out.

A clause speaks for itself; words of what is to come govern what follows them in the sentence; a clause that only names
its thing (夕阳楼片区项目涉及群众1832户, 自8月27日启动以来, …有序推进) is told by the clauses behind it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from bulletin.content.model import Status
from bulletin.evidence.article import bare
from bulletin.evidence.how_far import DONE, FUTURE, SOFT, TELLING, Kind, Word, words_of

Span = tuple[int, int]
Of = Literal["number", "date", "work"]
_MARK = re.compile(r"[,;:]|(?<=[0-9])\((?=[^()]{0,30}\))")
_STOP = re.compile(r"[。!?]")
_REST = re.compile("另|其余|剩余|其他|余下|还有|剩下")
_OWN = re.compile("的[^,;:]{0,6}[0-9]")
"""还在商议的9件: such a clause tells of its own figure, and of none before it."""
_ALLOWED: dict[Kind, frozenset[Status]] = {
    "planned": frozenset({"planned"}),
    "expected": frozenset({"expected"}),
    "aim": frozenset({"planned"}),
    "coming": frozenset({"planned", "expected"}),
    "once": frozenset({"planned", "expected"}),
    "applied_for": frozenset({"applied_for"}),
    "under_way": frozenset({"under_way"}),
    "habit": frozenset({"under_way"}),
    "begun": frozenset({"under_way", "achieved"}),
    "part": frozenset({"achieved"}),
    "achieved": frozenset({"achieved"}),
    "acted": frozenset({"achieved"}),
    "is": frozenset({"standing"}),
    "decided": frozenset({"planned"}),
    "designed": frozenset({"planned", "standing"}),
}
BUILDS = re.compile("建设|改造|打造|投资|实施")


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a stretch says: the statuses that its words bear out, and the telling word (empty where none tells)."""

    statuses: frozenset[Status]
    word: str
    firm: bool = False
    """Does the clause itself say how far it is? 计划, 正在, 已 do; 建设 and what governs from another clause do not."""
    listed: bool = False
    """Is it told as done with what stands before it, whatever follows? 已清淤2万方,改造31处,预计年底完工."""


def spoken_of(text: str, span: Span, *, until: int | None = None, of: Of = "number") -> Spoken:
    """The statuses that go with what stands at `span` of an article's bare text.

    `until`: where the next thing of the same sentence begins. What has begun is achieved for a date and under way for a
    work; a work of which a step is done is under way.
    """
    said, before = _spoken_of(text, span, until, of), text[max(0, span[0] - 16) : span[0]]
    if of == "number" and "achieved" in said.statuses and _DONE_BY.search(before) and _PARTLY.match(text, span[0]):
        return replace(said, statuses=said.statuses | {"under_way"})
    if of == "work" and (done := _SHARE_DONE.match(text, span[1])):
        return Spoken(_ALLOWED["under_way"], done["word"])
    if of == "number" and _HAVE_DONE.search(before) and "standing" in said.statuses:
        return replace(said, statuses=said.statuses | {"achieved"})
    if of == "date" and _AS_OF.search(before):
        return replace(said, statuses=said.statuses | {"achieved", "standing"}, listed=True)
    return said


_AS_OF = re.compile("截[至止到](?:[今本当]年)?$")
"""截至今年9月底: what is told of then says nothing of the day."""
_HAVE_DONE = re.compile("已有(?:将?近|约|超过?|逾)?$")
"""已有1126户提取公积金: so many have done it, or are there."""
_DONE_BY = re.compile(
    "(?:完成|完工|建成|施工|整治|改造|建设)(?:了|到|至|已?达到?|过)?[^,;:。0-9率比占]{0,8}$|进度[^,;:。0-9]{0,6}$"
)
_PARTLY = re.compile(
    r"(?:近|约|过|超过?)?(?:[0-9]{1,2}(?:\.[0-9]+)?%|百分之[一二三四五六七八九十]+(?!百)|[一二两三四五六七八九]成|一?半)"
)
_SHARE_DONE = re.compile(rf"[^,;:。0-9率]{{0,6}}?(?P<word>完成|完工|进度)[^,;:。0-9率比占]{{0,8}}?{_PARTLY.pattern}")
"""护岸工程完成六成: of the works, which go on, so much is done."""


def _spoken_of(text: str, span: Span, until: int | None, of: Of) -> Spoken:
    pieces, own = _clauses(text, span, until)
    clause = (pieces[own[0]][0], pieces[own[-1]][1])
    here = words_of(_unquoted(text, span, clause))
    if of == "work" and "part" in here and (found := _step(here, text, pieces, own)):
        return found
    subject = any(span[1] - clause[0] <= here[kind].start for kind in ("achieved", "acted") if kind in here)
    exists = _ALLOWED["is"] if subject or "is" in here or not here.keys() & DONE else frozenset()
    alone = clause[1] - clause[0] <= span[1] - span[0] + 3
    governed = _governed(text, pieces[: own[0]])
    told = _told(here, of)
    if told and governed and (SOFT.fullmatch(told.word) or ("begun" in here and _besides(text, clause[0]))):
        return governed
    if of == "work" and "begun" in here and (to_come := _begins_later(text, pieces[own[-1] + 1 :])):
        return to_come
    if told:
        return replace(told, statuses=told.statuses | (exists if "achieved" in here else frozenset()), firm=True)
    behind = pieces[own[-1] + 1 :]
    if of == "number" and "acted" in here:  # what is told of the rest is not told of it
        behind = behind[: next((i for i, (a, _) in enumerate(behind) if _REST.match(text, a)), None)]
    if of == "work" and not governed and not here.keys() & DONE and (begun := _begun(text, behind)):
        return begun
    if found := governed or _continued(text, behind, here, alone, of):
        listed = of == "number" and "acted" in here and not governed and _is_listed(text, pieces[: own[0]])
        with_them = _ALLOWED["acted"] if listed else frozenset()
        return replace(found, statuses=found.statuses | exists | with_them, listed=listed)
    done = here.get("acted") or here.get("part")
    if done is None and "is" in here:
        return Spoken(_ALLOWED["is"], here["is"].text)
    return Spoken(exists | _ALLOWED["acted"], done.text if done else "")


def _told(here: Mapping[Kind, Word], of: Of) -> Spoken | None:
    """What the clause says by itself, or None where it has no word that tells."""
    told = [kind for kind in TELLING if kind in here]
    begun, decided = here.get("begun"), here.get("decided")
    if decided and of == "date":
        return Spoken(_ALLOWED["achieved"], decided.text)
    if of == "number" and "designed" in here and "achieved" not in here:
        return Spoken(_ALLOWED["designed"], here["designed"].text)
    if begun and (of == "date" or not told or (told == ["achieved"] and here["achieved"].text == "已")):
        return Spoken(
            {"date": _ALLOWED["achieved"], "work": _ALLOWED["under_way"]}.get(of, _ALLOWED["begun"]), begun.text
        )
    if of == "work" and "part" in here and not told:
        return Spoken(_ALLOWED["under_way"], here["part"].text)
    if not told:
        return None
    standing = told[0] == "habit" and here[told[0]].text[0] == "每" and "acted" not in here
    habit = _ALLOWED["is"] if standing else frozenset()
    return Spoken(habit.union(*(_ALLOWED[kind] for kind in told)), here[told[0]].text)


def _governed(text: str, before: list[Span]) -> Spoken | None:
    """By the words of what is to come in a clause before it, unless another word comes between."""
    beyond = False
    for piece in reversed(before):
        ends = text[piece[1] - 1]
        beyond |= ends == ";" and not _besides(text, piece[1])
        if beyond and ends != ":":
            continue
        words = words_of(text[slice(*piece)])
        if kind := next((kind for kind in words if kind in FUTURE), None):
            return Spoken(_ALLOWED[kind], words[kind].text)
        done = words.get("achieved")
        if words.keys() & {"under_way", "habit", "part"} or (done and not SOFT.fullmatch(done.text)):
            break
    return None


def _besides(text: str, start: int) -> bool:
    """计划…;同时启动…: what is planned goes on behind such a semicolon."""
    return text[start - 1] == ";" and text.startswith(("同时", "并"), start)


_LATER = re.compile("(?P<coming>明年|后年|届时|下[个一]?[月周])[^,;]{0,8}(?:动工|开工|启动|开建|破土|奠基)")


def _begins_later(text: str, behind: list[Span]) -> Spoken | None:
    """启动小菜场改造,…,明年一季度动工: it will begin."""
    found = (_LATER.search(text, *piece) for piece in behind)
    return next((Spoken(_ALLOWED["coming"], match["coming"], firm=True) for match in found if match), None)


_BEGINS = re.compile("动工|开工|启动|开建|破土|奠基")
_ONLY_DONE = re.compile("(?:[均业]?已经?|目前)")


def _step(here: Mapping[Kind, Word], text: str, pieces: list[Span], own: list[int]) -> Spoken | None:
    """主体结构已经封顶, 预计明年投入使用: a work of which a step is done is under way, unless it is still to begin."""
    clauses = [text[slice(*pieces[i])] for i in own]
    whole = any("achieved" in words_of(_ONLY_DONE.sub("·", clause)) for clause in clauses)
    if whole or here.keys() & {"under_way", "habit"} or any(_is_to_begin(text[a:b]) for a, b in pieces[own[0] :]):
        return None
    return Spoken(_ALLOWED["under_way"], here["part"].text, firm=True)


def _begun(text: str, behind: list[Span]) -> Spoken | None:
    """今年4月开工, 预计明年投入使用: a work that has begun, and of which the end is to come, is under way."""
    clauses = [text[a:b] for a, b in behind]
    to_come = [i for i, clause in enumerate(clauses) if words_of(clause).keys() & FUTURE]
    for i, clause in enumerate(clauses):
        words = words_of(clause)
        if (word := words.get("begun") or words.get("part")) and to_come and to_come[0] > i:
            return None if any(map(_is_to_begin, clauses)) else Spoken(_ALLOWED["under_way"], word.text)
    return None


def _is_to_begin(clause: str) -> bool:
    return bool(_BEGINS.search(clause) and words_of(clause).keys() & FUTURE)


def _is_listed(text: str, before: list[Span]) -> bool:
    """Do the clauses before it, up to one that ends in a semicolon, tell as done what they list?"""
    for piece in reversed(before):
        words = words_of(text[slice(*piece)])
        if text[piece[1] - 1] == ";" or words.keys() & {"under_way", "habit", *FUTURE}:
            return False
        if "achieved" in words and not SOFT.fullmatch(words["achieved"].text):
            return True
    return False


def _continued(text: str, behind: list[Span], here: Mapping[Kind, Word], alone: bool, of: Of) -> Spoken | None:
    """By the clauses behind it, where it names its thing or builds without saying how far; `alone`: by the next."""
    acted = here.get("acted")
    if (acted and not BUILDS.match(acted.text)) or ("is" in here and not acted):
        return None
    stop = next((a for a, b in behind if text[a - 1] == ";"), len(text))
    later = [words_of(text[a:b]) for a, b in behind if a < stop and not _OWN.search(text[a:b])]
    orders: tuple[tuple[Kind, ...], ...] = (
        ("under_way", "habit"),
        ("planned", "aim", "coming", "once", "expected"),
        ("achieved",),
    )
    for kinds in (sum(orders, ()),) if alone else orders:
        for at, words in enumerate(later):
            if alone and of == "date" and "decided" in words:  # 2019年,市里决定建设…,规划面积…
                return Spoken(_ALLOWED["achieved"], words["decided"].text)
            if alone and of == "date" and "begun" in words:  # 去年3月,工程正式启动,计划总投资…
                return Spoken(_ALLOWED["achieved"], words["begun"].text)
            if (kind := next((k for k in kinds if k in words), None)) and not (acted and kind == "achieved"):
                word = words[kind].text
                besides = word[0] == "每" and any("achieved" in one for one in later[:at])
                return Spoken(_ALLOWED[kind] | (_ALLOWED["achieved"] if besides else frozenset()), word)
    return None


def proved_by(words: str) -> frozenset[Status]:
    """The statuses that these words of an article bear out, wherever they stand; empty where they tell none."""
    found = words_of(bare(words).text)
    told: list[Kind] = [kind for kind in found if kind not in ("part", "acted", "is")] or list(found)
    going = _ALLOWED["under_way"] if is_partly_done(bare(words).text) else frozenset()
    return frozenset().union(going, *(_ALLOWED[kind] for kind in told))


def is_partly_done(text: str) -> bool:
    """完成工程量的65%: the works go on."""
    return any(_DONE_BY.search(text[max(0, some.start() - 16) : some.start()]) for some in _PARTLY.finditer(text))


def clause_of(text: str, span: Span) -> Span:
    """The clause, or the clauses, around a span of bare text."""
    pieces, own = _clauses(text, span, None)
    return pieces[own[0]][0], pieces[own[-1]][1]


def _clauses(text: str, span: Span, until: int | None) -> tuple[list[Span], list[int]]:
    """The clauses of the sentence, up to `until`, and which of them the span lies in."""
    start, end = sentence(text, span)
    end = max(span[1], min(end, until or end))
    cuts = [start, *(start + mark.end() for mark in _MARK.finditer(text[start:end])), end]
    pieces = [(a, b) for a, b in pairwise(cuts) if a < b]
    return pieces, [i for i, (a, b) in enumerate(pieces) if a < span[1] and span[0] < b]


def sentence(text: str, span: Span) -> Span:
    """The sentence around a span of bare text."""
    first = max(0, span[0] - 400)
    start = max(first, *(text.rfind(mark, first, span[0]) + 1 for mark in "。!?"))
    after = _STOP.search(text, span[1])
    return start, after.start() if after else len(text)


def _unquoted(text: str, span: Span, piece: Span) -> str:
    """The clause; quotation marks that the span itself stands within name nothing."""
    before, after = text[piece[0] : span[0]], text[span[1] : piece[1]]
    if before.count('"') % 2:
        before, after = before.replace('"', ""), after.replace('"', "")
    return before + text[slice(*span)] + after
