"""label: what a label says is said of its own fact, not of another one.

Passes:  label: {zh: 立即整改, en: fixed at once}     quote: 排查隐患5400余条,立即整改4500余条   exact: "4500"
Fails:   label: {zh: 立即整改, en: fixed at once}     quote: 排查隐患5400余条,立即整改4500余条   exact: "5400"
Fails:   items: [{of: fixed, label: {zh: 整改, en: fixed}}, {of: dated, label: {zh: 整改, en: fixed}}]
Fails:   bars: [{of: visits, label: {zh: 化解矛盾, en: disputes settled}}, …]     (where disputes is another fact)

A fact's label is held against the words around its number in the article; the label of a figure in a plate, among the
key figures or on the time line, against the labels and quotes of all facts that could stand there.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import combinations

from bulletin.content.measures import MEASURES
from bulletin.content.model import Both, Fact, Shown, Untitled
from bulletin.content.prose import references
from bulletin.content.yaml_text import Path
from bulletin.evidence.case import Case, Texts
from bulletin.evidence.features import Features, concepts, pairs, stems
from bulletin.evidence.said_of import known
from bulletin.evidence.spoken_of import alike, out_of_place, replaced
from bulletin.evidence.statement import Stated
from bulletin.evidence.statuses import clause_of
from bulletin.evidence.texts import Parts, is_finished, named
from bulletin.messages import say
from bulletin.problems import Problem

NAME = "label"
_LIMIT = re.compile("[期时]限|时[间长]|年龄|用时|限期")
_BEFORE = 30
"""Characters of the article in front of a quote that may name what it speaks of."""

Index = Mapping[str, list[tuple[str, int]]]
Placed = tuple[Path, list[str], Counter[str]]


def check(case: Texts) -> Iterator[Problem]:
    if isinstance(case, Case):
        yield from _own_labels(case)
        yield from _nouns(case)
        yield from _of_two(case)
    yield from _unlabelled(case)
    yield from _alike(case)
    index = _index({id: _profile(case, id) for id in case.known})
    beside = defaultdict[Path, list[Placed]](list)
    for path, label, ids in _labels(case.parts):
        if "<" not in label.zh and (known_ids := [id for id in ids if id in case.known]):
            scores = _scores(index, pairs(label.zh) | stems(label.en))
            found = (
                list(_of_another(case, path, label, known_ids, scores))
                if path[0] != "rows" and path[-1] != "text"
                else []
            )
            yield from found
            if not found:
                beside[path[:-2]].append((path, known_ids, scores))
    for labels in beside.values():
        yield from _changed_places(case, labels)
    for path, text in case.finished:
        if "<" in text.zh:
            yield from _replaced(case, path, text, index)


def _unlabelled(case: Texts) -> Iterator[Problem]:
    """Figures that stand under the label of their fact, which has none."""
    for path, part in case.parts:
        if not isinstance(part, Fact) and getattr(part, "label", part) is None:
            ids = [id for _, id in named([((), part)])][:1]
            for id in ids if path[0] != "facts" else ():
                if id in case.known and case.known[id].label is None:
                    yield case.problem(NAME, say("label.none", id=id), path, id)


def _alike(case: Texts) -> Iterator[Problem]:
    """Two labels side by side that read the same; a stage that two rows of the tracker call differently.

    Facts may share one; in a summary the same is told of several places.
    """
    seen, called = set[tuple[object, ...]](), dict[str, str]()
    for path, label in case.finished:
        stage = path[0] == "projects"
        if path[-1] != "label" or path[0] == "facts" or not (stage or isinstance(case, Case)):
            continue
        for key, words, other in (("zh", label.zh, label.en), ("en", label.en, label.zh)):
            if stage and called.setdefault(words, other) != other:
                yield case.problem(NAME, say("label.renders", words=words, other=called[words]), (*path, key))
            elif not stage and (*path[:-2], key, words) in seen:
                yield case.problem(NAME, say("label.alike", words=words), (*path, key))
            seen.add((*path[:-2], key, words))


def _of_two(case: Case) -> Iterator[Problem]:
    """A label that two facts of one unit and time have; the English of another's, whose Chinese is quite another."""
    labelled = {id: fact for id, fact in case.content.facts.items() if fact.label and is_finished(fact.label)}
    for (one, first), (other, second) in combinations(labelled.items(), 2):
        same = first.called.zh == second.called.zh and not first.date and not second.date
        one_thing = same and first.counted == second.counted and _of_one_time(case, first, second)
        if one_thing or (first.called.zh == second.called.zh and _is_of_one_alone(first, second)):
            yield case.problem(NAME, say("label.label", id=other, other=one), ("facts", other, "label", "zh"))
    called = [(fact.called.zh, fact.called.en.lower()) for fact in labelled.values()]
    for path, text in (one for one in case.finished if one[0][-1] == "label" and one[0][0] != "projects"):
        said, own = sorted({zh for zh, en in called if en == text.en.lower()}), text.zh in dict(called)
        others = [zh for zh in said if zh != text.zh and ((own and path[0] != "facts") or not _reads_like(zh, text.zh))]
        if others and (path[0] == "facts" or text.zh not in said):
            yield case.problem(NAME, say("label.renders", words=text.en, other=others[0]), (*path, "en"))


