"""Has a workbook show each digit of a number that is filled in: Excel rounds what is long in the usual format.

The usual format (常规) fits a number to the width of its column and to eleven signs, so that 9876543.123456 is printed
as 9876543.123. A cell that an office gave a format of its own keeps it; where that rounds the number, it is told.
"""

from __future__ import annotations

import re
from copy import deepcopy

from lxml.etree import _Element

from core.report.entry_text import Number, format_number

STYLES = "xl/styles.xml"
_FIRST_OWN_FORMAT = 164
_ALWAYS_WHOLE = 9  # signs that the usual format shows of a count in any usual column

_USUAL_FORMATS = {
    "1": "0",
    "2": "0.00",
    **dict.fromkeys(("3", "5", "6", "37", "38", "41", "42"), "#,##0"),
    **dict.fromkeys(("4", "7", "8", "39", "40", "43", "44"), "#,##0.00"),
}
"""What the formats that have a number only show, as far as that is a plain number."""
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|\s')
_PLAIN_FORMAT = re.compile(r"[^.%@Ee/?0#]*[0#?,]+(?:\.([0#?]*))?[^.%@Ee/0#]*")


class DigitsShown:
    """The looks of cells of one workbook, with those that numbers need.

    Attributes:
        root: Of ``xl/styles.xml``; None where the workbook has none.
        rounded: Cells whose own format shows fewer digits of their numbers than there are.
    """

    def __init__(self, root: _Element | None) -> None:
        self.root = root
        self.rounded: list[str] = []
        self._made: dict[tuple[str, str], str] = {}

    def show(self, cell: _Element, number: Number, sheet: str = "") -> None:
        """Give a cell the look in which each digit of its number is seen, smaller where the column is narrow.

        Args:
            cell: The cell.
            number: What is put there.
            sheet: The title of its sheet, where there are several.
        """
        text = format_number(number)
        _, point, decimals = text.partition(".")
        looks = self.root.find("{*}cellXfs") if self.root is not None else None
        old = cell.get("s", "0")
        if looks is None or (not point and len(text) <= _ALWAYS_WHOLE) or not old.isdecimal():
            return
        if int(old) >= len(looks):
            return
        places = self._places(looks[int(old)].get("numFmtId", "0"))
        if places is not None and len(decimals) > places:
            place = f"工作表“{sheet}”" if sheet else ""
            self.rounded.append(f"{place}{cell.get('r', '')}（{text}，只显示{places}位小数）")
        if looks[int(old)].get("numFmtId", "0") == "0":
            key = old, "0" + point + "0" * len(decimals)
            if key not in self._made:
                self._made[key] = self._look(looks, looks[int(old)], key[1])
            cell.set("s", self._made[key])

    def _places(self, number: str) -> int | None:
        """Return how many decimals a format shows; None where it shows all, or something else than a plain number."""
        assert self.root is not None
        own = {known.get("numFmtId"): known.get("formatCode") for known in self.root.iter("{*}numFmt")}
        code = own.get(number) or _USUAL_FORMATS.get(number, "")
        found = _PLAIN_FORMAT.fullmatch(_LITERAL.sub("", code.partition(";")[0]))
        return len(found[1] or "") if found else None

    def _look(self, looks: _Element, old: _Element, code: str) -> str:
        """Add a look like another one, in a format of its own; return its number."""
        look = deepcopy(old)
        look.set("numFmtId", self._format(code))
        look.set("applyNumberFormat", "1")
        alignment = look.find("{*}alignment")
        if alignment is None:
            alignment = look.makeelement(look.tag.replace("}xf", "}alignment"))
            look.insert(0, alignment)
        alignment.attrib.pop("wrapText", "")
        alignment.set("shrinkToFit", "1")
        look.set("applyAlignment", "1")
        looks.append(look)
        looks.set("count", str(len(looks)))
        return str(len(looks) - 1)

    def _format(self, code: str) -> str:
        """Return the number of a format, which is added where the workbook has none like it."""
        assert self.root is not None
        formats = self.root.find("{*}numFmts")
        if formats is None:
            formats = self.root.makeelement(self.root.tag.replace("}styleSheet", "}numFmts"))
            self.root.insert(0, formats)
        for known in formats:
            if known.get("formatCode") == code:
                return str(known.get("numFmtId"))
        used = [int(known.get("numFmtId", "0")) for known in formats]
        made = formats.makeelement(formats.tag.removesuffix("s"))
        made.set("numFmtId", str(max([_FIRST_OWN_FORMAT - 1, *used]) + 1))
        made.set("formatCode", code)
        formats.append(made)
        formats.set("count", str(len(formats)))
        return str(made.get("numFmtId"))
