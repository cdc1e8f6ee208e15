"""The records of the library: what a document, a duty or a term is made of, field by field.

The JSON Schema and the field reference of the handbook are made from this file. All text fields
hold exactly what the YAML says; nothing is trimmed or normalised.
"""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from macros.location import NOWHERE, Place

# --- scalars: every YAML scalar arrives as the text that was typed -------------------------------


def _whole_number(value: Any) -> Any:
    """Read ``18`` but not ``018``, ``1_8``, ``18.0`` or `` 18``; pass real integers through."""
    if isinstance(value, str):
        if not re.fullmatch(r"0|[1-9][0-9]{0,8}", value, re.ASCII):
            raise PydanticCustomError("whole_number", "not a whole number")
        return int(value)
    return value


def _truth(value: Any) -> Any:
    """Read ``true`` and ``false`` only: YAML's ``yes``, ``no``, ``on`` and ``off`` are refused."""
    if isinstance(value, str):
        if value not in ("true", "false"):
            raise PydanticCustomError("truth", "neither true nor false")
        return value == "true"
    return value


def _one_line(value: str) -> str:
    """Refuse a line break, and blanks at either end: no reader could see them on a page."""
    if "\n" in value:
        raise PydanticCustomError("many_lines", "more than one line")
    if value and (value[0] in " \u3000" or value[-1] in " \u3000"):
        raise PydanticCustomError("blank_edge", "blank at the edge")
    return value


def _day(value: str) -> str:
    """Refuse what is no day of the calendar, written ``2026-09-01``."""
    try:
        real = date.fromisoformat(value).isoformat() == value
    except ValueError:
        real = False
    if not real:
        raise PydanticCustomError("day", "not a day")
    return value


Lines = Annotated[str, Field(min_length=1, max_length=20_000)]
Text = Annotated[Lines, AfterValidator(_one_line)]
Gap = Annotated[str, Field(max_length=50_000)]
_ID = r"[a-z][a-z0-9]*(-[a-z0-9]+)*"
Id = Annotated[str, Field(pattern=f"^{_ID}$", max_length=60)]
Count = Annotated[int, BeforeValidator(_whole_number), Field(ge=1)]
Truth = Annotated[bool, BeforeValidator(_truth)]
Day = Annotated[str, AfterValidator(_day)]
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


# --- closed vocabularies --------------------------------------------------------------------------


class Basis(StrEnum):
    """What a claim rests on: words of the clause, or the editor's reading."""

    STATED = "stated"
    INFERRED = "inferred"


class Degree(StrEnum):
    """In which degree a role takes part in a duty, strongest first."""

    LEAD = "lead"
    JOINT = "joint"
    SUPPORT = "support"
    SUPERVISE = "supervise"
    INFORM = "inform"
    TARGET = "target"


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
    """How certain a fact about the document is."""

    PENDING = "pending"
    PROVISIONAL = "provisional"
    CONFIRMED = "confirmed"


class DocumentState(StrEnum):
    """How far an editor has come with a document."""

    DRAFT = "draft"
    COMPLETE = "complete"


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


class QuestionKind(StrEnum):
    """What a question asks of the reader."""

    FIND = "find"
    EXPLAIN = "explain"
    APPLY = "apply"
    DISCUSS = "discuss"


# --- records --------------------------------------------------------------------------------------


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


class Definition(Record):
    """What a term or mechanism means, and who says so."""

    text: Text = Field(description="The definition; for origin text, words of the source clause.")
    origin: DefinitionOrigin = Field(description="Quoted from the document, or a public formula.")
    source: Text = Field(description="The clause's id, or the public document's name.")


class Entry(Record):
    """Base of everything a registry holds: a permanent id, the name readers see, retirement."""

    id: Id = Field(description="Permanent, unique across the library, never reused.")
    label: Text = Field(description="The name readers see.")
    retired: Text | None = Field(default=None, description="Why the entry is no longer used.")
    replaced_by: tuple[Id, ...] = Field(
        default=(), description="What took a retired entry's place."
    )


