"""Bring an official text into the data folder as a new document."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from macros.check.rules import ids
from macros.commands.errors import ForbiddenError, MisuseError
from macros.data import save
from macros.data.project import Project
from macros.data.recovery import IMPORTING
from macros.data.schema import modeline
from macros.importing import Choices, RefusedError, read_text, word
from macros.importing.encoding import converted
from macros.knowledge import Library
from macros.knowledge.reviews import GUIDES, REGISTRY
from macros.model import Document, Id, Measure, Original, fits
from macros.system import atomic
from macros.text.punctuation import has_words
from macros.yaml import text

_KINDS = (".docx", ".txt", ".md")
# More than any file that is taken in has, packed or not.
_MOST_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Imported:
    """A text as a document; ``folder`` is where it stands, or would.

    ``left_out`` are words of a Word file's headers and footers, which are no part of the text.
    """

    document: Document
    folder: Path
    left_out: tuple[str, ...] = ()

    @property
    def unplaced(self) -> tuple[tuple[str, str], ...]:
        """Words of the text that are part of no record, with the id that they stand before.

        What stands before everything comes with the document's id, what stands behind with "".
        """
        document = self.document
        gaps = (
            (document.id, document.layout.opening),
            *((part.id, part.before) for part in document.parts),
            *((measure.id, measure.before) for measure in document.measures),
            ("", document.layout.closing),
        )
        return tuple((id_, words) for id_, words in gaps if has_words(words))


def import_(
    project: Project, file: Path, id_: str, choices: Choices, *, convert: bool, write: bool
) -> Imported:
    """The document that ``file`` becomes under ``id_``; all of its files are written, or none.

    Nothing is written unless ``write``. Raises MisuseError for an id or a kind of file that is
    none; ForbiddenError if the id is taken; RefusedError, with findings, if the text cannot be read
    in one way only; ``lock.BusyError`` if another program writes the data; OSError.
    """
    with project.writing() if write else nullcontext(project) as current:
        imported = _read(current, file, id_, choices, convert=convert)
        if write:
            store(imported)
    return imported


def _read(project: Project, file: Path, id_: str, choices: Choices, *, convert: bool) -> Imported:
    if not fits(Id, id_):
        raise MisuseError("import.bad-id", id=id_)
    folder = project.data / "documents" / id_
    if id_ in (REGISTRY, GUIDES):
        raise ForbiddenError("import.id-taken", id=id_)
    if folder.exists():
        raise ForbiddenError("import.exists", folder=str(folder))
    kind = file.suffix.lower()
    if kind not in _KINDS:
        raise MisuseError("import.kind", file=file.name)
    raw = _raw(file)
    left_out: tuple[str, ...] = ()
    if kind == ".docx":
        content = word.text_of(raw, file.name)
        left_out = word.left_out(raw, file.name)
    else:
        content = _plain_text(raw, file.name, convert=convert)
    if too_large := text.decode(content.encode(), file.name, of_record=True).findings:
        raise RefusedError(too_large)
    document = read_text(content, id_, file=file.name, choices=choices)
    _refuse_taken(project, document)
    if content.encode() != raw:
        original = Original(file=file.name, sha256=hashlib.sha256(raw).hexdigest())
        source = document.source.model_copy(update={"original": original})
        document = document.model_copy(update={"source": source})
    return Imported(document, folder, left_out)


def shown_source(file: Path, *, convert: bool) -> str:
    """The lines of a refused file, as far as they can be shown beside findings."""
    raw = _raw(file)
    if file.suffix.lower() != ".docx":
        return converted(raw) or "" if convert else text.decode(raw, file.name).text
    try:
        return word.text_of(raw, file.name)
    except RefusedError:
        return ""


def store(imported: Imported) -> None:
    """Put the document into its folder: all of its files, or none.

    Raises ForbiddenError if something stands there by now, OSError if it cannot be written.
    """
    documents = imported.folder.parent
    documents.mkdir(exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=IMPORTING, dir=documents))
    try:
        beside.chmod(0o755)
        for name, content in _files(imported.document):
            path = beside / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content.encode())
            atomic.sync(path)
        for folder in {path.parent for path in beside.rglob("*")}:
            atomic.sync_folder(folder)
        if imported.folder.exists():
            raise ForbiddenError("import.exists", folder=str(imported.folder))
        beside.rename(imported.folder)
        atomic.sync_folder(documents)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise


def _files(document: Document) -> Iterator[tuple[str, str]]:
    """The files of a document by their names in its folder, each led to its schema."""
    folder = f"data/documents/{document.id}"
    yield document.source.file, document.text
    records: dict[str, Document | Measure] = {"document.yml": document}
    records |= {f"measures/{measure.id}.yml": measure for measure in document.measures}
    for name, record in records.items():
        yield name, f"{modeline(f'{folder}/{name}')}\n{save(record)}"


def _raw(file: Path) -> bytes:
    """The bytes of a file, of an endless one as many as no file may have."""
    with file.open("rb") as opened:
        return opened.read(_MOST_BYTES)


def _plain_text(raw: bytes, file: str, *, convert: bool) -> str:
    """The text of a text file, byte for byte unless it is to be converted."""
    if convert and (found := converted(raw)) is not None:
        return found
    decoded = text.decode(raw, file, of_record=True)
    if decoded.findings:
        raise RefusedError(decoded.findings)
    return decoded.text


def _refuse_taken(project: Project, document: Document) -> None:
    """No id of the document is one that the library holds already, or that none may have."""
    alone = Library(documents=(document,))
    if any((*ids.id_is_a_device(alone), *ids.id_is_a_page(alone))):
        raise ForbiddenError("import.id-reserved", id=document.id)
    taken = {id_ for id_, _ in project.loaded.library.identified()}
    own = (document.id, *(p.id for p in document.parts), *(m.id for m in document.measures))
    for id_ in own:
        if id_ in taken:
            raise ForbiddenError("import.id-taken", id=id_)
