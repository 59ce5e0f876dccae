"""The command: words on the command line → steps; problems → lines and exit codes."""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.exceptions import TyperException

from bulletin import gate, problems, standing
from bulletin.alone import MANY
from bulletin.asked import foreign, formats_of, theme_of, type_of, variant_of
from bulletin.desk import files, habits
from bulletin.desk.command_words import worded, wrong
from bulletin.desk.returns import commands as drafts
from bulletin.desk.watch import commands as watching
from bulletin.findings import left_out, report
from bulletin.interrupts import interrupted
from bulletin.messages import LANGUAGES as MESSAGES
from bulletin.messages import chosen, say, speak
from bulletin.problems import CannotSet, CannotWrite, ContentError, MissingTool, UsageError
from bulletin.project import Project, named_folder
from bulletin.terminal import prepare, tell
from bulletin.variant import FORMATS
from bulletin.workshop import Workshop

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False, no_args_is_help=False)

# What each command and option is for stands in the catalogue of messages, under command and option.
Names = Annotated[list[str] | None, typer.Argument(metavar="[NAME…]")]
ProjectOption = Annotated[Path, typer.Option("--project", parser=named_folder)]
Formats = Annotated[str, typer.Option("--to")]
Output = Annotated[Path | None, typer.Option("-o", "--output", parser=named_folder)]
Jobs = Annotated[int | None, typer.Option("-j", "--jobs", min=1)]
Force = Annotated[bool, typer.Option("--force")]
Replace = Annotated[bool, typer.Option("--replace")]
Quiet = Annotated[bool, typer.Option("-q", "--quiet")]
EditionOption = Annotated[str, typer.Option("--edition")]
LanguageOption = Annotated[str, typer.Option("--language")]
TypeOption = Annotated[str | None, typer.Option("--type")]
ThemeOption = Annotated[str | None, typer.Option("--theme")]
ProfileOption = Annotated[Path | None, typer.Option("--profile")]
Scheduler = Annotated[str | None, typer.Option("--scheduler", metavar="tcp://HOST:PORT")]
NoComments = Annotated[bool, typer.Option("--no-comments")]
ALL = ",".join(FORMATS)
HERE = Path(__file__).resolve().parent.parent
INTERRUPTED = 130
drafts.register(app)
watching.register(app)
files.register(app)
habits.register(app)


@app.callback()
def top() -> None:
    """Turns articles into bilingual bulletins whose every number is proved."""


@app.command()
def build(
    names: Names = None,
    project: ProjectOption = HERE,
    to: Formats = ALL,
    output: Output = None,
    jobs: Jobs = None,
    force: Force = False,
    replace: Replace = False,
    quiet: Quiet = False,
    edition: EditionOption = "office",
    language: LanguageOption = "bilingual",
    type: TypeOption = None,
    theme: ThemeOption = None,
    profile: ProfileOption = None,
    no_comments: NoComments = False,
    scheduler: Scheduler = None,
    explain: Annotated[bool, typer.Option("--explain")] = False,
) -> None:
    """Build everything that is not up to date."""
    formats, scale = formats_of(to), type_of(type)
    place = Project.at(project, output)
    look = theme_of(place, theme)
    before = standing.inputs(str(place.root))
    if scheduler is not None and explain:
        raise UsageError(say("cluster.explain"))
    many = scheduler is not None or (not explain and len(Workshop(place, _named(names), only=[]).names) >= MANY)
    workshop = Workshop(place, _named(names), only=[] if many else None, theme=look)
    variant = variant_of(edition, language, formats, *foreign(workshop, scale))
    if no_comments and not ("docx" in formats and variant.is_whole):
        raise UsageError(say("cli.no_comments"))
    asked: dict[str, Any] = {
        "force": force,
        "quiet": quiet,
        "replace": replace,
        "variant": variant,
        "profile": profile,
        "comments": not no_comments,
        "untouched": drafts.untouched(place),
        "before": before,
    }
    if many:
        from bulletin.each import Many, hired

        raise typer.Exit(Many(workshop, hired(scheduler, jobs), formats=formats, **asked).build())
    raise typer.Exit(_built(workshop, formats, jobs, explain, asked))


@app.command()
def check(
    names: Names = None,
    project: ProjectOption = HERE,
    strict: Annotated[bool, typer.Option("--strict")] = False,
    format: Annotated[str, typer.Option("--format")] = "text",
    output: Annotated[bool, typer.Option("--output")] = False,
    aloud: Annotated[bool, typer.Option("--aloud")] = False,
    edition: EditionOption = "office",
    type: TypeOption = None,
    theme: ThemeOption = None,
) -> None:
    """Show every problem of the content; write nothing."""
    if output or aloud:
        from bulletin.desk.finished import check_finished

        workshop = Workshop(Project.at(project), names)
        raise typer.Exit(0 if check_finished(workshop, strict=strict, spoken=aloud) else 1)
    if format not in ("text", "json"):
        raise UsageError(say("cli.format", given=format))
    press = variant_of(edition, "bilingual", FORMATS).output == "press" or None
    place, scale = Project.at(project), type_of(type)
    workshop = Workshop(place, names, theme=theme_of(place, theme))
    findings = gate.check(workshop, press=press, type=foreign(workshop, scale)[0])
    if format == "json":
        tell(problems.as_json(findings.problems))
    else:
        report(findings)
    if findings.errors(strict):
        raise typer.Exit(1)


