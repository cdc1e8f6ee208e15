"""The reference of findings and the page of each code."""

from __future__ import annotations

from dataclasses import replace

from lxml import html

from macros.knowledge import Library
from macros.views import diagnostic, diagnostics
from macros.views.diagnostic import DiagnosticView
from macros.views.render import Renderer
from tests.projects import REPOSITORY

FAMILIES = diagnostics.view()


def _view(code: str) -> DiagnosticView:
    family, entry = next((f, e) for f in FAMILIES for e in f.entries if e.code == code)
    return diagnostic.view(family, entry)


def test_what_differs_is_singled_out() -> None:
    """Of two examples, only what the other has not is marked; of two that share little, nothing."""
    view = _view("N11")
    assert [text for text, marked in view.bad if marked] == ["secretery"]
    assert [text for text, marked in view.good if marked] == ["secretary"]
    assert not any(marked for _, marked in (*_view("Y01").bad, *_view("Y01").good))


def test_the_nearest_of_the_family_are_named() -> None:
    """A page names up to six others of its family, those around it, in order."""

    def near(place: int, size: int) -> list[str]:
        family = replace(FAMILIES[-1], entries=FAMILIES[-1].entries[:size])
        return [entry.code for entry in diagnostic.view(family, family.entries[place]).near]

    assert near(4, 9) == ["Y02", "Y03", "Y04", "Y06", "Y07", "Y08"]
    assert near(0, 9) == ["Y02", "Y03", "Y04", "Y05", "Y06", "Y07"]
    assert near(8, 9) == ["Y03", "Y04", "Y05", "Y06", "Y07", "Y08"]
    assert near(1, 2) == ["Y01"]
    assert near(0, 1) == []


def test_the_pages_make_one_line() -> None:
    """Each page leads to the one before it and the one after it, from the first to the last."""
    pages = list(diagnostic.pages(Library()))
    line = [page.address for page in pages]
    assert [page.previous for page in pages] == [None, *line[:-1]]
    assert [page.following for page in pages] == [*line[1:], None]


def test_the_reference_leads_to_every_page() -> None:
    """Each code is a row that older links still find by its id, and that leads to its page."""
    (page,) = diagnostics.pages(Library())
    renderer = Renderer(REPOSITORY / "overrides/fragments")
    read = html.fragment_fromstring(renderer.render(page.template, page.view(), page.address.page))
    rows = {row.get("id"): row.xpath(".//a/@href") for row in read.iter("tr")}
    assert rows == {
        entry.code: [f"diagnostics/{entry.code.lower()}.html"]
        for family in FAMILIES
        for entry in family.entries
    }
