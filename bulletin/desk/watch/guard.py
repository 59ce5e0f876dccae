"""Who may ask: the browser on this machine that was given the token, and pages of ours alone.

Every request is held against it before anything else is looked at. A page from elsewhere can make a browser send
requests here: it neither knows the token, nor has the cookie sent along (SameSite=Strict), nor may it name another host
for this address (DNS rebinding), nor write, since its origin is another.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterable
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = "127.0.0.1"
LARGEST = 65_536
"""Bytes of a request's body; the largest that the page sends has some hundred."""
LONGEST = 2_048
"""Characters of a path with its query."""
TICKET = 120.0
"""Seconds in which the address that the program hands to the browser is good, once."""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class Keys:
    """The token that is told at the terminal, and the ticket that is handed to the browser: a list of processes shows
    every user of the machine what a program was started with, so that is good once, and not for long."""

    def __init__(self, port: int):
        self.hosts = (f"{LOOPBACK}:{port}", f"localhost:{port}")
        self.token = secrets.token_urlsafe(32)
        self.cookie_name = f"bulletin-desk-{port}"  # cookies know no ports
        self._cookie = secrets.token_urlsafe(32)
        self._ticket, self._until = secrets.token_urlsafe(32), time.monotonic() + TICKET

    @property
    def address(self) -> str:
        """For the person."""
        return f"http://{self.hosts[0]}/?token={self.token}"

    @property
    def opened(self) -> str:
        """For the browser that the program opens."""
        return f"http://{self.hosts[0]}/?token={self._ticket}"

    @property
    def cookie(self) -> str:
        """The header that lets a browser in from then on."""
        return f"{self.cookie_name}={self._cookie}; Path=/; HttpOnly; SameSite=Strict"

    def admits(self, token: str) -> bool:
        """Is it the token, or the ticket, which is good for one time?"""
        if _same(token, self.token):
            return True
        if self._ticket and _same(token, self._ticket) and time.monotonic() < self._until:
            self._ticket = ""
            return True
        return False

    def knows(self, cookies: Iterable[str]) -> bool:
        """Is one of the cookies ours?"""
        pairs = (one.strip().partition("=") for header in cookies for one in header.split(";"))
        return any(name == self.cookie_name and _same(value, self._cookie) for name, _, value in pairs)


def _same(one: str, other: str) -> bool:
    return secrets.compare_digest(one.encode(), other.encode())


class Guard:
    """Stands in front of an application."""

    def __init__(self, app: ASGIApp, keys: Keys):
        self.app, self.keys = app, keys

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            return  # no sockets are spoken here
        headers, let_in = Headers(scope=scope), False
        refused = self._wrong(scope, headers)
        if not refused:
            let_in = scope["path"] == "/" and self.keys.admits(_token(scope))
            if not let_in and not self.keys.knows(headers.getlist("cookie")):
                refused = 403, "no token"

        async def answered(message: Message) -> None:
            if message["type"] == "http.response.start":
                told = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    told[name] = value
                told.setdefault("Cache-Control", "no-store")
                if let_in:
                    told["Set-Cookie"] = self.keys.cookie
            await send(message)

        app = PlainTextResponse(f"{refused[1]}\n", refused[0]) if refused else self.app
        await app(scope, _Bounded(receive), answered)

    def _wrong(self, scope: Scope, headers: Headers) -> tuple[int, str] | None:
        """What speaks against a request, whoever sends it: a status and the reason."""
        if headers.getlist("host") not in ([host] for host in self.keys.hosts):
            return 403, "another host"
        if len(scope["raw_path"]) + len(scope["query_string"]) > LONGEST:
            return 414, "too long"
        if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            return 403, "from another page"
        if scope["method"] in ("GET", "HEAD"):
            return None
        if scope["method"] != "POST":
            return 405, "not asked here"
        if headers.get("origin") != f"http://{headers['host']}":
            return 403, "from another page"
        if headers.get("content-type", "").partition(";")[0].strip() != "application/json":
            return 415, "JSON alone"
        length = headers.get("content-length", "")
        if not length.isdigit() or int(length) > LARGEST:
            return 413, "too large"
        return None


class _Bounded:
    """What is received, up to the limit, whatever its head said."""

    def __init__(self, receive: Receive):
        self._receive, self._left = receive, LARGEST

    async def __call__(self) -> Message:
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        return message if self._left >= 0 else {"type": "http.disconnect"}


def _token(scope: Scope) -> str:
    query: bytes = scope["query_string"]
    return parse_qs(query.decode("latin-1")).get("token", [""])[0]