class Named(Entry):
    """An entry that is looked for in the text: by its label and its other names."""

    aliases: tuple[Text, ...] = Field(default=(), description="Other words the text uses for it.")
    not_in: tuple[Text, ...] = Field(
        default=(), description="Longer words inside which a name is not this entry."
    )

    @property
    def names(self) -> tuple[str, ...]:
        """The label, then the aliases, in the order written."""
        return (self.label, *self.aliases)


class Role(Named):
    """Somebody who can carry or receive a duty."""

    kind: RoleKind = Field(description="A body, an office one person holds, or a group.")
    part_of: Id | None = Field(default=None, description="The role this one belongs to.")
    identify: Text = Field(description="How a reader knows that this role is theirs.")


class Mechanism(Named):
    """A named system, meeting, project, appraisal or tool of the text."""

    kind: MechanismKind = Field(description="What sort of mechanism it is.")
    definition: Definition | None = Field(default=None, description="What it means; none: pending.")
    status: Status = Field(default=Status.PENDING, description="Whether there is a definition.")


class Term(Named):
    """A glossary entry: a formula, slogan, body or notion of the text."""

    definition: Definition | None = Field(default=None, description="What it means; none: pending.")
    status: Status = Field(default=Status.PENDING, description="Whether there is a definition.")


class Theme(Entry):
    """A topic that runs across the parts of a document."""

    parent: Id | None = Field(default=None, description="The broader theme.")
    note: Text = Field(description="What belongs here, in one sentence.")


class EvidenceRecord(Entry):
    """Evidence that a duty was done: minutes, plan, ledger, roster, photo."""

    keeper: Id = Field(description="The role that keeps it, as the editor reads it.")
    note: Text = Field(description="What it has to show.")


class Assignment(Record):
    """One role's part in a duty."""

    role: Id = Field(description="Who.")
    degree: Degree = Field(alias="as", description="In which degree.")
    basis: Basis = Field(description="Stated by the clause, or inferred by the editor.")
    quote: Text | None = Field(
        default=None, description="The clause's words that name the role, where no name of it does."
    )


class Timing(Record):
    """When a duty falls due."""

    kind: Rhythm = Field(description="The rhythm.")
    every: Period | None = Field(default=None, description="The period, for a periodic duty.")
    times: Count | None = Field(default=None, description="How often in each period.")
    event: Text | None = Field(default=None, description="What sets an event duty off.")
    by: Text | None = Field(default=None, description="When a deadline duty must be done.")
    basis: Basis = Field(description="Stated by the clause, or inferred by the editor.")
    quote: Text | None = Field(default=None, description="The clause's words for the rhythm.")


def _short_form(name: str) -> BeforeValidator:
    """Let a bare id stand for ``{name: id, basis: stated}``."""

    def expand(value: Any) -> Any:
        return {name: value, "basis": Basis.STATED} if isinstance(value, str) else value

    return BeforeValidator(expand)


class MechanismUse(Record):
    """A mechanism that carries a duty; a bare id in the file means it is named by the clause."""

    mechanism: Id = Field(description="Which mechanism.")
    basis: Basis = Field(default=Basis.STATED, description="Named by the clause, or inferred.")


class RecordUse(Record):
    """Evidence that a duty leaves behind."""

    record: Id = Field(description="Which kind of record.")
    basis: Basis = Field(description="Named by the clause, or inferred.")
    quote: Text | None = Field(default=None, description="The clause's words for the record.")


class Duty(Record):
    """One thing the document demands: what, by whom, when, how, with what evidence."""

    id: Id = Field(description="Permanent id, the measure's id first: m18d4.")
    do: Text = Field(description="What is to be done, short, as an instruction.")
    quote: Text = Field(description="The clause's words that demand it, verbatim.")
    who: tuple[Assignment, ...] = Field(
        min_length=1, description="Who takes part, in which degree."
    )
    no_lead: Text | None = Field(
        default=None, description="Why the duty has no lead, if it has none."
    )
    when: Timing = Field(description="The rhythm.")
    mechanisms: tuple[Annotated[MechanismUse, _short_form("mechanism")], ...] = Field(
        default=(), description="The named mechanisms that carry it."
    )
    records: tuple[RecordUse, ...] = Field(default=(), description="The evidence it leaves.")
    retired: Text | None = Field(default=None, description="Why the duty no longer holds.")
    replaced_by: tuple[Id, ...] = Field(default=(), description="What took its place.")


