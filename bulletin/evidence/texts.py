"""Every pair of texts of a content file, with its place; and the words in them that are names, not numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations

from pydantic import BaseModel

from bulletin.content.model import Both, Glossary, Term
from bulletin.content.referring import referring, written
from bulletin.content.yaml_text import Path

UNFINISHED = re.compile(r"\b(?:TODO|FIXME|XXX|TBD)\b|待译|待补充", re.ASCII)  # beside Chinese, too
FILLER = "\ufffc"
"""Stands for a character of a name when names are blanked out, so that offsets stay."""


def is_finished(text: Both) -> bool:
    """Does neither language hold a TODO?"""
    return not UNFINISHED.search(f"{text.zh}\n{text.en}")


Parts = Sequence[tuple[Path, BaseModel]]


def parts(content: BaseModel) -> Parts:
    """Every part of the model with its path, in the order of the schema, a part before what is in it."""
    found: list[tuple[Path, BaseModel]] = []
    _gather(content, (), found)
    return found


def _gather(value: object, path: Path, found: list[tuple[Path, BaseModel]]) -> None:
    inside: Iterable[tuple[str | int, object]] = ()
    if isinstance(value, BaseModel):
        found.append((path, value))
        inside = vars(value).items()
    elif isinstance(value, (list, tuple)):
        inside = enumerate(value)
    elif isinstance(value, dict):
        inside = value.items()
    for step, item in inside:
        if item.__class__ is not str and item is not None:
            _gather(item, (*path, step), found)


def texts(content: BaseModel) -> Iterator[tuple[Path, Both]]:
    """Every `Both` of the model. A story's paragraph comes before its run-in head."""
    return ((path, part) for path, part in parts(content) if isinstance(part, Both))


_OWNS = re.compile(r"(?:[的内里中在“《]|位于|[^，。；、]{0,12}(?:街道|社区|区|市|县|村)的?)*")
_MAKES, _WITHIN = re.compile("[^，。；、]{0,4}[成为建设起]了?[“《]?"), re.compile(r"\b(?:at|in|of|on|from) (?:the )?$")
"""把东黑石关打造成“剪纸村”: a Paper-cut Village at Dongheishiguan."""


class Names:
    """The glossary's names and slogans, looked for as whole phrases, the longest first."""

    _last: tuple[Glossary, Names] | None = None

    @classmethod
    def of(cls, glossary: Glossary) -> Names:
        """Every file of a project has the same glossary."""
        if cls._last is None or cls._last[0] is not glossary:
            cls._last = glossary, cls(glossary)
        return cls._last[1]

    def __init__(self, glossary: Glossary):
        self.zh = _pattern(tuple(form for term in glossary.terms for form in (term.zh, *term.zh_also)), False)
        self.en = _pattern(tuple(form for term in glossary.terms for form in (term.en, *term.also)), True)

        self._meant: dict[str, list[str]] = {}
        for term in glossary.terms:
            for form in (term.en, *term.also):
                self._meant.setdefault(form.lower(), []).extend((term.zh, *term.zh_also))
        self._found: dict[str, list[re.Match[str]]] = {}
        self._blanked: dict[str, str] = {}
        self._rendered: dict[str, list[re.Match[str]]] = {}
        self.terms = {form: term for term in glossary.terms for form in (term.zh, *term.zh_also)}

    def terms_in(self, zh: str) -> list[tuple[str, Term]]:
        """The terms of a Chinese text, each once, with the form that stands there; the longest counts."""
        found: dict[str, tuple[str, Term]] = {}
        for match in self._phrases(zh):
            term = self.terms[match[0]]
            found.setdefault(term.zh, (match[0], term))
        return list(found.values())

    def changed_places(self, zh: str, en: str) -> Iterator[tuple[str, str]]:
        """Two names that stand in another order in the English, unless the first only says where the second is."""
        found = [m for m in self._phrases(zh) if self.terms[m[0]].kind == "name" and zh.count(m[0]) == 1]
        if len(found) > 1:
            placed = [(m, at) for m in found if (at := self._place(self.terms[m[0]], en)) is not None]
            for (one, here), (other, there) in combinations(placed, 2):
                between, led = zh[one.end() : other.start()], en[: here.start()]
                there_made = _MAKES.fullmatch(between) or zh[: one.start()].endswith(("在", "于"))
                within = _OWNS.fullmatch(between) or (there_made and _WITHIN.search(led))
                if here.start() > there.start() and not within and not _turned(between, en[there.end() : here.start()]):
                    yield one[0], other[0]

    def _place(self, term: Term, en: str) -> re.Match[str] | None:
        """Where the English has the term, if it has it once."""
        found = [match for match in self._renderings(en) if term.zh in self._meant[match["form"]]]
        return found[0] if len(found) == 1 else None

    def _renderings(self, en: str) -> list[re.Match[str]]:
        """The glossary's phrases in an English text: hundreds of forms are looked for."""
        if en not in self._rendered:
            self._rendered[en] = list(self.en.finditer(en.lower()))
        return self._rendered[en]

    def blank_zh(self, text: str) -> str:
        """The Chinese text with every glossary phrase blanked out, offsets kept."""
        if text not in self._blanked:
            blank = text
            for match in self._phrases(text):
                blank = blank[: match.start()] + _blank(match) + blank[match.end() :]
            self._blanked[text] = blank
        return self._blanked[text]

    def _phrases(self, zh: str) -> list[re.Match[str]]:
        """The glossary's phrases in a Chinese text; asked for by several rules."""
        if zh not in self._found:
            self._found[zh] = list(self.zh.finditer(zh))
        return self._found[zh]

    def blank_en(self, text: str, zh: str | None = None) -> str:
        """The English text with glossary renderings blanked out, whatever their case, offsets kept.

        Beside its Chinese only those of its phrases: second batch stays where nothing is 第二批.
        """
        for match in self._renderings(text):
            if zh is None or any(form in zh for form in self._meant[match["form"]]):
                text = text[: match.start()] + _blank(match) + text[match.end() :]
        return text


def _turned(zh: str, en: str) -> bool:
    """Is one language active where the other is passive? A由B承建: B is building A; B承建A: A is built by B.

    What stands between two names, in their order in each language.
    """
    passive = re.search("(?:由|被|受|经过?|交[给由]|委托(?:给)?|依托|归|靠)[^，。；、]{0,8}$", zh)
    said_by = re.search(r"\bby\b[^,.;]{0,20}$", en)
    listed = re.fullmatch("[、和与及，；。]|以及|或者?", zh)
    return not listed and bool(passive) != bool(said_by) and not re.search(r"^[,.;]|^ (?:and|or)\b", en)


def _blank(match: re.Match[str]) -> str:
    return FILLER * len(match[0])


@cache
def _pattern(forms: tuple[str, ...], english: bool) -> re.Pattern[str]:
    """English is looked for in lower case: that is many times as fast as to ignore case."""
    if not forms:
        return re.compile(r"(?!)")
    ordered = "|".join(
        map(re.escape, sorted({form.lower() if english else form for form in forms}, key=len, reverse=True))
    )
    return re.compile(rf"\b(?P<form>{ordered})(?:e?s)?(?![\w])" if english else ordered)


def named(parts: Parts) -> Iterator[tuple[Path, str]]:
    """Every fact that is named outside prose, with its place: what the types of the parts mark as such."""
    for path, part in parts:
        for key in referring(type(part)):
            value, at = getattr(part, key), (*path, written(type(part), key))
            if isinstance(value, str):
                yield at, value
            elif value:
                yield from (((*at, i), id) for i, id in enumerate(value))
