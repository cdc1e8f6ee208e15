"""The canonical form of a file: one way to write each record, its comments kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from macros import model
from macros.model import Record, release, shape
from macros.text.location import Steps
from macros.yaml.quoting import written
from macros.yaml.tree import BLANK, Group, Member, Scalar, Tree

WIDEST = 120
"""The longest line, in code points, that braces or brackets may make; text is never folded."""

BRIEF: tuple[type[Record], ...] = (
    model.Assignment,
    model.Definition,
    model.Fact,
    model.MechanismUse,
    model.Part,
    model.RecordUse,
    model.Relation,
    model.Review,
    model.Synonym,
    model.Timing,
    release.FieldChange,
    release.Shift,
)
"""Records that stand in braces on one line where they fit; all others take a line a field."""

# Of these a whole list may stand on one line.
_BRIEF_IN_LISTS = (model.MechanismUse, model.RecordUse)


def canonical(tree: Tree, record: type[Record]) -> str:
    """The file that holds ``tree``, a file of ``record``: its fields in the order of the record.

    Comments stay before, beside and behind what they were written for; runs of blank lines become
    one, and none stands where a list or mapping begins.
    """
    layout = CanonicalLayout(record)
    lines = [*tree.head, *layout.block((), tree.root, "")]
    return "".join(f"{line}\n" for line in _spaced(lines)) or "{}\n"


class CanonicalLayout:
    """Lays out values inside a file of one kind of record."""

    def __init__(self, record: type[Record]) -> None:
        """Values are laid out as fields and items of a file of ``record``."""
        self._record = record

    def block(self, path: Steps, group: Group, indent: str) -> Iterator[str]:
        """The lines of the members of the group at ``path``, each with ``indent``."""
        if not group.members and path:
            yield f"{indent}{'[]' if group.is_list else '{}'}"
        for number, member in enumerate(self._ordered(path, group)):
            step = number if group.is_list else str(member.key)
            lead = number == 0 and bool(path)
            yield from self.member((*path, step), member, indent, lead=lead)
        yield from _comments(group.below, indent)

    def member(
        self, path: Steps, member: Member, indent: str, *, lead: bool = False
    ) -> Iterator[str]:
        """The lines of one member; above one that must ``lead`` its group no blank line is kept."""
        member = self._hoisted(path, member)
        above = tuple(filter(None, member.above)) if lead else member.above
        yield from _comments(above, indent)
        head = f"{indent}-" if member.key is None else f"{indent}{member.key}:"
        beside = f" {member.beside}" if member.beside else ""
        value = member.value
        flow = self._flow(path, value)
        if flow is not None and len(head) + 1 + len(flow) <= WIDEST:
            yield f"{head} {flow}{beside}"
        elif isinstance(value, Scalar):
            yield f"{head} {self._scalar(path, value, in_flow=False)}"
        elif member.key is None:
            yield from _comments(filter(None, (member.beside,)), indent)
            first, *others = self.block(path, value, f"{indent}  ")
            yield f"{head} {first.lstrip(' ')}"
            yield from others
        else:
            yield f"{head}{beside}"
            yield from self.block(path, value, f"{indent}  ")

    def _hoisted(self, path: Steps, member: Member) -> Member:
        """The member with the comments above it for which its own first line has no room.

        Beside plain text a comment would be read as more of it; behind the dash of an item stands
        its first field.
        """
        value = member.value
        if isinstance(value, Scalar):
            above = (*member.above, member.beside) if member.beside else member.above
            return replace(member, above=above, beside="")
        if member.key is None and not value.is_list and value.members:
            first, *others = self._ordered(path, value)
            first = self._hoisted((*path, str(first.key)), first)
            above = (*member.above, *filter(None, first.above))
            members = (replace(first, above=()), *others)
            return replace(member, above=above, value=replace(value, members=members))
        return member

    def _ordered(self, path: Steps, group: Group) -> tuple[Member, ...]:
        wanted = shape.at(self._record, path)
        if group.is_list or not isinstance(wanted, type):
            return group.members
        order = {name: place for place, name in enumerate(shape.fields(wanted))}
        return tuple(sorted(group.members, key=lambda member: order[str(member.key)]))

    def _flow(self, path: Steps, value: Scalar | Group) -> str | None:
        """A group in braces or brackets; None if it does not go there, whatever its length."""
        if isinstance(value, Scalar) or value.comments:
            return None
        if value.is_list:
            of = shape.at(self._record, (*path, 0))
            brief = all(isinstance(one.value, Scalar) for one in value.members)
            return self._inner(path, value) if brief or of in _BRIEF_IN_LISTS else None
        brief = shape.at(self._record, path) in BRIEF or not value.members
        return self._inner(path, value) if brief else None

    def _inner(self, path: Steps, value: Scalar | Group) -> str:
        """A value inside braces or brackets."""
        if isinstance(value, Scalar):
            return self._scalar(path, value, in_flow=True)
        if value.is_list:
            items = (self._inner((*path, n), one.value) for n, one in enumerate(value.members))
            return f"[{', '.join(items)}]"
        fields = (
            f"{one.key}: {self._inner((*path, str(one.key)), one.value)}"
            for one in self._ordered(path, value)
        )
        return f"{{{', '.join(fields)}}}"

    def _scalar(self, path: Steps, scalar: Scalar, *, in_flow: bool) -> str:
        wanted: Any = shape.at(self._record, path)
        if wanted in (int, bool):
            return scalar.text
        return written(scalar.text, in_flow=in_flow)


def _comments(comments: Iterable[str], indent: str) -> Iterator[str]:
    for comment in comments:
        yield f"{indent}{comment}" if comment else BLANK


def _spaced(lines: list[str]) -> Iterator[str]:
    """The lines without blank ones at either end, or beside another."""
    waiting = started = False
    for line in lines:
        if line:
            if waiting and started:
                yield BLANK
            yield line
            started, waiting = True, False
        else:
            waiting = True
