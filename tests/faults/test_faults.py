"""What is promised of every bad input holds for every third that can be tried quickly; `make test-faults` tries all."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import sampled
from tests.faults.stand import Fault, complaints, tried
from tests.faults.table import FAULTS

ROWS = 250
QUICK = [fault for fault in FAULTS if not fault.slow]


def test_there_are_faults_of_every_kind() -> None:
    assert len(FAULTS) >= ROWS
    assert len({(fault.kind, fault.name) for fault in FAULTS}) == len(FAULTS)


@pytest.mark.parametrize("fault", sampled(QUICK, 3), ids=lambda fault: f"{fault.kind}: {fault.name}")
def test_a_fault_ends_as_it_should(fault: Fault, tmp_path: Path) -> None:
    outcome = tried(fault, tmp_path)
    assert complaints(fault, outcome) == [], outcome.text
