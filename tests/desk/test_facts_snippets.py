"""Snippets of a project's own facts, terms and themes for VS Code, and that `watch` keeps them."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path
from typing import Any

from bulletin.cli import main
from bulletin.desk.snippets import FILE, refresh, snippets
from bulletin.edition.themes import themes
from bulletin.project import Project
from tests.conftest import ROOT, small_project
from tests.desk.test_watch import start


def made(root: Path) -> dict[str, dict[str, Any]]:
    return dict(json.loads(snippets(Project.at(root))))


def entered(body: str) -> str:
    """What VS Code puts into the file, with the first choice of each stop."""
    text = re.sub(r"\$\{\d+\|((?:\\.|[^,|])*)[^}]*\}", r"\1", body)
    return re.sub(r"\\([\\$},|])", r"\1", text)


def test_every_fact_completes_to_its_reference_and_to_its_id(tmp_path: Path) -> None:
    root = small_project(tmp_path)
    found = made(root)
    assert entered(found["<parks>"]["body"]) == "<parks>"
    assert found["<parks>"]["prefix"] == ["<parks"]
    assert entered(found["parks"]["body"]) == "parks"
    assert "willow: " in found["parks"]["description"]
    assert "“" in found["parks"]["description"]
    assert "<willow.parks>" not in found
    (root / "content" / "summary.yaml").write_text("title: {}\n", encoding="utf-8")
    assert entered(made(root)["<willow.parks>"]["body"]) == "<willow.parks>"


def test_an_id_of_two_files_says_what_it_is_in_each() -> None:
    found = made(ROOT)
    twice = [one for one in found.values() if "\n" in one["description"]]
    assert twice
    assert all(len({line.partition(":")[0] for line in one["description"].split("\n")}) > 1 for one in twice)


def test_terms_complete_by_either_language_and_themes_are_those_that_there_are(tmp_path: Path) -> None:
    root = small_project(tmp_path, glossary="terms:\n  - {zh: 五$元, en: 'five} $units'}\n")
    found = made(root)
    term = found["term 五$元"]
    assert term["prefix"] == ["five} $units", "五$元"]
    assert entered(term["body"]) == "five} $units"
    assert entered(found["key theme"]["body"]) == "theme: band"
    assert found["key theme"]["body"] == f"theme: ${{1|{','.join(themes(root / 'templates'))}|}}"
    assert "teal,plum" in found["key accent"]["body"]


def test_it_is_kept_where_it_was_asked_for_and_left_while_a_file_cannot_be_read(tmp_path: Path) -> None:
    root = small_project(tmp_path)
    path, content = root / FILE, root / "content" / "willow.yaml"
    assert not refresh(Project.at(root))
    assert not path.exists()
    assert main(["snippets", "--project", str(root)]) == 0
    assert not refresh(Project.at(root))
    text = content.read_text(encoding="utf-8")
    content.write_text(text.replace("facts:", "facts:\n  saplings: {value: 1", 1), encoding="utf-8")
    assert not refresh(Project.at(root))
    content.write_text(text.replace("facts:", "facts:\n  saplings: {value: 1}", 1), encoding="utf-8")
    assert refresh(Project.at(root))
    assert "<saplings>" in json.loads(path.read_text(encoding="utf-8"))


def test_watch_keeps_it(tmp_path: Path) -> None:
    root = small_project(tmp_path / "project")
    assert main(["snippets", "--project", str(root)]) == 0
    running = start(root)
    try:
        content = root / "content" / "willow.yaml"
        text = content.read_text(encoding="utf-8")
        content.write_text(text.replace("facts:", "facts:\n  saplings: {value: 1}", 1), encoding="utf-8")
        end = time.monotonic() + 60
        while "saplings" not in (root / FILE).read_text(encoding="utf-8") and time.monotonic() < end:
            time.sleep(0.1)
        assert "saplings" in (root / FILE).read_text(encoding="utf-8")
    finally:
        running.end()
        assert running.process.stdout
        running.process.stdout.close()
