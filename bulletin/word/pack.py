"""Parts into one file whose bytes depend on nothing else: a fixed order, date and set of attributes."""

from __future__ import annotations

import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_FIRST = ("[Content_Types].xml", "_rels/.rels")  # where readers look first (ECMA-376 part 2, 7.3)
_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can hold


def pack(parts: Mapping[str, bytes]) -> bytes:
    """The package of these parts; pictures are stored as they are."""
    buffer = io.BytesIO()
    with ZipFile(buffer, "w") as archive:
        for part in sorted(parts, key=lambda part: (part not in _FIRST, part)):
            entry = ZipInfo(part, _DATE)
            entry.create_system = 0
            entry.compress_type = ZIP_STORED if part.endswith(".png") else ZIP_DEFLATED
            archive.writestr(entry, parts[part])
    return buffer.getvalue()
