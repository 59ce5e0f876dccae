"""The project's own publications, made once for all tests: by the worker that asks first, for the others too."""

from __future__ import annotations

import fcntl
import pickle
from functools import cache
from pathlib import Path

from bulletin.build import Builder
from bulletin.made import Made
from bulletin.project import Project
from bulletin.variant import OFFICE, Variant
from bulletin.workshop import Workshop
from tests.conftest import ROOT

shared: list[Path] = []
"""The folder of all workers of this run, where there are several (conftest)."""


@cache
def builder(variant: Variant = OFFICE) -> Builder:
    return Builder(Workshop(Project.at(ROOT)), variant)


@cache
def made(name: str, variant: Variant = OFFICE, formats: tuple[str, ...] = ("pdf", "docx")) -> Made:
    """These files of a publication; nobody may change anything of it."""
    if not shared:
        return builder(variant).make(name, formats)
    path = shared[0] / f"{variant.stem(name)}.{'.'.join(formats)}"
    with path.open("a+b") as file:
        fcntl.flock(file, fcntl.LOCK_EX)  # who comes second waits until it is made
        file.seek(0)
        if data := file.read():
            found: Made = pickle.loads(data)
            return found
        done = builder(variant).make(name, formats)
        pickle.dump(done, file)
        return done
