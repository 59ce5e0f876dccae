"""An article that a person names, as a text of seeds/: what stands there in UTF-8 already is taken as it is."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from bulletin.decoding import NotUTF8, decoded
from bulletin.desk.taken import page, pdf, word
from bulletin.desk.taken.taken import Taken
from bulletin.files import read_file
from bulletin.messages import say
from bulletin.problems import CannotWrite, ContentError, UsageError
from bulletin.project import LARGEST, Project, write
from bulletin.word.package import LARGEST as LARGEST_PACKAGE

_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)", re.IGNORECASE | re.DOTALL
)
_CHARSET = re.compile(rb"<meta[^>]{1,200}?charset=[\"']?\s*([A-Za-z0-9_-]{2,20})", re.IGNORECASE)
_PAGES = frozenset((".html", ".htm", ".xhtml"))
_WORDS = frozenset((".docx", ".docm", ".doc", ".wps"))
_SUFFIXES = frozenset(("", ".txt", ".text", ".pdf")) | _PAGES | _WORDS


def taken(project: Project, given: Path) -> tuple[Path, Taken | None]:
    """The article's path in seeds/, and what was made of the file where it was no such text.

    Raises UsageError where there is none, where it cannot be read or where another one stands in its place;
    ContentError where its encoding is not known.
    """
    path = _found(project, given)
    inside = path.resolve().is_relative_to(project.seeds.resolve())
    try:
        data = read_file(path, LARGEST_PACKAGE)
    except OSError as error:
        raise UsageError(say("new.unreadable", article=given, why=error.strerror)) from error
    made = _read(project, path, data)
    if inside and made is None:
        return project.seeds / path.resolve().relative_to(project.seeds.resolve()), None
    name = path.stem + (".utf8" if inside and path.suffix == ".txt" else "") + ".txt"
    target = project.seeds / name
    text = data if made is None else (made.text + "\n").encode()
    if made is not None and not made.text.strip():
        raise UsageError(say("taken.empty", file=given))
    _place(project, target, text)
    return target, made or Taken(decoded(data), "UTF-8")


def _found(project: Project, given: Path) -> Path:
    """A path from the project, from seeds/, or from here."""
    found = [path for path in (project.root / given, project.seeds / given, given) if path.is_file()]
    if not found:
        raise UsageError(say("new.no_article", article=given))
    if found[0].suffix.lower() not in _SUFFIXES:
        raise UsageError(say("taken.suffix", file=given))
    return found[0]


def _read(project: Project, path: Path, data: bytes) -> Taken | None:
    """None for a text in UTF-8, which stays what it is."""
    if data.startswith(b"%PDF-"):
        return pdf.read(data)
    if data.startswith(b"PK\x03\x04") or path.suffix.lower() in _WORDS:
        return word.read(data)
    if len(data) > LARGEST:
        raise UsageError(say("new.unreadable", article=path.name, why=say("file.large", most=LARGEST)))
    text, encoding = _text(project, path, data)
    if path.suffix.lower() in _PAGES or _PAGE.match(text):
        return page.read(text)
    return None if encoding == "UTF-8" else Taken(text.replace("\r\n", "\n").replace("\r", "\n"), encoding)


def _text(project: Project, path: Path, data: bytes) -> tuple[str, str]:
    """The text and its encoding: UTF-8, what a page says of itself, or what the bytes seem to be."""
    try:
        return decoded(data), "UTF-8"
    except NotUTF8 as error:
        named = _CHARSET.search(data[:4096])
        for encoding in (error.encoding, named[1].decode() if named else ""):
            try:
                if encoding and encoding != "WINDOWS-1252":
                    return data.decode(codecs.lookup(encoding).name).lstrip("\ufeff"), encoding
            except (LookupError, UnicodeDecodeError):
                continue
        raise ContentError([project.not_utf8(path, error)]) from error


def _place(project: Project, target: Path, data: bytes) -> None:
    """Never over another article. Raises UsageError, CannotWrite."""
    try:
        if read_file(target, LARGEST_PACKAGE) == data:
            return
        raise UsageError(say("taken.there", file=project.shown(target)))
    except FileNotFoundError:
        write(target, data)
    except OSError as error:
        if target.exists():
            raise CannotWrite(say("new.cannot_write", path=target, why=error.strerror)) from error
        write(target, data)
