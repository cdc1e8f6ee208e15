"""What the registries hold: roles, mechanisms, terms, themes and kinds of evidence."""

from __future__ import annotations

from pydantic import Field

from macros.model.record import Record
from macros.model.scalars import Id, Text
from macros.model.vocabularies import DefinitionOrigin, MechanismKind, RoleKind, Status


class Definition(Record):
    """What a term or mechanism means, and who says so."""

    text: Text = Field(description="The definition; for origin text, words of the source clause.")
    origin: DefinitionOrigin = Field(description="Quoted from the document, or a public formula.")
    source: Text = Field(description="The clause's id, or the public document's name.")


class Entry(Record):
    """Base of everything a registry holds: a permanent id, the name readers see, retirement."""

    id: Id = Field(description="Permanent, unique across the library, never reused.")
    label: Text = Field(description="The name readers see.")
    retired: Text | None = Field(default=None, description="Why the entry is no longer used.")
    replaced_by: tuple[Id, ...] = Field(
        default=(), description="What took a retired entry's place."
    )


class Named(Entry):
    """An entry that is looked for in the text: by its label and its other names."""

    aliases: tuple[Text, ...] = Field(default=(), description="Other words the text uses for it.")
    not_in: tuple[Text, ...] = Field(
        default=(), description="Longer words inside which a name is not this entry."
    )

    @property
    def names(self) -> tuple[str, ...]:
        """The label, then the aliases, in the order written."""
        return (self.label, *self.aliases)


class Role(Named):
    """Somebody who can carry or receive a duty."""

    kind: RoleKind = Field(description="A body, an office one person holds, or a group.")
    part_of: Id | None = Field(default=None, description="The role this one belongs to.")
    identify: Text = Field(description="How a reader knows that this role is theirs.")


class Mechanism(Named):
    """A named system, meeting, project, appraisal or tool of the text."""

    kind: MechanismKind = Field(description="What sort of mechanism it is.")
    definition: Definition | None = Field(default=None, description="What it means; none: pending.")
    status: Status = Field(default=Status.PENDING, description="Whether there is a definition.")


class Term(Named):
    """A glossary entry: a formula, slogan, body or notion of the text."""

    definition: Definition | None = Field(default=None, description="What it means; none: pending.")
    status: Status = Field(default=Status.PENDING, description="Whether there is a definition.")


class Theme(Entry):
    """A topic that runs across the parts of a document."""

    parent: Id | None = Field(default=None, description="The broader theme.")
    note: Text = Field(description="What belongs here, in one sentence.")


class EvidenceRecord(Entry):
    """Evidence that a duty was done: minutes, plan, ledger, roster, photo."""

    keeper: Id = Field(description="The role that keeps it, as the editor reads it.")
    note: Text = Field(description="What it has to show.")


NOBODY = "to-fill"
"""Stands for an id that nobody has named yet; no entry is called so."""
