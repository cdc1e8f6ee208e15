"""Live preview: rebuild when something changes, and show findings instead of a dead server."""

from __future__ import annotations

import shutil
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from watchfiles import watch

from macros.check import NoDataError, check_project
from macros.diagnostics import Diagnostic
from macros.render import Renderer
from macros.report import as_text
from macros.website import BuildError, build_tree


class PortError(Exception):
    """The port cannot be opened; ``reason`` is the system's own word."""

    def __init__(self, port: int, reason: str) -> None:
        """Keep which port it was, and why."""
        super().__init__(port, reason)
        self.port = port
        self.reason = reason


# What a preview depends on, under the project's root.
_WATCHED = ("data", "docs", "overrides", "mkdocs.yml")
_OWN = "/__preview/"
_OWN_FILES = {"preview.css": "text/css", "preview.js": "text/javascript"}


@dataclass(frozen=True, slots=True)
class Preview:
    """The state of a preview: how many builds there were, the findings, their text, the failure.

    ``failure`` is what the site builder said when data without errors could not be rendered;
    ``stale`` is true while ``tree`` is older than the data; ``tree`` is the newest good site.
    """

    version: int = 0
    findings: tuple[Diagnostic, ...] = ()
    report: str = ""
    failure: str = ""
    stale: bool = False
    tree: Path | None = None


@dataclass
class Previewer:
    """Keeps the newest good tree of a project and the findings of the newest attempt."""

    root: Path
    workshop: Path
    on_change: Callable[[Preview], None]
    state: Preview = field(default_factory=Preview)

    def rebuild(self) -> Preview:
        """Check and render; the last good tree stays when either fails."""
        old = self.state
        self.state = self._attempt(old)
        if old.tree not in (None, self.state.tree):
            shutil.rmtree(str(old.tree), ignore_errors=True)
        self.on_change(self.state)
        return self.state

    def _attempt(self, old: Preview) -> Preview:
        version = old.version + 1
        fresh = self.workshop / str(version)
        try:
            checked = check_project(self.root)
            if not checked.has_errors:
                build_tree(self.root, fresh, library=checked.library)
        except (BuildError, NoDataError, OSError) as error:
            # A file may be gone for a moment while an editor saves it; the next change tells.
            shutil.rmtree(fresh, ignore_errors=True)
            return replace(old, version=version, failure=str(error), stale=True)
        findings = checked.findings
        report = as_text(findings, checked.sources) if findings else ""
        tree = old.tree if checked.has_errors else fresh
        return Preview(version, findings, report, "", checked.has_errors, tree)

    def follow(self, stop: threading.Event) -> None:
        """Rebuild at every change of what the preview depends on, until ``stop`` is set."""
        paths = [path for name in _WATCHED if (path := self.root / name).exists()]
        for _ in watch(*paths, stop_event=stop, debounce=200):
            self.rebuild()


class _Handler(SimpleHTTPRequestHandler):
    """Serves the newest good tree, with the findings' panel on every page."""

    def __init__(self, *args: object, previewer: Previewer, **kwargs: object) -> None:
        self._previewer = previewer
        tree = previewer.state.tree or previewer.workshop
        super().__init__(*args, directory=str(tree), **kwargs)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer with our own small files, a page and its panel, or a file of the tree."""
        if self.path.startswith(_OWN):
            self._own(self.path.removeprefix(_OWN))
            return
        file = Path(self.translate_path(self.path))
        if file.is_dir():
            file = file / "index.html"
        if file.suffix == ".html" and file.is_file():
            self._answer(self._with_panel(file.read_text(encoding="utf-8")), "text/html")
        elif self._previewer.state.tree is None:
            self._answer(self._with_panel(""), "text/html")
        else:
            super().do_GET()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing: requests are no news to an editor."""

    def end_headers(self) -> None:
        """Forbid caching: a preview is only ever the newest."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def _own(self, name: str) -> None:
        if name == "version":
            self._answer(str(self._previewer.state.version), "text/plain")
        elif name in _OWN_FILES:
            file = Path(__file__).with_name(name)
            self._answer(file.read_text(encoding="utf-8"), _OWN_FILES[name])
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def _answer(self, content: str, kind: str) -> None:
        body = content.encode()
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _with_panel(self, page: str) -> str:
        root = self._previewer.root
        renderer = Renderer(root / "overrides" / "fragments")
        panel = renderer.render("preview.html", self._previewer.state, "index.html")
        # Behind the end of a page, a browser still reads what is there as part of its body.
        return f"{page}{panel}"


@contextmanager
def serving(
    root: Path, address: tuple[str, int], on_change: Callable[[Preview], None]
) -> Iterator[tuple[str, Previewer]]:
    """A preview of ``root`` on ``address`` (port 0: any free one), as its URL and its previewer.

    ``on_change`` is told the state after the first build and after every later one. Raises OSError
    if the port is taken.
    """
    stop = threading.Event()
    with tempfile.TemporaryDirectory(prefix="clausebook-") as workshop:
        previewer = Previewer(root, Path(workshop), on_change)
        handler = partial(_Handler, previewer=previewer)
        with ThreadingHTTPServer(address, handler) as server:
            previewer.rebuild()
            threads = (
                threading.Thread(target=server.serve_forever, daemon=True),
                threading.Thread(target=previewer.follow, args=(stop,), daemon=True),
            )
            for thread in threads:
                thread.start()
            host, port = server.server_address[:2]
            try:
                yield f"http://{host!s}:{port}/", previewer
            finally:
                stop.set()
                server.shutdown()
                for thread in threads:
                    thread.join()
