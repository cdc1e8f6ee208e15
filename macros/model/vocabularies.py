"""The closed vocabularies: every word that a field of choices may hold."""

from __future__ import annotations

from enum import StrEnum


class Basis(StrEnum):
    """What a claim rests on: words of the clause, or the editor's reading."""

    STATED = "stated"
    INFERRED = "inferred"


class Rhythm(StrEnum):
    """How often a duty falls due."""

    PERIODIC = "periodic"
    EVENT = "event"
    DEADLINE = "deadline"
    ONCE = "once"
    CONTINUOUS = "continuous"


class Period(StrEnum):
    """The period a recurring duty is counted in."""

    WEEK = "week"
    MONTH = "month"
    TERM = "term"
    YEAR = "year"


class RoleKind(StrEnum):
    """What a role is: a body, an office one person holds, or a group of people."""

    ORGAN = "organ"
    PERSON = "person"
    GROUP = "group"


class MechanismKind(StrEnum):
    """What a named mechanism is."""

    SYSTEM = "system"
    MEETING = "meeting"
    PROJECT = "project"
    APPRAISAL = "appraisal"
    OVERSIGHT = "oversight"
    TOOL = "tool"


class DefinitionOrigin(StrEnum):
    """Where a definition comes from: the document's own words, or a fixed public formula."""

    TEXT = "text"
    COMMON = "common"


class Status(StrEnum):
    """Whether an entry is defined; whether anybody compared that is in the reviews."""

    PENDING = "pending"
    TO_REVIEW = "to-review"


class FactStatus(StrEnum):
    """How certain a fact about the document is; ``none``: there is no such thing to know."""

    PENDING = "pending"
    PROVISIONAL = "provisional"
    CONFIRMED = "confirmed"
    NONE = "none"


class DocumentState(StrEnum):
    """How far an editor has come with a document."""

    DRAFT = "draft"
    COMPLETE = "complete"


class Unit(StrEnum):
    """What the numbered entries of a document are."""

    MEASURE = "measure"
    ARTICLE = "article"


class PartKind(StrEnum):
    """What a stretch of measures is called in the document, broadest first."""

    PART = "part"
    BOOK = "book"
    CHAPTER = "chapter"
    SECTION = "section"


class RelationType(StrEnum):
    """How one measure stands to another, read from the measure that stores it."""

    SUPPORTS = "supports"
    DETAILS = "details"
    REQUIRES = "requires"
    OVERSEES = "oversees"
    CONTRASTS = "contrasts"
    IMPLEMENTS = "implements"


class QuestionKind(StrEnum):
    """What a question asks of the reader."""

    FIND = "find"
    EXPLAIN = "explain"
    APPLY = "apply"
    DISCUSS = "discuss"