class Clause(Record):
    """One sentence, or one independent member of a sentence, of the text of record."""

    id: Id = Field(description="Permanent id, the measure's id first: m18c2.")
    before: Gap = Field(default="", description="Line ends and blanks that stand before it.")
    text: Text = Field(description="The words of the source, code point by code point.")
    duties: tuple[Duty, ...] = Field(default=(), description="Every demand the clause makes.")
    normative: Truth = Field(default=True, description="False if the clause demands nothing.")
    why: Text | None = Field(default=None, description="Why a clause demands nothing.")
    retired: Text | None = Field(
        default=None, description="Why it is no longer part of the text, its duties with it."
    )
    replaced_by: tuple[Id, ...] = Field(default=(), description="What took its place.")


class Relation(Record):
    """A link to another measure that a reader gains from, with its reason."""

    to: Id = Field(description="The other measure.")
    type: RelationType = Field(description="How this measure stands to the other.")
    note: Text = Field(description="The reason, in one sentence.")


class Question(Record):
    """A question for a study group, with an answer that quotes clauses."""

    id: Id = Field(description="Permanent id, the measure's id first: m18q1.")
    kind: QuestionKind = Field(description="What it asks of the reader.")
    text: Text = Field(description="The question.")
    answer: Text = Field(description="A good answer; words in corner brackets are verbatim.")
    quotes: tuple[Id, ...] = Field(min_length=1, description="The clauses the answer rests on.")
    roles: tuple[Id, ...] = Field(
        default=(), description="Whom it suits best; none means everyone."
    )
    retired: Text | None = Field(default=None, description="Why it is no longer asked.")
    replaced_by: tuple[Id, ...] = Field(default=(), description="What took its place.")


class Measure(Record):
    """One numbered measure of the document, clause by clause."""

    id: Id = Field(description="Permanent id, unique across the library.")
    number: Count = Field(description="The number readers see.")
    numeral: Text | None = Field(
        default=None, description="The number as printed, where it is not the Arabic one."
    )
    part: Id = Field(description="The part it belongs to.")
    title: Text = Field(
        description="The heading in the source, without its closing mark; words of its own text "
        "where the source prints none."
    )
    before: Gap = Field(default="", description="What stands before it and is part of no record.")
    layout: Gap | None = Field(
        default=None, description="Its lines in the source, where they are not the usual ones."
    )
    themes: tuple[Id, ...] = Field(
        default=(), description="The topics it belongs to; at least one once it is complete."
    )
    clauses: tuple[Clause, ...] = Field(min_length=1, description="Its text, in order.")
    related: tuple[Relation, ...] = Field(default=(), description="Links worth following.")
    questions: tuple[Question, ...] = Field(default=(), description="Questions for study groups.")
    retired: Text | None = Field(
        default=None, description="Why it is no longer part of the text, with all it holds."
    )
    replaced_by: tuple[Id, ...] = Field(default=(), description="What took its place.")
    former_clauses: tuple[Clause, ...] = Field(
        default=(), description="The retired ones, set apart from those of the text."
    )
    former_questions: tuple[Question, ...] = Field(
        default=(), description="The retired ones, set apart from those that are asked."
    )

    @property
    def printed(self) -> str:
        """The number as the source prints it."""
        return self.numeral or str(self.number)

    @property
    def duties(self) -> tuple[Duty, ...]:
        """All duties of all clauses, in the order of the text, retired ones included."""
        return tuple(duty for clause in self.clauses for duty in clause.duties)


