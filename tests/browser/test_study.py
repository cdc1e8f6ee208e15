"""A study guide in the hands of a group: at the keyboard, without scripts, on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from macros.knowledge.guides.catalogue import StudyGuide, catalogue
from tests.libraries import real

pytestmark = pytest.mark.browser

PATH = "study/teachers-meeting.html"
DEADLINE = 600


def _guide(id_: str) -> StudyGuide:
    return next(guide for guide in catalogue(real()) if guide.id == id_)


GUIDE = _guide("teachers-meeting")
QUESTIONS = [q for step in GUIDE.course.steps for q in step.questions]
ITEMS = [item for step in GUIDE.course.steps for item in step.items]


def _focused(page: Page) -> dict[str, str]:
    """The focused control: the task it is in, and what it is."""
    found: dict[str, str] = page.evaluate(
        """() => {
            const here = document.activeElement;
            const task = here.closest("[data-task]");
            return {
                task: task ? task.dataset.task : "",
                does: ["ask", "check", "next", "reset"].find((d) => d in here.dataset) || "",
                mark: here.dataset.mark || "",
                type: here.type || "",
                seen: String(here.checkVisibility()),
            };
        }"""
    )
    return found


def _tab_to(page: Page, task: str, does: str) -> None:
    """Press Tab until the control is reached; fail if it never is."""
    for _ in range(DEADLINE):
        here = _focused(page)
        if here["task"] == task and does in (here["does"], here["type"], here["mark"]):
            assert here["seen"] == "true"
            return
        page.keyboard.press("Tab")
    pytest.fail(f"the keyboard does not reach {does} of {task}")


def test_a_whole_guide_by_keyboard_alone(page: Page, home: str) -> None:
    """With Tab, arrows, space and Enter every question and item is done; the tally is right."""
    page.goto(f"{home}/{PATH}")
    order = [
        *(task for step in GUIDE.course.steps for task in (*step.questions, *step.items)),
    ]
    right = 0
    for number, task in enumerate(order):
        if task in QUESTIONS:
            _tab_to(page, task.id, "ask")
            expect(page.locator(f"[id='shown-{task.id}']")).to_be_hidden()
            page.keyboard.press("Enter")
            expect(page.locator(f"[id='shown-{task.id}'] [data-quote]").first).to_be_visible()
            _tab_to(page, task.id, "known")
            page.keyboard.press("Space")
        else:
            item = next(item for item in ITEMS if item.id == task.id)
            _tab_to(page, item.id, "radio")
            page.keyboard.press("Space")
            wanted = item.right if number % 2 else (item.right + 1) % len(item.options)
            for _ in range(wanted):
                page.keyboard.press("ArrowDown")
            right += wanted == item.right
            _tab_to(page, item.id, "check")
            page.keyboard.press("Enter")
            said = page.locator(f"[id='{item.id}'] [data-verdict]")
            expect(said).to_have_text(
                "对了。" if wanted == item.right else f"不对，对的是{'ABCD'[item.right]}。"
            )
            assert _focused(page)["does"] == "next"
    expect(page.locator("[data-progress]")).to_have_text(
        f"做了{len(order)}题，共{len(order)}题；自测答对{right}题，共{len(ITEMS)}题。"
    )


def test_the_next_question_is_one_key_away(page: Page, home: str) -> None:
    """The button behind an answer leads to the next question's first control."""
    page.goto(f"{home}/{PATH}")
    page.locator(f"[id='{QUESTIONS[0].id}'] [data-ask]").click()
    page.locator(f"[id='{QUESTIONS[0].id}'] [data-next]").click()
    assert _focused(page)["task"] == QUESTIONS[1].id


