"""One page of every kind the site has, the longest or fullest of its kind, by a readable name."""

from __future__ import annotations

from macros.model import Mechanism, Term
from tests.libraries import real

_LIBRARY = real()
_DOCUMENT = _LIBRARY.documents[0]
_LONGEST = max(_LIBRARY.measures, key=lambda m: (len(_LIBRARY.duties_of_measure(m.id)), m.id))
_BUSIEST = max(_LIBRARY.roles, key=lambda r: (len(_LIBRARY.duties_of_role(r.id)), r.id))


def _first(entries: tuple[Mechanism, ...] | tuple[Term, ...], defined: bool) -> str:
    return next(entry.id for entry in entries if bool(entry.definition) is defined)


MEASURE = f"{_DOCUMENT.id}/{_LONGEST.id}.html"
ROLE = f"roles/{_BUSIEST.id}.html"

KINDS = {
    "home": "index.html",
    "document": f"{_DOCUMENT.id}.html",
    "part": f"{_DOCUMENT.id}/{_LONGEST.part}.html",
    "measure": MEASURE,
    "roles": "roles.html",
    "role": ROLE,
    "matrix": "matrix.html",
    "ledger": "ledger.html",
    "calendar": "calendar.html",
    "mechanisms": "mechanisms.html",
    "mechanism": f"mechanisms/{_first(_LIBRARY.mechanisms, True)}.html",
    "pending-mechanism": f"mechanisms/{_first(_LIBRARY.mechanisms, False)}.html",
    "terms": "terms.html",
    "term": f"terms/{_first(_LIBRARY.terms, True)}.html",
    "pending-term": f"terms/{_first(_LIBRARY.terms, False)}.html",
    "themes": "themes.html",
    "theme": f"themes/{_LIBRARY.themes[0].id}.html",
    "downloads": "downloads.html",
    "about": "about.html",
    "handbook": "editing/index.html",
    "fields": "editing/fields.html",
    "diagnostics": "editing/diagnostics.html",
    "coverage": "editing/coverage.html",
    "missing": "404.html",
}
