"""The one page: everything that the site says of the data, with links that stay within it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from macros.exports.wording import timing
from macros.knowledge import Library, addresses
from macros.knowledge.relations import RelatedMeasures
from macros.model import Document, Part, Role
from macros.views import measure, mechanism, term
from macros.views.measure import MeasureView
from macros.views.mechanism import MechanismView
from macros.views.parts import duty
from macros.views.parts.card import RoleDuty
from macros.views.render import Renderer
from macros.views.term import TermView
from macros.words.files import say

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class WholeDocument:
    """A document with the measures of each of its parts."""

    document: Document
    parts: tuple[tuple[Part, tuple[MeasureView, ...]], ...]


@dataclass(frozen=True, slots=True)
class RoleDuties:
    """A role with its part in each of its duties, in the order of the text."""

    role: Role
    stakes: tuple[RoleDuty, ...]


@dataclass(frozen=True, slots=True)
class Pocket:
    """What stands on the page. Entries that are retired keep their place, as on the site.

    ``style`` is its style sheet.
    """

    version: str
    style: str
    documents: tuple[WholeDocument, ...]
    roles: tuple[RoleDuties, ...]
    mechanisms: tuple[MechanismView, ...]
    terms: tuple[TermView, ...]


def pocket_html(library: Library) -> bytes:
    """The page in UTF-8. Every id of the data is the anchor of its record."""
    renderer = Renderer(_FOLDER, library, say=say, timing=timing)
    page = renderer.render("pocket.html", view(library), addresses.POCKET.page, block="page")
    return f"{page}\n".encode()


def view(library: Library) -> Pocket:
    """The view of the page."""
    kin = RelatedMeasures(library)
    return Pocket(
        version=library.version,
        style=(_FOLDER / "pocket.css").read_text(encoding="utf-8"),
        documents=tuple(_document(library, kin, document) for document in library.documents),
        roles=tuple(_role(library, role) for role in library.roles),
        mechanisms=tuple(mechanism.view(library, one) for one in library.mechanisms),
        terms=tuple(term.view(library, one) for one in library.terms),
    )


def _document(library: Library, kin: RelatedMeasures, document: Document) -> WholeDocument:
    return WholeDocument(
        document,
        tuple(
            (
                part,
                tuple(
                    measure.view(library, kin, document, one)
                    for one in library.measures_of_part(part.id)
                ),
            )
            for part in document.parts
        ),
    )


def _role(library: Library, role: Role) -> RoleDuties:
    found = library.duties_of_role(role.id)
    return RoleDuties(role, tuple(RoleDuty(duty.view(library, one), who) for one, who in found))
