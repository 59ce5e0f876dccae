"""Charts that were drawn before: the same data in the same look at the same width is the same chart."""

from __future__ import annotations

from dataclasses import dataclass, field

from pydantic import TypeAdapter, ValidationError

from bulletin.charts.draw import Chart, draw
from bulletin.charts.look import Look
from bulletin.charts.shapes import Drawing
from bulletin.edition.specs import ChartSpec
from bulletin.edition.text import Both, Width
from bulletin.store import Store

MOST = 500
"""Charts that are held at a time."""


@dataclass(frozen=True)
class _Kept:
    """A chart with its picture for the page."""

    kind: str
    drawing: Drawing
    alt: Both
    data: tuple[tuple[str, ...], ...]
    own: tuple[str, ...]
    svg: bytes


_FORM = TypeAdapter(_Kept)


@dataclass
class Drawer:
    """Draws charts; with a store, those only that are not there, and each once in its own life."""

    store: Store | None = None
    _made: dict[str, Chart] = field(default_factory=dict)

    def __call__(self, spec: ChartSpec, look: Look, width: Width) -> Chart:
        """Raises ChartError, naming the kind, for data that cannot be drawn."""
        if self.store is None:
            return draw(spec, look, width)
        key = self.store.key("chart", spec, look, width)
        if key not in self._made:
            if len(self._made) >= MOST:
                self._made.clear()
            self._made[key] = _read(self.store.recall(key)) or self._drawn(self.store, key, spec, look, width)
        return self._made[key]

    @staticmethod
    def _drawn(store: Store, key: str, spec: ChartSpec, look: Look, width: Width) -> Chart:
        made = draw(spec, look, width)
        kept = _FORM.dump_json(_Kept(made.kind, made.drawing, made.alt, made.data, made.own, made.svg))
        if _read(kept) == made:
            store.keep(key, kept)
        return made


def _read(kept: bytes | None) -> Chart | None:
    """None for what is no chart."""
    try:
        found = _FORM.validate_json(kept) if kept else None
    except ValidationError:
        return None
    if found is None:
        return None
    chart = Chart(found.kind, found.drawing, found.alt, found.data, found.own)
    vars(chart)["svg"] = found.svg  # what it would be drawn as
    return chart
