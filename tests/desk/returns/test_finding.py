"""What is found in a draft without any bookmark, by words alone."""

from __future__ import annotations

from itertools import combinations, permutations

import pytest

from bulletin.desk.returns.compare import compare
from bulletin.desk.returns.home import bring_home
from bulletin.desk.returns.operations import Insert, Set
from bulletin.desk.returns.order import rising
from bulletin.desk.returns.wrapping import wrap
from bulletin.word import Entry, Kept, Source, WrittenParagraph
from tests.desk.returns.slate import came, found, kept

OLD = ("东街修了路", "西巷通了水", "南里装了灯", "北坊种了树", "新村盖了楼", "老城补了墙", "河边铺了砖", "山下挖了渠")


def test_every_text_of_a_long_passage_may_be_written_half_anew() -> None:
    """None of them is what it was, nor like another: order and what is left of their words tell which is which."""
    new = [f"今年{one[:4]}几" for one in OLD]
    before = kept(*((f"notes.{n}", "zh", one) for n, one in enumerate(OLD)))
    changes = compare(before, came(*(("zh", one) for one in new)))
    expected = [(f"notes.{n}", one, now) for n, (one, now) in enumerate(zip(OLD, new, strict=True))]
    assert [(one.path, one.old, one.new) for one in changes.operations if isinstance(one, Set)] == expected
    assert len(changes.operations) == len(OLD)


@pytest.mark.parametrize("count", range(1, 7))
def test_what_kept_its_order_is_the_longest_run_that_did(count: int) -> None:
    for order in permutations(range(count)):
        run = list(rising(dict(enumerate(order))).items())
        assert run == sorted(run)
        assert [new for _, new in run] == sorted(new for _, new in run)
        assert all(order[old] == new for old, new in run)
        longer = combinations(order, len(run) + 1)
        assert not any(list(row) == sorted(row) for row in longer), order


def test_what_is_edited_behind_a_story_that_was_taken_out_comes_home() -> None:
    before = kept(
        *((f"stories.{n}.{part}", "zh", f"{words}{of}") for n, words in enumerate(("东街修路", "西巷通水", "南里装灯"))
          for part, of in (("title", "的题目在此"), ("paragraphs.0", "的经过在下面这一段里说明"))),
    )  # fmt: skip
    draft = (("zh", "东街修路的题目在此"), ("zh", "东街修路的经过在下面这一段里说明"),
             ("zh", "南里装灯的题目在这里"), ("zh", "南里装灯的经过在下面那一段里说明"))  # fmt: skip
    assert found(before, *draft) == [
        "deleted  stories.1",
        "changed  stories.2.title zh",
        "changed  stories.2.paragraphs.0 zh",
    ]


def test_a_paragraph_without_a_place_is_told_beside_the_item_where_it_stands() -> None:
    before = kept(
        *((f"briefs.{n}.text", lang, f"{words}{lang}") for n, words in enumerate(OLD[:2]) for lang in ("zh", "en"))
    )  # type: ignore[misc]
    draft = (
        ("zh", f"{OLD[0]}zh"),
        ("en", f"{OLD[0]}en"),
        ("zh", "此处另起一段新的话"),
        ("zh", f"{OLD[1]}zh"),
        ("en", f"{OLD[1]}en"),
    )
    assert found(before, *draft) == [
        "a new paragraph, for which the content file has no place; not taken over at briefs.0"
    ]


def test_two_languages_in_one_line_that_was_written_over_get_each_its_own_words() -> None:
    entries = (Entry("_b_0", "stories.0.title", "zh", "旧题"), Entry("_b_1", "stories.0.title", "en", "Old head"))
    before = Kept("willow", Source("content/willow.yaml", "0"), entries, (WrittenParagraph("Body", None, (0, 1)),), ())
    changes = compare(before, came(("", "新的话 New words")))
    assert {one.lang: one.new for one in changes.operations if isinstance(one, Set)} == {
        "zh": "新的话",
        "en": "New words",
    }


def test_what_was_put_in_at_the_head_is_told_before_what_was_changed_below() -> None:
    texts = [(f"notes.{n}", lang, f"{words}{lang}") for n, words in enumerate(OLD[:3]) for lang in ("zh", "en")]
    before = kept(*texts)  # type: ignore[arg-type]
    draft = [("zh", "此处另起一段新的话"), ("en", "New words here."), *((lang, words) for _, lang, words in texts)]
    draft[-2] = ("zh", f"{OLD[2]}呀zh")
    assert found(before, *draft) == ["inserted at the head of notes", "changed  notes.2 zh"]


