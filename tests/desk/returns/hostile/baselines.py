"""Drafts whose baseline, the JSON that leads home, is not what the program wrote."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any
from xml.sax.saxutils import escape

from bulletin.word.baseline import URN, dump, read
from bulletin.word.pack import pack
from bulletin.word.package import unpack

from .documents import CUSTOM, ITEM
from .kinds import Maker

BASELINES: dict[str, Maker] = {}
Payload = dict[str, Any]


def with_words(good: bytes, words: str) -> bytes:
    """The draft with this in place of its baseline's JSON."""
    xml = f'<b:baseline xmlns:b="{URN}"><b:json>{escape(words)}</b:json></b:baseline>'
    return pack(unpack(good) | {ITEM: xml.encode()})


def _words(name: str, words: Callable[[str], str]) -> None:
    def made(path: Any, good: bytes) -> None:
        kept = read(good)
        assert kept is not None
        path.write_bytes(with_words(good, words(dump(kept))))

    BASELINES[f"baseline: {name}"] = made


def _data(name: str, change: Callable[[Payload], object]) -> None:
    def changed(words: str) -> str:
        data = json.loads(words)
        other = change(data)
        return json.dumps(data if other is None else other, ensure_ascii=False)

    _words(name, changed)


_words("empty", lambda _: "")
_words("no JSON", lambda _: "{")
_words("200000 levels", lambda _: "[" * 200_000 + "]" * 200_000)
_words("200000 maps", lambda _: '{"texts":' * 200_000 + "1" + "}" * 200_000)
_words("an integer of 5000 digits", lambda words: words.replace('"layout":', f'"more":{"9" * 5000},"layout":', 1))
_words("NaN", lambda words: words.replace('"layout":', '"more":NaN,"layout":', 1))
_words("half", lambda words: words[: len(words) // 2])
_words("a surrogate", lambda words: words.replace("willow", "\\ud800", 1))
VALUES = {"null": None, "true": True, "a number": 1, "1e400": 1e308 * 10, "text": "x", "a list": [], "a map": {}}
for kind, value in VALUES.items():
    _data(f"{kind} for all", lambda _, value=value: value if value is not None else [None])  # type: ignore[misc]
    for key in ("edition", "source", "texts", "layout", "drawings"):
        _data(f"{kind} for {key}", lambda data, key=key, value=value: data.update({key: value}))  # type: ignore[misc]
    for key in ("bookmark", "path", "lang", "text", "figures"):
        _data(f"{kind} for a text's {key}", lambda data, key=key, value=value: data["texts"][0].update({key: value}))  # type: ignore[misc]
_data("without texts", lambda data: {key: value for key, value in data.items() if key != "texts"})
_data("a number that is not there", lambda data: data["layout"][0].__setitem__(2, [99_999]))
_data("a number below nought", lambda data: data["layout"][0].__setitem__(2, [-1]))
_data("a number that is huge", lambda data: data["layout"][0].__setitem__(2, [10**30]))
_data("a text 300000 times", lambda data: data["layout"].extend([["Normal", None, [0] * 3000]] * 100))
_data("a place of words", lambda data: data["layout"][0].__setitem__(1, ["a", "b", "c"]))
_data("a place of two", lambda data: data["layout"][0].__setitem__(1, [1, 2]))
_data("a path of digits", lambda data: data["texts"][0].update(path="stories." + "9" * 5000))
_data("a path of raised digits", lambda data: data["texts"][0].update(path="stories.².title"))
_data("a path of dots", lambda data: data["texts"][0].update(path="..."))
_data("keys besides", lambda data: data["texts"][0].update(more=1))
PLACES = ("../../../../etc/passwd", "/etc/passwd", "content/\0.yaml", "content/" + "x" * 5000, "seeds/willow.txt")
for where in (*PLACES, "content", "", "content/glossary.yaml", "content/summary.yaml"):
    _data(f"made from {where[:20]!r}", lambda data, where=where: data["source"].update(name=where))  # type: ignore[misc]
for edition in ("../../owned", "a/b", "", "willow\0", "x" * 5000, "*", "gone"):
    _data(f"edition {edition[:20]!r}", lambda data, edition=edition: data.update(edition=edition))  # type: ignore[misc]
_data("20000 texts", lambda data: data["texts"].extend(copy.deepcopy(data["texts"][0]) for _ in range(20_000)))
_data("20000 paragraphs", lambda data: data["layout"].extend([["Normal", None, [f"x{n}"]] for n in range(20_000)]))
_data("4000 lists", lambda data: data["texts"].extend({**data["texts"][0], "path": f"x{n}.1.a"} for n in range(4000)))
_data("20000 figures", lambda data: data["texts"][0].update(figures=["1"] * 20_000, text="<parks>" * 20_000))
_data("a text of 1 MB", lambda data: data["texts"][0].update(text="的" * 1_000_000))


def _signs(data: Payload) -> None:
    for row in data["texts"]:
        row.update(text="\u009b31m\u202e" + row["text"])


_data("signs in every text", _signs)


def _properties(name: str, id: str) -> None:
    def made(path: Any, good: bytes) -> None:
        parts = unpack(good)
        del parts[ITEM]
        names = ("bulletin.baseline", "bulletin.edition")
        rows = "".join(f'<property name="{one}"><a>{id}</a></property>' for one in names)
        path.write_bytes(pack(parts | {CUSTOM: f"<Properties>{rows}</Properties>".encode()}))

    BASELINES[f"lost, and the copy is called {name}"] = made


for called in ("../../../../etc/passwd", "*", "**", "[", "x" * 5000, ""):
    _properties(repr(called[:20]), called)
