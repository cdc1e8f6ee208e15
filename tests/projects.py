"""Small projects for tests: an invented document, and overlays that change some of its files."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

CASES = Path(__file__).parent / "cases"
BASE = CASES / "base"
REPOSITORY = Path(__file__).parent.parent


def project(folder: Path, *overlays: Path) -> Path:
    """The base project in ``folder`` with ``overlays`` over it; an empty file takes one away."""
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    for overlay in overlays:
        for changed in sorted(path for path in overlay.rglob("*") if path.is_file()):
            target = folder / changed.relative_to(overlay)
            if changed.stat().st_size:
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(changed, target)
            else:
                target.unlink()
                while not any(target.parent.iterdir()):
                    target = target.parent
                    target.rmdir()
    return folder


def whole(folder: Path) -> Path:
    """A copy of this repository's own project in ``folder``: data, prose, theme and settings."""
    for name in ("data", "docs", "overrides"):
        shutil.copytree(REPOSITORY / name, folder / name)
    shutil.copyfile(REPOSITORY / "mkdocs.yml", folder / "mkdocs.yml")
    return folder


def small(folder: Path) -> Path:
    """The base project with our theme, of our prose the heads: a site that is built in a second."""
    project(folder)
    shutil.copytree(REPOSITORY / "overrides", folder / "overrides")
    settings = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    for page in sorted((REPOSITORY / "docs").rglob("*.md")):
        path = folder / page.relative_to(REPOSITORY)
        path.parent.mkdir(parents=True, exist_ok=True)
        anchors = re.findall(r"\{: #[\w-]+ \}", page.read_text(encoding="utf-8"))
        heads = ("# 说明\n", *(f"\n## 说明 {anchor}\n" for anchor in anchors))
        path.write_text("".join(heads), encoding="utf-8")
    return folder


def contents(root: Path) -> dict[str, bytes]:
    """Every file below ``root`` by its path from there."""
    files = (path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def edited(root: Path, file: str, old: str, new: str) -> Path:
    """``root`` after replacing ``old``, which stands in ``file`` exactly once, by ``new``."""
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{file}: {old}"
    path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")
    return root
