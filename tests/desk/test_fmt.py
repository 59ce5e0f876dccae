"""`fmt`: one layout for content files; remarks and meaning stay, and what is laid out stays as it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin import cli
from bulletin.content.yaml_text import parse
from bulletin.desk import laid_out as layout
from bulletin.desk.laid_out import laid_out
from bulletin.problems import CannotWrite, ContentError

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = sorted((ROOT / "content").glob("*.yaml"))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_what_is_shipped_is_laid_out(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert laid_out(text, path.name) == text


LOOSE = """\


a:   # behind a key
- x:    1
  y: {  b : 2,c: [ 1,2 ] ,
     d: 4}   # tail
-  - deep
   - "quo  ted"
# about b
b:
      c: |
          lit
            more

          end
      # of c
      d: >2-
        folded
      e: plain
           text more

           behind
      f: "quoted
   on"~~~



# foot

""".replace("~", " ")
TIGHT = """\
a:   # behind a key
  - x: 1
    y: {b: 2, c: [1, 2],
       d: 4}   # tail
  - - deep
    - "quo  ted"
# about b
b:
  c: |
    lit
      more

    end
  # of c
  d: >2-
    folded
  e: plain
    text more

    behind
  f: "quoted
    on"


# foot
"""


def test_levels_gaps_and_empty_lines_are_the_canonical_ones() -> None:
    assert laid_out(LOOSE, "f") == TIGHT
    assert laid_out(TIGHT, "f") == TIGHT


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(SHIPPED[:1] + SHIPPED[2:3]), st.randoms(use_true_random=False))
def test_whatever_the_layout_was_it_becomes_the_canonical_one(path: Path, random) -> None:  # type: ignore[no-untyped-def]
    text = path.read_text(encoding="utf-8")
    part = text[: text.index("\n\n", 2000)] + "\n"
    wide = random.choice([1, 2, 3])
    rows = [" " * (len(row) - len(row.lstrip())) * wide + row.lstrip() for row in part.split("\n")]
    if wide == 1:  # lists as far left as their keys are not made by this; more and less room is
        rows = [row + " " * random.choice([0, 1, 4]) for row in rows]
    rows = [row.replace(", en: ", random.choice([",en: ", " ,  en:   ", ", en: "])) for row in rows]
    loose = "\n".join(rows) + "\n" * random.choice([0, 3])
    try:
        meant = parse(loose, "f").data
    except ContentError:
        return
    if meant == parse(part, "f").data:
        assert laid_out(loose, "f") == laid_out(part, "f")


@pytest.mark.parametrize(
    ("loose", "tight"),
    [
        ("a: >\n   x\n  # remark\nb: 1\n", "a: >\n  x\n# remark\nb: 1\n"),
        ("a:\n    b:\n        c: 1\n     # of b\n\n  # of a\nd: 2\n", "a:\n  b:\n    c: 1\n  # of b\n\n# of a\nd: 2\n"),
        ("a:\n- b: 1\n# item\n- b: 2\n  # in it\n", "a:\n  - b: 1\n  # item\n  - b: 2\n    # in it\n"),
    ],
)
def test_a_remark_goes_with_its_level_and_becomes_no_text(loose: str, tight: str) -> None:
    assert laid_out(loose, "f") == tight == laid_out(tight, "f")


def test_a_layout_that_would_say_something_else_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "_gap", lambda found, before, after: "")
    with pytest.raises(CannotWrite):
        laid_out("a: {b: 1}\n", "f")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "elm.yaml").write_bytes(b"\xef\xbb\xbfa:   1\r\nb:   2\r\n")
    (tmp_path / "content" / "glossary.yaml").write_text("terms: []\n", encoding="utf-8")
    return tmp_path


def test_the_command_writes_what_is_not_laid_out(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    elm, asked = place / "content" / "elm.yaml", ["--messages", "zh", "fmt", "--project", str(place)]
    before = elm.read_bytes()
    assert (cli.main([*asked, "--check"]), elm.read_bytes()) == (1, before)
    assert capsys.readouterr().out == "content/elm.yaml：2 行要重新排\n"
    assert (cli.main(asked), elm.read_bytes()) == (0, b"a: 1\nb: 2\n")
    assert capsys.readouterr().out == "content/elm.yaml：2 行重新排过\n"
    assert cli.main(["--messages", "en", "fmt", "elm", "glossary", "--check", "--project", str(place)]) == 0
    assert capsys.readouterr().out == "All are laid out.\n"


def test_what_is_no_yaml_is_told_and_left(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    elm = place / "content" / "elm.yaml"
    elm.write_text("a: [1\n", encoding="utf-8")
    assert cli.main(["--messages", "en", "fmt", "--project", str(place)]) == 1
    assert "content/elm.yaml" in capsys.readouterr().err
    assert elm.read_text(encoding="utf-8") == "a: [1\n"
    (place / "content" / "ash.yaml").write_text("a:  1\n", encoding="utf-8")
    assert cli.main(["--messages", "en", "fmt", "--project", str(place)]) == 1
    assert (place / "content" / "ash.yaml").read_text(encoding="utf-8") == "a:  1\n"
    (place / "content" / "ash.yaml").unlink()
    capsys.readouterr()
    assert cli.main(["--messages", "en", "fmt", "ash", "--project", str(place)]) == 1
    assert "content/ash.yaml" in capsys.readouterr().err
