"""A project whose bulletin has photographs of every shape: one on the front page, two upright ones, three in a row."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import yaml

from tests.pictures import camera, profile, put, saved, scene, swapped
from tests.samples import BED, ROOT

Plate = dict[str, Any]
CREDIT = {"zh": "摄影：李明", "en": "Photograph: Li Ming"}


def words(zh: str, en: str) -> dict[str, str]:
    return {"zh": zh, "en": en}


def photo(file: str, zh: str, en: str, **more: Any) -> Plate:
    """A photograph with its words."""
    said = words(zh, en)
    return {"kind": "photo", "file": file, "alt": said, "caption": said, "credit": CREDIT} | more


def shot(file: str, zh: str, en: str, **more: Any) -> Plate:
    return {"file": file, "alt": words(zh, en), "caption": words(zh, en)} | more


FRONT = photo(
    "front.jpg", "田野上的太阳", "The sun over the fields", size="full", shape="wide", focus={"x": 30, "y": 40}
)
UPRIGHT = photo("upright.png", "田边的树", "Trees beside the field", shape="portrait", focus={"x": 80, "y": 50})
PARKS = photo("grey.tif", "街道新建游园<parks>", "The subdistrict built <parks>", grey=True)
ROW: Plate = {
    "kind": "photo",
    "pictures": [
        shot("front.jpg", "左边的太阳", "The sun at the left", focus={"x": 20, "y": 30}),
        shot("turned.jpg", "横着拍的田野", "The field, taken sideways"),
        shot("profile.jpg", "田野的另一种色调", "The field in other tones"),
    ],
    "shape": "square",
    "caption": words("田野、太阳和树。", "The field, the sun and the trees."),
    "credit": words("资料图片", "File photographs"),
}


def project(folder: Path, plates: list[Plate] | None = None, pages: Any = None) -> Path:
    """The sound project of the gate's tests with these plates before its own; with all photographs that they name."""
    shutil.copytree(BED, folder)
    shutil.copytree(ROOT / "templates", folder / "templates")
    make(folder)
    content = folder / "content" / "willow.yaml"
    data = yaml.safe_load(content.read_text(encoding="utf-8"))
    data["stories"][0]["plates"][:0] = [FRONT, UPRIGHT, PARKS, ROW] if plates is None else plates
    if pages:
        data["pages"] = pages
    plain = json.loads(json.dumps(data))  # the same words twice would become an anchor
    content.write_text(yaml.safe_dump(plain, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return folder


def make(folder: Path) -> None:
    """The photographs: from a telephone, with transparency, turned, grey, and in a profile of its own."""
    put(
        folder,
        front_jpg=camera((2600, 1700)),
        upright_png=saved(scene((1200, 1500), "RGBA"), "PNG"),
        grey_tif=saved(scene((1200, 800)), "TIFF"),
        turned_jpg=camera((1200, 900), orientation=6),
        profile_jpg=saved(scene((900, 900)), icc_profile=swapped(), quality=80),
        srgb_jpg=saved(scene((900, 900)), icc_profile=profile(), quality=80),
    )
