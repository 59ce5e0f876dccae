"""Where things are: what counts as content, what is read and how it is told when it cannot be, and whole writes."""

from __future__ import annotations

import fcntl
import os
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from bulletin.leftovers import remove_leftovers
from bulletin.messages import listed, say
from bulletin.problems import CannotWrite, ContentError, Place, Problem, UsageError
from bulletin.project import LARGEST, LARGEST_PICTURE, Project, named_folder, write
from bulletin.terminal import shown


@pytest.fixture
def project(tmp_path: Path) -> Project:
    for name in ("content", "seeds"):
        (tmp_path / "project" / name).mkdir(parents=True)
    return Project.at(tmp_path / "project")


def refused(project: Project, path: Path, place: Place | None = None) -> tuple[str, Place]:
    """What is said of a file that cannot be read, and where."""
    with pytest.raises(ContentError) as told:
        project.read(path, place)
    (problem,) = told.value.problems
    assert problem.rule == "read"
    return problem.message, problem.place


def test_a_project_has_its_folders(tmp_path: Path) -> None:
    project = Project.at(tmp_path / "a" / ".." / "b")
    assert project.root == tmp_path / "b"
    assert project.content == tmp_path / "b" / "content"
    assert project.seeds == tmp_path / "b" / "seeds"
    assert project.templates == tmp_path / "b" / "templates"
    assert project.summary == tmp_path / "b" / "content" / "summary.yaml"
    assert project.reports == tmp_path / "b" / "reports"
    assert Project.at(tmp_path, tmp_path / "x" / ".." / "out").reports == tmp_path / "out"
    with pytest.raises(FrozenInstanceError):
        project.root = tmp_path  # type: ignore[misc]


def test_two_projects_of_the_same_folders_are_the_same_and_read_each_for_itself(project: Project) -> None:
    again = Project.at(project.root)
    assert again == project
    assert "reads" not in repr(project)
    (project.content / "a.yaml").write_bytes(b"a")
    project.read(project.content / "a.yaml")
    assert (len(project.reads.digests), len(again.reads.digests)) == (1, 0)


