"""What the end of the last page shows."""

from __future__ import annotations

from dataclasses import dataclass

from bulletin.content.furniture import Issue
from bulletin.content.model import Publication
from bulletin.edition import typography
from bulletin.edition.blocks import Block
from bulletin.edition.text import Both
from bulletin.edition.words import Words

RECEIVERS = ("report", "send", "issue", "to", "copies")


@dataclass(frozen=True, slots=True)
class ColophonLine:
    """A label, and what stands behind its colon."""

    label: Both
    text: Both


@dataclass(frozen=True, slots=True)
class Colophon(Block):
    """报、送、发 between two rules, then who signed and edited, how to reach them, and the print run.

    All of it is stated by the office: no number in it is a fact of the article.
    """

    receivers: tuple[ColophonLine, ...]
    people: tuple[ColophonLine, ...]
    print_run: Both | None = None
    id: str = "colophon"


def colophon(publication: Publication, issue: Issue | None, words: Words) -> Colophon | None:
    """None where nothing of it is given. What the issue says stands before what the publication says."""
    sent = publication.distribution
    receivers = [(key, getattr(sent, key)) for key in RECEIVERS] if sent else []
    editor = (issue and issue.editor) or publication.editor
    people = [("approved", publication.approved), ("editor", editor), ("contact", publication.contact)]
    run = (issue and issue.print_run) or publication.print_run
    lines = [
        tuple(
            ColophonLine(words.phrase(key), Both(typography.chinese(text.zh), typography.english(text.en)))
            for key, text in given
            if text
        )
        for given in (receivers, people)
    ]
    if not (*lines[0], *lines[1]) and not run:
        return None
    return Colophon(lines[0], lines[1], words.phrase("print_run", str(run), f"{run:,}") if run else None)
