"""Two versions of real texts compared, as a command: python -m tests.versions FOLDER.

Files that differ only in the year at the end of their name are versions of one text. Beside the
figures stands a second opinion: the articles that a plain search of the raw files finds word for
word in both versions must be found unchanged, whatever they are numbered.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from pathlib import Path

from macros.changes.compare import Compared, paired
from macros.importing import read_text
from macros.knowledge import Library
from macros.model import Measure

_ARTICLE = re.compile(r"^第[一二三四五六七八九十百零]+条[ \u3000]+", re.MULTILINE)
_HEADING = re.compile(r"^#.*\n?|^第[一二三四五六七八九十]+[章节].*\n?", re.MULTILINE)
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True)
class Figures:
    """What became of the articles of a text; ``kept`` ones have the same words, moved or not."""

    kept: int
    kept_and_moved: int
    amended: int
    added: int
    dropped: int
    missed: tuple[str, ...]
    """What a plain search finds in both versions word for word, and the comparison does not."""


def figures(old: str, new: str) -> Figures:
    """Compare two versions of a text."""
    one, other = (Library(documents=(read_text(text, "text"),)) for text in (old, new))
    pairs = paired(one, other)
    found = [*_articles(pairs)]
    kept = [(was, now) for was, now in found if _words(was) == _words(now)]
    return Figures(
        kept=len(kept),
        kept_and_moved=sum(was.number != now.number for was, now in kept),
        amended=len(found) - len(kept),
        added=len(other.measures) - len(found),
        dropped=len(one.measures) - len(found),
        missed=tuple(sorted((_raw(old) & _raw(new)) - {_words(now) for _, now in kept})),
    )


def _articles(pairs: Compared) -> Iterator[tuple[Measure, Measure]]:
    """Each article that is in both versions, before and now."""
    for key, was in pairs.before.items():
        one, other = pairs.old[was].record, pairs.new[key].record
        if isinstance(one, Measure) and isinstance(other, Measure):
            yield one, other


def _words(measure: Measure) -> str:
    return _BLANKS.sub("", "".join(clause.text for clause in measure.clauses))


def _raw(text: str) -> set[str]:
    """The articles of a raw file, without numbers, headings and blanks."""
    text = _HEADING.sub("", text)
    starts = [match.span() for match in _ARTICLE.finditer(text)]
    ends = [*(start for start, _ in starts[1:]), len(text)]
    return {_BLANKS.sub("", text[at:end]) for (_, at), end in zip(starts, ends, strict=True)}


def main(folder: Path) -> int:
    """Compare the versions in ``folder`` and say what was found; how many articles were missed."""
    missed = 0
    files = sorted(path for path in folder.iterdir() if re.search(r"-[0-9]{4}$", path.stem))
    for name, group in groupby(files, lambda path: path.stem[:-5]):
        for old, new in pairwise(group):
            found = figures(old.read_text(encoding="utf-8"), new.read_text(encoding="utf-8"))
            missed += len(found.missed)
            sys.stdout.write(
                f"{name} {old.stem[-4:]} → {new.stem[-4:]}: {found.kept} kept "
                f"({found.kept_and_moved} moved), {found.amended} amended, {found.added} added, "
                f"{found.dropped} dropped, {len(found.missed)} missed\n"
            )
    return missed


if __name__ == "__main__":
    sys.exit(bool(main(Path(sys.argv[1]))))
