"""How values are written in YAML: most like what stood there; each way has to be tried, as YAML decides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from bulletin.desk.worksheet.lines import scalar

from .wrapping import columns, wrap

_NAME = re.compile(r"(?!(?:y|n|yes|no|on|off|true|false|null)$)[a-z][a-z0-9_]*")
WIDTH = 120  # columns, for text that is folded anew


def scalars(raw: str, value: Any) -> Iterator[str]:
    """Ways to write a scalar, the one most like the old one first. Each has to be tried: YAML decides."""
    if not isinstance(value, str):
        yield str(value)
        return
    if raw[:1] in (">", "|"):
        yield from _block(raw, value)
    elif "\n" in raw and raw[:1] not in ('"', "'"):
        indent = " " * (len(raw.split("\n")[1]) - len(raw.split("\n")[1].lstrip()))
        yield f"\n{indent}".join(wrap(value, [line.strip() for line in raw.split("\n")], WIDTH - len(indent)))
    single = "'" + value.replace("'", "''") + "'"
    double = _double(value)
    yield from {"'": [single, double], '"': [double]}.get(raw[:1], [value] if "\n" not in value else [])
    yield double


def _double(value: str) -> str:
    text = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return '"' + re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]", lambda found: f"\\u{ord(found[0]):04x}", text) + '"'


def _block(raw: str, value: str) -> Iterator[str]:
    head, _, rest = raw.partition("\n")
    lines = rest.split("\n")
    indent = " " * min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=2)
    if raw[:1] == "|":
        yield "\n".join([head, *(indent + line for line in value.split("\n"))])
    elif "\n" not in value:
        kept = [line.strip() for line in lines]
        yield "\n".join([head, *(indent + line for line in wrap(value, kept, WIDTH - len(indent)))])


def blocks(dash: int, value: Any) -> Iterator[str]:
    """A new item: texts of a map on lines of their own, long English folded."""
    lead = " " * dash
    if isinstance(value, str):
        for written in scalars("", value):
            yield f"{lead}- {written}\n"
        return
    if not all(isinstance(text, str) for text in value.values()):
        yield f"{lead}- " + f"\n{lead}  ".join(row for key, one in value.items() for row in _nested(key, one)) + "\n"
        return
    for folded in (True, False):
        for plain in (True, False):
            rows = [f"{key}: {_text(key, text, dash + 2, folded, plain)}" for key, text in value.items()]
            yield f"{lead}- " + f"\n{lead}  ".join(rows) + "\n"


def _text(key: str, text: str, indent: int, folded: bool, plain: bool) -> str:
    if folded and key == "en" and "\n" not in text and indent + columns(f"en: {text}") > WIDTH:
        lead = " " * (indent + 2)
        return ">-\n" + "\n".join(lead + line for line in wrap(text, [], WIDTH - len(lead)))
    return text if plain and _is_plain(text) else _double(text)


def _is_plain(text: str) -> bool:
    """May it stand without quotes? What this lets through is still read again."""
    return not re.search(r"^[\s\-?:,\[\]{}#&*!|>'\"%@`]|: |:$| #|\n|\s$", text)


def _nested(key: str, value: Any) -> Iterator[str]:
    """A key with its value, on one line where that is not too long."""
    whole = f"{key}: {flow(value)}"
    if columns(whole) <= WIDTH or not isinstance(value, (dict, list)):
        yield whole
        return
    yield f"{key}:"
    if isinstance(value, list):
        yield from (f"  - {flow(one)}" for one in value)
        return
    for name, one in value.items():
        yield from (f"  {row}" for row in _nested(name, one))


def block_lines(value: Any, indent: int, folded: bool = True) -> Iterator[str]:
    """A map or a list in block style, from a column on, each line with its end; long English is folded."""
    lead = " " * indent
    if isinstance(value, list):
        for one in value:
            rows = "".join(block_lines(one, indent + 2, folded)) if isinstance(one, dict) else f"{lead}  {flow(one)}\n"
            yield f"{lead}- {rows[indent + 2 :]}"
        return
    for key, one in value.items():
        if isinstance(one, (dict, list)) and one:
            yield f"{lead}{key}:\n"
            yield from block_lines(one, indent + 2, folded)
        elif isinstance(one, str) and folded and (text := _text(key, one, indent, True, True)).startswith(">"):
            yield f"{lead}{key}: {text}\n"
        else:
            yield f"{lead}{key}: {flow(one)}\n"


def flow(value: Any) -> str:
    """A value on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(one) for one in value) + "]"
    if isinstance(value, str):
        return value if _NAME.fullmatch(value) else scalar(value)
    return str(value)
