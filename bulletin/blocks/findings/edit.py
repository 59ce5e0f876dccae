"""What the findings show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from bulletin.content import model
from bulletin.content.arrangement import arranged
from bulletin.content.model import Summary
from bulletin.edition import typography, units
from bulletin.edition.blocks import Amount, Block, Caption
from bulletin.edition.comparing import Comparing, dating_of, in_full_names, name_of
from bulletin.edition.text import Both, Pair
from bulletin.evidence.verify import Verified

FIGURES = 3
"""Of a subdistrict, where the summary does not choose them."""


@dataclass(frozen=True, slots=True)
class FindingFigure:
    """A figure of a finding, its label and period."""

    amount: Amount
    label: Both
    period: Both


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One subdistrict of the summary."""

    place: Both
    within: Both
    dated: Both
    accent: str
    text: Pair
    figures: tuple[FindingFigure, ...]


@dataclass(frozen=True, slots=True)
class Findings(Block):
    """A finding and figures of each subdistrict, not to be compared."""

    caption: Caption
    rows: tuple[FindingRow, ...]
    id: str = "findings"

    def again(self) -> tuple[Both | Pair, ...]:
        """The title."""
        return (self.caption.title,)


def make(plates: Comparing, summary: Summary) -> Findings:
    """A row a subdistrict, in the summary's order; one that has no finding shows what its own file puts first."""
    words = plates.words.phrase("findings_title")
    frame = model.Frame(
        title=summary.findings_title or model.Both(zh=words.zh, en=words.en), line=summary.findings_line
    )
    caption = plates.caption(frame, ("findings",), [])
    caption = replace(
        caption,
        title=replace(caption.title, path="findings_title" if summary.findings_title else ""),
        line=caption.line and replace(caption.line, path="findings_line"),
    )
    given = {finding.subdistrict: (i, finding) for i, finding in enumerate(summary.findings)}
    rows = (
        _finding(plates, *given[name]) if name in given else _declared(plates, one)
        for name, one in plates.verified.items()
    )
    return Findings(caption, tuple(rows))


def _finding(plates: Comparing, at: int, finding: model.Finding) -> FindingRow:
    text = plates.setter.pair(finding.text, ("findings", at, "text"), raised=False)
    return _row(plates, plates.verified[finding.subdistrict], text, finding.figures)


def _declared(plates: Comparing, one: Verified) -> FindingRow:
    """The head of the lead story, and the first of the key figures, numbers before dates."""
    name = one.content.name
    text = plates.setter.pair(in_full_names(name, lead(one.content).title), (), raised=False)
    figures = [
        (figure.of[0], figure.label if len(figure.of) == 1 else None)
        for figure in sorted(one.content.key_figures, key=lambda figure: one.proofs[figure.of[0]].value is None)
    ]
    return _row(
        plates,
        one,
        text,
        [
            model.Datum(of=f"{name}.{of}", label=in_full_names(name, label) if label else None)
            for of, label in figures[:FIGURES]
        ],
    )


def lead(content: model.Subdistrict) -> model.Story:
    """The story that stands first on the pages, or in the file."""
    stories = {story.id: story for story in content.stories}
    placed = (stories[id] for sheet in arranged(content) for id in sheet.ids if id in stories)
    return next(placed, content.stories[0])


def _row(plates: Comparing, one: Verified, text: Pair, figures: Sequence[model.Datum]) -> FindingRow:
    content = one.content
    return FindingRow(
        name_of(one),
        typography.both(content.within),
        dating_of(one.content.dated, plates.words),
        content.accent,
        text,
        tuple(map(partial(_figure, plates), figures)),
    )


def _figure(plates: Comparing, figure: model.Datum) -> FindingFigure:
    """The label carries the unit; the Chinese one the whole amount where the notations differ: 8863万元."""
    proof = plates.proof(figure.of)
    label = plates.setter.both(figure.label or in_full_names(figure.of.split(".")[0], plates.called(figure.of)))
    amount = plates.amount(figure.of)
    more = units.unsaid([amount], [proof.fact.unit], label)
    alone = replace(amount, row=None, unit=Both("", ""))  # said by the label, or a sign
    label = plates.doubts.both(Both(label.zh + more.zh, label.en + more.en), [figure.of])
    return FindingFigure(alone, label, plates.when(figure.of))
