"""Whatever stands in a text field is shown as the text it is, or refused; it never runs."""

from __future__ import annotations

import csv
import dataclasses
import hashlib
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Browser, Dialog, Page, expect
from pydantic import BaseModel

from macros.check.project import check_project
from macros.check.report.wording import manual
from macros.data.project import Project
from macros.knowledge import Library
from macros.system.version import data_version
from macros.verify import verify
from macros.website import build_tree
from macros.words.messages import all_codes
from tests.browser.watch import Watch
from tests.projects import CASES, project, small

pytestmark = pytest.mark.browser

SHOWN = {
    "script": "<script>alert(1)</script>",
    "attribute": '"><img src=x onerror=alert(1)>',
    "single-quote": "'><svg onload=alert(1)>",
    "expression": "{{ 7*7 }}",
    "statement": "{% raw %}{% include 'x' %}",
    "template-comment": "{# c #}",
    "link": "[a](javascript:alert(1))",
    "markdown": "**b** `c` ~~d~~ | e | *f* _g_ # h",
    "title": "</title></head>",
    "raw-text": "</textarea></style></noscript></template>",
    "comment": "<!-- x --> ]]> --!>",
    "entity": "&amp;&lt;&#x41;&nbsp;&notit;",
    "placeholder": "${alert(1)}",
    "pattern": "$& $1 $` \\1 \\g<0>",
    "escape": "\\n\\u003c\\\\",
    "format": "{0} {title} {shown} %s %(a)s",
    "insert": "<!-- insert: page -->",
    "blanks": "a  b\u3000c",
    "emoji": "😀",
}
REFUSED = {
    "joined-emoji": "👩\u200d🏫",
    "direction": "\u202e文字",
    "zero-width": "条\u200b款",
    "control": "条\u0007款",
    "tab": "条\t款",
    "no-break-space": "条\u00a0款",
}
# What the pages have no place for: words inside which a name does not count, words people type.
UNSEEN = {"not_in", "typed", "ignored"}
# These show our own words about a code; the data stands in what is around them, alike in all.
CODES = [manual(code) for code in all_codes()]


@dataclass(frozen=True)
class Built:
    """A site whose data is naughty in every text field."""

    site: Path
    library: Library
    version: str

    @property
    def home(self) -> str:
        """Where the site opens from, without a slash at the end."""
        return self.site.as_uri()

    def texts(self, *but: str) -> set[str]:
        """Every text of the data that is naughty and has a place on a page, ``but`` for fields."""
        fields = {field.name for field in dataclasses.fields(self.library)} - {*but}
        found = {text for name in fields for text in _texts(getattr(self.library, name))}
        assert len(found) > 90
        return found


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str) and SHOWN["script"] in value:
        # A quotation inside an answer is drawn with its marks, not typed with them.
        yield from (piece for piece in re.split("[「」]", value) if SHOWN["script"] in piece)
    elif isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            if name not in UNSEEN and not field.exclude:
                yield from _texts(getattr(value, name))
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)


