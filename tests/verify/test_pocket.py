"""The page that is carried about alone is held against the data like every other."""

from __future__ import annotations

from macros.knowledge import addresses
from tests.verify.conftest import Plot

POCKET = addresses.POCKET.page

# What stands there once, what is put in its place, and how the verifier calls that.
FAULTS = (
    (r"(?<=data-clause=\"m24c1\">)[^<]", "甲", "V01"),
    (r"(?<=data-title=\"m18\">)[^<]", "甲", "V02"),
    (r"<li id=\"m18d4\" data-duty=\"m18d4\">", '<li id="m18d4">', "V06"),
    (r"href=\"#text\"(?=>条文</a><)", 'href="../cn24.html"', "V10"),
    (r"href=\"#roles\"(?=>角色</a><)", 'href="#rules"', "V11"),
    (r"(?<=<nav class=\"bar\") ", ' id="m18c2" ', "V13"),
    (r"</main>", "<script>1</script></main>", "V18"),
)


def test_planted_faults_are_found(plot: Plot) -> None:
    """A sign that differs, a duty less, a link out of the file, a script: each is named."""
    for pattern, new, _ in FAULTS:
        plot.change(POCKET, pattern, new)
    found = {(finding.code, finding.location.file) for finding in plot.findings}
    assert found == {(code, POCKET) for _, _, code in FAULTS}


def test_without_it_the_site_is_not_whole(plot: Plot) -> None:
    """A site without the page lacks a file that it offers."""
    plot.remove(POCKET)
    assert "V09" in {found.code for found in plot.findings}
