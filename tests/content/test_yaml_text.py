"""YAML is read as typed, with places; what could be read as something else is not."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bulletin.content import yaml_text
from bulletin.content.yaml_text import parse
from bulletin.problems import ContentError


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("NO", "NO"),
        ("yes", "yes"),
        ("19:30", "19:30"),
        ("010", "010"),
        ("0x1f", "0x1f"),
        ("1_000", "1_000"),
        ("2018-11-11", "2018-11-11"),
        ("1e3", "1e3"),
        ("5400", 5400),
        ("-3", -3),
        ("7.392", Decimal("7.392")),
        ("0.10", Decimal("0.10")),
        ("true", True),
        ("null", None),
        ("~", None),
        ('"5400"', "5400"),
    ],
)
def test_scalars_are_what_was_typed(typed: str, read: object) -> None:
    assert parse(f"key: {typed}\n", "x.yaml").data == {"key": read}


@pytest.mark.parametrize(
    ("text", "says", "line"),
    [
        ("a: 1\na: 2\n", "stands twice; first on line 1", 2),
        ("a: &x 1\nb: *x\n", "anchors", 1),
        ("a: !!python/object 1\n", "tags", 1),
        ("a: [1, 2\nb: 3\n", "never closed", 1),
        ("a:\n\t- b\n", "", 2),
        ("", "empty", 1),
        ("? [a]\n: 1\n", "a key is a word", 1),
    ],
)
def test_what_is_refused_is_named_at_its_place(text: str, says: str, line: int) -> None:
    with pytest.raises(ContentError) as caught:
        parse(text, "x.yaml")
    assert says in caught.value.problems[0].message
    assert caught.value.problems[0].place.line == line


def test_folded_chinese_has_no_spaces_and_folded_english_has() -> None:
    text = "p:\n  zh: 网格员排查隐患，\n    其中<fixed>\n    立即整改。\n  en: Grid workers\n    found some.\n"
    parsed = parse(text, "x.yaml")
    assert parsed.data["p"] == {"zh": "网格员排查隐患，其中<fixed>立即整改。", "en": "Grid workers found some."}


def test_places_count_characters_from_one() -> None:
    parsed = parse("a:\n  zh: 街道有5个社区\n", "x.yaml")
    place = parsed.place(("a", "zh"), "5")
    assert (place.line, place.column, place.length) == (2, 10, 1)
    assert parsed.key_place(("a", "zh")).column == 3
    assert parsed.place(("a", "nothing")).line == 2


def test_libyaml_and_the_python_parser_see_the_same_places(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = sorted((root / "content").glob("*.yaml"))
    assert len(files) > 5
    fast = [parse(path.read_text(encoding="utf-8"), path.name) for path in files]
    monkeypatch.setattr(yaml_text, "_LOADER", yaml.SafeLoader)
    slow = [parse(path.read_text(encoding="utf-8"), path.name) for path in files]
    assert fast == slow


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=40))
def test_any_text_is_read_or_refused_never_a_crash(text: str) -> None:
    try:
        parse(text, "x.yaml")
    except ContentError as error:
        assert error.problems
