"""All files of a library, made or found in the store."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from macros.files.fingerprint import fingerprint, software
from macros.files.makers import gather
from macros.files.pool import Job, written
from macros.files.store import Store
from macros.library import Library
from macros.offers import Offer, offers

# Told how many files are there, of how many.
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Workshop:
    """Makes the files of ``library`` that ``store`` does not hold."""

    library: Library
    store: Store

    def one(self, offer: Offer) -> bytes:
        """The content of one file. Raises MakeError."""
        return self._made([offer])[offer.address.page]

    def all(self, progress: Progress | None = None) -> dict[str, bytes]:
        """The content of every file on offer, by the path where it stands; raises MakeError.

        What the store holds beyond these and some of the newest others is thrown away.
        """
        return self._made(offers(self.library), progress, prune=True)

    def _made(
        self, wanted: Iterable[Offer], progress: Progress | None = None, *, prune: bool = False
    ) -> dict[str, bytes]:
        wanted = tuple(wanted)
        jobs = [job(self.library, offer) for offer in wanted]
        keys = [key(job) for job in jobs]
        found = {place: held for place, k in enumerate(keys) if (held := self.store.get(k))}
        missing = [place for place in range(len(jobs)) if place not in found]
        for step, content in written([jobs[place] for place in missing]):
            place = missing[step]
            self.store.put(keys[place], content)
            found[place] = content
            if progress:
                progress(len(found), len(jobs))
        if prune:
            self.store.prune(set(keys))
        return {offer.address.page: found[place] for place, offer in enumerate(wanted)}


def make(library: Library, offer: Offer) -> bytes:
    """The content of ``offer``, one of ``library``, made on the spot. Raises MakeError."""
    ((_, content),) = written([job(library, offer)])
    return content


def job(library: Library, offer: Offer) -> Job:
    """What is to be done for ``offer``."""
    gathered = gather(library, offer)
    return Job(offer.name, offer.use, offer.format, gathered, fingerprint(gathered))


def key(job: Job) -> str:
    """The name of a job's result in a store.

    Writing is given what was gathered and nothing else, and runs on this software: if all that is
    the same, so is the result, as no writer asks a clock, a locale or the order of a set. (The two
    builds of tests/test_reproducible.py hold that against each other.)
    """
    return fingerprint((job.use, job.format, job.fingerprint, software()))
