"""A bulletin may rest on several articles: each fact is proved in its own, dated by its own, and shown with it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from bulletin.edition.specs import EventMark
from bulletin.edition.walk import every
from bulletin.editions import Editions
from bulletin.evidence.article import Article
from bulletin.project import Project
from bulletin.workshop import Workshop
from tests.forked import generate
from tests.test_build import docx_text, pdf_text

pytestmark = pytest.mark.slow

GATE = Path(__file__).parent / "cases" / "gate" / "project"
SECOND = """柳林街道再添新绿

去年,柳林街道新建口袋广场2个。3月5日,街道启用新菜市场。
2020年,街道计划植树3万株,排查隐患1000处。
"""
ARTICLES = """articles:
  later:
    article: later.txt
    dated: {value: "2020 start", stated: false}
    source:
      headline: {zh: 柳林街道再添新绿, en: More green in Liulin}
"""
FACTS = """  squares:
    value: 2
    unit: {zh: 个, en: {one: pocket square, other: pocket squares}}
    label: {zh: 新建口袋广场, en: new pocket squares}
    quote: 新建口袋广场2个
    article: later
    period: {year: 2019, stated: false}
    status: achieved
  market:
    date: "--03-05"
    label: {zh: 新菜市场启用, en: new food market opens}
    quote: 3月5日,街道启用新菜市场
    article: later
    status: achieved
  again:
    value: 30000
    unit: {zh: 株, en: {one: tree, other: trees}}
    label: {zh: 计划植树, en: trees to be planted}
    quote: 计划植树3万株
    article: later
    period: {year: 2020}
    status: planned
"""
STORY = """      - zh: <squares>口袋广场已经建成；<market>，新菜市场启用；街道计划植树<again>。
        en: <squares> have been built; on <market> a new food market opened; the subdistrict plans to plant <again>.
"""
BEHIND = "    plates:\n      - kind: bars\n        title: {zh: 社区与游园"
LEFT = """
left_out:
  - quote: 排查隐患1000处
    article: later
    why: the same figure as a year before
"""


def changed(text: str, *pairs: tuple[str, str]) -> str:
    for old, new in pairs:
        assert text.count(old) == 1, (text.count(old), old)
        text = text.replace(old, new)
    return text


def together(root: Path) -> Path:
    """The sound project of the gate's tests, with a second article of the willow's."""
    shutil.copytree(GATE, root)
    shutil.copytree(Path(__file__).parents[1] / "templates", root / "templates")
    (root / "seeds" / "later.txt").write_text(SECOND, encoding="utf-8")
    willow = root / "content" / "willow.yaml"
    text = changed(
        willow.read_text(encoding="utf-8"),
        ("\nfacts:\n", f"{ARTICLES}\nfacts:\n{FACTS}"),
        (BEHIND, STORY + BEHIND),
    )
    willow.write_text(text + LEFT, encoding="utf-8")
    return root


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return together(tmp_path / "project")


def said(root: Path) -> list[str]:
    return [f"{p.rule}: {p.message}" for p in Workshop(Project.at(root), ["willow"]).check().errors()]


def edited(root: Path, *pairs: tuple[str, str]) -> list[str]:
    willow = root / "content" / "willow.yaml"
    willow.write_text(changed(willow.read_text(encoding="utf-8"), *pairs), encoding="utf-8")
    return said(root)


def test_what_each_article_says_is_proved_in_it(folder: Path) -> None:
    assert said(folder) == []
    proofs = Workshop(Project.at(folder)).verified("willow").proofs
    assert {proofs[id].article for id in ("squares", "market", "again")} == {"later.txt"}
    assert (proofs["squares"].line, proofs["again"].line, proofs["parks"].line) == (3, 4, 4)
    assert proofs["parks"].article == "willow.txt"


def test_each_article_is_accounted_for(folder: Path) -> None:
    shares = Workshop(Project.at(folder), ["willow"]).check().shares
    assert [(name, share.used, share.total) for name, share in shares.items()] == [
        ("willow, willow.txt", 17, 18),
        ("willow, later.txt", 4, 5),
    ]


def test_a_number_of_the_second_article_cannot_be_forgotten(folder: Path) -> None:
    edited(folder, (LEFT, ""))
    checked = Workshop(Project.at(folder), ["willow"]).check()
    assert any(problem.rule == "coverage" and "1000" in problem.message for problem in checked.problems)
    assert checked.shares["willow, later.txt"].used == 3


def test_this_and_last_year_are_those_of_their_own_article(folder: Path) -> None:
    found = edited(folder, ("{year: 2019, stated: false}", "{year: 2017, stated: false}"))
    assert any(line.startswith("period: ") for line in found), found


def test_words_of_another_article_prove_nothing(folder: Path) -> None:
    found = edited(folder, ("植树3万株\n    article: later\n", "植树3万株\n"))
    assert "quote: the words stand in another article, seeds/later.txt" in found


def test_an_article_that_is_not_there_is_named(folder: Path) -> None:
    found = edited(folder, ("植树3万株\n    article: later\n", "植树3万株\n    article: latter\n"))
    assert "quote: there is no article latter" in found


def test_the_same_words_in_two_articles_are_told_apart_by_the_key(folder: Path) -> None:
    hazards = Workshop(Project.at(folder)).verified("willow").proofs["hazards"]
    assert (hazards.article, hazards.line) == ("willow.txt", 3)


def test_no_sentence_goes_on_in_the_next_article() -> None:
    joined = Article.together((Article.from_bytes("a", "2018年".encode()), Article.from_bytes("b", "新建3座".encode())))
    assert not joined.find("2018年新建3座")
    assert joined.line_and_column(joined.find("新建3座")[0][0]) == (1, 1)


def test_one_article_is_itself() -> None:
    one = Article.from_bytes("a", "新建3座".encode())
    assert Article.together((one,)) is one


def test_pages_drafts_and_evidence_name_both(folder: Path) -> None:
    done = generate(folder, "build", "willow")
    assert done.returncode == 0, done.stdout + done.stderr
    pages, draft = pdf_text(folder / "reports" / "willow.pdf"), docx_text(folder / "reports" / "willow.docx")
    for text in (pages, draft):
        assert "【甲】柳林街道的春天" in text and "【乙】柳林街道再添新绿" in text
        assert text.count("【乙】") == 5  # three rows of evidence, and the source in both languages
        assert "2018" in text and "2020" in text
    page = (folder / "reports" / "willow.evidence.html").read_text(encoding="utf-8")
    assert re.findall(r'<p class="file">(\w+\.txt)</p>', page) == ["willow.txt", "later.txt"]
    rows = (folder / "reports" / "willow.facts.csv").read_text(encoding="utf-8-sig").splitlines()
    assert any("新建口袋广场2个,later.txt,3" in row for row in rows), rows


def test_a_day_without_a_year_is_of_the_year_of_its_own_article(folder: Path) -> None:
    willow = folder / "content" / "willow.yaml"
    event = "    - {at: started, label: {zh: 开工, en: start}}\n"
    more = event + "    - {at: market, label: {zh: 菜市场启用, en: food market opens}}\n"
    willow.write_text(changed(willow.read_text(encoding="utf-8"), (event, more)), encoding="utf-8")
    editions = Editions(Workshop(Project.at(folder)))
    marks = {mark.fact: mark.start for mark in every(EventMark, editions.bulletin("willow")[0].pages)}
    assert 2020 < marks["market"] < 2020.5
    assert 2018 < marks["started"] < 2019
    proofs = editions.verified("willow").proofs
    assert (proofs["market"].dated, proofs["started"].dated) == ("2020 start", "2018 end")
