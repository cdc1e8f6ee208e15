"""Whether every record has its page, and every page all that it owes, where readers see it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros import addresses
from macros.addresses import Address
from macros.diagnostics import Diagnostic
from macros.library import DutyInContext, Library
from macros.messages import all_codes
from macros.model import Entry
from macros.verify.finding import at, missing
from macros.verify.reading import BuiltPage
from macros.verify.tree import Tree

_FIXED = (
    addresses.HOME,
    addresses.MATRIX,
    addresses.LEDGER,
    addresses.CALENDAR,
    addresses.ROLES,
    addresses.MECHANISMS,
    addresses.TERMS,
    addresses.THEMES,
    addresses.STUDY,
    addresses.CARDS,
    addresses.DOWNLOADS,
    addresses.CHANGES,
    addresses.ABOUT,
    addresses.HANDBOOK,
    addresses.FIELDS,
    addresses.DIAGNOSTICS,
    addresses.COVERAGE,
    addresses.LIBRARY_JSON,
    addresses.SCHEMA_JSON,
    addresses.SEARCH_INDEX,
)


@dataclass(frozen=True, slots=True)
class Owed:
    """What one page owes: its name in its heading, and records by the attribute that shows them.

    ``anchored`` are records that must carry their id as an anchor; ``told`` are duties that must be
    said and quoted there. ``defined`` is the entry whose definition stands there, if it has one.
    """

    address: Address
    name: str = ""
    clauses: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    duties: tuple[str, ...] = ()
    anchored: tuple[str, ...] = ()
    told: tuple[DutyInContext, ...] = ()
    defined: str = ""


def presence(library: Library, tree: Tree) -> Iterator[Diagnostic]:
    """V09 a page that is missing, V06 and V15 what is missing or hidden on it, V16 a wrong heading.

    V06 as well for a duty that no guide reads; V07 a page or a duty that no data holds.
    """
    owed = tuple(owing(library))
    for page in owed:
        if page.address.page not in tree.files:
            yield at("V09", page.address.page, 0)
        elif (built := tree.pages.get(page.address.page)) is not None:
            yield from _pays(built, page)
    yield from _unstudied(library, tree)
    yield from _strangers(library, tree, {page.address.page for page in owed})


def owing(library: Library) -> Iterator[Owed]:
    """Every page and file that the data demands, with what it owes."""
    duties = _ids(library.duties)
    for address in (*_FIXED, *map(addresses.of_diagnostic, all_codes())):
        whole = address in (addresses.LEDGER, addresses.CALENDAR)
        yield Owed(
            address,
            titles=tuple(m.id for m in library.measures) if address == addresses.HOME else (),
            duties=duties if whole else (),
            told=library.duties if address == addresses.LEDGER else (),
        )
    for document in library.documents:
        name = document.facts.title.value or document.short_title
        yield Owed(addresses.of_document(document), name)
        yield Owed(addresses.of_source(document))
        for part in document.parts:
            measures = library.measures_of_part(part.id)
            titles = (part.id, *(measure.id for measure in measures))
            yield Owed(addresses.of_part(document, part), part.title, titles=titles)
        for part in document.former_parts:
            yield Owed(addresses.of_part(document, part), part.title)
    yield _pocket(library)
    yield from _measures(library)
    yield from _former(library)
    yield from _entries(library)


def _pocket(library: Library) -> Owed:
    """The page that is carried about alone holds everything."""
    parts = (part.id for document in library.documents for part in document.parts)
    return Owed(
        addresses.POCKET,
        clauses=tuple(found.clause.id for found in library.clauses),
        titles=(*parts, *(measure.id for measure in library.measures)),
        duties=_ids(library.duties),
        told=library.duties,
    )


def _measures(library: Library) -> Iterator[Owed]:
    for document in library.documents:
        for measure in document.measures:
            clauses = tuple(clause.id for clause in measure.clauses)
            found = library.duties_of_measure(measure.id)
            yield Owed(
                addresses.of_measure(document, measure),
                measure.title,
                clauses=clauses,
                titles=(measure.id,),
                duties=_ids(found),
                told=found,
            )


def _former(library: Library) -> Iterator[Owed]:
    """What is retired: at its old address, every id within it an anchor."""
    for document in library.documents:
        for measure in document.every_measure:
            clauses = measure.every_clause
            anchored = (
                *(clause.id for clause in clauses),
                *(duty.id for clause in clauses for duty in clause.duties),
                *(question.id for question in measure.every_question),
            )
            yield Owed(addresses.of_measure(document, measure), measure.title, anchored=anchored)
    for guide in library.guides:
        questions = guide.every_question
        asked = tuple(question.id for question in questions)
        yield Owed(addresses.of_guide(guide.id), guide.label, anchored=asked)


def _entries(library: Library) -> Iterator[Owed]:
    for role in library.roles:
        found = tuple(duty for duty, _ in library.duties_of_role(role.id))
        yield Owed(addresses.of_role(role), role.label, duties=_ids(found), told=found)
    for mechanism in library.mechanisms:
        yield Owed(
            addresses.of_mechanism(mechanism),
            mechanism.label,
            clauses=_naming(library, mechanism),
            duties=_ids(library.duties_of_mechanism(mechanism.id)),
            defined=mechanism.id if mechanism.definition else "",
        )
    for term in library.terms:
        yield Owed(
            addresses.of_term(term),
            term.label,
            clauses=_naming(library, term),
            defined=term.id if term.definition else "",
        )
    for theme in library.themes:
        titles = tuple(measure.id for measure in library.measures_of_theme(theme.id))
        yield Owed(addresses.of_theme(theme), theme.label, titles=titles)


def _unstudied(library: Library, tree: Tree) -> Iterator[Diagnostic]:
    """Every duty stands, where readers see it, on the page of one study guide at least."""
    folder = addresses.STUDY.page.removesuffix(".html") + "/"
    studied = {
        shown.id
        for path, page in tree.pages.items()
        if path.startswith(folder) and path != addresses.CARDS.page
        for shown in page.duties
        if shown.seen
    }
    for found in library.duties if addresses.STUDY.page in tree.pages else ():
        if found.duty.id not in studied:
            yield missing(addresses.STUDY.page, found.duty.id)


def _naming(library: Library, entry: Entry) -> tuple[str, ...]:
    """The clauses that name an entry."""
    named = (mention.context.clause.id for mention in library.mentions(entry.id))
    return tuple(dict.fromkeys(named))


def _ids(found: Iterable[DutyInContext]) -> tuple[str, ...]:
    return tuple(duty.duty.id for duty in found)


def _pays(page: BuiltPage, owed: Owed) -> Iterator[Diagnostic]:
    if owed.name and not (owed.name in page.title and any(owed.name in h for h in page.heads)):
        yield at("V16", page.path, 0, expected=owed.name)
    for ids, shown in (
        (owed.clauses, page.clauses),
        (owed.titles, page.titles),
        (owed.duties, page.duties),
    ):
        there = {s.id for s in shown}
        seen = {s.id for s in shown if s.seen}
        for id_ in ids:
            if id_ not in there:
                yield missing(page.path, id_)
            elif id_ not in seen:
                yield at("V15", page.path, 0, id=id_)
    for id_ in owed.anchored:
        if id_ not in page.anchors:
            yield missing(page.path, f"#{id_}")
    if owed.defined and owed.defined not in {shown.id for shown in page.definitions}:
        yield missing(page.path, owed.defined)
    words = {(quote.id, quote.text) for quote in page.quotes if quote.seen}
    for found in owed.told:
        duty = found.duty
        if (found.clause.id, duty.quote) not in words:
            yield missing(page.path, f"{duty.id}: {duty.quote}")
        if not any(shown.id == duty.id and duty.do in shown.text for shown in page.duties):
            yield missing(page.path, f"{duty.id}: {duty.do}")


def _strangers(library: Library, tree: Tree, owed: set[str]) -> Iterator[Diagnostic]:
    """Pages in a folder of records for which there is no record, and duties that there are not."""
    folders = {"roles", "mechanisms", "terms", "themes", *(d.id for d in library.documents)}
    for path in tree.pages:
        if path.split("/")[0] in folders and "/" in path and path not in owed:
            yield at("V07", path, 0, id=path)
    known = {duty.id for measure in library.measures for duty in measure.duties}
    for page in tree.pages.values():
        for shown in page.duties:
            if shown.id not in known:
                yield at("V07", page.path, shown.line, id=shown.id)
