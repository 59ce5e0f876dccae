"""A commit is cut off at every step: the next start makes it all old or all new, and nobody's words are lost."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import FrozenInstanceError
from hashlib import sha256
from pathlib import Path

import pytest

from bulletin import transaction
from bulletin.problems import CannotWrite
from bulletin.transaction import Write, clear, commit, recover
from tests.conftest import ROOT


def digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def old() -> dict[str, bytes]:
    return {"willow.docx": b"old draft", "willow.pdf": b"old pages", "manifest.json": b"old ledger"}


def new() -> dict[str, bytes]:
    return {**{name: data.replace(b"old", b"new") for name, data in old().items()}, "willow.facts.csv": b"new table"}


def writes() -> list[Write]:
    made = new()
    draft = Write("willow.docx", made.pop("willow.docx"), guarded=True, seen=digest(b"old draft"))
    aside = Write("willow.bak-1.docx", b"old draft", guarded=True)
    ledger = made.pop("manifest.json")
    rest = [Write(name, data) for name, data in made.items()]
    return [aside, draft, *rest, Write(".baselines/willow.1.json", b"new base"), Write("manifest.json", ledger)]


def folder_of(path: Path) -> Path:
    path.mkdir()
    for name, data in old().items():
        (path / name).write_bytes(data)
    return path


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


NEW = {**new(), "willow.bak-1.docx": b"old draft", ".baselines/willow.1.json": b"new base"}


def cut_off(number: int, work: Callable[[], object]) -> bool:
    """Does `work` in a process of its own, which is killed before the call of the system with this number."""
    child = os.fork()
    if child == 0:
        count = 0

        def watch(event: str, _: object) -> None:
            nonlocal count
            if event.startswith(("open", "os.", "shutil.")):
                count += 1
                if count == number:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(watch)
        try:
            work()
        except BaseException:
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0
    return os.WIFSIGNALED(status)


def test_a_commit_that_is_cut_off_anywhere_is_all_old_or_all_new(tmp_path: Path) -> None:
    seen = []
    for number in range(1, 500):
        folder = folder_of(tmp_path / str(number))
        killed = cut_off(number, lambda: commit(folder, writes()))  # noqa: B023
        recover(folder)
        assert files(folder) in (old(), NEW), number
        assert not (folder / ".transaction").exists()
        seen.append(files(folder) == NEW)
        if not killed:
            break
    assert number > 40
    assert seen == sorted(seen)  # from one moment on it is done
    assert seen.count(True) > 10  # the moments after the commit were among them


@pytest.mark.slow
def test_a_recovery_that_is_cut_off_in_its_turn_ends_the_same_way(tmp_path: Path) -> None:
    tried = 0
    for number in range(20, 100, 6):
        for again in range(1, 40, 3):
            folder = folder_of(tmp_path / f"{number}-{again}")
            if not cut_off(number, lambda: commit(folder, writes())):  # noqa: B023
                return
            if cut_off(again, lambda: recover(folder)):  # noqa: B023
                tried += 1
            recover(folder)
            assert files(folder) in (old(), NEW), (number, again)
    assert tried > 50


def test_taking_back_that_is_cut_off_ends_all_old(tmp_path: Path) -> None:
    """A folder stands where the ledger should be written: nothing can go forward."""
    for number in range(1, 500):
        folder = folder_of(tmp_path / str(number))
        (folder / "manifest.json").unlink()
        (folder / "manifest.json").mkdir()
        (folder / "manifest.json" / "kept").write_bytes(b"somebody's")
        before = files(folder)

        def refused(folder: Path = folder) -> None:
            with pytest.raises(CannotWrite):
                commit(folder, writes())

        killed = cut_off(number, refused)
        recover(folder)
        assert files(folder) == before, number
        if not killed:
            return
    pytest.fail("it was never let through")


def interrupted(folder: Path, renames: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A commit that is cut off after so many of its renames."""

    def killed_later() -> None:
        done = 0
        rename = os.replace

        def counted(new: Path, target: Path) -> None:
            nonlocal done
            if done == renames:
                os.kill(os.getpid(), signal.SIGKILL)
            done += 1
            rename(new, target)

        transaction.os.replace = counted  # type: ignore[attr-defined]
        commit(folder, writes())

    assert cut_off(-1, killed_later)
    assert (folder / ".transaction" / "journal.json").exists()


