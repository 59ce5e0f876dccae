"""The font files that we set in, and how Pango and matplotlib get these files and no others.

A machine's own fonts never show: an unknown family would fall back to a Japanese face without a word.
"""

from __future__ import annotations

import ctypes
import os
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from html import escape
from importlib.machinery import PathFinder
from importlib.util import find_spec, module_from_spec
from pathlib import Path
from typing import Any

from bulletin.messages import listed, say
from bulletin.problems import MissingTool

SERIF, SANS = "Source Serif Pro", "Source Sans Pro"
SONG, HEI = "Noto Serif CJK SC", "Noto Sans CJK SC"
FAMILIES = (SERIF, SANS, SONG, HEI)
"""Every family that CSS, SVG or a chart may name."""

_LATIN = {"font_source_serif_pro": "SourceSerifPro", "font_source_sans_pro": "SourceSansPro"}
_STYLES = ("Regular", "It", "Semibold", "SemiboldIt", "Bold", "BoldIt")
_WEIGHTS = {"Regular": 400, "Semibold": 600, "Bold": 700}
_CHINESE = tuple(f"Noto{kind}CJK-{weight}.ttc" for kind in ("Serif", "Sans") for weight in ("Regular", "Bold"))
CHINESE_FOLDERS = tuple(
    map(
        Path,
        (
            "/usr/share/fonts/opentype/noto",  # Debian, Ubuntu
            "/usr/share/fonts/noto-cjk",  # Arch, Alpine
            "/usr/share/fonts/google-noto-serif-cjk-fonts",  # Fedora
            "/usr/share/fonts/google-noto-sans-cjk-fonts",
            "/usr/local/share/fonts",
            "~/.local/share/fonts",
        ),
    )
)
_FOREIGN = tuple(
    f"Noto {kind} CJK {region}"
    for kind in ("Serif", "Sans", "Sans Mono")
    for region in ("JP", "KR", "TC", "HK", *(("SC",) if kind == "Sans Mono" else ()))
)
"""What else lies in the .ttc collections: forms of other regions, and a typewriter face."""
USUAL_PLACE = 2
"""Of the SC face in a collection, behind JP and KR."""
FACE_READER = "matplotlib.ft2font"
_SUBSETTER = ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib", "libharfbuzz-subset-0.dll")


@dataclass(frozen=True, slots=True)
class Faces:
    """The font files, in a fixed order: OpenType files for Latin, .ttc collections for Chinese."""

    latin: tuple[Path, ...]
    chinese: tuple[Path, ...]

    @property
    def files(self) -> tuple[Path, ...]:
        """All files, Latin first."""
        return self.latin + self.chinese


def find_faces(folders: Sequence[Path] = CHINESE_FOLDERS) -> Faces:
    """The files on this machine; `folders` are searched for the Chinese ones.

    Raises MissingTool if a face, or the library that cuts faces down to the used glyphs, is not there.
    """
    faces = Faces(latin_files(), chinese_files(folders))
    check_subsetter()
    return faces


def face_file(faces: Faces, family: str, weight: int) -> Path:
    """The file with the upright face of a family whose weight is nearest."""
    stem = family.removesuffix(" SC").replace(" ", "")
    there = {file.stem: file for file in faces.files}
    styles = sorted(_WEIGHTS, key=lambda style: abs(_WEIGHTS[style] - weight))
    return next(there[name] for style in styles if (name := f"{stem}-{style}") in there)


def latin_files() -> tuple[Path, ...]:
    """Raises MissingTool when one is not there."""
    found: list[Path] = []
    for package, stem in _LATIN.items():
        spec = find_spec(package)
        if spec is None or not spec.submodule_search_locations:
            raise MissingTool(say("fonts.package", package=package, pip=package.replace("_", "-")))
        folder = Path(spec.submodule_search_locations[0], "files")
        found += [folder / f"{stem}-{style}.otf" for style in _STYLES]
    _check_there(found, say("fonts.latin", packages="font-source-serif-pro font-source-sans-pro"))
    return tuple(found)


def chinese_files(folders: Sequence[Path] = CHINESE_FOLDERS) -> tuple[Path, ...]:
    """Raises MissingTool when one is not there."""
    homes = [folder.expanduser() for folder in folders]
    found = [next((home / name for home in homes if (home / name).is_file()), Path(name)) for name in _CHINESE]
    _check_there(found, say("fonts.chinese"))
    return tuple(found)


def _check_there(files: Sequence[Path], remedy: str) -> None:
    missing = [file.name for file in files if not file.is_file()]
    if missing:
        raise MissingTool(say("fonts.missing", files=listed(missing), remedy=remedy))


def check_subsetter() -> str:
    """The library's file. Without it WeasyPrint cuts the Chinese faces down in Python: 18 s a PDF instead of 0.2 s."""
    for name in _SUBSETTER:
        with suppress(OSError):
            ctypes.CDLL(name)
            return name
    raise MissingTool(say("fonts.subsetter"))


