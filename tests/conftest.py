"""What tests of every room share: the built site."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from macros.data.project import Project
from macros.website import build_tree

ROOT = Path(__file__).parent.parent

# A shell that runs the tests in its background has them, and all they start, ignore Ctrl+C.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# The same examples in every run, and no verdict by the clock: a busy machine is no fault.
settings.register_profile(
    "steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of this repository: the one that CLAUSEBOOK_SITE names, or built for this run."""
    named = os.environ.get("CLAUSEBOOK_SITE")
    if named:
        return (ROOT / named).resolve()
    folder = tmp_path_factory.mktemp("built") / "site"
    build_tree(Project(ROOT), folder)
    return folder


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the longest, lest one worker be left alone; what needs the site is slow, too."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)
    for item in items:
        if "site" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.slow)
