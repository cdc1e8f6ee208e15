"""Matrix, ledger and calendar in a browser: filters, order, address, downloads, keyboard, paper."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Browser, Page

from macros.model import Basis, Degree
from macros.words import vocabulary
from tests.browser.paper import sheets, sizes
from tests.libraries import real

pytestmark = pytest.mark.browser

VISIBLE_ROWS = "[data-row]:not([hidden])"
VISIBLE_CELLS = "#matrix td[data-degree]:has(summary:visible)"


def _duties(page: Page) -> list[str]:
    return page.eval_on_selector_all(
        f"#ledger {VISIBLE_ROWS}", "rows => rows.map(row => row.dataset.duty)"
    )


def _measures(page: Page) -> list[str]:
    return page.eval_on_selector_all(
        f"#matrix {VISIBLE_ROWS} [data-title]", "all => all.map(e => e.dataset.title)"
    )


def _crossings(page: Page, cells: str) -> set[tuple[str, str]]:
    """Measure and role of each of the ``cells``."""
    shown: list[list[str]] = page.eval_on_selector_all(
        cells, "all => all.map(e => [e.dataset.measure, e.dataset.role])"
    )
    return {(measure, role) for measure, role in shown}


def _status(page: Page) -> list[int]:
    return [int(n) for n in re.findall(r"\d+", page.locator("[data-status]").inner_text())]


def _download(page: Page, kind: str) -> bytes:
    with page.expect_download() as caught:
        page.click(f"[data-download={kind}]")
    path = caught.value.path()
    assert caught.value.suggested_filename.endswith(f".{kind}")
    return Path(path).read_bytes()


# --- the matrix ---------------------------------------------------------------------------------


def test_the_matrix_shows_every_cell_without_javascript(chromium: Browser, home: str) -> None:
    """Without JavaScript all cells are there, a cell opens its words, no dead control is seen."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{home}/matrix.html")
    expected = {(found.measure.id, who.role) for found in real().duties for who in found.duty.who}
    assert page.locator("#matrix td[data-degree]").count() == len(expected)
    assert not page.locator("form[data-filters]").is_visible()
    cell = page.locator("td[data-measure=m18][data-role=party-secretary]")
    assert not cell.locator(".cb-quote").first.is_visible()
    cell.locator("summary").click()
    assert cell.locator(".cb-quote").first.is_visible()
    context.close()


def test_the_matrix_is_filtered_by_degree(page: Page, home: str) -> None:
    """A chosen degree leaves the cells of that degree, their rows and columns, and no others."""
    page.goto(f"{home}/matrix.html")
    for degree in Degree:
        expected = _crossings(page, f"#matrix td[data-degree={degree}]")
        page.select_option("[name=degree]", degree)
        assert _crossings(page, VISIBLE_CELLS) == expected
        assert sorted(_measures(page)) == sorted({measure for measure, _ in expected})
        columns = page.eval_on_selector_all(
            "#matrix th[data-column]:not([hidden])", "all => all.map(e => e.dataset.column)"
        )
        assert set(columns) == {role for _, role in expected}
        assert _status(page) == [len({measure for measure, _ in expected}), len(real().measures)]


def test_filters_must_all_hold_for_one_cell(page: Page, served: str) -> None:
    """Role, degree and basis together find the cells that answer to all three at once."""
    page.goto(f"{served}/matrix.html#role=party-secretary&degree=lead&basis=stated")
    expected = _crossings(
        page, "td[data-role=party-secretary][data-degree=lead][data-basis=stated]"
    )
    assert expected
    assert _crossings(page, VISIBLE_CELLS) == expected
    assert page.locator("#matrix th[data-column]:visible").count() == 1


def test_the_matrix_is_searched_in_its_words(page: Page, served: str) -> None:
    """A word leaves the cells whose duties or quoted words hold it."""
    page.goto(f"{served}/matrix.html")
    page.fill("[name=q]", "函询")
    assert _measures(page) == ["m12"]
    assert ("m12", "cadres") in _crossings(page, VISIBLE_CELLS)
    assert ("m12", "teachers") not in _crossings(page, VISIBLE_CELLS)
    page.fill("[name=q]", "没有这样的话")
    assert _measures(page) == []
    assert page.locator("[data-none]").is_visible()
    page.click(".cb-filter [type=reset]")
    assert len(_measures(page)) == len(real().measures)


