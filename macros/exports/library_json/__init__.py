"""The whole library as one JSON file, with everything computed, and its JSON Schema."""

from __future__ import annotations

import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from macros.exports.library_json import documents, entries, guides
from macros.exports.library_json.entries import reviewed
from macros.exports.library_json.records import ExportedLibrary
from macros.knowledge import Library, addresses
from macros.model.kinds import REGISTERED

SCHEMA_ID = "urn:clausebook:library:1"


def library_json(library: Library) -> str:
    """The library as JSON, laid out for reading; same library, same text."""
    return _text(exported(library).model_dump(mode="json", by_alias=True, exclude_none=True))


def schema_json() -> str:
    """The JSON Schema (draft 2020-12) of ``library_json``."""
    schema = ExportedLibrary.model_json_schema(by_alias=True, mode="serialization")
    return _text({"$schema": GenerateJsonSchema.schema_dialect, "$id": SCHEMA_ID, **schema})


def exported(library: Library) -> ExportedLibrary:
    """The library with everything computed."""
    whole: ExportedLibrary = ExportedLibrary.model_validate(
        {
            **{kind.row.listed: getattr(library, kind.row.listed) for kind in REGISTERED},
            "$schema": addresses.SCHEMA_JSON.seen_from(addresses.LIBRARY_JSON.page),
            "documents": tuple(documents.documents(library)),
            "roles": tuple(entries.roles(library)),
            "mechanisms": tuple(entries.mechanisms(library)),
            "terms": tuple(entries.terms(library)),
            "themes": tuple(entries.themes(library)),
            "records": tuple(entries.evidence(library)),
            "matrix": tuple(entries.cells(library)),
            "guides": tuple(guides.guides(library)),
            "releases": library.releases,
            "reviews": tuple(reviewed(library)),
        }
    )
    return whole


def _text(content: dict[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
