"""Key figures, terms, rows of evidence and photographs in the content file, and terms in the glossary.

A figure is one that a fact of the file states, or the article: told by its value and by what is said to be counted.
Where neither can be told, it is TODO.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from bulletin.desk.worksheet.facts import FactStub, facts_of, rests_on, timed
from bulletin.desk.worksheet.lines import fact_lines
from bulletin.desk.worksheet.quotes import Quote
from bulletin.desk.worksheet.wording import Wording
from bulletin.evidence.article import bare
from bulletin.evidence.case import Case
from bulletin.evidence.numerals import Numeral, find_numerals
from bulletin.evidence.statuses import sentence
from bulletin.messages import listed, say

from .entry_operations import NewEvidence, NewFigure, NewPhoto, NewTerm, Words
from .filling import TODO, Desk, unfinished
from .outcome import Outcome
from .spans import CannotEdit, YamlText
from .story_cuts import StoryCuts
from .story_edits import both

if TYPE_CHECKING:
    from .today import Today

GLOSSARY = "content/glossary.yaml"
_NEAR = 0.1  # what the clause of a number counts beside its sentence
_ENOUGH = 0.5  # of the pairs of signs of a label have to stand in the words of a fact


@dataclass(frozen=True, slots=True)
class _Said:
    """A number that somebody typed: its value or date, and what it counts."""

    value: Decimal | None
    date: str | None
    label: str

    @classmethod
    def of(cls, typed: str, label: str) -> _Said | None:
        found = [one for one in find_numerals(bare(typed).text) if one.value is not None or one.date]
        return cls(_decimal(found[0]), found[0].date, label) if len(found) == 1 else None

    def is_that(self, given: Any) -> bool:
        """Does a fact of the content file state it?"""
        if not isinstance(given, dict):
            return False
        return str(given.get("date")) == self.date if self.date else _as_decimal(given.get("value")) == self.value

    def counts(self, words: str) -> float:
        """Which share of the pairs of signs of the label stands in these words."""
        pairs = {a + b for a, b in zip(self.label, self.label[1:], strict=False) if re.fullmatch(r"[^\W\d_]{2}", a + b)}
        return sum(pair in words for pair in pairs) / len(pairs) if pairs else 0.0


class EntryEdits(StoryCuts):
    """Makes the edits. `glossary`: the house's terms, where the project has them."""

    def __init__(self, yaml: YamlText, today: Today, desk: Desk | None):
        super().__init__(yaml, today, desk)
        self.glossary = YamlText(desk.glossary_text, GLOSSARY) if desk and desk.glossary_text else None

    def on_entries(self, one: NewFigure | NewTerm | NewEvidence | NewPhoto) -> Outcome:
        if isinstance(one, NewFigure):
            return self._figure(one)
        if isinstance(one, NewTerm):
            return self._term(one)
        return self._evidence(one) if isinstance(one, NewEvidence) else self._photo(one)

    # ------------------------------------------------------------------ figures

    def _figure(self, one: NewFigure) -> Outcome:
        told: list[str] = []
        ids = [self._fact(typed, one.label, told) for typed in one.typed]
        figures = self.yaml.value(("key_figures",)) if "key_figures" in self.yaml.parsed.data else []
        if any(item.get("of") == ids for item in figures):
            return Outcome(one, "there-already", place=("key_figures",))
        own = self.yaml.parsed.data["facts"].get(ids[0], {}).get("label")
        label = both(*one.label)
        value: dict[str, Any] = {"of": ids} | ({} if len(ids) == 1 and own == label else {"label": label})
        index = next((n + 1 for n, item in enumerate(figures) if one.above in item.get("of", [])), 0)
        self.yaml.insert_item(("key_figures",), index, value)
        return Outcome(one, "applied", _told(told, value), ("key_figures",))

    def _fact(self, typed: str, label: Words, told: list[str]) -> str:
        """The fact of a number: one that is there, else one of the article that is put in, else TODO."""
        said = _Said.of(typed, label[0])
        if said is None:
            told.append(say("import.no-figure", figure=typed))
            return TODO
        if id := self._known(said):
            return id
        if stub := self._stated(said):
            return self._put_fact(replace(stub, label=Wording(label[0] or TODO, label[1] or TODO)), told, printed=True)
        told.append(say("import.no-figure", figure=typed))
        return TODO

    def _known(self, said: _Said) -> str | None:
        """The one fact that states it of the same things."""
        facts = {id: one for id, one in self.yaml.parsed.data["facts"].items() if said.is_that(one)}
        scores = {id: said.counts(f"{_zh(one.get('label'))} {one.get('quote', '')}") for id, one in facts.items()}
        best = _best(scores)
        return None if best is None else str(best)

    def _stated(self, said: _Said) -> FactStub | None:
        """The one number of the article that is it."""
        if self.desk is None or self.desk.case is None or self.desk.clauses is None:
            return None
        same = [one for one in self.desk.case.article.numerals if (_decimal(one), one.date) == (said.value, said.date)]
        stubs = [one for one in facts_of(self.desk.case, same, self.desk.clauses) if isinstance(one, FactStub)]
        text, clauses = self.desk.case.article.bare.text, self.desk.clauses
        scores = {}
        for n, one in enumerate(stubs):
            span = one.numeral.start, one.numeral.end
            around, near = sentence(text, span), clauses.clause(span)
            scores[n] = said.counts(text[slice(*around)]) + _NEAR * said.counts(text[slice(*near)])
        best = _best(scores)
        return None if best is None else stubs[best]

    def _put_fact(self, stub: FactStub, told: list[str], *, printed: bool) -> str:
        """Puts in a fact of the article, as `new` writes it; gives its name."""
        assert self.desk is not None
        assert self.desk.case is not None
        id = self._name(stub.label.en)
        made = timed(self.desk.case, stub)
        lines = [
            line.replace("}  # guessed", "}") if " label:" in line else line for line in fact_lines(id, made, printed)
        ]
        self.yaml.insert_lines(("facts", id), "".join(f"{line}\n" for line in lines))
        told.append(say("import.put-fact", id=id, words=made.quote.text))
        return id

    def _name(self, english: str) -> str:
        """A name that no fact has, of the words of its label."""
        words = re.findall(r"[a-z]+", english.lower().replace("todo", ""))
        name = (
            "_".join([word for word in words if word not in ("of", "the", "a", "an", "and", "in", "with")][:3]) or "new"
        )
        facts = self.yaml.parsed.data["facts"]
        return next(one for one in (name, *(f"{name}_{n}" for n in range(2, len(facts) + 3))) if one not in facts)

    # ------------------------------------------------------------------ evidence

    def _evidence(self, one: NewEvidence) -> Outcome:
        stubs = self._quoted(one)
        if not stubs:
            raise CannotEdit(say("import.not-named", words=one.quote))
        facts = self.yaml.parsed.data["facts"]
        known = {n: id for n, stub in enumerate(stubs) for id, fact in facts.items() if _states(fact, stub)}
        if len(known) == len(stubs):
            new = all("unprinted" in facts[id] for id in known.values())  # nothing prints it as yet
            told_ids = ", ".join(f"<{id}>" for id in known.values())
            why = "" if new else say("import.use-fact", figure=one.printed[0] or one.quote, ids=told_ids)
            return Outcome(one, "there-already" if new else "not-applied", why, ("facts", known[0]))
        told: list[str] = []
        labels = _divided(one.what, len(stubs))
        ids = [
            known[n] if n in known else self._put_fact(replace(stub, label=labels[n]), told, printed=False)
            for n, stub in enumerate(stubs)
        ]
        rows = {"facts": ids, "label": both(*one.what)}
        if len(ids) > 1 and "rows" in self.yaml.parsed.data:
            self.yaml.insert_item(("rows",), len(self.yaml.value(("rows",))), rows)
        left = {id: self.yaml.parsed.data["facts"][id] for id in ids}
        return Outcome(one, "applied", _told(told, left), ("facts",))

    def _quoted(self, one: NewEvidence) -> list[FactStub]:
        """The numbers of the words of the article that the row prints; all of them where it prints none."""
        if self.desk is None or self.desk.case is None or self.desk.clauses is None:
            return []
        spans = self.desk.spans(one.quote)
        if len(spans) != 1:
            return []
        inside = [n for n in self.desk.case.article.numerals if spans[0][0] <= n.start and n.end <= spans[0][1]]
        printed = bare(one.printed[0]).text
        shown = [n for n in inside if n.text in printed] if find_numerals(printed) else inside
        found = facts_of(self.desk.case, shown, self.desk.clauses)
        return [_with_quote(self.desk.case, stub, one.quote) for stub in found if isinstance(stub, FactStub)]

    # ------------------------------------------------------------------ terms

    def _term(self, one: NewTerm) -> Outcome:
        terms = [*self.yaml.parsed.data.get("terms", [])]
        zh = one.term[0]
        there = zh in terms
        if not zh or self.glossary is None:
            raise CannotEdit(say("import.no-term"))
        why = self._gloss(one)
        if there and not why:
            return Outcome(one, "there-already", place=("terms",))
        if not there:
            at = terms.index(one.above) + 1 if one.above in terms else 0
            try:
                self.yaml.replace_list(("terms",), [*terms[:at], zh, *terms[at:]])
            except CannotEdit:  # each on a line of its own
                self.yaml.insert_item(("terms",), at, zh)
        return Outcome(one, "applied", why, ("terms",))

    def _gloss(self, one: NewTerm) -> str:
        """Puts a term, or what it means, into the glossary. Gives what is to be told; nothing where all is there."""
        assert self.glossary is not None
        terms = self.glossary.value(("terms",))
        at = next((n for n, term in enumerate(terms) if term["zh"] == one.term[0]), None)
        text = both(*one.text) if any(one.text) else {"zh": TODO, "en": TODO}
        if at is None:
            value = {"zh": one.term[0], "en": one.term[1] or TODO, "explain": text}
            self.glossary.insert_item(("terms",), len(terms), value)
            return _told([say("import.glossed", term=one.term[0])], value)
        own = terms[at].get("explain")
        if own is None:
            self.glossary.insert_key(("terms", at, "explain"), text)
            return _told([say("import.glossed", term=one.term[0])], text)
        said = {lang: words for lang, words in zip(("zh", "en"), one.text, strict=True) if words}
        other = any(own[lang] != words for lang, words in said.items())
        return say("import.glossed-otherwise", term=one.term[0]) if other else ""

    # ------------------------------------------------------------------ photographs

    def _photo(self, one: NewPhoto) -> Outcome:
        story = self.today.path(one.container.removesuffix(".plates"))
        if story is None:
            return Outcome(one, "conflict", say("import.no-place"))
        here = self.current(story)
        plates = self.yaml.value(here).get("plates", [])
        if any(isinstance(plate, dict) and plate.get("file") == one.file for plate in plates):
            return Outcome(one, "there-already", place=story)
        value: dict[str, Any] = {"kind": "photo", "file": one.file, "alt": both(*one.alt)}
        value |= {"caption": both(*one.caption), "credit": {"zh": TODO, "en": TODO}}
        if not plates:
            self.yaml.insert_key((*here, "plates"), [value])
        else:
            container = (*story, "plates")
            behind = self.today.path(f"{one.container}.{one.after}") if one.after >= 0 else ()
            self.put(container, () if behind is None else behind, value)
        return Outcome(one, "applied", _told([say("import.photo", file=one.file)], value), story)


