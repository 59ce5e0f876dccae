"""Which units the words at a number do not say yet, and the words that then do."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from bulletin.content.measures import MEASURES
from bulletin.content.model import Unit
from bulletin.edition.blocks import Amount
from bulletin.edition.specs import ChartSpec, Datum
from bulletin.edition.text import Both, Line, Pair, Run, as_pair
from bulletin.edition.walk import every
from bulletin.edition.words import Words
from bulletin.wording import amounts


def unsaid(figures: Sequence[Amount], units: Sequence[Unit | None], label: Both) -> Both:
    """In brackets, what a label does not say of the units over it: （个） and (pocket parks). A sign stands there."""
    zh = dict.fromkeys(figure.unit.zh for figure in figures if not figure.symbol and not _said(figure.unit.zh, label))
    en = dict.fromkeys(unit.noun for unit in units if unit and not amounts.named(unit, label.en))
    return _in_brackets(Both("、".join(filter(None, zh)), ", ".join(en)))


def lacking(units: Sequence[tuple[Unit | None, str]], said: Both) -> Both:
    """The units of bare numbers that the words over them do not say; a noun may stand in the number's own label."""
    bare = [(unit, label) for unit, label in units if unit and not amounts.shown_with_number(unit)]
    zh = dict.fromkeys(unit.zh for unit, _ in bare)
    if any(_said(unit, said) for unit in zh):  # 保洁员（人）: no 名 besides
        zh = dict.fromkeys(unit for unit in zh if unit in MEASURES and not _said(unit, said))
    missing = (unit for unit, label in bare if not amounts.said(unit, f"{said.en} {label}"))
    return Both("、".join(zh), ", ".join(dict.fromkeys(amounts.sign(unit) or unit.noun for unit in missing)))


def titled(title: Both, more: Both) -> Both:
    """A title with these units behind it."""
    brackets = _in_brackets(more)
    return Both(title.zh + brackets.zh, title.en + brackets.en)


def extended(line: Pair | None, more: Both) -> Pair | None:
    """A line with more words behind it, if there are any."""
    if line is None:
        return as_pair(more) if more.zh or more.en else None
    zh, en = (f"；{more.zh}" if more.zh else ""), (f"; {more.en}" if more.en else "")
    return Pair(line.zh + runs(zh), line.en + runs(en), line.path)


def runs(words: str) -> Line:
    """The words as a line, if there are any."""
    return (Run(words),) if words else ()


def square(each: int, unit: Unit | None, words: Words) -> Both:
    """What one square of a chart stands for: 每格100处 / one square is 100 hazards."""
    shown = amounts.figures(Fraction(each))
    zh = f"{amounts.han(Fraction(each))}{unit.zh if unit else ''}"
    en = f"{shown} {amounts.unit_en(unit, Fraction(each))}" if unit else shown
    return words.phrase("each_square", zh, en)


def data(spec: ChartSpec) -> list[Datum]:
    """The numbers that a chart draws."""
    return [datum for datum in every(Datum, spec) if datum.mark != "unstated"]


def _said(unit: str, words: Both) -> bool:
    """Does the Chinese say it, with its 个 or without: 工作日 for 个工作日?"""
    return (unit.removeprefix("个") or unit) in words.zh


def _in_brackets(words: Both) -> Both:
    return Both(f"（{words.zh}）" if words.zh else "", f" ({words.en})" if words.en else "")
