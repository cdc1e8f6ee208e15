"""The library as JSON, and its schema."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from macros.exports.library_json import library_json, schema_json
from macros.knowledge import Library
from macros.knowledge.addresses import Address
from macros.knowledge.guides.catalogue import catalogue
from macros.views import pages
from tests.knowledge.reviews.test_ground import with_field
from tests.knowledge.reviews.test_standing import reviewed
from tests.libraries import law, real
from tests.projects import REPOSITORY


@pytest.fixture(scope="module")
def content() -> Any:
    """The repository's library as another program reads it."""
    return json.loads(library_json(real()))


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    """The published schema, in the hands of somebody else's validator."""
    schema = json.loads(schema_json())
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def _clauses(content: Any) -> list[Any]:
    return [
        clause
        for document in content["documents"]
        for measure in document["measures"]
        for clause in measure["clauses"]
    ]


def _duties(content: Any) -> list[Any]:
    return [duty for clause in _clauses(content) for duty in clause["duties"]]


def _fields(content: Any) -> Iterator[tuple[str, Any]]:
    """Every key with its value, wherever it stands."""
    if isinstance(content, dict):
        yield from content.items()
    for value in content.values() if isinstance(content, dict) else content:
        if isinstance(value, dict | list):
            yield from _fields(value)


def test_the_json_obeys_its_schema(content: Any, validator: Draft202012Validator) -> None:
    """An independent validator finds nothing to object to."""
    assert [error.message for error in validator.iter_errors(content)] == []


@law
def test_the_json_of_any_library_obeys_the_schema(library: Library) -> None:
    """No library leads to a file that its schema does not allow."""
    validator = Draft202012Validator(json.loads(schema_json()))
    assert validator.is_valid(json.loads(library_json(library)))


def test_the_schema_refuses_what_is_wrong(content: Any, validator: Draft202012Validator) -> None:
    """An unknown field, a missing one and an unknown degree are each refused."""
    text = json.dumps(content)
    unknown, missing, degree = (json.loads(text) for _ in range(3))
    unknown["terms"][0]["colour"] = "red"
    del missing["roles"][0]["label"]
    degree["matrix"][0]["as"] = "boss"
    for wrong in (unknown, missing, degree):
        assert not validator.is_valid(wrong)


def test_the_clauses_are_those_of_the_data(content: Any) -> None:
    """The clauses of the file, in order, are the stored ones, code point by code point."""
    stored = [(found.clause.id, found.clause.text) for found in real().clauses]
    assert [(clause["id"], clause["text"]) for clause in _clauses(content)] == stored


def test_titles_and_clauses_together_are_the_source(content: Any) -> None:
    """Put into the document's own layout, the file's texts give the text of record."""
    for document, stored in zip(content["documents"], real().documents, strict=True):
        layout = document["layout"]
        text = layout["opening"]
        for part in document["parts"]:
            text += layout["part"].format(numeral=part["numeral"], title=part["title"])
            for measure in document["measures"]:
                if measure["part"] == part["id"]:
                    clauses = "".join(c.get("before", "") + c["text"] for c in measure["clauses"])
                    text += layout["measure"].format(**measure | {"clauses": clauses})
        assert text + layout["closing"] == stored.text


def test_every_span_cuts_out_its_name(content: Any) -> None:
    """A span's code points are its text, and its text is a name of its entry."""
    names = {
        entry["id"]: {entry["label"], *entry["aliases"]}
        for registry in ("roles", "mechanisms", "terms")
        for entry in content[registry]
    }
    spans = [
        (text, name)
        for document in content["documents"]
        for measure in document["measures"]
        for text, found in (
            (measure["title"], measure["title_names"]),
            *((c["text"], c["names"] + c["role_names"]) for c in measure["clauses"]),
        )
        for name in found
    ]
    assert len(spans) > 100
    for text, name in spans:
        assert text[name["start"] : name["end"]] == name["text"]
        assert name["text"] in names[name["entry"]]


