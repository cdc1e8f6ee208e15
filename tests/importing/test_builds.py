"""What is accepted can be built: imported, checked, rendered and verified without a finding."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from macros.check.project import check_project
from macros.commands.build import build
from macros.commands.import_ import Imported, store
from macros.data.project import Project
from macros.importing import Choices, RefusedError, read_text
from macros.knowledge.citations import Citations
from macros.model import Document
from tests.importing.texts import TEXTS, Written
from tests.projects import edited, small

YEARLY = "某局关于2024年工作的通知\n一、教师应当备课。\n二、学校应当上报。\n三、各部门应当配合。\n"
ANEW = """一、任务
1.甲。甲做乙。
2.丙。丙做丁。
3.戊。戊做己。
二、措施
1.庚。庚做辛。
2.壬。壬做癸。
"""


def _read(text: str, id_: str) -> Document:
    """The document; where the text leaves open what its first sentences are, they are text."""
    try:
        return read_text(text, id_)
    except RefusedError:
        return read_text(text, id_, choices=Choices(titled=False))


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project whose own document stands in front."""
    root = small(tmp_path_factory.mktemp("project"))
    head = "short_title: 图书角办法\n"
    return edited(root, "data/documents/corner/document.yml", head, f"{head}front: true\n")


def _built(root: Path, texts: list[str]) -> None:
    documents = root / "data" / "documents"
    for folder in documents.glob("a*"):
        shutil.rmtree(folder)
    for n, text in enumerate(texts):
        id_ = f"a{n}"
        store(Imported(_read(text, id_), documents / id_))
    checked = check_project(Project(root))
    # Drafts are told what they lack; nothing else is said of them.
    assert {found.code for found in checked.findings} <= {"D11"}
    outcome = build(Project(root), root / "site", lambda stage, done, total: None)
    assert [(f.code, str(f.location), f.params) for f in outcome.findings if f.code != "D11"] == []
    assert outcome.published
    citations = Citations(checked.library)
    for document in checked.library.documents:
        clauses = [one for one in checked.library.clauses if one.document.id == document.id]
        cited = Counter(map(citations.of, (*document.measures, *clauses)))
        whole = Counter(map(citations.of, document.measures))
        # A measure of one paragraph and this paragraph are cited alike; no two others are.
        assert all(times <= 1 + whole[words] for words, times in cited.items())
        assert max(whole.values(), default=1) == 1


def test_a_paragraph_without_number_and_title(root: Path) -> None:
    """It has no heading, on its page or in its files, beside a text that has."""
    _built(root, ["第一条　各学校应当做好登记。\n", "各学校应当做好登记。\n"])


def test_numbers_that_start_again_and_a_year_in_a_title(root: Path) -> None:
    """Two texts that version 0.3 accepted and then could not build."""
    _built(root, [YEARLY, ANEW])
    home = (root / "site" / "index.html").read_text("utf-8")
    assert home.index("图书角办法") < home.index("某局关于2024年工作的通知")
    page = (root / "site" / "a1" / "a1a04.html").read_text("utf-8")
    assert "第二部分第1条" in page
    assert "None" not in page
    assert "没有提出任务" not in page


@pytest.mark.slow
@settings(
    max_examples=3,
    deadline=None,
    # A failure is told as it is found: making it smaller takes a build a step.
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
@given(st.lists(TEXTS, min_size=4, max_size=8))
def test_invented_texts_of_every_form(root: Path, texts: list[Written]) -> None:
    """Any texts that are accepted can be built together, and every unit is cited in one way."""
    _built(root, [written.text for written in texts])
