"""The calls into WeasyPrint: what it may load, what it says, what it is told about the document."""

from __future__ import annotations

import gc
import logging
import mimetypes
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from urllib.parse import unquote

import pydyf
import weasyprint
from weasyprint.pdf.metadata import DocumentMetadata
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from bulletin.pages import (
    asked,
    bare,
    boxes,
    compiled,
    computed,
    fit,
    han,
    kept,
    parsed,
    sections,
    selectors,
    shared,
    strays,
    subset,
    tags,
    written,
)
from bulletin.pages.typeset import Attachment, Measured, Pdf, TypesettingError

VARIANT = "pdf/a-3a"

PDFUA = b"""\
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""
"""The PDF/UA mark, and the schema that PDF/A-3 asks for beside every property it does not know (6.6.2.3.2)."""


class Engine:
    """WeasyPrint with one font configuration, our tags and a fetcher that opens no file and no connection."""

    def __init__(self) -> None:
        tags.install()
        han.install()
        kept.install()
        selectors.install()
        shared.install()
        computed.install()
        asked.install()
        parsed.install()
        compiled.install()
        self._fonts = FontConfiguration()
        self._fetcher = GivenOnly()

    def hold(self, lines: int) -> None:
        """See kept.hold."""
        kept.hold(lines)

    def typeset(
        self,
        html: str,
        resources: Mapping[str, bytes],
        *,
        title: str,
        language: str,
        created: datetime,
        attachments: Sequence[Attachment],
    ) -> Pdf:
        """See Typesetter.typeset."""
        self._fetcher.resources = resources
        with _unswept(), said() as lines, kept.until_set():
            document, pages = self._lay_out(html)
            if document.metadata.lang != language:
                raise TypesettingError([f'<html lang="{document.metadata.lang}"> should be "{language}"'])
            document.metadata = Metadata.of(document.metadata, title, created)
            document.metadata.attachments = [self._attach(one, created) for one in _by_name(attachments)]
            data = _write(document)
            if lines:
                raise TypesettingError(lines)
            fill = fit.fill(pages)
            log = (*fit.overflow(pages), *strays.strays(pages))
            found = Pdf(data, len(pages), fill, log, sections.sections(pages, fill))
            del document, pages
        return found

    def measure(self, html: str, resources: Mapping[str, bytes], prefix: str) -> Measured:
        """See Typesetter.measure."""
        self._fetcher.resources = resources
        with _unswept(), said(), bare.unpainted():  # what is amiss is told when the pages are set
            source = weasyprint.HTML(string=html, url_fetcher=self._fetcher)
            try:
                document = source.render(font_config=self._fonts, pdf_variant=VARIANT)
            except FatalURLFetchingError as error:
                raise TypesettingError([str(error.__cause__)]) from error
            found = boxes.measured([page._page_box for page in document.pages], prefix)
            del document, source
        return found

    def _lay_out(self, html: str) -> tuple[Any, list[Any]]:
        """The document, and its page boxes. Raises TypesettingError if something is missing, in or out."""
        source = weasyprint.HTML(string=html, url_fetcher=self._fetcher)
        try:
            document = source.render(font_config=self._fonts, pdf_variant=VARIANT)
        except FatalURLFetchingError as error:
            raise TypesettingError([str(error.__cause__)]) from error
        for page in document.pages:
            # A box inside a link gets a second annotation, which no Link element holds (ISO 14289-1, 7.18.5).
            page.links[:] = [link for link in page.links if link[3].link]
        pages = [page._page_box for page in document.pages]
        if lost := fit.lost(source.etree_element, pages):
            raise TypesettingError(lost)
        return document, pages

    def _attach(self, attachment: Attachment, created: datetime) -> Any:
        made = weasyprint.Attachment(
            string=attachment.data,
            url_fetcher=self._fetcher,
            name=attachment.name,
            description=attachment.description,
            relationship=attachment.relationship,
            created=created.astimezone(UTC),
            modified=created.astimezone(UTC),
        )
        # Its own source knows no media type and would guess one from the name, by this machine's tables.
        made.source = nullcontext((BytesIO(attachment.data), None, None, attachment.media_type))
        return made


def _write(document: Any) -> bytes:
    with warnings.catch_warnings(), subset.cut_down():
        # WeasyPrint 70 does not close the colour profile that it ships (pdf/__init__.py, generate_pdf).
        warnings.filterwarnings("ignore", r"unclosed file .*sRGB2014\.icc", ResourceWarning)
        data: bytes = document.write_pdf(pdf_variant=VARIANT, finisher=_finish)
        return data


def _by_name(attachments: Sequence[Attachment]) -> list[Attachment]:
    """The names of embedded files form a name tree, which is sorted by bytes (ISO 32000-1, 7.9.6)."""
    return sorted(attachments, key=lambda attachment: pydyf.String(attachment.name).data)


class GivenOnly(URLFetcher):  # type: ignore[misc]
    """Serves what is in `resources`; any other URL ends the build."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols=(), fail_on_errors=True)
        self.resources: Mapping[str, bytes] = {}

    def fetch(self, url: str, headers: Any = None) -> Any:
        """The bytes given for `url`, typed by its suffix."""
        name = unquote(url)
        if name not in self.resources:
            raise TypesettingError([f"{name} is not among the resources of this document"])
        media_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
        return URLFetcherResponse(url, self.resources[name], {"Content-Type": media_type})


class Metadata(DocumentMetadata):  # type: ignore[misc]
    """WeasyPrint writes the mark of one standard; this adds the second one."""

    @classmethod
    def of(cls, found: Any, title: str, created: datetime) -> Metadata:
        """What the HTML says (`found`), with the title and the date that the caller says."""
        moment = created.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S+00:00")
        given = {**vars(found), "title": title, "created": moment, "modified": moment}
        return cls(**given)

    def generate_rdf_metadata(self, variant: str, version: int, conformance: str) -> bytes:
        """XMP with both marks."""
        written: bytes = super().generate_rdf_metadata(variant, version, conformance)
        return written.replace(b"</rdf:RDF>", PDFUA + b"</rdf:RDF>")


def _finish(document: Any, pdf: Any) -> None:
    """Put right, in the PDF's objects, what WeasyPrint 70 has no setting for."""
    tags.finish(document, pdf)
    subset.finish(pdf)
    if "AF" in pdf.catalog:  # each attachment is listed twice
        pdf.catalog["AF"][:] = list(dict.fromkeys(pdf.catalog["AF"]))
    for thing in pdf.objects:
        if isinstance(thing, dict) and thing.get("Type") == "/Filespec":
            # F is written as bytes in UTF-8, which readers take for PDFDocEncoding; it is the tree's key as well.
            thing["F"].string = thing["UF"].string
        extra = getattr(thing, "extra", {})
        if extra.get("Subtype") == "/Image":
            extra["Interpolate"] = "false"  # true is not allowed (ISO 19005-3, 6.2.8)
    written.finish(pdf)


@contextmanager
def _unswept() -> Iterator[None]:
    """No look for what nothing leads to any more, while all that is made is needed; then one, at what was made alone.

    Boxes point at one another: 80 MB that the next document would come on top of.
    """
    swept = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.collect(0)
        if swept:
            gc.enable()


@contextmanager
def said() -> Iterator[list[str]]:
    """Collects WeasyPrint's log lines; from the API they are silent, missing glyphs among them."""
    logger = logging.getLogger("weasyprint")
    collector = _Collector(logging.WARNING)
    logger.addHandler(collector)
    try:
        yield collector.lines
    finally:
        logger.removeHandler(collector)


class _Collector(logging.Handler):
    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())
