"""The one stylesheet of the site means in any browser what its sources mean in cascade layers."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from macros.views.stylesheet import LAYERS, SOURCES, STYLESHEET, stylesheet
from tests.browser.kinds import KINDS

pytestmark = pytest.mark.browser

OVERRIDES = Path(__file__).parents[2] / "overrides"
ORDER = f"@layer host, {', '.join(LAYERS)};"
SELECTORS = (
    *("p", "i", "*", ".a", ".a.b", "main p", "main > .a", "p.a i", "p + p", "[title]", ":root .a"),
    *("p::before", ".a::before", "main .b::before", "::before", "p:not(.c)", "i:first-child"),
)
RULES = st.lists(
    st.tuples(st.sampled_from(LAYERS), st.lists(st.sampled_from(SELECTORS), min_size=1, max_size=2))
)
# Which rule each element, and what is drawn before it, takes: each sets another order.
WINNERS = """(css) => {
  document.querySelector("style").textContent = css;
  return [...document.querySelectorAll("main, main *")].flatMap((element) =>
    ["", "::before"].map((drawn) => getComputedStyle(element, drawn).order));
}"""
# The computed styles of a page by two sheets, as far as either sheet sets anything; where they
# differ. In the first, the theme is the lowest layer, which is what being in none is in the second.
DIFFERENCES = """([theme, layered, lowered]) => {
  document.querySelectorAll("link[rel=stylesheet]").forEach((link) => link.remove());
  const put = (css) => {
    const style = document.createElement("style");
    style.textContent = css;
    document.head.append(style);
    return style;
  };
  const [one, host, two] = [put(layered), put(theme), put(lowered)];
  const names = new Set();
  const walk = (rules) => [...rules].forEach((rule) => {
    if (rule.style) [...rule.style].forEach((name) => names.add(name));
    if (rule.cssRules) walk(rule.cssRules);
  });
  walk(two.sheet.cssRules);
  const all = [...document.querySelectorAll("body, body *")];
  const read = (first) => {
    one.disabled = !first;
    host.disabled = two.disabled = first;
    return all.map((element) => ["", "::before", "::after"].map((drawn) => {
      const style = getComputedStyle(element, drawn);
      return [...names].map((name) => [name, style.getPropertyValue(name).replace(/\\s+/g, " ")]);
    }));
  };
  const [a, b] = [read(true), read(false)];
  const found = [];
  all.forEach((element, place) => a[place].forEach((style, drawn) => style.forEach(
    ([name, value], index) => {
      const other = b[place][drawn][index][1];
      if (value !== other) found.push([element.outerHTML.slice(0, 80), name, value, other]);
    })));
  return [names.size, all.length, found.slice(0, 20)];
}"""


@settings(max_examples=150)
@given(rules=RULES)
def _same_winners(page: Page, rules: list[tuple[str, list[str]]]) -> None:
    sources = {
        str(place): f"@layer {layer} {{ {', '.join(selectors)} {{ order: {place + 1} }} }}"
        for place, (layer, selectors) in enumerate(rules)
    }
    layered = ORDER + "".join(sources.values())
    assert page.evaluate(WINNERS, stylesheet(sources)) == page.evaluate(WINNERS, layered)


def test_raising_keeps_who_wins(page: Page) -> None:
    """Of any rules in any layers, the same one wins with layers and without."""
    page.set_content(
        "<style></style><main class='b'><p class='a b' title='x'>x<i class='b'>x</i></p>"
        "<p class='a'>x</p><p class='c'><i class='a'>x</i></p></main>"
    )
    _same_winners(page)


@pytest.mark.parametrize("media", ["screen", "print"])
@pytest.mark.parametrize("kind", ["home", "measure", "role", "guide", "coverage"])
def test_pages_look_as_their_layers_say(page: Page, site: Path, kind: str, media: str) -> None:
    """A browser that knows layers draws a page by the sources as by the sheet that is made."""
    folder = OVERRIDES / SOURCES
    sources = [
        file.read_text(encoding="utf-8")
        for layer in LAYERS
        for file in sorted((folder / layer).glob("*.css"))
    ]
    theme = "".join(
        file.read_text(encoding="utf-8") for file in sorted(site.glob("assets/stylesheets/*.css"))
    )
    layered = f"{ORDER}@layer host {{{theme}}}" + "".join(sources)
    lowered = (site / STYLESHEET).read_text(encoding="utf-8")
    page.emulate_media(media="print" if media == "print" else "screen", reduced_motion="reduce")
    page.goto(f"{site.as_uri()}/{KINDS[kind]}")
    names, elements, found = page.evaluate(DIFFERENCES, [theme, layered, lowered])
    assert names > 100
    assert elements > 100
    assert found == []


def test_a_page_loads_one_stylesheet_of_ours(chromium: Browser, site: Path) -> None:
    """Every kind of page links one sheet of ours; none of its sources is part of the site."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    ours = {}
    for kind, path in KINDS.items():
        page.goto(f"{site.as_uri()}/{path}")
        ours[kind] = page.locator("link[rel=stylesheet][href*='assets/clausebook/']").count()
    context.close()
    assert {kind: count for kind, count in ours.items() if count != 1} == {}
    assert not (site / SOURCES).exists()