def test_mentions_are_the_spans_seen_from_the_entry(content: Any) -> None:
    """What clauses name and what entries are mentioned by is the same set of places."""
    named = {
        (span["entry"], clause["id"], span["start"], span["end"])
        for clause in _clauses(content)
        for span in clause["names"] + clause["role_names"]
    }
    mentioned = {
        (entry["id"], mention["clause"], mention["start"], mention["end"])
        for registry in ("roles", "mechanisms", "terms")
        for entry in content[registry]
        for mention in entry["mentions"]
    }
    assert mentioned == named


def test_every_assignment_is_listed_under_its_role(content: Any) -> None:
    """The duties under the roles are the assignments of the duties, no more and no less."""
    assigned = sorted(
        (who["role"], duty["id"], who["as"], who["basis"])
        for duty in _duties(content)
        if "retired" not in duty
        for who in duty["who"]
    )
    listed = sorted(
        (role["id"], stake["duty"], stake["as"], stake["basis"])
        for role in content["roles"]
        for stake in role["duties"]
    )
    assert listed == assigned


def test_every_assignment_is_behind_a_cell(content: Any) -> None:
    """Each role of each duty is in exactly one cell of the matrix."""
    measures = {
        duty["id"]: measure["id"]
        for document in content["documents"]
        for measure in document["measures"]
        for clause in measure["clauses"]
        for duty in clause["duties"]
    }
    behind = sorted(
        (cell["measure"], cell["role"], duty)
        for cell in content["matrix"]
        for duty in cell["duties"]
    )
    assigned = sorted(
        (measures[stake["duty"]], role["id"], stake["duty"])
        for role in content["roles"]
        for stake in role["duties"]
    )
    assert behind == assigned


def test_every_address_is_a_page_of_the_site(content: Any) -> None:
    """No address of the file leads to a page that the views do not make."""
    found = [Address(*value.split("#")) for key, value in _fields(content) if key == "address"]
    assert len(found) > 300
    assert {address.page for address in found} <= {page.address.page for page in pages(real())}


def test_nothing_is_null(content: Any) -> None:
    """A field without a value is left out, as in the data files."""
    assert [key for key, value in _fields(content) if value is None] == []


def test_the_bytes_do_not_depend_on_the_process() -> None:
    """Two processes with different hash seeds and locales write the same file."""
    program = (
        "import sys;from pathlib import Path;from macros.data import load;"
        "from macros.exports.library_json import library_json as made;"
        "sys.stdout.buffer.write(made(load(Path('.')).library).encode())"
    )
    first, second = (
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=REPOSITORY,
            env={**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale},
            check=True,
            capture_output=True,
        ).stdout
        for seed, locale in (("1", "C"), ("2", "C.UTF-8"))
    )
    assert first == second
    assert first.decode() == library_json(real())


def test_the_guides_are_those_of_the_catalogue(content: Any) -> None:
    """Every guide is exported with its meetings; minutes, clauses and questions are the same."""
    made = catalogue(real())
    assert [guide["id"] for guide in content["guides"]] == [guide.id for guide in made]
    for exported, guide in zip(content["guides"], made, strict=True):
        assert [m["minutes"] for m in exported["meetings"]] == [
            meeting.minutes for meeting in guide.course.meetings
        ]
        steps = [step for meeting in exported["meetings"] for step in meeting["steps"]]
        assert [step["questions"] for step in steps] == [
            [question.id for question in step.questions] for step in guide.course.steps
        ]
        assert [step["clauses"] for step in steps] == [
            [c.clause.id for c in step.passage.clauses] for step in guide.course.steps
        ]


def test_reviews_are_told(validator: Draft202012Validator) -> None:
    """An entry that was reviewed says by whom and whether that still counts; others say nothing."""
    library = reviewed(real(), ["m18c2", "m18d8"])
    changed = with_field(library, "m18d8", "no_lead", "别的")
    content = json.loads(library_json(changed))
    validator.validate(content)
    assert content["reviews"] == [
        {"entry": id_, "kind": kind, "state": state, "by": ["甲"], "dates": ["2026-09-01"]}
        for id_, kind, state in (("m18c2", "clause", "reviewed"), ("m18d8", "duty", "lapsed"))
    ]
