"""One full page of every kind the site has, by a readable name, none of them extremely long."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from macros.model import Mechanism, Term
from macros.views import pages
from tests.libraries import real

_LIBRARY = real()
_DOCUMENT = _LIBRARY.documents[0]
_LONGEST = max(_LIBRARY.measures, key=lambda m: (len(_LIBRARY.duties_of_measure(m.id)), m.id))


def _first(entries: tuple[Mechanism, ...] | tuple[Term, ...], *, defined: bool) -> str:
    return next(entry.id for entry in entries if bool(entry.definition) is defined)


def _of_each_template() -> dict[str, str]:
    """The first page of each template, named as the template."""
    found: dict[str, str] = {}
    for page in pages(_LIBRARY):
        found.setdefault(PurePosixPath(page.template).stem, page.address.page)
    return found


KINDS = {
    **_of_each_template(),
    "measure": f"{_DOCUMENT.id}/{_LONGEST.id}.html",
    "role": "roles/party-secretary.html",
    "mechanism": f"mechanisms/{_first(_LIBRARY.mechanisms, defined=True)}.html",
    "mechanism-pending": f"mechanisms/{_first(_LIBRARY.mechanisms, defined=False)}.html",
    "term": f"terms/{_first(_LIBRARY.terms, defined=True)}.html",
    "term-pending": f"terms/{_first(_LIBRARY.terms, defined=False)}.html",
    "guide": "study/secretary-month.html",
    "about": "about.html",
    "handbook": "editing/index.html",
    "missing": "404.html",
}

# The other chapters of the handbook, prose of the same kind.
CHAPTERS = {
    f"handbook-{chapter.stem}": f"editing/{chapter.stem}.html"
    for chapter in sorted(Path(__file__).parents[2].joinpath("docs", "editing").glob("*.md"))
    if chapter.stem != "index"
}
