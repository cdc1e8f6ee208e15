"""What a new entry holds when its author has said little: numbers, defaults and blanks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from macros.knowledge import Library
from macros.knowledge.citations import ITEM
from macros.model import Basis, Degree, Rhythm, Status, shape
from macros.model.entries import NOBODY
from macros.model.kinds import Kind
from macros.text.suggest import nearest
from macros.words.notation import BLANK

# What closes a sentence is no part of a quotation, nor is the number of an item.
_CLOSING = "".join(map(chr, (0x3002, 0xFF1B, 0xFF0C)))


class UnknownPlaceError(Exception):
    """There is no such place for an entry; ``wanted`` says what was asked for."""

    def __init__(self, wanted: str, suggestion: str | None) -> None:
        super().__init__(wanted)
        self.wanted = wanted
        self.suggestion = suggestion


@dataclass(frozen=True, slots=True)
class Seed:
    """An entry to be: its id, its fields as a file holds them, those that are ``blanks``.

    It goes into the ``list`` of the entry ``inside``, "" for that of the whole ``file``; without a
    list it has the file to itself.
    """

    id: str
    file: str
    fields: Mapping[str, Any]
    blanks: tuple[str, ...]
    list: str = ""
    inside: str = ""


def sown(library: Library, kind: Kind, where: str, said: Mapping[str, Any]) -> Seed:
    """The entry of a kind with the fields ``said``, by their names in files, and defaults.

    ``where`` is the clause of a duty, the measure or guide of a question, the id of anything else,
    "" for the next free one. Nothing is made up: what was not said is inferred from the text itself
    where that can be, and a blank where not. UnknownPlaceError if ``where`` is not there.
    """
    match kind:
        case Kind.DUTY:
            return _duty(library, where, said)
        case Kind.QUESTION:
            return _question(library, where, said)
    id_ = where or _next(library, f"{kind}-")
    file, listed = kind.row.file.replace("*", id_), kind.row.listed if kind.registered else ""
    given = {"select": {}, **said} if kind is Kind.GUIDE else said
    given = {"status": Status.TO_REVIEW, **given} if given.get("definition") else given
    return _seed(kind, id_, file, given, listed)


def _duty(library: Library, where: str, said: Mapping[str, Any]) -> Seed:
    kind = Kind.DUTY
    found = library.clause(where)
    if found is None:
        raise UnknownPlaceError("clause", nearest(where, [c.clause.id for c in library.clauses]))
    named = {span.entry for span in library.names_in(where)}
    item = ITEM.match(found.clause.text)
    fields = {
        "quote": found.clause.text[item.end() if item else 0 :].rstrip(_CLOSING),
        "when": {"kind": Rhythm.CONTINUOUS, "basis": Basis.INFERRED},
        **said,
        "mechanisms": [
            {"mechanism": id_, "basis": Basis.STATED if id_ in named else Basis.INFERRED}
            for id_ in said.get("mechanisms", ())
        ],
        "records": [{"record": id_, "basis": Basis.INFERRED} for id_ in said.get("records", ())],
    }
    file = found.measure.place.value.file
    id_ = _next(library, f"{found.measure.id}{kind.letter_in(Kind.MEASURE)}")
    return _seed(kind, id_, file, fields, kind.row.listed, where)


def _question(library: Library, where: str, said: Mapping[str, Any]) -> Seed:
    kind = Kind.QUESTION
    listed = kind.row.listed
    if measure := library.measure(where):
        clauses = [clause.id for clause in measure.clauses]
        file, id_ = (
            measure.place.value.file,
            _next(library, f"{where}{kind.letter_in(Kind.MEASURE)}"),
        )
        return _seed(kind, id_, file, {"quotes": clauses, **said}, listed)
    if guide := next((one for one in library.guides if one.id == where), None):
        file, id_ = guide.place.value.file, _next(library, f"{where}{kind.letter_in(Kind.GUIDE)}")
        return _seed(kind, id_, file, {"quotes": [NOBODY], **said}, listed)
    known = [*(m.id for m in library.measures), *(g.id for g in library.guides)]
    raise UnknownPlaceError("measure", nearest(where, known))


def _next(library: Library, prefix: str) -> str:
    """The id with the number after the highest that was ever given with this prefix.

    No id is ever taken away from the library, so none is given twice.
    """
    pattern = re.compile(re.escape(prefix) + r"([0-9]+)")
    taken = [pattern.fullmatch(id_) for id_, _ in library.identified()]
    return f"{prefix}{max((int(found[1]) for found in taken if found), default=0) + 1}"


def _seed(
    kind: Kind,
    id_: str,
    file: str,
    said: Mapping[str, Any],
    *home: str,
) -> Seed:
    """The entry with a blank for each field that a file must hold and nobody has said.

    ``home`` is the list it goes into, and the entry that this is a field of.
    """
    fields: dict[str, Any] = {"id": id_, **said}
    blanks = [name for name in ("quotes", "select") if fields.get(name) in ([NOBODY], {})]
    for name, field in shape.fields(kind.row.record).items():
        if field.is_required() and name not in fields:
            fields[name] = _blank(name)
            blanks.append(name)
    return Seed(id_, file, fields, tuple(blanks), *home)


def _blank(name: str) -> Any:
    match name:
        case "who":
            return [{"role": NOBODY, "as": Degree.LEAD, "basis": Basis.INFERRED}]
        case "keeper":
            return NOBODY
        case _:
            return BLANK
