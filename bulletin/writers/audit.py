"""The audit of what was written: every number in a finished file is the edition's, and every fact of it is there.

The text is taken back out of the bytes. What the edition shows is looked for in it, each string as often as it is
shown, the longest first; what no string accounts for may hold no number. A number is thus excused only within its own
sentence, cell or label, never because the same digits are right somewhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bulletin.edition.blocks import Edition
from bulletin.edition.provenance import unproved
from bulletin.edition.words import Words
from bulletin.evidence.numerals import find_numerals
from bulletin.evidence.verify import Verified
from bulletin.problems import ContentError, Place, Problem
from bulletin.writers.expected import Expected, Writer, expected
from bulletin.writers.reading import Part, read_docx, read_pdf
from bulletin.writers.squeezed import Squeezed
from bulletin.writers.variant import Language

NAME = "audit"
AROUND = 12  # characters of a sentence on either side of a number, where the whole sentence is not in one piece

_ENGLISH = re.compile(
    r"(?<![a-z])(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    r"|hundred|thousand|million|billion|dozen)s?(?![a-z])",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"[0-9０-９⁰¹²³⁴-⁹₀-₉][0-9０-９⁰¹²³⁴-⁹₀-₉.,:/%％]*")


class AuditError(ContentError):
    """A finished file says a number that nothing accounts for, or leaves out what the edition shows (exit code 1)."""


@dataclass
class Audited:
    """A file whose text has been accounted for as far as it goes. `facts`: (id, language) of what was found."""

    name: str
    text: Squeezed
    covered: bytearray
    facts: set[tuple[str, str]] = field(default_factory=set)
    missing: list[Expected] = field(default_factory=list)


def audit(
    edition: Edition,
    verified: Mapping[str, Verified],
    words: Words,
    files: Mapping[str, bytes],
    remarks: Mapping[str, str],
    language: Language = "bilingual",
) -> tuple[Audited, ...]:
    """Raises AuditError for an orphan number, for a fact that is not shown, and where PDF and DOCX disagree.

    `verified` by what stands before the ids of its facts; `remarks` are the comments in the margin of a draft.
    """
    read = {name: _read(name, data) for name, data in files.items() if _is_read(name)}
    done = []
    for name, parts in read.items():
        shown = expected(edition, remarks, len(parts))
        # the Chinese edition prints no English; the English one prints Chinese terms
        wanted = [_in(language, want) for want in shown if language != "zh" or want.language != "en"]
        done.append(account(name, parts, wanted, _writer(name)))
    loose = unproved(edition, verified, words)
    problems = [Problem(NAME, f"{one.what}: {one.text}", Place(edition.name)) for one in loose]
    problems += [problem for one in done for problem in faults(one)]
    problems += _apart(done)
    if problems:
        raise AuditError(problems)
    return tuple(done)


def _in(language: Language, want: Expected) -> Expected:
    """An edition in one language need not show the other's words, and may set its own as only it does."""
    if language == "bilingual":
        return want
    return replace(want, forms=want.forms + want.alone, needed=want.needed and want.language in ("", language))


def _is_read(name: str) -> bool:
    """An imposed sheet holds the pages of a file that has been read itself."""
    return name.endswith((".pdf", ".docx")) and not name.endswith(".a3.pdf")


def _read(name: str, data: bytes) -> tuple[Part, ...]:
    return read_pdf(data) if _writer(name) == "pdf" else read_docx(data)


def _writer(name: str) -> Writer:
    return "pdf" if name.endswith(".pdf") else "docx"


def account(name: str, parts: Sequence[Part], wanted: Sequence[Expected], writer: Writer) -> Audited:
    """Lays the strings over the text, the longest first; of equal ones, those first that take one form only."""
    text = Squeezed.of([(part.name, part.text) for part in parts])
    one = Audited(name, text, bytearray(len(text.text)))
    here = [want for want in wanted if writer in want.writers]
    forms = [(form, at) for at, want in enumerate(here) for form in want.forms]
    forms.sort(key=lambda form: (-len(form[0]), len(here[form[1]].forms), not here[form[1]].needed))
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
    """Marks the first place that is still free, or every place."""
    found = False
    for at in one.text.find(form, apart=want.apart):
        if not any(one.covered[at : at + len(form)]):
            _mark(one, at, at + len(form))
            found = True
            if not want.often:
                break
    return found


def _in_pieces(one: Audited, want: Expected, form: str) -> bool:
    """Where a page or a column ends inside a string: every number of it is there with what stands beside it."""
    spans = []
    for start, end in _numbers(form):
        piece = form[max(0, start - AROUND) : end + AROUND]
        places = one.text.find(piece, apart=want.apart)
        at = next((at for at in places if not any(one.covered[at : at + len(piece)])), None)
        if at is None or len(piece) == end - start:
            return False
        spans.append((at, at + len(piece)))
    for span in spans:
        _mark(one, *span)
    return bool(spans)


def _mark(one: Audited, start: int, end: int) -> None:
    one.covered[start:end] = b"\x01" * (end - start)


def _orphans(one: Audited) -> Iterator[Problem]:
    """The numbers in what is left."""
    text, free = one.text.text, one.covered
    left = "".join(char if not free[i] else "\n" for i, char in enumerate(text))
    for start, end in _numbers(left):
        part = one.text.part(start)
        around = text[max(0, start - 20) : end + 20]
        yield Problem(
            NAME,
            f"{text[start:end]} comes from no fact, term or date",
            Place(one.name, part + 1),
            notes=((one.text.names[part], f"…{around}…"),),
        )


def _numbers(text: str) -> list[tuple[int, int]]:
    """Figures, and words that count, in Chinese and English."""
    spans = [match.span() for match in _DIGITS.finditer(text)]
    spans += [match.span() for match in _ENGLISH.finditer(text)]
    taken = {i for start, end in spans for i in range(start, end)}
    numerals = [(n.start, n.end) for n in find_numerals(text) if not n.soft and n.text != "第一"]
    return sorted(spans + [span for span in numerals if not taken & set(range(*span))])


def _lost(one: Audited) -> Iterator[Problem]:
    for want in one.missing:
        language = {"zh": " in Chinese", "en": " in English"}.get(want.language, "")
        facts = ", ".join(dict.fromkeys(want.facts))
        yield Problem(NAME, f"{facts} is not shown{language}: {want.shown}", Place(one.name))


def _apart(done: Sequence[Audited]) -> Iterator[Problem]:
    """The facts that one file shows and another does not; every one of them is already reported where it is missing."""
    shown = {one.name: {fact for fact, _ in one.facts} for one in done}
    every: set[str] = set().union(*shown.values()) if shown else set()
    for name, facts in shown.items():
        for fact in sorted(every - facts):
            others = ", ".join(other for other, found in shown.items() if fact in found)
            yield Problem(NAME, f"{fact} is shown in {others}, not here", Place(name))
