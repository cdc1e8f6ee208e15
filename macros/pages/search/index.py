"""The search index: where each character and each pair of characters stands, once folded."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from macros.knowledge import Library
from macros.model.kinds import REGISTERED
from macros.pages.search.entries import ResultPage, SearchTarget, WrittenPage, codes, result_pages
from macros.words import fields


def fold(text: str) -> str:
    """The letters and digits of ``text``, half-width and lower-case; marks and spaces fall away.

    The browser's ``text.js`` does the same to what is typed; a browser test holds the two together.
    """
    return "".join(map(_fold_character, text))


def grams(folded: str) -> frozenset[str]:
    """Every character of a folded text and every two that stand side by side."""
    return frozenset(folded) | {a + b for a, b in pairwise(folded)}


@cache
def _fold_character(character: str) -> str:
    plain = unicodedata.normalize("NFKC", character).lower()
    return "".join(c for c in plain if unicodedata.category(c)[0] in "LN")


@dataclass(frozen=True, slots=True)
class Index:
    """Pages with their passages, and the places of every gram in them.

    A place is a number: pages and passages are counted together, each page before its passages.
    ``postings`` maps a gram to its places, rising.
    """

    pages: tuple[ResultPage, ...]
    postings: Mapping[str, tuple[int, ...]]

    @property
    def places(self) -> tuple[ResultPage | SearchTarget, ...]:
        """What stands at each place."""
        return tuple(_places(self.pages))

    def as_data(self) -> dict[str, Any]:
        """The index in plain values; of postings only the distance from place to place is kept."""
        return {
            "pages": [_page(page) for page in self.pages],
            "grams": {gram: _distances(places) for gram, places in self.postings.items()},
        }


def build(library: Library, others: Iterable[WrittenPage] = ()) -> Index:
    """The index of a library and of the ``others`` pages of its site."""
    pages = tuple(result_pages(library, others))
    postings: dict[str, list[int]] = {}
    for place, found in enumerate(_places(pages)):
        held = frozenset().union(*(grams(fold(text)) for text in found.searched))
        for gram in sorted(held):
            postings.setdefault(gram, []).append(place)
    return Index(pages, {gram: tuple(postings[gram]) for gram in sorted(postings)})


def index_script(library: Library, others: Iterable[WrittenPage], words: Mapping[str, Any]) -> str:
    """The script that brings the browser its index; it works from a folder, too.

    ``words`` are what the results are labelled with, as the fragment search.html has them; a kind
    of which it says nothing is called what editors call its record.
    """
    said = library.search_words
    kinds = dict(words["kinds"])
    for kind in (one for one in REGISTERED if one.row.page):
        kinds.setdefault(kind, fields.words(kind.row.record.__name__).title)
    data = build(library, others).as_data() | {
        "words": {**words, "kinds": kinds},
        "codes": codes(),
        "ignored": said.ignored,
        "synonyms": [{"typed": one.typed, "means": one.means} for one in said.synonyms],
    }
    literal = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # Line ends to a script that JSON lets pass inside a string.
    literal = literal.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"clausebookSearch.open({literal});\n"


def _places(pages: Iterable[ResultPage]) -> Iterator[ResultPage | SearchTarget]:
    for page in pages:
        yield page
        yield from page.passages


def _distances(places: tuple[int, ...]) -> list[int]:
    return [here - before for before, here in zip((0, *places), places, strict=False)]


def _page(page: ResultPage) -> dict[str, Any]:
    return _filled(
        kind=str(page.kind),
        id=page.id,
        at=page.address.page,
        number=page.number,
        cited=page.cited,
        sample=page.sample,
        title=page.title,
        names=page.names,
        text=page.text,
        passages=[_passage(passage) for passage in page.passages],
    )


def _passage(passage: SearchTarget) -> dict[str, Any]:
    return _filled(
        kind=str(passage.kind),
        id=passage.id,
        number=passage.number,
        cited=passage.cited,
        title=passage.title,
        text=passage.text,
    )


def _filled(**fields: Any) -> dict[str, Any]:
    """The fields that hold something."""
    return {name: value for name, value in fields.items() if value}
