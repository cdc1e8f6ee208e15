"""What library.json holds: the records of the data contract, and all that follows from them.

An address is a path from the site's root, with an anchor where there is one. ``start`` and ``end``
count code points from 0, the end not included. An optional field without a value is left out.
"""

from __future__ import annotations

from typing import Any, Literal, TypeVar

from pydantic import ConfigDict, Field, RootModel, create_model

from macros.exports.library_json.guides import ExportedGuide
from macros.knowledge.reviews.standing import State
from macros.model import (
    Basis,
    Clause,
    Day,
    Degree,
    Document,
    Duty,
    EvidenceRecord,
    Id,
    Measure,
    Mechanism,
    Part,
    Record,
    RelationType,
    Role,
    Term,
    Text,
    Theme,
)
from macros.model.kinds import REGISTERED, Kind
from macros.model.release import Release

R = TypeVar("R", bound=Record)


class Name(Record):
    """A stretch of a clause or title that names an entry."""

    entry: Id = Field(description="The role, term or mechanism that is named.")
    start: int = Field(ge=0, description="Its first code point.")
    end: int = Field(ge=1, description="The code point behind its last.")
    text: Text = Field(description="The words.")


class Mention(Record):
    """A place where a clause names an entry."""

    clause: Id = Field(description="The clause.")
    start: int = Field(ge=0, description="Its first code point.")
    end: int = Field(ge=1, description="The code point behind its last.")


class ExportedDuty(Duty):
    """A duty with its place in the site."""

    address: Text = Field(description="Where it stands.")


class ExportedClause(Clause):
    """A clause with its place in the site and the names it holds."""

    address: Text = Field(description="Where it stands.")
    ordinal: int = Field(ge=1, description="Its number within the measure.")
    names: tuple[Name, ...] = Field(description="The terms and mechanisms it names.")
    role_names: tuple[Name, ...] = Field(description="The roles it names, found on their own.")
    duties: tuple[ExportedDuty, ...] = Field(description="Every demand the clause makes.")


class Incoming(Record):
    """A relation that another measure stores, seen from the measure it points to."""

    measure: Id = Field(description="The measure that stores it.")
    type: RelationType = Field(description="How that measure stands to this one.")
    note: Text = Field(description="The reason, in one sentence.")


class Kin(Record):
    """A measure that shares entries with this one."""

    measure: Id = Field(description="The other measure.")
    weight: int = Field(ge=1, description="How much is shared.")
    mechanisms: tuple[Id, ...] = Field(description="Mechanisms that both name or use.")
    terms: tuple[Id, ...] = Field(description="Terms that both use.")
    roles: tuple[Id, ...] = Field(description="Roles whose part in both is stated.")


class ExportedMeasure(Measure):
    """A measure with its place in the site and all that points to it."""

    address: Text = Field(description="Where it stands.")
    title_names: tuple[Name, ...] = Field(description="The terms and mechanisms its title names.")
    clauses: tuple[ExportedClause, ...] = Field(description="Its text, in order.")
    incoming: tuple[Incoming, ...] = Field(description="Relations stored by other measures.")
    kin: tuple[Kin, ...] = Field(description="Its nearest kin, most shared first.")


class ExportedPart(Part):
    """A part with its place in the site and its measures."""

    address: Text = Field(description="Where it stands.")
    measures: tuple[Id, ...] = Field(description="Its measures, in order.")


class ExportedDocument(Document):
    """A document with its place in the site."""

    address: Text = Field(description="Where it stands.")
    parts: tuple[ExportedPart, ...] = Field(description="Its parts, in order.")
    measures: tuple[ExportedMeasure, ...] = Field(description="Its measures, in order.")


class Stake(Record):
    """A duty in which a role takes part."""

    duty: Id = Field(description="The duty.")
    degree: Degree = Field(alias="as", description="In which degree.")
    basis: Basis = Field(description="Stated by the clause, or inferred by the editor.")


class ExportedRole(Role):
    """A role with its place in the site and all that points to it."""

    address: Text = Field(description="Where it stands.")
    members: tuple[Id, ...] = Field(description="The roles in use that belong to it.")
    duties: tuple[Stake, ...] = Field(description="The duties it takes part in.")
    mentions: tuple[Mention, ...] = Field(description="Where the text names it.")


class Carried(Record):
    """A duty that a mechanism carries."""

    duty: Id = Field(description="The duty.")
    basis: Basis = Field(description="Named by the clause, or inferred.")


