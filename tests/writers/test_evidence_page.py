"""The evidence page as a file: everything is in it, nothing can get in, and it says what the article says."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from bulletin.build import Builder
from bulletin.edition.blocks import plain
from bulletin.evidence_page.claims import CheckItem, Claims
from bulletin.evidence_page.passages import page_texts
from bulletin.evidence_page.source import SourceLine, source_lines
from tests.conftest import ROOT, workshop
from tests.writers.reviewed import reviewed_project


@pytest.fixture(scope="module")
def builder(tmp_path_factory: pytest.TempPathFactory) -> Builder:
    return Builder(workshop(reviewed_project(tmp_path_factory.mktemp("page") / "project")))


@pytest.fixture(scope="module")
def page(builder: Builder) -> bytes:
    return builder.make("willow", ("evidence",)).files["willow.evidence.html"]


@pytest.fixture(scope="module")
def claims(builder: Builder) -> dict[str, CheckItem]:
    edition, _ = builder.bulletin("willow")
    found = Claims(edition, builder.register(edition), builder.workshop.words).of("", builder.verified("willow"))
    return {claim.id: claim for claim in found}


@pytest.fixture(scope="module")
def lines(builder: Builder, claims: dict[str, CheckItem]) -> tuple[SourceLine, ...]:
    return source_lines(builder.verified("willow"), list(claims.values()))


def test_the_same_content_gives_the_same_bytes(builder: Builder, page: bytes) -> None:
    again = Builder(workshop(builder.workshop.project.root))
    assert again.make("willow", ("evidence",)).files["willow.evidence.html"] == page


def test_nothing_can_be_loaded_and_only_its_own_script_runs(page: bytes) -> None:
    tree = html.fromstring(page)
    policy = tree.xpath('//meta[@http-equiv="Content-Security-Policy"]/@content')[0]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'" and rules["base-uri"] == "'none'" and rules["form-action"] == "'none'"
    for name, rule in (("style", "style-src"), ("script", "script-src")):
        (text,) = re.findall(f"<{name}>(.*?)</{name}>", page.decode(), re.DOTALL)
        assert rules[rule] == f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
    assert tree.xpath("//@src | //link | //@style | //iframe | //object | //@onclick") == []
    assert all(link.startswith("#") for link in tree.xpath("//@href"))
    assert b"http://" not in page and b"https://" not in page


def test_article_and_reasons_are_text_never_markup(page: bytes) -> None:
    assert page.count(b"<script>") == 1
    assert b"&lt;script&gt;" in page
    assert b"&lt;b&gt;material&lt;/b&gt;" in page and b"<b>material" not in page


def test_every_link_leads_somewhere_and_ids_are_unique(page: bytes) -> None:
    tree = html.fromstring(page)
    ids, links = tree.xpath("//@id"), tree.xpath("//a/@href")
    assert len(links) > 30
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in links} <= set(ids)


def test_a_card_says_what_is_printed_and_where(claims: dict[str, CheckItem]) -> None:
    trees = claims["trees"]
    assert (trees.title.zh, trees.title.en, trees.line) == ("1.2万余株", "over 12,000 trees", 3)
    assert trees.pages == (1,) and trees.row is not None
    assert [piece.text for piece in trees.quote if piece.marked] == ["1.2万余"]


def test_a_card_says_where_the_article_says_when_if_the_quote_does_not(claims: dict[str, CheckItem]) -> None:
    assert [note.en for note in claims["trees"].notes] == ["period: line 3, “2018年”"]
    assert claims["toilets"].notes == ()  # 计划2019年 stands in its quote


def test_filters_find_what_they_name(claims: dict[str, CheckItem]) -> None:
    def having(flag: str) -> set[str]:
        return {claim.id for claim in claims.values() if flag in claim.flags}

    assert having("planned") == {"toilets"}
    assert having("applied_for") == {"fund"}
    assert having("derived") == {"per_park"}
    assert having("approx") == {"trees", "spent", "fund"}
    assert having("unused") == {"fund"}


def test_what_pages_without_numbers_print_is_not_called_unprinted() -> None:
    builder = Builder(workshop(ROOT, ["jingchenglu"]))
    edition, _ = builder.bulletin("jingchenglu")
    assert all(page.auto for page in edition.pages)
    found = Claims(edition, builder.register(edition), builder.workshop.words).of("", builder.verified("jingchenglu"))
    unprinted = {id for id, fact in builder.verified("jingchenglu").content.facts.items() if fact.unprinted}
    assert unprinted and {claim.id for claim in found if "unused" in claim.flags} == unprinted


def test_what_pages_print_that_the_program_lays_out_is_no_fact_without_use(builder: Builder) -> None:
    edition, _ = builder.bulletin("willow")
    open_pages = replace(edition, pages=tuple(replace(page, auto=True) for page in edition.pages))
    found = Claims(open_pages, builder.register(edition), builder.workshop.words).of("", builder.verified("willow"))
    assert {claim.id for claim in found if "unused" in claim.flags} == {"fund"}


def test_a_derived_fact_shows_its_sum_and_its_terms(claims: dict[str, CheckItem]) -> None:
    derived = claims["per_park"]
    assert derived.sum.zh == "3个 ÷ 5个 = 60%"
    assert derived.terms == ("parks", "communities")
    assert derived.span is None and derived.quote == ()


def test_a_tick_does_not_outlive_a_change(claims: dict[str, CheckItem]) -> None:
    stamps = [claim.stamp for claim in claims.values()]
    assert len(stamps) == len(set(stamps)) > 10


def test_the_article_is_there_to_the_last_character(builder: Builder, lines: tuple[SourceLine, ...]) -> None:
    text = builder.verified("willow").article.text.split("\n")
    assert [line.number for line in lines] == [i for i, line in enumerate(text, 1) if line.strip()]
    for line in lines:
        assert "".join(segment.text for segment in line.segments) == text[line.number - 1].rstrip()


def test_quotes_numbers_slogans_and_what_is_left_out_are_marked(lines: tuple[SourceLine, ...]) -> None:
    looks: dict[str, list[str]] = {}
    for segment in (segment for line in lines for segment in line.segments):
        for look in segment.look:
            looks.setdefault(look, []).append(segment.text)
    assert "1.2万余" in looks["number"] and "约300万" in looks["number"]
    assert set(looks["slogan"]) == {"两学一做"}
    assert "悬挂横幅16条" in looks["left_out"]
    assert "open" not in looks


def test_a_number_that_nothing_accounts_for_stands_out(builder: Builder, claims: dict[str, CheckItem]) -> None:
    kept = [claim for claim in claims.values() if claim.kind != "left_out"]
    lines = source_lines(builder.verified("willow"), kept)
    opened = [segment.text for line in lines for segment in line.segments if "open" in segment.look]
    assert opened == ["2019年", "16", "7"]


def test_a_quote_knows_every_fact_that_rests_on_it(lines: tuple[SourceLine, ...]) -> None:
    segments = [segment for line in lines for segment in line.segments]
    assert [s.claims for s in segments if s.text == "5"] == [("communities", "households")]
    begins = [id for segment in segments for id in segment.begins]
    assert len(begins) == len(set(begins)) == 13


def test_the_text_is_there_in_both_languages_with_its_figures(builder: Builder) -> None:
    edition, _ = builder.bulletin("willow")
    passages = [passage for text in page_texts(edition) for passage in text.passages]
    titles = [(plain(passage.zh), plain(passage.en)) for passage in passages if passage.kind == "title"]
    assert ("街边多了游园", "More pocket parks by the street") in titles
    facts = {piece.fact for passage in passages for piece in passage.zh if hasattr(piece, "fact")}
    assert {"since", "parks", "trees", "spent", "communities", "households", "old", "toilets", "per_park"} <= facts


def test_the_sheet_has_three_reviews_and_three_proofs(page: bytes) -> None:
    steps = html.fromstring(page).xpath('//section[@class="sheet"]//tbody//th')
    assert [step.text.strip() for step in steps] == ["初审", "复审", "终审", "一校", "二校", "三校"]
    assert steps[0].xpath("span")[0].text == "First review"


def test_every_publication_of_the_house_has_one(root: Path) -> None:
    """Real articles: wrapped inside words, with page furniture, with the same quote twice."""
    real = Builder(workshop(root))
    for name in real.workshop.names:
        edition, _ = real.edition(name)
        rows = real.register(edition)
        made = real.evidence_pages.write(edition, real.evidence(name), rows)
        tree = html.fromstring(made)
        assert len(tree.xpath('//li[contains(@class, "card fact")]')) == len(rows) > 10
        assert {link[1:] for link in tree.xpath("//a/@href")} <= set(tree.xpath("//@id"))
        assert name == "summary" or tree.xpath('//p/mark[contains(@class, "open")]/ancestor::article') == []
