"""The report as plain text, for a terminal: what went in [- -], what came in {+ +}."""

from __future__ import annotations

from collections.abc import Iterator

from macros.changes.impact_report import Entries
from macros.changes.report import Report, Section
from macros.changes.sentences import ChangeLine
from macros.model.release import What
from macros.text.difference import DifferencePart, Fate
from macros.text.punctuation import visible
from macros.words.changes import say

_MARKS = {Fate.SAME: "{}", Fate.OLD: "[-{}-]", Fate.NEW: "{{+{}+}}"}
_SIGNS = {What.ADDED: "+", What.RESTORED: "+", What.DROPPED: "-", What.RETIRED: "-"}
_CHANGED = "~"
_INDENT = "  "
# What stayed the same is shown so far on each side of a change.
_AROUND = 16
_CUT = "\N{HORIZONTAL ELLIPSIS}"


def as_text(report: Report, title: str) -> str:
    """The whole report; ``title`` says what was compared."""
    return "".join(f"{visible(line)}\n" if line else "\n" for line in _lines(report, title))


def _lines(report: Report, title: str) -> Iterator[str]:
    yield title
    if not report.summary:
        return
    yield report.summary
    yield from ("", say("report.whom"))
    if not report.whom:
        yield _INDENT + say("report.nobody")
    for role in report.whom:
        yield _INDENT + say("label", label=role.name, words=role.sentence)
    if report.again:
        yield from ("", say("label", label=say("report.again"), words=say("report.again.why")))
    for one in report.again:
        yield _INDENT + say("report.again.ground", words=_named(one.grounds))
        yield from (
            _INDENT * 3 + say("label", label=kind, words=_named(entries))
            for kind, entries in one.kinds
        )
    if report.renumbered:
        yield from ("", say("report.renumbered"))
        yield from (_INDENT + line for line in report.renumbered)
    for section in report.sections:
        yield ""
        yield from _section(section)


def _named(entries: Entries) -> str:
    return say("and").join(say("called", name=name, id=id_) for id_, name in entries)


def _section(section: Section) -> Iterator[str]:
    yield say("called", name=section.title, id=section.entry) if section.entry else section.title
    for told in section.told:
        yield f"{_INDENT}{_SIGNS.get(told.what, _CHANGED)} " + say(
            "called", name=told.head, id=told.entry
        )
        for line in told.lines:
            yield _INDENT * 3 + _line(line)


def _line(line: ChangeLine) -> str:
    words = "".join(map(_run, shortened(line.runs))) if line.runs else line.words
    return say("label", label=line.label, words=words) if line.label else words


def _run(run: DifferencePart) -> str:
    return _MARKS[run.fate].format(run.text)


def shortened(runs: tuple[DifferencePart, ...]) -> Iterator[DifferencePart]:
    """The runs, with only the beginning and end of what stayed the same over a long stretch."""
    last = len(runs) - 1
    for place, run in enumerate(runs):
        before = _AROUND if place else 0
        after = _AROUND if place < last else 0
        if run.fate is Fate.SAME and len(run.text) > before + after + 1 and last:
            kept = run.text[:before] + _CUT + run.text[len(run.text) - after :]
            yield DifferencePart(run.fate, kept)
        else:
            yield run
