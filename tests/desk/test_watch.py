"""The desk as a person and as an attacker meets it: a real server in a process of its own, asked over a real socket."""

from __future__ import annotations

import asyncio
import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from bulletin.desk.watch.editor import command
from bulletin.desk.watch.engine import Died, Engine, Task
from bulletin.desk.watch.guard import LARGEST, Keys
from bulletin.desk.watch.sent import Found
from bulletin.desk.watch.server import bound
from bulletin.desk.watch.state import LISTENERS, Desk
from tests.conftest import ROOT, small_project

PATIENCE = 120.0


@dataclass
class Running:
    """A desk that runs, and how it is asked."""

    process: subprocess.Popen[str]
    address: str
    root: Path
    cookie: str = ""
    port: int = field(init=False)

    def __post_init__(self) -> None:
        self.port = urlsplit(self.address).port or 0

    def ask(
        self, path: str, *, method: str = "GET", body: bytes | None = None, **headers: str
    ) -> tuple[int, http.client.HTTPMessage, bytes]:
        """A status, the headers, the body. `Cookie=""` leaves the cookie away."""
        given = {"Cookie": self.cookie, **{name.replace("_", "-"): value for name, value in headers.items()}}
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)) as line:
            line.request(method, path, body, {name: value for name, value in given.items() if value})
            answer = line.getresponse()
            return answer.status, answer.headers, answer.read()

    def post(self, path: str, data: object, **headers: str) -> tuple[int, dict[str, object]]:
        given = {"Origin": f"http://127.0.0.1:{self.port}", "Content_Type": "application/json", **headers}
        status, _, body = self.ask(path, method="POST", body=json.dumps(data).encode(), **given)
        return status, json.loads(body) if body[:1] == b"{" else {}

    def end(self, how: signal.Signals = signal.SIGINT) -> int:
        self.process.send_signal(how)
        return self.process.wait(20)


def start(root: Path, *options: str, language: str = "en", **environment: str) -> Running:
    """Runs `watch` on a project, and has been let in."""
    words = [sys.executable, str(ROOT / "generate.py"), "watch", "--project", str(root), "--no-open", "--port", "0"]
    given = {**os.environ, "BULLETIN_LANG": language, **environment}
    process = subprocess.Popen([*words, *options], stdout=subprocess.PIPE, text=True, env=given)
    assert process.stdout
    said = process.stdout.readline()
    address = re.search(r"http://\S+", said)
    assert address, said
    desk = Running(process, address[0], root)
    _, headers, _ = desk.ask(desk.address.partition(str(desk.port))[2])
    desk.cookie = (headers["Set-Cookie"] or "").partition(";")[0]
    return desk


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    running = start(small_project(tmp_path_factory.mktemp("desk") / "project"))
    yield running
    running.end()
    assert running.process.stdout
    running.process.stdout.close()


ANSWERS = ["/", "/desk.js", "/words", "/events", "/pages", "/article", "/problems", "/source?file=content/willow.yaml"]


@pytest.mark.parametrize("path", [*ANSWERS, "/picture/0", "/nothing", "/?token=", "/?token=guess"])
def test_without_the_token_nothing_is_told(desk: Running, path: str) -> None:
    status, headers, body = desk.ask(path, Cookie="")
    assert (status, body) == (403, b"no token\n")
    assert "Set-Cookie" not in headers


def test_the_token_gives_a_cookie_that_no_script_reads_and_no_other_page_sends(desk: Running) -> None:
    status, headers, _ = desk.ask(f"/?{urlsplit(desk.address).query}", Cookie="")
    assert status == 200
    assert headers["Set-Cookie"].endswith("; Path=/; HttpOnly; SameSite=Strict")
    assert urlsplit(desk.address).query.removeprefix("token=") not in headers["Set-Cookie"]
    assert desk.ask("/words")[0] == 200


