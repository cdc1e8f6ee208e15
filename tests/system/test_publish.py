"""The law of publishing: the old tree or the new one stands, whole, and never neither."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from macros.system import publish
from macros.system.lock import BusyError
from macros.system.publish import (
    NotOursError,
    leftovers,
    recover,
    refuse_foreign,
    replace,
    workshop,
)

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


def beside(site: Path) -> list[str]:
    """What stands beside a site, but the list of what belongs to it."""
    return sorted({path.name for path in site.parent.iterdir()} - {"site", ".site-files"})


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
    assert beside(site) == []


def test_the_next_tree(site: Path, steps: str) -> None:
    """The new tree replaces the old one whole: a page that is gone from the data is gone."""
    with workshop(site) as fresh:
        (tree(fresh, "old") / "gone.html").write_text("old")
        replace(site, fresh)
    with workshop(site) as fresh:
        replace(site, tree(fresh, "new"))
    assert held(site) == dict.fromkeys(PAGES, "new")
    assert beside(site) == []


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
    assert beside(site) == []


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
    with workshop(site) as fresh:
        replace(site, tree(fresh, "new"))
    assert held(folder) == {"thesis.txt": "mine"}


def test_a_folder_that_cannot_be_deleted_is_in_nobodys_way(steps: str) -> None:
    """Whoever may not delete the old site builds the next ones, and is told what stays."""
    # Not pytest's own folder, which only its owner may enter.
    with tempfile.TemporaryDirectory() as parent:
        site = Path(parent) / "site"
        site.parent.chmod(0o777)
        ours = os.geteuid()
        if ours == 0:
            os.seteuid(65534)
        try:
            with workshop(site) as fresh:
                replace(site, tree(fresh, "0"))
            (site / "cn24").chmod(0o555)
            for number in ("1", "2", "3"):
                with workshop(site) as fresh:
                    replace(site, tree(fresh, number))
                assert held(site) == dict.fromkeys(PAGES, number)
                (left,) = leftovers(site)
                assert [*held(left)] in (["new/cn24/m18.html"], ["old/cn24/m18.html"])
            next(left.rglob("cn24")).chmod(0o755)
            with workshop(site):
                pass
        finally:
            os.seteuid(ours)
        assert beside(site) == []


@pytest.mark.parametrize("listed", [True, False], ids=["with its list", "without its list"])
@pytest.mark.parametrize(
    "stranger", ["CNAME", ".git/config", "cn24/.htaccess", "robots.txt", "a/index.php", "link.html"]
)
def test_what_somebody_put_into_a_site_stays(site: Path, stranger: str, listed: bool) -> None:
    """Files that no build made are named and refused, before and after building."""
    with workshop(site) as fresh:
        replace(site, tree(fresh, "old"))
    if not listed:
        (site.parent / ".site-files").unlink()
    path = site / stranger
    path.parent.mkdir(exist_ok=True)
    if stranger == "link.html":
        path.symlink_to(site / "index.html")
    else:
        path.write_text("mine")
    before = held(site.parent)
    with pytest.raises(NotOursError) as refused:
        refuse_foreign(site)
    assert refused.value.strangers == (stranger,)
    with workshop(site) as fresh, pytest.raises(NotOursError):
        replace(site, tree(fresh, "new"))
    assert held(site.parent) == before


def test_a_page_of_somebodys_own_stays(site: Path) -> None:
    """By the list even a page is told apart from those that were built."""
    with workshop(site) as fresh:
        replace(site, tree(fresh, "old"))
    (site / "mine.html").write_text("mine")
    with pytest.raises(NotOursError) as refused:
        refuse_foreign(site)
    assert refused.value.strangers == ("mine.html",)


def test_everybody_may_read_the_pages(site: Path) -> None:
    """A web server is another user; what the builder's umask keeps from it is given to it."""
    old = os.umask(0o077)
    try:
        with workshop(site) as fresh:
            replace(site, tree(fresh, "new"))
    finally:
        os.umask(old)
    modes = {path.is_dir(): path.stat().st_mode & 0o777 for path in (site, *site.rglob("*"))}
    assert modes == {True: 0o755, False: 0o644}


@contextmanager
def another_build(site: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process with half a tree in the site's workshop, until it is killed."""
    program = (
        "import sys; from pathlib import Path; from macros.system.publish import workshop\n"
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
        (left,) = leftovers(site)
        assert (left / "new" / "index.html").exists()
        assert held(site) == dict.fromkeys(PAGES, "old")
        with workshop(site) as fresh:
            assert held(fresh) == {}
            replace(site, tree(fresh, "new"))
    assert held(site) == dict.fromkeys(PAGES, "new")
    assert beside(site) == []


def test_killed_between_two_steps(site: Path) -> None:
    """An old tree that had been set aside when the build was killed steps back into its place."""
    for again in (workshop, recover):
        tree(site.parent / ".site-work-x" / "old", "old")
        tree(site.parent / ".site-work-x" / "new", "half")
        if again is workshop:
            with pytest.raises(ZeroDivisionError), workshop(site):
                raise ZeroDivisionError
        else:
            assert recover(site)
            assert not recover(site)
        assert held(site) == dict.fromkeys(PAGES, "old")
        assert beside(site) == []
        shutil.rmtree(site)


def test_a_build_under_way_is_not_recovered_from(site: Path) -> None:
    """Where there is no site yet and somebody builds one, nothing is put anywhere."""
    with another_build(site):
        assert not recover(site)
        (left,) = leftovers(site)
        assert held(left) == {"new/index.html": "half"}


def test_killed_at_any_step_of_a_swap(site: Path, steps: str) -> None:
    """Wherever a process dies while it puts a tree in place, the old or the new one stands."""
    program = (
        "import os, sys; from pathlib import Path; from macros.system import publish\n"
        "site, steps, last = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])\n"
        "if steps == 'two-steps': publish._exchanged = lambda one, other: False\n"
        "done = 0\n"
        "def watch(event, args):\n"
        "    global done\n"
        "    if event in ('os.rename', 'os.remove', 'os.rmdir', 'os.chmod'):\n"
        "        done += 1\n"
        "        if done > last: os._exit(9)\n"
        "with publish.workshop(site) as fresh:\n"
        "    for page in sys.argv[4:]:\n"
        "        path = fresh / page\n"
        "        path.parent.mkdir(parents=True, exist_ok=True)\n"
        "        path.write_text('new')\n"
        "    sys.addaudithook(watch)\n"
        "    publish.replace(site, fresh)\n"
    )
    stood = set()
    for last in range(2, 16, 2):
        with workshop(site) as fresh:
            replace(site, tree(fresh, "old"))
        command = [sys.executable, "-c", program, str(site), steps, str(last), *PAGES]
        subprocess.run(command, check=False)
        recover(site)
        (words,) = {*held(site).values()}
        assert held(site) == dict.fromkeys(PAGES, words)
        stood.add(words)
        refuse_foreign(site)
    assert stood == {"old", "new"}
