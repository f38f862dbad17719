"""The web version (网页版): one clean HTML file, and the same as a fragment and as plain text for the clipboard.

Portal editors strip style sheets, classes and often ``style`` too, so what matters stands in attributes of ``table``
and ``td`` besides. Some drop ``th`` and what stands in it: every label is a ``td``, and ``scope`` says what it heads.
What is printed comes from ``core.report.shown_report`` and the form, as in Word.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from core.base.errors import ErrorText
from core.form.form_definition import FormDefinition, GridItem, Section, Table
from core.form.printed_table import begins_left, head_rows, label_lines
from core.report.report import Report
from core.report.shown_report import Shown, contents_of, shown_report
from core.report.title_lines import title_pieces

_CENTER = ' align="center" style="text-align:center"'
_LEFT = ' align="left" style="text-align:left"'
_RIGHT = ' align="right" style="text-align:right"'
_INDENT = ' style="text-indent:2em"'
# "rules" joins the borders of neighbouring cells where "style" is stripped
_TABLE = (
    ' border="1" frame="box" rules="all" cellspacing="0" cellpadding="4" width="100%" align="center"'
    ' style="border-collapse:collapse;width:100%;margin:0.5em auto"'
)
_MANY_COLUMNS = 12
_NARROW = _TABLE.replace('cellpadding="4"', 'cellpadding="2"').replace("margin:", "font-size:0.875em;margin:")
"""Of a table with many columns, in which numbers of seven digits must fit beside one another."""
_LABELLED = range(8, _MANY_COLUMNS)
"""How many columns a table has whose row labels would take the width from its numbers."""
_HEAD_WIDTH = ' width="7%"'
_TITLE = ' align="center" style="text-align:center;text-wrap:balance"'
_LONGEST_PIECE = 8  # characters that stay together on a telephone too
_PAIR = 2  # Chinese words have two characters, mostly
_SHORT_HEAD = 3  # characters that stay in one line
_NO_WRAP = ' nowrap="nowrap" align="center" style="text-align:center;white-space:nowrap"'
_WHOLE = ' style="white-space:nowrap"'
_DOCTYPE = '<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">'
"""The last HTML that knows the attributes by which a table keeps its looks where ``style`` is stripped."""

_COMPLETE = "请在“基本信息”中写全成文日期（已定稿的先解除定稿），再生成或复制一次网页版。"
_UNSIGNED = ErrorText("成文日期没有写到日，网页版没有印落款和日期。", _COMPLETE)
_UNDATED = ErrorText("成文日期没有填，Word 和网页版的末尾只有落款单位，没有日期。", _COMPLETE)

_PAGE = ' style="max-width:60em;margin:0 auto;padding:0 1em;line-height:1.8"'


def report_html(report: Report, *, mark: str = "") -> bytes:
    """Return the report as one HTML page in UTF-8.

    Args:
        report: The report; blank cells stay empty.
        mark: What is said above the title, such as 草稿; "" on the version for the portal.
    """
    title = escape(shown_report(report).title)
    page = (
        f'{_DOCTYPE}\n<html lang="zh-CN">\n<head>\n'
        '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n</head>\n<body{_PAGE}>\n{report_fragment(report, mark=mark)}</body>\n</html>\n"
    )
    return page.encode()


def report_fragment(report: Report, *, mark: str = "") -> str:
    """Return the content of the page alone, as it goes into a portal's editor."""
    form, shown = report.form, shown_report(report)
    lines = [f"<p{_RIGHT}>{escape(mark)}</p>"] if mark else []
    lines.append(f"<h1{_TITLE}>{_kept_whole(title_pieces(shown.title))}</h1>")
    for text in form.texts.values():
        if not text.section:
            lines += _paragraphs(shown, text.code)
    for section in form.sections.values():
        lines += _section(form, section, shown)
    lines += [f"<p{_RIGHT}>{escape(text)}</p>" for text in _signature(shown)]
    return "\n".join(lines) + "\n"


def report_text(report: Report) -> str:
    """Return the report as plain text: paragraphs as lines, tables with tabs between the columns."""
    form, shown = report.form, shown_report(report)
    lines = [shown.title]
    for text in form.texts.values():
        if not text.section:
            lines += shown.texts.get(text.code, ())
    for section in form.sections.values():
        lines.append(section.title)
        for content, heading in contents_of(form, section, shown):
            if content in form.tables:
                lines += _text_rows(form.tables[content], shown)
            else:
                lines += [heading] if heading else []
                lines += shown.texts.get(content, ())
    return "\n".join([*lines, *_signature(shown)]) + "\n"


