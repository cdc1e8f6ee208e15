"""Records to try the store with, full of strings that YAML readers stumble over."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from hypothesis import strategies as st

from macros.model import Record, shape
from macros.yaml.characters import scan

NAUGHTY = (
    "no", "null", "Null", "~", "true", "0012", "1:30", "3.10", "1e3", "0x1F", "2026-09-01", "=",
    "- a", "-a", "a: b", "a:", ":a", "a #b", "#a", "{a}", "[a]", "a, b", "'", "''", '"', '\\"',
    "\\", "\\n", "<<", "&a", "*a", "!a", "!!int 1", "%a", "@a", "`a", "|", ">", ">-", "?", "? a",
    "---", "...", "--- a", "a: b: c", "{{ a }}", "${a}", "<b>&amp;</b>", "=1+1", "，", "：", "；",
    "党支部", "“四个意识”", "a：b", "a　b", "𠮷野家", "é",
    "{role: a, as: lead}", "[a, b", "a]", "a}",
)  # fmt: skip


def _is_clean(text: str) -> bool:
    return not scan(text, "").findings


def _is_text(text: str) -> bool:
    return bool(text) and _is_clean(text) and "\n" not in text and text == text.strip(" \u3000")


CHARACTERS = st.one_of(
    st.sampled_from(" :#-?,[]{}&*!|>'\"%@`\\~<=ab01"),
    st.sampled_from("党组织书记（校长）“”，。：；、　"),
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cn", "Co", "Zl", "Zp")),
)
PROSE = st.one_of(
    st.sampled_from(NAUGHTY),
    st.text(CHARACTERS, min_size=1, max_size=30),
    st.builds("{}{}".format, st.sampled_from(NAUGHTY), st.text(CHARACTERS, max_size=5)),
    st.text(CHARACTERS, min_size=130, max_size=140),
).map(lambda text: unicodedata.normalize("NFC", text))

TEXT = PROSE.filter(_is_text)
LINES = st.lists(PROSE, max_size=3).map("\n".join).filter(_is_clean)
ID = st.one_of(
    st.from_regex(r"[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,5}){0,2}", fullmatch=True),
    st.sampled_from(("no", "y", "on", "null", "true", "e1", "m18c2")),
)
SHA256 = st.binary(min_size=32, max_size=32).map(bytes.hex)
COUNT = st.integers(min_value=1, max_value=999_999_999)


def records(record: type[Record]) -> st.SearchStrategy[Any]:
    """Records of this type as a file can hold them."""
    fields = {
        name: _values(field.annotation, field.metadata)
        if field.is_required()
        else st.just(field.get_default()) | _values(field.annotation, field.metadata)
        for name, field in shape.fields(record).items()
    }
    return st.fixed_dictionaries(fields).map(record.model_validate)


def _values(wanted: Any, metadata: Iterable[Any]) -> st.SearchStrategy[Any]:
    """Values of a field's type; the metadata tell one kind of text from another."""
    origin, inner = get_origin(wanted), get_args(wanted)
    if origin is Annotated:
        return _values(inner[0], [*inner[1:], *metadata])
    if origin in (Union, UnionType):
        return st.one_of(st.none() if one is NoneType else _values(one, metadata) for one in inner)
    if origin is tuple:
        return st.lists(_values(inner[0], ()), min_size=1, max_size=3).map(tuple)
    if origin is Literal or issubclass(wanted, Enum):
        return st.sampled_from(inner or tuple(wanted))
    if issubclass(wanted, Record):
        return records(wanted)
    return {bool: st.booleans(), int: COUNT, str: _strings(metadata)}[wanted]


def _strings(metadata: Iterable[Any]) -> st.SearchStrategy[str]:
    traits = str([getattr(trait, "metadata", trait) for trait in metadata])
    if "pattern=" in traits:
        return SHA256 if "{64}" in traits else ID
    if "_one_line" in traits:
        return TEXT
    return LINES.filter(bool) if "MinLen" in traits else LINES
