"""Large projects for measurements: the real data many times over, under new ids."""

from __future__ import annotations

import hashlib
import re
import shutil
from pathlib import Path

ROOT = Path(__file__).parent.parent
_COPIED = ("overrides", "docs", "mkdocs.yml")
_OWN_ID = re.compile(r"\bm(\d\d)((?:[cdq]\d+)?)\b")
_PART_ID = re.compile(r"\bp([1-6])\b")
_SOURCE = ROOT / "data" / "documents" / "cn24"


def project(folder: Path, measures: int) -> Path:
    """Write a project of ``measures`` measures (a multiple of 24) into ``folder``.

    Copy ``n`` of the document has its ids prefixed with ``kn``, its numbers and parts counted on,
    and its questions marked, so that the whole is one long document that breaks no rule; other
    documents stand beside it as they are. The authored guides stay out: a guide for four meetings
    is none for a document forty times as long. So do the releases, which tell of their questions.
    """
    copies, rest = divmod(measures, 24)
    if rest:
        raise ValueError("measures come in copies of 24")
    for name in _COPIED:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    own = shutil.ignore_patterns("cn24", "guides", "releases")
    shutil.copytree(ROOT / "data", folder / "data", ignore=own)
    _document(folder / "data" / "documents" / "cn24", copies)
    return folder


def _document(folder: Path, copies: int) -> None:
    (folder / "measures").mkdir(parents=True)
    head, parts_and_rest = _split_parts((_SOURCE / "document.yml").read_text(encoding="utf-8"))
    parts = "".join(_renamed_parts(parts_and_rest, copy) for copy in range(copies))
    source = (_SOURCE / "source.txt").read_text(encoding="utf-8")
    body = source.removeprefix(" ").removesuffix(" ")
    text = " " + "".join(_renumbered(body, copy) for copy in range(copies)) + " "
    digest = hashlib.sha256(text.encode()).hexdigest()
    head = re.sub(r"\b[0-9a-f]{64}\b", digest, head)
    (folder / "document.yml").write_text(head + parts, encoding="utf-8")
    (folder / "source.txt").write_bytes(text.encode())
    for copy in range(copies):
        for path in sorted((_SOURCE / "measures").glob("m*.yml")):
            name = _new_id(path.stem, copy)
            content = _renamed_measure(path.read_text(encoding="utf-8"), copy)
            (folder / "measures" / f"{name}.yml").write_text(content, encoding="utf-8")


def _new_id(old: str, copy: int) -> str:
    return old if copy == 0 else f"k{copy}{old}"


def _split_parts(document: str) -> tuple[str, str]:
    head, key, parts = document.partition("\nparts:\n")
    return head + key, parts


def _renamed_parts(parts: str, copy: int) -> str:
    if copy == 0:
        return parts
    parts = _PART_ID.sub(lambda m: _new_id(m[0], copy), parts)
    return re.sub(r"\bnumber: (\d)", lambda m: f"number: {int(m[1]) + 6 * copy}", parts)


def _renumbered(body: str, copy: int) -> str:
    return re.sub(r"^(\d+)\. ", lambda m: f"{int(m[1]) + 24 * copy}. ", body, flags=re.MULTILINE)


def _renamed_measure(content: str, copy: int) -> str:
    if copy == 0:
        return content
    text, key, questions = content.partition("\nquestions:\n")
    marked = re.sub(
        r"^(\s*text: .*[^\"'\n])([\"']?)$", rf"\1（{copy}）\2", questions, flags=re.MULTILINE
    )
    return "\n".join(_renamed_line(line, copy) for line in (text + key + marked).split("\n"))


def _renamed_line(line: str, copy: int) -> str:
    if line.startswith("number: "):
        return f"number: {int(line.removeprefix('number: ')) + 24 * copy}"
    if line.startswith("part: "):
        return _PART_ID.sub(lambda m: _new_id(m[0], copy), line)
    if re.match(r"\s*text: ", line):
        return line
    return _OWN_ID.sub(lambda m: _new_id(m[0], copy), line)
