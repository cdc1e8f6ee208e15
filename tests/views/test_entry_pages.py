"""The HTML of the entries' pages, read back."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest
from lxml import html

from macros.knowledge import Library, addresses
from macros.model import Mechanism, MechanismKind, Role, RoleKind, Term, Theme
from macros.views import (
    coverage,
    diagnostics,
    downloads,
    fields,
    mechanism,
    mechanisms,
    role,
    roles,
    term,
    terms,
    theme,
    themes,
)
from macros.views.page import Page
from macros.views.render import Renderer
from tests.libraries import SUCCESSION, real
from tests.projects import REPOSITORY

KINDS = (
    roles,
    role,
    mechanisms,
    mechanism,
    terms,
    term,
    themes,
    theme,
    coverage,
    fields,
    diagnostics,
    downloads,
)
RENDERER = Renderer(REPOSITORY / "overrides" / "fragments", real(), file_made=lambda _: None)


def _all(library: Library) -> list[Page]:
    return [page for kind in KINDS for page in kind.pages(library)]


def _read(page: Page) -> html.HtmlElement:
    body = RENDERER.render(page.template, page.view(), page.address.page)
    return html.fragment_fromstring(str(body))


@cache
def _real() -> dict[str, html.HtmlElement]:
    return {page.address.page: _read(page) for page in _all(real())}


PAGES = pytest.mark.parametrize("path", _real())


@PAGES
def test_a_page_has_one_heading_and_no_id_twice(path: str) -> None:
    """One h1, and every id once."""
    page = _real()[path]
    assert len(page.xpath("//h1")) == 1
    ids = Counter(page.xpath("//@id"))
    assert [id_ for id_, count in ids.items() if count > 1] == []


@PAGES
def test_words_of_the_text_are_shown_exactly(path: str) -> None:
    """Clauses, titles and quotes read as stored, marks and all."""
    library = real()
    titles = {m.id: m.title for m in library.measures} | {
        part.id: part.title for document in library.documents for part in document.parts
    }
    page = _real()[path]
    for element in page.xpath("//*[@data-clause]"):
        found = library.clause(element.get("data-clause"))
        assert found
        assert element.text_content() == found.clause.text
    for element in page.xpath("//*[@data-title]"):
        assert element.text_content() == titles[element.get("data-title")]
    for element in page.xpath("//*[@data-quote]"):
        found = library.clause(element.get("data-quote"))
        assert found
        assert element.text_content() in found.clause.text


@PAGES
def test_anchors_on_the_page_exist(path: str) -> None:
    """Every link to a place on the same page finds it."""
    page = _real()[path]
    wanted = {href[1:] for href in page.xpath("//a/@href") if href.startswith("#")}
    assert wanted <= set(page.xpath("//@id"))


def test_a_role_page_shows_each_of_its_duties_once() -> None:
    """In the HTML, each duty of the role is one element that carries its id."""
    library = real()
    for each in library.roles:
        page = _real()[addresses.of_entry(each).page]
        assert Counter(page.xpath("//@data-duty")) == Counter(
            found.duty.id for found, _ in library.duties_of_role(each.id)
        )


def test_a_quote_is_the_duty_s_own() -> None:
    """Beside each duty stand the words it rests on."""
    library = real()
    for page in _real().values():
        for element in page.xpath("//*[@data-duty]"):
            found = library.duty(element.get("data-duty"))
            assert found
            (quote,) = element.xpath(".//*[@data-quote]")
            assert quote.text_content() == found.duty.quote
            assert quote.get("data-quote") == found.clause.id


def test_pending_is_said_in_words() -> None:
    """An entry without a definition says that it is to be supplied, on its page and in its list."""
    library = real()
    pending = [e for e in library.glossary if e.definition is None]
    assert pending
    for entry in pending:
        at = addresses.of_entry(entry)
        assert _real()[at.page].xpath("//*[contains(@class, 'cb-status--pending')]")


def test_a_library_with_nothing_in_it_is_shown_in_words() -> None:
    """Empty indexes, and entries that nothing refers to, still make whole pages."""
    lonely = Library(
        roles=(Role(id="r", label="角色", kind=RoleKind.ORGAN, identify="试验用。"),),
        mechanisms=(Mechanism(id="m", label="机制", kind=MechanismKind.TOOL),),
        terms=(Term(id="t", label="术语"),),
        themes=(Theme(id="h", label="主题", note="试验用。"),),
    )
    for library in (Library(), lonely):
        for page in _all(library):
            assert _read(page).text_content().strip()
    for kind in (roles, mechanisms, terms, themes):
        (page,) = kind.pages(Library())
        assert _read(page).xpath("//*[contains(@class, 'cb-empty')]")
    for kind in (role, mechanism, term, theme):
        (page,) = kind.pages(lonely)
        assert _read(page).xpath("//*[contains(@class, 'cb-empty')]")


def test_a_retired_entry_says_so_on_its_page() -> None:
    """The page of a retired role gives the reason and links what took its place."""
    old, _ = role.pages(SUCCESSION)
    (note,) = _read(old).xpath("//*[@role='note']")
    assert "已停用" in note.text_content()
    assert "已并入新角色。" in note.text_content()
    assert note.xpath(".//a/@href") == ["new.html"]