@pytest.mark.parametrize(("renames", "forward"), [(0, False), (1, False), (2, None), (3, True), (5, True)])
def test_words_that_a_person_saved_after_the_cut_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, renames: int, forward: bool | None
) -> None:
    folder = folder_of(tmp_path / "reports")
    interrupted(folder, renames, monkeypatch)
    (folder / "willow.docx").write_bytes(b"a person's")
    recover(folder)
    left = files(folder)
    assert left.pop("willow.docx") == b"a person's"
    rest = [{name: data for name, data in one.items() if name != "willow.docx"} for one in (old(), NEW)]
    assert left in (rest if forward is None else [rest[forward]])


def test_a_draft_that_is_open_after_the_cut_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = folder_of(tmp_path / "reports")
    interrupted(folder, 1, monkeypatch)
    assert "as they were before" in recover(folder, lambda path: path.name == "willow.docx")
    assert files(folder) == old()


def test_a_draft_that_was_saved_since_it_was_looked_at_stops_the_commit(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "reports")
    (folder / "willow.docx").write_bytes(b"a person's")
    with pytest.raises(CannotWrite, match=r"willow\.docx has just been saved"):
        commit(folder, writes())
    assert files(folder) == {**old(), "willow.docx": b"a person's"}


@pytest.mark.parametrize(
    "journal", [b"", b"\xff\xfe", b"{}", b"[1]", b'[{"target": "../x", "new": "", "old": null, "guarded": 0}]']
)
def test_a_damaged_journal_is_kept_and_named(tmp_path: Path, journal: bytes) -> None:
    folder = folder_of(tmp_path / "reports")
    (folder / ".transaction").mkdir()
    (folder / ".transaction" / "journal.json").write_bytes(journal)
    (folder / ".transaction" / "old-0").write_bytes(b"somebody's")
    said = recover(folder)
    if journal == b"{}":  # no steps: nothing was to be done
        return
    assert "unfinished-1" in said
    assert (folder / "unfinished-1" / "old-0").read_bytes() == b"somebody's"
    commit(folder, writes())
    assert files(folder).items() >= NEW.items()


@pytest.mark.parametrize("thing", ["file", "link"])
def test_a_thing_in_the_way_is_named_and_left(tmp_path: Path, thing: str) -> None:
    folder = folder_of(tmp_path / "reports")
    if thing == "file":
        (folder / ".transaction").write_text("somebody's")
    else:
        (folder / ".transaction").symlink_to(tmp_path)
    with pytest.raises(CannotWrite, match="in the way"):
        clear(folder)
    assert os.path.lexists(folder / ".transaction")


def test_a_target_that_cannot_be_replaced_leaves_all(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "reports")
    (folder / "willow.pdf").unlink()
    (folder / "willow.pdf").mkdir()
    with pytest.raises(CannotWrite, match=r"willow\.pdf: Is a directory"):
        commit(folder, writes())
    assert files(folder) == {name: data for name, data in old().items() if name != "willow.pdf"}
    assert not (folder / ".transaction").exists()


def test_a_disk_that_knows_no_links_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr("os.link", no_links)
    folder = folder_of(tmp_path / "reports")
    commit(folder, writes())
    assert files(folder) == NEW


def test_a_full_disk_leaves_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever write it is that finds no room."""
    fsync = os.fsync
    for number in range(12):
        folder, count = folder_of(tmp_path / str(number)), 0

        def full(handle: int, number: int = number) -> None:
            nonlocal count
            count += 1
            if count == number + 1:
                raise OSError(28, "No space left on device")
            fsync(handle)

        monkeypatch.setattr("os.fsync", full)
        try:
            commit(folder, writes())
        except CannotWrite as error:
            assert "No space left" in str(error)
            assert files(folder) == old()
        else:
            assert files(folder) == NEW
        assert not (folder / ".transaction").exists()


def test_the_interrupt_comes_after_the_commit(tmp_path: Path) -> None:
    """In a process of one thread: a signal goes to any thread that has not blocked it; a test runner has several."""
    folder = folder_of(tmp_path / "reports")
    code = f"""
import os, signal
from pathlib import Path
from bulletin.transaction import commit
from tests.test_transaction import writes
rename = os.replace
def pressed(new, target):
    os.kill(os.getpid(), signal.SIGINT)
    rename(new, target)
os.replace = pressed
signal.signal(signal.SIGINT, signal.default_int_handler)
try:
    commit(Path({str(folder)!r}), writes())
