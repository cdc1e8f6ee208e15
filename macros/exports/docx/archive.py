"""The bytes of an office file: the same for the same contents, wherever they are made."""

from __future__ import annotations

import zipfile
from io import BytesIO

# The earliest date that the format can hold: no clock is read.
_DATE = (1980, 1, 1, 0, 0, 0)
_UNIX = 3


def settled(content: bytes) -> bytes:
    """The archive again, its members in the same order, without dates or a system's marks."""
    out = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(content)) as given,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as made,
    ):
        for name in given.namelist():
            member = zipfile.ZipInfo(name, _DATE)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = _UNIX
            member.external_attr = 0o644 << 16
            made.writestr(member, given.read(name))
    return out.getvalue()
