"""Changes in words: one sentence a value, under the entry it belongs to, for every form alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from macros.model.kinds import kind_called
from macros.model.release import Change, FieldChange, What
from macros.text.difference import DifferencePart, runs
from macros.words import vocabulary
from macros.words.changes import has, say
from macros.words.fields import words

# The field that every record of a list has, by the name of the list: without one before, the record
# is new. What such a record is called is an id, or the words themselves.
_ALWAYS = {
    "who": "as",
    "mechanisms": "basis",
    "records": "basis",
    "related": "type",
    "synonyms": "means",
}
# Fields that hold ids, which are told by name.
_OF_ENTRIES = frozenset({"part", "parts", "measures", "quotes", "within", "in", "source", "to"})
_OF_REGISTRIES = frozenset({"themes", "roles", "role", "mechanisms", "records", "parent", "keeper"})
_OF_ROLES = frozenset({"part_of", "replaced_by", "audience"})
_IDS = _OF_ENTRIES | _OF_REGISTRIES | _OF_ROLES
_DIGESTS = frozenset({"sha256", "own", "rest"})
# Fields that need no words of their own where another differs as well.
_SAID_BY = {("number",): ("numeral",), ("source", "sha256"): ("text", "sha256")}
# Shorter texts are told as "from … to …".
_SHORT = 13


@dataclass(frozen=True, slots=True)
class EntryName:
    """What readers call an entry, and the id of what it stands in, "" at the top."""

    name: str
    parent: str = ""


Names = Mapping[str, EntryName]
"""The names of entries by their ids."""


def called(id_: str, names: Names) -> str:
    """What readers call the entry ``id_``; the id itself where nobody knows."""
    return names[id_].name if id_ in names else id_


def kind_name(kind: str) -> str:
    """What readers call a kind of entry."""
    if named := vocabulary.words("Entry").get(kind):
        return named
    known = kind_called(kind)
    return words(known.row.record.__name__).title if known else kind


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One thing that differs in an entry: what it is called, and how it changed.

    ``runs`` are there for a text with something in common before and after; else ``words`` say it.
    """

    label: str
    words: str = ""
    runs: tuple[DifferencePart, ...] = ()


def lines(change: Change, names: Names) -> Iterator[ChangeLine]:
    """Everything that differs in one entry; of one that came or went, what is worth knowing."""
    for told, ids in (("into", change.into), ("was" if change.renamed else "split", change.was)):
        if ids:
            yield ChangeLine("", say(told, ids=say("and").join(ids)))
    there = {field.at for field in change.fields}
    differing = [field for field in change.fields if _SAID_BY.get(field.at) not in there]
    for _, group in groupby(differing, _belongs):
        fields = tuple(group)
        if len(fields[0].at) > 2 and fields[0].at[0] in _ALWAYS:
            yield _member(fields, names)
        else:
            whole = change.what not in (What.ADDED, What.DROPPED)
            yield from _values(fields, names, whole=whole)


def _belongs(field: FieldChange) -> tuple[str, ...]:
    """What is told together: a record of a list, or the fields of a record inside."""
    own_name = has(f"field.{'.'.join(field.at[:2])}")
    return field.at[: 2 if field.at[0] in _ALWAYS or own_name else 1]


def _member(fields: tuple[FieldChange, ...], names: Names) -> ChangeLine:
    """A record of a list: new, gone, or what differs in it."""
    (top, key), always = fields[0].at[:2], _ALWAYS[fields[0].at[0]]
    label = say("deeper", label=_label((top,)), inner=called(key, names))
    first = next((field for field in fields if field.at[2] == always), None)
    if first is not None and (first.old is None or first.new is None) and not _both(first):
        came = first.new is not None or bool(first.added)
        facts = say("and").join(_facts(field, names, came=came) for field in fields)
        return ChangeLine(label, say("item.came" if came else "item.went", facts=facts))
    # What the list is about needs no name: whose degree, not the degree of whose degree.
    depths = (3 if field is first else 2 for field in fields)
    sentences = (_sentence(field, names, at) for field, at in zip(fields, depths, strict=True))
    return ChangeLine(label, say("then").join(sentences))


def _both(field: FieldChange) -> bool:
    return bool(field.added and field.dropped) or bool(field.order)


def _facts(field: FieldChange, names: Names, *, came: bool) -> str:
    values = (field.added if came else field.dropped) or ((field.new if came else field.old) or "",)
    return say("and").join(_value(field, value, names) for value in values)


def _values(fields: tuple[FieldChange, ...], names: Names, *, whole: bool) -> Iterator[ChangeLine]:
    """The fields of one record; of an entry that came or went, not ``whole``, only its values."""
    short = []
    for field in fields:
        if _is_text(field):
            yield ChangeLine(_label(field.at), runs=runs(field.old or "", field.new or ""))
        else:
            short.append(field)
    if short:
        depth = 2 if has(f"field.{'.'.join(short[0].at[:2])}") else 1
        told = (
            _sentence(field, names, depth)
            if whole
            else _facts(field, names, came=field.old is None)
            for field in short
        )
        yield ChangeLine(_label(short[0].at[:depth]), say("then" if whole else "and").join(told))


def _is_text(field: FieldChange) -> bool:
    """Whether a value is text that is best told by what went and came in it."""
    old, new = field.old, field.new
    if field.at[-1] in _IDS | _DIGESTS or old is None or new is None:
        return field.at == ("text",)
    return max(len(old), len(new)) >= _SHORT


def _sentence(field: FieldChange, names: Names, depth: int) -> str:
    """How one value changed, with the names of the fields below ``depth``."""
    words = _words(field, names)
    return say("label", label=_label(field.at[depth:]), words=words) if field.at[depth:] else words


def _words(field: FieldChange, names: Names) -> str:
    if field.order:
        return say("listed.order")
    if field.added or field.dropped:
        return say("then").join(
            say(
                _own(key, field), names=say("and").join(_value(field, one, names) for one in values)
            )
            for key, values in (("listed.came", field.added), ("listed.went", field.dropped))
            if values
        )
    if field.at[-1] in _DIGESTS:
        return say("digest")
    old, new = (_value(field, value, names) for value in (field.old, field.new))
    key = "turned" if field.old and field.new else "came" if field.new else "went"
    return say(_own(key, field), old=old, new=new)


def _own(key: str, field: FieldChange) -> str:
    """The words under ``key``, or those that a field has for itself."""
    own = f"{key}.{field.at[-1]}"
    return own if has(own) else key


def _value(field: FieldChange, value: str | None, names: Names) -> str:
    """A value as readers know it: a word of a closed vocabulary, the name of an id, or itself."""
    if value is None:
        return ""
    if said := vocabulary.in_field(field.at[-1], value):
        return said
    if has(key := f"value.{field.at[-1]}.{value}"):
        return say(key)
    if has(counted := f"count.{field.at[-1]}"):
        return say(counted, count=value)
    if field.at[-1] in _IDS and value in names:
        return say("called", name=called(value, names), id=value)
    return value


def _label(path: tuple[str, ...]) -> str:
    """The name of a field: one for its whole path, else after the names of what it is in."""
    whole = f"field.{'.'.join(path)}"
    if has(whole):
        return say(whole)
    labels = [say(key) if has(key := f"field.{step}") else step for step in path]
    label = labels[0]
    for inner in labels[1:]:
        label = say("deeper", label=label, inner=inner)
    return label
