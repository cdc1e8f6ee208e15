"""The search index as data."""

from macros.search.entries import Kind, Passage, ResultPage, WrittenPage
from macros.search.fold import fold, grams
from macros.search.index import Index, build, index_script

__all__ = [
    "Index",
    "Kind",
    "Passage",
    "ResultPage",
    "WrittenPage",
    "build",
    "fold",
    "grams",
    "index_script",
]
