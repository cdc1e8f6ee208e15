"""JSON Schemas of the data files, for editors that complete and check while one types."""

from macros.data.schema.files import FOLDER, schemas
from macros.schema.modeline import modeline

__all__ = ["FOLDER", "modeline", "schemas"]
