"""An edition into a DOCX: the base document is opened, its blocks are written, what belongs to the file is added."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from docx import Document

from bulletin.edition.blocks import (
    Block,
    Briefs,
    Edition,
    Evidence,
    Findings,
    Honours,
    KeyFigures,
    Notes,
    Page,
    PageTitle,
    PlateRow,
    Story,
    Terms,
    Tracker,
)
from bulletin.writers.picture import Picture

from .base import base
from .baseline import Source, attach
from .boxes import notes, terms
from .charts import attacher
from .comments import add_comments
from .draft import Draft
from .inline import both, field, paragraph, run, tab
from .listings import evidence, honours
from .look import Look, look
from .ox import ORDER, Node, clean, put_in_order, w
from .pack import pack
from .package import unpack
from .pictures import embedder
from .plates import plate_row
from .projects import findings, tracker
from .stories import briefs, key_figures, masthead, page_title, story

Handler = Callable[[Any, Draft], list[Node]]

HANDLERS: dict[type, Handler] = {
    KeyFigures: key_figures,
    Story: story,
    PlateRow: plate_row,
    Briefs: briefs,
    Tracker: tracker,
    Terms: terms,
    Honours: honours,
    Evidence: evidence,
    Notes: notes,
    Findings: findings,
    PageTitle: page_title,
}


def write(
    edition: Edition,
    charts: Mapping[str, Picture],
    theme: Mapping[str, Any],
    *,
    created: datetime,
    comments: Mapping[str, str] | None,
    source: Source,
) -> bytes:
    """The bytes of the document; the same arguments give the same bytes.

    `charts` holds a picture for each ChartPlate by its id; `comments` the evidence of each fact by its id, or is None
    for a clean copy. Raises CannotWrite for a chart that is not there or a number that points to no evidence, and
    TypeError for a block of an unknown type.
    """
    style = look(theme, edition.accent)
    document = Document(io.BytesIO(_base(edition, style)))
    draft = Draft(edition, style, charts, comments, embedder(document, style.stand_ins), attacher(document))
    body = document.element.body
    for node in compose(edition, draft):
        body[-1].addprevious(node)
    if comments is not None:
        add_comments(document, draft.notes, created)
    _properties(document, edition, draft, created)
    attach(document, draft.baseline.entries, edition.name, source)
    buffer = io.BytesIO()
    document.save(buffer)
    return pack(unpack(buffer.getvalue()))


def compose(edition: Edition, draft: Draft) -> list[Node]:
    """The elements of the body: the masthead, then the pages, each from the top of a page."""
    nodes = masthead(edition.masthead, draft)
    for place, page in enumerate(edition.pages):
        content = _page(page, draft)
        if place and content:
            content = _from_the_top(content)
        nodes += content
    return [*_apart(nodes), paragraph("Last")]


def _page(page: Page, draft: Draft) -> list[Node]:
    """The blocks in order, a rule over a story, honours, evidence or a title that others stand before."""
    nodes: list[Node] = []
    before: Block | None = None
    for block in page.blocks:
        if type(block) not in HANDLERS:
            raise TypeError(f"no handler for a block of type {type(block).__name__}")
        if (
            isinstance(block, Story | Honours | Evidence | PageTitle)
            and before is not None
            and not isinstance(before, KeyFigures)
        ):
            nodes.append(paragraph("Rule"))
        if not _is_empty(block):
            nodes += HANDLERS[type(block)](block, draft)
            before = block
    return nodes


def _is_empty(block: Block) -> bool:
    """Has this block nothing to show? A table without rows is not a table (17.4.38)."""
    entries = (
        block.items if isinstance(block, KeyFigures | Briefs) else block.entries if isinstance(block, Terms) else None
    )
    return entries == ()


def _from_the_top(nodes: list[Node]) -> list[Node]:
    """These nodes, the first of them on a new page (17.3.1.23)."""
    first = nodes[0] if nodes[0].tag == w("p").tag else paragraph("Spacer")
    properties = first[0]
    properties.append(w("pageBreakBefore"))
    put_in_order(properties, ORDER["pPr"])
    return nodes if first is nodes[0] else [first, *nodes]


def _apart(nodes: Sequence[Node]) -> list[Node]:
    """A paragraph between two tables that follow each other: Word would join them."""
    out: list[Node] = []
    for node in nodes:
        if out and node.tag == out[-1].tag == w("tbl").tag:
            out.append(paragraph("Spacer"))
        out.append(node)
    return out


def _base(edition: Edition, style: Look) -> bytes:
    head = edition.masthead
    title = run(head.title.zh, "zh", bold=True), run(f"  {head.title.en}", "en")
    header = paragraph("Header", title, tab(), both(head.place))
    page = edition.words.get("page")
    before, after = _around(page.zh if page else "第{}页")
    number = [run(before, "zh"), *field("PAGE", "1", "en"), run(after, "zh")]
    return base(style, [header], [paragraph("Footer", both(edition.foot), tab(), number)])


def _around(phrase: str) -> tuple[str, str]:
    """What stands before and after the number in `第{}页`; a phrase without a place for it stands before."""
    before, _, after = re.sub(r"\{[^}]*\}", "{}", phrase).partition("{}")
    return (f"{before} ", f" {after}") if after else (f"{before} ", "")


def _properties(document: Any, edition: Edition, draft: Draft, created: datetime) -> None:
    """Core properties in UTC (ECMA-376 part 2, 8.3); the author is the publisher."""
    moment = created.astimezone(UTC).replace(tzinfo=None) if created.tzinfo else created
    title, publisher = edition.masthead.title, draft.word("publisher")
    author = " ".join(part for part in (publisher.zh, publisher.en) if part) or f"{title.zh} {title.en}"
    core = document.core_properties
    core.title = clean(f"{title.zh} {title.en}")[:255]
    core.subject = clean(f"{edition.subject.zh} {edition.subject.en}".strip())[:255]
    core.author = core.last_modified_by = clean(author)[:255]
    core.keywords = clean(", ".join(edition.keywords))[:255]
    core.language = "zh-CN"
    core.created = core.modified = moment
    core.revision = 1
