"""A fault costs one publication and nobody's work: builds of three small publications in which something goes wrong."""

from __future__ import annotations

import fcntl
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bulletin.leftovers import remove_leftovers
from bulletin.lock import NAME as LOCK
from tests.conftest import ROOT
from tests.faults.kills import (
    FILES,
    NAMES,
    broken,
    children,
    edit,
    finish,
    grove,
    kill_parent,
    kill_worker,
    start,
    until,
)
from tests.forked import generate


@pytest.fixture(scope="module")
def built_grove(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = grove(tmp_path_factory.mktemp("grove"))
    assert generate(project, "-q").returncode == 0
    return project


@pytest.fixture
def woods(built_grove: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three publications that are built, and whose content has changed since; nobody has made them of it before."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    project = shutil.copytree(built_grove, tmp_path / "woods")
    edit(project, 1)
    return project


def at_work(project: Path, pid: int) -> bool:
    """Has the build of that process the folder, and a worker? The check before it has a process of its own, too."""
    return (project / "reports" / LOCK).stat().st_size > 0 and bool(children(pid))


def reports(project: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (project / "reports").iterdir() if path.suffix and path.is_file()}


def of(name: str, files: dict[str, bytes]) -> dict[str, bytes]:
    return {file: data for file, data in files.items() if file.startswith(f"{name}.")}


def made_but(project: Path, before: dict[str, bytes], *left: str) -> None:
    """All publications but these are of the new content; these are byte for byte as they were."""
    after = reports(project)
    for name in NAMES:
        docx = f"{name}.docx"
        assert (of(name, after) == of(name, before)) == (name in left), name
        assert (after[docx] == before[docx]) == (name in left), name
    assert broken(project / "reports") == []


def spoil(project: Path, code: str, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """A build in which `code` runs first; it finds the class Builder."""
    text = f"import os, signal\nfrom bulletin.build import Builder\nmake = Builder.make\n{code}\n"
    return generate(project, "build", *arguments, code=text, environment={**os.environ, **more})


def at(name: str, what: str) -> str:
    text = f"def spoilt(self, name, formats):\n    if name == {name!r}: {what}\n    return make(self, name, formats)\n"
    return text + "Builder.make = spoilt"


# ---------------------------------------------------------------------------------------------- one publication


def test_a_file_with_an_error_costs_its_own_publication(woods: Path) -> None:
    before = reports(woods)
    path = woods / "content" / "birch.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("value: 4000", "value: 5000"), encoding="utf-8")
    done = generate(woods)
    assert done.returncode == 1
    assert re.search(r"^content/birch\.yaml:\d+:\d+: error\[quote-value\]", done.stdout, re.M)
    assert "generate.py: birch is left as it was: its content has" in done.stderr
    made_but(woods, before, "birch")
    again = generate(woods)
    assert again.returncode == 1
    assert "0 files written" in again.stdout


def test_a_file_that_is_no_yaml_costs_its_own_publication(woods: Path) -> None:
    before = reports(woods)
    (woods / "content" / "birch.yaml").write_bytes(b"name: [\xff")
    done = generate(woods)
    assert done.returncode == 1
    assert "birch is left as it was" in done.stderr
    made_but(woods, before, "birch")


def test_an_error_in_a_file_that_was_not_asked_for_is_no_matter(woods: Path) -> None:
    (woods / "content" / "birch.yaml").write_text("name: [", encoding="utf-8")
    done = generate(woods, "aspen")
    assert (done.returncode, done.stderr) == (0, "made aspen\n")
    assert "birch" not in done.stdout


@pytest.mark.parametrize("file", ["content/glossary.yaml", "content/publication.yaml"])
def test_an_error_in_what_all_rest_on_leaves_all(woods: Path, file: str) -> None:
    before = reports(woods)
    (woods / file).write_text("terms: [", encoding="utf-8")
    done = generate(woods)
    assert done.returncode == 1
    assert file in done.stdout
    made_but(woods, before, *NAMES)


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("os.kill(os.getpid(), signal.SIGKILL)", r"ended \(SIGKILL\), perhaps for want of memory"),
        ("raise MemoryError", "not enough memory"),
        ("make(self, make, name)", r"a mistake of this program \(.*Error"),
        ("raise RecursionError('too deep')", "nested too deeply"),
        ("raise __import__('weasyprint').urls.FatalURLFetchingError('no')", r"\(FatalURLFetchingError: no\)"),
    ],
    ids=["killed", "memory", "mistake", "recursion", "weasyprint"],
)
def test_what_nobody_foresaw_costs_its_own_publication(woods: Path, jobs: str, what: str, said: str) -> None:
    before = reports(woods)
    done = spoil(woods, at("birch", what), "-j", jobs)
    assert done.returncode == 1
    assert re.search(f"^generate.py: birch is left as it was: .*{said}", done.stderr, re.M), done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    made_but(woods, before, "birch")


def test_a_mistake_of_ours_is_kept_for_those_who_look_after_the_program(woods: Path) -> None:
    done = spoil(woods, at("birch", "1 / 0"))
    kept = woods / "reports" / ".faults" / "birch.txt"
    assert str(kept.relative_to(woods)) in done.stderr
    assert "ZeroDivisionError" in kept.read_text(encoding="utf-8")
    assert "Traceback" in spoil(woods, at("birch", "1 / 0"), BULLETIN_DEBUG="1").stderr
    assert generate(woods).returncode == 0
    assert not kept.parent.exists()


def test_what_nobody_foresaw_elsewhere_is_one_line(woods: Path) -> None:
    done = spoil(
        woods, "import bulletin.workshop as w\ndef check(self, told): raise KeyError('x')\nw.Workshop.check = check"
    )
    assert done.returncode == 70
    assert done.stderr.count("\n") == 1
    assert "KeyError: 'x'" in done.stderr


def test_a_clock_of_1970_is_told(woods: Path) -> None:
    before = reports(woods)
    done = spoil(woods, "import time\ntime.time = lambda: 1000.0")
    assert (done.returncode, done.stderr.count("\n")) == (3, 1)
    assert "the clock of this machine stands in 1970" in done.stderr
    assert reports(woods) == before


# ---------------------------------------------------------------------------------------------- the disk


def immutable(path: Path) -> Iterator[None]:
    if (
        not shutil.which("chattr")
        or subprocess.run(["chattr", "+i", path], capture_output=True, check=False).returncode
    ):
        pytest.skip("no immutable files here")
    try:
        yield
    finally:
        subprocess.run(["chattr", "-i", path], check=True)


@pytest.mark.parametrize("file", ["birch.pdf", "birch.docx", "birch.evidence.html"])
def test_an_immutable_file_leaves_all_files_of_its_publication(woods: Path, file: str) -> None:
    before = reports(woods)
    for _ in immutable(woods / "reports" / file):
        done = generate(woods)
    assert done.returncode == 4
    assert re.search(rf"birch is left as it was: cannot write .*{file}", done.stderr)
    made_but(woods, before, "birch")
    assert generate(woods).returncode == 0
    made_but(woods, before)


def test_a_folder_in_the_place_of_a_file_leaves_all_files_of_its_publication(woods: Path) -> None:
    before = reports(woods)
    (woods / "reports" / "birch.evidence.html").unlink()
    (woods / "reports" / "birch.evidence.html").mkdir()
    done = generate(woods)
    assert done.returncode == 4
    after = reports(woods)
    assert [after[file] == before[file] for file in ("birch.pdf", "birch.docx")] == [True, True]
    assert after["aspen.pdf"] != before["aspen.pdf"]


def test_a_folder_that_cannot_be_written_is_noticed_before_anything_is_made(woods: Path) -> None:
    for _ in immutable(woods / "reports"):
        done = spoil(woods, at("aspen", "print('made too soon', flush=True)"))
    assert done.returncode == 4
    assert "made too soon" not in done.stdout
    assert "cannot write into" in done.stderr


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="a small disk is mounted by root")
def test_a_full_disk_leaves_all_old_files(woods: Path, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1300k", "none", disk], check=False).returncode:
        pytest.skip("nothing can be mounted here")
    try:
        assert generate(woods, "-o", str(disk)).returncode == 0
        before = {path.name: path.read_bytes() for path in disk.iterdir() if path.is_file()}
        edit(woods, 2)
        (disk / "filler").write_bytes(b"x" * (shutil.disk_usage(disk).free - 30_000))
        done = generate(woods, "-o", str(disk))
        assert done.returncode == 4
        assert done.stderr.count("No space left on device") == len(NAMES)
        (disk / "filler").unlink()
        assert {path.name: path.read_bytes() for path in disk.iterdir() if path.is_file()} == before
        assert generate(woods, "-o", str(disk)).returncode == 0
    finally:
        subprocess.run(["umount", disk], check=True)


# ---------------------------------------------------------------------------------------------- what was read


def test_an_edit_that_is_saved_during_a_build_is_built_next_time(woods: Path) -> None:
    process = start(woods, "-j", "1")
    assert until(lambda: at_work(woods, process.pid), 60)
    edit(woods, 2)
    assert finish(process)[0] == 0
    second = reports(woods)
    done = generate(woods)
    assert f"{len(NAMES) * len(FILES)} files written" in done.stdout or "0 publications up to date" in done.stdout
    assert reports(woods)["willow.docx"] != second["willow.docx"]
    assert "0 files written" in generate(woods).stdout


@pytest.mark.parametrize(
    "file", ["templates/styles/bulletin.css", "templates/blocks/story.html.j2", "seeds/willow.txt"]
)
def test_what_is_written_and_put_back_during_a_build_is_not_vouched_for(woods: Path, file: str) -> None:
    code = (
        "from pathlib import Path; path = Path(%r); old = path.read_text(); inputs = Builder.inputs\n"
        "def spoilt(self, name, formats):\n"
        "    path.write_text(old + '\\n'); self.workshop.verified(name)\n"
        "    Builder.inputs = put_back\n"
        "    return make(self, name, formats)\n"
        "def put_back(self, name):\n"
        "    path.write_text(old)\n"
        "    return inputs(self, name)\n"
        "Builder.make = spoilt"
    )
    done = spoil(woods, code % str(woods / file), "willow")
    assert done.returncode == 0, done.stderr
    assert "a file was saved while this was made" in done.stdout
    assert "willow.pdf" in generate(woods, "willow").stdout  # made again
    assert "0 files written" in generate(woods, "willow").stdout


@pytest.mark.parametrize("file", ["messages.yaml", "rules.yaml"])
def test_words_at_the_terminal_make_no_publication_stale(built_grove: Path, tmp_path: Path, file: str) -> None:
    project = shutil.copytree(built_grove, tmp_path / "same")
    with (project / "templates" / file).open("a") as text:
        text.write("\n# another\n")
    assert "0 files written" in generate(project).stdout


def test_a_project_that_was_moved_is_up_to_date(built_grove: Path, tmp_path: Path) -> None:
    assert "0 files written, 3 publications up to date" in generate(shutil.copytree(built_grove, tmp_path / "b")).stdout


# ---------------------------------------------------------------------------------------------- what lies there


@pytest.mark.parametrize(
    "kind", ["binary", "list", "shapes", "deep", pytest.param("huge", marks=pytest.mark.long), "folder", "pipe", "loop"]
)
def test_a_damaged_ledger_counts_as_empty_and_is_kept(built_grove: Path, tmp_path: Path, kind: str) -> None:
    project = shutil.copytree(built_grove, tmp_path / "damaged")
    path, before = project / "reports" / "manifest.json", reports(project)
    path.unlink()
    data = {
        "binary": b"\xff\xfe\0{{",
        "list": b"[1, 2]",
        "shapes": b'{"publications": {"willow": {"inputs": 3, "files": {"willow.pdf": []}}}}',
        "deep": b"[" * 200_000,
    }
    if kind in data:
        path.write_bytes(data[kind])
    elif kind == "huge":
        with path.open("wb") as file:
            file.truncate(8 << 30)
    elif kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to("manifest.json")
    done = generate(project, "willow")
    assert done.returncode == 0, done.stderr
    assert "manifest.json.damaged-1" in done.stdout
    assert os.path.lexists(project / "reports" / "manifest.json.damaged-1")
    assert before.items() <= {**reports(project), "manifest.json": before["manifest.json"]}.items()
    assert json.loads(path.read_text())["publications"].keys() == {"index", "willow"}


def test_leftovers_go_and_a_persons_files_stay(woods: Path) -> None:
    folder = woods / "reports"
    ours = [".aspen.pdf.lmhzuq6o", ".willow.docx._bfx802f", ".manifest.json.up3j_nv7", ".birch.docx.abcdefgh.tmp"]
    theirs = [
        ".willow.pdf.original",
        ".willow.docx.swp",
        ".notes.pdf.lmhzuq6o",
        "willow.pdf.lmhzuq6o",
        ".~lock.x.docx#",
    ]
    for name in [*ours, *theirs]:
        (folder / name).write_bytes(b"x")
    assert generate(woods).returncode == 0
    left = {path.name for path in folder.iterdir()}
    assert left & set(ours) == set()
    assert set(theirs) <= left


def test_what_somebody_is_writing_is_no_leftover(tmp_path: Path) -> None:
    draft = tmp_path / ".willow.pdf.lmhzuq6o.tmp"
    draft.write_bytes(b"half")
    with draft.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        remove_leftovers(tmp_path, {"willow.pdf"})
        assert draft.exists()
    remove_leftovers(tmp_path, {"willow.pdf"})
    assert not draft.exists()


def test_reports_of_content_that_is_gone_are_named_and_stay(built_grove: Path, tmp_path: Path) -> None:
    project = shutil.copytree(built_grove, tmp_path / "gone")
    (project / "content" / "birch.yaml").unlink()
    done = generate(project)
    assert done.returncode == 0
    assert re.search(r"^notice: birch\.docx, .*birch\.pdf: content/birch\.yaml is no longer there", done.stdout, re.M)
    assert {file.format("birch") for file in FILES} <= reports(project).keys()
    assert "birch" not in generate(project, "aspen").stdout


# ---------------------------------------------------------------------------------------------- terminals, Ctrl-C


def whole(project: Path, shell: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = shell.replace("BUILD", f"{sys.executable} {ROOT / 'generate.py'}")
    return subprocess.run(
        ["bash", "-c", command],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **environment},
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    ("shell", "environment", "code"),
    [
        ("BUILD --project . --to docx willow >/dev/full", {}, 4),
        ("BUILD --project . --to docx willow >&-", {}, 0),
        ("BUILD --project . --to docx willow 2>&-", {}, 0),
        ("BUILD --project . willow >&- 2>&- <&-", {}, 0),
        ("BUILD --project . --to docx willow | head -c 1 >/dev/null; exit ${PIPESTATUS[0]}", {}, 0),
        ("BUILD --project . --to docx willow", {"PYTHONIOENCODING": "ascii", "BULLETIN_LANG": "zh"}, 0),
        (
            "BUILD --project . --to docx willow",
            {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "BULLETIN_LANG": "zh"},
            0,
        ),
        ("BUILD --project . willow", {"MPLBACKEND": "bad"}, 0),
        ("env -u HOME BUILD --project . willow", {}, 0),
        ("BUILD --project . -o ''", {}, 2),
        ("BUILD --project ''", {}, 2),
        ("ln -s loop loop; BUILD --project . -o loop", {}, 2),
        ("ln -s loop loop; BUILD --project loop", {}, 2),
    ],
)
def test_a_strange_terminal_or_folder_is_no_traceback(
    woods: Path, shell: str, environment: dict[str, str], code: int
) -> None:
    before = reports(woods)
    done = whole(woods, shell, **environment)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    assert "Error" not in done.stderr
    assert (reports(woods)["willow.docx"] != before["willow.docx"]) == (code != 2)


def heed_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.mark.parametrize(
    ("jobs", "moment"),
    [
        *(("1", 0.0), ("2", 0.5)),
        *(pytest.param(*row, marks=pytest.mark.slow) for row in (("2", 0.1), ("1", 0.25))),
        *(pytest.param(*row, marks=pytest.mark.long) for row in (("2", 0.0), ("1", 0.1), ("2", 0.25), ("1", 0.5))),
    ],
)
def test_the_interrupt_key_prints_one_line(woods: Path, jobs: str, moment: float) -> None:
    """As a terminal sends it: to the command and to all its workers."""
    command = [sys.executable, str(ROOT / "generate.py"), "-q", "--project", str(woods), "-j", jobs]
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=heed_interrupts,
    )
    assert until(lambda: children(process.pid), 60)
    until(lambda: False, moment)
    os.killpg(process.pid, signal.SIGINT)
    code, said = finish(process)
    assert (code, said) in ((130, "interrupted; what was finished is kept, the rest is as it was\n"), (0, ""))
    assert broken(woods / "reports") == []
    assert generate(woods, "-q").returncode == 0


def test_a_second_build_is_told_who_holds_the_folder(woods: Path) -> None:
    process = start(woods, "-j", "1", "--force")
    assert until(lambda: at_work(woods, process.pid), 60)
    process.send_signal(signal.SIGSTOP)
    try:
        done = generate(woods)
    finally:
        process.send_signal(signal.SIGCONT)
        ended = finish(process)
    assert ended[0] == 0
    assert done.returncode == 4
    assert f"pid {process.pid}, " in done.stderr
    assert f"--project {woods}" in done.stderr


# ---------------------------------------------------------------------------------------------- kills


@pytest.mark.long
def test_builds_that_are_killed_leave_whole_publications_and_the_next_one_works(tmp_path: Path) -> None:
    """A few of the kills of `python -m tests.faults.kills`."""
    project, rng = grove(tmp_path / "grove"), random.Random(10)
    assert generate(project).returncode == 0
    for version in range(1, 6):
        edit(project, version)
        assert kill_parent(project, rng, 2.0, late=version % 2 == 0) == []
    for version in range(6, 9):
        edit(project, version)
        assert kill_worker(project, rng) == []
