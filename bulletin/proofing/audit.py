"""The audit of what was written: every number in a finished file is the edition's, and every fact of it is there.

The text is taken back out of the bytes. What the edition shows is looked for in it, each string as often as it is
shown, the longest first; what no string accounts for may hold no number. A number is thus excused only within its own
sentence, cell or label, never because the same digits are right somewhere else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bulletin.charts.picture import Picture
from bulletin.edition.blocks import Edition
from bulletin.edition.provenance import unproved
from bulletin.edition.words import Words
from bulletin.evidence.verify import Verified
from bulletin.messages import say
from bulletin.problems import ContentError, Place, Problem
from bulletin.proofing.accounts import NAME, Audited, account, faults
from bulletin.proofing.expected import NO_PAGES, Writer, expected, in_language
from bulletin.proofing.heard import heard, run_together
from bulletin.proofing.reading import read_docx, read_pdf
from bulletin.proofing.spoken import misspoken
from bulletin.proofing.squeezed import Part
from bulletin.variant import Language


class AuditError(ContentError):
    """A finished file says a number that nothing accounts for, or leaves out what the edition shows (exit code 1)."""


def audit(
    edition: Edition,
    verified: Mapping[str, Verified],
    words: Words,
    charts: Mapping[str, Picture],
    files: Mapping[str, bytes],
    remarks: Mapping[str, str],
    language: Language = "bilingual",
    pages: Mapping[str, int] = NO_PAGES,
) -> tuple[Audited, ...]:
    """Raises AuditError for an orphan number, for a fact that is not shown, and where PDF and DOCX disagree.

    `verified` by what stands before the ids of its facts; `charts` by the ids of their plates; `remarks` are the
    comments in the margin of a draft; `pages` those that its list of contents names.
    """
    read = {name: _read(name, data) for name, data in files.items() if _is_read(name)}
    done = []
    for name, parts in read.items():
        shown = expected(edition, charts, remarks, len(parts), pages)
        done.append(account(name, parts, in_language(shown, language), _writer(name)))
    problems = _unproved(edition, verified, words)
    problems += [Problem(NAME, f"{what}: {text}", Place(edition.name)) for what, text in misspoken(edition, charts)]
    for name, data in files.items():
        if name.endswith(".pdf") and not name.endswith((".press.pdf", ".a3.pdf")):
            problems += [Problem(NAME, what, Place(name)) for what in run_together(heard(data), edition, charts)]
    problems += [problem for one in done for problem in faults(one)]
    problems += _apart(done)
    if problems:
        raise AuditError(problems)
    return tuple(done)


def accounted(edition: Edition, verified: Mapping[str, Verified], words: Words) -> None:
    """Raises AuditError for what the edition itself says and nothing proves."""
    if problems := _unproved(edition, verified, words):
        raise AuditError(problems)


def _unproved(edition: Edition, verified: Mapping[str, Verified], words: Words) -> list[Problem]:
    loose = unproved(edition, verified, words)
    return [Problem(NAME, f"{one.what}: {one.text}", Place(edition.name)) for one in loose]


def _is_read(name: str) -> bool:
    """An imposed sheet holds the pages of a file that has been read itself."""
    return name.endswith((".pdf", ".docx")) and not name.endswith(".a3.pdf")


def _read(name: str, data: bytes) -> tuple[Part, ...]:
    return read_pdf(data) if _writer(name) == "pdf" else read_docx(data)


def _writer(name: str) -> Writer:
    return "pdf" if name.endswith(".pdf") else "docx"


def _apart(done: Sequence[Audited]) -> Iterator[Problem]:
    """The facts that one file shows and another does not; every one of them is already reported where it is missing."""
    shown = {one.name: {fact for fact, _ in one.facts} for one in done}
    every: set[str] = set().union(*shown.values()) if shown else set()
    for name, facts in shown.items():
        for fact in sorted(every - facts):
            others = ", ".join(other for other, found in shown.items() if fact in found)
            yield Problem(NAME, say("audit.apart", fact=fact, others=others), Place(name))
