"""Every number, figure and quote of an edition has its proof: one that was changed afterwards is named."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from fractions import Fraction
from typing import Any

import pytest

from bulletin.blocks.colophon.edit import Colophon
from bulletin.blocks.evidence.edit import EvidenceRow
from bulletin.content.furniture import Issue
from bulletin.content.yaml_text import parse
from bulletin.edition.blocks import Amount, Both, Edition, Pair
from bulletin.edition.bulletin import edit
from bulletin.edition.drawing import Unfit, drawing
from bulletin.edition.furniture import furnished
from bulletin.edition.provenance import Unproved, unproved
from bulletin.edition.specs import Datum
from bulletin.edition.text import Figure, Run
from bulletin.edition.walk import every
from bulletin.edition.words import Words
from bulletin.evidence.verify import Verified
from bulletin.plates.parts.edit import SharesSpec
from bulletin.problems import ContentError
from bulletin.workshop import Workshop
from tests.conftest import CONTENT, ROOT, house_words, small_project, workshop

CHART = """      - kind: bars
        title: {zh: 社区与游园, en: Communities and parks}
        bars:
          - of: communities
          - of: parks
"""
PARTS = """      - kind: parts
        title: {zh: 社区, en: Communities}
        of: communities
        parts: [{of: parks}]
        rest: {zh: 其余, en: the others}
