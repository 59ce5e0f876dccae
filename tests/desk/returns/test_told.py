"""What is said of each operation, word by word, and how a change is shown in its text."""

from __future__ import annotations

import dataclasses
import inspect
from pathlib import Path

import pytest

from bulletin.content.yaml_text import parse
from bulletin.desk.returns import arrival, figures, home, opened, operations, revisions, said, telling
from bulletin.desk.returns.arrival import arrive
from bulletin.desk.returns.compare import compare
from bulletin.desk.returns.home import Homecoming
from bulletin.desk.returns.opened import Comment
from bulletin.desk.returns.operations import (
    Changes,
    Delete,
    Figure,
    Insert,
    Merge,
    Move,
    Report,
    Set,
    Split,
    words_changed,
)
from bulletin.desk.returns.outcome import Outcome
from bulletin.desk.returns.revisions import Revision
from bulletin.desk.returns.spans import YamlText
from bulletin.problems import Place, Problem
from bulletin.project import Project
from tests.desk.returns.slate import came, kept

LONG = "甲" * 26


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (Set("notes.0", "zh", "傍晚散步。", "清晨散步。"), "changed  notes.0 zh\n    [-傍晚-]{+清晨+}散步。"),
        (Insert("notes", 1, "新的。", "New."), "inserted behind notes.1\n    + 新的。\n    + New."),
        (Insert("notes", 0, "新的。", ""), "inserted behind notes.0  (no English yet)\n    + 新的。"),
        (Insert("notes", -1, "", "New."), "inserted at the head of notes  (no Chinese yet)\n    + New."),
        (Delete("notes.1", (("notes.1", "zh", "旧的。"), ("notes.1", "en", "Old."))),
         "deleted  notes.1\n    - 旧的。\n    - Old."),
        (Split("notes.0", ("甲乙", "A b"), (("甲", "A"), ("乙", "b"))),
         "split    notes.0 into 2\n    1. 甲\n       A\n    2. 乙\n       b"),
        (Merge("notes.0", ("notes.1", "notes.2"), ("", ""), (("", ""), ("", "")), ("甲乙丙", "A b c")),
         "joined   notes.1, notes.2 to notes.0\n    甲乙丙\n    A b c"),
        (Move("notes.2", "notes", 0, "甲"), "moved    notes.2 behind notes.0\n    甲"),
        (Move("notes.2", "notes", -1, "甲"), "moved    notes.2 to the head of notes\n    甲"),
        (Figure("parks", "3个", "4个", "notes.0", "zh"), "figure   notes.0 zh: “3个” is now “4个” (fact parks)"),
        (Figure("parks", "3个", "", "notes.0", "zh"), "figure   notes.0 zh: “3个” is now gone (fact parks)"),
        (Report("seen"), "seen"),
        (Report("seen", "notes.0", "one\ntwo"), "seen at notes.0\n    one\n    two"),
    ],
)  # fmt: skip
def test_each_operation_is_told(one: operations.Operation | Report, words: str) -> None:
    assert one.told() == words


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("甲" * 25 + "好", "甲" * 25 + "坏", "甲" * 25 + "[-好-]{+坏+}"),
        (f"{LONG}好", f"{LONG}坏", "…" + "甲" * 12 + "[-好-]{+坏+}"),
        (f"好{LONG}", f"坏{LONG}", "[-好-]{+坏+}" + "甲" * 12 + "…"),
        (f"头{LONG}尾", f"首{LONG}末", "[-头-]{+首+}" + "甲" * 12 + "…" + "甲" * 12 + "[-尾-]{+末+}"),
        ("一\n二", "一\n二\u2029三", "一↵二{+¶三+}"),
        ("", "新", "{+新+}"),
        ("旧", "", "[-旧-]"),
    ],
)
def test_a_change_is_shown_with_a_few_signs_around_it(old: str, new: str, words: str) -> None:
    assert words_changed(old, new) == f"    {words}"


def test_marks_are_signed_with_name_and_day_as_far_as_they_are_known() -> None:
    before = kept(("notes.0", "zh", "文中没有写树的种类。"), ("notes.0", "en", "No kinds are named."))
    day = "2026-11-21T08:00:00Z"
    opened_ = came(
        ("zh", "文中没有写树的种类。"),
        ("en", "No kinds are named."),
        comments=[Comment("王", day, "请核实", 1), Comment("", "", "无名", None), Comment("", day, "有日期", 0)],
        revisions=[
            Revision("moved-here", "row", "李", day, "字"),
            Revision("formatted", "words", "李", "", ""),
            Revision("deleted", "paragraph-mark", "", "", ""),
            Revision("moved-away", "cell", "", "", ""),
        ],
    )
    assert [one.told() for one in compare(before, opened_).reports] == [
        "comment by 王 2026-11-21 at notes.0\n    请核实\n    in: No kinds are named.",
        "comment by somebody\n    无名",
        "comment by 2026-11-21 at notes.0\n    有日期\n    in: 文中没有写树的种类。",
        "tracked: moved here a row by 李 2026-11-21\n    字",
        "tracked: formatted words by 李",
        "tracked: deleted a paragraph mark by somebody",
        "tracked: moved away a cell by somebody",
    ]


# ---------------------------------------------------------------------------------------------- all of a draft

