"""The editor of the person at this machine, opened at a line: VS Code where it is there, else $VISUAL or $EDITOR.

Nothing goes through a shell: the words of the variable are cut as a shell would cut them, and the file is one word.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import threading
from collections.abc import Mapping
from pathlib import Path

CODE = ("code", "codium", "code-insiders", "cursor")
"""Editors that take `-g file:line:column`."""
PLUS = ("vi", "vim", "nvim", "gvim", "emacs", "emacsclient", "nano", "micro", "kak", "gedit", "kate", "joe", "mg")
"""Editors that take `+line file`."""
IN_TERMINAL = frozenset(("vi", "vim", "nvim", "nano", "micro", "kak", "joe", "mg"))
"""They need a terminal of their own, which a server has not."""


def command(file: Path, line: int, column: int, environment: Mapping[str, str]) -> list[str] | None:
    """The words that open the file there; None where no editor is known that has a window of its own."""
    named = [environment.get(key, "") for key in ("VISUAL", "EDITOR")]
    for given in named:
        try:
            words = shlex.split(given)
        except ValueError:
            continue
        if words and shutil.which(words[0], path=environment.get("PATH")) and _has_window(words):
            return [*words, *_at(Path(words[0]).name, file, line, column)]
    for name in CODE:
        if found := shutil.which(name, path=environment.get("PATH")):
            return [found, *_at(name, file, line, column)]
    return None


def _has_window(words: list[str]) -> bool:
    name = Path(words[0]).name
    return name not in IN_TERMINAL and not (name == "emacs" and "-nw" in words)


def _at(name: str, file: Path, line: int, column: int) -> list[str]:
    if name in CODE:
        return ["-g", f"{file}:{line}:{column}"]
    return [f"+{line}", str(file)] if name in PLUS else [str(file)]


def open_at(file: Path, line: int, column: int) -> bool:
    """Opens it and goes on; whether there was an editor to open it."""
    words = command(file, line, column, os.environ)
    if words is None:
        return False
    quiet = subprocess.DEVNULL
    try:
        process = subprocess.Popen(words, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)
    except OSError:
        return False
    threading.Thread(target=process.wait, daemon=True).start()  # nobody else would ask how it ended
    return True
