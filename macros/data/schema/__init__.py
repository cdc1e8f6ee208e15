"""JSON Schemas of the data files, for editors that complete and check while one types."""

from macros.data.schema.files import FOLDER, modeline, schemas

__all__ = ["FOLDER", "modeline", "schemas"]
