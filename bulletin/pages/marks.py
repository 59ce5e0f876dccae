"""The status marks as SVG: the squares of the charts, small. One pattern, one meaning."""

from __future__ import annotations

from bulletin.edition.blocks import Mark


def mark_svg(kind: Mark, deep: str, grey: str) -> bytes:
    """Solid: done. Hatched: under way. Outlined: planned. A dash: standing. A dot: not stated.

    CSS sets the size on paper.
    """
    body = {
        "done": f'<rect width="6" height="6" fill="{deep}"/>',
        "under_way": _outline(deep) + _hatch(deep),
        "planned": _outline(deep),
        "standing": f'<rect y="2.2" width="6" height="1.6" fill="{deep}"/>',
        "unstated": f'<circle cx="3" cy="3" r=".8" fill="{grey}"/>',
    }[kind]
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="6pt" height="6pt" viewBox="0 0 6 6">{body}</svg>'.encode()


def _outline(deep: str) -> str:
    return f'<rect x=".35" y=".35" width="5.3" height="5.3" fill="#fff" stroke="{deep}" stroke-width=".7"/>'


def _hatch(deep: str) -> str:
    path = "M.35 3L3 .35M.35 5.65L5.65 .35M3 5.65L5.65 3"
    return f'<path d="{path}" fill="none" stroke="{deep}" stroke-width=".8"/>'