def text_engine() -> str:
    """The versions of the libraries that shape and break lines: pages that others have set may differ.

    Empty where they are not found by the names that Linux gives them.
    """
    try:
        pango, harfbuzz = ctypes.CDLL("libpango-1.0.so.0"), ctypes.CDLL("libharfbuzz.so.0")
    except OSError:
        return ""
    harfbuzz.hb_version_string.restype = ctypes.c_char_p
    return f"Pango {pango.pango_version()}, HarfBuzz {harfbuzz.hb_version_string().decode()}"


def fontconfig(faces: Faces, folder: Path) -> Path:
    """Write our fonts.conf into `folder` and return its path; fontconfig keeps its cache beside it.

    The name holds a hash of the content, so builds with other faces do not meet. Raises OSError.
    """
    text = _conf(faces, folder / "fontconfig")
    path = folder / f"fonts-{sha256(text.encode()).hexdigest()[:12]}.conf"
    if not path.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        # Renamed into place: another build may be reading it.
        with tempfile.NamedTemporaryFile("w", dir=folder, suffix=".tmp", delete=False, encoding="utf-8") as draft:
            draft.write(text)
        Path(draft.name).replace(path)
    return path


def _conf(faces: Faces, cache: Path) -> str:
    """fonts.conf: fontconfig reads whole folders, so all their files are rejected and ours accepted again."""
    folders = sorted({file.parent for file in faces.files})
    rows = [f"<dir>{escape(str(folder), quote=False)}</dir>" for folder in folders]
    rows += [f"<cachedir>{escape(str(cache), quote=False)}</cachedir>", "<selectfont>"]
    rows += ["<rejectfont><glob>*</glob></rejectfont>"]
    rows += [f"<acceptfont><glob>{escape(str(file), quote=False)}</glob></acceptfont>" for file in faces.files]
    for family in _FOREIGN:
        pattern = f'<pattern><patelt name="family"><string>{family}</string></patelt></pattern>'
        rows.append(f"<rejectfont>{pattern}</rejectfont>")
    rows.append("</selectfont>")
    return '<?xml version="1.0"?>\n<fontconfig>\n' + "\n".join(rows) + "\n</fontconfig>\n"


def use(faces: Faces, folder: Path | None = None) -> Path:
    """Point fontconfig at our fonts.conf, for every font map that this process makes from now on.

    `folder` defaults to the user's cache folder, or to the temporary one where that cannot be written.
    """
    try:
        path = fontconfig(faces, folder or cache_folder())
    except OSError:
        path = fontconfig(faces, Path(tempfile.gettempdir(), f"bulletin-{os.getuid()}"))
    os.environ["FONTCONFIG_FILE"] = str(path)
    return path


def cache_folder() -> Path:
    """Where the XDG base directory specification puts caches."""
    return Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser() / "bulletin"


@cache
def face_reader() -> Any:
    """The part of matplotlib that opens faces, as `import` would give it, without the package around it: 0.3 s."""
    if FACE_READER not in sys.modules:
        spec = PathFinder.find_spec(FACE_READER, [str(matplotlib_folder())])
        assert spec is not None and spec.loader is not None, "matplotlib is pinned"
        sys.modules[FACE_READER] = module_from_spec(spec)
        spec.loader.exec_module(sys.modules[FACE_READER])
    return sys.modules[FACE_READER]


@cache
def opened_face(family: str, weight: int) -> Any:
    """The upright face of a family whose weight is nearest, opened, with its place in its file as `face_index`.

    To open a Chinese face takes 10 ms: a collection is looked through only where the face is not at its usual place.
    """
    file, font = face_file(find_faces(), family, weight), face_reader().FT2Font
    face = font(file, face_index=USUAL_PLACE if file.suffix == ".ttc" else 0)
    others = (font(file, face_index=n) for n in range(face.num_faces))
    return face if face.family_name == family else next(one for one in others if one.family_name == family)


os.register_at_fork(after_in_child=opened_face.cache_clear)  # both would read one open file, where the other left off


def matplotlib_folder() -> Path:
    """Where it is installed."""
    spec = find_spec("matplotlib")
    assert spec is not None and spec.submodule_search_locations, "matplotlib is pinned"
    return Path(spec.submodule_search_locations[0])


def matplotlib_faces(font_manager: Any, faces: Faces) -> None:
    """Make `matplotlib.font_manager.fontManager` know these files only, and of the collections only the SC faces."""
    font_manager.ttflist.clear()
    font_manager.afmlist.clear()
    for file in faces.files:
        font_manager.addfont(file)
    font_manager.ttflist[:] = [entry for entry in font_manager.ttflist if entry.name in FAMILIES]
