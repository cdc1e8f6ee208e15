"""The editing references and the coverage report."""

from __future__ import annotations

from typing import get_args

import pytest

from macros import model
from macros.knowledge import Library
from macros.model import Record, release
from macros.model.shape import fields
from macros.views import coverage, diagnostics
from macros.views.fields import RECORDS, Shape, ValueKind, shape
from macros.words import messages
from macros.words.fields import all_words
from tests.libraries import real
from tests.projects import REPOSITORY

HANDBOOK = (REPOSITORY / "docs/editing/index.md").read_text(encoding="utf-8")


def test_every_field_has_its_words_and_no_words_are_left_over() -> None:
    """The words' file describes exactly the records and fields that data files hold."""
    described = {name: set(words.fields) for name, words in all_words().items()}
    held = {record.__name__: set(fields(record)) for record in RECORDS}
    assert described == held


def test_every_record_an_editor_can_write_is_in_the_reference() -> None:
    """Whatever can be reached from a document or a registry's entry has its table."""

    def inside(annotation: object) -> set[type[Record]]:
        found = {annotation} if isinstance(annotation, type) else set()
        for argument in get_args(annotation):
            found |= inside(argument)
        return {one for one in found if isinstance(one, type) and issubclass(one, Record)}

    seen: set[type[Record]] = set()
    waiting = [
        model.Document,
        model.Role,
        model.Mechanism,
        model.Term,
        model.Theme,
        model.EvidenceRecord,
        model.Guide,
        model.Pace,
        model.SchoolYear,
        model.SearchWords,
        model.Review,
        model.ReviewRule,
        release.Release,
    ]
    while waiting:
        record = waiting.pop()
        if record not in seen:
            seen.add(record)
            for field in record.model_fields.values():
                waiting.extend(inside(field.annotation))
    assert seen == set(RECORDS)


@pytest.mark.parametrize(
    ("record", "field", "expected"),
    [
        (model.Role, "id", Shape(ValueKind.ID)),
        (model.Role, "part_of", Shape(ValueKind.ID)),
        (model.Role, "label", Shape(ValueKind.TEXT)),
        (model.Measure, "number", Shape(ValueKind.COUNT)),
        (model.Clause, "normative", Shape(ValueKind.TRUTH)),
        (model.Measure, "themes", Shape(ValueKind.ID, many=True)),
        (model.Clause, "duties", Shape(ValueKind.RECORD, many=True, record="Duty")),
        (model.Duty, "mechanisms", Shape(ValueKind.RECORD, many=True, record="MechanismUse")),
        (
            model.Term,
            "status",
            Shape(ValueKind.CHOICE, vocabulary="Status", choices=("pending", "to-review")),
        ),
        (
            model.Assignment,
            "basis",
            Shape(ValueKind.CHOICE, vocabulary="Basis", choices=("stated", "inferred")),
        ),
    ],
)
def test_the_shape_of_a_field(record: type[Record], field: str, expected: Shape) -> None:
    """What may be written is read off the model: kind, list, vocabulary or record."""
    info = record.model_fields[field]
    assert shape(info.annotation, tuple(info.metadata)) == expected


def test_every_code_is_in_the_reference_once() -> None:
    """The reference of findings holds each code of the catalogue once, in ascending order."""
    codes = [entry.code for family in diagnostics.view() for entry in family.entries]
    assert codes == sorted(messages.all_codes())


def test_no_placeholder_is_shown_to_readers() -> None:
    """A place that a finding fills is marked as such and its name in the code is not a literal."""
    for family in diagnostics.view():
        for entry in family.entries:
            template = messages.message(entry.code).text
            literal = "".join(text for text, filled in entry.text if not filled)
            names = [text for text, filled in entry.text if filled]
            assert len(literal) + sum(len(name) + 2 for name in names) <= len(template)
            assert all(f"{{{name}" in template for name in names)


def test_every_character_of_the_source_is_accounted_for() -> None:
    """The kinds of characters add up to the whole source."""
    for covered in coverage.view(real()).documents:
        assert covered.whole
        assert sum(size for _, size in covered.kinds) == covered.characters


def test_the_parts_add_up_to_the_library() -> None:
    """Measures, clauses, duties and claims of all parts are those of the library."""
    library = real()
    rows = [row for covered in coverage.view(library).documents for row in covered.parts]
    assert sum(row.measures for row in rows) == len(library.measures)
    assert sum(row.clauses for row in rows) == len(library.clauses)
    assert sum(row.duties for row in rows) == len(library.duties)
    claims = [row.roles for row in rows]
    assert sum(c.stated + c.inferred for c in claims) == sum(
        len(found.duty.who) for found in library.duties
    )


def test_what_is_open_is_listed() -> None:
    """Every definition that is pending or to be reviewed is named, and nothing else."""
    library = real()
    view = coverage.view(library)
    entries = library.glossary
    pending = [e.label for e in entries if e.definition is None]
    to_review = [e.label for e in entries if e.definition is not None]
    assert [link.label for link in view.pending] == pending
    assert [link.label for link in view.to_review] == to_review
    assert view.defined == len(entries)


def test_an_empty_library_has_a_report_too() -> None:
    """With nothing in it, the report is empty, not an error."""
    view = coverage.view(Library())
    assert (view.documents, view.pending, view.defined) == ((), (), 0)


def test_the_handbook_shows_true_examples() -> None:
    """The duty that the handbook shows is in the data, with these words and this quote."""
    found = real().duty("m18d8")
    assert found
    assert f"do: {found.duty.do}\n" in HANDBOOK
    assert f"quote: {found.duty.quote}\n" in HANDBOOK
    assert (
        messages.message("B01").says(
            {"quote": "党组织书记（校长）每学期给师生上1次思政课", "clause": "m18c2"}
        )
        in HANDBOOK
    )
