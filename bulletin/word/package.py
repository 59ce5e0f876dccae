"""The parts of a DOCX that anybody may have made, and the trees of its XML: within limits, or refused by name.

Every DOCX is read here, drafts of the program's own too. Sizes that a package states about itself are not believed; its
XML may name no entities and no grammar (ECMA-376 part 2 forbids both), and nothing is fetched.
"""

from __future__ import annotations

import io
import struct
import zlib
from functools import cache
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from lxml import etree

from bulletin.messages import say
from bulletin.problems import UsageError

from .ox import Node

LARGEST = 32 * 2**20  # bytes of the file; six drafts have 0.1 to 0.9 million
UNPACKED = 64 * 2**20  # bytes of all parts; six drafts have 0.5 to 1.4 million
XML = 16 * 2**20  # bytes of a part that is read as XML
PARTS = 1_000  # six drafts have 23 to 31
MARKS = 1_000_000  # `<` and `=` of all parts, of which a tree has a node each; six drafts have 24,000 to 39,000
DEPTH = 100  # of nested elements

_ROWS = b"PK\x01\x02"
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_PASSWORD = "EncryptedPackage".encode("utf-16-le")  # [MS-OFFCRYPTO] 2.3.4.4
_ENCRYPTED = 0x1  # flag of a zip entry
_DAMAGED = (BadZipFile, RuntimeError, zlib.error, struct.error, EOFError, OSError, ValueError, LookupError)


class NoDocx(UsageError):
    """The file is no DOCX that can be read; the message says why and what to do."""


def unpack(package: bytes) -> dict[str, bytes]:
    """The parts of a package by name. Raises NoDocx."""
    if len(package) > LARGEST:
        raise NoDocx(say("docx.large", most=LARGEST // 2**20))
    if not package.startswith(b"PK"):
        raise NoDocx(say(_kind(package)))
    if package.count(_ROWS) > 2 * PARTS:  # counted before a list of them is made; packages in it have rows, too
        raise NoDocx(say("docx.parts", most=PARTS))
    try:
        with ZipFile(io.BytesIO(package)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _vet(entries)
            parts = _parts(archive, entries)
    except _DAMAGED as error:
        raise NoDocx(say("docx.damaged", why=str(error)[:200])) from error
    if sum(part.count(b"<") + part.count(b"=") for part in parts.values()) > MARKS:
        raise NoDocx(say("docx.marks"))
    return parts


def _kind(data: bytes) -> str:
    """What a file is that is no package, as far as its first bytes tell."""
    if not data:
        return "docx.empty"
    if data.startswith(_OLE):
        return "docx.password" if _PASSWORD in data else "docx.old"
    return "docx.other"


def _vet(entries: list[ZipInfo]) -> None:
    if len(entries) > PARTS:
        raise NoDocx(say("docx.parts", most=PARTS))
    if len({entry.filename.lower() for entry in entries}) < len(entries):
        raise NoDocx(say("docx.twice"))
    for entry in entries:
        if entry.flag_bits & _ENCRYPTED:
            raise NoDocx(say("docx.password"))
        if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise NoDocx(say("docx.method", method=entry.compress_type))


def _parts(archive: ZipFile, entries: list[ZipInfo]) -> dict[str, bytes]:
    """Each part is read up to what is left of the limit, whatever size it states."""
    parts: dict[str, bytes] = {}
    left = UNPACKED
    for entry in entries:
        with archive.open(entry) as part:
            data = part.read(entry.file_size + 1) if entry.file_size <= left else b""
        left -= max(len(data), entry.file_size)
        if left < 0:
            raise NoDocx(say("docx.unpacked", most=UNPACKED // 2**20))
        if len(data) != entry.file_size:
            raise BadZipFile(f"{entry.filename} has {len(data)} bytes, not {entry.file_size}")
        parts[entry.filename] = data
    return parts


def tree(data: bytes) -> Node:
    """The root of a part's XML, without comments and processing instructions. Raises NoDocx."""
    if len(data) > XML:
        raise NoDocx(say("docx.unpacked", most=XML // 2**20))
    try:
        data = _utf8(data)
        if b"<!DOCTYPE" in data:
            raise NoDocx(say("docx.entities"))
        root = etree.fromstring(data, _parser())
    except (etree.XMLSyntaxError, ValueError) as error:
        raise NoDocx(say("docx.xml", why=str(error)[:200])) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise NoDocx(say("docx.entities"))
    if _too_deep()(root):
        raise NoDocx(say("docx.deep", most=DEPTH))
    return root


def _utf8(data: bytes) -> bytes:
    """XML in UTF-8, in which Office Open XML is written; UTF-16, which it may be written in, is turned into it."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16").encode()
    if b"\0" in data[:4]:
        return data.decode("utf-16-le" if data[1:2] == b"\0" else "utf-16-be").encode()
    return data


def _parser() -> etree.XMLParser:
    """Takes every part for UTF-8, whatever it calls itself; libxml2 limits the depth and the length of a text."""
    return etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


@cache
def _too_deep() -> etree.XPath:
    return etree.XPath(f"boolean({'/*' * (DEPTH + 1)})")
