#!/usr/bin/env python3
"""Build the bulletins: `python generate.py`; `python generate.py --help` lists the other commands.

Any python3 from 3.8 on can start this file: it goes on in .venv, where `make` has put the pinned libraries.
"""

import gc
import os
import sys
import time
import traceback
from pathlib import Path

VENV = Path(__file__).resolve().parent / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
MISSING = 3  # something is missing on the machine
UNWRITTEN = 4
MISTAKE = 70
INTERRUPTED = 130


def main() -> int:
    inside = Path(sys.prefix).resolve() == VENV.resolve()
    if not inside and PYTHON.exists() and (VENV / "pyvenv.cfg").exists():
        return hand_over()
    if sys.version_info < (3, 11):  # noqa: UP036 - an older python3 can start this file
        return stop("needs Python 3.11 or newer; this is {}.{}".format(*sys.version_info))
    return run() if inside else stop("run `make` first (see README)")


def hand_over() -> int:
    """Start this file again in .venv. On POSIX the process is replaced, so that a signal reaches the right one."""
    os.environ.pop("PYTHONHOME", None)  # it would lead .venv's Python back to the other one
    command = [str(PYTHON), str(Path(__file__).resolve()), *sys.argv[1:]]
    try:
        if os.name == "nt":  # execv returns to the shell at once there
            import subprocess

            return subprocess.call(command)
        os.execv(command[0], command)
    except OSError as error:
        return stop(f"run `make` first (see README): .venv does not start: {error}")


def run() -> int:
    gc.set_threshold(250_000)  # a run is short, and leaves few cycles behind
    os.environ["MPLBACKEND"] = "agg"  # charts are drawn for files; the user's choice need not even be there
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"  # none is wanted: what is installed is not searched for any
    started = time.monotonic()
    try:
        from bulletin.interrupts import heed
        from bulletin.standing import SECONDS, nothing_to_do
        from bulletin.streams import lost, steady

        steady()
        heed()
        if (said := nothing_to_do()) is None:
            from bulletin.cli import main as command
            from bulletin.roomy import roomy

            code = roomy(command)
        else:
            sys.stdout.write(said.replace(SECONDS, f"{time.monotonic() - started:.1f}"))
            code = 0
        gc.freeze()  # what is left ends with the process: it is not looked through for cycles once more
        reason = lost()
        return code if code or not reason else stop(f"cannot write to standard output: {reason}", UNWRITTEN)
    except KeyboardInterrupt:
        return stop("interrupted", INTERRUPTED)
    except ImportError as error:
        if str(error.name).partition(".")[0] == "bulletin":
            return mistake(error)  # of ours, not an incomplete .venv
        return stop(f"run `make` first (see README): {error}")
    except OSError as error:
        if "cannot load library" not in str(error):  # cffi's words, when Pango is not there
            return mistake(error)
        return stop(f"run `make` first (see README): {str(error).splitlines()[0]}")
    except MemoryError:
        return stop("not enough memory", MISTAKE)
    except Exception as error:
        return mistake(error)


def mistake(error: Exception) -> int:
    """What nobody foresaw, in one line."""
    if os.environ.get("BULLETIN_DEBUG"):
        traceback.print_exception(type(error), error, error.__traceback__)
    reason = f"{type(error).__name__}: {error}".splitlines()[0]
    return stop(f"a mistake of this program ({reason}); run it with BULLETIN_DEBUG=1 and send what it shows", MISTAKE)


def stop(reason: str, code: int = MISSING) -> int:
    print(f"generate.py: {reason}", file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())