def test_the_matrix_is_sorted(page: Page, served: str) -> None:
    """Measures go by number, by number of duties, or by the role in the lead."""
    page.goto(f"{served}/matrix.html")
    numbers = {measure.id: len(real().duties_of_measure(measure.id)) for measure in real().measures}
    page.select_option("[name=sort]", "duties")
    counts = [numbers[measure] for measure in _measures(page)]
    assert counts == sorted(numbers.values(), reverse=True)
    assert page.locator(".cb-matrix__part:visible").count() == 0
    page.select_option("[name=sort]", "lead")
    leads = page.eval_on_selector_all(
        "#matrix [data-row]", "rows => rows.map(row => Number(row.dataset.lead))"
    )
    assert leads == sorted(leads)
    page.select_option("[name=sort]", "")
    assert _measures(page) == [measure.id for measure in real().measures]
    parts = sum(len(document.parts) for document in real().documents)
    assert page.locator(".cb-matrix__part:visible").count() == parts


@pytest.mark.parametrize("name", ["matrix", "ledger", "calendar"])
def test_a_document_alone(page: Page, served: str, name: str) -> None:
    """Whoever chooses one document sees its rows and no others."""
    page.goto(f"{served}/{name}.html")
    for document in real().documents:
        page.select_option("[name=document]", document.id)
        homes = page.eval_on_selector_all(
            f"#{name} [data-row]:visible", "rows => rows.map(row => row.dataset.document)"
        )
        assert set(homes) == {document.id}
        if name != "matrix":
            continue
        assert _measures(page) == [measure.id for measure in document.measures]


def test_the_choice_lives_in_the_address(page: Page, home: str) -> None:
    """An address copied after filtering shows the same rows and the same choices elsewhere."""
    page.goto(f"{home}/matrix.html")
    page.select_option("[name=part]", "p4")
    page.select_option("[name=basis]", Basis.STATED)
    page.fill("[name=q]", "党员")
    page.select_option("[name=sort]", "duties")
    address, cells, rows = page.url, _crossings(page, VISIBLE_CELLS), _measures(page)
    assert "#" in address
    other = page.context.new_page()
    other.goto(address)
    assert (_crossings(other, VISIBLE_CELLS), _measures(other)) == (cells, rows)
    assert other.input_value("[name=part]") == "p4"
    assert other.input_value("[name=q]") == "党员"
    other.click(".cb-filter [type=reset]")
    assert other.url == f"{home}/matrix.html"


def test_a_cell_opens_its_words_by_keyboard(page: Page, served: str) -> None:
    """Enter opens a cell's words, Escape closes them, and the focus is back on the cell."""
    page.goto(f"{served}/matrix.html")
    summary = page.locator("td[data-measure=m18][data-role=party-secretary] summary")
    summary.focus()
    page.keyboard.press("Enter")
    card = page.locator("td[data-measure=m18][data-role=party-secretary] .cb-cellcard")
    assert card.is_visible()
    assert "每学期" in card.inner_text()
    box = card.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 1280
    assert box["y"] + box["height"] <= 900
    page.keyboard.press("Escape")
    assert not card.is_visible()
    assert summary.evaluate("element => element === document.activeElement")


def test_one_cell_is_open_at_a_time(page: Page, served: str) -> None:
    """Opening a second cell closes the first, and so does a click beside them."""
    page.goto(f"{served}/matrix.html")
    for role in ("school-party-org", "principal"):
        page.click(f"td[data-measure=m03][data-role={role}] summary")
        page.wait_for_function("document.querySelectorAll('#matrix details[open]').length === 1")
    page.click("h1")
    page.wait_for_function("document.querySelectorAll('#matrix details[open]').length === 0")


