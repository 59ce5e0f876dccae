"""The masthead."""

from __future__ import annotations

from bulletin.edition.blocks import Edition, Nameplate
from bulletin.edition.text import Both

from .draft import Draft
from .inline import both, paragraph, run, tab
from .look import TEXT
from .ox import Node
from .pictures import drawing
from .styles import Style, Styles

EMBLEM = "emblem"
"""What the picture of the logo is called among the charts."""
_WIDEST = 40.0
_PLATE = (
    Style("Notice", "Notice", "issue", bold=True, after=3, keep=True),
    Style("IssueNumber", "Issue Number", "issue_number", "serif", bold=True, before=2, after=2, keep=True),
    Style(
        "IssuedBy", "Issued By", "issued_by", "serif", before=1, after=5, tabs=(("right", TEXT),),
        borders=(("bottom", 8, "ink", 4),),
    ),
    Style("IssueNumberRed", "Issue Number Red", "issue_number", based="IssueNumber", face="serif", bold=True,
          align="center", before=2, after=2, keep=True),
    Style("IssuedByRed", "Issued By Red", "issued_by", "serif", based="IssuedBy", before=1, after=4,
          tabs=(("right", TEXT),), borders=(("bottom", 16, "red", 4),)),
)  # fmt: skip
_RED = (
    Style("Emblem", "Emblem", "", align="center", keep=True, exact=False, before=2),
    Style("TitleRed", "Title Red", "title_red", "serif", "red", True, based="Title", align="center", keep=True,
          before=4, next="SubtitleRed"),
    Style("SubtitleRed", "Subtitle Red", "title_en", "serif", "red", True, based="Subtitle", align="center", keep=True),
    Style("HeaderRed", "Header Red", "header", colour="grey", based="Header", tabs=(("right", TEXT),), after=3,
          borders=(("top", 48, "red", 5), ("bottom", 8, "ink", 4))),
    Style("IssueLineRed", "Issue Line Red", "issue", colour="grey", based="IssueLine", align="center", after=4),
    Style("IssueLineRuled", "Issue Line Ruled", "issue", colour="grey", based="IssueLine", align="center", after=6,
          borders=(("bottom", 16, "red", 4),)),
)  # fmt: skip
_SIZES = {"issue_number": (12, 18), "issued_by": (9, 14), "title_red": (34, 44)}


def with_masthead(styles: Styles, edition: Edition, *, centred: bool) -> Styles:
    """The styles that this masthead needs beside those of the rooms."""
    head = edition.masthead
    more = (*(_PLATE if head.plate else ()), *(_RED if centred or _emblem(edition) else ()))
    return Styles((*styles.paragraphs, *more), {**styles.sizes, **_SIZES}) if more else styles


def _emblem(edition: Edition) -> bool:
    return edition.masthead.plate is not None and edition.masthead.plate.emblem is not None


def masthead(draft: Draft) -> list[Node]:
    """Name, place and the line that says when the facts date from; and what the office says of the issue."""
    head, plate = draft.edition.masthead, draft.edition.masthead.plate
    flag = [tab(), *_flag(head.draft)] if head.draft else []
    nodes = _over(draft, plate) if plate else []
    if not draft.look.centred:
        nodes += [
            paragraph("Title", run(head.title.zh, "zh"), flag),
            paragraph("Subtitle", run(head.title.en, "en"), tab(), both(head.place, ("Unit", "Unit"))),
            paragraph("IssueLine", both(head.dated)),
        ]
        return [*nodes, *(_under(plate, "") if plate else [])]
    nodes += [paragraph("TitleRed", run(head.title.zh, "zh"), flag), paragraph("SubtitleRed", run(head.title.en, "en"))]
    nodes += _under(plate, "Red") if plate else []
    ruled = plate is None or not (plate.issuer or plate.printed)
    line = "IssueLineRuled" if ruled else "IssueLineRed"
    return [*nodes, paragraph(line, both(head.place), run("    ", "en"), both(head.dated))]


def _over(draft: Draft, plate: Nameplate) -> list[Node]:
    nodes = [paragraph("Notice", both(plate.notice))] if plate.notice else []
    if plate.emblem:
        picture = draft.charts[EMBLEM]
        shown = drawing(picture, draft.embed(picture), next(draft.ids), EMBLEM, _WIDEST)
        nodes.append(paragraph("Emblem" if draft.look.centred else "Picture", shown))
    return nodes


def _under(plate: Nameplate, suffix: str) -> list[Node]:
    nodes = [paragraph(f"IssueNumber{suffix}", both(plate.issue))] if plate.issue else []
    if plate.issuer or plate.printed:
        issuer = both(plate.issuer) if plate.issuer else []
        printed = both(plate.printed) if plate.printed else []
        nodes.append(paragraph(f"IssuedBy{suffix}", issuer, tab(), printed))
    return nodes


def _flag(words: Both) -> list[Node]:
    return both(words, ("Draft", "Draft"))
