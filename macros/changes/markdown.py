"""The report as Markdown for a pull request: what matters first, the rest folded, data never code.

What stayed, went and came is marked by tags, since asterisks beside Chinese marks are not read as
emphasis. Everything that comes from the data is escaped, so that it can neither become markup nor
call anybody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.changes.catalogue import say
from macros.changes.plain import shortened
from macros.changes.runs import Fate
from macros.changes.telling import Line
from macros.changes.told import Report, Section
from macros.report import visible

MOST = 60_000
"""How long a report may be, in characters: code hosts refuse comments of more than 65,536."""

# What Markdown, its tables, its formulas, its links of themselves and its mentions are made of.
_SPECIAL = re.compile(r"[\\`*_\[\]|~#$:.!(){}]")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)?", re.ASCII)


def as_markdown(report: Report, title: str) -> str:
    """The whole report; ``title`` says what was compared. What is too long is left out and said."""
    lines = [*_head(report, title)]
    sections = [[*_section(section)] for section in report.sections]
    length = sum(len(line) + 1 for line in lines)
    shown = 0
    for section in sections:
        length += sum(len(line) + 1 for line in section)
        if length > MOST:
            break
        shown += 1
    left = len(sections) - shown
    if sections:
        told = [line for section in sections[:shown] for line in section]
        if left:
            told += ["", say("markdown.left", count=left)]
        lines += ["", say("markdown.fold", summary=say("report.all")), *told, ""]
        lines.append(say("markdown.unfold"))
    return "".join(f"{line}\n" for line in lines)


def escaped(text: str) -> str:
    """``text`` as Markdown shows it, whatever it holds; one line."""
    shown = _SPECIAL.sub(r"\\\g<0>", visible(text))
    shown = shown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return shown.replace("@", say("markdown.at"))


def _head(report: Report, title: str) -> Iterator[str]:
    yield say("markdown.title", text=escaped(title))
    if report.summary:
        yield from ("", report.summary, "", say("markdown.part", text=say("report.whom")), "")
        if report.whom:
            yield say("markdown.whom.head")
        else:
            yield say("report.nobody")
    for one in report.whom:
        yield say("markdown.row", left=escaped(one.name), right=escaped(one.sentence))
    if report.again:
        yield from ("", say("markdown.part", text=say("report.again")), "")
        yield say("markdown.again.head")
    for ground in report.again:
        resting = say("then").join(
            say("report.again.kind", kind=kind, ids=say("and").join(_id(id_) for id_, _ in named))
            for kind, named in ground.kinds
        )
        yield say("markdown.row", left=_named(ground.name, ground.ground), right=resting)
    if report.renumbered:
        yield from ("", say("markdown.part", text=say("report.renumbered")), "")
        yield from (say("markdown.item", text=line) for line in report.renumbered)


def _section(section: Section) -> Iterator[str]:
    title = _named(section.title, section.entry) if section.entry else escaped(section.title)
    yield from ("", say("markdown.section", text=title), "")
    for told in section.told:
        happened = say("markdown.bold", text=told.happened)
        yield say("markdown.item", text=f"{happened} {_named(told.head, told.entry)}")
        for line in told.lines:
            yield say("markdown.inner", text=_line(line))


def _line(line: Line) -> str:
    tags = {Fate.SAME: "markdown.same", Fate.OLD: "markdown.old", Fate.NEW: "markdown.new"}
    runs = (say(tags[run.fate], text=escaped(run.text)) for run in shortened(line.runs))
    words = "".join(runs) or escaped(line.words)
    return say("label", label=escaped(line.label), words=words) if line.label else words


def _named(name: str, id_: str) -> str:
    return say("called", name=escaped(name), id=_id(id_))


def _id(id_: str) -> str:
    """An id as code, which needs no escape; anything else as text."""
    return say("markdown.code", text=id_) if _ID.fullmatch(id_) else escaped(id_)
