"""What may stand in a text beside words: each element is read, passed over, or told; none is skipped in silence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bulletin.desk.returns.compare import compare
from bulletin.desk.returns.contents import held
from bulletin.desk.returns.looks import Looks
from bulletin.desk.returns.opened import open_draft
from bulletin.word import baseline_of, read, unpack
from bulletin.word.around import Around
from bulletin.word.baseline import with_baseline
from bulletin.word.layout import paragraphs
from bulletin.word.ox import Node, name
from bulletin.word.pack import pack
from tests.desk.colleague.hand import Hand, xml
from tests.desk.colleague.things import BOX, RUBY
from tests.desk.returns.conftest import found_in

CONTROL = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent><w:r><w:t>{}</w:t></w:r></w:sdtContent></w:sdt>"


def body(inside: str) -> Node:
    """A text of one paragraph, 前…后, with this between its words."""
    return xml(
        f"<w:document><w:body><w:p><w:r><w:t>前</w:t></w:r>{inside}<w:r><w:t>后</w:t></w:r></w:p></w:body></w:document>"
    )


def kinds(inside: str) -> list[tuple[str, str]]:
    return [
        (one.kind, one.words) for one in held(body(inside), {("footnote", "2"): "请核"}, {"rId7": "https://x.org/"})
    ]


@pytest.mark.parametrize(
    ("inside", "kind", "words"),
    [
        (BOX.format(id=4, words="补"), "text-box", "补"),
        ('<w:r><w:footnoteReference w:id="2"/></w:r>', "footnote", "请核"),
        ('<w:r><w:endnoteReference w:id="2"/></w:r>', "endnote", ""),
        ("<m:oMath><m:r><m:t>x²</m:t></m:r></m:oMath>", "formula", "x²"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r>', "symbol", "Wingdings F04A"),
        ('<w:fldSimple w:instr=" DATE "><w:r><w:t>今天</w:t></w:r></w:fldSimple>', "field", "今天"),
        ("<w:r><w:yearLong/></w:r>", "field", ""),
        ("<w:r><w:object/></w:r>", "object", ""),
        ('<w:r><w:pict><v:shape alt="箭头"/></w:pict></w:r>', "shape", "箭头"),
        ('<w:r><w:br w:type="page"/></w:r>', "page-break", ""),
        ('<w:r><w:br w:type="column"/></w:r>', "column-break", ""),
        ("<w:r><w:ptab/></w:r>", "tabulator", ""),
        (CONTROL.format("<w14:checkbox/>", "☐"), "control", "☐"),
        (CONTROL.format("<w:date/>", "今"), "control", "今"),
        ('<w:hyperlink r:id="rId7"><w:r><w:t>网</w:t></w:r></w:hyperlink>', "link", "网 → https://x.org/"),
        ('<w:hyperlink w:anchor="_Toc1"><w:r><w:t>页</w:t></w:r></w:hyperlink>', "link", "页 → _Toc1"),
        ("<w:subDoc/>", "file", ""),
        ("<w:r><w:contentPart/></w:r>", "ink", ""),
        ('<x:new xmlns:x="urn:x">新</x:new>', "unknown", "new: 新"),
        ("<w:r><m:oMath/></w:r>", "formula", ""),
        ("<w:r><w:newer/></w:r>", "unknown", "newer:"),
        (RUBY, "ruby", "重庆 (chóngqìng)"),
    ],
)  # fmt: skip
def test_what_is_no_word_of_the_text_is_told(inside: str, kind: str, words: str) -> None:
    assert kinds(inside) == [(kind, words)]


@pytest.mark.parametrize(
    "inside",
    [
        "<w:proofErr/><w:bookmarkStart/><w:bookmarkEnd/><w:permStart/><w:commentRangeStart/>",
        "<w:r><w:lastRenderedPageBreak/><w:softHyphen/><w:tab/><w:cr/><w:br/><w:noBreakHyphen/></w:r>",
        '<w:hyperlink w:anchor="_e_3"><w:r><w:t>3</w:t></w:r></w:hyperlink>',
        "<w:smartTag><w:smartTagPr/><w:r><w:t>中</w:t></w:r></w:smartTag>",
        CONTROL.format("<w:text/>", "中"),
        '<w:fldSimple w:instr=" SEQ Figure "><w:r><w:t>1</w:t></w:r></w:fldSimple>',
        '<w:r><w:drawing><wp:docPr name="图"/><a:blip r:embed="rId1"/></w:drawing></w:r>',
    ],
)
def test_marks_of_programs_and_what_is_read_elsewhere_are_not(inside: str) -> None:
    assert kinds(inside) == []


def test_a_field_of_several_runs_is_told_with_its_result_and_a_link_as_one() -> None:
    signs = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{}</w:instrText></w:r>'
    signs += '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>八</w:t></w:r>'
    signs += '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert kinds(signs.format(" DATE ")) == [("field", "八")]
    assert kinds(signs.format(" PAGE ")) == []
    assert kinds(signs.format(' HYPERLINK "https://x.org" ')) == [("link", "八")]
    assert paragraphs(body(signs.format(" DATE ")))[0].text == "前后"
    assert paragraphs(body(signs.format(' HYPERLINK "https://x.org" ')))[0].text == "前八后"


def test_the_letters_of_a_pinyin_guide_and_the_sign_of_a_box_to_tick_are_no_words() -> None:
    assert paragraphs(body(RUBY + CONTROL.format("<w14:checkbox/>", "☐")))[0].text == "前重庆后"


# ---------------------------------------------------------------------------------------------- looks

STYLES = """<w:styles><w:style w:styleId="B"><w:name w:val="Body"/>
<w:rPr><w:color w:val="112233"/><w:i/></w:rPr></w:style>
<w:style w:styleId="C"><w:name w:val="Body Two"/><w:basedOn w:val="B"/></w:style>
<w:style w:styleId="S"><w:name w:val="Strong"/></w:style></w:styles>"""


def looks(properties: str, own: Around | None = None) -> list[tuple[str, str, str]]:
    text = xml(f'<w:p><w:pPr><w:pStyle w:val="C"/></w:pPr><w:r><w:rPr>{properties}</w:rPr><w:t>词</w:t></w:r></w:p>')
    found = Looks(xml(STYLES), own).of({text: list(text.iter(name("w:r")))})
    return [(one.look, one.words, one.value) for one in found]


@pytest.mark.parametrize(
    ("properties", "look"),
    [
        ("<w:strike/>", "strike"),
        ("<w:dstrike/>", "strike"),
        ('<w:highlight w:val="yellow"/>', "highlight"),
        ('<w:shd w:val="clear" w:fill="FFFF00"/>', "shading"),
        ('<w:color w:val="FF0000"/>', "colour"),
        ('<w:u w:val="single"/>', "underline"),
        ('<w:vertAlign w:val="subscript"/>', "raised"),
        ("<w:vanish/>", "hidden"),
        ('<w:em w:val="dot"/>', "mark"),
    ],
)
def test_a_look_that_is_not_the_styles_is_told(properties: str, look: str) -> None:
    assert looks(properties) == [(look, "词", "")]


@pytest.mark.parametrize(
    "properties",
    [
        '<w:strike w:val="0"/>',
        '<w:highlight w:val="none"/>',
        '<w:shd w:val="clear" w:fill="auto"/>',
        '<w:color w:val="112233"/>',
        "<w:i/>",
        '<w:u w:val="none"/>',
    ],
)
def test_what_a_program_writes_of_a_style_again_is_none(properties: str) -> None:
    assert looks(properties) == []


def test_styles_and_colours_that_the_program_gave_are_its_own() -> None:
    own = Around(styles=("strong",), colours=("FF0000",))
    assert looks('<w:rStyle w:val="S"/>', own) == looks('<w:color w:val="FF0000"/>', own) == []
    assert looks('<w:rStyle w:val="S"/>', Around()) == [("style", "词", "Strong")]
    assert looks('<w:rStyle w:val="S"/>') == []  # of an earlier draft nobody knows


# ---------------------------------------------------------------------------------------------- in a draft


def told(draft: bytes, hand: Hand) -> list[str]:
    changes = found_in(pack(hand.saved()), draft)
    assert changes.operations == ()
    return [one.told() for one in changes.reports]


def test_what_is_told_says_page_story_and_words(draft: bytes) -> None:
    hand = Hand(draft)
    hand.saying("志愿者定期清扫").append(xml("<w:r><w:object/></w:r>"))
    (one,) = told(draft, hand)
    assert one.splitlines()[0].endswith("at stories.1.paragraphs.1")
    assert one.splitlines()[-1].strip().startswith("page 2, “Old courtyards renewed”: “志愿者定期清扫楼道")


def test_a_header_that_was_changed_is_told_once_however_many_there_are(draft: bytes) -> None:
    hand = Hand(draft)
    part = next(p for p in hand.parts if p.startswith("word/header") and "柳林".encode() in hand.parts[p])
    hand.parts["word/header7.xml"] = hand.parts[part]  # as programs do that write one for each kind of page
    assert told(draft, hand) == []
    for one in (part, "word/header7.xml"):
        hand.parts[one] = hand.parts[one].replace("柳林".encode(), "杨林".encode())
    (one,) = told(draft, hand)
    assert one.startswith("the header was changed") and "杨林" in one


def test_a_comment_with_evidence_that_was_edited_or_taken_out_is_told(draft: bytes) -> None:
    hand = Hand(draft)
    root = hand.tree("word/comments.xml")
    words = "".join(one.text or "" for one in root[0].iter(name("w:t")))
    list(root[0].iter(name("w:t")))[-1].text = "出处有误"
    root.remove(root[1])
    hand.put("word/comments.xml", root)
    edited, gone = told(draft, hand)
    assert edited.startswith("a comment with evidence was edited") and "出处有误" in edited and words[:5] in edited
    assert gone.startswith("a comment with evidence was taken out")


def test_all_comments_with_evidence_that_were_taken_out_are_one_thing(draft: bytes) -> None:
    hand = Hand(draft)
    root = hand.tree("word/comments.xml")
    count = len(root)
    for one in list(root):
        root.remove(one)
    hand.put("word/comments.xml", root)
    (one,) = told(draft, hand)
    assert count > 1 and one.startswith(f"all comments with evidence were taken out ({count})")


def test_of_a_draft_of_an_earlier_version_what_stands_around_its_text_is_not_judged(draft: bytes) -> None:
    parts = unpack(draft)
    kept = baseline_of(parts)
    assert kept and kept.around and kept.around.heads and kept.around.margin
    early = pack(with_baseline(parts, replace(kept, around=None)))
    again = read(early)
    assert again and again.around is None
    hand = Hand(early)
    hand.parts = {
        part: data.replace("柳林".encode(), "杨林".encode()) if "header" in part else data
        for part, data in hand.parts.items()
    }
    assert compare(again, open_draft(pack(hand.saved()))).reports == ()


def test_a_row_of_evidence_and_the_whole_table_are_missed(draft: bytes) -> None:
    hand = Hand(draft)
    quotes = (one for one in hand.body.iter(name("w:pStyle")) if one.get(name("w:val")) == "Evidence")
    row = next(next(quotes).iterancestors(name("w:tr")))
    table = next(row.iterancestors(name("w:tbl")))
    hand.drop(row)
    (one,) = told(draft, hand)
    assert one.startswith("words that the program sets were taken out") and "- 新建游园3个" in one
    hand.drop(table)
    (one,) = told(draft, hand)
    assert one.count("\n    - ") > 5


def test_a_paragraph_in_another_style_is_told_and_a_style_that_a_program_renamed_is_not(draft: bytes) -> None:
    hand = Hand(draft)
    next(hand.saying("志愿者定期清扫").iter(name("w:pStyle"))).set(name("w:val"), "Heading1")
    (one,) = told(draft, hand)
    assert one.startswith("the paragraph has another style, “heading 1”")
    hand = Hand(draft)
    styles = hand.tree("word/styles.xml")
    for node in styles.iter(name("w:name")):
        if node.get(name("w:val")) == "Body ZH":
            node.set(name("w:val"), "正文")
    hand.put("word/styles.xml", styles)
    assert told(draft, hand) == []


def test_a_change_that_is_tracked_has_a_place(draft: bytes) -> None:
    hand = Hand(draft)
    node = next(one for one in hand.saying("志愿者定期清扫").iter(name("w:t")) if "定期" in (one.text or ""))
    hand.track(node, "定期", "每天")
    changes = found_in(pack(hand.saved()), draft)
    assert {one.path for one in changes.reports} == {"stories.1.paragraphs.1"}
    assert all("page 2" in one.where for one in changes.reports)
