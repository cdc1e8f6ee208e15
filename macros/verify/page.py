"""One built page as facts: what it shows, what it points to, which ids it has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.verify.dom import Node, find, line, parse, strings, text, upwards, value
from macros.verify.references import Reference, references
from macros.verify.residue import code, residue

_PROMISES = ("data-clause", "data-title", "data-quote", "data-duty")
_PROMISED = " or ".join(f"@{name}" for name in _PROMISES)
_VERBATIM_NAMES = ("data-clause", "data-title", "data-quote")
_VERBATIM = " or ".join(f"@{name}" for name in _VERBATIM_NAMES)
_PARTY = "@data-role and @data-degree and @data-basis"
# What a reader never gets to see.
_UNSEEN = "@hidden or @aria-hidden='true' or self::template or self::noscript"


@dataclass(frozen=True, slots=True)
class Shown:
    """An element that carries a ``data-`` promise.

    ``id`` is the promised record's, ``anchor`` the element's own id. ``seen`` is false if the
    element, or some of its verbatim text, is kept from the reader's eyes.
    """

    id: str
    text: str
    line: int
    anchor: str
    seen: bool


@dataclass(frozen=True, slots=True)
class ShownParty:
    """A role's part in a measure (a matrix cell) or in a duty, as the page has it."""

    of: str
    role: str
    degree: str
    basis: str
    line: int


@dataclass(frozen=True, slots=True)
class Running:
    """A document's continuous text: its titles and clauses in order, and what stands between."""

    document: str
    shown: tuple[Shown, ...]
    between: str


@dataclass(frozen=True, slots=True)
class Said:
    """Something a page says of the record ``id``."""

    id: str
    value: str
    line: int


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """A page of the built site; ``path`` is relative to its root, with forward slashes.

    ``rhythms`` and ``timings`` say how often a duty is shown to fall due, and on which basis;
    ``marked`` which words of its clause are marked for it. ``literals`` are the texts of all
    ``code`` elements, ``loose_quotes`` the lines of quotes that name no clause. ``is_utf8`` is
    false if some bytes are no characters.
    """

    path: str
    title: str
    heads: tuple[str, ...]
    ids: tuple[tuple[str, int], ...]
    references: tuple[Reference, ...]
    clauses: tuple[Shown, ...]
    titles: tuple[Shown, ...]
    quotes: tuple[Shown, ...]
    duties: tuple[Shown, ...]
    definitions: tuple[Shown, ...]
    running: tuple[Running, ...]
    cells: tuple[ShownParty, ...]
    parties: tuple[ShownParty, ...]
    rhythms: tuple[Said, ...]
    timings: tuple[Said, ...]
    marked: tuple[Said, ...]
    literals: frozenset[str]
    loose_quotes: tuple[int, ...]
    residue: tuple[tuple[str, int], ...]
    code: tuple[tuple[str, int], ...]
    is_utf8: bool

    @property
    def anchors(self) -> frozenset[str]:
        """All ids, as targets of links."""
        return frozenset(id_ for id_, _ in self.ids)


def read(site: Path, path: str) -> BuiltPage:
    """Parse ``site/path``. Raises OSError; broken HTML is read as a browser would."""
    content = (site / path).read_bytes()
    source = content.decode("utf-8", errors="replace")
    lowered = source.lower()
    tree = parse(content)
    unseen = frozenset(_unseen(tree))

    def having(name: str, path: str) -> list[Node]:
        # To look for a name in a text is many times faster than to look for it in a tree.
        return find(tree, path) if name in source else []

    def shown(name: str) -> tuple[Shown, ...]:
        return tuple(_shown(having(name, f"//*[@{name}]"), (name,), unseen))

    def said(name: str) -> tuple[Said, ...]:
        return tuple(_said(having(name, f"//*[@data-duty and @{name}]"), name))

    return BuiltPage(
        path=path,
        title="".join(strings(tree, "//head/title//text()")),
        heads=tuple(map(text, tree.iter("h1"))),
        ids=tuple((value(node, "id"), line(node)) for node in find(tree, "//*[@id]")),
        references=tuple(references(tree, lowered)),
        clauses=shown("data-clause"),
        titles=shown("data-title"),
        quotes=shown("data-quote"),
        duties=shown("data-duty"),
        definitions=shown("data-definition"),
        running=tuple(_running(having("data-text-of", "//*[@data-text-of]"), unseen)),
        cells=_parties(having("data-measure", f"//*[@data-measure and {_PARTY}]"), "data-measure"),
        parties=_parties(
            having("data-role", f"//*[not(@data-measure) and {_PARTY}][ancestor::*[@data-duty]]"),
            "data-duty",
        ),
        rhythms=said("data-rhythm"),
        timings=said("data-timing"),
        marked=tuple(_marked(having("data-duty-quote", "//*[@data-clause]"))),
        literals=frozenset(map(text, tree.iter("code"))),
        loose_quotes=tuple(line(q) for q in tree.iter("q") if q.get("data-quote") is None),
        residue=tuple(residue(tree, source)),
        code=tuple(code(tree, lowered)),
        is_utf8="\ufffd" not in source,
    )


def _unseen(tree: Node) -> Iterator[Node]:
    """The promising elements that are hidden, or have something hidden in their verbatim text."""
    above: set[Node] = set()
    for hidden in find(tree, f"//*[{_UNSEEN}]"):
        if len(hidden):
            yield from find(hidden, f"descendant-or-self::*[{_PROMISED}]")
        elif any(hidden.get(name) is not None for name in _PROMISES):
            yield hidden
        for node in hidden.iterancestors():
            if node in above:
                break
            above.add(node)
    yield from (n for n in above if any(n.get(name) is not None for name in _VERBATIM_NAMES))


def _shown(
    nodes: Iterable[Node], names: tuple[str, ...], unseen: frozenset[Node]
) -> Iterator[Shown]:
    """Elements as what they promise under the first of the attributes ``names`` that they have."""
    for node in nodes:
        promise = next(value(node, name) for name in names if node.get(name) is not None)
        yield Shown(promise, text(node), line(node), value(node, "id"), node not in unseen)


def _running(holders: Iterable[Node], unseen: frozenset[Node]) -> Iterator[Running]:
    for holder in holders:
        nodes = find(holder, ".//*[@data-title or @data-clause]")
        yield Running(
            value(holder, "data-text-of"),
            tuple(_shown(nodes, ("data-title", "data-clause"), unseen)),
            "".join(strings(holder, f".//text()[not(ancestor::*[{_VERBATIM}])]")),
        )


def _said(duties: Iterable[Node], name: str) -> Iterator[Said]:
    """What duties' elements say of them under the attribute ``name``."""
    return (Said(value(n, "data-duty"), value(n, name), line(n)) for n in duties)


def _parties(nodes: Iterable[Node], name: str) -> tuple[ShownParty, ...]:
    return tuple(
        ShownParty(
            next(value(holder, name) for holder in upwards(node) if holder.get(name) is not None),
            value(node, "data-role"),
            value(node, "data-degree"),
            value(node, "data-basis"),
            line(node),
        )
        for node in nodes
    )


def _marked(clauses: Iterable[Node]) -> Iterator[Said]:
    """For each clause and duty, the words that the clause marks as the duty's, put together."""
    for clause in clauses:
        words: dict[str, list[str]] = {}
        for node in find(clause, ".//*[@data-duty-quote]"):
            for duty in value(node, "data-duty-quote").split():
                words.setdefault(duty, []).append(text(node))
        for duty, pieces in words.items():
            yield Said(duty, "".join(pieces), line(clause))
