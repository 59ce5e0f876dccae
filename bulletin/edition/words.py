"""The fixed phrases of templates/words.yaml."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from pydantic import BaseModel, ConfigDict

from bulletin.content.validate import validate
from bulletin.content.yaml_text import Parsed, parse
from bulletin.edition.text import Mark
from bulletin.evidence.loose import loose_numbers
from bulletin.messages import say
from bulletin.problems import ContentError, Problem
from bulletin.wording.both import Both

RULE = "words"
PLACES: dict[str, dict[str, int]] = {
    "phrases": {
        "combined": 1,
        "written_stated": 1,
        "written_inferred": 1,
        "article_stated": 1,
        "article_inferred": 1,
        "not_stated_in": 1,
        "not_compared_in": 1,
        "timeless": 1,
        "to_date": 1,
        "as_of": 1,
        "dated_inferred": 1,
        "earlier_issue": 1,
        "facts_of": 1,
        "each_square": 1,
        "honours_more": 1,
        "at_least": 1,
        "page": 1,
        "continued": 1,
        "rests_on": 2,
        "issue_number": 1,
        "issue_total": 1,
        "issue_printed": 1,
        "print_run": 1,
    },
    "review": {"line": 1, "said_at": 2, "on_page": 1, "row": 1, "coverage": 5},
}
"""The phrases into which words are put, and how many."""

NAMES: dict[str, frozenset[str]] = {
    section: frozenset(names.split()) | frozenset(PLACES.get(section, ()))
    for section, names in {
        "status": "achieved standing under_way expected planned applied_for",
        "marks": "done under_way planned standing unstated",
        "levels": "national provincial municipal county",
        "phrases": """
            summary_foot also_named still_planned undated no_period term meaning subdistrict headline byline dated
            not_stated in_doubt figure_not_stated period_not_stated our_calculation draft foot foot_inferred
            evidence_title
            what as_printed quote status_period project size stage done_and_under_way planned_head honours_title
            honour level year terms_title terms_by notes_title sources_title figure table source
            key_figures plates columns spans_title findings_title levels_title levels_line same_honours honours_line
            evidence_lede no matrix_title matrix_line projects_title all_sources imprint editors_note
            contents report send issue to copies approved editor contact""",
        "charts": "rest not_stated none own_scales stated inferred date_stated date_inferred",
        "review": """
            title facts text article projects honours left_out left_out_lede planned expected applied_for derived
            archive changes item
            approx unused todo show search checked of none_found print sum rests_on number quote slogan open keys
            key_next key_enter key_tick key_search key_views key_escape sheet sheet_lede step person signed remarks
            review_1 review_2 review_3 proof_1 proof_2 proof_3
            in_both in_zh in_en figures figures_lede close data data_label data_printed data_status data_when data_time
            data_text data_measure data_year data_stated data_yes data_no
            all all_lede first_page covers on_phone for_wechat copy copied copy_how
            themes themes_lede themes_chosen""",
    }.items()
}
"""The phrases that code and templates place, by section; a file may have more."""


class _Phrase(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)
    zh: str
    en: str


class _Theme(_Phrase):
    words: str = ""  # by which a worksheet tells that a story is of it, with spaces between


class Words(BaseModel):
    """Phrases by name; a name that code uses is there, with as many `{}` as code fills."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)
    themes: dict[str, _Theme]
    status: dict[str, _Phrase]
    marks: dict[str, _Phrase]
    levels: dict[str, _Phrase]
    phrases: dict[str, _Phrase]
    charts: dict[str, _Phrase]
    review: dict[str, _Phrase]  # of the evidence page

    @classmethod
    def read(cls, parsed: Parsed) -> Words:
        """Raises ContentError, with the places, for a name that is not there, `{}` that do not fit, and numbers."""
        words = validate(cls, parsed)
        if problems := [*_missing(words, parsed), *_misfits(words, parsed), *_counted(words, parsed)]:
            raise ContentError(problems)
        return words

    @staticmethod
    @lru_cache(maxsize=4)
    def of(text: str, file: str) -> Words:
        """The same of a file's text; read once in a process, for a desk checks again and again."""
        return Words.read(parse(text, file))

    def phrase(self, name: str, zh: str | None = None, en: str | None = None) -> Both:
        """The phrase, its `{}` filled with the given words."""
        found = self.phrases[name]
        return Both(found.zh if zh is None else found.zh.format(zh), found.en if en is None else found.en.format(en))

    def all(self) -> dict[str, Both]:
        """What writers place themselves: the phrases, and the marks in words as mark_done, …"""
        marks = {f"mark_{name}": _both(phrase) for name, phrase in self.marks.items()}
        return {name: self.phrase(name) for name in self.phrases} | marks

    def theme(self, name: str) -> Both:
        return _both(self.themes[name])

    def told_by(self) -> dict[str, tuple[str, ...]]:
        """The words that tell each theme: the pairs of characters of its name, and its own."""
        return {
            name: tuple(dict.fromkeys([*map("".join, pairwise(one.zh)), *one.words.split()]))
            for name, one in self.themes.items()
        }

    def state(self, name: str) -> Both:
        return _both(self.status[name])

    def works(self, name: str) -> Both:
        """How far works have come, in the words beside their squares: a figure is achieved, works are done."""
        return self.mark("done") if name == "achieved" else self.state(name)

    def mark(self, name: Mark) -> Both:
        return _both(self.marks[name])

    def drawn(self) -> dict[str, Both]:
        """What charts say themselves, by name; the marks in words as mark_done, …"""
        marks = {f"mark_{name}": _both(phrase) for name, phrase in self.marks.items()}
        return {name: _both(phrase) for name, phrase in self.charts.items()} | marks

    def reviewing(self, name: str) -> Both:
        return _both(self.review[name])

    def level(self, name: str) -> Both:
        return _both(self.levels[name])


def _both(phrase: _Phrase) -> Both:
    return Both(phrase.zh, phrase.en)


def _missing(words: Words, parsed: Parsed) -> Iterator[Problem]:
    for section, names in NAMES.items():
        for name in sorted(names - getattr(words, section).keys()):
            yield Problem(RULE, say("words.missing", section=section, name=name), parsed.key_place((section,)))


def _misfits(words: Words, parsed: Parsed) -> Iterator[Problem]:
    """Braces that are no empty pair, for format strings are programs; and pairs that are too many or too few."""
    for section in Words.model_fields:
        for name, phrase in getattr(words, section).items():
            for language in ("zh", "en"):
                text, place = getattr(phrase, language), parsed.place((section, name, language))
                wanted = PLACES.get(section, {}).get(name, 0)
                if set("{}") & set(text.replace("{}", "")):
                    yield Problem(RULE, say("words.brace", text=text), place)
                elif text.count("{}") != wanted and (text or section != "review"):
                    yield Problem(RULE, say("words.places", name=name, wanted=wanted, found=text.count("{}")), place)


def _counted(words: Words, parsed: Parsed) -> Iterator[Problem]:
    """Numbers typed into what pages print: no fact is behind them, and what counts is counted."""
    for section in ("themes", "status", "marks", "levels", "phrases", "charts"):
        for name, phrase in getattr(words, section).items():
            for language in ("zh", "en"):
                for number in loose_numbers(getattr(phrase, language)):
                    place = parsed.place((section, name, language), number)
                    yield Problem(RULE, say("words.number", number=number, name=name), place)
