"""Pictures, comments and words of the program in a draft: what is told of them, and with which words."""

from __future__ import annotations

import pytest

from bulletin.desk.returns.compare import compare
from bulletin.desk.returns.opened import Comment
from bulletin.desk.returns.operations import Report, Set
from bulletin.desk.returns.revisions import Revision
from bulletin.desk.returns.said import CurrentText, is_prose
from bulletin.desk.returns.today import affixes, steps_of
from bulletin.desk.returns.tokens import BREAK
from bulletin.word import Entry, Kept, Source, WrittenParagraph
from bulletin.word.drawings import PlacedDrawing
from tests.desk.returns.slate import came, kept

NOTE = ("notes.0", "zh", "一则说明，写在这里。")
PAGE = ("zh", NOTE[2])
REPLACED = "the picture Picture 1 was replaced; change its data in the content file"


def pictures(old: list[PlacedDrawing], new: list[PlacedDrawing]) -> list[str]:
    found = compare(kept(NOTE, pictures=old), came(PAGE, pictures=new))  # type: ignore[arg-type]
    assert found.operations == ()
    return [one.told() for one in found.reports]


def drawn(name: str, alt: str = "", *digests: str) -> PlacedDrawing:
    return PlacedDrawing(name, alt, digests)


def test_a_picture_is_found_by_its_name_else_by_its_words_else_by_what_it_shows() -> None:
    one, two = drawn("Picture 1", "甲图", "a"), drawn("Picture 2", "乙图", "b")
    assert pictures([one, two], [one, two]) == []
    assert pictures([one, two], [two, one]) == []
    assert pictures([one], [drawn("Grafik 7", "甲图", "a")]) == []
    assert pictures([one], [drawn("Grafik 7", "", "a", "z")]) == []
    assert pictures([one], [drawn("Grafik 7", "甲图", "z")]) == [REPLACED]
    assert pictures([one], [drawn("Picture 1", "甲图", "z")]) == [REPLACED]
    assert pictures([one], [drawn("Picture 1", "甲图")]) == [], "what could not be read is not another"


def test_a_picture_that_is_gone_new_or_said_otherwise() -> None:
    one, two = drawn("Picture 1", "甲图", "a"), drawn("Picture 2", "乙图", "b")
    assert pictures([one, two], [two]) == ["the picture Picture 1 was taken out; a rebuild draws it again"]
    told = pictures([one], [one, drawn("Photo", "照片", "p")])
    assert len(told) == 1
    assert "Photo" in told[0]
    assert told[0].endswith("\n    照片")
    told = pictures([one], [drawn("Picture 1", "另一说", "a")])
    assert len(told) == 1
    assert "alternative text" in told[0]
    assert told[0].endswith("\n    另一说")
    assert pictures([one], [drawn("Picture 1", "", "a")]) == []


def test_a_name_that_two_pictures_have_counts_once() -> None:
    one, other = drawn("Picture", "甲图", "a"), drawn("Picture", "乙图", "b")
    assert pictures([one, other], [one, other]) == []
    assert len(pictures([one, other], [one])) == 1


def fixed(before: tuple[str | int, ...], now: str) -> tuple[list[str], list[tuple[str, str]]]:
    """What is told of the program's words, and the texts that changed."""
    texts = (Entry("_b_0", "notes.0", "zh", "游园三处"), Entry("_b_1", "notes.0", "en", "Three parks"))
    texts = texts[: sum(isinstance(part, int) for part in before)]
    baseline = Kept("willow", Source("x.yaml", "0"), texts, (WrittenParagraph("Body", None, before),), ())
    found = compare(baseline, came(("", now)))
    reports = [one.text for one in found.reports if isinstance(one, Report)]
    return reports, [(one.lang, one.new) for one in found.operations if isinstance(one, Set)]


@pytest.mark.parametrize(
    ("before", "now", "told", "changed"),
    [
        (("来源：", 0), "来源：游园三处", [], []),
        (("来源：", 0), "出处：游园三处", ["- 来源\n+ 出处"], []),
        ((0, "（来源）"), "游园三处（出处）", ["- 来源\n+ 出处"], []),
        ((0, "（来源）"), "游园三处", ["- （来源）"], []),
        ((0, "　　来源"), "游园三处 来源", [], []),
        ((0, "。来源", 1), "游园四处。来源Three parks", [], [("zh", "游园四处")]),
        ((0, "。来源", 1), "游园三处。来源Four parks", [], [("en", "Four parks")]),
    ],
)  # fmt: skip
def test_the_programs_words_are_told_and_the_texts_come_home(
    before: tuple[str | int, ...], now: str, told: list[str], changed: list[tuple[str, str]]
) -> None:
    reports, sets = fixed(before, now)
    assert sets == changed
    assert reports == told


