"""The workshop: every file made once, again only when what it holds has changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from macros.data import load
from macros.exports.making import MakeError, Store, Workshop, make
from macros.exports.making.workers import Job, written
from macros.exports.making.workshop import jobs_for, key
from macros.knowledge import Library
from macros.knowledge.guides.catalogue import StudyGuide
from macros.model import Document, Measure, Role, Term
from macros.views import guide as guides
from macros.views.offers import Offer, Use, offers
from tests.libraries import real
from tests.projects import BASE

Edit = Callable[[Library], Library]


def _keys(library: Library) -> dict[str, str]:
    wanted = offers(library)
    jobs = jobs_for(library, wanted)
    return {offer.name: key(job) for offer, job in zip(wanted, jobs, strict=True)}


def _with_measures(library: Library, altered: Callable[[Measure], Measure]) -> Library:
    documents = tuple(
        document.with_measures(tuple(map(altered, document.measures)), document.text)
        for document in library.documents
    )
    return replace(library, documents=documents)


def _duty(id_: str, **fields: Any) -> Edit:
    """An edit of one duty."""

    def altered(measure: Measure) -> Measure:
        clauses = tuple(
            clause.model_copy(
                update={
                    "duties": tuple(
                        duty.model_copy(update=fields) if duty.id == id_ else duty
                        for duty in clause.duties
                    )
                }
            )
            for clause in measure.clauses
        )
        return measure.model_copy(update={"clauses": clauses})

    return lambda library: _with_measures(library, altered)


def _first_role(library: Library) -> Library:
    first, *rest = library.roles
    return replace(library, roles=(first.model_copy(update={"label": "另一角色"}), *rest))


def _first_question(library: Library) -> Library:
    def altered(measure: Measure) -> Measure:
        asked = tuple(q.model_copy(update={"text": f"{q.text}？"}) for q in measure.questions)
        return measure.model_copy(update={"questions": asked})

    return _with_measures(library, altered)


def _first_term(library: Library) -> Library:
    return replace(library, terms=tuple(_renamed(term) for term in library.terms))


def _renamed(term: Term) -> Term:
    return term.model_copy(update={"aliases": ("另一名称",)})


def _shows(guide: StudyGuide, library: Library, duty: str) -> bool:
    """Whether a guide's page shows a duty: as one to do, in a self-check, or as left unread."""
    steps = guide.course.steps
    held = {found.duty.id for step in steps for found in step.duties}
    held |= {item.duty.duty.id for step in steps for item in step.items if item.duty}
    return duty in held | {shown.duty.id for shown in guides.view(library, guide).unread}


def test_an_edited_duty_touches_only_files_that_show_it() -> None:
    """The cards of its roles, the guides with it, and what holds everything; no other file."""
    library = real()
    found = library.duties[100]
    roles = {who.role for who in found.duty.who}

    def rests(offer: Offer) -> bool:
        match offer.use, offer.about:
            case ((Use.WHOLE | Use.TEXT | Use.SCHEMA), _):
                return False
            case Use.CARD, Role() as role:
                return role.id in roles
            case Use.GUIDE, StudyGuide() as guide:
                return _shows(guide, library, found.duty.id)
        return True

    before, after = _keys(library), _keys(_duty(found.duty.id, do="改过的任务")(library))
    touched = {name for name in before if before[name] != after[name]}
    assert touched == {offer.name for offer in offers(library) if rests(offer)}
    assert len(touched) < len(before) / 3


@pytest.mark.parametrize(
    "edit",
    [
        _duty("a01d1", do="另一任务"),
        _duty("a01d1", retired="不再有效"),
        _first_role,
        _first_question,
        _first_term,
        lambda library: replace(library, themes=library.themes[:-1]),
    ],
    ids=["do", "retired", "role", "question", "term", "theme"],
)
def test_what_has_the_same_key_has_the_same_bytes(edit: Edit) -> None:
    """A file that is not made again after an edit is the one that would be made."""
    library = load(BASE).library
    other = edit(library)
    assert other != library
    places = {offer.name: offer for offer in offers(library)}
    for offer in offers(other):
        old = places.get(offer.name)
        if old and offer.format != "pdf":
            same = key(*jobs_for(library, [old])) == key(*jobs_for(other, [offer]))
            assert (make(library, old) == make(other, offer)) or not same, offer.name


def test_nothing_is_made_twice(tmp_path: Path) -> None:
    """A second workshop finds all that the first has made, and gives the same."""
    library = load(BASE).library
    told: list[tuple[int, int]] = []
    first = Workshop(library, Store(tmp_path)).all(lambda *step: told.append(step))
    assert told == [(done, len(first)) for done in range(len(first) + 1)]
    told.clear()
    second = Workshop(load(BASE).library, Store(tmp_path)).all(lambda *step: told.append(step))
    assert told == [(len(first), len(first))]
    assert second == first


def test_formats_of_one_content_show_one_version() -> None:
    """Word and PDF of a card bear the same version; cards of two roles do not."""
    library = real()
    cards = [offer for offer in offers(library) if offer.use is Use.CARD]
    versions: dict[str, set[str]] = {}
    for offer, job in zip(cards, jobs_for(library, cards), strict=True):
        assert isinstance(offer.about, Role)
        versions.setdefault(offer.about.id, set()).add(job.version)
    assert all(len(found) == 1 for found in versions.values())
    assert len(set.union(*versions.values())) == len(versions)


def _texts(count: int) -> list[Job]:
    return [Job(f"{n}.txt", Use.TEXT, "txt", f"第{n}份", str(n), "") for n in range(count)]


def test_several_processes_write_what_one_does() -> None:
    """Spawned processes give the same contents, each under the place of its job."""
    jobs = _texts(14)
    assert dict(written(jobs, processes=2)) == dict(written(jobs, processes=1))


def test_a_file_that_cannot_be_written_is_named() -> None:
    """The writer's own reason comes with the name of the file; nothing is left out silently."""
    broken = Job("broken.txt", Use.TEXT, "txt", None, "", "")
    with pytest.raises(MakeError) as refused:
        list(written([*_texts(1), broken]))
    assert (refused.value.name, "NoneType" in refused.value.reason) == ("broken.txt", True)


def test_a_document_is_reached_by_its_facts_alone() -> None:
    """What is gathered for a card or a guide leads to no other measure's duties."""
    library = real()
    for offer in offers(library):
        if offer.use in (Use.CARD, Use.GUIDE) and offer.format == "docx":
            (job,) = jobs_for(library, [offer])
            assert not any(document.measures for document in _documents(job.gathered))


def _documents(value: object) -> list[Document]:
    """Every document that a gathered value leads to."""
    found: dict[int, Document] = {}
    waiting, seen = [value], set()
    while waiting:
        here = waiting.pop()
        if id(here) in seen:
            continue
        seen.add(id(here))
        if isinstance(here, Document):
            found[id(here)] = here
        elif isinstance(here, tuple):
            waiting += here
        elif hasattr(here, "__dataclass_fields__"):
            waiting += [getattr(here, name) for name in here.__dataclass_fields__]
    return list(found.values())