def test_what_was_typed_by_hand_in_place_of_another_is_not_put_in_again() -> None:
    texts = (("甲甲甲", "A."), ("乙乙乙", "B."), ("丙丙丙", "C."))
    before = kept(
        *((f"notes.{n}", "zh", zh) for n, (zh, _) in enumerate(texts)),
        *((f"notes.{n}", "en", en) for n, (_, en) in enumerate(texts)),
    )
    file = "notes:\n  - {zh: 甲甲甲, en: A.}\n  - {zh: 乙乙乙, en: B.}\n  - {zh: 丁丁丁, en: D.}\n"
    home = bring_home(before, file, "x.yaml", [Insert("notes", 1, "丁丁丁", "D.")])
    assert [one.state for one in home.outcomes] == ["there-already"]
    assert home.yaml.text == file


@pytest.mark.parametrize("around", [("来源：街道；", ""), ("", "；来源：街道"), ("来源：", "（街道）")])
def test_words_of_the_program_before_and_behind_a_text_stay_out_of_it(around: tuple[str, str]) -> None:
    note = "stories.0.plates.0.note"
    before, behind = around
    file = "stories:\n  - plates:\n      - note: {zh: 注释}\n"
    home = bring_home(
        kept((note, "zh", f"{before}注释{behind}")),
        file,
        "x.yaml",
        [Set(note, "zh", f"{before}注释{behind}", f"{before}改过的注释{behind}")],
    )
    assert [one.state for one in home.outcomes] == ["applied"]
    assert home.yaml.text == file.replace("注释", "改过的注释")


@pytest.mark.parametrize(
    ("text", "old", "lines"),
    [
        ("一二三四五六", ["一二三"], ["一二三", "四五六"]),
        ("ab一 二三四", ["ab一"], ["ab一", "二三四"]),
        ("ab 一二三", ["ab"], ["ab", "一二三"]),
        ("一二 ab cd", ["一二", "ab"], ["一二", "ab", "cd"]),
        ("ab一二三四", ["ab一"], ["ab一", "二三四"]),
        ("一二。三四", ["一二。"], ["一二。", "三四"]),
        ("一二 c三四", ["一二", "c三"], ["一二", "c三", "四"]),
        ("一二三", ["一二三"], ["一二三"]),
        ("一二四五", ["一二三", "四五"], ["一二", "四五"]),
    ],
)
def test_lines_that_begin_a_text_as_before_stay(text: str, old: list[str], lines: list[str]) -> None:
    assert wrap(text, old, 80) == lines


def rows_of(name: str, part: str = "") -> tuple[Kept, list[tuple[str, str]]]:
    """A baseline with three items of a list and a note; and its rows."""
    rows = [(f"{name}.{n}{part}", lang, f"{words}{lang}") for n, words in enumerate(OLD[:3]) for lang in ("zh", "en")]
    rows += [("notes.0", "zh", f"{OLD[3]}zh"), ("notes.0", "en", f"{OLD[3]}en")]
    return kept(*rows), [(lang, words) for _, lang, words in rows]  # type: ignore[arg-type]


@pytest.mark.parametrize(("name", "part"), [("honours", ".name"), ("projects", ".name"), ("briefs", ".text")])
def test_an_item_moves_within_its_list_whatever_it_holds_and_never_into_another(name: str, part: str) -> None:
    before, rows = rows_of(name, part)
    assert found(before, *rows[4:6], *rows[:4], *rows[6:]) == [f"moved    {name}.2 to the head of {name}"]
    assert found(before, *rows[2:6], *rows[6:], *rows[:2]) == [
        "moved to notes, where it cannot stand; not taken over at " + f"{name}.0"
    ]


def test_of_very_many_items_two_are_joined_as_of_few() -> None:
    many = [
        (
            n,
            f"{chr(0x4E00 + n * 7)}{chr(0x5E00 + n * 11)}的事记在此处。",
            f"Item {chr(97 + n % 26)}{n * 37} is kept.",
        )
        for n in range(300)
    ]
    before = kept(*(row for n, zh, en in many for row in ((f"notes.{n}", "zh", zh), (f"notes.{n}", "en", en))))  # type: ignore[misc]
    (_, zh, en), (_, more, further) = many[280:282]
    rows = [row for _, *pair in many for row in zip(("zh", "en"), pair, strict=True)]
    draft = [*rows[:560], ("zh", zh + more), ("en", f"{en} {further}"), *rows[564:]]
    assert found(before, *draft) == ["joined   notes.281 to notes.280"]


def test_one_word_that_changes_folds_its_own_line_anew_and_no_other() -> None:
    old = ["one two three four five six", "seven eight nine ten eleven", "twelve thirteen fourteen"]
    assert wrap(" ".join(old).replace("eight", "8"), old, 30) == [old[0], "seven 8 nine ten eleven", old[2]]
    longer = wrap(" ".join(old).replace("nine", "nine and a half"), old, 30)
    assert longer == [old[0], "seven eight nine and a half", "ten eleven twelve thirteen", "fourteen"]
    assert wrap(" ".join(old).replace("one", "1"), old, 30) == ["1 two three four five six", *old[1:]]
