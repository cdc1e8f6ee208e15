"""On paper: all the words, nothing of what only works on a screen, nothing cut off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.kinds import KINDS
from tests.browser.paper import sheets, sizes
from tests.libraries import real

pytestmark = pytest.mark.browser

# What a reader uses or goes somewhere with. A task's box to be ticked is meant for paper.
FURNITURE = (
    "button, input:not([data-item] input), select, textarea, form, nav:not(.cb-trail), .md-header,"
    " .cb-popover, .md-skip, .md-search, [role=search], [role=status]"
)
# A4 inside its margins, in CSS pixels: 178 mm, or lying on its side 279 mm.
UPRIGHT, LYING = 673, 1054
SIDEWAYS = {"matrix", "ledger"}
PROMISE = "非官方整理，以正式印发的文件为准"


@pytest.fixture(scope="module")
def printer(chromium: Browser) -> Iterator[Page]:
    """A page of a reader who uses a dark screen and large type."""
    context = chromium.new_context(color_scheme="dark")
    page = context.new_page()
    page.emulate_media(media="print")
    yield page
    context.close()


def _sheets(page: Page, into: Path) -> list[str]:
    page.pdf(path=into, format="A4", prefer_css_page_size=True)
    return sheets(into)


@pytest.mark.parametrize("kind", KINDS)
def test_only_words_are_printed(printer: Page, served: str, kind: str) -> None:
    """No control, no menu and no list of pages is drawn, and nothing is cut off at the side."""
    width = LYING if kind in SIDEWAYS else UPRIGHT
    printer.set_viewport_size({"width": width, "height": 900})
    printer.goto(f"{served}/{KINDS[kind]}")
    drawn = printer.eval_on_selector_all(
        FURNITURE,
        """all => all.filter((element) => {
          const { width, height } = element.getBoundingClientRect();
          return element.checkVisibility({ visibilityProperty: true }) && width * height > 1;
        }).map((element) => element.outerHTML.slice(0, 200))""",
    )
    assert drawn == []
    assert printer.evaluate("document.documentElement.scrollWidth") <= width
    assert (
        printer.eval_on_selector_all(
            "#content *",
            """(all, width) => all.filter((element) => element.checkVisibility()
            && !element.closest(".cb-sr") && getComputedStyle(element).clipPath === "none"
            && element.getBoundingClientRect().right > width + 1)
          .map((element) => element.outerHTML.slice(0, 200))""",
            width,
        )
        == []
    )


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "missing"])
def test_paper_is_white_and_says_what_it_is(
    printer: Page, served: str, tmp_path: Path, kind: str
) -> None:
    """Ink on white whatever the screen shows, with the title first and the promise at the end."""
    printer.goto(f"{served}/{KINDS[kind]}")
    drawn = "() => { const { backgroundColor, color } = getComputedStyle(document.body);"
    drawn += " return [backgroundColor, color]; }"
    assert printer.evaluate(drawn) == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]
    heading = re.sub(r"\s", "", printer.locator("h1").inner_text())
    printed = _sheets(printer, tmp_path / "page.pdf")
    assert heading in printed[0]
    assert PROMISE in printed[-1]


def test_the_whole_text_is_printed(printer: Page, served: str, tmp_path: Path) -> None:
    """The printed document holds every title and every clause, on at most five sheets."""
    printer.goto(f"{served}/{KINDS['document']}")
    printed = _sheets(printer, tmp_path / "document.pdf")
    assert len(printed) <= 5
    text = "".join(printed)
    for measure in real().documents[0].measures:
        assert measure.title in text
        for clause in measure.clauses:
            assert clause.text in text, clause.id


@pytest.mark.parametrize("size", ["small", "large"])
def test_type_on_screen_is_not_type_on_paper(
    printer: Page, served: str, tmp_path: Path, size: str
) -> None:
    """A measure takes the same two sheets, whatever size of type its reader has chosen."""
    printer.goto(f"{served}/{KINDS['measure']}")
    printer.evaluate("size => { document.documentElement.dataset.size = size; }", size)
    file = tmp_path / "measure.pdf"
    printed = _sheets(printer, file)
    assert len(printed) <= 2
    assert all(width < height for width, height in sizes(file))
    measure = real().measure(Path(KINDS["measure"]).stem)
    assert measure is not None
    for clause in measure.clauses:
        assert clause.text in "".join(printed)


@pytest.mark.parametrize("kind", ["calendar", "theme"])
def test_what_is_folded_is_printed(printer: Page, served: str, tmp_path: Path, kind: str) -> None:
    """Duties that stand folded on the screen stand open on paper, and folded again afterwards."""
    printer.goto(f"{served}/{KINDS[kind]}")
    folded = "details:not([open]) [data-duty]"
    duties = set(printer.eval_on_selector_all(folded, "all => all.map(one => one.dataset.duty)"))
    assert duties
    text = "".join(_sheets(printer, tmp_path / "unfolded.pdf"))
    for found in real().duties:
        if found.duty.id in duties:
            assert re.sub(r"\s", "", found.duty.do) in text, found.duty.id
    assert printer.locator(folded).count() >= len(duties)
