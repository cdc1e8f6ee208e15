"""A command that is killed leaves all the old or, with the next command's help, all the new."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.faults import killed

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("name", ["schema", "import"])
def test_a_killed_command_leaves_no_mixture(tmp_path: Path, name: str) -> None:
    """A sample of what python -m tests.faults does: one kill each of what writes most files."""
    assert killed(tmp_path, name, random.Random(name)) in ("old", "new")
