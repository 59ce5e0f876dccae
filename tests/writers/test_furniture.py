"""What the office says of the paper: over the first page, at the end of the last, in every edition; or nowhere."""

from __future__ import annotations

import dataclasses
import re
import shutil
from pathlib import Path

import pypdfium2
import pytest

from bulletin import gate
from bulletin.blocks.colophon.edit import Colophon
from bulletin.blocks.contents.edit import LEAST, Contents, with_contents
from bulletin.build import Builder
from bulletin.content.house import TypeScale
from bulletin.desk.returns.compare import compare
from bulletin.desk.returns.opened import open_draft
from bulletin.edition.blocks import Page
from bulletin.edition.furniture import furnished
from bulletin.edition.walk import every
from bulletin.problems import ContentError
from bulletin.proofing.reading import read_docx, read_pdf
from bulletin.variant import TYPES, Language, Variant
from bulletin.word import read
from tests.conftest import CONTENT, ROOT, small_project, workshop

pytestmark = pytest.mark.slow

FOLDER = ROOT / "tests" / "cases" / "furniture"
ISSUE = 'issue: {number: 12, total: 48, printed: "2018-12-26", print_run: 1200}\n'
SAID = {
    "zh": ("第12期（总第48期）", "2018年12月26日印发", "鹿鸣街道综合办公室编", "内部资料", "报：区委办公室", "送：区直",
           "发：各社区", "责任编辑：许", "签发：陈", "电话0000-5550142", "共印1200份"),
    "en": ("No.12(SerialNo.48)", "IssuedDecember26,2018", "LumingSubdistrictGeneralOffice", "Forinternaluse",
           "Reportedto:", "Sentto:", "Issuedto:", "Editor:XuWen", "Approvedby:ChenLan", "Printrun:1,200"),
}  # fmt: skip


def furnished_project(folder: Path, *changes: tuple[str, str], issue: str = ISSUE, pages: str | None = None) -> Path:
    """The small project as a paper of the office; `changes` are of publication.yaml."""
    content = CONTENT.replace("article:", f"{issue}article:", 1)
    if pages is not None:
        content = re.sub(r"(?ms)^pages:\n(?:  .*\n)+", pages, content)
    small_project(folder, content)
    text = (FOLDER / "publication.yaml").read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    (folder / "content" / "publication.yaml").write_text(text, encoding="utf-8")
    (folder / "brand").mkdir()
    shutil.copy(FOLDER / "logo.svg", folder / "brand")
    return folder


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return furnished_project(tmp_path_factory.mktemp("furniture") / "project")


@pytest.fixture(scope="module")
def draft(project: Path) -> bytes:
    return Builder(workshop(project)).make("willow", ("docx",)).files["willow.docx"]


def said(parts: object) -> str:
    return re.sub(r"\s", "", "".join(part.text for part in parts))  # type: ignore[attr-defined]


def test_the_sample_passes(project: Path) -> None:
    assert [str(one) for one in gate.check(workshop(project), press=True).problems] == []


@pytest.mark.parametrize("language", ["bilingual", "zh", "en"])
@pytest.mark.parametrize("theme", ["red", "band"])
def test_every_edition_says_it_once(language: Language, theme: str, tmp_path: Path) -> None:
    root = furnished_project(tmp_path / "project", ("theme: red", f"theme: {theme}"))
    made = Builder(workshop(root), Variant(language=language)).make("willow", ("pdf",))
    text = said(read_pdf(next(iter(made.files.values()))))
    for each, words in SAID.items():
        for word in words:
            wanted = 1 if language in ("bilingual", each) else 0
            assert text.count(word) == wanted or (not wanted and word[0].isdigit()), word


