"""Where each record stands in the site: the one place that knows URLs."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from functools import cache

from macros.knowledge import ClauseInContext, DutyInContext, EntryInContext
from macros.model import Document, Entry, Measure, Part, Role
from macros.model.kinds import Kind, kind_of


@dataclass(frozen=True, slots=True)
class Address:
    """A page of the site, as a path from its root with ``.html``, and an anchor on it or ""."""

    page: str
    anchor: str = ""

    def __str__(self) -> str:
        """The address from the site's root: ``cn24/m18.html#m18c2``."""
        return f"{self.page}#{self.anchor}" if self.anchor else self.page

    def seen_from(self, page: str) -> str:
        """The relative reference from ``page``, right over http and from a folder alike."""
        if page == self.page and self.anchor:
            return f"#{self.anchor}"
        path = _relative(self.page, posixpath.dirname(page))
        return f"{path}#{self.anchor}" if self.anchor else path


@cache
def _relative(page: str, folder: str) -> str:
    return posixpath.relpath(page, folder or ".")


HOME = Address("index.html")
MATRIX = Address("matrix.html")
KINSHIP = Address("matrix.html", "kinship")
LEDGER = Address("ledger.html")
CALENDAR = Address("calendar.html")
ROLES = Address("roles.html")
MECHANISMS = Address("mechanisms.html")
TERMS = Address("terms.html")
THEMES = Address("themes.html")
STUDY = Address("study.html")
CARDS = Address("study/cards.html")
DOWNLOADS = Address("downloads.html")
CHANGES = Address("changes.html")
ABOUT = Address("about.html")
HANDBOOK = Address("editing/index.html")
FIELDS = Address("editing/fields.html")
DIAGNOSTICS = Address("editing/diagnostics.html")
COVERAGE = Address("editing/coverage.html")
FLASHCARDS = Address("downloads/clausebook-cards.apkg")
DUTIES_ICS = Address("downloads/clausebook-duties.ics")
POCKET = Address("downloads/clausebook.html")
LIBRARY_JSON = Address("data/library.json")
SEARCH_INDEX = Address("assets/clausebook/search/search-index.js")
SCHEMA_JSON = Address("data/library.schema.json")


def of(found: EntryInContext) -> Address | None:
    """Where an entry of any kind stands: its page, or its place on that of what it is in.

    None for what stands on no page, such as a kind of evidence.
    """
    at = next((one for one in (found, *reversed(found.above)) if one.kind.row.page), None)
    if at is None:
        return None
    address = _page(at.kind, at.id, next((one.id for one in at.above), ""))
    return address if at is found else Address(address.page, found.id)


def _page(kind: Kind, id_: str, document: str = "") -> Address:
    """The page of an entry of a kind that has pages; what stands in a document needs its id."""
    page, _, anchor = kind.row.page.format(id=id_, document=document).partition("#")
    return Address(page, anchor)


def of_document(document: Document) -> Address:
    """The continuous text of a document."""
    return _page(Kind.DOCUMENT, document.id)


def of_source(document: Document) -> Address:
    """The document's text of record, for download."""
    return Address(f"data/{document.id}.txt")


def of_workbook(document: Document) -> Address:
    """The document's tables as one workbook."""
    return Address(f"downloads/clausebook-{document.id}.xlsx")


def of_matrix_csv(document: Document) -> Address:
    """The document's matrix as CSV."""
    return Address(f"downloads/clausebook-{document.id}-matrix.csv")


def of_ledger_csv(document: Document) -> Address:
    """The document's ledger as CSV."""
    return Address(f"downloads/clausebook-{document.id}-ledger.csv")


def of_document_docx(document: Document) -> Address:
    """The document's whole text as a Word file."""
    return Address(f"downloads/clausebook-{document.id}.docx")


def of_document_pdf(document: Document) -> Address:
    """The document's whole text as a PDF."""
    return Address(f"downloads/clausebook-{document.id}.pdf")


def of_card_docx(role: Role) -> Address:
    """A role's duty card as a Word file."""
    return Address(f"downloads/clausebook-card-{role.id}.docx")


def of_card_pdf(role: Role) -> Address:
    """A role's duty card as a PDF."""
    return Address(f"downloads/clausebook-card-{role.id}.pdf")


def of_guide_docx(guide_id: str) -> Address:
    """A study guide as a Word file."""
    return Address(f"downloads/clausebook-guide-{guide_id}.docx")


def of_guide_pdf(guide_id: str) -> Address:
    """A study guide as a PDF."""
    return Address(f"downloads/clausebook-guide-{guide_id}.pdf")


def of_part(document: Document, part: Part) -> Address:
    """A part's page."""
    return _page(Kind.PART, part.id, document.id)


def of_measure(document: Document, measure: Measure) -> Address:
    """A measure's page."""
    return _page(Kind.MEASURE, measure.id, document.id)


def of_clause(context: ClauseInContext | DutyInContext) -> Address:
    """A clause on its measure's page."""
    page = of_measure(context.document, context.measure).page
    return Address(page, context.clause.id)


def of_duty(context: DutyInContext) -> Address:
    """A duty on its measure's page."""
    return Address(of_measure(context.document, context.measure).page, context.duty.id)


def of_entry(entry: Entry) -> Address:
    """The page of an entry of a registry, or of an authored guide; ValueError if it has none."""
    kind = kind_of(entry)
    if kind is None or not kind.row.page:
        raise ValueError(entry.id)
    return _page(kind, entry.id)


def of_guide(guide_id: str) -> Address:
    """A study guide, authored or generated."""
    return _page(Kind.GUIDE, guide_id)


def of_diagnostic(code: str) -> Address:
    """The page of a finding's code."""
    return Address(f"editing/diagnostics/{code.lower()}.html")


def of_meetings(guide_id: str) -> Address:
    """The meetings of a study guide as a calendar."""
    return Address(f"downloads/clausebook-guide-{guide_id}.ics")
