"""A file from anywhere → a photograph: what can be printed is taken, all else is refused by what it is.

Only the pixels are kept: what a camera writes beside them — position, time, name, thumbnails — goes no further.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from PIL import ExifTags, Image, ImageCms, ImageFile, ImageOps, UnidentifiedImageError
from PIL.GifImagePlugin import GifImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.TiffImagePlugin import TiffImageFile
from PIL.WebPImagePlugin import WebPImageFile

from bulletin.messages import say

FORMATS = tuple(file.format for file in (JpegImageFile, PngImageFile, TiffImageFile, WebPImageFile, GifImageFile))
MOST_PIXELS = 100_000_000
LEAST_SIDE = 16
"""In pixels; what has fewer is no photograph."""
PAPER = (255, 255, 255)
_RGB, _GREY = frozenset(("RGB", "RGBA", "RGBX", "P", "PA")), frozenset(("L", "LA", "La", "1"))
_DEEP = frozenset(("I", "F", "I;16", "I;16L", "I;16B", "I;16N"))
_PNG, _DEPTH = b"\x89PNG\r\n\x1a\n", 24
_BITS, _COMPRESSED = 258, 8
"""TIFF's tag for the bits of each colour; more than so many are refused."""
_BLACK_POINT = ImageCms.Flags.BLACKPOINTCOMPENSATION
_RELATIVE = ImageCms.Intent.RELATIVE_COLORIMETRIC


class PhotographError(Exception):
    """The file is no photograph that can be printed; the message says why and what to do."""


@dataclass(frozen=True)
class Photograph:
    """A file that has been looked through: its bytes, its size in pixels as it is seen, and whether it is grey."""

    data: bytes
    size: tuple[int, int]
    is_grey: bool

    def pixels(self) -> Image.Image:
        """Upright, in sRGB (RGB) or grey (L), with nothing of the file beside its pixels."""
        return _pixels(self.data)


def photograph(data: bytes) -> Photograph:
    """The photograph of a file, decoded once to the last pixel. Raises PhotographError."""
    found = _pixels(data)
    return Photograph(data, found.size, found.mode == "L")


def _pixels(data: bytes) -> Image.Image:
    if data.startswith(_PNG):
        with _opened(data) as image:
            image.verify()  # the sums of its chunks, which decoding passes over
    with _opened(data) as image:
        _vet(image, data)
        image.load()
        profile, turned = image.info.get("icc_profile"), ImageOps.exif_transpose(image)
        return _bare(_in_srgb(_on_paper(turned), profile))


@contextmanager
def _opened(data: bytes) -> Iterator[Image.Image]:
    """The image while it is read; whatever goes wrong then is the file's fault, and told in words."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of odd metadata, which goes anyway; sizes are judged here
            with _whole(), Image.open(io.BytesIO(data), formats=FORMATS) as image:
                yield image
    except PhotographError:
        raise
    except UnidentifiedImageError as error:
        raise PhotographError(say("photo.broken" if _begins_as_one(data) else "photo.no_picture")) from error
    except Image.DecompressionBombError as error:
        raise PhotographError(say("photo.huge", most=MOST_PIXELS // 1_000_000)) from error
    except MemoryError as error:
        raise PhotographError(say("photo.huge", most=MOST_PIXELS // 1_000_000)) from error
    except Exception as error:  # decoders raise whatever they like: OSError, SyntaxError, struct.error, IndexError
        raise PhotographError(say("photo.broken")) from error


@contextmanager
def _whole() -> Iterator[None]:
    """A file that ends before its last pixel is broken, whatever else in the process takes such files."""
    before, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _begins_as_one(data: bytes) -> bool:
    return data.startswith((_PNG, b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")) or data[8:12] == b"WEBP"


def _vet(image: Image.Image, data: bytes) -> None:
    """What the head of the file says. Raises PhotographError."""
    wide, high = image.size
    if wide * high > MOST_PIXELS:
        raise PhotographError(say("photo.huge", most=MOST_PIXELS // 1_000_000))
    if min(wide, high) < LEAST_SIDE:
        raise PhotographError(say("photo.tiny", wide=wide, high=high))
    # MPO is what many cameras write: a JPEG with a smaller one behind it
    if image.format != "MPO" and getattr(image, "n_frames", 1) > 1:
        raise PhotographError(say("photo.pages" if image.format == "TIFF" else "photo.animated"))
    if image.mode in _DEEP or _depth(image, data) > _COMPRESSED:
        raise PhotographError(say("photo.deep"))
    if image.mode == "CMYK":
        raise PhotographError(say("photo.cmyk"))
    if image.mode not in _RGB | _GREY | {"YCbCr"}:
        raise PhotographError(say("photo.colours", colours=image.mode))
    if not image.info.get("icc_profile") and _is_adobe_rgb(image):
        raise PhotographError(say("photo.no_profile"))


def _depth(image: Image.Image, data: bytes) -> int:
    """Bits of each colour in the file, which Pillow may have made eight of already."""
    if image.format == "PNG":
        return data[_DEPTH]
    if image.format == "TIFF":
        bits = getattr(image, "tag_v2", {}).get(_BITS, 1)
        return max(bits) if isinstance(bits, tuple) else int(bits)
    return _COMPRESSED


def _is_adobe_rgb(image: Image.Image) -> bool:
    """Does a camera say that its colours are not sRGB, by the word of DCF alone (Exif 2.3, ColorSpace and R03)?"""
    with suppress(Exception):  # broken metadata say nothing
        exif = image.getexif()
        inside = exif.get_ifd(ExifTags.IFD.Exif)
        if inside.get(ExifTags.Base.ColorSpace) == 0xFFFF:
            return str(exif.get_ifd(ExifTags.IFD.Interop).get(1, "")).startswith("R03")
    return False


def _on_paper(image: Image.Image) -> Image.Image:
    """Without transparency: on white. A palette becomes its colours."""
    if image.mode in ("P", "PA") or "transparency" in image.info:
        image = image.convert("RGBA")
    if image.mode in ("RGBA", "LA", "La", "RGBX"):
        plain = image.convert("RGBA" if image.mode.startswith("R") else "LA")
        ground = Image.new("RGB" if plain.mode == "RGBA" else "L", plain.size, "white")
        ground.paste(plain.convert(ground.mode), mask=plain.getchannel("A"))
        return ground
    return image.convert("L") if image.mode == "1" else image.convert("RGB") if image.mode == "YCbCr" else image


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The colours as the file's own profile means them. Raises PhotographError for one that is none of theirs."""
    if not profile:
        return image
    try:
        given = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        space = given.profile.xcolor_space.strip()
        if space == "GRAY" and image.mode == "RGB":  # a palette of greys
            image = image.convert("L")
        target = ImageCms.createProfile("sRGB")
        made = ImageCms.profileToProfile(image, given, target, _RELATIVE, outputMode="RGB", flags=_BLACK_POINT)
    except (ImageCms.PyCMSError, OSError, TypeError, ValueError) as error:
        raise PhotographError(say("photo.profile")) from error
    assert made is not None
    return made.convert("L") if image.mode == "L" else made


def _bare(image: Image.Image) -> Image.Image:
    """The pixels in a new image, which knows nothing of the file."""
    return Image.frombytes(image.mode, image.size, image.tobytes())
