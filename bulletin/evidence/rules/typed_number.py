"""typed-number: prose holds no digit and no number word that counts something; a number is a fact and is referred to.

Passes:  zh: 排查隐患<hazards_found>       en: Grid workers found <hazards_found>.
Fails:   zh: 排查隐患5400余条              en: Grid workers found two dozen hazards.

A number inside a slogan or a name belongs to a whole phrase of the glossary (“8个100%”, 2号线); a day that names an
event stands as the article has it (“7·20”, the July 20 rainstorm). Words that are quoted from the article letter for
letter have its numbers: the rule quote wants a fact for each of them. The label of a fact may name a group by its age
or size as the article does right before the number: 60至79岁老人补贴3元.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from bulletin.content.model import Both, Quoted
from bulletin.content.prose import PlainWords, pieces, references
from bulletin.content.yaml_text import Path
from bulletin.evidence.article import bare
from bulletin.evidence.case import Case, Texts
from bulletin.evidence.english import find_numbers
from bulletin.evidence.english_words import SMALL, TENS
from bulletin.evidence.numerals import find_numerals
from bulletin.evidence.statuses import clause_of
from bulletin.evidence.texts import FILLER
from bulletin.messages import say
from bulletin.problems import Problem

NAME = "typed-number"

_DIGITS = re.compile(r"[0-9０-９][0-9０-９.,:/%％]*")
_ENGLISH = re.compile(
    rf"\b({'|'.join([*SMALL, *TENS][2:])}|hundreds?|thousands?|millions?|billions?"
    r"|dozens?|(?<!first )(?<!second )half|thirds?(?!-year)|twice|tripled?"
    r"|doubled?(?! (?:fifth|seventh|ninth|eleven)\b)|both(?! (?:\w+ ){1,3}and\b))\b"
)
_HALF = re.compile("半[间边碗截壁扇辈]")
"""Half of one thing is no figure."""
_STUCK = re.compile(r"\w*[^\W\d]\d\w*|\d+(?!(?:st|nd|rd|th)\b)[^\W\d]\w*|(?<=[,.;:])\d+")

_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])")


def check(case: Texts) -> Iterator[Problem]:
    for path, text in case.finished:
        yield from check_text(case, path, text)


def check_text(case: Texts, path: Path, text: Both) -> Iterator[Problem]:
    """The numbers typed into one text in both languages."""
    if isinstance(text, Quoted) or _is_quoted_name(case, path, text.zh):
        yield from _stuck(case, (*path, "en"), text.en)
    else:
        days, bands = _days(case, text.zh), _bands(case, path, text.zh) | _claimed(case, path)
        yield from _typed(case, (*path, "zh"), text.zh, chinese=True, said=bands, days=days)
        said = {stated.word for ref in references(text.zh) if (stated := case.figures.get(ref.id))}
        soft = [n.value for n in find_numerals(case.names.blank_zh(text.zh)) if n.soft and n.value]
        said |= {word for word, value in SMALL.items() if value in soft}  # on three sides: 三面临水 counts nothing
        said |= bands
        said |= {"half"} if _HALF.search(text.zh) else set()
        yield from _typed(case, (*path, "en"), text.en, chinese=False, said=said, days=days)


def _days(case: Texts, zh: str) -> set[str]:
    """The days by which a text calls an event, as an article does."""
    cases = [case] if isinstance(case, Case) else list(case.beside.values())
    named = {n.date for n in find_numerals(zh) if n.kind == "name" and n.date}
    return {n.date for one in cases for n in one.article.numerals if named and n.kind == "name" and n.date in named}


_BAND = re.compile(r"[0-9]+(?:(?:[至到—–~-]|——)[0-9]+)?(?:周?岁|年|级|层|平方米)(?:[及和]?以[上下内])?")
"""60至79岁: by what a group is called of which a figure is told."""


def _bands(case: Texts, path: Path, zh: str) -> set[str]:
    """The numbers of such a group in the label of a fact, right before whose number the article names it by them."""
    if not isinstance(case, Case) or path[0] != "facts" or path[2:] != ("label",):
        return set()
    fact = case.content.facts[str(path[1])]
    numeral = case.numeral(fact)
    article = case.article.bare.text
    start = clause_of(article, (numeral.start, numeral.end))[0] if numeral else 0
    before = article[start : numeral.start] if numeral else ""
    groups = [match[0] for match in _BAND.finditer(bare(zh).text) if match[0] in before]
    return {number for group in groups for number in re.findall("[0-9]+", group)}


def _claimed(case: Texts, path: Path) -> set[str]:
    """过半 in a title whose claim is computed: the one is most of the other."""
    claim = getattr(case.parents(path[:-1])[-1], "claim", None) if path[-1] == "title" else None
    return {"过半"} if claim is not None and claim.kind == "most" else set()


def _is_quoted_name(case: Texts, path: Path, zh: str) -> bool:
    """The name of an honour or a project may hold the numbers that its own quote holds (第十一届, 一期).

    So may the headline, the byline and the place of publication hold those of the article.
    """
    if path[0] == "source" and isinstance(case, Case):
        return _numbers_of(zh) <= {n.text for n in case.article.numerals}
    if path[0] not in ("honours", "projects") or path[2:] != ("name",):
        return False
    quote = find_numerals(bare(getattr(case.content, str(path[0]))[path[1]].quote).text)
    return _numbers_of(zh) <= {n.text for n in quote}


def _numbers_of(zh: str) -> set[str]:
    return {n.text for n in find_numerals(bare(zh).text) if not n.soft}


def _stuck(case: Texts, path: Path, english: str) -> Iterator[Problem]:
    """Digits inside a word of such a name; those that stand alone are held against the Chinese by the rule parity."""
    for found in _STUCK.finditer(_THOUSANDS.sub(lambda match: match[0].replace(",", "0"), english)):
        yield case.problem(NAME, say("typed-number.stuck", number=found[0]), path, found[0])


def _typed(
    case: Texts, path: Path, text: str, *, chinese: bool, said: Collection[str] = (), days: Collection[str] = ()
) -> Iterator[Problem]:
    """`said`: words that a reference accounts for: doubled, beside one to 翻番; `days`: those that name an event."""
    blanked = case.names.blank_zh(text) if chinese else case.names.blank_en(text)
    for honour in case.content.honours if isinstance(case, Case) else ():
        name = honour.name.zh if chinese else honour.name.en
        blanked = blanked.replace(name, FILLER * len(name))
    for start, end in _named(blanked, days) if days else ():
        blanked = blanked[:start] + FILLER * (end - start) + blanked[end:]
    for piece in pieces(text):
        if not isinstance(piece, PlainWords):
            continue
        words = blanked[piece.start : piece.start + len(piece.text)]
        for found in sorted(_numbers(words, chinese)):
            if found[1].lower() in said:
                continue
            before = text.count(found[1], 0, piece.start + found[0])
            message, help = say("typed-number.typed", number=found[1]), say("typed-number.how")
            yield case.problem(NAME, message, path, found[1], help=help, nth=before)


def _named(text: str, days: Collection[str]) -> Iterator[tuple[int, int]]:
    """Where these days stand in a text of either language."""
    yield from ((n.start, n.end) for n in find_numerals(text) if n.kind == "name" and n.date in days)
    yield from ((n.start, n.end) for n in find_numbers(text) if n.kind == "date" and n.date in days)


def _numbers(words: str, chinese: bool) -> set[tuple[int, str]]:
    digits = {(match.start(), match[0]) for match in _DIGITS.finditer(words)}
    if not chinese:
        return digits | {(match.start(), words[slice(*match.span())]) for match in _ENGLISH.finditer(words.lower())}
    taken = {at + i for at, text in digits for i in range(len(text))}
    return digits | {
        (n.start, n.text)
        for n in find_numerals(words)
        if not n.soft and not taken & set(range(n.start, n.end)) and n.text != "第一"
    }
