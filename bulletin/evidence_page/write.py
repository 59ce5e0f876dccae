"""Claims, source and passages → one file that needs nothing else: no network, no server, no script but its own."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from markupsafe import Markup

from bulletin.edition import typography
from bulletin.edition.blocks import Both, Edition
from bulletin.edition.register import RegisterRow
from bulletin.edition.words import Words
from bulletin.evidence.verify import Verified
from bulletin.evidence_page.claims import CheckItem, Claims
from bulletin.evidence_page.passages import page_texts
from bulletin.evidence_page.source import SourceLine, source_lines
from bulletin.pages.sandbox import House, read, sheets
from bulletin.pages.templates import colours_of, custom_properties

FILTERS = ("planned", "expected", "applied_for", "derived", "approx", "unused")


@dataclass(frozen=True)
class CheckedArticle:
    """One article with what rests on it."""

    verified: Verified
    claims: tuple[CheckItem, ...]
    lines: tuple[SourceLine, ...]

    @property
    def place(self) -> Both:
        return typography.both(self.verified.content.place)

    @property
    def headline(self) -> Both:
        return typography.both(self.verified.content.source.headline)

    def of(self, kind: str) -> tuple[CheckItem, ...]:
        return tuple(claim for claim in self.claims if claim.kind == kind)


class EvidencePages:
    """Makes the evidence pages of one project."""

    def __init__(self, templates: Path, theme: Mapping[str, Any], words: Words):
        self.templates, self.theme, self.words = templates, theme, words
        self.environment = House(templates, theme["name"])

    def write(self, edition: Edition, verified: Mapping[str, Verified], rows: Sequence[RegisterRow]) -> bytes:
        """`verified` by what stands before the ids of its facts: "" in a bulletin, "name." in the summary."""
        claims = Claims(edition, rows, self.words)
        sources = [_source(claims, before, one) for before, one in verified.items()]
        every = [claim for source in sources for claim in source.claims]
        style = custom_properties(colours_of(self.theme, edition.accent)) + self._style
        given = {
            "edition": edition,
            "sources": sources,
            "pages": page_texts(edition),
            "words": self.words,
            "due": [claim for claim in every if claim.kind != "left_out"],
            "left_out": [claim for claim in every if claim.kind == "left_out"],
            "filters": {name: sum(name in claim.flags for claim in every) for name in FILTERS},
            "policy": policy(style, self._script),
            "style": Markup(style),
            "script": Markup(self._script),
        }
        return self.environment.render("evidence.html.j2", given).encode()

    @cached_property
    def _style(self) -> str:
        return sheets(self.templates, self.theme["name"], "styles/evidence.css")

    @cached_property
    def _script(self) -> str:
        return read(self.templates, "scripts/evidence.js")


def _source(claims: Claims, before: str, verified: Verified) -> CheckedArticle:
    found = tuple(claims.of(before, verified))
    return CheckedArticle(verified, found, source_lines(verified, found, whole=not before))


def policy(style: str, script: str = "") -> str:
    """Nothing may be loaded, and only this style and this script may act (Content Security Policy Level 3, 2.3.1)."""
    acts = f"script-src {_hash(script)}; " if script else ""
    return f"default-src 'none'; style-src {_hash(style)}; {acts}base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
