"""A bulletin as a screen reader speaks it, held word for word; and what is told where it would be heard wrongly.

`python -m tests.writers.test_aloud` writes the approved text anew; read what has changed before it is committed.
"""

from __future__ import annotations

import io
import re
import tempfile
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from bulletin.build import Builder
from bulletin.proofing.aloud import aloud
from bulletin.proofing.heard import heard, run_together
from bulletin.proofing.preflight import preflight
from bulletin.proofing.verdicts import judge
from bulletin.variant import Variant
from tests.conftest import workshop
from tests.test_gate import sound

APPROVED = Path(__file__).resolve().parent.parent / "cases" / "aloud" / "willow.txt"


def made(folder: Path) -> tuple[Builder, bytes]:
    builder = Builder(workshop(sound(folder / "project")))
    return builder, builder.make("willow", ("pdf",)).files["willow.pdf"]


@pytest.fixture(scope="module")
def bulletin(tmp_path_factory: pytest.TempPathFactory) -> tuple[Builder, bytes]:
    return made(tmp_path_factory.mktemp("aloud"))


@pytest.fixture(scope="module")
def said(bulletin: tuple[Builder, bytes]) -> tuple[str, ...]:
    return aloud(bulletin[1])


def test_it_reads_like_a_page_read_aloud(said: tuple[str, ...]) -> None:
    assert "\n".join((*said, "")) == APPROVED.read_text(encoding="utf-8")


def test_nothing_is_said_only_because_of_how_it_is_laid_out(said: tuple[str, ...]) -> None:
    assert not [line for line in said if re.search(r"list of 0|table of 0|^\s*(item|cell)?:?\s*$", line)]
    lists = [i for i, line in enumerate(said) if "list of" in line]
    assert lists and not any("list of" in said[i + 1] for i in lists)


def test_each_chart_is_said_once_a_language_and_names_its_kind(bulletin: tuple[Builder, bytes]) -> None:
    builder, data = bulletin
    charts = builder.charts(builder.edition("willow")[0])
    figures: list[tuple[str, str]] = []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/Figure":
                figures.append((str(thing.get("/Lang", pdf.Root.Lang)), str(thing.Alt)))
    expected = [each for chart in charts.values() for each in (("zh-Hans", chart.alt.zh), ("en", chart.alt.en))]
    assert sorted(figures) == sorted(expected)
    assert {"柱状图", "方格图", "时间轴"} <= {text.split("：")[0] for tongue, text in figures if tongue == "zh-Hans"}
    assert {"Bar chart", "Unit chart", "Timeline"} <= {text.split(":")[0] for tongue, text in figures if tongue == "en"}


def test_bookmarks_are_in_both_languages(bulletin: tuple[Builder, bytes]) -> None:
    titles = heard(bulletin[1]).bookmarks
    assert len(titles) > 3
    assert all(re.search(r"[\u4e00-\u9fff].* · .*[A-Za-z]", title) for title in titles), titles


@pytest.mark.slow
def test_a_break_in_a_title_is_a_space_in_the_bookmark(tmp_path: Path) -> None:
    folder = sound(tmp_path / "project")
    content = folder / "content" / "willow.yaml"
    text = content.read_text(encoding="utf-8")
    content.write_text(
        text.replace("zh: 街边多了游园\n", 'zh: "街边\\n多了游园"\n').replace(
            "en: More pocket parks by the street\n", 'en: "More pocket parks\\nby the street"\n'
        ),
        encoding="utf-8",
    )
    builder = Builder(workshop(folder))
    titles = heard(builder.make("willow", ("pdf",)).files["willow.pdf"]).bookmarks
    assert "街边多了游园 · More pocket parks by the street" in titles
    english = heard(Builder(workshop(folder), Variant(language="en")).make("willow", ("pdf",)).files["willow.en.pdf"])
    assert "More pocket parks by the street" in english.bookmarks


def test_heads_of_tables_lead_somewhere(bulletin: tuple[Builder, bytes], said: tuple[str, ...]) -> None:
    assert heard(bulletin[1]).unscoped == 0
    assert any("column head:" in line for line in said) and any("row head:" in line for line in said)
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(bulletin[1])) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/TH":
                del thing.A["/Scope"]
        pdf.save(target)
    errors = [one.message for one in judge(preflight(target.getvalue()), "office")]
    assert any("of a head" in message or "cells of heads" in message for message in errors), errors


def test_words_that_ran_together_are_told(bulletin: tuple[Builder, bytes]) -> None:
    builder, data = bulletin
    edition = builder.edition("willow")[0]
    charts, found = builder.charts(edition), heard(data)
    assert list(run_together(found, edition, charts)) == []
    title = next(one for one in found.bookmarks if re.search("[a-z] [a-z]", one))
    glued = replace(found, bookmarks=(re.sub("([a-z]) ([a-z])", r"\1\2", title, count=1),))
    assert len(list(run_together(glued, edition, charts))) == 1
    alternative = re.sub("([a-z]) ([a-z])", r"\1\2", charts[next(iter(charts))].alt.en, count=1)
    assert list(run_together(replace(found, alternatives=(alternative,)), edition, charts))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        text = "\n".join((*aloud(made(Path(folder))[1]), ""))
    APPROVED.parent.mkdir(parents=True, exist_ok=True)
    APPROVED.write_text(text, encoding="utf-8")
