"""Writes the tables of docs/licences.md: the licence of every library; above them stands what a bulletin carries.

`python -m tests.licences` writes them anew; tests/test_setup.py holds them to what is installed.
"""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "licences.md"

RUN = "\n## Libraries that the program needs\n\nInstalled by `make` from requirements.txt; none is shipped with it.\n"
TEST = "\n## Libraries that only the tests need\n\nInstalled by `make test` from requirements-test.txt.\n"
TABLE = "\n| library | release | licence |\n|---|---|---|\n"
_PLAIN = {
    "BSD License": "BSD",
    "MIT License": "MIT",
    "ISC License (ISCL)": "ISC",
    "Apache Software License": "Apache-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "SIL Open Font License 1.1 (OFL-1.1)": "OFL-1.1",
}


def licence(library: str) -> str:
    """The licence by its SPDX name where the package gives one, otherwise as its metadata word it."""
    about = metadata(library)
    if expression := about.get("License-Expression"):
        return str(expression)
    classes = [
        text.rpartition(" :: ")[2] for text in about.get_all("Classifier") or [] if text.startswith("License ::")
    ]
    said = (about.get("License") or "").strip()
    if classes:
        return ", ".join(_PLAIN.get(each, each) for each in classes if each != "OSI Approved") or said
    return said.splitlines()[0] if said else "not said"


def rows(file: str) -> list[str]:
    """One row for each library of a lock that is installed here."""
    found = []
    for name, release in re.findall(r"^([\w.-]+)==([\w.]+)", (ROOT / file).read_text(encoding="utf-8"), re.MULTILINE):
        try:
            found.append(f"| {name} | {release} | {licence(name)} |")
        except PackageNotFoundError:  # for another system or another Python
            continue
    return found


def page() -> str:
    """The whole page: what stands above the tables stays."""
    head = PAGE.read_text(encoding="utf-8").partition(RUN)[0]
    run = rows("requirements.txt")
    test = [row for row in rows("requirements-test.txt") if row not in run]
    return head + RUN + TABLE + "\n".join(run) + "\n" + TEST + TABLE + "\n".join(test) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
