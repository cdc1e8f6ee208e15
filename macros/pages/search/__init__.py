"""The search index as data."""

from macros.pages.search.entries import FORMER, PAGE, Passage, ResultPage, WrittenPage
from macros.pages.search.index import Index, build, fold, grams, index_script

__all__ = [
    "FORMER",
    "PAGE",
    "Index",
    "Passage",
    "ResultPage",
    "WrittenPage",
    "build",
    "fold",
    "grams",
    "index_script",
]
