"""Lines of folded text: those that did not change stay, the rest is wrapped anew."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bulletin.problems import width as columns

_HAN = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
_WORD = re.compile(rf"[^ {_HAN}]+ ?|[{_HAN}][，。；：！？、”’）》」]* ?| ")

__all__ = ["columns", "wrap"]


def wrap(text: str, old: Sequence[str], width: int) -> list[str]:
    """`text` in lines that give it again when YAML folds them; those of `old` around what changed are kept."""
    kept: list[str] = []
    rest = text
    for line in old:
        joined = line + ("" if _is_han(line[-1:]) and _is_han(rest[len(line) : len(line) + 1]) else " ")
        if not line or not rest.startswith(joined) or len(rest) <= len(joined):
            break
        kept.append(line)
        rest = rest[len(joined) :]
    changed, behind = _behind(rest, old[len(kept) :])
    while behind and len(made := _lines(changed, width)) > len(old) - len(kept) - len(behind):
        changed += ("" if _is_han(changed[-1:]) and _is_han(behind[0][:1]) else " ") + behind.pop(0)
    return [*kept, *(made if behind else _lines(changed, width)), *behind]


def _behind(text: str, old: Sequence[str]) -> tuple[str, list[str]]:
    """The text without the last of the old lines, as far as it ends on them; and these."""
    lines = list[str]()
    for line in reversed(old):
        joined = line if _is_han(line[:1]) and _is_han(text[-len(line) - 1 : -len(line)]) else f" {line}"
        if not line or not text.endswith(joined) or len(text) <= len(joined):
            break
        lines.insert(0, line)
        text = text[: -len(joined)]
    return text, lines


def _is_han(sign: str) -> bool:
    return bool(sign) and bool(re.match(f"[{_HAN}]", sign))


def _lines(text: str, width: int) -> list[str]:
    """Greedy lines, broken at single spaces and between Chinese signs."""
    lines = [""]
    for word in _WORD.findall(text):
        line = lines[-1]
        may_break = line.endswith(" ") or (_is_han(line[-1:]) and _is_han(word[:1]))
        if may_break and line.strip() and columns(line) + columns(word.rstrip()) > width:
            lines[-1] = line.removesuffix(" ")
            lines.append(word)
        else:
            lines[-1] += word
    return [line for line in lines if line] or [""]
