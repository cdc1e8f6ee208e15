"""What is retired: its address answers with what took its place, and nothing counts it."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from macros.data import load
from macros.knowledge import Library
from macros.knowledge.matrix import matrix
from macros.knowledge.reviews.standing import standings
from macros.pages.search import FORMER, build
from macros.views import pages
from macros.views.render import Renderer
from tests.projects import CASES, REPOSITORY, edited, project

FRAGMENTS = REPOSITORY / "overrides" / "fragments"
CLAUSE = CASES / "rules" / "N18-retired-clause" / "good"
MEASURE = CASES / "rules" / "N18-retired-measure" / "good"
GUIDE = """\
id: {id}
label: 一起爱护图书
aim: 知道怎样爱护。
words: 先读再谈。
select: {{measures: [a02]}}
questions:
  - id: {id}-q1
    kind: discuss
    text: 谁来修？
    answer: 「看完放回原处」的人。
    quotes: [a02c1]
{retired}"""
GONE = ("a02c2", "a02d3", "a02q4", "a09", "a09c1", "old-guide", "old-guide-q1", "p9")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project with a retired clause, question, measure, part and guide."""
    root = project(tmp_path_factory.mktemp("former"), CLAUSE, MEASURE)
    # Both cases change a02: the clause's stands for both.
    project(root, CLAUSE)
    guides = root / "data/guides"
    guides.mkdir()
    text = "retired: 另写了一份。\nreplaced_by: [new-guide]\n"
    (guides / "old-guide.yml").write_text(GUIDE.format(id="old-guide", retired=text), "utf-8")
    (guides / "new-guide.yml").write_text(GUIDE.format(id="new-guide", retired=""), "utf-8")
    gone = "label: {}, retired: 并, replaced_by: [{}]"
    theme = gone.format("修补", "care") + ", note: 修书。"
    edited(
        root, "data/registry/themes.yml", "themes:\n", f"themes:\n  - {{id: mending, {theme}}}\n"
    )
    role = gone.format("修书人", "class-teachers") + ", kind: group, identify: 您修书。"
    edited(root, "data/registry/roles.yml", "roles:\n", f"roles:\n  - {{id: mender, {role}}}\n")
    file = "data/documents/corner/document.yml"
    part = "id: p9, number: 9, numeral: 九, title: 修补, short: 修, retired: 并, replaced_by: [p1]"
    return edited(root, file, "parts:\n", f"parts:\n  - {{{part}}}\n")


@pytest.fixture(scope="module")
def library(root: Path) -> Library:
    """Its library."""
    loaded = load(root)
    assert loaded.findings == ()
    return loaded.library


@pytest.fixture(scope="module")
def shown(library: Library) -> dict[str, html.HtmlElement]:
    """Every page by its address."""
    renderer = Renderer(FRAGMENTS, library, file_made=lambda _: None)
    return {
        page.address.page: html.fromstring(
            renderer.render(page.template, page.view(), page.address.page)
        )
        for page in pages(library)
    }


@pytest.mark.parametrize(
    ("page", "anchor", "to"),
    [
        ("corner/a02.html", "a02c2", "#a02c1"),
        ("corner/a02.html", "a02d3", "#a02c1"),
        ("corner/a02.html", "a02q4", ""),
        ("corner/a09.html", "a09c1", "a02.html"),
        ("corner/a09.html", "", "a02.html"),
        ("corner/p9.html", "", "p1.html"),
        ("study/old-guide.html", "old-guide-q1", "new-guide.html"),
        ("study/old-guide.html", "", "new-guide.html"),
    ],
)
def test_an_old_address_answers(
    shown: dict[str, html.HtmlElement], page: str, anchor: str, to: str
) -> None:
    """The page is there, the anchor is on it once, it says why and leads to what took the place."""
    found = shown[page].xpath(f"//*[@id='{anchor}']") if anchor else [shown[page]]
    assert len(found) == 1
    assert "已停用" in found[0].text_content()
    assert ([to] if to else []) == found[0].xpath(".//a/@href")[:1]


@pytest.mark.parametrize(
    ("guide", "source", "successor"),
    [
        ("part-p9", "../corner/p9.html", "part-p1.html"),
        ("role-mender", "../roles/mender.html", "group-person.html"),
        ("theme-mending", "../themes/mending.html", "theme-care.html"),
    ],
)
def test_a_generated_guide_goes_with_what_it_was_for(
    shown: dict[str, html.HtmlElement], guide: str, source: str, successor: str
) -> None:
    """Its address leads to what was retired, and on to the guide for what took the place."""
    assert shown[f"study/{guide}.html"].xpath(".//a/@href")[:2] == [source, successor]


def test_nothing_counts_it(library: Library) -> None:
    """It is in no walk of the library, neither in matrix nor reviews; a search says what it is."""
    walked = {
        *(measure.id for measure in library.measures),
        *(found.clause.id for found in library.clauses),
        *(found.duty.id for found in library.duties),
        *(question.id for _, question in library.questions),
        *(part.id for document in library.documents for part in document.parts),
        *standings(library).dependants.entries,
        *(id_ for cell in matrix(library).cells.values() for id_ in (cell.measure.id,)),
    }
    assert not walked & set(GONE)
    found = {place.id: place.kind for place in build(library).places if place.id in GONE}
    assert found == dict.fromkeys(("a09", "old-guide", "p9"), FORMER)


def test_look_ups_find_it(library: Library) -> None:
    """By its id it is still found, in its context, and its id is known as given."""
    assert set(GONE) <= {id_ for id_, _ in library.identified()}
    clause = library.clause("a02c2")
    assert clause is not None
    assert (clause.measure.id, clause.ordinal) == ("a02", 0)
    assert library.duty("a02d3") is not None
    assert library.measure("a09") is not None
    assert library.part("p9") is not None
