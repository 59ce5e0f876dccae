"""With Chinese messages an import prints no English sentence, whatever was done to the draft."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bulletin.desk.returns.importing import Wishes, import_draft
from bulletin.messages import speak
from bulletin.problems import UsageError
from bulletin.project import Project
from bulletin.word.ox import name, w
from bulletin.word.pack import pack
from bulletin.word.package import unpack
from tests.desk.returns.edits import EDITS
from tests.desk.returns.meadow import content
from tests.desk.returns.word import Editor

Printed = pytest.CaptureFixture[str]
NAMES = ("Microsoft Office Word",)
STEPS = {edit.name: edit.steps for edit in EDITS}
MORE = {
    "a heading taken out": (("delete", "老旧楼院更新"),),
    "a story taken out": (
        *(("delete", "老旧楼院更新"), ("delete", "Old courtyards renewed")),
        *(("delete_row", "楼院的管网"), ("delete_row", "志愿者定期清扫")),
    ),
    "a heading that holds a line too many": (("split", "老旧楼院更新", "更新"),),
    "a key figure that says two things": (
        *(("replace", "trees planted", "planted", "set"), ("replace", "植树", "植树", "种树")),
    ),
    "notes joined in English only": (("join", "does not name the kinds"),),
    "a paragraph moved in Chinese only": (("move", "志愿者定期清扫楼道", "居民傍晚常来散步"),),
    "a paragraph where there is no place": (("insert", "社区与游园对照", "这里加了一段话。"),),
    "a figure taken out": (("replace", "新建游园3个", "3个", ""),),
    "a number of a thousand digits": (("append", "志愿者定期清扫楼道", "7" * 1000),),
}


class Desk(Editor):
    """What else a person may do."""

    def move(self, anchor: str, before: str) -> None:
        self.paragraph(before).addprevious(self.paragraph(anchor))


def marked(package: bytes) -> bytes:
    """A comment, tracked changes of every kind with and without a name, and a picture changed."""
    parts = unpack(package)
    words = "<w:comment w:id='777'><w:p><w:r><w:t>请核实</w:t></w:r></w:p></w:comment></w:comments>"
    parts["word/comments.xml"] = parts["word/comments.xml"].replace(b"</w:comments>", words.encode())
    editor = Editor(pack(parts))
    paragraph = editor.paragraph("居民傍晚")
    for number, kind in enumerate(("ins", "del", "moveTo", "moveFrom")):
        words = w("delText") if kind in ("del", "moveFrom") else w("t")
        words.text = "字"
        paragraph.append(w(kind, w("r", words), id=900 + number, author="李" if number else ""))
        editor.row("志愿者定期清扫").insert(0, w("trPr", w(kind, id=910 + number)))
    picture = next(editor.root.iter(name("wp:docPr")))
    picture.set("descr", "另一段文字")
    picture.attrib.pop("title")
    return editor.save()


def english(said: str, known: str) -> Iterator[str]:
    """Rows of English words that stand neither in the content file nor in the draft, nor are names."""
    for row in re.findall(r"(?<![\w.<-])[A-Za-z]+(?: +[A-Za-z]+)+(?![\w.>-])", said):
        bare = re.sub(r" +(zh|en)$", "", row)
        if " " in bare and bare not in known and bare not in NAMES:
            yield row


def said(root: Path, package: bytes, capsys: Printed, **wishes: object) -> str:
    path = root / "reports" / "willow.docx"
    path.write_bytes(package)
    try:
        speak("zh")
        import_draft(Project.at(root), path, Wishes(**wishes), lambda _: False)  # type: ignore[arg-type]
        return capsys.readouterr().out
    except UsageError as error:
        return str(error)
    finally:
        speak("en")


@pytest.fixture(scope="module")
def mine(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(project, tmp_path_factory.mktemp("chinese") / "project"))


@pytest.mark.slow
@pytest.mark.parametrize("edit", [*STEPS, *MORE])
def test_an_edited_draft_is_told_in_chinese(edit: str, mine: Path, draft: bytes, capsys: Printed) -> None:
    package = Desk(draft).run((STEPS | MORE)[edit])
    told = said(mine, package, capsys)
    known = content(mine) + "".join(Desk(package).root.itertext())
    assert list(english(told, known)) == []
    assert re.search("[\u4e00-\u9fff]", told)


def test_marks_of_persons_are_told_in_chinese(mine: Path, draft: bytes, capsys: Printed) -> None:
    told = said(mine, marked(draft), capsys)
    assert "批注（未署名）" in told
    for words in ("插入文字", "删去文字（李）", "移来文字", "移走文字", "插入表格行", "替代文字改了"):
        assert words in told
    assert list(english(told, content(mine))) == []


def test_pictures_are_told_in_chinese(mine: Path, draft: bytes, capsys: Printed) -> None:
    parts = {part: b"other" if "media/" in part else body for part, body in unpack(draft).items()}
    assert "换成了别的" in (told := said(mine, pack(parts), capsys))
    assert list(english(told, content(mine))) == []
    editor = Editor(pack(parts))
    for node in editor.root.iter(name("wp:docPr")):
        node.set("name", "另一张图")
        node.set("descr", "另一段文字")
        node.attrib.pop("title")
    told = said(mine, editor.save(), capsys)
    assert "删去了；重新生成时会再画" in told
    assert "新增了图 另一张图" in told
    assert list(english(told, content(mine))) == []


def test_a_file_that_has_changed_meanwhile_is_told_in_chinese(mine: Path, draft: bytes, capsys: Printed) -> None:
    file, before = mine / "content" / "willow.yaml", content(mine)
    try:
        after = before.replace("居民傍晚常来散步", "居民每晚都来").replace("游园沿河而建", "游园依河而建")
        file.write_text(after.replace("志愿者定期清扫楼道", "志愿者每周清扫楼道"), encoding="utf-8")
        editor = Editor(draft)
        editor.delete_row("游园沿河而建")
        told = said(
            mine,
            editor.run(
                (
                    ("replace", "居民傍晚常来散步", "傍晚", "清晨"),
                    ("replace", "志愿者定期清扫楼道", "定期", "每周"),
                )
            ),
            capsys,
        )
    finally:
        file.write_text(before, encoding="utf-8")
    assert told.count("[冲突]") == 2
    assert told.count("[已有]") == 1
    assert told.count("内容文件现在是：") == 2
    assert list(english(told, content(mine))) == []


def test_a_test_of_english_finds_it() -> None:
    assert list(english("willow.docx: nothing was changed", "")) == ["nothing was changed"]
    assert list(english("改动   stories.0.paragraphs.0 zh", "")) == []
