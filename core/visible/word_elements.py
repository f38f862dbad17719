"""The elements of a Word document that reading it knows, by their names without name space."""

from __future__ import annotations

from core.visible.word_notes import REFERENCES

TRANSPARENT = frozenset(
    ("ins", "moveTo", "smartTag", "customXml", "hyperlink", "fldSimple", "dir", "bdo", "sdtContent", "rubyBase",
     "Choice")
)  # fmt: skip
"""Elements that only stand around what is seen."""
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ALTERNATIVES = ("AlternateContent", "Choice")
KNOWN = (
    *TRANSPARENT,
    *("p", "tbl", "tr", "tc", "sdt", "r", "t", "ruby", "fldChar", "drawing", "pict", "object"),
    *("pPr", "rPr", "trPr", "tcPr", "pStyle", "jc", "gridBefore", "gridAfter", "gridSpan", "vMerge", "hMerge"),
    *("cellDel", "del", "moveFrom", "hidden"),
    *("altChunk", "subDoc"),
    *("sym", "instrText", "tab", "br", "cr", "noBreakHyphen", "softHyphen", "ptab"),
    *("commentRangeStart", "commentRangeEnd", *REFERENCES),
)
SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "", "ptab": " "}
"""Signs that are elements, as characters."""
