"""The page that is carried about alone is held against the data like every other."""

from __future__ import annotations

import pytest

from macros import addresses
from tests.verify.conftest import Plot

POCKET = addresses.POCKET.page


@pytest.mark.parametrize(
    ("pattern", "new", "code"),
    [
        (r"(?<=data-clause=\"m24c1\">)[^<]", "甲", "V01"),
        (r"(?<=data-title=\"m18\">)[^<]", "甲", "V02"),
        (r"<li id=\"m18d4\" data-duty=\"m18d4\">", '<li id="m18d4">', "V06"),
        (r"(?<=<nav class=\"bar\") ", ' id="m18c2" ', "V13"),
        (r"href=\"#roles\"(?=>角色</a><)", 'href="#rules"', "V11"),
        (r"href=\"#roles\"(?=>角色</a><)", 'href="../roles.html"', "V10"),
        (r"</main>", "<script>1</script></main>", "V18"),
        (r"</main>", "<style>@import 'x';</style></main>", "V10"),
    ],
)
def test_a_planted_fault_is_found(plot: Plot, pattern: str, new: str, code: str) -> None:
    """A sign that differs, a duty less, a link out of the file or a script is named."""
    plot.change(POCKET, pattern, new)
    assert {(found.code, found.location.file) for found in plot.findings} == {(code, POCKET)}


def test_without_it_the_site_is_not_whole(plot: Plot) -> None:
    """A site without the page lacks a file that it offers."""
    plot.remove(POCKET)
    assert "V09" in {found.code for found in plot.findings}
