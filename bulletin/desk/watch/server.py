"""One desk from its start to its end: a socket on this machine only, what is saved is watched, Ctrl-C ends it."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import uvicorn
from watchfiles import awatch

from bulletin.desk.snippets import refresh
from bulletin.desk.watch.app import application
from bulletin.desk.watch.engine import Engine
from bulletin.desk.watch.guard import LOOPBACK, Keys
from bulletin.desk.watch.state import Desk
from bulletin.messages import say
from bulletin.problems import UsageError
from bulletin.project import Project
from bulletin.terminal import tell

PORTS = 20
"""How many ports are tried, from the wanted one on."""
QUIET = 30
"""Milliseconds without a further save after which a burst of them is over; it lasts at most ten times as long."""
GRACE = 2
"""Seconds in which answers under way may end."""


def bound(port: int) -> socket.socket:
    """A socket on the loopback address: at the port, or at the next free one. Raises UsageError."""
    for at in range(port, min(port + PORTS, 65536)) if port else (0,):
        made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            made.bind((LOOPBACK, at))
            made.listen(64)
        except OSError:
            made.close()
            continue
        made.setblocking(False)
        return made
    raise UsageError(say("watch.no_port", first=port, last=min(port + PORTS, 65536) - 1))


class _Server(uvicorn.Server):
    """Signals are ours."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """None is captured."""
        yield


def serve(project: Project, name: str, names: list[str], port: int, *, opens: bool, theme: str = "") -> None:
    """Until somebody ends it; `theme`: another than the publication's own. Raises UsageError where no port is free."""
    listening = bound(port)
    with listening:
        desk = Desk(Engine(project.root, theme), name, names)
        asyncio.run(_served(project, desk, listening, opens))


async def _served(project: Project, desk: Desk, listening: socket.socket, opens: bool) -> None:
    keys, engine = Keys(listening.getsockname()[1]), desk.engine
    server = _Server(_config(application(desk, project, keys)))
    over = asyncio.Event()
    _heed(server, desk, over)
    await engine.start()
    desk.saved()
    await asyncio.to_thread(refresh, project)
    work = [asyncio.create_task(desk.run()), asyncio.create_task(_watched(project, desk, over))]
    tell(say("watch.open", address=keys.address), say("watch.ends"))
    sys.stdout.flush()
    if opens and _has_screen():
        await asyncio.to_thread(webbrowser.open, keys.opened)
    try:
        await server.serve(sockets=[listening])
    finally:
        over.set()
        for task in work:
            task.cancel()
        await asyncio.gather(*work, return_exceptions=True)
        await engine.close()
    tell(say("watch.closed"))


def _config(app: object) -> uvicorn.Config:
    return uvicorn.Config(
        app,  # type: ignore[arg-type]  # an ASGI application
        http="h11",
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=64,
        timeout_keep_alive=5,
        timeout_graceful_shutdown=GRACE,
        h11_max_incomplete_event_size=16_384,
    )


def _heed(server: uvicorn.Server, desk: Desk, over: asyncio.Event) -> None:
    """The first signal ends the desk in order, the second at once."""

    def end() -> None:
        server.force_exit = server.should_exit
        server.should_exit = True
        over.set()
        desk.close()

    loop = asyncio.get_running_loop()
    for one in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(one, end)


async def _watched(project: Project, desk: Desk, over: asyncio.Event) -> None:
    """What is saved in the project's folders; a folder that comes later is seen with the next start."""
    folders = [
        folder for folder in (project.content, project.seeds, project.templates, project.photos) if folder.is_dir()
    ]
    for polling in (None, True):  # where the system watches no more files, it is asked again and again
        with suppress(OSError):
            async for _ in awatch(*folders, debounce=QUIET * 10, step=QUIET, stop_event=over, force_polling=polling):
                desk.saved()
                await asyncio.to_thread(refresh, project)
            return


def _has_screen() -> bool:
    """On Linux a browser without a screen would be one in the terminal."""
    return sys.platform != "linux" or any(os.environ.get(key) for key in ("DISPLAY", "WAYLAND_DISPLAY"))
