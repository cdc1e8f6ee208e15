"""A file of reviews with new ones in it: one a line, by id, the comments kept."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from macros.data import read
from macros.data.canonical import canonical
from macros.data.draft import UnreadableError
from macros.data.files import Reviews
from macros.data.save import planted
from macros.model import Review
from macros.yaml.parse import plant
from macros.yaml.tree import Group, Member, Scalar

EMPTY = "reviews: []\n"
"""A file without any review yet."""


def entered(text: str, new: Iterable[Review], gone: Collection[tuple[str, str]], file: str) -> str:
    """The file ``text`` with the reviews ``new``.

    ``gone`` are the reviews that these take the place of, by id and person; what was noted at them
    stays with the entry. UnreadableError if the text, shown as ``file``, has faults; ValueError if
    a review holds what no file may hold, such as an invisible character.
    """
    if faults := read(text, Reviews, file).findings:
        raise UnreadableError(faults, {file: text})
    tree = plant(text)
    book = tree.root.members[0]
    assert isinstance(book.value, Group)  # the strict reader has seen to it
    lines: list[Member] = []
    notes: dict[str, tuple[str, ...]] = {}
    for member in book.value.members:
        id_ = _of(member, "id")
        if (id_, _of(member, "by")) in gone:
            told = tuple(note for note in (*member.above, member.beside) if note)
            notes[id_] = (*notes.get(id_, ()), *told)
        else:
            lines.append(member)
    lines += (Member(planted(one), above=notes.get(one.id, ())) for one in new)
    group = replace(book.value, members=tuple(sorted(lines, key=_order)))
    root = replace(tree.root, members=(replace(book, value=group),))
    written = canonical(replace(tree, root=root), Reviews)
    if faults := read(written, Reviews, file).findings:
        raise ValueError(", ".join(f"{fault.code} {fault.location}" for fault in faults))
    return written


def _of(member: Member, field: str) -> str:
    """What a line says in a field."""
    assert isinstance(member.value, Group)
    value = member.value.members[member.value.index(field)].value
    return value.text if isinstance(value, Scalar) else ""


def _order(member: Member) -> tuple[list[tuple[int, str]], str, str]:
    """By id, as people count: m18d4 before m18d10; then by date and person."""
    steps = re.findall(r"[0-9]+|[^0-9]+", _of(member, "id"))
    numbered = [(int(step), "") if step.isdigit() else (-1, step) for step in steps]
    return numbered, _of(member, "date"), _of(member, "by")