@pytest.mark.parametrize(
    ("now", "zh", "en"),
    [
        ("全新的话All new", "全新的话", "All new"),
        ("全新的话 All new", "全新的话", "All new"),
        ("全新，的话All", "全新，的话", "All"),
        ("All全新", "全新", "All"),
    ],
)
def test_what_was_written_over_both_languages_goes_to_each_its_own(now: str, zh: str, en: str) -> None:
    reports, sets = fixed((0, 1), now)
    assert dict(sets) == {"zh": zh, "en": en}
    assert reports == []


def test_a_comment_stands_at_the_text_of_its_paragraph() -> None:
    before = kept(NOTE, ("notes.1", "zh", "另一则说明，也在这里。"))
    rows = (PAGE, ("zh", "另一则说明，也在这里。"))
    said = [Comment("王", "2026-11-21T08:00:00Z", "请核实", 1), Comment("", "", "查", None), Comment("李", "", "甲", 0)]
    found = compare(before, came(*rows, comments=said))
    assert [(one.path, one.text) for one in found.reports] == [("notes.1", "请核实"), ("", "查"), ("notes.0", "甲")]
    assert "王 2026-11-21" in found.reports[0].what
    assert "08:00" not in found.reports[0].what


def test_a_tracked_change_is_told_with_its_words() -> None:
    found = compare(kept(NOTE), came(PAGE, revisions=[Revision("inserted", "words", "王", "2026-11-21T", "说明")]))
    assert [(one.what, one.text) for one in found.reports] == [
        ("tracked: inserted words by 王 2026-11-21", "说明")
    ] or ("inserted words" in found.reports[0].what and found.reports[0].text == "说明")


@pytest.mark.parametrize(
    ("path", "lang", "text", "flat"),
    [
        ("notes.0", "zh", f"一{BREAK}二", "一二"),
        ("notes.0", "en", f"One.{BREAK}Two.", "One. Two."),
        ("stories.0.title", "zh", f"一{BREAK}二", "一\n二"),
        ("stories.0.title", "en", f"One{BREAK}two", "One\ntwo"),
        ("notes.0", "zh", None, ""),
    ],
)
def test_what_was_cut_in_pieces_is_one_text(path: str, lang: str, text: str | None, flat: str) -> None:
    assert CurrentText(0, Entry("_b", path, lang, ""), "", text).flat == flat  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("path", "prose"),
    [
        ("stories.0.paragraphs.1", True), ("notes.12", True), ("briefs.0.text", True), ("text", True),
        ("stories.0.paragraphs.1.head", False), ("stories.0.title", False), ("context", False),
        ("stories.0.plates.0.note", False), ("projects.0.name", False), ("notes.1.zh", False),
    ],
)  # fmt: skip
def test_bold_is_the_writers_own_in_prose(path: str, prose: bool) -> None:
    assert is_prose(path) is prose


LONG = "甲" * 300


@pytest.mark.parametrize(
    ("old", "own", "ends"),
    [
        ("注释", "注释", ("", "")),
        ("来源：街道；注释", "注释", ("来源：街道；", "")),
        ("来源: 注释", "注释", ("来源: ", "")),
        ("来源;注释", "注释", ("来源;", "")),
        ("来源　注释", "注释", ("来源　", "")),
        ("来源，注释", "注释", None),
        ("前注释", "注释", None),
        ("注释；来源：街道", "注释", ("", "；来源：街道")),
        ("注释;来源", "注释", ("", ";来源")),
        ("注释（存疑）", "注释", ("", "（存疑）")),
        ("注释(in doubt)", "注释", ("", "(in doubt)")),
        ("Note (in doubt)", "Note", ("", " (in doubt)")),
        ("Note [in doubt]", "Note", None),
        ("注释，来源", "注释", None),
        ("注释", "", None),
        ("", "注释", None),
        ("别的", "注释", None),
        (f"来源：{LONG}", LONG, ("来源：", "")),
        (f"{LONG}；来源", LONG, ("", "；来源")),
    ],
)
def test_the_programs_words_stand_apart_from_the_curators(old: str, own: str, ends: tuple[str, str] | None) -> None:
    assert affixes(old, own) == ends


def test_a_path_has_numbers_where_it_counts() -> None:
    assert steps_of("stories.0.paragraphs.12.zh") == ("stories", 0, "paragraphs", 12, "zh")
    assert steps_of("facts.a1.label") == ("facts", "a1", "label")
    assert steps_of("notes.²") == ("notes", "²"), "what int() does not read"
