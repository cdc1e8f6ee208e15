"""The law of publishing: the old tree or the new one stands, whole, and never neither."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from macros.system import publish
from macros.system.lock import BusyError
from macros.system.publish import NotOursError, refuse_foreign, replace, workshop

PAGES = ("index.html", "data/library.json", "cn24/m18.html")
linux = pytest.mark.skipif(sys.platform != "linux", reason="one step for two folders is Linux's")


def tree(folder: Path, words: str) -> Path:
    """A small built site whose every page says ``words``."""
    for page in PAGES:
        path = folder / page
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words, encoding="utf-8")
    return folder


def held(folder: Path) -> dict[str, str]:
    """Everything a folder holds."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Where a site stands, or will stand."""
    return tmp_path / "site"


@pytest.fixture(params=["one-step", "two-steps"])
def steps(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways to put a tree in place; only Linux has the first."""
    if request.param == "two-steps":
        monkeypatch.setattr(publish, "_exchanged", lambda one, other: False)
    return str(request.param)


def test_the_first_tree(site: Path, steps: str) -> None:
    """Where nothing stood, the new tree stands, and nothing else is left beside it."""
    with workshop(site) as fresh:
        replace(site, tree(fresh, "new"))
    assert held(site) == dict.fromkeys(PAGES, "new")
    assert list(site.parent.iterdir()) == [site]


def test_the_next_tree(site: Path, steps: str) -> None:
    """The new tree replaces the old one whole: a page that is gone from the data is gone."""
    tree(site, "old")
    (site / "gone.html").write_text("old")
    with workshop(site) as fresh:
        replace(site, tree(fresh, "new"))
    assert held(site) == dict.fromkeys(PAGES, "new")
    assert list(site.parent.iterdir()) == [site]


def test_an_empty_folder_may_be_filled(site: Path, steps: str) -> None:
    """An empty folder is nobody's work."""
    site.mkdir()
    with workshop(site) as fresh:
        replace(site, tree(fresh, "new"))
    assert held(site) == dict.fromkeys(PAGES, "new")


def test_a_fault_while_building(site: Path) -> None:
    """Whatever goes wrong in the workshop, the old tree stays and the workshop goes."""
    tree(site, "old")
    with pytest.raises(ZeroDivisionError), workshop(site) as fresh:
        tree(fresh, "half")
        raise ZeroDivisionError
    assert held(site) == dict.fromkeys(PAGES, "old")
    assert list(site.parent.iterdir()) == [site]


def test_a_fault_while_replacing(site: Path, steps: str) -> None:
    """If the new tree cannot take its place, the old one is back in it."""
    tree(site, "old")
    with workshop(site) as fresh:
        fresh.rmdir()
        with pytest.raises(OSError, match="No such file"):
            replace(site, fresh)
    assert held(site) == dict.fromkeys(PAGES, "old")


@linux
def test_no_moment_without_a_site(site: Path) -> None:
    """Whoever reads while fifty trees follow one another always finds a page."""
    tree(site, "0")
    stop = threading.Event()
    faults: list[OSError] = []

    def read() -> None:
        while not stop.is_set():
            try:
                (site / "cn24" / "m18.html").read_text("utf-8")
            except OSError as error:
                faults.append(error)

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(50):
        with workshop(site) as fresh:
            replace(site, tree(fresh, str(number)))
    stop.set()
    reader.join()
    assert faults == []


def test_a_folder_that_may_not_be_written(site: Path) -> None:
    """Where nothing may be written, there is no workshop, and nobody is blamed for being busy."""
    site.parent.chmod(0o555)
    ours = os.geteuid()
    if ours == 0:
        os.seteuid(65534)
    try:
        with pytest.raises(PermissionError), workshop(site):
            pass
    finally:
        os.seteuid(ours)
        site.parent.chmod(0o755)


def a_file(site: Path) -> None:
    """A file where the site should be."""
    site.write_text("mine")


def a_link(site: Path) -> None:
    """A link to a built site, where the site should be."""
    site.symlink_to(tree(site.parent / "elsewhere", "old"))


def a_dangling_link(site: Path) -> None:
    """A link to nothing, where the site should be."""
    site.symlink_to(site.parent / "nowhere")


def a_folder(site: Path) -> None:
    """Somebody's own folder."""
    site.mkdir()
    (site / "thesis.txt").write_text("mine")


def a_project(site: Path) -> None:
    """A folder with a data folder, but no site."""
    (site / "data").mkdir(parents=True)
    (site / "data" / "library.json").write_text("mine")


@pytest.mark.parametrize("stands", [a_file, a_link, a_dangling_link, a_folder, a_project])
def test_what_is_not_ours_stays(site: Path, stands: Callable[[Path], None]) -> None:
    """A file, a link or a folder that was not built here is refused, before and after building."""
    stands(site)
    before = held(site.parent)
    with pytest.raises(NotOursError):
        refuse_foreign(site)
    with workshop(site) as fresh, pytest.raises(NotOursError):
        replace(site, tree(fresh, "new"))
    assert held(site.parent) == before


def test_a_workshop_that_is_not_ours_stays(site: Path) -> None:
    """A folder of somebody's own under the workshop's name is not cleared away."""
    folder = site.parent / ".site-work"
    folder.mkdir()
    (folder / "thesis.txt").write_text("mine")
    with pytest.raises(NotOursError), workshop(site):
        pass
    assert held(folder) == {"thesis.txt": "mine"}


@contextmanager
def another_build(site: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process with half a tree in the site's workshop, until it is killed."""
    program = (
        "import sys; from pathlib import Path; from macros.publish import workshop\n"
        "with workshop(Path(sys.argv[1])) as fresh:\n"
        "    (fresh / 'index.html').write_text('half')\n"
        "    print('ready', flush=True)\n"
        "    sys.stdin.read()\n"
    )
    command = [sys.executable, "-c", program, str(site)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        yield process
        process.kill()


def test_one_build_at_a_time(site: Path) -> None:
    """While one process builds a site, another is told so; a third site is nobody's business."""
    tree(site, "old")
    with another_build(site):
        with pytest.raises(BusyError), workshop(site):
            pass
        with workshop(site.parent / "third") as fresh:
            replace(site.parent / "third", tree(fresh, "new"))
    assert held(site) == dict.fromkeys(PAGES, "old")


def test_after_a_killed_build(site: Path) -> None:
    """What a killed build left is in nobody's way and goes with the next."""
    tree(site, "old")
    with another_build(site) as process:
        process.kill()
        process.wait()
        assert (site.parent / ".site-work" / "new" / "index.html").exists()
        assert held(site) == dict.fromkeys(PAGES, "old")
        with workshop(site) as fresh:
            assert held(fresh) == {}
            replace(site, tree(fresh, "new"))
    assert held(site) == dict.fromkeys(PAGES, "new")
    assert list(site.parent.iterdir()) == [site]


def test_killed_between_two_steps(site: Path) -> None:
    """An old tree that had been set aside when the build was killed steps back into its place."""
    tree(site.parent / ".site-work" / "old", "old")
    tree(site.parent / ".site-work" / "new", "half")
    with pytest.raises(ZeroDivisionError), workshop(site):
        raise ZeroDivisionError
    assert held(site) == dict.fromkeys(PAGES, "old")
    assert list(site.parent.iterdir()) == [site]
