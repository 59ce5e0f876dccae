"""The named styles (ECMA-376 part 1, 17.7): one for every kind of text, so that editors need no other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from .look import BOX_PADDING, NOTES, NOTES_GAP, TEXT, Look
from .ox import Node, Value, w

# Theme faces: major is the sans of labels and tables, minor the serif of titles and text.
_THEME_FACE = {"sans": "major", "serif": "minor"}


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style. `before` and `after` in pt; `size` names a size of the look; colours are names of the look."""

    id: str
    name: str
    size: str
    face: str = "sans"
    colour: str = "ink"
    bold: bool = False
    before: float = 0
    after: float = 0
    align: str = "left"
    based: str = "Normal"
    next: str = ""
    keep: bool = False  # with the next paragraph
    outline: int | None = None
    exact: bool = True
    fill: str = ""
    borders: tuple[tuple[str, int, str, int], ...] = ()  # side, eighths of a pt, colour, distance in pt
    tabs: tuple[tuple[str, int], ...] = ()
    number: int | None = None
    indent: int = 0  # hanging, twips
    builtin: bool = False


@dataclass(frozen=True, slots=True)
class Styles:
    """What a room brings to the styles of a draft: paragraph styles, and sizes of type under names of their own."""

    paragraphs: tuple[Style, ...]
    sizes: Mapping[str, tuple[float, float]] = field(default_factory=dict, hash=False)


_RIGHT = (("right", TEXT),)
_NOTES_TABS = tuple(("left", round(TEXT * sum(NOTES[:place])) + NOTES_GAP) for place in (1, 2))

PARAGRAPHS = (
    Style("Title", "Title", "title_zh", "serif", bold=True, next="Subtitle", keep=True, tabs=_RIGHT, builtin=True),
    Style("Subtitle", "Subtitle", "title_en", "serif", "deep", True, keep=True, tabs=_RIGHT, builtin=True),
    Style(
        "IssueLine", "Issue Line", "issue", colour="grey", before=3, after=5, tabs=_RIGHT,
        borders=(("bottom", 8, "ink", 4),),
    ),
    Style("Kicker", "Kicker", "kicker", colour="flag", bold=True, before=4, next="Heading1", keep=True),
    Style(
        "Heading1", "heading 1", "heading_zh", "serif", bold=True, next="HeadingEN", keep=True, outline=0, builtin=True
    ),
    Style("HeadingEN", "Heading EN", "heading_en", "serif", bold=True, after=4, next="BodyZH", keep=True),
    Style("LeadHeading", "Lead Heading", "lead_zh", "serif", bold=True, based="Heading1", next="LeadHeadingEN",
          keep=True, outline=0),
    Style("LeadHeadingEN", "Lead Heading EN", "lead_en", "serif", bold=True, after=5, based="HeadingEN", keep=True),
    Style("BoxHeading", "Box Heading", "box_heading", colour="deep", bold=True, based="Heading1", keep=True, outline=0,
          before=6, fill="pale", borders=(("top", 8, "ink", 4), ("left", 4, "pale", 8), ("right", 4, "pale", 8)),
          tabs=_NOTES_TABS, indent=-BOX_PADDING),
    Style("BodyZH", "Body ZH", "body_zh", "serif", after=4, align="both"),
    Style("BodyEN", "Body EN", "body_en", "serif", after=4),
    Style("LeadZH", "Lead ZH", "lead_body_zh", "serif", after=5, align="both", based="BodyZH"),
    Style("LeadEN", "Lead EN", "lead_body_en", "serif", after=5, based="BodyEN"),
    Style("KeyFigure", "Key Figure", "key_figure", "serif", "deep", True),
    Style("KeyLabelZH", "Key Label ZH", "key_label_zh", bold=True),
    Style("KeyLabelEN", "Key Label EN", "key_label_en", colour="grey"),
    Style("Rule", "Rule", "rule", before=4, keep=True, borders=(("top", 6, "ink", 0),), tabs=(("left", 510),)),
    Style("Caption", "caption", "caption_zh", bold=True, keep=True, builtin=True),
    Style("TableCaption", "Table Caption", "caption_zh", bold=True, based="Caption", keep=True, outline=1, after=1),
    Style("CaptionEN", "Caption EN", "caption_en", bold=True, keep=True),
    Style("CaptionLine", "Caption Line", "caption_line", colour="grey", keep=True, after=2),
    Style("Picture", "Picture", "", keep=True, exact=False, before=3),
    Style("Note", "Note", "note", colour="grey", before=2, after=3),
    Style("NoteOver", "Note Over", "note", colour="grey", before=2, keep=True),
    Style("UnitRight", "Unit Right", "key_label_en", colour="grey", align="right"),
    Style("Amount", "Amount", "amount", "serif", "deep", True),
    Style("AmountRight", "Amount Right", "amount", "serif", "deep", True, align="right", based="Amount"),
    Style("TableHead", "Table Head", "table_head", colour="grey", keep=True),
    Style("TableZH", "Table ZH", "table_zh"),
    Style("TableEN", "Table EN", "table_en", colour="grey"),
    Style("Evidence", "Evidence Quote", "quote", "serif"),
    Style("BoxTitle", "Box Title", "box_title", colour="deep", bold=True, before=2),
    Style("BoxZH", "Box ZH", "box_zh", "serif", align="both"),
    Style("BoxEN", "Box EN", "box_en", "serif", after=2),
    Style("ListZH", "Notes ZH", "list_zh", number=1, indent=240),
    Style("ListEN", "Notes EN", "list_en", number=2, indent=240, colour="grey"),
    Style("Source", "Source", "list_zh", after=1.5),
    Style("Spacer", "Spacer", "spacer"),
    Style("Last", "Last Line", "last"),
    Style("Header", "header", "header", colour="grey", builtin=True, tabs=_RIGHT, after=3,
          borders=(("top", 48, "deep", 5), ("bottom", 8, "ink", 4))),
    Style("FirstHeader", "First Header", "spacer", borders=(("top", 48, "deep", 1),)),
    Style("Footer", "footer", "footer", colour="grey", builtin=True, tabs=_RIGHT),
    Style("CommentText", "annotation text", "box_zh", builtin=True, exact=False),
)  # fmt: skip

