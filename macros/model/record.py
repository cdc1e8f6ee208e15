"""What all records have in common."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from macros.text.location import NOWHERE, Place


class Record(BaseModel):
    """Base of all records: frozen, closed to unknown fields, aware of where it was written."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_enum_values=False)

    place: Place = Field(default_factory=lambda: NOWHERE, alias="@", repr=False, exclude=True)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """The JSON Schema without ``@``, which no file holds."""
        result = handler(schema)
        resolved = handler.resolve_ref_schema(result)
        resolved.get("properties", {}).pop("@", None)
        return result
