"""The editor's note: above the lead, in every form, held language against language, and at home again after Word."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from bulletin import gate
from bulletin.blocks.editors_note.edit import EditorsNote
from bulletin.blocks.key_figures.edit import KeyFigures
from bulletin.blocks.story.edit import Story
from bulletin.build import Builder
from bulletin.content.arrangement import arranged
from bulletin.content.subdistrict import PROSE
from bulletin.desk.returns.importing import Wishes, import_draft
from bulletin.edition.walk import every
from bulletin.manifest import Manifest
from bulletin.project import Project
from bulletin.publish import publish
from bulletin.variant import LANGUAGES, Variant
from tests.conftest import workshop
from tests.desk.returns.meadow import draft_of
from tests.desk.returns.word import Editor
from tests.samples import project
from tests.test_build import docx_text, pdf_text

ZH, EN = "读者有话要说，请来信。", "Readers who have something to say should write to us."
Change = Callable[[Any], object]


def nothing(_: Any) -> None:
    """The sample as it is."""


def changed(folder: Path, change: Change = nothing) -> Path:
    root = project(folder, blocks=("editors_note",))
    path = root / "content" / "willow.yaml"
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    change(data)
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return root


def told(folder: Path, change: Change = nothing) -> list[str]:
    """What `check` calls an error."""
    found = gate.check(workshop(changed(folder, change))).problems
    return [f"{one.rule}: {one.message}" for one in found if one.level == "error"]


def other_number(content: Any) -> None:
    content["editors_note"]["en"] = content["editors_note"]["en"].replace("<parks>", "<communities>")


def more_in_one_language(content: Any) -> None:
    content["editors_note"]["zh"] += "计划明年再写。"


def typed(content: Any) -> None:
    content["editors_note"] = {"zh": "本刊介绍17个街道。", "en": "We look at 17 subdistricts."}


def on_no_page(content: Any) -> None:
    content["pages"][0].remove("editors_note")


def not_given(content: Any) -> None:
    del content["editors_note"]


def empty(content: Any) -> None:
    content["editors_note"]["en"] = ""


REFUSED = [
    (other_number, "parity: <parks> stands only here, not in the English"),
    (more_in_one_language, "parity: the Chinese says 计划, nothing in the English does"),
    (typed, "typed-number: a number is typed here: 17"),
    (on_no_page, "pages: editors_note stands on no page"),
    (not_given, "pages: there is no editors_note"),
    (empty, "model: en is empty"),
]


@pytest.mark.parametrize(("change", "message"), REFUSED, ids=[change.__name__ for change, _ in REFUSED])
def test_it_is_checked_as_prose_is(change: Change, message: str, tmp_path: Path) -> None:
    said = told(tmp_path / "project", change)
    assert any(one.startswith(message) for one in said), said


def test_it_is_held_against_no_article(tmp_path: Path) -> None:
    """The editor says what no article says; a story that says so is refused."""

    def said(content: Any) -> None:
        content["editors_note"] = {"zh": "居民出门就有游园<parks>。", "en": "Residents have <parks> at their doors."}

    def in_a_story(content: Any) -> None:
        said(content)
        content["stories"][0]["paragraphs"].append(dict(content["editors_note"]))

    assert told(tmp_path / "project", said) == []
    assert [one.split(":")[0] for one in told(tmp_path / "other", in_a_story)] == ["borne"]


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_stands_between_the_figures_and_the_lead(language: Any, tmp_path: Path) -> None:
    made = Builder(workshop(changed(tmp_path / "project")), Variant(language=language)).make("willow", ("pdf", "docx"))
    for file, data in made.files.items():
        (tmp_path / file).write_bytes(data)
        read = pdf_text if file.endswith("pdf") else docx_text
        text = "".join(read(tmp_path / file).split())
        shown = {
            "zh": ("新建游园", "编者按", ZH, "街边多了游园"),
            "en": ("newpocketparks", "Editor’snote", EN, "Morepocket"),
        }
        for one, words in shown.items():
            if file.endswith("docx") or language in (one, "bilingual"):
                places = [text.find("".join(word.split())) for word in words]
                assert places == sorted(places) and places[0] >= 0, (file, one, places)
            else:
                assert "".join(words[2].split()) not in text


def test_without_one_nothing_of_it_is_there(tmp_path: Path) -> None:
    edition, _ = Builder(workshop(project(tmp_path / "project"))).edition("willow")
    assert not list(every(EditorsNote, edition.pages))


def by_itself(content: Any) -> None:
    del content["pages"]


@pytest.mark.slow
def test_where_the_program_lays_out_the_pages_it_opens_the_first(tmp_path: Path) -> None:
    def long(content: Any) -> None:
        by_itself(content)
        content["stories"][0]["paragraphs"] = [dict(one) for one in content["stories"][0]["paragraphs"] * 9]

    root = changed(tmp_path / "project", long)
    builder = Builder(workshop(root))
    edition, _ = builder.edition("willow")
    first = [block for block in edition.pages[0].blocks if isinstance(block, KeyFigures | EditorsNote | Story)]
    assert [type(block) for block in first] == [KeyFigures, EditorsNote, Story]
    laid = builder.laid_out(edition, builder.charts(edition)).edition.pages[0].blocks
    assert [type(getattr(one, "block", one)) for one in laid[:3]] == [KeyFigures, EditorsNote, Story]


def test_it_leads_where_only_the_front_page_is_laid_out_by_hand(tmp_path: Path) -> None:
    def by_hand(content: Any) -> None:
        content["pages"] = ["auto", ["honours", "evidence", "notes"]]

    _, content = workshop(changed(tmp_path / "project", by_hand)).library.contents["willow"]
    first, _ = arranged(content)
    assert first.ids[:3] == ("key_figures", "editors_note", "green")


def test_the_summary_reads_nothing_of_it() -> None:
    assert "editors_note" in PROSE


# ---------------------------------------------------------------------------------------------- what Word sends home


@pytest.fixture
def written(tmp_path: Path) -> Path:
    root = changed(tmp_path / "project", by_itself)
    publish(root / "reports", Manifest(), "willow", "1", {"willow.docx": draft_of(root)})
    return root


def home(root: Path, *steps: tuple[str, ...]) -> Any:
    """The content file after these edits came home."""
    path = root / "reports" / "willow.docx"
    path.write_bytes(Editor(path.read_bytes()).run(steps))
    assert import_draft(Project.at(root), path, Wishes(apply=True, yes=True), lambda _: True) == 0
    return yaml.safe_load((root / "content" / "willow.yaml").read_text(encoding="utf-8"))


def test_its_words_come_home(written: Path) -> None:
    found = home(written, ("replace", "读者有话要说", "来信", "来电"), ("replace", "Readers who", "write to", "call"))
    assert found["editors_note"]["zh"].endswith("请来电。") and found["editors_note"]["en"].endswith("should call us.")
    assert "<parks>" in found["editors_note"]["zh"] and "<parks>" in found["editors_note"]["en"]


def test_what_the_editor_made_bold_comes_home_bold(written: Path) -> None:
    assert "**逐篇**介绍" in home(written, ("bold", "逐篇介绍", "逐篇"))["editors_note"]["zh"]


def test_taken_out_in_both_languages_it_is_gone(written: Path) -> None:
    assert "editors_note" not in home(written, ("delete", "读者有话要说"), ("delete", "Readers who"))
