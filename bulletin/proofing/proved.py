"""Finished files, audited and held against what a shop asks; what was found sound is not read again."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from bulletin.charts.picture import Picture
from bulletin.edition.blocks import Edition
from bulletin.edition.words import Words
from bulletin.evidence.verify import Verified
from bulletin.pages.typeset import Pdf
from bulletin.proofing.audit import accounted, audit
from bulletin.proofing.expected import NO_PAGES
from bulletin.proofing.output import check_output
from bulletin.store import Store
from bulletin.variant import Language

SOUND = b"sound"


def prove(
    edition: Edition,
    verified: Mapping[str, Verified],
    words: Words,
    charts: Mapping[str, Picture],
    files: Mapping[str, bytes],
    remarks: Mapping[str, str],
    language: Language,
    pages: Mapping[str, int] = NO_PAGES,
    *,
    pdf: Pdf | None = None,
    store: Store | None = None,
) -> None:
    """See `audit`; and `check_output` where pages were set. Raises AuditError and TypesettingError.

    What the edition says is held against its evidence each time.
    """
    read = [(name, sha256(files[name]).hexdigest()) for name in sorted(files) if name.endswith((".pdf", ".docx"))]
    log = pdf.log if pdf else None
    key = store.key("sound", edition, charts, sorted(remarks.items()), language, pages, log, read) if store else ""
    if store and store.recall(key) == SOUND:
        accounted(edition, verified, words)
        return
    audit(edition, verified, words, charts, files, remarks, language, pages)
    if pdf:
        check_output(files, pdf.log)
    if store:
        store.keep(key, SOUND)
