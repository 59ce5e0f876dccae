"""A draft is as large as its publication's type: the body as on the page, everything else with it."""

from __future__ import annotations

import pytest

from bulletin.content.house import TypeScale
from bulletin.word.look import READ, ROLES, SIZES, look
from tests.conftest import ROOT, workshop


@pytest.mark.parametrize(("type", "body"), [("compact", (9, 8.8)), ("standard", (10.5, 10)), ("large", (14, 13.5))])
def test_the_body_has_the_size_of_the_type(type: TypeScale, body: tuple[float, float]) -> None:
    theme = workshop(ROOT, ["summary"]).theme
    sizes = look(theme, "teal", {"room": (8.0, 10.0)}, type).sizes
    assert (sizes["body_zh"][0], sizes["body_en"][0]) == body
    for name, (size, pitch) in sizes.items():
        own = {**SIZES, "room": (8.0, 10.0)}[name]
        if type == "compact":
            assert (size, pitch) == own
        else:
            assert size >= own[0], name
            assert pitch / size == pytest.approx(own[1] / own[0], rel=0.02), name
            assert size > own[0] or (name not in ROLES and name != "room"), name
    assert set(READ) <= set(ROLES) <= set(SIZES)
