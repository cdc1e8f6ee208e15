"""Days and times of day as files write them: 2026-09-01 and 15:30."""

from __future__ import annotations

import re
from datetime import date, time


def day(text: str) -> date | None:
    """The day that ``text`` names, written 2026-09-01; None if there is no such day."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text, re.ASCII):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def clock(text: str) -> time | None:
    """The time of day that ``text`` names, written 15:30; None if there is none."""
    if not re.fullmatch(r"[0-9]{2}:[0-9]{2}", text, re.ASCII):
        return None
    try:
        return time.fromisoformat(text)
    except ValueError:
        return None
