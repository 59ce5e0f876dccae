"""What the large figures of the front page show."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bulletin.blocks.key_figures.model import KeyFigure as Written
from bulletin.edition import units
from bulletin.edition.blocks import Amount, Block
from bulletin.edition.compositor import Compositor, Maker
from bulletin.edition.plates import Plates
from bulletin.edition.text import Both, Pair, plain
from bulletin.wording import amounts


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One or two amounts over a label."""

    amounts: tuple[Amount, ...]
    label: Pair

    @property
    def apart(self) -> bool:
        """Are the figures not the same in both languages, so that the English ones stand before their label?"""
        return any(amount.zh for amount in self.amounts)

    @property
    def ems(self) -> int:
        """How long the figures are, in Latin characters."""
        if self.apart:
            shown = " + ".join((a.zh or a.number) + a.zh_unit for a in self.amounts)
        else:
            shown = " + ".join(f"{a.number} {a.sign}".strip() for a in self.amounts)
        return sum(1 if char.isascii() else 2 for char in shown)


@dataclass(frozen=True, slots=True)
class KeyFigures(Block):
    items: tuple[KeyFigure, ...]
    id: str = "key_figures"

    @property
    def crowded(self) -> bool:
        """Is a figure too long for its column in the large size? A character takes 3.5 mm, 6 mm are padding."""
        return max(item.ems for item in self.items) * 3.5 > 178 / len(self.items) - 6


def make(compositor: Compositor) -> KeyFigures:
    return KeyFigures(tuple(_figure(compositor, i, item) for i, item in enumerate(compositor.content.key_figures)))


def _figure(compositor: Compositor, at: int, item: Written) -> KeyFigure:
    """Amounts over a label that says their units, where it does not yet and they do not stand beside the number.

    The raised numbers stand behind the label: behind the figures 13 + 8 they would read as powers.
    """
    plates, ids = compositor.plates, item.of
    said = item.label or plates.called(ids[0])
    path = ("key_figures", at, "label") if item.label else ("facts", ids[0], "label")
    label = compositor.setter.pair(said, path, raised=False)
    made = [_large(plates, id) for id in ids]
    if any(amount.zh for amount in made):  # then all of them stand in Chinese, and again in English
        made = [amount if amount.zh else _with_unit(plates, amount) for amount in made]
    shared = [amount for amount in made if not amount.zh]
    more = units.unsaid(shared, [plates.proof(id).fact.unit for id in ids], Both(plain(label.zh), plain(label.en)))
    label = replace(label, zh=label.zh + units.runs(more.zh), en=label.en + units.runs(more.en))
    alone = tuple(replace(amount, row=None, unit=Both("", "")) for amount in made)  # said by the label
    return KeyFigure(alone, plates.cited(label, ids))


def _large(plates: Plates, id: str) -> Amount:
    zh, unit = amounts.large_zh(plates.proof(id))
    return replace(plates.amount(id), zh=zh, zh_unit=unit)


def _with_unit(plates: Plates, amount: Amount) -> Amount:
    proof = plates.proof(amount.fact)
    unit, full = proof.fact.unit.zh if proof.fact.unit else "", amounts.chinese(proof)
    return replace(amount, zh=full.removesuffix(unit), zh_unit=unit if full.endswith(unit) else "")


MAKER = Maker(make)