@pytest.mark.parametrize("issuer", [True, False])
@pytest.mark.parametrize("type", TYPES)
def test_the_day_of_issue_breaks_between_its_languages_alone(type: TypeScale, issuer: bool, tmp_path: Path) -> None:
    line = "issuer: {zh: 鹿鸣街道综合办公室编, en: Luming Subdistrict General Office}\n"
    root = furnished_project(tmp_path / "project", ("theme: red", "theme: band"), *(() if issuer else ((line, ""),)))
    pdf = next(iter(Builder(workshop(root), Variant(type=type)).make("willow", ("pdf",)).files.values()))
    with pypdfium2.PdfDocument(pdf) as document:
        lines = document[0].get_textpage().get_text_bounded().splitlines()
    assert any("Issued December 26, 2018" in one for one in lines), lines
    assert issuer or any("26日印发" in one and "2018" in one.partition("Issued")[2] for one in lines), lines


def test_the_press_prints_it_in_inks(project: Path) -> None:
    made = Builder(workshop(project), Variant(output="press")).make("willow", ("pdf",))
    assert SAID["zh"][0] in said(read_pdf(made.files["willow.press.pdf"]))


@pytest.mark.parametrize("pages", [None, ""])
def test_the_list_of_contents_has_the_page_on_which_each_title_stands(pages: str | None, tmp_path: Path) -> None:
    """Pages by hand, and pages that the program lays out."""
    root = furnished_project(tmp_path / "project", pages=pages)
    builder = Builder(workshop(root), Variant(language="zh"))
    edition, _ = builder.edition("willow")
    (block,) = every(Contents, edition.pages)
    sheets = [said([part]) for part in read_pdf(builder.make("willow", ("pdf",)).files["willow.zh.pdf"])]
    assert len(sheets) > 1
    listed = sheets[0].partition("目录")[2]
    for entry in block.entries:
        title = re.sub(r"\s", "", entry.title.zh)
        number = re.match(r"\d", listed[listed.index(title) + len(title) :])
        assert number, title
        there = sheets[int(number[0]) - 1]
        assert title in (there.partition(title)[2] if number[0] == "1" else there), title


@pytest.mark.parametrize(("given", "pages", "wanted"), [
    (None, LEAST - 1, False), (None, LEAST, True), (True, 1, True), (False, LEAST, False),
])  # fmt: skip
def test_eight_pages_have_a_list_of_contents_unless_the_publication_says_otherwise(
    project: Path, given: bool | None, pages: int, wanted: bool
) -> None:
    shop = workshop(project)
    edition = Builder(shop).edition("willow")[0]
    bare = dataclasses.replace(
        edition,
        pages=tuple(Page(n, edition.pages[-1].blocks if n == pages else ()) for n in range(1, pages + 1)),
        outline=None,
    )
    publication = shop.publication.model_copy(update={"contents": given})
    made = furnished(bare, publication, None, shop.words, None)
    assert any(every(Contents, made.pages)) is wanted
    if given is None and not wanted:  # waits for more pages
        assert any(every(Contents, with_contents(made).pages))


def test_the_end_of_the_last_page_is_the_colophon_where_the_program_lays_out(tmp_path: Path) -> None:
    root = furnished_project(tmp_path / "project", pages="")
    builder = Builder(workshop(root))
    edition, _ = builder.edition("willow")
    laid = builder.laid_out(edition, builder.charts(edition)).edition
    assert isinstance(laid.pages[-1].blocks[-1].block, Colophon)  # type: ignore[attr-defined]
    assert isinstance(laid.pages[0].blocks[0].block, Contents)  # type: ignore[attr-defined]


def test_what_is_not_given_is_nowhere(tmp_path: Path) -> None:
    root = small_project(tmp_path / "project")
    edition = Builder(workshop(root)).edition("willow")[0]
    assert edition.masthead.plate is None
    assert not any(every(Colophon, edition.pages))
    assert not any(every(Contents, edition.pages))


def test_the_issue_overrules_the_publication(tmp_path: Path) -> None:
    issue = ISSUE.replace("}", ", editor: {zh: 林　间, en: Lin Jian}}")
    edition = Builder(workshop(furnished_project(tmp_path / "project", issue=issue))).edition("willow")[0]
    (end,) = every(Colophon, edition.pages)
    assert end.print_run and end.print_run.zh == "共印1200份"
    assert [one.text.en for one in end.people] == ["Chen Lan", "Lin Jian", "telephone 0000-5550142"]


