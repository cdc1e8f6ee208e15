"""The search index: what is in it, and that every true match can be found through it."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import replace
from functools import cache
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from macros.knowledge import addresses
from macros.knowledge.addresses import Address
from macros.knowledge.guides.catalogue import catalogue
from macros.model.kinds import Kind
from macros.pages.search import FORMER, PAGE, Index, WrittenPage, build, fold, grams, index_script
from tests.libraries import real

CHINESE = st.text(alphabet="党组织书记校长思政课三会一课12１２Ａａ“”、，。 　\n")
ANYTHING = st.text(alphabet=st.characters(exclude_categories=("Cs",)))


# --- what counts in a text ------------------------------------------------------------------------


@given(ANYTHING)
def test_only_letters_and_digits_count(text: str) -> None:
    """A folded text holds letters and digits only."""
    assert {unicodedata.category(c)[0] for c in fold(text)} <= {"L", "N"}


@given(ANYTHING, ANYTHING)
def test_texts_fold_piece_by_piece(one: str, other: str) -> None:
    """Folding two texts and joining them is joining them and folding."""
    assert fold(one + other) == fold(one) + fold(other)


def test_width_case_marks_and_spaces_do_not_count() -> None:
    """Full-width digits and letters, capitals, quotes, marks and spaces make no difference."""
    assert fold("“３２１１” 工程，ＡＢｃ！") == fold("3211工程abc") == "3211工程abc"


@given(CHINESE, st.integers(0, 20), st.integers(1, 8))
def test_a_part_has_no_gram_that_the_whole_has_not(text: str, start: int, length: int) -> None:
    """Whatever stands in a text stands there with all its grams."""
    folded = fold(text)
    assert grams(folded[start : start + length]) <= grams(folded)


# --- what can be found ----------------------------------------------------------------------------


@cache
def _index() -> Index:
    return build(real())


def _clauses() -> list[tuple[int, str]]:
    places = enumerate(_index().places)
    return [(n, place.text) for n, place in places if place.kind is Kind.CLAUSE]


def test_everything_that_holds_is_in_the_index_once() -> None:
    """Measures, clauses, duties, parts, roles, mechanisms, terms and themes: each once."""
    library = real()
    found = [(place.kind, place.id) for place in _index().places]
    expected = [
        *((Kind.MEASURE, measure.id) for measure in library.measures),
        *((Kind.CLAUSE, context.clause.id) for context in library.clauses),
        *((Kind.DUTY, context.duty.id) for context in library.duties),
        *((Kind.PART, part.id) for document in library.documents for part in document.parts),
        *((Kind.ROLE, role.id) for role in library.roles if not role.retired),
        *((Kind.MECHANISM, one.id) for one in library.mechanisms if not one.retired),
        *((Kind.TERM, term.id) for term in library.terms if not term.retired),
        *((Kind.THEME, theme.id) for theme in library.themes if not theme.retired),
        *((FORMER, one.id) for doc in library.documents for one in doc.former_measures),
    ]
    assert sorted(found) == sorted(expected)


def test_what_is_retired_is_found_as_that() -> None:
    """A retired entry is found as nothing else, a retired duty not at all."""
    library = real()
    gone = library.terms[0].model_copy(update={"retired": "no longer used"})
    measure = library.measures[0]
    clause = measure.clauses[0]
    duty = clause.duties[0].model_copy(update={"retired": "no longer holds"})
    clause = clause.model_copy(update={"duties": (duty, *clause.duties[1:])})
    measure = measure.model_copy(update={"clauses": (clause, *measure.clauses[1:])})
    document = library.documents[0]
    document = document.model_copy(update={"measures": (measure, *document.measures[1:])})
    changed = replace(library, documents=(document,), terms=(gone, *library.terms[1:]))
    kinds = {place.id: place.kind for place in build(changed).places}
    assert kinds[gone.id] is FORMER
    assert duty.id not in kinds


def test_a_clause_is_landed_on_where_it_stands() -> None:
    """A passage's page and id make up the address of its clause or duty."""
    at = {
        passage.id: Address(page.address.page, passage.id)
        for page in _index().pages
        for passage in page.passages
    }
    for clause in real().clauses:
        assert at[clause.clause.id] == addresses.of_clause(clause)
    for duty in real().duties:
        assert at[duty.duty.id] == addresses.of_duty(duty)


