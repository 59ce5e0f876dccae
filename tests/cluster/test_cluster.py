"""A real scheduler and two real workers on this machine: the same bytes as at home, whatever happens on the way."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bulletin.cluster import versions
from bulletin.cluster.client import address_of
from bulletin.problems import UsageError
from tests.conftest import ROOT, small_project
from tests.faults.kills import NAMES, children, grove, until

pytestmark = pytest.mark.slow

pytest.importorskip("distributed")

LEFT = {".lock", "manifest.json", "index.html"}
DASK = Path(sys.executable).with_name("dask")


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def heed_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@dataclass
class Dask:
    """Processes of a cluster, which end with the test."""

    folder: Path
    port: int = field(default_factory=free_port)
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)
    builds: list[subprocess.Popen[str]] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"tcp://127.0.0.1:{self.port}"

    def scheduler(self) -> subprocess.Popen[bytes]:
        return self._start("scheduler", "--host", "127.0.0.1", "--port", str(self.port), "--no-dashboard", "--no-show")

    def worker(self, **environment: str) -> subprocess.Popen[bytes]:
        place = self.folder / f"worker-{len(self.processes)}"
        options = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory", str(place))
        return self._start("worker", self.address, *options, **environment)

    def _start(self, *words: str, **environment: str) -> subprocess.Popen[bytes]:
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "log.txt").open("ab") as log:
            command = [str(DASK), *words]
            # elsewhere than the program: a worker has no copy of it
            started = subprocess.Popen(command, cwd=self.folder, stdout=log, stderr=log, env=os.environ | environment)
        self.processes.append(started)
        return started

    def build(self, project: Path, *more: str, address: str = "") -> subprocess.Popen[str]:
        command = [sys.executable, str(ROOT / "generate.py"), "build", "--project", str(project), *more]
        command += ["--scheduler", address or self.address]
        pipe = subprocess.PIPE
        started = subprocess.Popen(
            command, cwd=project, stdout=pipe, stderr=pipe, text=True, preexec_fn=heed_interrupts
        )
        self.builds.append(started)
        return started

    def end(self) -> None:
        for building in self.builds:
            building.kill()
            building.communicate()
        for one in self.processes[::-1]:
            one.kill()
            one.wait()


@pytest.fixture
def dask(tmp_path: Path) -> Iterator[Dask]:
    found = Dask(tmp_path / "dask")
    try:
        yield found
    finally:
        found.end()


def files(project: Path) -> dict[str, bytes]:
    """Every file of the reports, the ledger too, but the list of publications: a build of many writes none."""
    paths = [path for path in (project / "reports").rglob("*") if path.is_file()]
    found = {path.relative_to(project).as_posix(): path.read_bytes() for path in paths if path.name not in LEFT}
    if not (path := project / "reports" / "manifest.json").exists():
        return found
    ledger = json.loads(path.read_bytes())
    ledger["publications"].pop("index", None)
    return found | {"ledger": json.dumps(ledger).encode()}


def at_work(worker: subprocess.Popen[bytes]) -> bool:
    """Does the program run beside the Dask worker?"""
    return any(b"bulletin.cluster.served" in Path(f"/proc/{pid}/cmdline").read_bytes() for pid in children(worker.pid))


def made_at_home(folder: Path) -> dict[str, bytes]:
    project = grove(folder)
    command = [sys.executable, str(ROOT / "generate.py"), "build", "-q", "--project", str(project)]
    subprocess.run(command, check=True, cwd=project)
    return files(project)


def test_a_worker_dies_on_the_way_and_the_bytes_are_those_of_home(dask: Dask, tmp_path: Path) -> None:
    dask.scheduler()
    first, _ = dask.worker(), dask.worker()
    project = grove(tmp_path / "away")
    building = dask.build(project)
    assert until(lambda: at_work(first), 120)  # it has begun
    time.sleep(1)
    first.kill()
    _, told = building.communicate(timeout=600)
    assert building.returncode == 0
    assert sorted(told.splitlines()) == [f"made {name}" for name in sorted(NAMES)]
    assert files(project) == made_at_home(tmp_path / "home")
    again = dask.build(project)
    said, _ = again.communicate(timeout=120)
    assert said.startswith(f"0 files written, {len(NAMES)} publications up to date")


def test_the_interrupt_key_ends_the_build_and_what_it_began_elsewhere(dask: Dask, tmp_path: Path) -> None:
    dask.scheduler()
    worker = dask.worker()
    project = grove(tmp_path / "away")
    building = dask.build(project)
    assert until(lambda: at_work(worker), 120)
    building.send_signal(signal.SIGINT)
    _, told = building.communicate(timeout=60)
    assert (building.returncode, told.count("\n")) == (130, 1)
    assert until(lambda: not at_work(worker), 20)
    assert not list((project / "reports").glob("*.pdf"))


def test_a_scheduler_that_breaks_off_is_told(dask: Dask, tmp_path: Path) -> None:
    scheduler, worker = dask.scheduler(), dask.worker()
    building = dask.build(grove(tmp_path / "away"))
    assert until(lambda: at_work(worker), 120)
    scheduler.kill()
    _, told = building.communicate(timeout=120)
    assert building.returncode == 3
    assert told.strip().splitlines()[-1].startswith(f"generate.py: the scheduler {dask.address} has broken off")


def test_a_machine_with_another_library_is_told_in_both_languages(dask: Dask, tmp_path: Path) -> None:
    other = tmp_path / "other" / "highspy-9.9.9.dist-info"
    other.mkdir(parents=True)
    (other / "METADATA").write_text("Metadata-Version: 2.1\nName: highspy\nVersion: 9.9.9\n", encoding="utf-8")
    dask.scheduler()
    dask.worker(PYTHONPATH=str(other.parent))
    project = small_project(tmp_path / "away")
    ours = versions.found("pip highspy")
    for language, said in (
        ("en", f"pip highspy 9.9.9 there, {ours} here"),
        ("zh", f"pip highspy 那边 9.9.9，这边 {ours}"),
    ):
        building = dask.build(project, "--messages", language)
        _, told = building.communicate(timeout=120)
        assert (building.returncode, told.count("\n")) == (3, 1)
        assert said in told
    assert files(project) == {}


def test_what_a_worker_refuses_is_told_at_its_place_and_costs_one_publication(dask: Dask, tmp_path: Path) -> None:
    dask.scheduler()
    dask.worker()
    project = grove(tmp_path / "away")
    content = project / "content" / "birch.yaml"
    content.write_text(content.read_text(encoding="utf-8").replace("value: 4000", "value: 5000"), encoding="utf-8")
    (project / "content" / "aspen.yaml").write_text("name: [", encoding="utf-8")
    building = dask.build(project, "--to", "csv")
    _, told = building.communicate(timeout=300)
    assert building.returncode == 1
    assert "content/birch.yaml:" in told
    assert "error[quote-value]" in told
    assert "content/aspen.yaml:" in told
    sound = {f"{name}.facts.csv" for name in NAMES if name not in ("aspen", "birch")}
    assert {path.name for path in (project / "reports").glob("*.csv")} == sound


def test_no_scheduler_and_no_workers_are_told(dask: Dask, tmp_path: Path) -> None:
    nobody = dask.build(small_project(tmp_path / "one"), address=f"tcp://127.0.0.1:{free_port()}")
    dask.scheduler()
    idle = dask.build(small_project(tmp_path / "other"))
    for building, said in ((nobody, "no scheduler answers at tcp://127.0.0.1:"), (idle, "has no workers")):
        _, told = building.communicate(timeout=120)
        assert (building.returncode, told.count("\n")) == (3, 1)
        assert said in told


def test_without_the_extra_it_is_named(tmp_path: Path) -> None:
    project = small_project(tmp_path / "away")
    code = "import sys; sys.modules['distributed'] = None; from bulletin.cli import main; sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", code, "--project", str(project), "--scheduler", "tcp://127.0.0.1:1"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.count("\n")) == (3, 1)
    assert "docs/scale.md" in done.stderr


@pytest.mark.parametrize(
    "given", ["", "host", "tcp://host", "tcp://host:0", "tcp://host:99999", "http://host:1", "tcp://a b:1"]
)
def test_what_is_no_address_is_wrong_usage(given: str) -> None:
    with pytest.raises(UsageError):
        address_of(given)


@pytest.mark.parametrize("given", ["tcp://127.0.0.1:8786", "tls://one.example:1", "tcp://[::1]:8786"])
def test_an_address_is_taken_as_it_is(given: str) -> None:
    assert address_of(given) == given


def test_versions_are_asked_for_by_name() -> None:
    needed = versions.here(ROOT / "requirements.txt")
    assert {"Python", "Pango", "HarfBuzz", "fonts", "zlib", "pip weasyprint", "pip numpy"} <= needed.keys()
    assert versions.ABSENT not in {needed[name] for name in ("Pango", "HarfBuzz", "fonts")}
    assert versions.differences(needed) == {}
    assert versions.differences({**needed, "Pango": "1", "pip nothing": "2"}) == {
        "Pango": (needed["Pango"], "1"),
        "pip nothing": (versions.ABSENT, "2"),
    }
