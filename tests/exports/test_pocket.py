"""The page for a phone without a network stands alone, and holds everything."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from macros.exports.pocket import pocket_html
from macros.knowledge import Library
from tests.exports import hostile
from tests.libraries import real

TEXTS = ("<script>alert(1)</script>", "{{ 7*7 }} {% raw %}", "&amp; </title> --> ]]>", "\"'><i>")


@pytest.fixture(scope="module")
def page() -> str:
    """The page of this repository's library."""
    return pocket_html(real()).decode()


def test_it_stands_alone(page: str) -> None:
    """It runs nothing, fetches nothing, and each of its links leads to a place within it."""
    _stands_alone(page)
    assert page.count(' href="#') > 1000


def test_what_is_retired_keeps_its_place() -> None:
    """A role, a mechanism and a term out of use say why, and links to them lead there."""
    library = real()
    out = {"retired": "改由别处说明。"}
    shown = replace(
        library,
        **{
            name: tuple(one.model_copy(update=out) for one in getattr(library, name))
            for name in ("roles", "mechanisms", "terms")
        },
    )
    page = pocket_html(shown).decode()
    _stands_alone(page)
    entries = len(library.roles) + len(library.mechanisms) + len(library.terms)
    assert page.count("</strong>改由别处说明。") == entries


def _stands_alone(page: str) -> None:
    assert not re.findall(
        r"<(?:script|link|img|iframe|object|base)[\s>]|\bsrc=|url\(|@import", page
    )
    assert not re.findall(r"\son[a-z]+=|\sstyle=", page)
    ids = re.findall(r'\sid="([^"]*)"', page)
    assert len(ids) == len(set(ids))
    links = re.findall(r'\shref="([^"]*)"', page)
    assert {link.removeprefix("#") for link in links if link.startswith("#")} <= set(ids)
    assert all(link.startswith("#") for link in links)


def test_a_phone_takes_it_at_once(page: str) -> None:
    """It is no more than two megabytes."""
    assert len(page.encode()) < 2_000_000


def test_every_record_is_a_place(page: str) -> None:
    """Every part, measure, clause, duty, question, role, mechanism and term is an anchor."""
    ids = set(re.findall(r'\sid="([^"]*)"', page))
    assert _ids(real()) <= ids


def _ids(library: Library) -> set[str]:
    entries = (*library.roles, *library.mechanisms, *library.terms)
    return {
        *(part.id for document in library.documents for part in document.parts),
        *(measure.id for measure in library.measures),
        *(found.clause.id for found in library.clauses),
        *(found.duty.id for found in library.duties),
        *(asked.id for measure in library.measures for asked in measure.questions),
        *(entry.id for entry in entries),
    }


def test_markup_in_the_data_is_shown() -> None:
    """What looks like HTML or Jinja in a text stands on the page escaped, and nowhere raw."""
    shown = pocket_html(hostile.library(*TEXTS)).decode()
    for text in TEXTS:
        escaped = re.sub(
            "[&<>\"']",
            lambda sign: {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;"}[
                sign[0]
            ],
            text,
        )
        assert escaped in shown
    assert "<script" not in shown
