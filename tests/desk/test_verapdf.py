"""veraPDF's Java machine lives in the process that asked it; what is forked from there goes on without it."""

from __future__ import annotations

import subprocess
import sys

from bulletin.desk.verapdf import find_verapdf
from tests.conftest import ROOT, missing

FORKED = """
import gc, os, signal
from bulletin.desk.verapdf import _start, find_verapdf
_start(find_verapdf().archives)
if not os.fork():
    signal.alarm(30)  # what waits for ever is ended
    held = []
    for _ in range(40):  # JPype asks for a collection when the process has grown
        held.append(bytearray(os.urandom(1 << 24)))
        gc.collect()
    os._exit(7)
print(os.waitstatus_to_exitcode(os.wait()[1]))
"""


def test_a_process_that_is_forked_beside_java_can_collect_its_garbage() -> None:
    if not find_verapdf().archives:
        missing("veraPDF")
    done = subprocess.run([sys.executable, "-c", FORKED], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.stdout == "7\n", done.stderr
