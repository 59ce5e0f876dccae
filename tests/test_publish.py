"""A person's draft is never lost: every state that a draft can be in, and what a build does with it."""

from __future__ import annotations

import json
import os
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from bulletin.manifest import Manifest, ManifestEntry, digest
from bulletin.messages import say
from bulletin.problems import CannotWrite
from bulletin.publish import (
    LARGEST,
    Published,
    Whole,
    is_current,
    keep_baseline,
    locks,
    notice,
    publish,
    publish_together,
    read_manifest,
    start,
    state,
)
from bulletin.word import sidecar
from bulletin.word.pack import pack
from tests.desk.returns.meadow import meadow

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


def entry(folder: Path) -> ManifestEntry:
    return read_manifest(folder).entries["willow"]


def test_the_ledger_says_what_was_written_from_what(tmp_path: Path) -> None:
    build(tmp_path, OURS)
    assert entry(tmp_path) == ManifestEntry("1", {"willow.docx": digest(OURS), "willow.pdf": digest(b"%PDF 1")})
    edited(tmp_path)
    build(tmp_path, NEWER, "2")
    assert entry(tmp_path) == ManifestEntry(
        "2", {"willow.docx": digest(OURS), "willow.pdf": digest(b"%PDF 2")}, {"willow.new.docx": digest(NEWER)}
    )
    (tmp_path / "willow.new.docx").unlink()
    (tmp_path / "willow.docx").write_bytes(OURS)
    build(tmp_path, NEWER, "3")
    assert entry(tmp_path) == ManifestEntry("3", {"willow.docx": digest(NEWER), "willow.pdf": digest(b"%PDF 3")})


def test_a_first_draft_beside_a_strangers_is_remembered_as_written(tmp_path: Path) -> None:
    (tmp_path / "willow.docx").write_bytes(THEIRS)
    build(tmp_path, OURS)
    assert entry(tmp_path).files["willow.docx"] == digest(OURS)
    (tmp_path / "willow.docx").write_bytes(OURS)  # it is put where it belongs
    assert build(tmp_path, NEWER, "2") == Published(tmp_path / "willow.docx")


def test_the_same_bytes_of_other_inputs_are_current_afterwards(tmp_path: Path) -> None:
    publish(tmp_path, read_manifest(tmp_path), "willow", "1", {"willow.pdf": b"%PDF"})
    publish(tmp_path, read_manifest(tmp_path), "willow", "2", {"willow.pdf": b"%PDF"})
    assert is_current(tmp_path, read_manifest(tmp_path), "willow", "2", ["willow.pdf"])


