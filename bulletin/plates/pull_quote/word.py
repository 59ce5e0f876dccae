"""A pull quote in Word."""

from __future__ import annotations

from bulletin.plates.pull_quote.edit import PullQuotePlate
from bulletin.word.draft import Draft
from bulletin.word.form import Frame, WordForm
from bulletin.word.inline import paragraph, run
from bulletin.word.look import BOX_PADDING, Lang
from bulletin.word.ox import Node
from bulletin.word.styles import Style, Styles


def body(item: PullQuotePlate, draft: Draft, frame: Frame) -> list[Node]:
    """Both languages between quotation marks beside a rule, then whose words they are."""
    said = [_said(item, draft, "PullQuoteZH", "zh"), _said(item, draft, "PullQuoteEN", "en")]
    return [*said, paragraph("PullQuoteBy", draft.inline(item.source))] if item.source else said


def _said(item: PullQuotePlate, draft: Draft, style: str, lang: Lang) -> Node:
    return paragraph(style, run("“", lang), *draft.half(item.text, lang), run("”", lang))


WORD = WordForm(body)
_RULE = (("left", 24, "deep", 8),)
STYLES = Styles(
    (
        Style("PullQuoteZH", "Pull Quote ZH", "pull_zh", "serif", "deep", True, keep=True, indent=-BOX_PADDING,
              borders=_RULE, next="PullQuoteEN"),
        Style("PullQuoteEN", "Pull Quote EN", "pull_en", "serif", keep=True, indent=-BOX_PADDING, borders=_RULE),
        Style("PullQuoteBy", "Pull Quote By", "key_label_zh", colour="grey", before=3, indent=-BOX_PADDING,
              borders=_RULE),
    ),
    {"pull_zh": (13, 19.5), "pull_en": (10.5, 14)},
)  # fmt: skip
