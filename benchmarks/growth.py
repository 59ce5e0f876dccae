"""Projects of any number of publications: the content of content/ again and again, under names of its own."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ("glossary.yaml", "publication.yaml", "translations.lock")
PROGRAM = ("bulletin", "seeds", "templates", "generate.py", "requirements.txt")
MODELS = [path for path in sorted((ROOT / "content").glob("*.yaml")) if path.name not in (*SHARED, "summary.yaml")]


def program(folder: Path, *more: str) -> Path:
    """The program, and `more` of the project, in a new folder where a benchmark may change them."""
    folder.mkdir(parents=True)
    for part in (*PROGRAM, *more):
        source = ROOT / part
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / part)
    (folder / ".venv").symlink_to(ROOT / ".venv")
    return folder


def project(folder: Path, publications: int) -> Path:
    """A project of that many bulletins and no summary, in a new folder."""
    program(folder)
    content = folder / "content"
    content.mkdir()
    for shared in SHARED:
        shutil.copy(ROOT / "content" / shared, content)
    for at in range(publications):
        model = MODELS[at % len(MODELS)]
        text = model.read_text(encoding="utf-8")
        name = f"{model.stem}_{at:05}"
        written = re.sub(rf"^name: {model.stem}$", f"name: {name}", text, count=1, flags=re.MULTILINE)
        (content / f"{name}.yaml").write_text(written, encoding="utf-8")
    return folder
