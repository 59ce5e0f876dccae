"""Which paragraph of a draft is which of the baseline, and which item of today's file is which: each rule by itself."""

from __future__ import annotations

import pytest

from bulletin.content.yaml_text import parse
from bulletin.desk.returns.matching import match
from bulletin.desk.returns.shares import share
from bulletin.desk.returns.today import Today
from bulletin.desk.returns.tokens import BREAK, Step, gain, steps
from bulletin.desk.returns.written import printed, written
from bulletin.word import Entry, Kept, Source, WrittenParagraph
from bulletin.word.layout import Mark, Stretch, WordParagraph
from tests.desk.returns.slate import came, kept

A, B, C = "志愿者定期清扫楼道和院落。", "沿河的步道今年连成一线。", "老人食堂开在社区的一楼。"


def matched(old: list[tuple[str, str]], new: list[tuple[str, str]]) -> dict[int, int]:
    before = kept(*((f"notes.{n}", lang, text) for n, (lang, text) in enumerate(old)))  # type: ignore[misc]
    return match(written(before), came(*new).paragraphs, [entry.bookmark for entry in before.entries])


def zh(*texts: str) -> list[tuple[str, str]]:
    return [("zh", text) for text in texts]


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        (zh(A, B, C), zh(A, B, C), {0: 0, 1: 1, 2: 2}),
        (zh(A, B, C), zh(A, C), {0: 0, 2: 1}),
        (zh(A, C), zh(A, B, C), {0: 0, 1: 2}),
        (zh(A, B, C), zh(C, A, B), {0: 1, 1: 2, 2: 0}),
        (zh(A, A), zh(A, A), {0: 0, 1: 1}),
        (zh("一", "二"), zh("二", "一"), {0: 1, 1: 0}),
        (zh("第一街道", "二"), zh("二", "第一街道"), {0: 1, 1: 0}),
        (zh(A), zh(f" {A}  "), {0: 0}),
        (zh(A, B), zh(A.replace("志愿者", "居民"), B), {0: 0, 1: 1}),
        (zh(A), zh("今年新开了三家便民超市，营业到夜里。"), {0: 0}),  # in the same style and column
        ([("zh", A)], [("", "今年新开了三家便民超市，营业到夜里。")], {}),
        ([("zh", A)], [("", A)], {0: 0}),
        ([("zh", A), ("en", "Old words.")], [("zh", "Old words."), ("en", A)], {0: 1, 1: 0}),
        (zh(A, B, C), [], {}),
        ([], zh(A), {}),
    ],
)
def test_paragraphs_by_their_words(
    old: list[tuple[str, str]], new: list[tuple[str, str]], pairs: dict[int, int]
) -> None:
    assert matched(old, new) == pairs


def marked(*rows: tuple[str, str]) -> list[WordParagraph]:
    """Paragraphs whose words stand in a bookmark each."""
    return [
        WordParagraph(None, "BodyZH", (0, 0, 0), [Stretch(text)], [Mark(name, 0, len(text))])  # type: ignore[arg-type]
        for name, text in rows
    ]


@pytest.mark.parametrize(
    ("draft", "pairs"),
    [
        ([("_b_0", "甲"), ("_b_1", "乙")], {0: 0, 1: 1}),
        ([("_b_1", "甲"), ("_b_0", "乙")], {0: 1, 1: 0}),
        ([("_b_1", "戊"), ("_b_0", "己")], {0: 1, 1: 0}),
        ([("_b_0", "戊"), ("_b_0", "甲")], {0: 0}),
        ([("_b_9", "甲"), ("_b_8", "乙")], {0: 0, 1: 1}),
    ],
)
def test_a_bookmark_tells_before_the_words_do(draft: list[tuple[str, str]], pairs: dict[int, int]) -> None:
    before = kept(("notes.0", "zh", "甲"), ("notes.1", "zh", "乙"))
    found = match(written(before), marked(*draft), ["_b_0", "_b_1"])
    assert {old: found[old] for old in pairs} == pairs


