"""Photographs for the press: sRGB → the inks of the shop's profile, never more of them on one spot than paper takes."""

from __future__ import annotations

import io
import zlib
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pikepdf
from pikepdf import Array, Name
from PIL import Image, ImageCms

from bulletin.messages import say
from bulletin.pages.typeset import TypesettingError
from bulletin.press.profile import Profile

MOST_INK = 290
"""Percent of all inks together that a photograph lays on one spot; a shop's limit is 300."""
QUALITY = 95
_FLAGS = ImageCms.Flags.BLACKPOINTCOMPENSATION
_FULL = 255


@dataclass(frozen=True)
class Inker:
    """Turns the photographs of pages into inks. Raises TypesettingError where the profile cannot do it."""

    profile: Profile

    @cached_property
    def _transform(self) -> Any:
        try:
            press = ImageCms.ImageCmsProfile(io.BytesIO(self.profile.data))
            intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
            return ImageCms.buildTransform(ImageCms.createProfile("sRGB"), press, "RGB", "CMYK", intent, _FLAGS)
        except (ImageCms.PyCMSError, OSError) as error:
            raise TypesettingError([say("press.photo_profile", profile=self.profile.name)]) from error

    def check(self) -> None:
        """Raises TypesettingError for a profile that is not made for this."""
        assert self._transform

    def ink(self, stream: Any) -> None:
        """Change a picture of a page, where it is, into one of CMYK; grey ones are printed in black alone."""
        image = _image(stream)
        data, filter = _written(_black(image) if image.mode == "L" else self._colours(image))
        stream.write(data, filter=filter)
        for key in ("/ICCBased", "/Intent", "/Decode", "/DecodeParms", "/SMask", "/Mask"):
            if key in stream:
                del stream[key]
        stream.ColorSpace, stream.BitsPerComponent = Name.DeviceCMYK, 8
        if filter == Name.DCTDecode:
            stream.Decode = Array([1, 0] * 4)

    def _colours(self, image: Image.Image) -> Image.Image:
        made = ImageCms.applyTransform(image, self._transform)
        assert made is not None  # it is when the image itself is changed
        return limited(made)


def _image(stream: Any) -> Image.Image:
    """Its pixels. Raises TypesettingError for what no photograph of ours is."""
    space = str(stream.get("/ColorSpace", ""))
    clear = "/SMask" not in stream and "/Mask" not in stream and "/ImageMask" not in stream
    if not clear or space not in ("/DeviceRGB", "/DeviceGray") or int(stream.get("/BitsPerComponent", 0)) != 8:
        raise TypesettingError([say("press.raster")])
    return pikepdf.PdfImage(stream).as_pil_image().convert("RGB" if space == "/DeviceRGB" else "L")


def _black(image: Image.Image) -> Image.Image:
    none = Image.new("L", image.size, 0)
    return Image.merge("CMYK", (none, none, none, Image.eval(image, lambda light: _FULL - light)))


def limited(inks: Image.Image, most: float = MOST_INK) -> Image.Image:
    """Where there is too much ink, less of the three colours, in their proportion; the black stays."""
    parts = np.asarray(inks).astype(np.float32)
    colours, black = parts[..., :3], parts[..., 3:]
    whole = colours.sum(axis=2, keepdims=True)
    room = np.maximum(most * _FULL / 100 - black, 0)
    share = np.where(whole > room, room / np.maximum(whole, 1), 1)
    return Image.fromarray(np.concatenate([np.floor(colours * share), black], axis=2).astype(np.uint8), "CMYK")


def most_ink(inks: Image.Image) -> float:
    """The most that lies on one spot, in percent."""
    return float(np.asarray(inks).astype(np.uint16).sum(axis=2).max()) * 100 / _FULL


def _written(inks: Image.Image) -> tuple[bytes, Name]:
    """As a JPEG, whose losses may add ink; without loss where they add too much."""
    out = io.BytesIO()
    inks.save(out, "JPEG", quality=QUALITY, subsampling=0)
    with Image.open(io.BytesIO(out.getvalue())) as again:
        if most_ink(again) < (MOST_INK + 300) / 2:
            return out.getvalue(), Name.DCTDecode
    return zlib.compress(inks.tobytes(), 6), Name.FlateDecode
