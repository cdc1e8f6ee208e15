"""Whatever a page holds, it can be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.verify.page import read


@pytest.mark.parametrize(
    "content", [b"", b" \n", b"<!-- -->", b"\x00", b"<div>" * 5_000, b"<a" * 9]
)
def test_a_page_without_anything(content: bytes, tmp_path: Path) -> None:
    """A page that is empty, or nothing but open tags, is read as one that shows nothing."""
    (tmp_path / "page.html").write_bytes(content)
    page = read(tmp_path, "page.html")
    assert (page.title, page.heads, page.clauses) == ("", (), ())