def _reads_like(one: str, other: str) -> bool:
    """Can the English of two labels be the same? 最大降雨量, 最强降雨; not 已整改点位, 正在施工点位."""
    return one in other or other in one or len(set(one) & set(other)) > 0.6 * min(len(set(one)), len(set(other)))


def _of_one_time(case: Case, one: Fact, other: Fact) -> bool:
    """Of one period; where neither has one, of no clause that tells of a change: 运费从4元降到1.8元."""
    if one.period or other.period:
        return one.period == other.period
    if one.quote != other.quote:
        return True
    text = case.article.bare.text
    clauses = [clause_of(text, span) for fact in (one, other) for span in case.quoted(fact)[:1]]
    return len(clauses) == 2 and clauses[0] == clauses[1] and not _CHANGE.search(text, *clauses[0])


def _is_of_one_alone(one: Fact, other: Fact) -> bool:
    """Has the quote of one much of the label that both have, and the other's nothing?"""
    label = pairs(one.called.zh)
    here, there = (len(label & pairs(fact.quote or "")) for fact in (one, other))
    return bool(one.quote and other.quote) and min(here, there) == 0 and 2 * max(here, there) >= len(label) > 0


def _own_labels(case: Case) -> Iterator[Problem]:
    """Labels of two facts that fit the quotes better the other way round."""
    facts = {id: fact for id, fact in case.content.facts.items() if fact.quote and fact.label}
    index = _index({id: _quoted(case, id) for id in facts})
    rows = {id: _scores(index, pairs(fact.called.zh)) for id, fact in facts.items()}
    for one, other in _exchanged(rows, 1):
        alike = facts[one].quote == facts[other].quote and bool(facts[one].date) != bool(facts[other].date)
        if not alike and not (_is_limit(facts[one]) or _is_limit(facts[other])):
            yield case.problem(NAME, say("label.label", id=one, other=other), ("facts", one, "label", "zh"))


def _is_limit(fact: Fact) -> bool:
    """办结期限, of a length of time: a word that the article seldom has says what it is."""
    measure = MEASURES.get(fact.unit.zh) if fact.unit else None
    return bool(measure and measure.dimension in ("month", "minute") and _LIMIT.search(fact.called.zh))


def _nouns(case: Case) -> Iterator[Problem]:
    """English nouns of two facts that fit their labels and quotes better the other way round."""
    nouns, labels = dict[str, Features](), dict[str, list[tuple[Features, int]]]()
    for id, fact in case.content.facts.items():
        if fact.label and fact.unit and fact.unit.zh not in MEASURES and (stated := case.figures.get(id)):
            noun, label = fact.noun.lower(), fact.label
            nouns[id] = stems(noun) | concepts(noun, 1)
            said = concepts(f"{label.zh} {stated.beside}", 0) | concepts(label.en.lower(), 1)
            labels[id] = [(stems(label.en), 2), (said, 1)]
    index = _index(labels)
    for one, other in _exchanged({id: _scores(index, noun) for id, noun in nouns.items()}, 2):
        if nouns[one] != nouns[other]:
            yield case.problem(NAME, say("label.noun", id=one, other=other), ("facts", one, "unit"))


def _exchanged(rows: Mapping[str, Counter[str]], margin: int) -> Iterator[tuple[str, str]]:
    """Two of which each fits better in the other's place, by more than the margin; both ways round."""
    for one, row in rows.items():
        for other, score in row.items():
            back = rows[other]
            if score + back[one] > row[one] + back[other] + margin:
                yield one, other


def _quoted(case: Case, id: str) -> list[tuple[Features, int]]:
    """The words of the article around a fact's number: the nearest count most."""
    stated, spans = case.figures.get(id), case.quoted(case.content.facts[id])
    start, end = spans[0] if spans else (0, 0)
    around = pairs(case.article.bare.text[max(0, start - _BEFORE) : end])
    return [(pairs(stated.beside), 2), (pairs(stated.phrase), 1), (around, 1)] if stated else []


def _profile(case: Texts, id: str) -> list[tuple[Features, int]]:
    """The words by which a fact is known, in both languages."""
    stated = case.figures.get(id)
    assert stated is not None
    return _words_of(stated)


@lru_cache(maxsize=4096)
def _words_of(stated: Stated) -> list[tuple[Features, int]]:
    near = pairs(stated.fact.called.zh) | pairs(stated.beside)
    return [(near, 2), (pairs(stated.phrase), 1), (pairs(stated.fact.quote or ""), 1), (known(stated).en, 2)]


