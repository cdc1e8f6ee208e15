"""The library: everything the data holds, found by whatever one knows of it."""

from __future__ import annotations

from macros.knowledge.context import ClauseInContext, DutyInContext, EntryInContext, NameMention
from macros.knowledge.library import Library, once

__all__ = ["ClauseInContext", "DutyInContext", "EntryInContext", "Library", "NameMention", "once"]
