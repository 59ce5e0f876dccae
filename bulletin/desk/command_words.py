"""What the command line says of itself, in the language that is spoken: its help pages, and a wrong call."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from bulletin.messages import catalogue, say

if TYPE_CHECKING:
    from typer.core import TyperCommand, TyperGroup
    from typer.exceptions import TyperException

_HEADINGS = (
    "help-page.usage",
    "help-page.arguments",
    "help-page.options",
    "help-page.commands",
    "help-page.pieces",
    "help-page.call",
    "help-page.default",
    "help-page.minimum",
    "help-page.required",
    "help-page.this",
)
"""Typer's own words on a help page; the English of the catalogue is as Typer has them."""
_ORDER = (
    *("new", "check", "watch", "build", "status", "explain", "fmt", "diff", "translated"),
    *("import", "update", "export-review", "themes", "snippets", "completion", "schema", "doctor"),
)
"""The commands as they are needed: from article to page, then a colleague's draft, then what is set up once."""


_FIRST = re.compile(r"[;；。（(]|[.:](?= |$)|, (?=as|in Chinese)")
"""Where a command's words go into what a list of commands leaves to its own page."""


def worded(command: TyperGroup) -> None:
    """Gives the command, its commands and their options the help texts of the catalogue."""
    _word(command, "bulletin", [])
    command.commands = {name: command.commands[name] for name in _ORDER} | dict(command.commands)
    for name, one in command.commands.items():
        _word(one, name, one.params)  # type: ignore[arg-type]


def _word(command: TyperCommand | TyperGroup, name: str, params: list[object]) -> None:
    command.help = say(f"command.{name}")
    command.short_help = _FIRST.split(command.help)[0]
    command.get_help = partial(_page, name, command.get_help)  # type: ignore[method-assign]
    for param in params:
        own = f"{name}-{param.name}"  # type: ignore[attr-defined]
        key = own if f"option.{own}" in catalogue() else param.name  # type: ignore[attr-defined]
        param.help = say(f"option.{key}")  # type: ignore[attr-defined]


def _page(name: str, written, context) -> str:  # type: ignore[no-untyped-def]
    """A help page with Typer's own words in the language that is spoken, and with examples."""
    text = str(written(context))
    for heading in _HEADINGS:
        typers, ours = catalogue()[heading]["en"], say(heading)
        text = text.replace(typers, ours).replace(typers.rstrip() + "\n", ours.rstrip() + "\n")
    if f"example.{name}" not in catalogue():
        return text
    lines = [line.split(" # ") for line in say(f"example.{name}").splitlines()]
    width = max(len(call) for call, _ in lines) + 2
    calls = [f"  generate.py {call:{width}}{what}" for call, what in lines]
    return "\n".join([text, "", say("help-page.examples"), *calls])


def wrong(error: TyperException) -> str:
    """What is wrong with a call. Typer's exceptions are private: they are told by what they carry."""
    option, param = getattr(error, "option_name", None), getattr(error, "param", None)
    if param is not None and hasattr(error, "param_type"):
        return say("cli.lacks", name=param.name)
    if param is not None and param.name == "jobs":
        return say("cli.jobs")
    if param is not None:
        return say("cli.bad_value", name=param.get_error_hint().strip("'"), why=error.message)
    if option and hasattr(error, "possibilities"):
        return say("cli.no_option", option=option)
    if option:
        return say("cli.needs_value" if "requires" in error.message else "cli.takes_none", option=option)
    if error.message.startswith("Got unexpected extra argument"):
        return say("cli.extra", words=error.message.partition("(s) (")[2].removesuffix(")"))
    return str(error)
