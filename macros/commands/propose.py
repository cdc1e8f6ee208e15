"""What the clauses of a document name already, as notices; and how good such proposals are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from macros.commands.errors import MisuseError
from macros.data.project import Project
from macros.importing import proposals
from macros.importing.proposals.score import Score, scores
from macros.knowledge import Library
from macros.model import Document
from macros.text.diagnostics import Diagnostic
from macros.text.suggest import nearest


@dataclass(frozen=True, slots=True)
class Proposed:
    """The notices on a document and its files; ``scores`` hold them against its duties."""

    notices: tuple[Diagnostic, ...]
    sources: Mapping[str, str]
    scores: tuple[Score, ...]


def propose(project: Project, id_: str) -> Proposed:
    """Proposals for the clauses of a document that lack duties.

    Raises MisuseError for an unknown document.
    """
    loaded = project.loaded
    document = _document(loaded.library, id_)
    return Proposed(
        tuple(proposals.propose(loaded.library, document)),
        loaded.sources,
        scores(loaded.library, document),
    )


def _document(library: Library, id_: str) -> Document:
    for document in library.documents:
        if document.id == id_:
            return document
    known = (document.id for document in library.documents)
    raise MisuseError("propose.no-document", nearest(id_, known), id=id_)