def test_a_listener_hears_degree_role_and_basis(page: Page, served: str) -> None:
    """The name of a cell's control says degree, role and basis; empty cells say nothing."""
    page.goto(f"{served}/matrix.html")
    cell = page.locator("td[data-measure=m18][data-role=party-secretary]")
    spoken = cell.locator("summary").aria_snapshot()
    for word in ("牵头", "党组织书记", "原文明示"):
        assert word in spoken
    empty = page.eval_on_selector_all(
        "#matrix td:not([data-degree]):not(.cb-matrix__count)",
        "all => all.filter(e => !e.closest('thead') && e.childNodes.length).length",
    )
    assert empty == 0


@pytest.mark.parametrize("name", ["matrix", "ledger", "calendar"])
def test_no_page_scrolls_sideways(page: Page, served: str, name: str) -> None:
    """On a phone, a tablet and a desktop everything fits the width of the screen."""
    page.goto(f"{served}/{name}.html")
    for width in (1280, 800, 390, 360):
        page.set_viewport_size({"width": width, "height": 844})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        cut = page.eval_on_selector_all(
            ".cb-tables *",
            "(all, width) => all.filter(e => e.getBoundingClientRect().right > width + 1"
            " && e.offsetParent && getComputedStyle(e).clipPath === 'none').length",
            width,
        )
        assert cut == 0


def test_a_phone_shows_the_same_cells_as_chips(chromium: Browser, home: str) -> None:
    """On a phone each filled cell says degree, role and basis in words; empty ones take no room."""
    context = chromium.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{home}/matrix.html")
    cell = page.locator("td[data-measure=m18][data-role=party-secretary]")
    assert re.sub(r"\s", "", cell.locator("summary").inner_text()).startswith("牵头党组织书记明")
    assert page.locator("#matrix td:not([data-degree]):empty:visible").count() == 0
    cell.locator("summary").click()
    assert cell.locator(".cb-quote").first.is_visible()
    context.close()


# --- the ledger ---------------------------------------------------------------------------------


