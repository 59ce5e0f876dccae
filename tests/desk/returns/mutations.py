"""A sound draft, broken by chance: bytes flipped, parts dropped, XML moved about, texts replaced."""

from __future__ import annotations

import copy
import random
import re
from collections.abc import Callable
from typing import Any

from lxml import etree

from bulletin.word.pack import pack
from bulletin.word.package import unpack

from .hostile.baselines import with_words

NASTY = [
    "",
    "²",
    "-1",
    "9" * 5000,
    "0",
    "\u009b31m",
    "<parks>",
    "**",
    "的" * 3000,
    "a\nb",
    "None",
    "_b_",
    "999999999999",
]


def mutated(good: bytes, seed: int) -> bytes:
    """The draft after one to five mutations; the same for the same seed."""
    chance, data = random.Random(seed), good
    for _ in range(chance.randint(1, 5)):
        try:
            data = chance.choice(_WAYS)(data, chance)
        except Exception:  # a mutation of what a mutation has broken
            return data
    return data


def _flip(data: bytes, chance: random.Random) -> bytes:
    out = bytearray(data)
    for _ in range(chance.randint(1, 20)):
        out[chance.randrange(len(out))] = chance.randrange(256)
    return bytes(out)


def _cut(data: bytes, chance: random.Random) -> bytes:
    at, end = sorted(chance.randrange(len(data)) for _ in range(2))
    return data[:at] + data[end:]


def _part(data: bytes, chance: random.Random) -> bytes:
    parts = unpack(data)
    name, other = chance.choice([*parts]), chance.choice([*parts])
    way = chance.randrange(3)
    if way == 0:
        del parts[name]
    else:
        parts[name] = parts[other] if way == 1 else _flip(parts[name], chance)
    return pack(parts)


def _xml(data: bytes, chance: random.Random) -> bytes:
    parts = unpack(data)
    name = chance.choice([one for one in parts if one.endswith((".xml", ".rels"))] + ["word/document.xml"] * 20)
    root = etree.fromstring(parts[name])
    for _ in range(chance.randint(1, 30)):
        _move(chance.choice([*root.iter()]), root, chance)
    return pack(parts | {name: etree.tostring(root)})


def _move(node: Any, root: Any, chance: random.Random) -> None:
    way, above = chance.randrange(7), node.getparent()
    if way == 0 and node.attrib:
        del node.attrib[chance.choice([*node.attrib])]
    elif way == 1 and node.attrib:
        value = chance.choice(NASTY).replace("\u009b", "")
        node.set(chance.choice([*node.attrib]), value)
    elif way == 2:
        node.text = chance.choice(NASTY)
    elif way == 3 and above is not None:
        above.remove(node)
    elif way == 4 and above is not None:
        chance.choice([*root.iter()]).append(copy.deepcopy(node))
    elif way == 5:
        node.tag = chance.choice([*root.iter()]).tag
    elif above is not None:
        above.insert(chance.randrange(len(above)), copy.deepcopy(node))


def _baseline(data: bytes, chance: random.Random) -> bytes:
    text = next(part for name, part in unpack(data).items() if b"urn:bulletin:baseline" in part and b"json" in part)
    words = etree.fromstring(text).findtext("{urn:bulletin:baseline}json") or ""
    spots = [*re.finditer(r"\d+|\"[^\"]*\"|null|[\[\]{}:,]", words)]
    for _ in range(chance.randint(1, 4)):
        found, other = chance.choice(spots), chance.choice(spots)
        new = other[0] if chance.random() < 0.7 else f'"{chance.choice(NASTY)}"'
        words = words[: found.start()] + new + words[found.end() :]
    return with_words(data, words)


_WAYS: list[Callable[[bytes, random.Random], bytes]] = [
    _flip,
    _cut,
    _part,
    _xml,
    _xml,
    _xml,
    _xml,
    _baseline,
    _baseline,
]
