"""MkDocs' events: it lends shells for the pages of the site, and frames those written by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from markupsafe import Markup
from mkdocs.commands.build import get_context
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
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
from macros.pages.shell import HOLES, PATH, Shell, mark
from macros.pages.site import Site
from macros.views.parts.frame import Stop
from macros.views.stylesheet import SOURCES, STYLESHEET, site_stylesheet
from macros.website import inserts
from macros.website.late import LateFile

# Where the skip link leads. The outline is ours; the theme only asks whether there is one.
_SKIP = TableOfContents([AnchorLink("", "content", 1)])
# Parts of the theme that no page of ours asks for, and what its stylesheet is made of.
UNUSED = (
    *("assets/javascripts/lunr/", "assets/javascripts/workers/", "assets/images/"),
    f"{SOURCES.as_posix()}/",
)


class Options(Config):  # type: ignore[no-untyped-call]
    """What mkdocs.yml may say of us: ``edit_url``, where a data file is edited, with {path}."""

    edit_url = config_options.Type(str, default="")


class ClausebookPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Gives MkDocs a file for each page of the views, and every hand-written page its frame.

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
        self.site = Site(project, library, made, config.site_name, self.config.edit_url)
        self._done = 0
        self._bodies: dict[str, str] = {}
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add what the views make, leave out what no page asks for."""
        # No sitemap: it names the day of the build, and we promise same data, same bytes.
        config.theme.static_templates = {"404.html"}
        for path in self.site.pages:
            files.append(LateFile(config, path, partial(self._page, path)))
        for path, made in self.site.files.items():
            files.append(File.generated(config, path, content=made.content))
        overrides = Path(config.config_file_path).parent / "overrides"
        sheet = site_stylesheet(overrides)
        files.append(File.generated(config, STYLESHEET, content=sheet))
        for file in list(files):
            if file.src_uri.endswith(".map") or file.src_uri.startswith(UNUSED):
                files.remove(file)
        self._written = frozenset(file.dest_uri for file in files.documentation_pages())
        self._total = len(self.site.pages) + 2 * len(self._written)
        return files

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """Give the generated pages among the chapters their titles."""
        self._nav = nav
        self._chapters = {page.file.dest_uri: page for page in nav.pages}
        for path, page in self._chapters.items():
            if not page.file.is_documentation_page():
                page.title = self.site.title(path)
        return nav

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put in what must not pass through macros or Markdown."""
        path = page.file.dest_uri
        html = inserts.fill(html, page, lambda name: self.site.insert(name, path))
        self._bodies[path] = html
        page.toc = _SKIP
        self._advance()
        return html

    def on_env(self, env: Any, config: MkDocsConfig, files: Files) -> Any:
        """Take the shells, now that every hand-written page has its title; add the search index."""

        def lent(page: Page) -> Shell:
            page.content, page.toc = mark("content"), _SKIP
            if page.canonical_url:
                page.canonical_url = page.canonical_url.removesuffix(page.url) + mark(PATH)
            context = get_context(self._nav, files.documentation_pages(), config, page)
            context = config.plugins.on_page_context(
                context, page=page, config=config, nav=self._nav
            )
            html = env.get_template("main.html").render(context)
            return Shell.of(config.plugins.on_post_page(html, page=page, config=config))

        def placeholder(depth: int) -> Page:
            file = File.generated(config, f"{'shell/' * depth}shell.md", content="")
            return Page(None, file, config)

        depths = sorted({path.count("/") for path in self.site.pages})
        self._shells = {depth: lent(placeholder(depth)) for depth in depths}
        # The theme knows what stands before and behind a chapter.
        self._own_shells = {
            path: lent(page)
            for path, page in self._chapters.items()
            if not page.file.is_documentation_page()
        }
        pages = [file.page for file in files.documentation_pages() if file.page]
        findable = [self._findable(page) for page in pages]
        files.append(LateFile(config, SEARCH_INDEX.page, lambda: self._search_index(findable)))
        return env

    def on_page_context(self, context: Any, page: Page, config: MkDocsConfig, nav: Any) -> Any:
        """Give the theme the page's frame, ready rendered; a shell's is holes."""
        path = page.file.dest_uri
        body = self._bodies.get(path)
        if body is None:
            context["frame"] = {hole: mark(hole) for hole in HOLES} | self.site.search_box(path)
            return context
        chapters = self._chapters_beside(page)
        here = _stop(page)
        framed = self.site.frame(
            here,
            body,
            self._written,
            trail=tuple(stop for stop in chapters[:1] if stop.address != here.address),
            chapters=chapters,
            source=f"docs/{page.file.src_uri}",
        )
        context["frame"] = framed | self.site.search_box(path)
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

    def _page(self, path: str) -> str:
        """The generated page at ``path``."""
        shell = self._own_shells.get(path) or self._shells[path.count("/")]
        beside = self._chapters_beside(self._chapters.get(path))
        html = self.site.page(path, shell, self._written, beside)
        self._advance()
        return html

    def _chapters_beside(self, page: Page | None) -> tuple[Stop, ...]:
        """The pages of the chapter that ``page`` belongs to."""
        beside = page.parent.children or () if page and page.parent else ()
        return tuple(_stop(other) for other in beside if isinstance(other, Page))

    def _search_index(self, written: Iterable[WrittenPage]) -> str:
        made = (WrittenPage(Address(p), _plain(self.site.title(p))) for p in self.site.pages)
        return self.site.search_index((*made, *written))

    def _findable(self, page: Page) -> WrittenPage:
        """What the search knows of a hand-written page: its title and its main headings."""
        path = page.file.dest_uri
        titles = (_plain(heading.title) for heading in headings(self._bodies[path]))
        return WrittenPage(Address(path), _plain(page.title or ""), " ".join(titles))

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
