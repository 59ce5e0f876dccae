"""Charts that were drawn before: the same data in the same look at the same width is the same chart.

Where pages are laid out, a chart is tried at several heights, of which one is shown: its SVG is made when a page asks
for it, and has an entry of its own.
"""

from __future__ import annotations

import pickle
from dataclasses import dataclass, field, replace
from functools import partial
from io import BytesIO
from typing import get_args

from bulletin.charts.draw import Chart, draw
from bulletin.charts.look import Look
from bulletin.charts.shapes import Area, Drawing, Label, Shape
from bulletin.edition.specs import ChartSpec
from bulletin.edition.text import Both, Width
from bulletin.store import Store

MOST = 500
"""Charts that are held at a time."""


@dataclass(frozen=True)
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
            found = _read(self.store.recall(key)) or self._drawn(self.store, key, spec, look, width)
            self._made[key] = replace(found, vectors=partial(_vectors, self.store, key))
        return self._made[key]

    @staticmethod
    def _drawn(store: Store, key: str, spec: ChartSpec, look: Look, width: Width) -> Chart:
        made = draw(spec, look, width)
        store.keep(key, pickle.dumps(made))
        return made


def _vectors(store: Store, chart: str, drawing: Drawing) -> bytes:
    """The SVG of a chart that the store knows by that name."""

    def drawn() -> bytes:
        from bulletin.charts import figure

        return figure.svg(drawing)

    return store.of(store.key("svg", chart), drawn)


class _Reader(pickle.Unpickler):
    """Makes charts, the shapes in them and nothing else, whatever a file asks for."""

    def find_class(self, module: str, name: str) -> type:
        if (module, name) not in _PARTS:
            raise pickle.UnpicklingError(f"{module}.{name} is no part of a chart")
        return _PARTS[module, name]


_PARTS: dict[tuple[str, str], type] = {
    (part.__module__, part.__name__): part for part in (Chart, Drawing, Label, Area, Both, *get_args(Shape))
}


def _read(kept: bytes | None) -> Chart | None:
    """None for what is no chart."""
    if kept is None:
        return None
    try:
        found = _Reader(BytesIO(kept)).load()
    except Exception:  # whatever a damaged file makes of it
        return None
    return found if isinstance(found, Chart) else None
