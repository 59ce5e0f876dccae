"""What becomes of texts that stand for themselves: changed, gone, cut, printed twice; and of whole stories."""

from __future__ import annotations

import pytest

from bulletin.desk.returns.compare import compare
from bulletin.desk.returns.operations import Delete, Figure, Set
from bulletin.word.look import Lang
from tests.desk.returns.slate import came, kept, told

TITLE = "stories.0.title"
Text = tuple[str, Lang, str]
HERE: tuple[Text, ...] = (
    (TITLE, "zh", "老旧楼院今年都更新"),
    (TITLE, "en", "Old courtyards renewed this year"),
    ("stories.0.plates.0.title", "zh", "社区与游园的对照"),
    ("stories.0.plates.0.title", "en", "Communities and parks compared"),
    ("stories.0.plates.0.note", "zh", "二者并不是同一类的事"),
    ("stories.0.plates.0.note", "en", "They differ in kind, as a rule"),
    ("stories.1.title", "zh", "河边修起了新的步道"),
    ("stories.1.title", "en", "A new path beside the river"),
)


def draft(*changes: tuple[str, str], texts: tuple[Text, ...] = HERE) -> list[tuple[str, str]]:
    """The page with words replaced; what is replaced by nothing at all is gone."""
    rows = [(lang, dict(changes).get(text, text)) for _, lang, text in texts]
    return [row for row in rows if row[1]]


def of(*changes: tuple[str, str], texts: tuple[Text, ...] = HERE) -> list[str]:
    return told(compare(kept(*texts), came(*draft(*changes, texts=texts))))


def test_nothing_is_found_where_nothing_was_done() -> None:
    assert of() == []


def test_a_text_that_may_be_missing_is_taken_out_in_both_languages() -> None:
    rows = draft((HERE[4][2], ""), (HERE[5][2], ""))
    changes = compare(kept(*HERE), came(*rows))
    assert changes.operations == (Delete("stories.0.plates.0.note", (HERE[4], HERE[5])),)
    assert changes.reports == ()
    assert changes.found == 6 / 8


@pytest.mark.parametrize(
    ("gone", "said"),
    [
        ([4], ["the Chinese text is gone; it stays in the content file at stories.0.plates.0.note"]),
        ([5], ["the English text is gone; it stays in the content file at stories.0.plates.0.note"]),
        ([2, 3], ["the Chinese text is gone; it stays in the content file at stories.0.plates.0.title",
                  "the English text is gone; it stays in the content file at stories.0.plates.0.title"]),
    ],
)  # fmt: skip
def test_what_must_be_there_or_went_in_one_language_is_told_and_stays(gone: list[int], said: list[str]) -> None:
    found = of(*((HERE[n][2], "") for n in gone))
    assert [line.split(" at ")[1] for line in found] == [line.split(" at ")[1] for line in said]
    assert [("Chinese" in line, "English" in line) for line in found] == [
        ("Chinese" in line, "English" in line) for line in said
    ]


def test_a_plate_or_story_of_which_nothing_is_left_is_told_once_and_left() -> None:
    plate = of(*((HERE[n][2], "") for n in (2, 3, 4, 5)))
    assert len(plate) == 1
    assert plate[0].endswith("stories.0.plates.0")
    story = of(*((HERE[n][2], "") for n in range(6)))
    assert len(story) == 1
    assert story[0].endswith("stories.0")


def test_texts_that_changed_stand_in_the_order_of_the_draft() -> None:
    new = {7: "A new path by the river", 0: "老旧楼院今年更新", 4: "二者并非同一类的事"}
    changes = compare(kept(*HERE), came(*draft(*((HERE[n][2], text) for n, text in new.items()))))
    assert [(one.path, one.lang) for one in changes.operations if isinstance(one, Set)] == [
        (TITLE, "zh"),
        ("stories.0.plates.0.note", "zh"),
        ("stories.1.title", "en"),
    ]


LABEL: Text = ("facts.parks.label", "zh", "新建的各处游园")
OFTEN: tuple[Text, ...] = (LABEL, HERE[0], LABEL, HERE[6], LABEL)


@pytest.mark.parametrize(
    ("now", "sets", "reports"),
    [
        (["新建的各处公园"] * 3, ["新建的各处公园"], 0),
        (["新建的各处公园", "新建的各处游园", "新建的各处游园"], ["新建的各处公园"], 0),
        (["新建的各处公园", "新建的各处花园", "新建的各处游园"], [], 1),
    ],
)
def test_a_label_that_is_printed_often_is_changed_in_one_way(now: list[str], sets: list[str], reports: int) -> None:
    rows = [now[0], HERE[0][2], now[1], HERE[6][2], now[2]]
    changes = compare(kept(*OFTEN), came(*(("zh", row) for row in rows)))
    assert [one.new for one in changes.operations if isinstance(one, Set)] == sets
    assert len(changes.reports) == reports
    assert all("新建的各处公园" in one.text and "新建的各处花园" in one.text for one in changes.reports)


def test_a_figure_that_stands_alone_is_told_as_a_figure() -> None:
    texts: tuple[Text, ...] = (("facts.parks", "zh", "<parks>"), *HERE)
    before = kept(*texts, figures=[("3个",)])
    changes = compare(before, came(("zh", "4个"), *draft()))
    assert changes.operations == (Figure("parks", "3个", "4个", "facts.parks", "zh"),)
    assert compare(before, came(("zh", "3个"), *draft())).operations == ()


def test_a_figure_that_was_taken_out_of_a_sentence_is_no_change_of_the_figure() -> None:
    texts: tuple[Text, ...] = (("stories.0.line", "zh", "街道今年新建<parks>，居民都说方便"), *HERE)
    changes = compare(kept(*texts, figures=[("游园3个",)]), came(("zh", "街道今年新建，居民都说方便"), *draft()))
    assert [type(one) for one in changes.operations] == [Set]


def test_a_title_that_was_cut_in_two_is_told_and_written_with_a_line_break() -> None:
    rows = draft()
    rows[0:1] = [("zh", "老旧楼院"), ("zh", "今年都更新")]
    changes = compare(kept(*HERE), came(*rows))
    assert [(one.path, one.new) for one in changes.operations if isinstance(one, Set)] == [
        (TITLE, "老旧楼院\n今年都更新")
    ]
    assert [one.path for one in changes.reports] == [TITLE]
