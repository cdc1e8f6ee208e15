"""T0x: the text is locked; what the records say, put together, is the source."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Iterator

from macros.check.rules.order import in_order
from macros.check.rules.rule import Rule
from macros.knowledge import Library
from macros.knowledge.assembly import SegmentKind, TextSegment, assemble, first_difference, text_of
from macros.model import Document
from macros.text.diagnostics import Diagnostic
from macros.text.location import Location

# How many characters must agree again, and within how many, for a difference to be an omission.
_ANCHOR = 8
_REACH = 400


def text_differs(library: Library) -> Iterator[Diagnostic]:
    """Titles, numbers and clauses, put together by the layout, equal the source exactly.

    The first character that differs is named on both sides, in the file that holds the record, down
    to the column where the value is written plainly on one line. Silent while the source itself is
    in doubt (T04) or the measures are not in order (T1x), since one fault would then show as two.
    """
    for document, segments in _trusted(library):
        text = text_of(segments)
        at = first_difference(text, document.text)
        if at is None or at >= len(text) or at >= len(document.text):
            continue
        where, before = _place(segments, text, document.text, at)
        yield Diagnostic(
            "T01",
            where,
            {
                **_named("written", text[at]),
                **_named("source", document.text[at]),
                **_point(document, at),
            },
            also=(*before, _in_source(document, at)),
        )


def text_ends_early(library: Library) -> Iterator[Diagnostic]:
    """The records hold the source to its last character; nothing of it is left out at the end."""
    for document, segments in _trusted(library):
        text = text_of(segments)
        if text != document.text and document.text.startswith(text):
            yield Diagnostic(
                "T02",
                document.place.at("layout", "closing"),
                {**_named("source", document.text[len(text)]), **_point(document, len(text))},
                also=(_in_source(document, len(text)),),
            )


def text_runs_on(library: Library) -> Iterator[Diagnostic]:
    """The records hold nothing behind the last character of the source."""
    for document, segments in _trusted(library):
        text = text_of(segments)
        end = len(document.text)
        if text != document.text and text.startswith(document.text):
            yield Diagnostic("T03", _owner(segments, end).at(end), _named("written", text[end]))


def source_hash_differs(library: Library) -> Iterator[Diagnostic]:
    """The source file has the SHA-256 that ``document.yml`` names, so nobody has altered either.

    Silent where the altered character can be named (T05).
    """
    for document in library.documents:
        if not _intact(document) and _alteration(document) is None:
            yield Diagnostic(
                "T04",
                document.place.at("source", "sha256"),
                {"file": document.source.file, "actual": _sha256(document)},
            )


def source_altered(library: Library) -> Iterator[Diagnostic]:
    """A source file whose SHA-256 is wrong says just what the records say.

    Where it does not, the file was altered after the records were made from it: the first character
    that differs is named, in the source file.
    """
    for document in library.documents:
        at = None if _intact(document) else _alteration(document)
        if at is None:
            continue
        segments = assemble(document)
        text = text_of(segments)
        where, _ = _place(segments, text, document.text, at)
        yield Diagnostic(
            "T05",
            _in_source(document, at),
            {
                **_named("source", document.text[at]),
                **_named("written", text[at]),
                "actual": _sha256(document),
            },
            also=(where, document.place.at("source", "sha256")),
        )


RULES = (
    Rule("T01", text_differs, whole=True),
    Rule("T02", text_ends_early, whole=True),
    Rule("T03", text_runs_on, whole=True),
    Rule("T04", source_hash_differs, whole=True),
    Rule("T05", source_altered, whole=True),
)


def _trusted(library: Library) -> Iterator[tuple[Document, tuple[TextSegment, ...]]]:
    """The documents whose source is not in doubt and whose measures are in order."""
    for document in library.documents:
        if _intact(document) and in_order(document):
            yield document, assemble(document)


def _sha256(document: Document) -> str:
    return hashlib.sha256(document.text.encode("utf-8")).hexdigest()


def _intact(document: Document) -> bool:
    return _sha256(document) == document.source.sha256


def _alteration(document: Document) -> int | None:
    """Where source and records first have different characters, if they can be compared."""
    if not in_order(document):
        return None
    text = text_of(assemble(document))
    at = first_difference(text, document.text)
    return at if at is not None and at < min(len(text), len(document.text)) else None


def _owner(segments: tuple[TextSegment, ...], at: int) -> TextSegment:
    return next(segment for segment in segments if segment.start <= at < segment.end)


def _place(
    segments: tuple[TextSegment, ...], text: str, source: str, at: int
) -> tuple[Location, tuple[Location, ...]]:
    """Where to look for the difference at ``at``, and other places that may be meant.

    If the text goes on behind an omission that falls between two values, the omission belongs to
    the end of the first.
    """
    here = _owner(segments, at)
    before = [s for s in segments if s.end <= at and s.kind is not SegmentKind.MARK]
    if at != here.start or not before or before[-1].end != at:
        return here.at(at), ()
    end_of_previous = before[-1].place.at_character(len(before[-1].text), *before[-1].path)
    resumes = source.find(text[at : at + _ANCHOR], at, at + _REACH) != -1
    return (end_of_previous, ()) if resumes else (here.at(at), (end_of_previous,))


def _point(document: Document, at: int) -> dict[str, str]:
    where = _in_source(document, at)
    return {"line": str(where.line), "column": str(where.column)}


def _in_source(document: Document, at: int) -> Location:
    """The place of a code point in the source file."""
    folder = posixpath.dirname(document.place.value.file)
    before = document.text[:at]
    line = before.count("\n") + 1
    column = at - (before.rfind("\n") + 1) + 1
    return Location(posixpath.join(folder, document.source.file), line, column)


def _named(name: str, character: str) -> dict[str, str]:
    """A character for a message: itself, or a picture of a blank or control, and its code point."""
    shown = character
    if character == " ":
        shown = "\N{OPEN BOX}"
    elif ord(character) < 0x20:
        shown = chr(0x2400 + ord(character))
    elif not character.isprintable():
        shown = "\N{REPLACEMENT CHARACTER}"
    return {name: shown, f"{name}_code": f"U+{ord(character):04X}"}
