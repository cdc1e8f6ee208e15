"""Everyone can read and use every kind of page: axe, and a keyboard alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from macros.knowledge import addresses
from macros.views import pages
from tests.browser.kinds import CHAPTERS, KINDS
from tests.libraries import real

pytestmark = pytest.mark.browser

Scheme = Literal["light", "dark"]
# Each kind in both colours and on both screens; where a reader begins, in each of the four.
SCREENS: dict[str, tuple[Scheme, int]] = {
    "light-1280": ("light", 1280),
    "dark-390": ("dark", 390),
}
OTHER_SCREENS: dict[str, tuple[Scheme, int]] = {
    "dark-1280": ("dark", 1280),
    "light-390": ("light", 390),
}
BEGINNINGS = ("home", "measure", "role", "matrix", "study")

# Tables of hundreds of cells of one shape are judged by the rows of one part.
SHORTENED = {"matrix": "#part=p3", "ledger": "#part=p3"}

# What a reader can bring up on a page.
STATES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "meaning-of-a-term": ("measure", lambda page: page.locator("[data-gloss]").first.focus()),
    "duty-in-focus": ("measure", lambda page: page.locator(".cb-demand a").first.focus()),
    "answers": ("measure", lambda page: _open(page, ".cb-answer")),
    "cell": ("matrix", lambda page: page.locator("tr:not([hidden]) td summary").first.click()),
    "no-row-left": ("matrix", lambda page: page.fill("[name=q]", "没有这样的话")),
    "more-filters": ("matrix", lambda page: _open(page, ".cb-filter__more")),
    "no-entry-left": ("terms", lambda page: page.fill("[data-find] input", "没有这样的话")),
    "folded-duties": ("theme", lambda page: _open(page, "#content details")),
    "words-of-the-pictures": ("calendar", lambda page: _open(page, "#content details")),
}


def _open(page: Page, details: str) -> None:
    page.eval_on_selector_all(details, "all => all.forEach(one => { one.open = true; })")


def _found(page: Page) -> list[tuple[str, list[str]]]:
    """What axe finds on the page: the rule, and the elements."""
    violations = Axe().run(page).response["violations"]
    return [(found["id"], [node["html"] for node in found["nodes"]]) for found in violations]


def _screen(chromium: Browser, scheme: Scheme, width: int) -> Iterator[Page]:
    context = chromium.new_context(
        viewport={"width": width, "height": 844}, color_scheme=scheme, reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module", params=SCREENS)
def screen(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[Page]:
    """A page on a desktop in light colours, then on a phone in dark ones."""
    yield from _screen(chromium, *SCREENS[request.param])


@pytest.fixture(scope="module", params=OTHER_SCREENS)
def other_screen(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[Page]:
    """A page on a desktop in dark colours, then on a phone in light ones."""
    yield from _screen(chromium, *OTHER_SCREENS[request.param])


def test_every_kind_is_looked_at(site: Path) -> None:
    """Whatever no template has made is itself among the pages that these tests look at."""
    made = {page.address.page for page in pages(real())}
    every = {file.relative_to(site).as_posix() for file in site.rglob("*.html")}
    assert made < every
    assert every - made - {addresses.POCKET.page} <= {*KINDS.values(), *CHAPTERS.values()}


@pytest.mark.parametrize("kind", [*KINDS, *CHAPTERS])
def test_axe_finds_nothing(screen: Page, served: str, kind: str) -> None:
    """No axe finding on the page as it opens."""
    screen.goto("about:blank")
    screen.goto(f"{served}/{(KINDS | CHAPTERS)[kind]}{SHORTENED.get(kind, '')}")
    assert _found(screen) == []


@pytest.mark.parametrize("kind", BEGINNINGS)
def test_axe_finds_nothing_in_the_other_colours(other_screen: Page, served: str, kind: str) -> None:
    """No axe finding where readers begin, in the colours that the screen has not had yet."""
    test_axe_finds_nothing(other_screen, served, kind)


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_once_used(screen: Page, served: str, state: str) -> None:
    """No axe finding after a reader has opened what can be opened."""
    kind, use = STATES[state]
    screen.goto("about:blank")
    screen.goto(f"{served}/{KINDS[kind]}{SHORTENED.get(kind, '')}")
    use(screen)
    assert _found(screen) == []


def test_axe_finds_what_is_planted(screen: Page, served: str) -> None:
    """An image without words, and words too faint to read, are found."""
    screen.goto(f"{served}/{KINDS['about']}")
    screen.evaluate(
        """() => document.getElementById("content").insertAdjacentHTML(
            "beforeend", '<img src="../favicon.svg"><p style="color: #888">淡</p>')"""
    )
    screen.add_style_tag(content="#content p { background: #888 }")
    assert {"image-alt", "color-contrast"} <= {rule for rule, _ in _found(screen)}


# --- keyboard -----------------------------------------------------------------------------------

# Takes down every element that a pointer can use, and how it looks while it is not in focus; then,
# each time a key is let go, which of them is in focus, and whether a reader can see that. Returns
# how many there are.
TAKE_DOWN = """() => {
  const drawn = ["outlineStyle", "outlineWidth", "boxShadow", "borderColor", "backgroundColor"];
  // The choice of colours is drawn as the label beside it.
  const shown = (element) => (element.matches(".md-option") ? element.nextElementSibling : element);
  const look = (element) =>
    [shown(element), element.parentElement]
      .map((near) => drawn.map((name) => getComputedStyle(near)[name]).join())
      .join("|");
  const visible = (element) =>
    shown(element).checkVisibility({
      opacityProperty: true,
      visibilityProperty: true,
      contentVisibilityAuto: true,
    });
  const usable = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  const before = new Map();
  for (const element of document.querySelectorAll(usable)) {
    if (!element.disabled && element.tabIndex >= 0 && visible(element)) {
      before.set(element, look(element));
    }
  }
  const reached = new Set();
  const unseen = [];
  let round = false;
  addEventListener("keyup", () => {
    const element = document.activeElement;
    round = element === document.body || reached.has(element);
    if (round) return;
    reached.add(element);
    const box = shown(element).getClientRects()[0] || new DOMRect();
    const x = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2;
    const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
    const above = document.elementFromPoint(x, y);
    const clear = Boolean(
      above &&
        (shown(element).contains(above) ||
          above.contains(shown(element)) ||
          above.closest(".cb-popover")) // a meaning on its way out
    );
    const marked = before.get(element) !== look(element);
    if (!visible(element) || !clear || !marked) {
      unseen.push({ html: element.outerHTML, visible: visible(element), clear, marked, x, y });
    }
  });
  // The arrow keys lead from one radio button to the others of its name.
  const same = (one, other) => one === other || (one.type === "radio" && one.name === other.name);
  window.cameRound = () => round;
  window.taken = () => ({
    missed: [...before.keys()]
      .filter((one) => ![...reached].some((other) => same(one, other)))
      .map((one) => one.outerHTML),
    unseen,
  });
  return before.size;
}"""


# All kinds on a wide screen; on a narrow one those whose layout changes most.
DESKS = [(1280, kind) for kind in KINDS] + [
    (390, kind) for kind in (*BEGINNINGS, "ledger", "guide", "cards", "downloads")
]


@pytest.fixture(scope="module", params=[1280, 390])
def desk(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[Page]:
    """A page on a wide and on a narrow screen, of a reader who has a keyboard only."""
    context = chromium.new_context(
        viewport={"width": request.param, "height": 844}, reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


def _walk(page: Page) -> dict[str, list[Any]]:
    """What is not reached by the Tab key, and what is reached unseen."""
    page.add_style_tag(content="* { transition: none !important }")
    many = page.evaluate(TAKE_DOWN)
    for _ in range(many):
        page.keyboard.press("Tab")
    while not page.evaluate("cameRound()"):
        page.keyboard.press("Tab")
    taken: dict[str, list[Any]] = page.evaluate("taken()")
    return taken


@pytest.mark.parametrize(("desk", "kind"), DESKS, indirect=["desk"])
def test_the_tab_key_reaches_everything(desk: Page, served: str, kind: str) -> None:
    """Whatever a pointer can use gets the focus, in plain sight, marked as being in focus."""
    desk.goto("about:blank")
    desk.goto(f"{served}/{KINDS[kind]}{SHORTENED.get(kind, '')}")
    assert _walk(desk) == {"missed": [], "unseen": []}


@pytest.mark.parametrize(
    ("style", "fault"),
    [
        ("outline: none !important", "marked"),
        ("opacity: 0", "visible"),
        ("position: relative; left: -9999px", "clear"),
    ],
    ids=["not-marked", "not-visible", "off-the-screen"],
)
def test_focus_out_of_sight_is_noticed(desk: Page, served: str, style: str, fault: str) -> None:
    """A link in focus that does not show it, or is not seen, or lies off the screen, is found."""
    desk.goto(f"{served}/{KINDS['about']}")
    desk.add_style_tag(content=f"#content a {{ {style} }}")
    assert fault in {name for one in _walk(desk)["unseen"] for name in one if one[name] is False}


def test_what_the_tab_key_passes_by_is_noticed(desk: Page, served: str) -> None:
    """A link that the keyboard cannot reach is found."""
    desk.goto(f"{served}/{KINDS['about']}")
    desk.locator("#content a").first.evaluate("link => { link.inert = true; }")
    assert len(_walk(desk)["missed"]) == 1


@pytest.mark.parametrize(
    ("desk", "kind"), [desk for desk in DESKS if desk[1] != "missing"], indirect=["desk"]
)
def test_one_key_leads_past_the_menu(desk: Page, served: str, kind: str) -> None:
    """The first stop of the Tab key is a link to the text, and the next stop is in the text."""
    desk.goto("about:blank")
    desk.goto(f"{served}/{KINDS[kind]}")
    desk.keyboard.press("Tab")
    expect(desk.locator(".md-skip")).to_be_focused()
    expect(desk.locator(".md-skip")).to_be_in_viewport()
    desk.keyboard.press("Enter")
    desk.keyboard.press("Tab")
    expect(desk.locator("#content :focus")).to_have_count(1)