def test_a_bookmark_that_slipped_to_a_neighbour_is_not_believed() -> None:
    long = [A * 3, B * 3]
    before = kept(("notes.0", "zh", long[0]), ("notes.1", "zh", long[1]))
    assert match(written(before), marked(("_b_1", long[0]), ("_b_0", long[1])), ["_b_0", "_b_1"]) == {0: 0, 1: 1}


def test_an_empty_bookmark_tells_nothing() -> None:
    before = kept(("notes.0", "zh", "甲"), ("notes.1", "zh", "乙"))
    rows = marked(("_b_0", "甲"), ("_b_1", "乙"))
    for row, name in zip(rows, ("_b_1", "_b_0"), strict=True):
        row.marks.insert(0, Mark(name, 0, 0))
    assert match(written(before), rows, ["_b_0", "_b_1"]) == {0: 0, 1: 1}
    for row in rows:
        row.marks[1].opens = False
    assert match(written(before), rows, ["_b_0", "_b_1"]) == {0: 0, 1: 1}


def test_what_was_printed_has_figures_and_no_stars() -> None:
    entry = Entry("_b", "notes.0", "zh", "建<parks>，**植树**<trees:number>，<gone>。", ("3个", "1.2万株"))
    assert printed(entry) == "建3个，植树1.2万株，。"
    before = Kept("w", Source("x", "0"), (entry,), (WrittenParagraph("B", None, ("注：", 0, "完")),), ())
    assert [(one.text, one.entries) for one in written(before)] == [("注：建3个，植树1.2万株，。完", (0,))]


# ---------------------------------------------------------------------------------------------- shares


def shared(old: list[str], new: list[str]) -> tuple[list[str | None], dict[int, int], list[int]]:
    """What each text says now, which was joined to which, and which paragraphs are new."""
    before = kept(*((f"notes.{n}", "zh", text) for n, text in enumerate(old)))
    blocks, draft = written(before), came(*zh(*new)).paragraphs
    found = share(before, blocks, draft, match(blocks, draft, [entry.bookmark for entry in before.entries]))
    says = ["".join(token for token, _ in found.texts[n]) if n in found.texts else None for n in range(len(old))]
    return [text and text.replace(BREAK, "¶") for text in says], found.joined, found.extra


@pytest.mark.parametrize(
    ("old", "new", "says", "joined", "extra"),
    [
        ([A, B], [A, B], [A, B], {}, []),
        ([A + B, C], [A, B, C], [f"{A}¶{B}", C], {}, []),
        ([A + B + C], [A, B, C], [f"{A}¶{B}¶{C}"], {}, []),
        ([C, A + B], [C, A, B], [C, f"{A}¶{B}"], {}, []),
        ([A, B], [A + B], [A, B], {1: 0}, []),
        ([A, B, C], [A + B + C], [A, B, C], {1: 0, 2: 0}, []),
        ([A, B, C], [A, B + C], [A, B, C], {2: 1}, []),
        ([A, B], [A, C, B], [A, B], {}, [1]),
        ([A, B], [A], [A, None], {}, []),
        ([A, B], [A, "短句。" + B], [A, "短句。" + B], {}, []),
    ],
)
def test_words_go_to_the_text_that_they_were_of(
    old: list[str], new: list[str], says: list[str | None], joined: dict[int, int], extra: list[int]
) -> None:
    now, joins, more = shared(old, new)
    assert (now, joins, more) == (says, joined, extra)


def test_bold_of_neighbouring_runs_is_one() -> None:
    before = kept(("notes.0", "zh", "楼院全部换新"))
    runs = [Stretch("楼院"), Stretch("全", True), Stretch("部1", True), Stretch("2", True)]
    draft = [WordParagraph(None, "BodyZH", (0, 0, 0), runs)]  # type: ignore[arg-type]
    found = share(before, written(before), draft, {0: 0})
    assert found.texts[0] == [("楼", False), ("院", False), ("全", True), ("部", True), ("12", True)]


