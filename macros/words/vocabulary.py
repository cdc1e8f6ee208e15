"""What each value of a closed vocabulary is called, looked up by the value itself."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path

from macros import model
from macros.model import Record, shape
from macros.words.catalogue import say
from macros.yaml.shipped import shipped

CATALOGUE = Path(__file__).with_name("vocabulary.zh.yml")


def word(value: StrEnum, aspect: str = "word") -> str:
    """What readers call ``value``, or its ``short`` form, ``note`` …; KeyError if it has none."""
    return words(type(value).__name__, aspect)[value]


@cache
def words(vocabulary: str, aspect: str = "word") -> Mapping[str, str]:
    """The words of a vocabulary by its values, of those that have the ``aspect``, in its order."""
    rows = shipped(CATALOGUE)[vocabulary]
    forms = {value: {"word": row} if isinstance(row, str) else row for value, row in rows.items()}
    return {value: form[aspect] for value, form in forms.items() if aspect in form}


def listed(vocabulary: type[StrEnum], form: str = "plain") -> str:
    """The values of a vocabulary, each with its name, in one sentence, plain or in Markdown."""
    rows = (say(f"listed.{form}.row", value=one, word=word(one)) for one in vocabulary)
    return say(f"listed.{form}.and").join(rows)


def in_field(field: str, value: str) -> str | None:
    """What readers call ``value`` in a field that files write as ``field``; None if it is free."""
    return next((said[value] for said in _choices().get(field, ()) if value in said), None)


@cache
def _choices() -> Mapping[str, tuple[Mapping[str, str], ...]]:
    """The words that fields of each name choose from, whichever record they are of."""
    found: dict[str, dict[str, Mapping[str, str]]] = {}
    for record in vars(model).values():
        if isinstance(record, type) and issubclass(record, Record):
            for name in shape.fields(record):
                chosen = shape.at(record, (name,))
                if shape.words(chosen):
                    found.setdefault(name, {})[chosen.__name__] = words(chosen.__name__)
    return {name: tuple(each.values()) for name, each in found.items()}
