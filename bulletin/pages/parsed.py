"""HTML, read with less work: the pattern of what ends a name or a text is made once.

tinyhtml5 2.1 means to keep these patterns, but files each under itself, finds none again, and makes 18,000 of them for
a bulletin.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tinyhtml5 import inputstream

Asked = tuple[Iterable[str], bool]


class _Patterns(dict[Asked, re.Pattern[str]]):
    """What matches up to one of the characters, or (opposite) as far as there are only these."""

    def __missing__(self, asked: Asked) -> re.Pattern[str]:
        characters, opposite = asked
        inside = "".join(f"\\x{ord(one):02x}" for one in characters)
        made = self[asked] = re.compile(f"[{'' if opposite else '^'}{inside}]+")
        return made


def install() -> None:
    """Keep them from now on."""
    inputstream.characters_until_regex = _Patterns()
