"""The search index as data."""

from macros.pages.search.entries import Kind, Passage, ResultPage, WrittenPage
from macros.pages.search.index import Index, build, fold, grams, index_script

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