"""


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    return workshop(small_project(tmp_path_factory.mktemp("project"), CONTENT.replace(CHART, PARTS)))


@pytest.fixture(scope="module")
def made(shop: Workshop) -> tuple[Edition, Verified, Words]:
    """The short article, with a chart of a part and what is left, whatever a rule says of parks that are no part."""
    from bulletin.evidence import verify

    names = ("quote", "quote_value")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(verify, "RULES", tuple(r for r in verify.RULES if r.__name__.rpartition(".")[2] in names))
        verified = shop.verified("willow")
        return edit(verified, shop.publication, shop.words), verified, shop.words


def swapped(value: Any, old: object, new: object) -> Any:
    """A frozen value in which one thing has become another."""
    if value is old:
        return new
    if isinstance(value, tuple):
        return tuple(swapped(item, old, new) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        changes = {one.name: swapped(getattr(value, one.name), old, new) for one in fields(value) if one.init}
        return replace(value, **changes)
    return value


def of(
    made: tuple[Edition, Verified, Words], kind: type[Any], change: Callable[[Any], Any], at: int = 0
) -> list[Unproved]:
    """What nothing accounts for where a thing of this kind is changed."""
    edition, verified, words = made
    assert unproved(edition, {"": verified}, words) == []
    old = list(every(kind, edition.pages))[at]
    pages = swapped(edition.pages, old, change(old))
    return unproved(replace(edition, pages=pages), {"": verified}, words)


def test_a_number_is_one_of_its_fact_s_wordings(made: tuple[Edition, Verified, Words]) -> None:
    (found,) = of(made, Amount, lambda amount: replace(amount, number="4"))
    assert (found.what, found.text) == ("this is no wording of parks", "4")


def test_a_figure_is_of_a_fact_that_was_proved(made: tuple[Edition, Verified, Words]) -> None:
    (found,) = of(made, Amount, lambda amount: replace(amount, fact="ponds"))
    assert (found.what, found.text) == ("ponds is no fact", "3")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_number_in_a_sentence_is_a_fact_s(language: str, made: tuple[Edition, Verified, Words]) -> None:
    more = Run("99个游园" if language == "zh" else " 99 parks")
    found = of(made, Pair, lambda pair: replace(pair, **{language: (*getattr(pair, language), more)}))
    assert ["99" in one.text for one in found] == [True]


def test_a_figure_in_a_sentence_is_worded_as_its_fact(made: tuple[Edition, Verified, Words]) -> None:
    found = of(made, Figure, lambda figure: replace(figure, text="7"))
    assert {one.text for one in found} == {"7"}


def test_a_quote_is_the_article_s_letter_for_letter(made: tuple[Edition, Verified, Words]) -> None:
    def other(row: EvidenceRow) -> EvidenceRow:
        first, *others = row.quote
        return replace(row, quote=(replace(first, text=f"不{first.text}"), *others))

    (found,) = of(made, EvidenceRow, other)
    assert found.text.startswith("不")


@pytest.mark.parametrize(
    "change",
    [
        lambda rest: replace(rest, value=Fraction(1)),
        lambda rest: replace(rest, shown="1"),
        lambda rest: replace(rest, full=Both(rest.full.zh, "1")),
        lambda rest: replace(rest, full=Both("1", rest.full.en)),
        lambda rest: replace(rest, label=Both("其余", rest.label.en)),
        lambda rest: replace(rest, label=Both(rest.label.zh, "the others")),
        lambda rest: replace(rest, label=Both("其余99个", rest.label.en)),
    ],
)
def test_what_is_left_of_a_whole_is_computed_again(
    change: Callable[[Datum], Datum], made: tuple[Edition, Verified, Words]
) -> None:
    (spec,) = every(SharesSpec, made[0].pages)
    assert spec.rest is not None and spec.rest.value == 2
    at = list(every(Datum, made[0].pages)).index(spec.rest)
    assert of(made, Datum, change, at) != []


# ------------------------------------------------------------------------------------------------ fixed phrases


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("  rail: {zh: 轨道交通, en: Rail,", "  rail: {zh: 轨道交通2号线, en: Rail,", "2"),
        ("  rail: {zh: 轨道交通, en: Rail,", "  rail: {zh: 轨道交通, en: 3 rails,", "3"),
        ("  rail: {zh: 轨道交通, en: Rail,", '  rail: {zh: "轨道{交通", en: Rail,', "轨道{交通"),
        ("  rail: {zh: 轨道交通, en: Rail,", '  rail: {zh: "轨道{}", en: Rail,', "rail"),
    ],
)
def test_a_fixed_phrase_holds_no_number_and_just_the_places_that_are_filled(old: str, new: str, says: str) -> None:
    text = (ROOT / "templates" / "words.yaml").read_text(encoding="utf-8")
    assert old in text
    with pytest.raises(ContentError) as refused:
        Words.read(parse(text.replace(old, new), "templates/words.yaml"))
    (problem,) = refused.value.problems
    assert says in problem.message
    assert problem.place.line == text[: text.index(old)].count("\n") + 1


@pytest.mark.parametrize("section", ["phrases", "charts", "review"])
def test_a_phrase_that_is_not_there_is_named_with_its_section(section: str) -> None:
    text = (ROOT / "templates" / "words.yaml").read_text(encoding="utf-8")
    name = next(iter(sorted(name for name in getattr(house_words(), section) if f"\n  {name}: " in text)))
    with pytest.raises(ContentError) as refused:
        Words.read(parse(text.replace(f"\n  {name}: ", f"\n  {name}_: "), "templates/words.yaml"))
    assert any(name in problem.message for problem in refused.value.problems)


# ------------------------------------------------------------------------------------------------ furniture


def test_the_colophon_ends_the_last_page_and_says_how_many_are_printed(
    made: tuple[Edition, Verified, Words], shop: Workshop
) -> None:
    edition, _, words = made
    done = furnished(edition, shop.publication, Issue(print_run=1200), words, None)
    assert [len(new.blocks) - len(old.blocks) for new, old in zip(done.pages, edition.pages, strict=True)] == [0, 1]
    assert [replace(page, blocks=()) for page in done.pages] == [replace(page, blocks=()) for page in edition.pages]
    end = done.pages[-1].blocks[-1]
    assert isinstance(end, Colophon) and end.print_run is not None
    assert ("1200" in end.print_run.zh, "1,200" in end.print_run.en) == (True, True)
    assert furnished(edition, shop.publication, Issue(number=3), words, None).pages == edition.pages


def test_the_masthead_says_number_and_total_and_the_keywords_have_them(
    made: tuple[Edition, Verified, Words], shop: Workshop
) -> None:
    edition, _, words = made
    plates = []
    for issue in (Issue(), Issue(number=3), Issue(number=3, total=48)):
        done = furnished(edition, shop.publication, issue, words, None)
        plates.append(done.masthead.plate)
        told = [word for word in done.keywords if word not in edition.keywords]
        assert any("3" in word for word in told) is bool(issue.number)
        assert any("48" in word for word in told) is bool(issue.total)
    none, one, both = plates
    assert none is None and one is not None and both is not None
    assert one.total is None and one.number is not None and one.issue == one.number
    assert both.issue is not None and both.issue != one.issue and "48" in both.issue.zh and "3" in both.issue.zh


# ------------------------------------------------------------------------------------------------ logos

SHAPE = '<rect width="4" height="4" fill="#d0021b"/>'


def shown(root: str, inside: str = SHAPE) -> float:
    return drawing(f'<svg xmlns="http://www.w3.org/2000/svg" {root}>{inside}</svg>'.encode()).ratio


@pytest.mark.parametrize(
    ("root", "ratio"),
    [
        ('viewBox="0 0 20 10"', 2),
        ('viewBox="5,5,20,10"', 2),
        ('width="30" height="10"', 3),
        ('width="30px" height="10px"', 3),
        ('viewBox="0 0 60 10"', 6),
        ('viewBox="0 0 10 60"', pytest.approx(1 / 6)),
        ('viewBox="0 0 20 10" width="1" height="1"', 2),
    ],
)
def test_a_logo_is_as_wide_as_its_root_says(root: str, ratio: float) -> None:
    assert shown(root) == ratio


@pytest.mark.parametrize(
    ("root", "says"),
    [
        ('viewBox="0 0 a 10"', "no size"),
        ('viewBox="0 0 20"', "no size"),
        ('viewBox="0 0 0 10"', "no size"),
        ('viewBox="0 0 10 -1"', "no size"),
        ('width="30"', "no size"),
        ('viewBox="0 0 61 10"', "too long"),
        ('viewBox="0 0 10 61"', "too long"),
    ],
)
def test_a_logo_without_a_size_or_of_a_strip_s_is_refused(root: str, says: str) -> None:
    with pytest.raises(Unfit, match=says):
        shown(root)


@pytest.mark.parametrize("paint", ['opacity="1"', 'fill-opacity="100%"', 'stroke-miterlimit="4"', 'stroke="none"'])
def test_what_changes_no_colour_is_taken(paint: str) -> None:
    assert shown('viewBox="0 0 1 1"', f'<rect width="4" height="4" {paint}/>') == 1


@pytest.mark.parametrize("paint", ['opacity="0.9"', 'display="none"', 'fill="#12345"', 'fill="#1234567"'])
def test_what_hides_or_mixes_colours_is_refused(paint: str) -> None:
    with pytest.raises(Unfit):
        shown('viewBox="0 0 1 1"', f'<rect width="4" height="4" {paint}/>')


def test_a_shape_keeps_what_it_is_drawn_with_and_black_is_one_colour() -> None:
    shapes = f'{SHAPE}<rect x="1" width="2" height="3" fill="#000"/><circle r="2"/>'
    made = drawing(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{shapes}</svg>'.encode())
    assert b'<rect width="4" height="4" fill="#d0021b"/>' in made.svg
    assert b'width="2" height="3" fill="#000000"' in made.svg
    assert made.colours == ("#000000", "#d0021b")


@pytest.mark.parametrize("root", ['filter="blur(2px)"', 'foo="1"'])
def test_what_nobody_knows_is_refused_at_the_root_too(root: str) -> None:
    with pytest.raises(Unfit, match="not known here"):
        shown(f'viewBox="0 0 1 1" {root}')