def test_where_nothing_changes_nothing_is_written(tmp_path: Path) -> None:
    build(tmp_path, OURS)
    before = {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    build(tmp_path, OURS)
    assert {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()} == before


def test_publications_share_a_ledger(tmp_path: Path) -> None:
    manifest = read_manifest(tmp_path)
    for name in ("willow", "oak"):
        publish(tmp_path, manifest, name, "1", {f"{name}.pdf": b"%PDF"})
    assert manifest.entries.keys() == read_manifest(tmp_path).entries.keys() == {"willow", "oak"}
    assert manifest.files() == {"willow.pdf", "oak.pdf"}


def test_publications_that_are_written_together_stand_all_or_none(tmp_path: Path) -> None:
    made = [Whole(name, "1", {f"{name}.pdf": name.encode()}) for name in ("ash", "beech")]
    done = publish_together(tmp_path, read_manifest(tmp_path), made)
    assert [[one.path.name for one in files] for files in done] == [["ash.pdf"], ["beech.pdf"]]
    assert read_manifest(tmp_path).entries.keys() == {"ash", "beech"}
    (tmp_path / "beech.pdf").unlink()
    (tmp_path / "beech.pdf").mkdir()
    (tmp_path / "beech.pdf" / "inside").touch()
    newer = [Whole(name, "2", {f"{name}.pdf": b"newer"}) for name in ("ash", "beech")]
    with pytest.raises(CannotWrite):
        publish_together(tmp_path, read_manifest(tmp_path), newer)
    assert (tmp_path / "ash.pdf").read_bytes() == b"ash"
    assert read_manifest(tmp_path).entries["ash"].inputs == "1"


def test_formats_that_are_made_one_after_the_other_add_up_while_the_inputs_are_the_same(tmp_path: Path) -> None:
    for file in ("willow.pdf", "willow.facts.csv"):
        publish(tmp_path, read_manifest(tmp_path), "willow", "1", {file: b"1"})
    assert entry(tmp_path) == ManifestEntry("1", {"willow.pdf": digest(b"1"), "willow.facts.csv": digest(b"1")})
    publish(tmp_path, read_manifest(tmp_path), "willow", "2", {"willow.pdf": b"2"})
    assert entry(tmp_path) == ManifestEntry("2", {"willow.pdf": digest(b"2")}, {"willow.facts.csv": digest(b"1")})
    (tmp_path / "willow.facts.csv").unlink()
    publish(tmp_path, read_manifest(tmp_path), "willow", "2", {"willow.pdf": b"2"})
    assert entry(tmp_path) == ManifestEntry("2", {"willow.pdf": digest(b"2")})


@pytest.mark.parametrize(
    ("name", "inputs", "asked", "current"),
    [
        ("willow", "1", ["willow.docx", "willow.pdf"], True),
        ("willow", "1", ["willow.pdf"], True),
        ("willow", "1", ["willow.facts.csv", "willow.pdf"], False),
        ("willow", "2", ["willow.pdf"], False),
        ("willow", "0", ["willow.pdf"], False),
        ("willow", "", ["willow.pdf"], False),
        ("oak", "1", [], False),
    ],
)
def test_what_is_current(tmp_path: Path, name: str, inputs: str, asked: list[str], current: bool) -> None:
    build(tmp_path, OURS)
    assert is_current(tmp_path, read_manifest(tmp_path), name, inputs, asked) == current


@pytest.mark.parametrize("file", ["willow.docx", "willow.pdf"])
@pytest.mark.parametrize("thing", ["nothing", "folder", "loop", "pipe"])
def test_a_file_that_is_no_longer_there_is_made_again(tmp_path: Path, file: str, thing: str) -> None:
    build(tmp_path, OURS)
    path = tmp_path / file
    path.unlink()
    if thing == "folder":
        path.mkdir()
    elif thing == "loop":
        path.symlink_to(file)
    elif thing == "pipe":
        os.mkfifo(path)
    assert not is_current(tmp_path, read_manifest(tmp_path), "willow", "1", ["willow.docx", "willow.pdf"])


def test_pages_that_somebody_changed_are_made_again_and_a_draft_is_not(tmp_path: Path) -> None:
    edited(tmp_path)
    assert is_current(tmp_path, read_manifest(tmp_path), "willow", "1", ["willow.docx", "willow.pdf"])
    (tmp_path / "willow.pdf").write_bytes(b"somebody's")
    assert not is_current(tmp_path, read_manifest(tmp_path), "willow", "1", ["willow.docx", "willow.pdf"])


def test_every_new_draft_that_was_edited_gets_a_neighbour(tmp_path: Path) -> None:
    edited(tmp_path)
    for n, name in enumerate(["willow.new.docx", "willow.new-2.docx", "willow.new-3.docx"]):
        assert build(tmp_path, NEWER, str(n)).path.name == name
        (tmp_path / name).write_bytes(f"theirs {n}".encode())


def test_a_copy_takes_no_name_that_is_taken_and_keeps_the_date(tmp_path: Path) -> None:
    os.utime(edited(tmp_path), (1e9, 1e9))
    (tmp_path / "willow.bak-1.docx").symlink_to("nowhere")
    done = build(tmp_path, NEWER, "2", untouched=lambda _: True)
    assert done.kept == tmp_path / "willow.bak-2.docx"
    assert (tmp_path / "willow.bak-2.docx").stat().st_mtime == 1e9
    assert (tmp_path / "willow.docx").stat().st_mtime > 1e9


def test_a_folder_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "willow.docx").mkdir()
    with pytest.raises(CannotWrite, match=r"willow\.docx"):
        build(tmp_path, OURS, replace=True)
    assert [path.name for path in tmp_path.iterdir()] == ["willow.docx"]
    assert build(tmp_path, OURS).path.name == "willow.new.docx"


def test_words_that_are_saved_while_a_build_writes_are_not_lost(tmp_path: Path) -> None:
    """The importer takes its time; meanwhile the person saves."""
    edited(tmp_path)

    def meanwhile(_: bytes) -> bool:
        (tmp_path / "willow.docx").write_bytes(b"later words")
        return True

    with pytest.raises(CannotWrite, match=r"willow\.docx has just been saved"):
        build(tmp_path, NEWER, "2", untouched=meanwhile)
    assert drafts(tmp_path) == {"willow.docx": b"later words"}
    assert (tmp_path / "willow.pdf").read_bytes() == b"%PDF 1"


def test_a_draft_of_another_size_than_we_make_is_a_persons(tmp_path: Path) -> None:
    path = tmp_path / "willow.docx"
    for size, how in ((LARGEST, "resaved"), (LARGEST + 1, "edited")):
        with path.open("wb") as file:
            file.truncate(size)
        assert state(path, None, lambda _: True) == how
    assert LARGEST > 50_000_000


def test_an_importer_that_fails_is_a_no(tmp_path: Path) -> None:
    def fails(_: bytes) -> bool:
        raise RuntimeError

    path = edited(tmp_path)
    assert state(path, digest(OURS), fails) == "edited"
    assert state(path, digest(THEIRS), fails) == "ours"
    assert state(path, digest(OURS)) == "edited"


