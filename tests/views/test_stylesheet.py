"""The stylesheet of the site: what its sources must be, and what the build makes of them."""

from __future__ import annotations

from pathlib import Path

import pytest
import tinycss2

from macros.views.stylesheet import (
    LAYERS,
    SOURCES,
    StylesheetError,
    report_stylesheet,
    site_stylesheet,
    stylesheet,
)

OVERRIDES = Path(__file__).parents[2] / "overrides"
FOLDER = OVERRIDES / SOURCES
FILES = sorted(FOLDER.rglob("*.css"))


def lowered(rules: str, layer: str = "theme") -> list[str]:
    """The lines that ``rules`` of ``layer`` become."""
    return stylesheet({"a.css": f"@layer {layer} {{ {rules} }}"}).splitlines()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_source_is_one_component_in_one_layer(file: Path) -> None:
    """A source says in its first line what it is, holds one layer, that of its folder, and fits."""
    text = file.read_text(encoding="utf-8")
    assert text.startswith("/* ")
    rules = tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
    layers = [tinycss2.serialize(rule.prelude).strip() for rule in rules]
    assert [rule.lower_at_keyword for rule in rules] == ["layer"]
    assert layers == ["base" if file.parent == FOLDER else file.parent.name]
    assert len(text.splitlines()) <= 200


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_source_shouts_nobody_down(file: Path) -> None:
    """No source is important, and none names the theme's text to weigh more than the theme."""
    text = file.read_text(encoding="utf-8")
    assert "!important" not in text
    assert ".md-typeset" not in text


@pytest.mark.parametrize("sheet", [site_stylesheet, report_stylesheet])
def test_an_old_browser_can_read_what_is_made(sheet: object) -> None:
    """The sheets that are made hold no layer and nothing important, and say it in one way."""
    assert callable(sheet)
    made = sheet(OVERRIDES)
    assert len(made.splitlines()) > 20
    assert "@layer" not in made
    assert "important" not in made
    assert made == sheet(OVERRIDES)


def test_every_source_is_part_of_a_sheet() -> None:
    """No source lies in a folder that no sheet is made of."""
    assert {file.parent.name for file in FILES} == {*LAYERS, FOLDER.name}


@pytest.mark.parametrize("layer", LAYERS)
def test_a_layer_is_raised_by_its_height(layer: str) -> None:
    """A selector is raised once a layer, at its last element, before what is drawn of that."""
    height = LAYERS.index(layer) + 1
    up = r":not(#\#)" * height
    assert lowered("p, a b > i { top: 0 }", layer) == [f"p{up},a b > i{up}{{top:0}}"]
    assert lowered("::after { top: 0 }", layer) == [f"{up}::after{{top:0}}"]
    assert lowered("p ::after { top: 0 }", layer) == [f"p {up}::after{{top:0}}"]
    assert lowered("a:hover::after { top: 0 }", layer) == [f"a:hover{up}::after{{top:0}}"]


def test_layers_stand_in_their_order() -> None:
    """Whatever the order of the sources, a sheet has one layer after the other."""
    sources = {layer: f"@layer {layer} {{ {layer} {{ top: 0 }} }}" for layer in reversed(LAYERS)}
    assert [line.partition(":")[0] for line in stylesheet(sources).splitlines()] == [*LAYERS]


def test_a_young_selector_stands_alone() -> None:
    """One selector that an old browser cannot read takes no other one with it."""
    assert [line.partition(":not")[0] for line in lowered("a, b:focus-visible, i { top: 0 }")] == [
        "a",
        "b:focus-visible",
    ]
    assert lowered("b:has(> i), a { top: 0 }")[0].startswith("a:not")


@pytest.mark.parametrize(
    ("young", "old"),
    [
        ("inset: 0", "top:0;right:0;bottom:0;left:0"),
        ("inset: auto 0 1px", "top:auto;right:0;bottom:1px;left:0"),
        ("padding-inline: 1em 2em", "padding-left:1em;padding-right:2em"),
        ("margin-block: calc(1px + 1em) 0", "margin-top:calc(1px + 1em);margin-bottom:0"),
        ("margin-block: 0.7em", "margin-top:0.7em;margin-bottom:0.7em"),
        ("border-block: 1px solid red", "border-top:1px solid red;border-bottom:1px solid red"),
        ("mask: none", "-webkit-mask:none;mask:none"),
        ("--cb-Name: a  b", "--cb-Name:a b"),
        ('content: "a  b" / ""', 'content:"a  b" / ""'),
    ],
)
def test_a_young_property_is_said_in_old_words(young: str, old: str) -> None:
    """What Chromium 80 does not know as a property, it is told in several that it knows."""
    assert lowered(f"p {{ {young} }}") == [rf"p:not(#\#){{{old}}}"]


def test_rules_within_rules() -> None:
    """Selectors within a query are raised; sheets of paper have none."""
    assert lowered("@media print { p { top: 0 } }") == ["@media print{", r"p:not(#\#){top:0}", "}"]
    assert lowered("@page wide { size: A3 }") == ["@page wide{size:A3}"]


@pytest.mark.parametrize(
    "source",
    [
        "p { top: 0 }",
        "@layer elsewhere { p { top: 0 } }",
        "@layer theme;",
        "@layer base { p { top: 0 !important } }",
        "@layer base { #content { top: 0 } }",
        "@layer base { p:not(#content) { top: 0 } }",
        "@layer base { :is(p, .a) { top: 0 } }",
        "@layer base { a:not(:where(p)) { top: 0 } }",
        "@layer base { p { top } }",
        "@layer base { @import 'a.css'; }",
        "@layer base { p } }",
    ],
)
def test_what_cannot_be_lowered_is_refused(source: str) -> None:
    """What would mean another thing without layers stops the build, by file and line."""
    with pytest.raises(StylesheetError, match=r"^a\.css:1: "):
        stylesheet({"a.css": source})
