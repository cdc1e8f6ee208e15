"""Views into HTML: our own Jinja environment, which escapes everything and forgives nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import jinja2
from markupsafe import Markup

from macros.addresses import Address


@jinja2.pass_context
def _href(context: jinja2.runtime.Context, address: Address) -> str:
    """The reference to ``address`` from the page that is being rendered."""
    return address.seen_from(str(context["page"]))


class Renderer:
    """Renders the fragments of one folder."""

    def __init__(self, fragments: Path, **functions: Callable[..., object]) -> None:
        """Read templates from ``fragments``; a missing value or template is an error.

        ``functions`` can be called by every template under their names.
        """
        self._environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(fragments),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            # A renderer serves one build: no template changes under it, so none is looked at again.
            auto_reload=False,
        )
        self._environment.filters["href"] = _href
        self._environment.globals.update(functions)

    def render(self, fragment: str, view: object, page: str, block: str = "body") -> Markup:
        """One block of the template ``fragment``, given ``view``, for the page at path ``page``.

        The template sees the view as ``view`` and the page's path as ``page``; the filter ``href``
        turns an Address into a reference from there. Raises ``jinja2.TemplateError``.
        """
        template = self._environment.get_template(fragment)
        context = template.new_context({"view": view, "page": page})
        return Markup("".join(template.blocks[block](context))).strip()
