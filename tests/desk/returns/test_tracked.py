"""Tracked changes in the XML, accepted and rejected: words, paragraph marks, rows, formats (ECMA-376-1, 17.13.5)."""

from __future__ import annotations

import pytest
from lxml import etree

from bulletin.desk.returns.revisions import Choice, Decision, resolve, revisions

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
INS, DEL = '<w:ins w:author="王" w:date="2026-11-21T08:00:00Z"/>', '<w:del w:author="王"/>'


def body(inside: str) -> etree._Element:
    return etree.fromstring(f'<w:body xmlns:w="{W}">{inside}</w:body>')


def p(words: str, mark: str = "", style: str = "") -> str:
    name = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties = f"<w:pPr>{name}{f'<w:rPr>{mark}</w:rPr>' if mark else ''}</w:pPr>" if mark or style else ""
    return f"<w:p>{properties}{words}</w:p>"


def r(words: str, tag: str = "t") -> str:
    return f"<w:r><w:{tag}>{words}</w:{tag}></w:r>"


def put(words: str) -> str:
    return f"<w:ins>{r(words)}</w:ins>"


def out(words: str) -> str:
    return f"<w:del>{r(words, 'delText')}</w:del>"


def lines(root: etree._Element) -> list[str]:
    """The words of every paragraph, `Style: ` before them."""
    found = []
    for one in root.iter(f"{{{W}}}p"):
        style = next((node.get(f"{{{W}}}val") for node in one.iter(f"{{{W}}}pStyle")), "")
        found.append((f"{style}: " if style else "") + "".join(t.text or "" for t in one.iter(f"{{{W}}}t")))
    return found


@pytest.mark.parametrize(
    ("inside", "accepted", "rejected"),
    [
        (p(r("一") + put("二") + out("三") + r("四")), ["一二四"], ["一三四"]),
        (p(f"<w:moveTo>{r('一')}</w:moveTo>{r('二')}<w:moveFrom>{r('三')}</w:moveFrom>"), ["一二"], ["二三"]),
        (p(r("一"), DEL, "A") + p(r("二"), "", "B"), ["A: 一二"], ["A: 一", "B: 二"]),
        (p(r("一"), INS, "A") + p(r("二"), "", "B"), ["A: 一", "B: 二"], ["A: 一二"]),
        (p(r("一"), DEL) + p(r("二"), DEL) + p(r("三")), ["一二三"], ["一", "二", "三"]),
        (p(r("一"), DEL) + '<w:bookmarkStart w:id="1"/>' + p(r("二")), ["一二"], ["一", "二"]),
        (p(r("一"), DEL) + p(""), ["一"], ["一", ""]),
        (p(out("一"), DEL) + p(r("二")), ["二"], ["一", "二"]),
        (p(r("一"), DEL) + "<w:tbl/>" + p(r("二")), ["一", "二"], ["一", "二"]),
        (p(r("一")) + p(out("二"), DEL) + "<w:sectPr/>", ["一"], ["一", "二"]),
        (p(r("一")) + p(out("二"), DEL), ["一", ""], ["一", "二"]),
        (p(r("一")) + p(r("二"), DEL) + "<w:sectPr/>", ["一", "二"], ["一", "二"]),
    ],
)
def test_words_and_paragraph_marks(inside: str, accepted: list[str], rejected: list[str]) -> None:
    choices: tuple[Choice, Choice] = ("accept", "reject")
    for choice, wanted in zip(choices, (accepted, rejected), strict=True):
        root = body(inside)
        resolve(root, choice)
        assert lines(root) == wanted, choice
        assert revisions(root) == [], "none is left"


@pytest.mark.parametrize(
    ("mark", "accepted", "rejected"), [("cellIns", ["一", "二"], ["一"]), ("cellDel", ["一"], ["一", "二"])]
)
def test_cells(mark: str, accepted: list[str], rejected: list[str]) -> None:
    for before, wanted in (("", accepted), ("一", accepted)):
        cells = f"<w:tc>{p(r('一'))}</w:tc>" if before else ""
        inside = f"<w:tc><w:tcPr><w:{mark} w:author='王'/></w:tcPr>{p(r('二'))}</w:tc>"
        other = "" if before else f"<w:tr><w:tc>{p(r('一'))}</w:tc></w:tr>"
        text = f"<w:tbl>{other}<w:tr>{cells}{inside}</w:tr></w:tbl>"
        root = body(text)
        assert [(one.kind, one.what, one.text) for one in revisions(root)] == [
            ("inserted" if mark == "cellIns" else "deleted", "cell", "二")
        ]
        resolve(root, "accept")
        assert lines(root) == wanted
        assert len(list(root.iter(f"{{{W}}}tr"))) == (2 if not before and len(wanted) == 2 else 1)
        root = body(text)
        resolve(root, "reject")
        assert lines(root) == rejected


