"""A self-check item as it is asked: words around a blank, or a duty and what to choose from."""

from __future__ import annotations

import re
from dataclasses import dataclass

from macros.knowledge import Library, addresses
from macros.knowledge.addresses import Address
from macros.knowledge.guides.selfcheck import SelfCheckItem
from macros.views.parts import duty
from macros.views.parts.duty import DutyView

# So many characters on either side of a blank are enough to know the place.
ENOUGH = 36
_PAUSE = re.compile("[\u3002\uff0c\uff1b\u3001]")


@dataclass(frozen=True, slots=True)
class ItemView:
    """An item; ``cut_before`` and ``cut_after`` say that the clause goes on there."""

    item: SelfCheckItem
    address: Address
    before: str
    after: str
    cut_before: bool
    cut_after: bool
    duty: DutyView | None

    @property
    def words(self) -> str:
        """The words of the clause that belong in the blank of a cloze."""
        return self.item.options[self.item.right].text


def item_view(library: Library, item: SelfCheckItem) -> ItemView:
    """The view of one item."""
    before, after = item.before, item.after
    if len(before) > ENOUGH:
        pauses = [match.end() for match in _PAUSE.finditer(before, len(before) - ENOUGH)]
        before = before[pauses[0] if pauses else len(before) - ENOUGH :]
    if len(after) > ENOUGH:
        pauses = [match.start() for match in _PAUSE.finditer(after, 0, ENOUGH)]
        after = after[: pauses[-1] if pauses else ENOUGH]
    return ItemView(
        item,
        addresses.of_clause(item.evidence),
        before,
        after,
        before != item.before,
        after != item.after,
        duty.view(library, item.duty) if item.duty else None,
    )