def test_a_name_that_can_be_no_folder_is_wrong_usage(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    for folder in (tmp_path / "loop", Path("a\0b")):
        with pytest.raises(UsageError):
            Project.at(folder)
        with pytest.raises(UsageError):
            Project.at(tmp_path, folder)
    with pytest.raises(UsageError):
        named_folder("")
    assert named_folder("reports") == Path("reports")


CONTENT = ["willow.yaml", "dufulu2.yaml", "a_b.yaml", "z.yaml"]
COPIES = ["willow.yaml~", "willow.yaml.bak", "willow.yaml - Copy", "willow.yaml 2", "oak.yml.orig"]
ODD = ["oak.yml", "oak.YAML", "Oak.yaml", "2oak.yaml", "杨.yaml", "oak-2.yaml", "_oak.yaml"]
PASSED = [
    ".oak.yml",
    "~$oak.yml",
    "#oak.yml#",
    "notes.txt",
    "oak.yam",
    "translations.lock",
    "glossary.yaml",
    "summary.yaml",
]


def test_what_counts_as_content_and_what_is_told(project: Project) -> None:
    for name in [*CONTENT, *COPIES, *ODD, *PASSED, "publication.yaml"]:
        (project.content / name).write_bytes(b"a: 1\n")
    (project.content / "pond.yaml").mkdir()
    os.mkfifo(project.content / "pipe.yaml")
    assert project.names() == ["a_b", "dufulu2", "willow", "z"]
    told = list(project.strangers())
    names = [problem.place.file.removeprefix("content/") for problem in told]
    assert names == sorted([*COPIES, *ODD, "pond.yaml", "pipe.yaml"])
    warned = [name for name, problem in zip(names, told, strict=True) if problem.level == "warning"]
    assert warned == sorted(COPIES)
    said = dict(zip(names, (problem.message for problem in told), strict=True))
    assert ".yml" in said["oak.yml"]
    assert ".YAML" in said["oak.YAML"]
    assert "Oak" in said["Oak.yaml"]
    assert (said["pond.yaml"], said["pipe.yaml"]) == (say("read.folder"), say("read.no_file"))
    assert len({said[name] for name in ("willow.yaml~", "oak.yml", "oak-2.yaml", "pond.yaml", "pipe.yaml")}) == 5


def test_a_project_without_content_has_none(tmp_path: Path) -> None:
    assert Project.at(tmp_path).names() == []
    assert list(Project.at(tmp_path).strangers()) == []


def test_a_path_is_shown_from_the_project_where_it_lies_inside(project: Project) -> None:
    assert project.shown(project.content / "a.yaml") == "content/a.yaml"
    assert project.shown(project.root.parent / "a.yaml") == str(project.root.parent / "a.yaml")


def test_a_text_is_read_without_mark_and_with_plain_line_ends(project: Project) -> None:
    path = project.content / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbfa\r\nb\rc\n\n\r\n")
    assert project.read(path) == "a\nb\nc\n\n\n"
    assert project.read_bytes(path).startswith(b"\xef\xbb\xbf")


def test_what_cannot_be_read_is_told_where_it_was_asked_for(project: Project) -> None:
    path, asked = project.seeds / "a.txt", Place("content/a.yaml", 3, 9)
    assert refused(project, path, asked)[1] == asked
    message, place = refused(project, path)
    assert (place, "seeds/a.txt: No such file" in message) == (Place("seeds/a.txt"), True)
    path.write_bytes(b"x" * LARGEST)
    assert len(project.read(path)) == LARGEST
    path.write_bytes(b"x" * (LARGEST + 1))
    assert str(LARGEST) in refused(project, path)[0].replace(",", "")
    assert 1_000_000 < LARGEST < 10_000_000


@pytest.mark.parametrize("kind", ["link", "up", "absolute"])
def test_nothing_outside_the_project_is_read(project: Project, kind: str) -> None:
    secret = project.root.parent / "secret.txt"
    secret.write_text("secret")
    path = {"link": project.seeds / "a.txt", "up": project.seeds / ".." / ".." / "secret.txt", "absolute": secret}[kind]
    if kind == "link":
        path.symlink_to(secret)
    message, _ = refused(project, path)
    assert "outside" in message
    assert project.reads.digests == {}


def test_a_loop_and_a_nul_are_told_as_what_they_are(project: Project) -> None:
    (project.seeds / "loop.txt").symlink_to("loop.txt")
    for path in (project.seeds / "loop.txt", project.seeds / "a\0b"):
        assert "outside" not in refused(project, path)[0]


ASKED = Place("content/a.yaml", 3, 9)


def lacking(project: Project, name: str, place: Place | None = ASKED) -> Problem:
    """What is said of a photograph that cannot be read."""
    with pytest.raises(ContentError) as told:
        if place:
            project.read_picture(name, place)
        else:
            project.read_bytes(project.photos / name)
    (problem,) = told.value.problems
    return problem


def test_a_picture_may_be_larger_than_a_text_and_a_link_inside_the_project(project: Project) -> None:
    project.photos.mkdir()
    (project.photos / "a.jpg").write_bytes(b"x" * (LARGEST + 1))
    (project.photos / "b.jpg").symlink_to(project.photos / "a.jpg")
    (project.photos / "c.jpg").symlink_to("../seeds/c.jpg")
    (project.seeds / "c.jpg").write_bytes(b"c")
    assert len(project.read_picture("a.jpg", ASKED)) == len(project.read_picture("b.jpg", ASKED)) == LARGEST + 1
    assert project.read_picture("c.jpg", ASKED) == b"c"
    assert {path.name for path in project.reads.digests} == {"a.jpg", "b.jpg", "c.jpg"}
    (project.photos / "a.jpg").write_bytes(b"x" * (LARGEST_PICTURE + 1))
    assert lacking(project, "a.jpg").message != say("read.picture_outside", file="a.jpg")


@pytest.mark.parametrize("name", ["../seeds/a.jpg", "b/../a.jpg", "ABSOLUTE", "link.jpg"])
def test_a_picture_from_elsewhere_is_not_read(project: Project, name: str) -> None:
    project.photos.mkdir()
    for path in (project.seeds / "a.jpg", project.photos / "a.jpg", project.root.parent / "a.jpg"):
        path.write_bytes(b"a")
    (project.photos / "link.jpg").symlink_to("../../a.jpg")
    name = str(project.seeds / "a.jpg") if name == "ABSOLUTE" else name
    problem = lacking(project, name)
    assert (problem.message, problem.place, problem.notes) == (say("read.picture_outside", file=name), ASKED, ())
    assert project.reads.digests == {}


def test_a_picture_that_is_a_loop_or_can_be_no_name_is_told_as_what_it_is(project: Project) -> None:
    project.photos.mkdir()
    (project.photos / "loop.jpg").symlink_to("loop.jpg")
    for name in ("loop.jpg", "a\0b.jpg"):
        problem = lacking(project, name)
        assert problem.place == ASKED
        assert problem.message != say("read.picture_outside", file=shown(name))


def beside(project: Project, name: str, place: Place | None = ASKED) -> str:
    """Which files are said to lie where one is missing."""
    notes = dict(lacking(project, name, place).notes)
    return notes.get("help", "").partition(": ")[2]


def test_where_a_picture_is_missing_those_with_a_name_like_it_are_told_or_a_few(project: Project) -> None:
    assert beside(project, "field.jpg") == "", "there is no folder"
    project.photos.mkdir()
    assert beside(project, "field.jpg") == ""
    for name in ("Feld.png", "a.jpg", "b.jpg", "c.jpg", "d.jpg", "e.jpg", "f.jpg", ".field.jpg"):
        (project.photos / name).write_bytes(b"x")
    assert beside(project, "field.jpg") == "Feld.png"
    assert beside(project, "zzz.jpg") == listed(["Feld.png", "a.jpg", "b.jpg", "c.jpg", "d.jpg"])
    assert beside(project, "field.jpg", None) == "", "no content file names it"
    (project.photos / "field.jpg").mkdir()
    assert beside(project, "field.jpg") == "", "it is not missing"


def test_another_encoding_is_told_with_the_command_that_converts(project: Project) -> None:
    path = project.seeds / "my article.txt"
    path.write_bytes("柳林街道今年新建了三个游园，居民可以在家门口散步。".encode("gb18030"))
    with pytest.raises(ContentError) as told:
        project.read(path)
    (problem,) = told.value.problems
    assert problem.place == Place("seeds/my article.txt", 1, 1)
    ((label, help_),) = problem.notes
    assert label == "help"
    assert "iconv -f GB18030 -t UTF-8 'seeds/my article.txt' > utf8.tmp && mv utf8.tmp 'seeds/my article.txt'" in help_
    assert refused(project, path, Place("content/a.yaml", 3))[1] == Place("content/a.yaml", 3)


def test_a_damaged_byte_is_told_with_its_place(project: Project) -> None:
    path = project.seeds / "a.txt"
    path.write_bytes("柳林街道\n今年\n".encode() + b"\xe6 " + "新建了三个游园，居民可以在家门口散步。".encode())
    message, place = refused(project, path)
    assert "0xe6" in message
    assert place == Place("seeds/a.txt", 3, 1)
    assert refused(project, path, Place("content/a.yaml"))[1] == Place("content/a.yaml")


PROSE = "柳林街道今年新建了三个游园，居民可以在家门口散步。"
LINES = PROSE.encode() + b"\n"


@pytest.mark.parametrize(("data", "message", "helps", "line"), [
    (b"%PDF-1.4\n\xff", say("read.not_text", file="seeds/a.txt", format="PDF"), say("read.save_text"), 1),
    (
        LINES + PROSE.encode("gb18030") + b"\n" + LINES,
        say("read.mixed", file="seeds/a.txt", encoding="GB18030", line=2, column=1), say("read.retype"), 2,
    ),
    (
        LINES + b"\xe6 " + LINES,
        say("read.damaged", file="seeds/a.txt", byte="0xe6", line=2, column=1), say("read.retype"), 2,
    ),
])  # fmt: skip
def test_what_is_no_text_and_what_is_partly_one_is_told_with_what_helps(
    data: bytes, message: str, helps: str, line: int, project: Project
) -> None:
    (project.seeds / "a.txt").write_bytes(data)
    with pytest.raises(ContentError) as told:
        project.read(project.seeds / "a.txt")
    (problem,) = told.value.problems
    assert (problem.message, problem.notes) == (message, (("help", helps),))
    assert problem.place == Place("seeds/a.txt", line, 1)


def test_the_digest_is_of_what_was_read_first_and_a_change_is_noticed(project: Project) -> None:
    path = project.seeds / "a.txt"
    path.write_bytes(b"first")
    first = project.digest_of(path)
    project.read(path)
    assert project.reads.torn == set()
    path.write_bytes(b"second")
    assert project.digest_of(path) == first
    assert project.reads.torn == set()
    assert project.digest_now(path) != first
    assert project.digest_of(path) == first
    assert project.reads.torn == {path}


def test_a_file_is_written_whole_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "c.txt"
    mask = os.umask(0o077)
    try:
        write(path, b"old")
        write(path, b"new")
    finally:
        os.umask(mask)
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o644
    assert list(path.parent.iterdir()) == [path]


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(CannotWrite, match=r"a\.txt: Is a directory"):
        write(tmp_path / "a.txt", b"new")
    with pytest.raises(CannotWrite, match=r"Not a directory|File exists"):
        write(Path("/dev/null/a.txt"), b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_what_is_being_written_is_on_the_disk_and_held_before_it_gets_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fsync, seen = os.fsync, list[bytes]()

    def looked(handle: int) -> None:
        draft = Path(f"/proc/self/fd/{handle}").readlink()
        seen.append(draft.read_bytes())
        remove_leftovers(tmp_path, {"a.txt"})  # as a build that starts now
        assert draft.exists()
        with draft.open("rb") as other, pytest.raises(BlockingIOError):
            fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)
        fsync(handle)

    monkeypatch.setattr("os.fsync", looked)
    write(tmp_path / "a.txt", b"bytes")
    assert seen == [b"bytes"]
    assert (tmp_path / "a.txt").read_bytes() == b"bytes"


@pytest.mark.parametrize("later", [bytes([number]) for number in range(8)])
def test_whatever_a_file_says_later_is_another_text(project: Project, later: bytes) -> None:
    path = project.seeds / "a.txt"
    path.write_bytes(b"first")
    project.read_bytes(path)
    path.write_bytes(later)
    project.read_bytes(path)
    assert project.reads.torn == {path}
