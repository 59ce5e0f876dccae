"""What several tests need: the project itself, and a small one of four sentences that a test may break."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import settings

from bulletin.content.yaml_text import parse
from bulletin.edition.words import Words
from bulletin.project import Project
from bulletin.workshop import Workshop

settings.register_profile("house", deadline=None)  # times belong in the benchmarks
settings.load_profile("house")

os.environ["BULLETIN_LANG"] = "en"  # whatever the locale of the machine: tests read messages

ROOT = Path(__file__).resolve().parent.parent
REQUIRED = os.environ.get("BULLETIN_REQUIRE_TOOLS") == "1"

ARTICLE = """柳林街道的春天\n\n2018年,柳林街道新建游园3个,植树1.2万余 株,投资近90万元。\n\n目前,5个社区共有居民4000户,\
其中老旧楼院占25%。\n街道荣获郑州市文明单位等荣誉称号。\n\n党员参加“两学一做”学习教育。\n"""

CONTENT = """name: willow
place: {zh: 柳林街道, en: Liulin Subdistrict}
within: {zh: 郑州市, en: Zhengzhou}
article: willow.txt
dated: {value: "2018", stated: false}
source:
  headline: {zh: 柳林街道的春天, en: Spring in Liulin}

facts:
  parks:
    value: 3
    unit: {zh: 个, en: {one: pocket park, other: pocket parks}}
    label: {zh: 新建游园, en: new pocket parks}
    quote: 新建游园3个
    period: {year: 2018}
    status: achieved
  trees:
    value: 12000
    approx: over
    unit: {zh: 株, en: {one: tree, other: trees}}
    label: {zh: 植树, en: trees planted}
    quote: 植树1.2万余株
    period: {year: 2018}
    status: achieved
  spent:
    value: 900000
    approx: nearly
    unit: 元
    label: {zh: 投资, en: spent}
    quote: 投资近90万元
    period: {year: 2018}
    status: achieved
  since:
    date: "2018"
    label: {zh: 年份, en: year}
    quote: 2018年
    status: achieved
  communities:
    value: 5
    unit: {zh: 个, en: {one: community, other: communities}}
    label: {zh: 社区, en: communities}
    quote: 5个社区共有居民4000户
    status: standing
  households:
    value: 4000
    unit: {zh: 户, en: {one: household, other: households}}
    label: {zh: 居民户数, en: households}
    quote: 5个社区共有居民4000户
    status: standing
  old:
    value: 25
    unit: "%"
    label: {zh: 老旧楼院占比, en: share of old courtyards}
    quote: 老旧楼院占25%
    status: standing

key_figures:
  - of: [parks]
  - of: [trees]
  - of: [communities]

stories:
  - id: green
    theme: environment
    title:
      zh: 街边多了游园
      en: More pocket parks by the street
    paragraphs:
      - zh: <since>，街道新建游园<parks>，植树<trees>，投资<spent>。
        en: In <since> the subdistrict built <parks>, planted <trees> and spent <spent>.
      - zh: <communities>社区有居民<households>，老旧楼院占<old>。
        en: <communities> hold <households>; old courtyards make up <old>.
    plates:
      - kind: bars
        title: {zh: 社区与游园, en: Communities and parks}
        bars:
          - of: communities
          - of: parks

honours:
  - name: {zh: 郑州市文明单位, en: Civilized Unit of Zhengzhou}
    level: municipal
    quote: 郑州市文明单位
honours_more: 等荣誉称号

pages:
  - [key_figures, green]
  - [honours, evidence, notes]
"""

GLOSSARY = """terms:
  - {zh: 两学一做, en: "Two Studies, One Action", kind: slogan}
"""

PUBLICATION = """title: {zh: 简报, en: Bulletin}
publisher: {zh: 编辑部, en: The editors}
issued: "2026-11-25"
imprint:
  - {zh: 英文为译文。, en: The English is a translation.}
type: compact
"""


def house_words() -> Words:
    """The fixed phrases of templates/words.yaml."""
    return Words.read(parse((ROOT / "templates" / "words.yaml").read_text(encoding="utf-8"), "templates/words.yaml"))


def tool(name: str) -> str:
    """The path of a program that some tests drive."""
    return shutil.which(name) or missing(name)


def missing(what: str) -> NoReturn:
    """Skips the test; with BULLETIN_REQUIRE_TOOLS=1 it fails instead."""
    if REQUIRED:
        pytest.fail(f"{what} is missing and required here")
    pytest.skip(f"{what} is missing (make tools)")


def sampled(rows: Sequence[object], step: int, others: pytest.MarkDecorator = pytest.mark.long) -> list[object]:
    """The rows of a long table: every `step`th is part of `make test`, the others of what their mark is part of."""
    return [row if not at % step else pytest.param(row, marks=others) for at, row in enumerate(rows)]


@pytest.fixture(scope="session", autouse=True)
def shared(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What one worker has made of the project's own contents serves all. A single process has its memory."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        from tests import real

        folder = tmp_path_factory.getbasetemp().parent / "real"
        folder.mkdir(exist_ok=True)
        real.shared[:] = [folder]


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A project of one short article, in a folder of its own."""
    return small_project(tmp_path / "project")


def small_project(folder: Path, content: str = CONTENT, article: str = ARTICLE, glossary: str = GLOSSARY) -> Path:
    """Writes the small project; the templates are the real ones."""
    for name in ("content", "seeds", "reports"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / "seeds" / "willow.txt").write_text(article, encoding="utf-8")
    (folder / "content" / "willow.yaml").write_text(content, encoding="utf-8")
    (folder / "content" / "glossary.yaml").write_text(glossary, encoding="utf-8")
    (folder / "content" / "publication.yaml").write_text(PUBLICATION, encoding="utf-8")
    if not (folder / "templates").exists():
        shutil.copytree(ROOT / "templates", folder / "templates")
    return folder


def workshop(folder: Path, names: list[str] | None = None) -> Workshop:
    return Workshop(Project.at(folder), names)
