"""``clausebook serve``: what is changed shows at once, and what is broken says so on the page."""

from __future__ import annotations

import http.client
import queue
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from macros.commands.preview import Preview, Previewer
from macros.commands.serve import PortError, serving
from macros.data.project import Project
from tests.cli.shell import run
from tests.projects import edited, small

pytestmark = pytest.mark.slow

MEASURE = "data/documents/corner/measures/a02.yml"
DUTY = "do: 看书前洗手"
PAGE = "corner/a02.html"
# The panel is on every page, and has something to say on this one.
LOUD = 'class="cb-preview"'
PATIENCE = 120


@dataclass
class Watched:
    """A running preview: its project, its address, and what it told."""

    root: Path
    url: str
    told: queue.Queue[Preview]
    previewer: Previewer

    def until(self, condition: Callable[[Preview], bool]) -> Preview:
        """The first state that is told from now on and fulfils ``condition``."""
        while not condition(state := self.told.get(timeout=PATIENCE)):
            pass
        return state

    def page(self, path: str) -> str:
        """What a browser is given for a path."""
        with urllib.request.urlopen(self.url + path, timeout=PATIENCE) as answer:
            return str(answer.read().decode("utf-8"))


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched]:
    """A preview of a small project, for all tests of this file."""
    root = small(tmp_path_factory.mktemp("project"))
    told: queue.Queue[Preview] = queue.Queue()
    with serving(Project(root), ("127.0.0.1", 0), told.put) as (url, previewer):
        watched = Watched(root, url, told, previewer)
        first = watched.until(lambda state: True)
        assert (first.version, first.findings, first.failure, first.stale) == (1, (), "", False)
        yield watched


def good(state: Preview) -> bool:
    """Whether the newest data is on the pages."""
    return not state.stale


def test_a_page_and_its_panel(preview: Watched) -> None:
    """A page comes with a panel that has nothing to say, and never from a cache."""
    page = preview.page(PAGE)
    assert "看书前洗手" in page
    assert "data-preview-version=" in page
    assert LOUD not in page
    assert "/__preview/version" in preview.page("__preview/preview.js")
    assert ".cb-preview" in preview.page("__preview/preview.css")
    assert preview.page("") == preview.page("index.html")
    with urllib.request.urlopen(preview.url) as answer:
        assert answer.headers["Cache-Control"] == "no-store"


def test_a_file_and_an_unknown_page(preview: Watched) -> None:
    """Other files come as they are; for an unknown page there is the site's own word."""
    assert "--cb-" in preview.page("assets/clausebook/clausebook.css")
    for unknown in ("nowhere.html", "__preview/nowhere"):
        with pytest.raises(urllib.error.HTTPError) as refused:
            preview.page(unknown)
        assert refused.value.code == 404


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_only_this_computer_is_answered(preview: Watched, method: str) -> None:
    """A page from elsewhere whose name was made to lead here learns nothing."""
    port = int(preview.url.rstrip("/").rpartition(":")[2])
    answers = {}
    for host in ("127.0.0.1", f"LocalHost:{port}", "[::1]:1", "evil.example", "127.0.0.1.evil", ""):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        connection.request(method, "/index.html", headers={"Host": host})
        answer = connection.getresponse()
        answers[host] = answer.status, "看书" in answer.read().decode()
        connection.close()
    assert [status for status, _ in answers.values()] == [200, 200, 200, 421, 421, 421]
    assert not any(told for status, told in answers.values() if status != 200)


def test_a_file_for_download_is_made_when_it_is_asked_for(preview: Watched) -> None:
    """No edit waits for files: the tree holds none, and each comes with the newest data."""
    state = preview.previewer.state
    assert state.tree
    assert not (state.tree / "downloads").exists()
    url = f"{preview.url}downloads/clausebook-corner-ledger.csv"
    with urllib.request.urlopen(url, timeout=PATIENCE) as answer:
        assert "看书前洗手" in answer.read().decode("utf-8-sig")
        assert answer.headers["Content-Type"] == "text/csv"
    assert "Word" in preview.page("downloads.html")


