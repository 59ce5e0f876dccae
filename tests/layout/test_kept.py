"""What no leading of the running text changes is measured once; every other height is that of a whole measuring."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from bulletin.build import Builder
from bulletin.content.house import TypeScale
from bulletin.edition.blocks import Block
from bulletin.layout.lay_out import LEADINGS
from bulletin.layout.measure import Kept, Measures, measure
from bulletin.layout.pieces import Cutter
from bulletin.layout.redraw import Redrawing
from bulletin.pages.templates import steady
from bulletin.rooms import PLATES
from bulletin.variant import Language, Variant
from tests import samples
from tests.conftest import workshop

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    plates = tuple(name for name in PLATES.kinds() if samples.kind(name).in_bulletins)
    return samples.project(tmp_path_factory.mktemp("kept") / "project", plates, samples.blocks())


@pytest.mark.parametrize("language", ["bilingual", "zh"])
@pytest.mark.parametrize("type", ["standard", "compact"])
def test_another_leading_measures_only_what_runs_on(root: Path, language: Language, type: TypeScale) -> None:
    builder = Builder(workshop(root), Variant(language=language, type=type))
    edition, _ = builder.edition("willow")
    charts, alone = builder.charts(edition), builder.variant.in_one_language
    redraw = Redrawing(partial(builder._drawn, edition), charts)
    cutter = Cutter(lambda plate, width, tall: plate if redraw(plate, width, tall) and tall == 1 else None, alone)
    pieces = list(cutter.pieces([block for page in edition.pages for block in page.blocks]))
    asked: list[tuple[Block, ...]] = []

    def measured(leading: float, kept: Kept | None) -> Measures:
        def lay(blocks: tuple[Block, ...], drawn: object) -> object:
            asked.append(blocks)
            return builder._measured(edition, leading, blocks, charts)

        return measure(pieces, charts, lay, kept)  # type: ignore[arg-type]

    kept = Kept(steady(builder.workshop.theme, type, alone=alone))
    measured(LEADINGS[0], kept)
    assert measured(LEADINGS[-1], kept) == measured(LEADINGS[-1], None)
    assert 0 < len(asked[1]) < len(asked[0]) / 2, "stories, briefs and what the editors say; nothing else"