@pytest.mark.parametrize(("mark", "accepted"), [(INS, ["一", "二"]), (DEL, ["一"])])
def test_rows(mark: str, accepted: list[str]) -> None:
    rows = f"<w:tr><w:tc>{p(r('一'))}</w:tc></w:tr><w:tr><w:trPr>{mark}</w:trPr><w:tc>{p(r('二'))}</w:tc></w:tr>"
    root = body(f"<w:tbl>{rows}</w:tbl>")
    resolve(root, "accept")
    assert lines(root) == accepted
    root = body(f"<w:tbl>{rows}</w:tbl>")
    resolve(root, "reject")
    assert lines(root) == (["一"] if len(accepted) == 2 else ["一", "二"])


def test_a_cell_keeps_one_paragraph() -> None:
    root = body(f"<w:tbl><w:tr><w:tc><w:tcPr/>{p(out('一'), DEL)}</w:tc></w:tr></w:tbl>")
    resolve(root, "accept")
    assert lines(root) == [""]


@pytest.mark.parametrize("choice", ["accept", "reject"])
def test_a_format_that_was_changed_is_taken_or_is_again_what_it_was(choice: Choice) -> None:
    run = '<w:r><w:rPr><w:b/><w:rPrChange w:author="王"><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr><w:t>一</w:t></w:r>'
    root = body(p(run))
    assert [(one.kind, one.what, one.text) for one in revisions(root)] == [("formatted", "words", "")]
    resolve(root, choice)
    assert (root.find(f".//{{{W}}}b") is not None) == (choice == "accept")
    assert (root.find(f".//{{{W}}}i") is not None) == (choice == "reject")


def test_the_format_of_a_paragraph_that_is_rejected_leaves_its_mark_alone() -> None:
    old = '<w:pPrChange w:author="王"><w:pPr><w:pStyle w:val="A"/></w:pPr></w:pPrChange>'
    root = body(
        f'<w:p><w:pPr><w:pStyle w:val="B"/><w:rPr>{INS}</w:rPr>{old}</w:pPr>{r("一")}</w:p>{p(r("二"), "", "C")}'
    )
    resolve(root, Decision(rejected=frozenset(["王"])))
    assert lines(root) == ["A: 一二"]


WANG, LI = 'w:author="王"', 'w:author="李"'
BY_TWO = p(f"{r('一')}<w:ins {WANG}>{r('二')}</w:ins><w:del {LI}>{r('三', 'delText')}</w:del>") + p(
    f"<w:ins {WANG}>{r('四')}<w:del {LI}>{r('五', 'delText')}</w:del></w:ins>{r('六')}"
)


@pytest.mark.parametrize(
    ("decision", "wanted"),
    [
        (Decision(), ["一二", "四六"]),
        (Decision(rejected=frozenset(["李"])), ["一二三", "四五六"]),
        (Decision(rejected=frozenset(["王"])), ["一", "六"]),
        (Decision("reject", accepted=frozenset(["王"])), ["一二三", "四五六"]),
        (Decision("reject", accepted=frozenset(["李"])), ["一", "六"]),
        (Decision("reject"), ["一三", "六"]),
    ],
)
def test_who_made_a_change_decides(decision: Decision, wanted: list[str]) -> None:
    root = body(BY_TWO)
    resolve(root, decision)
    assert lines(root) == wanted


@pytest.mark.parametrize("author", ["王", "李"])
def test_a_row_and_a_move_of_one_author_are_rejected_alone(author: str) -> None:
    row = f"<w:tr><w:trPr><w:ins {WANG}/></w:trPr><w:tc>{p(r('一'))}</w:tc></w:tr>"
    move = f"<w:moveTo {LI}>{r('二')}</w:moveTo>{r('三')}<w:moveFrom {LI}>{r('二')}</w:moveFrom>"
    root = body(f"<w:tbl><w:tr><w:tc>{p(move)}</w:tc></w:tr>{row}</w:tbl>")
    resolve(root, Decision(rejected=frozenset([author])))
    assert lines(root) == (["二三"] if author == "王" else ["三二", "一"])


def test_each_is_listed_with_what_it_was_made_on_and_by_whom() -> None:
    row = f"<w:tr><w:trPr>{DEL}</w:trPr><w:tc><w:tcPr><w:ins/></w:tcPr>{p(r('四'))}</w:tc></w:tr>"
    root = body(p(put("一") + out("二"), INS) + p(f"<w:moveTo>{r('三')}</w:moveTo>") + f"<w:tbl>{row}</w:tbl>")
    found = [(one.kind, one.what, one.author, one.text) for one in revisions(root)]
    assert found == [
        ("inserted", "paragraph-mark", "王", ""),
        ("inserted", "words", "", "一"),
        ("deleted", "words", "", "二"),
        ("moved-here", "words", "", "三"),
        ("deleted", "row", "王", ""),
        ("inserted", "cell", "", ""),
    ]
    assert revisions(root)[0].date == "2026-11-21T08:00:00Z"
