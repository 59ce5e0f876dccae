"""The issues of one place, the latest first → one page that leads to their files and shows what has changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markupsafe import Markup

from bulletin.edition import typography
from bulletin.edition.blocks import Both
from bulletin.edition.comparing import date_of, dating_of
from bulletin.edition.doubts import Doubts
from bulletin.edition.lines import Numbering, Setter
from bulletin.edition.words import Words
from bulletin.evidence.rules.since import apart
from bulletin.evidence.verify import Proof, Verified
from bulletin.evidence_page.write import policy
from bulletin.pages.sandbox import House, sheets
from bulletin.pages.templates import colours_of, custom_properties
from bulletin.variant import FILES
from bulletin.wording import amounts


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that two issues count alike."""

    label: Both
    before: Both
    after: Both


@dataclass(frozen=True, slots=True)
class Issue:
    """One issue: when its facts are from, its headlines, its files, and what is comparable with the issue before."""

    name: str
    dated: Both
    when: Both
    headlines: tuple[Both, ...]
    files: tuple[tuple[str, str], ...]
    changes: tuple[Change, ...]


class Archive:
    """Makes the archive pages of one project."""

    def __init__(self, templates: Path, theme: Mapping[str, Any], words: Words):
        self.templates, self.theme, self.words = templates, theme, words

    def write(self, issues: Sequence[Verified]) -> bytes:
        """`issues`: the latest first, each after the one that goes on from it."""
        latest, theme = issues[0].content, self.theme["name"]
        style = custom_properties(colours_of(self.theme, latest.accent))
        style += sheets(self.templates, theme, "styles/archive.css")
        earlier = [*issues[1:], None]
        given = {
            "place": typography.both(latest.place),
            "within": typography.both(latest.within),
            "issues": [self._issue(one, before) for one, before in zip(issues, earlier, strict=True)],
            "words": self.words,
            "style": Markup(style),
            "policy": policy(style),
        }
        return House(self.templates, theme).render("archive.html.j2", given).encode()

    def _issue(self, one: Verified, before: Verified | None) -> Issue:
        setter = Setter(one.named, Numbering(one.named, []))
        headlines = tuple(setter.both(story.title) for story in one.content.stories)
        files = tuple((kind, file.format(one.content.name)) for kind, file in FILES.items())
        changes = tuple(self._changes(one, before)) if before else ()
        return Issue(
            one.content.name, dating_of(one.content.dated, self.words), date_of(one), headlines, files, changes
        )

    def _changes(self, one: Verified, before: Verified) -> Iterator[Change]:
        for id, proof in one.proofs.items():
            earlier = before.proofs.get(id)
            if earlier and proof.value is not None and not apart(earlier.fact, proof.fact):
                yield Change(typography.both(proof.fact.called), self._shown(before, earlier), self._shown(one, proof))

    def _shown(self, one: Verified, proof: Proof) -> Both:
        """The figure in both languages, with its sign where it is in doubt."""
        said = Both(amounts.chinese(proof), amounts.english(proof, prose=False))
        return Doubts(one.proofs, self.words).both(said, [proof.id])