def test_the_token_lets_in_at_the_front_door_alone(desk: Running) -> None:
    assert desk.ask(f"/pages?{urlsplit(desk.address).query}", Cookie="")[0] == 403


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "127.0.0.1.evil.example:{port}", ""])
def test_another_host_is_refused(desk: Running, host: str) -> None:
    with closing(socket.create_connection(("127.0.0.1", desk.port), 10)) as line:
        name = f"Host: {host.format(port=desk.port)}\r\n" if host else "Host: \r\n"
        line.sendall(f"GET /words HTTP/1.1\r\n{name}Cookie: {desk.cookie}\r\nConnection: close\r\n\r\n".encode())
        assert line.makefile("rb").readline().split()[1] == b"403"


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": ""},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
    ],
)
def test_a_page_from_elsewhere_writes_nothing(desk: Running, headers: dict[str, str]) -> None:
    assert desk.post("/open", {"file": "content/willow.yaml", "line": 1}, **headers)[0] == 403


def test_what_is_sent_is_json_and_small(desk: Running) -> None:
    origin = f"http://127.0.0.1:{desk.port}"
    assert desk.post("/propose", {}, Content_Type="text/plain")[0] == 415
    assert desk.post("/propose", "x" * (LARGEST + 1))[0] == 413
    assert desk.post("/propose", [])[0] == 400
    json_alone = {"Origin": origin, "Content_Type": "application/json"}
    assert desk.ask("/propose", method="POST", body=b"[" * 60_000, **json_alone)[0] == 400
    assert desk.ask("/words", method="DELETE")[0] == 405
    assert desk.ask("/source?file=" + "x" * 3000)[0] == 414


def test_a_body_that_is_longer_than_its_head_says_is_not_read(desk: Running) -> None:
    head = (
        f"POST /propose HTTP/1.1\r\nHost: 127.0.0.1:{desk.port}\r\nOrigin: http://127.0.0.1:{desk.port}\r\n"
        f"Content-Type: application/json\r\nCookie: {desk.cookie}\r\nTransfer-Encoding: chunked\r\n\r\n"
    )
    with closing(socket.create_connection(("127.0.0.1", desk.port), 10)) as line:
        line.sendall(head.encode())
        assert line.makefile("rb").readline().split()[1] == b"413"


OUTSIDE = [
    "../secret.yaml",
    "/etc/passwd",
    "content/../../secret.yaml",
    "content",
    "content/no.yaml",
    "reports/x",
    "%00",
]


@pytest.mark.parametrize("file", OUTSIDE)
def test_no_file_outside_the_content_is_shown_or_opened(desk: Running, file: str) -> None:
    (desk.root.parent / "secret.yaml").write_text("secret: true\n", encoding="utf-8")
    (desk.root / "reports" / "x").write_text("secret\n", encoding="utf-8")
    assert desk.ask(f"/source?file={file}&line=1&last=1")[0] == 404
    assert desk.post("/open", {"file": file, "line": 1})[0] == 404


def test_a_link_that_leads_out_is_not_followed(desk: Running) -> None:
    (desk.root.parent / "secret.yaml").write_text("secret: true\n", encoding="utf-8")
    link = desk.root / "content" / "_link.txt"
    link.symlink_to(desk.root.parent / "secret.yaml")
    try:
        assert desk.ask("/source?file=content/_link.txt&line=1&last=1")[0] == 404
    finally:
        link.unlink()


@pytest.mark.parametrize(
    "path", ["/../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/desk.js/../../secret", "/picture/../x"]
)
def test_a_path_that_climbs_is_not_found(desk: Running, path: str) -> None:
    assert desk.ask(path)[0] == 404


def test_every_answer_says_what_the_browser_may_do(desk: Running) -> None:
    for path in ("/", "/words", "/nothing"):
        _, headers, body = desk.ask(path)
        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Cache-Control"] == "no-store"
        assert b"<script>" not in body and b"style=" not in body and b"onclick" not in body


