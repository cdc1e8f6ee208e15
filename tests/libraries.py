"""Libraries for laws: small invented ones that hypothesis makes up, and the real one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from macros.data import load
from macros.knowledge import Library
from macros.model import (
    Assignment,
    Basis,
    Clause,
    Degree,
    Document,
    Duty,
    Fact,
    Facts,
    FactStatus,
    Layout,
    Measure,
    Part,
    Period,
    Relation,
    RelationType,
    Rhythm,
    Role,
    RoleKind,
    Source,
    Timing,
)

PENDING = Fact(status=FactStatus.PENDING)
FACTS = Facts(
    title=PENDING,
    issuer=PENDING,
    number=PENDING,
    issued=PENDING,
    effective=PENDING,
    force=PENDING,
)
ROLES = tuple(
    Role(id=f"r{n}", label=f"角色{n}", kind=kind, identify="试验用。")
    for n, kind in enumerate((*RoleKind, *RoleKind))
)

OLD = Role(
    id="old",
    label="旧角色",
    kind=RoleKind.GROUP,
    identify="试验用。",
    retired="已并入新角色。",
    replaced_by=("new",),
)
SUCCESSION = Library(
    roles=(OLD, Role(id="new", label="新角色", kind=RoleKind.GROUP, identify="试验用。"))
)
"""A role that was retired, and the one that took its place."""


@cache
def real() -> Library:
    """The library of this repository."""
    return load(Path(__file__).parent.parent).library


@cache
def cn24() -> Library:
    """The library of this repository with the twenty-four measures alone."""
    return replace(real(), documents=tuple(one for one in real().documents if one.id == "cn24"))


def timings() -> st.SearchStrategy[Timing]:
    """Any rhythm on any basis."""
    basis = st.sampled_from(Basis)
    return st.one_of(
        st.builds(
            Timing,
            kind=st.just(Rhythm.PERIODIC),
            every=st.sampled_from(Period),
            times=st.integers(1, 3),
            basis=basis,
        ),
        st.builds(
            Timing,
            kind=st.sampled_from([rhythm for rhythm in Rhythm if rhythm is not Rhythm.PERIODIC]),
            basis=basis,
        ),
    )


def assignments() -> st.SearchStrategy[list[Assignment]]:
    """One role or several in one duty, none of them twice."""
    return st.lists(
        st.builds(
            lambda role, degree, basis: Assignment.model_validate(
                {"role": role, "as": degree, "basis": basis}
            ),
            st.sampled_from([role.id for role in ROLES]),
            st.sampled_from(Degree),
            st.sampled_from(Basis),
        ),
        min_size=1,
        max_size=4,
        unique_by=lambda who: who.role,
    )


@st.composite
def libraries(draw: st.DrawFn) -> Library:
    """A library of one document: up to three parts, eight measures and five duties in each."""
    parts = tuple(
        Part(id=f"p{n}", number=n, numeral=str(n), title=f"部分{n}", short=f"部{n}")
        for n in range(1, draw(st.integers(1, 3)) + 1)
    )
    numbers = range(1, draw(st.integers(1, 8)) + 1)
    measures = tuple(_measure(draw, number, len(numbers), parts) for number in numbers)
    document = Document(
        id="doc",
        short_title="试验",
        facts=FACTS,
        source=Source(file="source.txt", sha256="0" * 64),
        layout=Layout(part="{numeral}", measure="{number}"),
        parts=parts,
    )
    return Library(documents=(document.with_measures(measures, ""),), roles=ROLES)


def _measure(draw: st.DrawFn, number: int, measures: int, parts: tuple[Part, ...]) -> Measure:
    id_ = f"m{number}"
    duties = tuple(
        Duty(
            id=f"{id_}d{n}",
            do="做事",
            quote="做事",
            who=tuple(draw(assignments())),
            when=draw(timings()),
            retired=draw(st.sampled_from([None, None, None, "不再做"])),
        )
        for n in range(draw(st.integers(0, 5)))
    )
    others = [f"m{n}" for n in range(1, measures + 1) if n != number]
    related = draw(st.lists(st.sampled_from(others), unique=True, max_size=2)) if others else []
    return Measure(
        id=id_,
        number=number,
        part=draw(st.sampled_from(parts)).id,
        title=f"措施{number}",
        themes=("theme",),
        clauses=(Clause(id=f"{id_}c1", text="做事。", duties=duties),),
        related=tuple(Relation(to=to, type=RelationType.SUPPORTS, note="理由。") for to in related),
    )


def law(test: Callable[[Library], None]) -> Callable[[], None]:
    """A test that must hold for every library that can be made up."""
    return settings(max_examples=40, deadline=None)(given(libraries())(test))
