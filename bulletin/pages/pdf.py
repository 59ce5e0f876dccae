"""HTML → a PDF that is archival (PDF/A-3a, ISO 19005-3) and accessible (PDF/UA-1, ISO 14289-1) in one file.

Nothing is read but what is given, nothing depends on the clock: the same input gives the same bytes.
"""

from __future__ import annotations

import ctypes.util
import io
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stdout
from datetime import datetime
from functools import cached_property
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any, NotRequired, TypedDict, Unpack

from bulletin.faces import Faces, use
from bulletin.pages.by_page import ByPage, Leaf
from bulletin.pages.extents import measured
from bulletin.pages.set_before import read, recalled
from bulletin.pages.typeset import Attachment, Measured, Pdf
from bulletin.problems import MissingTool
from bulletin.store import Store

if TYPE_CHECKING:
    from bulletin.pages.weasy import Engine


class Given(TypedDict):
    """What a file says of itself, and what goes into it; see `Typesetter.typeset`."""

    title: str
    language: NotRequired[str]
    created: datetime
    attachments: NotRequired[Sequence[Attachment]]


CHINESE = "zh-Hans"


class _Complete(TypedDict):
    title: str
    language: str
    created: datetime
    attachments: Sequence[Attachment]


class Typesetter:
    """Sets any number of documents; keeps the opened font files between them.

    With a `store`, what was set or measured before is taken from there, and the engine is opened when it is needed.
    """

    def __init__(self, faces: Faces, store: Store | None = None):
        """Raises MissingTool if Pango, which shapes and breaks lines, is not on this machine."""
        self._faces, self._store = faces, store
        if store is None:
            self.open()

    @cached_property
    def _engine(self) -> Engine:
        made: Engine = engine(self._faces).Engine()
        return made

    def open(self, *, hold: int = 0) -> None:
        """Import the engine and open the fonts now. `hold`: lines kept from one setting to the next.

        Raises MissingTool.
        """
        self._engine.hold(hold)

    def typeset(self, html: str, resources: Mapping[str, bytes], **given: Unpack[Given]) -> Pdf:
        """Set `html`; it may load the URLs in `resources` (bulletin:…) and nothing else.

        `language` is the BCP 47 tag that `<html lang>` carries; `created` has a time zone and dates everything.
        Raises TypesettingError for a missing glyph, image or anchor, a URL that is not in `resources`, CSS that
        the engine does not know, and whatever else it logs.
        """

        def typeset() -> Pdf:
            return self._engine.typeset(html, resources, **_complete(given))

        if self._store is None:
            return typeset()
        return recalled(self._store, _key(self._store, html, resources, given), typeset)

    def leaves(
        self, by_page: ByPage, html: str, resources: Mapping[str, bytes], **given: Unpack[Given]
    ) -> tuple[Pdf, tuple[Leaf, ...]]:
        """What `typeset` finds of `html`, and its pages one by one; those that are known are not set again."""

        def part(html: str) -> Pdf:
            return self._engine.typeset(html, resources, **_complete(given | {"attachments": ()}))

        def before() -> Pdf | None:
            return read(self._store.recall(_key(self._store, html, resources, given))) if self._store else None

        return by_page.pages(html, resources, lambda: self.typeset(html, resources, **given), part, before)

    def measure(self, html: str, resources: Mapping[str, bytes], prefix: str) -> Measured:
        """Lay `html` out, write nothing: how tall its pages are, and what has an id that starts with `prefix`."""

        def measure(html: str) -> Measured:
            return self._engine.measure(html, resources, prefix)

        return measured(self._store, html, resources, prefix, measure) if self._store else measure(html)


def _complete(given: Given) -> _Complete:
    return {"language": CHINESE, "attachments": (), **given}


def _key(store: Store, html: str, resources: Mapping[str, bytes], given: Given) -> str:
    said = _complete(given)
    files = (part for name in sorted(resources) for part in (name, resources[name]))
    return store.key("pdf", html, said["title"], said["language"], said["created"], *said["attachments"], *files)


def engine(faces: Faces) -> ModuleType:
    """The module of the engine. Raises MissingTool."""
    use(faces)
    # Only now: the import takes 0.4 s and opens fontconfig, which must find our faces.
    with _libraries():
        from bulletin.pages import selectors

        selectors.install()  # WeasyPrint compiles its own sheet while it is imported
        from bulletin.pages import weasy
    return weasy


@contextmanager
def _libraries() -> Iterator[None]:
    """While WeasyPrint is imported: find its libraries by their full names, as Linux does, and say which is missing.

    It asks ctypes for shorter names first, and on Linux each question starts gcc and ldconfig: 0.4 s in all.
    """
    asked = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = lambda name: None
    late = {name: _Late(name) for name in LATE if name not in sys.modules}
    sys.modules.update(late)
    try:
        with redirect_stdout(io.StringIO()):  # WeasyPrint prints advice for all systems
            yield
    except OSError as error:
        raise MissingTool(f"{error}: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0") from error
    finally:
        ctypes.util.find_library = asked
        for name in late:
            del sys.modules[name]


LATE = ("fontTools.subset", "fontTools.varLib.instancer")
"""What WeasyPrint calls for variable faces, and where HarfBuzz cuts none down: a hundred modules, 8 MB."""


class _Late(ModuleType):
    """A module that is imported when something of it is called."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # the import system's questions
            raise AttributeError(name)
        return lambda *words, **named: getattr(import_module(self.__name__), name)(*words, **named)