def test_only_this_machine_is_listened_to(desk: Running) -> None:
    address = f"{int.from_bytes(socket.inet_aton('127.0.0.1'), sys.byteorder):08X}:{desk.port:04X}"
    rows = [row.split()[1] for row in Path("/proc/net/tcp").read_text().splitlines()[1:] if row.split()[3] == "0A"]
    assert address in rows
    assert not [row for row in rows if row.endswith(f":{desk.port:04X}") and row != address]


def test_lines_of_a_content_file_are_shown(desk: Running) -> None:
    status, _, body = desk.ask("/source?file=content/willow.yaml&line=1&last=2")
    assert status == 200
    assert json.loads(body)["lines"] == ["name: willow", "place: {zh: 柳林街道, en: Liulin Subdistrict}"]


@pytest.mark.parametrize(
    ("how", "language", "said"), [(signal.SIGINT, "en", "closed"), (signal.SIGTERM, "zh", "已关闭")]
)
def test_it_ends_at_a_signal_with_a_window_open_and_leaves_no_process(
    tmp_path: Path, how: signal.Signals, language: str, said: str
) -> None:
    running = start(small_project(tmp_path / "project"), language=language)
    children = Path(f"/proc/{running.process.pid}/task/{running.process.pid}/children").read_text().split()
    assert children
    line = http.client.HTTPConnection("127.0.0.1", running.port, timeout=30)
    line.request("GET", "/events", headers={"Cookie": running.cookie})
    stream = line.getresponse()
    assert stream.readline().startswith(b"data: ")
    began = time.monotonic()
    assert running.end(how) == 0
    assert time.monotonic() - began < 5
    stream.close()
    line.close()
    assert running.process.stdout and said in running.process.stdout.read()
    running.process.stdout.close()
    assert not [child for child in children if alive(child)]


def alive(process: str) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_a_killed_desk_takes_its_child_along(tmp_path: Path) -> None:
    running = start(small_project(tmp_path / "project"))
    children = Path(f"/proc/{running.process.pid}/task/{running.process.pid}/children").read_text().split()
    running.end(signal.SIGKILL)
    assert running.process.stdout
    running.process.stdout.close()
    end = time.monotonic() + 10
    while any(map(alive, children)) and time.monotonic() < end:
        time.sleep(0.05)
    assert children and not any(map(alive, children))


def test_a_port_that_is_taken_gives_way_to_the_next() -> None:
    with bound(0) as first:
        taken = first.getsockname()[1]
        with bound(taken) as second:
            assert second.getsockname() == ("127.0.0.1", second.getsockname()[1])
            assert taken < second.getsockname()[1] < taken + 20


def test_the_ticket_is_good_once_and_not_for_long(monkeypatch: pytest.MonkeyPatch) -> None:
    keys = Keys(8137)
    ticket, token = (address.partition("token=")[2] for address in (keys.opened, keys.address))
    assert [keys.admits(ticket), keys.admits(ticket), keys.admits("")] == [True, False, False]
    assert [keys.admits(token), keys.admits(token)] == [True, True]
    late = Keys(8137)
    monkeypatch.setattr(time, "monotonic", lambda: 10.0**9)
    assert not late.admits(late.opened.partition("token=")[2])


class Slow(Engine):
    """Says at once what it was asked, and is done when it is told to be."""

    def __init__(self, *, dies: bool = False) -> None:
        super().__init__(Path())
        self.asked, self.go, self.dies = list[str](), asyncio.Event(), dies

    async def ask(self, what: Task, name: str) -> AsyncIterator[object]:
        self.asked.append(f"{what} {name}")
        await self.go.wait()
        if self.dies:
            raise Died
        yield Found(b"[]", 0, 0, True)


async def seen(engine: Slow, saves: int) -> tuple[Desk, list[str]]:
    """What is asked of the engine when so many saves come while it is at work."""
    desk = Desk(engine, "willow", ["willow", "poplar"])
    work = asyncio.create_task(desk.run())
    desk.saved()
    async with asyncio.timeout(20):
        while not engine.asked:
            await asyncio.sleep(0)
        for _ in range(saves):
            desk.saved()
            await asyncio.sleep(0)
        engine.go.set()
        while json.loads(desk.now)["busy"]:
            await asyncio.sleep(0)
    work.cancel()
    await asyncio.gather(work, return_exceptions=True)
    return desk, engine.asked