class Part(Record):
    """One part of the document: a part, a book, a chapter or a section."""

    id: Id = Field(description="Permanent id, unique across the library.")
    kind: PartKind = Field(default=PartKind.PART, description="What the document calls it.")
    within: Id | None = Field(default=None, description="The broader part it is a part of.")
    number: Count = Field(description="Its place in the document.")
    numeral: Text = Field(description="The Chinese numeral as printed.")
    title: Text = Field(description="Its heading in the source.")
    short: Text = Field(description="A short name for menus and tables.")
    before: Gap = Field(default="", description="What stands before it and is part of no record.")
    layout: Gap | None = Field(
        default=None,
        description="Its line in the source, where that is not the usual one; empty for none.",
    )
    retired: Text | None = Field(default=None, description="Why it is no longer part of the text.")
    replaced_by: tuple[Id, ...] = Field(default=(), description="What took its place.")


class Fact(Record):
    """One fact about the document; a pending fact has no value yet."""

    status: FactStatus = Field(description="How certain it is.")
    value: Text | None = Field(default=None, description="The fact.")
    source: Text | None = Field(default=None, description="Where the fact is taken from.")


class Facts(Record):
    """What is known of the document as an issued act."""

    title: Fact = Field(description="The official title.")
    issuer: Fact = Field(description="Who issued it.")
    number: Fact = Field(description="Its document number.")
    issued: Fact = Field(description="The date of issue.")
    effective: Fact = Field(description="The date it takes effect.")
    force: Fact = Field(description="Whether it is in force.")


class Original(Record):
    """The file that the text of record was taken from, such as a Word file."""

    file: Text = Field(description="Its name; the file itself is kept elsewhere.")
    sha256: Sha256 = Field(description="Its SHA-256.")


class Source(Record):
    """The text of record."""

    file: Text = Field(description="The file beside document.yml.")
    sha256: Sha256 = Field(description="Its SHA-256.")
    original: Original | None = Field(
        default=None, description="The file it was taken from, if that is another one."
    )


class Layout(Record):
    """How titles, numbers and clauses stand in the source file, marks and line ends included."""

    opening: Gap = Field(default="", description="What stands before the first part.")
    part: Lines = Field(description="A part's line, with {numeral} and {title}.")
    measure: Lines = Field(
        description="A measure's lines, with {number} or {numeral}, {title} and {clauses}; without "
        "{title} where the source prints none."
    )
    closing: Gap = Field(default="", description="What stands after the last measure.")


class Document(Record):
    """One policy document: its facts, its parts and its measures."""

    id: Id = Field(description="Permanent id; the first step of all its addresses.")
    short_title: Text = Field(description="The name used in citations.")
    state: DocumentState = Field(
        default=DocumentState.COMPLETE, description="A draft still lacks duties."
    )
    facts: Facts = Field(description="What is known of it as an issued act.")
    source: Source = Field(description="The text of record.")
    layout: Layout = Field(description="How the source is put together.")
    parts: tuple[Part, ...] = Field(min_length=1, description="Its parts, in order.")
    measures: tuple[Measure, ...] = Field(
        default=(), description="Its measures; each stands in a file of its own under measures/."
    )
    text: str = Field(default="", description="The content of the source file.", exclude=True)
    former_parts: tuple[Part, ...] = Field(
        default=(), description="The retired ones, set apart from those of the text."
    )
    former_measures: tuple[Measure, ...] = Field(
        default=(), description="The retired ones, set apart from those of the text."
    )

    def with_measures(self, measures: tuple[Measure, ...], text: str) -> Self:
        """The document completed by its measures and the content of its source file."""
        return self.model_copy(update={"measures": measures, "text": text})


class Synonym(Record):
    """What people type, and what the text says for it."""

    typed: Text = Field(description="The everyday word.")
    means: tuple[Text, ...] = Field(min_length=1, description="The words of the text for it.")


class SearchWords(Record):
    """Words of the search box; the file ``search.yml``."""

    ignored: tuple[Text, ...] = Field(default=(), description="Words of asking that name nothing.")
    synonyms: tuple[Synonym, ...] = Field(default=(), description="Everyday words for the text's.")
    examples: tuple[Text, ...] = Field(default=(), description="What the box proposes to type.")