except KeyboardInterrupt:
    print("interrupted")
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout == "interrupted\n", done.stderr
    assert files(folder) == NEW


def test_nothing_to_write_touches_nothing(tmp_path: Path) -> None:
    commit(tmp_path / "none", [])
    assert not (tmp_path / "none").exists()


def test_the_journal_names_what_is_to_be_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = folder_of(tmp_path / "reports")
    interrupted(folder, 0, monkeypatch)
    rows = json.loads((folder / ".transaction" / "journal.json").read_text())
    assert [row["target"] for row in rows] == [write.target for write in writes()]


def test_files_have_the_rights_of_reports_and_a_copy_those_of_what_it_is_like(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "reports")
    (folder / "willow.docx").chmod(0o600)
    os.utime(folder / "willow.docx", (1e9, 1e9))
    aside = Write("willow.bak-1.docx", b"old draft", guarded=True, like=folder / "willow.docx")
    mask = os.umask(0o077)
    try:
        commit(folder, [aside, Write("willow.pdf", b"new pages")])
    finally:
        os.umask(mask)
    assert (folder / "willow.pdf").stat().st_mode & 0o777 == 0o644
    copy = (folder / "willow.bak-1.docx").stat()
    assert (copy.st_mode & 0o777, copy.st_mtime) == (0o600, 1e9)


def test_a_name_that_is_taken_is_not_written_over(tmp_path: Path) -> None:
    """A copy of a person's words goes where nothing was seen; something has come there since."""
    folder = folder_of(tmp_path / "reports")
    (folder / "willow.bak-1.docx").write_bytes(b"somebody's")
    with pytest.raises(CannotWrite, match=r"willow\.bak-1\.docx has just been saved"):
        commit(folder, writes())
    assert files(folder) == {**old(), "willow.bak-1.docx": b"somebody's"}


def test_what_is_not_guarded_is_replaced_whatever_stands_there(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "reports")
    (folder / "willow.pdf").write_bytes(b"somebody's")
    commit(folder, writes())
    assert files(folder) == NEW


def test_a_draft_that_was_saved_in_the_midst_of_the_commit_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, rename = folder_of(tmp_path / "reports"), os.replace

    def saved_meanwhile(new: Path, target: Path) -> None:
        rename(new, target)
        if target.name == "willow.bak-1.docx":
            (folder / "willow.docx").write_bytes(b"a person's")

    monkeypatch.setattr("os.replace", saved_meanwhile)
    with pytest.raises(CannotWrite, match=r"willow\.docx has just been saved"):
        commit(folder, writes())
    assert files(folder) == {**old(), "willow.docx": b"a person's"}
    assert not (folder / ".transaction").exists()


@pytest.mark.parametrize("target", ["../x", "/tmp/x", "", ".", "a/b/c", "..", "a/.."])
def test_a_journal_that_leads_elsewhere_is_none(tmp_path: Path, target: str) -> None:
    folder = staged(tmp_path, target)
    assert "unfinished-1" in recover(folder)
    assert files(folder).items() >= old().items()
    assert [path.name for path in tmp_path.iterdir()] == ["reports"]


@pytest.mark.parametrize("target", [".baselines/x.json", "x.pdf"])
def test_a_journal_that_leads_into_the_folder_is_one(tmp_path: Path, target: str) -> None:
    folder = staged(tmp_path, target)
    assert "have been completed" in recover(folder)
    assert files(folder) == {**old(), target: b"new"}


def staged(folder: Path, target: str) -> Path:
    """A folder where the write of one file has been cut off."""
    reports = folder_of(folder / "reports")
    for name in (".transaction", ".baselines"):
        (reports / name).mkdir()
    (reports / ".transaction" / "new-0").write_bytes(b"new")
    row = {"target": target, "new": digest(b"new"), "old": None, "guarded": False}
    (reports / ".transaction" / "journal.json").write_text(json.dumps([row]))
    return reports


def test_every_damaged_journal_gets_a_name_of_its_own(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "reports")
    (folder / "unfinished-2").symlink_to("nowhere")
    for number in (1, 3):
        (folder / ".transaction").mkdir()
        (folder / ".transaction" / "journal.json").write_bytes(b"damaged")
        assert f"unfinished-{number}" in recover(folder)
        assert (folder / f"unfinished-{number}" / "journal.json").read_bytes() == b"damaged"


def test_where_what_was_staged_is_gone_all_is_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = folder_of(tmp_path / "reports")
    interrupted(folder, 1, monkeypatch)
    (folder / ".transaction" / "new-2").unlink()
    assert "as they were before" in recover(folder)
    assert files(folder) == old()


