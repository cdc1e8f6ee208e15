"""The home page's doors open."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_a_question_on_the_home_page_opens_the_search(page: Page, home: str) -> None:
    """What is typed into the home page's field is looked for in the search box."""
    page.goto(f"{home}/index.html")
    page.fill("#cb-ask", "思政课")
    page.press("#cb-ask", "Enter")
    expect(page.locator("[data-md-component=search-query]")).to_have_value("思政课")
    expect(page.locator("[data-md-component=search-result] li").first).to_be_visible()


def test_a_reader_finds_the_own_role(page: Page, home: str) -> None:
    """A role chosen under the home page's picker leads to that role's page."""
    page.goto(f"{home}/index.html")
    page.click(".cb-home__roles >> text=党组织副书记")
    expect(page.locator("h1")).to_have_text("党组织副书记")


def test_the_keyboard_reaches_the_text_first(page: Page, home: str) -> None:
    """The first stop of the keyboard is the skip link, which moves the focus to the text."""
    page.goto(f"{home}/cn24/m18.html")
    page.keyboard.press("Tab")
    expect(page.locator(".md-skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()


def test_the_scheme_is_chosen_and_kept(page: Page, home: str) -> None:
    """The reader's colour scheme holds on the next page."""
    page.goto(f"{home}/index.html")
    scheme = "document.body.getAttribute('data-md-color-scheme')"
    assert page.evaluate(scheme) == "default"
    for _ in range(2):
        page.click("[data-md-component=palette] label:visible")
    assert page.evaluate(scheme) == "slate"
    page.goto(f"{home}/cn24/m18.html")
    assert page.evaluate(scheme) == "slate"
