"""One YAML text as strings, lists and mappings, with the place of every value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import yaml

from macros.text.diagnostics import Diagnostic
from macros.text.location import Location, Place
from macros.yaml import syntax
from macros.yaml.nodes import Nodes, Path
from macros.yaml.text import Text


@dataclass(frozen=True, slots=True)
class YamlContent:
    """What a YAML text holds.

    ``content`` is text, lists and mappings; each mapping carries its place under ``@``, where the
    records expect it. A fault at a value is said once: ``spoilt`` has the paths at and below which
    nothing else is to be blamed, ``holed`` those of mappings in which no field is to be missed.
    ``broken`` says that the text could not be read to its end.
    """

    content: Any
    place: Place
    findings: tuple[Diagnostic, ...] = ()
    spoilt: frozenset[Path] = frozenset()
    holed: frozenset[Path] = frozenset()
    broken: bool = False


def read(text: Text, file: str) -> YamlContent:
    """The content of a text, every scalar as it was typed, with all that is not strict YAML."""
    start = Place(Location(file, 1, 1))
    if text.broken:
        return YamlContent(None, start, text.findings, broken=True)
    nodes = Nodes(text, file)
    try:
        _run(nodes, text.text)
    except yaml.YAMLError as error:
        # Of a text with odd characters, the parser's complaint would only be their consequence.
        found = text.findings or syntax.explained(error, nodes.findings, text.text, file)
        return YamlContent(None, start, found, broken=True)
    found = (*text.findings, *nodes.findings)
    if nodes.root is None or nodes.stopped:
        found = found or (Diagnostic("Y40", start.value),)
        return YamlContent(None, start, found, broken=True)
    content, place = nodes.root
    return YamlContent(content, place, found, frozenset(nodes.spoilt), frozenset(nodes.holed))


def _run(nodes: Nodes, text: str) -> None:
    """Hand the parser's events over one by one, so that the limits hold while reading."""
    parser = yaml.CSafeLoader(text)
    try:
        while not nodes.stopped and parser.check_event():
            nodes.take(parser.get_event())
    finally:
        parser.dispose()
