"""parity: the statement as it is printed says the same in both languages, of the same facts, each in its place.

Passes:  zh: 排查隐患<found>，立即整改<fixed>     en: Of <found>, <fixed:number> were fixed at once
Fails:   zh: 排查隐患<found>，立即整改<fixed>     en: Of <fixed>, <found:number> were fixed at once
Fails:   zh: 拟改造<courtyards>                  en: <courtyards> have been renovated
Fails:   zh: 冯寨村<households>                  en: <households> of Kangzhai

References are expanded, and each number is known by its fact; only typed number words are matched by value. Phrases of
the glossary are compared by the glossary, not here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin.content.keyboard import meant
from bulletin.content.model import Both
from bulletin.content.prose import references
from bulletin.content.yaml_text import Path
from bulletin.evidence.case import Texts
from bulletin.evidence.changed_places import changed_places
from bulletin.evidence.coming import is_to_come
from bulletin.evidence.credits import misrendered, unnamed
from bulletin.evidence.held_names import misread
from bulletin.evidence.parity import compare
from bulletin.evidence.said_of import renamed
from bulletin.evidence.statement import Statement
from bulletin.evidence.word_beside import word_beside
from bulletin.messages import say
from bulletin.problems import Problem

NAME = "parity"


def check(case: Texts) -> Iterator[Problem]:
    for path, text in case.finished:
        yield from check_text(case, path, text)


def _is_event(case: Texts, path: Path, text: Both) -> bool:
    """完成西段修缮, of a day to come: without 已 or 了 the words name what the day is of."""
    event = path[0] == "timeline" and path[-1] == "label" and not re.search("[已了]", text.zh)
    return event or is_to_come(case, path, text)


def _misspelled(case: Texts, text: Both) -> bool:
    """Does something stand there that was meant to be a reference and is none?"""
    both = (text.zh, text.en)
    return any(not ref.id for words in both for ref in references(words)) or any(
        written for words in both for written, _ in meant(words, case.known)
    )


def check_text(case: Texts, path: Path, text: Both) -> Iterator[Problem]:
    """What the two languages of one text do not agree on."""
    if _misspelled(case, text):
        return  # the rule `reference` tells it; the rest would be a consequence
    zh, en = ({ref.id for ref in references(words)} for words in (text.zh, text.en))
    for id in sorted(zh ^ en):
        stated = case.figures.get(id)
        if stated and stated.word and (word := re.search(rf"\b{stated.word[:-2]}(?:e[sd]?|ing)\b", text.en)):
            text = Both(zh=text.zh, en=text.en.replace(word[0], f"<{id}>", 1))  # doubled, for a reference to 翻番
            continue
        here, only = ("zh", "parity.only_chinese") if id in zh else ("en", "parity.only_english")
        yield case.problem(NAME, say(only, id=id), (*path, here), f"<{id}")
    said = Statement.of(text, (case.names.blank_zh(text.zh), case.names.blank_en(text.en, text.zh)), case.figures)
    for found in compare(said):
        if (found.kind == "stage" and path[-1] == "plan") or (found.kind == "status" and _is_event(case, path, text)):
            continue  # the column says so, or the mark of the event
        key, needle = ("en", found.en) if found.en else ("zh", found.zh)
        yield case.problem(NAME, found.message, (*path, key), needle if needle in getattr(text, key) else "")
    for one, other, message in changed_places(said):
        told = say(message, one=one.key[0], other=other.key[0])
        if message == "parity.changed_places" and (near := word_beside(said, one.key, other.key)):
            told = say("parity.changed_places_by", one=one.key[0], other=other.key[0], **near._asdict())
        yield case.problem(NAME, told, (*path, "en"), f"<{one.key[0]}", help=say("parity.keep_order"))
    for one, typed, counted in renamed(said):
        key = "en" if typed.isascii() else "zh"
        message = say("parity.renamed", id=one.key[0], counted=counted, typed=typed)
        yield case.problem(NAME, message, (*path, key), f"<{one.key[0]}")
    for name, other_name in case.names.changed_places(text.zh, text.en):
        message = say("parity.names", one=name, other=other_name)
        yield case.problem(NAME, message, (*path, "en"), help=say("parity.keep_order"))
    yield from misread(NAME, case, path, text)
    if path[-1] in ("byline", "published", "place", "within"):
        yield from _imprint(case, path, text)


def _imprint(case: Texts, path: Path, text: Both) -> Iterator[Problem]:
    """Who wrote it and where it stood, and of which place it is."""
    for zh, en in misrendered(text, of_place=path[-1] in ("place", "within")):
        message = say("parity.lost", zh=zh) if zh else say("parity.extra", en=en)
        yield case.problem(NAME, message, (*path, "zh" if zh else "en"), zh or en)
    for name in unnamed(text) if path[-1] == "byline" else ():
        yield case.problem(NAME, say("parity.lost", zh=name), (*path, "zh"), name)
