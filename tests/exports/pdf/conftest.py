"""What the tests of PDF files share: three of them, made once."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.exports import pdf
from macros.knowledge.guides.catalogue import StudyGuide, catalogue
from macros.model import Role
from tests.libraries import real

VERSION = "0123456789ab"


@pytest.fixture(scope="session")
def guide() -> StudyGuide:
    """An authored guide of one meeting."""
    return next(guide for guide in catalogue(real()) if guide.id == "teachers-meeting")


@pytest.fixture(scope="session")
def role() -> Role:
    """The role with the fullest card."""
    return max(real().roles, key=lambda role: len(real().duties_of_role(role.id)))


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory, role: Role, guide: StudyGuide) -> Path:
    """A folder with whole.pdf, card.pdf and guide.pdf."""
    folder = tmp_path_factory.mktemp("pdf")
    library = real()
    gathered = {
        "whole": pdf.whole(library, library.documents[0]),
        "card": pdf.card(library, role),
        "guide": pdf.guide(library, guide),
    }
    for name, given in gathered.items():
        (folder / f"{name}.pdf").write_bytes(pdf.typeset(name, given, VERSION))
    return folder
