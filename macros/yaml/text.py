"""The bytes of a file as text, with everything about bytes and characters that is refused."""

from __future__ import annotations

from dataclasses import dataclass

from macros.text.diagnostics import Diagnostic, limited
from macros.text.location import Location
from macros.yaml.characters import scan, without_unseen

MOST_BYTES = 4 * 1024 * 1024
"""The largest file that is read."""


@dataclass(frozen=True, slots=True)
class Text:
    """A file's text.

    ``text`` is for showing lines even if the file is ``broken``, which says that it must not be
    read further; ``hazards`` are the code-point offsets of the characters found fault with.
    """

    text: str
    findings: tuple[Diagnostic, ...] = ()
    hazards: tuple[int, ...] = ()
    broken: bool = False


def decode(raw: bytes, file: str, *, of_record: bool = False) -> Text:
    """The text of ``raw``, the content of the file shown as ``file``; ``of_record``: a source."""
    if len(raw) > MOST_BYTES:
        params = {"most": f"{MOST_BYTES // 1024 // 1024} MiB"}
        return Text("", (Diagnostic("Y15", Location(file), params),), broken=True)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        finding = Diagnostic("Y01", *_undecoded(raw, error.start, file))
        return Text(raw.decode("utf-8", "replace"), (finding,), broken=True)
    return check_source(text, file) if of_record else check(text, file)


def check_source(text: str, file: str) -> Text:
    """A text of record with what is wrong with it.

    Odd blanks and tabs are its layout and kept. Invisible characters are kept on lines that hold no
    words: there they separate nothing that a reader searches for.
    """
    found = scan(without_unseen(text), file)
    return Text(text, limited(found.findings), found.offsets, found.broken)


def check(text: str, file: str) -> Text:
    """``text`` with what is wrong with its characters."""
    found = scan(text, file)
    return Text(text, limited(found.findings), found.offsets, found.broken)


def _undecoded(raw: bytes, offset: int, file: str) -> tuple[Location, dict[str, str]]:
    """Where the first byte that is not UTF-8 stands, and what stands there."""
    line_start = raw.rfind(b"\n", 0, offset) + 1
    column = len(raw[line_start:offset].decode("utf-8")) + 1
    location = Location(file, raw.count(b"\n", 0, offset) + 1, column)
    found = " ".join(f"0x{byte:02X}" for byte in raw[offset : offset + 2])
    return location, {"bytes": found, "offset": str(offset)}
