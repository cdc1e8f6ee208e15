"""What points to each record of a library: duties, measures and relations by the ids they name."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from functools import cached_property

from macros.knowledge.context import DutyInContext
from macros.knowledge.index import grouped
from macros.model import Assignment, Measure


class Backlinks(ABC):
    """The look-ups of a library against the direction of its records."""

    @property
    @abstractmethod
    def measures(self) -> tuple[Measure, ...]:
        """The measures that name parts, themes and other measures."""

    @property
    @abstractmethod
    def duties(self) -> tuple[DutyInContext, ...]:
        """The duties that name roles, mechanisms and records."""

    def duties_of_measure(self, measure_id: str) -> tuple[DutyInContext, ...]:
        """The duties of one measure."""
        return self._by_measure.get(measure_id, ())

    def duties_of_role(self, role_id: str) -> tuple[tuple[DutyInContext, Assignment], ...]:
        """The duties in which a role takes part, with its part in each."""
        return self._by_role.get(role_id, ())

    def duties_of_mechanism(self, mechanism_id: str) -> tuple[DutyInContext, ...]:
        """The duties that a mechanism carries."""
        return self._by_mechanism.get(mechanism_id, ())

    def duties_of_record(self, record_id: str) -> tuple[DutyInContext, ...]:
        """The duties that leave this kind of evidence."""
        return self._by_record.get(record_id, ())

    def measures_of_theme(self, theme_id: str) -> tuple[Measure, ...]:
        """The measures that name a theme itself (not its narrower themes)."""
        return self._by_theme.get(theme_id, ())

    def measures_of_part(self, part_id: str) -> tuple[Measure, ...]:
        """The measures of one part, in order."""
        return self._by_part.get(part_id, ())

    def incoming(self, measure_id: str) -> tuple[tuple[Measure, int], ...]:
        """The relations stored elsewhere that point here: the other measure and the index there."""
        return self._incoming.get(measure_id, ())

    @cached_property
    def _by_measure(self) -> Mapping[str, tuple[DutyInContext, ...]]:
        return grouped((found.measure.id, found) for found in self.duties)

    @cached_property
    def _by_role(self) -> Mapping[str, tuple[tuple[DutyInContext, Assignment], ...]]:
        return grouped((who.role, (found, who)) for found in self.duties for who in found.duty.who)

    @cached_property
    def _by_mechanism(self) -> Mapping[str, tuple[DutyInContext, ...]]:
        return grouped(
            (use.mechanism, found) for found in self.duties for use in found.duty.mechanisms
        )

    @cached_property
    def _by_record(self) -> Mapping[str, tuple[DutyInContext, ...]]:
        return grouped((use.record, found) for found in self.duties for use in found.duty.records)

    @cached_property
    def _by_theme(self) -> Mapping[str, tuple[Measure, ...]]:
        return grouped((theme, measure) for measure in self.measures for theme in measure.themes)

    @cached_property
    def _by_part(self) -> Mapping[str, tuple[Measure, ...]]:
        return grouped((measure.part, measure) for measure in self.measures)

    @cached_property
    def _incoming(self) -> Mapping[str, tuple[tuple[Measure, int], ...]]:
        return grouped(
            (relation.to, (measure, index))
            for measure in self.measures
            for index, relation in enumerate(measure.related)
        )
