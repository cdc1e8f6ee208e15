"""The report as JSON, for programs: the changes as values, and their sentences."""

from __future__ import annotations

import json
from dataclasses import asdict

from macros.changes.report import Report
from macros.model.release import Changes


def as_json(changes: Changes, report: Report, old: str, new: str) -> str:
    """An object with ``version`` 1, ``old``, ``new``, ``changed`` and what differs.

    ``changes`` and ``whom`` are the values of macros.model.release, by their field names;
    ``again`` is what rests on them; ``summary`` is the one line that says how many there are, ""
    for none.
    """
    values = changes.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    content = {
        "version": 1,
        "old": old,
        "new": new,
        "changed": bool(report.summary),
        "summary": report.summary,
        "changes": values.get("changes", []),
        "whom": [
            {**impact, "sentence": told.sentence}
            for impact, told in zip(values.get("whom", []), report.whom, strict=True)
        ],
        "again": [
            {
                "grounds": [id_ for id_, _ in one.grounds],
                "entries": [id_ for _, named in one.kinds for id_, _ in named],
            }
            for one in report.again
        ],
        "sections": [asdict(section) for section in report.sections],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
