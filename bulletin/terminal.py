"""Words on their way to a terminal: signs that steer it, hide, or turn what stands beside them are made visible.

Names, articles, drafts and the messages of libraries are written by others. All that is printed goes through `tell`.
"""

from __future__ import annotations

import codecs
import re
import sys
from collections.abc import Iterable
from typing import TextIO

_STEERING = re.compile(
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\xad\\u0600-\\u0605\\u061c\\u06dd\\u070f\\u0890\\u0891\\u08e2\\u180e\\u200b-\\u200f"
    "\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb\\ud800-\\udfff\\U000110bd\\U000110cd\\U00013430-\\U0001343f"
    "\\U0001bca0-\\U0001bca3\\U0001d173-\\U0001d17a\\U000e0000-\\U000e0fff]"
)
"""Controls but for tab and line end, format characters, line separators, halves of surrogate pairs, tags."""


def shown(text: str) -> str:
    """The text with such signs written as `\\uXXXX`, which in JSON means the same sign."""
    return _STEERING.sub(lambda found: _written(found[0]), text)


def word(text: str) -> str:
    """The same for a name, which stays on its line."""
    return shown(text).replace("\n", "\\u000a").replace("\t", "\\u0009")


def tell(*lines: str, file: TextIO | None = None, flush: bool = False) -> None:
    """Prints lines; to stdout unless another stream is given."""
    for line in lines:
        print(shown(line), file=file, flush=flush)


def prepare(streams: Iterable[object] = ()) -> None:
    """From now on a sign that the terminal's encoding lacks is written as `\\uXXXX` instead of ending the program."""
    codecs.register_error("bulletin-visible", _visible)
    for stream in streams or (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(errors="bulletin-visible")


def _visible(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return _written(error.object[error.start : error.end]), error.end


def _written(text: str) -> str:
    units = text.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[n]:02x}{units[n + 1]:02x}" for n in range(0, len(units), 2))
