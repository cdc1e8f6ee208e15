"""The zip file that a Word file is: what of it may be read, counted before any of it is."""

from __future__ import annotations

import io
import re
import zipfile

from macros.importing.choices import RefusedError
from macros.text.diagnostics import Diagnostic
from macros.text.location import Location
from macros.words.catalogue import say

# Far more than a text of 4 MiB needs: its parts, the bytes of what is markup in them, and the signs
# that open a tag or give an attribute its value, each of which costs some hundred bytes once read.
_MOST_PARTS = 4_000
_MOST_MARKUP = 32 * 1024 * 1024
_MOST_SIGNS = 1_000_000
# The same, in the lists of what part belongs to what.
_MOST_LINKS = 100_000

_MEMBER = b"PK\x01\x02"
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_MARKUP = (".xml", ".rels")
_HEAD = 64
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_DECLARED = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']*)")
_ENCODINGS = (b"utf-8", b"utf-16")


def markup(raw: bytes, file: str) -> bytes:
    """The zip file ``raw`` with the contents of its markup alone; all else is there, and empty.

    What is markup is seen by the first bytes as well as by the name. Raises RefusedError: I20 if
    the bytes are no zip file, I26 if it holds more than any Word file does, one name twice, a
    document type, or markup in an encoding that Word does not write. Costs no more memory than
    the markup has bytes.
    """
    if raw.count(_MEMBER) > _MOST_PARTS:
        raise refusal(file, "parts")
    light = io.BytesIO()
    try:
        with (
            zipfile.ZipFile(io.BytesIO(raw)) as package,
            zipfile.ZipFile(light, "w", zipfile.ZIP_STORED) as written,
        ):
            for member, content in _parts(package, file):
                written.writestr(member, content)
    except RefusedError:
        raise
    except Exception as error:  # A broken package fails in whatever part is read first.
        raise RefusedError((Diagnostic("I20", Location(file)),)) from error
    return light.getvalue()


def refusal(file: str, why: str) -> RefusedError:
    """The one finding on a package that is a trap; ``why`` leads to the words."""
    return RefusedError((Diagnostic("I26", Location(file), {"why": say(f"import.trap.{why}")}),))


def _parts(package: zipfile.ZipFile, file: str) -> list[tuple[str, bytes]]:
    """Each part by its name, with its content if that is markup; raises as ``markup`` does."""
    members = package.infolist()
    names = [member.filename.replace("\\", "/").strip("/").casefold() for member in members]
    if len(set(names)) < len(names):
        raise refusal(file, "twice")
    if any(member.compress_type not in _METHODS for member in members):
        raise ValueError("packed in a way that Word cannot unpack")
    read = [member for member in members if _is_markup(package, member)]
    if sum(member.file_size for member in read) > _MOST_MARKUP:
        raise refusal(file, "bytes")
    contents = {member.filename: package.read(member) for member in read}
    signs = links = 0
    for name, content in contents.items():
        found = content.count(b"<") + content.count(b"=")
        signs += found
        links += found if name.lower().endswith(".rels") else 0
        if signs > _MOST_SIGNS or links > _MOST_LINKS:
            raise refusal(file, "tags")
        # Entities that it declares would be missing from the text; in UTF-16 zeros lie between.
        plain = content.replace(b"\0", b"")
        if b"<!DOCTYPE" in plain:
            raise refusal(file, "doctype")
        declared = _DECLARED.search(plain[: _HEAD * 4])
        if declared and declared[1].lower() not in _ENCODINGS:
            raise refusal(file, "encoding")
    return [(member.filename, contents.get(member.filename, b"")) for member in members]


def _is_markup(package: zipfile.ZipFile, member: zipfile.ZipInfo) -> bool:
    if member.filename.lower().endswith(_MARKUP):
        return True
    with package.open(member) as opened:
        head = opened.read(_HEAD)
    for mark in _MARKS:
        head = head.removeprefix(mark)
    return head.replace(b"\0", b"").lstrip().startswith(b"<")
