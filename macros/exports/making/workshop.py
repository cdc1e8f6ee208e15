"""All files of a library, made or found in the store."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Self

from macros.data.project import Project
from macros.exports.making.cache import Store
from macros.exports.making.fingerprint import fingerprint, software
from macros.exports.making.recipes import first_format, gather
from macros.exports.making.workers import Job, written
from macros.knowledge import Library
from macros.system.version import LENGTH
from macros.views.offers import Made, Offer, Use, offers

# Told how many files are there, of how many.
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Workshop:
    """Makes the files of ``library`` that ``store`` does not hold."""

    library: Library
    store: Store

    @classmethod
    def of(cls, project: Project, library: Library) -> Self:
        """The workshop of a project, whose ``library`` was read from there."""
        return cls(library, Store(project.cache / "files"))

    def one(self, offer: Offer) -> bytes:
        """The content of one file. Raises MakeError."""
        (job,) = jobs_for(self.library, (offer,))
        held = self.store.get(key(job))
        if held is None:
            ((_, held),) = written((job,))
            self.store.put(key(job), held)
        return held

    def all(self, progress: Progress | None = None) -> dict[str, Made]:
        """Every file on offer, by the path where it stands. Raises MakeError.

        What the store holds beyond these, and beyond some of the newest others, is thrown away.
        """
        wanted = offers(self.library)
        jobs = jobs_for(self.library, wanted)
        keys = [key(job) for job in jobs]
        found = {place: held for place, k in enumerate(keys) if (held := self.store.get(k))}
        missing = [place for place in range(len(jobs)) if place not in found]
        tell = progress or (lambda done, total: None)
        tell(len(found), len(jobs))
        for step, content in written([jobs[place] for place in missing]):
            found[missing[step]] = content
            self.store.put(keys[missing[step]], content)
            tell(len(found), len(jobs))
        self.store.prune(set(keys))
        return {
            offer.address.page: Made(found[place], jobs[place].version)
            for place, offer in enumerate(wanted)
        }


def make(library: Library, offer: Offer) -> bytes:
    """The content of ``offer``, one of ``library``, made on the spot. Raises MakeError."""
    ((_, content),) = written(jobs_for(library, (offer,)))
    return content


def key(job: Job) -> str:
    """The name of a job's result in a store.

    Writing is given what was gathered and nothing else, and runs on this software: if all that is
    the same, so is the result, as no writer asks a clock, a locale or the order of a set. (The two
    builds of tests/test_reproducible.py hold that against each other.)
    """
    return fingerprint((job.use, job.format, job.fingerprint, job.version, software()))


def jobs_for(library: Library, wanted: Sequence[Offer]) -> list[Job]:
    """What is to be done for each of ``wanted``.

    A file shows the fingerprint of what it holds: that stays while its content stays, whatever else
    is edited. A use that is had in several formats has the version of its first one, in all.
    """
    versions: dict[tuple[Use, str], str] = {}

    def job(offer: Offer) -> Job:
        gathered = gather(library, offer.use, offer.format, offer.about)
        name = fingerprint(gathered)
        subject = offer.use, offer.about.id if offer.about else ""
        if offer.format == first_format(offer.use):
            versions[subject] = name
        elif subject not in versions:
            first = gather(library, offer.use, first_format(offer.use), offer.about)
            versions[subject] = fingerprint(first)
        return Job(offer.name, offer.use, offer.format, gathered, name, versions[subject][:LENGTH])

    return [job(offer) for offer in wanted]
