"""A paper of an office with all that it can have: number of the issue, editor's note, contents, photographs, end."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import yaml

from tests import photo_project
from tests.conftest import small_project
from tests.photo_project import FRONT, UPRIGHT, shot, words
from tests.pictures import camera, put, saved, scene, swapped
from tests.samples import CASES

PAIR: dict[str, Any] = {
    "kind": "photo",
    "pictures": [
        shot("left.jpg", "横着拍的田野", "The field, taken sideways"),
        shot("right.jpg", "田野的另一种色调", "The field in other tones"),
    ],
    "shape": "landscape",
    "caption": words("街道新建游园<parks>。", "The subdistrict built <parks>."),
    "credit": words("资料图片", "File photographs"),
}
PHOTOGRAPHS = (FRONT, UPRIGHT, PAIR)
COUNT = 4
"""Wide, upright and two side by side."""
ISSUE = {"number": 12, "total": 48, "printed": "2018-12-26", "print_run": 1200}
NOTE = words(
    "今年起，本刊逐篇介绍各街道的做法。柳林街道新建游园<parks>，居民出门就能散步。读者有话要说，请来信。",
    "From this year we look at the subdistricts one by one. Liulin built <parks>, a short walk for every resident. "
    "Readers who have something to say should write to us.",
)


def bare(folder: Path) -> Path:
    """The small project, with neither furniture nor photographs."""
    return small_project(folder)


def periodical(folder: Path) -> Path:
    """The same content with all furniture and the photographs."""
    bare(folder)
    photo_project.make(folder)
    left, right = (1500, 1200), scene((1500, 1200))
    put(folder, left_jpg=camera(left, orientation=6), right_jpg=saved(right, icc_profile=swapped(), quality=80))
    path = folder / "content" / "willow.yaml"
    data = yaml.safe_load(path.read_text(encoding="utf-8")) | {"issue": ISSUE, "editors_note": NOTE}
    data["stories"][0]["plates"] += PHOTOGRAPHS
    data["pages"][0].insert(1, "editors_note")
    _write(path, data)
    furnish(folder)
    return folder


def furnish(folder: Path) -> None:
    """What the office says of the paper itself, with its logo."""
    shutil.copy(CASES / "furniture" / "publication.yaml", folder / "content")
    (folder / "brand").mkdir()
    shutil.copy(CASES / "furniture" / "logo.svg", folder / "brand")


def _write(path: Path, data: dict[str, Any]) -> None:
    plain = json.loads(json.dumps(data))  # the same words twice would become an anchor
    path.write_text(yaml.safe_dump(plain, allow_unicode=True, sort_keys=False), encoding="utf-8")


def summary(folder: Path) -> Path:
    """The summary of two places as a paper of the office, with a photograph before its other plates."""
    photo_project.project(folder, [])
    path = folder / "content" / "summary.yaml"
    data = yaml.safe_load(path.read_text(encoding="utf-8")) | {"issue": ISSUE}
    data["pages"][0]["plates"].insert(0, FRONT)
    _write(path, data)
    furnish(folder)
    return folder
