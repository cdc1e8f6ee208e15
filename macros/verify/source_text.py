"""Whether the document page holds the whole source, every character of it, in its order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from macros.knowledge import addresses
from macros.model import Document
from macros.text.diagnostics import Diagnostic
from macros.verify.difference import at, character, difference
from macros.verify.page import BuiltPage, Shown


@dataclass(frozen=True, slots=True)
class Accounted:
    """How the characters of a document's source stand on its page.

    ``shown`` are titles and clauses, ``layout`` the numbers, marks and blanks between them.
    """

    document: str
    shown: int
    layout: int
    total: int


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A title, a clause or (with no id) anything else of the source that is no mere layout."""

    id: str
    start: int
    text: str


def account(
    document: Document, pages: Mapping[str, BuiltPage]
) -> tuple[Accounted, tuple[Diagnostic, ...]]:
    """Walk the source along what the document page shows as its continuous text.

    V05 a stretch of the source that is not there; V22 a title or clause that is there twice, or not
    where it belongs. Text that is there and differs is not counted as shown; ``texts`` names it.
    """
    page = pages.get(addresses.of_document(document).page)
    if page is None:
        return Accounted(document.id, 0, 0, len(document.text)), ()
    stretches = tuple(_stretches(document))
    running = [s for r in page.running if r.document == document.id for s in r.shown]
    matcher = SequenceMatcher(None, [s.id for s in stretches], [s.id for s in running], False)
    absent: list[_Stretch] = []
    displaced: list[Shown] = []
    accounted = 0
    for kind, i, j, m, n in matcher.get_opcodes():
        if kind == "equal":
            pairs = zip(stretches[i:j], running[m:n], strict=True)
            accounted += sum(len(s.text) for s, shown in pairs if s.text == shown.text)
        else:
            absent += stretches[i:j]
            displaced += running[m:n]
    elsewhere = {shown.id for shown in displaced}
    layout = len(document.text) - sum(len(stretch.text) for stretch in stretches)
    known = {stretch.id for stretch in stretches}
    return Accounted(document.id, accounted, layout, len(document.text)), (
        *(_left_out(document, page, s) for s in absent if s.id not in elsewhere),
        *(at("V22", page.path, s.line, id=s.id) for s in displaced if s.id in known),
        *_between(document, page),
    )


def _stretches(document: Document) -> Iterator[_Stretch]:
    """The source from its first to its last character, without the layout's own."""
    marks = _layout_marks(document)
    end = 0
    for id_, text in _in_order(document):
        start = document.text.find(text, end)
        if start < 0:
            continue
        yield from _unnamed(document, end, start, marks)
        yield _Stretch(id_, start, text)
        end = start + len(text)
    yield from _unnamed(document, end, len(document.text), marks)


def _unnamed(document: Document, start: int, end: int, marks: set[str]) -> Iterator[_Stretch]:
    first = next((n for n in range(start, end) if document.text[n] not in marks), end)
    if first < end:
        yield _Stretch("", first, document.text[first:end])


def _in_order(document: Document) -> Iterator[tuple[str, str]]:
    """Titles and clauses as a reader of the document meets them."""
    for part in document.parts:
        if "{title}" in _line(document.layout.part, part.layout):
            yield part.id, part.title
        for measure in document.measures:
            if measure.part == part.id:
                if "{title}" in _line(document.layout.measure, measure.layout):
                    yield measure.id, measure.title
                for clause in measure.clauses:
                    yield clause.id, clause.text


def _between(document: Document, page: BuiltPage) -> Iterator[Diagnostic]:
    """V23: the words between titles and clauses that are not those of the source, or lack."""
    expected = "".join(_apart(document))
    between = "".join(r.between for r in page.running if r.document == document.id)
    words, expected = ("".join(filter(str.isalnum, text)) for text in (between, expected))
    if differs := difference(words, expected):
        yield at("V23", page.path, 0, id=document.id, **differs)


def _apart(document: Document) -> Iterator[str]:
    """All of the source that is no title and no clause, in its order."""
    layout = document.layout
    yield layout.opening
    for part in document.parts:
        yield part.before
        yield _emptied(_line(layout.part, part.layout)).replace("{numeral}", part.numeral)
        for measure in document.measures:
            if measure.part == part.id:
                yield measure.before
                line = _emptied(_line(layout.measure, measure.layout))
                printed = measure.numeral or str(measure.number)
                yield line.replace("{number}", str(measure.number)).replace("{numeral}", printed)
                yield from (clause.before for clause in measure.clauses)
    yield layout.closing


def _line(usual: str, own: str | None) -> str:
    return usual if own is None else own


def _emptied(line: str) -> str:
    return line.replace("{title}", "").replace("{clauses}", "")


def _layout_marks(document: Document) -> set[str]:
    """The characters that may stand between titles and clauses; V23 holds their words together."""
    return set("".join(_apart(document)))


def _left_out(document: Document, page: BuiltPage, stretch: _Stretch) -> Diagnostic:
    before = document.text[: stretch.start]
    return at(
        "V05",
        page.path,
        0,
        source=document.source.file,
        line=str(before.count("\n") + 1),
        column=str(stretch.start - before.rfind("\n")),
        character=character(stretch.text[:1]),
        count=str(len(stretch.text)),
    )
