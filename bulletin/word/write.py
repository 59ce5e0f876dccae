"""An edition into a DOCX: the base document is opened, its blocks are written, what belongs to the file is added."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from docx import Document

from bulletin import rooms
from bulletin.blocks.contents.edit import ContentsEntry, anchor
from bulletin.blocks.contents.word import target
from bulletin.charts.picture import Picture
from bulletin.content.house import TypeScale
from bulletin.edition.blocks import Block, Edition, Page, PlateRow
from bulletin.edition.themes import OwnBase
from bulletin.edition.walk import every

from .base import base
from .baseline import Source, attach
from .charts import attacher
from .comments import add_comments
from .draft import Draft
from .form import WordBlock
from .inline import GAP, bookmarked, both, field, paragraph, run, tab
from .look import Lang, Look, look
from .masthead import masthead, with_masthead
from .own_base import with_own_styles
from .ox import ORDER, Node, clean, put_in_order, w
from .pack import pack
from .package import unpack
from .pictures import embedder, photo_embedder
from .plates import plate_row
from .room_styles import brought
from .styles import Styles

NO_PHOTOS: Mapping[str, bytes] = {}
NO_PAGES: Mapping[str, int] = {}


def write(
    edition: Edition,
    charts: Mapping[str, Picture],
    theme: Mapping[str, Any],
    *,
    created: datetime,
    comments: Mapping[str, str] | None,
    source: Source,
    photos: Mapping[str, bytes] = NO_PHOTOS,
    type: TypeScale = "compact",
    pages: Mapping[str, int] = NO_PAGES,
    own: OwnBase | None = None,
) -> bytes:
    """The bytes of the document; the same arguments give the same bytes.

    `charts` holds a picture for each ChartPlate by its id, `photos` the files of photographs; `comments` the evidence
    of each fact by its id, or is None for a clean copy; `pages` the page of the PDF on which each entry of the list of
    contents stands; `own` a Word file whose styles it has. Raises CannotWrite for a chart or a photograph that is not
    there or a number that points to no evidence, ContentError for a file without a style that is needed, and TypeError
    for what is no block.
    """
    style, base = based(edition, theme, type, own)
    document = Document(io.BytesIO(base))
    embed, attach_chart = embedder(document, style.stand_ins), attacher(document)
    draft = Draft(edition, style, charts, comments, embed, attach_chart, photos, photo_embedder(document), pages)
    body = document.element.body
    for node in compose(edition, draft):
        body[-1].addprevious(node)
    if comments is not None:
        add_comments(document, draft.notes, created)
    _properties(document, edition, created)
    attach(document, draft.baseline.entries, edition.name, source)
    buffer = io.BytesIO()
    document.save(buffer)
    return pack(unpack(buffer.getvalue()))


def based(
    edition: Edition, theme: Mapping[str, Any], type: TypeScale = "compact", own: OwnBase | None = None
) -> tuple[Look, bytes]:
    """How the draft looks, and the document before its text. Raises ContentError, see `write`."""
    styles = with_masthead(brought(edition), edition, centred=theme.get("masthead") == "centred")
    style = look(theme, edition.accent, styles.sizes, type)
    made = _base(edition, style, styles)
    return style, with_own_styles(made, own) if own else made


def compose(edition: Edition, draft: Draft) -> list[Node]:
    """The elements of the body: the masthead, then the pages, each from the top of a page."""
    nodes = masthead(draft)
    for place, page in enumerate(edition.pages):
        content = _page(page, draft)
        if place and content:
            content = _from_the_top(content)
        nodes += content
    return [*_apart(nodes), paragraph("Last")]


ROW: WordBlock[PlateRow] = WordBlock(plate_row)


def word_of(block: Block) -> WordBlock[Any]:
    """How a block is written. Raises TypeError for what is no block, and Incomplete where its room does not say."""
    if not isinstance(block, Block):
        raise TypeError(f"{type(block).__name__} is no block")
    return ROW if isinstance(block, PlateRow) else rooms.beside(block, "word", WordBlock)


def _page(page: Page, draft: Draft) -> list[Node]:
    """The blocks in order, a rule over those that ask for one where others stand before."""
    nodes: list[Node] = []
    before: WordBlock[Any] | None = None
    listed = frozenset(entry.id for entry in every(ContentsEntry, draft.edition.pages))
    for block in page.blocks:
        word = word_of(block)
        if word.ruled and before is not None and not before.opens:
            nodes += [paragraph("Spacer"), paragraph("Rule")]  # LibreOffice leaves a kicker alone right below a note
        if not word.empty(block):
            nodes += _led_to(word.write(block, draft), block, draft, listed)
            before = word
    return nodes


def _led_to(nodes: list[Node], block: Block, draft: Draft, listed: frozenset[str]) -> list[Node]:
    """A bookmark at the head of what the list of contents leads to."""
    for id in (anchor(one) for one in (block.plates if isinstance(block, PlateRow) else (block,))):
        first = next((one for node in nodes for one in node.iter(w("p").tag)), None)
        if id in listed and first is not None:
            first[1:1] = bookmarked([], next(draft.ids), target(id))
    return nodes


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


def _base(edition: Edition, style: Look, styles: Styles) -> bytes:
    head = edition.masthead
    title = run(head.title.zh, "zh", bold=True), run(f"  {head.title.en}", "en")
    told = both(head.told, ("CaptionAside", "CaptionAside"))
    header = paragraph("HeaderRed" if style.centred else "Header", title, tab(), told)
    page = [*_numbered(edition.words["page"].zh, "zh"), run(GAP, "en"), *_numbered(edition.words["page"].en, "en")]
    footer = paragraph("Footer", both(edition.foot), tab(), page)
    return base(style, [header], [footer], styles.paragraphs, band=not style.centred)


def _numbered(phrase: str, lang: Lang) -> list[Node]:
    """A phrase with the number of the page at its place, `第{}页`; behind one that has no place for it."""
    before, _, after = re.sub(r"\{[^}]*\}", "{}", phrase).partition("{}")
    ends = (f"{before.rstrip()} " if before else "", f" {after.lstrip()}" if after else "")
    return [
        *([run(ends[0], lang)] if ends[0] else []),
        *field("PAGE", "1", "en"),
        *([run(ends[1], lang)] if ends[1] else []),
    ]


def _properties(document: Any, edition: Edition, created: datetime) -> None:
    """Core properties in UTC (ECMA-376 part 2, 8.3); the author is the publisher."""
    moment = created.astimezone(UTC).replace(tzinfo=None) if created.tzinfo else created
    title, publisher = edition.masthead.title, edition.publisher
    author = " ".join(part for part in (publisher.zh, publisher.en) if part) or f"{title.zh} {title.en}"
    core = document.core_properties
    core.title = clean(f"{title.zh} {title.en}")[:255]
    core.subject = clean(f"{edition.subject.zh} {edition.subject.en}".strip())[:255]
    core.author = core.last_modified_by = clean(author)[:255]
    core.keywords = clean(", ".join(edition.keywords))[:255]
    core.language = "zh-CN"
    core.created = core.modified = moment
    core.revision = 1
