"""borne: what a text claims in words — who, how much, how far, which way — the article's own passage bears out.

Passes:  zh: 街道新建公厕<toilets>              (街道新建、改建公厕3座)
Fails:   zh: 街道取消公厕<toilets>              (no word of the passage says that anything ends)
Fails:   honours: [{name: {zh: 郑州市模范单位}, quote: 郑州市文明单位}]

The passage: the stretches between full stops and semicolons that state the figures of a clause or name its project, and
those that share the rarest words with it. Of a name is said what stands in its clauses, up to where another is named.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from bulletin.content.model import Both, Brief, Honour, Project, Story, Subdistrict, Tracker
from bulletin.content.prose import references
from bulletin.content.yaml_text import Path
from bulletin.evidence.article import bare
from bulletin.evidence.borne_words import BOUNDS, ROWS
from bulletin.evidence.case import Case, Texts
from bulletin.evidence.coming import WHOLE, is_to_begin, is_to_come, own_clause
from bulletin.evidence.features import pairs
from bulletin.evidence.held_names import made_up
from bulletin.evidence.how_far import FUTURE, words_of
from bulletin.evidence.passages import beside, passages
from bulletin.evidence.rules.around import CLAUSE, NOT_WHOLE, REF
from bulletin.evidence.rules.claim import is_most, titled
from bulletin.evidence.rules.unstated import SILENT, SILENT_MAYBE, articles, is_silent
from bulletin.evidence.segments import verbs_only, words_at
from bulletin.evidence.statuses import sentence
from bulletin.messages import say
from bulletin.problems import Problem
from bulletin.wording.comparing import comparing

NAME = "borne"
_ASKS = re.compile(r"何时|是否|多少|有几|怎么|什么|([\u4e00-\u9fff])不\1")
_NEXT = 160
"""Characters behind a project's quote that may still tell of it."""
_compiled = cache(re.compile)  # a row is compiled when a text first has its word: most never are


def _by_first() -> dict[str, list[tuple[str, str]]]:
    """Each word and what bears it out, by the word's first character."""
    found = defaultdict[str, list[tuple[str, str]]](list)
    for words, said in ROWS:
        for word in re.findall(r"(?:\([^()]*\)|\[[^\]]*\]|[^|])+", words):
            found[re.sub(r"^\([^)]*\)", "", word)[0]].append((word, said))
    return found


_WORDS = _by_first()
_FIRST = re.compile(f"[{''.join(_WORDS)}]")


def check(case: Texts) -> Iterator[Problem]:
    claimed = {
        (*path, key): said.kind for path, key, part in titled(case.parts) if (said := getattr(part, "claim", None))
    }
    for path, text in case.told:
        yield from made_up(NAME, case, path, text)
        if path[-1] != "line":
            yield from _text(case, path, text, claimed.get(path, ""))
            yield from _rates(case, path, text)
    if isinstance(case, Case):
        for path, text in case.pairs:
            yield from _silenced(case, path, text)
            yield from _bounds(case, path, text)
        yield from _honours(case)


def claims(zh: str) -> Iterator[tuple[str, str]]:
    """Words of a Chinese clause that claim something, with what bears them out."""
    end, starts = 0, frozenset[int]()
    for at in () if _ASKS.search(zh) else _FIRST.finditer(zh):
        for word, said in _WORDS[at[0]] if at.start() >= end else ():
            if found := _at(word, zh, at.start()):
                starts = starts or frozenset(words_at(zh))
                if at.start() in starts:
                    end = max(end, at.start() + len(found))
                    yield found, said


def _at(word: str, zh: str, start: int) -> str:
    """What a word of the table, mostly a plain one, finds at a place."""
    if word.isalnum():
        return word if zh.startswith(word, start) else ""
    return match[0] if (match := _compiled(word).match(zh, start)) else ""


def _text(case: Texts, path: Path, text: Both, claimed: str) -> Iterator[Problem]:
    words = case.names.blank_zh(text.zh)
    silent = SILENT.sub(_gone, SILENT_MAYBE.sub(_gone, words))
    at = 0
    for clause in CLAUSE.split(text.zh):
        covered = REF.sub("·", silent[at : at + len(clause)])
        at += len(clause) + 1
        yield from finished(case, path, text, clause)
        if found := list(claims(covered)):
            said, told = _passage(case, path, text, clause, [word for word, _ in found]), ""
            for word, allows in found:
                if any(claimed in says.says or claimed in ("rose", "fell") for says in comparing(word, "zh")):
                    continue  # what figures bear out, the rule claim computes
                if path[-1] == "rest" and _NOT.match(word):
                    continue  # 未签约: what is left over
                denied = _NOT.match(word) and _plainly(clause, word, said)
                ours = not isinstance(case, Case) and _NOT.match(word)  # the summary tells what it leaves out
                borne = ours or _bears(allows, said) or _denies(covered, word, said)
                most = re.search("多|半", word) and "多数" in allows and is_most(case, case.figures_in(path, text))
                if word not in told and (denied or not (borne or most or _elsewhere(case, path, text, clause, word))):
                    told += f"{word} "  # 不再 tells of its 不
                    yield case.problem(NAME, say("borne.unsaid", word=word), (*path, "zh"), word)


