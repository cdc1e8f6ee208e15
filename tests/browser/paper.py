"""What comes out of the printer: the sheets of a page as texts and sizes."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest


def sheets(file: Path) -> list[str]:
    """The text of each sheet of a PDF that has any, column by column, without blanks."""
    text = poppler("pdftotext", str(file), "-")
    return [re.sub(r"\s", "", sheet) for sheet in text.split("\f") if sheet.strip()]


def sizes(file: Path) -> list[tuple[float, float]]:
    """Width and height of each sheet of a PDF, in points."""
    said = poppler("pdfinfo", "-f", "1", "-l", "99", str(file))
    return [
        (float(width), float(height))
        for width, height in re.findall(r"size:\s+([\d.]+) x ([\d.]+)", said)
    ]


def poppler(tool: str, *arguments: str) -> str:
    """What a tool of poppler says; the test fails with a sentence where there is none."""
    if shutil.which(tool) is None:
        pytest.fail(f"These tests need {tool}: apt-get install poppler-utils")
    done = subprocess.run([tool, *arguments], check=True, capture_output=True)
    return done.stdout.decode("utf-8", errors="replace")
