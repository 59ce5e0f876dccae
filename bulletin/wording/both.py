"""The same words in two languages, as they are printed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Both:
    """The same words in Chinese and English; either may be empty."""

    zh: str
    en: str
