"""What a chart says, without its drawing: enough to read a page that holds it. A chart that was drawn is remembered."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property

from pydantic import TypeAdapter, ValidationError

from bulletin.charts.draw import draw
from bulletin.charts.look import Look
from bulletin.edition.blocks import ChartPlate
from bulletin.edition.text import Both
from bulletin.faces import find_faces
from bulletin.remembered import Remembered, key_of


@dataclass(frozen=True)
class Sketch:
    """A chart that could be drawn: the words of its labels and what else it says, and its size."""

    labels: tuple[str, ...]
    alt: Both
    own: tuple[str, ...]
    width_mm: float
    height_mm: float

    @property
    def svg(self) -> bytes:
        """An empty drawing."""
        return b"<svg xmlns='http://www.w3.org/2000/svg'/>"

    @property
    def png(self) -> bytes:
        """None."""
        return b""


@dataclass(frozen=True)
class Sketcher:
    """Draws charts, but not those that the same `program` has drawn before. Raises ChartError and MissingTool."""

    remembered: Remembered
    program: str

    def sketch(self, plate: ChartPlate, look: Look) -> Sketch:
        key = key_of("chart", self.program, self._faces, plate.spec, plate.width, look)
        known = self.remembered.recall(key)
        if known and (found := _read(known)):
            return found
        chart = draw(plate.spec, look, plate.width)
        labels = tuple(label.text for label in chart.drawing.labels)
        made = Sketch(labels, chart.alt, chart.own, chart.width_mm, chart.height_mm)
        self.remembered.add([key], _form().dump_json(made))
        return made

    @cached_property
    def _faces(self) -> list[tuple[str, int, int]]:
        """The font files, as they lie on the disk."""
        stats = [(file.as_posix(), file.stat()) for file in find_faces().files]
        return [(name, stat.st_mtime_ns, stat.st_size) for name, stat in stats]


@cache
def _form() -> TypeAdapter[Sketch]:
    return TypeAdapter(Sketch)


def _read(words: bytes) -> Sketch | None:
    """None for what is no sketch."""
    try:
        return _form().validate_json(words)
    except ValidationError:
        return None