def test_the_draft_has_it_to_be_edited_and_its_pages_as_fields(draft: bytes) -> None:
    text = said(read_docx(draft))
    for words in SAID.values():
        for word in words:
            assert text.count(word) == 1, word
    assert "第12期" in text.partition("目录")[0]


@pytest.mark.parametrize(("old", "new"), [
    ("第12期（总第48期）", "第13期（总第49期）"), ("许　闻", "周　末"), ("各社区，机关各科室", "各社区"),
    ("内部资料", "公开资料"),
])  # fmt: skip
def test_an_edit_of_it_in_word_is_told_and_changes_nothing(draft: bytes, old: str, new: str) -> None:
    kept = read(draft)
    assert kept is not None
    found = compare(kept, open_draft(edited(draft, old, new)))
    assert found.operations == ()
    assert any(new[0] in one.where or old[:2] in one.text for one in found.reports), found.reports


def edited(package: bytes, old: str, new: str) -> bytes:
    from bulletin.word.pack import pack
    from bulletin.word.package import unpack

    parts = unpack(package)
    document = parts["word/document.xml"].decode()
    assert document.count(old) == 1
    return pack(parts | {"word/document.xml": document.replace(old, new).encode()})


def refused(root: Path) -> list[str]:
    return [f"{one.place.file}: {one.message}" for one in gate.check(workshop(root), press=True).problems]


@pytest.mark.parametrize(("issue", "says"), [
    ('issue: {number: 12, total: 3}\n', "the serial number 3 is below the number 12 of the issue"),
    ('issue: {total: 3}\n', "a serial number (total) needs the number of the issue (number)"),
    ('issue: {number: 0}\n', "number must be 1 or more, not 0"),
    ('issue: {printed: "2018-02-30"}\n', "2018-02-30"),
    ('issue: {printed: "2017-12-31"}\n', "printed on 2017-12-31, before the article of 2018"),
    ('issue: {numbr: 12}\n', "numbr"),
])  # fmt: skip
def test_what_an_issue_cannot_be_is_said_at_its_line(issue: str, says: str, tmp_path: Path) -> None:
    (told,) = refused(furnished_project(tmp_path / "project", issue=issue))
    assert told.startswith("content/willow.yaml:")
    assert says in told


@pytest.mark.parametrize(("old", "new", "says"), [
    ("theme: red", "theme: blue", "there is no theme blue; there are: band, red"),
    ("brand/logo.svg", "../logo.svg", "../logo.svg must be a path inside the project"),
    ("brand/logo.svg", "/etc/logo.svg", "must be a path inside the project"),
    ("brand/logo.svg", "brand/none.svg", "brand/none.svg"),
    ("telephone 0000-5550142}", "telephone 0000-5550143}", "0000-555014"),
])  # fmt: skip
def test_what_a_publication_cannot_say_is_said_at_its_line(old: str, new: str, says: str, tmp_path: Path) -> None:
    told = refused(furnished_project(tmp_path / "project", (old, new)))
    assert any(one.startswith("content/publication.yaml:") and says in one for one in told), told


def test_a_logo_that_leads_out_of_the_project_is_not_read(tmp_path: Path) -> None:
    root = furnished_project(tmp_path / "project")
    (root / "brand" / "logo.svg").rename(tmp_path / "logo.svg")
    (root / "brand" / "logo.svg").symlink_to(tmp_path / "logo.svg")
    assert any("publication.yaml" in one for one in refused(root))
    with pytest.raises(ContentError):
        Builder(workshop(root)).edition("willow")


def test_a_colour_that_no_ink_prints_is_told_for_the_press(tmp_path: Path) -> None:
    root = furnished_project(tmp_path / "project")
    logo = root / "brand" / "logo.svg"
    logo.write_text(logo.read_text(encoding="utf-8").replace('fill="#d0021b"', 'fill="#12ab34"'), encoding="utf-8")
    assert any("#12ab34" in one for one in refused(root))
    assert gate.check(workshop(root), press=False).problems == []