@pytest.mark.parametrize(
    ("own", "whole", "other", "last", "share_"),
    [
        ("乙乙", "甲甲", "甲甲乙乙", True, 1.0),
        ("乙乙", "甲甲", "乙乙甲甲", False, 1.0),
        ("丙丙", "甲甲", "甲甲乙乙", True, 0.0),
        ("乙丙", "甲甲", "甲甲乙乙", True, 0.5),
        ("", "甲甲", "甲甲", True, 0.0),
    ],
)
def test_what_a_part_gains(own: str, whole: str, other: str, last: bool, share_: float) -> None:
    assert gain(own, whole, other, last=last) == share_


def test_steps_count_tokens_on_both_sides() -> None:
    assert steps(["a", "b", "c"], ["a", "x", "y", "c"]) == [
        Step(True, 0, ["a"], 0, ["a"]),
        Step(False, 1, ["b"], 1, ["x", "y"]),
        Step(True, 2, ["c"], 3, ["c"]),
    ]


# ---------------------------------------------------------------------------------------------- today


def today(file: str, *texts: str) -> Today:
    return Today(parse(file, "x.yaml"), kept(*((f"notes.{n}", "zh", text) for n, text in enumerate(texts))))


@pytest.mark.parametrize(
    ("now", "places"),
    [
        ((A, B, C), [0, 1, 2]),
        ((B, C, A), [2, 0, 1]),
        ((C, A, B, "新"), [1, 2, 0]),
        (("新", A, B, C), [1, 2, 3]),
        ((A, "改得认不出的话", C), [0, 1, 2]),  # changed where it stood
        ((A, C), [0, None, 1]),
        ((B, C), [None, 0, 1]),
        ((C,), [None, None, 0]),
        (("一", "二", "三"), [0, 1, 2]),
        ((A, A, A), [0, 1, 2]),
    ],
)
def test_items_are_found_by_their_words_else_where_they_stood(now: tuple[str, ...], places: list[int | None]) -> None:
    file = "notes:\n" + "".join(f"  - zh: {text}\n" for text in now)
    found = today(file, A, B, C)
    assert [path and path[1] for path in (found.path(f"notes.{n}") for n in range(3))] == places
    for n, place in enumerate(places):
        source = found.source(f"notes.{n}", "zh")
        assert source == (None if place is None else (("notes", place, "zh"), now[place]))


@pytest.mark.parametrize("file", ["notes: []\n", "other: 1\n", "notes: words\n"])
def test_a_list_that_is_gone_has_nothing(file: str) -> None:
    found = today(file, A)
    assert found.path("notes.0") is None
    assert found.source("notes.0", "zh") is None
    assert found.unchanged("notes.0", "zh", A) is False
    assert found.familiar() == 0


def test_strangers_share_no_text_with_the_baseline() -> None:
    found = today(f"notes:\n  - zh: 新的\n  - zh: {B}\n  - zh: {A}\n  - zh: 又新的\n", A, B)
    strangers = {place: item["zh"] for place, item in found.strangers("notes").items()}
    assert strangers == {("notes", 0): "新的", ("notes", 3): "又新的"}


def test_how_familiar_a_file_is() -> None:
    assert today(f"notes:\n  - zh: {A}\n  - zh: {B}\n", A, B).familiar() == 1
    assert today(f"notes:\n  - zh: {A}\n  - zh: 别的\n", A, B).familiar() == 0.5
    own = Kept(
        "w", Source("x", "0"), (Entry("_", "facts.parks.label", "zh", "游园"), Entry("_", "notes.0", "zh", A)), (), ()
    )
    assert Today(parse(f"notes:\n  - zh: {A}\n", "x.yaml"), own).familiar() == 1, "facts are not counted"
    assert Today(parse("a: 1\n", "x.yaml"), Kept("w", Source("x", "0"), (), (), ())).familiar() == 0


def test_a_text_with_the_programs_words_is_unchanged() -> None:
    found = today("notes:\n  - zh: 注释\n", "来源：街道；注释")
    assert found.unchanged("notes.0", "zh", "来源：街道；注释")
    assert not found.unchanged("notes.0", "zh", "来源：街道；注")
    assert not found.unchanged("notes.0", "en", "Note")
