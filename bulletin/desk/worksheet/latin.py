"""A place's name in Latin letters, guessed of the name of its content file: xian, of 溪岸街道, is Xi’an Subdistrict."""

from __future__ import annotations

import re

_KINDS = {"街道": "Subdistrict", "镇": "Town", "乡": "Township"}
_SYLLABLE = re.compile(
    r"(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?"
    r"(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|van|ai|an|ao|ei|en|er|ou|ia|ie|in|iu|ua|ue|ui|un|uo|ve|a|e|i|o|u|v)"
)


def in_latin(place: str, name: str) -> str:
    """Empty where the name is no pinyin of as many syllables as the place has characters."""
    kind = next((one for one in _KINDS if place.endswith(one)), "")
    stem = place.removesuffix(kind) if kind else ""
    letters = name.replace("_", "")
    cut = _cut(letters, len(stem)) if stem and letters.isalpha() else None
    if cut is None:
        return ""
    joined = cut[0] + "".join(f"’{one}" if one[0] in "aeo" else one for one in cut[1:])
    return f"{joined[:1].upper()}{joined[1:]} {_KINDS[kind]}"


def _cut(letters: str, syllables: int) -> list[str] | None:
    """The letters as so many syllables, the longest first."""
    if not letters or not syllables:
        return None if letters or syllables else []
    for end in range(min(6, len(letters)), 0, -1):
        if _SYLLABLE.fullmatch(letters, 0, end) and (rest := _cut(letters[end:], syllables - 1)) is not None:
            return [letters[:end], *rest]
    return None
