"""What is made of the same is made once; a damaged entry is made again; there is never more than there is room for."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from bulletin.store import Store


class Maker:
    """Makes bytes, and counts how often."""

    def __init__(self, data: bytes = b"made"):
        self.data, self.times = data, 0

    def __call__(self) -> bytes:
        self.times += 1
        return self.data


def entry(folder: Path) -> Path:
    (path,) = folder.iterdir()
    return path


def test_what_is_made_of_the_same_is_made_once(tmp_path: Path) -> None:
    make = Maker()
    for _ in range(3):
        store = Store("program", tmp_path)
        assert store.of(store.key("pdf", "text", b"bytes", 1.5, ("a", None)), make) == b"made"
    assert make.times == 1
    assert store.made == set(), "it was there"


@pytest.mark.parametrize(
    "other",
    [
        lambda folder: Store("program", folder).key("pdf", "text", 2),
        lambda folder: Store("program", folder).key("pdf", "text1", ""),
        lambda folder: Store("program", folder).key("docx", "text", 1),
        lambda folder: Store("another program", folder).key("pdf", "text", 1),
    ],
    ids=["another value", "the same letters, cut elsewhere", "another kind", "another program"],
)
def test_what_is_made_of_something_else_is_made(other: Callable[[Path], str], tmp_path: Path) -> None:
    store, make = Store("program", tmp_path), Maker()
    store.of(store.key("pdf", "text", 1), make)
    store.of(other(tmp_path), make)
    assert make.times == 2


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:20],
        lambda data: data[:-1],
        lambda data: data + b"x",
        lambda data: data[:-1] + b"x",
        lambda data: b"x" + data[1:],
    ],
    ids=["emptied", "cut in its seal", "cut", "longer", "another byte", "another seal"],
)
def test_a_damaged_entry_is_made_again(damage: Callable[[bytes], bytes], tmp_path: Path) -> None:
    store, make = Store("program", tmp_path), Maker()
    key = store.key("pdf")
    store.of(key, make)
    entry(tmp_path).write_bytes(damage(entry(tmp_path).read_bytes()))
    assert [store.of(key, make), store.of(key, make)] == [b"made", b"made"]
    assert make.times == 2


def test_the_oldest_go_where_there_is_no_room(tmp_path: Path) -> None:
    store = Store("program", tmp_path, room=3 * 132)
    for number in range(3):
        store.keep(f"pdf-{number}", bytes(100))
        os.utime(tmp_path / f"pdf-{number}", (number, number))
    assert store.recall("pdf-0") == bytes(100), "asked for just now"
    Store("program", tmp_path, room=3 * 132).keep("pdf-3", bytes(100))
    assert {path.name for path in tmp_path.iterdir()} == {"pdf-0", "pdf-2", "pdf-3"}


def test_two_builds_side_by_side_see_whole_entries(tmp_path: Path) -> None:
    one, other = Store("program", tmp_path), Store("program", tmp_path)
    one.keep("pdf-1", b"one")
    other.keep("pdf-1", b"one")
    other.keep("pdf-2", b"two")
    assert (one.recall("pdf-2"), other.recall("pdf-1")) == (b"two", b"one")
    entry_of_one = tmp_path / "pdf-1"
    entry_of_one.unlink()  # the other needed the room
    assert one.of("pdf-1", Maker(b"one")) == b"one"
    assert {path.name for path in tmp_path.iterdir()} == {"pdf-1", "pdf-2"}, "nothing half written is left"


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    store = Store("program", tmp_path / "file" / "made")
    assert store.of(store.key("pdf"), Maker()) == b"made"
    assert store.made == {"pdf"}


def test_a_process_that_goes_on_holds_so_much_and_no_more(tmp_path: Path) -> None:
    make = Maker(bytes(100))
    store = Store("program", None, hold=250)
    for key in ("pdf-0", "pdf-1", "pdf-0", "pdf-2", "pdf-0"):
        store.of(key, make)
    assert make.times == 3
    store.of("pdf-1", make)
    assert make.times == 4, "it gave way to the last one"
