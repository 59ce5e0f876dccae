"""parity: the two languages of a text refer to the same facts, and the numbers left in words agree by value.

Passes:  zh: 排查隐患<hazards_found>，分两批整改     en: <hazards_found> were found and fixed in two batches
Fails:   zh: 排查隐患<hazards_found>               en: <hazards_fixed> were found

Phrases of the glossary are compared by the glossary, not here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from bulletin.content.model import Both
from bulletin.content.prose import references
from bulletin.content.yaml_text import Path
from bulletin.evidence.case import Texts
from bulletin.evidence.parity import disagreements
from bulletin.evidence.texts import FILLER
from bulletin.problems import Problem

NAME = "parity"
OF_THE_WHOLE = {"opposite", "share", "status"}
"""Claims read off a whole text, not off one number of it. Prose of several sentences has many words of both kinds,
and its numbers are references: there such a claim says nothing."""


def check(case: Texts) -> Iterator[Problem]:
    for path, text in case.pairs:
        yield from check_text(case, path, text)


def check_text(case: Texts, path: Path, text: Both) -> Iterator[Problem]:
    """What the two languages of one text do not agree on."""
    zh, en = Counter(ref.id for ref in references(text.zh)), Counter(ref.id for ref in references(text.en))
    for id in sorted((zh.keys() | en.keys()) - (zh.keys() & en.keys())):
        here, there = ("zh", "English") if id in zh else ("en", "Chinese")
        yield case.problem(NAME, f"<{id}> stands only here, not in the {there}", (*path, here), f"<{id}")
    for found in disagreements(_bare(case.names.blank_zh(text.zh)), _bare(case.names.blank_en(text.en))):
        if found.kind in OF_THE_WHOLE and not (found.zh or found.en):
            continue
        key, needle = ("en", found.en) if found.en else ("zh", found.zh)
        yield case.problem(NAME, found.message, (*path, key), needle)


def _bare(text: str) -> str:
    """Without references and phrases: what they print is proved elsewhere."""
    for ref in references(text):
        text = text.replace(ref.source, " ")
    return text.replace(FILLER, "").replace("**", "")
