"""The search index as data."""

from macros.pages.search.entries import Kind, Passage, ResultPage, WrittenPage
from macros.pages.search.index import Index, build, index_script
from macros.search.fold import fold, grams

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
