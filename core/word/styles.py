"""Styles, settings and font table of the Word report for a style profile, as XML: part of the one layout.

Sizes are points, lengths twips (twentieths of a point); Word counts sizes in half-points.
"""

from __future__ import annotations

from html import escape

from core.word.style_profile import StyleProfile

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
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

_TABLE_PITCH = 1.3  # line pitch in tables, as a multiple of the size


def styles_xml(profile: StyleProfile, *, is_sheet: bool = False) -> str:
    """Return the content of ``word/styles.xml``; only the sign-off sheet needs the styles of the sheet."""
    body = profile.sizes["body"]
    fonts = profile.fonts
    exact = _line(profile.pitch)
    indent = f'<w:ind w:firstLineChars="200" w:firstLine="{_twips(2 * body)}"/>'
    styles = [
        _style("Normal", "", fonts["body"], body, f'<w:widowControl w:val="0"/>{exact}<w:jc w:val="both"/>'),
        _style("Title", "Normal", fonts["title"], profile.sizes["title"], _title(profile)),
        _style("AfterTitle", "Normal", fonts["body"], body, "<w:keepNext/>"),
        _style("DocumentNumber", "Normal", fonts["body"], body, f'{_line(2 * profile.pitch)}<w:jc w:val="center"/>'),
        _style("Addressee", "Normal", fonts["body"], body, ""),
        _style("Heading1", "Normal", fonts["heading"], body, _heading(indent, 0), following="BodyText"),
        _style("Heading2", "Normal", fonts["subheading"], body, _heading(indent, 1), following="BodyText"),
        _style("BodyText", "Normal", fonts["body"], body, indent),
        _style("BodyPoint", "BodyText", fonts["subheading"], body, f"<w:keepNext/>{indent}", following="BodyText"),
        _style("SealRoom", "Normal", fonts["body"], body, "<w:keepNext/>"),
        _style("SignOff", "Normal", fonts["body"], body, f"<w:keepNext/>{_at_right(body)}"),
        _style("SignDate", "Normal", fonts["body"], body, _at_right(body)),
        *_table_styles(profile, "Table", "table"),
        *_table_styles(profile, "WideTable", "wide_table"),
        _style("TableNote", "Normal", fonts["table"], profile.sizes["table"], _note(profile)),
        *_page_styles(profile),
        *(_sheet_styles(profile) if is_sheet else ()),
    ]
    latin = _quoted(fonts["latin"])
    return (
        f"{_HEAD}<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr>"
        f"<w:rFonts w:ascii={latin} w:eastAsia={_quoted(fonts['body'])} w:hAnsi={latin} w:cs={latin}/>"
        f'<w:sz w:val="{_half(body)}"/><w:szCs w:val="{_half(body)}"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        f"{''.join(styles)}"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        "</w:styles>"
    )


def settings_xml() -> str:
    """Return the content of ``word/settings.xml``: odd and even pages differ, language Chinese."""
    return (
        f'{_HEAD}<w:settings {_W}><w:zoom w:percent="100"/>'
        "<w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/>"
        '<w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/>'
        "<w:compat><w:balanceSingleByteDoubleByteWidth/><w:useFELayout/>"
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
    )


def font_table_xml(profile: StyleProfile) -> str:
    """Return the content of ``word/fontTable.xml``: what to use where a font is missing."""
    fonts = []
    for font in dict.fromkeys(profile.fonts.values()):
        others = profile.instead.get(font, ())
        other = f"<w:altName w:val={_quoted(','.join(others))}/>" if others else ""
        fonts.append(f"<w:font w:name={_quoted(font)}>{other}</w:font>")
    return f"{_HEAD}<w:fonts {_W}>{''.join(fonts)}</w:fonts>"


def _style(style_id: str, base: str, font: str, size: float, paragraph: str, *, following: str = "") -> str:
    name = NAMES[style_id]
    is_default = ' w:default="1"' if style_id == "Normal" else ""
    is_own = "" if name.isascii() else ' w:customStyle="1"'
    based_on = f'<w:basedOn w:val="{base}"/>' if base else ""
    then = f'<w:next w:val="{following}"/>' if following else ""
    quoted = _quoted(font)
    return (
        f'<w:style w:type="paragraph"{is_default}{is_own} w:styleId="{style_id}">'
        f'<w:name w:val="{name}"/>{based_on}{then}<w:qFormat/><w:pPr>{paragraph}</w:pPr>'
        f'<w:rPr><w:rFonts w:hint="eastAsia" w:eastAsia={quoted}/>'
        f'<w:sz w:val="{_half(size)}"/><w:szCs w:val="{_half(size)}"/></w:rPr></w:style>'
    )


