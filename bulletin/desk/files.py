"""The commands for content files as files: schema, diff, fmt. What is heavy is imported when a command runs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bulletin.messages import either, say
from bulletin.problems import UsageError
from bulletin.project import RESERVED, Project, named_folder, write
from bulletin.terminal import tell

HERE = Path(__file__).resolve().parent.parent.parent
At = Annotated[Path, typer.Option("--project", parser=named_folder)]


def register(app: typer.Typer) -> None:
    """Adds the commands to the application."""
    for command in (schema, diff, fmt):
        app.command()(command)


def schema(
    of: Annotated[str, typer.Argument(metavar="[content|summary|glossary|publication]")] = "content",
    summary: Annotated[bool, typer.Option("--summary")] = False,
) -> None:
    """The JSON Schema of a content file, for editors that complete and check while one types."""
    from bulletin.desk.schema import OF
    from bulletin.desk.schema import schema as text

    if of not in OF:
        raise UsageError(say("schema.unknown", known=either(OF), given=of))
    tell(text("summary" if summary else of).rstrip("\n"))


def diff(
    old: Annotated[str, typer.Argument(metavar="OLD")],
    new: Annotated[str, typer.Argument(metavar="NEW")],
    project: At = HERE,
) -> None:
    """What differs between two content files, or two revisions of one: figures, sentences, the rest."""
    from bulletin.desk.compared import compared
    from bulletin.desk.revision import read

    place = Project.at(project)
    tell(*compared(read(place, old), read(place, new)))


def fmt(
    names: Annotated[list[str] | None, typer.Argument(metavar="[NAME…]")] = None,
    check: Annotated[bool, typer.Option("--check")] = False,
    project: At = HERE,
) -> None:
    """Lay content files out in the one way; remarks stay, what they say stays. All of them when none is named."""
    from bulletin.desk.laid_out import laid_out

    place = Project.at(project)
    every = [*place.names(), *(name for name in sorted(RESERVED) if (place.content / f"{name}.yaml").is_file())]
    paths = [place.content / f"{name}.yaml" for name in names or every]
    texts = {path: (place.read(path), laid_out(place.read(path), place.shown(path))) for path in paths}
    loose = [path for path, (_, new) in texts.items() if new.encode() != place.read_bytes(path)]
    for path in loose:
        old, new = texts[path]
        if not check:
            write(path, new.encode())
        tell(say("fmt.would" if check else "fmt.done", file=place.shown(path), n=_differing(old, new)))
    if not loose:
        tell(say("fmt.none"))
    elif check:
        raise typer.Exit(1)


def _differing(old: str, new: str) -> int:
    """How many lines of the old text are not as they were; one at least, as line ends may differ alone."""
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, old.split("\n"), new.split("\n"), autojunk=False)
    return max(1, sum(max(k - i, m - j) for same, i, k, j, m in matcher.get_opcodes() if same != "equal"))
