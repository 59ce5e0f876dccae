"""One publication, made in memory: which files, from which inputs, with what to be said of it."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Callable
from dataclasses import FrozenInstanceError, replace
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace as Some
from typing import Any, cast

import pikepdf
import pytest

from bulletin import build, ingredients
from bulletin.blocks.contents.edit import LEAST, Contents, with_contents
from bulletin.build import Builder
from bulletin.edition.blocks import Edition, Page
from bulletin.edition.typescale import scale
from bulletin.edition.walk import every
from bulletin.layout.lay_out import LaidOut
from bulletin.layout.measure import PREFIX
from bulletin.manifest import digest
from bulletin.messages import say
from bulletin.pages.density import DENSITIES
from bulletin.pages.typeset import PageFill, Pdf, Section, TypesettingError
from bulletin.problems import ContentError
from bulletin.proofing.output import check_output
from bulletin.variant import FORMATS, Variant
from bulletin.word import read
from bulletin.word.package import unpack
from tests.conftest import small_project, workshop
from tests.test_gate import sound

BESIDES = {"willow.docx": "docx", "willow.evidence.html": "evidence", "willow.facts.csv": "csv"}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_project(tmp_path_factory.mktemp("making") / "project")


@pytest.fixture(scope="module")
def builder(project: Path) -> Builder:
    return Builder(workshop(project))


@pytest.fixture(scope="module")
def pdf(builder: Builder) -> Pdf:
    edition, _ = builder.edition("willow")
    return builder.pdf(edition, builder.charts(edition), builder.register(edition))


@pytest.fixture
def with_pdf(builder: Builder, pdf: Pdf, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Builder]:
    """The press, whose pages are set already; in which the engine may have said something."""

    def made(**more: Any) -> Builder:
        monkeypatch.setattr(builder, "pdf", lambda *_: replace(pdf, **more))
        return builder

    return made


@pytest.mark.parametrize("asked", [(), ("docx",), ("evidence",), ("csv",), ("csv", "docx", "evidence")])
def test_what_was_asked_for_is_made_and_nothing_else(builder: Builder, asked: tuple[str, ...]) -> None:
    made = builder.make("willow", asked)
    assert made.files.keys() == {file for file, kind in BESIDES.items() if kind in asked}
    assert (made.name, made.pages, made.fit, made.notes) == ("willow", 0, (), ())
    assert made.inputs == builder.inputs("willow")
    with pytest.raises(FrozenInstanceError):
        made.pages = 1  # type: ignore[misc]


@pytest.mark.parametrize(
    ("name", "issues", "archived"), [("willow", 1, False), ("willow", 2, True), ("summary", 2, False)]
)
def test_the_issues_of_a_place_are_archived_beside_its_evidence_where_there_are_several(
    name: str, issues: int, archived: bool, three: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    builder = Builder(workshop(three))
    monkeypatch.setattr(builder, "issues", lambda _: ["an issue"] * issues)
    monkeypatch.setattr(builder, "archive", Some(write=lambda given: "; ".join(given).encode()))
    monkeypatch.setattr(build, "prove", lambda *_, **__: None)
    made = builder.make(name, ("evidence",)).files
    assert made.keys() == {f"{name}.evidence.html"} | ({f"{name}.archive.html"} if archived else set())
    assert not archived or made[f"{name}.archive.html"] == b"an issue; an issue"
    assert not [file for file in builder.make(name, ("csv",)).files if file.endswith(".html")]


def test_all_is_made_unless_less_is_asked_for(with_pdf: Callable[..., Builder], pdf: Pdf) -> None:
    made = with_pdf().make("willow")
    assert made.files.keys() == {"willow.pdf", *BESIDES}
    assert made.files["willow.pdf"] == pdf.data
    assert (made.pages, made.fit) == (2, pdf.sections)
    assert [section.number for section in made.fit] == [1, 2]


@pytest.mark.slow
def test_in_one_language_there_is_a_pdf_alone_and_its_pages_run_on(project: Path) -> None:
    made = Builder(workshop(project), Variant("office", "zh")).make("willow", FORMATS)
    assert made.files.keys() == {"willow.zh.pdf"}
    assert made.name == "willow.zh"
    assert [(one.number, one.sheets) for one in made.fit] == [(n + 1, 1) for n in range(made.pages)]
    assert all(0.2 < one.used <= 1 for one in made.fit)
    assert made.pages == 1  # where no running head stands


def test_the_files_in_the_pdf_are_the_content_the_facts_and_the_charts(pdf: Pdf, project: Path) -> None:
    with pikepdf.open(io.BytesIO(pdf.data)) as found:
        held = {name: spec.get_file().read_bytes() for name, spec in found.attachments.items()}
        described = {name: spec.description for name, spec in found.attachments.items()}
    assert held.pop("willow.yaml") == (project / "content" / "willow.yaml").read_bytes()
    assert held.pop("willow.facts.csv").decode("utf-8-sig").startswith("id,")
    (chart,) = held
    assert re.fullmatch(r"stories-0-plates-0\.csv", chart)
    assert "社区" in described[chart]
    assert "communities" in described[chart].lower()


def test_the_files_carry_the_date_of_the_publication_in_china(builder: Builder, pdf: Pdf) -> None:
    assert builder.created.isoformat() == "2026-11-25T00:00:00+08:00"
    assert builder.created.utcoffset() == timedelta(hours=8)
    with pikepdf.open(io.BytesIO(pdf.data)) as found:
        assert str(found.docinfo.CreationDate).startswith("D:20261124160000+00'00")


def test_a_draft_knows_what_it_was_made_of_and_may_be_clean(project: Path, builder: Builder) -> None:
    content = (project / "content" / "willow.yaml").read_bytes()
    for made, commented in ((builder, True), (Builder(workshop(project), comments=False), False)):
        draft = made.make("willow", ("docx",)).files["willow.docx"]
        kept = read(draft)
        assert kept
        assert (kept.source.name, kept.source.sha256) == ("content/willow.yaml", digest(content))
        assert ("word/comments.xml" in unpack(draft)) == commented


# ---------------------------------------------------------------------------------------------- what the engine says


def test_what_leaves_the_page_is_an_error_with_its_place(with_pdf: Callable[..., Builder]) -> None:
    line = "page 1: <h2> “街边多了游园” sticks out of the page body"
    with pytest.raises(ContentError) as refused:
        with_pdf(log=(line,)).make("willow", ("pdf",))
    (problem,) = refused.value.problems
    assert (problem.rule, problem.message, problem.place.file) == ("page", line, "content/willow.yaml")
    assert problem.place.line > 60


def test_a_pdf_that_a_shop_or_an_archive_sends_back_is_none(pdf: Pdf) -> None:
    check_output({"willow.pdf": pdf.data, "willow.docx": b"no pdf"}, [])
    with pikepdf.open(io.BytesIO(pdf.data)) as found:
        del found.Root.Metadata
        found.save(spoilt := io.BytesIO())
    with pytest.raises(TypesettingError) as refused:
        check_output({"willow.pdf": spoilt.getvalue()}, ["page 2: a word leaves the page body"])
    assert refused.value.lines[0] == "page 2: a word leaves the page body"
    assert len(refused.value.lines) > 1
    assert all("willow.pdf" in line for line in refused.value.lines[1:])


# ---------------------------------------------------------------------------------------------- pages


@pytest.mark.parametrize(
    ("name", "by_hand", "sections", "told"),
    [
        ("willow", False, 2, [(1, 2), (2, 2)]),
        ("willow", False, 1, [(1, 2)]),
        ("poplar", False, 1, [(1, 2)]),
        ("willow", False, 0, [(1, 1), (2, 1), (3, 1)]),
        ("summary", False, 1, [(1, 1), (2, 1), (3, 1)]),
        ("summary", False, 2, [(1, 2), (2, 2)]),
        ("summary", True, 1, [(1, 2)]),
    ],
)
def test_pages_are_told_as_the_curator_has_them_or_sheet_by_sheet_where_they_run_on(
    three: Path, name: str, by_hand: bool, sections: int, told: list[tuple[int, int]]
) -> None:
    """A summary that the program laid out may be one section, whose sheets are its pages."""
    shop = workshop(three)
    pages = shop.summary.pages if by_hand else []
    made = Builder(cast(Any, Some(summary=Some(pages=pages, by_hand=by_hand), project=shop.project)))
    set_ = Pdf(
        b"", 3, tuple(PageFill(n, 0.5) for n in (1, 2, 3)), (), tuple(Section(n + 1, 2, 0.9) for n in range(sections))
    )
    found = made.fit(name, set_)
    assert [(one.number, one.sheets) for one in found] == told
    assert {one.used for one in found} == {0.9 if told[0][1] == 2 else 0.5}


@pytest.mark.parametrize(
    ("variant", "auto", "gives"),
    [
        (Variant(language="zh"), False, True),
        (Variant(language="en", output="press"), False, True),
        (Variant(language="zh", type="large"), False, False),
        (Variant(language="zh"), True, False),
        (Variant(), False, False),
    ],
    ids=str,
)
def test_only_compact_type_in_one_language_gives_way_to_pages_by_hand(
    variant: Variant, auto: bool, gives: bool, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The publication is compact; what is read through has one size in all publications."""
    builder = Builder(workshop(project), variant)
    edition, _ = builder.edition("willow")
    edition = replace(edition, pages=tuple(replace(page, auto=auto) for page in edition.pages))
    densities: list[float] = []

    def typeset(*_: object, **said: Any) -> Pdf:
        assert (said["language"], said["created"]) == (variant.tag, builder.created)
        assert bool(said["attachments"]) == (variant.output == "office")
        densities.append(rendered["density"])
        return Pdf(b"", 1, (PageFill(1, 0.5),), ())

    rendered: dict[str, float] = {}

    def render(*given: Any, **_: object) -> Any:
        rendered["density"] = given[3]
        return Some(html="", resources={}, title="")

    monkeypatch.setattr(builder, "pages", Some(render=render))
    monkeypatch.setattr(builder, "typesetter", Some(typeset=typeset))
    builder.pdf(edition, {}, [], LaidOut(edition, {}, {}))
    assert densities == list(DENSITIES) if gives else densities == [1.0]


