"""A build from end to end on the small project: files, bytes, exit codes; and what must never happen to files."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree

from tests.conftest import ROOT, small_project
from tests.forked import generate

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project, built once."""
    project = small_project(tmp_path_factory.mktemp("built"))
    done = generate(project)
    assert done.returncode == 0, done.stdout + done.stderr
    return project


def pdf_text(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return text


def docx_text(path: Path) -> str:
    root = etree.fromstring(zipfile.ZipFile(path).read("word/document.xml"))
    return "\n".join("".join(t.text or "" for t in p.iter(f"{W}t")) for p in root.iter(f"{W}p"))


def test_a_build_leaves_its_files_and_lists_them(built: Path) -> None:
    assert {"willow.pdf", "willow.docx", "manifest.json"} <= {path.name for path in (built / "reports").iterdir()}


def test_the_pages_are_those_of_the_content(built: Path) -> None:
    document = pypdfium2.PdfDocument(built / "reports" / "willow.pdf")
    assert len(document) == 2
    width, height = document[0].get_size()
    assert (round(width), round(height)) == (595, 842)
    document.close()


@pytest.mark.parametrize(
    "said", ["1.2万余株", "more than 12,000 trees", "近90万元", "nearly 900,000 yuan", "4000户", "25%"]
)
def test_both_files_say_every_figure_in_both_languages(built: Path, said: str) -> None:
    bare = said.replace(" ", "")
    for text in (pdf_text(built / "reports" / "willow.pdf"), docx_text(built / "reports" / "willow.docx")):
        assert bare in re.sub(r"\s|[\u2060\ufeff]", "", text)


def test_an_undated_article_is_never_given_a_date(built: Path) -> None:
    for text in (pdf_text(built / "reports" / "willow.pdf"), docx_text(built / "reports" / "willow.docx")):
        assert "未署日期" in text
        assert "2026" not in text


def test_a_second_build_makes_nothing(built: Path) -> None:
    before = {path.name: path.stat().st_mtime_ns for path in (built / "reports").iterdir()}
    done = generate(built)
    assert done.returncode == 0
    assert done.stdout.startswith("0 files written, 1 publication up to date")
    after = {path.name: path.stat().st_mtime_ns for path in (built / "reports").iterdir()}
    assert {name: at for name, at in after.items() if name != ".lock"} == {
        name: at for name, at in before.items() if name != ".lock"
    }


def test_two_builds_give_the_same_bytes(built: Path, tmp_path: Path) -> None:
    again = small_project(tmp_path / "elsewhere")
    assert generate(again).returncode == 0
    for name in ("willow.pdf", "willow.docx"):
        assert (again / "reports" / name).read_bytes() == (built / "reports" / name).read_bytes(), name


def test_problems_in_the_content_leave_earlier_reports_alone(built: Path) -> None:
    content = built / "content" / "willow.yaml"
    good, before = content.read_text(encoding="utf-8"), (built / "reports" / "willow.pdf").read_bytes()
    content.write_text(good.replace("value: 4000", "value: 5000"), encoding="utf-8")
    try:
        done = generate(built)
    finally:
        content.write_text(good, encoding="utf-8")
    assert done.returncode == 1
    assert "content/willow.yaml:" in done.stdout
    assert "error[quote-value]" in done.stdout
    assert "^^^" in done.stdout
    assert (built / "reports" / "willow.pdf").read_bytes() == before


def test_a_missing_article_is_one_line_with_its_place(small: Path) -> None:
    (small / "seeds" / "willow.txt").unlink()
    done = generate(small)
    assert done.returncode == 1
    assert re.search(
        r"^content/willow\.yaml:\d+:\d+: error\[read\]: seeds/willow\.txt: No such file", done.stdout, re.M
    )
    assert "Traceback" not in done.stderr
    assert not list((small / "reports").glob("*.pdf"))


def test_an_article_that_is_not_utf8_is_named(small: Path) -> None:
    (small / "seeds" / "willow.txt").write_bytes("柳林街道".encode("gb18030"))
    done = generate(small)
    assert done.returncode == 1
    assert "not UTF-8" in done.stdout


def test_broken_yaml_is_named_at_its_line(small: Path) -> None:
    path = small / "content" / "willow.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "\n  broken: [1, 2\n", encoding="utf-8")
    done = generate(small)
    assert done.returncode == 1
    assert re.search(r"^content/willow\.yaml:\d+:\d+: error\[yaml\]", done.stdout, re.M)


def test_an_unknown_name_is_wrong_usage(small: Path) -> None:
    done = generate(small, "build", "wilow")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "willow" in done.stderr


def test_an_unknown_option_is_wrong_usage(small: Path) -> None:
    done = generate(small, "build", "--nothing")
    assert done.returncode == 2
    assert "--nothing" in done.stderr


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="folders are made unwritable the POSIX way")
def test_a_folder_that_cannot_be_written_is_told_in_one_line(small: Path) -> None:
    blocked = small / "blocked"
    blocked.write_text("a file where the folder should be")
    done = generate(small, "build", "-o", str(blocked))
    assert done.returncode == 4
    assert done.stderr.strip().count("\n") == 0
    assert "blocked" in done.stderr


def test_missing_fonts_are_told_in_one_line(small: Path) -> None:
    code = (
        "import sys; from pathlib import Path; import bulletin.faces as f; import bulletin.build as b;"
        "b.find_faces = lambda: f.find_faces(folders=());"
        f"from bulletin.cli import main; sys.exit(main(['build', '--project', {str(small)!r}]))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 3, done.stderr
    assert "fonts-noto-cjk" in done.stderr
    assert not list((small / "reports").glob("*.pdf"))


def test_a_clean_copy_has_no_comments_and_a_later_build_brings_them_back(small: Path) -> None:
    draft = small / "reports" / "willow.docx"

    def commented() -> bool:
        return "word/comments.xml" in zipfile.ZipFile(draft).namelist()

    assert generate(small, "--no-comments").returncode == 0
    assert not commented()
    clean = draft.read_bytes()
    assert generate(small, "--no-comments").stdout.startswith("0 files written, 1 publication up to date")
    assert generate(small).returncode == 0
    assert commented()
    assert generate(small, "--no-comments").returncode == 0
    assert draft.read_bytes() == clean
    assert {path.name for path in draft.parent.glob("*.docx")} == {"willow.docx"}


@pytest.mark.parametrize("arguments", [("--to", "pdf"), ("--language", "en"), ("--edition", "press")])
def test_a_clean_copy_of_no_draft_is_refused(small: Path, arguments: tuple[str, str]) -> None:
    done = generate(small, "--no-comments", *arguments)
    assert done.returncode == 2
    assert "--no-comments" in done.stderr


def test_an_edited_draft_is_kept_and_the_new_one_goes_beside_it(small: Path) -> None:
    assert generate(small).returncode == 0
    draft = small / "reports" / "willow.docx"
    edited = edit_draft(draft)
    content = small / "content" / "willow.yaml"
    content.write_text(content.read_text(encoding="utf-8").replace("街边多了游园", "街边添了游园"), encoding="utf-8")
    done = generate(small)
    assert done.returncode == 0
    assert draft.read_bytes() == edited
    assert "添" in docx_text(small / "reports" / "willow.new.docx")
    assert "willow.new.docx" in done.stdout


def edit_draft(path: Path) -> bytes:
    """What a person's save leaves: other words, other bytes."""
    source = zipfile.ZipFile(path)
    parts = {name: source.read(name) for name in source.namelist()}
    source.close()
    text = parts["word/document.xml"].decode()
    assert "游园" in text
    parts["word/document.xml"] = text.replace("多了游园", "有了新游园").encode()
    with zipfile.ZipFile(path, "w") as target:
        for name, data in parts.items():
            target.writestr(name, data)
    return path.read_bytes()


def heed_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_an_interrupt_leaves_no_half_files(small: Path) -> None:
    command = [sys.executable, str(ROOT / "generate.py"), "--project", str(small)]
    for delay in (1.2, 0.8, 0.5, 0.3):  # a fast machine may be done by then: ask earlier
        process = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            # a shell lets its background jobs ignore the interrupt, and children inherit that
            preexec_fn=heed_interrupts,
        )
        time.sleep(delay)
        process.send_signal(signal.SIGINT)
        _, error = process.communicate(timeout=60)
        if process.returncode != 0:
            break
        shutil.rmtree(small / "reports")
    assert process.returncode == 130, error
    assert "Traceback" not in error
    left = list((small / "reports").iterdir()) if (small / "reports").exists() else []
    assert [path.name for path in left if path.name != ".lock"] == []
