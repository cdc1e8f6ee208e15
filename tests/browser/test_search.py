"""Searching: the right measure first, whoever asks and however it is typed."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from macros.model import Measure, Named
from macros.pages.search import fold
from tests.libraries import real

pytestmark = pytest.mark.browser

QUESTIONS = Path(__file__).parent.parent / "cases" / "search" / "questions.yml"
SCRIPTS = "assets/clausebook/search"
BOX = "[data-md-component=search-query]"
HITS = ".md-search-result__item"

# Answers many questions in the page by the very scripts the search worker runs.
ASK = """queries => queries.map(query => {
  const began = performance.now();
  const {catalogue, others} = clausebookSearch;
  const answer = clausebookSearch.askBoth(catalogue, others, query);
  clausebookSearch.show(clausebookSearch.catalogue, answer);
  return {
    took: performance.now() - began,
    near: answer.near,
    pages: answer.results.map(({page, places}) => ({
      kind: page.kind,
      id: page.id || page.at,
      places: Array.from(places).sort((a, b) => b[1] - a[1]).map(([place]) => place.record.id),
    })),
  };
})"""


@cache
def _questions() -> tuple[tuple[str, str], ...]:
    listed = yaml.safe_load(QUESTIONS.read_text(encoding="utf-8"))["questions"]
    return tuple((question["ask"], question["find"]) for question in listed)


@pytest.fixture
def engine(page: Page, home: str) -> Page:
    """A page that has the search's scripts and index in it."""
    page.goto(f"{home}/index.html")
    for script in page.evaluate("clausebookSearch.parts"):
        page.add_script_tag(url=f"{home}/{SCRIPTS}/{script}")
    return page


def _ask(engine: Page, *queries: str) -> list[dict[str, Any]]:
    answers: list[dict[str, Any]] = engine.evaluate(ASK, list(queries))
    return answers


def _first(answer: dict[str, Any], kind: str = "measure") -> str | None:
    return next((page["id"] for page in answer["pages"] if page["kind"] == kind), None)


def _names(measure: Measure, entry: Named) -> bool:
    """Whether a measure's title or text holds one of an entry's names."""
    texts = [fold(measure.title), *(fold(clause.text) for clause in measure.clauses)]
    return any(fold(name) in text for name in entry.names for text in texts)


# --- what is found --------------------------------------------------------------------------------


def test_titles_find_their_measure(engine: Page) -> None:
    """The title of each measure of a real text finds the measure before anything else."""
    titles = {measure.title: measure.id for measure in real().real.measures}
    answers = _ask(engine, *titles)
    assert [answer["pages"][0]["id"] for answer in answers] == list(titles.values())


def test_terms_find_themselves_and_a_measure_that_names_them(engine: Page) -> None:
    """Each term is the first or second result for its label; the first measure truly names it."""
    library = real()
    wrong = []
    for term, answer in zip(
        library.terms, _ask(engine, *(term.label for term in library.terms)), strict=True
    ):
        measure = library.measure(_first(answer) or "")
        above = [page["id"] for page in answer["pages"][:2]]
        if term.id not in above or measure is None or not _names(measure, term):
            wrong.append((term.label, above, measure and measure.id))
    assert wrong == []


def test_roles_and_mechanisms_find_themselves(engine: Page) -> None:
    """Each role and mechanism is the first or second result for its label."""
    entries = (*real().roles, *real().mechanisms)
    answers = _ask(engine, *(entry.label for entry in entries))
    wrong = [
        (entry.label, [page["id"] for page in answer["pages"][:2]])
        for entry, answer in zip(entries, answers, strict=True)
        if entry.id not in [page["id"] for page in answer["pages"][:2]]
    ]
    assert wrong == []


def test_everyday_questions_find_their_measure(engine: Page) -> None:
    """Each question of tests/cases/search/questions.yml finds its measure before any other."""
    asked = [ask for ask, _ in _questions()]
    assert len(asked) >= 50
    wrong = [
        (ask, find, _first(answer))
        for (ask, find), answer in zip(_questions(), _ask(engine, *asked), strict=True)
        if _first(answer) != find
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("第18条", "m18"),
        ("第十八条", "m18"),
        ("18条", "m18"),
        ("18", "m18"),
        ("m18", "m18"),
        ("Ｍ１８", "m18"),
        ("第１８条", "m18"),
        ("第18条第2句", "m18c2"),
        ("第十八条第二句", "m18c2"),
        ("18条2句", "m18c2"),
        ("m18c2", "m18c2"),
        ("m18d6", "m18d6"),
        ("第三部分", "p3"),
        ("party-secretary", "party-secretary"),
    ],
)
def test_references_lead_to_their_place(engine: Page, typed: str, place: str) -> None:
    """Numbers and ids, however written, lead to the measure, clause or entry they mean."""
    (answer,) = _ask(engine, typed)
    assert answer["pages"][0]["places"][0] == place