_PLAIN_SIZES = {"rule": (4.0, 5.0), "spacer": (3.0, 4.0), "last": (1.0, 1.0), "": (9.0, 12.0)}


def paragraph_styles(look: Look, more: Sequence[Style] = ()) -> list[Node]:
    """Every paragraph style, Normal first, then `more`."""
    return [_normal(), *(_paragraph_style(style, look) for style in (*PARAGRAPHS, *more))]


def _normal() -> Node:
    """Chinese line breaking and spacing for everything that follows (17.3.1.16, 17.3.1.45, 17.3.1.2)."""
    rules = [w(rule) for rule in ("kinsoku", "wordWrap", "overflowPunct", "autoSpaceDE", "autoSpaceDN")]
    properties = w(
        "pPr", w("widowControl"), rules, w("snapToGrid", val=0), w("spacing", before=0, after=0), w("jc", val="left")
    )
    return w("style", w("name", val="Normal"), w("qFormat"), properties, type="paragraph", default=1, styleId="Normal")


def _paragraph_style(style: Style, look: Look) -> Node:
    node = w("style", w("name", val=style.name), w("basedOn", val=style.based), type="paragraph", styleId=style.id)
    if not style.builtin:
        node.set(node.tag.replace("}style", "}customStyle"), "1")
    if style.next:
        node.append(w("next", val=style.next))
    node.extend([w("uiPriority", val=9), w("qFormat"), _layout(style, look), _letters(style, look)])
    return node


