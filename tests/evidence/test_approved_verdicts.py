"""What is read and told of texts that others wrote is, word for word, what somebody read and found right.

Rates leave room: a rule that loses one kind of lie in a hundred keeps them. Here every verdict counts. `python -m
tests.evidence.test_approved_verdicts` writes tests/cases/verdicts anew; read what has changed before it is committed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

from bulletin.content.model import Fact, Glossary
from bulletin.desk.worksheet.facts import blank_case
from bulletin.evidence import named
from bulletin.evidence.article import Article
from bulletin.evidence.case import Case
from bulletin.evidence.changed_places import changed_places
from bulletin.evidence.english import EnglishNumber, find_numbers
from bulletin.evidence.numerals import Numeral
from bulletin.evidence.parity import Disagreement, compare, disagreements
from bulletin.evidence.periods import governing
from bulletin.evidence.said_of import exchanged, renamed
from bulletin.evidence.scan import unseen
from bulletin.evidence.statement import Statement
from bulletin.evidence.statuses import spoken_of
from tests.evidence.test_parity import ALARMS, FRESH, GIVEN, MORE, NEW
from tests.evidence.test_statement import STATEMENTS, _said

CASES = Path(__file__).parents[1] / "cases"
APPROVED = CASES / "verdicts"
PAIRS = {"given": GIVEN, "new": NEW, "more": MORE, "fresh": FRESH, "alarms": ALARMS}
ARTICLES = sorted(
    [*(CASES / "numerals").glob("*.txt"), *(CASES / "unfitted").glob("*/article.txt")],
    key=lambda path: (path.parent.name, path.stem),
)


def approved(name: str) -> str:
    return (APPROVED / f"{name}.txt").read_text(encoding="utf-8")


# ------------------------------------------------------------------------------------------------ two languages


def _told(found: Iterable[Disagreement]) -> Iterator[str]:
    yield from (f"  {one.kind}: {one.message}" for one in found)


def pairs(name: str) -> str:
    """What is told of a lie; true pairs of which nothing is told are left out. `!`: known to be wrong."""
    rows = []
    for pair in PAIRS[name]:
        found = list(_told(disagreements(pair["zh"], pair["en"])))
        if found or not pair["consistent"]:
            wrong = "! " if bool(found) == pair["consistent"] else ""
            rows += [f"{wrong}{pair['zh']} | {pair['en']}", *found]
    return "\n".join([*rows, ""])


@pytest.mark.parametrize("name", PAIRS)
def test_of_each_pair_of_texts_is_told_what_somebody_found_right(name: str) -> None:
    assert pairs(name) == approved(f"pairs-{name}")


def _statement(case: dict[str, object]) -> Statement:
    facts = {id: Fact.model_validate(fact, strict=False) for id, fact in case["facts"].items()}  # type: ignore[attr-defined]
    return _said(str(case["zh"]), str(case["en"]), **facts)


def statements() -> str:
    """Of each statement: what differs, which references stand in another's place, which noun is another's."""
    rows = []
    for case in STATEMENTS:
        said = _statement(case)
        rows += [f"{said.zh.text} | {said.en.text}", *_told(compare(said))]
        rows += [f"  places: {one.key[0]}, {other.key[0]}: {told}" for one, other, told in changed_places(said)]
        rows += [f"  noun: {one.key[0]}: {typed} for {meant}" for one, typed, meant in renamed(said)]
    return "\n".join([*rows, ""])


def test_of_each_statement_is_told_what_somebody_found_right() -> None:
    assert statements() == approved("statements")


def fits() -> str:
    """How much better the facts of two places would fit the other way round, in either language."""
    rows = []
    for case in STATEMENTS:
        said = _statement(case)
        for tongue, side in (("zh", said.zh), ("en", said.en)):
            for (i, j), better in exchanged(said, tongue).items():
                names = side.shown[i].key[0], side.shown[j].key[0]
                rows.append(f"{better:>4} {names[0]}, {names[1]}: {side.text}")
    return "\n".join([*rows, ""])


def test_the_words_beside_two_numbers_say_how_well_each_stands_in_its_place() -> None:
    assert fits() == approved("fits")


def _english(number: EnglishNumber) -> str:
    known = number.text.strip(), number.date or str(number.value), number.approx, number.kind
    flags = [name for name in ("soft", "label", "points") if getattr(number, name)]
    return " ".join(str(part) for part in (*known, *flags) if part)


def english() -> str:
    rows = []
    for text in dict.fromkeys(pair["en"] for name in ("given", "new", "fresh", "alarms") for pair in PAIRS[name]):
        if found := find_numbers(text):
            rows += [text, *(f"  {_english(number)}" for number in found)]
    return "\n".join([*rows, ""])


def test_of_each_english_text_every_number_is_read_as_somebody_read_it() -> None:
    assert english() == approved("english")


# ------------------------------------------------------------------------------------------------ one article


@cache
def _case(path: Path) -> Case:
    return blank_case(Article(path.name, path.read_text(encoding="utf-8")), Glossary(terms=[]))


def _number(case: Case, numeral: Numeral) -> str:
    text, span = case.article.bare.text, (numeral.start, numeral.end)
    flags = (numeral.approx, numeral.unit, "soft" if numeral.soft else "", numeral.why)
    read = " ".join(str(part) for part in (numeral.date or numeral.value, numeral.kind, *flags) if part)
    spoken = spoken_of(text, span, of="date" if numeral.date else "number")
    said = f"{' '.join(sorted(spoken.statuses))} ({spoken.word}{'!' if spoken.firm else ''})"
    when = " ".join(date.written for date in governing(case, span, compared=True))
    digits = text[slice(*numeral.digits)]
    line, column = case.article.line_and_column(numeral.start)
    return f"{line}:{column} {numeral.text} [{digits}] | {read} | {said} | {when}"


def reading(path: Path) -> str:
    """Its numbers, how far each has come, when; its honours and works; what the second look finds."""
    case = _case(path)
    text = case.article.bare.text
    rows = [_number(case, numeral) for numeral in case.article.numerals]
    rows += [f"honour: {text[slice(*span)]}" for span in named.honours(case.article)]
    for one in named.works(case.article):
        statuses = " ".join(sorted(spoken_of(text, one.span, of="work").statuses))
        rows.append(f"work: {text[slice(*one.span)]} | {statuses}")
    rows += [f"unseen: {text[slice(*span)]}" for span in unseen(case.article)]
    return "\n".join([*rows, ""])


def _name(path: Path) -> str:
    return f"article-{path.parent.name if path.stem == 'article' else path.stem}"


@pytest.mark.parametrize("path", ARTICLES, ids=_name)
def test_an_article_is_read_as_somebody_read_it(path: Path) -> None:
    """Each number with its status and its dates, each honour, each work: what every rule rests on."""
    assert reading(path) == approved(_name(path))


def write() -> None:
    APPROVED.mkdir(exist_ok=True)
    made = {f"pairs-{name}": pairs(name) for name in PAIRS}
    made |= {"statements": statements(), "fits": fits(), "english": english()}
    made |= {_name(path): reading(path) for path in ARTICLES}
    for name, text in made.items():
        (APPROVED / f"{name}.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
