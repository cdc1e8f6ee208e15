"""The one room that knows MkDocs: hands it the pages of the site, and drives it."""

from macros.website.build import BuildError, build_tree
from macros.website.inserts import define_macros
from macros.website.plugin import ClausebookPlugin

__all__ = ["BuildError", "ClausebookPlugin", "build_tree", "define_macros"]