def _layout(style: Style, look: Look) -> Node:
    _, pitch = _size(style, look)
    line: dict[str, Value] = {"line": 240, "lineRule": "auto"}
    if style.exact:
        line = {"line": round(pitch * 20), "lineRule": "exact"}
    return w(
        "pPr",
        w("keepNext") if style.keep else None,
        w("keepLines") if style.outline is not None else None,
        w("numPr", w("numId", val=style.number)) if style.number else None,
        w("pBdr", [edge(side, size, look.colour(colour), space) for side, size, colour, space in style.borders])
        if style.borders
        else None,
        w("shd", val="clear", color="auto", fill=look.colour(style.fill)) if style.fill else None,
        w("tabs", [w("tab", val=kind, pos=place) for kind, place in style.tabs]) if style.tabs else None,
        w("spacing", before=round(style.before * 20), after=round(style.after * 20), **line),
        _indent(style.indent),
        w("jc", val=style.align),
        w("outlineLvl", val=style.outline) if style.outline is not None else None,
    )


def _indent(indent: int) -> Node | None:
    """A hanging indent, or (negative) the padding of a shaded heading."""
    if indent > 0:
        return w("ind", left=indent, hanging=indent)
    return w("ind", left=-indent, right=-indent) if indent < 0 else None


def _letters(style: Style, look: Look) -> Node:
    size, _ = _size(style, look)
    face = _THEME_FACE[style.face]
    themed = {"themeColor": "accent1"} if style.colour == "deep" else {}
    return w(
        "rPr",
        theme_faces(face),
        [w("b"), w("bCs")] if style.bold else None,
        w("color", val=look.colour(style.colour), **themed),
        w("sz", val=round(size * 2)),
        w("szCs", val=round(size * 2)),
    )


def theme_faces(face: str) -> Node:
    """Faces by role, so that a change of the theme's faces changes the document (17.3.2.26)."""
    return w("rFonts", asciiTheme=f"{face}HAnsi", eastAsiaTheme=f"{face}EastAsia", hAnsiTheme=f"{face}HAnsi",
             cstheme=f"{face}Bidi")  # fmt: skip


def _size(style: Style, look: Look) -> tuple[float, float]:
    return _PLAIN_SIZES[style.size] if style.size in _PLAIN_SIZES else look.sizes[style.size]


def character_styles(look: Look) -> list[Node]:
    """Styles of runs: run-in heads, units, raised evidence numbers, marks.

    None of them says bold: a toggle in a run's style undoes the paragraph's own (17.7.3), so weight is set directly.
    """
    small, label = look.sizes["caption_line"][0], look.sizes["key_label_en"][0]
    return [
        w("style", w("name", val="Default Paragraph Font"), w("semiHidden"), type="character", default=1,
          styleId="DefaultParagraphFont"),
        _run_style("RunInHead", "Run-in Head", theme_faces("major"), _deep(look)),
        _run_style("EnglishTitle", "English Title", *_type(look.sizes["caption_en"][0])),
        _run_style("EnglishHeading", "English Heading", *_type(look.sizes["heading_en"][0])),
        _run_style("CaptionAside", "Caption Aside", w("color", val=look.grey), *_type(small)),
        _run_style("SourceAside", "Source Aside", w("color", val=look.grey), *_type(look.sizes["list_en"][0])),
        _run_style("Unit", "Unit", theme_faces("major"), w("color", val=look.grey), *_type(label)),
        _run_style("EvidenceNumber", "Evidence Number", theme_faces("major"), _deep(look),
                   *_type(look.sizes["raised"][0]), w("vertAlign", val="superscript")),
        _run_style("EvidenceSmallNumber", "Small Evidence Number", theme_faces("major"), _deep(look),
                   *_type(look.sizes["raised_small"][0]), w("vertAlign", val="superscript")),
        _run_style("HighNumber", "High Evidence Number", theme_faces("major"), _deep(look), *_type(13),
                   w("vertAlign", val="superscript")),  # its size lifts it to the shoulder of a large figure
        _run_style("EvidenceKey", "Evidence Key", theme_faces("major"), _deep(look)),
        _run_style("Marked", "Marked Numeral", _deep(look)),
        _run_style("Mark", "Mark", _mark_faces(), _deep(look)),
        _run_style("Draft", "Draft Flag", theme_faces("major"), w("color", val=look.flag),
                   *_type(look.sizes["caption_zh"][0])),
        _run_style("Flag", "Flag", w("shd", val="clear", color="auto", fill=look.flag)),
        _run_style("CommentReference", "annotation reference", *_type(8), builtin=True),
    ]  # fmt: skip


