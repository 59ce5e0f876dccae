"""What is no package at all: other kinds of documents, and what the file system holds besides files."""

from __future__ import annotations

import io
import os
import random
import socket
from collections.abc import Callable
from functools import partial
from pathlib import Path
from zipfile import ZipFile

Maker = Callable[[Path, bytes], None]

OLE = bytes.fromhex("d0cf11e0a1b11ae1")
FILES: dict[str, Maker] = {}


def put(makers: dict[str, Maker], name: str, data: Callable[[bytes], bytes]) -> None:
    """A file of these bytes, made from those of a sound draft."""

    def made(path: Path, good: bytes) -> None:
        path.write_bytes(data(good))

    makers[name] = made


_file = partial(put, FILES)


def archive(parts: dict[str, bytes]) -> bytes:
    """A plain zip of these parts."""
    buffer = io.BytesIO()
    with ZipFile(buffer, "w") as made:
        for part, data in parts.items():
            made.writestr(part, data)
    return buffer.getvalue()


_file("empty", lambda _: b"")
_file("one byte", lambda _: b"P")
_file("zeros", lambda _: bytes(10_000_000))
_file("noise", lambda _: random.Random(1).randbytes(1_000_000))
_file("word 97", lambda _: OLE + bytes(5000) + "WordDocument".encode("utf-16-le") + bytes(3000))
_file("password", lambda _: OLE + bytes(5000) + "EncryptedPackage".encode("utf-16-le") + bytes(3000))
_file("pdf", lambda _: b"%PDF-1.7\n%\xe2\xe3\n1 0 obj\n<<>>\nendobj\n")
_file("rtf", lambda _: b"{\\rtf1\\ansi hello}")
_file("text", lambda _: "第一段\n".encode())
_file("gbk text", lambda _: "第一段\n".encode("gbk"))
_file("html", lambda _: b"<html><body>draft</body></html>")
_file("escape text", lambda _: b"\x1b]0;owned\x07\x1b[2J\x1b[31mred")
_file("gzip", lambda _: b"\x1f\x8b\x08\x00" + bytes(100))
_file("odt", lambda _: archive({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"}))
_file("xlsx", lambda _: archive({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"}))
_file("plain zip", lambda _: archive({"readme.txt": b"hello"}))


def _sparse(path: Path, _: bytes) -> None:
    with path.open("wb") as file:
        file.truncate(6_000_000_000)


def _socket(path: Path, _: bytes) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # the address of a socket has to be short
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


def _link_to_a_pipe(path: Path, _: bytes) -> None:
    os.mkfifo(path.with_name("pipe"))
    path.symlink_to("pipe")


def _loop(path: Path, _: bytes) -> None:
    other = path.with_name("loop.docx")
    other.symlink_to(path.name)
    path.symlink_to(other.name)


FILES |= {
    "larger than the disk": _sparse,
    "folder": lambda path, _: path.mkdir(),
    "pipe": lambda path, _: os.mkfifo(path),
    "socket": _socket,
    "link loop": _loop,
    "link to a device": lambda path, _: path.symlink_to("/dev/zero"),
    "link to a pipe": _link_to_a_pipe,
    "link to a terminal": lambda path, _: path.symlink_to("/dev/tty"),
    "link to input": lambda path, _: path.symlink_to("/dev/stdin"),
    "link to nothing": lambda path, _: path.symlink_to("nowhere.docx"),
    "link to a folder": lambda path, _: path.symlink_to("."),
}
