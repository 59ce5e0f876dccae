"""What was written is read back: a number that is nobody's fails the build, and so does a fact that is not there."""

from __future__ import annotations

import io
import pickle
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from bulletin import cli, gate
from bulletin.blocks.story.edit import Story
from bulletin.build import Builder
from bulletin.edition.blocks import Edition, Figure, Run
from bulletin.edition.provenance import unproved
from bulletin.locate import Locator
from bulletin.made import Made
from bulletin.pages.html import Document, Pages
from bulletin.problems import Place, Problem
from bulletin.proofing.accounts import account, faults
from bulletin.proofing.audit import AuditError, audit
from bulletin.proofing.expected import Expected, expected
from bulletin.proofing.reading import read_docx, read_pdf
from bulletin.proofing.squeezed import Part
from tests.conftest import ARTICLE, CONTENT, small_project, workshop
from tests.writers.reviewed import reviewed_project


@dataclass(frozen=True)
class Built:
    """The reviewed project, made once."""

    builder: Builder
    edition: Edition
    remarks: dict[str, str]
    made: Made

    def audit(self, files: dict[str, bytes], edition: Edition | None = None) -> None:
        evidence = self.builder.evidence("willow")
        edition = edition or self.edition
        audit(edition, evidence, self.builder.workshop.words, self.builder.charts(edition), files, self.remarks)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    builder = Builder(workshop(reviewed_project(tmp_path_factory.mktemp("audit") / "project")))
    edition, remarks = builder.bulletin("willow")
    return Built(builder, edition, remarks, builder.make("willow"))


def said(error: pytest.ExceptionInfo[AuditError]) -> str:
    return "\n".join(f"{problem.place} {problem.message} {problem.notes}" for problem in error.value.problems)


def docx_with(data: bytes, change: Callable[[str], str], part: str = "word/document.xml") -> bytes:
    """The draft with one of its parts changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            body = old.read(name)
            if name == part:
                after = change(body.decode())
                assert after != body.decode(), "nothing was changed"
                body = after.encode()
            new.writestr(name, body)
    return out.getvalue()


def typed(builder: Builder, monkeypatch: pytest.MonkeyPatch, change: Callable[[str], str]) -> None:
    """The next pages are rendered with a change in their HTML."""
    render = Pages.render

    def changed(self: Pages, *args: object, **more: object) -> Document:
        document = render(self, *args, **more)  # type: ignore[arg-type]
        return replace(document, html=change(document.html))

    monkeypatch.setattr(Pages, "render", changed)


def test_every_number_of_a_good_build_is_accounted_for(built: Built) -> None:
    looked_at = 0
    for name, read in (("willow.pdf", read_pdf), ("willow.docx", read_docx)):
        parts = read(built.made.files[name])
        wanted = expected(built.edition, built.builder.charts(built.edition), built.remarks, len(parts))
        one = account(name, parts, wanted, "pdf" if read is read_pdf else "docx")
        assert faults(one) == []
        assert {"parks", "trees", "spent", "communities", "households", "old", "toilets"} <= {id for id, _ in one.facts}
        looked_at += len(one.facts)
    assert looked_at > 30


def test_amounts_of_a_million_and_more_are_accounted_for_wherever_they_stand_large(tmp_path: Path) -> None:
    """Alone in Chinese they are counted in 万; a column away, the evidence has the same words."""
    large = CONTENT.replace("value: 900000", "value: 1260000").replace("投资近90万元", "投资近126万元")
    large = large.replace("value: 12000\n", "value: 3120000\n").replace("植树1.2万余株", "植树312万余株")
    large = large.replace("label: {zh: 植树, en: trees planted}", "label: {zh: 植树, en: trees in the ground}")
    plates = """      - kind: list
        title: {zh: 植树与投资, en: Trees and money}
        rows: [{of: trees}, {of: spent}]
      - kind: strip
        title: {zh: 又一表, en: Once more}
        items:
          - {of: parks, label: {zh: 游园, en: parks}}
          - {of: trees, label: {zh: 植树, en: trees}}
          - {of: spent, label: {zh: 投资, en: spent}}
