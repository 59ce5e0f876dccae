"""What the process that sets pages sends of each look; the server hands it on to the browser as it is."""

from __future__ import annotations

from dataclasses import dataclass

from bulletin.pages.by_page import Leaf


@dataclass(frozen=True, slots=True)
class Printed:
    """New pages in order, their digests, and what the browser is told of them, as JSON."""

    leaves: tuple[Leaf, ...]
    digests: tuple[str, ...]
    told: bytes


@dataclass(frozen=True, slots=True)
class Beside:
    """The article, as JSON."""

    told: bytes


@dataclass(frozen=True, slots=True)
class Found:
    """The problems, as JSON. `stands`: the pages are those of the files as they are; else they could not be made."""

    told: bytes
    errors: int
    warnings: int
    stands: bool
