"""What a project's mkdocs.yml may not say: it settles how a site looks, not where it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from macros.text.diagnostics import Diagnostic
from macros.yaml import source, text

FILE = "mkdocs.yml"

# Of the strict reader's findings those that make a file mean more than it shows: tags, which call
# code, and anchors, merged and repeated fields. How the rest is written is MkDocs' own business.
_REFUSED = frozenset({"Y30", "Y31", "Y32", "Y33", "Y34"})
# Fields that take the site from elsewhere; of some, the value that means our own folder.
_OURS = {"INHERIT": "", "docs_dir": "docs", "hooks": ""}


def settings(path: Path) -> tuple[tuple[Diagnostic, ...], str]:
    """The findings on the settings in the file ``path``, and the text they stand in.

    None where there is no such file. A tag (Y32) and its like, P14 for a field that leads out of
    the project, and what keeps the file from being read at all. OSError.
    """
    if not path.is_file():
        return (), ""
    with path.open("rb") as file:
        content = text.decode(file.read(text.MOST_BYTES + 1), FILE)
    found = source.read(content, FILE)
    kept = [one for one in found.findings if found.broken or one.code in _REFUSED]
    return (*kept, *_foreign(found)), content.text


def _foreign(found: source.YamlContent) -> Iterator[Diagnostic]:
    if not isinstance(found.content, dict):
        return
    for field, own in _OURS.items():
        value = found.content.get(field)
        if value is not None and value != own:
            place = found.place.children[field]
            yield Diagnostic("P14", place.key or place.value, {"field": field})
