"""A file of the site that is made when MkDocs writes it, and not read as Markdown before."""

from __future__ import annotations

import logging
from collections.abc import Callable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.utils import write_file

log = logging.getLogger("mkdocs.plugins.clausebook")


class LateFile(File):
    """The file at ``path`` of the site, with what ``make`` gives.

    Prose links to a page by the Markdown file that MkDocs would make it from, as to any other.
    """

    def __init__(self, config: MkDocsConfig, path: str, make: Callable[[], str]) -> None:
        """Nothing is made yet."""
        source = f"{path.removesuffix('.html')}.md" if path.endswith(".html") else path
        super().__init__(source, None, config.site_dir, config.use_directory_urls, dest_uri=path)
        self.generated_by = "clausebook"
        self._make = make

    def is_documentation_page(self) -> bool:
        """False: there is nothing for Markdown and the theme to do."""
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """Make the content and write it."""
        try:
            content = self._make()
        except Exception as error:
            log.error("%s: %s", self.dest_uri, error)
            raise
        write_file(content.encode(), self.abs_dest_path)
