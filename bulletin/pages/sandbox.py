"""Templates are data: they see only what they are given, come to an end, and fail with a file and a line."""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache, wraps
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined, Template, TemplateNotFound, TemplateSyntaxError, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

from bulletin.edition.themes import SHEET, THEMES, own
from bulletin.messages import say
from bulletin.problems import ContentError, Place, Problem
from bulletin.project import LARGEST

RULE = "template"
STEPS = 2_000_000
"""How many turns of loops, calls and includes one document takes at most; ours take some ten thousand."""
CALL = 10
"""Steps of one call or include, which takes as long as so many turns of a loop."""
LONGEST = 20_000_000
"""Characters of one document; ours have some hundred thousand."""
_FILTERS = frozenset(
    """abs attr batch capitalize count d default dictsort e escape first float forceescape format groupby int items join
    last length list lower map max min reject rejectattr replace reverse round safe select selectattr slice sort string
    striptags sum title trim truncate unique upper wordcount""".split()  # noqa: SIM905 - a list to be read
)
"""Those that cannot make a long text of a short one."""
_GLOBALS = frozenset(("dict", "namespace", "range"))
_PADDING = frozenset(("center", "ljust", "rjust", "zfill", "expandtabs", "format_map", "translate"))
_WIDE = re.compile(r"\d{4}|\*")


class Folder(BaseLoader):
    """The templates of one folder, and those of a theme in their place. A symbolic link there is followed nowhere."""

    def __init__(self, folder: Path, theme: str = ""):
        self.folder, self.theme = folder, theme

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Raises ContentError, and TemplateNotFound for a file that is not there."""
        if not _is_inside(template):
            raise TemplateNotFound(template)
        name = own(self.folder, self.theme, template) or template
        path = self.folder / name
        if not path.is_symlink() and not path.exists():
            raise TemplateNotFound(template)
        return read(self.folder, name), str(path), lambda: True

    def list_templates(self) -> list[str]:
        """Every template, in order of name; of the themes that of this one, in the place of those that it replaces."""
        found = (path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.j2"))
        shipped = [name for name in found if not name.startswith(f"{THEMES}/")]
        place = self.folder / THEMES / self.theme
        added = [path.relative_to(place).as_posix() for path in place.rglob("*.j2")] if self.theme else []
        return sorted({own(self.folder, self.theme, name) or name for name in (*shipped, *added)})


def sheets(folder: Path, theme: str, *names: str) -> str:
    """Style sheets in this order; behind them those of the theme of the same names, where it has some."""
    more = (own(folder, theme, name) for name in names)
    return "\n".join(read(folder, name) for name in (*(n for n in names if n != SHEET), *filter(None, more)))


def read(folder: Path, name: str) -> str:
    """A file of the templates. Raises ContentError for one that is missing, a link, too large or not UTF-8."""
    place, path = Place(f"{folder.name}/{name}"), folder
    for part in Path(name).parts:
        path = path / part
        if not _is_inside(name) or path.is_symlink():
            raise _refused(say("template.link", name=place.file), place)
    try:
        if not path.is_file() or path.stat().st_size > LARGEST:
            raise _refused(say("template.no_file", name=place.file), place)
        return path.read_bytes().decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise _refused(say("template.not_utf8", name=place.file), Place(place.file, line)) from error
    except OSError as error:
        raise _refused(say("template.unreadable", name=place.file, why=error.strerror), place) from error


def sheets_of_rooms(folder: Path, *, screen: bool = False) -> list[str]:
    """The style sheets that stand beside templates, blocks/NAME.css: how the forms of one kind look, in any edition.

    `screen`: blocks/NAME.screen.css, on a phone, where what is said of all blocks does not do.
    """
    found = sorted(path.relative_to(folder).as_posix() for path in folder.glob("blocks/*.css"))
    return [name for name in found if name.endswith(".screen.css") == screen]


def _is_inside(name: str) -> bool:
    """Does the name lead down from the folder, and nowhere else?"""
    return not Path(name).is_absolute() and ".." not in Path(name).parts and "\0" not in name


class House(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, which also counts: a template that does not come to an end is stopped."""

    intercepted_binops = frozenset(("+", "*", "**", "%"))

    def __init__(self, folder: Path, theme: str = ""):
        super().__init__(
            loader=Folder(folder, theme),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            cache_size=-1,
        )
        self.folder, self.theme, self._left = folder, theme, STEPS
        self.filters = {name: filter for name, filter in self.filters.items() if name in _FILTERS}
        self.filters |= {"counted": self._counted, "bounded": self._bounded}
        for name in ("replace", "join", "format"):
            self.filters[name] = _bounding(self.filters[name])
        self.globals = {name: value for name, value in self.globals.items() if name in _GLOBALS}
        self._safe: dict[tuple[type, str], bool] = {}

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Jinja's verdict, which hangs on the type and the name alone: a page asks for it thousands of times."""
        asked = type(obj), attr
        if asked not in self._safe:
            self._safe[asked] = super().is_safe_attribute(obj, attr, value)
        return self._safe[asked]

    def render(self, name: str, given: Mapping[str, Any]) -> str:
        """The template with what it is given. Raises ContentError, with the file and the line of the template."""
        self._left, written, pieces = STEPS, 0, list[str]()
        try:
            for piece in self.get_template(name).generate(given):
                written += len(piece)
                if written > LONGEST:
                    raise SecurityError(say("template.endless"))
                pieces.append(piece)
        except ContentError:
            raise
        except Exception as error:  # whatever a template can do wrong is its own mistake, or that of its data
            raise _refused(_why(error), self._where(error, name)) from error
        return "".join(pieces)

    def _where(self, error: Exception, name: str) -> Place:
        if isinstance(error, TemplateSyntaxError):
            name = error.name or name
            return Place(f"{self.folder.name}/{own(self.folder, self.theme, name) or name}", error.lineno)
        return _where(error, self.folder, name)

    def compiled(self, name: str) -> None:
        """Raises ContentError, with the file and the line, for a template that does not compile."""
        try:
            super().get_template(name)
        except ContentError:
            raise
        except Exception as error:
            raise _refused(_why(error), self._where(error, name)) from error

    def compile(self, source: Any, name: Any = None, filename: Any = None, *more: Any, **kept: Any) -> Any:
        """Once in a process: the same text of the same name is the same program, in whichever folder it lies."""
        if more or kept or not isinstance(source, str):
            return super().compile(source, name, filename, *more, **kept)
        return _lying(_compiled(source, name), filename or "<template>")

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Every loop counts its turns, and texts that are put together do not grow without end."""
        tree: nodes.Template = _Bounds().visit(super()._parse(source, name, filename))
        return tree

    def _step(self, steps: int = 1) -> None:
        self._left -= steps
        if self._left < 0:
            raise SecurityError(say("template.endless"))

    def _counted(self, items: Iterable[Any]) -> Iterator[Any]:
        for item in items:
            self._step()
            yield item

    @staticmethod
    def _bounded(text: Any) -> Any:
        return _bounded(text)

    def call(self, context: Context, called: Any, /, *args: Any, **more: Any) -> Any:
        """What a template calls; nothing that pads a text to any length."""
        self._step(CALL)
        text = getattr(called, "__self__", None)
        if isinstance(text, str) and (
            called.__name__ in _PADDING or (called.__name__ == "format" and _WIDE.search(_specs(text)))
        ):
            raise SecurityError(say("template.endless"))
        return super().call(context, called, *args, **more)

    def get_template(self, name: Any, parent: str | None = None, globals: Any = None) -> Template:
        """An include is a step as well."""
        self._step(CALL)
        return super().get_template(name, parent, globals)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Numbers are multiplied; a text is not, and is padded to no great width."""
        if operator == "%" and isinstance(left, str) and _WIDE.search(left):
            raise SecurityError(say("template.endless"))
        if operator in ("*", "**") and not (_small(left) and _small(right)):
            raise SecurityError(say("template.endless"))
        return _bounded(super().call_binop(context, operator, left, right))


