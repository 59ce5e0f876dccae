"""Chinese names in an English text, and whether its Chinese has them: pinyin is the reading of its characters.

A word with a capital that is a chain of Mandarin syllables is such a name, unless English has the word; one syllable
is, beside another (Li Ming). Spellings of their own (Tibet, Tsinghua) have a table.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import groupby

from bulletin.evidence.readings import readings, syllables
from bulletin.evidence.romanised_words import ENGLISH, FOREIGN, LEADS, SHORT, USUAL

_WORD = re.compile(r"(?<![^\W_])[A-ZÜ][a-zü]*(?:['’][A-Za-zü]+)*(?![^\W_])")
_OWNER = re.compile(r"['’]s$")
_HAN = re.compile("[\u3400-\u9fff\U00020000-\U000323af]+")
"""A rare one that the table of readings has not may be read in any way."""
_BETWEEN = re.compile(r'["“”‘’《》〈〉·•*\s]')
"""Marks inside a name: “周氏”祠, 阿卜杜拉·买买提, 陈　岚."""
_RARE = frozenset(re.findall("[a-z]+", "me ne te ce re dei den o yo lo tei kei gei shei zhei nou fo ei chua dia lia"))
"""Syllables of no names, or of English endings: a chain has none."""
_STREET = "[路街巷](?![边头上口面道])"
"""建设路 is not said by 建设; a town or village may go without its last character."""
_KIND = "街道|社区|[省市县镇区]"
_OPEN = "由在的和与及到进向对把被各全该本辖入里是为新老旧小大定消"
"""Characters in front of a kind of place that end no name: 由街道改造."""
_LINKED, _LINKS = re.compile("[A-Za-zü][-–—]$"), re.compile("[-–—][A-ZÜ]")
"""What a dash joins."""


def unborne(zh: str, en: str, around: str) -> Iterator[str]:
    """The names of the English that neither its Chinese nor what lies around it (place, newspaper) has."""
    here, there = _joined(zh), _joined(around)
    for run in _runs(en):
        if _cover(run, here) is None and _cover(run, there) is None:
            bad = [word for word in run if _kind(word) == "name" and not _stretches(_plain(word), f"{here}\n{there}")]
            yield " ".join(bad if len(bad) == 1 else run).rstrip("-")
    for name in _usual().finditer(en):
        if not re.search("|".join(USUAL[name[0].lower()].split()), here + there):
            yield name[0]


def unsaid(zh: str, en: str, article: str) -> Iterator[str]:
    """The names of the Chinese, found by their readings in the English, that the article does not have.

    Where the English has a name that the Chinese has not (Wuhan for 全市), the Chinese may not have another's place.
    """
    here, said = _joined(zh), _joined(article)
    for run in _runs(en):
        names = _cover(run, here)
        if names is None:
            yield from [place for place in _others(run, here, said) if place not in said][:1]
        for name in names or ():
            found = re.findall(f"(?:{'|'.join(_stretches(name, here))})(?:{_STREET})?", here)
            if not any(one in said for one in found):
                yield found[0]


def _others(run: Sequence[str], zh: str, said: str) -> Iterator[str]:
    """What the Chinese may name instead: places of the kind that the article gives to the names of a run."""
    known = "|".join(one for name in _cover(run, said) or () for one in _stretches(name, said))
    kinds = {*re.findall(f"(?:{known})({_KIND})", said)} if known else set()
    for kind in sorted(kinds):
        yield from re.findall(f"(?=([\u4e00-\u9fff][^\\W{_OPEN}]{kind}))", zh)


@lru_cache(maxsize=256)
def _joined(zh: str) -> str:
    return _BETWEEN.sub("", zh)


def _runs(en: str) -> Iterator[list[str]]:
    """Names that stand side by side; a dash between them parts them."""
    en = _usual().sub(lambda usual: "·" * len(usual[0]), unicodedata.normalize("NFC", en))
    found, end = list[str](), -1
    for match in _WORD.finditer(en):
        word = _OWNER.sub("", match[0])
        if match.start() != end + 1 or en[end : end + 1] != " ":
            yield from _of(found)
            found = []
        dash = "-" if _LINKED.search(en[: match.start()]) or _LINKS.match(en, match.end()) else ""
        found.append(word + dash if _kind(word) else "")
        end = match.end() if word == match[0] else -1
    yield from _of(found)


def _of(words: Sequence[str]) -> Iterator[list[str]]:
    for named, run in groupby(words, key=bool):
        names = [*run]
        while names and named and names[0].lower() in LEADS:
            names = names[1:]
        if named and (len(names) > 1 or any(_kind(one) == "name" for one in names)):
            yield names


@lru_cache(maxsize=8192)
def _kind(word: str) -> str:
    """A name, a syllable that may be part of one, or ""."""
    lower = word.lower().rstrip("-")
    parts = re.split("['’]", lower)
    if lower in ENGLISH or lower in FOREIGN or not all(_chain().fullmatch(part) for part in parts):
        return ""
    return "part" if lower in syllables() else "name"


@cache
def _chain() -> re.Pattern[str]:
    """Syllables one after the other; one that begins with a vowel stands in front, or behind an apostrophe."""
    first = sorted(syllables() - _RARE, key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(first)})(?:{'|'.join(one for one in first if one[0] not in 'aeo')})*")


@cache
def _usual() -> re.Pattern[str]:
    names = "|".join(re.escape(name.title()) for name in sorted(USUAL, key=len, reverse=True))
    return re.compile(rf"\b(?:{names})\b")


def _plain(word: str) -> str:
    return re.sub("['’]", "", word.lower())


def _cover(run: Sequence[str], zh: str) -> list[str] | None:
    """The run as names whose characters stand in the Chinese, no syllable by itself; None: it has others."""
    if not run:
        return []
    for count in range(len(run), 0, -1):
        name = "".join(map(_plain, run[:count]))
        if (count > 1 or _kind(run[0]) == "name") and _stretches(name, zh):
            rest = _cover(run[count:], zh)
            if rest is not None:
                return [name, *rest]
    return None


@lru_cache(maxsize=4096)
def _stretches(name: str, zh: str) -> tuple[str, ...]:
    """The characters that read like this, side by side; or the short name of a place that has one."""
    whole = name.rstrip("-")
    found = [match[at:end] for match in _HAN.findall(zh) for at in range(len(match)) for end in _ends(whole, match, at)]
    if whole != name:  # 京广: one character of each
        found += [one for one in zh if any(whole.startswith(way) for way in readings().get(one, ()))]
    return tuple(found or [short for short in SHORT.get(whole, "").split() if short in zh])


def _ends(name: str, zh: str, at: int) -> Iterator[int]:
    if not name:
        yield at
    elif at < len(zh):
        for way in readings().get(zh[at], syllables()):
            if name.startswith(way):
                yield from _ends(name[len(way) :], zh, at + 1)
