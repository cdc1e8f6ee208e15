"""Every entry of two libraries side by side: which it was before, and every value that differs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.changes import splits
from macros.changes.alignment import counterparts
from macros.changes.entries import ComparedEntry, Key, items, orders
from macros.changes.names import CitedPlace, places
from macros.changes.values import Leaf, Order, Path, differences
from macros.knowledge import Library
from macros.model import Clause, Duty, Measure, Part, Question, Review
from macros.model.kinds import name_of
from macros.model.release import Change, FieldChange, What

LIBRARY = "library"
"""The kind of a change that concerns no entry, such as the order of the roles."""

# Ids that may be given anew with each version of a text, the broader before what stands in them.
_NUMBERED: Mapping[type, str] = {
    Part: "part",
    Measure: "measure",
    Clause: "clause",
    Duty: "duty",
    Question: "question",
}

# What a reader wants to know at once of an entry that came or went: its words, or whose it is and
# when, and what both rest on.
_WORTH: Mapping[str, tuple[str, ...]] = {"clause": ("text",), "duty": ("who", "when", "quote")}

# Of these, much alike does not mean the same: many duties are worded alike.
_SHORT = frozenset({"duty", "question"})


@dataclass(frozen=True, slots=True)
class Compared:
    """Two libraries as entries; ``before`` leads from a key of ``new`` to its key in ``old``."""

    old: Mapping[Key, ComparedEntry]
    new: Mapping[Key, ComparedEntry]
    before: Mapping[Key, Key]


def paired(old: Library, new: Library) -> Compared:
    """The entries of both libraries, each with what it was."""
    one, other = items(old), items(new)
    before = {key: key for key in other if key in one and key[0] not in _NUMBERED.values()}
    for kind in _NUMBERED.values():
        amended = kind not in _SHORT
        was = counterparts(_texts(one, kind), _texts(other, kind), amended=amended)
        before |= {(kind, id_): (kind, id_before) for id_, id_before in was.items()}
    return Compared(one, other, before)


def changes(old: Library, new: Library, pairs: Compared) -> Iterator[Change]:
    """Every change, in the order of the newer library; what is gone stands where it stood."""
    order = tuple(differences(orders(old), orders(new)))
    if order:
        yield Change(what=What.CHANGED, kind=LIBRARY, entry=LIBRARY, fields=order)
    here, there = places(new), places(old)
    origins = splits.split(pairs.old, pairs.new, pairs.before)
    ends = splits.merged(pairs.old, pairs.new, pairs.before)
    kept = set(pairs.before.values())
    gone = _by_neighbour(pairs.old, kept)
    ids: dict[str, str | None] = {key[1]: None for key in pairs.old if key not in kept}
    ids |= {was[1]: now[1] for now, was in pairs.before.items()}

    def dropped(after: Key | None) -> Iterator[Change]:
        for key in gone.get(after, ()):
            yield _dropped(pairs.old[key], there.get(key[1], CitedPlace()), ends)

    yield from dropped(None)
    for key, item in pairs.new.items():
        was = pairs.before.get(key)
        place = here.get(key[1], CitedPlace())
        if was is None:
            yield _added(item, place, origins)
            continue
        fields = tuple(_differing(pairs.old[was], item, ids))
        if fields or was != key:
            what = _what(pairs.old[was], item)
            # What is retired has no place in the text any more.
            place = there.get(was[1], place) if what is What.RETIRED else place
            yield _told(what, item, place, fields, was=() if was == key else (was[1],))
        yield from dropped(was)


def _texts(entries: Mapping[Key, ComparedEntry], kind: str) -> dict[str, str]:
    """What entries of one kind are recognised by, under their ids."""
    return {id_: text_of(item) for (its, id_), item in entries.items() if its == kind}


def text_of(item: ComparedEntry) -> str:
    """The words an entry is recognised by; "" for a kind that is known by its id alone."""
    record = item.record
    if isinstance(record, Measure):
        return "\n".join((record.title, *(clause.text for clause in record.clauses)))
    if isinstance(record, Clause | Question):
        return record.text
    if isinstance(record, Duty):
        return f"{record.do}\n{record.quote}"
    return record.title if isinstance(record, Part) else ""


def _by_neighbour(
    entries: Mapping[Key, ComparedEntry], kept: set[Key]
) -> dict[Key | None, list[Key]]:
    """What is gone, under the nearest kept entry before it."""
    found: dict[Key | None, list[Key]] = {}
    neighbour: Key | None = None
    for key in entries:
        if key in kept:
            neighbour = key
        else:
            found.setdefault(neighbour, []).append(key)
    return found


def _differing(
    old: ComparedEntry, new: ComparedEntry, ids: Mapping[str, str | None]
) -> Iterator[FieldChange]:
    """Every value of an entry that differs, and the entry it stands in, if that is another.

    ``ids`` are the new ids by the old, None for what is gone, so that a list of entries that were
    only given other ids keeps its order.
    """
    if ids.get(old.parent, old.parent) != new.parent:
        yield FieldChange(at=("in",), old=old.parent, new=new.parent)
    if old.record != new.record:
        yield from differences(_renamed(old.leaves, ids), new.leaves)


def _renamed(leaves: dict[Path, Leaf], ids: Mapping[str, str | None]) -> dict[Path, Leaf]:
    """Leaves in which the order of entries is told by their new ids, without what is gone."""
    return {
        path: Order(now for id_ in leaf if (now := ids.get(id_, id_)) is not None)
        if isinstance(leaf, Order)
        else leaf
        for path, leaf in leaves.items()
    }


def _what(old: ComparedEntry, new: ComparedEntry) -> What:
    """What happened to an entry of both libraries."""
    was, now = (getattr(item.record, "retired", None) is not None for item in (old, new))
    return What.CHANGED if was == now else What.RETIRED if now else What.RESTORED


def _added(
    item: ComparedEntry, place: CitedPlace, origins: Mapping[str, tuple[str, ...]]
) -> Change:
    fields = tuple(_worth(item, What.ADDED))
    return _told(What.ADDED, item, place, fields, was=origins.get(item.id, ()))


def _dropped(item: ComparedEntry, place: CitedPlace, ends: Mapping[str, tuple[str, ...]]) -> Change:
    into = ends.get(item.id, ()) if item.kind == "clause" else ()
    fields = tuple(_worth(item, What.DROPPED))
    return _told(What.DROPPED, item, place, fields, into=into)


def _worth(item: ComparedEntry, what: What) -> Iterator[FieldChange]:
    """Of an entry that came or went, what a reader wants to know besides its name."""
    for path, leaf in item.leaves.items():
        if path[0] in _WORTH.get(item.kind, ()) and not isinstance(leaf, Order):
            value = str(leaf)
            if what is What.ADDED:
                yield FieldChange(at=path, new=value)
            else:
                yield FieldChange(at=path, old=value)


def _told(
    what: What,
    item: ComparedEntry,
    place: CitedPlace,
    fields: tuple[FieldChange, ...],
    **ids: tuple[str, ...],
) -> Change:
    """A change; ``ids`` are its ``was`` or ``into``."""
    return Change(
        what=what,
        kind=item.kind,
        entry=item.id,
        name=_name(item),
        within=item.home or None,
        cited=place.cited,
        passage=place.within,
        fields=fields,
        **ids,
    )


def _name(item: ComparedEntry) -> str:
    """What readers call an entry: its label, title, what is to be done, what is asked."""
    if isinstance(item.record, Clause):
        return ""
    if isinstance(item.record, Review):
        return f"{item.record.by} {item.record.date}"
    return name_of(item.record)
