"""The web version (网页版): one clean HTML file, and the same as a fragment and as plain text for the clipboard.

Portal editors strip style sheets and classes, so tables carry ``border="1"`` and the little style there is stands at
each element. What is printed comes from ``core.report.shown_report`` and the form, as in Word.
"""

from __future__ import annotations

from html import escape

from core.form.form_definition import FormDefinition, GridItem, Section, Table
from core.form.printed_table import begins_left, head_rows
from core.report.report import Report
from core.report.shown_report import Shown, contents_of, shown_report

_CENTER = ' style="text-align:center"'
_ROW = ' style="text-align:left;font-weight:normal"'
_GROUP = ' style="text-align:center;font-weight:normal"'
_RIGHT = ' style="text-align:right"'
_INDENT = ' style="text-indent:2em"'
_TABLE = ' border="1" style="border-collapse:collapse;width:100%"'


def report_html(report: Report, *, mark: str = "") -> bytes:
    """Return the report as one HTML page in UTF-8.

    Args:
        report: The report; blank cells stay empty.
        mark: What is said above the title, such as 草稿; "" on the version for the portal.
    """
    title = escape(shown_report(report).title)
    page = (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n</head>\n<body>\n{report_fragment(report, mark=mark)}</body>\n</html>\n"
    )
    return page.encode()


def report_fragment(report: Report, *, mark: str = "") -> str:
    """Return the content of the page alone, as it goes into a portal's editor."""
    form, shown = report.form, shown_report(report)
    lines = [f"<p{_RIGHT}>{escape(mark)}</p>"] if mark else []
    lines.append(f"<h1{_CENTER}>{escape(shown.title)}</h1>")
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


def _signature(shown: Shown) -> list[str]:
    """Unit and date where the date is complete; an open day is for the paper to be signed."""
    date = "".join(shown.others.get("meta.date", "").split())
    if not date or date.endswith("月日"):
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
    rows = [f"<tr>{''.join(_cell(item, shown) for item in row)}</tr>" for row in table.grid]
    head = head_rows(table)
    parts = [("thead", rows[:head]), ("tbody", rows[head:])]
    body = "\n".join(f"<{tag}>\n" + "\n".join(part) + f"\n</{tag}>" for tag, part in parts if part)
    return f"<table{_TABLE}>\n{body}\n</table>"


def _cell(item: GridItem, shown: Shown) -> str:
    spans = "".join(
        f' {name}="{count}"' for name, count in (("rowspan", item.height), ("colspan", item.width)) if count > 1
    )
    if item.code:
        return f"<td{spans}{_CENTER}>{escape(shown.numbers.get(item.code, ''))}</td>"
    scope = "col" if item.is_header else "row"
    style = _CENTER if item.is_header else _ROW if begins_left(item) else _GROUP
    return f'<th scope="{scope}"{spans}{style}>{escape(item.label)}</th>'


def _text_rows(table: Table, shown: Shown) -> list[str]:
    """The rows of the printed grid; a merged cell stands in its first place, the others stay empty."""
    grid = [[""] * table.width for _ in table.grid]
    for row in table.grid:
        for item in row:
            grid[item.top][item.left] = shown.numbers.get(item.code, "") if item.code else item.label
    return ["\t".join(row) for row in grid]
