"""What somebody says in an article, letter for letter: a pull quote for the story in which it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from bulletin.desk.worksheet.facts import FactStub
from bulletin.desk.worksheet.quotes import Clauses
from bulletin.evidence.case import Case, Span

_WORDS = re.compile(r'[^"]{10,160}[。!?,]')
"""What is said: clauses, with the mark at their end."""
_SAYS = "(?:说道?|表示|告诉|介绍|感慨|感叹|笑着|高兴地|激动地|坦言|直言|回忆|谈到|夸|称赞|点赞)"
_HOWS = (
    "(?:高兴|激动|开心|欣慰|自豪|感激|感动|动情|由衷|乐呵呵|笑呵呵|深有感触|满意|骄傲|热情|认真|连连|不住|竖起大拇指|笑|"
    "对记者|向记者|告诉记者)"
)
_HOW = f"{_HOWS}*[地着]?"
_BEHIND = re.compile(rf"(?P<who>[^,。;:!?\"]{{2,40}}?)(?:一边[^。;:!?\"]{{2,16}},一边)?{_HOW}{_SAYS}")
_AHEAD = re.compile(rf"(?:^|[,。;:!?\"])(?P<who>[^,。;:!?\"]{{2,40}}?){_HOW}{_SAYS}[^,。;:!?\"]{{0,6}}[:,]$")
_MANNER = re.compile(f"(?:{_HOWS}|{_SAYS}|[地着])+")
_SUBJECT = re.compile(
    "(?:老人|居民|村民|市民|业主|摊主|店主|商户|主任|书记|经理|师傅|阿姨|大爷|大妈|志愿者)"
    "(?P<who>[\u4e00-\u9fff]{2,3}?)(?=[拎拿抱提捧端指站坐望看走把正拉牵推骑带])"
)
"""Who is named as the one that does something, in the clause before: 老人周桂兰拎着鲫鱼,笑着说."""
_NAME = re.compile(r"(?:[0-9]+(?:多|余)?岁的?|[的是在])(?=[\u4e00-\u9fff]{2,})")
_SHORTEST, _LONGEST = 2, 14
"""Characters of who says it."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Whole words of somebody, who says them, and the facts that their numbers are."""

    span: Span
    words: str
    who: str
    of: tuple[str, ...]


def spoken(case: Case, passages: Clauses, facts: Mapping[str, FactStub]) -> Iterator[Spoken]:
    """In the order of the article; none whose speaker the article does not name, or of a number that is no fact."""
    text = case.article.bare.text
    for span in _between_marks(case):
        if not _WORDS.fullmatch(text, *span):
            continue
        who = _who(text, span[0] - 1, span[1] + 1)
        of = tuple(id for id, fact in facts.items() if span[0] <= fact.numeral.start and fact.numeral.end <= span[1])
        known = [facts[id].numeral for id in of]
        others = [n for n in case.inside(span) if not (n.soft or case.in_name(n) or n in known)]
        if who and not others:
            end = span[1] - (text[span[1] - 1] == ",")
            yield Spoken(span, passages.written((span[0], end)), who, of)


def _between_marks(case: Case) -> Iterator[Span]:
    """What stands between quotation marks, line by line: a mark that is not closed ends with its line."""
    text, lines = case.article.bare.text, case.article.lines
    for start, end in pairwise([*sorted({0, *lines}), len(text)]):
        marks = [start + match.start() for match in re.finditer('"', text[start:end])]
        yield from ((one + 1, other) for one, other in zip(marks[::2], marks[1::2], strict=False))


def _who(text: str, start: int, end: int) -> str:
    """Who is named behind the words, or before them: the last words, from behind an age or 的."""
    behind = _BEHIND.match(text, end)
    ahead = _AHEAD.search(text[max(0, start - 60) : start])
    for found in (behind, ahead):
        if found:
            who = _NAME.split(found["who"])[-1]
            if _MANNER.fullmatch(who) and (named := _SUBJECT.findall(text[:start].rpartition("。")[2])):
                return str(named[-1])
            if (
                not _MANNER.fullmatch(who)
                and _SHORTEST <= len(who) <= _LONGEST
                and re.fullmatch("[\u4e00-\u9fff]+", who)
                and who[0] not in "他她我这那"
            ):
                return who
    return ""
