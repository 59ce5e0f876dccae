"""glossary: where the Chinese has a term of the glossary, the English has one of its renderings.

Passes:  zh: 网格员巡查      en: A grid worker’s rounds          (en: grid worker)
Fails:   zh: 网格员巡查      en: A network member’s rounds

The longest term counts, not one inside it. Singular or plural, capitals, possessive, hyphen or space do not matter, and
a reference counts as the unit it prints. A word that English may leave out (`omissible: true`: it, they, a passive) is
asked for until somebody has looked at the translation (translations.lock). The Chinese beside a first mention
(`beside: true`) is set by code. Two terms have one English only where they share a character or a further rendering.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from bulletin.content.model import Both, Fact, Glossary, Term
from bulletin.content.prose import Ref, pieces
from bulletin.content.yaml_text import Path
from bulletin.evidence.case import Texts
from bulletin.evidence.held_names import misread_terms
from bulletin.messages import say
from bulletin.problems import Problem

NAME = "glossary"

_TOKEN = re.compile(r"[a-z0-9%·']+(?:\.\d+)?")
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)es$")


def check(case: Texts) -> Iterator[Problem]:
    for path, text in case.finished:
        yield from check_text(case, path, text)


def check_text(case: Texts, path: Path, text: Both) -> Iterator[Problem]:
    """Every term of the Chinese that the English does not render."""
    terms = case.names.terms_in(text.zh)
    if not terms:
        return
    english = normal(printed(text.en, case.known))
    for form, term in terms:
        if any(rendering in english for rendering in renderings(term)):
            continue
        if term.omissible and case.looked_at(text):
            continue
        yield case.problem(
            NAME,
            say("glossary.lacks", form=form, rendering=term.en),
            (*path, "en"),
            level="warning" if term.omissible else "error",
            help=say("glossary.has", renderings="; ".join((term.en, *term.also))),
        )


def check_glossary(glossary: Texts) -> Iterator[Problem]:
    """A form stands in one term only, other things have other English, and a name is spelled as it is read."""
    assert isinstance(glossary.content, Glossary)
    seen: dict[str, str] = {}
    english: dict[str, Term] = {}
    for i, term in enumerate(glossary.content.terms):
        for form in (term.zh, *term.zh_also):
            if form in seen:
                yield glossary.problem(NAME, say("glossary.twice", form=form, first=seen[form]), ("terms", i), form)
            seen.setdefault(form, term.zh)
        other = english.setdefault(normal(term.en), term)
        if set(term.zh).isdisjoint(other.zh) and set(renderings(term)[1:]).isdisjoint(renderings(other)[1:]):
            message = say("glossary.same", zh=term.zh, en=term.en, other=other.zh)
            yield glossary.problem(NAME, message, ("terms", i), term.en, level="warning")
    yield from misread_terms(NAME, glossary, glossary.content.terms)


def printed(en: str, known: Mapping[str, Fact]) -> str:
    """The English with each reference replaced by the unit that it prints."""
    shown = (_unit(piece, known) if isinstance(piece, Ref) else getattr(piece, "text", " ") for piece in pieces(en))
    return "".join(shown)


def _unit(ref: Ref, known: Mapping[str, Fact]) -> str:
    fact = known.get(ref.id)
    if fact is None or fact.unit is None or ref.form != "full":
        return " 0 "
    return f" 0 {fact.unit.noun} "


def renderings(term: Term) -> tuple[str, ...]:
    """The term's English forms, ready to be looked for."""
    return _normal_forms((term.en, *term.also))


@lru_cache(maxsize=4096)
def _normal_forms(forms: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(normal(form) for form in forms)


def normal(text: str) -> str:
    """Words in their singular, lower case, without marks, between spaces: what is compared."""
    return f" {' '.join(_singular(word) for word in _TOKEN.findall(text.lower().replace('’', chr(39))))} "


@lru_cache(maxsize=8192)
def _singular(word: str) -> str:
    word = word.strip("'").removesuffix("'s").replace("'", "")
    if len(word) < 4 or word.endswith(("ss", "us")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if _SIBILANT.search(word) else word.removesuffix("s")
