"""Content that is right and does not fit: what only drawn charts and set pages can tell. Here the sound bulletin is made."""

from __future__ import annotations

from pathlib import Path

from tests.faults.stand import Fault, Prepare, both, edited


def _stale(project: Path) -> None:
    """The sound bulletin has to be made."""
    for path in (project / "reports").glob("oak.*"):
        path.unlink()


LONG = "incomprehensibilities" * 14
ROWS = {
    "a word of 300 letters in a paragraph": ("In <since> the subdistrict", f"In <since> {LONG} the subdistrict"),
    "a word of 300 letters in a title": ("en: More pocket parks by the street", f"en: {LONG}"),
    "a title of 300 words": ("en: More pocket parks by the street", "en: " + "parks and streets " * 100),
    "a name of 40 characters": ("place: {zh: 柳林街道, en", "place: {zh: " + "柳林春天" * 10 + "街道, en"),
    "a name of 200 letters": ("en: Liulin Subdistrict", "en: " + "Liulin and " * 18 + "Subdistrict"),
    "a label of 60 characters": (
        "label: {zh: 社区, en: communities}",
        "label: {zh: " + "社区居民" * 15 + ", en: communities}",
    ),
    "a label of 300 letters": (
        "label: {zh: 社区, en: communities}",
        "label: {zh: 社区, en: " + "communities" * 27 + "}",
    ),
    "a label of 60 words": (
        "label: {zh: 社区, en: communities}",
        "label: {zh: 社区, en: " + "communities and " * 30 + "towns}",
    ),
    "a headline of 300 characters": ("headline: {zh: 柳林街道的春天", "headline: {zh: " + "柳林街道的春天" * 43),
    "a story of 20,000 characters": (
        "zh: <communities>社区有居民",
        "zh: " + "街道的春天来得早，" * 2200 + "<communities>社区有居民",
    ),
}


def _row(name: str, old: str, new: str) -> Fault:
    prepare: Prepare = both(edited(old, new)[0], _stale)
    return Fault("page", name, prepare, ("build",), (0, 1), says="willow", stays=False, slow=True)


FAULTS = [_row(name, *change) for name, change in ROWS.items()]
