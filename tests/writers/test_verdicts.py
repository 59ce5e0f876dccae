"""The verdicts of a print shop on files with known faults."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bulletin.proofing.inks import Inks, Raster
from bulletin.proofing.preflight import Font, Preflight, Sheet
from bulletin.proofing.verdicts import HEADS, Kind, fill, judge, kind_of, refused, row, table, told

GOOD = Preflight(
    title="简报",
    language="zh-Hans",
    version="1.7",
    conformance=("PDF/A-3A", "PDF/UA-1"),
    tagged=True,
    sheets=tuple(Sheet(n, (210, 297), (210, 297), (210, 297), (5.0, 20.0)) for n in (1, 2, 3, 4)),
    fonts=(Font("Noto-Serif-CJK-SC", embedded=True, subset=True),),
    inks=Inks(5.5, 6.6, 0.3, 15.5, 0.0, ("DeviceRGB",), (), 0),
    bookmarks=12,
    attachments=("jingchenglu.yaml",),
)
PRESS = replace(
    GOOD,
    conformance=("PDF/X-4",),
    tagged=False,
    sheets=tuple(replace(sheet, media=(230, 317), bleed=(216, 303)) for sheet in GOOD.sheets),
    inks=replace(GOOD.inks, colours=("DeviceCMYK",), total=220, thinnest_line=0.567),
    intent="SWOP",
    attachments=(),
)


def messages(found: Preflight, kind: Kind = "office", level: str = "error") -> list[str]:
    return [verdict.message for verdict in judge(found, kind) if verdict.level == level]


def test_good_files_pass() -> None:
    assert judge(GOOD, "office") == []
    assert judge(PRESS, "press") == []


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (
            {"fonts": (Font("NotoSerifCJKjp-Regular", True, True),)},
            "the face NotoSerifCJKjp-Regular is not one of ours",
        ),
        ({"fonts": (Font("Noto-Serif-CJK-JP", True, True),)}, "the face Noto-Serif-CJK-JP is not one of ours"),
        ({"fonts": (Font("Source-Sans-Pro", False, True),)}, "the face Source-Sans-Pro is not in the file"),
        ({"fonts": (Font("Source-Sans-Pro", True, False),)}, "the face Source-Sans-Pro is in the file whole"),
        ({"inks": replace(GOOD.inks, missing_glyphs=3)}, "3 characters print as empty boxes"),
        ({"conformance": ("PDF/A-3A",)}, "the file does not say that it is PDF/UA-1"),
        ({"tagged": False}, "no tags: a screen reader finds no order"),
        ({"title": ""}, "no title"),
        ({"language": ""}, "no language"),
        ({"attachments": ()}, "the content file is not inside"),
        (
            {"sheets": (Sheet(1, (216, 279), (216, 279), (216, 279)),)},
            "page 1: the trim is 216 × 279 mm, not 210 × 297 mm",
        ),
    ],
)
def test_what_an_archive_refuses(changed: dict[str, object], said: str) -> None:
    assert messages(replace(GOOD, **changed)) == [said]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"colours": ("DeviceCMYK", "DeviceRGB")}, "colours other than CMYK: DeviceCMYK, DeviceRGB"),
        ({"total": 310.0}, "310 % of ink, more than paper takes"),
        ({"coloured_text": 9.0}, "type of 9 pt in several inks"),
        ({"thinnest_line": 0.3}, "a line of 0.11 mm"),
    ],
)
def test_what_a_shop_refuses(changed: dict[str, object], said: str) -> None:
    assert messages(replace(PRESS, inks=replace(PRESS.inks, **changed)), "press") == [said]  # type: ignore[arg-type]


def test_a_press_file_needs_bleed_marks_and_a_press() -> None:
    bare = replace(PRESS, intent="", sheets=tuple(replace(GOOD.sheets[0], number=n) for n in (1, 2, 3, 4)))
    said = messages(bare, "press")
    assert "page 1: the bleed box is 210 × 297 mm, not 3 mm around the trim" in said
    assert "page 1: no room for crop marks around 210 × 297 mm" in said
    assert "no press is named (output intent)" in said


def test_what_is_small_or_short_is_noticed() -> None:
    short = replace(GOOD, sheets=(*GOOD.sheets[:3], replace(GOOD.sheets[3], floors=(5.0, 150.0))))
    assert messages(short, level="notice") == ["page 4 is filled to 48 %"]
    assert messages(replace(GOOD, inks=replace(GOOD.inks, smallest_words=6.0)), level="notice") == ["words of 6 pt"]
    assert messages(replace(GOOD, bookmarks=0), level="notice") == ["no bookmarks"]
    coarse = {"pictures": (Raster(1, 90, 90, 299.9, "DeviceCMYK"), Raster(2, 9, 9, 72.0, "DeviceCMYK"))}
    for of, kind in ((GOOD, "office"), (PRESS, "press")):
        said = messages(replace(of, inks=replace(of.inks, **coarse)), kind, "notice")  # type: ignore[arg-type]
        assert said == ["page 2: a picture of 72 dpi"]
    assert messages(replace(PRESS, sheets=PRESS.sheets[:3]), "press", "notice") == ["3 pages fill no folded sheet"]


def test_raised_numbers_may_be_smaller_than_words() -> None:
    assert messages(replace(GOOD, inks=replace(GOOD.inks, smallest_type=5.2)), level="notice") == []
    assert messages(replace(GOOD, inks=replace(GOOD.inks, smallest_type=4.0)), level="notice") == ["numbers of 4 pt"]


def test_the_fill_counts_from_the_head_of_the_body_to_the_lowest_thing_over_the_foot() -> None:
    first, second, *_ = fill(GOOD, "office")
    assert first == pytest.approx((287 - 20) / (287 - 12.5))
    assert second == pytest.approx((278.4 - 20) / (278.4 - 12.5))


def test_the_table_has_a_cell_for_each_question() -> None:
    rows = [row("jingchenglu.pdf", GOOD), row("jingchenglu.press.pdf", PRESS, "–")]
    assert all(len(each) == len(HEADS) for each in rows)
    lines = table(rows)
    assert [line.split()[0] for line in lines] == ["file", "jingchenglu.pdf", "jingchenglu.press.pdf"]
    assert "CMYK 220 %" in lines[2] and "3 mm" in lines[2]


def test_the_kind_is_told_by_the_name_and_errors_come_first() -> None:
    assert [kind_of(f"x.{part}pdf") for part in ("", "zh.", "press.", "zh.press.", "a3.")] == [
        "office",
        "office",
        "press",
        "press",
        "a3",
    ]
    wrong = replace(GOOD, tagged=False, bookmarks=0)
    assert refused("x.pdf", wrong) == ["x.pdf: no tags: a screen reader finds no order"]
    assert told({"x.pdf": judge(replace(GOOD, bookmarks=0), "office"), "y.pdf": judge(wrong, "office")}) == [
        "y.pdf: error: no tags: a screen reader finds no order",
        "x.pdf: notice: no bookmarks",
        "y.pdf: notice: no bookmarks",
    ]
