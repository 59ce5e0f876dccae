"""Containers that were measured before: only those are laid out again in which something has changed.

A page for measuring holds containers one below the other, and each is as tall as it is wherever it stands there. The
containers of one page that are known by their HTML are left out of it; what the others measure is remembered with it.
Where the page is no such row of containers, it is measured as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

from bulletin.pages.typeset import Extent, Measured
from bulletin.remembered import key_of
from bulletin.store import Store

MOST = 3
"""How many times as many containers are remembered as the page has now: an edit is often taken back."""
_CITED = re.compile(r' id="f-\d+"')
"""The first figure that names a row of the evidence has its name; it is on no page that is measured alone."""

Measure = Callable[[str], Measured]


@dataclass(frozen=True)
class _Known:
    """What one page for measuring came out as: its bodies and masthead, and containers by the digest of their HTML."""

    bodies: tuple[float, ...]
    mast: float
    extents: dict[str, Extent]


_FORM = TypeAdapter(_Known)


def measured(store: Store, html: str, resources: Mapping[str, bytes], prefix: str, measure: Measure) -> Measured:
    """What `measure` says of the page; it is given only the containers that are not known."""
    split = _split(html, prefix)
    if split is None:
        return measure(html)
    head, pieces, tail = split
    key = store.key("extents", head, tail, *(part for name in sorted(resources) for part in (name, resources[name])))
    known = _read(store.recall(key))
    names = {id: key_of(_CITED.sub("", text.replace(f'id="{id}"', "", 1))) for id, text in pieces.items()}
    new = {id: text for id, text in pieces.items() if known is None or names[id] not in known.extents}
    if known and not new:
        return Measured(known.bodies, known.mast, {id: known.extents[name] for id, name in names.items()})
    found = measure(head + "".join(new.values()) + tail)
    if not found.extents.keys() >= new.keys():
        return measure(html)
    extents = (known.extents if known else {}) | {names[id]: found.extents[id] for id in new}
    now = {name: extents[name] for name in names.values()}
    kept = dict([*(one for one in extents.items() if one[0] not in now), *now.items()][-MOST * len(now) :])
    store.keep(key, _FORM.dump_json(_Known(found.bodies, found.mast, kept)))
    return Measured(found.bodies, found.mast, {id: extents[name] for id, name in names.items()})


def _split(html: str, prefix: str) -> tuple[str, dict[str, str], str] | None:
    """What stands before the containers, each by its id, and what stands behind; None where they are no such row."""
    starts = list(re.finditer(rf'<div class="[^"]*" id="({re.escape(prefix)}\d+)"[^>]*>', html))
    end = html.rfind("</section>")
    if not starts or end < starts[-1].end():
        return None
    ends = [*(one.start() for one in starts[1:]), end]
    pieces = {one[1]: html[one.start() : end] for one, end in zip(starts, ends, strict=True)}
    if len(pieces) < html.count(f' id="{prefix}') or any(
        text.count("<div") != text.count("</div") for text in pieces.values()
    ):
        return None
    return html[: starts[0].start()], pieces, html[end:]


def _read(data: bytes | None) -> _Known | None:
    """None for what is none."""
    try:
        return _FORM.validate_json(data) if data else None
    except ValidationError:
        return None
