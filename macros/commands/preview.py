"""The newest good site of a project that is being edited, and what is wrong with it now."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from watchfiles import watch

from macros.check.project import check_project
from macros.check.report import as_text
from macros.data.project import Project
from macros.exports.making import Workshop
from macros.knowledge import Library
from macros.knowledge.addresses import Address, of_diagnostic
from macros.text.diagnostics import Diagnostic
from macros.views.offers import offers
from macros.website import BuildError, build_tree

# Milliseconds in which several changes count as one.
_TOGETHER = 200


@dataclass(frozen=True, slots=True)
class Preview:
    """The state of a preview: how many attempts there were, the findings, their text, the failure.

    ``failure`` is what went wrong when the data could not be read or rendered; ``stale`` is true
    while ``tree`` is older than the data; ``tree`` is the newest good site, made of ``library``.
    """

    version: int = 0
    findings: tuple[Diagnostic, ...] = ()
    report: str = ""
    failure: str = ""
    stale: bool = False
    tree: Path | None = None
    library: Library | None = None

    @property
    def explained(self) -> dict[str, Address]:
        """The pages of the codes that were found, each once."""
        return {found.code: of_diagnostic(found.code) for found in self.findings}


@dataclass
class Previewer:
    """Keeps the newest good tree of a ``project`` and the findings of the newest attempt.

    Trees are built in folders of ``workshop``. ``on_change`` is told the state after each attempt.
    A tree holds no file for download: an edit would wait for hundreds that nobody asks for, so each
    is made when it is asked for.
    """

    project: Project
    workshop: Path
    on_change: Callable[[Preview], None]
    state: Preview = field(default_factory=Preview)
    _one_at_a_time: threading.Lock = field(default_factory=threading.Lock)

    def rebuild(self) -> None:
        """Check and render; the last good tree stays when either fails."""
        with self._one_at_a_time:
            old = self.state.tree
            self.state = self._attempt(self.state.version + 1)
            if old is not None and old != self.state.tree:
                shutil.rmtree(old, ignore_errors=True)
            self.on_change(self.state)

    def _attempt(self, version: int) -> Preview:
        old, fresh = self.state, self.workshop / str(version)
        try:
            project = self.project.anew()
            checked = check_project(project)
            if not checked.has_errors:
                build_tree(project, fresh, library=checked.library, made={})
        except Exception as error:  # a preview outlives whatever an unfinished change brings about
            shutil.rmtree(fresh, ignore_errors=True)
            kind = "" if isinstance(error, BuildError) else f"{type(error).__name__}: "
            failure = f"{kind}{error}"
            return replace(
                old, version=version, findings=(), report="", failure=failure, stale=True
            )
        report = as_text(checked.findings, checked.sources) if checked.findings else ""
        told = Preview(version, checked.findings, report)
        if checked.has_errors:
            return replace(told, stale=True, tree=old.tree, library=old.library)
        return replace(told, tree=fresh, library=checked.library)

    def file(self, state: Preview, path: str) -> bytes | None:
        """The file on offer at ``path``, made now; None if there is none. Raises MakeError."""
        if state.library is None:
            return None
        workshop = Workshop.of(self.project, state.library)
        found = (offer for offer in offers(state.library) if offer.address.page == path)
        return next(map(workshop.one, found), None)

    def follow(self, stop: threading.Event) -> tuple[threading.Thread, ...]:
        """Threads that rebuild at every change of the project until ``stop`` is set.

        The settings file is watched by its folder: an editor that saves by putting a new file in
        place of the old one would shake off whoever watches the file.
        """
        folders = [path for path in self.project.inputs if path.is_dir()]
        settings = self.project.settings

        def follow_folders() -> None:
            for _ in watch(*folders, stop_event=stop, debounce=_TOGETHER):
                self.rebuild()

        def follow_settings() -> None:
            watched = watch(
                settings.parent,
                recursive=False,
                watch_filter=lambda change, path: Path(path).name == settings.name,
                stop_event=stop,
                debounce=_TOGETHER,
            )
            for _ in watched:
                self.rebuild()

        targets = follow_folders, follow_settings
        return tuple(threading.Thread(target=target, daemon=True) for target in targets)
