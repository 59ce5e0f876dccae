"""head: what stands over a text speaks of it, and not of the text beside it.

Passes:  head: {zh: 农户, en: Homes}     zh: 农户改水<water>，改厕<toilets>
Fails:   head: {zh: 树木, en: Trees}     zh: 农户改水<water>，改厕<toilets>   (beside a paragraph about trees)

The heads of a story's paragraphs, the titles of stories and briefs, and the cells of the tracker are held against what
they stand over, in both languages. Two that fit better the other way round have changed places. A name or a thing in
one of them is spoken of below it, a figure of a title is shown there; how far the title of the tracker says that works
have come, one of them has.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations
from math import fsum
from typing import NamedTuple

from bulletin.content.model import Both
from bulletin.content.prose import references
from bulletin.content.yaml_text import Path
from bulletin.evidence.case import Case, Texts
from bulletin.evidence.cells import misplaced
from bulletin.evidence.coming import own_clause
from bulletin.evidence.credits import unsaid
from bulletin.evidence.features import THINGS, Features, concepts, pairs, stems
from bulletin.evidence.passages import passages
from bulletin.evidence.rows import misheaded
from bulletin.evidence.rules.around import REF
from bulletin.evidence.rules.borne import of_part
from bulletin.evidence.statuses import proved_by
from bulletin.evidence.texts import is_finished, named
from bulletin.messages import say
from bulletin.problems import Problem

NAME = "head"
_CLAUSE = re.compile("[，。；]")
_OPENED = re.compile("[已正]投(?=用|入使用|产|运)|投入(?=使用|运营|运行)")
"""已投用, 投入使用: in use; nothing is spent there."""
_HAN = re.compile("[\u4e00-\u9fff]")
_ONE = 0.25
"""What a single character counts, where a pair or an English word counts 1."""


class Over(NamedTuple):
    """What stands over a text, its words, and the words of the text."""

    path: Path
    text: Both
    words: Features
    under: Features
    said: str


def check(case: Texts) -> Iterator[Problem]:
    for i, story in enumerate(getattr(case.content, "stories", ())):
        at: Path = ("stories", i, "paragraphs")
        heads = [_over(case, (*at, n, "head"), one.head, [one]) for n, one in enumerate(story.paragraphs) if one.head]
        yield from _exchanged(case, heads, 0.5)
    stories = enumerate(getattr(case.content, "stories", ()))
    yield from _exchanged(case, [_over(case, ("stories", i, "title"), s.title, s.paragraphs) for i, s in stories], 2)
    briefs = enumerate(getattr(case.content, "briefs", ()))
    yield from _exchanged(case, [_over(case, ("briefs", i, "title"), one.title, [one.text]) for i, one in briefs], 0.5)
    if isinstance(case, Case):
        yield from _tracked(case)
        for key in ("name", "size", "done", "plan"):
            yield from _exchanged(case, [*_cells(case, key)], 0.5)
        yield from _imprint(case)
    yield from _unshown(case)
    for cell in misplaced(case) if isinstance(case, Case) else misheaded(case):
        yield case.problem(NAME, cell.message, cell.path, cell.word)


def _unshown(case: Texts) -> Iterator[Problem]:
    """A figure of a title that nothing under it shows, nor what the article says in one sentence with it."""
    for path, text in case.told:
        asked = {ref.id for ref in references(text.zh) if ref.id in case.known and case.known[ref.id].date is None}
        if path[-1] != "title" or not asked or len(path) == 1:
            continue
        under = [(at, part) for at, part in case.parts if at[: len(path) - 1] == path[:-1] and at != path]
        shown = {id for _, id in named(under)}
        shown |= {ref.id for _, part in under if isinstance(part, Both) for ref in references(part.zh)}
        said = {own_clause(case, id, whole=True) for id in shown & case.known.keys()}
        for id in sorted(asked - shown):
            sentence = own_clause(case, id, whole=True)
            if sentence and sentence not in said:
                yield case.problem(NAME, say("head.unshown", id=id), (*path, "zh"), f"<{id}")


def _imprint(case: Case) -> Iterator[Problem]:
    """Who wrote it and where it stood, as the article says."""
    further = [("articles", key, "source") for key in case.content.articles]
    for at, article, source in zip([("source",), *further], case.article.each, case.content.sources, strict=True):
        for key in ("byline", "headline", "published"):
            text = getattr(source, key)
            for word in unsaid(article, text, key == "byline") if text and is_finished(text) else ():
                yield case.problem(NAME, say("head.imprint", word=word), (*at, key, "zh"), word)


def _tracked(case: Case) -> Iterator[Problem]:
    """How far the title of the tracker says that works have come, one of those that it names has."""
    tracker = case.content.tracker
    for clause in _CLAUSE.split(tracker.title.zh) if tracker else ():
        told = proved_by(clause)
        named = [one for one in case.content.projects if one.tracked and pairs(one.name.zh) & pairs(clause)]
        cells = "".join(cell.zh for one in named for cell in (one.done, one.plan) if cell)
        if told and named and not any(one.status in told for one in named) and not told & proved_by(cells):
            yield case.problem(NAME, say("head.status", clause=clause), ("tracker", "title", "zh"), clause)


def _over(case: Texts, path: Path, text: Both, below: Iterable[Both]) -> Over:
    names = case.names
    plain = [(REF.sub(" ", one.zh), REF.sub(" ", one.en)) for one in below]
    ids = [ref.id for one in below for ref in references(one.zh) if ref.id in case.known]
    words = [_words(names.blank_zh(zh), names.blank_en(en, zh)) for zh, en in plain]
    words += [_words(case.known[id].called.zh, case.known[id].called.en) for id in ids]
    passage = _passage(case, ids, [zh for zh, _ in plain]) if isinstance(case, Case) else []
    under = frozenset[str]().union(*words, *(pairs(one) for one in passage))
    said = "\n".join([*(zh for zh, _ in plain), *passage, *(case.known[id].called.zh for id in ids)])
    return Over(path, text, _words(REF.sub(" ", text.zh), REF.sub(" ", text.en)), under, said)


def _passage(case: Case, ids: list[str], texts: list[str]) -> list[str]:
    """Where the article states the figures, and where it speaks of the same; with what leads to it."""
    article = passages(case.article.bare.text)
    at = {article.at(span[0]) for id in ids for span in case.quoted(case.known[id])[:1]}
    at |= {i for text in texts for clause in _CLAUSE.split(text) for i in article.closest(pairs(clause), 1)}
    return [article.texts[i] for i in {max(0, n) for i in at for n in (i - 1, i)}]


def _cells(case: Case, key: str) -> Iterator[Over]:
    """A cell of each project, held against the project's name and where the article tells of it."""
    article = passages(case.article.bare.text).texts
    for i, project in enumerate(case.content.projects):
        cell = getattr(project, key)
        if cell is not None:
            places = of_part(case, project)
            said = [article[at] for at in places] + [project.quote]
            lead = article[max(0, places[0] - 2) : places[0]] if places else ()  # 一期…;二期…
            under = pairs("\n".join(said)) | (
                frozenset() if key == "name" else _words(project.name.zh, project.name.en)
            )
            facts = [case.known[ref.id] for ref in references(cell.zh) if ref.id in case.known]
            of_facts = [_words(f.called.zh, f.called.en) | pairs(f.quote or "") for f in facts]
            words = _words(REF.sub(" ", cell.zh), REF.sub(" ", cell.en)).union(*of_facts)
            yield Over(("projects", i, key), cell, words, under, "\n".join([*lead, *said]))