@pytest.mark.parametrize("typed", ["第99条", "第18条第9句", "asdf", "火箭发射", "？！"])
def test_what_is_not_there_is_not_found(engine: Page, typed: str) -> None:
    """A number beyond the last and words the library does not hold find nothing."""
    assert _ask(engine, typed)[0]["pages"] == []


def test_a_code_leads_to_its_page_and_is_in_nobody_s_way(engine: Page) -> None:
    """A finding's code, however typed, finds its page alone; no words find a page of that kind."""
    code, typed, words, number = _ask(engine, "D01", "ｎ11", "任务没有牵头者", "18")
    assert [page["kind"] for page in (*code["pages"], *typed["pages"])] == ["finding"] * 2
    assert [code["pages"][0]["id"], typed["pages"][0]["id"]] == ["d01", "n11"]
    assert _first(words, "finding") is _first(number, "finding") is None


def test_a_reference_narrows_words(engine: Page) -> None:
    """Words beside a reference are looked for on its page only."""
    (answer,) = _ask(engine, "第21条 理想信念教育")
    assert [page["id"] for page in answer["pages"]] == ["m21"]


def test_what_is_found_truly_matches(engine: Page) -> None:
    """Four characters of a clause find that clause, and no measure that does not hold them."""
    library = real()
    stretches = sorted(
        {fold(c.clause.text)[at : at + 4] for c in library.real.clauses for at in (0, 9)}
    )
    text = {
        measure.id: [
            fold(measure.title),
            *(fold(clause.text) for clause in measure.clauses),
            *(fold(duty.do) for duty in measure.duties),
        ]
        for measure in library.measures
    }
    for stretch, answer in zip(stretches, _ask(engine, *stretches), strict=True):
        found = [page["id"] for page in answer["pages"] if page["kind"] == "measure"]
        holding = [id_ for id_, texts in text.items() if any(stretch in one for one in texts)]
        assert sorted(found) == sorted(holding), stretch


def test_only_near_results_say_so(engine: Page) -> None:
    """Results that hold what was asked for are not called near; others are."""
    exact, near = _ask(engine, "师德师风", "请人来校做讲座要注意什么")
    assert (exact["near"], near["near"]) == (False, True)


def test_both_languages_fold_alike(engine: Page) -> None:
    """What is typed is folded by the browser as the index was by Python, sign by sign."""
    texts = [clause.clause.text for clause in real().clauses]
    texts += [chr(code) for code in (*range(0x250), *range(0x2000, 0x2200), *range(0x3000, 0x3200))]
    texts += [chr(code) for code in (*range(0x4E00, 0x5000), *range(0xF900, 0xFA00))]
    texts += [chr(code) for code in range(0xFF00, 0xFFF0)]
    folded = engine.evaluate("texts => texts.map(clausebookSearch.fold)", texts)
    assert folded == [fold(text) for text in texts]


