"""The server's end of the process that sets pages: started when first asked, and again when it has died."""

from __future__ import annotations

import asyncio
import os
import pickle
import sys
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path
from typing import Literal

from bulletin.desk.watch.child import HEAD
from bulletin.messages import VARIABLE, spoken

PROGRAM = Path(__file__).resolve().parents[3]
Task = Literal["look", "check"]
_PATIENCE = 2.0  # seconds in which it may end by itself


class Died(Exception):
    """It ended before it was done."""


class Engine:
    """Asked for one publication at a time."""

    def __init__(self, root: Path, theme: str = ""):
        self.root, self.theme = root, theme
        self._process: asyncio.subprocess.Process | None = None

    async def ask(self, what: Task, name: str) -> AsyncIterator[object]:
        """What the View yields. Raises Died."""
        process = await self._started()
        assert process.stdin and process.stdout
        data = pickle.dumps((what, name))
        try:
            process.stdin.write(HEAD.pack(len(data)) + data)
            await process.stdin.drain()
            while True:
                head = await process.stdout.readexactly(HEAD.size)
                piece = pickle.loads(await process.stdout.readexactly(HEAD.unpack(head)[0]))
                if piece is None:
                    return
                yield piece
        except (asyncio.IncompleteReadError, ConnectionError) as error:
            await self.close()
            raise Died from error

    async def start(self) -> None:
        """Starts it before it is needed."""
        await self._started()

    async def _started(self) -> asyncio.subprocess.Process:
        if self._process is None:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "bulletin.desk.watch.child",
                str(self.root),
                str(os.getpid()),
                self.theme,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                cwd=PROGRAM,
                env={**os.environ, VARIABLE: spoken()},
                start_new_session=True,  # Ctrl-C at the terminal is the parent's alone
            )
        return self._process

    async def close(self) -> None:
        """Ends it."""
        process, self._process = self._process, None
        if process is None:
            return
        with suppress(ProcessLookupError):
            process.kill()
        with suppress(TimeoutError):
            await asyncio.wait_for(process.wait(), _PATIENCE)
