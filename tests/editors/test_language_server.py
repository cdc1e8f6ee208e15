"""The schemas in the language server of VS Code: it completes, checks and explains, in Chinese."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from macros.model import Degree
from tests.editors.server import Server
from tests.projects import REPOSITORY

FILES = sorted(path.relative_to(REPOSITORY).as_posix() for path in REPOSITORY.glob("data/**/*.yml"))
MEASURE = "data/documents/cn24/measures/m18.yml"
TEXT = (REPOSITORY / MEASURE).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """The server at work in this repository, with its settings."""
    with Server(REPOSITORY) as started:
        yield started


_NUMBERS = count()


def _opened(server: Server, text: str) -> str:
    """A measure that holds ``text``, open under a name of its own."""
    file = MEASURE.replace("m18", f"m18-{next(_NUMBERS)}")
    server.open(file, text)
    return file


def _faults(server: Server, text: str) -> list[dict[str, Any]]:
    return server.faults(_opened(server, text))


def _place(text: str, words: str, after: str = "") -> tuple[int, int]:
    """Line and column, from 0, behind the words ``after`` of the first ``words``."""
    at = text.index(words) + len(after)
    return text.count("\n", 0, at), at - text.rindex("\n", 0, at) - 1


def test_our_data_is_as_the_schemas_say(server: Server) -> None:
    """Not one value of this library is marked in the editor."""
    for file in FILES:
        server.open(file, (REPOSITORY / file).read_text(encoding="utf-8"))
    assert [(file, server.faults(file)) for file in FILES if server.faults(file)] == []


@pytest.mark.parametrize(
    ("old", "new", "marked", "says"),
    [
        ("as: joint", "as: boss", "boss", "值无效"),
        ("kind: continuous", "kind: sometimes", "sometimes", "值无效"),
        ("    duties:", "    dutys:", "dutys", "dutys"),
        ("number: 18", "number: eighteen", "eighteen", "integer"),
        ("basis: inferred}\n", "basis: inferred, base: x}\n", "base", "base"),
        ("  - id: m18c1", "  - id: M18c1", "M18c1", "小写英文字母"),
    ],
)
def test_a_fault_is_marked_where_it_stands(
    server: Server, old: str, new: str, marked: str, says: str
) -> None:
    """A wrong word, field or number is marked at its line and column, in Chinese."""
    text = TEXT.replace(old, new, 1)
    line, column = _place(text, new, new[: new.index(marked)])
    found = _faults(server, text)
    starts = [(one["range"]["start"]["line"], one["range"]["start"]["character"]) for one in found]
    assert (line, column) in starts
    assert any(says in one["message"] for one in found)


def test_ids_are_completed(server: Server) -> None:
    """Where a role goes, every role is proposed with its name; so are themes and clauses."""
    file = _opened(server, TEXT)
    roles = server.complete(file, *_place(TEXT, "{role: school-party-org", "{role: "))
    assert roles["party-secretary"] == "党组织书记"
    assert "ideological-education" not in roles
    themes = server.complete(file, *_place(TEXT, "themes: [ideo", "themes: ["))
    assert themes["ideological-education"] == "思政教育"
    clauses = server.complete(file, *_place(TEXT, "quotes: [m18c1", "quotes: ["))
    assert clauses["m18c2"].startswith("加强思政育人特色学校培育建设")


def test_words_are_completed(server: Server) -> None:
    """Where a degree goes, all degrees are proposed with what they mean."""
    file = _opened(server, TEXT)
    degrees = server.complete(file, *_place(TEXT, "as: lead", "as: "))
    assert degrees["joint"] == "共同负责"
    assert len(degrees) == len(Degree)


def test_an_id_that_is_new_is_no_fault(server: Server) -> None:
    """An id that the list lacks is left to ``clausebook check``; one that is no id is marked."""
    new = TEXT.replace("role: school-party-org", "role: night-duty", 1)
    assert _faults(server, new) == []
    assert len(_faults(server, new.replace("role: night-duty", "role: Night Duty"))) == 1


def test_a_field_is_explained(server: Server) -> None:
    """The hover over a field is its Chinese name, what it means, and the words it takes."""
    file = _opened(server, TEXT)
    said = server.hover(file, *_place(TEXT, "as: lead"))
    assert "身份" in said
    assert "以什么身份参加" in said
    assert "`supervise`: 监督" in said
    assert "要做什么，一句短话" in server.hover(file, *_place(TEXT, "do: 发挥"))


def test_the_first_line_is_enough(tmp_path: Path) -> None:
    """Without any setting, the comment at the head of a file leads the server to its schema."""
    shutil.copytree(REPOSITORY / "data/.schema", tmp_path / "data/.schema")
    (tmp_path / ".vscode").mkdir()
    (tmp_path / ".vscode/settings.json").write_text("{}", encoding="utf-8")
    head, _, rest = TEXT.partition("\n")
    assert head == "# yaml-language-server: $schema=../../../.schema/measure.json"
    wrong = rest.replace("as: joint", "as: boss", 1)
    with Server(tmp_path) as server:
        assert len(_faults(server, f"{head}\n{wrong}")) == 1
        assert _faults(server, wrong) == []


def test_the_settings_are_enough() -> None:
    """Without that first line, the settings for VS Code lead to the schema of each file."""
    with Server(REPOSITORY) as server:
        for file in FILES:
            _, _, rest = (REPOSITORY / file).read_text(encoding="utf-8").partition("\n")
            server.open(file, f"{rest}zz: a\n")
        assert [file for file in FILES if len(server.faults(file)) != 1] == []
