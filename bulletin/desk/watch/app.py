"""What the desk answers: its page, its state, pictures of pages; and what can be done. No file is served as such."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from bulletin.desk.returns.spans import CannotEdit
from bulletin.desk.watch import editor
from bulletin.desk.watch.guard import Guard, Keys
from bulletin.desk.watch.proposing import Proposal, insert, propose
from bulletin.desk.watch.state import Desk
from bulletin.desk.watch.words import page, words
from bulletin.messages import say, spoken
from bulletin.problems import CannotWrite, ContentError, UsageError
from bulletin.project import Project

BEAT = 15.0
"""Seconds after which a silent stream says that it lives."""
SHOWN = 40
"""Lines of a file that are shown at once."""
OFFERS = 8
"""Proposals that are kept until they are written or let go."""
_PAGE = Path(__file__).parent / "page"
_JSON = "application/json"


class Application:
    """The routes over one desk."""

    def __init__(self, desk: Desk, project: Project, keys: Keys, open_editor: Callable[[Path, int, int], bool]):
        self.desk, self.project, self.keys, self.open_editor = desk, project, keys, open_editor
        self.offers: dict[str, Proposal] = {}
        self._static = {name: (_PAGE / name).read_bytes() for name in ("desk.css", "desk.js")}

    def guarded(self) -> Guard:
        """The whole, behind its guard."""
        get = [
            ("/", self.page),
            ("/favicon.ico", lambda _: Response(status_code=204)),
            ("/desk.css", self.style),
            ("/desk.js", self.script),
            ("/words", self.words),
            ("/events", self.events),
            ("/pages", lambda _: _json(self.desk.pages)),
            ("/article", lambda _: _json(self.desk.article)),
            ("/problems", lambda _: _json(self.desk.problems)),
            ("/source", self.source),
            ("/picture/{digest:str}", self.picture),
        ]
        post = [("/choose", self.choose), ("/open", self.open), ("/propose", self.propose), ("/insert", self.insert)]
        routes = [Route(path, answer, methods=["GET"]) for path, answer in get]
        routes += [Route(path, answer, methods=["POST"]) for path, answer in post]
        return Guard(Starlette(routes=routes), self.keys)

    # ------------------------------------------------------------------ to look at

    def page(self, _: Request) -> Response:
        return Response(page((_PAGE / "desk.html").read_text(encoding="utf-8")), media_type="text/html")

    def style(self, _: Request) -> Response:
        return Response(self._static["desk.css"], media_type="text/css")

    def script(self, _: Request) -> Response:
        return Response(self._static["desk.js"], media_type="text/javascript")

    def words(self, _: Request) -> Response:
        return _told({"language": spoken(), **words()})

    def source(self, request: Request) -> Response:
        """Some lines of a text file of the project."""
        asked = request.query_params
        path = self._file(asked.get("file"))
        first, last = (_count(asked.get(key, "")) for key in ("line", "last"))
        if path is None or not first or last < first:
            return Response(status_code=404)
        try:
            lines = self.project.read(path).split("\n")
        except ContentError:
            return Response(status_code=404)
        return _told({"lines": lines[first - 1 : min(last, first + SHOWN - 1)]})

    async def picture(self, request: Request) -> Response:
        width, digest = _count(request.query_params.get("w", "")) or 1000, str(request.path_params["digest"])
        data = await run_in_threadpool(self.desk.pictures.picture, digest, width)
        if data is None:
            return Response(status_code=404)
        return Response(data, media_type="image/png", headers={"Cache-Control": "private, max-age=3600, immutable"})

    async def events(self, _: Request) -> Response:
        queue = self.desk.listen()
        if queue is None:
            return Response(status_code=503)
        return StreamingResponse(self._stream(queue), media_type="text/event-stream")

    async def _stream(self, queue: asyncio.Queue[bytes | None]) -> AsyncIterator[bytes]:
        try:
            while True:
                try:
                    state = await asyncio.wait_for(queue.get(), BEAT)
                except TimeoutError:
                    yield b": here\n\n"
                    continue
                if state is None:
                    return
                yield b"data: " + state + b"\n\n"
        finally:
            self.desk.leave(queue)

    # ------------------------------------------------------------------ to do

    async def choose(self, request: Request) -> Response:
        given = await _given(request)
        return Response(status_code=204 if given and self.desk.choose(str(given.get("name"))) else 404)

    async def open(self, request: Request) -> Response:
        """Opens a file of the content in the editor of this machine."""
        given = await _given(request) or {}
        path = self._file(given.get("file"))
        line, column = (_count(str(given.get(key, 1))) for key in ("line", "column"))
        if path is None or not line or not column:
            return Response(status_code=404)
        opened = await run_in_threadpool(self.open_editor, path, line, column)
        return _told({"opened": opened, "said": "" if opened else say("watch.no_editor")})

    def _file(self, given: object) -> Path | None:
        """A text file of the project that problems and places name; None for anything else."""
        if not isinstance(given, str) or "\0" in given:
            return None
        try:
            path = (self.project.root / given).resolve()
        except (OSError, RuntimeError):  # a loop of links
            return None
        folders = (self.project.content, self.project.seeds, self.project.templates)
        known = any(path.is_relative_to(folder.resolve()) for folder in folders)
        return path if known and path.is_relative_to(self.project.root) and path.is_file() else None

    async def propose(self, request: Request) -> Response:
        given = await _given(request) or {}
        start, end = given.get("start"), given.get("end")
        if not isinstance(start, int) or not isinstance(end, int):
            return Response(status_code=400)
        return await self._tried(lambda: self._offer(start, end))

    def _offer(self, start: int, end: int) -> dict[str, object]:
        made = propose(self.project, self.desk.name, start, end)
        id = f"{len(self.offers)}-{abs(hash(made)):x}"
        self.offers[id] = made
        for old in list(self.offers)[:-OFFERS]:
            del self.offers[old]
        return {"id": id, "file": made.file, "key": made.key, "text": made.text}

    async def insert(self, request: Request) -> Response:
        """Writes what was proposed before, and nothing else."""
        offer = self.offers.pop(str((await _given(request) or {}).get("id")), None)
        if offer is None:
            return Response(status_code=404)
        return await self._tried(lambda: {"file": offer.file, "line": insert(self.project, offer)})

    async def _tried(self, work: Callable[[], dict[str, object]]) -> Response:
        try:
            return _told(await run_in_threadpool(work))
        except ContentError as error:
            return _told({"said": error.problems[0].message if error.problems else say("watch.nothing_there")}, 409)
        except (UsageError, CannotEdit, CannotWrite) as error:
            return _told({"said": str(error)}, 409)


def application(desk: Desk, project: Project, keys: Keys) -> Guard:
    """The desk as it is served."""
    return Application(desk, project, keys, editor.open_at).guarded()


def _count(text: str) -> int:
    """A whole number over 0; 0 for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 else 0


def _json(data: bytes) -> Response:
    return Response(data, media_type=_JSON)


def _told(data: dict[str, Any], status: int = 200) -> Response:
    return Response(json.dumps(data, ensure_ascii=False).encode(), status, media_type=_JSON)


async def _given(request: Request) -> dict[str, Any] | None:
    """The object that was sent; None for anything else."""
    try:
        data = json.loads(await request.body())
    except (ValueError, RecursionError, ClientDisconnect):
        return None
    return data if isinstance(data, dict) else None
