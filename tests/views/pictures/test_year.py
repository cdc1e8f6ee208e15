"""The picture of the school year."""

from __future__ import annotations

from macros.knowledge import Library
from macros.model import Basis
from macros.views.pictures import year
from tests.libraries import law


@law
def test_tracks_add_up(library: Library) -> None:
    """All tracks together count every duty once, and every stated rhythm as stated."""
    tracks = year.picture(library).tracks
    assert sum(track.count for track in tracks) == len(library.duties)
    assert sum(track.stated for track in tracks) == sum(
        found.duty.when.basis is Basis.STATED for found in library.duties
    )


@law
def test_marks_stand_inside_their_terms(library: Library) -> None:
    """Every mark of a track stands inside one of the two terms, as many in one as in the other."""
    picture = year.picture(library)
    for track in picture.tracks:
        inside = [
            sum(term.x < mark < term.x + term.width for mark in track.marks)
            for term in picture.terms
        ]
        assert inside[0] == inside[1]
        assert sum(inside) == len(track.marks)
