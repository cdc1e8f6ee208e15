"""Every page of the site as HTML, before a site generator knows any of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from markupsafe import Markup

from macros.data.project import Project
from macros.knowledge import Library
from macros.knowledge.addresses import Address, of_document
from macros.pages.outline import headings
from macros.pages.search import WrittenPage, index_script
from macros.pages.shell import PATH, Shell
from macros.views import pages
from macros.views.inserts import INSERTS
from macros.views.offers import Made
from macros.views.page import Page
from macros.views.parts import frame
from macros.views.parts.beside import Shelves
from macros.views.parts.frame import Frame, Stop, menu
from macros.views.render import Renderer


class Site:
    """One build's pages and files.

    ``name`` is what its readers call it; ``edit`` is a URL with ``{path}`` for a data file, or "".
    """

    def __init__(
        self,
        project: Project,
        library: Library,
        files: Mapping[str, Made],
        name: str,
        edit: str = "",
    ) -> None:
        """Lay out the site of a project; nothing is rendered yet.

        ``files`` are those on offer, by their paths; of one that is not there, pages tell neither
        size nor version.
        """
        self.library = library
        self.version = project.version
        self.pages: dict[str, Page] = {page.address.page: page for page in pages(library)}
        self.files = files
        self._name = name
        self._edit = edit
        fragments = project.fragments
        self._renderer = Renderer(fragments, library, file_made=self._made_file)
        self._shelves = Shelves(library)
        self._texts = {of_document(document): document for document in library.documents}
        self._search_box = frame.view(library)
        self.title = cache(self._title)
        # A page's title and body are asked for one after the other.
        self._view = lru_cache(maxsize=1)(self._made)

    def _made(self, path: str) -> object:
        return self.pages[path].view()

    def _title(self, path: str) -> Markup:
        """The title of the generated page at ``path``."""
        page = self.pages[path]
        return self._renderer.render(page.template, self._view(path), path, block="title")

    def _made_file(self, address: Address) -> Made | None:
        return self.files.get(address.page)

    def body(self, path: str) -> Markup:
        """The HTML of the generated page at ``path``."""
        page = self.pages[path]
        return self._renderer.render(page.template, self._view(path), path)

    def insert(self, name: str, path: str) -> Markup:
        """The insert ``name`` as it stands on the page at ``path``."""
        view = INSERTS[name](self.library, self.version)
        return self._renderer.render(f"inserts/{name}.html", view, path)

    def page(
        self, path: str, shell: Shell, others: frozenset[str], chapters: tuple[Stop, ...] = ()
    ) -> str:
        """The generated page at ``path`` as a whole, in a shell of its depth.

        ``others`` and ``chapters`` are those of ``frame``.
        """
        body = self.body(path)
        framed = self.frame(self.stop(Address(path)), body, others, chapters=chapters)
        return shell.filled({**framed, "content": body, PATH: path})

    def frame(
        self,
        here: Stop,
        body: str,
        others: frozenset[str],
        *,
        trail: tuple[Stop, ...] = (),
        chapters: tuple[Stop, ...] = (),
        source: str = "",
    ) -> dict[str, Markup]:
        """The frame around the page ``here``, whose HTML is ``body``, block by block.

        ``others`` are the paths of hand-written pages; ``trail``, ``chapters`` and ``source`` are
        those of a hand-written page, as a generated one knows its own.
        """
        path = here.address.page
        page = self.pages.get(path)
        home = page.document if page else None
        source = page.source if page else source
        view = Frame(
            here=here,
            menu=tuple(
                address
                for address in menu(self.library.documents)
                if address.page in self.pages or address.page in others
            ),
            trail=tuple(map(self.stop, page.trail)) if page else trail,
            beside=None if page and page.wide else self._shelves.of(path),
            chapters=chapters,
            previous=self.stop(page.previous) if page and page.previous else None,
            following=self.stop(page.following) if page and page.following else None,
            edit=self._edit.format(path=source) if self._edit and source else "",
            texts=self._texts,
            concerned=(home,) if home else self.library.documents,
            version=self.version,
            site=self._name,
            wide=bool(page and page.wide),
            of=home.short_title if home and home in self.library.documents[1:] else "",
        )
        blocks = ("title", "layout", "menu", "trail", "tools", "neighbours", "footer")
        framed = {
            block: self._renderer.render("frame.html", view, path, block=block) for block in blocks
        }
        nothing = Markup("")
        framed |= {"beside": nothing, "outline": nothing}
        if not view.wide:
            framed["beside"] = self._renderer.render("frame.html", view, path, block="beside")
            framed["outline"] = self._renderer.render("outline.html", headings(body), path)
        return framed

    def search_box(self, path: str) -> dict[str, Markup]:
        """What stands in the search box of any page as deep as ``path``, block by block."""
        return {
            block: self._renderer.render("search.html", self._search_box, path, block=block)
            for block in ("examples", "off")
        }

    def search_index(self, others: Iterable[WrittenPage]) -> str:
        """The script that holds the search index; ``others`` are pages that show no record."""
        words = self._renderer.render("search.html", self._search_box, "", block="words")
        return index_script(self.library, others, json.loads(words))

    def stop(self, address: Address) -> Stop:
        """The page at ``address`` by its title, which only a generated page has here."""
        known = address.page in self.pages
        return Stop(address, self.title(address.page) if known else Markup(""))
