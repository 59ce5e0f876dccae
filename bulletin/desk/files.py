"""The commands for content files as files: schema, diff, fmt. What is heavy is imported when a command runs."""

from __future__ import annotations

from typing import Annotated

import typer

from bulletin.messages import either, say
from bulletin.problems import UsageError
from bulletin.terminal import tell


def register(app: typer.Typer) -> None:
    """Adds the commands to the application."""
    app.command()(schema)


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
