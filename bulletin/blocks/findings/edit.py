"""What the findings show."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from bulletin.content import model
from bulletin.content.model import Summary
from bulletin.edition import typography, units
from bulletin.edition.blocks import Amount, Block, Caption
from bulletin.edition.comparing import Comparing, date_of, name_of
from bulletin.edition.text import Both, Pair


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


def make(plates: Comparing, summary: Summary) -> Findings:
    frame = model.Frame(title=summary.findings_title, line=summary.findings_line)
    rows = tuple(_finding(plates, i, finding) for i, finding in enumerate(summary.findings))
    return Findings(plates.caption(frame, ("findings",), []), rows)


def _finding(plates: Comparing, at: int, finding: model.Finding) -> FindingRow:
    one = plates.verified[finding.subdistrict]
    content, date = one.content, date_of(one)
    stated = "article_stated" if content.dated.stated else "article_inferred"
    return FindingRow(
        name_of(one),
        typography.both(content.within),
        plates.words.phrase(stated, date.zh, date.en),
        content.accent,
        plates.setter.pair(finding.text, ("findings", at, "text"), raised=False),
        tuple(map(partial(_figure, plates), finding.figures)),
    )


def _figure(plates: Comparing, figure: model.Datum) -> FindingFigure:
    """The label carries the unit; the Chinese one the whole amount where the notations differ: 8863万元."""
    proof = plates.proof(figure.of)
    label = plates.setter.both(figure.label or proof.fact.label)
    amount = plates.amount(figure.of)
    more = units.unsaid([amount], [proof.fact.unit], label)
    alone = replace(amount, row=None, unit=Both("", ""))  # said by the label, or a sign
    return FindingFigure(alone, Both(label.zh + more.zh, label.en + more.en), plates.when(figure.of))