def test_of_a_burst_of_saves_the_last_one_counts() -> None:
    assert asyncio.run(seen(Slow(), 0))[1] == ["look willow", "check willow"]
    assert asyncio.run(seen(Slow(), 25))[1] == ["look willow", "look willow", "check willow"]


def test_an_engine_that_dies_is_told_and_asked_again() -> None:
    async def twice() -> tuple[Desk, list[str]]:
        engine = Slow(dies=True)
        await seen(engine, 0)
        engine.dies, engine.asked = False, []
        return await seen(engine, 0)

    desk, _ = asyncio.run(seen(Slow(dies=True), 0))
    state = json.loads(desk.now)
    assert (state["errors"], state["stale"]) == (1, True)
    assert "has died" in desk.problems.decode()
    assert asyncio.run(twice())[1] == ["look willow", "check willow"]


def test_no_more_windows_listen_than_can_be_told() -> None:
    async def full() -> list[bool]:
        desk = Desk(Slow(), "willow", ["willow"])
        return [desk.listen() is not None for _ in range(LISTENERS + 1)]

    assert asyncio.run(full()) == [True] * LISTENERS + [False]


def test_an_unknown_name_is_told(small: Path) -> None:
    words = [sys.executable, str(ROOT / "generate.py"), "watch", "nobody", "--project", str(small)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (done.returncode, "there are: willow" in done.stderr) == (2, True)


FILE = Path("/p/content/a b;$(x).yaml")


@pytest.mark.parametrize(
    ("programs", "environment", "words"),
    [
        (["code"], {}, ["{bin}/code", "-g", f"{FILE}:7:3"]),
        (["code", "gedit"], {"VISUAL": "gedit -w"}, ["gedit", "-w", "+7", str(FILE)]),
        (["code", "vim"], {"EDITOR": "vim"}, ["{bin}/code", "-g", f"{FILE}:7:3"]),
        (["vim"], {"EDITOR": "vim"}, None),
        (["code"], {"VISUAL": "code --wait"}, ["code", "--wait", "-g", f"{FILE}:7:3"]),
        (["strange"], {"EDITOR": "strange -x"}, ["strange", "-x", str(FILE)]),
        ([], {"EDITOR": "gone 'unclosed"}, None),
        ([], {}, None),
    ],
)
def test_the_editor_is_opened_at_the_line_without_a_shell(
    tmp_path: Path, programs: list[str], environment: dict[str, str], words: list[str] | None
) -> None:
    for name in programs:
        (tmp_path / name).write_text("#!/bin/sh\n", encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    found = command(FILE, 7, 3, {"PATH": str(tmp_path), **environment})
    assert found == (words and [word.format(bin=tmp_path) for word in words])


def test_a_theme_that_there_is_none_of_is_refused_before_anything_starts(tmp_path: Path) -> None:
    root = small_project(tmp_path / "project")
    words = [sys.executable, str(ROOT / "generate.py"), "watch", "--project", str(root), "--no-open", "--port", "0"]
    done = subprocess.run([*words, "--theme", "blue"], capture_output=True, text=True, check=False, timeout=PATIENCE)
    assert done.returncode == 2 and "blue" in done.stderr and "red" in done.stderr


def test_a_desk_in_another_theme_shows_its_pages(tmp_path: Path) -> None:
    running = start(small_project(tmp_path / "project"), "--theme", "red")
    try:
        deadline = time.monotonic() + PATIENCE
        while not json.loads(running.ask("/pages")[2] or b"[]") and time.monotonic() < deadline:
            time.sleep(0.1)
        assert len(json.loads(running.ask("/pages")[2])) == 2
    finally:
        running.end()
        assert running.process.stdout
        running.process.stdout.close()
