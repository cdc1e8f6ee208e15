"""What is worked out of a library is worked out once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, cast

from macros.knowledge.library import Library

T = TypeVar("T")


def once(work: Callable[[Library], T]) -> Callable[[Library], T]:
    """``work``, done once for each library: what comes of it is kept as long as the library."""

    @wraps(work)
    def done(library: Library) -> T:
        if work not in library.worked_out:
            library.worked_out[work] = work(library)
        return cast(T, library.worked_out[work])

    return done
