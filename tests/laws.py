"""Real texts imported whole, as a command: python -m tests.laws FOLDER.

The texts are other people's and stand in no repository, so this is no test that a clone can run:
whoever has a folder of them names it. A folder that is missing or holds no text is a failure.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
import time
from pathlib import Path

from macros.check.project import check_project
from macros.commands import import_
from macros.data.project import Project
from macros.importing import AS_THE_TEXT_SHOWS, RefusedError
from macros.importing.proposals import propose
from macros.knowledge.assembly import assemble, text_of
from tests.projects import REPOSITORY

_KINDS = (".txt", ".md", ".docx")


def main(folder: Path) -> int:
    """Import every text of ``folder``, check it, put it together again; the exit code."""
    files = sorted(path for path in folder.glob("*") if path.suffix in _KINDS)
    if not files:
        _say(f"没有可带入的文件：{folder}")
        return 2
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        shutil.copytree(REPOSITORY / "data", root / "data")
        refused = sum(_brought(root, file) for file in files)
        checked = check_project(Project(root))
        lost = [
            document.id
            for document in checked.library.documents
            if text_of(assemble(document)) != document.text
        ]
    faulty = "有" if checked.has_errors else "没有"
    _say(f"{len(files)} 份文件：没有带入的 {refused} 份，丢字的 {len(lost)} 份；检查{faulty}错误。")
    return 1 if refused or lost or checked.has_errors else 0


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")


def _brought(root: Path, file: Path) -> bool:
    """Import one file and say how it went; whether it did not."""
    id_ = re.sub(r"[^a-z0-9]+", "-", file.stem.lower()).strip("-")
    project = Project(root)
    began = time.perf_counter()
    try:
        read = import_.import_(project, file, id_, AS_THE_TEXT_SHOWS, convert=False, write=True)
    except RefusedError as error:
        for finding in error.findings:
            _say(f"{file.name}: {finding.location} {finding.code}")
        return True
    took = time.perf_counter() - began
    document = read.document
    notices = sum(1 for _ in propose(check_project(project.anew()).library, document))
    clauses = sum(len(measure.clauses) for measure in document.measures)
    _say(
        f"{file.name}: {len(document.text)} 字符，{len(document.parts)} 章，"
        f"{len(document.measures)} 条，{clauses} 句，提议 {notices} 处，{took:.2f} 秒"
    )
    return False


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