def test_change_break_mend(preview: Watched) -> None:
    """A change shows; a fault is told on the page, over the last good text; mended, it is gone."""
    edited(preview.root, MEASURE, DUTY, "do: 先把手洗干净")
    changed = preview.until(good)
    assert "先把手洗干净" in preview.page(PAGE)
    assert preview.page("__preview/version") == str(changed.version)

    edited(preview.root, MEASURE, "do: 先把手洗干净", "do: 再洗一遍\n        quote: 多写的一行")
    broken = preview.until(lambda state: bool(state.findings))
    assert broken.stale
    assert broken.version > changed.version
    page = preview.page(PAGE)
    assert LOUD in page
    code = broken.findings[0].code
    assert f"错误[{code}]" in page
    (explained,) = re.findall(rf'<a href="/(\S+)">{code}</a>', page)
    assert code in preview.page(explained)
    assert f"{MEASURE}:" in page
    assert "先把手洗干净" in page
    assert "再洗一遍" not in page.partition(LOUD)[0]

    edited(preview.root, MEASURE, "do: 再洗一遍\n        quote: 多写的一行", DUTY)
    preview.until(good)
    page = preview.page(PAGE)
    assert LOUD not in page
    assert "看书前洗手" in page


def test_a_broken_template(preview: Watched) -> None:
    """What the site generator says stands on the page; the last good text stays."""
    fragment = "overrides/fragments/measure.html"
    edited(preview.root, fragment, "{% block body %}", "{% block body %}{{ nothing }}")
    failed = preview.until(lambda state: bool(state.failure))
    assert "nothing" in failed.failure
    page = preview.page(PAGE)
    assert LOUD in page
    assert "看书前洗手" in page
    edited(preview.root, fragment, "{% block body %}{{ nothing }}", "{% block body %}")
    preview.until(good)
    assert LOUD not in preview.page(PAGE)


def test_settings_saved_as_editors_save(preview: Watched) -> None:
    """A settings file that is replaced by a new one is followed, the second time as the first."""
    settings = preview.root / "mkdocs.yml"
    for name in ("甲", "乙"):
        text = re.sub(
            "^site_name: .*$", f"site_name: {name}", settings.read_text("utf-8"), flags=re.M
        )
        fresh = settings.with_name("mkdocs.yml.new")
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(settings)
        preview.until(good)
        assert f"<title>{name}</title>" in preview.page("")


def test_a_project_that_starts_broken(tmp_path: Path) -> None:
    """If there never was a good site, the page shows the findings alone."""
    root = edited(small(tmp_path), MEASURE, DUTY, "do: 看书前洗手\n        quote: 多写的一行")
    told: queue.Queue[Preview] = queue.Queue()
    with serving(Project(root), ("127.0.0.1", 0), told.put) as (url, previewer):
        watched = Watched(root, url, told, previewer)
        state = watched.until(lambda state: True)
        assert state.tree is None
        assert f"错误[{state.findings[0].code}]" in watched.page("")


def test_a_port_that_is_taken(tmp_path: Path) -> None:
    """A taken port is said in words, before anything is built."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with (
            pytest.raises(PortError),
            serving(Project(small(tmp_path)), ("127.0.0.1", port), print),
        ):
            pass
        ran = run("serve", "--root", tmp_path, "--port", str(port))
    assert ran.code == 2
    assert f"端口 {port} 打不开" in ran.err


def test_at_the_terminal(tmp_path: Path) -> None:
    """The address is printed, findings are listed, and Ctrl+C ends it in peace."""
    root = small(tmp_path)
    command = [sys.executable, "-m", "macros", "serve", "--root", str(root), "--port", "0"]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as process:
        try:
            assert process.stdout is not None
            assert any("http://127.0.0.1:" in line for line in process.stdout)
            edited(root, MEASURE, DUTY, "do: 看书前洗手\n        quote: 多写的一行")
            assert any("网页停在上一次成功的样子" in line for line in process.stdout)
            process.send_signal(signal.SIGINT)
            said, complained = process.communicate(timeout=PATIENCE)
        finally:
            process.kill()
    assert process.returncode == 0
    assert "预览结束。" in said
    assert complained == ""
