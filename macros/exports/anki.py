"""Flash cards for Anki: terms with a definition, and duties whose lead the text itself states.

A card keeps its identity while its entry keeps its id, so that importing a newer file keeps what
a learner has learnt. Notes, decks and the note type carry a fixed time: no clock is asked.
"""

from __future__ import annotations

import hashlib
import html
import tempfile
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import genanki

from macros.exports.wording import clause, joined, marked, timing
from macros.knowledge import DutyInContext, Library
from macros.model import Basis, DefinitionOrigin, Degree, Mechanism, Term
from macros.words.files import say
from macros.words.vocabulary import word

# Seconds since 1970; the same in every file.
_TIME = 946_684_800
_ZIPPED = (2000, 1, 1, 0, 0, 0)
_CSS = ".card{font-size:20px;line-height:1.6;text-align:center}.source{font-size:14px;opacity:.7}"


def cards(library: Library) -> bytes:
    """All cards as an Anki package; same library, same bytes."""
    model = _model()
    terms = _deck("terms")
    entries: tuple[Term | Mechanism, ...] = (*library.terms, *library.mechanisms)
    for entry in entries:
        if entry.definition is not None and entry.retired is None:
            terms.add_note(_note(model, entry.id, entry.label, *_meaning(library, entry)))
    duties = _deck("duties")
    for found in library.real.duties:
        if found.lead is not None and found.lead.basis is Basis.STATED:
            duties.add_note(_note(model, found.duty.id, found.duty.do, *_task(library, found)))
    return _packed([terms, duties])


def _meaning(library: Library, entry: Term | Mechanism) -> tuple[str, str]:
    """A definition, and where it comes from."""
    assert entry.definition is not None
    source = entry.definition.source
    if entry.definition.origin is DefinitionOrigin.TEXT and (found := library.clause(source)):
        source = clause(library, found)
    return entry.definition.text, source


def _task(library: Library, found: DutyInContext) -> tuple[str, str]:
    """Who does a duty and how often, line by line, and the words that say so."""
    when = found.duty.when
    answer = "\n".join((*_parties(library, found), marked(timing(when), when.basis)))
    quote = say("ics.quote", quote=found.duty.quote, clause=clause(library, found))
    return answer, quote


def _parties(library: Library, found: DutyInContext) -> Iterator[str]:
    for degree in Degree:
        roles = [
            marked(role.label, who.basis)
            for who in found.duty.who
            if who.degree is degree and (role := library.role(who.role))
        ]
        if roles:
            yield say("ics.party", degree=word(degree), roles=joined(roles))


def _model() -> genanki.Model:
    fields = [{"name": say(f"anki.{name}")} for name in ("front", "back", "source")]
    front, back, source = ("{{" + field["name"] + "}}" for field in fields)
    answer = say("anki.answer", front=front, back=back, source=source)
    card = {"name": say("anki.card"), "qfmt": front, "afmt": answer}
    return genanki.Model(
        _number("model"), say("anki.model"), fields=fields, templates=[card], css=_CSS
    )


def _deck(name: str) -> genanki.Deck:
    title = "::".join((say("anki.deck"), say(f"anki.{name}")))
    return genanki.Deck(_number(f"deck-{name}"), title)


def _note(model: genanki.Model, id_: str, *fields: str) -> genanki.Note:
    return genanki.Note(
        model=model,
        fields=[html.escape(field).replace("\n", "<br>") for field in fields],
        guid=f"clausebook-{id_}",
        tags=["clausebook"],
    )


def _number(name: str) -> int:
    """A number that Anki knows something by: always the same for one name."""
    digest = hashlib.sha256(f"clausebook-{name}".encode()).digest()
    return 2**30 + int.from_bytes(digest[:4], "big") % 2**30


def _packed(decks: list[genanki.Deck]) -> bytes:
    """The package, its members in order and without the time of day."""
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder) / "cards.apkg"
        genanki.Package(decks).write_to_file(str(raw), timestamp=_TIME)
        packed = BytesIO()
        with zipfile.ZipFile(raw) as made, zipfile.ZipFile(packed, "w") as out:
            for name in sorted(made.namelist()):
                member = zipfile.ZipInfo(name, _ZIPPED)
                member.compress_type = zipfile.ZIP_DEFLATED
                member.create_system = 3
                out.writestr(member, made.read(name))
    return packed.getvalue()
