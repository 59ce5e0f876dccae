"""Files that are missing, of another kind, too large, out of reach, or named oddly."""

from __future__ import annotations

import os
import shutil
import socket
from pathlib import Path

from tests.conftest import ARTICLE, CONTENT
from tests.faults.stand import ARTICLE_FILE, WILLOW, Fault, Prepare, both, edited, nothing, without, written

HUGE = 1 << 33  # bytes, none of them on the disk


def fifo(file: str) -> Prepare:
    def prepare(project: Path) -> None:
        (project / file).unlink(missing_ok=True)
        os.mkfifo(project / file)

    return prepare


def sparse(file: str) -> Prepare:
    def prepare(project: Path) -> None:
        with (project / file).open("wb") as target:
            target.truncate(HUGE)

    return prepare


def link(file: str, target: str) -> Prepare:
    def prepare(project: Path) -> None:
        path = project / file
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink(missing_ok=True)
        path.symlink_to(target)

    return prepare


def folder(file: str) -> Prepare:
    def prepare(project: Path) -> None:
        (project / file).unlink(missing_ok=True)
        (project / file).mkdir()

    return prepare


def door(file: str) -> Prepare:
    """A socket."""

    def prepare(project: Path) -> None:
        (project / file).unlink(missing_ok=True)
        here = Path.cwd()
        os.chdir((project / file).parent)
        with socket.socket(socket.AF_UNIX) as one:
            one.bind(Path(file).name)
        os.chdir(here)

    return prepare


def moved(old: str, new: str) -> Prepare:
    return lambda project: (project / old).rename(project / new)


def bytes_named(name: bytes) -> Prepare:
    """A content file whose name is not UTF-8."""

    def prepare(project: Path) -> None:
        path = os.path.join(os.fsencode(project), b"content", name)  # noqa: PTH118 - bytes
        with open(path, "wb") as target:  # noqa: PTH123
            target.write(CONTENT.encode())

    return prepare


def _kind(name: str, file: str, prepare: Prepare, says: str = "", place: str = "") -> Fault:
    return Fault("file", name, prepare, says=says or Path(file).name, place=place)


OTHER = CONTENT.replace("name: willow", "name: poplar")
FAULTS = [
    *(
        _kind(f"{file} is {what}", file, make(file))
        for file in (WILLOW, ARTICLE_FILE, "content/glossary.yaml")
        for what, make in {
            "a pipe": fifo,
            "a socket": door,
            "a folder": folder,
            "8 GiB long": sparse,
            "a link to itself": lambda file: link(file, Path(file).name),
            "a link to nowhere": lambda file: link(file, "nowhere"),
            "a link out of the project": lambda file: link(file, "/etc/passwd"),
        }.items()
    ),
    _kind("/dev/zero as the article", ARTICLE_FILE, link(ARTICLE_FILE, "/dev/zero")),
    _kind("the glossary is gone", "content/glossary.yaml", without("content/glossary.yaml")),
    _kind("the publication is gone", "content/publication.yaml", without("content/publication.yaml")),
    _kind("the article is gone", ARTICLE_FILE, without(ARTICLE_FILE)),
    Fault("file", "content/ is gone", without("content"), exit=(1, 2), says="content"),
    Fault("file", "content/ is empty", without(WILLOW, "content/oak.yaml"), exit=(0, 1, 2), says="no content|none|0 "),
    Fault("file", "templates/ is gone", without("templates"), exit=(1,), says="templates"),
    Fault("file", "seeds/ is gone", without("seeds"), exit=(1,), says="willow.txt"),
    Fault("file", "a hidden file of macOS", written("content/._willow.yaml", b"\0\5\x16\7\0\2"), exit=(0,)),
    Fault("file", "a hidden file of an editor", link("content/.#willow.yaml", "me@host.1234"), exit=(0,)),
    Fault("file", "an editor's copy", written("content/willow.yaml~", "x: ["), exit=(0,)),
    Fault("file", "a second copy with a space", written("content/willow 2.yaml", CONTENT), exit=(1,), says="willow 2"),
    Fault("file", ".yml", moved(WILLOW, "content/willow.yml"), exit=(0, 1), says="willow.yml"),
    Fault("file", ".YAML", moved(WILLOW, "content/willow.YAML"), exit=(0, 1), says="willow.YAML"),
    Fault(
        "file",
        "a Chinese name",
        written("content/京城路.yaml", OTHER.replace("poplar", "京城路")),
        exit=(0, 1),
        says="京城路",
    ),
    Fault("file", "a name that is not UTF-8", bytes_named(b"\xbb\xba.yaml"), exit=(0, 1), says="\\.yaml"),
    Fault("file", "an unknown name is asked for", nothing, ("check", "wilow"), (2,), says="willow"),
    Fault("file", "NUL in a name", nothing, ("check", "wil\\0low"), (2,), says="willow"),
    Fault(
        "file",
        "an article with a name of the glossary",
        both(
            moved(ARTICLE_FILE, "seeds/两学一做3.txt"),
            edited("article: willow.txt", "article: 两学一做3.txt")[0],
            without("content/oak.yaml"),
        ),
        exit=(0,),
    ),
    Fault("file", "an article of one line", written(ARTICLE_FILE, ARTICLE.replace("\n", "")), exit=(0, 1)),
    Fault(
        "file",
        "an article of 4 MB",
        written(ARTICLE_FILE, ARTICLE + "柳林街道的春天。\n" * 160_000),
        exit=(0, 1),
        slow=True,
    ),
    Fault(
        "file",
        "an article of 6 MB",
        written(ARTICLE_FILE, ARTICLE + "柳林街道的春天。\n" * 240_000),
        says="larger",
        slow=True,
    ),
]
