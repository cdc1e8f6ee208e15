"""S: an authored guide selects what is there, fits its time, and every self-check item is sound."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from macros.check.rules import named_ids
from macros.check.rules.rule import Rule
from macros.knowledge import Library
from macros.knowledge.guides import passages, selfcheck
from macros.knowledge.guides.catalogue import Origin, authored
from macros.knowledge.guides.guide import room_of
from macros.knowledge.guides.proof import right_options
from macros.model import Guide, Selection
from macros.text.diagnostics import Diagnostic

# Pages that stand beside the guides.
_PAGES = ("cards", "index", "pace")
_LookUp = Callable[[str], object]
_FIELDS = tuple(field for field in Selection.model_fields if field != "place")


def unknown_part_or_measure(library: Library) -> Iterator[Diagnostic]:
    """A part or measure that a guide selects exists.

    (Unknown roles, mechanisms, records, themes and clauses are N11, N12, N13, N14 and N16.)
    """
    known = {
        "parts": {p.id for d in library.documents for p in d.every_part},
        "measures": {m.id for d in library.documents for m in d.every_measure},
    }
    for field, ids in known.items():
        yield from named_ids.unknown("S01", named_ids.selected(library, field), ids, {})


def selects_nothing(library: Library) -> Iterator[Diagnostic]:
    """A guide selects by at least one field."""
    for guide in named_ids.guides(library):
        if not any(getattr(guide.select, field) for field in _FIELDS):
            yield Diagnostic("S02", guide.place.at("select"), {"guide": guide.id})


def name_selects_nothing(library: Library) -> Iterator[Diagnostic]:
    """Everything that a guide names in its selection brings in at least one clause."""
    holds: dict[str, tuple[_LookUp, _LookUp]] = {
        "parts": (library.part, library.measures_of_part),
        "themes": (library.theme, partial(passages.measures_of_theme, library)),
        "roles": (library.role, library.duties_of_role),
        "mechanisms": (library.mechanism, library.duties_of_mechanism),
        "records": (library.record, library.duties_of_record),
    }
    for guide in named_ids.guides(library):
        for field, (known, held) in holds.items():
            for index, id_ in enumerate(getattr(guide.select, field)):
                if known(id_) and not held(id_):
                    where = guide.place.at("select", field, index)
                    yield Diagnostic("S03", where, {"id": id_, "guide": guide.id})


def question_out_of_place(library: Library) -> Iterator[Diagnostic]:
    """A guide's own question rests on a clause that the guide reads; else it would be lost."""
    for guide in named_ids.guides(library):
        read = {
            clause.clause.id
            for passage in passages.of_selection(library, guide.select)
            for clause in passage.clauses
        }
        for question in guide.questions:
            known = all(library.clause(id_) for id_ in question.quotes)
            if read and known and not read & {*question.quotes}:
                yield Diagnostic(
                    "S04",
                    question.place.at("quotes"),
                    {"question": question.id, "clauses": " ".join(question.quotes)},
                )


def id_is_generated(library: Library) -> Iterator[Diagnostic]:
    """An authored guide has an id that no generated guide and no page beside it can have."""
    for guide in named_ids.guides(library):
        begin = guide.id.partition("-")[0]
        if guide.id in _PAGES or begin in {o.value for o in Origin if o is not Origin.AUTHORED}:
            yield Diagnostic("S05", guide.place.at("id"), {"id": guide.id})


def too_many_meetings(library: Library) -> Iterator[Diagnostic]:
    """A guide has no more meetings than measures that it reads."""
    for guide in named_ids.guides(library):
        count = len(passages.of_selection(library, guide.select))
        if guide.meetings is not None and 0 < count < guide.meetings:
            yield Diagnostic(
                "S06",
                guide.place.at("meetings"),
                {"meetings": str(guide.meetings), "count": str(count)},
            )


def meeting_too_long(library: Library) -> Iterator[Diagnostic]:
    """No meeting of an authored guide takes longer than its minutes."""
    for guide in authored(library):
        if guide.authored is None or not _has_room(library, guide.authored):
            continue
        most = guide.authored.minutes or library.pace.meeting
        for meeting in guide.course.meetings:
            if meeting.minutes > most:
                yield Diagnostic(
                    "S07",
                    guide.authored.place.at("meetings"),
                    {
                        "guide": guide.id,
                        "meeting": str(meeting.ordinal),
                        "minutes": str(meeting.minutes),
                        "most": str(most),
                    },
                )


def item_with_two_answers(library: Library) -> Iterator[Diagnostic]:
    """A self-check item has exactly one right answer, whichever option is tried against the data.

    Two names with the same definition, or two roles that readers know by the same words, are one
    answer twice.
    """
    for clause in library.clauses:
        for item in selfcheck.items(library, clause):
            right = right_options(library, item)
            if right != (item.right,):
                others = [item.options[n].text for n in right if n != item.right]
                yield Diagnostic(
                    "S08",
                    clause.clause.place.at("text"),
                    {
                        "clause": clause.clause.id,
                        "right": item.options[item.right].text,
                        "other": " ".join(others),
                    },
                )
                break


def no_time(library: Library) -> Iterator[Diagnostic]:
    """A meeting is longer than its opening and closing together."""
    pace = library.pace
    if room_of(pace) <= 0:
        yield Diagnostic("S09", pace.place.at("meeting"), _times(library, pace.meeting))
    for guide in named_ids.guides(library):
        if guide.minutes is not None and not _has_room(library, guide):
            yield Diagnostic("S09", guide.place.at("minutes"), _times(library, guide.minutes))


RULES = (
    Rule("S01", unknown_part_or_measure, whole=True),
    Rule("S02", selects_nothing),
    Rule("S03", name_selects_nothing, whole=True),
    Rule("S04", question_out_of_place, whole=True),
    Rule("S05", id_is_generated),
    Rule("S06", too_many_meetings, whole=True),
    Rule("S07", meeting_too_long, whole=True),
    Rule("S08", item_with_two_answers, whole=True),
    Rule("S09", no_time),
)


def _has_room(library: Library, guide: Guide) -> bool:
    return room_of(library.pace, guide.minutes) > 0


def _times(library: Library, minutes: int) -> dict[str, str]:
    pace = library.pace
    return {"minutes": str(minutes), "least": str(pace.opening + pace.closing + 1)}
