"""The verbs that write a new entry, one a kind, as they are typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from inspect import Parameter, Signature
from pathlib import Path
from typing import Annotated, Any

import typer

from macros.check import report
from macros.cli import errors
from macros.cli.console import ID, Root, show
from macros.cli.help import Verb, Verbs
from macros.commands.errors import MisuseError
from macros.commands.new import new as write
from macros.data.project import Project
from macros.model import (
    Basis,
    DefinitionOrigin,
    Degree,
    MechanismKind,
    QuestionKind,
    Rhythm,
    RoleKind,
    shape,
)
from macros.model.kinds import Kind
from macros.views.fields import ValueKind
from macros.views.fields import shape as shape_of
from macros.words.catalogue import has, say
from macros.words.fields import words

app = typer.Typer(cls=Verbs, help=say("help.new"), rich_markup_mode=None)

_TEXT = say("help.new.text.metavar")


def _option(kind: Kind, field: str, *names: str, metavar: str = _TEXT) -> Any:
    """The option for a field, with the words that the field reference has for it."""
    own = words(kind.row.record.__name__).fields[field]
    return typer.Option(
        *(names or (f"--{field.replace('_', '-')}",)), metavar=metavar, help=own.meaning
    )


def _choice(kind: Kind, choices: Any) -> Any:
    return _option(kind, "kind", metavar="|".join(choices))


_New = Annotated[str, typer.Argument(metavar=ID, help=say("help.new.id"))]


def duty(
    where: Annotated[str, typer.Argument(metavar=ID, help=say("help.new.clause"))],
    *,
    do: Annotated[str, _option(Kind.DUTY, "do")] = "",
    quote: Annotated[str, _option(Kind.DUTY, "quote")] = "",
    who: Annotated[
        list[str] | None,
        typer.Option("--who", metavar=say("help.new.who.metavar"), help=say("help.new.who")),
    ] = None,
    when: Annotated[
        str, typer.Option("--when", metavar=say("help.new.when.metavar"), help=say("help.new.when"))
    ] = "",
    mechanisms: Annotated[
        list[str] | None, _option(Kind.DUTY, "mechanisms", "--mechanism", metavar=ID)
    ] = None,
    records: Annotated[
        list[str] | None, _option(Kind.DUTY, "records", "--record", metavar=ID)
    ] = None,
    root: Root = Path(),
) -> int:
    """Write a new duty."""
    said = {
        "do": do,
        "quote": quote,
        "who": [_assignment(one, number) for number, one in enumerate(who or ())],
        "when": _timing(when) if when else None,
        "mechanisms": mechanisms,
        "records": records,
    }
    return _write(root, Kind.DUTY, where, said)


def question(
    where: Annotated[str, typer.Argument(metavar=ID, help=say("help.new.measure"))],
    *,
    kind: Annotated[QuestionKind, _choice(Kind.QUESTION, QuestionKind)],
    text: Annotated[str, _option(Kind.QUESTION, "text")] = "",
    answer: Annotated[str, _option(Kind.QUESTION, "answer")] = "",
    quotes: Annotated[
        list[str] | None, _option(Kind.QUESTION, "quotes", "--quote", metavar=ID)
    ] = None,
    roles: Annotated[
        list[str] | None, _option(Kind.QUESTION, "roles", "--role", metavar=ID)
    ] = None,
    root: Root = Path(),
) -> int:
    """Write a new question."""
    said = {"kind": kind, "text": text, "answer": answer, "quotes": quotes, "roles": roles}
    return _write(root, Kind.QUESTION, where, said)


def role(
    id_: _New = "",
    *,
    label: Annotated[str, _option(Kind.ROLE, "label")] = "",
    kind: Annotated[RoleKind, _choice(Kind.ROLE, RoleKind)],
    part_of: Annotated[str, _option(Kind.ROLE, "part_of", metavar=ID)] = "",
    identify: Annotated[str, _option(Kind.ROLE, "identify")] = "",
    aliases: Annotated[list[str] | None, _option(Kind.ROLE, "aliases", "--alias")] = None,
    root: Root = Path(),
) -> int:
    """Write a new role."""
    said = {
        "label": label,
        "kind": kind,
        "part_of": part_of,
        "identify": identify,
        "aliases": aliases,
    }
    return _write(root, Kind.ROLE, id_, said)


_Definition = Annotated[
    str, typer.Option("--definition", metavar=_TEXT, help=say("help.new.definition"))
]
_Origin = Annotated[
    DefinitionOrigin,
    typer.Option("--origin", metavar="|".join(DefinitionOrigin), help=say("help.new.origin")),
]
_Source = Annotated[str, typer.Option("--source", metavar=_TEXT, help=say("help.new.source"))]


def mechanism(
    id_: _New = "",
    *,
    label: Annotated[str, _option(Kind.MECHANISM, "label")] = "",
    kind: Annotated[MechanismKind, _choice(Kind.MECHANISM, MechanismKind)],
    aliases: Annotated[list[str] | None, _option(Kind.MECHANISM, "aliases", "--alias")] = None,
    definition: _Definition = "",
    origin: _Origin = DefinitionOrigin.COMMON,
    source: _Source = "",
    root: Root = Path(),
) -> int:
    """Write a new mechanism."""
    said = {"label": label, "kind": kind, "aliases": aliases}
    return _write(root, Kind.MECHANISM, id_, said | _defined(definition, origin, source))


def term(
    id_: _New = "",
    *,
    label: Annotated[str, _option(Kind.TERM, "label")] = "",
    aliases: Annotated[list[str] | None, _option(Kind.TERM, "aliases", "--alias")] = None,
    definition: _Definition = "",
    origin: _Origin = DefinitionOrigin.COMMON,
    source: _Source = "",
    root: Root = Path(),
) -> int:
    """Write a new term."""
    said = {"label": label, "aliases": aliases}
    return _write(root, Kind.TERM, id_, said | _defined(definition, origin, source))


def guide(
    id_: _New = "",
    *,
    label: Annotated[str, _option(Kind.GUIDE, "label")] = "",
    aim: Annotated[str, _option(Kind.GUIDE, "aim")] = "",
    opening: Annotated[str, _option(Kind.GUIDE, "words")] = "",
    audience: Annotated[list[str] | None, _option(Kind.GUIDE, "audience", metavar=ID)] = None,
    measures: Annotated[
        list[str] | None,
        typer.Option("--measure", metavar=ID, help=say("help.new.guide.measure")),
    ] = None,
    root: Root = Path(),
) -> int:
    """Write a new guide."""
    said = {
        "label": label,
        "aim": aim,
        "words": opening,
        "audience": audience,
        "select": {"measures": measures} if measures else None,
    }
    return _write(root, Kind.GUIDE, id_, said)


_FIELDS_OF_ALL = frozenset({"id", "retired", "replaced_by"})


def _taken(name: str, default: Any, annotation: Any) -> Parameter:
    return Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


def _plain(kind: Kind) -> Callable[..., int]:
    """The verb of a kind whose fields are single texts and ids: an option a field."""

    def verb(**typed: Any) -> int:
        root, id_ = typed.pop("root"), typed.pop("id_")
        return _write(root, kind, id_, typed)

    annotations: dict[str, Any] = {"id_": _New}
    for name, field in shape.fields(kind.row.record).items():
        if name not in _FIELDS_OF_ALL:
            names_entry = shape_of(field.annotation, tuple(field.metadata)).kind is ValueKind.ID
            metavar = ID if names_entry else _TEXT
            annotations[name] = Annotated[str, _option(kind, name, metavar=metavar)]
    verb.__annotations__ = {**annotations, "root": Root, "return": int}
    verb.__signature__ = Signature(  # type: ignore[attr-defined]
        [
            *(_taken(name, "", annotation) for name, annotation in annotations.items()),
            _taken("root", Path(), Root),
        ]
    )
    return verb


_OWN = {one.__name__: one for one in (duty, question, role, mechanism, term, guide)}
for _kind in (one for one in Kind if one.row.new):
    _key = f"help.new.{_kind}"
    _title = words(_kind.row.record.__name__).title
    app.command(
        str(_kind),
        cls=Verb,
        help=say(_key) if has(_key) else say("help.new.plain", title=_title),
        short_help=say(f"{_key}.short" if has(_key) else "help.new.plain.short", title=_title),
    )(_OWN.get(_kind) or _plain(_kind))


def _write(root: Path, kind: Kind, where: str, said: Mapping[str, Any]) -> int:
    given = {name: value for name, value in said.items() if value}
    added = write(Project(root), kind, where, given)
    show(say("new.done", id=added.id, file=added.file, line=added.line))
    if added.blanks:
        show(say("new.fill", fields=", ".join(added.blanks)))
    if added.new:
        show("\n" + report.as_text(added.new, added.checked.sources))
    else:
        show(say("new.fine"))
    return errors.FINE


def _assignment(typed: str, number: int) -> dict[str, str]:
    """``role``, ``role:degree`` or ``role:degree:basis``; the first leads, others support."""
    who, *rest = typed.split(":")
    degree = Degree.SUPPORT if number else Degree.LEAD
    given = dict(zip(("as", "basis"), rest, strict=False))
    if len(rest) > len(given):
        raise MisuseError("new.does-not-fit", field="who", value=typed)
    return {"role": who, "as": degree, "basis": Basis.INFERRED, **given}


def _timing(typed: str) -> dict[str, str]:
    """``continuous``, ``once``, ``periodic:term:1``, ``event:…`` or ``deadline:…``."""
    kind, _, rest = typed.partition(":")
    found = {"kind": kind, "basis": Basis.INFERRED}
    match kind:
        case Rhythm.PERIODIC:
            every, _, times = rest.partition(":")
            return {**found, "every": every, "times": times or "1"}
        case Rhythm.EVENT:
            return {**found, "event": rest}
        case Rhythm.DEADLINE:
            return {**found, "by": rest}
        case _ if rest:
            raise MisuseError("new.does-not-fit", field="when", value=typed)
        case _:
            return found


def _defined(definition: str, origin: DefinitionOrigin, source: str) -> dict[str, Any]:
    if not definition:
        return {}
    return {"definition": {"text": definition, "origin": origin, "source": source}}
