"""The look that all tests of charts share."""

from pathlib import Path

import pytest
import yaml

from bulletin.charts.look import Look

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def look() -> Look:
    return Look.of(yaml.safe_load((ROOT / "templates/theme.yaml").read_text(encoding="utf-8")), "teal")
