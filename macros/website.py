"""The one room that knows MkDocs: pages made from the data, the macro that fills them, the tree."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files

from macros.library import Library
from macros.render import Renderer
from macros.store import load
from macros.views import pages
from macros.views.page import Page


class ClausebookPlugin(BasePlugin):  # type: ignore[type-arg]
    """Gives MkDocs one page for each page of the views."""

    library: Library
    pages: dict[str, Page]
    renderer: Renderer

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load the data beside ``mkdocs.yml``."""
        root = Path(config.config_file_path).parent
        self.library = load(root).library
        self.pages = {page.address.page: page for page in pages(self.library)}
        self.renderer = Renderer(root / "overrides" / "fragments")
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add a page without a file for each page of the views."""
        for path, page in self.pages.items():
            title = self.renderer.render(page.template, page.view(), path, block="title")
            content = f'---\ntitle: "{title}"\nrender_macros: true\n---\n{{{{ policy_page("{path}") }}}}\n'
            files.append(
                File.generated(config, path.removesuffix(".html") + ".md", content=content)
            )
        return files

    def html(self, path: str) -> str:
        """The HTML of the generated page at ``path``."""
        page = self.pages[path]
        return str(self.renderer.render(page.template, page.view(), path, block="body"))


def define_macros(env: Any) -> None:
    """Door 1, called by ``define_env``: the macros a page may use."""
    plugin: ClausebookPlugin = env.conf.plugins["clausebook"]

    @env.macro  # type: ignore[untyped-decorator]
    def policy_page(path: str) -> str:
        """The generated page at ``path``."""
        return plugin.html(path)
