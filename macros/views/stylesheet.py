"""The one stylesheet of the site, made of its components, which stand in cascade layers.

Sources say ``@layer``; the browsers of our readers, Chromium 80 among them, do not know it. So a
layer becomes specificity: each selector of the n-th layer is raised by n ids that no element has.
A rule of a later layer beats every rule of an earlier one, and every rule of the theme, which is
in no layer; within a layer the cascade is what it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import tinycss2
from tinycss2.ast import (
    AtRule,
    Declaration,
    FunctionBlock,
    HashToken,
    Node,
    ParseError,
    QualifiedRule,
)

# From the weakest to the strongest. What is hidden comes last: no component shows it again.
LAYERS = ("theme", "base", "components", "pages", "print", "visibility")

# Where the sources stand in a project's overrides, a folder a layer; and where the site has them.
SOURCES = Path("assets", "clausebook", "styles")
STYLESHEET = "assets/clausebook/clausebook.css"

_REPORT = ("theme/tokens.css", "report.css", "components/changes.css")

# More than any class, and true of every element: an id that no HTML can hold a second time.
_RAISE = r":not(#\#)"

# What Chromium 80 cannot read in a selector makes it drop the whole list: it stands alone.
_YOUNG = {"details-content", "focus-visible", "has", "marker"}

# What it cannot read as a property, in words that it can; our pages run from left to right.
_SIDES = {
    "border-block": ("border-top", "border-bottom"),
    "inset": ("top", "right", "bottom", "left"),
    "margin-block": ("margin-top", "margin-bottom"),
    "margin-inline": ("margin-left", "margin-right"),
    "padding-block": ("padding-top", "padding-bottom"),
    "padding-inline": ("padding-left", "padding-right"),
}
_PREFIXED = {"appearance", "box-decoration-break", "mask", "print-color-adjust"}


class StylesheetError(ValueError):
    """A source that cannot be lowered; says which, in which line, and why."""


def site_stylesheet(overrides: Path) -> str:
    """The stylesheet of the site; ``overrides`` is the project's folder of templates and styles.

    Raises OSError if a source cannot be read, StylesheetError if one cannot be lowered.
    """
    folder = overrides / SOURCES
    return _joined(
        folder, (file for layer in LAYERS for file in sorted((folder / layer).glob("*.css")))
    )


def report_stylesheet(overrides: Path) -> str:
    """The stylesheet of a report of changes, which stands alone; see ``site_stylesheet``."""
    folder = overrides / SOURCES
    return _joined(folder, (folder / name for name in _REPORT))


def _joined(folder: Path, files: Iterable[Path]) -> str:
    return stylesheet(
        {file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8") for file in files}
    )


def stylesheet(sources: Mapping[str, str]) -> str:
    """The ``sources``, by their names, as one sheet without layers: a rule a line.

    Raises StylesheetError for a source that is no CSS, that has a rule outside a layer, or that
    uses what cannot be lowered: an id, ``:is``, ``:where`` or ``!important``.
    """
    layers: dict[str, list[str]] = {layer: [] for layer in LAYERS}
    for name, source in sources.items():
        for rule in tinycss2.parse_stylesheet(source, skip_comments=True, skip_whitespace=True):
            if not isinstance(rule, AtRule) or rule.lower_at_keyword != "layer":
                raise _error(name, rule, "stands in no layer")
            layer = tinycss2.serialize(rule.prelude).strip()
            if layer not in layers or rule.content is None:
                raise _error(name, rule, f"no layer: {layer}")
            height = LAYERS.index(layer) + 1
            layers[layer].extend(_rules(name, rule.content, height))
    return "".join(f"{line}\n" for lines in layers.values() for line in lines)


def _rules(name: str, content: Sequence[Node], height: int) -> Iterator[str]:
    """The rules within a block, raised to ``height``."""
    for rule in tinycss2.parse_rule_list(content, skip_comments=True, skip_whitespace=True):
        if isinstance(rule, QualifiedRule):
            body = _body(name, rule.content)
            for selectors in _selectors(name, rule, height):
                yield f"{selectors}{{{body}}}"
        elif isinstance(rule, AtRule) and rule.content is not None:
            head = f"@{rule.at_keyword}{_text(rule.prelude)}".strip()
            if rule.lower_at_keyword in ("media", "supports"):
                within = "\n".join(_rules(name, rule.content, height))
                yield f"{head}{{\n{within}\n}}"
            else:
                yield f"{head}{{{_body(name, rule.content)}}}"
        else:
            raise _error(name, rule, "no rule of a stylesheet")


def _selectors(name: str, rule: QualifiedRule, height: int) -> Iterator[str]:
    """The lists of selectors that ``rule`` is told for: one for all, and one for each young one."""
    old: list[str] = []
    young: list[str] = []
    for selector in _split(rule.prelude):
        words = set(_words(selector))
        if refused := words & {"#", "is", "where"}:
            raise _error(name, rule, f"cannot be lowered: {min(refused)}")
        (young if words & _YOUNG else old).append(_raised(selector, height))
    if old:
        yield ",".join(old)
    yield from young


def _split(prelude: Sequence[Node]) -> Iterator[list[Node]]:
    """The selectors of a list."""
    selector: list[Node] = []
    for token in prelude:
        if token == ",":
            yield selector
            selector = []
        else:
            selector.append(token)
    yield selector


def _words(selector: Sequence[Node]) -> Iterator[str]:
    """Each name in a selector, at any depth, and "#" for each id."""
    for token in selector:
        if isinstance(token, HashToken):
            yield "#"
        elif isinstance(token, FunctionBlock):
            yield token.lower_name
            yield from _words(token.arguments)
        elif token.type == "ident":
            yield token.lower_value


def _raised(selector: Sequence[Node], height: int) -> str:
    """``selector`` with its last element raised; a pseudo-element stays at the end."""
    colons = (
        place for place, pair in enumerate(pairwise(selector)) if pair[0] == ":" and pair[1] == ":"
    )
    end = next(colons, len(selector))
    element, rest = _text(selector[:end]), _text(selector[end:])
    # A blank before a pseudo-element says "of any element below".
    element = element.strip() if not rest else element.lstrip()
    return f"{element}{_RAISE * height}{rest.strip()}"


def _body(name: str, content: Sequence[Node]) -> str:
    """The declarations of a block, in words that old browsers know."""
    lowered: list[str] = []
    for one in tinycss2.parse_declaration_list(content, skip_comments=True, skip_whitespace=True):
        if not isinstance(one, Declaration):
            raise _error(name, one, "no declaration")
        if one.important:
            raise _error(name, one, "cannot be lowered: !important")
        value = _text(one.value).strip()
        if one.lower_name in _SIDES:
            lowered.extend(_sided(one.lower_name, one.value))
        else:
            if one.lower_name in _PREFIXED:
                lowered.append(f"-webkit-{one.lower_name}:{value}")
            lowered.append(f"{one.name}:{value}")
    return ";".join(lowered)


def _sided(name: str, value: Sequence[Node]) -> Iterator[str]:
    """A property of several sides, side by side, as CSS shares one to four values out to them."""
    # A border's own value has blanks in it, and both borders have the same.
    values = [_text(value).strip()] if name.startswith("border") else _text(value, "\0").split("\0")
    values = [one for one in values if one]
    first, second = values[0], values[min(1, len(values) - 1)]
    shared = [*values, *[first, second, first, second][len(values) :]]
    for side, one in zip(_SIDES[name], shared, strict=False):
        yield f"{side}:{one}"


def _text(tokens: Sequence[Node], blank: str = " ") -> str:
    """Tokens as CSS, each run of white space one ``blank``."""
    return "".join(blank if token.type == "whitespace" else token.serialize() for token in tokens)


def _error(name: str, node: Any, why: str) -> StylesheetError:
    if isinstance(node, ParseError):
        why = node.message
    return StylesheetError(f"{name}:{node.source_line}: {why}")
