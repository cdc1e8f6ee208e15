"""What can be found: the pages of the site, and the clauses and duties that stand on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from macros.knowledge import Library, addresses
from macros.knowledge.addresses import Address
from macros.knowledge.citations import Citations
from macros.knowledge.guides.catalogue import StudyGuide, catalogue, former
from macros.model import Document, Entry, EvidenceRecord, Measure, Mechanism, Named, Part, Term
from macros.pages.search.retired import retired
from macros.words.messages import all_codes


class Kind(StrEnum):
    """What a result is."""

    MEASURE = "measure"
    CLAUSE = "clause"
    DUTY = "duty"
    PART = "part"
    ROLE = "role"
    TERM = "term"
    MECHANISM = "mechanism"
    THEME = "theme"
    GUIDE = "guide"
    PAGE = "page"
    FORMER = "former"
    """What is retired, whatever it was."""


@dataclass(frozen=True, slots=True)
class Passage:
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

    kind: Kind
    id: str
    address: Address
    title: str
    names: tuple[str, ...] = ()
    text: str = ""
    number: int | None = None
    cited: str = ""
    sample: bool = False
    passages: tuple[Passage, ...] = ()

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
            yield ResultPage(Kind.PAGE, "", other.address, other.title, text=other.text)


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
    for role in library.roles:
        if role.retired is None:
            address = addresses.of_role(role)
            yield ResultPage(
                Kind.ROLE, role.id, address, role.label, role.aliases, text=role.identify
            )
    for mechanism in library.mechanisms:
        if mechanism.retired is None:
            yield _glossed(Kind.MECHANISM, mechanism, addresses.of_mechanism(mechanism))
    for term in library.terms:
        if term.retired is None:
            yield _glossed(Kind.TERM, term, addresses.of_term(term))
    for theme in library.themes:
        if theme.retired is None:
            address = addresses.of_theme(theme)
            yield ResultPage(Kind.THEME, theme.id, address, theme.label, text=theme.note)
    for record, address in retired(library):
        yield _former(record, address)


def _former(record: Entry | Part | Measure, address: Address) -> ResultPage:
    """A page that answers for what is retired, found by its names; its text is the reason.

    It bears no number and is cited as nothing: those may be another's by now.
    """
    title = record.label if isinstance(record, Entry) else record.title
    names = record.aliases if isinstance(record, Named) else ()
    return ResultPage(Kind.FORMER, record.id, address, title, names, text=record.retired or "")


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


def _passages(library: Library, citations: Citations, measure: Measure) -> Iterator[Passage]:
    for clause in measure.clauses:
        context = library.clause(clause.id)
        assert context is not None  # of the library itself
        number = measure.number, citations.number(clause)
        cited = citations.of(context)
        yield Passage(Kind.CLAUSE, clause.id, number, cited, text=clause.text)
        for duty in clause.duties:
            if duty.retired is None:
                records = [library.record(use.record) for use in duty.records]
                yield Passage(Kind.DUTY, duty.id, number, cited, duty.do, _labels(records))


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


def _glossed(kind: Kind, entry: Term | Mechanism, address: Address) -> ResultPage:
    text = entry.definition.text if entry.definition else ""
    return ResultPage(kind, entry.id, address, entry.label, entry.aliases, text=text)
