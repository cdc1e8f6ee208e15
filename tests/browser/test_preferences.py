"""What a reader chooses holds: colours, size of type, less motion. Every page can be printed."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.kinds import KINDS

pytestmark = pytest.mark.browser

ORDINARY = [kind for kind in KINDS if kind != "missing"]
WHITE, BLACK = "rgb(255, 255, 255)", "rgb(23, 25, 28)"
TYPE = "parseFloat(getComputedStyle(document.querySelector('#content p')).fontSize)"


def _paper(page: Page) -> str:
    """The colour of the page's paper."""
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


def _next_colours(page: Page) -> None:
    page.locator(".md-header__option label:visible").click()


def test_colours_follow_the_system(page: Page, home: str) -> None:
    """A reader who has chosen nothing gets the colours of the system, at once when it changes."""
    page.emulate_media(color_scheme="dark")
    page.goto(f"{home}/index.html")
    assert _paper(page) == BLACK
    page.emulate_media(color_scheme="light")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    assert _paper(page) == WHITE


@pytest.mark.parametrize(("presses", "paper"), [(1, WHITE), (2, BLACK), (3, BLACK)])
def test_chosen_colours_hold(page: Page, home: str, presses: int, paper: str) -> None:
    """Light, dark or as the system has it, in turn; the next page and the next visit keep it."""
    page.emulate_media(color_scheme="dark")
    page.goto(f"{home}/index.html")
    for _ in range(presses):
        _next_colours(page)
    assert _paper(page) == paper
    page.goto(f"{home}/{KINDS['measure']}")
    assert _paper(page) == paper
    page.reload()
    assert _paper(page) == paper


def test_colours_are_chosen_by_keyboard(page: Page, home: str) -> None:
    """The choice of colours is a group of radio buttons, each saying what it stands for."""
    page.emulate_media(color_scheme="light")
    page.goto(f"{home}/index.html")
    page.locator(".md-option").first.focus()
    seen = set()
    for _ in range(3):
        page.keyboard.press("ArrowDown")
        seen.add((page.locator(".md-option:checked").get_attribute("aria-label"), _paper(page)))
    assert {paper for _, paper in seen} == {WHITE, BLACK}
    assert len({name for name, _ in seen if name}) == 3


def test_no_page_flashes_in_other_colours(page: Page, home: str) -> None:
    """The chosen colours are there before the first words are, so that nothing flashes."""
    page.emulate_media(color_scheme="light")
    page.goto(f"{home}/index.html")
    _next_colours(page)
    _next_colours(page)
    assert _paper(page) == BLACK
    page.add_init_script(
        """new MutationObserver((_, self) => {
          if (!document.getElementById("content")) return;
          self.disconnect();
          window.first = getComputedStyle(document.body).backgroundColor;
        }).observe(document, { childList: true, subtree: true });"""
    )
    page.goto(f"{home}/{KINDS['measure']}")
    assert page.evaluate("first") == BLACK


def test_sizes_grow_and_hold(page: Page, home: str) -> None:
    """Small, medium and large are three sizes; the chosen one holds on the next page."""
    sizes = []
    for size in ("small", "medium", "large"):
        page.goto(f"{home}/{KINDS['measure']}")
        page.click(f"[data-size={size}][aria-pressed]")
        sizes.append(page.evaluate(TYPE))
        page.goto(f"{home}/{KINDS['term']}")
        pressed = page.locator("[data-size][aria-pressed=true]")
        expect(pressed).to_have_attribute("data-size", size)
    assert sizes == sorted(set(sizes))


def test_ordinary_type_is_large_enough(page: Page, home: str) -> None:
    """The text of record stands in 17 pixels or more, in lines that leave room, none too long."""
    page.goto(f"{home}/{KINDS['measure']}")
    size, line, width = page.locator("[data-clause]").first.evaluate(
        """clause => {
          const style = getComputedStyle(clause);
          const size = parseFloat(style.fontSize);
          return [size, parseFloat(style.lineHeight) / size, clause.clientWidth / size];
        }"""
    )
    assert size >= 17
    assert line >= 1.7
    assert width <= 42


def test_a_device_that_keeps_nothing(page: Page, home: str) -> None:
    """Where the browser stores nothing, a choice holds for the page, and nothing breaks."""
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused'); } });"
    )
    page.emulate_media(color_scheme="light")
    page.goto(f"{home}/{KINDS['measure']}")
    before = page.evaluate(TYPE)
    page.click("[data-size=large][aria-pressed]")
    assert page.evaluate(TYPE) > before
    _next_colours(page)
    _next_colours(page)
    assert _paper(page) == BLACK


@pytest.mark.parametrize("kind", ORDINARY)
def test_every_page_can_be_printed(page: Page, served: str, kind: str) -> None:
    """A button, in plain sight, asks the browser to print."""
    page.add_init_script("window.print = () => { window.printed = true; };")
    page.goto(f"{served}/{KINDS[kind]}")
    page.click("[data-print-page]")
    assert page.evaluate("printed") is True


@pytest.mark.parametrize("kind", ORDINARY)
def test_nothing_moves_for_who_wants_no_motion(chromium: Browser, served: str, kind: str) -> None:
    """With reduced motion asked for, nothing is animated and no jump is drawn out."""
    context = chromium.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{served}/{KINDS[kind]}")
    longest = page.evaluate(
        """() => {
          const seconds = (text) => text.split(",").map((one) => parseFloat(one));
          const all = [...document.querySelectorAll("*")].map((one) => getComputedStyle(one));
          const drawn = all.flatMap((style) =>
            [...seconds(style.transitionDuration), ...seconds(style.animationDuration)]);
          const smooth = all.filter((style) => style.scrollBehavior === "smooth");
          return [Math.max(...drawn), smooth.length];
        }"""
    )
    context.close()
    assert longest[0] <= 0.001
    assert longest[1] == 0