@pytest.mark.parametrize(("pages", "listed"), [(LEAST - 1, False), (LEAST, True), (LEAST + 1, True)])
def test_a_list_of_contents_that_waits_for_pages_comes_with_the_eighth(
    pages: int, listed: bool, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    builder, laid = Builder(workshop(project)), list[Edition]()

    def laid_out(lay_out: Callable[[float], Any]) -> LaidOut:
        laid.append(edition := lay_out(1.25).edition)
        return LaidOut(replace(edition, pages=edition.pages * pages), {}, {}, leading=1.25)

    monkeypatch.setattr(build, "laid_out", laid_out)
    edition, _ = builder.edition("willow")
    (only,) = {page.auto for page in edition.pages}
    assert not only
    assert builder.laid_out(edition, {}) == LaidOut(edition, {}, {}), "pages by hand stand as they are"
    waiting = replace(edition, pages=(Page(1, edition.pages[-1].blocks, auto=True),))
    assert waiting.outline is not None
    found = builder.laid_out(waiting, {})
    assert bool(list(every(Contents, found.edition.pages))) == listed
    assert [bool(list(every(Contents, one.pages))) for one in laid] == [False, *[True] * listed]
    size, line = scale(builder.workshop.theme, "compact")["body_zh"]
    assert found.line == pytest.approx((line or size) * 1.25)
    assert builder._laid(waiting, {})[0] == (with_contents(waiting) if listed else waiting)


@pytest.mark.parametrize(
    ("without", "within", "listed"),
    [({}, {"loose": 1}, False), ({}, {"short": {2: 90.0}}, False), ({"short": {2: 90.0}}, {"short": {2: 90.0}}, True)],
    ids=["no room", "white", "white either way"],
)
def test_a_list_of_contents_that_the_pages_have_no_room_for_is_left_out(
    without: dict[str, Any], within: dict[str, Any], listed: bool, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def laid_out(lay_out: Callable[[float], Any]) -> LaidOut:
        edition = lay_out(1.0).edition
        said = within if any(every(Contents, edition.pages)) else without
        return replace(LaidOut(replace(edition, pages=edition.pages * LEAST), {}, {}), **said)

    builder = Builder(workshop(project))
    monkeypatch.setattr(build, "laid_out", laid_out)
    edition, _ = builder.edition("willow")
    waiting = replace(edition, pages=(Page(1, edition.pages[-1].blocks, auto=True),))
    assert any(every(Contents, builder.laid_out(waiting, {}).edition.pages)) == listed


def test_blocks_are_measured_on_one_page_behind_those_of_an_empty_bulletin(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    builder, asked = Builder(workshop(project), Variant(language="zh")), list[Any]()
    edition, _ = builder.edition("willow")

    def render(*given: Any, **more: Any) -> Any:
        asked.extend([given, more])
        return Some(html="set", resources={"a": b"b"})

    def measure(*given: Any) -> Any:
        return given

    monkeypatch.setattr(builder, "pages", Some(render=render))
    monkeypatch.setattr(builder, "typesetter", Some(measure=measure))
    blocks = edition.pages[-1].blocks
    assert builder._measured(edition, 1.25, blocks, {}) == ("set", {"a": b"b"}, PREFIX)  # type: ignore[comparison-overlap]
    (shown, charts, variant), more = asked
    assert [(page.number, page.blocks) for page in shown.pages] == [(1, ()), (2, ()), (3, blocks)]
    assert (charts, variant, more) == ({}, builder.variant, {"leading": 1.25, "measuring": True, "photos": {}})


def test_what_there_is_to_say_of_the_pages_is_said_at_its_place(
    with_pdf: Callable[..., Builder], monkeypatch: pytest.MonkeyPatch
) -> None:
    builder = with_pdf()
    monkeypatch.setattr(build, "advice", lambda *_: Some(path=("stories", 0), text="a page is half empty"))
    line = builder.make("willow", ("csv", "pdf")).notes[0]
    assert re.fullmatch(r"content/willow\.yaml:\d+: willow: a page is half empty", line)
    assert builder.make("willow", ("csv",)).notes == (), "of pages that are not made nothing is said"


@pytest.mark.parametrize(
    ("made", "output", "kept"),
    [
        (set[str](), "office", {"a.pdf", "a.docx"}),
        ({"pdf"}, "office", {"a.docx"}),
        ({"docx", "pdf", "chart"}, "office", set()),
        (set(), "press", set()),
        (None, "office", set()),
    ],
)
def test_files_that_were_taken_from_the_store_are_told(
    made: set[str] | None, output: Any, kept: set[str], builder: Builder
) -> None:
    store = cast(Any, None if made is None else Some(made=made))
    press = Builder(builder.workshop, Variant(output), store=store)
    assert press._kept(["a.pdf", "a.docx", "a.facts.csv", "a.evidence.html"]) == kept


# ---------------------------------------------------------------------------------------------- the press


@pytest.fixture(scope="module")
def for_press(project: Path) -> Builder:
    return Builder(workshop(project), Variant("press"))


def test_the_press_gets_pages_and_sheets(for_press: Builder) -> None:
    made = for_press.make("willow")
    assert made.files.keys() == {"willow.press.pdf", "willow.a3.pdf"}
    assert (made.name, made.pages) == ("willow.press", 2)
    assert any("stands in" in note for note in made.notes) == for_press.profile.stand_in
    with pikepdf.open(io.BytesIO(made.files["willow.press.pdf"])) as pages:
        assert "/Names" not in pages.Root  # the press prints no attachments


@pytest.mark.parametrize(
    ("pages", "said"),
    [(2, "the last 2 pages are blank: 2 fill"), (3, "the last 1 page is blank: 3 fill"), (4, "")],
)
def test_pages_that_fill_no_folded_sheet_are_told(for_press: Builder, pdf: Pdf, pages: int, said: str) -> None:
    with pikepdf.open(io.BytesIO(pdf.data)) as found:
        while len(found.pages) < pages:
            found.pages.append(found.pages[0])
        found.save(longer := io.BytesIO())
    _, notes = for_press.for_press(for_press.edition("willow")[0], replace(pdf, data=longer.getvalue(), pages=pages))
    blanks = [note for note in notes if "blank" in note]
    assert len(blanks) == bool(said)
    assert all(said in note and note.startswith("willow.a3.pdf") for note in blanks)


def test_a_profile_that_was_named_stands_in_for_nothing(
    project: Path, for_press: Builder, pdf: Pdf, tmp_path: Path
) -> None:
    own = tmp_path / "shop.icc"
    own.write_bytes(for_press.profile.data)
    named = Builder(workshop(project), Variant("press"), own)
    assert named.profile.data == for_press.profile.data
    assert not any("stands in" in note for note in named.for_press(named.edition("willow")[0], pdf)[1])
    there = shutil.copytree(project, tmp_path / "there")
    (there / "shop.icc").write_bytes(own.read_bytes())
    with (there / "content" / "publication.yaml").open("a", encoding="utf-8") as file:
        file.write("press: {profile: shop.icc}\n")
    assert Builder(workshop(there), Variant("press")).profile == named.profile
    assert named.inputs("willow") == for_press.inputs("willow")  # the same bytes
    own.write_bytes(own.read_bytes() + b"\0")
    assert Builder(workshop(project), Variant("press"), own).inputs("willow") != named.inputs("willow")


# ---------------------------------------------------------------------------------------------- inputs


def changed(folder: Path, file: str) -> None:
    with (folder / file).open("a", encoding="utf-8") as text:
        text.write("\n\n" if file.endswith((".txt", ".html.j2")) else "\n# another\n")


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two subdistricts and a summary."""
    return sound(tmp_path_factory.mktemp("three") / "project")


@pytest.mark.parametrize(
    ("file", "stale"),
    [
        ("content/willow.yaml", {"willow", "summary"}),
        ("seeds/poplar.txt", {"poplar", "summary"}),
        ("content/summary.yaml", {"summary"}),
        ("content/glossary.yaml", {"willow", "poplar", "summary"}),
        ("content/publication.yaml", {"willow", "poplar", "summary"}),
        ("templates/theme.yaml", {"willow", "poplar", "summary"}),
        ("templates/blocks/story.html.j2", {"willow", "poplar", "summary"}),
        ("templates/messages.yaml", set()),
        ("templates/rules.yaml", set()),
        ("templates/keys.yaml", set()),
    ],
)
def test_a_publication_is_stale_when_what_it_is_made_of_has_changed(
    three: Path, tmp_path: Path, file: str, stale: set[str]
) -> None:
    project = shutil.copytree(three, tmp_path / "project")
    before, after = inputs(project), (changed(project, file), inputs(project))[1]
    assert {name for name in before if before[name] != after[name]} == stale
    assert all(re.fullmatch("[0-9a-f]{64}", one) for one in (*before.values(), *after.values()))
    assert len({*after.values()}) == 3


def inputs(project: Path) -> dict[str, str]:
    builder = Builder(workshop(project))
    return {name: builder.inputs(name) for name in ("willow", "poplar", "summary")}


def test_a_publication_is_stale_when_the_program_or_a_switch_has_changed(
    project: Path, builder: Builder, for_press: Builder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = [builder.inputs("willow"), for_press.inputs("willow")]
    known.append(Builder(workshop(project), comments=False).inputs("willow"))
    assert Builder(workshop(project)).inputs("willow") == known[0]
    monkeypatch.setattr(ingredients, "__file__", str(tmp_path / "build.py"))
    for file in ("build.py", "pages/pdf.py"):
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).write_text("1")
        known.append(Builder(workshop(project)).inputs("willow"))
    assert len(set(known)) == 5
    (tmp_path / "notes.txt").write_text("no module")
    assert Builder(workshop(project)).inputs("willow") == known[-1]


@pytest.mark.parametrize("file", ["content/willow.yaml", "seeds/willow.txt", "templates/theme.yaml"])
def test_nothing_vouches_for_what_was_made_while_a_file_was_saved(project: Path, tmp_path: Path, file: str) -> None:
    folder = shutil.copytree(project, tmp_path / "project")
    builder = Builder(workshop(folder))
    assert builder.inputs("willow")
    changed(folder, file)
    builder.workshop.project.read_bytes(folder / file)
    made = builder.make("willow", ("csv",))
    assert (made.inputs, made.notes) == ("", (say("build.torn", name="willow"),))