class _Bounds(NodeTransformer):
    """Puts the counting filters in: around what a loop runs over, and around texts put together by `~`."""

    def visit_For(self, node: nodes.For) -> nodes.Node:
        self.generic_visit(node)
        node.iter = _filtered(node.iter, "counted")
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:
        return _filtered(self.generic_visit(node), "bounded")


def _filtered(node: Any, name: str) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)


def _bounding(filter: Callable[..., Any]) -> Callable[..., Any]:
    """The filter, whose text may not be longer than a document."""

    @wraps(filter)  # with the marks that tell Jinja what to pass
    def bounded(*args: Any, **more: Any) -> Any:
        return _bounded(filter(*args, **more))

    return bounded


def _bounded(value: Any) -> Any:
    """Raises SecurityError for a text longer than a document."""
    if isinstance(value, (str, list, tuple)) and len(value) > LONGEST // 10:
        raise SecurityError(say("template.endless"))
    return value


@lru_cache(maxsize=200)  # ours are some fifty
def _compiled(source: str, name: str | None) -> CodeType:
    code: CodeType = ImmutableSandboxedEnvironment.compile(House(Path()), source, name)  # all are alike
    return code


def _lying(code: CodeType, file: str) -> CodeType:
    """The code as that of this file: by it the line that failed is found."""
    consts = tuple(_lying(one, file) if isinstance(one, CodeType) else one for one in code.co_consts)
    return code.replace(co_consts=consts, co_filename=file)


def _small(value: object) -> bool:
    return isinstance(value, (int, float)) and abs(value) < STEPS


def _specs(text: str) -> str:
    """What stands in the braces of a format."""
    return " ".join(re.findall(r"\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}", text))


def _why(error: Exception) -> str:
    if isinstance(error, TemplateNotFound):
        return say("template.not_there", name=error.name or error.message or "")
    if isinstance(error, RecursionError):
        return say("template.endless")
    if isinstance(error, TemplateSyntaxError):
        return say("template.jinja", said=error.message or str(error))
    return say("template.jinja", said=f"{type(error).__name__}: {error}"[:300])


def _where(error: Exception, folder: Path, name: str) -> Place:
    """The line of the template that failed; of a file that is not there, the line that asks for it."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        path = Path(frame.filename)
        if path.is_relative_to(folder):
            return Place(f"{folder.name}/{path.relative_to(folder).as_posix()}", frame.lineno or 1)
    missing = error.name if isinstance(error, TemplateNotFound) else None
    return Place(f"{folder.name}/{missing or name}")


def _refused(message: str, place: Place) -> ContentError:
    return ContentError([Problem(RULE, message, place)])
