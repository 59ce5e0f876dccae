"""The same tasks on a Dask cluster: a scheduler, and workers that have this program's libraries but not this program.

Dask runs whatever it is sent, by anybody who reaches the scheduler: docs/scale.md says how to close it off.
"""

from __future__ import annotations

import io
import logging
import os
import pickle
import re
import threading
import warnings
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import Any

from bulletin.cluster.versions import Differs, here
from bulletin.interrupts import heeded
from bulletin.made import Made
from bulletin.messages import listed, say
from bulletin.outwork import Commission, Parcel
from bulletin.problems import MissingTool, UsageError
from bulletin.run import Failed
from bulletin.workers import Ahead, Died

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE = 10  # seconds for a scheduler to answer, and for a first worker to be there
WITHOUT = 60.0  # seconds that a run goes on while no worker is there: one that died is started again
AHEAD = 2  # tasks for each hand: the next lies there when one is done
_LOOK = 0.05  # seconds between two looks at what is done
_COUNT = 20  # looks between two counts of the workers
_ADDRESS = re.compile(r"(tcp|tls)://(\[[0-9a-fA-F:.]+\]|[^\s/:\[\]]+):(\d{1,5})")

Result = Made | Failed | MissingTool


def address_of(given: str) -> str:
    """What `--scheduler` names. Raises UsageError for what is no address of a scheduler."""
    match = _ADDRESS.fullmatch(given)
    if match is None or not 0 < int(match[3]) < 65536:
        raise UsageError(say("cluster.address", given=given))
    return given


def program() -> bytes:
    """This program as a ZIP: the same modules and messages give the same bytes."""
    data = io.BytesIO()
    paths = [path for folder in ("bulletin", "templates") for path in sorted((ROOT / folder).rglob("*"))]
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        for path in paths:
            if path.is_file() and path.suffix != ".pyc":
                entry = zipfile.ZipInfo(path.relative_to(ROOT).as_posix())
                entry.compress_type = zipfile.ZIP_DEFLATED
                file.writestr(entry, path.read_bytes())
    return data.getvalue()


