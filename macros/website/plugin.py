"""MkDocs' events: it is handed the pages of the site, each with its frame and its outline."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from markupsafe import Markup
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from macros.check.project import check_project
from macros.check.report import as_text
from macros.data.project import Project
from macros.exports.making import Made, Workshop
from macros.knowledge import Library
from macros.knowledge.addresses import SEARCH_INDEX, Address, of_clause, of_document, of_measure
from macros.knowledge.citations import Citations
from macros.pages.outline import headings
from macros.pages.search import WrittenPage
from macros.pages.site import Site
from macros.views.parts.frame import Stop
from macros.views.stylesheet import SOURCES, STYLESHEET, site_stylesheet
from macros.website import inserts

CONTENT = "content"
# Parts of the theme that no page of ours asks for, and what its stylesheet is made of.
UNUSED = (
    *("assets/javascripts/lunr/", "assets/javascripts/workers/", "assets/images/"),
    f"{SOURCES.as_posix()}/",
)


class Options(Config):  # type: ignore[no-untyped-call]
    """What mkdocs.yml may say of us: ``edit_url``, where a data file is edited, with {path}."""

    edit_url = config_options.Type(str, default="")


class ClausebookPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Gives MkDocs one page for each page of the views, and every page its frame.

    Who builds by a program may give it the ``project``, its ``library`` and the files
    that are ``made`` of it.
    """

    site: Site
    project: Project | None = None
    library: Library | None = None
    made: Mapping[str, Made] | None = None
    progress: Callable[[int, int], None] | None = None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Lay out the site of the data beside ``mkdocs.yml``, if the rules find no error."""
        project = self.project or Project(Path(config.config_file_path).parent)
        library = self.library or _sound(project)
        made = Workshop.of(project, library).all() if self.made is None else self.made
        self.site = Site(project, library, made, self.config.edit_url)
        self._done = 0
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add what the views make, leave out what no page asks for."""
        # No sitemap: it names the day of the build, and we promise same data, same bytes.
        config.theme.static_templates = {"404.html"}
        for path in self.site.pages:
            source = path.removesuffix(".html") + ".md"
            files.append(File.generated(config, source, content=inserts.ALONE))
        for path, made in self.site.files.items():
            files.append(File.generated(config, path, content=made.content))
        overrides = Path(config.config_file_path).parent / "overrides"
        sheet = site_stylesheet(overrides)
        files.append(File.generated(config, STYLESHEET, content=sheet))
        for file in list(files):
            if file.src_uri.endswith(".map") or file.src_uri.startswith(UNUSED):
                files.remove(file)
        self._written = frozenset(
            file.dest_uri for file in files.documentation_pages() if not self._ours(file)
        )
        self._total = 2 * len(files.documentation_pages())
        return files

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put in what must not pass through macros or Markdown, and read the outline off it.

        The title of a generated page is data, too: macros would run what stands in it.
        """
        path = page.file.dest_uri
        if self._ours(page.file):
            page.meta["title"] = self.site.title(path)

        def made(name: str) -> str:
            return self.site.body(path) if name == inserts.PAGE else self.site.insert(name, path)

        html = inserts.fill(html, page, made)
        page.toc = _outline(html)
        self._advance()
        return html

    def on_env(self, env: Any, config: MkDocsConfig, files: Files) -> Any:
        """Add the search index, now that every page has its title and headings."""
        pages = [file.page for file in files.documentation_pages() if file.page]
        index = self.site.search_index(self._findable(page) for page in pages)
        files.append(File.generated(config, SEARCH_INDEX.page, content=index))
        return env

    def on_page_context(self, context: Any, page: Page, config: MkDocsConfig, nav: Any) -> Any:
        """Give the theme the page's frame, ready rendered."""
        generated = self.site.pages.get(page.file.dest_uri)
        chapter = page.parent.children or () if page.parent else ()
        chapters = tuple(_stop(other) for other in chapter if isinstance(other, Page))
        context["frame"] = self.site.frame(
            _stop(page),
            others=self._written,
            trail=tuple(stop for stop in chapters[:1] if stop.address != _stop(page).address),
            chapters=chapters,
            source="" if generated else f"docs/{page.file.src_uri}",
        )
        context["wide"] = bool(generated and generated.wide)
        home = generated.document if generated else None
        context["document"] = home.short_title if home in self.site.library.documents[1:] else ""
        self._advance()
        return context

    def on_template_context(self, context: Any, template_name: str, config: MkDocsConfig) -> Any:
        """Give the page for a wrong address the texts, and a clause whose address is right."""
        library = self.site.library
        context["texts"] = [(document, of_document(document)) for document in library.documents]
        cite = Citations(library).of
        context["cited"] = [
            example
            for document in library.documents[:1]
            for measure in document.measures[-1:]
            if (clause := library.clause(measure.clauses[-1].id))
            for example in (
                (cite(measure), of_measure(document, measure)),
                (cite(clause), of_clause(clause)),
            )
        ]
        return context

    def on_serve(self, server: LiveReloadServer, config: MkDocsConfig, **_: Any) -> None:
        """Rebuild the preview when the data or the theme changes."""
        root = Path(config.config_file_path).parent
        for watched in ("data", "overrides"):
            server.watch(str(root / watched))

    def _findable(self, page: Page) -> WrittenPage:
        """What the search knows of a page; of a hand-written one, its headings, too."""
        headings = () if self._ours(page.file) else page.toc.items
        return WrittenPage(
            Address(page.file.dest_uri),
            _plain(page.title or ""),
            " ".join(_plain(part.title) for item in headings for part in item.children),
        )

    def _ours(self, file: File) -> bool:
        return file.dest_uri in self.site.pages

    def _advance(self) -> None:
        self._done += 1
        if self.progress is not None:
            self.progress(self._done, self._total)


def _sound(project: Project) -> Library:
    """The library of a project; PluginError with the report if the rules forbid a build."""
    checked = check_project(project)
    if checked.has_errors:
        raise PluginError("\n" + as_text(checked.findings, checked.sources))
    return checked.library


def _stop(page: Page) -> Stop:
    return Stop(Address(page.file.dest_uri), Markup(page.title or ""))


def _plain(title: str) -> str:
    return str(Markup(title).striptags())


def _outline(html: str) -> TableOfContents:
    """The outline in MkDocs' terms, under one entry that stands for the page itself."""
    top = AnchorLink("", CONTENT, 1)
    for heading in headings(html):
        link = AnchorLink(heading.title, heading.id, heading.level)
        under = top.children[-1] if heading.level == 3 and top.children else top
        under.children.append(link)
    return TableOfContents([top])
