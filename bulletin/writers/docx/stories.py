"""The masthead, the key figures, the stories and the briefs."""

from __future__ import annotations

from bulletin.edition.blocks import Both, Brief, Briefs, KeyFigure, KeyFigures, Masthead, PageTitle, Paragraph, Story

from .draft import Draft
from .inline import both, paragraph, run, tab
from .look import GAP_MM
from .ox import Node, twips
from .plates import number, plate_row, signed
from .tables import cell, in_columns, row, table, title_of, widths

_PAIR = (44, 56)  # Chinese, English: the same text is about as high in both


def masthead(head: Masthead, draft: Draft) -> list[Node]:
    """Name, place and the line that says when the facts date from."""
    flag = [tab(), *_flag(head.draft)] if head.draft else []
    return [
        paragraph("Title", run(head.title.zh, "zh"), flag),
        paragraph("Subtitle", run(head.title.en, "en"), tab(), both(head.place, ("Unit", "Unit"))),
        paragraph("IssueLine", both(head.dated)),
    ]


def _flag(words: Both) -> list[Node]:
    return both(words, ("Draft", "Draft"))


def key_figures(block: KeyFigures, draft: Draft) -> list[Node]:
    """Large figures over their labels, side by side."""
    grid, rows = in_columns([_key_figure(item, draft) for item in block.items], min(4, len(block.items)))
    return [table("BulletinKeyFigures", grid, rows, draft.word("key_figures"))]


def _key_figure(item: KeyFigure, draft: Draft) -> list[Node]:
    """The amounts, each with its sign where it has one, over the label that names the unit."""
    nodes: list[Node] = []
    for place, value in enumerate(item.amounts):
        nodes += [run(" + ", "en")] if place else []
        nodes += [*number(value, draft), *signed(value), *draft.raised(value.row, "HighNumber")]
    return [paragraph("KeyFigure", nodes), *draft.stacked(item.label, "KeyLabelZH", "KeyLabelEN")]


def page_title(block: PageTitle, draft: Draft) -> list[Node]:
    """The title of a page of the summary."""
    return [paragraph("Heading1", draft.inline(block.title, en_style="EnglishHeading"))]


def story(block: Story, draft: Draft) -> list[Node]:
    """Headings that the navigation pane lists, so outside tables; then pairs of paragraphs; then plates."""
    kind = "Lead" if block.lead else ""
    heads = [
        paragraph("Kicker", both(block.kicker)),
        paragraph("LeadHeading" if kind else "Heading1", draft.half(block.title, "zh")),
        paragraph(f"{kind}HeadingEN", draft.half(block.title, "en")),
    ]
    grid = widths(_PAIR)
    body = [row(*_pair(item, draft, grid, kind or "Body")) for item in block.paragraphs]
    pairs = [table("BulletinPairs", grid, body, title_of(block.title), draft.word("columns"))] if body else []
    plates = [node for item in block.plates for node in [paragraph("Spacer"), *plate_row(item, draft)]]
    return [*heads, *pairs, *plates]


def _pair(item: Paragraph, draft: Draft, grid: list[int], style: str) -> list[Node]:
    zh = paragraph(f"{style}ZH", _run_in(item, draft, zh=True), draft.half(item.text, "zh"))
    en = paragraph(f"{style}EN", _run_in(item, draft, zh=False), draft.half(item.text, "en"))
    gap = twips(GAP_MM)
    return [cell(grid[0], zh, right=gap), cell(grid[1], en, left=gap)]


def _run_in(item: Paragraph, draft: Draft, *, zh: bool) -> list[Node]:
    """A heading at the head of its paragraph."""
    if item.head is None:
        return []
    if zh:
        return [*draft.half(item.head, "zh", "RunInHead", bold=True), run("　", "zh")]
    return [*draft.half(item.head, "en", "RunInHead", bold=True), run("  ", "en")]


def briefs(block: Briefs, draft: Draft) -> list[Node]:
    """Short texts on a tint, three to a row."""
    grid, rows = in_columns([_brief(item, draft) for item in block.items], min(3, len(block.items)))
    title = title_of(block.items[0].title)
    return [table("BulletinBriefs", grid, rows, title)]


def _brief(item: Brief, draft: Draft) -> list[Node]:
    title = [*draft.half(item.title, "zh"), run("  ", "en"), *draft.half(item.title, "en", "EnglishTitle")]
    return [paragraph("BoxTitle", title), *draft.stacked(item.text, "BoxZH", "BoxEN")]
