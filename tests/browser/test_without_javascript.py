"""With JavaScript off, every kind of page says all it says, and offers nothing that is dead."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.kinds import KINDS
from tests.libraries import real

pytestmark = pytest.mark.browser

# The texts that a reader sees, in order, without what is there to be used: texts of controls, and
# what a control says of its own work.
TEXTS = """() => {
  const controls = "button, label, select, form, [role=status], [role=search], .cb-needs-js";
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    const text = walker.currentNode.data.trim();
    if (text && !parent.closest(controls) && parent.checkVisibility()) texts.push(text);
  }
  return texts;
}"""

# Whatever can be seen or reached by keyboard as something to be used, but is neither a link nor
# what the browser itself unfolds, nor an answer to be ticked, as it can be on paper.
CONTROLS = """() => [...document.querySelectorAll(
  "button, input, select, textarea, label, [role=button], [contenteditable]"
)].filter((element) => {
  const { width, height } = element.getBoundingClientRect();
  const there = element.checkVisibility({ visibilityProperty: true });
  const meant = width * height > 0 || element.matches("input");
  return there && meant && !element.closest("[data-item]");
}).map((element) => element.outerHTML)"""


@pytest.fixture(scope="module")
def plain(chromium: Browser) -> Iterator[Page]:
    """A page in a browser that runs no scripts."""
    context = chromium.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def full(chromium: Browser) -> Iterator[Page]:
    """A page in a browser that runs scripts."""
    context = chromium.new_context()
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("kind", KINDS)
def test_no_words_are_lost(plain: Page, full: Page, served: str, kind: str) -> None:
    """Every text that a reader sees with scripts can be seen without."""
    for page in (plain, full):
        page.goto(f"{served}/{KINDS[kind]}")
    shown = set(plain.evaluate(TEXTS))
    assert [text for text in full.evaluate(TEXTS) if text not in shown] == []


@pytest.mark.parametrize("kind", KINDS)
def test_no_control_is_dead(plain: Page, served: str, kind: str) -> None:
    """No field, button or form is shown that would need a script."""
    plain.goto(f"{served}/{KINDS[kind]}")
    assert plain.evaluate(CONTROLS) == []


def test_lost_words_and_dead_controls_are_noticed(plain: Page, full: Page, tmp_path: Path) -> None:
    """Words that only a script shows, and a button that only a script serves, are found."""
    file = tmp_path / "planted.html"
    file.write_text(
        "<!doctype html><title>planted</title><p hidden>words</p><button>press</button>"
        '<script>document.querySelector("p").hidden = false</script>',
        encoding="utf-8",
    )
    for page in (plain, full):
        page.goto(file.as_uri())
    assert (plain.evaluate(TEXTS), full.evaluate(TEXTS)) == ([], ["words"])
    assert plain.evaluate(CONTROLS) == ["<button>press</button>"]


@pytest.mark.parametrize("width", [1280, 390])
def test_the_menu_leads_everywhere(chromium: Browser, home: str, width: int) -> None:
    """Each entry of the menu leads to its page, which the menu then shows as the current one."""
    context = chromium.new_context(
        java_script_enabled=False, viewport={"width": width, "height": 844}
    )
    page = context.new_page()
    page.goto(f"{home}/index.html")
    entries = page.locator(".cb-menu a")
    names = entries.all_text_contents()
    assert len(names) >= 12
    for name in names:
        entries.get_by_text(name, exact=True).click()
        expect(page.locator(".cb-menu [aria-current]")).to_have_text(name)
    context.close()


def test_every_answer_can_be_unfolded(plain: Page, home: str) -> None:
    """The answers to the questions of a measure open one by one, in the words of the data."""
    document = real().documents[0]
    measure = document.measures[-1]
    plain.goto(f"{home}/{document.id}/{measure.id}.html")
    for question in measure.questions:
        answer = plain.locator(f"[id='{question.id}'] details")
        answer.locator("summary").click()
        expect(answer.locator("p").first).to_be_visible()
        shown = answer.locator("p").first.text_content() or ""
        assert shown == question.answer.replace("「", "").replace("」", "")


def test_every_definition_can_be_followed(plain: Page, home: str) -> None:
    """A marked term is a link to its entry, where the definition can be read."""
    path = KINDS["measure"]
    plain.goto(f"{home}/{path}")
    links = plain.locator("[data-clause] a[data-gloss]")
    entries = [link.get_attribute("data-gloss") for link in links.all()]
    assert entries
    for entry in entries:
        plain.goto(f"{home}/{path}")
        plain.locator(f"[data-clause] a[data-gloss='{entry}']").click()
        expect(plain.locator(".cb-meaning")).to_be_visible()
        assert plain.url.endswith(f"/{entry}.html")


def test_the_whole_text_can_be_read(plain: Page, home: str) -> None:
    """The continuous text shows every clause, and each clause leads to its duties."""
    document = real().documents[0]
    plain.goto(f"{home}/{KINDS['document']}")
    clauses = [clause for measure in document.measures for clause in measure.clauses]
    assert plain.locator("[data-clause]").all_text_contents() == [one.text for one in clauses]
    expect(plain.locator(f"[data-clause='{clauses[-1].id}']")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_are_legible_on_a_dark_system(chromium: Browser, served: str, scheme: str) -> None:
    """Without scripts a page is drawn in one scheme, whole: dark words on white paper."""
    context = chromium.new_context(java_script_enabled=False, color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{served}/{KINDS['measure']}")
    drawn = page.evaluate(
        "() => ['color', 'backgroundColor'].map((name) => getComputedStyle(document.body)[name])"
    )
    assert drawn == ["rgb(31, 34, 38)", "rgb(255, 255, 255)"]
    context.close()