"""
    large = large.replace("\nhonours:\n", plates + "\nhonours:\n", 1).replace("- of: [parks]", "- of: [spent]")
    article = ARTICLE.replace("1.2万余 株", "312万余株").replace("近90万元", "近126万元")
    project = small_project(tmp_path / "project", large, article)
    assert gate.check(workshop(project)).problems == []


def test_what_must_stand_on_the_page_is_found_before_what_may() -> None:
    """A key figure and a bar of 12, the number of a row, the number of an axis: each where it stands, once."""
    page = [Part("page", "12\nfor approval now\n3\n12\nNovember 18"), Part("chart", "45"), Part("chart", "12")]
    may = [Expected(("12",), "12"), Expected(("12",), "12")]
    must = [Expected(forms, "12", ("days",), needed=True) for forms in (("12workingdays", "12"), ("12",))]
    one = account("page.pdf", page, [*may, *must], "pdf")
    assert one.missing == []
    assert {id for id, _ in one.facts} == {"days"}


def test_a_figure_that_a_template_leaves_out_is_told_where_it_is_asked_for(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project")
    template = tmp_path / "project" / "templates" / "blocks" / "key_figures.html.j2"
    template.write_text('<ul class="figures"></ul>\n', encoding="utf-8")
    lost = next(one for one in gate.check(workshop(project)).problems if "trees is not shown" in one.message)
    assert "templates/blocks" in dict(lost.notes)["help"]
    nameless = Locator(workshop(small_project(tmp_path / "again")), "willow").text("3", facts=("parks",))
    assert nameless.line == 1 + CONTENT[: CONTENT.index("- of: [parks]")].count("\n")


def test_a_number_typed_into_the_html_fails_the_build(built: Built, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(built.builder, monkeypatch, lambda html: html.replace("，投资", "，并查处77起，投资", 1))
    with pytest.raises(AuditError) as error:
        built.builder.make("willow", ("pdf",))
    assert "willow.pdf" in said(error) and "77 comes from no fact" in said(error) and "page 1" in said(error)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("1.2万余株", "1.2亿余株"),  # the same digits, another size
        ("1.2万余株", "若干株"),  # a fact is dropped
        ("nearly 900,000 yuan", "900,000 yuan"),  # the approximation is lost
        ("three pocket parks", "four pocket parks"),
        ("4000户", "400户"),
    ],
)
def test_a_figure_changed_in_the_html_fails_the_build(
    built: Built, monkeypatch: pytest.MonkeyPatch, old: str, new: str
) -> None:
    typed(built.builder, monkeypatch, lambda html: html.replace(old, new, 1))
    with pytest.raises(AuditError):
        built.builder.make("willow", ("pdf",))


def test_a_number_that_is_right_elsewhere_is_an_orphan_here(built: Built, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(built.builder, monkeypatch, lambda html: html.replace("，投资", "，惠及4000户，投资", 1))
    with pytest.raises(AuditError) as error:
        built.builder.make("willow", ("pdf",))
    assert "4000" in said(error)


@pytest.mark.parametrize("number", ["77起", "三十二名", "twelve people", "９起", "²"])
def test_a_number_typed_into_the_draft_fails(built: Built, number: str) -> None:
    draft = docx_with(built.made.files["willow.docx"], lambda xml: xml.replace("，投资", f"，另有{number}，投资", 1))
    with pytest.raises(AuditError) as error:
        built.audit({"willow.docx": draft})
    assert "comes from no fact" in said(error)


def test_comments_and_alternative_texts_are_read_too(built: Built) -> None:
    data = built.made.files["willow.docx"]
    comment = docx_with(data, lambda xml: xml.replace("新建游园3个", "新建游园8个", 1), "word/comments.xml")
    picture = docx_with(data, lambda xml: re.sub(r'(descr="[^"]*?)5个', r"\g<1>6个", xml, count=1))
    english = docx_with(data, lambda xml: re.sub(r'( title="[^"]*?)\b5 ', r"\g<1>6 ", xml, count=1))
    for draft in (comment, picture, english):
        assert draft != data
        with pytest.raises(AuditError):
            built.audit({"willow.docx": draft})


def test_pdf_and_draft_have_to_say_the_same(built: Built) -> None:
    draft = docx_with(built.made.files["willow.docx"], lambda xml: xml.replace("900,000 yuan", "yuan"))
    with pytest.raises(AuditError) as error:
        built.audit({"willow.pdf": built.made.files["willow.pdf"], "willow.docx": draft})
    assert "spent is not shown in English" in said(error)
    assert "willow.docx" in said(error)


def mutations(parts: tuple[Part, ...]) -> Iterator[tuple[Part, ...]]:
    """Every digit of the text, one at a time, changed to the next one."""
    for i, part in enumerate(parts):
        for match in re.finditer("[0-9]", part.text):
            digit = str((int(match[0]) + 1) % 10)
            text = part.text[: match.start()] + digit + part.text[match.end() :]
            yield (*parts[:i], Part(part.name, text), *parts[i + 1 :])


@pytest.mark.parametrize("name", ["willow.pdf", "willow.docx"])
def test_no_digit_can_change_unnoticed(built: Built, name: str) -> None:
    pdf = name.endswith(".pdf")
    parts = (read_pdf if pdf else read_docx)(built.made.files[name])
    wanted = expected(built.edition, built.builder.charts(built.edition), built.remarks, len(parts))
    tried, missed = 0, []
    for mutated in mutations(parts):
        tried += 1
        if not faults(account(name, mutated, wanted, "pdf" if pdf else "docx")):
            missed.append([new.text for new, old in zip(mutated, parts, strict=True) if new != old])
    assert tried > 150
    assert missed == []


def story_with(edition: Edition, change: Callable[[Story], Story]) -> Edition:
    blocks = tuple(change(block) if isinstance(block, Story) else block for block in edition.pages[0].blocks)
    return replace(edition, pages=(replace(edition.pages[0], blocks=blocks), *edition.pages[1:]))


def test_a_number_that_no_fact_gave_the_edition_is_unproved(built: Built) -> None:
    def with_run(story: Story) -> Story:
        title = replace(story.title, zh=(*story.title.zh, Run("，另有99处")))
        return replace(story, title=title)

    def with_figure(story: Story) -> Story:
        title = replace(story.title, zh=(*story.title.zh, Figure("4000个", "parks", 1)))
        return replace(story, title=title)

    words, evidence = built.builder.workshop.words, built.builder.evidence("willow")
    assert unproved(built.edition, evidence, words) == []
    assert [one.what for one in unproved(story_with(built.edition, with_run), evidence, words)] == ["99"]
    wrong = unproved(story_with(built.edition, with_figure), evidence, words)
    assert [one.what for one in wrong] == ["this is no wording of parks"]
    with pytest.raises(AuditError):
        built.audit({}, story_with(built.edition, with_run))


def test_a_failed_audit_is_told_and_leaves_earlier_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    project = reviewed_project(tmp_path / "project")
    assert cli.main(["build", "--project", str(project), "-q"]) == 0
    before = {path.name: path.read_bytes() for path in (project / "reports").iterdir() if path.is_file()}
    assert {"willow.pdf", "willow.docx", "willow.evidence.html", "willow.facts.csv"} <= before.keys()
    typed(Builder(workshop(project)), monkeypatch, lambda html: html.replace("，投资", "，并查处77起，投资", 1))
    assert cli.main(["build", "--project", str(project), "-q", "--force"]) == 1
    assert "error[audit]: 77 comes from no fact, term or date" in capsys.readouterr().err
    assert {path.name: path.read_bytes() for path in (project / "reports").iterdir() if path.is_file()} == before


def test_the_error_comes_whole_from_another_process() -> None:
    error = AuditError([Problem("audit", "77 comes from no fact", Place("willow.pdf", 2))])
    again = pickle.loads(pickle.dumps(error))
    assert isinstance(again, AuditError)
    assert again.problems == error.problems
