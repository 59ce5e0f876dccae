"""The script of `completion`, in a real bash and a real zsh."""

from __future__ import annotations

import os
import pty
import re
import select
import shutil
import subprocess
import time
from pathlib import Path

import pytest
import typer

from bulletin.cli import app, main
from bulletin.desk.completion import script
from bulletin.project import Project
from tests.conftest import ROOT, small_project, tool

COMMANDS = typer.main.get_group(app).commands


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = small_project(tmp_path_factory.mktemp("completion") / "a project")
    shutil.copy(ROOT / "generate.py", root)
    (root / "content" / "summary.yaml").write_text("title: {}\n", encoding="utf-8")
    (root / "completion").write_text(script(COMMANDS, Project.at(ROOT)), encoding="utf-8")
    return root


def offered(project: Path, *words: str, before: str = "") -> list[str]:
    """What bash offers for the last of the words."""
    given = " ".join(f"'{word}'" for word in words)
    lines = f"""{before}
    . ./completion
    COMP_WORDS=({given}); COMP_CWORD={len(words) - 1}
    _bulletin "${{COMP_WORDS[0]}}" "${{COMP_WORDS[COMP_CWORD]}}" "${{COMP_WORDS[COMP_CWORD-1]}}"
    printf '%s\\n' "${{COMPREPLY[@]}}" """
    done = subprocess.run(["bash", "-c", lines], cwd=project, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return done.stdout.split()


@pytest.mark.parametrize(
    "call", [("./generate.py",), ("generate.py",), ("python3", "generate.py"), ("python", "./generate.py")]
)
def test_every_way_to_call_the_program_is_completed(call: tuple[str, ...], project: Path) -> None:
    assert offered(project, *call, "ch") == ["check"]
    assert offered(project, *call, "check", "w") == ["willow"]
    assert set(offered(project, *call, "")) == {*COMMANDS, "willow", "summary"}


@pytest.mark.parametrize(("words", "wanted"), [
    (["wil"], ["willow"]),
    (["build", "--the"], ["--theme"]),
    (["--theme", ""], ["band", "red"]),
    (["--type", "l"], ["large"]),
    (["--type", "=", "l"], ["large"]),
    (["--type", "="], ["compact", "standard", "large"]),
    (["willow", "--lang"], ["--language"]),
    (["check", "--output", ""], ["willow", "summary"]),
    (["build", "--output", ""], []),
    (["check", "--str"], ["--strict"]),
    (["check", "--force"], []),
    (["schema", "g"], ["glossary"]),
    (["explain", "quote-v"], ["quote-value"]),
    (["fmt", "gl"], ["glossary"]),
    (["new", "wil"], []),
    (["import", ""], []),
])  # fmt: skip
def test_what_is_offered_is_what_may_stand_there(words: list[str], wanted: list[str], project: Path) -> None:
    assert sorted(offered(project, "./generate.py", *words)) == sorted(wanted)


def test_every_option_of_every_command_is_offered(project: Path) -> None:
    for name, command in COMMANDS.items():
        options = {opt for param in command.params for opt in param.opts if opt.startswith("-")}
        assert set(offered(project, "./generate.py", name, "-")) == options | {"--help", "--messages"}, name


def test_the_project_that_is_named_is_looked_into(project: Path, tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "elm.yaml").write_text("", encoding="utf-8")
    assert offered(project, "./generate.py", "status", "--project", str(tmp_path), "") == ["elm"]


def test_other_programs_of_python_are_left_alone(project: Path) -> None:
    assert offered(project, "python3", "other.py", "") == []
    theirs = "_theirs() { COMPREPLY=(theirs); }; complete -F _theirs python3; . ./completion"
    assert offered(project, "python3", "other.py", "", before=theirs) == ["theirs"]
    assert offered(project, "python3", "gen", before=theirs) == ["theirs"]
    assert offered(project, "python3", "generate.py", "doc", before=theirs) == ["doctor"]


def typed(shell: list[str], project: Path, keys: str, wanted: str) -> str:
    """What a terminal shows once the keys were typed; waits for what is wanted, a minute at most."""
    environment = {
        "PATH": os.environ["PATH"],
        "TERM": "dumb",
        "HOME": str(project),
        "PS1": "> ",
        "INPUTRC": "/dev/null",
    }
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(project)
        os.execvpe(shell[0], shell, environment)
    shown, end = "", time.monotonic() + 60
    try:
        for part in (". ./completion\n", keys):
            os.write(terminal, part.encode())
            pause = time.monotonic() + 2
            while time.monotonic() < (pause if part != keys else end) and (part != keys or wanted not in shown):
                if select.select([terminal], [], [], 0.1)[0]:
                    shown += os.read(terminal, 4096).decode(errors="replace")
    finally:
        os.close(terminal)
        os.waitpid(child, 0)
    return re.sub(r"\x1b\[[\d;?]*\w|[\x07\r]|.\x08", "", shown)


def test_the_tab_key_completes_in_bash(project: Path) -> None:
    assert "./generate.py check willow" in typed(
        ["bash", "--norc", "--noprofile", "-i"], project, "./generate.py che\twil\t", "willow"
    )


def test_the_tab_key_completes_in_zsh(project: Path) -> None:
    assert "./generate.py check willow" in typed(
        [tool("zsh"), "-f", "-i"], project, "./generate.py che\twil\t", "willow"
    )


def test_the_command_prints_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion"]) == 0
    assert "complete -o bashdefault" in capsys.readouterr().out