def test_an_answer_takes_no_time(engine: Page) -> None:
    """Half of all everyday questions are answered, and their results made ready, within 20 ms."""
    asked = [ask for ask, _ in _questions()]
    took = sorted(answer["took"] for answer in _ask(engine, *asked))
    assert took[len(took) // 2] < 20


def test_data_is_never_code(engine: Page) -> None:
    """Text of the data is shown as text in results, never read as HTML."""
    shown = engine.evaluate(
        """text => {
          const catalogue = new clausebookSearch.Catalogue({
            pages: [{kind: "term", id: "t", at: "t.html", title: text, names: [text], text: text}],
            grams: {im: [0], mg: [0]}, codes: {}, ignored: [], synonyms: [],
            words: {kinds: {term: text}, measure: text, clause: text, evidence: text},
          });
          const answer = clausebookSearch.ask(catalogue, "img");
          const [[item]] = clausebookSearch.show(catalogue, answer).items;
          const holder = document.createElement("div");
          holder.innerHTML = item.title + item.text;
          return Array.from(holder.querySelectorAll("*"), element => element.localName);
        }""",
        "<img src=x onerror=alert(1)> & \"'",
    )
    assert set(shown) <= {"span", "mark", "p"}


# --- typing, as a person does ---------------------------------------------------------------------


def _type(page: Page, text: str) -> Locator:
    """Open the box, type, and wait for results."""
    page.keyboard.press("/")
    page.keyboard.type(text)
    hits = page.locator(HITS)
    expect(hits.first).to_be_visible()
    return hits


def _landed(page: Page, clause: str) -> None:
    """The page shows and marks the clause, and nothing was put into its text."""
    measure, _, _ = clause.partition("c")
    page.wait_for_url(f"**/cn24/{measure}.html#{clause}")
    target = page.locator(":target")
    expect(target).to_have_attribute("data-clause", clause)
    expect(target).to_be_in_viewport()
    found = real().clause(clause)
    assert found is not None
    assert target.text_content() == found.clause.text


@pytest.mark.parametrize(
    ("typed", "clause"),
    [
        ("食堂谁监督", "m12c2"),
        ("书记一学期上几次思政课", "m18c2"),
        ("骨干教师入党", "m14c1"),
        ("第18条第2句", "m18c2"),
        ("m07c2", "m07c2"),
    ],
)
def test_enter_lands_on_the_clause(page: Page, home: str, typed: str, clause: str) -> None:
    """Typed and at once confirmed with Enter, a question leads to the clause that answers it."""
    page.goto(f"{home}/index.html")
    page.keyboard.press("/")
    page.keyboard.type(typed)
    page.keyboard.press("Enter")
    _landed(page, clause)


@pytest.mark.parametrize(
    ("typed", "clause"),
    [("３２１１", "m15c3"), ("校长要不要上思政课", "m18c2"), ("8项规定", "m23c1")],
)
def test_a_click_lands_on_the_clause(page: Page, home: str, typed: str, clause: str) -> None:
    """A clause among the results leads to the clause on its page."""
    page.goto(f"{home}/index.html")
    _type(page, typed).locator(f"a[href$='#{clause}']").first.click()
    _landed(page, clause)


def test_arrows_choose_a_result(page: Page, home: str) -> None:
    """The arrows go through the results, and Enter follows the one in focus."""
    page.goto(f"{home}/cn24/m01.html")
    _type(page, "师德师风第一标准")
    expect(page.locator(".md-search-result__meta")).to_have_text("在 2 个页面找到")
    page.keyboard.press("ArrowDown")
    expect(page.locator(f"{HITS} a").first).to_be_focused()
    while "#m20c2" not in str(page.evaluate("document.activeElement.href")):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    _landed(page, "m20c2")


@pytest.mark.parametrize("key", ["/", "f", "s"])
def test_a_key_opens_and_escape_closes(page: Page, home: str, key: str) -> None:
    """A single key puts the cursor into the box; Escape closes the results."""
    page.goto(f"{home}/cn24/m01.html")
    page.keyboard.press(key)
    expect(page.locator(BOX)).to_be_focused()
    page.keyboard.type("食堂")
    expect(page.locator(HITS).first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(BOX)).not_to_be_focused()
    expect(page.locator(HITS).first).to_be_hidden()


def test_a_result_shows_what_and_where_it_is(page: Page, home: str) -> None:
    """A result names its kind and place, and what was typed is marked in it."""
    page.goto(f"{home}/index.html")
    hits = _type(page, "食堂")
    expect(hits.locator("h1").first).to_have_text("措施 第12条 加强干部监督管理")
    expect(hits.locator("h2").first).to_have_text("原文 第12条第2句")
    assert set(hits.locator("mark").all_text_contents()) == {"食堂"}
    found = f"在 {hits.count()} 个页面找到"
    expect(page.locator(".md-search-result__meta")).to_have_text(found)


def test_what_is_invented_or_retired_comes_after_the_real_ones(page: Page, home: str) -> None:
    """Hits in a sample come late and say what they are, so does what is retired, last of all."""
    page.goto(f"{home}/index.html")
    hits = _type(page, "食堂")
    kinds = hits.locator("h1 .cb-hit__kind").all_text_contents()
    assert kinds == sorted(kinds, key="示例".__eq__)
    assert kinds[0] != "示例" == kinds[-1]
    page.locator(BOX).fill("公开")
    expect(hits.locator("h1").last).to_have_text("已停用 公开承诺")
    page.locator(BOX).fill("公开承诺")
    expect(hits.locator("h1").first).to_have_text("已停用 公开承诺")
    page.locator(BOX).fill("示例制度第五条")
    expect(hits.locator("h1").first).to_contain_text("示例 示例制度第五条")


def test_near_results_are_announced(page: Page, home: str) -> None:
    """Where nothing holds all that was asked for, a line says that the results are only near."""
    page.goto(f"{home}/index.html")
    note = page.locator(".cb-search-note")
    _type(page, "食堂")
    expect(note).to_be_hidden()
    page.locator(BOX).fill("请人来校做讲座要注意什么")
    expect(note).to_be_visible()
    page.locator(BOX).fill("食堂")
    expect(note).to_be_hidden()


def test_words_that_come_without_keys_are_heard(page: Page, home: str) -> None:
    """A word picked from an input method, dictated or pasted is searched as well."""
    page.goto(f"{home}/index.html")
    page.keyboard.press("/")
    page.keyboard.insert_text("食堂")
    expect(page.locator(HITS).first).to_be_visible()


def test_examples_are_offered_and_work(page: Page, home: str) -> None:
    """An empty box proposes what to type, by mouse and by keyboard, and each example finds."""
    page.goto(f"{home}/index.html")
    examples = page.locator("[data-example]")
    page.keyboard.press("/")
    for number in range(len(real().search_words.examples)):
        expect(examples.nth(number)).to_be_visible()
        for _ in range(number + 1):
            page.keyboard.press("ArrowDown")
        expect(examples.nth(number)).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator(BOX)).to_be_focused()
        expect(page.locator(HITS).first).to_be_visible()
        expect(examples.nth(number)).to_be_hidden()
        page.keyboard.press("ControlOrMeta+a")
        page.keyboard.press("Backspace")
    examples.first.click()
    expect(page.locator(HITS).first).to_be_visible()


