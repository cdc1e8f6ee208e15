"""What happened to each entry, and for whom: added, dropped, moved, split, merged, re-assigned."""

from __future__ import annotations

from dataclasses import replace

from macros.changes import compare
from macros.knowledge import Library
from macros.model import (
    Assignment,
    Basis,
    Clause,
    Degree,
    Document,
    Duty,
    Layout,
    Measure,
    Part,
    Rhythm,
    Role,
    RoleKind,
    Source,
    Timing,
)
from macros.model.release import Change, Changes, FieldChange, Shift, What
from tests.libraries import FACTS, ROLES, real

LONG = "学校党组织每学期专题研究一次学生资助工作，由校长牵头制订方案，班主任入户了解，结果公布。"
OTHER = "图书馆在课后和周末开放，值班教师登记借阅，损坏的图书每月清点一次。"


def duty(id_: str, *who: tuple[str, Degree], **more: object) -> Duty:
    """A duty with these roles in these degrees."""
    parts = tuple(Assignment(**{"role": r, "as": d, "basis": Basis.INFERRED}) for r, d in who)
    timing = Timing(kind=Rhythm.CONTINUOUS, basis=Basis.INFERRED)
    return Duty.model_validate(
        {"id": id_, "do": f"做{id_}", "quote": "做", "who": parts, "when": timing, **more}
    )


def measure(number: int, *texts: str | Clause, id_: str = "", part: str = "p1") -> Measure:
    """A measure of these clauses."""
    id_ = id_ or f"m{number}"
    clauses = tuple(
        Clause(id=f"{id_}c{n}", text=text) if isinstance(text, str) else text
        for n, text in enumerate(texts, start=1)
    )
    return Measure(
        id=id_, number=number, part=part, title=f"第{id_}件事", themes=("t",), clauses=clauses
    )


def library(*measures: Measure, roles: tuple[Role, ...] = ROLES) -> Library:
    """A library of one document with these measures."""
    document = Document(
        id="doc",
        short_title="试验",
        facts=FACTS,
        source=Source(file="source.txt", sha256="0" * 64),
        layout=Layout(part="{numeral}", measure="{number}"),
        parts=tuple(
            Part(id=f"p{n}", number=n, numeral=str(n), title=f"部分{n}", short=f"部{n}")
            for n in (1, 2)
        ),
    )
    return Library(documents=(document.with_measures(measures, ""),), roles=roles)


def _of(changes: Changes, kind: str) -> dict[str, Change]:
    return {change.entry: change for change in changes.changes if change.kind == kind}


def test_a_clause_that_was_split() -> None:
    """A new clause that holds most of what an old one lost is said to come from it."""
    one, two = LONG[:20] + "。", LONG[21:]
    found = _of(compare(library(measure(1, LONG)), library(measure(1, one, two))), "clause")
    assert (found["m1c2"].what, found["m1c2"].was) == (What.ADDED, ("m1c1",))


def test_clauses_that_were_merged() -> None:
    """A clause that is gone, its words in another, is said to have gone there."""
    one, two = LONG[:20], LONG[20:]
    found = _of(compare(library(measure(1, one, two)), library(measure(1, LONG))), "clause")
    ((dropped,),) = ([c for c in found.values() if c.what is What.DROPPED],)
    assert dropped.into == ("m1c1",)


def test_a_measure_that_moved_to_another_part() -> None:
    """Another part under the same id is a field that changed; its clauses did not."""
    changes = compare(library(measure(1, LONG)), library(measure(1, LONG, part="p2")))
    (change,) = changes.changes
    assert change.fields == (FieldChange(at=("part",), old="p1", new="p2"),)