@pytest.mark.parametrize(("name", "count"), [("willow", 5), ("x", 5)])
def test_the_lock_files_of_every_program(name: str, count: int) -> None:
    found = {path.name for path in locks(Path(f"reports/{name}.docx"))}
    shorter = {f"~${name}.docx", f"~${name[1:]}.docx", f"~${name[2:]}.docx" if len(name) > 1 else "~$docx"}
    assert found == {*shorter, f".~{name}.docx", f".~lock.{name}.docx#"}
    assert len(found) == count


def test_a_new_start_tells_what_it_found_and_clears_up(tmp_path: Path) -> None:
    build(tmp_path, OURS)
    for name in ("willow.pdf", "manifest.json", "oak.pdf", "x.pdf"):
        (tmp_path / f".{name}.abcd1234.tmp").write_bytes(b"half")
    manifest, notices = start(tmp_path, {"oak.pdf"})
    assert (manifest.entries.keys(), notices) == ({"willow"}, [])
    assert [path.name for path in tmp_path.glob(".*")] == [".x.pdf.abcd1234.tmp"]
    assert start(tmp_path / "new", set()) == (Manifest(), [])


def test_a_ledger_that_is_none_is_kept_at_a_new_start(tmp_path: Path) -> None:
    for number in (1, 2):
        (tmp_path / "manifest.json").write_bytes(b"[]")
        manifest, notices = start(tmp_path, set())
        kept = tmp_path / f"manifest.json.damaged-{number}"
        assert manifest.damaged
        assert len(notices) == 1
        assert str(kept) in notices[0]
        assert kept.read_bytes() == b"[]"


def test_a_new_start_says_that_an_earlier_run_was_cut_off(tmp_path: Path) -> None:
    (tmp_path / ".transaction").mkdir(parents=True)
    (tmp_path / ".transaction" / "journal.json").write_bytes(b"[]")
    assert start(tmp_path, set()) == (Manifest(), [say("write.finished")])


def test_a_build_does_not_go_on_where_an_earlier_one_waits_for_an_open_draft(tmp_path: Path) -> None:
    """What the earlier one had staged is taken back, for the draft is open now."""
    build(tmp_path, OURS)
    stage = tmp_path / ".transaction"
    stage.mkdir()
    (stage / "new-0").write_bytes(THEIRS)
    row = {"target": "willow.docx", "new": digest(THEIRS), "old": digest(OURS), "guarded": True}
    (stage / "journal.json").write_text(json.dumps([row]))
    (tmp_path / "~$willow.docx").touch()
    publish(tmp_path, read_manifest(tmp_path), "willow", "1", {"willow.pdf": b"%PDF 1"})
    assert drafts(tmp_path) == {"willow.docx": OURS}


def test_the_baseline_of_a_draft_is_kept_once_beside_it(tmp_path: Path, draft: bytes) -> None:
    found = sidecar(draft)
    assert found
    kept = tmp_path / ".baselines" / f"willow.{found[0]}.json"
    for words in (found[1], b"as it was"):
        build(tmp_path, draft)
        assert [path.name for path in kept.parent.iterdir()] == [kept.name]
        assert kept.read_bytes() == words
        kept.write_bytes(b"as it was")  # is not written again
    keep_baseline(tmp_path, "willow", "willow.docx", draft)
    assert kept.read_bytes() == b"as it was"
    kept.unlink()
    keep_baseline(tmp_path, "willow", "willow.pdf", draft)
    keep_baseline(tmp_path, "willow", "willow.docx", OURS)
    assert not kept.exists()
    keep_baseline(tmp_path, "willow", "willow.docx", draft)
    assert kept.read_bytes() == found[1]


@pytest.fixture(scope="module")
def draft(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return (meadow(tmp_path_factory.mktemp("meadow") / "project") / "reports" / "willow.docx").read_bytes()


def test_every_fate_of_a_draft_is_told(tmp_path: Path) -> None:
    new, old = tmp_path / "willow.docx", tmp_path / "old.docx"
    said = {
        why: notice(Published(new, old, why), lambda path: path.name) for why in ("edited", "open", "moved", "resaved")
    }
    assert len(set(said.values())) == 4
    assert all("old.docx" in text and "willow.docx" in text for text in said.values())
    assert notice(Published(new), str) == ""


def test_what_was_published_does_not_change(tmp_path: Path) -> None:
    with pytest.raises(FrozenInstanceError):
        Published(tmp_path).written = False  # type: ignore[misc]


@pytest.mark.parametrize("thing", ["folder", "loop", "pipe", "list", "bytes"])
def test_what_is_no_ledger_is_damaged_and_counts_as_empty(tmp_path: Path, thing: str) -> None:
    path = tmp_path / "manifest.json"
    if thing == "folder":
        path.mkdir()
    elif thing == "loop":
        path.symlink_to("manifest.json")
    elif thing == "pipe":
        os.mkfifo(path)
    else:
        path.write_bytes({"list": b"[1]", "bytes": b"\xff\xfe"}[thing])
    assert read_manifest(tmp_path) == Manifest(damaged=True)
    assert read_manifest(tmp_path / "none") == Manifest()
