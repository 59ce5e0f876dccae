"""`generate.py import`: what it says, what it writes, and what it refuses with which reason."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from bulletin.desk.returns.account import LEFT
from bulletin.desk.returns.home import bring_home
from bulletin.desk.returns.importing import Wishes, import_draft, is_untouched
from bulletin.messages import speak
from bulletin.problems import UsageError
from bulletin.project import Project
from bulletin.word import read
from bulletin.word.ox import name, w
from bulletin.word.pack import pack
from bulletin.word.package import unpack
from tests.conftest import CONTENT
from tests.desk.returns.conftest import found_in, summary
from tests.desk.returns.edits import P0, P1
from tests.desk.returns.meadow import content
from tests.desk.returns.word import Editor, put, texts

Printed = pytest.CaptureFixture[str]
WORD = ("replace", "居民傍晚常来散步", "傍晚", "清晨")


@pytest.fixture
def mine(project: Path, tmp_path: Path) -> Path:
    """A copy of the project that a test may change."""
    return Path(shutil.copytree(project, tmp_path / "project"))


def came_back(root: Path, package: bytes, file: str = "willow.docx") -> Path:
    path = root / "reports" / file
    path.write_bytes(package)
    return path


def run(root: Path, path: Path, answer: bool = False, **wishes: object) -> int:
    return import_draft(Project.at(root), path, Wishes(**wishes), lambda _: answer)  # type: ignore[arg-type]


def edited(draft: bytes, *steps: tuple[str, ...]) -> bytes:
    return Editor(draft).run(steps)


# ---------------------------------------------------------------------------------------------- telling and writing


def test_without_apply_it_tells_and_writes_nothing(mine: Path, draft: bytes, capsys: Printed) -> None:
    before = content(mine)
    assert run(mine, came_back(mine, edited(draft, WORD))) == 0
    said = capsys.readouterr().out
    assert "willow.docx: draft of content/willow.yaml, saved by Microsoft Office Word" in said
    line = next(n for n, text in enumerate(before.splitlines(), 1) if "居民傍晚" in text)
    assert f"content/willow.yaml:{line}:" in said
    assert "[-傍晚-]{+清晨+}" in said.replace("[-傍-]{+清+}[-晚-]{+晨+}", "[-傍晚-]{+清晨+}")
    assert "+++ content/willow.yaml (after the import)" in said
    assert "居民清晨常来散步" in said
    assert content(mine) == before


def test_apply_writes_one_line_and_leaves_the_rest(mine: Path, draft: bytes) -> None:
    before = content(mine).splitlines()
    assert run(mine, came_back(mine, edited(draft, WORD)), apply=True) == 0
    after = content(mine).splitlines()
    assert [(old, new) for old, new in zip(before, after, strict=True) if old != new] == [
        (line, line.replace("傍晚", "清晨")) for line in before if "居民傍晚" in line
    ]


def test_what_has_come_home_is_not_brought_again(mine: Path, draft: bytes, capsys: Printed) -> None:
    path = came_back(mine, edited(draft, WORD))
    assert run(mine, path, apply=True) == 0
    after = content(mine)
    assert run(mine, path, apply=True) == 0
    assert "[there already]" in capsys.readouterr().out
    assert content(mine) == after
    assert is_untouched(Project.at(mine), path.read_bytes())  # so a build may replace it, with a copy


def test_line_ends_and_byte_order_mark_stay(mine: Path, draft: bytes) -> None:
    file = mine / "content" / "willow.yaml"
    before = b"\xef\xbb\xbf" + content(mine).replace("\n", "\r\n").encode()
    file.write_bytes(before)
    assert run(mine, came_back(mine, edited(draft, WORD)), apply=True) == 0
    assert file.read_bytes() == before.replace("居民傍晚".encode(), "居民清晨".encode())


def test_worse_content_is_written_only_when_somebody_says_so(mine: Path, draft: bytes, capsys: Printed) -> None:
    path = came_back(mine, edited(draft, ("append", "志愿者定期清扫楼道", "共有37名志愿者。")))
    before = content(mine)
    assert run(mine, path, apply=True) == 1
    said = capsys.readouterr().out
    assert "error[typed-number]" in said
    assert "would have" in said
    assert content(mine) == before
    assert run(mine, path, apply=True, answer=True) == 0
    assert content(mine) != before
    (mine / "content" / "willow.yaml").write_text(before, encoding="utf-8")
    assert run(mine, path, apply=True, yes=True) == 0
    assert "37名志愿者" in content(mine)


# ---------------------------------------------------------------------------------------------- figures


def test_a_changed_figure_names_its_fact_and_the_number_stays(mine: Path, draft: bytes, capsys: Printed) -> None:
    path = came_back(mine, edited(draft, ("replace", "新建游园3个", "3个", "4个")))
    before = content(mine)
    assert run(mine, path, apply=True) == LEFT
    said = capsys.readouterr().out
    assert "“3个” is now “4个” (fact parks)" in said
    assert "fact   parks: 3  (content/willow.yaml:" in said
    assert "quote  新建游园3个" in said
    assert content(mine) == before


def test_a_fact_is_changed_only_with_words_of_the_article(mine: Path, draft: bytes) -> None:
    path = came_back(mine, edited(draft, ("replace", "新建游园3个", "3个", "4个")))
    with pytest.raises(UsageError, match="needs the words of the article"):
        run(mine, path, apply=True, facts={"parks": "4"})
    with pytest.raises(UsageError, match="there is no fact park in"):
        run(mine, path, facts={"park": "4"}, quotes={"park": "x"})
    assert run(mine, path, apply=True, facts={"parks": "4"}, quotes={"parks": "新建游园4个"}) == 1  # no such words
    assert run(mine, path, apply=True, facts={"trees": "12000"}, quotes={"trees": "植树1.2万余 株"}) == LEFT
    assert "quote: 植树1.2万余 株" in content(mine)


# ---------------------------------------------------------------------------------------------- meanwhile


def test_a_place_that_changed_meanwhile_is_a_conflict_and_the_rest_comes_home(
    mine: Path, draft: bytes, capsys: Printed
) -> None:
    file = mine / "content" / "willow.yaml"
    file.write_text(content(mine).replace("居民傍晚常来散步", "居民每晚都来"), encoding="utf-8")
    path = came_back(mine, edited(draft, WORD, ("replace", "老旧楼院更新", "更新", "焕新")))
    assert run(mine, path, apply=True) == LEFT
    said = capsys.readouterr().out
    assert "[conflict]" in said
    assert "居民每晚都来" in said
    assert "居民每晚都来" in content(mine)
    assert "zh: 老旧楼院焕新" in content(mine)


def test_items_are_found_by_their_texts_when_their_numbers_have_changed(mine: Path, draft: bytes) -> None:
    new = "    paragraphs:\n      - zh: 新的首段。\n        en: A new first paragraph.\n"
    text = content(mine).replace("    paragraphs:\n", new, 1)
    kept = read(draft)
    assert kept is not None
    changes = found_in(edited(draft, WORD, ("delete_row", "游园沿河而建")), draft)
    home = bring_home(kept, text, "x.yaml", changes.operations)
    assert [one.state for one in home.outcomes] == ["applied", "applied"]
    items = home.yaml.value(("stories", 0, "paragraphs"))
    assert [item["zh"][:4] for item in items] == ["新的首段", "<sin", "<com"]
    assert "清晨" in items[1]["zh"]


def test_a_deletion_is_a_conflict_where_the_text_has_changed(draft: bytes, project: Path) -> None:
    kept = read(draft)
    assert kept is not None
    changes = found_in(edited(draft, ("delete_row", "游园沿河而建")), draft)
    home = bring_home(kept, content(project).replace("连成一线", "连成一片"), "x.yaml", changes.operations)
    assert [one.state for one in home.outcomes] == ["conflict"]


# ---------------------------------------------------------------------------------------------- marks of persons


def tracked(draft: bytes) -> bytes:
    """A word replaced with changes recorded, as Word writes it."""
    editor = Editor(draft)
    node = next(t for t in texts(editor.paragraph("居民傍晚")) if "傍晚" in (t.text or ""))
    run = next(node.iterancestors(name("w:r")))
    before, _, after = (node.text or "").partition("傍晚")
    who = {"author": "李编辑", "date": "2026-11-20T08:00:00Z"}
    gone, new, rest = w("r", w("delText")), w("r", w("t")), w("r", w("t"))
    gone[0].text, new[0].text, rest[0].text, node.text = "傍晚", "清晨", after, before
    run.addnext(rest)
    run.addnext(w("ins", new, id=901, **who))
    run.addnext(w("del", gone, id=902, **who))
    return editor.save()


def test_tracked_changes_are_accepted_or_rejected_and_named(mine: Path, draft: bytes, capsys: Printed) -> None:
    path = came_back(mine, tracked(draft))
    before = content(mine)
    assert run(mine, path, apply=True, revisions="reject") == 0
    said = capsys.readouterr().out
    assert content(mine) == before
    assert "tracked: inserted words by 李编辑 2026-11-20" in said
    assert "tracked: deleted words by 李编辑 2026-11-20" in said
    assert run(mine, path, apply=True) == 0
    assert "居民清晨" in content(mine)


def test_changes_tracked_by_libreoffice(clean: bytes, from_office: dict[str, bytes]) -> None:
    changes = found_in(from_office["tracked"], clean)
    assert summary(changes) == (f"Set {P0} zh",)
    assert {one.what.split(" by ")[0] for one in changes.reports} == {
        "tracked: inserted words",
        "tracked: deleted words",
    }


def test_a_comment_is_told_with_its_place_and_keeps_the_draft(mine: Path, draft: bytes) -> None:
    parts = unpack(draft)
    who = 'w:id="777" w:author="王" w:date="2026-11-21T08:00:00Z"'
    words = f"<w:comment {who}><w:p><w:r><w:t>请核实</w:t></w:r></w:p></w:comment></w:comments>"
    parts["word/comments.xml"] = parts["word/comments.xml"].replace(b"</w:comments>", words.encode())
    editor = Editor(pack(parts))
    editor.paragraph("Volunteers sweep").append(w("r", w("commentReference", id=777)))
    changes = found_in(editor.save(), draft)
    assert changes.operations == ()
    assert [one.told() for one in changes.reports] == [
        "comment by 王 2026-11-21 at stories.1.paragraphs.1\n    请核实\n"
        "    page 2, “Old courtyards renewed”: “Volunteers sweep the stairs regularly and look after old peo”"
    ]
    assert not is_untouched(Project.at(mine), editor.save())


def test_pictures_are_told_and_never_taken_over(draft: bytes) -> None:
    editor = Editor(draft)
    picture = next(editor.root.iter(name("wp:docPr")))
    picture.set("descr", "另一段文字")
    said = [one.told() for one in found_in(editor.save(), draft).reports]
    assert len(said) == 1
    assert "alternative text" in said[0]
    parts = unpack(draft)
    shown = {part for part in parts if part.startswith("word/media/")}
    assert shown
    other = pack({part: b"other" if part in shown else body for part, body in parts.items()})
    assert ["was replaced" in one.what for one in found_in(other, draft).reports] == [True]
    editor = Editor(draft)
    node = next(next(editor.root.iter(name("wp:docPr"))).iterancestors(name("w:p")))
    node.getparent().remove(node)
    assert ["was taken out" in one.what for one in found_in(editor.save(), draft).reports] == [True]


# ---------------------------------------------------------------------------------------------- which drafts


def without_baseline(package: bytes, *, properties: bool = True) -> bytes:
    dropped = ("customXml/",) if properties else ("customXml/", "docProps/custom.xml")
    return pack({part: body for part, body in unpack(package).items() if not part.startswith(dropped)})


@pytest.mark.parametrize("properties", [True, False])
def test_a_lost_baseline_is_found_in_the_copy(mine: Path, draft: bytes, properties: bool, capsys: Printed) -> None:
    package = without_baseline(edited(draft, WORD), properties=properties)
    assert run(mine, came_back(mine, package), apply=True) == 0
    assert "its baseline is lost; the" in capsys.readouterr().out
    assert "居民清晨" in content(mine)


def test_a_lost_baseline_without_a_copy_is_refused(mine: Path, draft: bytes) -> None:
    shutil.rmtree(mine / "reports" / ".baselines")
    with pytest.raises(UsageError, match="carries no baseline"):
        run(mine, came_back(mine, without_baseline(draft)))


def test_a_renamed_draft_is_recognised(mine: Path, draft: bytes, capsys: Printed) -> None:
    path = came_back(mine, edited(draft, WORD), "柳林 最终版(2).docx")
    assert run(mine, path, apply=True) == 0
    assert "renamed; written as willow.docx" in capsys.readouterr().out
    assert "居民清晨" in content(mine)


def test_a_draft_of_another_project_is_refused(mine: Path, draft: bytes) -> None:
    path = came_back(mine, draft)
    file = mine / "content" / "willow.yaml"
    file.rename(mine / "content" / "poplar.yaml")
    with pytest.raises(UsageError, match="which this project does not have"):
        run(mine, path)
    file.write_text(CONTENT, encoding="utf-8")
    with pytest.raises(UsageError, match="is no draft of this"):
        run(mine, path)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"PK\x03\x04 broken", pack({"a.txt": b""})])
def test_a_file_that_is_no_docx_is_refused(mine: Path, data: bytes) -> None:
    with pytest.raises(UsageError, match=r"no DOCX|no Word document"):
        run(mine, came_back(mine, data))


def test_a_draft_saved_by_wps_is_recognised(mine: Path, draft: bytes, capsys: Printed) -> None:
    parts = unpack(edited(draft, WORD))
    mark = b'<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="9" name="KSOProductBuildVer"/></'
    head, _, tail = parts["docProps/custom.xml"].rpartition(b"</")
    parts["docProps/custom.xml"] = head + mark + tail
    assert run(mine, came_back(mine, pack(parts))) == 0
    assert "saved by WPS" in capsys.readouterr().out


def test_a_draft_that_says_what_was_written_is_untouched(
    project: Path, draft: bytes, from_office: dict[str, bytes]
) -> None:
    here = Project.at(project)
    assert is_untouched(here, draft)
    assert is_untouched(here, from_office["nothing"])
    assert not is_untouched(here, edited(draft, WORD))
    assert not is_untouched(here, tracked(draft))
    assert not is_untouched(here, b"somebody's")


def test_the_account_says_what_came_home_and_what_is_left_for_whom(mine: Path, draft: bytes, capsys: Printed) -> None:
    steps = (WORD, ("replace", "新建游园3个", "3个", "4个"), ("replace", "街道的春天", "春天", "<夏天>"))
    path = came_back(mine, edited(draft, *steps))
    assert run(mine, path, report="json") == LEFT
    said = json.loads(capsys.readouterr().out)
    assert [len(said[key]) for key in ("home", "left", "seen")] == [1, 2, 0]
    assert {one["whom"] for one in said["left"]} == {"facts", "editor"}
    assert (said["written"], said["exit"], said["content"]) == (False, LEFT, "content/willow.yaml")
    assert "居民清晨常来散步" in said["diff"]
    page = path.with_name("willow.import.html")
    assert not page.exists()
    assert run(mine, path, apply=True) == LEFT
    text = page.read_text(encoding="utf-8")
    assert "&lt;夏天&gt;" in text and "<夏天>" not in text
    for words in ("What came home of willow.docx", "for who keeps the facts", "新建游园3个", "居民清晨常来散步"):
        assert words in text


def test_the_page_speaks_chinese_where_the_program_does(mine: Path, draft: bytes) -> None:
    path = came_back(mine, edited(draft, WORD))
    speak("zh")
    try:
        assert run(mine, path, report="html") == 0
    finally:
        speak("en")
    text = path.with_name("willow.import.html").read_text(encoding="utf-8")
    assert "willow.docx 的改动收回了多少" in text and 'lang="zh-CN"' in text


def test_two_figures_of_one_paragraph_and_its_words_at_once(draft: bytes) -> None:
    editor = Editor(draft)
    paragraph = editor.paragraph("改造先从老旧楼院做起")
    for old, new in (("4000户", "4200户"), ("25%", "28%"), ("先从", "要从"), ("社区有", "小区共有")):
        put(paragraph, old, new)
    assert summary(found_in(editor.save(), draft)) == (
        f"Set {P1} zh",
        f"Figure {P1} zh households 4000户 4200户",
        f"Figure {P1} zh old 25% 28%",
    )
