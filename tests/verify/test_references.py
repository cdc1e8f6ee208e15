"""What a script asks for, and what is only said in its data."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from macros.pages.search.index import index_script
from macros.verify.references import script_addresses
from tests.libraries import real

URL = "https://example.org/x"


@pytest.mark.parametrize(
    "script",
    [
        f'fetch("{URL}");',
        f'fetch("{URL}", {{"a": 1}});',
        f"a.b([`{URL}`]);",
        f'a.b({{"x": 1}}); fetch("{URL}");',
        f'a.b([fetch("{URL}")]);',
        f'import("{URL}");',
    ],
)
def test_an_address_in_code_is_a_request(script: str) -> None:
    """Code that holds an address may ask for it, wherever in it that stands."""
    assert [*script_addresses(script)] == [URL]


@pytest.mark.parametrize("field", ["text", "identify", "do", "note"])
def test_an_address_in_the_index_is_none(field: str) -> None:
    """The search index is a value that is handed over; what a text says is not fetched."""
    data = {field: f"\u89c1 {URL}", "more": [1, {"kinds": {}, "x": URL}]}
    assert [*script_addresses(f"clausebookSearch.open({json.dumps(data)});\n")] == []


def test_our_own_index_is_data() -> None:
    """As it is written for the real library, with an address and odd line ends in a text."""
    library = real()
    theme = library.themes[0].model_copy(update={"note": f"a\u2028 {URL} ); fetch('{URL}')"})
    changed = replace(library, themes=(theme, *library.themes[1:]))
    script = index_script(changed, (), {"kinds": {}, "x": URL})
    assert URL in script
    assert [*script_addresses(script)] == []
