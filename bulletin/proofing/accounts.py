"""A text is accounted for: each string that the edition shows is laid over it; what is left may hold no number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bulletin.evidence.numerals import find_numerals
from bulletin.messages import say
from bulletin.problems import Place, Problem
from bulletin.proofing.expected import Expected, Writer
from bulletin.proofing.squeezed import Part, Squeezed

NAME = "audit"
_TAKEN = b"\x01"
_RUNS = re.compile(rb"\x00+|\x01+")
AROUND = 12  # characters of a sentence on either side of a number, where the whole sentence is not in one piece

_ENGLISH = re.compile(
    r"(?<![a-z])(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    r"|hundred|thousand|million|billion|dozen)s?(?![a-z])",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"[0-9０-９⁰¹²³⁴-⁹₀-₉][0-9０-９⁰¹²³⁴-⁹₀-₉.,:/%％]*")


@dataclass
class Audited:
    """A file whose text has been accounted for as far as it goes. `facts`: (id, language) of what was found."""

    name: str
    text: Squeezed
    covered: bytearray
    facts: set[tuple[str, str]] = field(default_factory=set)
    missing: list[Expected] = field(default_factory=list)


def account(name: str, parts: Sequence[Part], wanted: Sequence[Expected], writer: Writer) -> Audited:
    """Lays the strings over the text, the longest first; of equal ones what is needed, and that with one form first."""
    return accounted(name, Squeezed.of([(part.name, part.text) for part in parts]), wanted, writer)


def accounted(name: str, text: Squeezed, wanted: Sequence[Expected], writer: Writer) -> Audited:
    """The same of a text that was squeezed before."""
    one = Audited(name, text, bytearray(len(text.text)))
    here = [want for want in wanted if writer in want.writers]
    forms = [(form, at) for at, want in enumerate(here) for form in want.forms]
    forms.sort(key=lambda form: (-len(form[0]), not here[form[1]].needed, len(here[form[1]].forms)))
    found: set[int] = set()
    for form, at in forms:
        if at not in found and _cover(one, here[at], form):
            found.add(at)
    for at, want in enumerate(here):
        if at in found or (want.facts and any(_in_pieces(one, want, form) for form in want.forms)):
            one.facts |= {(fact, want.language) for fact in want.facts}
        elif want.needed:
            one.missing.append(want)
    return one


def faults(one: Audited) -> list[Problem]:
    """What is wrong with one file."""
    return [*_orphans(one), *_lost(one)]


def _cover(one: Audited, want: Expected, form: str) -> bool:
    """Marks every place that is still free, or the one that the string fills best: a cell, not the end of one."""
    places = one.text.find(form, apart=want.apart)
    free = [at for at in places if one.covered.find(_TAKEN, at, at + len(form)) < 0]
    if not want.often and len(free) > 1:
        free = [max(free, key=lambda at: one.text.fit(at, at + len(form)))]
    for at in free:
        _mark(one, at, at + len(form))
    return bool(free)


def _in_pieces(one: Audited, want: Expected, form: str) -> bool:
    """Where a page or a column ends inside a string: every number of it is there with what stands beside it."""
    spans = []
    for start, end in _numbers(form):
        piece = form[max(0, start - AROUND) : end + AROUND]
        places = one.text.find(piece, apart=want.apart)
        at = next((at for at in places if one.covered.find(_TAKEN, at, at + len(piece)) < 0), None)
        if at is None or len(piece) == end - start:
            return False
        spans.append((at, at + len(piece)))
    for span in spans:
        _mark(one, *span)
    return bool(spans)


def _mark(one: Audited, start: int, end: int) -> None:
    one.covered[start:end] = _TAKEN * (end - start)


def orphans(one: Audited) -> Iterator[tuple[str, int, str]]:
    """The numbers in what is left: each with the number of its part, from 0, and what stands around it."""
    text = one.text.text
    left = "".join(
        text[slice(*run.span())] if run[0][0] == 0 else "\n" * len(run[0]) for run in _RUNS.finditer(one.covered)
    )
    for start, end in _numbers(left):
        yield text[start:end], one.text.part(start), text[max(0, start - 20) : end + 20]


def _orphans(one: Audited) -> Iterator[Problem]:
    for number, part, around in orphans(one):
        message = say("audit.orphan", number=number)
        yield Problem(NAME, message, Place(one.name, part + 1), notes=((one.text.names[part], f"…{around}…"),))


def _numbers(text: str) -> list[tuple[int, int]]:
    """Figures, and words that count, in Chinese and English."""
    spans = [match.span() for match in _DIGITS.finditer(text)]
    spans += [match.span() for match in _ENGLISH.finditer(text)]
    taken = {i for start, end in spans for i in range(start, end)}
    numerals = [(n.start, n.end) for n in find_numerals(text) if not n.soft and n.text != "第一"]
    return sorted(spans + [span for span in numerals if not taken & set(range(*span))])


def _lost(one: Audited) -> Iterator[Problem]:
    yield from (Problem(NAME, lost(want), Place(one.name)) for want in one.missing)


def lost(want: Expected) -> str:
    """What is told of a string that is not there."""
    said = {"facts": ", ".join(dict.fromkeys(want.facts)), "shown": want.shown}
    if want.language == "zh":
        return say("audit.lost_zh", **said)
    return say("audit.lost_en", **said) if want.language else say("audit.lost", **said)
