"""Facts about every guide of the real library: those generated and those authored."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from macros.knowledge.guides import catalogue as guides
from macros.knowledge.guides.catalogue import Origin, StudyGuide, catalogue
from macros.knowledge.guides.guide import room_of
from macros.knowledge.guides.selfcheck import ItemKind
from macros.model import Basis, QuestionKind
from macros.views import cards
from tests.libraries import real

GUIDES = catalogue(real())
ROOT = Path(__file__).parents[3]
each_guide = pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.id)
each_made = pytest.mark.parametrize(
    "guide", [g for g in GUIDES if g.origin is not Origin.AUTHORED], ids=lambda guide: guide.id
)


def test_ids_are_unique() -> None:
    """No two guides have one address."""
    assert len({guide.id for guide in GUIDES}) == len(GUIDES)


@each_guide
def test_the_minutes_add_up(guide: StudyGuide) -> None:
    """A step is its reading, talking and checking; each of them follows from the pace."""
    pace = real().pace
    for meeting in guide.course.meetings:
        assert meeting.minutes == pace.opening + pace.closing + sum(
            step.reading + step.talking + step.checking for step in meeting.steps
        )
    for step in guide.course.steps:
        assert step.talking == sum(getattr(pace, q.kind.value) for q in step.questions)
        characters = len(step.passage.measure.title) + sum(
            len(context.clause.text) for context in step.passage.clauses
        )
        assert step.reading == -(-characters // pace.reading)
        assert step.checking == -(-len(step.items) // pace.items)
    assert guide.course.minutes == sum(m.minutes for m in guide.course.meetings)


@each_guide
def test_no_meeting_is_too_long(guide: StudyGuide) -> None:
    """No meeting takes longer than a meeting has."""
    minutes = guide.authored.minutes if guide.authored else None
    for meeting in guide.course.meetings:
        assert sum(step.minutes for step in meeting.steps) <= room_of(real().pace, minutes)


@each_guide
def test_passages_keep_the_order_of_the_text(guide: StudyGuide) -> None:
    """The clauses are read in the order of the text, each once."""
    order = [context.clause.id for context in real().clauses]
    read = [c.clause.id for step in guide.course.steps for c in step.passage.clauses]
    assert read == [id_ for id_ in order if id_ in set(read)]


@each_made
def test_each_duty_of_its_audience_appears(guide: StudyGuide) -> None:
    """A generated guide reads every duty of its roles; one for everyone, all of its measures."""
    library = real() if guide.origin is Origin.PART else real().real
    shown = [duty.duty.id for step in guide.course.steps for duty in step.duties]
    assert len(shown) == len(set(shown))
    owed = {duty.duty.id for role in guide.audience for duty, _ in library.duties_of_role(role.id)}
    if not guide.audience:
        read = {step.passage.measure.id for step in guide.course.steps}
        owed = {duty.duty.id for duty in library.duties if duty.measure.id in read}
    assert set(shown) == owed


@each_guide
def test_no_question_twice(guide: StudyGuide) -> None:
    """A guide asks no question twice, and each rests on a clause that it reads."""
    asked = [q for step in guide.course.steps for q in step.questions]
    assert len({q.id for q in asked}) == len({q.text for q in asked}) == len(asked)
    for step in guide.course.steps:
        read = {context.clause.id for context in step.passage.clauses}
        assert all(read & {*question.quotes} for question in step.questions)


def test_own_questions_are_asked() -> None:
    """No question of an author is lost."""
    asked = {
        guide.authored.id: {q.id for step in guide.course.steps for q in step.questions}
        for guide in GUIDES
        if guide.authored
    }
    own = {guide.id: {q.id for q in guide.questions} for guide in real().guides}
    assert any(own.values())
    assert all(ids <= asked[guide] for guide, ids in own.items())


def test_questions_are_spread_over_the_kinds() -> None:
    """Over all guides each kind is asked, none less than a twentieth of all."""
    kinds = Counter(q.kind for g in GUIDES for step in g.course.steps for q in step.questions)
    assert min(kinds[kind] for kind in QuestionKind) * 20 >= sum(kinds.values())


def test_every_role_part_and_theme_has_a_guide() -> None:
    """Every role with duties has one guide; so has every part, and every theme with measures.

    An invented text is read by the guides of its own parts only.
    """
    library = real().real
    served = Counter(
        role.id
        for guide in GUIDES
        if guide.origin in (Origin.ROLE, Origin.GROUP)
        for role in guide.audience
    )
    assert served == {r.id: 1 for r in library.roles if library.duties_of_role(r.id)}
    for document in real().documents:
        assert all(guides.of_part(real(), part.id) for part in document.parts)
    assert all(guides.of_theme(real(), theme.id) for theme in library.themes)
    for role in library.roles:
        found = guides.of_role(real(), role.id)
        assert found is None or role in found.audience or role.part_of is not None
        assert (found is not None) >= bool(library.duties_of_role(role.id))


def test_an_invented_text_is_read_by_its_own_guides_only() -> None:
    """No guide but those of its parts, and no flash card, holds words of a sample."""
    (sample,) = (document for document in real().documents if document.sample)
    own = {f"part-{part.id}" for part in sample.parts}
    reading = {
        guide.id
        for guide in GUIDES
        for step in guide.course.steps
        if step.passage.measure in sample.measures
    }
    assert reading == own
    assert not any(shown.context.document is sample for shown in cards.view(real()).duties)


def test_every_duty_is_in_a_guide() -> None:
    """Every duty of the library stands in one guide at least."""
    shown = {d.duty.id for g in GUIDES for step in g.course.steps for d in step.duties}
    assert shown == {duty.duty.id for duty in real().duties}


def test_class_teachers_meet_once() -> None:
    """The guide for class and subject teachers is one meeting of a lesson at most."""
    (guide,) = (guide for guide in GUIDES if guide.id == "teachers-meeting")
    assert len(guide.course.meetings) == 1
    assert guide.course.minutes <= 45


def test_a_guide_reads_what_it_says() -> None:
    """The guides that are said to read a measure do, and none that does is left out."""
    library = real()
    for measure in library.measures:
        named = {guide.id for guide in guides.reading(library, measure.id)}
        assert named == {
            guide.id
            for guide in GUIDES
            if guide.origin not in (Origin.ROLE, Origin.GROUP)
            and measure.id in {step.passage.measure.id for step in guide.course.steps}
        }


def test_the_catalogue_is_the_same_in_another_process() -> None:
    """Whatever the hash seed, the same guides come out, item by item."""
    script = (
        "from pathlib import Path\n"
        "from macros.data import load\n"
        "from macros.knowledge.guides.catalogue import catalogue\n"
        "for g in catalogue(load(Path('.')).library):\n"
        "    for s in g.course.steps:\n"
        "        print(g.id, s.minutes, [q.id for q in s.questions],\n"
        "              [(i.id, i.right, [repr(o) for o in i.options]) for i in s.items])\n"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


def test_a_who_item_asks_for_what_is_stated() -> None:
    """A who item asks only for what the text states."""
    items = [item for guide in GUIDES for step in guide.course.steps for item in step.items]
    leads = [item.duty.lead for item in items if item.duty and item.kind is ItemKind.WHO]
    assert {lead and lead.basis for lead in leads} == {Basis.STATED}


def test_another_library_has_its_own_guides() -> None:
    """What was worked out for one library is never handed out for another."""
    fewer = replace(real(), guides=())
    assert len(catalogue(fewer)) == len(GUIDES) - len(real().guides)
