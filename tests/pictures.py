"""Take the pictures that the README and the handbook show, from the built site.

Run with ``make pictures`` after a change that a reader can see.
"""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.conftest import ARGUMENTS, CHROMIUM

INTO = Path(__file__).parent.parent / "docs" / "editing" / "pictures"
PICTURES = {"matrix": "matrix.html", "measure": "cn24/m18.html"}


def main(site: Path) -> None:
    """Write one PNG a picture into the handbook's folder."""
    INTO.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        page = browser.new_page(viewport={"width": 1280, "height": 900}, color_scheme="light")
        for name, path in PICTURES.items():
            page.goto((site / path).as_uri())
            page.screenshot(path=INTO / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
