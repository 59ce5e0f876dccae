"""A pull quote as a curator writes it."""

from __future__ import annotations

from typing import Literal

from bulletin.content.frame import Kind, Untitled
from bulletin.content.parts import FactRef, Quoted


class PullQuote(Untitled):
    """What the article says, letter for letter, in whole clauses; `by`: whose words they are, as it names them there.

    `of`: the facts that its numbers are, so that each leads to the evidence.
    """

    kind: Literal["pull_quote"]
    text: Quoted
    by: Quoted | None = None
    of: list[FactRef] = []


KIND = Kind(
    PullQuote,
    "原文的一句话，一字不改，用大字排出",
    "words of the article, letter for letter, set large",
)
