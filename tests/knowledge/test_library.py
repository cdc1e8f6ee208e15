"""All records together: what is found of them, and what is kept with them."""

from __future__ import annotations

import pickle
from dataclasses import replace

from macros.knowledge import Library, once
from macros.model import Role, RoleKind
from tests.libraries import OLD, SUCCESSION, real


def _role(id_: str, part_of: str | None) -> Role:
    return Role(id=id_, label=id_, kind=RoleKind.ORGAN, identify="试验用。", part_of=part_of)


def test_of_two_with_one_id_the_first_is_found() -> None:
    """A look-up answers the first of several, and nothing for an id that is not there."""
    twice = Library(roles=(OLD, OLD.model_copy(update={"label": "别的"})))
    assert twice.role("old") == OLD
    assert twice.role("new") is None


def test_what_a_role_belongs_to_is_named_step_by_step() -> None:
    """From the role outwards; a circle is walked once, and what does not exist is not named."""
    library = Library(roles=(_role("a", "b"), _role("b", "c"), _role("c", "b"), _role("d", "e")))
    assert library.wholes("a") == ("a", "b", "c")
    assert library.wholes("c") == ("c", "b")
    assert library.wholes("d") == ("d",)
    assert library.wholes("e") == ()


def test_each_question_leads_to_who_asks_it() -> None:
    """A question is found with its measure or its guide."""
    library = real()
    for holder in (*library.measures, *library.guides):
        for question in holder.questions:
            assert library.asking(question.id) is holder
    assert library.asking("m01") is None


def test_work_is_done_once_for_a_library() -> None:
    """The same library is worked on once; another one, even if it is equal, for itself."""
    done: list[Library] = []

    @once
    def work(library: Library) -> int:
        done.append(library)
        return len(done)

    equal = replace(SUCCESSION)
    assert [work(SUCCESSION), work(SUCCESSION), work(equal), work(SUCCESSION)] == [1, 1, 2, 1]


def test_what_was_worked_out_stays_at_home() -> None:
    """Sent to another process, a library is equal and has nothing with it that can be redone."""
    library = replace(SUCCESSION)
    once(Library.identified)(library)
    sent = pickle.loads(pickle.dumps(library))
    assert sent == library
    assert vars(sent).keys() == vars(Library()).keys()