def _things(zh: str) -> Iterator[str]:
    """What a text names of the table of things."""
    plain = _OPENED.sub("·", zh)
    yield from (word for word in sorted(THINGS) if word in plain)


@lru_cache(maxsize=2048)
def _words(zh: str, en: str) -> Features:
    return pairs(zh) | frozenset(_HAN.findall(zh)) | stems(en) | concepts(zh, 0) | concepts(en.lower(), 1)


def _exchanged(case: Texts, group: list[Over], margin: float) -> Iterator[Problem]:
    """Two that fit better the other way round; a name that is not in what it stands over."""
    group = [one for one in group if is_finished(one.text)]
    for one in group:
        for form, term in case.names.terms_in(one.text.zh) if one.path[-1] in ("head", "name", "title") else ():
            if term.kind == "name" and not any(known in one.said for known in (term.zh, *term.zh_also)):
                yield case.problem(NAME, say("head.stranger", name=form), (*one.path, "zh"), form)
        for word in _things(case.names.blank_zh(one.text.zh)) if one.path[-1] in ("head", "title") else ():
            if not concepts(word, 0) & concepts(one.said, 0):
                yield case.problem(NAME, say("head.stranger", name=word), (*one.path, "zh"), word)
    often = Counter(word for one in group for word in one.under)

    def fits(over: Over, under: Over) -> float:
        return fsum((_ONE if len(word) == 1 else 1) / often[word] for word in over.words & under.under)

    own = [fits(one, one) for one in group]
    for (i, one), (j, other) in combinations(enumerate(group), 2):
        if fits(one, other) + fits(other, one) > own[i] + own[j] + margin:
            yield case.problem(NAME, say("head.exchanged", one=one.text.zh, other=other.text.zh), (*one.path, "zh"))
