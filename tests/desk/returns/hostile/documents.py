"""Sound archives whose parts are not what a reader expects: missing, broken, endless, or written to harm a parser."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from bulletin.word.pack import pack
from bulletin.word.package import unpack

from .kinds import Maker, put
from .packages import BODY

DOCUMENTS: dict[str, Maker] = {}
Parts = dict[str, bytes]
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES, STYLES, CUSTOM, ITEM = "[Content_Types].xml", "word/styles.xml", "docProps/custom.xml", "customXml/item1.xml"
COMMENTS, RELATIONS, APP = "word/comments.xml", "word/_rels/document.xml.rels", "docProps/app.xml"


def _put(name: str, change: Callable[[Parts], Mapping[str, bytes]]) -> None:
    put(DOCUMENTS, name, lambda good: pack(change(unpack(good))))


def _replaced(part: str, old: str, new: str) -> Callable[[Parts], Parts]:
    """The draft with one of its parts changed wherever the pattern stands."""
    return lambda parts: parts | {part: re.sub(old.encode(), new.encode(), parts[part])}


def _with(part: str, data: bytes) -> Callable[[Parts], Parts]:
    return lambda parts: parts | {part: data}


def document(body: str, *, head: str = "") -> bytes:
    """A document part with this body."""
    return f'{head}<w:document xmlns:w="{W}"><w:body>{body}<w:sectPr/></w:body></w:document>'.encode()


def _more(body: str) -> Callable[[Parts], Parts]:
    """The draft as it was, with this at the end of its body."""
    return lambda parts: parts | {BODY: parts[BODY].replace(b"</w:body>", body.encode() + b"</w:body>")}


def _paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


for part in (BODY, STYLES, CUSTOM, ITEM, COMMENTS, RELATIONS, APP, TYPES, "_rels/.rels", "customXml/itemProps1.xml"):
    _put(f"without {part}", lambda parts, part=part: {name: data for name, data in parts.items() if name != part})  # type: ignore[misc]
    _put(f"not XML: {part}", _with(part, b"\x00\xff<<not xml"))
    _put(f"empty: {part}", _with(part, b""))
    _put(f"another root: {part}", _with(part, b"<a><b/><!-- c --><?d e?></a>"))

LAUGHS = "<!DOCTYPE a [" + '<!ENTITY l0 "ha">'
LAUGHS += "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10)) + "]>"
OUTSIDE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
for part in (BODY, STYLES, CUSTOM, ITEM, COMMENTS, RELATIONS):
    _put(f"laughs: {part}", _with(part, f'{LAUGHS}<a b="&l9;">&l9;</a>'.encode()))
_put("entity from outside", _with(BODY, document(_paragraph("&x;"), head=OUTSIDE)))
_put("grammar from outside", _with(BODY, document("", head='<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">')))
_put("laughs in UTF-16", _with(BODY, document(_paragraph("&l9;"), head=LAUGHS).decode().encode("utf-16")))
_put("EBCDIC", _with(BODY, b"\x4c\x6f\xa7\x94\x93" + document("").decode().encode("cp037")))
_put("UTF-7", _with(BODY, b'<?xml version="1.0" encoding="UTF-7"?>' + document("")))
_put("UTF-16", lambda parts: parts | {BODY: re.sub(r"<\?xml.*?\?>", "", parts[BODY].decode()).encode("utf-16")})
_put("UTF-32", lambda parts: parts | {BODY: re.sub(r"<\?xml.*?\?>", "", parts[BODY].decode()).encode("utf-32")})

_put("100000 paragraphs", _more(_paragraph("的") * 100_000))
_put("20000 paragraphs", _more("".join(_paragraph(f"第{n}段，游园{n}个") for n in range(20_000))))
_put("4000 paragraphs", _more("".join(_paragraph(f"第{n}段，游园{n}个，居民常来散步") for n in range(4000))))
_put("4000 equal paragraphs", _more(_paragraph("居民傍晚常来散步。" * 8) * 4000))
_put("a paragraph of 10 MB", _more(_paragraph("x" * 10_000_000)))
_put("a paragraph of 1 MB", _more(_paragraph("的" * 300_000)))
_put("a paragraph of 19000", _more(_paragraph("的" * 19_000)))
_put("words that repeat", lambda parts: parts | {BODY: parts[BODY].replace("傍晚".encode(), "园的".encode() * 9000)})
_put("a table of 10000 rows", _more("<w:tbl>" + f"<w:tr><w:tc>{_paragraph('x')}</w:tc></w:tr>" * 10_000 + "</w:tbl>"))
_put("100000 levels", _more("<w:x>" * 100_000 + "</w:x>" * 100_000))
_put("250 levels", _more("<w:x>" * 245 + "</w:x>" * 245))
_put("paragraphs in paragraphs", _more("<w:p>" * 90 + "<w:r><w:t>x</w:t></w:r>" * 50_000 + "</w:p>" * 90))
_put("tables in tables", _more("<w:tbl><w:tr><w:tc>" * 70 + _paragraph("x") * 4000 + "</w:tc></w:tr></w:tbl>" * 70))
_put("200000 runs", _more("<w:p>" + "<w:r><w:t>x</w:t></w:r>" * 200_000 + "</w:p>"))
_put("a million attributes", _more("".join(f'<w:x a{n}=""/>' for n in range(1_000_000))))
_put("an attribute of 9 MB", _more(f'<w:x a="{"x" * 9_000_000}"/>'))
_put("50000 bookmarks", _more("".join(f'<w:bookmarkStart w:id="x{n}" w:name="_b_{n}"/>' for n in range(50_000))))
_put("one bookmark 20000 times", _more('<w:p><w:bookmarkStart w:id="1" w:name="_b_1"/></w:p>' * 20_000))
_put("50000 revisions", _more("<w:p>" + "<w:ins><w:r><w:t>x</w:t></w:r></w:ins>" * 50_000 + "</w:p>"))
_put("revisions in revisions", _more("<w:p>" + "<w:ins>" * 90 + "<w:r/>" * 20_000 + "</w:ins>" * 90 + "</w:p>"))
_put("joined paragraphs", _more("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>" * 4000))
_put("a million comments of XML", _more("<!--x-->" * 400_000 + "<?a b?>" * 300_000))
_put("signs between", _more("<w:p><!--x--><?a b?><w:r><!--x--><w:t>x<!--y-->z</w:t></w:r></w:p><?a b?>"))

COMMENT = f'<w:comment w:id="1" w:author="{{}}">{_paragraph("{}")}</w:comment>'
_put("40000 comments", _with(COMMENTS, f'<w:comments xmlns:w="{W}">{COMMENT * 40_000}</w:comments>'.encode()))
SAID = f'<w:comments xmlns:w="{W}">' + COMMENT.format("\u009d0;x\u009c", "\u202eevil") + "</w:comments>"
WRITING = {COMMENTS: SAID.encode(), APP: b"<Properties><Application>\x1b]0;owned\x07\x1b[2J</Application></Properties>"}
_put(
    "writing on the terminal",
    lambda parts: _more(_paragraph("\u009b31m\u202e红 [bold red]x[/] \u2066"))(parts) | WRITING,
)
_put("a style based on itself", _replaced(STYLES, 'basedOn w:val="Normal"', 'basedOn w:val="BodyZH"'))
_put("strict", _replaced(BODY, W, "http://purl.oclc.org/ooxml/wordprocessingml/main"))
MAIN = r"[\w.-]+\.document\.main\+xml"
_put("macros", _replaced(TYPES, MAIN, "ms-word.document.macroEnabled.main+xml"))
_put("template", _replaced(TYPES, MAIN, "openxmlformats-officedocument.wordprocessingml.template.main+xml"))
_put("wrong content type", _replaced(TYPES, MAIN, "openxmlformats-officedocument.spreadsheetml.sheet.main+xml"))
_put(
    "pictures that are XML",
    lambda parts: _replaced(TYPES, "image/png", "application/xml")(parts) | {"word/media/x.png": b"<a/>" * 2_000_000},
)
_put("relations that lead away", _replaced(RELATIONS, 'Target="[^"]*"', 'Target="../../../../etc/passwd"'))
_put("relations of no type", _replaced(RELATIONS, ' Type="[^"]*"', ""))
_put("relations without names", _replaced(RELATIONS, ' Id="[^"]*"', ""))
_put("relations to nothing", _replaced(RELATIONS, 'Target="[^"]*"', 'Target="gone.xml"'))
_put("ids that are no numbers", _replaced(BODY, r'w:id="\d+"', 'w:id="²"'))
_put("ids of 5000 digits", _replaced(BODY, 'w:id="1"', f'w:id="{"9" * 5000}"'))
_put("a number of 5000 digits", _replaced(BODY, "傍晚", "9" * 5000))
_put("a text of 5000 digits", _replaced(BODY, "新树成行", "9" * 5000))
_put("no attributes", _replaced(BODY, r' w:[A-Za-z]+="[^"]*"', ""))