def _fill(root: Path, pieces: list[str]) -> Path:
    """``root`` with ``pieces`` in every text of its data, the text of record included."""
    # Joined in two ways, so that no question of an editor is a copy of the text.
    places = {"@A@": "｜".join(pieces), "@B@": "／".join(pieces)}
    for file in sorted(path for path in (root / "data").rglob("*") if path.is_file()):
        content = file.read_text(encoding="utf-8")
        for place, text in places.items():
            quoted = text.replace("'", "''") if file.suffix == ".yml" else text
            content = content.replace(place, quoted)
        file.write_text(content, encoding="utf-8", newline="\n")
    folder = root / "data" / "documents" / "corner"
    digest = hashlib.sha256((folder / "source.txt").read_bytes()).hexdigest()
    facts = (folder / "document.yml").read_text(encoding="utf-8")
    (folder / "document.yml").write_text(facts.replace("SHA256", digest), encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site with all the pieces that are shown, in all text fields at once."""
    root = small(tmp_path_factory.mktemp("naughty"))
    _fill(project(root, CASES / "naughty"), list(SHOWN.values()))
    checked = check_project(Project(root))
    assert not checked.has_errors
    site = tmp_path_factory.mktemp("site")
    build_tree(Project(root), site, None, checked.library)
    return Built(site, checked.library, data_version(root / "data"))


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A page on which nothing runs, fails or complains."""
    context = chromium.new_context()
    watch = Watch(context)
    ran: list[str] = []

    def dismiss(dialog: Dialog) -> None:
        ran.append(dialog.message)
        dialog.dismiss()

    context.on("dialog", dismiss)
    yield context.new_page()
    context.close()
    assert ran == []
    assert watch.faults == []


# --- refused ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", REFUSED)
def test_what_no_reader_sees_is_refused(tmp_path: Path, name: str) -> None:
    """A character that cannot be seen is refused in every file it stands in, at its place."""
    root = _fill(project(tmp_path, CASES / "naughty"), [REFUSED[name]])
    checked = check_project(Project(root))
    assert checked.has_errors
    files = {path for path, text in checked.sources.items() if REFUSED[name][-1] in text}
    assert {found.location.file for found in checked.findings if found.location.line} >= files


# --- shown ---------------------------------------------------------------------------------------


def test_the_verifier_agrees(built: Built) -> None:
    """The independent reader of the built pages finds no difference and nothing left over."""
    assert verify(built.site, built.library, built.version).findings == ()


def test_every_text_is_shown_exactly(page: Page, built: Built) -> None:
    """On all pages together, every text of the data stands code point by code point."""
    seen = ""
    for file in sorted(built.site.rglob("*.html")):
        path = file.relative_to(built.site).as_posix()
        if path != "404.html" and path not in CODES[1:]:
            page.goto(file.as_uri())
            seen += "\n" + page.evaluate("document.title + '\\n' + document.body.textContent")
    assert sorted(text for text in built.texts() if text not in seen) == []


def test_the_text_of_record_is_shown_exactly(page: Page, built: Built) -> None:
    """Titles, clauses and quotes on a measure's page, and its title in the tab, equal the data."""
    for measure in built.library.measures:
        page.goto(f"{built.home}/corner/{measure.id}.html")
        assert measure.title.replace("  ", " ") in page.title()  # a tab draws one blank
        for clause in measure.clauses:
            shown = page.locator(f"[data-clause={clause.id}]").text_content()
            assert shown == clause.text
        quotes = [duty.quote for duty in measure.duties]
        assert page.locator(".cb-demand q").all_text_contents() == quotes


def test_a_meaning_is_shown_exactly(page: Page, built: Built) -> None:
    """The box beside a term holds the definition and its source."""
    page.goto(f"{built.home}/corner/a03.html")
    page.locator("[data-gloss=horizon]").first.focus()
    definition = built.library.term("horizon").definition  # type: ignore[union-attr]
    assert definition is not None
    box = page.locator(".cb-popover").text_content() or ""
    assert definition.text in box
    assert definition.source in box


def test_cells_of_the_matrix_are_shown_exactly(page: Page, built: Built) -> None:
    """Heads, titles and the opened card of a cell hold labels, duties and quotes."""
    page.goto(f"{built.home}/matrix.html")
    labels = {role.id: role.label for role in built.library.roles}
    for head in page.locator("#matrix th[data-column]").all():
        assert (head.text_content() or "").strip() == labels[
            head.get_attribute("data-column") or ""
        ]
    cell = page.locator("td[data-measure=a01][data-role=class-teachers]")
    cell.locator("summary").press("Enter")
    expect(cell.locator(".cb-cellcard")).to_be_visible()
    stakes = [found.duty for found, _ in built.library.duties_of_role("class-teachers")]
    mine = [duty for duty in stakes if duty.id.startswith("a01")]
    assert cell.locator("q").all_text_contents() == [duty.quote for duty in mine]
    assert cell.locator("[data-duty] > p:first-child a").all_text_contents() == [
        duty.do for duty in mine
    ]


def _download(page: Page, kind: str) -> bytes:
    with page.expect_download() as caught:
        page.click(f"[data-download={kind}]")
    return Path(caught.value.path()).read_bytes()


def test_downloads_hold_the_texts_exactly(page: Page, built: Built) -> None:
    """The ledger as CSV and as a workbook: each duty in the words of the data."""
    page.goto(f"{built.home}/ledger.html")
    raw = _download(page, "csv").decode("utf-8-sig")
    head, *rows = csv.reader(io.StringIO(raw, newline=""))
    sheet = openpyxl.load_workbook(io.BytesIO(_download(page, "xlsx"))).worksheets[0]
    assert [[str(cell.value or "") for cell in row] for row in sheet.iter_rows()] == [head, *rows]
    assert len(rows) == len(built.library.duties)
    for found, row in zip(built.library.duties, rows, strict=True):
        of = dict(zip(head, row, strict=True))
        assert (of["任务"], of["原文"]) == (found.duty.do, found.duty.quote)
        assert of["措施"] == found.measure.title
        labels = (built.library.role(who.role).label for who in found.duty.who)  # type: ignore[union-attr]
        written = "；".join(row)
        assert all(label in written for label in labels)


def test_the_matrix_download_has_one_column_a_role(page: Page, built: Built) -> None:
    """Signs in a role's name neither split its column nor change its head."""
    page.goto(f"{built.home}/matrix.html")
    rows = list(csv.reader(io.StringIO(_download(page, "csv").decode("utf-8-sig"), newline="")))
    used = {who.role for found in built.library.duties for who in found.duty.who}
    labels = {role.label for role in built.library.roles if role.id in used}
    assert labels <= set(rows[0])
    assert len({len(row) for row in rows}) == 1
    assert [row[0] for row in rows[1:]] == [
        f"第{measure.number}条 {measure.title}" for measure in built.library.measures
    ]


@pytest.mark.parametrize("typed", ["onerror", "<script>alert(1)</script>", "定期添书"])
def test_a_result_of_the_search_is_shown_exactly(page: Page, built: Built, typed: str) -> None:
    """What is found is listed by its whole title, as text."""
    page.goto(f"{built.home}/about.html")
    page.keyboard.press("/")
    page.keyboard.type(typed)
    names = page.locator(".md-search-result__item .cb-hit__name")
    title = built.library.measures[0].title
    expect(names.get_by_text("定期添书").first).to_be_attached()
    assert title in names.all_text_contents()


def test_filters_take_the_signs_as_typed(page: Page, built: Built) -> None:
    """A filter by a piece that stands in every duty leaves them all, in the address, too."""
    page.goto(f"{built.home}/ledger.html")
    page.fill("[name=q]", SHOWN["attribute"])
    address = page.evaluate("location.href")
    page.goto("about:blank")
    page.goto(address)
    expect(page.locator("[name=q]")).to_have_value(SHOWN["attribute"])
    expect(page.locator("#ledger [data-row]:not([hidden])")).to_have_count(
        len(built.library.duties)
    )


def test_the_data_for_programs_is_exact(built: Built) -> None:
    """The JSON of the library holds every text of documents and registries as it is."""
    text = (built.site / "data" / "library.json").read_text(encoding="utf-8")
    held = json.dumps(json.loads(text), ensure_ascii=False)
    texts = built.texts("guides", "search_words")
    assert [one for one in texts if json.dumps(one, ensure_ascii=False)[1:-1] not in held] == []
