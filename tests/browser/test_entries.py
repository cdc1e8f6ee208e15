"""The entries' pages in a reader's hands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.libraries import real

pytestmark = pytest.mark.browser

LISTS = {"terms": real().terms, "mechanisms": real().mechanisms, "roles": real().roles}


@pytest.mark.parametrize("name", LISTS)
def test_typing_finds_an_entry(page: Page, home: str, name: str) -> None:
    """What is typed leaves the entries that hold it, says how many, and can be undone."""
    page.goto(f"{home}/{name}.html")
    entries = page.locator("[data-entry]")
    total = entries.count()
    assert total == len(LISTS[name])
    wanted = LISTS[name][-1]
    page.fill("[data-find] input", wanted.label)
    expect(page.locator("[data-entry]:visible", has_text=wanted.label).first).to_be_visible()
    left = page.locator("[data-entry]:visible").count()
    assert 0 < left < total
    expect(page.locator("[data-find] [role=status]")).to_have_text(f"显示{left}项，共{total}项")
    page.fill("[data-find] input", "查无此项")
    expect(page.locator("[data-entry]:visible")).to_have_count(0)
    expect(page.locator("[data-group]:visible")).to_have_count(0)
    expect(page.locator("[data-find] [role=status]")).to_contain_text("没有符合的条目")
    page.fill("[data-find] input", "")
    expect(page.locator("[data-entry]:visible")).to_have_count(total)


def test_a_search_unfolds_the_downloads(page: Page, home: str) -> None:
    """A file that is folded away is shown by its name, and folded again when the search ends."""
    page.goto(f"{home}/downloads.html")
    wanted = page.locator("[data-entry]", has_text="班主任").first
    expect(wanted).to_be_hidden()
    page.fill("[data-find] input", "班主任 word")
    expect(wanted).to_be_visible()
    expect(wanted.get_by_role("link")).to_have_count(2)
    page.fill("[data-find] input", "")
    expect(wanted).to_be_hidden()


def test_full_width_digits_and_capitals_find_the_same(page: Page, home: str) -> None:
    """３２１１ finds what 3211 finds."""
    page.goto(f"{home}/mechanisms.html")
    page.fill("[data-find] input", "３２１１")
    expect(page.locator("[data-entry]:visible")).to_contain_text(["3211工程"])


def test_without_scripts_everything_is_there(chromium: Browser, home: str) -> None:
    """With JavaScript off, no entry is missing and no dead control is shown."""
    context = chromium.new_context(java_script_enabled=False)
    opened = context.new_page()
    for name, entries in LISTS.items():
        opened.goto(f"{home}/{name}.html")
        expect(opened.locator("[data-entry]:visible")).to_have_count(len(entries))
        expect(opened.locator("[data-find]")).to_be_hidden()
    opened.goto(f"{home}/roles/party-secretary.html")
    expect(opened.locator("[data-print]")).to_be_hidden()
    context.close()


def _sheets(page: Page, url: str, into: Path) -> int:
    """How many A4 sheets ``url`` takes on paper."""
    page.goto("about:blank")
    page.goto(url)
    page.pdf(path=into, prefer_css_page_size=True)
    return len(re.findall(rb"/Type\s*/Page\b", into.read_bytes()))


def test_the_fullest_duty_cards_are_one_sheet(page: Page, site: Path, tmp_path: Path) -> None:
    """Asked for alone, the card of a role prints on a single page, however much it has to do."""
    paper = tmp_path / "card.pdf"
    library = real()
    by_duties = sorted(library.roles, key=lambda role: -len(library.duties_of_role(role.id)))
    for role in by_duties[:12]:
        assert _sheets(page, f"{site.as_uri()}/roles/{role.id}.html#card", paper) == 1, role.id


def test_the_card_button_prints_the_card_alone(page: Page, home: str) -> None:
    """The button asks the browser to print with the card as the only thing on paper."""
    page.goto(f"{home}/roles/party-secretary.html")
    page.evaluate("window.print = () => { document.title = 'printed ' + location.hash; }")
    page.click("[data-print=card]")
    expect(page).to_have_title("printed #card")
    page.emulate_media(media="print")
    expect(page.locator("#card")).to_be_visible()
    expect(page.locator("h1")).to_be_hidden()
    expect(page.locator(".cb-card__who")).to_be_visible()


def test_no_page_scrolls_sideways(page: Page, served: str) -> None:
    """On a desk the pages fit, as on a phone; wide tables scroll in a box of their own."""
    page.set_viewport_size({"width": 1280, "height": 800})
    for path in (
        "roles",
        "roles/school-party-org",
        "mechanisms",
        "mechanisms/three-meetings-one-lesson",
        "terms",
        "terms/builders-and-successors",
        "themes",
        "themes/people",
        "downloads",
        "editing/index",
        "editing/fields",
        "editing/diagnostics",
        "editing/coverage",
    ):
        page.goto(f"{served}/{path}.html")
        root = "document.documentElement"
        assert page.evaluate(f"{root}.scrollWidth <= {root}.clientWidth"), path
