"""A template that somebody has changed wrongly is a problem with a place, as content is."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import workshop


def test_an_unknown_key_of_the_words_is_named(small: Path) -> None:
    words = small / "templates" / "words.yaml"
    text = words.read_text(encoding="utf-8")
    words.write_text(text.replace("themes:", "thmes: {}\nthemes:", 1), encoding="utf-8")
    (problem,) = workshop(small).check().problems
    assert problem.place.file == "templates/words.yaml"
    assert "no key thmes" in problem.message
