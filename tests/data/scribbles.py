"""Records as a careless hand would write them: any order, any spacing, comments everywhere."""

from __future__ import annotations

import json
from collections.abc import Iterator

from hypothesis import strategies as st

from macros.data.save import planted
from macros.model import Record
from macros.yaml.quoting import written
from macros.yaml.tree import Group, Member, Scalar

NOTES = ("# 组织", "#", "# a: b", "# - x", "#{[", "# 待定 # 再看", "#: 'x")


@st.composite
def scribbled(draw: st.DrawFn, record: Record) -> str:
    """A strict text that holds ``record``, in one of many forms."""
    root = planted(record)
    assert isinstance(root, Group)
    return "\n".join([*_gap(draw), *_Scribbler(draw).block(root, 0), *_gap(draw)]) + "\n"


class _Scribbler:
    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw

    def block(self, group: Group, indent: int) -> Iterator[str]:
        if not group.members:
            yield " " * indent + ("[]" if group.is_list else "{}")
        members = group.members if group.is_list else self._draw(st.permutations(group.members))
        for member in members:
            yield from _gap(self._draw)
            yield from self._member(member, indent)

    def _member(self, member: Member, indent: int) -> Iterator[str]:
        head = " " * indent + ("-" if member.key is None else f"{member.key}:")
        value = member.value
        if isinstance(value, Scalar):
            quoted = self._draw(st.booleans())
            text = _quoted(value.text) if quoted else written(value.text, in_flow=False)
            behind = self._beside() if text[0] == '"' else ""
            yield f"{head} {text}{behind}"
        elif not value.members or self._draw(st.booleans()):
            first, *more = self._flow(value).split("\n")
            yield f"{head}{self._draw(st.sampled_from((' ', '   ')))}{first}"
            yield from (" " * (indent + 3) + line for line in more)
        else:
            deeper = indent + self._draw(st.sampled_from((2, 4)))
            lines = [*self.block(value, deeper)]
            start = next(n for n, line in enumerate(lines) if line.strip(" ")[:1] not in ("", "#"))
            if member.key is None and start == 0 and self._draw(st.booleans()):
                # An item that begins behind its dash.
                lines[0] = f"{head}{lines[0][indent + 1 :]}"
                yield from lines
            else:
                yield head + self._beside()
                yield from lines

    def _flow(self, value: Scalar | Group) -> str:
        if isinstance(value, Scalar):
            quoted = self._draw(st.booleans())
            return _quoted(value.text) if quoted else written(value.text, in_flow=True)
        wide = self._draw(st.booleans())
        comma = f",{self._beside()}\n" if wide else ", "
        items = [
            ("" if one.key is None else f"{one.key}: ") + self._flow(one.value)
            for one in value.members
        ]
        inner = comma.join(items)
        return f"[{inner}]" if value.is_list else f"{{{inner}}}"

    def _beside(self) -> str:
        note = self._draw(st.sampled_from((None, None, None, *NOTES)))
        return f"  {note}" if note else ""


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _gap(draw: st.DrawFn) -> list[str]:
    """Comments and blank lines, each as far in as it likes."""
    if draw(st.integers(0, 3)):
        return []
    lines = st.builds(
        lambda indent, note: " " * indent + note, st.integers(0, 9), st.sampled_from(("", *NOTES))
    )
    return draw(st.lists(lines, max_size=3))
