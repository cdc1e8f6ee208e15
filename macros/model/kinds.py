"""The kinds of entries, one row a kind: where it is filed, what it is shown and found by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from macros.model.document import Document, Part
from macros.model.duty import Assignment, Duty, MechanismUse, RecordUse
from macros.model.entries import EvidenceRecord, Mechanism, Named, Role, Term, Theme
from macros.model.guide import Guide, Selection
from macros.model.measure import Clause, Measure, Question, Relation
from macros.model.record import Record
from macros.text.location import Steps


@dataclass(frozen=True, slots=True, kw_only=True)
class KindFacts:
    """What the program knows of a kind of entry.

    ``record`` is its record and ``listed`` the list it stands in. ``file`` is where it is filed,
    below the project's root, ``*`` for a name that an id gives; "" for what stands ``inside`` other
    kinds, and may be missing if ``optional``. ``letter`` stands between the id of what it is in and
    its number. ``page`` is its page's address, with the ids that it needs, and an anchor where it
    shares a page; "" for what stands on no page, or on that of what it is in. ``about`` is the
    field that tells what it is. ``reviewed`` is what a person compares with the text, ``new`` what
    an editor adds; all else comes with a text.
    """

    record: type[Record]
    listed: str
    file: str = ""
    optional: bool = False
    inside: tuple[str, ...] = ()
    letter: str = ""
    page: str = ""
    about: str = ""
    reviewed: bool = False
    new: bool = False


class Kind(StrEnum):
    """A kind of entry, by the word that commands, files and pages have for it."""

    row: KindFacts

    def __new__(cls, word: str, row: KindFacts) -> Self:
        """The member ``word`` with what is known of it."""
        kind = str.__new__(cls, word)
        kind._value_ = word
        kind.row = row
        return kind

    DOCUMENT = (
        "document",
        KindFacts(
            record=Document,
            listed="documents",
            file="data/documents/*/document.yml",
            page="{id}.html",
        ),
    )
    PART = (
        "part",
        KindFacts(record=Part, listed="parts", inside=("document",), page="{document}/{id}.html"),
    )
    MEASURE = (
        "measure",
        KindFacts(
            record=Measure,
            listed="measures",
            file="data/documents/*/measures/*.yml",
            inside=("document",),
            page="{document}/{id}.html",
        ),
    )
    CLAUSE = (
        "clause",
        KindFacts(record=Clause, listed="clauses", inside=("measure",), letter="c", reviewed=True),
    )
    DUTY = (
        "duty",
        KindFacts(
            record=Duty, listed="duties", inside=("clause",), letter="d", reviewed=True, new=True
        ),
    )
    QUESTION = (
        "question",
        KindFacts(
            record=Question,
            listed="questions",
            inside=("measure", "guide"),
            letter="q",
            reviewed=True,
            new=True,
        ),
    )
    RELATION = (
        "relation",
        KindFacts(record=Relation, listed="related", inside=("measure",), reviewed=True),
    )
    ROLE = (
        "role",
        KindFacts(
            record=Role,
            listed="roles",
            file="data/registry/roles.yml",
            page="roles/{id}.html",
            about="identify",
            reviewed=True,
            new=True,
        ),
    )
    MECHANISM = (
        "mechanism",
        KindFacts(
            record=Mechanism,
            listed="mechanisms",
            file="data/registry/mechanisms.yml",
            page="mechanisms/{id}.html",
            about="definition",
            reviewed=True,
            new=True,
        ),
    )
    TERM = (
        "term",
        KindFacts(
            record=Term,
            listed="terms",
            file="data/registry/terms.yml",
            page="terms/{id}.html",
            about="definition",
            reviewed=True,
            new=True,
        ),
    )
    THEME = (
        "theme",
        KindFacts(
            record=Theme,
            listed="themes",
            file="data/registry/themes.yml",
            page="themes/{id}.html",
            about="note",
            new=True,
        ),
    )
    RECORD = (
        "record",
        KindFacts(
            record=EvidenceRecord,
            listed="records",
            file="data/registry/records.yml",
            about="note",
            reviewed=True,
            new=True,
        ),
    )
    GUIDE = (
        "guide",
        KindFacts(
            record=Guide,
            listed="guides",
            file="data/guides/*.yml",
            page="study/{id}.html",
            about="aim",
            reviewed=True,
            new=True,
        ),
    )

    @property
    def registered(self) -> bool:
        """Whether all of it stands in one file, a registry."""
        return bool(self.row.file) and "*" not in self.row.file

    @property
    def identified(self) -> bool:
        """Whether each has an id."""
        return "id" in self.row.record.model_fields

    @property
    def named(self) -> bool:
        """Whether texts are searched for its names."""
        return issubclass(self.row.record, Named)

    def letter_in(self, home: Kind) -> str:
        """What stands between the id of the entry it is in and its number: m18d4, guide-q1."""
        return f"-{self.row.letter}" if home is Kind.GUIDE else self.row.letter

    @property
    def retirable(self) -> bool:
        """Whether it stays under its permanent id when it no longer holds."""
        return "retired" in self.row.record.model_fields


REGISTERED = tuple(kind for kind in Kind if kind.registered)
"""The kinds that stand in registries, in the order in which these are read."""
WHOLE = tuple(kind for kind in Kind if kind.row.file and not kind.row.inside)
"""The kinds that stand in no other entry: the lists of a library are called after theirs."""

NAMING: Mapping[tuple[type[Record], str], Kind] = {
    (Assignment, "role"): Kind.ROLE,
    (EvidenceRecord, "keeper"): Kind.ROLE,
    (Guide, "audience"): Kind.ROLE,
    (Measure, "part"): Kind.PART,
    (Measure, "themes"): Kind.THEME,
    (MechanismUse, "mechanism"): Kind.MECHANISM,
    (Question, "quotes"): Kind.CLAUSE,
    (Question, "roles"): Kind.ROLE,
    (RecordUse, "record"): Kind.RECORD,
    (Relation, "to"): Kind.MEASURE,
    (Role, "part_of"): Kind.ROLE,
    (Selection, "measures"): Kind.MEASURE,
    (Selection, "mechanisms"): Kind.MECHANISM,
    (Selection, "parts"): Kind.PART,
    (Selection, "records"): Kind.RECORD,
    (Selection, "roles"): Kind.ROLE,
    (Selection, "themes"): Kind.THEME,
    (Theme, "parent"): Kind.THEME,
}
"""Fields that name an entry, and of which kind."""

_KINDS = {kind.row.record: kind for kind in Kind}
# What an entry may be called by, the better name first.
_NAMES = ("label", "short_title", "title", "do", "text", "words")


def kind_of(record: Record) -> Kind | None:
    """The kind of entry that a record is; None for a record that is no entry."""
    return next((_KINDS[one] for one in type(record).__mro__ if one in _KINDS), None)


def kind_called(word: str) -> Kind | None:
    """The kind that a word stands for; None if it is none."""
    return next((kind for kind in Kind if kind == word), None)


def inside(kind: Kind) -> tuple[Kind, ...]:
    """The kinds with ids of what stands in an entry of a kind."""
    return tuple(one for one in Kind if kind in one.row.inside and one.identified)


def name_of(record: object) -> str:
    """What readers call an entry: its label or title, what is to be done or asked; "" for none."""
    return next((str(getattr(record, name)) for name in _NAMES if hasattr(record, name)), "")


def ids_named(record: Record, path: Steps = ()) -> Iterator[tuple[Kind, str, Steps]]:
    """Every id that a record names itself, not in the entries it holds: kind, id, path to it."""
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        here = (*path, field.alias or name)
        many = isinstance(value, tuple)
        for index, one in enumerate(value if many else (value,)):
            at = (*here, index) if many else here
            if isinstance(one, str) and (kind := NAMING.get((type(record), name))):
                yield kind, one, at
            elif isinstance(one, Record) and not ((of := kind_of(one)) and of.identified):
                yield from ids_named(one, at)