def _deep(look: Look) -> Node:
    return w("color", val=look.deep, themeColor="accent1")


def _mark_faces() -> Node:
    """Squares of one width: Chinese faces lack the hatched one, and Word would take it from another face."""
    face = "Segoe UI Symbol"
    return w("rFonts", ascii=face, hAnsi=face, eastAsia=face, cs=face)


def _type(points: float) -> list[Node]:
    return [w("sz", val=round(points * 2)), w("szCs", val=round(points * 2))]


def _run_style(id: str, name: str, *properties: Node, builtin: bool = False) -> Node:
    node = w("style", w("name", val=name), w("basedOn", val="DefaultParagraphFont"), w("uiPriority", val=22),
             w("qFormat"), w("rPr", properties), type="character", styleId=id)  # fmt: skip
    if not builtin:
        node.set(node.tag.replace("}style", "}customStyle"), "1")
    return node


def table_styles(look: Look) -> list[Node]:
    """Tables with hairlines, boxes on a tint, and grids without lines."""
    head_line = w("tblStylePr", w("tcPr", w("tcBorders", edge("bottom", 8, look.ink))), type="firstRow")
    hairline = edge("insideH", 4, look.rule)
    upright = edge("insideV", 4, look.rule)
    return [
        _table_normal(),
        w("style", w("name", val="No List"), w("semiHidden"), type="numbering", default=1, styleId="NoList"),
        _table_style("BulletinTable", "Bulletin Table", [edge("bottom", 8, look.ink), hairline], (7, 40), head_line),
        _table_style("BulletinListing", "Bulletin Listing", [edge("top", 4, look.rule), edge("bottom", 4, look.rule),
                     edge("insideH", 4, look.rule)], (14, 0)),
        _table_style("BulletinPairs", "Bulletin Pairs", [edge("insideV", 4, look.rule)], (0, 0)),
        _table_style("BulletinPlates", "Bulletin Plates", [], (0, 0)),
        _table_style("BulletinStrip", "Bulletin Strip", [upright], (10, 90)),
        _table_style("BulletinKeyFigures", "Bulletin Key Figures",
                     [edge("bottom", 4, look.rule), edge("insideV", 4, look.rule)], (40, 80)),
        _table_style("BulletinBox", "Bulletin Box", [], (16, BOX_PADDING), _fill(look)),
        _table_style("BulletinBriefs", "Bulletin Briefs", [edge("top", 8, look.ink)], (60, BOX_PADDING), _fill(look)),
    ]  # fmt: skip


def _fill(look: Look) -> Node:
    return w("tcPr", w("shd", val="clear", color="auto", fill=look.pale))


def edge(side: str, size: int, colour: str, space: int = 0) -> Node:
    """A rule; `size` in eighths of a point (17.18.2)."""
    return w(side, val="single", sz=size, space=space, color=colour)


def _table_normal() -> Node:
    margins = [
        w(side, w=width, type="dxa") for side, width in (("top", 0), ("left", 108), ("bottom", 0), ("right", 108))
    ]
    properties = w("tblPr", w("tblInd", w=0, type="dxa"), w("tblCellMar", margins))
    return w(
        "style",
        w("name", val="Normal Table"),
        w("semiHidden"),
        properties,
        type="table",
        default=1,
        styleId="TableNormal",
    )


def _table_style(id: str, name: str, borders: list[Node], padding: tuple[int, int], *conditions: Node) -> Node:
    upright, across = padding
    sides = (("top", upright), ("left", across), ("bottom", upright), ("right", across))
    margins = w("tblCellMar", [w(side, w=width, type="dxa") for side, width in sides])
    properties = w("tblPr", w("tblBorders", borders) if borders else None, margins)
    return w("style", w("name", val=name), w("basedOn", val="TableNormal"), w("uiPriority", val=59), w("qFormat"),
             properties, conditions, type="table", customStyle=1, styleId=id)  # fmt: skip
