"""Views into HTML: our own Jinja environment, which escapes everything and forgives nothing."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from enum import Enum, StrEnum
from functools import lru_cache
from pathlib import Path
from types import CodeType
from typing import Any

import jinja2
from markupsafe import Markup, escape

from macros.knowledge import Library
from macros.knowledge.addresses import Address
from macros.knowledge.citations import Citations, Cited
from macros.model import Degree, Part
from macros.views.parts import guide_words
from macros.words.vocabulary import word, words

_EMPTY = Library()
# Texts whose escaped form is kept: the same words stand on many pages.
_KEPT = 1 << 16


@lru_cache(maxsize=_KEPT)
def _escaped_text(text: str) -> str:
    return str(escape(text))


def _escaped(value: object) -> str:
    """What ``markupsafe.escape`` gives, as a plain string where it is only joined to others."""
    if type(value) is str:
        return _escaped_text(value)
    return value if type(value) is Markup else escape(value)


class _Template(jinja2.Template):
    """A template whose output is escaped without an object made for each piece of it."""

    @classmethod
    def from_code(
        cls,
        environment: jinja2.Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],  # noqa: A002 - the name is Jinja's
        uptodate: Callable[[], bool] | None = None,
    ) -> jinja2.Template:
        """The template of compiled code, whose functions find our way of escaping."""
        template = super().from_code(environment, code, globals, uptodate)
        template.root_render_func.__globals__["escape"] = _escaped
        return template


class _Environment(jinja2.Environment):
    template_class = _Template


def _shown(value: object) -> object:
    """``value`` if it is words or a number; TypeError for what only Python would write so.

    What is undefined is let pass: it raises by itself, and says by which name it was asked for.
    """
    if isinstance(value, (str, int, float, jinja2.Undefined)) and not isinstance(
        value, (bool, Enum)
    ):
        return value
    raise TypeError(f"a template would print {value!r}")


def _key(value: str) -> str:
    """A word of a closed vocabulary as attributes and style sheets know it."""
    return value.value if isinstance(value, StrEnum) else value


@jinja2.pass_context
def _href(context: jinja2.runtime.Context, address: Address) -> str:
    """The reference to ``address`` from the page that is being rendered."""
    return address.seen_from(str(context["page"]))


class Renderer:
    """Renders the fragments of one folder."""

    def __init__(
        self, fragments: Path, library: Library = _EMPTY, **functions: Callable[..., object]
    ) -> None:
        """Read templates from ``fragments``; a missing value or template is an error.

        The records they cite are those of ``library``; ``functions`` can be called by every
        template under their names, ``degrees`` is the table of degrees, ``word`` and
        ``vocabulary`` say what values are called, ``guide_words`` what a guide says of itself.
        """
        self._environment = _Environment(
            loader=jinja2.FileSystemLoader(fragments),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            finalize=_shown,
            trim_blocks=True,
            lstrip_blocks=True,
            # A renderer serves one build: no template changes under it, so none is looked at again.
            auto_reload=False,
        )
        citations = Citations(library)
        self._environment.filters["href"] = _href
        self._environment.globals.update(
            functions, degrees=tuple(Degree), word=word, vocabulary=words, guide_words=guide_words
        )
        self._environment.filters["key"] = _key
        self._environment.filters["within"] = citations.within

        @jinja2.pass_context
        def cite(context: jinja2.runtime.Context, record: Cited, page: str | None = None) -> str:
            return citations.of(record, str(context["page"]) if page is None else page)

        @jinja2.pass_context
        def numbered(context: jinja2.runtime.Context, part: Part, page: str | None = None) -> str:
            return citations.before(part, str(context["page"]) if page is None else page)

        self._environment.filters["cite"] = cite
        self._environment.filters["numbered"] = numbered

    def render(self, fragment: str, view: object, page: str, block: str = "body") -> Markup:
        """One block of the template ``fragment``, given ``view``, for the page at path ``page``.

        The template sees the view as ``view`` and the page's path as ``page``; the filter ``href``
        turns an Address into a reference from there, ``cite`` a record into its citation there and
        ``numbered`` a part into what stands before its title; ``within`` gives a clause's place in
        its measure, and ``key`` a word of a vocabulary as attributes know it. Raises
        ``jinja2.TemplateError``, and TypeError where a template prints what is neither words nor a
        number.
        """
        template = self._environment.get_template(fragment)
        context = template.new_context({"view": view, "page": page})
        return Markup("".join(template.blocks[block](context))).strip()