class Review(Record):
    """A person's word that an entry agrees with the text; one line of a file in ``reviews/``.

    The last three fields are fingerprints of what was compared; ``clausebook review`` takes them.
    """

    id: Annotated[str, Field(pattern=f"^{_ID}(/{_ID})?$", max_length=121)] = Field(
        description="What was reviewed: an id, or m18/m17 for the relation of m18 to m17."
    )
    by: Text = Field(description="Who compared it.")
    date: Day = Field(description="The day of the review.")
    own: Text = Field(description="Fingerprint of the entry's own fields.")
    text: Text = Field(description="Fingerprint of the words of the document it rests on.")
    rest: Text = Field(description="Fingerprint of the names, definitions and duties it rests on.")


class ReviewRule(Record):
    """What it takes for an entry to count as reviewed; the file ``review.yml``."""

    persons: Count = Field(
        default=1, description="How many different persons must have compared an entry."
    )


class Pace(Record):
    """How fast a group works; the file ``guides/pace.yml``. All page times follow from it."""

    reading: Count = Field(default=250, description="Characters read in a minute.")
    meeting: Count = Field(default=45, description="Minutes of a usual meeting.")
    opening: Count = Field(default=3, description="Minutes to sign in and say the aim.")
    closing: Count = Field(default=4, description="Minutes to sum up and share out what follows.")
    find: Count = Field(default=3, description="Minutes for a question that asks to find.")
    explain: Count = Field(default=4, description="Minutes for a question that asks to explain.")
    apply: Count = Field(default=6, description="Minutes for a question that asks to apply.")
    discuss: Count = Field(default=8, description="Minutes for a question to discuss.")
    items: Count = Field(default=2, description="Self-check items done in a minute.")


class FirstMeeting(Record):
    """When a study group meets for the first time; it then meets every week of the terms."""

    day: Text = Field(description="The day, written 2026-09-09.")
    at: Text = Field(description="The time of day, written 15:30.")


class SchoolYear(Record):
    """The days between which recurring duties are laid out; the file ``calendar.yml``."""

    first_day: Text = Field(description="The first day of the first term, written 2026-09-01.")
    first_term_ends: Text = Field(description="The last day of the first term.")
    second_term_begins: Text = Field(description="The first day of the second term.")
    last_day: Text = Field(description="The last day of the second term.")
    study: FirstMeeting | None = Field(default=None, description="When study meetings begin.")


class Selection(Record):
    """What an authored guide reads: whatever any of its fields names, in the order of the text."""

    parts: tuple[Id, ...] = Field(default=(), description="All measures of these parts.")
    measures: tuple[Id, ...] = Field(default=(), description="These measures, whole.")
    themes: tuple[Id, ...] = Field(
        default=(), description="All measures of these themes and of narrower ones."
    )
    roles: tuple[Id, ...] = Field(default=(), description="Clauses with duties of these roles.")
    mechanisms: tuple[Id, ...] = Field(
        default=(), description="Clauses with duties that these mechanisms carry."
    )
    records: tuple[Id, ...] = Field(
        default=(), description="Clauses with duties that leave these records."
    )


class Guide(Entry):
    """A study guide written for an occasion; the file ``guides/<id>.yml``."""

    aim: Text = Field(description="What the group will have at the end, in one sentence.")
    words: Text = Field(description="What the author says to the group before the first meeting.")
    audience: tuple[Id, ...] = Field(default=(), description="Whom it is for; none means everyone.")
    select: Selection = Field(description="What it reads.")
    meetings: Count | None = Field(default=None, description="How many meetings; none: as needed.")
    minutes: Count | None = Field(default=None, description="Minutes of a meeting; none: usual.")
    questions: tuple[Question, ...] = Field(default=(), description="Questions of its own.")
    former_questions: tuple[Question, ...] = Field(
        default=(), description="The retired ones, set apart from those that are asked."
    )
