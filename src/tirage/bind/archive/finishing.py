"""What makes a galley one for the archive: screen colours defined, sources attached (ISO 19005-3, 6.2.3 and 6.8)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from tirage.bind import icc
from tirage.bind.archive.sources import Attachment, Relation
from tirage.bind.links import name_tree
from tirage.errors import TypesetError

_KINDS: dict[Relation, str] = {"Source": "Source", "Alternative": "Full text in JATS"}
"""How attached files are described."""


def finish_archive(pdf: Pdf, attachments: Sequence[Attachment], moment: datetime) -> None:
    """Give `pdf` its output intent, sRGB, and attach `attachments`, dated `moment`; pictures are not smoothed.

    Raises TypesetError when a file cannot be read.
    """
    del pdf.Root.OpenAction  # every program opens a file at its first page
    _write_intent(pdf)
    for thing in pdf.objects:
        if (
            isinstance(thing, Stream)
            and thing.get("/Subtype") == "/Image"
            and "/Interpolate" in thing
        ):
            del thing.Interpolate
    if attachments:
        files = [(one.name, _attached(pdf, one, moment)) for one in attachments]
        pdf.Root.Names.EmbeddedFiles = pdf.make_indirect(name_tree(files))
        pdf.Root.AF = Array([file for _, file in files])


def _write_intent(pdf: Pdf) -> None:
    profile = Stream(pdf, icc.srgb(), N=3)
    entry = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB IEC61966-2.1"),
        Info=String("sRGB IEC61966-2.1"),
        RegistryName=String("http://www.color.org"),
        DestOutputProfile=pdf.make_indirect(profile),
    )
    pdf.Root.OutputIntents = Array([pdf.make_indirect(entry)])


def _attached(pdf: Pdf, attachment: Attachment, moment: datetime) -> Object:
    """The file specification of an associated file (ISO 19005-3, annex E)."""
    try:
        content = attachment.path.read_bytes()
    except OSError as error:
        raise TypesetError(
            f"{attachment.name} cannot be read for the archive: {error.strerror}."
        ) from error
    date = String(moment.strftime("D:%Y%m%d%H%M%SZ"))
    stream = Stream(pdf, content, Type=Name.EmbeddedFile, Subtype=Name(f"/{attachment.media_type}"))
    stream.Params = Dictionary(Size=len(content), ModDate=date, CreationDate=date)
    embedded = pdf.make_indirect(stream)
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Filespec,
            F=String(attachment.name),
            UF=String(attachment.name),
            Desc=String(f"{_KINDS[attachment.relation]}: {attachment.name}"),
            AFRelationship=Name(f"/{attachment.relation}"),
            EF=Dictionary(F=embedded, UF=embedded),
        )
    )
