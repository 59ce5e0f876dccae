"""`generate.py update`: later changes of the content file come into a person's draft as tracked changes."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from lxml import etree

from bulletin.desk.returns.compare import compare
from bulletin.desk.returns.opened import open_draft
from bulletin.desk.update import AUTHOR, update_draft
from bulletin.problems import CannotWrite
from bulletin.project import Project
from bulletin.word import read
from bulletin.word.ox import name
from bulletin.word.package import unpack
from tests.desk.returns.conftest import summary
from tests.desk.returns.edits import P0
from tests.desk.returns.meadow import content
from tests.desk.returns.word import Editor
from tests.writers.docx.structure import faults

THEIRS = (("replace", "志愿者定期清扫楼道", "定期", "每周"), ("replace", "沿途设有座椅", "座椅", "长椅"))
OURS = {
    "居民傍晚常来散步": "居民清晨常来散步",
    "<parks>, planted": "<parks> and planted",
    "沿途设有座椅": "沿途设有凉亭",
    "planted <trees> along": "planted <trees> along",
    "labels": "labels",
}


@pytest.fixture
def updated(project: Path, draft: bytes, tmp_path: Path) -> Path:
    """A project whose content file has changed, and a draft that a person has edited, brought up to date."""
    root = Path(shutil.copytree(project, tmp_path / "project"))
    path = root / "reports" / "willow.docx"
    path.write_bytes(Editor(draft).run(THEIRS))
    text = content(root)
    for old, new in OURS.items():
        text = text.replace(old, new)
    (root / "content" / "willow.yaml").write_text(text, encoding="utf-8")
    assert update_draft(Project.at(root), path) == 0
    return path


def words(package: bytes, choice: str) -> str:
    return "\n".join(one.text for one in open_draft(package, choice).paragraphs)  # type: ignore[arg-type]


def test_the_new_words_are_tracked_and_the_persons_stay(updated: Path) -> None:
    package = updated.read_bytes()
    assert "居民清晨常来散步" in words(package, "accept")
    assert "居民傍晚常来散步" in words(package, "reject")
    assert "志愿者每周清扫楼道" in words(package, "accept")
    root = etree.fromstring(unpack(package)["word/document.xml"])
    changes = list(root.iter(name("w:ins"), name("w:del")))
    assert changes
    assert {node.get(name("w:author")) for node in changes} == {AUTHOR}
    assert len({node.get(name("w:id")) for node in changes}) == len(changes)


def test_only_what_changed_is_marked(updated: Path) -> None:
    revisions = open_draft(updated.read_bytes()).revisions
    zh = {(one.kind, one.text) for one in revisions if one.text in ("傍", "晚", "清", "晨", "傍晚", "清晨")}
    assert "".join(text for kind, text in sorted(zh) if kind == "deleted") in ("傍晚", "傍", "晚傍")
    assert sum(len(one.text) for one in revisions) < 40


def test_where_both_sides_changed_a_comment_says_what_the_content_file_has(updated: Path) -> None:
    opened = open_draft(updated.read_bytes())
    assert "沿途设有长椅" in words(updated.read_bytes(), "accept")
    said = [one for one in opened.comments if one.author == AUTHOR]
    assert len(said) == 1
    assert "沿途设有凉亭" in said[0].text
    assert said[0].at is not None
    assert "长椅" in opened.paragraphs[said[0].at].text


def test_the_original_is_kept(updated: Path, draft: bytes) -> None:
    assert updated.with_name("willow.bak-1.docx").read_bytes() == Editor(draft).run(THEIRS)


def test_the_updated_draft_brings_only_the_persons_edits_home(updated: Path) -> None:
    package = updated.read_bytes()
    kept = read(package)
    assert kept is not None
    assert summary(compare(kept, open_draft(package))) == ("Set briefs.1.text zh", "Set stories.1.paragraphs.1 zh")
    rejected = summary(compare(kept, open_draft(package, "reject")))
    assert f"Set {P0} zh" in rejected  # who rejects a change of the generator's wants the old words


def test_a_second_update_has_nothing_to_do(updated: Path) -> None:
    before = updated.read_bytes()
    assert update_draft(Project.at(updated.parent.parent), updated) == 0
    assert updated.read_bytes() == before


NEW = """      - zh: 游园里新添了长廊。
        en: The parks now have a covered walk.
"""


def test_new_and_lost_paragraphs_come_as_tracked_rows(project: Path, draft: bytes, tmp_path: Path) -> None:
    root = Path(shutil.copytree(project, tmp_path / "project"))
    path = root / "reports" / "willow.docx"
    path.write_bytes(Editor(draft).run(THEIRS))
    text = content(root)
    start, end = text.index("      - zh: 游园沿河而建"), text.index("    plates:\n")
    text = text[:start] + NEW + text[end:]  # the last paragraph of the first story is another one now
    start = text.index("      # where people live")
    (root / "content" / "willow.yaml").write_text(text[:start] + NEW.replace("长廊", "花架") + text[start:], "utf-8")
    assert update_draft(Project.at(root), path) == 0
    package = path.read_bytes()
    accepted, rejected = words(package, "accept"), words(package, "reject")
    assert "游园里新添了花架" in accepted
    assert "游园里新添了花架" not in rejected
    kept = read(package)
    assert kept is not None
    own = ("Set briefs.1.text zh", "Set stories.1.paragraphs.1 zh")
    assert summary(compare(kept, open_draft(package))) == own
    assert faults(package) == []


def test_a_lost_paragraph_is_marked_as_deleted(project: Path, draft: bytes, tmp_path: Path) -> None:
    root = Path(shutil.copytree(project, tmp_path / "project"))
    path = root / "reports" / "willow.docx"
    path.write_bytes(draft)
    text = content(root)
    start, end = text.index("      # where people live"), text.index("      - zh: 游园沿河而建")
    text = text[:start] + text[end:]
    for fact in ("households", "old"):  # told of nowhere else
        text = re.sub(rf"(  {fact}:\n(?:    .*\n)*?    status: standing\n)", r"\1    unprinted: no room\n", text)
    (root / "content" / "willow.yaml").write_text(text, "utf-8")
    assert update_draft(Project.at(root), path) == 0
    package = path.read_bytes()
    assert "改造先从老旧楼院做起" not in words(package, "accept")
    assert words(package, "reject") == words(draft, "accept")
    kept = read(package)
    assert kept is not None
    assert compare(kept, open_draft(package)).operations == ()
    assert compare(kept, open_draft(package, "reject")).operations == ()
    assert faults(package) == []


def test_an_open_draft_is_left_alone(updated: Path) -> None:
    (updated.parent / ".~lock.willow.docx#").touch()
    with pytest.raises(CannotWrite, match="is open"):
        update_draft(Project.at(updated.parent.parent), updated)