@app.command()
def status(names: Names = None, project: ProjectOption = HERE) -> None:
    """A table: facts, evidence, coverage, translation, what is built; then every finding that is silenced, and why."""
    from bulletin.desk.status import show

    show(Workshop(Project.at(project), names))


@app.command()
def new(
    article: Annotated[Path, typer.Argument(metavar="ARTICLE")],
    name: Annotated[str | None, typer.Option("--name")] = None,
    dated: Annotated[str, typer.Option("--dated")] = "",
    project: ProjectOption = HERE,
) -> None:
    """Start a content file from an article (text, DOCX, HTML, PDF): what can be proposed is, gaps are TODO."""
    from bulletin.desk.new import start, told

    place = Project.at(project)
    tell(told(place, start(place, article, name, dated)))


@app.command()
def doctor() -> None:
    """What is there on this machine and what is missing, what it is needed for, and how to get it."""
    from bulletin.desk.doctor import examine, shown

    found = examine(HERE)
    tell(shown(found))
    if any(part.needed and not part.there for part in found):
        raise typer.Exit(3)


@app.command()
def translated(names: Names = None, project: ProjectOption = HERE) -> None:
    """Record that the English of these files has been held against their Chinese, as both are now."""
    from bulletin.desk.translated import record

    for name, states in record(Workshop(Project.at(project), names)).items():
        tell(say("translated.recorded", name=name, n=states.total(), new=states["new"], stale=states["stale"]))


@app.command()
def explain(rule: Annotated[str | None, typer.Argument(metavar="[RULE]")] = None) -> None:
    """What a rule of `check` asks for, in Chinese and English, with an example; all rules when none is named."""
    from bulletin.desk.explain import explanation, listing

    templates = Project.at(HERE).templates
    tell(explanation(templates, rule) if rule else listing(templates))


def _built(workshop: Workshop, formats: tuple[str, ...], jobs: int | None, explain: bool, asked: dict[str, Any]) -> int:
    """What the gate lets pass, all at once. Gives the exit code."""
    left = left_out(workshop, asked["variant"], formats)
    if left and left.keys() >= set(workshop.names):
        return 1
    from bulletin.session import build_all

    return build_all(workshop, formats, jobs=jobs, left=left, explain=explain, **asked)


def main(arguments: list[str] | None = None) -> int:
    """Runs the command; returns the exit code.

    0 done, 1 content, 2 usage, 3 missing, 4 cannot write, 5 (import) something is left for a person, 70 a mistake of
    ours, 130 interrupted.
    """
    prepare()
    try:
        return _run(sys.argv[1:] if arguments is None else arguments)
    except (KeyboardInterrupt, typer.Abort):
        return _interrupted()
    except Exception as error:
        return _interrupted() if interrupted() else _our_mistake(error)


def _run(arguments: list[str]) -> int:
    given, asked = _language(arguments)
    speak(chosen(asked, os.environ))
    given = _with_command(given)
    try:
        if asked is not None and asked not in MESSAGES:
            raise UsageError(say("cli.messages", known=" / ".join(MESSAGES), given=asked))
        command = typer.main.get_group(app)
        if "--help" in given:
            worded(command)
        code = command.main(args=given, prog_name="generate.py", standalone_mode=False)
        return _interrupted() if code == INTERRUPTED else int(code or 0)
    except ContentError as error:
        for problem in error.problems:
            tell(problems.show(problem, {}), file=sys.stderr)
        return 1
    except UsageError as error:
        return _stop(error, 2)
    except TyperException as error:
        return _stop(wrong(error), 2)
    except CannotSet as error:
        return _stop(say("cli.cannot_set", why=error), 1)
    except MissingTool as error:
        return _stop(error, 3)
    except CannotWrite as error:
        return _stop(error, 4)


def _stop(reason: object, code: int) -> int:
    tell(f"generate.py: {reason}", file=sys.stderr)
    return code


def _interrupted() -> int:
    tell(say("run.interrupted"), file=sys.stderr)
    return INTERRUPTED


def _our_mistake(error: Exception) -> int:
    """One line for what nobody foresaw; the trace for those who ask for it."""
    if os.environ.get("BULLETIN_DEBUG"):
        traceback.print_exception(error)
    if isinstance(error, MemoryError):
        return _stop(say("run.memory"), 70)
    if isinstance(error, RecursionError):
        return _stop(say("run.depth"), 70)
    said = str(error).strip().splitlines() or [""]
    return _stop(say("run.fault", kind=type(error).__name__, said=said[0][:200]), 70)


def _commands() -> set[str]:
    return {command.name or command.callback.__name__ for command in app.registered_commands if command.callback}


def _with_command(arguments: list[str]) -> list[str]:
    """A first argument that is no command means `build`."""
    if arguments and (arguments[0] in _commands() or arguments[0] == "--help"):
        return arguments
    return ["build", *arguments]


def _named(names: list[str] | None) -> list[str] | None:
    """The names of what is to be built. Raises UsageError for a command that stands behind its options."""
    if late := next((name for name in names or () if name in _commands()), None):
        raise UsageError(say("cli.order", name=late))
    return names


def _language(arguments: list[str]) -> tuple[list[str], str | None]:
    """`--messages zh` may stand anywhere, before or behind the command: it is taken out, and its word comes back."""
    rest, asked, words = list[str](), None, iter(arguments)
    for word in words:
        if word == "--messages":
            asked = next(words, "")
        elif word.startswith("--messages="):
            asked = word.partition("=")[2]
        else:
            rest.append(word)
    return rest, asked
