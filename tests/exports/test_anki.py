"""The flash cards, opened as the database they are."""

from __future__ import annotations

import html
import json
import os
import sqlite3
import subprocess
import sys
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from macros.exports.anki import cards
from macros.knowledge import Library
from macros.views.cards import view
from tests.exports import hostile
from tests.libraries import real
from tests.projects import REPOSITORY

Notes = dict[str, list[str]]


def _opened(library: Library, folder: Path) -> sqlite3.Connection:
    with zipfile.ZipFile(BytesIO(cards(library))) as package:
        assert sorted(package.namelist()) == ["collection.anki2", "media"]
        path = package.extract("collection.anki2", folder)
    return sqlite3.connect(path)


def _notes(library: Library, folder: Path) -> Notes:
    """The fields of each note, by its guid, with tags turned back into text."""
    rows = _opened(library, folder).execute("select guid, flds from notes order by id")
    return {
        guid: [html.unescape(field.replace("<br>", "\n")) for field in fields.split("\x1f")]
        for guid, fields in rows
    }


def test_the_cards_are_those_of_the_page(tmp_path: Path) -> None:
    """Each term with a definition and each duty with a stated lead is a card, and nothing else."""
    library = real()
    shown = view(library)
    ids = [meaning.entry.id for meaning in shown.terms] + [d.duty.id for d in shown.duties]
    assert list(_notes(library, tmp_path)) == [f"clausebook-{id_}" for id_ in ids]


def test_a_card_says_what_the_data_says(tmp_path: Path) -> None:
    """Name and definition of a term; a duty with all who take part, its rhythm and its quote."""
    library = real()
    notes = _notes(library, tmp_path)
    for entry in (*library.terms, *library.mechanisms):
        if entry.definition and not entry.retired:
            front, back, _ = notes[f"clausebook-{entry.id}"]
            assert (front, back) == (entry.label, entry.definition.text)
    for found in library.duties:
        if f"clausebook-{found.duty.id}" in notes:
            front, back, source = notes[f"clausebook-{found.duty.id}"]
            assert front == found.duty.do
            assert found.duty.quote in source
            for who in found.duty.who:
                role = library.role(who.role)
                assert role
                assert f"{role.label}（{'明' if who.basis == 'stated' else '推'}）" in back


def test_every_note_has_one_card_in_its_deck(tmp_path: Path) -> None:
    """Terms and duties have a deck each, and the database is sound."""
    opened = _opened(real(), tmp_path)
    assert opened.execute("pragma integrity_check").fetchone() == ("ok",)
    shown = view(real())
    counts = dict(opened.execute("select did, count(*) from cards group by did"))
    (decks,) = opened.execute("select decks from col").fetchone()
    names = {deck["name"]: counts.get(deck["id"]) for deck in json.loads(decks).values()}
    assert names["党建措施记忆卡::术语和机制"] == len(shown.terms)
    assert names["党建措施记忆卡::谁来做，多久一次"] == len(shown.duties)


def test_an_update_keeps_the_notes(tmp_path: Path) -> None:
    """A card whose words change, among cards that come and go, keeps its identity."""
    library = real()
    first = next(term for term in library.terms if term.definition)
    changed = first.model_copy(update={"label": "改了的名称"})
    rest = tuple(term for term in library.terms if term is not first)
    before = _notes(library, tmp_path)
    after = _notes(replace(library, terms=(*rest[::-1], changed)), tmp_path)
    assert set(before) == set(after)
    assert after[f"clausebook-{first.id}"][0] == "改了的名称"
    models = {
        json.dumps(
            sorted(
                json.loads(_opened(one, tmp_path).execute("select models from col").fetchone()[0])
            )
        )
        for one in (library, hostile.library("x"))
    }
    assert len(models) == 1


@pytest.mark.filterwarnings("error")
def test_hostile_texts_stay_texts(tmp_path: Path) -> None:
    """No text becomes markup, a template or another field."""
    library = hostile.library(*hostile.TEXTS)
    notes = _notes(library, tmp_path)
    terms = [fields for guid, fields in notes.items() if guid.startswith("clausebook-t")]
    assert [fields[:2] for fields in terms] == [[text, text] for text in hostile.TEXTS]
    assert all(len(fields) == 3 for fields in notes.values())


def test_the_bytes_do_not_depend_on_the_process() -> None:
    """Two processes with different hash seeds, locales and time zones write the same file."""
    program = (
        "import sys;from pathlib import Path;from macros.data import load;"
        "from macros.exports.anki import cards;"
        "sys.stdout.buffer.write(cards(load(Path('.')).library))"
    )
    first, second = (
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=REPOSITORY,
            env={**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": zone},
            check=True,
            capture_output=True,
        ).stdout
        for seed, locale, zone in (("1", "C", "UTC"), ("2", "C.UTF-8", "Asia/Shanghai"))
    )
    assert first == second == cards(real())