def signature_fault(report: Report) -> ErrorText | None:
    """Return what the page lacks at its end: unit and date that the Word file has, or the date; None for nothing.

    Nobody looks for what is missing at the end of a page.
    """
    others = shown_report(report).others
    if not others.get("meta.date"):
        return _UNDATED if others.get("meta.sign_off") else None
    return None if _signature(shown_report(report)) else _UNSIGNED


def _signature(shown: Shown) -> list[str]:
    """Unit and date, as in the Word file; neither where the day is open, which is for the paper to be signed."""
    date = "".join(shown.others.get("meta.date", "").split())
    if date.endswith("月日"):
        return []
    return [text for text in (shown.others.get("meta.sign_off", ""), date) if text]


def _section(form: FormDefinition, section: Section, shown: Shown) -> list[str]:
    lines = [f"<h2>{escape(section.title)}</h2>"]
    for content, heading in contents_of(form, section, shown):
        if content in form.tables:
            lines.append(_table(form.tables[content], shown))
        else:
            lines += [f"<h3>{escape(heading)}</h3>"] if heading else []
            lines += _paragraphs(shown, content)
    return lines


def _paragraphs(shown: Shown, code: str) -> list[str]:
    return [f"<p{_INDENT}>{escape(text)}</p>" for text in shown.texts.get(code, ())]


def _table(table: Table, shown: Shown) -> str:
    rows = [f"<tr>{''.join(_cell(table, item, shown) for item in row)}</tr>" for row in table.grid]
    head = head_rows(table)
    parts = [("thead", rows[:head]), ("tbody", rows[head:])]
    body = "\n".join(f"<{tag}>\n" + "\n".join(part) + f"\n</{tag}>" for tag, part in parts if part)
    summary = f' summary="{escape(table.name)}，共{len(table.grid)}行{table.width}列"'
    look = _NARROW if table.width >= _MANY_COLUMNS else _TABLE
    return f"<table{look}{summary}>\n<caption>{escape(table.name)}</caption>\n{body}\n</table>"


def _cell(table: Table, item: GridItem, shown: Shown) -> str:
    spans = "".join(
        f' {name}="{count}"' for name, count in (("rowspan", item.height), ("colspan", item.width)) if count > 1
    )
    if item.code:
        return f"<td{spans}{_CENTER}>{escape(shown.numbers.get(item.code, ''))}</td>"
    look = _LEFT if not item.is_header and begins_left(item) else _CENTER
    scope = _scope(table, item)
    if scope == "col":
        look = (_NO_WRAP if len(item.label) <= _SHORT_HEAD else look) + _HEAD_WIDTH * (
            table.width in _LABELLED and item.width == 1
        )
    return f'<td scope="{scope}"{spans}{look}>{_label(item.label, scope)}</td>'


def _label(label: str, scope: str) -> str:
    """Return a label as HTML; 商业企业 above a narrow column is broken between its words."""
    has_pairs = scope == "col" and len(label) > _SHORT_HEAD and len(label) % _PAIR == 0
    return _kept_whole(label_lines(label, _PAIR) if has_pairs else [label])


def _kept_whole(pieces: Sequence[str]) -> str:
    """Return a text as HTML, lines of which end only between its pieces."""
    if len(pieces) == 1:
        return escape(pieces[0])
    return "".join(
        f"<span{_WHOLE}>{escape(piece)}</span>" if len(piece) <= _LONGEST_PIECE else escape(piece) for piece in pieces
    )


def _scope(table: Table, item: GridItem) -> str:
    """What a label heads; one over several columns or rows of numbers heads the group."""
    if item.is_header:
        below = table.grid[item.top + item.height]
        return "colgroup" if item.width > 1 and any(other.is_header for other in below) else "col"
    return "rowgroup" if item.height > 1 else "row"


def _text_rows(table: Table, shown: Shown) -> list[str]:
    """The rows of the printed grid; a merged cell stands in its first place, the others stay empty."""
    grid = [[""] * table.width for _ in table.grid]
    for row in table.grid:
        for item in row:
            grid[item.top][item.left] = shown.numbers.get(item.code, "") if item.code else item.label
    return ["\t".join(row) for row in grid]