def test_nothing_is_loaded_before_something_is_asked(page: Page, served: str) -> None:
    """The index is fetched when the first word is typed, not with every page."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{served}/index.html")
    page.keyboard.press("/")
    expect(page.locator("[data-example]").first).to_be_visible()
    assert not [url for url in asked if url.endswith("search-index.js")]
    page.context.on("request", lambda request: asked.append(request.url))
    page.keyboard.type("食堂")
    expect(page.locator(HITS).first).to_be_visible()
    assert len([url for url in set(asked) if url.endswith("search-index.js")]) == 1


# --- on a phone, by everyone, without scripts -----------------------------------------------------


@pytest.fixture
def phone(chromium: Browser, home: str) -> Any:
    """A page on a phone's screen, with the address the site is opened from."""
    context = chromium.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    yield context.new_page(), home
    context.close()


def test_a_phone_lands_on_the_clause_of_the_page_it_is_on(phone: tuple[Page, str]) -> None:
    """Choosing a clause of the open page closes the box and shows the clause."""
    page, home = phone
    page.goto(f"{home}/cn24/m12.html")
    page.locator(".cb-search-opener").tap()
    expect(page.locator(BOX)).to_be_focused()
    # The theme holds the page still a moment after the box has opened.
    page.wait_for_selector("body[data-md-scrolllock]")
    page.keyboard.type("诫勉")
    page.locator(f"{HITS} a[href$='#m12c4']").tap()
    page.wait_for_selector("body:not([data-md-scrolllock])")
    expect(page.locator("[data-clause=m12c4]")).to_be_in_viewport()
    _landed(page, "m12c4")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_the_open_box_has_no_axe_finding(
    chromium: Browser, served: str, scheme: Any, width: int
) -> None:
    """Empty or full of results, light or dark, wide or narrow: axe finds nothing."""
    context = chromium.new_context(
        viewport={"width": width, "height": 844}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(f"{served}/cn24/m12.html")
    page.keyboard.press("/")
    expect(page.locator("[data-example]").first).to_be_visible()
    findings = Axe().run(page).response["violations"]
    page.keyboard.type("请人来校做讲座要注意什么")
    expect(page.locator(HITS).first).to_be_visible()
    findings += Axe().run(page).response["violations"]
    context.close()
    assert [
        (finding["id"], [node["html"] for node in finding["nodes"]]) for finding in findings
    ] == []


def test_without_scripts_the_lists_remain(chromium: Browser, home: str) -> None:
    """Without JavaScript there is no box that does nothing, but a way to terms and text."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{home}/index.html")
    expect(page.locator(BOX)).to_be_hidden()
    expect(page.locator(".cb-search-opener")).to_be_hidden()
    for name in ("terms.html", "cn24.html"):
        expect(page.locator(f".cb-search-off a[href='{name}']")).to_be_visible()
    context.close()
