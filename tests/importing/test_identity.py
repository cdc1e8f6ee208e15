"""The law of identity: what is imported, put together, is the text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from macros.data import read, save
from macros.importing import AS_THE_TEXT_SHOWS, Choices, RefusedError, read_text
from macros.knowledge.assembly import assemble, text_of
from macros.model import Document, Measure
from tests.importing.texts import TEXTS, Written

# The rest begin with short sentences that may be titles, now and then.
ACCEPTED = 0.8

SIGNS = st.sampled_from(
    (
        *"第一二十章条节、（）12.。；：，【】“”#*① 　",
        "\n",
        "\n",
        "目录",
        "附件",
        "各校应当",
        "{title}",
    )
)


def _read(text: str, choices: Choices = AS_THE_TEXT_SHOWS) -> Document | None:
    """The document, after a look at the law; None if the text is refused with a place."""
    try:
        document = read_text(text, "doc", file="text.txt", choices=choices)
    except RefusedError as error:
        assert error.findings
        assert all(found.location.file == "text.txt" for found in error.findings)
        return None
    assert text_of(assemble(document)) == text
    return document


def test_a_plain_text_is_accepted_and_kept() -> None:
    """Four invented texts of five are accepted, the rest with an option; measures as meant."""
    accepted: list[bool] = []

    @settings(max_examples=150, deadline=None)
    @given(TEXTS)
    def look(written: Written) -> None:
        document = _read(written.text)
        accepted.append(document is not None)
        document = document or _read(written.text, Choices(titled=False))
        assert document is not None
        assert len(document.measures) == written.measures

    look()
    assert sum(accepted) >= ACCEPTED * len(accepted)


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.data())
def test_a_damaged_text_is_kept_or_refused(written: Written, data: st.DataObject) -> None:
    """A text with a stretch cut out and signs put in is kept to the letter, or refused."""
    text = written.text
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 40)))
    put = "".join(data.draw(st.lists(SIGNS, max_size=4)))
    _read(text[:start] + put + text[end:])


@settings(max_examples=150, deadline=None)
@given(st.lists(SIGNS, max_size=60).map("".join))
def test_any_heap_of_signs_is_kept_or_refused(text: str) -> None:
    """Whatever signs stand in a text, it is kept to the letter, or refused at a place."""
    _read(text)


@settings(max_examples=25, deadline=None)
@given(TEXTS)
def test_the_files_hold_the_same(written: Written) -> None:
    """What is written of an accepted text reads back as the same records."""
    document = _read(written.text)
    if document is not None:
        again = read(save(document), Document).record
        assert again is not None
        measures = [read(save(measure), Measure).record for measure in document.measures]
        assert [m for m in measures if m is not None] == list(document.measures)
        whole = again.with_measures(tuple(m for m in measures if m is not None), written.text)
        assert text_of(assemble(whole)) == written.text
