"""Archives that are damaged, that lie about themselves, or that unpack to far more than they are."""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from collections.abc import Callable
from functools import partial
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZipFile, ZipInfo

from bulletin.word.pack import pack
from bulletin.word.package import unpack

from .kinds import Maker, archive, put

PACKAGES: dict[str, Maker] = {}
BODY = "word/document.xml"


_put = partial(put, PACKAGES)


def repeated(chunk: bytes, times: int) -> bytes:
    """A deflate stream that unpacks to `times` chunks; as quick to make as one of them."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packer.compress(b"")
    one = packer.compress(chunk) + packer.flush(zlib.Z_FULL_FLUSH)
    return one * times + packer.flush(zlib.Z_FINISH)


def entry(name: str, stream: bytes, size: int, *, method: int = 8, flags: int = 0, crc: int = 0) -> tuple[bytes, bytes]:
    """A part as an archive holds it: its header with the data, and its row of the directory without the offset."""
    word = name.encode()
    fields = (20, flags, method, 0, 33, crc, len(stream), size, len(word))
    return struct.pack("<4s5H3I2H", b"PK\3\4", *fields, 0) + word + stream, struct.pack(
        "<4s6H3I5H2I", b"PK\1\2", 20, *fields, 0, 0, 0, 0, 0, 0
    )[:42] + word


def raw(rows: list[tuple[bytes, bytes]], offsets: list[int] | None = None) -> bytes:
    """An archive of entries, each where it stands, or where `offsets` say."""
    body, directory = b"", b""
    for n, (local, central) in enumerate(rows):
        at = offsets[n] if offsets else len(body)
        directory += central[:42] + struct.pack("<I", at) + central[42:]
        body += local
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, len(rows) & 0xFFFF, len(rows) & 0xFFFF, len(directory), len(body), 0)
    return body + directory + end


def _added(good: bytes, part: str, stream: bytes, size: int, **more: int) -> bytes:
    """A sound draft in which one part is (or is joined by) this raw one."""
    rows = [
        entry(name, data, len(data), method=0, crc=zlib.crc32(data))
        for name, data in unpack(good).items()
        if name != part
    ]
    return raw([*rows, entry(part, stream, size, **more)])


MEGABYTE = bytes(1_000_000)
_put("bomb in the text", lambda good: _added(good, BODY, repeated(MEGABYTE, 4000), 4_000_000_000))
_put("bomb in a picture", lambda good: _added(good, "word/media/x.png", repeated(MEGABYTE, 4000), 4_000_000_000))
_put("bomb that lies", lambda good: _added(good, BODY, repeated(MEGABYTE, 4000), 1000))
_put("bomb of paragraphs", lambda good: _added(good, BODY, repeated(b"<w:p/>" * 100_000, 1000), 600_000_000))
_put("bomb in the baseline", lambda good: _added(good, "customXml/item9.xml", repeated(MEGABYTE, 900), 900_000_000))
_put("size too large", lambda good: _added(good, BODY, repeated(b"<a/>", 1), 5000))
_put("size too small", lambda good: _added(good, BODY, repeated(b"<a/>" * 5000, 1), 10))


def _shared(_: bytes) -> bytes:
    local, _central = entry("a", repeated(MEGABYTE, 50), 50_000_000)
    rows = [(local if not n else b"", entry(f"word/{n}.xml", b"", 50_000_000)[1]) for n in range(500)]
    return raw(rows, [0] * 500)


_put("entries that overlap", _shared)
_put("package in a package", lambda good: archive({BODY: archive({BODY: archive({BODY: good})})}))
_put("many large parts", lambda good: pack(unpack(good) | {f"word/x{n}.bin": bytes(9_000_000) for n in range(30)}))


def _many(count: int) -> bytes:
    return raw([entry(f"word/{n}.xml", b"", 0, method=0) for n in range(count)])


_put("65000 entries", lambda _: _many(65_000))
_put("a directory of 400000", lambda _: _many_rows(400_000))


def _many_rows(count: int) -> bytes:
    _, central = entry("a", b"", 0, method=0)
    row = central[:42] + struct.pack("<I", 0) + central[42:]
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 65535, 65535, len(row) * count, 0, 0)
    return row * count + end


_put("encrypted", lambda good: _added(good, BODY, b"x" * 500, 500, flags=1))
_put("AES", lambda good: _added(good, BODY, b"x" * 500, 500, method=99))
_put("unknown method", lambda good: _added(good, BODY, b"x" * 500, 500, method=77))
_put("not deflated", lambda good: _added(good, BODY, b"x" * 500, 500))


def _by(method: int) -> Callable[[bytes], bytes]:
    def made(good: bytes) -> bytes:
        buffer = io.BytesIO()
        with ZipFile(buffer, "w", method) as package:
            for part, data in unpack(good).items():
                package.writestr(part, data)
        return buffer.getvalue()

    return made


_put("bzip2", _by(ZIP_BZIP2))
_put("lzma", _by(ZIP_LZMA))
_put("half", lambda good: good[: len(good) // 2])
_put("end cut off", lambda good: good[:-10])
_put("beginning cut off", lambda good: good[4000:])
_put("without its directory", lambda good: good[: good.index(b"PK\1\2")])


def _crc(good: bytes) -> bytes:
    data = unpack(good)[BODY]
    return _added(good, BODY, data, len(data), method=0, crc=1)


_put("wrong checksum", _crc)


def _names(*names: str) -> Callable[[bytes], bytes]:
    def made(good: bytes) -> bytes:
        buffer = io.BytesIO()
        with ZipFile(buffer, "w", ZIP_DEFLATED) as package, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for part, data in unpack(good).items():
                package.writestr(part, data)
            for name in names:
                package.writestr(ZipInfo(name), b"<a/>")
        return buffer.getvalue()

    return made


_put("a part twice", _names(BODY))
_put("a part twice in capitals", _names(BODY.upper()))
_put("names that leave", _names("../../../../tmp/bulletin-left", "/tmp/bulletin-left", "C:\\left"))
_put("a name of 60000", _names("a" * 60_000))
_put("names that write", _names("word/\x1b]0;owned\x07\u202e.xml", "word/\u009b31m.xml"))
_put("only an end", lambda _: struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 0, 0, 0, 0, 0))
_put("an end that lies", lambda good: good[:-22] + struct.pack("<4s4H2IH", b"PK\5\6", 9, 9, 9, 9, 2**31, 2**31, 0))
_put("zip64 that lies", lambda good: good[:-22] + struct.pack("<4sIQI", b"PK\6\7", 0, 2**62, 1) + good[-22:])
_put("names that are not UTF-8", lambda good: raw([(b"", _latin())]))


def _latin() -> bytes:
    central = entry("aaaa", b"", 0, flags=0x800)[1]
    return central[:-4] + b"\xff\xfe\xfa\xfb"
