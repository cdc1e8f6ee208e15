"""The responsibility matrix and the task ledger as CSV, as safe to open in Excel as to read."""

from __future__ import annotations

import csv
import re
from io import StringIO

from macros.exports import tables
from macros.exports.tables import Table
from macros.knowledge import Library
from macros.model import Document

# By this mark Excel knows the file for UTF-8.
BOM = "\ufeff"
# What a spreadsheet would take for a formula, some of them in full width, too; the browser's
# download.js has the same rule.
_FORMULA = re.compile(r"[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")


def matrix_csv(library: Library, document: Document) -> bytes:
    """The matrix of a document: a measure a row, a role a column."""
    return written(tables.responsibilities(library, document))


def ledger_csv(library: Library, document: Document) -> bytes:
    """The ledger of a document: a duty a row."""
    return written(tables.ledger(library, document))


def written(table: Table) -> bytes:
    """A table as CSV after RFC 4180, in UTF-8 with a byte order mark."""
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(map(guarded, table.heads))
    writer.writerows(map(guarded, row) for row in table.rows)
    return f"{BOM}{text.getvalue()}".encode()


def guarded(value: str | int) -> str:
    """A value as text; what would be taken for a formula gets an apostrophe in front."""
    text = str(value)
    return f"'{text}" if _FORMULA.match(text) else text
