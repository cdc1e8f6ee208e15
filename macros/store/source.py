"""One YAML file as strings, lists and mappings, with the place of every value."""

from __future__ import annotations

from typing import Any

import yaml

from macros.location import Location, Place


def read(text: str, file: str) -> tuple[Any, Place]:
    """The content of a YAML text, every scalar as the text that was typed, and its places.

    Every mapping carries its own place under the key ``@``, where the records expect it.
    """
    node = yaml.compose(text, Loader=yaml.CSafeLoader)
    return _read(node, file, None)


def _read(node: Any, file: str, key: Location | None) -> tuple[Any, Place]:
    here = Location(file, node.start_mark.line + 1, node.start_mark.column + 1)
    if isinstance(node, yaml.ScalarNode):
        return node.value, Place(here, key)
    if isinstance(node, yaml.SequenceNode):
        items = [_read(item, file, None) for item in node.value]
        return [v for v, _ in items], Place(here, key, {n: p for n, (_, p) in enumerate(items)})
    content: dict[str, Any] = {}
    places: dict[str | int, Place] = {}
    for key_node, value_node in node.value:
        at = Location(file, key_node.start_mark.line + 1, key_node.start_mark.column + 1)
        content[key_node.value], places[key_node.value] = _read(value_node, file, at)
    place = Place(here, key, places)
    return {**content, "@": place}, place