def finished(case: Texts, path: Path, text: Both, clause: str) -> Iterator[Problem]:
    """Told as finished, where the clause of the article that says it tells of a plan or of works; or the other way."""
    found = WHOLE.search(clause)
    going_on = re.search("正在|在建|(?<!已)施工中", clause)
    begun = None if found or going_on else _BEGUN.search(clause)
    under_way = going_on or begun
    if begun and is_to_begin(case, path, text, begun[0]):
        return
    if path[-1] == "plan" or _ASKS.search(clause) or "已成" in clause or bool(found) == bool(under_way):
        return
    if found and (words_of(clause).keys() & set(NOT_WHOLE) or "施工" in clause or is_to_come(case, path, text)):
        return
    word = found[0] if found else under_way[0] if under_way else ""
    pieces = re.split("[。;!?]|,(?!已)", _passage(case, path, text, clause, [word]))
    own = [own_clause(case, ref.id) for ref in references(clause)]
    if any(word in said and (not found or "achieved" in words_of(said)) for said in own):
        return
    words = pairs(REF.sub("·", clause.replace(word, "·")))
    shares = [len(words & pairs(piece)) for piece in pieces]
    best = [piece for piece, n in zip(pieces, shares, strict=True) if n > 1 and n == max(shares)]
    kinds = [{kind for half in piece.split(",") for kind in words_of(case.uncut(half))} for piece in best]
    done, going = {"achieved", "part"}, set(NOT_WHOLE[1:])
    against: bool = bool(kinds) and all(
        k & going and not k & done if found else "achieved" in k and not k & (going | {"acted"} if begun else going)
        for k in kinds
    )
    against &= not (path[0] == "timeline" and path[-1] == "label" and found and word != "已")  # its mark says planned
    if path[0] == "projects" and found and path[-1] == "done" and isinstance(case, Case):
        project = case.content.projects[int(path[1])]
        against |= project.status != "achieved" and not any(
            words_of(case.uncut(piece)).keys() & done for piece in pieces
        )
        best = best or pieces
    if best and against:
        yield case.problem(NAME, say("borne.unfinished", word=word, passage=best[0].strip()), (*path, "zh"), word)


_BEGUN = re.compile("动工|开工|开建|破土|奠基")
_RATE = re.compile("[\u4e00-\u9fff]{2}率")


def _rates(case: Texts, path: Path, text: Both) -> Iterator[Problem]:
    """入驻率 is no 出租率: a rate is called what an article calls it."""
    for rate in _RATE.findall(case.names.blank_zh(text.zh)) if "率" in text.zh else ():
        ones = articles(case, path, text)
        if not any(rate[:2] in one.article.bare.text for one in ones):
            yield case.problem(NAME, say("borne.unsaid", word=rate), (*path, "zh"), rate)


_HOW_MANY = re.compile("数[目量]|多少|几[个名家条处座户套部]|面积|金额")


def _silenced(case: Case, path: Path, text: Both) -> Iterator[Problem]:
    """A text that calls not stated what the bulletin has as a fact."""
    for piece in re.split("[，。；、\n]", text.zh) if is_silent(text) else ():
        silent = SILENT.search(piece) and _HOW_MANY.search(piece)
        for id, fact in case.content.facts.items() if silent else ():
            if fact.value is not None and len(fact.called.zh) > 2 and fact.called.zh in piece:
                yield case.problem(NAME, say("borne.silenced", id=id), (*path, "zh"), fact.called.zh)


def _elsewhere(case: Texts, path: Path, text: Both, clause: str, word: str) -> bool:
    """Does the article have the word, with what stands right before or behind it here?"""
    before, _, after = clause.partition(word)
    with_it = [
        both for both in (before[-2:] + word, word + after[:2]) if len(both) == len(word) + 2 and "<" not in both
    ]
    ones = articles(case, path, text)
    return any(both in one.article.bare.text for both in with_it for one in ones)


def _bears(allows: str, said: str) -> bool:
    """Has the passage one of the words? A single character acts only where it is no part of 停车, 机关."""
    acts = verbs_only(said)
    if _PLAIN.fullmatch(allows):
        return any(one in (said if len(one) > 1 else acts) for one in allows.split("|"))
    return any(len(match[0]) > 1 or acts[match.start()] == match[0] for match in _compiled(allows).finditer(said))


_PLAIN = re.compile(r"[\w|]*")
_NOT = re.compile("[不没未尚无]")


def _denies(clause: str, word: str, said: str) -> bool:
    """不收费 of 不收一分钱; 还没有贯通 of what a plan is to join."""
    if _NOT.match(word):
        behind = _behind(clause, word)
        stated = [one for one in re.split("[。;!?]", said) if behind in one] if len(behind) == 2 else []
        return bool(stated) and all(words_of(one).keys() & FUTURE for one in stated)
    negated = re.search(f"[不没未无免](?={re.escape(word)})", clause)
    return bool(negated and re.search(f"[不没未无免][^,。;]?[{re.escape(word)}]", said))


