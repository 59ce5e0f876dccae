"""What the large figures of the front page show."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bulletin.blocks.key_figures.model import KeyFigure as Written
from bulletin.edition import units
from bulletin.edition.blocks import Amount, Block
from bulletin.edition.compositor import Compositor, Maker
from bulletin.edition.text import Both, Pair, plain


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One or two amounts over a label."""

    amounts: tuple[Amount, ...]
    label: Pair


@dataclass(frozen=True, slots=True)
class KeyFigures(Block):
    items: tuple[KeyFigure, ...]
    id: str = "key_figures"

    @property
    def crowded(self) -> bool:
        """Is a figure too long for its column in the large size? A character takes 3.5 mm, 6 mm are padding."""
        longest = max(len(" + ".join(f"{a.number} {a.sign}".strip() for a in item.amounts)) for item in self.items)
        return longest * 3.5 > 178 / len(self.items) - 6


def make(compositor: Compositor) -> KeyFigures:
    return KeyFigures(tuple(_figure(compositor, i, item) for i, item in enumerate(compositor.content.key_figures)))


def _figure(compositor: Compositor, at: int, item: Written) -> KeyFigure:
    """Amounts over a label that says their units, where it does not yet.

    The raised numbers stand behind the label: behind the figures 13 + 8 they would read as powers.
    """
    plates, ids = compositor.plates, item.of
    said = item.label or plates.called(ids[0])
    path = ("key_figures", at, "label") if item.label else ("facts", ids[0], "label")
    label = compositor.setter.pair(said, path, raised=False)
    made = [plates.amount(id) for id in ids]
    more = units.unsaid(made, [plates.proof(id).fact.unit for id in ids], Both(plain(label.zh), plain(label.en)))
    label = replace(label, zh=label.zh + units.runs(more.zh), en=label.en + units.runs(more.en))
    alone = tuple(replace(amount, row=None, unit=Both("", "")) for amount in made)  # said by the label
    return KeyFigure(alone, plates.cited(label, ids))


MAKER = Maker(make)