FILE = """facts:
  parks: {value: 3, quote: 三个}
  day: {date: 2018-01-02}
  sum: {derived: x}
notes:
  - zh: 甲
    en: A
"""


def told(project: Path, *outcomes: Outcome, reports: tuple[Report, ...] = ()) -> tuple[list[str], list[str]]:
    here = arrive(Project.at(project), project / "reports" / "willow.docx")
    changes = Changes(tuple(one.operation for one in outcomes), reports)
    made = Homecoming(YamlText(FILE, "content/willow.yaml"), list(outcomes))
    parsed = parse(FILE, "content/willow.yaml")
    return list(telling.head(here, changes, made)), list(telling.told(here, changes, made, parsed))


def test_what_was_found_is_counted_by_what_becomes_of_it(project: Path) -> None:
    one, figure = Set("notes.0", "zh", "甲", "乙"), Figure("parks", "3", "4", "notes.0", "zh")
    states: list[home.State] = ["applied"] * 3 + ["there-already"] * 2 + ["conflict"] + ["not-applied"] * 4
    outcomes = [Outcome(one, state) for state in states] + [Outcome(figure, "not-applied")] * 5
    head, _ = told(project, *outcomes, reports=(Report("seen"),) * 6)
    assert head == [
        "willow.docx: draft of content/willow.yaml, saved by Microsoft Office Word",
        "willow.docx: 3 to take over, 2 there already, 1 in conflict, 4 not to be taken over, 5 figures changed, "
        "6 only told",
    ]  # fmt: skip
    assert told(project)[0][1:] == ["willow.docx: nothing was changed"]
    assert "1 only told" in told(project, reports=(Report("seen"),))[0][1]


def test_every_operation_stands_at_its_place_with_what_became_of_it_and_why(project: Path) -> None:
    one = Set("notes.0", "zh", "甲", "乙")
    _, lines = told(
        project,
        Outcome(one, "applied", place=("notes", 0, "zh")),
        Outcome(one, "conflict", "says now:\n丙"),
        Outcome(one, "not-applied", "for this reason", ("notes", 0, "en")),
        reports=(Report("seen", "notes.0"),),
    )
    change = "    [-甲-]{+乙+}"
    assert lines == [
        *("content/willow.yaml:6:9: changed  notes.0 zh", change),
        *("content/willow.yaml: changed  notes.0 zh  [conflict]", change, "    says now:", "    丙"),
        *("content/willow.yaml:7:9: changed  notes.0 zh  [not applied]", change, "    for this reason"),
        "willow.docx: seen at notes.0",
    ]


@pytest.mark.parametrize(
    ("fact", "offer"),
    [
        ("parks", ["    fact   parks: 3  (content/willow.yaml:2:10)", "    quote  三个",
                   "    to change the fact instead: --fact parks=NUMBER --quote parks=WORDS-OF-THE-ARTICLE"]),
        ("day", ["    fact   day: 2018-01-02  (content/willow.yaml:3:8)"]),
        ("sum", ["    fact   sum: derived from other facts  (content/willow.yaml:4:8)"]),
        ("poplar.parks", ["    change it in content/poplar.yaml, with the words of the article that say so"]),
    ],
)  # fmt: skip
def test_a_figure_names_the_fact_behind_it(fact: str, offer: list[str], project: Path) -> None:
    _, lines = told(project, Outcome(Figure(fact, "3", "4", "notes.0", "zh"), "not-applied", "it stays"))
    assert lines[1:] == ["    it stays", *offer]


def test_a_figure_whose_fact_is_gone_is_still_told(project: Path) -> None:
    _, lines = told(project, Outcome(Figure("gone", "3", "4", "notes.0", "zh"), "not-applied", "it stays"))
    assert lines == [
        "content/willow.yaml: figure   notes.0 zh: “3” is now “4” (fact gone)  [not applied]",
        "    it stays",
    ]


def test_the_difference_has_two_lines_of_what_stands_around() -> None:
    old = "".join(f"{n}\n" for n in range(9))
    assert list(telling.diff(old, old.replace("4", "vier"), "x.yaml")) == [
        "--- x.yaml", "+++ x.yaml (after the import)", "@@ -3,5 +3,5 @@", " 2", " 3", "-4", "+vier", " 5", " 6",
    ]  # fmt: skip


def test_only_what_is_new_counts_as_worse_wherever_it_stands() -> None:
    def problem(rule: str, line: int) -> Problem:
        return Problem(rule, "said", Place("x.yaml", line))

    before = [problem("a", 1), problem("a", 2), problem("b", 3)]
    after = [problem("a", 5), problem("b", 6), problem("a", 7), problem("a", 8), problem("c", 9)]
    assert telling.worse(before, after) == [problem("a", 8), problem("c", 9)]


VALUES = [
    kind
    for module in (arrival, figures, home, opened, operations, revisions, said)
    for kind in vars(module).values()
    if inspect.isclass(kind) and dataclasses.is_dataclass(kind) and kind.__module__ == module.__name__
    if kind.__name__ not in ("Homecoming", "_Editor")
]


@pytest.mark.parametrize("kind", VALUES)
def test_what_was_read_is_never_changed_and_takes_nothing_more(kind: type) -> None:
    one = object.__new__(kind)
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(one, dataclasses.fields(kind)[0].name, None)
    assert not hasattr(one, "__dict__")
