"""borne: what a text claims in words — who, how much, how far, which way — the article's own passage bears out.

Passes:  zh: 街道新建公厕<toilets>              (街道新建、改建公厕3座)
Fails:   zh: 街道取消公厕<toilets>              (no word of the passage says that anything ends)
Fails:   zh: 苑陵商场正建主体                   (the article: 普乐天地…正在主体建设;…苑陵商场正在进行内部装修)
Fails:   honours: [{name: {zh: 郑州市模范单位}, quote: 郑州市文明单位}]

The passage: the stretches between full stops and semicolons that state the figures of a clause or name its project, and
those that share the rarest words with it. Of a name is said what stands in its clauses, up to where another is named.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from bulletin.content.model import Both, Brief, Honour, Project, Story, Subdistrict, Tracker
from bulletin.content.prose import references
from bulletin.content.yaml_text import Path
from bulletin.evidence.article import bare
from bulletin.evidence.borne_words import ROWS
from bulletin.evidence.case import Case, Texts
from bulletin.evidence.features import pairs
from bulletin.evidence.passages import passages, said_of_names
from bulletin.evidence.rules.around import OWN_WORDS
from bulletin.evidence.rules.unstated import SILENT, SILENT_MAYBE, articles
from bulletin.evidence.statuses import sentence
from bulletin.messages import say
from bulletin.problems import Problem

NAME = "borne"
_CLAUSE = re.compile("[，。；：！？\n]")
_OURS = ("note", "doubt", "whose", "line")
_REF = re.compile("<[^>]*>")
_ASKS = re.compile(r"何时|是否|多少|有几|怎么|什么|([\u4e00-\u9fff])不\1")
_NEXT = 160
"""Characters behind a project's quote that may still tell of it."""
Allowed = tuple[re.Pattern[str], re.Pattern[str]]


def _by_first() -> dict[str, list[Allowed]]:
    found = defaultdict[str, list[Allowed]](list)
    for words, said in ROWS:
        for word in re.findall(r"(?:\([^()]*\)|\[[^\]]*\]|[^|])+", words):
            found[word[0]].append((re.compile(word), said))
    return found


_WORDS = _by_first()
_FIRST = re.compile(f"[{''.join(_WORDS)}]")


def check(case: Texts) -> Iterator[Problem]:
    for path, text in case.pairs:
        ours = path[0] in OWN_WORDS or path[-1] in _OURS or (path[0] == "briefs" and not isinstance(case, Case))
        if not ours:
            yield from _text(case, path, text)
        if isinstance(case, Case):
            yield from _bounds(case, path, text)
    if isinstance(case, Case):
        yield from _honours(case)


