"""The picture of who acts in which rhythm."""

from __future__ import annotations

from collections import Counter

from macros.knowledge import Library
from macros.model import Basis, Degree, Rhythm
from macros.views.parts.duty import beat
from macros.views.pictures import rhythm
from tests.libraries import law


@law
def test_discs_add_up(library: Library) -> None:
    """A disc counts the duties a role leads or shares in one rhythm, the stated ones apart."""
    carried = [
        (who.role, beat(found.duty.when), found.duty.when.basis)
        for found in library.duties
        for who in found.duty.who
        if who.degree in (Degree.LEAD, Degree.ANSWER, Degree.JOINT)
    ]
    total = Counter((role, at) for role, at, _ in carried)
    stated = Counter((role, at) for role, at, basis in carried if basis is Basis.STATED)
    discs = {
        (line.role.id, disc.beat): disc
        for line in rhythm.picture(library).lines
        for disc in line.discs
    }
    assert {key: disc.count for key, disc in discs.items()} == total
    assert all(disc.stated == stated[key] for key, disc in discs.items())


@law
def test_areas_are_as_the_numbers(library: Library) -> None:
    """Discs of more duties are larger, all fit, cores lie inside; the continuous have none."""
    picture = rhythm.picture(library)
    drawn = [disc for line in picture.lines for disc in line.discs]
    discs = sorted((disc for disc in drawn if disc.radius), key=lambda disc: disc.count)
    assert all((disc.beat.kind is Rhythm.CONTINUOUS) == (disc.radius == 0) for disc in drawn)
    assert [disc.radius for disc in discs] == sorted(disc.radius for disc in discs)
    for disc in discs:
        assert disc.core <= disc.radius <= rhythm.RADIUS
        assert disc.x + disc.radius <= picture.width
