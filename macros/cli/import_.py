"""The verb that brings a text in, as it is typed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from typing import Annotated

import typer

from macros.check import report
from macros.cli import errors
from macros.cli.console import ID, Root, complain, show
from macros.commands import import_ as command
from macros.commands.errors import MisuseError
from macros.data.project import Project
from macros.importing import Choices, NumberingStyle, RefusedError, style_of
from macros.knowledge.assembly import SegmentKind, heading
from macros.model import Document, Measure, Part
from macros.text.punctuation import BLANKS
from macros.words.catalogue import say

_SHOWN = 36
# What --convert takes out of a text file.
_CONVERTIBLE = {"Y01", "Y02", "Y03", "Y04"}


def import_(
    *,
    file: Annotated[
        Path, typer.Argument(metavar=say("help.import.file.metavar"), help=say("help.import.file"))
    ],
    id_: Annotated[str, typer.Option("--id", metavar=ID, help=say("help.import.id"))],
    root: Root = Path(),
    measures: Annotated[
        list[str] | None,
        typer.Option(
            "--measures", metavar=say("help.import.number"), help=say("help.import.measures")
        ),
    ] = None,
    titled: Annotated[
        bool | None, typer.Option("--titled/--untitled", help=say("help.import.titled"))
    ] = None,
    numbers_stand: Annotated[
        bool, typer.Option("--numbers-stand", help=say("help.import.numbers-stand"))
    ] = False,
    convert: Annotated[bool, typer.Option("--convert", help=say("help.import.convert"))] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=say("help.import.dry-run"))] = False,
) -> int:
    """Read a text, show its outline, write its folder."""
    choices = Choices(frozenset(map(_style, measures or ())), titled, numbers_stand)
    try:
        imported = command.import_(
            Project(root), file, id_, choices, convert=convert, write=not dry_run
        )
    except RefusedError as error:
        shown = command.shown_source(file, convert=convert)
        complain(report.as_text(error.findings, {file.name: shown}))
        if not convert and {found.code for found in error.findings} & _CONVERTIBLE:
            complain(say("import.can-convert"))
        complain(say("import.refused"))
        return errors.FINDINGS
    show("\n".join((*_tree(imported.document), "", *_told(imported))))
    if dry_run:
        show(say("import.dry-run"))
    else:
        folder = imported.folder.relative_to(root).as_posix()
        show(say("import.done", folder=folder, id=id_))
    return errors.FINE


def _style(typed: str) -> NumberingStyle:
    """The style of a number typed as an example; MisuseError if it is none."""
    style = style_of(typed)
    if style is None:
        raise MisuseError("import.no-number", typed=typed)
    return style


def _tree(document: Document) -> Iterator[str]:
    """The outline: parts, and under them measures with what they hold."""
    depth: dict[str, int] = {}
    for part in document.parts:
        depth[part.id] = depth.get(part.within or "", -1) + 1
        inside = depth[part.id]
        if part.layout != "":
            yield "  " * inside + say(
                "import.part", id=part.id, number=_printed(document, part), title=part.title
            )
            inside += 1
        for measure in document.measures:
            if measure.part == part.id:
                yield "  " * inside + say(
                    "import.measure",
                    id=measure.id,
                    number=_printed(document, measure),
                    title=_short(measure.title),
                    clauses=len(measure.clauses),
                )


def _printed(document: Document, record: Part | Measure) -> str:
    """The number of a part or measure as the source prints it, with its signs."""
    number = (SegmentKind.NUMERAL, SegmentKind.NUMBER, SegmentKind.MARK)
    head = takewhile(lambda s: s.kind in number, heading(document, record))
    return "".join(segment.text for segment in head).strip(f"{BLANKS}\n#*\u3010")


def _told(imported: command.Imported) -> Iterator[str]:
    """What was read, and what has no place in a record."""
    document = imported.document
    yield say(
        "import.summary",
        characters=len(document.text),
        parts=sum(part.layout != "" for part in document.parts),
        measures=len(document.measures),
        clauses=sum(len(measure.clauses) for measure in document.measures),
    )
    for id_, words in imported.unplaced:
        key = {document.id: "import.opening", "": "import.closing"}.get(id_, "import.between")
        lines = [line.strip(BLANKS) for line in words.split("\n") if line.strip(BLANKS)]
        yield say(key, id=id_, count=len(lines))
        yield from (say("import.line", line=_short(line)) for line in lines)
    if imported.left_out:
        yield say("import.left-out")
        yield from (say("import.line", line=_short(line)) for line in imported.left_out)


def _short(words: str) -> str:
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}\u2026"
