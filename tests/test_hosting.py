"""What runs on code hosts: commands that exist, no secret, no right to write, nothing unpinned."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from macros.cli import run
from tests.projects import REPOSITORY

WORKFLOWS = sorted((REPOSITORY / ".github/workflows").glob("*.yml"))
FILES = (
    *WORKFLOWS,
    REPOSITORY / ".gitlab-ci.yml",
    REPOSITORY / ".pre-commit-config.yaml",
    REPOSITORY / ".pre-commit-hooks.yaml",
)
each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)


def _strings(content: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a YAML value with the key it stands under."""
    if isinstance(content, dict):
        for name, value in content.items():
            yield from _strings(value, str(name))
    elif isinstance(content, list):
        for value in content:
            yield from _strings(value, key)
    else:
        yield key, str(content)


def _scripts(content: Any) -> list[str]:
    return [text for key, text in _strings(content) if key in ("run", "script", "entry")]


@each_file
def test_every_command_is_there(path: Any, capfd: pytest.CaptureFixture[str]) -> None:
    """Each clausebook command and option, make target and script that is named there exists."""
    scripts = "\n".join(_scripts(yaml.safe_load(path.read_text(encoding="utf-8"))))
    typed = re.findall(r"clausebook ([a-z]+)([^|>\n]*)", scripts)
    assert typed
    for verb, rest in typed:
        assert run([verb, "--help"]) == 0
        shown = capfd.readouterr().out
        for option in re.findall(r"(?<= )--?[a-z-]+", rest):
            assert option in shown, f"clausebook {verb} {option}"
    makefile = (REPOSITORY / "Makefile").read_text(encoding="utf-8").replace("$(VENV)", ".venv")
    for target in re.findall(r"make ([\w./-]+)", scripts):
        assert re.search(rf"^{re.escape(target)}:", makefile, re.M), target
    for script in re.findall(r"(?<!\S)\.ci/\w+", scripts):
        assert (REPOSITORY / script).stat().st_mode & 0o100


@each_file
def test_no_secret_is_used(path: Any) -> None:
    """No secret, and no event that would hand one to a change from outside."""
    text = path.read_text(encoding="utf-8")
    assert not re.search(
        r"secrets\b(?! or)\.|pull_request_target|workflow_run|_TOKEN|PASSWORD", text
    )


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_may_only_read(path: Any) -> None:
    """Workflows may read the contents and nothing else; actions are pinned by commit."""
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert content["permissions"] == {"contents": "read"}
    for job in content["jobs"].values():
        assert "permissions" not in job
        assert job["timeout-minutes"] <= 60
        for step in job["steps"]:
            if "uses" in step:
                assert re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", step["uses"])
            if "checkout" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_words_of_a_change_become_a_command(path: Any) -> None:
    """A branch name or title, which anybody may choose, reaches a script as a variable alone."""
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert [script for script in _scripts(content) if "${{" in script] == []


def test_both_hosts_ask_the_same() -> None:
    """GitHub's and GitLab's forms for a change are the same text."""
    ours = (REPOSITORY / ".github/pull_request_template.md").read_bytes()
    assert (REPOSITORY / ".gitlab/merge_request_templates/Default.md").read_bytes() == ours
