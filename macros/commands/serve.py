"""Live preview over http: every page of the newest good site, with what is wrong beneath it."""

from __future__ import annotations

import re
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from macros.commands.preview import Preview, Previewer
from macros.data.project import Project
from macros.exports.making import MakeError
from macros.views.render import Renderer

_OWN = "/__preview/"
# By these names a browser on this computer asks for it. By any other, a page from elsewhere asks,
# whose name was made to lead here.
_LOOPBACK = re.compile(r"(?:127\.0\.0\.1|localhost|\[::1\])(?::[0-9]+)?", re.ASCII | re.IGNORECASE)
_OWN_FILES = {"preview.css": "text/css", "preview.js": "text/javascript"}


class PortError(Exception):
    """The port cannot be opened; ``reason`` is the system's own word."""

    def __init__(self, port: int, reason: str) -> None:
        """Keep which port it was, and why."""
        super().__init__(port, reason)
        self.port = port
        self.reason = reason


@contextmanager
def serving(
    project: Project, address: tuple[str, int], on_change: Callable[[Preview], None]
) -> Iterator[tuple[str, Previewer]]:
    """A preview of a project on ``address`` (port 0: any free one), as its URL and its previewer.

    ``on_change`` is told the state after the first attempt and after every later one. Raises
    PortError if the port cannot be opened.
    """
    stop = threading.Event()
    with tempfile.TemporaryDirectory(prefix="clausebook-", ignore_cleanup_errors=True) as workshop:
        previewer = Previewer(project, Path(workshop), on_change)
        with _server(address, previewer) as server:
            previewer.rebuild()
            threads = (
                threading.Thread(target=server.serve_forever, daemon=True),
                *previewer.follow(stop),
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


def _server(address: tuple[str, int], previewer: Previewer) -> ThreadingHTTPServer:
    try:
        return _Server(address, partial(_Handler, previewer=previewer))
    except (OSError, OverflowError) as error:
        raise PortError(address[1], str(error)) from error


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: a browser that goes away in the middle of an answer is no news."""


class _Handler(SimpleHTTPRequestHandler):
    """Serves the newest good tree, with the findings' panel on every page."""

    def __init__(self, *args: Any, previewer: Previewer, **kwargs: Any) -> None:
        # One state for the whole request, whatever changes meanwhile.
        self._state = previewer.state
        self._previewer = previewer
        super().__init__(*args, directory=str(self._state.tree or previewer.workshop), **kwargs)

    def parse_request(self) -> bool:
        """Read the head of a request; refuse it unless it is meant for this computer."""
        if not super().parse_request():
            return False
        if _LOOPBACK.fullmatch(self.headers.get("Host", "")):
            return True
        self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
        return False

    def do_GET(self) -> None:
        """Answer with our own small files, a page and its panel, or a file of the tree."""
        path = self.path.partition("?")[0]
        file = Path(self.translate_path(path))
        if path.startswith(_OWN):
            self._own(path.removeprefix(_OWN))
        elif self._state.tree is None:
            self._page("", HTTPStatus.OK)
        elif (page := file / "index.html" if file.is_dir() else file).suffix == ".html":
            found = page.is_file()
            shown = page if found else self._state.tree / "404.html"
            status = HTTPStatus.OK if found else HTTPStatus.NOT_FOUND
            self._page(shown.read_text(encoding="utf-8"), status)
        elif not file.exists():
            self._file(unquote(path).lstrip("/"))
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
            self._answer(str(self._state.version), "text/plain")
        elif name in _OWN_FILES:
            file = Path(__file__).with_name(name)
            self._answer(file.read_text(encoding="utf-8"), _OWN_FILES[name])
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def _file(self, path: str) -> None:
        """Answer with a file on offer, made now."""
        try:
            content = self._previewer.file(self._state, path)
        except MakeError as error:
            self.send_error(HTTPStatus.INTERNAL_SERVER_ERROR, error.name)
            return
        if content is None:
            self.send_error(HTTPStatus.NOT_FOUND)
        else:
            self._answer(content, self.guess_type(path))

    def _page(self, page: str, status: HTTPStatus) -> None:
        """Answer with a page and the panel; behind its end, a browser still reads it as body."""
        renderer = Renderer(self._previewer.project.fragments)
        panel = renderer.render("preview.html", self._state, "index.html")
        self._answer(f"{page}{panel}", "text/html", status)

    def _answer(self, content: str | bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        text = isinstance(content, str)
        body = content.encode() if isinstance(content, str) else content
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if text else kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
