"""A Word file of the office's own, whose styles a draft takes in the place of the house's.

Only the styles are taken, and the theme of colours and faces that they speak of; page, header and text are the draft's.
A style is known by its name, as a person sees it: Word gives the ids anew when it saves, in each language otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator

from bulletin.edition.themes import OwnBase
from bulletin.messages import listed, say
from bulletin.problems import ContentError, Place, Problem

from .ox import Node, name, serialise, w
from .pack import pack
from .package import NoDocx, tree, unpack

_STYLES, _THEME = "word/styles.xml", "word/theme/theme1.xml"
_ID, _TYPE, _VAL = name("w:styleId"), name("w:type"), name("w:val")
_LINKS = ("basedOn", "next", "link")
_Key = tuple[str, str]


def with_own_styles(package: bytes, own: OwnBase) -> bytes:
    """The package with the styles of the file. Raises ContentError for what is no DOCX, or lacks one that is needed."""
    parts = unpack(package)
    try:
        given = unpack(own.data)
        if _STYLES not in given:
            raise NoDocx(say("docx.type"))
        theirs, ours = tree(given[_STYLES]), tree(parts[_STYLES])
    except NoDocx as error:
        raise ContentError([Problem("theme", f"{own.file}: {error}", Place(own.file))]) from error
    needed, there = dict(_named(ours)), dict(_named(theirs))
    if lacking := [style for key, style in needed.items() if key not in there]:
        names = listed(_name(style) for style in lacking)
        notes = (("help", say("docx.base_help")),)
        raise ContentError([Problem("theme", say("docx.base_lacks", names=names), Place(own.file), notes=notes)])
    _take(theirs, {key: (needed[key], there[key]) for key in needed})
    theme = given.get(_THEME, b"")
    whole = theme and b"embed=" not in theme  # a picture in it would not come along
    more = {_THEME: serialise(tree(theme))} if whole else {}
    return pack({**parts, _STYLES: serialise(theirs), **more})


def _named(styles: Node) -> Iterator[tuple[_Key, Node]]:
    for style in styles.iter(w("style").tag):
        yield (style.get(_TYPE, "paragraph"), _name(style).lower()), style


def _name(style: Node) -> str:
    found = style.find(w("name").tag)
    return str(found.get(_VAL, "")) if found is not None else ""


def _take(styles: Node, pairs: dict[_Key, tuple[Node, Node]]) -> None:
    """Gives each style that is needed the id by which the draft calls it, and its list where it has one."""
    ids = {their.get(_ID, ""): our.get(_ID, "") for our, their in pairs.values()}
    taken = set(ids.values())
    for style in styles.iter(w("style").tag):
        old = style.get(_ID, "")
        new = ids.setdefault(old, f"Own{old}" if old in taken else old)
        style.set(_ID, new)
    for link in styles.iter(*(w(each).tag for each in _LINKS)):
        link.set(_VAL, ids.get(link.get(_VAL, ""), link.get(_VAL, "")))
    for properties in [*styles.iter(w("pPr").tag)]:
        for listing in properties.findall(w("numPr").tag):  # the lists of that file do not come along
            properties.remove(listing)
    for our, their in pairs.values():
        for listing in our.iter(w("numPr").tag):
            _at_home(their, listing)


def _at_home(style: Node, listing: Node) -> None:
    """Puts the list into the paragraph properties of a style, where the schema has it."""
    properties = style.find(w("pPr").tag)
    if properties is None:
        properties = w("pPr")
        before = style.find(w("rPr").tag)
        style.insert(len(style) if before is None else style.index(before), properties)
    kept = w("pPr", [*properties, listing])
    style.replace(properties, kept)
