"""The names in the texts of a library: which entry each clause and title names, and where."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from functools import cached_property

from macros.knowledge.context import ClauseInContext, NameMention
from macros.knowledge.index import grouped
from macros.knowledge.names import NameIndex, Span
from macros.model import Measure, Mechanism, Role, Term


class Mentions(ABC):
    """The look-ups of a library by what its texts name."""

    roles: tuple[Role, ...]

    @property
    @abstractmethod
    def glossary(self) -> tuple[Term | Mechanism, ...]:
        """The terms and mechanisms that are looked for."""

    @property
    @abstractmethod
    def measures(self) -> tuple[Measure, ...]:
        """The measures whose titles are searched."""

    @property
    @abstractmethod
    def clauses(self) -> tuple[ClauseInContext, ...]:
        """The clauses that are searched."""

    def names_in(self, clause_id: str) -> tuple[Span, ...]:
        """The terms and mechanisms a clause names, with code-point spans."""
        return self._spans.get(clause_id, ())

    def mentions(self, entry_id: str) -> tuple[NameMention, ...]:
        """Every place where the text names a term or mechanism."""
        return self._mentions.get(entry_id, ())

    def titles_naming(self, entry_id: str) -> tuple[Measure, ...]:
        """The measures whose title names a term or mechanism."""
        return self._titles_naming.get(entry_id, ())

    def roles_in(self, text: str) -> frozenset[str]:
        """The ids of the roles that ``text`` names."""
        return frozenset(span.entry for span in self.role_names.find(text))

    def role_mentions(self, role_id: str) -> tuple[NameMention, ...]:
        """Every place where the text names a role; found apart from terms and mechanisms."""
        return self._role_mentions.get(role_id, ())

    @cached_property
    def glossary_names(self) -> NameIndex:
        """The names of terms and mechanisms, for marking any text."""
        return NameIndex(self.glossary)

    @cached_property
    def role_names(self) -> NameIndex:
        """The names of roles, for finding them in any text."""
        return NameIndex(self.roles)

    @cached_property
    def _spans(self) -> Mapping[str, tuple[Span, ...]]:
        return {c.clause.id: self.glossary_names.find(c.clause.text) for c in self.clauses}

    @cached_property
    def _mentions(self) -> Mapping[str, tuple[NameMention, ...]]:
        return grouped(
            (span.entry, NameMention(context, span))
            for context in self.clauses
            for span in self.names_in(context.clause.id)
        )

    @cached_property
    def _role_mentions(self) -> Mapping[str, tuple[NameMention, ...]]:
        return grouped(
            (span.entry, NameMention(context, span))
            for context in self.clauses
            for span in self.role_names.find(context.clause.text)
        )

    @cached_property
    def _titles_naming(self) -> Mapping[str, tuple[Measure, ...]]:
        return grouped(
            (entry, measure)
            for measure in self.measures
            for entry in dict.fromkeys(s.entry for s in self.glossary_names.find(measure.title))
        )