def _decimal(one: Numeral) -> Decimal | None:
    return None if one.value is None else Decimal(one.value.numerator) / Decimal(one.value.denominator)


def _as_decimal(value: Any) -> Decimal | None:
    return Decimal(str(value)) if isinstance(value, (int, float, Decimal)) else None


def _zh(label: Any) -> str:
    return str(label.get("zh", "")) if isinstance(label, dict) else ""


def _best(scores: dict[Any, float]) -> Any:
    """The one with the highest score, if it is high enough and no other has it."""
    most = max(scores.values(), default=0.0)
    best = [key for key, score in scores.items() if score == most]
    return best[0] if most >= _ENOUGH and len(best) == 1 else None


def _states(fact: Any, stub: FactStub) -> bool:
    """Does a fact rest on these very words?"""
    if not isinstance(fact, dict) or not _Said(_decimal(stub.numeral), stub.numeral.date, "").is_that(fact):
        return False
    one, other = bare(str(fact.get("quote", ""))).text, bare(stub.quote.text).text
    return one in other or other in one


def _with_quote(case: Case, stub: FactStub, words: str) -> FactStub:
    """With the words that somebody chose, where they prove the number."""
    own = replace(stub, quote=Quote(words))
    exact = (stub.exact, None, case.article.bare.text[slice(*stub.numeral.digits)])
    tried = (replace(own, exact=one) for one in exact)
    return next((one for one in tried if rests_on(case, one.fact(), stub.numeral)), stub)


def _divided(what: Words, count: int) -> list[Wording]:
    """The labels of a row's figures, where the row names each; one figure has the whole."""
    if count == 1:
        return [Wording(what[0] or TODO, what[1] or TODO)]
    parts = [re.split(r"[、，；]", what[0]), re.split(r"[,;]\s*", what[1])]
    zh, en = (one if len(one) == count else [TODO] * count for one in parts)
    return [Wording(a, b) for a, b in zip(zh, en, strict=True)]


def _told(rows: Sequence[str], value: Any) -> str:
    left = [*unfinished(value)]
    return "\n".join([*rows, *([say("import.to-do", places=listed(left))] if left else [])])