def test_state_survives_a_reload_and_stays_on_the_device(page: Page, home: str) -> None:
    """What was done is there after a reload, and no request was made to keep it."""
    page.goto(f"{home}/{PATH}")
    item = ITEMS[0]
    asked: list[str] = []
    page.on("request", lambda request: asked.append(f"{request.method} {request.url}"))
    page.locator(f"[id='{QUESTIONS[0].id}'] [data-ask]").click()
    page.locator(f"[id='{QUESTIONS[0].id}'] [data-mark=again]").click()
    page.locator(f"[id='{item.id}'] input").nth(item.right).check()
    page.locator(f"[id='{item.id}'] [data-check]").click()
    # The icon or the search's worker may still be fetched; nothing may be told to anyone.
    assert all(re.fullmatch(r"GET [^?]+/assets/clausebook/[a-z/-]+\.(svg|js)", a) for a in asked)
    page.reload()
    expect(page.locator("[data-progress]")).to_contain_text("做了2题")
    expect(page.locator("[data-progress]")).to_contain_text("自测答对1题")
    expect(page.locator(f"[id='{item.id}'] input").nth(item.right)).to_be_checked()
    page.locator("[data-resume]").click()
    expect(page.locator(f"[id='{item.id}']")).to_be_in_viewport()
    assert _focused(page)["task"] == item.id


def test_what_is_kept_can_be_cleared(page: Page, home: str) -> None:
    """The button asks once, then nothing is left, on the page or after a reload."""
    page.goto(f"{home}/{PATH}")
    item = ITEMS[0]
    page.locator(f"[id='{item.id}'] input").first.check()
    page.locator(f"[id='{item.id}'] [data-check]").click()
    page.on("dialog", lambda dialog: dialog.accept())
    page.locator("[data-reset]").click()
    expect(page.locator(f"[id='{item.id}'] [data-verdict]")).to_have_text("")
    page.reload()
    expect(page.locator("[data-progress]")).to_contain_text("做了0题")


def test_other_data_other_record(page: Page, home: str) -> None:
    """A record kept for other data is dropped: its questions may be others."""
    page.goto(f"{home}/{PATH}")
    key = page.evaluate(
        """() => {
            const key = __md_scope.pathname + ".study.teachers-meeting.000000000000";
            localStorage.setItem(key, '{"marks":{"x":1},"last":"x"}');
            return key;
        }"""
    )
    page.reload()
    expect(page.locator("[data-progress]")).to_contain_text("做了0题")
    assert page.evaluate("key => localStorage.getItem(key)", key) is None


def test_a_device_that_keeps_nothing(page: Page, home: str) -> None:
    """Where storage is refused, the guide works for as long as the page is open."""
    page.add_init_script(
        """Object.defineProperty(window, "localStorage", {
            get() { throw new DOMException("refused", "SecurityError"); },
        });"""
    )
    page.goto(f"{home}/{PATH}")
    page.locator(f"[id='{QUESTIONS[0].id}'] [data-ask]").click()
    expect(page.locator("[data-progress]")).to_contain_text("做了1题")


def test_answers_stand_at_the_end_without_scripts(chromium: Browser, home: str) -> None:
    """Without JavaScript every question leads to its answer, and the answers come last."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{home}/{PATH}")
    expect(page.locator("[data-ask]").first).to_be_hidden()
    for task in (*QUESTIONS, *ITEMS):
        answer = page.locator(f"[id='answer-{task.id}'] [data-key]")
        expect(answer).to_be_visible()
        expect(page.locator(f"[id='{task.id}'] .cb-without-js")).to_be_visible()
    page.locator(f"[id='{QUESTIONS[0].id}'] .cb-without-js").click()
    expect(page.locator(f"[id='answer-{QUESTIONS[0].id}']")).to_be_in_viewport()
    answers, last = page.locator("#answers").bounding_box(), page.locator("[data-task]").last
    box = last.bounding_box()
    assert answers is not None
    assert box is not None
    assert answers["y"] > box["y"]
    context.close()


def test_three_clicks_to_a_printed_guide(page: Page, home: str) -> None:
    """Home, "we have 45 minutes", the class teachers' guide, print: the third click prints."""
    page.add_init_script("window.print = () => { window.printed = true; }")
    page.goto(f"{home}/index.html")
    page.get_by_role("link", name="我们有45分钟").click()
    page.get_by_role("link", name="班主任和科任教师").click()
    page.get_by_role("button", name="打印整份导学").click()
    assert page.evaluate("window.printed") is True
    assert page.url.endswith(PATH)


