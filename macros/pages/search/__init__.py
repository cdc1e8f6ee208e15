"""The search index as data."""

from macros.pages.search.entries import FORMER, PAGE, ResultPage, SearchTarget, WrittenPage
from macros.pages.search.index import Index, build, fold, grams, index_script

__all__ = [
    "FORMER",
    "PAGE",
    "Index",
    "ResultPage",
    "SearchTarget",
    "WrittenPage",
    "build",
    "fold",
    "grams",
    "index_script",
]