class ExportedMechanism(Mechanism):
    """A mechanism with its place in the site and all that points to it."""

    address: Text = Field(description="Where it stands.")
    titles: tuple[Id, ...] = Field(description="The measures whose title names it.")
    mentions: tuple[Mention, ...] = Field(description="Where the text names it.")
    duties: tuple[Carried, ...] = Field(description="The duties it carries.")


class ExportedTerm(Term):
    """A term with its place in the site and all that points to it."""

    address: Text = Field(description="Where it stands.")
    titles: tuple[Id, ...] = Field(description="The measures whose title uses it.")
    mentions: tuple[Mention, ...] = Field(description="Where the text uses it.")


class ExportedTheme(Theme):
    """A theme with its place in the site and all that points to it."""

    address: Text = Field(description="Where it stands.")
    narrower: tuple[Id, ...] = Field(description="The themes in use directly below it.")
    measures: tuple[Id, ...] = Field(description="The measures that name the theme itself.")


class ExportedRecord(EvidenceRecord):
    """A kind of evidence with the duties that leave it."""

    duties: tuple[Id, ...] = Field(description="The duties that leave it.")


class ExportedCell(Record):
    """One cell of the responsibility matrix; empty cells are left out."""

    measure: Id = Field(description="The row.")
    role: Id = Field(description="The column.")
    degree: Degree = Field(alias="as", description="The strongest degree of its duties.")
    basis: Basis = Field(description="Stated if the text states that degree in one of them.")
    duties: tuple[Id, ...] = Field(description="The duties behind it.")


class ReviewedKind(RootModel[str]):
    """What can be compared with the text; all else is locked to it, or makes no claim about it."""

    # What the schema calls it: programs know it by that name.
    __qualname__ = "Kind"
    model_config = ConfigDict(
        title="Kind", json_schema_extra={"enum": [kind for kind in Kind if kind.row.reviewed]}
    )


class ExportedReview(Record):
    """An entry that was compared with the text; what is not listed was never compared."""

    entry: Text = Field(description="Its id; m18/m17 for the relation of m18 to m17.")
    kind: ReviewedKind = Field(description="What it is.")
    state: State = Field(description="Whether that still counts.")
    by: tuple[Text, ...] = Field(description="Who compared it.")
    dates: tuple[Day, ...] = Field(description="When, each in the place of the person.")


_COMPUTED = (Kind.ROLE, Kind.MECHANISM, Kind.TERM, Kind.THEME, Kind.RECORD)


def _plain() -> type[Record]:
    """The registries of which nothing is computed: their lists, as the data has them."""
    listed: dict[str, Any] = {}
    for kind in REGISTERED:
        if kind not in _COMPUTED:
            of: Any = tuple[kind.row.record, ...]  # type: ignore[name-defined]
            listed[kind.row.listed] = (of, Field(description=kind.row.record.__doc__))
    return create_model("Registries", __base__=Record, **listed)


_Registries: Any = _plain()


class ExportedLibrary(_Registries):  # type: ignore[misc]
    """The whole library, with everything computed."""

    schema_name: Text = Field(alias="$schema", description="The JSON Schema of this file.")
    version: Literal[1] = Field(default=1, description="The version of this format.")
    documents: tuple[ExportedDocument, ...] = Field(description="The documents.")
    roles: tuple[ExportedRole, ...] = Field(description="Who can carry or receive a duty.")
    mechanisms: tuple[ExportedMechanism, ...] = Field(description="Named mechanisms.")
    terms: tuple[ExportedTerm, ...] = Field(description="The glossary.")
    themes: tuple[ExportedTheme, ...] = Field(description="The tree of topics.")
    records: tuple[ExportedRecord, ...] = Field(description="The kinds of evidence.")
    matrix: tuple[ExportedCell, ...] = Field(description="The responsibility matrix.")
    guides: tuple[ExportedGuide, ...] = Field(description="The study guides.")
    releases: tuple[Release, ...] = Field(description="What each version changed, oldest first.")
    reviews: tuple[ExportedReview, ...] = Field(description="What was compared with the text.")


def completed(into: type[R], record: Record, **computed: object) -> R:
    """``record`` as the larger record ``into``, completed by what is computed."""
    fields = {name: value for name, value in record if name != "place"}
    return into.model_validate({**fields, **computed})