def test_the_ledger_shows_every_duty_without_javascript(chromium: Browser, home: str) -> None:
    """Without JavaScript every duty has its visible row."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{home}/ledger.html")
    assert _duties(page) == [found.duty.id for found in real().duties]
    assert page.locator("#ledger [data-row]").last.is_visible()
    context.close()


def test_the_ledger_is_filtered(page: Page, home: str) -> None:
    """Each filter of the ledger leaves exactly the duties that the data gives for it."""
    page.goto(f"{home}/ledger.html")
    duties = real().duties
    cases = {
        "part=p5": [d for d in duties if d.measure.part == "p5"],
        "role=principal": [d for d in duties if "principal" in {w.role for w in d.duty.who}],
        "role=principal&degree=lead": [
            d for d in duties for w in d.duty.who if (w.role, w.degree) == ("principal", "lead")
        ],
        "basis=stated": [d for d in duties if any(w.basis is Basis.STATED for w in d.duty.who)],
        "rhythm=event": [d for d in duties if d.duty.when.kind == "event"],
        "rhythm=year&timing=stated": [
            d for d in duties if d.duty.when.every == "year" and d.duty.when.basis is Basis.STATED
        ],
    }
    for state, expected in cases.items():
        page.goto(f"{home}/ledger.html#{state}")
        assert _duties(page) == [found.duty.id for found in expected], state
        assert _status(page) == [len(expected), len(duties)]


def test_a_broad_theme_finds_what_lies_below(page: Page, served: str) -> None:
    """Choosing a broad theme in the ledger finds the duties of its narrower themes."""
    page.goto(f"{served}/ledger.html")
    page.select_option("[name=theme]", "accountability")
    shown = set(_duties(page))
    page.select_option("[name=theme]", "integrity")
    narrower = set(_duties(page))
    assert narrower
    assert narrower < shown


def test_full_width_digits_and_letters_are_found(page: Page, served: str) -> None:
    """A text typed in full-width characters finds the same duties."""
    page.goto(f"{served}/ledger.html")
    page.fill("[name=q]", "3211")
    expected = _duties(page)
    assert expected
    page.fill("[name=q]", "３２１１")
    assert _duties(page) == expected


@pytest.mark.parametrize("state", ["", "#part=p5&basis=stated&sort=lead", "#q=审计"])
def test_ledger_downloads_equal_what_is_shown(page: Page, home: str, state: str) -> None:
    """CSV and workbook hold the visible duties, in the visible order, in the same words."""
    page.goto(f"{home}/ledger.html{state}")
    shown = _duties(page)
    raw = _download(page, "csv")
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    sheet = openpyxl.load_workbook(io.BytesIO(_download(page, "xlsx"))).worksheets[0]
    cells = [[str(cell.value or "") for cell in row] for row in sheet.iter_rows()]
    assert cells == rows
    head, body = rows[0], rows[1:]
    assert [row[head.index("编号")] for row in body] == shown
    for row in body:
        found = real().duty(row[head.index("编号")])
        assert found is not None
        assert row[head.index("任务")] == found.duty.do
        assert row[head.index("原文")] == found.duty.quote
        assert row[head.index("措施")] == found.measure.title
        lead = found.lead
        role = real().role(lead.role) if lead else None
        assert lead is not None
        assert role is not None
        mark = "明" if lead.basis is Basis.STATED else "推"
        assert row[head.index("牵头")] == f"{role.label}（{mark}）"
        named = sum(
            len(row[head.index(name)].split("；"))
            for name in map(vocabulary.word, Degree)
            if row[head.index(name)]
        )
        assert named == len(found.duty.who)


def test_the_workbook_is_fit_for_an_office(page: Page, home: str) -> None:
    """The workbook has a frozen head, wide columns, a filter, a note sheet, and no formula."""
    page.goto(f"{home}/ledger.html#part=p2")
    content = _download(page, "xlsx")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet, notes = book.worksheets
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == sheet.dimensions
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.column_dimensions["E"].width > 20
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    said = "\n".join(str(row[0].value) for row in notes.iter_rows())
    for word in ("任务台账", "部分：二、理论武装", "原文明示", "编者推断", "非官方"):
        assert word in said


def test_downloads_are_the_same_bytes_each_time(page: Page, home: str) -> None:
    """Two downloads of the same rows are equal byte for byte."""
    page.goto(f"{home}/ledger.html#part=p1")
    assert _download(page, "xlsx") == _download(page, "xlsx")


def test_no_download_holds_a_live_formula(page: Page, home: str) -> None:
    """Texts that a spreadsheet would take for formulas arrive as texts."""
    page.goto(f"{home}/ledger.html#part=p1")
    hostile = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '"quoted", with comma', "<b>&amp;\u0007"]
    page.eval_on_selector_all(
        "#ledger [data-row]:not([hidden]) [data-column=任务]",
        "(all, texts) => texts.forEach((text, n) => { all[n].dataset.text = text; })",
        hostile,
    )
    rows = list(csv.reader(io.StringIO(_download(page, "csv").decode("utf-8-sig"), newline="")))
    column = rows[0].index("任务")
    assert [row[column] for row in rows[1:6]] == ["'" + text for text in hostile[:5]]
    assert rows[6][column] == hostile[5]
    sheet = openpyxl.load_workbook(io.BytesIO(_download(page, "xlsx"))).worksheets[0]
    cells = [row[column] for row in sheet.iter_rows(min_row=2, max_row=8)]
    assert all(cell.data_type in {"inlineStr", "s"} for cell in cells)
    assert [cell.value for cell in cells] == [*hostile[:6], "<b>&amp;\ufffd"]


def test_the_matrix_download_has_the_visible_columns(page: Page, home: str) -> None:
    """The matrix goes to a workbook as it is shown: rows, columns, degrees with their basis."""
    page.goto(f"{home}/matrix.html#kind=person&sort=duties")
    columns = page.eval_on_selector_all(
        "#matrix th[data-column]:not([hidden])", "all => all.map(e => e.dataset.export)"
    )
    sheet = openpyxl.load_workbook(io.BytesIO(_download(page, "xlsx"))).worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    assert list(rows[0]) == ["措施", "任务数", *columns]
    assert len(rows) - 1 == len(_measures(page))
    filled = sum(value is not None for row in rows[1:] for value in row[2:])
    assert filled == len(_crossings(page, VISIBLE_CELLS))
    counts = [row[1] for row in rows[1:]]
    assert all(isinstance(count, int) for count in counts)
    assert counts == sorted(counts, reverse=True)


# --- the calendar -------------------------------------------------------------------------------


def test_the_calendar_is_filtered_by_role(page: Page, home: str) -> None:
    """A role's calendar lists its duties, each counted once; a term's stand in both terms."""
    page.goto(f"{home}/calendar.html#role=party-secretary")
    expected = {found.duty.id for found, _ in real().duties_of_role("party-secretary")}
    shown = page.eval_on_selector_all(
        f"#calendar {VISIBLE_ROWS}", "rows => rows.map(row => row.dataset.duty)"
    )
    assert set(shown) == expected
    assert _status(page) == [len(expected), len(real().duties)]
    assert {duty for duty in expected if shown.count(duty) == 2} == {
        found.duty.id
        for found, _ in real().duties_of_role("party-secretary")
        if found.duty.when.every in ("term", "month", "week")
    }


# --- pictures -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["matrix", "calendar"])
def test_every_picture_has_its_words(page: Page, home: str, name: str) -> None:
    """Each picture has a title, a description, and all its numbers in words or in a table."""
    page.goto(f"{home}/{name}.html")
    pictures = page.locator(".cb-picture > svg")
    assert pictures.count() == 2
    for n in range(pictures.count()):
        picture = pictures.nth(n)
        ids = (picture.get_attribute("aria-labelledby") or "").split()
        assert len(ids) == 2
        for id_ in ids:
            assert (page.locator(f"#{id_}").text_content() or "").strip()
        words = picture.locator("xpath=..").locator("details.cb-picture__words")
        assert words.count() or len(page.locator(f"#{ids[1]}").text_content() or "") > 40


def test_a_line_of_the_kinship_picture_leads_to_its_measure(page: Page, home: str) -> None:
    """Lines are links; the arcs of the line in focus stand out."""
    page.goto(f"{home}/matrix.html")
    line = page.locator("[data-node=m18]")
    line.focus()
    ends = page.eval_on_selector_all(".cb-arc.is-on", "all => all.map(e => e.dataset.ends)")
    assert ends
    assert all("m18" in end.split() for end in ends)
    page.keyboard.press("Enter")
    page.wait_for_url("**/cn24/m18.html")


# --- paper --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "sheet"), [("matrix", "A4"), ("matrix", "A3"), ("ledger", "A4")])
def test_each_sheet_is_landscape_with_legend_and_head(
    page: Page, served: str, tmp_path: Path, name: str, sheet: str
) -> None:
    """On paper every sheet is landscape, and each with rows of the table has legend and head."""
    page.goto(f"{served}/{name}.html")
    file = tmp_path / "printed.pdf"
    page.pdf(path=file, format=sheet, prefer_css_page_size=True)
    assert all(width > height for width, height in sizes(file))
    printed = sheets(file)
    titles = [measure.title for measure in real().measures]
    pictures = next((n for n, text in enumerate(printed) if "任务怎样分到" in text), len(printed))
    tables = [text for text in printed[:pictures] if any(title in text for title in titles)]
    assert "".join(tables).count("加强党风廉政建设")
    for text in tables:
        for word in ("图例", "原文明示", "编者推断", "措施" if name == "matrix" else "任务与原文"):
            assert word in text


def test_the_matrix_fits_one_sheet_of_a3_and_two_of_a4(
    page: Page, served: str, tmp_path: Path
) -> None:
    """A document's matrix stands on one A3 sheet, or on two of A4, with no column cut off."""
    page.goto(f"{served}/matrix.html#document={real().documents[0].id}")
    for sheet, most in (("A3", 1), ("A4", 2)):
        file = tmp_path / f"{sheet}.pdf"
        page.pdf(path=file, format=sheet, prefer_css_page_size=True)
        printed = sheets(file)
        assert sum("图例" in text for text in printed) <= most
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 1054, "height": 720})  # A4 landscape inside its margins
    assert page.locator("#matrix").evaluate("table => table.scrollWidth") <= 1054
