"""The lock of translations: what was looked at, what changed in one language only, and what is new."""

from __future__ import annotations

import pytest

from bulletin.content.model import Glossary
from bulletin.content.translations import Lock, Translation, entry, hashes, key
from bulletin.problems import ContentError

SPRING = Translation("willow", "stories.green.title", *hashes("春天", "Spring"))
TREES = Translation("willow", "stories.green.paragraphs.0", *hashes("植树", "Trees"))


def test_a_lock_is_read_as_it_was_written_and_its_lines_are_sorted() -> None:
    lock = Lock().with_file("willow", [TREES, SPRING]).with_file("poplar", [])
    text = lock.dump()
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert lines == sorted([str(SPRING), str(TREES)])
    assert Lock.parse(text).files["willow"] == tuple(sorted([SPRING, TREES]))
    assert str(SPRING) == f"willow stories.green.title {SPRING.zh} {SPRING.en}"
    assert len(SPRING.zh) == len(SPRING.en) == 12


@pytest.mark.parametrize("line", ["<<<<<<< HEAD", "a b c", "a b c d e"])
def test_a_line_that_is_none_of_ours_is_refused_with_its_number(line: str) -> None:
    with pytest.raises(ContentError) as caught:
        Lock.parse(f"# head\n\n{SPRING}\n{line}\n", "x.lock")
    (problem,) = caught.value.problems
    assert (problem.rule, problem.place.file, problem.place.line) == ("stale", "x.lock", 4)
    assert problem.notes[0][0] == "help"


def changed(one: Translation, zh: str, en: str, key: str = "") -> Translation:
    return Translation(one.file, key or one.key, *hashes(zh, en))


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (SPRING, "looked_at"),
        (changed(SPRING, "春天", "Spring", "stories.other.title"), "looked_at"),
        (changed(SPRING, "夏天", "Spring"), "stale"),
        (changed(SPRING, "夏天", "Spring", "stories.other.title"), "stale"),
        (changed(SPRING, "夏天", "Summer"), "new"),
        (changed(SPRING, "春天", "Springtime"), "new"),
        (changed(SPRING, "秋天", "Fall", "stories.other.title"), "new"),
    ],
)
def test_a_text_is_stale_where_its_english_was_made_for_another_chinese(today: Translation, state: str) -> None:
    assert Lock().with_file("willow", [SPRING, TREES]).states([today, TREES]) == [state, "looked_at"]


def test_an_english_that_stands_by_its_own_chinese_still_makes_no_other_text_stale() -> None:
    again = changed(SPRING, "春", "Spring", "stories.other.title")
    assert Lock().with_file("willow", [SPRING]).states([SPRING, again]) == ["looked_at", "new"]


def test_an_empty_lock_knows_nothing_and_nothing_needs_no_lock() -> None:
    assert Lock().states([SPRING, TREES]) == ["new", "new"]
    assert Lock().with_file("willow", [SPRING]).states([]) == []
    other = Translation("poplar", SPRING.key, SPRING.zh, SPRING.en)
    assert Lock().with_file("willow", [SPRING]).states([other]) == ["new"], "another file's"


def test_a_place_is_named_in_words_that_survive_a_change_of_order() -> None:
    terms = Glossary.model_validate(
        {"terms": [{"zh": "两学 一做", "en": "Two Studies", "explain": {"zh": "释", "en": "x"}}]}
    )
    assert key(terms, ("terms", 0, "explain")) == "terms.两学_一做.explain"
    made = entry("glossary", terms, ("terms", 0, "explain"), "释", "x")
    assert (made.file, made.key) == ("glossary", "terms.两学_一做.explain")
    assert (made.zh, made.en) == hashes("释", "x")
