"""Recording that a person compared entries with the text, and listing what is to be compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from macros.check.project import check_project
from macros.commands.errors import FaultyDataError, ForbiddenError, MisuseError
from macros.data.project import Project
from macros.data.review_file import EMPTY, entered
from macros.data.rewrite import write_together
from macros.data.schema import modeline
from macros.knowledge import Library
from macros.knowledge.reviews import GUIDES, REGISTRY
from macros.knowledge.reviews.standing import Standing, Standings, State, person
from macros.model import Day, Review, Text, fits
from macros.text.suggest import nearest


@dataclass(frozen=True, slots=True)
class RecordedReview:
    """What was recorded: the files written, and how each entry stands now."""

    files: tuple[str, ...]
    standings: tuple[Standing, ...]


def review(project: Project, ids: Sequence[str], by: str, day: str) -> RecordedReview:
    """Record that ``by`` compared the entries ``ids`` with the text on ``day``, all or none.

    Raises FaultyDataError; MisuseError for a name, day or id that is none; ForbiddenError for a
    person whose review of one of the entries counts already; ``lock.BusyError`` if another program
    writes the data.
    """
    with project.writing() as current:
        return _reviewed(current, ids, by, day)


def _reviewed(project: Project, ids: Sequence[str], by: str, day: str) -> RecordedReview:
    if not fits(Text, by):
        raise MisuseError("review.no-name")
    if not fits(Day, day):
        raise MisuseError("review.no-day", day=day)
    library = _sound(project)
    standings = Standings(library)
    new, gone, shelves = [], set(), {}
    for id_ in dict.fromkeys(ids):
        standing = _found(library, standings, id_)
        _not_again(standing, by)
        seal = standings.seal(id_)
        new.append(Review(id=id_, by=by, date=day, own=seal.own, text=seal.text, rest=seal.rest))
        shelves[id_] = standing.entry.shelf
        gone |= {(id_, old.by) for old in _replaced(library, standing, by)}
    kept = tuple(old for old in library.reviews if (old.id, old.by) not in gone)
    after = Standings(replace(library, reviews=(*kept, *new)))
    files = tuple(f"data/reviews/{shelf}.yml" for shelf in dict.fromkeys(shelves.values()))
    texts = {}
    for file in files:
        mine = [one for one in new if file == f"data/reviews/{shelves[one.id]}.yml"]
        texts[file] = _entered(project.root / file, mine, gone, file)
    write_together(project, texts)
    return RecordedReview(files, tuple(s for one in new if (s := after.of(one.id))))


def to_review(
    project: Project, *, due: bool = False, role: str | None = None, document: str | None = None
) -> tuple[Library, tuple[Standing, ...]]:
    """The entries that are not reviewed, in the order of the library; of ``due`` the lapsed ones.

    Of ``role``, only itself and the duties it takes part in; of ``document``, only its entries, or
    those of the shelf ``registry`` or ``guides``. Raises MisuseError for a role or
    document that is none.
    """
    library = project.loaded.library
    _known("review.no-role", role, [one.id for one in library.roles])
    _known("review.no-document", document, [*(d.id for d in library.documents), REGISTRY, GUIDES])
    found = Standings(library)
    standings = found.lapsed() if due else found.all()
    wanted = {role, *(duty.duty.id for duty, _ in library.duties_of_role(role or ""))}
    return library, tuple(
        standing
        for standing in standings
        if standing.state is not State.REVIEWED
        and (role is None or standing.entry.id in wanted)
        and document in (None, standing.entry.shelf)
    )


def _sound(project: Project) -> Library:
    checked = check_project(project)
    if checked.has_errors:
        raise FaultyDataError(checked)
    return checked.library


def _found(library: Library, standings: Standings, id_: str) -> Standing:
    """How an entry stands; MisuseError that says why if it is nothing to be reviewed."""
    if standing := standings.of(id_):
        return standing
    record = dict(library.identified()).get(id_)
    if record is None:
        known = standings.dependants.entries
        other_way = "/".join(reversed(id_.split("/")))
        meant = other_way if other_way in known else nearest(id_, known)
        raise MisuseError("review.unknown", meant, id=id_)
    if getattr(record, "retired", None):
        raise MisuseError("review.retired", id=id_)
    if hasattr(record, "definition"):
        raise MisuseError("review.undefined", id=id_)
    inside = (entry for entry in standings.dependants.entries if entry.startswith(id_))
    raise MisuseError("review.nothing", next(inside, None), id=id_)


def _not_again(standing: Standing, by: str) -> None:
    """One person counts once."""
    if person(by) in {person(old.by) for old in standing.valid}:
        two = standing.state is State.PARTLY
        key = "review.second-person" if two else "review.already"
        raise ForbiddenError(key, id=standing.entry.id, by=by)


def _replaced(library: Library, standing: Standing, by: str) -> Iterator[Review]:
    """The reviews that a new one by ``by`` takes the place of.

    His own former ones; and with the last person that is asked for, all that have lapsed.
    """
    persons = {person(old.by) for old in standing.valid} | {person(by)}
    for old in standing.stale:
        if person(old.by) == person(by) or len(persons) >= library.review_rule.persons:
            yield old


def _entered(path: Path, new: list[Review], gone: set[tuple[str, str]], file: str) -> str:
    text = path.read_text(encoding="utf-8") if path.exists() else f"{modeline(file)}\n{EMPTY}"
    try:
        return entered(text, new, gone, file)
    except ValueError as error:
        raise MisuseError("review.no-name") from error


def _known(key: str, typed: str | None, known: list[str]) -> None:
    if typed is not None and typed not in known:
        raise MisuseError(key, nearest(typed, known), name=typed)