def claims(zh: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Words of a Chinese clause that claim something, with what bears them out."""
    end = 0
    for at in () if _ASKS.search(zh) else _FIRST.finditer(zh):
        if at.start() >= end:
            for word, said in _WORDS[at[0]]:
                if match := word.match(zh, at.start()):
                    end = max(end, match.end())
                    yield match[0], said


def _text(case: Texts, path: Path, text: Both) -> Iterator[Problem]:
    words = case.names.blank_zh(text.zh)
    silent = SILENT.sub(_gone, SILENT_MAYBE.sub(_gone, words))
    at = 0
    for clause in _CLAUSE.split(text.zh):
        covered = _REF.sub("·", silent[at : at + len(clause)])
        at += len(clause) + 1
        if isinstance(case, Case) and path[0] not in ("facts", "honours"):
            yield from _of_another(case, path, _REF.sub("·", clause))
        if found := list(claims(covered)):
            said = _passage(case, path, text, clause, [word for word, _ in found])
            for word, allows in found:
                ours = not isinstance(case, Case) and word[0] in "不没未尚无"  # the summary tells what it leaves out
                if not ours and not allows.search(said) and _denies(clause, word, said):
                    yield case.problem(NAME, say("borne.unsaid", word=word), (*path, "zh"), word)


_NOT = re.compile("[不未没尚从毫无并].*")


def _denies(clause: str, word: str, said: str) -> bool:
    """A word that says not denies something only where the passage says what stands behind it."""
    behind = clause.partition(word)[2][:2]
    return not _NOT.fullmatch(word) or word == "不间断" or len(behind) < 2 or behind in said


def _gone(match: re.Match[str]) -> str:
    return "·" * len(match[0])


def _passage(case: Texts, path: Path, text: Both, clause: str, claimed: list[str]) -> str:
    ids = [ref.id for ref in references(clause)] or case.figures_in(path, text)
    taken = re.compile("|".join(map(re.escape, claimed)))  # what is claimed does not say where to look for it
    words = [pairs(taken.sub("·", _REF.sub("·", said))) for said in (clause, text.zh)]
    context = [pairs(said) for said in _context(case, path)]
    found = []
    ones = articles(case, path, text)
    for one in ones:
        article = passages(one.article.bare.text)
        own = {id.rpartition(".")[2] for id in ids if "." not in id or id.startswith(f"{one.content.name}.")}
        facts = [one.known[t] for id in own & one.known.keys() for t in (id, *one.known[id].terms) if t in one.known]
        at = [article.at(span[0]) for fact in facts for span in one.quoted(fact)[:1]]
        if path[0] in ("projects", "honours"):
            at += _of_part(one, getattr(one.content, str(path[0]))[path[1]])
        close = [] if path[0] == "projects" and at else next((c for some in words if (c := article.closest(some))), [])
        over = [i for some in (*context, words[1]) for i in article.closest(some, 1)] if path[0] != "projects" else []
        found += [article.texts[i] for i in {*at, *close, *over}]
    return "\n".join(found) or "\n".join(one.article.bare.text for one in ones)


def _of_part(case: Case, part: Project | Honour) -> list[int]:
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
    return [clause for text in inside for clause in _CLAUSE.split(_REF.sub("·", text.zh))]


@lru_cache(maxsize=8)
def _of_names(case: Case) -> dict[str, dict[str, float]]:
    place = case.content.place.zh + case.content.within.zh
    named = (
        (term.zh, frozenset({term.zh, *term.zh_also} - {form for form in (term.zh, *term.zh_also) if form in place}))
        for term in case.glossary.terms
        if term.kind == "name"
    )
    return _said(case.article.bare.text, tuple(named))


@lru_cache(maxsize=32)
def _said(article: str, named: tuple[tuple[str, frozenset[str]], ...]) -> dict[str, dict[str, float]]:
    return said_of_names(article, {name: forms for name, forms in named if any(form in article for form in forms)})


def _of_another(case: Case, path: Path, clause: str) -> Iterator[Problem]:
    """Of the names in a clause the article says none of it, but of another."""
    terms = [(form, term.zh) for form, term in case.names.terms_in(clause) if term.kind == "name"]
    if not terms:
        return
    said = _of_names(case)
    names = [name for _, name in terms if name in said]
    words = pairs(re.sub("|".join(re.escape(form) for form, _ in terms), "·", clause))
    if not names or not words:
        return
    own = max(sum(said[name].get(pair, 0) for pair in words) for name in names)
    share, other = max((sum(rare.get(pair, 0) for pair in words), name) for name, rare in said.items())
    if share >= (0.9 if own == 0 else 3 * own + 1):
        message = say("borne.of_another", other=other, name=names[0])
        yield case.problem(NAME, message, (*path, "zh"), next(form for form, name in terms if name == names[0]))


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
        if match[1] not in case.article.bare.text[max(0, numeral.start - 8) : numeral.end]:
            message = say("borne.bound", word=match[1], id=match[2])
            yield case.problem(NAME, message, (*path, "zh"), match[0])


def _honours(case: Case) -> Iterator[Problem]:
    """An honor is called what the article calls it, with the words around; whose it is, `level_why` may add."""
    text = case.article.bare.text
    for i, honour in enumerate(case.content.honours):
        for span in case.quoted(honour)[:1] if honour.level_why is None and "TODO" not in honour.name.zh else ():
            said = iter(re.sub(r"\W", "", text[slice(*sentence(text, span))]))
            if not all(char in said for char in re.sub(r"\W", "", bare(honour.name.zh).text)):
                yield case.problem(NAME, say("borne.honour"), ("honours", i, "name", "zh"))
