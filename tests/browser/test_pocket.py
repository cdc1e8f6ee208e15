"""The page for a phone without a network, on a phone, opened as a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from macros.knowledge import addresses
from tests.browser.watch import Watch

pytestmark = pytest.mark.browser

# One of each kind of what stands there by the hundred.
SAMPLE = {"include": [["header"], [".bar"], ["#m18"], ["#class-teachers"], ["footer"]]}


def test_it_is_read_on_a_phone(chromium: Browser, site: Path) -> None:
    """In dark colours, 360 pixels wide: nothing is cut off, asked for or found by axe."""
    context = chromium.new_context(
        viewport={"width": 360, "height": 740}, color_scheme="dark", bypass_csp=True
    )
    watch = Watch(context)
    page = context.new_page()
    page.goto((site / addresses.POCKET.page).as_uri())
    page.evaluate("() => document.querySelectorAll('details').forEach(one => { one.open = true; })")
    assert page.evaluate("document.scrollingElement.scrollWidth") == 360
    page.get_by_role("link", name="第18条").first.click()
    assert page.locator("#m18").evaluate("one => Math.abs(one.getBoundingClientRect().top)") < 100
    assert Axe().run(page, context=SAMPLE).response["violations"] == []
    assert watch.requests == 1
    assert watch.faults == []
    context.close()