def test_where_nothing_that_was_staged_is_left_the_rest_is_kept_and_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = folder_of(tmp_path / "reports")
    interrupted(folder, 3, monkeypatch)
    for path in (folder / ".transaction").glob("*-*"):
        path.unlink()
    assert "unfinished-1" in recover(folder)
    assert (folder / "unfinished-1" / "journal.json").exists()
    assert (folder / "willow.docx").read_bytes() == b"new draft"


def test_recovery_says_what_it_did_and_nothing_where_nothing_was_to_be_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = folder_of(tmp_path / "reports")
    assert recover(folder) == ""
    interrupted(folder, 2, monkeypatch)
    assert "have been completed" in recover(folder)
    assert files(folder) == NEW
    assert recover(folder) == ""
    (folder / ".transaction").mkdir()
    (folder / ".transaction" / "new-0").write_bytes(b"half")
    assert recover(folder) == ""
    assert files(folder) == NEW


def test_only_what_is_still_to_be_replaced_and_can_be_edited_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, asked = folder_of(tmp_path / "reports"), list[str]()
    interrupted(folder, 1, monkeypatch)

    def held(path: Path) -> bool:
        asked.append(path.name)
        return False

    assert "have been completed" in recover(folder, held)
    assert asked == ["willow.docx"]
    assert files(folder) == NEW


def test_a_folder_is_found_out_to_be_writable_and_left_as_it_was(tmp_path: Path) -> None:
    clear(tmp_path / "new" / "reports")
    assert list((tmp_path / "new" / "reports").iterdir()) == []
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotWrite, match=r"cannot write into .*file/reports: Not a directory"):
        clear(tmp_path / "file" / "reports")


def test_a_folder_that_takes_no_bytes_is_told_before_anything_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(CannotWrite, match=r"cannot write into .*: No space left"):
        clear(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_everything_staged_and_every_name_reaches_the_disk_before_the_commit_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is not flushed may be gone after a loss of power, however the names stand."""
    folder, flushed, fsync = folder_of(tmp_path / "reports"), list[str](), os.fsync

    def noted(handle: int) -> None:
        flushed.append(Path(f"/proc/self/fd/{handle}").readlink().relative_to(tmp_path).as_posix())
        fsync(handle)

    monkeypatch.setattr("os.fsync", noted)
    commit(folder, writes())
    stage, ends = "reports/.transaction", flushed.index("reports/.transaction/journal.new")
    assert {f"{stage}/new-{number}" for number in range(len(writes()))} <= set(flushed[:ends])
    assert flushed[ends + 1] == stage
    assert flushed[-1] == "reports"


def test_a_write_is_what_it_was_made() -> None:
    with pytest.raises(FrozenInstanceError):
        Write("a", b"").target = "b"  # type: ignore[misc]


def test_words_that_were_saved_over_a_draft_are_no_reason_to_go_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The draft is the third of five writes, of which four are made: the ledger, too, is written."""
    second = Write("willow.edited-1.docx", b"old draft", guarded=True)
    more = [second, *(one for one in writes() if one.target != ".baselines/willow.1.json")]
    monkeypatch.setattr(f"{__name__}.writes", lambda: more)
    folder = folder_of(tmp_path / "reports")
    interrupted(folder, 4, monkeypatch)
    (folder / "willow.docx").write_bytes(b"a person's")
    recover(folder)
    assert files(folder)["willow.docx"] == b"a person's"
    assert files(folder)["manifest.json"] == b"new ledger"


def test_what_cannot_be_cleared_away_is_left_to_the_next_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = folder_of(tmp_path / "reports")
    interrupted(folder, 3, monkeypatch)

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    with monkeypatch.context() as patch:
        patch.setattr("os.rmdir", refused)
        assert "have been completed" in recover(folder)
        assert files(folder).items() >= NEW.items()
        assert recover(folder) == ""
    with monkeypatch.context() as patch:
        patch.setattr("os.rmdir", refused)
        recover(folder)
    assert recover(folder) == ""
    for work in (lambda: commit(folder, [Write("willow.pdf", b"newer")]), lambda: clear(folder)):
        with monkeypatch.context() as patch:
            patch.setattr("os.rmdir", refused)
            work()
        assert recover(folder) == ""
    assert files(folder) == {**NEW, "willow.pdf": b"newer"}
