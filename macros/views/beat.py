"""A rhythm as readers tell it apart: each week, month, term or year, on an event, continuous …."""

from __future__ import annotations

from dataclasses import dataclass

from macros.model import Period, Rhythm, Timing


@dataclass(frozen=True, slots=True)
class Beat:
    """The kind of a rhythm and, for a periodic one, its period."""

    kind: Rhythm
    period: Period | None = None

    @property
    def name(self) -> str:
        """One word for it: ``term``, ``event`` …, as in filters and shared addresses."""
        return self.period or self.kind


# In the order of a calendar, from what comes most often to what never ends.
BEATS = (
    *(Beat(Rhythm.PERIODIC, period) for period in Period),
    Beat(Rhythm.EVENT),
    Beat(Rhythm.DEADLINE),
    Beat(Rhythm.ONCE),
    Beat(Rhythm.CONTINUOUS),
)


def beat(when: Timing) -> Beat:
    """The beat of a timing."""
    return Beat(when.kind, when.every if when.kind is Rhythm.PERIODIC else None)
