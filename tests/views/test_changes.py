"""The page of versions: newest first, linked where one can go, honest when empty."""

from __future__ import annotations

from dataclasses import replace

from macros.changes import compare
from macros.data import load
from macros.knowledge import Library, addresses
from macros.model.release import FieldChange, Release
from macros.views import changes, home
from macros.views.render import Renderer
from tests.projects import BASE, REPOSITORY

FRAGMENTS = Renderer(REPOSITORY / "overrides" / "fragments", file_made=lambda _: None)
FIRST = Release(version="0.1.0", date="2026-03-01", words="第一版。")


def _versions() -> Library:
    """The base with two versions: in the second a duty moved from one clause's lead to none."""
    library = load(BASE).library
    (document,) = library.documents
    first, *others = document.measures
    clause = first.clauses[0].model_copy(update={"duties": ()})
    fewer = first.model_copy(update={"clauses": (clause, *first.clauses[1:])})
    before = document.model_copy(update={"measures": (fewer, *others)})
    found = compare(replace(library, documents=(before,)), library)
    second = Release(
        version="0.2.0",
        date="2026-09-01",
        words="加了<b>一项</b>。",
        changes=found.changes,
        whom=found.whom,
    )
    return replace(library, releases=(FIRST, second))


def _page(library: Library) -> str:
    return str(FRAGMENTS.render("changes.html", changes.view(library), addresses.CHANGES.page))


def test_newest_first() -> None:
    """Versions stand newest first, each beside the one it is compared with."""
    shown = changes.view(_versions()).releases
    assert [(one.release.version, one.anchor) for one in shown] == [
        ("0.2.0", "v0-2-0"),
        ("0.1.0", "v0-1-0"),
    ]
    assert shown[0].previous == FIRST
    assert shown[1].previous is None


def test_what_readers_see() -> None:
    """The editor's words as text, whom it concerns, and links to what is there."""
    page = _page(_versions())
    assert "加了&lt;b&gt;一项&lt;/b&gt;。" in page
    assert "与 0.1.0（2026-03-01）相比" in page
    assert '<a href="corner/a01.html#a01d1">' in page
    assert '<a href="#v0-2-0-a01d1">每学期为各班图书角添书一次</a>' in page
    assert 'id="v0-2-0-a01d1"' in page
    assert '<a href="roles/library-office.html">' in page


def test_a_number_that_was_is_no_link() -> None:
    """A measure is cited by the number it had; the link to it, whatever its number now, says so."""
    library = _versions()
    release = library.releases[1]
    # Whatever a file written by hand has for a number.
    odd = FieldChange(at=("number",), old="x", new="7")
    renumbered = release.changes[0].model_copy(
        update={
            "kind": "measure",
            "entry": "a01",
            "within": "corner",
            "cited": "第7条",
            "name": "添书",
            "fields": (odd,),
        }
    )
    told = release.model_copy(update={"changes": (renumbered,)})
    page = _page(replace(library, releases=(FIRST, told)))
    assert "第7条" in page
    assert '<a class="cb-change__now" href="corner/a01.html">现在的样子</a>' in page


def test_the_first_version() -> None:
    """With one version only, the page says that there is nothing to compare it with."""
    page = _page(replace(load(BASE).library, releases=(FIRST,)))
    assert "第一版，还没有更早的版本可比。" in page
    assert "<h3>" not in page


def test_no_version() -> None:
    """Without any, the page says so, and the home page does not speak of it."""
    library = load(BASE).library
    assert "还没有登记任何版本。" in _page(library)
    assert home.view(library).latest is None


def test_a_version_without_changes() -> None:
    """A version that changed nothing in the data says so."""
    same = FIRST.model_copy(update={"version": "0.1.1"})
    page = _page(replace(load(BASE).library, releases=(FIRST, same)))
    assert "资料的内容与 0.1.0 相同。" in page


def test_the_home_page_names_the_newest() -> None:
    """Home says what the newest version brought, and for whom."""
    library = _versions()
    fragments = Renderer(REPOSITORY / "overrides" / "fragments", library, file_made=lambda _: None)
    page = str(fragments.render("home.html", home.view(library), addresses.HOME.page))
    assert 'href="changes.html"' in page
    assert "图书室：新增 1 项（牵头）" in page


def test_what_is_gone_has_no_link() -> None:
    """An entry that a version dropped and that is not there any more is named without a link."""
    library = _versions()
    (document,) = library.documents
    release = library.releases[1]
    gone = release.changes[0].model_copy(update={"entry": "a01d99"})
    told = release.model_copy(update={"changes": (gone,)})
    page = _page(replace(library, documents=(document,), releases=(FIRST, told)))
    assert "#a01d99" not in page
