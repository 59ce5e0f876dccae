"""In a process that goes on, the pages of a file as it is now: those of a build, and only what has changed is set."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pypdfium2
import pytest

from bulletin.build import Builder
from bulletin.desk.watch.preview import Preview, Previewer
from bulletin.pages import kept
from bulletin.pages.by_page import ByPage, Leaf
from bulletin.pages.typeset import PageFill, Pdf
from bulletin.problems import ContentError
from tests.conftest import CONTENT, ROOT, small_project, workshop

pytestmark = pytest.mark.slow


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return small_project(tmp_path / "project")


@pytest.fixture
def looks() -> Iterator[None]:
    yield
    kept.hold(0)
    kept.forget()


def saved(folder: Path, text: str, name: str = "willow") -> None:
    (folder / "content" / f"{name}.yaml").write_text(text, encoding="utf-8")


def preview(previewer: Previewer, folder: Path, name: str = "willow") -> Preview:
    return previewer.preview(workshop(folder, [name]), name)


def looked_at(file: bytes, at: int) -> str:
    document = pypdfium2.PdfDocument(file)
    try:
        return sha256(bytes(document[at].render(scale=2).buffer)).hexdigest()
    finally:
        document.close()


def of_build(folder: Path, name: str = "willow") -> list[str]:
    pdf = Builder(workshop(folder, [name])).make(name, ("pdf",)).files[f"{name}.pdf"]
    return [looked_at(pdf, at) for at in range(len(pypdfium2.PdfDocument(pdf)))]


def new(found: Preview, before: Preview) -> list[int]:
    """The numbers of the pages that were set anew."""
    return [number for number, leaf in enumerate(found.leaves, 1) if leaf not in before.leaves]


@pytest.mark.usefixtures("looks")
def test_the_pages_are_those_of_a_build_after_every_edit_and_only_those_that_changed_are_set(folder: Path) -> None:
    previewer = Previewer(folder)
    first = before = preview(previewer, folder)
    edits = [
        (CONTENT.replace("街边多了游园", "街边添了游园"), [1]),
        (CONTENT, []),
        (f"# only a comment\n{CONTENT}", []),
        (CONTENT.replace("Civilized Unit of Zhengzhou", "Zhengzhou Civilized Unit"), [2]),
    ]
    for text, changed in edits:
        saved(folder, text)
        found = preview(previewer, folder)
        assert [looked_at(leaf.file, leaf.at) for leaf in found.leaves] == of_build(folder)
        assert new(found, first if not changed else before) == changed
        before = found


@pytest.mark.usefixtures("looks")
def test_pages_that_name_the_pages_of_others_are_those_of_a_build(tmp_path: Path, folder: Path) -> None:
    project = tmp_path / "whole"
    for part in ("content", "seeds", "templates"):
        shutil.copytree(ROOT / part, project / part)
    text = (project / "content" / "jingchenglu.yaml").read_text(encoding="utf-8")
    previewer, before = Previewer(project), None
    for more in ("", "另外，", "在这样一段时间里，"):
        at = text.index("paragraphs:\n")
        start = text.index("zh: ", at) + 4
        saved(project, text[:start] + more + text[start:], "jingchenglu")
        found = preview(previewer, project, "jingchenglu")
        assert [looked_at(leaf.file, leaf.at) for leaf in found.leaves] == of_build(project, "jingchenglu")
        assert before is None or 0 < len(new(found, before)) < len(found.leaves)
        before = found


@pytest.mark.usefixtures("looks")
def test_what_was_built_before_is_there_at_once(folder: Path) -> None:
    first = preview(Previewer(folder), folder)
    again = preview(Previewer(folder), folder)
    assert [leaf.file for leaf in again.leaves] == [leaf.file for leaf in first.leaves]


@pytest.mark.usefixtures("looks")
def test_templates_that_change_are_read_again(folder: Path) -> None:
    previewer = Previewer(folder)
    first = preview(previewer, folder)
    sheet = folder / "templates" / "styles" / "bulletin.css"
    sheet.write_text(sheet.read_text(encoding="utf-8") + "\nh2 { letter-spacing: .5pt }\n", encoding="utf-8")
    assert new(preview(previewer, folder), first) == [1, 2]


@pytest.mark.usefixtures("looks")
def test_words_that_are_wrong_are_shown_and_a_number_that_is_not_proved_is_not(folder: Path) -> None:
    previewer = Previewer(folder)
    saved(folder, CONTENT.replace("投资<spent>", "计划投资<spent>"))
    assert len(preview(previewer, folder).leaves) == 2
    saved(folder, CONTENT.replace("value: 25\n", "value: 26\n"))
    with pytest.raises(ContentError):
        preview(previewer, folder)


# ---------------------------------------------------------------------------------------------- page by page


def html(*pages: str) -> str:
    rows = "\n".join(f'<section class="page" id="page-{at}">\n{page}</section>' for at, page in enumerate(pages, 1))
    return f"<html><main>\n{rows}\n</main></html>"


class Press:
    """Sets nothing: notes what it was given. `sheets`: more pages than there are sections; `log`: what does not fit."""

    def __init__(self, sheets: int = 0, log: tuple[str, ...] = ()):
        self.given: list[str] = []
        self.sheets, self.log = sheets, log

    def __call__(self, text: str) -> Pdf:
        self.given.append(text)
        count = text.count(' id="page-') + self.sheets
        fill = tuple(PageFill(number, 0.9) for number in range(1, count + 1))
        return Pdf(text.encode(), count, fill, self.log)


def pages(held: ByPage, text: str, press: Press, **resources: bytes) -> tuple[Leaf, ...]:
    named = {f"bulletin:{name}.svg": data for name, data in resources.items()}
    return held.pages(text, named, lambda: press(text), press, lambda: None)[1]


@pytest.mark.parametrize(
    ("before", "after", "new"),
    [
        (("one", "two", "three"), ("one", "TWO", "three"), [1]),
        (("one", "two"), ("one", "two", "three"), [2]),
        (("<img src='bulletin:a.svg'>", "two"), ("<img src='bulletin:a.svg'>", "two"), [0]),  # another picture
        (
            ('<a href="#x">x</a>', '<b id="x">x</b>', "three"),
            ('<a href="#x">x</a>', "two", '<b id="x">x</b>'),
            [0, 1, 2],
        ),
        (("<section>one</section>", "two"), ("<section>ONE</section>", "two"), [0]),
    ],
)
def test_a_page_is_set_again_where_something_that_it_shows_has_changed(
    before: tuple[str, ...], after: tuple[str, ...], new: list[int]
) -> None:
    held, press = ByPage(), Press()
    first = pages(held, html(*before), press, a=b"1")
    found = pages(held, html(*after), press, a=b"2" if "a.svg" in before[0] else b"1")
    assert [at for at, leaf in enumerate(found) if leaf not in first] == new
    assert [leaf.at for leaf in found] == [*range(len(after))]


def test_a_page_that_is_known_keeps_the_names_that_lead_to_it() -> None:
    held, press = ByPage(), Press()
    pages(held, html('<a href="#x">one</a>', '<b id="x">two</b>'), press)
    pages(held, html('<a href="#x">ONE</a>', '<b id="x">two</b>'), press)
    assert 'id="x"' in press.given[-1] and "two" not in press.given[-1]


@pytest.mark.parametrize("press", [Press(sheets=1), Press(log=("sticks out",))])
def test_what_runs_over_or_does_not_fit_is_set_whole(press: Press) -> None:
    held = ByPage()
    for word in ("two", "TWO"):
        text = html("one", word)
        assert len(pages(held, text, press)) == 2 + press.sheets
        assert press.given[-1] == text


def test_what_does_not_fit_on_a_changed_page_is_told_of_the_whole() -> None:
    held, press = ByPage(), Press()
    pages(held, html("one", "two"), press)
    text, press.log = html("one", "TWO"), ("sticks out",)
    found, _ = held.pages(text, {}, lambda: press(text), press, lambda: None)
    assert found.log == press.log and press.given[-1] == text


def test_a_name_that_is_nowhere_is_left_to_the_engine() -> None:
    held, press = ByPage(), Press()
    pages(held, html('<a href="#x">one</a>', '<b id="x">two</b>'), press)
    text = html('<a href="#x">one</a>', "two")
    pages(held, text, press)
    assert press.given[-1] == text