def _index(profiles: Mapping[str, list[tuple[Features, int]]]) -> Index:
    """Which facts are known by a word."""
    index = defaultdict[str, list[tuple[str, int]]](list)
    for id, profile in profiles.items():
        for features, weight in profile:
            for feature in features:
                index[feature].append((id, weight))
    return index


def _scores(index: Index, words: Features) -> Counter[str]:
    scores = Counter[str]()
    for word in sorted(words):  # of two that score alike, the same comes first in every run
        for id, weight in index.get(word, ()):
            scores[id] += weight
    return scores


def _changed_places(case: Texts, labels: list[Placed]) -> Iterator[Problem]:
    """Two labels of one plate, row or time line that fit better the other way round."""
    for (path, ids, scores), (other_path, others, back) in combinations(labels, 2):
        if set(ids) & set(others):
            continue
        straight = _best(scores, ids) + _best(back, others)
        margin = 2 if all(case.known[id].label for id in (*ids, *others)) else 6
        if _best(scores, others) + _best(back, ids) > straight + margin:
            yield case.problem(NAME, say("label.label", id=ids[0], other=others[0]), (*path, "zh"))
            yield case.problem(NAME, say("label.label", id=others[0], other=ids[0]), (*other_path, "zh"))


def _best(scores: Counter[str], ids: list[str]) -> int:
    return max(scores[id] for id in ids)


_CHANGE = re.compile("[由从].*[到至为]")
_STOP = re.compile("[，。；：！？、\n]")


def _replaced(case: Texts, path: Path, text: Both, index: Index) -> Iterator[Problem]:
    """A reference whose words beside it speak of another fact of the same unit, which the text leaves out."""
    meant = _by_labels(case, path, text, index)
    if (path, text) in case.told and path[0] != "projects":
        meant = {one.ref.id: one.meant for one in replaced(case, text.zh)} | meant
        own = out_of_place(case, text.zh) if isinstance(case, Case) else ()
        meant = {one.ref.id: one.meant for one in own} | meant
    for id, other in meant.items():
        yield case.problem(NAME, say("label.replaced", id=id, other=other), (*path, "zh"), f"<{id}")


def _by_labels(case: Texts, path: Path, text: Both, index: Index) -> dict[str, str]:
    """The same by the words of the labels and quotes, for the words next to the reference alone."""
    refs, found = list(references(text.zh)), dict[str, str]()
    here = {ref.id for ref in refs}
    for before, ref, after in zip([None, *refs], refs, [*refs[1:], None], strict=False):
        if ref.id not in case.known or case.known[ref.id].label is None:
            continue
        left = text.zh[before.start + len(before.source) if before else 0 : ref.start]
        right = text.zh[ref.start + len(ref.source) : after.start if after else len(text.zh)]
        words = pairs(_STOP.split(left)[-1]) | pairs(_STOP.split(right)[0])
        if path[0] == "projects" and not words and isinstance(case, Case):
            words = pairs(case.content.projects[int(path[1])].name.zh)
        scores = _scores(index, words)
        for id, score in scores.most_common(8):
            if id not in here and alike(case.known[ref.id], case.known[id]):
                if score > max(4, 2 * scores[ref.id]):
                    found[ref.id] = id
                break
    return found


def _of_another(case: Texts, path: Path, label: Both, ids: list[str], scores: Counter[str]) -> Iterator[Problem]:
    dated = case.known[ids[0]].date is not None
    if any(case.known[id].label is None for id in ids):  # too little is known of it to say that it is another's
        return
    called = [case.known[id].called.zh for id in ids]
    for id, score in scores.most_common(8):
        if id not in ids and (case.known[id].date is not None) == dated:
            its = case.known[id].label
            if its and its.zh == label.zh and not any(label.zh in own for own in called):
                yield case.problem(NAME, say("label.label", id=ids[0], other=id), (*path, "zh"))
                return
            alike = "events" in path and _when(case.known[id]) == _when(case.known[ids[0]])
            if not alike and score > max(5, 2 * max(scores[own] for own in ids)):
                yield case.problem(NAME, say("label.label", id=ids[0], other=id), (*path, "zh"))
            return


def _when(fact: Fact) -> str:
    """What the time line draws of a fact."""
    return fact.date or repr(fact.period)


def _labels(parts: Parts) -> Iterator[tuple[Path, Both, list[str]]]:
    """Every label that is not a fact's own, with the facts that stand under it."""
    for path, part in parts:
        ids = [id for _, id in named([((), part)])] if not isinstance(part, Untitled) else []
        for key in ("label", "text") if ids else ():
            if isinstance(words := getattr(part, key, None), Both):
                yield (*path, key), words, ids
        for cell in getattr(part, "cells", ()):  # figures without labels stand under the title
            if isinstance(cell, Shown) and cell.of:
                yield (*path, "title"), part.title, [cell.of]  # type: ignore[attr-defined]
