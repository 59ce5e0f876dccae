"""What stands on a finished page is found in the content, and words of the article become an entry of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletin.content.yaml_text import Parsed, parse
from bulletin.desk.returns.spans import CannotEdit
from bulletin.desk.watch.article import panel
from bulletin.desk.watch.leads import Leads, Spot
from bulletin.desk.watch.marked import Box, lines, read_sheets
from bulletin.desk.watch.nearest import Nearest
from bulletin.desk.watch.preview import Previewer
from bulletin.desk.watch.proposing import Proposal, added, insert, propose
from bulletin.desk.watch.sent import Found, Printed
from bulletin.desk.watch.view import View, path_at
from bulletin.evidence.article import Article
from bulletin.locate import Leaf
from bulletin.problems import Place, UsageError
from bulletin.project import Project
from tests.conftest import ARTICLE, CONTENT, small_project, workshop

ONE_LEFT = (
    CONTENT.replace("  old:\n", "  gone:\n").partition("  gone:\n")[0]
    + "\nkey_figures:"
    + CONTENT.partition("\nkey_figures:")[2]
    .replace("，老旧楼院占<old>", "")
    .replace("; old courtyards make up <old>", "")
)


@pytest.fixture(scope="module")
def spots(tmp_path_factory: pytest.TempPathFactory) -> list[Spot]:
    folder = small_project(tmp_path_factory.mktemp("leads") / "project")
    preview = Previewer(folder).preview(workshop(folder, ["willow"]), "willow")
    leads = Leads(preview.edition, preview.locator, preview.alts)
    return [spot for sheet in read_sheets(preview.leaves) for spot in leads.spots(sheet)]


def one(spots: list[Spot], kind: str, words: str) -> Spot:
    return next(spot for spot in spots if spot.kind == kind and words in spot.words.replace("\u202f", " "))


@pytest.mark.parametrize(
    ("kind", "words", "path", "source", "facts"),
    [
        ("text", "柳林街道简报", "place.zh", "place:", ()),
        ("text", "街边多了", "stories.0.title.zh", "zh: 街边多了游园", ()),
        ("text", "投资近90万元", "stories.0.paragraphs.0.zh", "投资<spent>", ("since", "parks", "trees", "spent")),
        ("number", "近90万元", "stories.0.paragraphs.0.zh", "<spent>", ("spent",)),
        ("number", "Five communities", "stories.0.paragraphs.1.en", "<communities>", ("communities",)),
        ("number", "1.2万余株", "facts.trees", "trees:", ("trees",)),
        ("picture", "Bar chart", "stories.0.plates.0", "kind: bars", ("communities", "parks")),
        ("row", "3 pocket parks", "facts.parks", "parks:", ("parks",)),
        ("row", "郑州市文明单位", "honours.0", "name: {zh: 郑州市文明单位", ()),
    ],
)
def test_a_thing_on_a_page_leads_to_its_line(
    spots: list[Spot], kind: str, words: str, path: str, source: str, facts: tuple[str, ...]
) -> None:
    spot = one(spots, kind, words)
    assert (spot.path, spot.facts, spot.file) == (path, facts, "content/willow.yaml")
    assert source in CONTENT.split("\n")[spot.line - 1]


def test_a_raised_number_leads_to_its_fact_and_fixed_words_to_their_file(spots: list[Spot]) -> None:
    raised = [spot for spot in spots if spot.kind == "number" and spot.words == "3"]
    assert {spot.facts for spot in raised} == {("parks",), ("communities", "households")}
    assert one(spots, "text", "数字依据").file == "templates/words.yaml"


def test_every_figure_of_the_prose_can_be_pointed_at_in_both_languages(spots: list[Spot]) -> None:
    prose = [spot for spot in spots if spot.kind == "number" and spot.path.startswith("stories")]
    named = [(spot.path[-2:], spot.facts[0]) for spot in prose]
    facts = {"since", "parks", "trees", "spent", "communities", "households", "old"}
    assert {language for language, _ in named} == {"zh", "en"}
    assert all({fact for language, fact in named if language == each} == facts for each in ("zh", "en"))


def test_a_place_is_on_the_page_and_as_wide_as_its_words(spots: list[Spot]) -> None:
    for spot in spots:
        assert spot.boxes
        for box in spot.boxes:
            assert box.x >= 0 and box.y >= 0 and box.x + box.w <= 1.001 and box.y + box.h <= 1.001
            assert box.w > 0 and box.h > 0
    assert len(one(spots, "text", "投资近90万元").boxes) == 2  # two lines
    assert one(spots, "number", "1.2万余株").boxes[0].w < 0.15


def test_characters_of_one_line_share_a_box() -> None:
    row = [Box(0.1 + n * 0.02, 0.5, 0.02, 0.02) for n in range(3)]
    found = lines((*row, Box(0.1, 0.53, 0.02, 0.02)))
    assert [tuple(round(edge, 3) for edge in box) for box in found] == [(0.1, 0.5, 0.06, 0.02), (0.1, 0.53, 0.02, 0.02)]


def test_words_lead_to_the_text_that_they_have_most_of() -> None:
    leaves = [
        Leaf(Parsed("a.yaml", ""), (name,), text) for name, text in (("a", "植树<n>"), ("b", "新增<n>游园<n>植树带"))
    ]
    found = Nearest(leaves).of("附近新增3个游园")
    assert found and found.path == ("b",)


def test_a_page_that_looks_as_before_is_not_read_again(tmp_path: Path) -> None:
    folder = small_project(tmp_path / "project")
    previewer = Previewer(folder)
    leaves = previewer.preview(workshop(folder, ["willow"]), "willow").leaves
    first = dict(zip(leaves, read_sheets(leaves), strict=True))
    small_project(folder, content=CONTENT.replace("街边多了游园", "街边多了小游园"))
    pages = previewer.preview(workshop(folder, ["willow"]), "willow").leaves
    second = read_sheets(pages, first)
    assert [leaf in first for leaf in pages] == [False, True]
    assert [one.digest == other.digest for one, other in zip(first.values(), second, strict=True)] == [False, True]
    assert second[1].parts is first[leaves[1]].parts
    assert second[0].parts == read_sheets(pages)[0].parts


def test_a_place_has_its_innermost_path() -> None:
    parsed = parse(CONTENT, "content/willow.yaml")
    line = next(n for n, text in enumerate(CONTENT.split("\n"), 1) if "投资<spent>" in text)
    assert path_at(parsed, Place("content/willow.yaml", line, 20)) == "stories.0.paragraphs.0.zh"
    assert path_at(parsed, Place("content/willow.yaml", 9, 3)) == "facts"


# ---------------------------------------------------------------------------------------------- the article


def test_the_article_shows_what_is_quoted_and_what_is_not_used(tmp_path: Path) -> None:
    folder = small_project(tmp_path / "project", content=ONE_LEFT)
    shown = panel(workshop(folder, ["willow"]), "willow")
    pieces = {piece.text: piece for line in shown.lines for piece in line.stretches}
    assert (pieces["25%"].look, pieces["25%"].claims, shown.left) == ("open", (), 1)
    assert (pieces["4000"].look, pieces["4000"].claims) == ("number", ("communities", "households"))
    assert pieces["郑州市文明单位"].claims == ("honours.0",)
    assert "".join(piece.text for line in shown.lines for piece in line.stretches) == ARTICLE.replace("\n", "")
    assert all(ARTICLE[piece.at :].startswith(text) for text, piece in pieces.items())


def proposed(folder: Path, words: str) -> Proposal:
    at = ARTICLE.index(words)
    return propose(Project.at(folder), "willow", at, at + len(words))


def test_selected_words_become_a_fact_that_is_written_behind_the_others(tmp_path: Path) -> None:
    folder = small_project(tmp_path / "project", content=ONE_LEFT.replace("facts:\n", "facts:  # as told\n"))
    made = proposed(folder, "老旧楼院占25%")
    assert made.key == "facts"
    before = (folder / made.file).read_text(encoding="utf-8")
    line = insert(Project.at(folder), made)
    after = (folder / made.file).read_text(encoding="utf-8")
    assert after.replace(made.text, "", 1) == before
    assert after.split("\n")[line - 1] == made.text.split("\n")[0]
    id, entry = list(parse(after, "x").data["facts"].items())[-1]
    assert (entry["value"], entry["unit"], entry["quote"]) == (25, "%", "老旧楼院占25%")
    assert id not in parse(before, "x").data["facts"]


def test_the_selected_words_are_the_quote_where_they_prove_the_number(small: Path) -> None:
    assert "quote: 老旧楼院占25%" in proposed(small, "老旧楼院占25%").text
    alone = proposed(small, "25%").text  # the number alone: the quote is what `new` takes
    assert "其中老旧楼院占25%" in alone
    assert "unprinted" not in alone


def test_an_id_that_is_taken_is_not_given_again(tmp_path: Path) -> None:
    folder = small_project(tmp_path / "project")
    first = proposed(folder, "植树1.2万余 株")
    insert(Project.at(folder), first)
    again = proposed(folder, "植树1.2万余 株")
    assert first.text.split(":")[0] != again.text.split(":")[0]


def test_words_of_an_honour_become_one(small: Path) -> None:
    assert proposed(small, "文明单位").key == "honours"


@pytest.mark.parametrize("words", ["党员参加", "\n"])
def test_words_that_state_nothing_are_refused(small: Path, words: str) -> None:
    with pytest.raises(UsageError):
        proposed(small, words)


def test_nothing_is_written_over_a_later_save(small: Path) -> None:
    made = proposed(small, "植树1.2万余 株")
    path = small / made.file
    path.write_text(path.read_text(encoding="utf-8") + "\n# later\n", encoding="utf-8")
    with pytest.raises(UsageError):
        insert(Project.at(small), made)
    assert path.read_text(encoding="utf-8").endswith("# later\n")


def test_line_ends_and_the_mark_at_the_beginning_stay(small: Path) -> None:
    path = small / "content" / "willow.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + CONTENT.replace("\n", "\r\n").encode())
    insert(Project.at(small), proposed(small, "植树1.2万余 株"))
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf") and data.count(b"\n") == data.count(b"\r\n")


def test_an_entry_takes_the_indentation_of_its_neighbours_or_a_key_of_its_own() -> None:
    wide = parse("facts:\n    a:\n        value: 1  # one\n", "x")
    assert added(wide, "facts", "  b:\n    value: 2\n") == (
        "facts:\n    a:\n        value: 1  # one\n    b:\n      value: 2\n",
        4,
    )
    none = parse("name: x\n", "x")
    assert added(none, "left_out", "  - quote: y\n") == ("name: x\n\nleft_out:\n  - quote: y\n", 4)
    with pytest.raises(CannotEdit):
        added(parse("facts: {a: {value: 1}}\n", "x"), "facts", "  b:\n    value: 2\n")


def test_offsets_are_those_of_the_article_as_received() -> None:
    article = Article.from_bytes("a.txt", "一１２ 株\n".encode())
    assert article.bare.origin[1] == 1


def test_the_pages_are_in_the_theme_that_is_asked_for(tmp_path: Path) -> None:
    root = small_project(tmp_path / "project")
    (usual, asked) = (next(one for one in View(root, theme).look("willow")) for theme in ("", "red"))
    assert isinstance(usual, Printed) and isinstance(asked, Printed)
    assert usual.digests != asked.digests
    assert [*View(root, "red").check("willow")][-1].errors == 0


def test_words_that_are_wrong_stand_on_the_pages_with_their_errors_and_a_wrong_number_does_not(tmp_path: Path) -> None:
    root = small_project(tmp_path / "project", content=CONTENT.replace("，投资<spent>", ""))
    view = View(root)
    assert isinstance(next(iter(view.look("willow"))), Printed)
    (found,) = view.check("willow")
    assert found.errors and found.stands
    small_project(root, content=CONTENT.replace("value: 25\n", "value: 26\n"))
    first = next(iter(view.look("willow")))
    assert isinstance(first, Found) and b'"quote-value"' in first.told and not first.stands
