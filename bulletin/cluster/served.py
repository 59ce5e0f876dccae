"""A process of the program beside a Dask worker: it takes publications from its standard input, one after another.

A charge comes first: the versions that it must have, and the commission. Each answer is pickled. It ends when its input
does, when nothing has come for a while, and when it has grown too large; then another one is started in its place.
"""

from __future__ import annotations

import gc
import os
import pickle
import platform
import queue
import sys
import threading
from pathlib import Path
from typing import Any, BinaryIO

from bulletin.cluster.onboard import HEAD
from bulletin.cluster.versions import Differs, differences
from bulletin.memory import LIMIT, resident

IDLE = 120.0  # seconds


def main(scratch: str) -> None:
    """Serves until there is nothing more to do."""
    gc.set_threshold(250_000)
    os.environ["MPLBACKEND"] = "agg"
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    asked: queue.Queue[bytes] = queue.Queue()
    threading.Thread(target=_listen, args=(sys.stdin.buffer, asked), daemon=True).start()
    needed, commission, _ = pickle.loads(asked.get())
    work = _work(needed, commission, Path(scratch))
    while resident() <= LIMIT:
        try:
            question = asked.get(timeout=IDLE)
        except queue.Empty:
            return
        answer = pickle.dumps(work(question))
        answers.write(HEAD.pack(len(answer)) + answer)
        answers.flush()


def _work(needed: dict[str, str], commission: bytes, scratch: Path) -> Any:
    """What is done with each question."""
    if wrong := differences(needed):
        return lambda _: Differs(platform.node(), wrong)
    # Only now: a library of another version may not even be importable.
    from bulletin.outwork import Outworker
    from bulletin.problems import MissingTool

    outworker = Outworker(pickle.loads(commission), scratch)
    try:
        outworker.warm()
    except MissingTool as error:
        missing = MissingTool(f"{platform.node()}: {error}")
        return lambda _: missing
    return lambda question: outworker(pickle.loads(question))


def _listen(line: BinaryIO, asked: queue.Queue[bytes]) -> None:
    """However the other side ends, so does this process."""
    while len(head := line.read(HEAD.size)) == HEAD.size:
        data = line.read(HEAD.unpack(head)[0])
        asked.put(data)
    os._exit(0)
