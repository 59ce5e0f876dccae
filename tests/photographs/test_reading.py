"""A file from anywhere is a photograph, whole and in its own colours, or is refused by what it is."""

from __future__ import annotations

import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from bulletin.messages import say
from bulletin.photographs.reading import PhotographError, photograph
from bulletin.photographs.rendering import jpeg, part, png
from tests.photographs.told import KINDS, PAGE, page
from tests.pictures import EARTH, SERIAL, SUN, adobe, camera, exif, profile, saved, scene, swapped

SMALL = scene((400, 300))


def a_png(wide: int, high: int, depth: int = 8, lines: bytes = b"\0" * 1000) -> bytes:
    """What the head says, whatever the lines hold."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", wide, high, depth, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(lines)) + chunk(b"IEND", b"")


def damaged(data: bytes) -> bytes:
    """One bit of the pixels is another."""
    at = data.index(b"IDAT") + 30
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


BAD = {
    "huge: one that would fill the memory": (a_png(60_000, 60_000), "huge"),
    "huge: a little more than is taken": (a_png(10_001, 10_000), "huge"),
    "broken: a JPEG cut short": (camera((800, 600))[:9000], "broken"),
    "broken: a PNG cut short": (saved(SMALL, "PNG")[:2000], "broken"),
    "broken: a PNG with a wrong bit": (damaged(saved(SMALL, "PNG")), "broken"),
    "broken: a JPEG of its first bytes": (camera((800, 600))[:3], "broken"),
    "animated: GIF": (saved(SMALL, "GIF", save_all=True, append_images=[SMALL.rotate(9)]), "animated"),
    "animated: PNG": (saved(SMALL, "PNG", save_all=True, append_images=[SMALL.rotate(9)]), "animated"),
    "animated: WebP": (saved(SMALL, "WEBP", save_all=True, append_images=[SMALL.rotate(9)]), "animated"),
    "pages": (saved(SMALL, "TIFF", save_all=True, append_images=[SMALL]), "pages"),
    "cmyk: JPEG": (saved(SMALL.convert("CMYK")), "cmyk"),
    "cmyk: TIFF": (saved(SMALL.convert("CMYK"), "TIFF"), "cmyk"),
    "deep: grey PNG": (saved(Image.new("I;16", (40, 30), 9), "PNG"), "deep"),
    "deep: PNG of colours": (a_png(20, 20, 16, b"".join(b"\0" + b"\x12\x34" * 60 for _ in range(20))), "deep"),
    "deep: TIFF": (saved(Image.new("I;16", (40, 30), 9), "TIFF"), "deep"),
    "deep: TIFF of numbers": (saved(Image.new("F", (40, 30), 9), "TIFF"), "deep"),
    "colours": (saved(Image.new("LAB", (40, 30)), "TIFF"), "colours"),
    "profile: of another kind": (saved(SMALL, icc_profile=profile("LAB")), "profile"),
    "profile: no profile": (saved(SMALL, icc_profile=b"junk" * 50), "profile"),
    "no_profile": (saved(SMALL, exif=adobe()), "no_profile"),
    "no_picture: a text": ("不是图".encode(), "no_picture"),
    "no_picture: nothing": (b"", "no_picture"),
    "no_picture: a drawing": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "no_picture"),
    "no_picture: PDF": (b"%PDF-1.7\n", "no_picture"),
    "no_picture: BMP": (saved(SMALL, "BMP"), "no_picture"),
    "tiny": (saved(Image.new("RGB", (15, 400)), "PNG"), "tiny"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_photograph_is_refused_by_what_it_is(name: str) -> None:
    data, why = BAD[name]
    with pytest.raises(PhotographError) as error:
        photograph(data)
    values = {"huge": {"most": 100}, "tiny": {"wide": 15, "high": 400}, "colours": {"colours": "LAB"}}
    assert str(error.value) == say(f"photo.{why}", **values.get(why, {}))
    assert f"| {error.value} |" in PAGE.read_text(encoding="utf-8")


def test_the_page_of_what_is_told_is_as_the_program_tells_it() -> None:
    """`python -m tests.photographs.told` writes it."""
    assert PAGE.read_text(encoding="utf-8") == page()
    assert {why for _, why in BAD.values()} < {name.removeprefix("photo.") for name in KINDS}


@given(st.binary(max_size=300), st.sampled_from([b"", b"\xff\xd8\xff", b"GIF89a", b"II*\0", saved(SMALL, "PNG")[:60]]))
def test_whatever_the_bytes_they_are_refused_in_words(data: bytes, head: bytes) -> None:
    with pytest.raises(PhotographError):
        photograph(head + data)


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_a_photograph_stands_upright_however_the_camera_was_held(orientation: int) -> None:
    found = photograph(camera((600, 400), orientation))
    assert found.size == (600, 400)
    pixels = found.pixels()
    assert near(pixels.getpixel((125, 100)), SUN) and near(pixels.getpixel((300, 390)), EARTH)


def near(one: object, other: tuple[int, int, int]) -> bool:
    assert isinstance(one, tuple)
    return all(abs(a - b) < 30 for a, b in zip(one, other, strict=True))


def test_its_own_profile_is_honoured_and_srgb_changes_nothing() -> None:
    plain, same, other = (
        photograph(saved(SMALL, "PNG", **more)).pixels().getpixel((80, 60))
        for more in ({}, {"icc_profile": profile()}, {"icc_profile": swapped()})
    )
    assert plain == SUN and near(same, SUN)
    assert isinstance(other, tuple) and other[2] > other[0] + 100, "red and blue have changed places"


def test_what_is_clear_is_paper() -> None:
    image = scene((400, 300), "RGBA")
    image.paste((0, 0, 0, 0), (0, 0, 200, 150))
    assert photograph(saved(image, "PNG")).pixels().getpixel((100, 75)) == (255, 255, 255)
    grey = Image.new("LA", (40, 30), (0, 0))
    assert photograph(saved(grey, "PNG")).pixels().getpixel((1, 1)) == 255


def test_palettes_and_the_second_picture_of_a_camera_are_no_obstacle() -> None:
    assert photograph(saved(SMALL.convert("P"), "PNG")).pixels().mode == "RGB"
    double = saved(SMALL, "MPO", save_all=True, append_images=[SMALL.resize((100, 75))])
    assert photograph(double).size == (400, 300)


def test_grey_stays_grey() -> None:
    found = photograph(saved(SMALL.convert("L"), "TIFF"))
    assert found.is_grey and found.pixels().mode == "L"
    assert not photograph(saved(SMALL)).is_grey
    assert photograph(saved(SMALL.convert("1"), "PNG")).is_grey


@pytest.mark.parametrize("write", [jpeg, png])
def test_nothing_of_the_file_but_its_pixels_goes_on(write: object) -> None:
    """Place, time, names, thumbnails, comments and profiles: looked for as the file has them, and by name."""
    data = camera((800, 600), icc_profile=profile())
    assert SERIAL.encode() in data and b"Exif" in data and b"ICC_PROFILE" in data
    made = write(part(photograph(data), (0, 0, 800, 600), (60.0, 45.0)))  # type: ignore[operator]
    names = (b"Exif", b"ICC", b"iCCP", b"eXIf", b"tEXt", b"Li Ming", b"Bulletin Phone", b"<?xpacket")
    for trace in (SERIAL.encode(), *names):
        assert trace not in made
    assert exif() not in made


def test_it_is_scaled_to_its_size_on_paper_and_never_up() -> None:
    found = photograph(camera((1200, 800)))
    assert part(found, (0, 0, 1200, 800), (76.2, 50.8)).size == (900, 600)
    assert part(found, (0, 0, 1200, 800), (254.0, 169.3)).size == (1200, 800)
    assert part(found, (300, 0, 900, 800), (50.8, 67.7), dpi=200).size == (400, 533)
    assert part(found, (0, 0, 1200, 800), (76.2, 50.8), grey=True).mode == "L"


def test_the_same_file_gives_the_same_bytes() -> None:
    data = camera((800, 600), icc_profile=swapped())
    one, other = (jpeg(part(photograph(data), (0, 0, 800, 600), (60.0, 45.0))) for _ in range(2))
    assert one == other


def test_a_file_cut_short_is_broken_whatever_the_engine_of_pages_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("PIL.ImageFile.LOAD_TRUNCATED_IMAGES", True)  # as WeasyPrint leaves it
    with pytest.raises(PhotographError):
        photograph(camera((800, 600))[:9000])
