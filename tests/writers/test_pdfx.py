"""PDF/X-4 key by key (ISO 15930-7): a press edition lacks nothing, and each key that is taken away is named."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import yaml
from pikepdf import Array, Dictionary, Name, String

from bulletin.faces import find_faces
from bulletin.pages.pdf import Typesetter
from bulletin.press.impose import impose
from bulletin.press.lettering import Letters
from bulletin.press.press import Slug, press
from bulletin.proofing.pdfx import lacks
from bulletin.proofing.preflight import preflight
from bulletin.proofing.verdicts import judge
from tests.writers.test_press import PROFILE, page


@pytest.fixture(scope="module")
def data(typesetter: Typesetter, root: Path) -> bytes:
    theme = yaml.safe_load((root / "templates" / "theme.yaml").read_text(encoding="utf-8"))
    return press(page(typesetter), theme, PROFILE, Slug("试排 Trial", Letters(find_faces())))


def test_pages_and_sheets_lack_nothing(data: bytes) -> None:
    for made in (data, impose(data, PROFILE).data):
        with pikepdf.open(io.BytesIO(made)) as pdf:
            assert lacks(pdf) == ()
        assert made.startswith(b"%PDF-1.6") and "PDF/X-4" in preflight(made).conformance


def test_it_says_who_it_is_in_both_places(data: bytes) -> None:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        info, metadata = pdf.docinfo, pdf.Root.Metadata.read_bytes()
        assert (str(info.GTS_PDFXVersion), info.Trapped, str(info.Title)) == ("PDF/X-4", Name("/False"), "试排")
        assert b"http://www.npes.org/pdfx/ns/id/" in metadata and b"PDF/X-4" in metadata
        assert len(pdf.trailer.ID) == 2
        with pdf.open_metadata() as xmp:
            assert xmp["xmpMM:DocumentID"].startswith("uuid:") and xmp["pdf:Trapped"] == "False"


def _annotate(pdf: pikepdf.Pdf) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[100, 100, 200, 200])
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note)])


def _setting(key: str, value: Any) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Resources.ExtGState.Over[key] = value

    return change


def _xmp(key: str, value: str = "") -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
            if value:
                xmp[key] = value
            else:
                del xmp[key]

    return change


def _without(where: Callable[[pikepdf.Pdf], Any], key: str) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        del where(pdf)[key]

    return change


def _with(where: Callable[[pikepdf.Pdf], Any], key: str, value: Any) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        where(pdf)[key] = value

    return change


def _no_face(pdf: pikepdf.Pdf) -> None:
    for thing in pdf.objects:
        if isinstance(thing, Dictionary) and thing.get("/Type") == "/FontDescriptor":
            thing.FontName = Name("/ABCDEF+Gone")
            del thing["/FontFile3"]
            return


def _screen_profile(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OutputIntents[0].DestOutputProfile.write(PROFILE.data.replace(b"prtr", b"mntr"))


def _script(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Hidden = pdf.make_indirect(Dictionary(S=Name.JavaScript, JS=String("x")))


def _intent(pdf: pikepdf.Pdf) -> Any:
    return pdf.Root.OutputIntents[0]


def _root(pdf: pikepdf.Pdf) -> Any:
    return pdf.Root


def _info(pdf: pikepdf.Pdf) -> Any:
    return pdf.docinfo


def _first(pdf: pikepdf.Pdf) -> Any:
    return pdf.pages[0].obj


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (_without(_root, "/Metadata"), "Metadata"),
        (_xmp("pdfxid:GTS_PDFXVersion"), "pdfxid:GTS_PDFXVersion"),
        (_xmp("pdfxid:GTS_PDFXVersion", "PDF/X-3"), "pdfxid:GTS_PDFXVersion"),
        (_xmp("xmpMM:DocumentID"), "xmpMM:DocumentID"),
        (_xmp("xmpMM:RenditionClass"), "xmpMM:RenditionClass"),
        (_xmp("xmpMM:VersionID"), "xmpMM:VersionID"),
        (_xmp("xmp:MetadataDate"), "xmp:MetadataDate"),
        (_xmp("pdf:Trapped", "True"), "Info/Trapped ≠ pdf:Trapped"),
        (_with(_info, "/Title", String("另一个")), "Info/Title ≠ dc:title"),
        (_without(_info, "/ModDate"), "Info/ModDate"),
        (_with(_info, "/Trapped", Name("/Unknown")), "Info/Trapped"),
        (_without(_root, "/OutputIntents"), "OutputIntents: 0 × GTS_PDFX"),
        (_without(_intent, "/OutputConditionIdentifier"), "OutputIntent/OutputConditionIdentifier"),
        (_without(_intent, "/Info"), "OutputIntent/Info"),
        (_without(_intent, "/DestOutputProfile"), "OutputIntent/DestOutputProfile"),
        (_screen_profile, "DestOutputProfile: prtr CMYK"),
        (_without(_first, "/TrimBox"), "1: TrimBox"),
        (_with(_first, "/ArtBox", Array([0, 0, 9, 9])), "1: TrimBox"),
        (_with(_first, "/BleedBox", Array([100, 100, 200, 200])), "1: MediaBox ⊇ CropBox ⊇ BleedBox ⊇ TrimBox"),
        (_with(_first, "/CropBox", Array([100, 100, 200, 200])), "1: MediaBox ⊇ CropBox ⊇ BleedBox ⊇ TrimBox"),
        (_annotate, "1: Annots/Link"),
        (_with(_root, "/AcroForm", Dictionary()), "Root/AcroForm"),
        (_with(_root, "/OpenAction", Dictionary(S=Name.JavaScript, JS=String("x"))), "Root/OpenAction"),
        (_script, "Action/JavaScript"),
        (_with(_root, "/ViewerPreferences", Dictionary(PrintArea=Name.CropBox)), "ViewerPreferences/PrintArea"),
        (_setting("/TR", Name.Identity), "ExtGState/TR"),
        (_setting("/BM", Name("/Own")), "ExtGState/BM"),
        (_no_face, "FontFile: Gone"),
    ],
)
def test_each_key_is_missed(change: Callable[[pikepdf.Pdf], None], key: str, data: bytes) -> None:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        assert key in lacks(pdf)


def test_a_newer_version_and_a_password_are_told(data: bytes) -> None:
    for options, key in (
        ({"force_version": "1.7"}, "Version 1.7"),
        ({"encryption": pikepdf.Encryption(owner="x", user="")}, "Encrypt"),
    ):
        target = io.BytesIO()
        with pikepdf.open(io.BytesIO(data)) as pdf:
            pdf.save(target, **options)
        with pikepdf.open(target) as pdf:
            assert key in lacks(pdf)


def test_preflight_refuses_a_press_file_that_is_none(data: bytes) -> None:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        del pdf.Root.Metadata
        pdf.save(target)
    errors = [one.message for one in judge(preflight(target.getvalue()), "press") if one.level == "error"]
    assert "not PDF/X-4 (ISO 15930-7): Metadata" in errors
    assert "the file does not say that it is PDF/X-4" in errors
