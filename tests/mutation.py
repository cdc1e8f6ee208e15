"""Single random edits of the data, and whether anybody would notice: `check` or `diff`.

Each edit is made in the text of one file: a scalar typed otherwise, a member of a list taken out
or exchanged with its neighbour, a field taken out, a character of the source. ``python -m
tests.mutation 1000`` tries a thousand on the data of this repository and says what noticed them.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from random import Random

import yaml

from macros.changes import compare
from macros.check import rules
from macros.data import load
from macros.knowledge import Library

ROOT = Path(__file__).parent.parent


class Found(StrEnum):
    """What noticed an edit."""

    READING = "reading"
    """The file can no longer be read: a finding of check."""
    RULES = "rules"
    """A rule has a finding that was not there; diff shows the edit as well."""
    DIFF = "diff"
    """No rule has one, but diff shows the edit."""
    NOBODY = "nobody"
    SAME = "same"
    """Nothing to notice: the file says the same in other words, such as a default left out."""


@dataclass(frozen=True)
class Edit:
    """One edit: the file, what was done to it, and its text afterwards."""

    file: str
    deed: str
    text: str


def edits(root: Path, number: int, seed: int = 1) -> Iterator[Edit]:
    """``number`` edits of the files below ``root/data``, the same for the same seed.

    Files are drawn by how many values they hold, so that every value is as likely as any other.
    """
    chance = Random(seed)
    texts = {
        path.relative_to(root).as_posix(): path.read_bytes().decode()
        for path in sorted((root / "data").rglob("*"))
        if path.is_file()
    }
    spots = {file: [*_spots(_root(file, text))] for file, text in texts.items()}
    files, weights = [*spots], [len(found) for found in spots.values()]
    while number:
        (file,) = chance.choices(files, weights)
        edit = _edit(chance, texts[file], chance.choice(spots[file]))
        if edit and edit[1] != texts[file]:
            yield Edit(file, *edit)
            number -= 1


_Spot = tuple[yaml.Node, yaml.Node | None, int]
"""A value with the list or mapping it stands in and its place there."""


def _root(file: str, text: str) -> yaml.Node:
    """What a file holds; a text that is no YAML, as a list of its lines."""
    if file.endswith(".yml"):
        return yaml.compose(text, yaml.CSafeLoader)
    lines, at = [], 0
    for line in text.splitlines(keepends=True):
        ends = (at, at + len(line.rstrip("\n")))
        marks = (yaml.Mark(file, index, 0, 0, None, None) for index in ends)
        lines.append(yaml.ScalarNode("", line, *marks))
        at += len(line)
    return yaml.MappingNode("", [(line, line) for line in lines], None, None)


def _spots(node: yaml.Node, holder: yaml.Node | None = None, place: int = 0) -> Iterator[_Spot]:
    if holder is not None:
        yield node, holder, place
    if isinstance(node, yaml.SequenceNode):
        for number, one in enumerate(node.value):
            yield from _spots(one, node, number)
    elif isinstance(node, yaml.MappingNode):
        for number, (_, value) in enumerate(node.value):
            yield from _spots(value, node, number)


def _edit(chance: Random, text: str, spot: _Spot) -> tuple[str, str] | None:
    """What is done at a spot and the text it makes; None if that cannot be done there."""
    node, holder, place = spot
    if isinstance(node, yaml.ScalarNode) and chance.random() < 0.75:
        return _typed_otherwise(chance, text, node)
    if isinstance(holder, yaml.SequenceNode):
        return _list_otherwise(chance, text, holder, place)
    if isinstance(holder, yaml.MappingNode):
        key, value = holder.value[place]
        return f"take out {key.value}", _without(text, holder, key.start_mark, value.end_mark)
    return None


def _typed_otherwise(chance: Random, text: str, node: yaml.ScalarNode) -> tuple[str, str]:
    """One character put in, taken out, exchanged for another; or a word of the same field."""
    start, end = node.start_mark.index, node.end_mark.index
    old = text[start:end]
    at = chance.randrange(len(old)) if old else 0
    deed = chance.choice(("put in", "take out", "exchange", "other word"))
    other = {
        "put in": old[:at] + chance.choice("党的一3a、") + old[at:],
        "take out": old[:at] + old[at + 1 :],
        "exchange": old[:at] + chance.choice("校之二7b。") + old[at + 1 :],
        "other word": chance.choice(_WORDS),
    }[deed]
    return f"{deed} in {old[:20]!r}", text[:start] + other + text[end:]


# Words of closed vocabularies and ids, which fit where others of their kind stand.
_WORDS = (
    "lead",
    "answer",
    "joint",
    "support",
    "supervise",
    "inform",
    "target",
    "stated",
    "inferred",
    "week",
    "month",
    "term",
    "year",
    "periodic",
    "event",
    "continuous",
    "once",
    "deadline",
    "find",
    "explain",
    "apply",
    "discuss",
    "organ",
    "person",
    "group",
    "system",
    "meeting",
    "pending",
    "to-review",
    "text",
    "common",
    "supports",
    "details",
    "requires",
    "principal",
    "party-secretary",
    "teachers",
    "students",
    "m01",
    "m18",
    "m18c1",
    "m03c2",
    "p1",
    "p5",
    "p6",
    "governance",
    "learning",
    "meeting-minutes",
    "work-plan",
    "1",
    "2",
    "7",
    "45",
)


def _list_otherwise(
    chance: Random, text: str, holder: yaml.SequenceNode, place: int
) -> tuple[str, str] | None:
    """A member taken out, said twice, or exchanged with the next."""
    node = holder.value[place]
    start, end = node.start_mark.index, node.end_mark.index
    deed = chance.choice(("drop", "exchange"))
    if deed == "drop":
        return "drop a member", _without(text, holder, node.start_mark, node.end_mark)
    if place + 1 == len(holder.value):
        return None
    after = holder.value[place + 1]
    one, other = (
        text[start:end].rstrip(),
        text[after.start_mark.index : after.end_mark.index].rstrip(),
    )
    between = text[start + len(one) : after.start_mark.index]
    rest = text[after.start_mark.index + len(other) :]
    return "exchange members", text[:start] + other + between + one + rest


def _without(text: str, holder: yaml.Node, start: yaml.Mark, end: yaml.Mark) -> str:
    """The text without what stands between the marks, with the comma or line that belongs to it."""
    first, last = start.index, end.index
    if holder.flow_style:
        while text[last] in ", ":
            last += 1
        if text[last] in "]}":
            while text[first - 1] in ", ":
                first -= 1
        return text[:first] + text[last:]
    first = text.rindex("\n", 0, first) + 1 if "\n" in text[:first] else 0
    if text[last - 1] != "\n":
        last = text.index("\n", last) + 1
    return text[:first] + text[last:]


def noticed(root: Path, before: Library, known: set[str], edit: Edit) -> Found:
    """What notices ``edit`` in the project at ``root``, a copy that is left as it was."""
    path = root / edit.file
    kept = path.read_bytes()
    path.write_text(edit.text, encoding="utf-8", newline="")
    try:
        loaded = load(root)
    finally:
        path.write_bytes(kept)
    if loaded.findings:
        return Found.READING
    if loaded.library == before:
        return Found.SAME
    shown = bool(compare(before, loaded.library).changes)
    ruled = bool({str(found) for found in rules.check(loaded.library)} - known)
    if ruled:
        return Found.RULES
    return Found.DIFF if shown else Found.NOBODY


def main(number: int) -> int:
    """Try ``number`` edits on a copy of this repository's data and say what noticed them."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(ROOT / "data", root / "data")
        before = load(root).library
        known = {str(found) for found in rules.check(before)}
        counts: Counter[Found] = Counter()
        for edit in edits(root, number):
            found = noticed(root, before, known, edit)
            counts[found] += 1
            if found is Found.NOBODY:
                sys.stdout.write(f"{edit.file}: {edit.deed}\n")
        sys.stdout.write(", ".join(f"{found} {counts[found]}" for found in Found) + "\n")
        return counts[Found.NOBODY]


if __name__ == "__main__":
    sys.exit(bool(main(int(sys.argv[1]))))
