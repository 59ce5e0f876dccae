"""Ways in which real content goes wrong: a finger slips, figures are mixed up, one language changes and the other not.

A mutant is one changed fact or one changed text. All choices are seeded, so that a run can be repeated.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from bulletin.content.model import Both, Fact
from bulletin.content.prose import references
from bulletin.content.translations import Lock
from bulletin.content.yaml_text import Path
from bulletin.evidence.case import Case
from bulletin.evidence.rules import (
    glossary,
    language,
    parity,
    quote,
    quote_approx,
    quote_status,
    quote_value,
    reference,
    typed_number,
)
from bulletin.problems import Problem
from tests.conftest import ROOT, workshop

FACT_RULES = (quote, quote_value, quote_approx, quote_status)
TEXT_RULES = (typed_number, reference, glossary, parity, language)
STATUSES = ("achieved", "standing", "under_way", "expected", "planned", "applied_for")
CARDINALS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
ORDINALS = ["first", "second", "third", "fourth", "fifth"]
WORDS = [*CARDINALS, *ORDINALS, "half", "both", "twice"]


@dataclass(frozen=True)
class Mutant:
    """What was changed where: `what` is for the list of those that slip through."""

    kind: str
    what: str
    case: Case
    path: Path
    new: Fact | Both


def cases() -> list[Case]:
    """The real content, with every translation looked at."""
    bench = workshop(ROOT)
    found = [bench.case(*bench.library.contents[name]) for name in bench.project.names()]
    return [replace(case, lock=Lock({case.stem: tuple(case.entries)})) for case in found]


def is_caught(mutant: Mutant) -> list[Problem]:
    """What the rules say of the mutant that they do not say of the original."""
    if isinstance(mutant.new, Fact):
        return fact_problems(mutant.case, str(mutant.path[1]), mutant.new)
    before = {(p.rule, p.message) for p in text_problems(mutant.case, mutant.path, original(mutant))}
    return [p for p in text_problems(mutant.case, mutant.path, mutant.new) if (p.rule, p.message) not in before]


def fact_problems(case: Case, id: str, fact: Fact) -> list[Problem]:
    """What the rules about facts say, were the file's only fact this one."""
    only = case.content.model_copy(update={"facts": {id: fact}, "projects": [], "honours": [], "left_out": []})
    changed = replace(case, content=only, known=only.facts)
    return [problem for rule in FACT_RULES for problem in rule.check(changed)]


def text_problems(case: Case, path: Path, text: Both) -> list[Problem]:
    """What the rules about prose say of one text."""
    return [problem for rule in TEXT_RULES for problem in rule.check_text(case, path, text)]


def original(mutant: Mutant) -> Both:
    return next(text for path, text in mutant.case.pairs if path == mutant.path)


def stated(case: Case) -> Iterator[tuple[str, Fact]]:
    """The facts that rest on the article."""
    return ((id, fact) for id, fact in case.content.facts.items() if fact.derived is None)


def other_digits(text: str) -> Iterator[str]:
    """The text with each digit replaced by each of the other nine."""
    for at, char in enumerate(text):
        if char.isdecimal():
            yield from (text[:at] + other + text[at + 1 :] for other in "0123456789" if other != str(int(char)))


def slips(case: Case, id: str, fact: Fact) -> Iterator[tuple[str, Fact]]:
    """Every change of one digit in what proves a fact: its value or date, `exact`, its quote."""
    if fact.value is not None:
        kind = int if isinstance(fact.value, int) else Decimal
        yield from (
            (f"value {new}", fact.model_copy(update={"value": kind(new)})) for new in other_digits(str(fact.value))
        )
    for key in ("date", "exact", "quote"):
        for new in other_digits(getattr(fact, key) or ""):
            yield f"{key} {new}", fact.model_copy(update={key: new})


def mutants(case: Case, chance: random.Random) -> Iterator[Mutant]:
    """All other ways, a few of each for every fact and text."""
    for id, fact in stated(case):
        path = ("facts", id)
        yield from (Mutant(kind, what, case, path, new) for kind, what, new in _facts(case, id, fact, chance))
    for path, text in case.pairs:
        yield from (Mutant(kind, what, case, path, new) for kind, what, new in _texts(case, text, chance))


def _facts(case: Case, id: str, fact: Fact, chance: random.Random) -> Iterator[tuple[str, str, Fact]]:
    def changed(kind: str, **update: object) -> tuple[str, str, Fact]:
        return kind, f"{id}: {update}", fact.model_copy(update=update)

    assert fact.quote
    for here, there in (("万", "亿"), ("亿", "万")):
        if here in fact.quote:
            yield changed("万 for 亿 in the quote", quote=fact.quote.replace(here, there, 1))
    if fact.value is not None:
        yield changed("ten thousand times the value", value=fact.value * 10_000)
        yield changed("ten times the value", value=fact.value * 10)
    others = [other for name, other in stated(case) if name != id and other.quote != fact.quote]
    for other in chance.sample(others, min(3, len(others))):
        yield changed("quote of another fact", quote=other.quote, prefix=other.prefix, suffix=other.suffix)
    approximations = {None, "over", "nearly", "about"} - {fact.approx}
    kind = "approximation dropped or changed" if fact.approx else "approximation added"
    for approx in sorted(approximations, key=str):
        yield changed(kind, approx=approx)
    unlike = [other.unit for other in others if other.unit and fact.unit and other.unit.zh != fact.unit.zh]
    if unlike:
        yield changed("another unit", unit=chance.choice(unlike))
    for status in STATUSES:
        if status != fact.status:
            yield changed("another status", status=status)


def _texts(case: Case, text: Both, chance: random.Random) -> Iterator[tuple[str, str, Both]]:
    def changed(kind: str, **update: str) -> tuple[str, str, Both]:
        return kind, f"{text.zh[:30]} → {next(iter(update.values()))[:90]}", text.model_copy(update=update)

    ids = sorted(case.known)
    for tongue in ("zh", "en"):
        written = getattr(text, tongue)
        for ref in references(written):
            other = chance.choice([id for id in ids if id != ref.id])
            new = written.replace(ref.source, ref.source.replace(ref.id, other), 1)
            yield changed("reference to another fact, one language", **{tongue: new})
            yield changed("reference dropped, one language", **{tongue: written.replace(ref.source, "it", 1)})
    for word in re.finditer(rf"\b(?:{'|'.join(WORDS)})\b", text.en):
        other = chance.choice([w for w in _like(word[0]) if w != word[0]])
        yield changed("English number word changed", en=text.en[: word.start()] + other + text.en[word.end() :])
    for digits in re.finditer(r"(?<![<\w])\d+", re.sub(r"<[^>]*>", lambda m: "·" * len(m[0]), text.en)):
        other = str(int(digits[0]) + chance.randint(1, 8))
        yield changed(
            "digits of an English name changed", en=text.en[: digits.start()] + other + text.en[digits.end() :]
        )
    for _, term in case.names.terms_in(text.zh):
        forms = sorted((term.en, *term.also), key=len, reverse=True)
        pattern = re.compile(rf"(?<![\w<]){'|'.join(map(re.escape, forms))}", re.IGNORECASE)
        if pattern.search(text.en):
            kind = "term renamed in English" + (", one that may be left out" if term.omissible else "")
            yield changed(kind, en=pattern.sub("local unit", text.en))


def _like(word: str) -> list[str]:
    return next((words for words in (CARDINALS, ORDINALS) if word in words), ["third", "two", "three"])
