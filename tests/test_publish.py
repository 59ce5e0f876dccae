"""A person's draft is never lost: every state that a draft can be in, and what a build does with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletin.problems import CannotWrite
from bulletin.publish import Published, is_current, locks, notice, publish, read_manifest, state
from bulletin.writers.docx.pack import pack

OURS, NEWER, THEIRS = (pack({"word/document.xml": word}) for word in (b"ours", b"newer", b"theirs"))


def build(folder: Path, data: bytes, inputs: str = "1", **how: object) -> Published:
    """One build of one draft; gives what became of the draft."""
    files = {"willow.docx": data, "willow.pdf": b"%PDF " + inputs.encode()}
    done = publish(folder, read_manifest(folder), "willow", inputs, files, **how)  # type: ignore[arg-type]
    assert len(done) == 2
    return done[0]


def drafts(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("[!.~]*.docx")}


def edited(folder: Path) -> Path:
    """A folder where a person has edited the draft."""
    build(folder, OURS)
    (folder / "willow.docx").write_bytes(THEIRS)
    return folder / "willow.docx"


def test_a_draft_that_is_not_there_is_written(tmp_path: Path) -> None:
    assert build(tmp_path, OURS) == Published(tmp_path / "willow.docx")
    assert drafts(tmp_path) == {"willow.docx": OURS}


def test_a_draft_that_nobody_has_touched_is_replaced(tmp_path: Path) -> None:
    build(tmp_path, OURS)
    assert build(tmp_path, NEWER, "2") == Published(tmp_path / "willow.docx")
    assert drafts(tmp_path) == {"willow.docx": NEWER}


def test_a_draft_that_is_the_same_already_is_not_written_again(tmp_path: Path) -> None:
    build(tmp_path, OURS)
    before = (tmp_path / "willow.docx").stat().st_mtime_ns
    assert not build(tmp_path, OURS, "2").written
    assert (tmp_path / "willow.docx").stat().st_mtime_ns == before


def test_a_draft_that_was_only_saved_again_is_kept_as_a_copy_and_replaced(tmp_path: Path) -> None:
    for n in (1, 2):
        edited(tmp_path)
        done = build(tmp_path, NEWER, str(n), untouched=lambda data: data == THEIRS)
        assert done == Published(tmp_path / "willow.docx", tmp_path / f"willow.bak-{n}.docx", "resaved")
    assert drafts(tmp_path) == {"willow.docx": NEWER, "willow.bak-1.docx": THEIRS, "willow.bak-2.docx": THEIRS}


def test_an_edited_draft_is_left_alone_and_the_new_one_goes_beside_it(tmp_path: Path) -> None:
    edited(tmp_path)
    done = build(tmp_path, NEWER, "2")
    assert done == Published(tmp_path / "willow.new.docx", tmp_path / "willow.docx", "edited")
    assert drafts(tmp_path) == {"willow.docx": THEIRS, "willow.new.docx": NEWER}
    assert "willow.docx has been edited and was kept" in notice(done, lambda path: path.name)
    assert build(tmp_path, OURS, "3").path.name == "willow.new.docx"  # ours, so it may be replaced
    assert drafts(tmp_path) == {"willow.docx": THEIRS, "willow.new.docx": OURS}


def test_a_new_draft_that_was_edited_in_its_turn_is_left_alone_too(tmp_path: Path) -> None:
    edited(tmp_path)
    build(tmp_path, NEWER, "2")
    (tmp_path / "willow.new.docx").write_bytes(b"theirs, too")
    assert build(tmp_path, OURS, "3").path.name == "willow.new-2.docx"
    assert drafts(tmp_path)["willow.new.docx"] == b"theirs, too"


def test_an_edited_draft_put_back_is_ours_again(tmp_path: Path) -> None:
    edited(tmp_path)
    build(tmp_path, NEWER, "2")
    (tmp_path / "willow.docx").write_bytes(OURS)
    assert build(tmp_path, NEWER, "3") == Published(tmp_path / "willow.docx")


def test_a_file_that_is_not_ours_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "willow.docx").write_bytes(b"somebody's")
    assert build(tmp_path, OURS).kept == tmp_path / "willow.docx"
    assert drafts(tmp_path) == {"willow.docx": b"somebody's", "willow.new.docx": OURS}


@pytest.mark.parametrize("owner", ["~$willow.docx", "~$llow.docx", ".~lock.willow.docx#", ".~willow.docx"])
@pytest.mark.parametrize("replace", [False, True])
def test_a_draft_that_is_open_is_left_alone_whatever_was_asked(tmp_path: Path, owner: str, replace: bool) -> None:
    build(tmp_path, OURS)
    (tmp_path / owner).touch()
    done = build(tmp_path, NEWER, "2", replace=replace)
    assert done == Published(tmp_path / "willow.new.docx", tmp_path / "willow.docx", "open")
    assert drafts(tmp_path) == {"willow.docx": OURS, "willow.new.docx": NEWER}


@pytest.mark.parametrize(
    ("name", "owner"), [("dufulu", "~$dufulu"), ("xidajie", "~$idajie"), ("jinshuilu", "~$nshuilu")]
)
def test_words_lock_files_drop_letters_of_long_names(name: str, owner: str) -> None:
    assert Path(f"{owner}.docx") in locks(Path(f"{name}.docx"))


def test_replace_moves_the_persons_file_aside(tmp_path: Path) -> None:
    for n in (1, 2):
        edited(tmp_path)
        done = build(tmp_path, NEWER, str(n + 1), replace=True)
        assert done == Published(tmp_path / "willow.docx", tmp_path / f"willow.edited-{n}.docx", "moved")
    assert set(drafts(tmp_path).values()) == {NEWER, THEIRS}
    assert len(drafts(tmp_path)) == 3


def test_an_edited_draft_is_no_reason_to_build_again_unless_it_is_to_be_replaced(tmp_path: Path) -> None:
    edited(tmp_path)
    manifest = read_manifest(tmp_path)
    assert is_current(tmp_path, manifest, "willow", "1", ["willow.docx", "willow.pdf"])
    assert not is_current(tmp_path, manifest, "willow", "1", ["willow.docx"], replace=True)
    assert not is_current(tmp_path, manifest, "willow", "2", ["willow.docx"])


def test_what_nothing_vouches_for_is_never_current(tmp_path: Path) -> None:
    build(tmp_path, OURS, "")
    assert not is_current(tmp_path, read_manifest(tmp_path), "willow", "", ["willow.docx", "willow.pdf"])
    publish(tmp_path, read_manifest(tmp_path), "willow", "", {"willow.pdf": b"%PDF 2"})
    assert set(read_manifest(tmp_path).entries["willow"].files) == {"willow.pdf"}


def test_a_draft_left_out_of_a_build_stays_ours_and_is_not_taken_for_current(tmp_path: Path) -> None:
    build(tmp_path, OURS)
    publish(tmp_path, read_manifest(tmp_path), "willow", "2", {"willow.pdf": b"%PDF 2"})
    assert not is_current(tmp_path, read_manifest(tmp_path), "willow", "2", ["willow.docx", "willow.pdf"])
    assert build(tmp_path, NEWER, "2") == Published(tmp_path / "willow.docx")


def test_without_a_ledger_a_draft_counts_as_a_persons(tmp_path: Path) -> None:
    build(tmp_path, OURS)
    (tmp_path / "manifest.json").write_text("{", encoding="utf-8")
    assert build(tmp_path, NEWER, "2").kept == tmp_path / "willow.docx"


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(tmp_path, OURS)

    def no_room(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", no_room)
    with pytest.raises(CannotWrite, match="No space left"):
        build(tmp_path, NEWER, "2")
    assert drafts(tmp_path) == {"willow.docx": OURS}
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".willow")]


def test_states_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "willow.docx"
    assert state(path, None) == "absent"
    path.write_bytes(OURS)
    assert state(path, None) == "edited"
    assert state(path, None, lambda _: True) == "resaved"
