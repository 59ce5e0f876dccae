"""Photographs made by code: gradients and shapes of no place, with the metadata and profiles that cameras write."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from PIL import Image, ImageCms, ImageDraw

SKY, EARTH, SUN = (96, 150, 205), (58, 92, 40), (242, 201, 76)
SERIAL = "SN-0815-BULLETIN"
"""What a test looks for in finished files, and must not find."""


def scene(size: tuple[int, int], mode: str = "RGB") -> Image.Image:
    """A sky over a field, a sun at the upper left, dark trunks at the right: one sees how it was cut and turned."""
    wide, high = size
    ramp = Image.linear_gradient("L").resize(size)
    sky = Image.composite(Image.new("RGB", size, "white"), Image.new("RGB", size, SKY), ramp)
    draw = ImageDraw.Draw(sky)
    draw.rectangle((0, high * 2 // 3, wide, high), fill=EARTH)
    radius = min(wide, high) // 8
    draw.ellipse((wide // 8, high // 8, wide // 8 + 2 * radius, high // 8 + 2 * radius), fill=SUN)
    for n in range(5):
        left = wide * 6 // 10 + n * wide // 14
        draw.rectangle((left, high // 3, left + wide // 50 + 1, high * 5 // 6), fill=(8, 6, 10))
    return sky.convert(mode)


def profile(name: str = "sRGB") -> bytes:
    """An ICC profile: sRGB, or XYZ, which no picture has."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile(name)).tobytes()  # type: ignore[arg-type]


def swapped() -> bytes:
    """A profile of RGB whose first colour is blue and whose last is red: one sees whether it was honoured."""
    data = bytearray(profile())
    rows = {bytes(data[at : at + 4]): at for at in range(132, 132 + 12 * data[131], 12)}
    red, blue = rows[b"rXYZ"], rows[b"bXYZ"]
    data[red + 4 : red + 12], data[blue + 4 : blue + 12] = data[blue + 4 : blue + 12], data[red + 4 : red + 12]
    return bytes(data)


def saved(image: Image.Image, format: str = "JPEG", **more: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, format, **more)
    return out.getvalue()


def exif(orientation: int = 1) -> bytes:
    """What a telephone writes: where and when, with which device, by whom, and how it was held."""
    data = Image.Exif()
    data[0x0112], data[0x010F], data[0xA431] = orientation, "Bulletin Phone", SERIAL
    data[0x013B], data[0x0132] = "Li Ming", "2018:05:01 10:00:00"
    data.get_ifd(0x8825).update({1: "N", 2: (34.0, 45.0, 0.0), 3: "E", 4: (113.0, 37.0, 0.0)})
    return data.tobytes()


def adobe() -> bytes:
    """Exif of a camera that is set to Adobe RGB."""
    data = Image.Exif()
    data.get_ifd(0x8769).update({0xA001: 0xFFFF, 0xA005: {1: "R03"}})
    return data.tobytes()


def camera(size: tuple[int, int] = (2200, 1500), orientation: int = 1, **more: Any) -> bytes:
    """A JPEG as it comes from a telephone."""
    image = scene(size)
    turn = {6: Image.Transpose.ROTATE_90, 8: Image.Transpose.ROTATE_270, 3: Image.Transpose.ROTATE_180}
    if orientation in turn:
        image = image.transpose(turn[orientation])
    return saved(image, exif=exif(orientation), quality=80, comment=SERIAL.encode(), **more)


def put(folder: Path, **pictures: bytes) -> None:
    """Into photos/ of a project: the first underscore of a name is the dot before its suffix."""
    (folder / "photos").mkdir(exist_ok=True)
    for name, data in pictures.items():
        (folder / "photos" / name.replace("_", ".", 1)).write_bytes(data)
