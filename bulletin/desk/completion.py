"""Shell completion: a script that knows commands, options and their words, and looks for publications itself.

No Python runs while one types. The options are those of the program that wrote the script; publications and themes are
those that lie in the project at that moment.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from bulletin.desk.explain import explained
from bulletin.messages import LANGUAGES as MESSAGES
from bulletin.project import Project
from bulletin.variant import ASKED, LANGUAGES, OUTPUTS, TYPES

SCRIPT = Path(__file__).with_suffix(".sh")
VALUES: Mapping[str, Iterable[str]] = {
    "--to": ASKED,
    "--edition": OUTPUTS,
    "--language": LANGUAGES,
    "--type": TYPES,
    "--messages": MESSAGES,
}
"""Options whose words are a few; those that depend on the project stand in the script."""


def script(commands: Mapping[str, Any], project: Project) -> str:
    """The script. `commands` by name, as typer has them."""
    options = {name: [opt for param in one.params for opt in _options(param)] for name, one in commands.items()}
    taking = [
        f"{name}:{opt}"
        for name, one in commands.items()
        for param in one.params
        if not getattr(param, "is_flag", False)
        for opt in _options(param)
    ]
    filled = {
        "OPTIONS": "\n".join(f"    {name}) echo {' '.join(opts)} ;;" for name, opts in options.items()),
        "VALUES": "\n".join(f"    {name}) echo {' '.join(words)} ;;" for name, words in VALUES.items()),
        "COMMANDS": " ".join(commands),
        "TAKING": " ".join(taking),
        "RULES": " ".join(explained(project.templates)),
    }
    text = SCRIPT.read_text(encoding="utf-8")
    for name, words in filled.items():
        text = text.replace(f"@{name}@", words)
    return text


def _options(param: Any) -> list[str]:
    return [opt for opt in param.opts if opt.startswith("-")]
