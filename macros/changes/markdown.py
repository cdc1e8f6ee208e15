"""The report as Markdown for a pull request: what matters first, the rest folded, data never code.

What stayed, went and came is marked by tags, since asterisks beside Chinese marks are not read as
emphasis. Everything that comes from the data is escaped, so that it can neither become markup nor
call anybody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from macros.changes.impact_report import Concerned
from macros.changes.report import Report, Section
from macros.changes.sentences import ChangeLine
from macros.changes.text import shortened
from macros.text.difference import Fate
from macros.text.punctuation import visible
from macros.words.changes import say

MOST = 60_000
"""How long a report may be, in characters: code hosts refuse comments of more than 65,536."""

# So many are named of duties that changed alike for a role, or of entries that rest on a change.
_SHOWN = 8

# What Markdown, its tables, its formulas, its links of themselves and its mentions are made of.
_SPECIAL = re.compile(r"[\\`*_\[\]|~#$:.!(){}]")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)?", re.ASCII)


def as_markdown(report: Report, title: str) -> str:
    """The whole report; ``title`` says what was compared. What is too long is left out and said."""
    lines = [say("markdown.title", text=escaped(title))]
    if not report.summary:
        return f"{lines[0]}\n"
    for key, groups in (("report.whom", _whom(report)), ("report.again", _again(report))):
        if told := _fitting(groups, MOST // 4):
            lines += ["", say("markdown.part", text=say(key)), "", *told]
    lines += ["", say("markdown.fold", summary=say("report.all", summary=report.summary))]
    left = MOST - sum(len(line) + 1 for line in lines)
    lines += [*_fitting(_sections(report), left), "", say("markdown.unfold")]
    return "".join(f"{line}\n" for line in lines)


def _fitting(groups: Iterable[list[str]], most: int) -> list[str]:
    """The lines of as many groups as have room in ``most`` characters; the others are counted."""
    told: list[str] = []
    left = 0
    for group in groups:
        most -= sum(len(line) + 1 for line in group)
        if most < 0:
            left += 1
        else:
            told += group
    return [*told, "", say("markdown.left", count=left)] if left else told


def escaped(text: str) -> str:
    """``text`` as Markdown shows it, whatever it holds; one line."""
    shown = _SPECIAL.sub(r"\\\g<0>", visible(text))
    shown = shown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return shown.replace("@", say("markdown.at"))


def _whom(report: Report) -> Iterator[list[str]]:
    """Role by role what changes for it, and which duties are meant."""
    if not report.whom:
        yield [say("report.nobody")]
    for one in report.whom:
        name = say("markdown.bold", text=escaped(one.name))
        told = say("label", label=name, words=escaped(one.sentence))
        parts = (
            say("label", label=escaped(part), words=_duties(duties)) for part, duties in one.parts
        )
        inner = (say("markdown.inner", text=part) for part in parts)
        yield [say("markdown.item", text=told), *inner]


def _duties(duties: tuple[Concerned, ...]) -> str:
    named = [
        say("called", name=escaped(one.name), id=escaped(one.cited))
        if one.cited
        else escaped(one.name)
        for one in duties
    ]
    return _some(named, say("then"))


def _some(named: list[str], mark: str) -> str:
    """The first few, with ``mark`` between them, and how many there are in all."""
    more = say("markdown.more", count=len(named)) if len(named) > _SHOWN else ""
    return mark.join(named[:_SHOWN]) + more


def _again(report: Report) -> Iterator[list[str]]:
    """By what changed: what rests on it, a row of a table each."""
    head = [say("markdown.again.head")] if report.again else []
    for one in report.again:
        left = say("and").join(_named(name, id_) for id_, name in one.grounds)
        kinds = (
            say(
                "label", label=kind, words=_some([_named(n, id_) for id_, n in entries], say("and"))
            )
            for kind, entries in one.kinds
        )
        row = say("markdown.row", left=left, right=say("markdown.break").join(kinds))
        yield [*head, row]
        head = []


def _sections(report: Report) -> Iterator[list[str]]:
    if report.renumbered:
        title = say("markdown.section", text=say("report.renumbered"))
        yield ["", title, "", *(say("markdown.item", text=line) for line in report.renumbered)]
    yield from ([*_section(section)] for section in report.sections)


def _section(section: Section) -> Iterator[str]:
    title = _named(section.title, section.entry) if section.entry else escaped(section.title)
    yield from ("", say("markdown.section", text=title), "")
    for told in section.told:
        happened = say("markdown.bold", text=told.happened)
        yield say("markdown.item", text=f"{happened} {_named(told.head, told.entry)}")
        for line in told.lines:
            yield say("markdown.inner", text=_line(line))


def _line(line: ChangeLine) -> str:
    tags = {Fate.SAME: "markdown.same", Fate.OLD: "markdown.old", Fate.NEW: "markdown.new"}
    runs = (say(tags[run.fate], text=escaped(run.text)) for run in shortened(line.runs))
    words = "".join(runs) or escaped(line.words)
    return say("label", label=escaped(line.label), words=words) if line.label else words


def _named(name: str, id_: str) -> str:
    return say("called", name=escaped(name), id=_id(id_))


def _id(id_: str) -> str:
    """An id as code, which needs no escape; anything else as text."""
    return say("markdown.code", text=id_) if _ID.fullmatch(id_) else escaped(id_)
