"""What makes a press file PDF/X-4 (ISO 15930-7): what it says of itself, and the press that it names.

PDF 1.6, one output intent with the profile inside, identification in XMP and in the information dictionary, document
ids made from the pages: the same pages give the same file. Where each key can be read up: `bulletin.proofing.pdfx`.
"""

from __future__ import annotations

from hashlib import sha256
from uuid import UUID

import pikepdf
from pikepdf import Array, Dictionary, Name

from bulletin.press.profile import Profile

VERSION, CONFORMS = "1.6", "PDF/X-4"
REGISTRY = "http://www.color.org"
PRODUCER = "the Bulletin"
OWN = ("/Trapped", "/GTS_PDFXVersion")


def declare(pdf: pikepdf.Pdf, profile: Profile, made_from: bytes) -> None:
    """State press, identity and trapping. `made_from` is what the ids are made of."""
    state_intent(pdf, profile)
    for key in ("/Title", "/Creator", "/Producer"):
        if key not in pdf.docinfo:
            pdf.docinfo[key] = pikepdf.String(PRODUCER)
    told = Dictionary({key: value for key, value in pdf.docinfo.items() if key not in OWN})
    pdf.docinfo["/Trapped"] = Name("/False")
    pdf.docinfo["/GTS_PDFXVersion"] = pikepdf.String(CONFORMS)
    id = UUID(bytes=sha256(made_from + profile.data).digest()[:16])
    if "/Metadata" in pdf.Root:
        del pdf.Root["/Metadata"]
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        xmp.load_from_docinfo(told)
        xmp["pdf:Trapped"] = "False"
        xmp["pdfxid:GTS_PDFXVersion"] = CONFORMS
        xmp["xmpMM:DocumentID"] = xmp["xmpMM:InstanceID"] = f"uuid:{id}"
        xmp["xmpMM:RenditionClass"], xmp["xmpMM:VersionID"] = "default", "1"
        if "xmp:ModifyDate" in xmp:
            xmp["xmp:MetadataDate"] = xmp["xmp:ModifyDate"]


def state_intent(pdf: pikepdf.Pdf, profile: Profile) -> None:
    """The press that the inks are meant for (ISO 32000-1, 14.11.5); a printing condition of the ICC's registry by
    its name there.
    """
    condition = profile.condition
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFX,
        OutputConditionIdentifier=pikepdf.String(condition or "Custom"),
        OutputCondition=pikepdf.String(profile.name),
        Info=pikepdf.String(profile.name),
        DestOutputProfile=pdf.make_stream(profile.data, N=4),
    )
    if condition:
        intent.RegistryName = pikepdf.String(REGISTRY)
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])
