"""How each kind of paragraph of a report looks: the part of the one layout that Word styles and print both follow."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from core.word.remembered import remembered
from core.word.style_profile import StyleProfile

NAMES = {
    "Normal": "Normal",
    "Title": "Title",
    "AfterTitle": "标题后空行",
    "DocumentNumber": "发文字号",
    "Addressee": "主送机关",
    "Heading1": "heading 1",
    "Heading2": "heading 2",
    "BodyText": "Body Text",
    "BodyPoint": "文中小标题",
    "BodyAddress": "正文（含网址）",
    "SealRoom": "印章空行",
    "SignOff": "落款",
    "SignDate": "成文日期",
    "TableLabel": "表格栏目",
    "TableRow": "表格行名",
    "TableNumber": "表格数字",
    "WideTableLabel": "多列表格栏目",
    "WideTableRow": "多列表格行名",
    "WideTableNumber": "多列表格数字",
    "TableNote": "表下注",
    "TableNoteMarked": "表下注（首段）",
    "TableNoteMore": "表下注（续段）",
    "StageMark": "稿次",
    "SheetTitle": "审签单标题",
    "SheetHeading": "审签单附页标题",
    "SheetLabel": "审签单栏目",
    "SheetText": "审签单内容",
    "SheetSign": "审签单签名",
    "SheetEnd": "审签单结尾",
    "PageNumberOdd": "页码（单页）",
    "PageNumberEven": "页码（双页）",
    "PageNumberCenter": "页码（居中）",
}
"""What the styles are called in Word; another program may renumber the keys, but keeps the names."""

TABLE_PITCH = 1.3
"""Line pitch in tables, as a multiple of the size."""

_NOTE_PITCH = 1.5  # the same of 表下注
_NOTE_BEFORE = 4  # points between a table and its note
_NOTE_MARK = 2  # characters of 注：, behind which the 1. of a note stands, and below that its 2. and all other lines
_ROW_LEFT = 3  # points between the margin of a cell and a label that begins at the left
_SIGNED_LEFT, _SIGNED_RIGHT = 8, 1  # characters left free beside unit and date, whose axis is that of the date


class Look(NamedTuple):
    """How one kind of paragraph looks; sizes and lengths in points.

    Attributes:
        id: Of its style in Word; the key of ``NAMES``.
        base: Id of the style it is based on; "" for the first one.
        font: East-Asian font, by use in the profile.
        size: Of the signs.
        pitch: From line to line, exactly.
        align: ``both``, ``left``, ``center`` or ``right``.
        first: Indent of the first line, in characters; less than 0 where the others begin to the right of it.
        left: Indent at the left.
        right: Indent at the right.
        before: Free above it, except at the head of a page.
        after: Free below it, except at the foot of a page.
        keeps_edges: Whether neither its first nor its last line stands alone on a page.
        keeps_next: Whether it stands on the same page as what follows.
        keeps_lines: Whether all its lines stand on one page.
        keeps_end: Whether its last two lines do, and no line of it stands alone on a page.
        is_on_grid: Whether its signs and lines follow the grid of the page.
        level: In the outline, from 1; 0 for none.
        following: Id of the style of the next paragraph when somebody types on; "" for the same.
    """

    id: str
    base: str
    font: str
    size: float
    pitch: float
    align: str = "both"
    first: int = 0
    left: float = 0
    right: float = 0
    before: float = 0
    after: float = 0
    keeps_edges: bool = False
    keeps_next: bool = False
    keeps_lines: bool = False
    keeps_end: bool = False
    is_on_grid: bool = True
    level: int = 0
    following: str = ""


@remembered
def looks(profile: StyleProfile) -> Mapping[str, Look]:
    """Return the looks of a report in this style by id, in the order of the style sheet."""
    body, pitch = profile.sizes["body"], profile.pitch
    signed = Look("SignDate", "Normal", "body", body, pitch, "center", 0, _SIGNED_LEFT * body, _SIGNED_RIGHT * body)
    size = profile.sizes["table"]
    note = Look("TableNote", "Normal", "table", size, size * _NOTE_PITCH, before=_NOTE_BEFORE, is_on_grid=False)
    note = note._replace(keeps_edges=True)
    behind_mark = note._replace(base="TableNote", left=_NOTE_MARK * size)
    made = [
        Look("Normal", "", "body", body, pitch),
        Look(
            "Title",
            "Normal",
            "title",
            profile.sizes["title"],
            profile.title_pitch,
            "center",
            keeps_next=True,
            is_on_grid=False,
        ),
        Look("AfterTitle", "Normal", "body", body, pitch, keeps_next=True),
        Look("DocumentNumber", "Normal", "body", body, 2 * pitch, "center"),
        Look("Addressee", "Normal", "body", body, pitch, "left"),
        Look("Heading1", "Normal", "heading", body, pitch, first=2, keeps_next=True, level=1, following="BodyText"),
        Look("Heading2", "Normal", "subheading", body, pitch, first=2, keeps_next=True, level=2, following="BodyText"),
        Look("BodyText", "Normal", "body", body, pitch, first=2),
        Look("BodyPoint", "BodyText", "subheading", body, pitch, first=2, keeps_next=True, following="BodyText"),
        Look("BodyAddress", "BodyText", "body", body, pitch, "left", first=2),
        Look("SealRoom", "Normal", "body", body, pitch, keeps_next=True),
        signed._replace(id="SignOff", keeps_next=True),
        signed,
        *_table_looks(profile, "Table", "table"),
        *_table_looks(profile, "WideTable", "wide_table"),
        note,
        behind_mark._replace(id="TableNoteMarked", first=-_NOTE_MARK),
        behind_mark._replace(id="TableNoteMore"),
    ]
    return {look.id: look for look in made}


def _table_looks(profile: StyleProfile, prefix: str, use: str) -> list[Look]:
    size = profile.sizes[use]
    pitch = round(size * TABLE_PITCH, 1)
    return [
        Look(f"{prefix}{kind}", "Normal", "table", size, pitch, align, left=left, is_on_grid=False)
        for kind, align, left in (("Label", "center", 0), ("Row", "left", _ROW_LEFT), ("Number", "center", 0))
    ]
