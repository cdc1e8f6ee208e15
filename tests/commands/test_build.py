"""``clausebook build`` and ``verify``: a good site stands, or the old one stays as it was."""

from __future__ import annotations

import hashlib
import json
import os
import pty
import re
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest

from tests.cli.shell import Ran, run
from tests.libraries import real
from tests.projects import edited, whole

pytestmark = pytest.mark.slow

MEASURE = "data/documents/cn24/measures/m18.yml"
SOURCE = "data/documents/cn24/source.txt"
CLAUSE = "text: 加强思政育人特色学校培育建设，"
FIGURES = (
    f"{len(real().measures)} 条、{len(real().clauses)} 句（款、项）",
    "原文 3194 字全部对应",
    "差异 0、断链 0、重复编号 0、外部请求 0",
)


def fingerprint(site: Path) -> dict[str, str]:
    """Every file of a site with the digest of its bytes."""
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with its site, built by the command."""
    root = whole(tmp_path_factory.mktemp("project"))
    ran = run("build", "--root", root)
    assert (ran.code, ran.err) == (0, "")
    for words in FIGURES:
        assert words in ran.out
    return root


@pytest.fixture
def root(built: Path, tmp_path: Path) -> Path:
    """A project with its site, of the test's own."""
    return Path(shutil.copytree(built, tmp_path / "project"))


@contextmanager
def old_site_stays(root: Path) -> Iterator[None]:
    """The site of ``root`` is the same before and after, and nothing is left beside it."""
    before = fingerprint(root / "site")
    beside = {path.name for path in root.iterdir()}
    yield
    assert fingerprint(root / "site") == before
    assert {path.name for path in root.iterdir()} == beside


def refused(ran: Ran, code: int) -> None:
    """The build ended with ``code``, says that the old site stands, and shows no traceback."""
    assert ran.code == code
    assert "旧网站原样未动" in ran.err
    assert "Traceback" not in ran.out + ran.err


def test_one_character_of_the_data(root: Path) -> None:
    """A changed character in a clause's YAML is named there, with both code points."""
    edited(root, MEASURE, CLAUSE, CLAUSE.replace("设", "没"))
    lines = (root / MEASURE).read_text("utf-8").splitlines()
    line = next(n for n, text in enumerate(lines, 1) if "培育建没" in text)
    column = lines[line - 1].index("没") + 1
    with old_site_stays(root):
        ran = run("build", "--root", root)
    refused(ran, 1)
    finding = f"{MEASURE}:{line}:{column}: 错误[T01]"
    assert finding in ran.out
    assert "U+6CA1" in ran.out
    assert "U+8BBE" in ran.out


def test_one_character_of_the_source(root: Path) -> None:
    """A changed character in source.txt is named there, with both code points."""
    edited(root, SOURCE, "特色学校培育建设", "特色学校培育建没")
    lines = (root / SOURCE).read_text("utf-8").split("\n")
    line = next(n for n, words in enumerate(lines, 1) if "培育建没" in words)
    with old_site_stays(root):
        ran = run("build", "--root", root)
    refused(ran, 1)
    assert "U+6CA1" in ran.out
    assert f"{SOURCE}:{line}:{lines[line - 1].index('没') + 1}: 错误[T05]" in ran.out


def test_one_character_of_a_page(root: Path) -> None:
    """A changed character in one built page is named by verify, in words and for programs."""
    edited(root, "site/cn24.html", "特色学校培育建设", "特色学校培育建没")
    ran = run("verify", root / "site", "--root", root)
    assert ran.code == 1
    assert re.search(
        r"^cn24\.html:\d+:1: 错误\[V01\] 条文「m18c2」.*第 14 个字", ran.out, re.MULTILINE
    )
    assert "差异 1、断链 0" in ran.out
    answer = json.loads(run("verify", "--root", root, "--format", "json").out)
    assert [finding["code"] for finding in answer["findings"]] == ["V01"]
    assert answer["figures"]["differences"] == 1


def test_verify_on_a_good_site(built: Path) -> None:
    """On the site as it was built, verify prints the figures and ends well."""
    ran = run("verify", cwd=built)
    assert (ran.code, ran.err) == (0, "")
    for words in ("没有发现问题。", *FIGURES):
        assert words in ran.out


def test_verify_with_faulty_data(root: Path) -> None:
    """Data with errors is no measure for a site: its findings are shown instead."""
    edited(root, MEASURE, CLAUSE, CLAUSE.replace("设", "没"))
    ran = run("verify", "--root", root)
    assert ran.code == 1
    assert "错误[T01]" in ran.out
    assert "资料本身有错误" in ran.out


def test_verify_after_the_data_changed(root: Path) -> None:
    """A site that is older than the data is told so once, not page by page."""
    edited(root, "data/registry/themes.yml", "themes:\n", "# 只多一行注释\nthemes:\n")
    ran = run("verify", "--root", root)
    assert ran.code == 1
    assert ran.out.count("错误[V17]") == 1


