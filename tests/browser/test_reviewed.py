"""What was reviewed, what is due again and what was retired, as readers meet it."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from macros.commands.build import build
from macros.commands.review import review
from macros.commands.verify import verify
from macros.data.project import Project
from tests.projects import CASES, edited, project, small

pytestmark = pytest.mark.browser

RETIRED = CASES / "rules" / "N18-retired-clause" / "good"
MEASURE = "data/documents/corner/measures/a01.yml"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project's site: two entries reviewed, one of them changed since, some retired."""
    root = project(small(tmp_path_factory.mktemp("reviewed")), RETIRED)
    review(Project(root), ["a01c1", "a01d1", "a01d2", "a01q1", "horizon"], "甲", "2026-09-01")
    edited(root, MEASURE, "do: 协助图书室选书", "do: 帮助图书室选书")
    outcome = build(Project(root), root / "site", lambda *_: None)
    assert {finding.code for finding in outcome.findings} == {"K04"}
    assert outcome.published
    return root


@pytest.fixture(params=[("light", 1280), ("dark", 390)], ids=["light-1280", "dark-390"])
def screen(request: pytest.FixtureRequest, chromium: Browser, built: Path) -> Page:
    """The page of the measure, on a desktop and on a phone."""
    scheme, width = request.param
    context = chromium.new_context(color_scheme=scheme, viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto((built / "site/corner/a01.html").as_uri())
    request.addfinalizer(context.close)
    return page


def test_badges(screen: Page) -> None:
    """Reviewed and due again are told in words, by whom and when; never reviewed says nothing.

    A role's page tells the same of its duties.
    """
    duty = '[data-duty="{}"] .cb-status'
    expect(screen.locator(duty.format("a01d1"))).to_have_text("已复核甲 2026-09-01")
    expect(screen.locator(duty.format("a01d2"))).to_have_text("待复核（复核后改过）甲 2026-09-01")
    expect(screen.locator(duty.format("a01d3"))).to_have_count(0)
    clause = screen.locator('[data-clause="a01c1"]')
    expect(clause).to_have_text("图书室每学期为各班图书角添书1次。")
    screen.emulate_media(media="print")
    assert screen.locator(duty.format("a01d2")).is_visible()
    screen.emulate_media(media="screen")
    screen.goto(screen.url.replace("corner/a01.html", "roles/class-teachers.html"))
    expect(screen.locator(duty.format("a01d2"))).to_have_text("待复核（复核后改过）甲 2026-09-01")
    expect(screen.locator(".cb-lead .cb-status")).to_have_count(0)


def test_an_old_reference_arrives(screen: Page) -> None:
    """The anchor of a retired clause is on the page, with why and what took its place."""
    screen.goto(screen.url.replace("a01.html", "a02.html#a02c2"))
    former = screen.locator("#a02c2")
    expect(former).to_be_in_viewport()
    expect(former).to_contain_text("已停用。修订时删去。")
    former.get_by_role("link").click()
    assert screen.url.endswith("corner/a02.html#a02c1")


def test_axe_finds_nothing(screen: Page) -> None:
    """No axe finding with badges, bars and retired entries on the page."""
    start = screen.url
    for path in (
        "corner/a01.html",
        "corner/a02.html",
        "roles/class-teachers.html",
        "editing/coverage.html",
    ):
        screen.goto(start.replace("corner/a01.html", path))
        found = Axe().run(screen).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []


def test_verify_misses_an_anchor(built: Path) -> None:
    """Control: without the anchor of a retired entry the site is not accepted."""
    page = built / "site/corner/a02.html"
    text = page.read_text(encoding="utf-8")
    assert verify(Project(built), built / "site").findings == ()
    page.write_text(text.replace('id="a02d3"', ""), encoding="utf-8")
    try:
        assert "V06" in {
            finding.code for finding in verify(Project(built), built / "site").findings
        }
    finally:
        page.write_text(text, encoding="utf-8")