def test_other_pages_come_last_and_once() -> None:
    """Pages that show no record are found, too; one that shows a record is not found twice."""
    measure = addresses.of_measure(real().documents[0], real().measures[0])
    guide = next(guide for guide in catalogue(real()) if guide.audience)
    others = (
        WrittenPage(addresses.of_guide(guide.id), "G"),
        WrittenPage(addresses.MATRIX, "M"),
        WrittenPage(measure, "again"),
        WrittenPage(addresses.of_diagnostic("D01"), "D01"),
    )
    index = build(real(), others)
    assert index.pages[:-2] == _index().pages
    found = [(page.kind, page.title) for page in index.pages[-2:]]
    assert found == [(PAGE, "M"), (Kind.GUIDE, "G")]
    assert all(role.label in index.pages[-1].text for role in guide.audience)


# --- where it stands ------------------------------------------------------------------------------


def test_postings_are_exactly_the_places_that_hold_a_gram() -> None:
    """A gram's places are those of whose texts one holds it, rising."""
    index = _index()
    held = [
        frozenset().union(*(grams(fold(text)) for text in place.searched)) for place in index.places
    ]
    assert set(index.postings) == set().union(*held)
    for gram, places in index.postings.items():
        assert places == tuple(n for n, holds in enumerate(held) if gram in holds)


@given(st.data())
def test_any_words_of_a_clause_lead_to_it(data: st.DataObject) -> None:
    """The grams of any stretch of a clause have the clause among the places they share."""
    place, clause = data.draw(st.sampled_from(_clauses()))
    start = data.draw(st.integers(0, len(clause) - 1))
    stretch = fold(clause[start : start + data.draw(st.integers(1, 30))])
    for gram in grams(stretch):
        assert place in _index().postings[gram]


# --- as the browser gets it -----------------------------------------------------------------------


def _script(**words: Any) -> str:
    return index_script(real(), (), {"kinds": {}, **words})


def _parsed(script: str) -> dict[str, Any]:
    literal = script.removeprefix("clausebookSearch.open(").removesuffix(");\n")
    parsed: dict[str, Any] = json.loads(literal)
    return parsed


def test_distances_add_up_to_places() -> None:
    """From the distances of the shipped index come the postings again."""
    index = _index()
    for gram, distances in _parsed(_script())["grams"].items():
        at, places = 0, []
        for distance in distances:
            at += distance
            places.append(at)
        assert tuple(places) == index.postings[gram]


def test_the_same_data_make_the_same_bytes() -> None:
    """The shipped index depends neither on the run nor on the order other pages come in."""
    others = [WrittenPage(addresses.MATRIX, "M"), WrittenPage(addresses.LEDGER, "L")]
    words: dict[str, Any] = {"kinds": {}}
    assert index_script(real(), others, words) == index_script(real(), others[::-1], words)


def test_no_text_ends_the_script() -> None:
    """Line separators of Unicode, which end a string of JavaScript, are shipped escaped."""
    script = _script(kind="a\u2028b\u2029c")
    assert not {"\u2028", "\u2029"} & set(script)
    assert _parsed(script)["words"]["kind"] == "a\u2028b\u2029c"


def test_the_index_stays_small() -> None:
    """The index of the twenty-four measures is under 300,000 bytes."""
    assert len(_script().encode()) < 300_000


# --- the words of the box -------------------------------------------------------------------------


def test_what_a_synonym_stands_for_can_be_found() -> None:
    """Each word that a synonym leads to stands somewhere in the library."""
    texts = [fold(text) for place in _index().places for text in place.searched]
    lost = [
        word
        for synonym in real().search_words.synonyms
        for word in synonym.means
        if not any(fold(word) in text for text in texts)
    ]
    assert lost == []


def test_no_word_of_asking_is_a_name() -> None:
    """A word that is left out of questions names no role, mechanism, term or theme."""
    library = real()
    names = {
        fold(name)
        for entries in (library.roles, library.mechanisms, library.terms)
        for entry in entries
        for name in entry.names
    } | {fold(theme.label) for theme in library.themes}
    assert names.isdisjoint(map(fold, library.search_words.ignored))