def test_paper_has_what_a_meeting_needs(page: Page, home: str) -> None:
    """On paper: lines to write on, a sheet to sign, answers behind it, no buttons."""
    page.goto(f"{home}/{PATH}")
    page.emulate_media(media="print")
    expect(page.locator(".cb-lines").first).to_be_visible()
    expect(page.locator(".cb-minutes")).to_be_visible()
    expect(page.locator("#answers")).to_be_visible()
    expect(page.locator("button").filter(visible=True)).to_have_count(0)
    for selector in (".cb-minutes", ".cb-replies"):
        before = page.locator(selector).evaluate("e => getComputedStyle(e).breakBefore")
        assert before == "page"


def test_one_meeting_can_be_printed_alone(page: Page, home: str) -> None:
    """While one meeting prints, only it, its sheet and its answers are on paper."""
    page.add_init_script("window.print = () => {}")
    page.goto(f"{home}/study/first-reading.html")
    page.locator("[data-print-meeting=meeting-3]").click()
    page.emulate_media(media="print")
    for number in range(1, 5):
        parts = page.locator(f"[data-of=meeting-{number}]")
        assert parts.count() == 4
        for part in parts.all():
            expect(part).to_be_visible(visible=number == 3)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".cb-off-paper")).to_have_count(0)


def test_cards_can_be_learnt(page: Page, home: str) -> None:
    """A card turns, is marked as known, and then leaves the list of what is left.

    On paper each card bears the number of its back.
    """
    page.goto(f"{home}/study/cards.html")
    page.emulate_media(media="print")
    numbers = """all => all.map(e => [e.id.replace(/^[a-z]+-/, ""),
        getComputedStyle(e, "::before").content])"""
    fronts = page.locator(".cb-flash").evaluate_all(numbers)
    backs = page.locator(".cb-reply").evaluate_all(numbers.replace("(e,", "(e.firstChild,"))
    assert fronts == backs
    assert len({number for _, number in fronts}) == len(fronts) > 10
    page.emulate_media(media="screen")
    card = page.locator("[data-task]").first
    card.locator("[data-ask]").click()
    expect(card.locator("[data-shown]")).to_be_visible()
    card.locator("[data-mark=known]").click()
    page.locator("[data-left]").click()
    expect(card).to_be_hidden()
    page.reload()
    expect(page.locator("[data-progress]")).to_contain_text("看了1张")


def test_the_time_at_hand_and_who_is_there_choose_guides(page: Page, home: str) -> None:
    """Each guide stands once; time by the keyboard and a role leave those of both; reset undoes."""
    page.goto(f"{home}/study.html")
    guides = catalogue(real())
    rows, shown = page.locator("#guides [data-row]"), page.locator("#guides [data-row]:visible")
    expect(rows).to_have_count(len(guides))
    page.get_by_label("20分钟").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_label("45分钟")).to_be_checked()
    short = [guide for guide in guides if guide.course.minutes <= 45]
    assert 0 < len(short) < len(guides)
    expect(shown).to_have_count(len(short))
    page.get_by_label("我们是").select_option(label="班主任")
    ours = [guide for guide in short if "班主任" in {role.label for role in guide.audience}]
    assert 0 < len(ours) < len(short)
    expect(page.locator("[data-status]")).to_have_text(f"显示 {len(ours)} / {len(guides)} 份")
    page.reload()
    expect(shown).to_have_count(len(ours))
    page.get_by_role("button", name="清除筛选").click()
    expect(shown).to_have_count(len(guides))


@pytest.fixture(params=[("light", 1280), ("dark", 1280), ("light", 390), ("dark", 390)])
def screen(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[Page]:
    """A page in light or dark, wide or narrow."""
    scheme, width = request.param
    context = chromium.new_context(
        color_scheme=scheme, viewport={"width": width, "height": 900}, reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", [PATH, "study/cards.html"])
def test_no_axe_finding(screen: Page, served: str, path: str) -> None:
    """Fresh and with an answer shown, axe finds nothing, and no page is wider than its screen."""
    screen.goto(f"{served}/{path}")
    for task in screen.locator("[data-task]").all()[:3]:
        ask = task.locator("[data-ask]")
        if ask.count():
            ask.click()
        else:
            task.locator("input").first.check()
            task.locator("[data-check]").click()
    found = Axe().run(screen)
    assert found.violations_count == 0, found.generate_report()
    assert screen.evaluate("document.documentElement.scrollWidth <= innerWidth")
