"""Files too large, too deep or too full are refused before they cost memory or time."""

from __future__ import annotations

import time

import pytest
import yaml

from macros.data import read
from macros.data.files import REGISTRIES
from macros.model import Measure, Record
from macros.model.kinds import Kind
from macros.text.diagnostics import MOST_FINDINGS
from macros.words.messages import message
from macros.yaml import scalars, source, syntax, text
from macros.yaml.nodes import MOST_LEVELS, MOST_VALUES


def _codes(raw: bytes | str, kind: type[Record] = REGISTRIES[Kind.TERM]) -> list[str]:
    found = read(raw, kind, "f.yml")
    assert found.record is None
    for finding in found.findings:
        assert message(finding.code).says(finding.params)
        assert message(finding.code).advises(finding.params)
    return [f"{finding.location} {finding.code}" for finding in found.findings]


def test_a_large_file() -> None:
    """A file of more than 4 MiB is one finding, at the file as a whole."""
    assert _codes(b"#" * (text.MOST_BYTES + 1)) == ["f.yml Y15"]
    assert _codes(b"#" * text.MOST_BYTES) == ["f.yml:1:1 Y40"]


def test_many_values() -> None:
    """The value beyond the limit is the place, and nothing after it is read."""
    many = "terms: [" + "x," * MOST_VALUES + "x]\n"
    # The mapping, its key and the list are values as well.
    column = len("terms: [") + 2 * (MOST_VALUES - 3) + 1
    assert _codes(many) == [f"f.yml:1:{column} Y17"]


@pytest.mark.parametrize(
    ("raw", "codes"),
    [
        ("- x #c\n" * 500_000, {"Y43", "Y46"}),
        ("terms: [" + "x,# c\n" * 390_000 + "]\n", {"Y45", "Y46"}),
        ("terms: [" + "-x," * 200_000 + "x]\n", set()),
        ("terms: [" + "x\u2003," * 200_000 + "]\n", {"Y08"}),
        ("a: b\n" * 100_000, {"Y34"}),
        ("# " + "\u00ad" * 1_000_000, {"Y07"}),
        ("".join(f"# {chr(n)}\n" for n in range(0xE000, 0xF8FF)), {"Y10", "Y46"}),
    ],
    ids=["comments", "signs", "dashes", "odd spaces", "one key", "unseen", "private characters"],
)
def test_as_many_faults_as_a_file_can_hold(raw: str, codes: set[str]) -> None:
    """Some findings, not hundreds of thousands, in a time that grows with the file alone."""
    start = time.process_time()
    found = source.read(text.check(raw, "f.yml"), "f.yml").findings
    assert time.process_time() - start < 15
    assert {finding.code for finding in found} == codes
    assert len(found) <= MOST_FINDINGS + 2


def test_of_too_many_findings_the_first_are_told() -> None:
    """Those at the beginning of the file, and one that says there are more."""
    line = "- x #c\n"
    full = _codes(line * (MOST_FINDINGS - 1))
    assert len(full) == MOST_FINDINGS
    assert "f.yml Y46" not in full
    more = _codes(line * (MOST_FINDINGS + 100))
    assert more[: MOST_FINDINGS - 1] == full[:-1]
    assert more[-1] == "f.yml Y46"


def test_a_long_scalar() -> None:
    """A text of more than 50,000 characters is refused, once."""
    long = "字" * (scalars.MOST_CHARACTERS + 1)
    assert _codes(f"terms:\n  - id: horizon\n    label: {long}\n") == ["f.yml:3:12 Y18"]


def test_a_text_longer_than_its_field() -> None:
    """A text that may be read but not stand in its field is a finding of the field."""
    long = "字" * (scalars.MOST_CHARACTERS - 1)
    assert _codes(f"terms:\n  - id: horizon\n    label: {long}\n") == ["f.yml:3:12 F13"]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "- ? ", "[{a: "])
def test_endless_nesting(opening: str) -> None:
    """A hundred thousand levels are refused at the first level too many, without recursion."""
    (finding,) = [line for line in _codes(opening * 100_000) if line.endswith("Y16")]
    assert int(finding.split(":")[2].split()[0]) <= 1 + MOST_LEVELS * len(opening)


def test_a_billion_laughs() -> None:
    """Nested aliases are refused where they stand; nothing is expanded."""
    laughs = "".join(f"a{n + 1}: &a{n + 1} [{', '.join([f'*a{n}'] * 9)}]\n" for n in range(9))
    found = _codes(f"a0: &a0 ha\n{laughs}", Measure)
    assert len([line for line in found if line.endswith("Y31")]) == 81


def test_endless_marks() -> None:
    """A letter under ten thousand accents is one finding."""
    marks = "e" + "\u0316\u0301" * 5_000
    assert _codes(f"terms:\n  - id: horizon\n    label: {marks}\n") == ["f.yml:3:13 Y14"]


def test_what_the_parser_says_without_a_place() -> None:
    """An error of the parser that names no place stands at the file's first character."""
    finding = syntax.finding(yaml.YAMLError("?"), "a: b\n", "f.yml")
    assert f"{finding.location} {finding.code}" == "f.yml:1:1 Y28"
    assert message("Y28").says(finding.params)


def test_a_misfit_without_a_code_of_its_own() -> None:
    """Whatever pydantic may refuse some day is a finding too, with its reason."""
    from pydantic import ValidationError, field_validator

    from macros.data import misfits

    class Even(Record):
        number: str

        @field_validator("number")
        @classmethod
        def _is_even(cls, value: str) -> str:
            raise ValueError("odd")

    found = source.read(text.check("number: 1\n", "f.yml"), "f.yml")
    with pytest.raises(ValidationError) as caught:
        Even.model_validate(found.content)
    (finding,) = misfits.findings(caught.value, Even, found)
    assert f"{finding.location} {finding.code}" == "f.yml:1:9 F18"
    assert "odd" in message("F18").says(finding.params)
