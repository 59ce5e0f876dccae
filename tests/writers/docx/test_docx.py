"""The DOCX writer: structure, words, faces, evidence, and what LibreOffice makes of it."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from io import BytesIO

import docx
import pytest
from lxml import etree

from bulletin import rooms
from bulletin.edition.blocks import Amount, Both, Break, Page, Pair, Run, plain
from bulletin.edition.walk import walk
from bulletin.problems import CannotWrite
from bulletin.word import read
from bulletin.word.ox import NAMESPACES, clean, name
from bulletin.word.pictures import with_faces
from tests.writers.docx.drafts import CREATED, SOURCE, SUMMARY_PAGE, written
from tests.writers.docx.sample_edition import EDITION, EVIDENCE, LEAD, charts
from tests.writers.docx.structure import RULES, Package, faults, w


@pytest.fixture(scope="session")
def data() -> bytes:
    """Every type of block in one document."""
    return written(replace(EDITION, pages=(*EDITION.pages, SUMMARY_PAGE)))


@pytest.fixture(scope="session")
def package(data: bytes) -> Package:
    return Package(data)


def words(node: etree._Element) -> str:
    return "".join(text.text or "" for text in node.iter(name("w:t")))


# ---------------------------------------------------------------------------------------------- structure


def test_every_structure_rule_holds(data: bytes) -> None:
    assert len(RULES) == 16
    assert faults(data) == []


@pytest.mark.parametrize(
    ("rule", "before", "after"),
    [
        ("paired_bookmarks", rb'<w:bookmarkEnd w:id="\d+"/>', b""),
        ("cells", rb'<w:gridCol w:w="\d+"/>', b""),
        ("named_styles", rb'w:pStyle w:val="BodyZH"', b'w:pStyle w:val="Nowhere"'),
        ("closed_fields", rb'w:fldCharType="separate"', b'w:fldCharType="end"'),
        ("links", rb'w:anchor="_e_\d+"', b'w:anchor="_e_99"'),
        ("relations", rb'r:embed="rId\d+"', b'r:embed="rId999"'),
        ("order_of_properties", rb"<w:b/><w:bCs/>", b"<w:bCs/><w:b/>"),
        ("comments", rb'<w:commentRangeEnd w:id="\d+"/>', b""),
        ("described", rb' descr="[^"]*"', b""),
        ("plain_text", rb'(<w:t xml:space="preserve">)', rb"\1&#9;"),
    ],
)
def test_a_rule_sees_what_it_is_for(data: bytes, rule: str, before: bytes, after: bytes) -> None:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.namelist():
            body = old.read(part)
            if part == "word/document.xml":
                body, changed = re.subn(before, after, body, count=1)
                assert changed == 1
            new.writestr(part, body)
    assert any(fault.startswith(f"{rule}:") for fault in faults(out.getvalue()))


def test_every_kind_of_block_is_in_the_sample() -> None:
    there = {rooms.room_of(block) for page in (*EDITION.pages, SUMMARY_PAGE) for block in page.blocks} - {""}
    elsewhere = {"contents", "colophon", "editors_note"}  # test_furniture.py and test_rooms.py write these
    assert there == set(rooms.BLOCKS.kinds()) - {"timeline"} - elsewhere  # a timeline is a row of plates


def test_an_unknown_block_is_refused() -> None:
    with pytest.raises(TypeError, match="Run is no block"):
        written(replace(EDITION, pages=(Page(1, (Run("?"),)),)))  # type: ignore[arg-type]


def test_a_chart_that_is_not_drawn_is_refused() -> None:
    with pytest.raises(CannotWrite, match="hazards"):
        written(charts={})


def test_a_number_without_evidence_is_refused() -> None:
    shorter = replace(EVIDENCE, rows=EVIDENCE.rows[1:])
    with pytest.raises(CannotWrite, match="row 1"):
        written(replace(EDITION, pages=(Page(1, (LEAD, shorter)),)))


def test_two_builds_give_the_same_bytes(data: bytes) -> None:
    assert written(replace(EDITION, pages=(*EDITION.pages, SUMMARY_PAGE))) == data


def test_control_characters_are_removed_and_markup_is_text() -> None:
    assert clean("a\x00\x1bb\u202ec\r\nd\te") == "abc d e"
    plain = {chr(code): clean(chr(code)) for code in range(128)}
    assert {char for char, kept in plain.items() if kept == " "} == set(" \t\r\n")
    assert [char for char, kept in plain.items() if kept == ""] == [
        char for char in map(chr, range(128)) if not char.isprintable() and char not in "\t\r\n"
    ]
    assert all(kept in (char, " ", "") for char, kept in plain.items())
    title = Pair((Run("<w:p/>&\x07“甲”"),), (Run("]]>&amp;"),), "stories.0.title")
    body = written(replace(EDITION, pages=(Page(1, (replace(LEAD, title=title), EVIDENCE)),)))
    assert faults(body) == []
    text = words(Package(body).document)
    assert "<w:p/>&“甲”" in text
    assert "]]>&amp;" in text


# ---------------------------------------------------------------------------------------------- content


def test_the_words_of_both_languages_are_there(package: Package) -> None:
    text = words(package.document)
    pairs = [node for node in walk((EDITION.pages, SUMMARY_PAGE)) if isinstance(node, Pair)]
    pieces = [piece for pair in pairs for line in (pair.zh, pair.en) for piece in line if not isinstance(piece, Break)]
    assert len(pieces) > 100
    assert [piece.text for piece in pieces if piece.text not in text] == []
    fixed = [node for node in walk(EDITION.masthead) if isinstance(node, Both)]
    assert all(both.zh in text and both.en in text for both in fixed)


def test_headings_stand_outside_tables_with_a_real_level(package: Package) -> None:
    heads = [
        node for node in package.document[0] if node.tag == name("w:p") and _style(node) in ("Heading1", "LeadHeading")
    ]
    assert [words(node) for node in heads[:3]] == [
        "首台郑州城郊列车在京城路街道交付",
        "近千万元投向村级党建阵地",
        "查隐患、治大气、清街巷",
    ]
    styles = {w(node, "styleId"): node for node in package.xml["word/styles.xml"].iter(name("w:style"))}
    levels = {
        id: w(styles[id].find(f".//{name('w:outlineLvl')}"), "val") for id in ("Heading1", "LeadHeading", "BoxHeading")
    }
    assert levels == {"Heading1": "0", "LeadHeading": "0", "BoxHeading": "0"}


def _style(paragraph: etree._Element) -> str | None:
    return w(paragraph[0][0], "val")


def test_each_page_but_the_first_starts_a_new_one(package: Package) -> None:
    breaks = list(package.all("w:pageBreakBefore"))
    assert len(breaks) == len(EDITION.pages)
    assert all(node.getparent().getparent().getparent() is package.document[0] for node in breaks)


def test_chinese_runs_take_the_chinese_face_and_language(package: Package) -> None:
    runs = [run for run in package.all("w:r") if re.search("[\u4e00-\u9fff“”]", words(run))]
    chinese = [run for run in runs if run.find(f".//{name('w:rFonts')}") is not None]
    english = [run for run in runs if run not in chinese]
    assert len(chinese) > 150
    assert all(w(run.find(f".//{name('w:rFonts')}"), "hint") == "eastAsia" for run in chinese)
    assert all(w(run.find(f".//{name('w:lang')}"), "eastAsia") == "zh-CN" for run in chinese)
    assert all(w(run.find(f".//{name('w:lang')}"), "val") == "en-US" for run in english)
    assert all(re.search("[A-Za-z]", words(run)) for run in english)  # English that quotes Chinese, and English quotes
    theme = package.parts["word/theme/theme1.xml"].decode()
    assert all(f'typeface="{face}"' in theme for face in ("SimSun", "Microsoft YaHei", "Times New Roman", "Arial"))
    assert 'script="Hans" typeface="SimSun"' in theme


def test_head_rows_are_repeated(package: Package) -> None:
    heads = [
        words(row) for row in package.all("w:tr") if row.find(f"{name('w:trPr')}/{name('w:tblHeader')}") is not None
    ]
    assert [head[:2] for head in heads] == ["项目", "荣誉", "街道", "号 "]


def test_a_page_break_cuts_only_the_notes_and_plates_that_are_tables(package: Package) -> None:
    cut = [row for row in package.all("w:tr") if row.find(f"{name('w:trPr')}/{name('w:cantSplit')}") is None]
    styles = [w(row.getparent().find(f"{name('w:tblPr')}/{name('w:tblStyle')}"), "val") for row in cut]
    assert set(styles) == {"BulletinBox"}
    assert len(list(package.all("w:tr"))) > len(cut) > 0


def kept(row: etree._Element) -> bool:
    """Does a row stay with the one below it?"""
    return all(one.find(name("w:keepNext")) is not None for one in row.iter(name("w:pPr")))


def rows_of(package: Package, style: str) -> list[list[etree._Element]]:
    """The rows of each table of a style."""
    named = package.document.xpath(f"//w:tblStyle[@w:val='{style}']", namespaces={"w": NAMESPACES["w"]})
    return [one.getparent().getparent().findall(name("w:tr")) for one in named]


def test_figures_of_a_strip_stay_with_their_labels(package: Package) -> None:
    strips = rows_of(package, "BulletinStrip")
    assert strips
    assert all(kept(row) for rows in strips for row in rows[:-1])


def test_no_first_row_and_no_last_row_of_a_table_stands_alone(package: Package) -> None:
    tables = [rows for rows in rows_of(package, "BulletinTable") if "号" in words(rows[0]) or "项目" in words(rows[0])]
    assert len(tables) == 2
    for rows in tables:
        assert all(kept(row) for row in (*rows[:2], *rows[-3:-1]))


def test_no_brief_is_alone_in_its_row(package: Package) -> None:
    """The sample has four."""
    (style,) = package.document.xpath("//w:tblStyle[@w:val='BulletinBriefs']", namespaces={"w": NAMESPACES["w"]})
    briefs = style.getparent().getparent()
    assert [len(row.findall(name("w:tc"))) for row in briefs.iter(name("w:tr"))] == [2, 2]


def test_captions_are_numbered_by_fields_with_results(package: Package) -> None:
    captions = [words(node) for node in package.all("w:p") if _style(node) in ("Caption", "TableCaption")]
    assert captions[0].startswith("图 1 Figure 1　排查隐患5400余条\u00a04，六分之五")
    assert [caption[:3] for caption in captions] == [
        "图 1",
        "图 2",
        "表 1",
        "表 2",
        "图 3",
        "表 3",
        "图 4",
        "表 4",
        "表 5",
    ]
    footer = words(package.xml["word/footer1.xml"])
    assert footer.endswith("第 1 页  Page 1")


def test_every_page_says_when_the_facts_date_from(package: Package) -> None:
    head = words(package.xml["word/header1.xml"])
    dated = EDITION.masthead.dated
    assert head.endswith(f"{dated.zh}  {dated.en}")


def test_pictures_have_both_kinds_and_words_in_both_languages(package: Package) -> None:
    told = [(node.get("descr"), node.get("title")) for node in package.all("wp:docPr")]
    assert told == [(chart.alt.zh, chart.alt.en) for chart in charts().values()]
    assert len(list(package.all("asvg:svgBlip"))) == len(list(package.all("a:blip"))) == len(charts())
    first = next(package.all("wp:extent"))
    assert (first.get("cx"), first.get("cy")) == (str(85 * 36000), str(42 * 36000))


# ---------------------------------------------------------------------------------------------- evidence


def test_chart_text_names_a_face_that_word_has() -> None:
    drawn = b'<text style="font-size: 7px; font-family: Source Sans Pro,Noto Sans CJK SC; fill: #000">'
    stand_ins = {"Source Sans Pro": "Arial", "Noto Sans CJK SC": "Microsoft YaHei"}
    assert b"font-family: Source Sans Pro,Noto Sans CJK SC,Arial,Microsoft YaHei;" in with_faces(drawn, stand_ins)


def test_raised_numbers_lead_to_their_row_and_back(package: Package) -> None:
    anchors = [w(node, "anchor") for node in package.all("w:hyperlink")]
    assert {anchor for anchor in anchors if anchor.startswith("_e_")} == {f"_e_{row}" for row in (1, 2, 3, 4, 5, 6, 7)}
    assert [anchor for anchor in anchors if anchor.startswith("_m_")] == [f"_m_{row}" for row in (1, 2, 3, 4, 5, 6, 7)]
    raised = [
        node
        for node in package.all("w:rStyle")
        if w(node, "val") in ("EvidenceNumber", "EvidenceSmallNumber", "HighNumber")
    ]
    assert len(raised) == 30


def test_each_fact_has_one_comment_where_it_is_first_printed(package: Package) -> None:
    notes = list(package.xml["word/comments.xml"].iter(name("w:comment")))
    assert [words(note).partition("原文")[0] for note in notes] == [
        "cars", "area", "members", "first", "found", "only_drawn", "visits", "flats", "fixed"
    ]  # fmt: skip
    assert {w(note, "date") for note in notes} == {"2026-01-05T09:30:00Z"}
    assert {w(note, "author") for note in notes} == {"Bulletin"}
    assert all(len(note.findall(name("w:p"))) == 3 for note in notes)


def test_a_clean_copy_has_no_comments() -> None:
    package = Package(written(comments=None))
    assert not [part for part in package.parts if "comments" in part]
    assert not list(package.all("w:commentReference"))


# ---------------------------------------------------------------------------------------------- baseline, properties


def test_the_baseline_names_every_editable_text_in_order(data: bytes, package: Package) -> None:
    kept = read(data)
    assert kept is not None
    assert (kept.edition, kept.source) == ("jingchenglu", SOURCE)
    marked = [w(node, "name") for node in package.all("w:bookmarkStart") if (w(node, "name") or "").startswith("_b_")]
    assert [entry.bookmark for entry in kept.entries] == marked
    texts = {(entry.path, entry.lang): entry.text for entry in kept.entries}
    assert texts["stories.0.title", "zh"] == "首台郑州城郊列车\n在京城路街道交付"
    assert texts["stories.0.paragraphs.1", "en"].startswith("Within the subdistrict’s <area>, a chain of firms")
    assert texts["stories.0.paragraphs.1", "zh"].endswith("休闲娱乐中心**日趋完善**。")
    pairs = [node for node in walk((EDITION.pages, SUMMARY_PAGE)) if isinstance(node, Pair) and node.path]
    amounts = {f"facts.{node.fact}" for node in walk((EDITION.pages, SUMMARY_PAGE)) if isinstance(node, Amount)}
    assert amounts
    assert {entry.path for entry in kept.entries} == {pair.path for pair in pairs} | amounts
    assert all(plain(pair.zh) for pair in pairs)


def test_the_properties_are_ours(data: bytes, package: Package) -> None:
    core = docx.Document(BytesIO(data)).core_properties
    assert core.title == "京城路街道简报 Jingchenglu Subdistrict Bulletin"
    assert core.author == core.last_modified_by == "编辑部 The editors"
    assert (core.language, core.revision, core.created) == ("zh-CN", 1, CREATED)
    assert not core.comments
    custom = package.parts["docProps/custom.xml"].decode()
    assert "jingchenglu.yaml" in custom
    assert "ab" * 32 in custom
    assert b"python-docx" not in b"".join(package.parts.values())
