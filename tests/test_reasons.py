"""`build --explain` names, for each file, what has changed; in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletin.manifest import Manifest, ManifestEntry, digest, fingerprint
from bulletin.messages import speak
from bulletin.publish import Published
from bulletin.reasons import MOST, Reasons
from tests.test_build import generate

pytestmark = pytest.mark.slow

PARTS = {"content/willow.yaml": "1", "templates/theme.yaml": "2", "program": "3"}
FILES = ["willow.pdf", "willow.docx"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Reports that were built of PARTS."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for file in FILES:
        (tmp_path / file).write_text(file, encoding="utf-8")
    Reasons(tmp_path).made("willow", PARTS, frozenset(), files(FILES))
    return tmp_path


def files(names: list[str], written: bool = True) -> list[Published]:
    return [Published(Path(name), written=written) for name in names]


def ledger() -> Manifest:
    written = {file: digest(file.encode()) for file in FILES}
    return Manifest({"willow": ManifestEntry(fingerprint(PARTS.items()), written)})


def why(folder: Path, parts: dict[str, str] = PARTS, wanted: list[str] = FILES, **more: bool) -> str:
    """What is said of the PDF when it was made, up to the file's name."""
    reasons = Reasons(folder, **more)
    reasons.look(ledger(), "willow", parts, wanted)
    reasons.made("willow", parts, frozenset(), files(["willow.pdf"]))
    (line,) = reasons.lines()
    return line.removeprefix("willow.pdf: made, because ")


def test_what_has_changed_is_named(folder: Path) -> None:
    assert why(folder, PARTS | {"content/willow.yaml": "4"}) == "content/willow.yaml changed"


def test_what_came_and_went_has_changed_and_the_program_is_called_that(folder: Path) -> None:
    parts = {"content/willow.yaml": "1", "program": "4", "photos/a.jpg": "1"}
    assert why(folder, parts) == "photos/a.jpg, the program, templates/theme.yaml changed"


def test_of_many_parts_some_are_named(folder: Path) -> None:
    further = {f"templates/{n}.css": "1" for n in range(MOST + 2)}
    assert why(folder, PARTS | further).endswith(f"templates/{MOST - 1}.css and 2 more changed")


@pytest.mark.parametrize("damage", [b"", b"[]", b'{"inputs": 1}', b'{"inputs": "x", "parts": {}}', None])
def test_without_a_note_on_the_last_build_it_is_said_that_it_is_not_known(folder: Path, damage: bytes | None) -> None:
    (note,) = (folder / "cache/bulletin/parts").iterdir()
    note.unlink() if damage is None else note.write_bytes(damage)
    said = why(folder, PARTS | {"program": "4"})
    assert said == "something that it rests on changed; what it was made from is no longer known"


def test_a_file_that_is_gone_or_edited_or_new_is_named(folder: Path) -> None:
    assert why(folder, wanted=[*FILES, "willow.facts.csv"]) == "willow.facts.csv was not asked for before"
    (folder / "willow.docx").write_text("a person's", encoding="utf-8")
    assert why(folder, force=True) == "the command asks for it", "an edited draft is no reason"
    assert why(folder, replace=True) == "willow.docx was changed after it was written"
    (folder / "willow.pdf").write_text("another", encoding="utf-8")
    assert why(folder) == "willow.pdf was changed after it was written"
    (folder / "willow.pdf").unlink()
    assert why(folder) == "willow.pdf is gone"


def test_of_each_file_it_is_said_whether_it_was_made(folder: Path) -> None:
    reasons = Reasons(folder)
    reasons.look(ledger(), "willow", PARTS | {"program": "4"}, FILES)
    reasons.made(
        "willow",
        PARTS,
        frozenset({"a.pdf", "b.pdf"}),
        [*files(["a.pdf"]), *files(["b.pdf"], False), *files(["c"]), *files(["d"], False)],
    )
    assert list(reasons.lines()) == [
        "a.pdf: put there as it had been made before, because the program changed",
        "b.pdf: not made again: the program changed, but nothing that this file is made of did",
        "c: made, because the program changed",
        "d: made, because the program changed; it came out the same",
    ]


def test_it_is_said_in_chinese(folder: Path) -> None:
    speak("zh")
    try:
        reasons = Reasons(folder)
        reasons.look(ledger(), "willow", PARTS | {"program": "4", "content/willow.yaml": "2"}, FILES)
        reasons.made("willow", PARTS, frozenset(), files(["willow.pdf"]))
        assert list(reasons.lines()) == ["willow.pdf：重做了。原因：content/willow.yaml、程序本身 有改动"]
    finally:
        speak("en")


def test_a_template_of_the_evidence_page_sets_no_pages(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole way: a build, one that has nothing to do, one behind a template that is on no page."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(small / "cache"))
    command = ("--explain", "--to", "docx,evidence,csv")
    first = generate(small, *command).stdout
    assert "willow.docx: made, because it was not built here before" in first
    assert "willow.docx: not made: nothing that it rests on has changed" in generate(small, *command).stdout
    template = small / "templates" / "evidence.html.j2"
    template.write_text(template.read_text(encoding="utf-8").replace("<body>", "<body >"), encoding="utf-8")
    assert generate(small, *command).stdout.splitlines()[:3] == [
        "willow.docx: not made again: templates/evidence.html.j2 changed, but nothing that this file is made of did",
        "willow.evidence.html: made, because templates/evidence.html.j2 changed",
        "willow.facts.csv: made, because templates/evidence.html.j2 changed; it came out the same",
    ]
