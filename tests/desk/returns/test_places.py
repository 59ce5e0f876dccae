"""Where something stands, as an editor looks for it: page, story, the first words."""

from __future__ import annotations

from typing import Any

import pytest

from bulletin.desk.returns.places import Places
from bulletin.messages import say

TITLES = {"stories.0.title": "多了\n游园", "stories.1.title": "换了管网"}
PATHS = {1: "notes.0", 2: "stories.0.title", 3: "stories.0.paragraphs.0", 7: "stories.1.paragraphs.0", 8: "notes.1"}


class Said:
    """A paragraph that says so much."""

    def __init__(self, text: str):
        self.text = text


def places() -> Places:
    paragraphs: Any = [Said(f"第 {at}\t段" if at != 3 else "长" * 61) for at in range(12)]
    return Places(paragraphs, [1, 1, 1, 2, 2, 2, 2, 3, 3, 3], PATHS, TITLES)


@pytest.mark.parametrize(("at", "page", "story"), [
    (0, 1, ""), (1, 1, ""), (2, 1, "多了 游园"), (4, 2, "多了 游园"), (5, 2, "多了 游园"), (6, 2, "多了 游园"),
    (7, 3, "换了管网"), (8, 3, ""), (9, 3, ""),
])  # fmt: skip
def test_a_paragraph_stands_in_the_story_of_the_words_above_it(at: int, page: int, story: str) -> None:
    words = f"第 {at} 段"
    said = say("change.in-story", page=page, story=story, words=words)
    assert places().where(at) == (said if story else say("change.on-page", page=page, words=words))


def test_as_many_signs_are_told_as_one_line_takes() -> None:
    assert places().where(3) == say("change.in-story", page=2, story="多了 游园", words="长" * 60)


def test_what_stands_on_no_page_that_is_known_has_its_words_and_what_stands_nowhere_nothing() -> None:
    assert places().where(10) == say("change.in", words="第 10 段")
    assert places().where(12) == places().where(None) == ""
    assert (places().path(7), places().path(5), places().path(None)) == ("stories.1.paragraphs.0", "", "")
