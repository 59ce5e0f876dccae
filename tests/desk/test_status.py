"""`status` tells how far each file is; `translated` records that somebody has looked."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletin.cli import main
from bulletin.content.translations import Lock
from bulletin.desk.status import show, survey
from bulletin.problems import ContentError
from tests.conftest import CONTENT, small_project, workshop

LOCK = Path("content") / "translations.lock"


def test_a_row_counts_what_the_file_holds(small: Path) -> None:
    row = survey(workshop(small, ["willow"]), [])[0]
    assert (row.name, row.facts, row.printed, row.projects, row.honours) == ("willow", 7, 7, 0, 1)
    assert row.rows == 6  # communities and households share a quote
    assert row.share and row.share.short == "8+0+0/8"
    assert row.built == "not built"
    assert row.texts["new"] == sum(row.texts.values()) > 10


def test_after_translated_every_text_has_been_looked_at(small: Path) -> None:
    assert main(["translated", "--project", str(small)]) == 0
    rows = survey(workshop(small), [])
    assert [row.name for row in rows] == ["willow", "glossary", "publication"]
    assert all(row.texts["new"] == row.texts["stale"] == 0 for row in rows)
    assert rows[0].texts["looked_at"] > 10


def test_a_change_of_the_chinese_alone_is_stale(small: Path) -> None:
    main(["translated", "--project", str(small)])
    small_project(small, CONTENT.replace("街边多了游园", "街边多了步道"))
    row = survey(workshop(small), [])[0]
    assert (row.texts["stale"], row.texts["new"]) == (1, 0)


def test_the_lock_of_other_files_stays_when_one_is_named(small: Path) -> None:
    main(["translated", "--project", str(small)])
    before = (small / LOCK).read_text(encoding="utf-8")
    small_project(
        small, CONTENT.replace("街边多了游园", "街边多了步道").replace("More pocket parks by", "More paths by")
    )
    main(["translated", "willow", "--project", str(small)])
    after = (small / LOCK).read_text(encoding="utf-8")
    changed = set(before.splitlines()) ^ set(after.splitlines())
    assert len(changed) == 2
    assert all(line.startswith("willow stories.green.title ") for line in changed)


def test_the_lock_is_sorted_and_reads_back(small: Path) -> None:
    main(["translated", "--project", str(small)])
    text = (small / LOCK).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    assert lines == sorted(lines)
    assert len(lines) > 10
    assert Lock.parse(text).dump() == text


def test_a_conflict_in_the_lock_is_told_at_its_line(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["translated", "--project", str(small)])
    path = small / LOCK
    path.write_text("<<<<<<< HEAD\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert main(["check", "--project", str(small)]) == 1
    assert "content/translations.lock:1:1: error[stale]" in capsys.readouterr().out


def test_nothing_is_recorded_while_a_file_cannot_be_read(small: Path) -> None:
    (small / "content" / "willow.yaml").write_text("name: [", encoding="utf-8")
    with pytest.raises(ContentError):
        list(workshop(small).all_texts())
    assert main(["translated", "--project", str(small)]) == 1
    assert not (small / LOCK).exists()


def test_status_prints_a_plain_table_and_the_reasons(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = CONTENT.replace(
        "More pocket parks by the street\n",
        "More pocket parks by the harbour\n      allow: {language: the name of a street}\n",
    )
    small_project(small, content)
    show(workshop(small))
    out = capsys.readouterr().out
    assert out.splitlines()[0].split()[:4] == ["file", "facts", "printed", "rows"]
    assert "language: a British spelling\n    the name of a street" in out
    assert "\x1b" not in out
