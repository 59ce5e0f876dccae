"""The document before anything is written in it: page, faces, styles, settings, header and footer.

Built from code, so that every choice can be reviewed; python-docx opens the result and fills it.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import quoteattr

from lxml import etree

from .look import MARGIN, PAGE_HEIGHT, PAGE_WIDTH, Face, Look
from .ox import NAMESPACES, Node, name, serialise, twips, w
from .pack import pack
from .styles import Style, character_styles, paragraph_styles, table_styles, theme_faces

_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORDML = "application/vnd.openxmlformats-officedocument.wordprocessingml"

# Other names under which readers know our faces (17.8.3.1), tried where the first is missing.
_OTHER_NAMES = {
    "SimSun": "宋体,Songti SC,Noto Serif CJK SC,Source Han Serif SC",
    "Microsoft YaHei": "微软雅黑,PingFang SC,Noto Sans CJK SC,Source Han Sans SC",
    "Times New Roman": "Liberation Serif",
    "Arial": "Liberation Sans",
}
# Declared once, at the root: what is written below keeps these prefixes.
NAMESPACES_OF_BODY = {prefix: space for prefix, space in NAMESPACES.items() if prefix != "xml"}
_PARTS = {  # part: (content type, relationship from the document)
    "word/styles.xml": (f"{_WORDML}.styles+xml", "styles"),
    "word/settings.xml": (f"{_WORDML}.settings+xml", "settings"),
    "word/fontTable.xml": (f"{_WORDML}.fontTable+xml", "fontTable"),
    "word/numbering.xml": (f"{_WORDML}.numbering+xml", "numbering"),
    "word/theme/theme1.xml": ("application/vnd.openxmlformats-officedocument.theme+xml", "theme"),
    "word/header1.xml": (f"{_WORDML}.header+xml", "header"),
    "word/header2.xml": (f"{_WORDML}.header+xml", "header"),
    "word/footer1.xml": (f"{_WORDML}.footer+xml", "footer"),
}
_OTHERS = {
    "word/document.xml": f"{_WORDML}.document.main+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}


def base(
    look: Look, header: list[Node], footer: list[Node], styles: Sequence[Style] = (), *, band: bool = True
) -> bytes:
    """An empty document with these paragraphs as running header and footer; page one has a header of its own.

    `styles` are what it needs beside the house's; `band`: does one stand over page one?
    """
    first = w("p", w("pPr", w("pStyle", val="FirstHeader" if band else "Spacer")))
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            ("officeDocument", "word/document.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ("extended-properties", "docProps/app.xml"),
        ),
        "word/_rels/document.xml.rels": _relations(
            *((kind, part.removeprefix("word/")) for part, (_, kind) in _PARTS.items())
        ),
        "word/document.xml": serialise(_document()),
        "word/styles.xml": serialise(_styles(look, styles)),
        "word/settings.xml": _settings(),
        "word/fontTable.xml": serialise(_fonts(look)),
        "word/numbering.xml": serialise(_numbering()),
        "word/theme/theme1.xml": _theme(look),
        "word/header1.xml": serialise(w("hdr", header)),
        "word/header2.xml": serialise(w("hdr", first)),
        "word/footer1.xml": serialise(w("ftr", footer)),
        "docProps/core.xml": _core(),
        "docProps/app.xml": _app(),
    }
    return pack(parts)


def _content_types() -> bytes:
    overrides = {**{part: kind for part, (kind, _) in _PARTS.items()}, **_OTHERS}
    rows = "".join(f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in overrides.items())
    return (
        _HEAD
        + (
            f'<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{rows}</Types>'
        ).encode()
    )


def _relations(*targets: tuple[str, str]) -> bytes:
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{kind if ":" in kind else f"{_OFFICE}/relationships/{kind}"}" '
        f'Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return _HEAD + f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'.encode()


def _document() -> Node:
    """A4, sides of 16 mm; a header that is taller than the top margin moves the text down on pages two and later."""
    number = {part: f"rId{place}" for place, part in enumerate(_PARTS, 1)}
    references = [
        _reference("headerReference", "default", number["word/header1.xml"]),
        _reference("headerReference", "first", number["word/header2.xml"]),
        _reference("footerReference", "default", number["word/footer1.xml"]),
        _reference("footerReference", "first", number["word/footer1.xml"]),
    ]
    section = w(
        "sectPr",
        references,
        w("pgSz", w=PAGE_WIDTH, h=PAGE_HEIGHT),
        w(
            "pgMar",
            top=twips(16),
            right=MARGIN,
            bottom=twips(13),
            left=MARGIN,
            header=twips(9),
            footer=twips(7),
            gutter=0,
        ),
        w("cols", space=425),
        w("titlePg"),
        w("docGrid", linePitch=312),  # without a type: a typed grid doubles the lines of tall faces
    )
    document = etree.Element(name("w:document"), nsmap=NAMESPACES_OF_BODY)
    document.append(w("body", section))
    return document


def _reference(kind: str, pages: str, relation: str) -> Node:
    node = w(kind, type=pages)
    node.set(name("r:id"), relation)
    return node


def _styles(look: Look, more: Sequence[Style]) -> Node:
    letters = w(
        "rPr",
        theme_faces("minor"),
        w("color", val=look.ink),
        w("sz", val=20),
        w("szCs", val=20),
        w("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA"),
    )
    defaults = w("docDefaults", w("rPrDefault", letters), w("pPrDefault"))
    return w("styles", defaults, paragraph_styles(look, more), character_styles(look), table_styles(look))


_MODES = {
    "compatibilityMode": 15,
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
    "differentiateMultirowTableHeaders": 1,
    "useWord2013TrackBottomHyphenation": 0,
}
_FLAGS = (
    "spaceForUL",
    "balanceSingleByteDoubleByteWidth",
    "doNotLeaveBackslashAlone",
    "ulTrailSpace",
    "doNotExpandShiftReturn",
    "useFELayout",
)


def _settings() -> bytes:
    """Word 2013 mode and its companions, punctuation squeezed, the flags of a Chinese Word (17.15.1, 17.15.3)."""
    uri = "http://schemas.microsoft.com/office/word"
    compat = w(
        "compat", [w(flag) for flag in _FLAGS], [w("compatSetting", name=n, uri=uri, val=v) for n, v in _MODES.items()]
    )
    parts = ("bg1", "light1"), ("t1", "dark1"), ("bg2", "light2"), ("t2", "dark2")
    accents = {f"accent{number}": f"accent{number}" for number in range(1, 7)}
    mapping = {**dict(parts), **accents, "hyperlink": "hyperlink", "followedHyperlink": "followedHyperlink"}
    return serialise(
        w(
            "settings",
            w("zoom", percent=100),
            w("bordersDoNotSurroundHeader"),
            w("bordersDoNotSurroundFooter"),
            w("defaultTabStop", val=420),
            w("drawingGridVerticalSpacing", val=156),
            w("displayHorizontalDrawingGridEvery", val=0),
            w("displayVerticalDrawingGridEvery", val=2),
            w("characterSpacingControl", val="compressPunctuation"),
            compat,
            w("themeFontLang", val="en-US", eastAsia="zh-CN"),
            w("clrSchemeMapping", **mapping),
            w("decimalSymbol", val="."),
            w("listSeparator", val=","),
        )
    )


def _fonts(look: Look) -> Node:
    faces = [(look.serif, "roman"), (look.sans, "swiss")]
    rows = [_font(face.zh, "auto", "86") for face, _ in faces] + [_font(face.en, kind, "00") for face, kind in faces]
    return w("fonts", rows, _font("Segoe UI Symbol", "swiss", "00"))


def _font(family: str, kind: str, charset: str) -> Node:
    others = _OTHER_NAMES.get(family)
    return w(
        "font",
        w("altName", val=others) if others else None,
        w("charset", val=charset),
        w("family", val=kind),
        w("pitch", val="variable"),
        name=family,
    )


def _numbering() -> Node:
    """Two plain lists, one for each language of the notes (17.9)."""
    kinds = [
        w(
            "abstractNum",
            w("multiLevelType", val="singleLevel"),
            w(
                "lvl",
                w("start", val=1),
                w("numFmt", val="decimal"),
                w("lvlText", val="%1."),
                w("lvlJc", val="left"),
                w("pPr", w("ind", left=240, hanging=240)),
                ilvl=0,
            ),
            abstractNumId=number,
        )
        for number in (0, 1)
    ]
    return w("numbering", kinds, [w("num", w("abstractNumId", val=number - 1), numId=number) for number in (1, 2)])


def _theme(look: Look) -> bytes:
    """Colours and faces by role (20.1.6): major for labels and tables, minor for text; `Hans` is the Chinese face."""
    accents = [look.deep, look.flag, *(colour for colour in look.accents.values() if colour != look.deep)][:6]
    colours = {"dk2": look.ink, "lt2": look.pale, **{f"accent{n}": colour for n, colour in enumerate(accents, 1)}}
    colours |= {"hlink": look.deep, "folHlink": look.grey}
    scheme = "".join(f'<a:{key}><a:srgbClr val="{value}"/></a:{key}>' for key, value in colours.items())
    window = '<a:{0}><a:sysClr val="{1}" lastClr="{2}"/></a:{0}>'
    system = window.format("dk1", "windowText", "000000") + window.format("lt1", "window", "FFFFFF")
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lines = "".join(f'<a:ln w="{width}">{fill}</a:ln>' for width in (6350, 12700, 19050))
    faces = _theme_face("major", look.sans) + _theme_face("minor", look.serif)
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        _HEAD
        + (
            f'<a:theme xmlns:a="{NAMESPACES["a"]}" name="Bulletin"><a:themeElements>'
            f'<a:clrScheme name="Bulletin">{system}{scheme}</a:clrScheme>'
            f'<a:fontScheme name="Bulletin">{faces}</a:fontScheme>'
            f'<a:fmtScheme name="Bulletin"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
            f"<a:lnStyleLst>{lines}</a:lnStyleLst>"
            f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
            "</a:fmtScheme></a:themeElements></a:theme>"
        ).encode()
    )


def _theme_face(role: str, face: Face) -> str:
    zh, en = quoteattr(face.zh), quoteattr(face.en)
    return (
        f'<a:{role}Font><a:latin typeface={en}/><a:ea typeface={zh}/><a:cs typeface=""/>'
        f'<a:font script="Hans" typeface={zh}/></a:{role}Font>'
    )


def _core() -> bytes:
    """An empty part that python-docx fills."""
    return (
        _HEAD
        + (
            f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
            ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
        ).encode()
    )


def _app() -> bytes:
    """Word refuses an AppVersion that is not XX.YYYY."""
    return (
        _HEAD
        + (
            f'<Properties xmlns="{_OFFICE}/extended-properties"><Application>Microsoft Office Word</Application>'
            "<DocSecurity>0</DocSecurity><AppVersion>16.0000</AppVersion></Properties>"
        ).encode()
    )