def test_a_measure_put_in_counts_the_others_on() -> None:
    """Measures under new ids and numbers are found again, their clauses and duties with them."""
    held = (("r0", Degree.LEAD),)
    before = (
        measure(1, Clause(id="m1c1", text=LONG, duties=(duty("m1d1", *held),))),
        measure(2, Clause(id="m2c1", text=OTHER, duties=(duty("m2d1", *held, do="开放"),))),
    )
    now = (
        measure(1, "这一条是新写的，与别的都不同。"),
        measure(2, Clause(id="m2c1", text=LONG, duties=(duty("m2d1", *held, do="做m1d1"),))),
        measure(3, Clause(id="m3c1", text=OTHER, duties=(duty("m3d1", *held, do="开放"),))),
    )
    changes = compare(library(*before), library(*now))
    assert _of(changes, "measure")["m1"].what is What.ADDED
    assert {one.entry: one.was for one in _of(changes, "clause").values() if one.was} == {
        "m2c1": ("m1c1",),
        "m3c1": ("m2c1",),
    }
    assert {one.entry: one.was for one in _of(changes, "duty").values()} == {
        "m2d1": ("m1d1",),
        "m3d1": ("m2d1",),
    }
    assert changes.whom == ()


def _with_duties(*duties: Duty) -> Library:
    return library(measure(1, Clause(id="m1c1", text=LONG, duties=duties)))


def test_for_whom() -> None:
    """A role's part: what is new to it, what turned, what says something else, what is gone."""
    old = _with_duties(
        duty("m1d1", ("r0", Degree.SUPPORT), ("r1", Degree.LEAD)),
        duty("m1d2", ("r0", Degree.LEAD)),
        duty("m1d3", ("r0", Degree.TARGET)),
    )
    new = _with_duties(
        duty("m1d1", ("r0", Degree.LEAD), ("r1", Degree.LEAD)),
        duty("m1d2", ("r0", Degree.LEAD), no_lead="有了"),
        duty("m1d4", ("r0", Degree.LEAD)),
        duty("m1d5", ("r0", Degree.JOINT)),
    )
    (impact,) = [one for one in compare(old, new).whom if one.role == "r0"]
    assert impact.shifts == (
        Shift(new=Degree.LEAD, duties=("m1d4",)),
        Shift(new=Degree.JOINT, duties=("m1d5",)),
        Shift(old=Degree.SUPPORT, new=Degree.LEAD, duties=("m1d1",)),
        Shift(old=Degree.LEAD, new=Degree.LEAD, duties=("m1d2",)),
        Shift(old=Degree.TARGET, duties=("m1d3",)),
    )


def test_a_retired_duty_is_nobodys() -> None:
    """A duty that no longer holds leaves its roles, though its entry stays."""
    one = duty("m1d1", ("r0", Degree.LEAD))
    gone = one.model_copy(update={"retired": "不再要求"})
    changes = compare(_with_duties(one), _with_duties(gone))
    assert changes.whom[0].shifts == (Shift(old=Degree.LEAD, duties=("m1d1",)),)
    assert changes.changes[0].what is What.RETIRED
    (back,) = compare(_with_duties(gone), _with_duties(one)).changes
    assert (back.what, back.cited + back.passage) == (What.RESTORED, "第1条第1句")


def test_a_role_that_is_new_or_gone() -> None:
    """Roles are told by the name they have or had; a role that is gone comes last."""
    new_role = Role(id="added", label="新角色", kind=RoleKind.GROUP, identify="试验用。")
    old = _with_duties(duty("m1d1", ("r0", Degree.LEAD)))
    new = _with_duties(duty("m1d1", ("added", Degree.LEAD)))
    changes = compare(old, replace(new, roles=(new_role, *ROLES[1:])))
    assert [(one.role, one.name) for one in changes.whom] == [("added", "新角色"), ("r0", "角色0")]


def test_the_whole_library_new_and_gone() -> None:
    """From nothing to the repository's data and back, every entry comes and goes once."""
    came, went = compare(Library(), real()).changes, compare(real(), Library()).changes
    ids = [id_ for id_, _ in real().identified()]
    assert {change.what for change in came if change.entry in ids} == {What.ADDED}
    assert {change.what for change in went if change.entry in ids} == {What.DROPPED}
    assert sorted(c.entry for c in came if c.entry in ids) == sorted(ids)
    assert sorted(c.entry for c in went if c.entry in ids) == sorted(ids)
