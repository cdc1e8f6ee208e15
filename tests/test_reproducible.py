"""Same data, same bytes: whoever builds the site, wherever and whenever."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.cli.shell import started
from tests.projects import whole

HERE = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}
ELSEWHERE = {
    "TZ": "Asia/Kathmandu",
    "LC_ALL": "tr_TR.UTF-8",
    "LANG": "tr_TR.UTF-8",
    "PYTHONHASHSEED": "2",
    "PYTHONUTF8": "0",
    "SOURCE_DATE_EPOCH": "1",
    "HOME": "/nonexistent",
    "USER": "somebody",
}


def built(folder: Path, environment: dict[str, str]) -> dict[str, bytes]:
    """Every file of the site that is built in ``folder``, with its bytes."""
    ran = started("build", "--root", whole(folder), **environment)
    assert (ran.code, ran.err) == (0, "")
    site = folder / "site"
    files = sorted(path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}


@pytest.mark.slow
def test_two_builds(tmp_path: Path) -> None:
    """Folder, time zone, locale, hash seed and user leave no trace in any file of the site."""
    folders = tmp_path / "one", tmp_path / "别处 two" / "deeper"
    for folder in folders:
        folder.mkdir(parents=True)
    with ThreadPoolExecutor() as pool:
        one, two = pool.map(built, folders, (HERE, ELSEWHERE))
    assert one.keys() == two.keys()
    assert [path for path in one if one[path] != two[path]] == []
    assert len(one) > 400
    offered = {path.rpartition(".")[2] for path in one if path.startswith("downloads/")}
    assert offered == {"docx", "pdf", "xlsx", "csv", "apkg", "html"}
