"""coverage: every number, honour and named project of the article is used, or left out with a reason.

Passes:  left_out: [{quote: 规范机动车停放5辆, why: implausibly small; nothing rests on it}]
Fails:   (the article says 5辆 and nothing in the file does)

A number counts as used when a fact rests on it, when it lies in a left-out quote or an honour's, or in a whole phrase
of the glossary. Below 100 % is a warning, with `--strict` an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bulletin.evidence.article import Article
from bulletin.evidence.case import Case, Span
from bulletin.problems import Problem

NAME = "coverage"

_AWARD = re.compile(r"(?:荣获|获得|获评|被评为|评为|被授予|创建为|被命名为)([^。;!]{4,400})")
_AWARD_WORD = re.compile(r"先进|文明|示范|优秀|模范|标兵|称号|奖|等功|红旗|卓越|岗$")
_PROJECT = re.compile(r"[\u4e00-\u9fff]{2,12}?(?:项目|工程)(?![的]?[\u4e00-\u9fff]{0,2}(?:审批|管理|台账))")
_NO_NAME = re.compile(
    r"^$|[让为把将在对以到要各个该项点]|周六|辖区|(?:重点|重大|大型|共建|民生|提升|共谋|服务|推进|推动|展开|围绕|坚持|强化"
    r"|加快|实行|党建|治理|和|与|保障|标题|建设|确保|办理|做好|召开)$"
)


@dataclass(frozen=True)
class Share:
    """How much of what the article states is accounted for."""

    used: int
    total: int

    @property
    def percent(self) -> float:
        return 100.0 if not self.total else 100 * self.used / self.total


def check(case: Case) -> Iterator[Problem]:
    for span, what in missing(case):
        line, column = case.article.line_and_column(span[0])
        context = case.article.bare.text[max(0, span[0] - 12) : span[1] + 10]
        yield Problem(
            NAME,
            f"{what} {case.article.bare.text[slice(*span)]} of the article is neither a fact nor left out",
            case.parsed.key_place(("left_out",)) if case.content.left_out else case.parsed.key_place(("facts",)),
            "warning",
            (("article", f"…{context}…   (seeds/{case.article.name}:{line}:{column})"),),
        )


def share(case: Case) -> Share:
    """Numbers, honours and projects accounted for, out of all."""
    total = len(_stated(case))
    return Share(total - sum(1 for _ in missing(case)), total)


def missing(case: Case) -> Iterator[tuple[Span, str]]:
    """What the content does not account for, in the order of the article."""
    used = _used(case)
    quoted = used | _quotes(case, ("projects", "facts"))
    for span, what in _stated(case):
        if not any(_overlap(span, other) for other in (used if what == "the number" else quoted)):
            yield span, what


def _stated(case: Case) -> list[tuple[Span, str]]:
    article = case.article
    numbers = [((n.start, n.end), "the number") for n in article.numerals if not n.soft]
    return sorted(
        numbers + [(s, "the honour") for s in awards(article)] + [(s, "the project") for s in projects(article)]
    )


def _used(case: Case) -> set[Span]:
    facts = case.content.facts.values()
    numbers = {(n.start, n.end) for fact in facts if fact.derived is None and (n := case.numeral(fact))}
    return numbers | _quotes(case, ("left_out", "honours")) | set(case.bare_names)


def _quotes(case: Case, keys: tuple[str, ...]) -> set[Span]:
    parts = [part for key in keys for part in _parts(getattr(case.content, key))]
    return {span for part in parts for span in case.quoted(part)[:1]}


def _parts(value: object) -> list[object]:
    return list(value.values()) if isinstance(value, dict) else list(value)  # type: ignore[call-overload]


def awards(article: Article) -> Iterator[Span]:
    """Where the article lists honours; an item runs from one 、 to the next."""
    for sentence in _AWARD.finditer(article.bare.text):
        start = sentence.start(1)
        for item in sentence[1].split("、"):
            if _AWARD_WORD.search(item):
                yield start, start + len(item)
            start += len(item) + 1


def projects(article: Article) -> Iterator[Span]:
    """Where the article names a project."""
    for match in _PROJECT.finditer(article.bare.text):
        if not _NO_NAME.search(match[0][:-2]):
            yield match.span()


def _overlap(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]
