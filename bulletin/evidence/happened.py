"""What happened at a date: it dates neither what has been there since, nor what is counted a day or by now."""

from __future__ import annotations

import re

from bulletin.content.model import Status
from bulletin.evidence.case import Span
from bulletin.evidence.periods import SaidDate
from bulletin.evidence.statuses import clause_of

_DAY = re.compile("[0-9]{1,2}月(?:[0-9]{1,2}日)?")
_HAPPENED = re.compile(f"(?:{_DAY.pattern})?(?!以来|起|至今|[底末初]?[,;。]|[0-9]+[月日])[^,;。]")
_RATE = re.compile("每[天日月周年]|[日月年]均|目前|如今|现已")


def of_an_event(text: str, said: SaidDate, span: Span, status: Status) -> bool:
    """去年9月建成投用,设有发车位24个,每天发送8000人次: a month dates no rate, nor what is so by now."""
    own, clause = clause_of(text, (said.start, said.end)), clause_of(text, span)
    is_year = said.written.isdigit() and not _DAY.match(text, said.end)
    if own == clause or is_year or not _HAPPENED.match(text, said.end):
        return False
    return status == "standing" or _RATE.search(text, clause[0], span[0]) is not None
