"""`doctor` tells what is there and what is missing; what building needs decides the exit code."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bulletin import faces
from bulletin.cli import main
from bulletin.desk import doctor
from bulletin.desk.doctor import Requirement, examine, shown
from bulletin.problems import MissingTool

THERE = Requirement("Pango", "1.50", True, True, "sets the lines", "apt-get install pango")


@pytest.fixture(scope="module")
def parts() -> list[Requirement]:
    return examine(Path(__file__).resolve().parents[2])


def test_this_machine_builds(parts: list[Requirement]) -> None:
    assert [part.name for part in parts if part.needed and not part.there] == []
    assert {"Python", "weasyprint", "Pango", "HarfBuzz subset", "Chinese fonts", "LibreOffice", "veraPDF"} <= {
        part.name for part in parts
    }


def test_every_part_that_may_be_missing_says_how_to_get_it(parts: list[Requirement]) -> None:
    silent = [part.name for part in parts if not part.remedy and not part.files and part.name != "HarfBuzz subset"]
    assert silent == []
    assert all(part.purpose for part in parts)


def test_fonts_are_named_by_file(parts: list[Requirement]) -> None:
    text = shown(parts)
    assert "NotoSerifCJK-Regular.ttc" in text
    assert "SourceSerifPro-Regular.otf" in text
    assert "site-packages" not in text


def test_a_missing_part_shows_how_to_get_it_and_is_summed_up() -> None:
    text = shown([THERE, replace(THERE, name="Chromium", found="–", there=False, needed=False, remedy="make tools")])
    assert "missing  Chromium" in text
    assert "→ make tools" in text
    assert text.endswith("everything that building needs is there; missing for tests only: Chromium")


def test_a_library_of_another_release_differs(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(
        '[project]\ndependencies = ["rich==0.1", "no-such-library==1.0"]\n', encoding="utf-8"
    )
    rich, missing, _ = list(doctor._libraries(tmp_path))
    assert rich.state == "differs"
    assert "pinned 0.1" in rich.found
    assert (missing.state, missing.needed) == ("missing", True)


def test_a_missing_font_is_exit_code_3(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def none(*_: object) -> tuple[Path, ...]:
        raise MissingTool("font NotoSansCJK-Bold.ttc is missing: apt-get install fonts-noto-cjk")

    monkeypatch.setattr(faces, "chinese_files", none)
    monkeypatch.setattr(doctor, "_tools", lambda root: iter(()))
    assert main(["doctor"]) == 3
    out = capsys.readouterr().out
    assert "apt-get install fonts-noto-cjk" in out
    assert "missing for building: Chinese fonts" in out


def test_a_missing_tool_of_the_tests_is_exit_code_0(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor.shutil, "which", lambda name: None)
    assert main(["doctor"]) == 0
