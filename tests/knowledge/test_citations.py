"""Entries are cited as lawyers and as readers of measures cite them."""

from __future__ import annotations

from macros.importing import read_text
from macros.knowledge import Library
from macros.knowledge.citations import Citations
from macros.model import Unit
from tests.libraries import real

ARTICLES = """办法

第一条　学校应当备课。

第二条　学校应当：
（一）听课；
（二）评课。
评课应当记录。

第二条之一　学校应当总结。
"""


def _cited(library: Library) -> list[str]:
    citations = Citations(library)
    return [citations.of(context) for context in library.clauses]


def test_articles_by_paragraph_and_item() -> None:
    """Paragraph and item are named where there are several; an article put in later reads right."""
    document = read_text(ARTICLES, "rules")
    assert document.unit is Unit.ARTICLE
    assert _cited(Library(documents=(document,))) == [
        "第一条",
        "第二条第一款",
        "第二条第一款第（一）项",
        "第二条第一款第（二）项",
        "第二条第二款",
        "第二条之一",
    ]


def test_measures_by_sentence() -> None:
    """A text of measures is cited by number and sentence, on its own pages and elsewhere."""
    library = real()
    (context,) = (c for c in library.clauses if c.clause.id == "m18c2")
    citations = Citations(library)
    assert citations.of(context) == "第18条第2句"
    assert citations.of(context, "cn24/m18.html") == "第18条第2句"


def test_another_document_is_named_where_several_meet() -> None:
    """Away from its own pages a further document is named with its numbers."""
    library = real()
    further = library.documents[1]
    measure, citations = further.measures[0], Citations(library)
    assert citations.of(measure) == f"{further.short_title}第{measure.printed}条"
    assert citations.of(measure, f"{further.id}/{measure.id}.html") == f"第{measure.printed}条"
