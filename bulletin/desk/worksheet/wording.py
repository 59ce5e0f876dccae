"""Texts that a worksheet can guess: Chinese from the article, English from the glossary; TODO for the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bulletin.content.model import Both
from bulletin.evidence.case import Case
from bulletin.evidence.rules import glossary, language, parity, typed_number

TODO = "TODO"
_WIDE = str.maketrans(",;:?!()", "，；：？！（）")


@dataclass(frozen=True, slots=True)
class Wording:
    """A text in two languages."""

    zh: str = TODO
    en: str = TODO

    @property
    def is_gap(self) -> bool:
        """Is something of it still to be written?"""
        return TODO in self.zh or TODO in self.en


def wording(case: Case, words: str) -> Wording:
    """The article's words with what the glossary has for them; all TODO where `check` would find more to say."""
    zh = wide(re.sub(r"\s+", " ", words).strip())
    terms = case.names.terms_in(zh)
    if len(terms) == 1 and terms[0][0] == zh:
        return Wording(zh, terms[0][1].en)
    en = gap(case, zh)
    return Wording(zh, en) if zh and is_clean(case, Both(zh=zh, en=en)) else Wording()


def wide(words: str) -> str:
    """With the marks of Chinese print."""
    return re.sub(r'"([^"]*)"', r"“\1”", words.translate(_WIDE))


def gap(case: Case, zh: str, more: Iterable[str] = ()) -> str:
    """What English there is for a Chinese text: its terms, and what is known beside, behind a TODO."""
    place: Both | None = getattr(case.content, "place", None)
    if place and place.zh and place.zh in zh and TODO not in place.en:
        terms, rest = [place.en], zh.replace(place.zh, "·")
    else:
        terms, rest = [], zh
    terms += [term.en for _, term in case.names.terms_in(rest)]
    return " ".join([TODO, "; ".join(dict.fromkeys((*terms, *more)))]).strip()


def is_clean(case: Case, text: Both, *, compared: bool = True) -> bool:
    """Would `check` find nothing in a text but that it is not finished? `compared`: nor once the gap is filled."""
    path = ("source", "headline")
    rules = (language, glossary, typed_number, *((parity,) if compared else ()))
    found = [problem for rule in rules for problem in rule.check_text(case, path, text)]
    return all(problem.message == language.unfinished() for problem in found)
