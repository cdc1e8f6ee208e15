"""The picture of how measures hang together."""

from __future__ import annotations

from macros.knowledge import Library
from macros.views.pictures import kinship
from macros.views.pictures.bonds import bonds
from tests.libraries import law, real


@law
def test_every_bond_is_one_arc(library: Library) -> None:
    """Each pair of measures that is bound is joined by one arc, drawn from the upper line down."""
    picture = kinship.picture(library)
    drawn = [frozenset((arc.first.record.id, arc.second.record.id)) for arc in picture.arcs]
    assert sorted(drawn, key=sorted) == sorted(map(frozenset, bonds(library)), key=sorted)
    assert all(arc.first.y < arc.second.y for arc in picture.arcs)


@law
def test_every_stored_relation_is_drawn(library: Library) -> None:
    """What an editor wrote about two measures is on an arc between them."""
    written = {(m.id, relation.to) for m in library.measures for relation in m.related}
    drawn = {
        (holder.id, relation.to)
        for arc in kinship.picture(library).arcs
        for holder, relation in arc.stored
    }
    assert drawn == written


@law
def test_every_measure_has_its_line(library: Library) -> None:
    """Each measure stands on a line of its own, inside the picture, arcs and all."""
    picture = kinship.picture(library)
    assert {node.record.id for node in picture.nodes} == {m.id for m in library.measures}
    heights = [node.y for node in picture.nodes]
    assert len(set(heights)) == len(heights)
    assert all(0 < y < picture.height for y in heights)
    # A cubic curve reaches three quarters of the way to its control points.
    assert all(picture.node_x + 0.75 * arc.reach <= picture.width for arc in picture.arcs)


@law
def test_many_measures_are_drawn_part_by_part(library: Library) -> None:
    """Beyond the limit a line is a part, and arcs bundle all bonds between two parts."""
    picture = kinship.picture(library, many=0)
    home = {measure.id: measure.part for measure in library.measures}
    between = [pair for pair in bonds(library) if home[pair[0]] != home[pair[1]]]
    assert picture.by_part
    assert len(picture.nodes) == len(library.documents[0].parts)
    assert sum(arc.weight for arc in picture.arcs) == len(between)


def test_the_real_picture_shows_why() -> None:
    """Every arc of the real picture has a reason: a written relation, or something shared."""
    picture = kinship.picture(real())
    assert not picture.by_part
    assert len(picture.nodes) == len(real().measures)
    for arc in picture.arcs:
        assert arc.stored or arc.shared