class Cluster:
    """Workers of the scheduler at `address`, for one commission: see `workers.Workers`."""

    def __init__(self, address: str, commission: Commission):
        """Raises MissingTool without the extra."""
        try:
            distributed = import_module("distributed")
        except ImportError as error:
            raise MissingTool(say("cluster.extra", why=error)) from error
        _quiet()
        self._dask, self.address = distributed, address
        run = os.urandom(8)  # two runs side by side have processes of their own
        self._charge = pickle.dumps((here(ROOT / "requirements.txt"), commission.packed, run))
        self._of = sha256(self._charge).hexdigest()

    def run(self, tasks: Iterable[Parcel]) -> Iterator[tuple[Parcel, Result | Died]]:
        """Each task with its result as it is done. However this ends, nothing of it goes on on the cluster.

        Raises MissingTool where no scheduler answers, it breaks off, no worker is there, or one has other versions.
        """
        with self._connected() as client:
            code = program()
            embark, dismiss = _embarking(), _dismissing()
            digest = sha256(code).hexdigest()
            shared = [client.submit(bytes, data, pure=False) for data in (code, self._charge)]

            def submit(task: Parcel) -> Any:
                question = pickle.dumps(task)
                return client.submit(embark, digest, *shared, question, key=f"{task.name}-{os.urandom(8).hex()}")

            try:
                yield from self._results(client, Ahead(tasks), submit)
            finally:
                if client.status == "running":
                    with suppress(Exception):  # it may be gone by now
                        client.run(dismiss, digest, self._of, on_error="ignore")

    @contextmanager
    def _connected(self) -> Iterator[Any]:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # what differs is looked at below, and told
                client = self._dask.Client(self.address, timeout=PATIENCE, set_as_default=False)
        except (OSError, ValueError, RuntimeError, ImportError) as error:
            raise MissingTool(say("cluster.no_scheduler", address=self.address)) from error
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # a photograph is larger than Dask likes a task to be
                self._met(client)
                yield client
        finally:
            with warnings.catch_warnings(), suppress(Exception):
                warnings.simplefilter("ignore")
                client.close(timeout=PATIENCE)

    def _met(self, client: Any) -> None:
        """Somebody is there, and can be talked with: what is sent is read by the same Python. Raises MissingTool."""
        try:
            client.wait_for_workers(1, timeout=PATIENCE)
            told = client.get_versions()
        except Exception as error:  # Dask has many of them
            raise MissingTool(say("cluster.no_workers", address=self.address)) from error
        ours = told["client"]["packages"]
        for name, theirs in told["workers"].items():
            wrong = {
                part: (str(theirs["packages"][part]), str(ours[part]))
                for part in ("python", "distributed")
                if theirs["packages"][part] != ours[part]
            }
            if wrong:
                raise MissingTool(_told(Differs(name, wrong)))

    def _results(
        self, client: Any, ahead: Ahead[Parcel], submit: Callable[[Parcel], Any]
    ) -> Iterator[tuple[Parcel, Result | Died]]:
        asked: dict[Any, Parcel] = {}
        looks, hands, alone, still = 0, 1, 0.0, threading.Event()
        while asked or ahead.more():
            heeded()
            if client.status != "running":
                raise MissingTool(say("cluster.broken", address=self.address))
            if looks % _COUNT == 0:
                hands = _hands(client)
                alone = 0.0 if hands else alone + _COUNT * _LOOK
            if alone > WITHOUT:
                raise MissingTool(say("cluster.no_workers", address=self.address))
            looks += 1
            while len(asked) < AHEAD * max(1, hands) and ahead.more():
                task = next(ahead)
                asked[submit(task)] = task
            done = [future for future in asked if future.done()]
            for future in done:
                yield asked.pop(future), self._result(future)
            if not done:
                still.wait(_LOOK)

    def _result(self, future: Any) -> Result | Died:
        """Raises MissingTool for a worker with other versions, and where the scheduler is lost."""
        if future.status == "cancelled":
            raise MissingTool(say("cluster.broken", address=self.address))
        if future.status == "error":
            error = future.exception()
            if isinstance(error, self._dask.KilledWorker):
                return Died(-9)
            raise MissingTool(say("cluster.fault", why=f"{type(error).__name__}: {str(error)[:200]}")) from error
        answer, code = future.result()
        if not answer:
            return Died(code)
        found: Result | Differs = pickle.loads(answer)
        if isinstance(found, Differs):
            raise MissingTool(_told(found))
        return found


def _told(one: Differs) -> str:
    rows = [say("cluster.version", name=name, there=there, here=here) for name, (there, here) in one.found.items()]
    return say("cluster.differs", machine=one.machine, what=listed(rows))


def _hands(client: Any) -> int:
    """How many tasks the workers that are there do at once; none where the scheduler does not tell."""
    with suppress(Exception):
        return sum(client.nthreads().values())
    return 0


def _quiet() -> None:
    """What the libraries log is told in our words."""
    for name in ("distributed", *logging.root.manager.loggerDict):
        if name.partition(".")[0] in ("distributed", "tornado"):
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)


# ------------------------------------------------------------------------------------- what is sent as code
# A function within a function is pickled whole, and found by no name: the worker has no module of ours.


def _embarking() -> Callable[..., tuple[bytes, int]]:
    def embark(digest: str, code: bytes, charge: bytes, question: bytes) -> tuple[bytes, int]:
        import importlib.util
        import io
        import sys
        import tempfile
        import zipfile

        from distributed import get_worker

        name = f"bulletin_{digest}"
        if name not in sys.modules:
            folder = tempfile.mkdtemp(prefix="bulletin-", dir=get_worker().local_directory)
            zipfile.ZipFile(io.BytesIO(code)).extractall(folder)
            spec = importlib.util.spec_from_file_location(name, f"{folder}/bulletin/cluster/onboard.py")
            assert spec
            assert spec.loader
            module = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(module)
            sys.modules.setdefault(name, module)
        done: tuple[bytes, int] = sys.modules[name].perform(charge, question)
        return done

    return embark


def _dismissing() -> Callable[..., None]:
    def dismiss(digest: str, of: str) -> None:
        import sys

        if module := sys.modules.get(f"bulletin_{digest}"):
            module.dismiss(of)

    return dismiss
