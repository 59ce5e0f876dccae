"""A content file as the command line names it: by name, by path, or as it was in a revision of git."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from bulletin.content.yaml_text import Parsed, parse
from bulletin.decoding import NotUTF8, decoded
from bulletin.messages import say
from bulletin.problems import ContentError, MissingTool, UsageError
from bulletin.project import Project

_NAME = re.compile(r"[a-z][a-z0-9_]*")


def read(project: Project, asked: str) -> Parsed:
    """The file that is asked for: NAME, PATH, REVISION:NAME or REVISION:PATH, the last from the project's folder.

    Raises ContentError for what cannot be read, UsageError for what git does not have, MissingTool without git.
    """
    path = project.root / _path(asked) if _NAME.fullmatch(asked) else Path(asked)
    if ":" in asked and not path.exists():
        return parse(_of_revision(project, asked), asked)
    path = path.absolute()
    return parse(Project.at(path.parent).read(path), project.shown(path))


def _path(name: str) -> str:
    return f"content/{name}.yaml" if _NAME.fullmatch(name) else name


def _of_revision(project: Project, asked: str) -> str:
    """The text of the file in that revision; git is asked without a shell. An option is no revision."""
    revision, _, name = asked.partition(":")
    if revision.startswith("-"):
        raise UsageError(say("diff.revision", asked=asked, why=revision))
    command = ["git", "-C", str(project.root), "cat-file", "blob", f"{revision}:./{_path(name)}"]
    try:
        done = subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, check=False)
    except FileNotFoundError as error:
        raise MissingTool(say("diff.no_git")) from error
    if done.returncode:
        why = done.stderr.decode(errors="replace").strip().splitlines() or [""]
        raise UsageError(say("diff.revision", asked=asked, why=why[0].removeprefix("fatal: ")))
    try:
        return decoded(done.stdout).replace("\r\n", "\n").replace("\r", "\n")
    except NotUTF8 as error:
        raise ContentError([project.not_utf8(project.root / asked, error)]) from error
