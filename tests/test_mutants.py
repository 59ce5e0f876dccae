"""The tool that puts faults into code: what a test can notice is noticed, what none executes lives.

It is asked of a checkout in small, whose faults and tests are known.
"""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

from tests.conftest import ROOT, missing

pytestmark = pytest.mark.long  # a minute and more: what does not end has its time
SUPPLY = ROOT / ".tools" / "supply" / "bin" / "python"
CODE = '''"""A module."""

from functools import cache

LIMIT = 3  # 4


@cache
def table() -> dict[str, int]:
    return {"a": 1 + LIMIT}


def is_small(value: int) -> bool:
    """Less than 3?"""
    return value < LIMIT


def made(value: int) -> int:
    return value * 7


def never() -> int:
    return 5 - 2


def rare() -> int:
    return 8 - 1


def tabled() -> int:
    return 9 - 4


def loop(count: int) -> int:
    while count:
        count -= 1
    return count
'''
TESTS = """import pytest

from bulletin import x
from bulletin.x import is_small, made


@pytest.fixture(scope="session")
def shared():
    return made(6)


def test_a_executes_and_asks_nothing(shared):
    assert x.table()


def test_b_asks_what_the_first_made(shared):
    assert shared == 42
    assert x.table() == {"a": 4}


@pytest.mark.parametrize(("value", "small"), [(2, True), (3, False)])
def test_small(value, small):
    assert is_small(value) is small


@pytest.mark.slow
def test_that_is_slow():
    assert x.rare() == 7


def test_loop():
    assert x.loop(3) == 0


def test_that_fails_without_any_mutant():
    assert is_small(9)
"""
TABLE = """import pytest

from bulletin import x


def test_quick():
    assert x.loop(0) == 0


@pytest.mark.slow
def test_long_table():
    assert x.tabled() == 5
"""
GROUP = """from dataclasses import dataclass


@dataclass
class Group:
    code: list
    tests: list
    tables: list


GROUPS = {"x": Group(["bulletin"], ["tests/test_x.py", "tests/test_table.py"], ["tests/test_table.py"])}
"""


@pytest.fixture(scope="module")
def fates(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What became of each mutant, by line and operator."""
    if not SUPPLY.exists() or subprocess.run([SUPPLY, "-c", "import coverage, cosmic_ray"], check=False).returncode:
        missing("cosmic-ray or coverage in .tools/supply (make mutants)")
    root = tmp_path_factory.mktemp("small") / "checkout"
    shutil.copytree(
        ROOT / "tests" / "mutants", root / "tests" / "mutants", ignore=shutil.ignore_patterns("__pycache__")
    )
    (root / "bulletin").mkdir()
    for name, text in (
        ("pytest.ini", "[pytest]\nmarkers = slow\n"),
        ("bulletin/__init__.py", ""),
        ("bulletin/x.py", CODE),
        ("tests/__init__.py", ""),
        ("tests/test_x.py", TESTS),
        ("tests/test_table.py", TABLE),
        ("tests/mutants/groups.py", GROUP),
    ):
        (root / name).write_text(text, encoding="utf-8")
    for name in (".venv", ".tools"):
        (root / name).symlink_to(ROOT / name)
    command = [str(SUPPLY), "-m", "tests.mutants", "x", "1000"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = re.findall(r"^(.*?): bulletin/x\.py:(\d+) core/(\S+ \d+)$", done.stdout, re.MULTILINE)
    assert re.search(rf"^x: \d+ of {len(found)} noticed", done.stdout, re.MULTILINE)
    return {f"{line} {operator}": fate for fate, line, operator in found}


def of(fates: dict[str, str], needle: str) -> list[str]:
    """The fates of the mutants of a line."""
    line = CODE[: CODE.index(needle)].count("\n") + 1
    found = [fate for place, fate in fates.items() if place.split()[0] == str(line)]
    assert found
    return found


def test_a_fault_at_a_border_is_noticed(fates: dict[str, str]) -> None:
    noticed = [fate for fate in of(fates, "value < LIMIT") if fate.startswith("noticed by tests/test_x.py::test_small")]
    assert len(noticed) >= 4


def test_a_constant_that_import_sets_is_met_by_the_tests_of_its_module(fates: dict[str, str]) -> None:
    assert all(fate.startswith("noticed") for fate in of(fates, "LIMIT = 3"))


def test_a_line_that_a_fixture_or_a_cache_executes_once_is_met_by_every_test_that_uses_it(
    fates: dict[str, str],
) -> None:
    for needle in ("value * 7", "1 + LIMIT"):
        assert all(fate == "noticed by tests/test_x.py::test_b_asks_what_the_first_made" for fate in of(fates, needle))


def test_slow_tests_are_asked_but_for_those_of_long_tables(fates: dict[str, str]) -> None:
    assert set(of(fates, "8 - 1")) == {"noticed by tests/test_x.py::test_that_is_slow"}
    assert set(of(fates, "9 - 4")) == {"lives, never run"}


def test_what_no_test_executes_lives(fates: dict[str, str]) -> None:
    assert set(of(fates, "5 - 2")) == {"lives, never run"}


def test_what_does_not_end_is_noticed(fates: dict[str, str]) -> None:
    assert "noticed by no end" in of(fates, "count -= 1")


def test_remarks_docstrings_and_annotations_have_no_mutants(fates: dict[str, str]) -> None:
    lines = {int(place.split()[0]) for place in fates}
    texts = CODE.splitlines()
    assert not [texts[line - 1] for line in lines if '"""' in texts[line - 1] or texts[line - 1].startswith("def ")]


def test_a_test_that_fails_without_a_mutant_notices_none(fates: dict[str, str]) -> None:
    assert not [fate for fate in fates.values() if "fails_without" in fate]