def _behind(clause: str, word: str) -> str:
    """The two characters that a denial is about."""
    return re.sub(r"^[有能曾经可以会得让许再要]+|\W.*", "", clause.partition(word)[2])[:2]


def _plainly(clause: str, word: str, said: str) -> bool:
    """Does the passage say what a word denies, and nowhere deny it?"""
    behind = _behind(clause, word)
    stated = [one for one in re.split("[,。;!?]", said) if behind in one] if len(behind) == 2 else []
    return bool(stated) and not any(_DENIED.search(one) or words_of(one).keys() & FUTURE for one in stated)


_DENIED = re.compile("[不没未无非免禁]")


def _gone(match: re.Match[str]) -> str:
    return "·" * len(match[0])


def _passage(case: Texts, path: Path, text: Both, clause: str, claimed: list[str]) -> str:
    ids = [ref.id for ref in references(clause)] or case.figures_in(path, text)
    taken = re.compile("|".join(map(re.escape, claimed)))  # what is claimed does not say where to look for it
    words = [pairs(taken.sub("·", REF.sub("·", said))) for said in (clause, text.zh)]
    context = [pairs(said) for said in _context(case, path)]
    found = []
    ones = articles(case, path, text)
    for one in ones:
        article = passages(one.article.bare.text)
        before = "" if isinstance(case, Case) else f"{one.content.name}."
        own = {id.removeprefix(before) for id in ids if id.startswith(before)}
        facts = [one.known[t] for id in own & one.known.keys() for t in (id, *one.known[id].terms) if t in one.known]
        at = [article.at(span[0]) for fact in facts for span in one.quoted(fact)[:1]]
        if path[0] in ("projects", "honours"):
            at += of_part(one, getattr(one.content, str(path[0]))[path[1]])
        close = [] if path[0] == "projects" and at else next((c for some in words if (c := article.closest(some))), [])
        at += [article.at(span[0]) for said in beside(text.zh, clause) for span in one.article.find(said)[:1]]
        over = [i for some in (*context, words[1]) for i in article.closest(some, 1)] if path[0] != "projects" else []
        found += [article.texts[i] for i in {*at, *close, *over}]
    return "\n".join(found) or "\n".join(one.article.bare.text for one in ones)


def of_part(case: Case, part: Project | Honour) -> list[int]:
    """Where the article tells of a project: from its quote up to the next project's, and the quotes of its stage."""
    article, spans = passages(case.article.bare.text), case.quoted(part)[:1]
    starts = sorted(span[0] for other in case.content.projects for span in case.quoted(other)[:1])
    found: list[int] = []
    for start, _ in spans:
        stop = next((at for at in starts if at > start), start + _NEXT)
        found += range(article.at(start), article.at(max(start, min(stop - 1, start + _NEXT))) + 1)
    for quote in part.stage.quotes if isinstance(part, Project) and part.stage else ():
        found += [article.at(span[0]) for span in case.article.find(quote)[:1]]
    return found


def _context(case: Texts, path: Path) -> list[str]:
    """The texts that a head or a title stands over."""
    part = case.parents(path)[-2]
    if isinstance(part, Both):
        return [part.zh]
    inside = [part.text] if isinstance(part, Brief) else part.paragraphs if isinstance(part, Story) else ()
    if isinstance(part, Tracker) and isinstance(case.content, Subdistrict):
        inside = [text for one in case.content.projects for text in (one.name, one.done, one.plan) if text]
    return [clause for text in inside for clause in CLAUSE.split(REF.sub("·", text.zh))]


_BOUND = re.compile(
    "(不到|不足|正好|恰好|刚好|整整|最多|至多|至少|最少|(?<!附)近|大约|约|将近|接近|超过|逾|超|仅|只有|高达|多达)<([^>:]+)"
)
_OF = {"nearly": "近将接", "about": "约大", "over": "超逾", "at_least": "至少", "at_most": "至多"}


def _bounds(case: Case, path: Path, text: Both) -> Iterator[Problem]:
    """What is typed right before a reference stands before the article's number, or is its approximation."""
    for match in _BOUND.finditer(text.zh):
        fact = case.known.get(match[2])
        numeral = case.numeral(fact) if fact else None
        if fact is None or numeral is None or match[1][0] in _OF.get(fact.approx or "", ""):
            continue
        said = BOUNDS.get(match[1], re.compile(match[1]))
        if not said.search(case.article.bare.text, numeral.start - 8, numeral.end):
            yield case.problem(NAME, say("borne.bound", word=match[1], id=match[2]), (*path, "zh"), match[0])


def _honours(case: Case) -> Iterator[Problem]:
    """An honor is called what the article calls it, with the words around; whose it is, `level_why` may add."""
    text = case.article.bare.text
    for i, honour in enumerate(case.content.honours):
        for span in case.quoted(honour)[:1] if honour.level_why is None and "TODO" not in honour.name.zh else ():
            said = iter(re.sub(r"\W", "", text[slice(*sentence(text, span))]))
            if not all(char in said for char in re.sub(r"\W", "", bare(honour.name.zh).text)):
                yield case.problem(NAME, say("borne.honour"), ("honours", i, "name", "zh"))
