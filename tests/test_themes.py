"""Themes: folders that lie over the house's templates, shipped and of a project's own."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from lxml import etree

from bulletin import gate
from bulletin.asked import theme_of
from bulletin.build import Builder
from bulletin.cli import main
from bulletin.desk.contact_sheet import contact_sheet
from bulletin.edition.themes import TAKEN, read_theme, themes
from bulletin.pages.html import SAME
from bulletin.problems import ContentError, Place, UsageError
from bulletin.project import Project
from bulletin.trial import house
from bulletin.variant import ARCHIVE, FILES, LANGUAGES, SCREENS, TYPES, Variant
from bulletin.word.pack import pack
from bulletin.word.package import unpack
from bulletin.workshop import Workshop
from tests.conftest import ROOT, small_project
from tests.test_theme import TEXT, contrast, pairs

SHIPPED = ["band", "red"]
HERE = Place("x")


def with_theme(folder: Path, name: str = "own", **files: str) -> Path:
    """The small project with a theme of its own; `files` by what they are, see below."""
    small_project(folder)
    names = {"theme": "theme.yaml", "pages": "styles/pages.css", "story": "blocks/story.html.j2"}
    for key, text in ({"theme": "colours: {flag: '#123456'}\ninks: {flag: [90, 60, 0, 40]}\n"} | files).items():
        path = folder / "templates" / "themes" / name / names[key]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def in_theme(root: Path, theme: str = "own") -> Workshop:
    return Workshop(Project.at(root), theme=theme)


def chosen(root: Path, theme: str) -> Path:
    path = root / "content" / "publication.yaml"
    path.write_text(f"theme: {theme}\n{path.read_text(encoding='utf-8')}", encoding="utf-8")
    return root


def sheet(workshop: Workshop) -> tuple[str, str]:
    """The HTML and the style sheet of the pages."""
    builder = Builder(workshop)
    edition, _ = builder.edition("willow")
    document = builder.pages.render(edition, builder.charts(edition))
    return document.html, document.resources["bulletin:styles/bulletin.css"].decode()


def test_two_are_shipped() -> None:
    assert themes(ROOT / "templates") == SHIPPED


@pytest.mark.parametrize("name", SHIPPED)
def test_what_a_shipped_theme_prints_can_be_read(name: str) -> None:
    theme = read_theme(Project.at(ROOT), name, HERE)
    assert {pair: contrast(*pair) for pair in pairs(theme) if contrast(*pair) < TEXT} == {}


@pytest.mark.parametrize("name", SHIPPED)
def test_the_press_can_print_a_shipped_theme(name: str) -> None:
    assert house(Workshop(Project.at(ROOT), only=[], theme=name), press=True) == []


def test_a_theme_that_is_not_chosen_changes_nothing(tmp_path: Path) -> None:
    plain = small_project(tmp_path / "plain")
    shutil.rmtree(plain / "templates" / "themes")
    beside = with_theme(tmp_path / "beside", pages="h1 { color: var(--flag) }", story="")
    assert sheet(in_theme(plain, "")) == sheet(in_theme(beside, ""))


def test_a_theme_says_only_what_is_otherwise(tmp_path: Path) -> None:
    project = Project.at(with_theme(tmp_path))
    band, own = (read_theme(project, name, HERE) for name in ("band", "own"))
    assert (own["name"], own["colours"]["flag"], own["inks"]["flag"]) == ("own", "#123456", [90, 60, 0, 40])
    assert own["colours"]["ink"] == band["colours"]["ink"]
    assert {**own, "name": "band", "colours": band["colours"], "inks": band["inks"]} == band


def test_its_sheet_follows_the_house_and_its_template_replaces_one(tmp_path: Path) -> None:
    root = with_theme(tmp_path, pages=".kick { color: var(--ink) }", story="<p>{{ block.__class__ }}</p>")
    root = with_theme(root, pages=".kick { color: var(--ink) }", story="<p>ours</p>\n")
    html, css = sheet(in_theme(root))
    assert "<p>ours</p>" in html
    assert css.replace(SAME, "").rstrip().endswith(".kick { color: var(--ink) }")
    assert "--flag: #123456" in css


@pytest.mark.parametrize(("files", "where", "says"), [
    ({"theme": "colours: {flag: '#12345'}\n"}, "templates/themes/own/theme.yaml:1:17", "is no colour"),
    ({"theme": "colours: {gold: '#123456'}\n"}, "templates/themes/own/theme.yaml", "no build for the colour gold"),
    ({"theme": "colour: {flag: '#123456'}\n"}, "templates/themes/own/theme.yaml:1:1", "colour"),
    ({"pages": "p { color: var(--gold) }"}, "templates/themes/own/styles/pages.css:1", "gold"),
    ({"story": "{% if %}"}, "templates/themes/own/blocks/story.html.j2:1", "expression"),
    ({"story": "\n{{ block.nothing.at_all }}"}, "templates/themes/own/blocks/story.html.j2:2", "nothing"),
])  # fmt: skip
def test_what_is_wrong_in_a_theme_is_told_at_its_line(
    files: dict[str, str], where: str, says: str, tmp_path: Path
) -> None:
    found = [str(one.place) + " " + one.message for one in gate.check(in_theme(with_theme(tmp_path, **files))).problems]
    assert any(one.startswith(where) and says in one for one in found), found
    assert gate.check(in_theme(tmp_path, "")).problems == []


def test_a_theme_that_is_not_there_is_told_where_it_is_named(tmp_path: Path) -> None:
    root = chosen(small_project(tmp_path), "blue")
    found = gate.check(Workshop(Project.at(root))).problems
    assert [(str(one.place), one.message) for one in found] == [
        ("content/publication.yaml:1:8", "there is no theme blue; there are: band, red")
    ]
    with pytest.raises(UsageError, match="there is no theme blue"):
        theme_of(Project.at(root), "blue")


def test_a_word_of_the_names_of_files_is_no_theme(tmp_path: Path) -> None:
    root = with_theme(tmp_path, "zh")
    assert themes(root / "templates") == SHIPPED
    with pytest.raises(UsageError, match="no theme can be called zh"):
        theme_of(Project.at(root), "zh")
    forms = [*FILES.values(), *SCREENS.values(), ARCHIVE, "{}.a3.pdf", "{}.press.pdf"]
    parts = {part for form in forms for part in form.split(".")[1:]}
    assert parts | set(TYPES) | set(LANGUAGES) - {"bilingual"} <= TAKEN


def test_another_theme_is_a_file_of_its_own_and_the_chosen_one_is_the_publication(tmp_path: Path) -> None:
    root = with_theme(tmp_path)
    assert Variant(theme="red").stem("willow") == "willow.red"
    assert [*Builder(in_theme(root), Variant(theme="own")).make("willow", ("pdf",)).files] == ["willow.own.pdf"]
    made = Builder(Workshop(Project.at(chosen(root, "red")))).make("willow", ("pdf", "docx", "evidence")).files
    assert [*made] == ["willow.pdf", "willow.docx", "willow.evidence.html"]
    document = unpack(made["willow.docx"])["word/document.xml"]
    assert b"TitleRed" in document
    assert b"IssueLineRuled" in document


@pytest.mark.slow
def test_the_finished_pdf_of_another_theme_is_read_as_a_shop_does(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = small_project(tmp_path)
    assert main(["willow", "--theme", "red", "--to", "pdf", "--project", str(root)]) == 0
    assert (root / "reports" / "willow.red.pdf").is_file()
    capsys.readouterr()
    assert main(["check", "willow", "--output", "--project", str(root)]) == 0
    assert "willow.red.pdf" in capsys.readouterr().out


def test_the_contact_sheet_has_a_picture_of_each(tmp_path: Path) -> None:
    page = contact_sheet(Workshop(Project.at(with_theme(tmp_path)))).decode()
    assert re.findall(r"<code>theme: (\w+)</code>", page) == ["band", "own", "red"]
    pictures = re.findall(r'src="data:image/jpeg;base64,([^"]+)"', page)
    assert len(pictures) == len(set(pictures)) == 3


# ---------------------------------------------------------------------------------------------- a Word base


def saved_again(draft: bytes, *, without: str = "") -> bytes:
    """The draft as a Word of another language saves it: other ids, a blue title, and one style less."""
    parts = unpack(draft)
    styles = parts["word/styles.xml"].decode()
    ids = re.findall(r'w:styleId="(\w+)"', styles)
    for number, id in enumerate(sorted(ids, key=len, reverse=True)):
        for key in ("w:styleId", "w:val"):
            styles = styles.replace(f'{key}="{id}"', f'{key}="a{number}"')
    for id in ids:  # names are as they were
        number = sorted(ids, key=len, reverse=True).index(id)
        styles = styles.replace(f'<w:name w:val="a{number}"/>', f'<w:name w:val="{id}"/>')
    root = etree.fromstring(styles.encode())
    space = {"w": root.nsmap["w"]}
    for style in root.xpath("//w:style", namespaces=space):
        name = style.xpath("string(w:name/@w:val)", namespaces=space)
        if name == without:
            root.remove(style)
        if name == "Title":
            style.xpath("w:rPr/w:color", namespaces=space)[0].set(f"{{{space['w']}}}val", "0000EE")
    return pack({**parts, "word/styles.xml": etree.tostring(root)})


def based_on(tmp_path: Path, **said: str) -> Path:
    root = with_theme(tmp_path)
    draft = Builder(Workshop(Project.at(root))).make("willow", ("docx",)).files["willow.docx"]
    (root / "templates" / "themes" / "own" / "base.docx").write_bytes(saved_again(draft, **said))
    return chosen(root, "own")


def test_a_draft_takes_the_styles_of_a_base_by_their_names(tmp_path: Path) -> None:
    root = based_on(tmp_path)
    assert gate.check(Workshop(Project.at(root))).problems == []
    parts = unpack(Builder(Workshop(Project.at(root))).make("willow", ("docx",)).files["willow.docx"])
    styles = etree.fromstring(parts["word/styles.xml"])
    space = {"w": styles.nsmap["w"]}
    ids = styles.xpath("//w:style/@w:styleId", namespaces=space)
    used = set(re.findall(rb'w:(?:p|r|tbl)Style w:val="(\w+)"', parts["word/document.xml"]))
    assert len(ids) == len(set(ids))
    assert {id.decode() for id in used} <= set(ids)
    assert styles.xpath("//w:style[@w:styleId='Title']/w:rPr/w:color/@w:val", namespaces=space) == ["0000EE"]
    assert set(styles.xpath("//w:basedOn/@w:val | //w:next/@w:val", namespaces=space)) <= set(ids)


def test_a_base_without_a_style_that_is_needed_is_told(tmp_path: Path) -> None:
    root = based_on(tmp_path, without="Kicker")
    (problem,) = gate.check(Workshop(Project.at(root))).problems
    assert (problem.place.file, problem.message) == (
        "templates/themes/own/base.docx",
        "this Word base lacks the styles Kicker",
    )
    with pytest.raises(ContentError, match="lacks the styles Kicker"):
        Builder(Workshop(Project.at(root))).make("willow", ("docx",))


def test_a_base_that_is_no_docx_is_told(tmp_path: Path) -> None:
    root = based_on(tmp_path)
    (root / "templates" / "themes" / "own" / "base.docx").write_bytes(b"nothing")
    (problem,) = gate.check(Workshop(Project.at(root))).problems
    assert problem.message.startswith("templates/themes/own/base.docx: ")
