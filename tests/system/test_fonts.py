"""Which fonts Chinese paper is set in, and what happens where there are none."""

from __future__ import annotations

from pathlib import Path

import pytest
import typst

from macros.commands.errors import MisuseError
from macros.commands.export import ExportFormat, export
from macros.data.project import Project
from macros.knowledge import Library
from macros.system import fonts
from macros.views.offers import offers
from macros.yaml.shipped import shipped
from tests.libraries import ROLES
from tests.projects import REPOSITORY


@pytest.fixture
def bare_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that has no font but the Latin ones that Typst brings."""
    bare = typst.Fonts(include_system_fonts=False)
    monkeypatch.setattr(fonts, "installed", lambda: bare)


def test_this_machine_has_a_font_for_every_purpose() -> None:
    """The tests run where PDFs can be made: apt-get install fonts-noto-cjk."""
    assert fonts.available()


def test_every_purpose_names_kinds_and_every_kind_is_used() -> None:
    """The catalogue holds nothing but purposes, and the kinds that they name."""
    known = shipped(fonts.CATALOGUE)
    kinds = {kind for purpose in fonts.PURPOSES for kind in known[purpose]}
    assert set(known) == kinds | set(fonts.PURPOSES)


def test_the_fonts_of_official_papers_come_first() -> None:
    """Where an office has its own fonts, they serve; what is not there is passed over."""
    body = fonts.chosen(["Noto Serif CJK SC", "FangSong", "Arial"])["body"]
    assert body == ["FangSong", "Noto Serif CJK SC"]


def test_one_chinese_font_serves_all_purposes() -> None:
    """Any one font of the catalogue is enough to set every purpose."""
    for family in ("Noto Sans CJK SC", "SimSun", "WenQuanYi Zen Hei"):
        assert all(found == [family] for found in fonts.chosen([family]).values())


def test_without_a_font_no_pdf_is_on_offer(bare_machine: None) -> None:
    """All other files are; a Latin font is no Chinese one."""
    assert not fonts.available()
    formats = {offer.format for offer in offers(Library(roles=ROLES))}
    assert "docx" in formats
    assert "pdf" not in formats


def test_without_a_font_the_export_says_so(bare_machine: None, tmp_path: Path) -> None:
    """The command names what is missing, and writes nothing."""
    with pytest.raises(MisuseError) as refused:
        export(Project(REPOSITORY), ExportFormat.PDF, {}, tmp_path / "whole.pdf")
    assert refused.value.key == "export.no-font"
    assert list(tmp_path.iterdir()) == []
