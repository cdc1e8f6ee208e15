"""The records of the library: what a document, a duty or a term is made of, field by field.

The JSON Schema and the field reference of the handbook are made from this room. All text fields
hold exactly what the YAML says; nothing is trimmed or normalised.
"""

from __future__ import annotations

from macros.model.degrees import Degree, Share
from macros.model.document import Document, Fact, Facts, Layout, Original, Part, Source
from macros.model.duty import Assignment, Duty, MechanismUse, RecordUse, Timing
from macros.model.entries import (
    Definition,
    Entry,
    EvidenceRecord,
    Mechanism,
    Named,
    Role,
    Term,
    Theme,
)
from macros.model.guide import Guide, Pace, Selection
from macros.model.measure import Clause, Measure, Question, Relation
from macros.model.record import Record
from macros.model.review import Review, ReviewRule
from macros.model.scalars import ID_PATTERN, Count, Day, Id, Text, fits
from macros.model.settings import FirstMeeting, SchoolYear, SearchWords, Synonym
from macros.model.vocabularies import (
    Basis,
    DefinitionOrigin,
    DocumentState,
    FactStatus,
    MechanismKind,
    PartKind,
    Period,
    QuestionKind,
    RelationType,
    Rhythm,
    RoleKind,
    Status,
    Unit,
)

Retirable = Entry | Part | Measure | Clause | Duty | Question
"""What stays under its permanent id when it no longer holds."""

__all__ = [
    "ID_PATTERN",
    "Assignment",
    "Basis",
    "Clause",
    "Count",
    "Day",
    "Definition",
    "DefinitionOrigin",
    "Degree",
    "Document",
    "DocumentState",
    "Duty",
    "Entry",
    "EvidenceRecord",
    "Fact",
    "FactStatus",
    "Facts",
    "FirstMeeting",
    "Guide",
    "Id",
    "Layout",
    "Measure",
    "Mechanism",
    "MechanismKind",
    "MechanismUse",
    "Named",
    "Original",
    "Pace",
    "Part",
    "PartKind",
    "Period",
    "Question",
    "QuestionKind",
    "Record",
    "RecordUse",
    "Relation",
    "RelationType",
    "Retirable",
    "Review",
    "ReviewRule",
    "Rhythm",
    "Role",
    "RoleKind",
    "SchoolYear",
    "SearchWords",
    "Selection",
    "Share",
    "Source",
    "Status",
    "Synonym",
    "Term",
    "Text",
    "Theme",
    "Timing",
    "Unit",
    "fits",
]
