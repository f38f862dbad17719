"""Styles, settings and font table of the Word report for a style profile, as XML: the looks of the one layout.

Sizes are points, lengths twips (twentieths of a point); Word counts sizes in half-points.
"""

from __future__ import annotations

from html import escape

from core.word.looks import NAMES, TABLE_PITCH, Look, looks
from core.word.style_profile import StyleProfile

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def styles_xml(profile: StyleProfile, *, is_sheet: bool) -> str:
    """Return the content of ``word/styles.xml``; only the sign-off sheet needs the styles of the sheet."""
    body, fonts = profile.sizes["body"], profile.fonts
    styles = [
        *(_look_style(look, fonts[look.font]) for look in looks(profile).values()),
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


def _look_style(look: Look, font: str) -> str:
    """The style of a look."""
    before = "<w:keepNext/>" if look.keeps_next else ""
    if look.keeps_edges:
        before += "<w:widowControl/>"
    if not look.base:
        before += '<w:widowControl w:val="0"/><w:overflowPunct/>'  # LibreOffice loses signs without it
    if not look.is_on_grid:
        before += '<w:snapToGrid w:val="0"/>'
    indents = {"left": look.left, "right": look.right}
    named = "".join(f' w:{side}="{_twips(width)}"' for side, width in indents.items() if width)
    if look.first < 0:
        named += f' w:hanging="{_twips(-look.first * look.size)}"'
    elif look.first:
        named += f' w:firstLineChars="{100 * look.first}" w:firstLine="{_twips(look.first * look.size)}"'
    level = f'<w:outlineLvl w:val="{look.level - 1}"/>' if look.level else ""
    indent = f"<w:ind{named}/>" if named else ""
    paragraph = f'{before}{_line(look.pitch, look.before)}{indent}<w:jc w:val="{look.align}"/>{level}'
    return _style(look.id, look.base, font, look.size, paragraph, following=look.following)


def _sheet_styles(profile: StyleProfile) -> list[str]:
    """Styles of the sign-off sheet; lines of a fixed pitch, so that a page holds the same in any font."""
    size = profile.sizes["table"]
    line = f'<w:snapToGrid w:val="0"/>{_line(round(size * TABLE_PITCH, 1))}'
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


def _line(pitch: float, before: float = 0) -> str:
    space = f' w:before="{_twips(before)}"' if before else ""
    return f'<w:spacing{space} w:line="{_twips(pitch)}" w:lineRule="exact"/>'


def _quoted(text: str) -> str:
    return f'"{escape(text)}"'


def _twips(points: float) -> int:
    return round(points * 20)


def _half(points: float) -> int:
    return round(points * 2)
