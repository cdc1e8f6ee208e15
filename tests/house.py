"""The plan of macros/: its rooms, the arrows between them, and figures of its files.

``python -m tests.house`` prints them.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).parent.parent

# From the ground up; an import may only point to the same floor or a lower one.
FLOORS = (
    ("text",),
    ("yaml", "model"),
    ("words", "system"),
    ("knowledge",),
    ("data", "importing", "changes", "verify"),
    ("check", "views"),
    ("exports",),
    ("pages",),
    ("website",),
    ("commands",),
    ("cli",),
)
FLOOR = {room: height for height, rooms in enumerate(FLOORS) for room in rooms}
# The package's front doors: MkDocs enters by one, a shell by the other.
DOORS = {"": "website", "__main__": "cli"}

Arrow = tuple[str, str]


def modules() -> dict[str, Path]:
    """Every module of macros/ by its dotted name."""
    return {name_of(path): path for path in sorted((ROOT / "macros").rglob("*.py"))}


def name_of(path: Path) -> str:
    """The dotted name of the module in the file ``path``."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def parsed(path: Path) -> ast.Module:
    """The syntax tree of a Python file."""
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path) -> Iterator[str]:
    """The dotted name of whatever a file imports, wherever in it."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            if node.module == "macros":
                yield from (f"macros.{alias.name}" for alias in node.names)


def room(module: str) -> str:
    """The room of macros/ that a module stands in; "" for the package itself."""
    return module.split(".")[1] if "." in module else ""


def arrows() -> Mapping[Arrow, tuple[str, ...]]:
    """Each arrow from room to room, with the modules that draw it."""
    drawn: dict[Arrow, list[str]] = {}
    for module, path in modules().items():
        for name in imports(path):
            if name.startswith("macros.") and room(name) != room(module):
                drawn.setdefault((room(module), room(name)), []).append(module)
    return {arrow: tuple(by) for arrow, by in sorted(drawn.items())}


def circle() -> tuple[str, ...]:
    """Rooms that import each other in a circle; none if there is no circle."""
    below: dict[str, set[str]] = {}
    for upper, lower in arrows():
        below.setdefault(upper, set()).add(lower)
    try:
        tuple(TopologicalSorter(below).static_order())
    except CycleError as error:
        return tuple(error.args[1])
    return ()


def arrows_up() -> tuple[Arrow, ...]:
    """The arrows that point to a higher floor than they come from."""
    height = {**FLOOR, **{door: FLOOR[room] for door, room in DOORS.items()}}
    return tuple((upper, lower) for upper, lower in arrows() if height[lower] > height[upper])


def parameters_called(name: str) -> int:
    """How many functions take a parameter of this name."""
    return sum(
        any(a.arg == name for a in (*f.args.posonlyargs, *f.args.args, *f.args.kwonlyargs))
        for f in _nodes(ast.FunctionDef)
    )


def classes_named_twice() -> Mapping[str, int]:
    """The class names that more than one class has, and how many."""
    count = Counter(found.name for found in _nodes(ast.ClassDef))
    return {name: many for name, many in sorted(count.items()) if many > 1}


def functions_called(*names: str) -> int:
    """How many functions of modules have one of these names."""
    return sum(
        isinstance(node, ast.FunctionDef) and node.name in names
        for path in modules().values()
        for node in parsed(path).body
    )


def short_files(lines: int = 40) -> int:
    """How many Python files of macros/, packages' fronts apart, are shorter than ``lines``."""
    return sum(
        len(path.read_text(encoding="utf-8").splitlines()) < lines
        for path in modules().values()
        if path.name != "__init__.py"
    )


def important() -> int:
    """How many declarations of the style sheets shout."""
    sheets = (*(ROOT / "overrides").rglob("*.css"), *(ROOT / "macros").rglob("*.css"))
    return sum(len(re.findall("!important", sheet.read_text("utf-8"))) for sheet in sheets)


def _nodes(kind: type[ast.AST]) -> Iterator[ast.AST]:
    for path in modules().values():
        yield from (node for node in ast.walk(parsed(path)) if isinstance(node, kind))


def report() -> Iterator[str]:
    """The plan and its figures, line by line."""
    for height, rooms in reversed(tuple(enumerate(FLOORS, 1))):
        yield f"{height:3}  {' '.join(rooms)}"
    between = [arrow for arrow in arrows() if not {*arrow} & {*DOORS}]
    yield (
        f"rooms {len(FLOOR)}, floors {len(FLOORS)}, arrows {len(between)}, "
        f"circles {int(bool(circle()))}, arrows up {len(arrows_up())}"
    )
    yield f"modules {len(modules())}, of these shorter than 40 lines {short_files()}"
    yield f"functions that take a parameter root: {parameters_called('root')}"
    yield f"functions called say, phrase or sign: {functions_called('say', 'phrase', 'sign')}"
    twice = classes_named_twice()
    yield f"class names used more than once: {len(twice)}  {' '.join(twice)}"
    yield f"!important: {important()}"


if __name__ == "__main__":
    print("\n".join(report()))  # noqa: T201
