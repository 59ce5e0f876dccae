"""docs/first.md: its commands, in their order, lead from a Word file to a bulletin, in both languages."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from docx import Document

from bulletin.cli import main
from tests.conftest import ROOT
from tests.test_unfitted import assembled

GUIDE = (ROOT / "docs" / "first.md").read_text(encoding="utf-8")


def commands(text: str) -> list[list[str]]:
    found = re.findall(r"^python3 generate\.py (.+)$", "\n".join(re.findall(r"```sh\n(.*?)```", text, re.DOTALL)), re.M)
    return [line.split() for line in found]


def test_both_languages_have_the_same_commands() -> None:
    zh, en = GUIDE.split("## English")
    assert commands(zh) == commands(en)
    assert [words[0] for words in commands(en)] == ["new", "status", "check", "NAME"]


@pytest.mark.slow
def test_the_commands_lead_to_a_bulletin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = assembled("qingdu", tmp_path / "project")
    article, filled = root / "seeds" / "article.txt", root / "content" / "qingdu.yaml"
    document = Document()
    for line in article.read_text(encoding="utf-8").split("\n"):
        document.add_paragraph(line)
    document.save(str(tmp_path / "稿件.docx"))
    article.unlink()
    curated = filled.read_text(encoding="utf-8").replace("article: article.txt", "article: 稿件.txt")
    filled.unlink()
    monkeypatch.chdir(tmp_path)
    new, status, check, build = ([w.replace("NAME", "qingdu") for w in words] for words in commands(GUIDE)[:4])
    assert main([*new, "--project", str(root)]) == 0
    told = capsys.readouterr().out
    assert "seeds/稿件.txt" in told
    assert main([*status, "--project", str(root)]) == 0
    assert re.search(r"qingdu: \d+ gaps: ", capsys.readouterr().out)
    filled.write_text(curated, encoding="utf-8")  # what a person writes
    assert main([*check, "--project", str(root)]) == 0, capsys.readouterr()
    assert main([*build, "--project", str(root), "--to", "pdf"]) == 0, capsys.readouterr()
    assert (root / "reports" / "qingdu.pdf").read_bytes().startswith(b"%PDF")
    shutil.rmtree(root)
