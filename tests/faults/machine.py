"""Faults of the machine and of the folder of reports, during a build of both bulletins."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from tests.faults.files import door, fifo, folder, link, sparse
from tests.faults.stand import WILLOW, Fault, Prepare, both, edited, nothing, without, written


def stale(project: Path) -> None:
    """Both have to be made: a sentence was changed in each."""
    for name in ("willow", "oak"):
        path = project / "content" / f"{name}.yaml"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("More pocket parks by", "More pocket parks along"), encoding="utf-8")


def immutable(file: str) -> Prepare:
    """No user, not even root, may change it (ext4, xfs, overlay); the row is skipped where the disk has no such thing."""

    def prepare(project: Path) -> None:
        subprocess.run(["chattr", "+i", str(project / file)], check=True, capture_output=True)

    return prepare


def can_be_immutable() -> bool:
    """Does the disk of the temporary folder know immutable files?"""
    import tempfile

    with tempfile.NamedTemporaryFile() as one:
        done = subprocess.run(["chattr", "+i", one.name], check=False, capture_output=True)
        subprocess.run(["chattr", "-i", one.name], check=False, capture_output=True)
    return done.returncode == 0


def _build(
    name: str, prepare: Prepare, exit: tuple[int, ...], says: str = "", stays: bool = True, **more: object
) -> Fault:
    return Fault("build", name, both(stale, prepare), ("build",), exit, says=says, stays=stays, slow=True, **more)  # type: ignore[arg-type]


MANIFEST = "reports/manifest.json"
BROKEN = edited("quote: 新建游园3个", "quote: 新建公园3个")[0]
FAULTS = [
    _build("one file has an error", BROKEN, (1,), "willow", stays=False),
    _build("the glossary has an error", written("content/glossary.yaml", "terms: ["), (1,), "glossary.yaml"),
    _build(
        "one article is gone",
        both(written("seeds/oak.txt", ""), edited("article: willow.txt", "article: gone.txt")[0]),
        (1,),
        "gone.txt",
        stays=False,
    ),
    _build("the ledger is damaged", written(MANIFEST, b"\xff\xfe{{{"), (0,), stays=False),
    _build("the ledger is a list", written(MANIFEST, "[]"), (0,), stays=False),
    _build(
        "the ledger has other shapes",
        written(MANIFEST, '{"publications": {"willow": {"inputs": 3, "files": []}}}'),
        (0,),
        stays=False,
    ),
    _build("the ledger is nested 100,000 deep", written(MANIFEST, "[" * 100_000), (0,), stays=False),
    _build("the ledger is a folder", folder(MANIFEST), (0, 4), "manifest", stays=False),
    _build("the ledger is a pipe", fifo(MANIFEST), (0, 4), stays=False),
    _build("the PDF's name is a folder", folder("reports/willow.pdf"), (1, 4), "willow.pdf", stays=False),
    _build("the draft's name is a pipe", fifo("reports/willow.docx"), (0, 1, 4), "willow", stays=False),
    _build("the draft's name is a socket", door("reports/willow.docx"), (0, 1, 4), "willow", stays=False),
    _build(
        "the draft is a link to itself", link("reports/willow.docx", "willow.docx"), (0, 1, 4), "willow", stays=False
    ),
    _build("the draft is 8 GiB of zeros", sparse("reports/willow.docx"), (0, 1, 4), "willow", stays=False),
    _build("the draft is text", written("reports/willow.docx", "x" * 1000), (0,), "willow.new.docx", stays=False),
    _build("an old temporary file lies there", written("reports/.willow.pdf.lmhzuq6o", "x"), (0,), stays=False),
    _build("the lock is a folder", folder("reports/.lock"), (0, 4), stays=False),
    _build("stdout is full", nothing, (0, 4), stays=False, stdout="/dev/full"),
    _build("MPLBACKEND is wrong", nothing, (0,), stays=False, environment={"MPLBACKEND": "nonsense"}),
    _build("a clock of 1975", nothing, (0,), stays=False, environment={"SOURCE_DATE_EPOCH": "157766400"}),
    _build("nowhere to put temporary files", nothing, (0,), stays=False, environment={"TMPDIR": "/nowhere"}),
    _build("ASCII", nothing, (0,), stays=False, environment={"PYTHONIOENCODING": "ascii"}),
    Fault("build", "content that is gone leaves reports", both(without(WILLOW)), ("build",), (0,), says="willow"),
]
if os.name == "posix" and can_be_immutable():
    FAULTS += [
        _build("the PDF is immutable", immutable("reports/willow.pdf"), (4, 1), "willow.pdf", stays=False),
        _build("the DOCX is immutable", immutable("reports/willow.docx"), (4, 1, 0), "willow", stays=False),
        _build("the folder is immutable", immutable("reports"), (4,), "reports"),
        _build("the ledger is immutable", immutable(MANIFEST), (4,), "manifest"),
    ]
