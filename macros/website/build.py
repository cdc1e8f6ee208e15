"""The whole tree built by a program: quietly, and with every warning a failure."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from macros.data.project import Project
from macros.exports.making import Made
from macros.knowledge import Library
from macros.website.plugin import ClausebookPlugin


class BuildError(Exception):
    """The tree could not be built; ``messages`` are the site generator's own words."""

    def __init__(self, messages: tuple[str, ...]) -> None:
        """Keep what was complained of, in order."""
        super().__init__("\n".join(messages))
        self.messages = messages


def build_tree(
    project: Project,
    into: Path,
    progress: Callable[[int, int], None] | None = None,
    library: Library | None = None,
    made: Mapping[str, Made] | None = None,
) -> None:
    """Build the site of a project into the folder ``into``, which is emptied first.

    ``progress`` is told how many steps are done, of how many. ``library`` spares reading the data
    again if the caller has checked it; ``made`` are its files on offer, by their paths, if they are
    not to be made here. Raises BuildError if MkDocs, a plugin, a view or a template
    raises or warns, OSError if a file cannot be read or written; what then stands in ``into`` is
    not to be used.
    """
    complaints = _Complaints()
    logger = logging.getLogger("mkdocs")
    level, propagate = logger.level, logger.propagate
    logger.addHandler(complaints)
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    try:
        config = load_config(str(project.settings), site_dir=str(into), strict=True)
        plugin = config.plugins["clausebook"]
        assert isinstance(plugin, ClausebookPlugin)
        plugin.project, plugin.library = project, library
        plugin.made, plugin.progress = made, progress
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()
    except OSError:
        raise
    except (Exception, SystemExit) as error:
        said = f"{type(error).__name__}: {error}"
        raise BuildError((*complaints.messages, said)) from error
    finally:
        logger.removeHandler(complaints)
        logger.setLevel(level)
        logger.propagate = propagate
    if complaints.messages:
        raise BuildError(tuple(complaints.messages))


class _Complaints(logging.Handler):
    """Collects warnings and errors."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())
