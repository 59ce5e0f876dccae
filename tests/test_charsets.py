"""Expressions are the same whether a set of theirs was worked out before or not."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import Any

import pytest

from bulletin import charsets
from tests.conftest import ROOT

SETS = (
    "[一-龥]",
    "[^一-龥]",
    "[㐀-䶿一-鿿a-c]",
    "[0-9一二]",
    "[a-zé]",
    r"[\w一-龥]",
    "[𠀀-𪛟一-龥]",
    "[一-龥]{2}|[^一-龥，。]",
)
compiler: Any = re._compiler  # type: ignore[attr-defined]
_plain = compiler._optimize_charset.__wrapped__


@pytest.mark.parametrize("written", SETS)
@pytest.mark.parametrize("flags", [0, re.IGNORECASE, re.ASCII | re.IGNORECASE])
def test_a_set_is_compiled_as_ever(monkeypatch: pytest.MonkeyPatch, written: str, flags: int) -> None:
    ours = [compiler._code(compiler._parser.parse(written, flags), flags) for _ in range(2)]
    monkeypatch.setattr(compiler, "_optimize_charset", _plain)
    assert ours == [compiler._code(compiler._parser.parse(written, flags), flags)] * 2


def test_a_set_is_worked_out_once() -> None:
    code = """
import re
calls = []
plain = re._compiler._optimize_charset
def counted(charset, iscased=None, fixup=None, fixes=None):
    calls.append(charset)
    return plain(charset, iscased, fixup, fixes)
re._compiler._optimize_charset = counted
import bulletin
for n in range(9):
    re.compile(f"[一-龥]{n}")
assert len(calls) == 1, calls
"""
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


def test_a_python_that_works_sets_out_otherwise_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def otherwise(charset: object) -> object:
        return charset

    monkeypatch.setattr(compiler, "_optimize_charset", otherwise)
    charsets.install()
    assert compiler._optimize_charset is otherwise
