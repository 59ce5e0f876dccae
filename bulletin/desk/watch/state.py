"""What the desk knows of the publication that is shown, and who is told when it changes."""

from __future__ import annotations

import asyncio
import json
import time
from contextlib import suppress
from hashlib import sha256
from typing import Any

from bulletin.desk.watch.engine import Engine, Task
from bulletin.desk.watch.pictures import Pictures
from bulletin.desk.watch.sent import Beside, Found, Printed
from bulletin.messages import say

LISTENERS = 16
"""Windows that may look at one desk."""


class Desk:
    """Saves go in, states come out: of a burst of saves the last one counts."""

    def __init__(self, engine: Engine, name: str, names: list[str]):
        self.engine, self.name, self.names = engine, name, names
        self.pictures = Pictures()
        self.pages, self.article, self.problems = b"[]", b'{"lines":[],"share":"","left":0}', b"[]"
        self._told: dict[str, Any] = {"errors": 0, "warnings": 0, "stale": False, "busy": True, "serial": 0}
        self._asked = asyncio.Event()
        self._listeners: set[asyncio.Queue[bytes | None]] = set()

    # ------------------------------------------------------------------ what is asked

    def saved(self) -> None:
        """A file has been saved: it is looked at as soon as what is under way is done."""
        self._asked.set()

    def choose(self, name: str) -> bool:
        """Shows another publication."""
        if name not in self.names:
            return False
        if name != self.name:
            self.name, self.pages, self.problems = name, b"[]", b"[]"
            self.article = b'{"lines":[],"share":"","left":0}'
            self._tell(stale=False, errors=0, warnings=0, busy=True)
            self._asked.set()
        return True

    async def run(self) -> None:
        """Looks whenever it was asked to, one look at a time."""
        while True:
            await self._asked.wait()
            self._asked.clear()
            started, name = time.monotonic(), self.name
            self._tell(busy=True)
            try:
                await self._ask("look", name)
                self._tell(took=round((time.monotonic() - started) * 1000))
                if not self._asked.is_set():  # who has saved again wants pages first
                    await self._ask("check", name)
            except Exception:  # whatever it was, the next save asks a new one
                await self.engine.close()
                self._died()
            self._tell(busy=self._asked.is_set())

    async def _ask(self, what: Task, name: str) -> None:
        async for piece in self.engine.ask(what, name):
            if name == self.name:
                self._take(piece)

    def _take(self, piece: object) -> None:
        if isinstance(piece, Printed):
            self.pictures.show(piece.leaves, piece.digests)
            self.pages = piece.told
            self._tell(stale=False)
        elif isinstance(piece, Beside):
            self.article = piece.told
            self._tell()
        elif isinstance(piece, Found):
            self.problems = piece.told
            self._tell(errors=piece.errors, warnings=piece.warnings, stale=not piece.stands)

    def _died(self) -> None:
        told = {"rule": "page", "level": "error", "message": say("watch.died"), "notes": [], "file": "", "line": 0}
        self.problems = json.dumps([{**told, "column": 0, "path": ""}], ensure_ascii=False).encode()
        self._tell(errors=1, warnings=0, stale=True)

    # ------------------------------------------------------------------ who is told

    @property
    def now(self) -> bytes:
        """The state, as JSON: small; pages, article and problems are asked for where their digests are new."""
        parts = {"pages": self.pages, "article": self.article, "problems": self.problems}
        digests = {key: sha256(part).hexdigest()[:16] for key, part in parts.items()}
        return json.dumps({**self._told, **digests, "name": self.name, "names": self.names}).encode()

    def _tell(self, **changes: Any) -> None:
        self._told |= {**changes, "serial": self._told["serial"] + 1}
        now = self.now
        for queue in self._listeners:
            with suppress(asyncio.QueueFull):
                queue.put_nowait(now)

    def listen(self) -> asyncio.Queue[bytes | None] | None:
        """A queue of states, None behind the last; None where too many listen already."""
        if len(self._listeners) >= LISTENERS:
            return None
        queue: asyncio.Queue[bytes | None] = asyncio.Queue(maxsize=100)
        queue.put_nowait(self.now)
        self._listeners.add(queue)
        return queue

    def leave(self, queue: asyncio.Queue[bytes | None]) -> None:
        self._listeners.discard(queue)

    def close(self) -> None:
        """Every listener is told that this is the end."""
        for queue in self._listeners:
            with suppress(asyncio.QueueEmpty):
                while True:
                    queue.get_nowait()
            queue.put_nowait(None)
