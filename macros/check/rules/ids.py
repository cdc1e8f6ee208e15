"""N0x: ids are unique, speak of where they belong, and can be file names everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.check.rules.rule import Rule
from macros.knowledge import Library, addresses
from macros.model import Question
from macros.text.diagnostics import Diagnostic
from macros.text.location import Location, Place

# Names that Windows keeps for devices, with any extension.
_DEVICES = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]", re.ASCII)
# Folders that the site fills with other things than documents.
_FOLDERS = frozenset({"assets", "data", "editing", "search", "study", "changes", "sitemap"})


def id_twice(library: Library) -> Iterator[Diagnostic]:
    """An id is given once in the whole library, whatever the kind of record."""
    first: dict[str, Location] = {}
    for id_, record in library.identified():
        here = record.place.at("id")
        if id_ in first:
            yield Diagnostic("N01", here, {"id": id_}, also=(first[id_],))
        else:
            first[id_] = here


def id_of_another_measure(library: Library) -> Iterator[Diagnostic]:
    """The id of a clause, duty or question is its measure's id, then c, d or q and a number.

    That of a guide's own question is the guide's id, then -q and a number.
    The numbers may have gaps: what was removed takes its number along, since an id is never given
    to something else.
    """
    for found in library.entries:
        if found.kind.row.letter:
            home = next(one for one in reversed(found.above) if one.kind.row.page)
            begin = f"{home.id}{found.kind.letter_in(home.kind)}"
            if not re.fullmatch(f"{re.escape(begin)}[1-9][0-9]*", found.id, re.ASCII):
                place = found.record.place.at("id")
                yield Diagnostic("N02", place, {"id": found.id, "begin": begin})


def id_is_a_device(library: Library) -> Iterator[Diagnostic]:
    """No id is a name that Windows keeps for a device, such as con, aux or com1.

    Pages are files named by ids, and such a file can neither be made nor copied there. (Ids that
    differ only in case cannot occur, since an id is written in small letters.)
    """
    for id_, record in library.identified():
        if _DEVICES.fullmatch(id_):
            yield Diagnostic("N03", record.place.at("id"), {"id": id_})


def id_is_a_page(library: Library) -> Iterator[Diagnostic]:
    """No document has the id of a page or folder of the site, and nothing is called ``index``."""
    pages = {
        value.page.removesuffix(".html")
        for value in vars(addresses).values()
        if isinstance(value, addresses.Address)
    }
    documents = {document.id for document in library.documents}
    for id_, record in library.identified():
        taken = id_ in documents and (id_ in pages or id_ in _FOLDERS)
        if taken or id_ == "index":
            yield Diagnostic("N04", record.place.at("id"), {"id": id_})


def id_listed_twice(library: Library) -> Iterator[Diagnostic]:
    """A list of ids names each once: themes, mechanisms, records, quoted clauses, roles asked.

    (A role with two parts in one duty is D04.)
    """
    for measure in library.measures:
        yield from _repeated(measure.themes, measure.place, "themes")
        for duty in measure.duties:
            named = tuple(use.mechanism for use in duty.mechanisms)
            yield from _repeated(named, duty.place, "mechanisms")
            yield from _repeated(tuple(use.record for use in duty.records), duty.place, "records")
        for question in measure.questions:
            yield from _asked_twice(question)
    for guide in library.guides:
        yield from _repeated(guide.audience, guide.place, "audience")
        for field in type(guide.select).model_fields:
            if field != "place":
                yield from _repeated(getattr(guide.select, field), guide.select.place, field)
        for question in guide.questions:
            yield from _asked_twice(question)


RULES = (
    Rule("N01", id_twice),
    Rule("N02", id_of_another_measure),
    Rule("N03", id_is_a_device),
    Rule("N04", id_is_a_page),
    Rule("N05", id_listed_twice),
)


def _asked_twice(question: Question) -> Iterator[Diagnostic]:
    yield from _repeated(question.quotes, question.place, "quotes")
    yield from _repeated(question.roles, question.place, "roles")


def _repeated(ids: tuple[str, ...], place: Place, field: str) -> Iterator[Diagnostic]:
    """A finding for each id that stands earlier in the list under ``field``."""
    first: dict[str, int] = {}
    for index, id_ in enumerate(ids):
        if first.setdefault(id_, index) < index:
            yield Diagnostic(
                "N05",
                place.at(field, index),
                {"id": id_, "field": field},
                also=(place.at(field, first[id_]),),
            )