def _table_styles(profile: StyleProfile, prefix: str, size_name: str) -> list[str]:
    size = profile.sizes[size_name]
    line = f'<w:snapToGrid w:val="0"/>{_line(round(size * _TABLE_PITCH, 1))}'
    return [
        _style(f"{prefix}{look}", "Normal", profile.fonts["table"], size, f'{line}<w:jc w:val="{jc}"/>')
        for look, jc in (("Label", "center"), ("Row", "left"), ("Number", "center"))
    ]


def _sheet_styles(profile: StyleProfile) -> list[str]:
    """Styles of the sign-off sheet; lines of a fixed pitch, so that a page holds the same in any font."""
    size = profile.sizes["table"]
    line = f'<w:snapToGrid w:val="0"/>{_line(round(size * _TABLE_PITCH, 1))}'
    font = profile.fonts["table"]
    title = f'<w:snapToGrid w:val="0"/>{_line(profile.title_pitch)}<w:jc w:val="center"/>'
    heading = f'<w:keepNext/><w:snapToGrid w:val="0"/>{_line(profile.pitch)}<w:jc w:val="left"/>'
    return [
        _style("SheetTitle", "Normal", profile.fonts["title"], 18, title),
        _style("SheetHeading", "Normal", profile.fonts["heading"], 12, heading),
        _style("SheetLabel", "Normal", profile.fonts["heading"], size, f'{line}<w:jc w:val="center"/>'),
        _style("SheetText", "Normal", font, size, f'{line}<w:jc w:val="left"/>'),
        _style("SheetSign", "Normal", font, size, f'{line}<w:jc w:val="right"/>'),
        _style("SheetEnd", "Normal", font, 1, f'<w:snapToGrid w:val="0"/>{_line(1)}'),
    ]


def _page_styles(profile: StyleProfile) -> list[str]:
    size = profile.sizes["page_number"]
    inset = f'<w:ind w:{{}}Chars="100" w:{{}}="{_twips(size)}"/>'
    font = profile.fonts["page_number"]
    line = '<w:snapToGrid w:val="0"/><w:spacing w:line="240" w:lineRule="auto"/>'
    numbers = [
        _page_style("PageNumberOdd", font, size, f'{line}{inset.format("right", "right")}<w:jc w:val="right"/>'),
        _page_style("PageNumberEven", font, size, f'{line}{inset.format("left", "left")}<w:jc w:val="left"/>'),
        _page_style("PageNumberCenter", font, size, f'{line}<w:jc w:val="center"/>'),
    ]
    mark = _style("StageMark", "Normal", profile.fonts["heading"], size, f'{line}<w:jc w:val="right"/>')
    return [*numbers, mark]


def _page_style(style_id: str, font: str, size: float, paragraph: str) -> str:
    """A style whose digits and dashes are in the Chinese font, as page numbers are."""
    quoted = _quoted(font)
    style = _style(style_id, "Normal", font, size, paragraph)
    return style.replace(" w:eastAsia=", f" w:ascii={quoted} w:hAnsi={quoted} w:eastAsia=")


def _title(profile: StyleProfile) -> str:
    return f'<w:keepNext/><w:snapToGrid w:val="0"/>{_line(profile.title_pitch)}<w:jc w:val="center"/>'


def _heading(indent: str, level: int) -> str:
    return f'<w:keepNext/>{indent}<w:outlineLvl w:val="{level}"/>'


def _note(profile: StyleProfile) -> str:
    pitch = profile.sizes["table"] * 1.5
    return f'<w:snapToGrid w:val="0"/>{_line(pitch, before=4)}<w:ind w:firstLineChars="0" w:firstLine="0"/>'


def _at_right(size: float) -> str:
    """Unit and date centred to each other in the right part of the page, four characters from the edge at least."""
    return f'<w:ind w:left="{_twips(9 * size)}" w:right="{_twips(2 * size)}"/><w:jc w:val="center"/>'


def _line(pitch: float, before: float = 0) -> str:
    space = f' w:before="{_twips(before)}"' if before else ""
    return f'<w:spacing{space} w:line="{_twips(pitch)}" w:lineRule="exact"/>'


def _quoted(text: str) -> str:
    return f'"{escape(text)}"'


def _twips(points: float) -> int:
    return round(points * 20)


def _half(points: float) -> int:
    return round(points * 2)
