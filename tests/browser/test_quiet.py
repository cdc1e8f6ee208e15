"""Every page of the site: nothing leaves, nothing is missing or complains, and a phone fits it."""

from __future__ import annotations

from itertools import cycle
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.shapes import features, one_of_each
from tests.browser.watch import Watch

pytestmark = pytest.mark.browser

# Pages stay open while the next ones load, so that what a page asks for late is heard as well.
TABS = 6
NARROWEST = 360
# How wide the page is with all unfolded that can be, in the usual and in the largest type.
WIDTHS = """() => ["medium", "large"].map((size) => {
  document.querySelectorAll("details").forEach((fold) => { fold.open = true; });
  document.documentElement.dataset.size = size;
  return document.scrollingElement.scrollWidth;
})"""


def test_every_page_is_quiet_and_fits(chromium: Browser, home: str, site: Path) -> None:
    """No page asks another host, misses a file, complains, or is wider than the narrowest phone.

    A server shows every page. From a folder, one is opened of those that differ in nothing but
    words and links: where a page is opened from is nothing to its words.
    """
    paths = sorted(file.relative_to(site).as_posix() for file in site.rglob("*.html"))
    if home.startswith("file:"):
        paths = [*one_of_each(site, paths)]
        paths.remove("404.html")  # what a server shows at any depth; a folder has no such answer
    context = chromium.new_context(viewport={"width": NARROWEST, "height": 740})
    watch = Watch(context)
    tabs = cycle([context.new_page() for _ in range(TABS)])
    wide = {}
    for path in paths:
        page = next(tabs)
        answer = page.goto(f"{home}/{path}")
        assert answer is not None
        assert answer.ok, path
        if max(widths := page.evaluate(WIDTHS)) > NARROWEST:
            wide[path] = widths
    for _ in range(TABS):
        next(tabs).wait_for_load_state("networkidle")
    context.close()
    assert watch.faults == []
    assert wide == {}
    assert watch.requests > len(paths) > (40 if home.startswith("file:") else 200)


def test_a_page_unlike_all_others_is_opened(tmp_path: Path) -> None:
    """Another element, class, attribute, script or place of an element makes a page differ."""
    plain = '<main><p class="a">x</p><a href="y">z</a><img src="../y.png"></main>'
    others = {
        "words": plain.replace("x", "other words").replace('y"', 'elsewhere"'),
        "depth": plain.replace("../", "../../"),
        "element": plain.replace("x", "<b>x</b>"),
        "class": plain.replace('"a"', '"a b"'),
        "attribute": plain.replace("href", "hreflang"),
        "file": plain.replace("y.png", "z.png"),
        "place": '<p class="a">x</p>' + plain,
    }
    pages = {"plain": plain, **others}
    for name, html in pages.items():
        (tmp_path / name).write_text(html, encoding="utf-8")
    assert [*one_of_each(tmp_path, pages)] == [
        *("plain", "element", "class", "attribute", "file", "place")
    ]
    assert features("<svg><path/><path/></svg>") == {" > svg", "svg > path"}


@pytest.mark.parametrize(
    ("planted", "heard"),
    [
        ('<img src="http://elsewhere.example/a.png">', "left: http://elsewhere.example/a.png"),
        ('<script src="gone.js"></script>', "failed: "),
        ('<script>console.error("no")</script>', "error: no"),
        ('<script>throw new Error("no")</script>', "raised: no"),
    ],
    ids=["another-host", "missing-file", "console", "exception"],
)
def test_a_planted_fault_is_heard(
    chromium: Browser, tmp_path: Path, planted: str, heard: str
) -> None:
    """Each sort of fault is noticed where there is one."""
    file = tmp_path / "planted.html"
    file.write_text(f"<!doctype html><title>planted</title>{planted}", encoding="utf-8")
    context = chromium.new_context()
    watch = Watch(context)
    page = context.new_page()
    page.goto(file.as_uri())
    page.wait_for_load_state("networkidle")
    context.close()
    assert [fault for fault in watch.faults if fault.startswith(heard)]


@pytest.mark.parametrize("missing", ["script", "link rel=stylesheet", "img"])
def test_a_file_that_the_server_lacks_is_heard(
    chromium: Browser, served: str, missing: str
) -> None:
    """What a server answers by an error is noticed, whatever asks for it."""
    context = chromium.new_context()
    watch = Watch(context)
    page = context.new_page()
    page.goto(f"{served}/about.html")
    name, _, attributes = missing.partition(" ")
    address = "href" if name == "link" else "src"
    page.evaluate(
        """([name, attributes, address]) => new Promise((resolve) => {
          const asking = document.createElement(name);
          if (attributes) asking.setAttribute(...attributes.split("="));
          asking.onerror = resolve;
          asking[address] = "gone";
          document.head.append(asking);
        })""",
        [name, attributes, address],
    )
    page.wait_for_load_state("networkidle")
    context.close()
    assert [fault for fault in watch.faults if "404" in fault]
