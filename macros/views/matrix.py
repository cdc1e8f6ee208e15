"""The matrix page: every measure crossed with every role, and two pictures of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from macros.knowledge import Library, addresses
from macros.model import Document
from macros.views.matrix_table import MatrixTable, table
from macros.views.offers import Offer, Use, beside
from macros.views.page import Page
from macros.views.parts import choices
from macros.views.parts.choices import RoleChoice
from macros.views.pictures import kinship, spread
from macros.views.pictures.kinship import KinshipPicture
from macros.views.pictures.spread import SpreadPicture


@dataclass(frozen=True, slots=True)
class MatrixView:
    """What stands on the matrix page: the table, its filters and files, and the two pictures."""

    table: MatrixTable
    documents: tuple[Document, ...]
    duties: int
    roles: tuple[RoleChoice, ...]
    kinship: KinshipPicture
    spread: SpreadPicture
    files: tuple[Offer, ...]


def view(library: Library) -> MatrixView:
    """The view of the matrix page."""
    return MatrixView(
        table(library),
        choices.documents(library),
        len(library.duties),
        choices.roles(library),
        kinship.picture(library),
        spread.picture(library),
        beside(library, Use.WORKBOOK, Use.MATRIX),
    )


def pages(library: Library) -> Iterator[Page]:
    """The one matrix page."""
    yield Page(addresses.MATRIX, "matrix.html", partial(view, library), wide=True)
