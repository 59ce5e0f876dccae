"""Whole stories, key figures, terms, evidence and photographs of a draft, written into the files of a project."""

from __future__ import annotations

import copy
import re
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from bulletin.desk.returns.compare import compare
from bulletin.desk.returns.filling import Desk
from bulletin.desk.returns.home import Homecoming, bring_home
from bulletin.desk.returns.importing import Wishes, import_draft
from bulletin.desk.returns.opened import open_draft
from bulletin.project import Project
from bulletin.word.ox import name
from tests.conftest import ROOT
from tests.desk.colleague.newly import jpeg
from tests.desk.returns.orders import baseline, draft, home_of, source
from tests.desk.returns.word import Editor, blank


def styled(editor: Editor, style: str) -> list[Any]:
    """The paragraphs of a style."""
    named = (one for one in editor.root.iter(name("w:pStyle")) if one.get(name("w:val")) == style)
    return [next(one.iterancestors(name("w:p"))) for one in named]


def cell_of(paragraph: Any) -> Any:
    return next(paragraph.iterancestors(name("w:tc")))


def beside(cell: Any, *lines: str) -> None:
    """A cell more in its row, with these lines."""
    new = copy.deepcopy(cell)
    old = new.findall(name("w:p"))
    for n, text in enumerate(lines):
        old[0].addprevious(blank(old[min(n, len(old) - 1)], text))
    for one in old:
        new.remove(one)
    cell.addnext(new)


def figure(*lines: str) -> tuple[Any, list[str]]:
    """The key figures after one was added, and what is told of it."""
    editor = Editor(draft("dufulu"))
    beside(cell_of(styled(editor, "KeyFigure")[-1]), *lines)
    return came(editor)


def came(editor: Editor, text: str | None = None) -> tuple[Homecoming, list[str]]:
    kept, _ = baseline("dufulu")
    own = text or source("dufulu")
    changes = compare(kept, open_draft(editor.save()))
    made = bring_home(kept, own, kept.source.name, changes.operations, Desk.of(Project.at(ROOT), own, kept.source.name))
    told = [one.why for one in made.outcomes] + [one.told() for one in changes.reports]
    return made, told


def test_a_key_figure_of_a_fact_refers_to_it() -> None:
    made, told = figure("685", "改厕农户", "households with toilet upgrades")
    assert made.yaml.value(("key_figures",))[-1] == {"of": ["toilets"]}
    assert told == [""]


def test_a_number_that_counts_something_else_is_no_fact_of_it() -> None:
    made, told = figure("6", "社区食堂", "canteens")
    label = {"zh": "社区食堂", "en": "canteens"}
    assert made.yaml.value(("key_figures",))[-1] == {"of": ["TODO"], "label": label}
    assert "the article does not have it" in told[0]


def test_a_key_figure_that_only_the_article_has_becomes_a_fact_with_its_quote() -> None:
    text = source("dufulu")
    start = text.index("  toilets:\n")
    without = text[:start] + text[text.index("  parks:\n", start) :]
    editor = Editor(draft("dufulu"))
    beside(cell_of(styled(editor, "KeyFigure")[-1]), "685", "改厕农户", "households with toilet upgrades")
    made, _ = came(editor, without)
    (id,) = made.yaml.value(("key_figures",))[-1]["of"]
    fact = made.yaml.value(("facts", id))
    assert (fact["value"], fact["label"]["zh"]) == (685, "改厕农户")
    assert "685户" in fact["quote"]
    assert again(made.yaml.text, editor) == ["there-already"]


def again(text: str, editor: Editor) -> list[str]:
    return [one.state for one in came(editor, text)[0].outcomes if one.operation.path == "key_figures"]