def test_pages_that_differ_from_the_data(root: Path) -> None:
    """A template that drops a character makes pages that are not put in place."""
    fragment = "overrides/fragments/document.html"
    edited(root, fragment, "{{ clause.text }}", '{{ clause.text | replace("设", "没", 1) }}')
    with old_site_stays(root):
        ran = run("build", "--root", root)
    refused(ran, 1)
    assert "cn24.html" in ran.out
    assert "错误[V01]" in ran.out
    assert "网页与资料不一致" in ran.err


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("overrides/fragments/measure.html", "{% block body %}", "{% block body %}{% if %}"),
        ("overrides/fragments/measure.html", "{% block body %}", "{% block body %}{{ nothing }}"),
        ("mkdocs.yml", "site_name:", "site_nam:"),
        ("docs/about.md", "# ", "[x](nowhere.md)\n\n# "),
    ],
    ids=["syntax", "unknown", "settings", "prose"],
)
def test_a_site_that_cannot_be_made(root: Path, file: str, old: str, new: str) -> None:
    """A broken template, setting or link in the prose stops the build in words."""
    text = (root / file).read_text("utf-8").replace(old, new, 1)
    (root / file).write_text(text, encoding="utf-8")
    with old_site_stays(root):
        ran = run("build", "--root", root)
    refused(ran, 2)
    assert "生成网页时出错" in ran.err


def test_a_file_that_cannot_be_made(root: Path) -> None:
    """What no font can show stops the build, which names the file and says what can be done."""
    title = "label: 班主任和科任教师：与我们有关的几条"
    edited(root, "data/guides/teachers-meeting.yml", title, title + "\U000323ae")
    with old_site_stays(root):
        ran = run("build", "--root", root)
    refused(ran, 2)
    assert re.search(
        r"文件 clausebook-\S+\.pdf 做不出来。这台电脑的字体里没有“.*\U000323ae", ran.err
    )


def test_a_disk_that_refuses(root: Path) -> None:
    """If a file cannot be written, the build says so and leaves nothing behind."""

    def small_files_only() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    command = [sys.executable, "-m", "macros", "build", "--root", str(root)]
    with old_site_stays(root):
        done = subprocess.run(
            command, capture_output=True, check=False, preexec_fn=small_files_only
        )
    refused(Ran(done.returncode, done.stdout.decode(), done.stderr.decode()), 2)
    assert "读写文件时出错" in done.stderr.decode()


def test_a_place_below_a_file(root: Path) -> None:
    """Where no folder can be made, the build says so."""
    ran = run("build", "--root", root, "--site", root / "mkdocs.yml" / "site")
    assert ran.code == 2
    assert "读写文件时出错（那里已经有一个同名的文件：" in ran.err


@pytest.mark.parametrize(("sign", "code"), [(signal.SIGINT, 130), (signal.SIGKILL, -9)])
def test_stopped_in_the_middle(root: Path, sign: signal.Signals, code: int) -> None:
    """Interrupted or killed while it renders, a build leaves the old site as it was."""
    before = fingerprint(root / "site")
    command = [sys.executable, "-m", "macros", "build", "--root", str(root)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        assert process.stdout is not None
        _until(process.stdout, "生成网页")
        process.send_signal(sign)
        _, said = process.communicate()
    assert process.returncode == code
    assert "Traceback" not in said
    assert fingerprint(root / "site") == before
    left = {path.name for path in root.glob(".*")} - {".cache", ".site-files"}
    assert {name[:10] for name in left} == (
        set() if sign is signal.SIGINT else {".site-lock", ".site-work"}
    )


@pytest.mark.parametrize("site", ["data/site", "mkdocs.yml", "docs", ".", "overrides/site"])
def test_a_place_that_is_no_site(root: Path, site: str) -> None:
    """What is not a site of ours is neither replaced nor built into."""
    with old_site_stays(root):
        ran = run("build", "--root", root, "--site", root / site)
    assert ran.code == 2
    assert "不是本程序生成的网站" in ran.err


def test_a_folder_without_data(tmp_path: Path) -> None:
    """Where there is no project, every verb says so."""
    for verb in ("build", "verify", "serve"):
        ran = run(verb, "--root", tmp_path)
        assert ran.code == 2
        assert "没有 data/ 文件夹" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_verify_without_a_site(built: Path, tmp_path: Path) -> None:
    """Where there is no site, verify says so."""
    ran = run("verify", tmp_path / "nowhere", "--root", built)
    assert ran.code == 2
    assert "没有网站可以核对" in ran.err


def test_on_a_terminal(root: Path) -> None:
    """A person sees how far each stage has come; no stage is left out."""
    master, slave = pty.openpty()
    command = [sys.executable, "-m", "macros", "build", "--root", str(root)]
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "100"}
    with subprocess.Popen(command, stdout=slave, stdin=slave, env=environment) as process:
        os.close(slave)
        shown = b"".join(iter(lambda: _read(master), b"")).decode("utf-8")
    os.close(master)
    assert process.returncode == 0
    for stage in ("检查资料", "制作下载文件", "生成网页", "逐字核对", "换上新网站"):
        assert stage in shown
    assert "100%" in shown
    assert "\x1b[" in shown


def _until(stream: IO[str], words: str) -> None:
    """Read lines until one says ``words``."""
    assert any(words in line for line in stream), words


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""
