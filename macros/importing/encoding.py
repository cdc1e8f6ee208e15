"""A text file of another system as the plain text that it shows."""

from __future__ import annotations

import codecs

_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}


def converted(raw: bytes) -> str | None:
    """The text of ``raw`` with plain line ends and blanks for tabs; None if nobody can read it.

    Read as what its byte order mark says, else as UTF-8, else as GB 18030, of which GBK is a part.
    """
    for mark, encoding in _MARKS.items():
        if raw.startswith(mark):
            return _plain(raw.removeprefix(mark), encoding)
    text = _plain(raw, "utf-8")
    return _plain(raw, "gb18030") if text is None else text


def _plain(raw: bytes, encoding: str) -> str | None:
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