def test_a_row_of_evidence_of_a_printed_figure_is_told() -> None:
    editor = Editor(draft("dufulu"))
    row = next(styled(editor, "Evidence")[-1].iterancestors(name("w:tr")))
    new = copy.deepcopy(row)
    words: Sequence[str] = ("", "新建公厕", "1座", "新建游园3个、经济林1处、公厕1座", "")
    for cell, text in zip(new.findall(name("w:tc")), words, strict=True):
        first, *rest = cell.findall(name("w:p"))
        cell.replace(first, blank(first, text))
        for one in rest:
            cell.remove(one)
    row.addnext(new)
    made, told = came(editor)
    assert made.yaml.text == source("dufulu")
    assert any("public_toilet" in one or "new row" in one or "not to be" in one for one in told), told


# ---------------------------------------------------------------------------------------------- files


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The project, of which one draft is edited."""
    for folder in ("content", "seeds", "templates"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    (tmp_path / "reports").mkdir()
    return tmp_path


def imported(project: Path, editor: Editor) -> None:
    path = project / "reports" / "dufulu.docx"
    path.write_bytes(editor.save())
    import_draft(Project.at(project), path, Wishes(apply=True, yes=True), lambda _: True)


def data(project: Path, file: str) -> Any:
    return yaml.safe_load((project / "content" / file).read_text(encoding="utf-8"))


def test_a_new_term_is_named_in_the_content_file_and_explained_in_the_glossary(project: Path) -> None:
    editor = Editor(draft("dufulu"))
    box = next(p for p in styled(editor, "BoxTitle") if "楼院" in "".join(p.itertext()))
    beside(cell_of(box), "社区食堂  community canteen", "居民就餐的地方。", "A place where residents eat.")
    imported(project, editor)
    terms = data(project, "dufulu.yaml")["terms"]
    assert terms[terms.index("楼院") + 1] == "社区食堂"
    explain = {"zh": "居民就餐的地方。", "en": "A place where residents eat."}
    new = {"zh": "社区食堂", "en": "community canteen", "explain": explain}
    assert new in data(project, "glossary.yaml")["terms"]


def test_a_new_picture_is_saved_beside_the_draft(project: Path) -> None:
    editor = Editor(draft("dufulu"))
    old = next(editor.root.iter(name("wp:docPr")))
    drawing = next(old.iterancestors(name("w:r")))
    new = copy.deepcopy(drawing)
    for one in new.iter(name("wp:docPr")):
        one.set("name", "图片 7")
        one.set("title", "")
        one.set("descr", "")
    for blip in new.iter(name("a:blip")):
        blip.set(name("r:embed"), "rId77")
        for more in list(blip):
            blip.remove(more)
    drawing.addnext(new)
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    row = f'<Relationship Id="rId77" Type="{kind}" Target="media/new.jpg"/></Relationships>'.encode()
    relations = "word/_rels/document.xml.rels"
    editor.parts[relations] = editor.parts[relations].replace(b"</Relationships>", row)
    editor.parts["word/media/new.jpg"] = jpeg()
    imported(project, editor)
    plates = [one for story in data(project, "dufulu.yaml")["stories"] for one in story.get("plates", [])]
    (photo,) = [one for one in plates if one["kind"] == "photo"]
    assert (project / "reports" / photo["file"]).read_bytes() == jpeg()
    assert photo["alt"] == photo["credit"] == {"zh": "TODO", "en": "TODO"}


def test_a_new_story_is_in_the_words_of_the_house(project: Path) -> None:
    editor = Editor(draft("dufulu"))
    line = styled(editor, "Kicker")[-1]
    heads = [blank(styled(editor, style)[0], text) for style, text in (("Heading1", "新事"), ("HeadingEN", "News"))]
    texts = (("BodyZH", "街道办实事。"), ("BodyEN", "It acts."))
    body = [blank(styled(editor, style)[0], text) for style, text in texts]
    for one in [blank(line, "公共服务  Public services"), *heads, *body]:
        line.addprevious(one)
    imported(project, editor)
    stories = data(project, "dufulu.yaml")["stories"]
    new = stories[-2]
    assert (new["theme"], new["title"]) == ("services", {"zh": "新事", "en": "News"})
    assert new["paragraphs"] == [{"zh": "街道办实事。", "en": "It acts."}]
    text = (project / "content" / "dufulu.yaml").read_text(encoding="utf-8")
    assert "\n\n  - id: story7\n    theme: services\n    title:\n      zh: 新事\n" in text


def test_a_heading_over_nothing_is_told_and_no_story() -> None:
    editor = Editor(draft("dufulu"))
    line = styled(editor, "Kicker")[-1]
    line.addprevious(blank(styled(editor, "Heading1")[0], "空的标题"))
    changes, made = home_of("dufulu", editor.save())
    assert made.yaml.text == source("dufulu")
    assert any("空的标题" in one.told() for one in changes.reports)


def test_a_title_before_the_first_paragraph_cuts_nothing() -> None:
    editor = Editor(draft("dufulu"))
    first = next(p for p in styled(editor, "BodyZH") if "城乡接合部综合改造" in "".join(p.itertext()))
    table = next(first.iterancestors(name("w:tbl")))
    table.addprevious(blank(styled(editor, "Heading1")[0], "另一个标题"))
    changes, made = home_of("dufulu", editor.save())
    assert len(yaml.safe_load(made.yaml.text)["stories"]) == 6
    assert any("另一个标题" in one.told() for one in (*changes.reports, *changes.operations))


# ---------------------------------------------------------------------------------------------- taken out


def emptied(*cells: Any) -> None:
    for cell in cells:
        old = cell.findall(name("w:p"))
        old[0].addprevious(blank(old[0], ""))
        for one in old:
            cell.remove(one)


def test_a_key_figure_that_was_taken_out_goes_and_the_fact_that_nothing_prints_is_told() -> None:
    editor = Editor(draft("dufulu"))
    emptied(cell_of(styled(editor, "KeyFigure")[2]))
    home, told = came(editor)
    left = [["plan"], ["finished", "building"], ["saplings"]]
    assert [one["of"] for one in home.yaml.parsed.data["key_figures"]] == left
    assert ([one.state for one in home.outcomes], [*filter(None, told)]) == (["applied"], [])
    home, told = came(editor, re.sub(r"<water[^>]*>|(?<=\bof: )water\b", "toilets", source("dufulu")))
    assert [one["of"] for one in home.yaml.parsed.data["key_figures"]] == left
    assert "nothing else of this issue prints water now" in told[0]


def test_a_draft_without_a_key_figure_is_imported_twice() -> None:
    editor = Editor(draft("dufulu"))
    emptied(cell_of(styled(editor, "KeyFigure")[2]))
    home, _ = came(editor)
    again, told = came(editor, home.yaml.text)
    assert again.yaml.text == home.yaml.text
    assert [one.state for one in again.outcomes] == ["there-already"]
    assert not [*filter(None, told)]


def test_of_all_key_figures_none_is_taken_out() -> None:
    editor = Editor(draft("dufulu"))
    emptied(*map(cell_of, styled(editor, "KeyFigure")))
    home, told = came(editor)
    assert home.yaml.text == source("dufulu")
    assert [*filter(None, told)]


def test_a_term_that_was_taken_out_goes_and_the_glossary_keeps_it() -> None:
    editor = Editor(draft("dufulu"))
    emptied(next(cell_of(one) for one in styled(editor, "BoxTitle") if "简易物业" in "".join(one.itertext())))
    home, told = came(editor)
    terms = yaml.safe_load(source("dufulu"))["terms"]
    assert home.yaml.parsed.data["terms"] == [one for one in terms if one != "简易物业"]
    assert home.glossary is not None
    assert home.glossary.text == home.glossary.before
    assert [*filter(None, told)] == ["glossary.yaml keeps what 简易物业 means"]
