"""A measure's page in a reader's hands."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.knowledge import addresses
from tests.libraries import real

pytestmark = pytest.mark.browser


def _texts(page: Page, selector: str) -> str:
    return "".join(page.locator(selector).all_text_contents())


def test_marked_clauses_read_as_stored(page: Page, served: str) -> None:
    """The text content of every clause is the stored clause, all marks included."""
    for measure in real().measures:
        page.goto(f"{served}/{addresses.of_measure(real().document_of(measure), measure)}")
        for clause in measure.clauses:
            shown = page.locator(f"[data-clause={clause.id}]").text_content()
            assert shown == clause.text


def test_pointing_at_a_duty_lights_its_words(page: Page, home: str) -> None:
    """While a duty is pointed at, exactly the words it quotes are lit."""
    page.goto(f"{home}/cn24/m18.html")
    for found in real().duties_of_measure("m18"):
        page.hover(f"[data-duty={found.duty.id}]")
        assert _texts(page, ".cb-lit") == found.duty.quote
    page.hover("h1")
    expect(page.locator(".cb-lit")).to_have_count(0)


def test_focus_in_a_duty_lights_its_words(page: Page, home: str) -> None:
    """A reader at the keyboard sees the same words lit."""
    page.goto(f"{home}/cn24/m18.html")
    found = real().duties_of_measure("m18")[-1]
    page.focus(f"[data-duty={found.duty.id}] a")
    assert _texts(page, ".cb-lit") == found.duty.quote


@pytest.mark.parametrize("way", ["hover", "focus"])
def test_a_term_shows_its_meaning(page: Page, home: str, way: str) -> None:
    """Pointer or focus on a term opens its meaning; Escape closes it."""
    page.goto(f"{home}/cn24/m05.html")
    term = page.locator("[data-gloss=reporting-system]")
    term.hover() if way == "hover" else term.focus()
    box = page.locator(".cb-popover")
    expect(box).to_be_visible()
    assert box.text_content() == page.locator("#gloss-reporting-system").text_content()
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()


def test_the_meaning_can_be_reached_by_the_pointer(page: Page, home: str) -> None:
    """Moving from the term into the box keeps it open, and its link leads to the entry."""
    page.goto(f"{home}/cn24/m05.html")
    page.locator("[data-gloss=reporting-system]").hover()
    page.locator(".cb-popover dt a").hover()
    page.locator(".cb-popover dt a").click()
    assert page.url.endswith("mechanisms/reporting-system.html")


def test_first_tap_explains_second_tap_follows(chromium: Browser, home: str) -> None:
    """On a touch screen the first tap on a term opens its meaning, the second its page."""
    context = chromium.new_context(has_touch=True, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{home}/cn24/m05.html")
    term = page.locator("[data-gloss=annual-appraisal]")
    term.tap()
    expect(page.locator(".cb-popover")).to_be_visible()
    box = page.locator(".cb-popover").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    term.tap()
    page.wait_for_url("**/mechanisms/annual-appraisal.html")
    context.close()


def test_a_citation_is_copied_with_its_address(page: Page, home: str) -> None:
    """The button copies title, number, sentence and address, and says so."""
    page.goto(f"{home}/cn24/m18.html")
    page.evaluate(
        """() => {
            navigator.clipboard.writeText = () => Promise.reject();
            document.addEventListener("copy", () => {
                window.copied = document.activeElement.value;
            });
        }"""
    )
    page.click("[data-anchor=m18c2]")
    expect(page.locator(".cb-said")).to_contain_text("已复制")
    copied = page.evaluate("window.copied")
    assert copied == f"《二十四条措施》第18条第2句 {page.url}#m18c2"


def test_a_permalink_leads_to_the_clause(page: Page, home: str) -> None:
    """The address of a clause brings the clause into view, below the header."""
    page.goto(f"{home}/cn24/m12.html#m12c4")
    clause = page.locator("[data-clause=m12c4]")
    expect(clause).to_be_in_viewport()
    box, header = clause.bounding_box(), page.locator(".md-header").bounding_box()
    assert box is not None
    assert header is not None
    assert box["y"] >= header["y"] + header["height"]


def test_size_is_remembered_on_every_page(page: Page, home: str) -> None:
    """The font size a reader chooses holds on the next page, and grows the text."""
    page.goto(f"{home}/cn24/m18.html")
    size = "parseFloat(getComputedStyle(document.querySelector('[data-clause]')).fontSize)"
    before = page.evaluate(size)
    page.click("[data-size=large][aria-pressed]")
    assert page.evaluate(size) > before
    page.goto(f"{home}/cn24/m17.html")
    assert page.evaluate(size) > before
    expect(page.locator("[data-size=large][aria-pressed]")).to_have_attribute(
        "aria-pressed", "true"
    )


def test_everything_is_there_without_scripts(chromium: Browser, home: str) -> None:
    """Without JavaScript the text, the duties, the meanings and the answers can be read."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{home}/cn24/m18.html")
    expect(page.locator("[data-clause=m18c2]")).to_be_visible()
    expect(page.locator("[data-duty=m18d1]")).to_be_visible()
    expect(page.locator("#gloss-secretary-lecture")).to_be_visible()
    page.locator(".cb-answer summary").first.click()
    expect(page.locator(".cb-answer p").first).to_be_visible()
    expect(page.locator(".cb-needs-js").first).to_be_hidden()
    page.locator(".cb-term").first.click()
    assert "/terms/" in page.url or "/mechanisms/" in page.url
    context.close()


def test_prints_on_two_sheets(chromium: Browser, served: str) -> None:
    """Every measure prints on two A4 sheets at most."""
    context = chromium.new_context()
    page = context.new_page()
    for measure in real().measures:
        page.goto(f"{served}/{addresses.of_measure(real().document_of(measure), measure)}")
        sheets = page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n")
        assert 1 <= sheets <= 2, measure.id
    context.close()
