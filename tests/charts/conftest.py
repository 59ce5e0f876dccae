"""The look that all tests of charts share."""

import pytest
import yaml

from bulletin.charts.look import Look
from tests.conftest import ROOT, house_words


def house_look() -> Look:
    """In teal, in both languages, with the words of the house."""
    theme = yaml.safe_load((ROOT / "templates/theme.yaml").read_text(encoding="utf-8"))
    return Look.of(theme, "teal", house_words().drawn())


@pytest.fixture(scope="session")
def look() -> Look:
    return house_look()
