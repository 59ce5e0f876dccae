"""`new` takes an article as it came, keeps its words, and says what it took away."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from weasyprint import HTML

from bulletin.cli import main
from bulletin.desk.taken import page, pdf, word
from bulletin.evidence.article import bare
from tests.conftest import ROOT, small_project

ARTICLE = """柳河街道:老街添了新公园

柳河街道地处柳河东岸,辖区面积6.4平方公里,下辖9个社区。2023年以来,街道把群众反映的事一件一件列成清单,办一件、公示一件,居民看得见、问得着,办事的人也不敢松劲。

老街变样
2023年,街道新建游园3个,植树1.2万余株,投资近90万元;改造老旧小区21个,惠及居民4860户,新增停车位640个,加装电梯17部,院子里的人说,下楼遛弯的地方总算有了。
截至目前,街道已清理小广告2300余处,拆除违建75处。
"""
BODY = [line for line in ARTICLE.split("\n") if line]


def project(folder: Path) -> Path:
    small_project(folder)
    (folder / "content" / "willow.yaml").unlink()
    return folder


def started(folder: Path, file: Path, capsys: pytest.CaptureFixture[str], code: int = 0) -> str:
    assert main(["new", str(file), "--name", "probe", "--project", str(folder)]) == code
    said = capsys.readouterr()
    return said.err if code else said.out


def the_same(text: str) -> bool:
    return bare(text).text == bare(ARTICLE).text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_text_in_any_chinese_encoding_is_kept_in_utf8(
    tmp_path: Path, encoding: str, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path / "project")
    (tmp_path / "稿件.txt").write_bytes(ARTICLE.encode(encoding))
    said = started(root, tmp_path / "稿件.txt", capsys)
    kept = (root / "seeds" / "稿件.txt").read_bytes()
    assert the_same(kept.decode("utf-8-sig"))
    assert "nothing was taken away" in said
    assert main(["check", "probe", "--project", str(root)]) == 1  # gaps, and nothing else
    out = capsys.readouterr().out
    assert out.count("error[") == out.count("error[language]") > 0


def test_traditional_characters_in_big5_are_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "柳河街道新建公園3個，為居民辦實事，社區服務中心開放，投資90萬元，這是全市發展的項目。"
    root = project(tmp_path / "project")
    (tmp_path / "old.txt").write_bytes(text.encode("big5"))
    assert "BIG5" in started(root, tmp_path / "old.txt", capsys)
    assert (root / "seeds" / "old.txt").read_text(encoding="utf-8").strip() == text


def test_an_old_encoding_in_seeds_stays_and_its_text_stands_beside_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path / "project")
    (root / "seeds" / "old.txt").write_bytes(before := ARTICLE.encode("gb18030"))
    assert "seeds/old.utf8.txt" in started(root, Path("seeds/old.txt"), capsys)
    assert (root / "seeds" / "old.txt").read_bytes() == before
    assert the_same((root / "seeds" / "old.utf8.txt").read_text(encoding="utf-8"))


def test_an_article_of_another_text_is_never_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = project(tmp_path / "project")
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (root / "seeds" / "a.txt").write_text("另一篇", encoding="utf-8")
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "a.txt").write_text(ARTICLE, encoding="utf-8")
    assert "is there already" in started(root, tmp_path / "b" / "a.txt", capsys, 2)
    assert (root / "seeds" / "a.txt").read_text(encoding="utf-8") == "另一篇"


def test_of_a_docx_the_body_is_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "柳河日报"
    for line in BODY:
        half = len(line) // 2
        paragraph = document.add_paragraph()
        paragraph.add_run(line[:half]).bold = True
        paragraph.add_run(line[half:])
    document.add_picture(str(next((ROOT / "docs").rglob("*.png"), picture(tmp_path))))
    document.save(str(tmp_path / "稿.docx"))
    said = started(project(tmp_path / "project"), tmp_path / "稿.docx", capsys)
    assert the_same((tmp_path / "project" / "seeds" / "稿.txt").read_text(encoding="utf-8"))
    assert "header or footer (“柳河日报”)" in said
    assert "1 picture" in said


def picture(folder: Path) -> Path:
    """A PNG of one pixel."""
    from PIL import Image

    Image.new("RGB", (1, 1)).save(folder / "one.png")
    return folder / "one.png"


def test_of_a_docx_deletions_are_gone_and_insertions_stay() -> None:
    document = Document()
    paragraph = document.add_paragraph("新建游园")
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    from docx.oxml import parse_xml

    gone = f'<w:del xmlns:w="{w}" w:id="1" w:author="a"><w:r><w:delText>5</w:delText></w:r></w:del>'
    new = f'<w:ins xmlns:w="{w}" w:id="2" w:author="a"><w:r><w:t>3</w:t></w:r></w:ins>'
    paragraph._p.append(parse_xml(gone))
    paragraph._p.append(parse_xml(new))
    paragraph.add_run("个")
    file = BytesIO()
    document.save(file)
    taken = word.read(file.getvalue())
    assert taken.text == "新建游园3个"
    assert [(one.kind, one.count) for one in taken.away] == [("deletions", 1)]


def html(body: str = "") -> str:
    paragraphs = "".join(f"<p>{line[:9]}<b>{line[9:15]}</b>{line[15:]}</p>" for line in BODY[1:])
    return (
        f"<!DOCTYPE html><html><head><title>网站</title><script>var a = '新建3个';</script></head><body>"
        f"<nav><a href='/'>首页</a> <a>新闻12条</a></nav><h1>{BODY[0]}</h1><div class='c'>{body or paragraphs}</div>"
        f"<div>相关阅读：别处新建5个</div><footer>版权所有 2024</footer></body></html>"
    )


def test_of_a_page_the_article_is_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "页.html").write_text(html(), encoding="utf-8")
    said = started(project(tmp_path / "project"), tmp_path / "页.html", capsys)
    kept = (tmp_path / "project" / "seeds" / "页.txt").read_text(encoding="utf-8")
    assert the_same(kept)
    assert "menus, heads, feet" in said
    assert "outside the article (“相关阅读：别处新建5个”)" in said


def test_a_page_says_its_encoding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.htm").write_bytes(html().replace("<head>", '<head><meta charset="gb2312">').encode("gbk"))
    started(project(tmp_path / "project"), tmp_path / "a.htm", capsys)
    assert the_same((tmp_path / "project" / "seeds" / "a.txt").read_text(encoding="utf-8"))


def printed(lines: list[str], columns: int) -> bytes:
    """A PDF of indented paragraphs with a running head and page numbers."""
    paragraphs = "".join(f"<p style='text-indent:{2 if len(line) > 28 else 0}em'>{line}</p>" for line in lines)
    style = (
        "@page { size: A5; @top-center { content: '柳河日报 2024年1月9日' }"
        "@bottom-center { content: '— ' counter(page) ' —' } } p { margin: 0; text-align: justify }"
        f"body {{ font: 12pt/1.6 'Noto Serif CJK SC', serif; columns: {columns} }}"
    )
    html = f"<html lang='zh'><style>{style}</style>{paragraphs}</html>"
    plain = "import sys, weasyprint; sys.stdout.buffer.write(weasyprint.HTML(string=sys.stdin.read()).write_pdf())"
    made = subprocess.run([sys.executable, "-c", plain], input=html.encode(), capture_output=True, check=True)
    return made.stdout  # by the engine as it is: a build in this process sets Chinese lines the house's way


@pytest.mark.parametrize("columns", [1, 2])
def test_of_a_pdf_paragraphs_are_put_together(tmp_path: Path, columns: int, capsys: pytest.CaptureFixture[str]) -> None:
    lines = [BODY[0], *BODY[1:] * 3]
    (tmp_path / "报.pdf").write_bytes(printed(lines, columns))
    said = started(project(tmp_path / "project"), tmp_path / "报.pdf", capsys)
    kept = (tmp_path / "project" / "seeds" / "报.txt").read_text(encoding="utf-8").strip().split("\n")
    assert [bare(line).text for line in kept] == [bare(line).text for line in ["柳河日报 2024年1月9日", *lines]]
    for what in ("running head or foot (“柳河日报", "page numbers (“— 1 —”)", "ends of lines inside paragraphs"):
        assert what in said


def test_a_pdf_without_text_is_refused() -> None:
    empty = HTML(string="<html><svg width='9' height='9'><rect width='9' height='9'/></svg></html>").write_pdf()
    with pytest.raises(Exception, match="pictures and no text"):
        pdf.read(empty)
    with pytest.raises(Exception, match="cannot be read"):
        pdf.read(b"%PDF-1.7 broken")


@pytest.mark.parametrize("data", [b"PK\x03\x04 broken", b"", "没有".encode("utf-16") + b"\xff"])
def test_what_is_no_article_is_refused_in_one_line(
    tmp_path: Path, data: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    root = project(tmp_path / "project")
    assert main(["new", str(tmp_path / "a.txt"), "--name", "probe", "--project", str(root)]) in (1, 2)
    assert "Traceback" not in capsys.readouterr().err
    assert not (root / "content" / "probe.yaml").exists()


def test_a_page_of_a_deep_or_empty_tree_is_read() -> None:
    assert page.read("<html></html>").text == ""
    assert page.read("<div>" * 200 + "<p>新建游园3个</p>").text == "新建游园3个"
