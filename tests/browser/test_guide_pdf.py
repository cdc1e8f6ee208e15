"""A guide's PDF is what its page prints: the same words in the same order."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from playwright.sync_api import Page

from macros.exports.pdf import guide as given
from macros.exports.pdf import typeset
from macros.knowledge.guides.catalogue import catalogue
from tests.browser.paper import sheets
from tests.exports.pdf import reading
from tests.libraries import real

pytestmark = pytest.mark.browser

# The words of every block of the guide that is printed, in order, each block for itself.
BLOCKS = """guide => {
  const blocks = [];
  const walker = document.createTreeWalker(guide, NodeFilter.SHOW_TEXT);
  let last;
  while (walker.nextNode()) {
    const text = walker.currentNode;
    let block = text.parentElement;
    if (!block.checkVisibility() || block.closest(".cb-sr, .cb-count")) continue;
    while (getComputedStyle(block).display.startsWith("inline")) block = block.parentElement;
    if (block !== last) blocks.push("");
    blocks[blocks.length - 1] += text.data;
    last = block;
  }
  return blocks;
}"""

# What only the PDF has: numbers that answers share with their tasks, marks that the page draws
# without words, and, under the title, what stands in the foot of the page.
OWN = re.compile(
    r"\d+分钟|\d+项|\d+\.|▪|单位:|。|题号与前面的题目相同。|非官方整理,以正式印发的文件为准"
)


def _bare(text: str) -> str:
    """Without blanks and the marks that a page draws around quotations and kinds."""
    return re.sub(r"[\s\u2060「」【】_]", "", unicodedata.normalize("NFKC", text))


def _differences(blocks: list[str], text: str) -> list[str]:
    """The blocks that ``text`` lacks in its turn, and what stands between those it has."""
    missing, between, at = [], [], 0
    for block in blocks:
        found = text.find(block, at)
        if found < 0:
            missing.append(block)
            continue
        between.append(OWN.sub("", text[at:found]))
        at = found + len(block)
    return [*missing, *filter(None, (*between, OWN.sub("", text[at:])))]


@pytest.mark.parametrize("name", ["teachers-meeting", "role-party-secretary"])
def test_the_pdf_is_what_the_page_prints(
    page: Page, served: str, tmp_path: Path, name: str
) -> None:
    """Every block that the page prints stands in the PDF, in its order, and little besides."""
    page.emulate_media(media="print")
    page.goto(f"{served}/study/{name}.html")
    blocks = [_bare(block) for block in page.locator(".cb-guide").evaluate(BLOCKS)]
    blocks = [block for block in blocks if block]
    page.pdf(path=tmp_path / "page.pdf", format="A4", prefer_css_page_size=True)
    printed = _bare("".join(sheets(tmp_path / "page.pdf")))
    guide = next(guide for guide in catalogue(real()) if guide.id == name)
    (tmp_path / "guide.pdf").write_bytes(typeset("guide", given(real(), guide), ""))
    text = _bare("".join(reading.pages(tmp_path / "guide.pdf")))
    assert _differences(blocks, text) == []
    # The control: a block less on either side is told.
    one = max(blocks, key=len)
    assert _differences(blocks, text.replace(one, "", 1)) == [one]
    assert _differences([block for block in blocks if block != one], text) == [OWN.sub("", one)]
    # The page really prints them: not one of the longer blocks is missing from its paper.
    longer = [block for block in blocks if len(block) > 40]
    assert len(longer) > 10
    missing = [block for block in longer if block[:12] not in printed]
    assert missing == []
