"""What can be found: the pages of the site, and the clauses and duties that stand on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.knowledge import EntryInContext, Library, addresses
from macros.knowledge.addresses import Address
from macros.knowledge.citations import Citations
from macros.knowledge.guides.catalogue import StudyGuide, catalogue, former
from macros.model import Definition, Document, Entry, EvidenceRecord, Measure, Named, Part, Record
from macros.model.kinds import Kind, name_of
from macros.words.messages import all_codes

PAGE = "page"
"""What a result is that shows no single entry."""
FORMER = "former"
"""What a result is that is retired, whatever it was."""


@dataclass(frozen=True, slots=True)
class SearchTarget:
    """A clause or a duty that can be landed on.

    ``title`` and ``text`` are searched and shown; ``number`` is the measure's number and that of
    its sentence or paragraph; ``cited`` is how readers call it.
    """

    kind: Kind
    id: str
    number: tuple[int, int]
    cited: str
    title: str = ""
    text: str = ""

    @property
    def searched(self) -> tuple[str, ...]:
        """The texts it is found by."""
        return (self.title, self.text)


@dataclass(frozen=True, slots=True)
class ResultPage:
    """A page that can be found: by its title, its other names, its text, and its passages.

    ``number`` is that of a measure or part, or None, and ``cited`` how readers call it, or "";
    ``id`` is its record's, or "". ``sample`` tells that it belongs to an invented text.
    """

    kind: str
    id: str
    address: Address
    title: str
    names: tuple[str, ...] = ()
    text: str = ""
    number: int | None = None
    cited: str = ""
    sample: bool = False
    passages: tuple[SearchTarget, ...] = ()

    @property
    def searched(self) -> tuple[str, ...]:
        """The texts it is found by, without those of its passages."""
        return (self.title, *self.names, self.text)


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """A page that shows no single record: its title, and its headings as text."""

    address: Address
    title: str
    text: str = ""


def result_pages(library: Library, others: Iterable[WrittenPage]) -> Iterator[ResultPage]:
    """All that can be found by words, in stable order.

    ``others`` that show a record are left out, and so are those of a finding's code, as whoever
    wants one names it, and those of a guide that went with what it was generated for.
    """
    known = {*codes().values(), *(addresses.of_guide(id_).page for id_, _ in former(library))}
    for page in _of_records(library):
        known.add(page.address.page)
        yield page
    guides = {addresses.of_guide(guide.id): guide for guide in catalogue(library)}
    for other in sorted(others, key=lambda o: o.address.page):
        if guide := guides.get(other.address):
            yield ResultPage(Kind.GUIDE, "", other.address, other.title, text=_served(guide))
        elif other.address.page not in known:
            yield ResultPage(PAGE, "", other.address, other.title, text=other.text)


def codes() -> dict[str, str]:
    """The page of each finding's code, by the code in small letters."""
    return {code.lower(): addresses.of_diagnostic(code).page for code in sorted(all_codes())}


def _of_records(library: Library) -> Iterator[ResultPage]:
    citations = Citations(library)
    for document in library.documents:
        for measure in document.measures:
            yield _measure(library, citations, document, measure)
        for part in document.parts:
            yield _part(citations, document, part)
    paged = [
        (found, address)
        for found in library.entries
        if found.kind.row.page and (address := addresses.of(found))
    ]
    for found, address in paged:
        entry = found.record
        if found.kind.registered and isinstance(entry, Entry) and entry.retired is None:
            yield _entry(found.kind, entry, address)
    for found, address in paged:
        if getattr(found.record, "retired", None) is not None:
            yield _former(found, address)


def _entry(kind: Kind, entry: Entry, address: Address) -> ResultPage:
    """The page of an entry of a registry; its text is the field that tells what it is."""
    about = getattr(entry, kind.row.about)
    text = about.text if isinstance(about, Definition) else about or ""
    return ResultPage(kind, entry.id, address, entry.label, _aliases(entry), text=text)


def _former(found: EntryInContext, address: Address) -> ResultPage:
    """A page that answers for what is retired, found by its names; its text is the reason.

    It bears no number and is cited as nothing: those may be another's by now.
    """
    reason = getattr(found.record, "retired", "")
    names = _aliases(found.record)
    return ResultPage(FORMER, found.id, address, name_of(found.record), names, text=reason)


def _aliases(record: Record) -> tuple[str, ...]:
    return record.aliases if isinstance(record, Named) else ()


def _measure(
    library: Library, citations: Citations, document: Document, measure: Measure
) -> ResultPage:
    return ResultPage(
        Kind.MEASURE,
        measure.id,
        addresses.of_measure(document, measure),
        measure.title,
        number=measure.number,
        cited=citations.of(measure),
        sample=document.sample,
        passages=tuple(_passages(library, citations, measure)),
    )


def _passages(library: Library, citations: Citations, measure: Measure) -> Iterator[SearchTarget]:
    for clause in measure.clauses:
        context = library.clause(clause.id)
        assert context is not None  # of the library itself
        number = measure.number, citations.number(clause)
        cited = citations.of(context)
        yield SearchTarget(Kind.CLAUSE, clause.id, number, cited, text=clause.text)
        for duty in clause.duties:
            if duty.retired is None:
                records = [library.record(use.record) for use in duty.records]
                yield SearchTarget(Kind.DUTY, duty.id, number, cited, duty.do, _labels(records))


def _labels(records: Iterable[EvidenceRecord | None]) -> str:
    return " ".join(record.label for record in records if record is not None)


def _part(citations: Citations, document: Document, part: Part) -> ResultPage:
    return ResultPage(
        Kind.PART,
        part.id,
        addresses.of_part(document, part),
        part.title,
        (part.short,),
        number=part.number,
        cited=citations.of(part),
        sample=document.sample,
    )


def _served(guide: StudyGuide) -> str:
    aim = [guide.authored.aim] if guide.authored else []
    return " ".join([*aim, *(role.label for role in guide.audience)])
