"""A draft as it came back: who saved it, its comments, its pictures; and which copy of a lost baseline is taken."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from lxml import etree

from bulletin.desk.returns.arrival import _copies, _stem
from bulletin.desk.returns.opened import NUMBER, opened
from bulletin.project import Project
from bulletin.publish import BASELINES
from bulletin.word import NoDocx, unpack

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
Parts = dict[str, bytes]


@pytest.fixture
def parts(draft: bytes) -> Parts:
    return dict(unpack(draft))


def document(*paragraphs: str) -> bytes:
    rows = "".join(f"<w:p>{one}</w:p>" for one in paragraphs)
    return f"<w:document {W}><w:body>{rows}</w:body></w:document>".encode()


def words(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def commented(id: str, text: str) -> str:
    return f'<w:commentRangeStart w:id="{id}"/>{words(text)}<w:commentRangeEnd w:id="{id}"/>'


def comment(id: str, author: str, *lines: str, date: str = "2026-11-21T08:00:00Z") -> str:
    rows = "".join(f"<w:p>{words(line)}</w:p>" for line in lines)
    return f'<w:comment w:id="{id}" w:author="{author}" w:date="{date}">{rows}</w:comment>'


def test_comments_of_persons_stand_at_their_paragraph(parts: Parts) -> None:
    parts["word/document.xml"] = document(
        words("一"), "", commented("7", "二") + commented("8", "又"), commented("7", "三")
    )
    own = (comment("9", "Bulletin", "parks"), comment("7", "王", "请核实", "再看"), comment("8", "李", "甲", date=""))
    parts["word/comments.xml"] = f"<w:comments {W}>{''.join(own)}{comment('6', '', 'x' * 30000)}</w:comments>".encode()
    with pytest.raises(NoDocx):  # a paragraph of a comment may be as long as one of the text
        opened(parts)
    parts["word/comments.xml"] = f"<w:comments {W}>{''.join(own)}{comment('6', 'n' * 99, '查')}</w:comments>".encode()
    found = opened(parts)
    assert [one.text for one in found.paragraphs] == ["一", "二又", "三"], "those without words are left out"
    assert [one.node.get(NUMBER) for one in found.paragraphs] == ["0", "2", "3"]
    assert [(one.author, one.date, one.text, one.at) for one in found.comments] == [
        ("王", "2026-11-21T08:00:00Z", "请核实\n再看", 1),
        ("李", "", "甲", 1),
        ("n" * 80, "2026-11-21T08:00:00Z", "查", None),
    ]


def test_a_draft_without_comments_has_none(parts: Parts) -> None:
    parts["word/document.xml"] = document(words("一"))
    for data in (None, b""):
        parts.pop("word/comments.xml", None)
        if data is not None:
            parts["word/comments.xml"] = data
        assert opened(parts).comments == []


@pytest.mark.parametrize(
    ("app", "program"),
    [
        (b"<Properties><Application>Microsoft Office Word</Application></Properties>", "Microsoft Office Word"),
        (b"<a:Properties><a:Application>LibreOffice/7.4$Linux</a:Application></a:Properties>", "LibreOffice"),
        (b"<Application></Application>", "an unknown program"),
        (b"", "an unknown program"),
        (b"<Application>" + b"x" * 81 + b"</Application>", "an unknown program"),
        (b"<Application>\xff</Application>", "\ufffd"),
    ],
)
def test_who_saved_it(app: bytes, program: str, parts: Parts) -> None:
    parts["docProps/app.xml"] = app
    assert opened(parts).program == program


def test_rejected_is_the_text_before(parts: Parts) -> None:
    parts["word/document.xml"] = document(words("一") + f"<w:ins w:author='王'>{words('二')}</w:ins>")
    assert [one.text for one in opened(parts).paragraphs] == ["一二"]
    assert [one.text for one in opened(parts, "reject").paragraphs] == ["一"]
    assert [one.text for one in opened(parts, "reject").revisions] == ["二"]


def test_pictures_are_found_wherever_their_part_lies(parts: Parts) -> None:
    shown = opened(parts).drawings
    assert shown
    assert all(one.digests for one in shown)
    rels = etree.fromstring(parts["word/_rels/document.xml.rels"])
    for row in rels:
        if str(row.get("Target")).startswith(("media/", "charts/")):
            row.set("Target", f"/word/{row.get('Target')}")
    parts["word/_rels/document.xml.rels"] = etree.tostring(rels)
    assert opened(parts).drawings == shown
    del parts["word/_rels/document.xml.rels"]
    assert [one.name for one in opened(parts).drawings] == [one.name for one in shown]
    assert not any(one.digests for one in opened(parts).drawings)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"mimetype": b"application/vnd.oasis.opendocument.text"}, "OpenDocument"),
        ({"content.xml": b"<a/>"}, "OpenDocument"),
        ({"word/document.xml": None}, "this is no Word document: save it as"),
        ({"word/document.xml": b"<a/>"}, "this is no Word document: save it as"),
        ({"word/document.xml": f"<w:document {W}/>".encode()}, "this is no Word document: save it as"),
        ({"word/document.xml": f"<w:body {W}/>".encode()}, "this is no Word document: save it as"),
        ({"[Content_Types].xml": b"<Types/>"}, "no Word document|not a Word document|document"),
        ({"[Content_Types].xml": b"application/vnd.ms-word.document.macroEnabled.main+xml"}, "macro"),
        ({"[Content_Types].xml": b"x.template.main+xml"}, "macro|template"),
        ({"word/document.xml": b"<d:document xmlns:d='http://purl.oclc.org/ooxml/wordprocessingml/main'/>"}, "Strict"),
    ],
)
def test_other_kinds_of_files_are_refused_by_name(change: dict[str, bytes | None], said: str, parts: Parts) -> None:
    for part, data in change.items():
        parts.pop(part, None)
        if data is not None:
            parts[part] = data
    with pytest.raises(NoDocx, match=f"(?i){said}"):
        opened(parts)


@pytest.mark.parametrize(
    ("file", "stem"),
    [("willow.docx", "willow"), ("willow.new.docx", "willow"), ("willow.edited-2.docx", "willow"), (".docx", "")],
)
def test_the_name_of_a_draft(file: str, stem: str) -> None:
    assert _stem(Path("somewhere.else") / file) == stem


def properties(**facts: str) -> Parts:
    space = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
    types = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
    rows = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{pid}" name="bulletin.{key}">'
        f"<v:lpwstr>{value}</v:lpwstr></property>"
        for pid, (key, value) in enumerate(facts.items(), 2)
    )
    return {"docProps/custom.xml": f'<Properties xmlns="{space}" xmlns:v="{types}">{rows}</Properties>'.encode()}


@pytest.mark.parametrize(
    ("file", "facts", "copies"),
    [
        ("willow.docx", {}, ["willow.2", "willow.1"]),
        ("willow.new.docx", {}, ["willow.2", "willow.1"]),
        ("other.docx", {"edition": "willow"}, ["willow.2", "willow.1"]),
        ("other.docx", {}, []),
        ("willow.docx", {"edition": "poplar"}, ["poplar.3"]),
        ("willow.docx", {"baseline": "1" * 16}, ["willow.1", "willow.2", "willow.1"]),
        ("other.docx", {"baseline": "3" * 16}, ["poplar.3"]),
        ("other.docx", {"baseline": "*"}, []),
        ("other.docx", {"baseline": "1" * 15}, []),
        ("other.docx", {"baseline": f"../{'1' * 16}"}, []),
        ("Willow.docx", {}, []),
        ("*.docx", {}, []),
    ],
)
def test_the_copy_that_a_draft_names_then_the_newest_of_its_name(
    file: str, facts: dict[str, str], copies: list[str], tmp_path: Path
) -> None:
    project = Project(tmp_path, tmp_path / "reports")
    folder = project.reports / BASELINES
    folder.mkdir(parents=True)
    for moment, copy in enumerate(("willow.1", "willow.2", "poplar.3"), 1):
        stem, digit = copy.split(".")
        made = folder / f"{stem}.{digit * 16}.json"
        made.write_text("{}", encoding="utf-8")
        os.utime(made, (moment, moment))
    (folder / f"willow.{'4' * 16}.json").mkdir()
    found = [copy.name for copy, _ in _copies(project, tmp_path / file, properties(**facts))]
    assert found == [f"{copy.split('.')[0]}.{copy[-1] * 16}.json" for copy in copies]
