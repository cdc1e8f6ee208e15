"""An office file being written, from its title to its bytes, the same for the same contents."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Sequence
from io import BytesIO

from macros.exports.docx import elements as words
from macros.exports.docx import numbering, page
from macros.exports.docx.elements import Element, Run, element, valued
from macros.exports.docx.page import blank
from macros.exports.docx.styles import DUTIES, TASKS, Scale
from macros.words.files import say

# The earliest date that the format can hold: no clock is read.
_DATE = (1980, 1, 1, 0, 0, 0)
_UNIX = 3


def settled(content: bytes) -> bytes:
    """The archive again, its members in the same order, without dates or a system's marks."""
    out = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(content)) as given,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as made,
    ):
        for name in given.namelist():
            member = zipfile.ZipInfo(name, _DATE)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = _UNIX
            member.external_attr = 0o644 << 16
            made.writestr(member, given.read(name))
    return out.getvalue()


Words = Run | str

# The deepest heading that stands in the contents.
_SHOWN = 2


class Paper:
    """Collects paragraphs and tables; what was asked for first stands first."""

    def __init__(self, scale: Scale, title: str, version: str) -> None:
        """Start with ``title``, and the line that says what this is not."""
        self._document = blank(scale)
        self._end = self._document.element.body.sectPr
        self._numbers = self._document.part.numbering_part.element
        self._headings: list[tuple[str, int, str]] = []
        self._contents: Element | None = None
        self._contents_apart = False
        self._places = 0
        page.head(self._document, title, version)
        self._describe(title, version)
        self.paragraph("Title", title)
        self.paragraph("Subtitle", say("page.unofficial"))

    def paragraph(
        self, style: str, *content: Words, numbering: int = 0, new_page: bool = False
    ) -> None:
        """Words in a style; ``numbering`` is a list that ``duties`` or ``tasks`` gave."""
        runs = map(words.run, content)
        self._add(words.paragraph(style, runs, numbering=numbering, new_page=new_page))

    def passage(self, *clauses: tuple[str, str]) -> None:
        """Clauses one after another, each a place that can be linked to by its id."""
        content: list[Element] = []
        for name, text in clauses:
            content += words.bookmarked(name, self._place(), (words.run(text),))
        self._add(words.paragraph("Clause", content))

    def option(self, text: str, numbering: int) -> None:
        """An option of the task before it, lettered from A."""
        self._add(words.paragraph("Option", (words.run(text),), numbering=numbering, level=1))

    def heading(self, level: int, text: str, *, new_page: bool = False) -> None:
        """A heading; those of the first two levels stand in the contents."""
        content: Iterable[Element] = (words.run(text),)
        if level <= _SHOWN:
            number = self._place()
            name = f"_Toc{number:08}"
            self._headings.append((text, level, name))
            content = words.bookmarked(name, number, content)
        self._add(words.paragraph(f"Heading{level}", content, new_page=new_page))

    def contents(self, *, new_page: bool = False) -> None:
        """The table of contents stands here."""
        self._contents_apart = new_page
        self._contents = element("sdtContent")
        gallery = (valued("docPartGallery", "Table of Contents"), element("docPartUnique"))
        properties = element("sdtPr", children=(element("docPartObj", children=gallery),))
        self._add(element("sdt", children=(properties, self._contents)))

    def table(
        self,
        title: str,
        widths: Sequence[int],
        head: Sequence[str],
        rows: Iterable[Sequence[Sequence[Element]]],
        *,
        height: int = 0,
    ) -> None:
        """A table; ``head`` is repeated on every page, an empty one left out."""
        heads = [[words.paragraph("Head", (words.run(name),))] for name in head]
        made = [words.row(widths, heads, head=True)] if heads else []
        made += [words.row(widths, cells, height=height) for cells in rows]
        self._add(words.table(widths, made, title))

    def duties(self) -> int:
        """A new list of duties, counted from 1."""
        return numbering.fresh(self._numbers, DUTIES)

    def tasks(self) -> int:
        """A new list of tasks, counted from 1; it goes on wherever it is used again."""
        return numbering.fresh(self._numbers, TASKS)

    def content(self) -> bytes:
        """The file."""
        if self._contents is not None:
            self._contents.extend(self._list_of_headings())
        out = BytesIO()
        self._document.save(out)
        return settled(out.getvalue())

    def _add(self, made: Element) -> None:
        self._end.addprevious(made)

    def _place(self) -> int:
        self._places += 1
        return self._places

    def _list_of_headings(self) -> list[Element]:
        """The field with what it will show but for the page numbers, which only Word can know."""
        title = (words.run(say("contents.title")),)
        lines = [words.paragraph("TOCHeading", title, new_page=self._contents_apart)]
        entries = [
            words.paragraph(
                f"TOC{level}",
                (element("hyperlink", {"anchor": name, "history": 1}, (words.run(text),)),),
            )
            for text, level, name in self._headings
        ]
        entries.append(words.paragraph("Note", (words.run(say("contents.hint")),)))
        entries[0].insert(1, words.opened(rf'TOC \o "1-{_SHOWN}" \h \z \u'))
        entries[-1].append(words.closed())
        return lines + entries

    def _describe(self, title: str, version: str) -> None:
        """Properties of the file; it has no date, since it has none of its own."""
        properties = self._document.core_properties
        for known in list(properties._element):
            properties._element.remove(known)
        # The longest that Word takes for a property.
        properties.title = title[:255]
        properties.author = say("page.author")
        properties.comments = say("page.comment", version=version)
        properties.language = "zh-CN"
        properties.version = version
