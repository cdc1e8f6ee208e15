"""Radicals and strokes that look like ordinary ideographs, with the ideograph to type instead.

They come with text copied from a PDF: the page looks right and no search finds the word. The table
holds what Unicode calls Equivalent_Unified_Ideograph, for the code points that have no
compatibility decomposition; the others (Kangxi radicals, compatibility ideographs) are mended by
normalisation.
"""

from __future__ import annotations

import unicodedata
from typing import Literal

# Each row: a code point, then the ideographs for it and for the seven that follow.
_ROWS = """
2E80 ---- 5382 4E5B 4E5A 4E59 4EBB 5182 20628
2E88 5200 5202 535C 353E 5C0F 5C0F 5140 5C23
2E90 5C22 21BC2 5DF3 5E7A 5F51 5F50 5FC4 5FC3
2E98 624C 6535 ---- 65E1 65E5 6708 6B7A 6BCD
2EA0 6C11 6C35 6C3A 706C 722B 722B 4E2C 725B
2EA8 72AD 738B 24D14 76EE 793A 793B 25AD7 7CF9
2EB0 7E9F 7F53 7F52 34C1 5197 2626B 7F8A 2634C
2EB8 2634B 8002 8080 807F 8089 26951 8279 8279
2EC0 8279 864E 8864 8980 897F 89C1 89D2 278B2
2EC8 8BA0 8D1D 27FB7 8F66 8FB6 8FB6 8FB6 9091
2ED0 9485 9577 9578 957F 95E8 28E0F 961D 96E8
2ED8 9752 97E6 9875 98CE 98DE 98DF 2967F 98E0
2EE0 9963 29810 9A6C 9AA8 9B3C 9C7C 9E1F 5364
2EE8 9EA6 9EC4 9EFE 6589 9F50 6B6F 9F7F 7ADC
2EF0 9F99 9F9C 4E80 9F9F
31C0 ---- ---- ---- ---- ---- ---- 200CC ----
31C8 ---- ---- ---- ---- ---- ---- ---- 4E40
31D0 4E00 4E28 4E3F 4E3F 4E36 200CD 4E5B 200CA
31D8 200CE 2010C 4E85 21FE8 200CB 4E40 200D1 4E5A
31E0 4E59 2010E ---- ----
"""


def _table() -> dict[str, str]:
    table = {}
    for row in _ROWS.split("\n"):
        if row:
            first, *cells = row.split()
            for offset, cell in enumerate(cells):
                if cell != "----":
                    table[chr(int(first, 16) + offset)] = chr(int(cell, 16))
    return table


_ORDINARY = _table()


def ordinary(character: str) -> str | None:
    """What stands for a look-alike in ordinary text; None if the character is no look-alike."""
    if character in _ORDINARY:
        return _ORDINARY[character]
    form: Literal["NFC", "NFKC"] = "NFKC" if "\u2e80" <= character <= "\u2fdf" else "NFC"
    normal = unicodedata.normalize(form, character)
    return normal if normal != character else None
