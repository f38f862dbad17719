"""The program's own register: lists for kind and outcome, dates checked, table 三 by live formulas in a second sheet.

A clerk without the program sees table 三 as well; LibreOffice gives the same numbers as the program (a sweep shows it).
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from core.form.form_definition import Table
from core.form.form_reader import load_form
from core.office.register.vocabulary import (
    BILLED,
    BILLED_ON,
    CLOSED,
    COLLECTED,
    COMPLETED_ON,
    EXTENDED_ON,
    JUDGEMENT,
    KIND,
    LAWSUIT,
    NOT_COUNTED,
    NUMBER,
    OPEN,
    OUTCOME,
    RECEIVED,
    REVIEW,
    vocabulary,
)

ROWS = 10_000
"""Rows that are ready for applications."""
_LAST = ROWS + 1
_REGISTER, _TABLE, _LISTS, _GUIDE = "台账", "表三", "选项", "说明"
_DAYS = (RECEIVED, CLOSED, COMPLETED_ON, EXTENDED_ON, BILLED_ON)
_AMOUNTS = (BILLED, COLLECTED)
_WIDTHS = {NUMBER: 16, KIND: 14, OUTCOME: 38, "申请人": 18, "内容": 36, "备注": 24}
_YEAR = "$C$3"
"""Where the report year stands in the second sheet; the first and last day stand beside it."""
_FIRST_DAY, _LAST_DAY = "$E$3", "$G$3"
_TOP = 5
"""Row of the second sheet, from 0, with the names of the columns."""

_ADVICE = (
    "1. 一件申请一行，从第2行起，不要空开，也不要在中间加合计行；不要改第1行的列名。",
    "2. 登记号不重复，重复的标红；日期写明年、月、日，例如 2025-3-5。申请人类别、办理结果从下拉列表中选。",
    "3. 没有办结的，办结日期留空，办理结果留空或选“尚未办结”。不是政府信息公开申请的，办理结果选“不计”。",
    "4. 后面各列可以不填；填了复议结果、诉讼类型、诉讼结果、收费的，程序一并统计。",
    "5. “表三”工作表按这里的登记自动统计；报告年度自动取登记的年份，不对的可以直接改。",
    "6. 在程序的“文件”菜单中点“导入台账”，核对后填入报告；申请人的姓名、内容不会进入报告。",
)


def template_bytes(year: int | None = None) -> bytes:
    """Return the register as an .xlsx file.

    Args:
        year: The year that its second sheet counts; None for the one in which most was received.
    """
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"title": "政府信息公开申请台账"})
    looks = _looks(book)
    register = book.add_worksheet(_REGISTER)
    counts = book.add_worksheet(_TABLE)
    lists = book.add_worksheet(_LISTS)
    guide = book.add_worksheet(_GUIDE)
    places = _write_lists(lists)
    for key in (KIND, OUTCOME):  # by a name: older Excel takes no other sheet into a conditional format
        book.define_name(_choices(key), places[key])
    _write_register(register, looks, places)
    _write_table(counts, looks, year)
    guide.set_column(0, 0, 110)
    for row, text in enumerate(("怎样登记", *_ADVICE)):
        guide.write_string(row, 0, text, looks["guide"] if row else looks["title"])
    lists.protect()
    book.close()
    return stream.getvalue()


def _looks(book: Workbook) -> dict[str, Format]:
    base = {"font_name": "宋体", "font_size": 11, "valign": "vcenter"}
    border = {"border": 1, "border_color": "#808080"}
    own: dict[str, dict[str, Any]] = {
        "title": {"bold": True, "font_size": 14},
        "head": {**border, "bold": True, "align": "center", "text_wrap": True, "bg_color": "#E8EEF5"},
        "label": {**border, "text_wrap": True},
        "count": {**border, "align": "center"},
        "total": {**border, "align": "center", "bg_color": "#EDEDED"},
        "year": {**border, "align": "center", "bg_color": "#FFFBE6"},
        "day": {"num_format": "yyyy-mm-dd", "align": "center"},
        "shown_day": {"num_format": "yyyy-mm-dd", "align": "center", "font_color": "#606060"},
        "text": {"num_format": "@", "text_wrap": True},
        "amount": {"num_format": "0.00"},
        "guide": {"text_wrap": True},
        "hint": {"font_color": "#606060"},
        "bad": {"bg_color": "#FFC7CE", "font_color": "#9C0006"},
        "good": {"bg_color": "#C6EFCE", "font_color": "#006100"},
    }
    return {
        name: book.add_format({**(base if name not in ("bad", "good") else {}), **look}) for name, look in own.items()
    }


def _write_lists(sheet: Worksheet) -> dict[str, str]:
    """Write what can be chosen; return where by field."""
    words, form = vocabulary(), load_form()
    other, cases = form.tables[words.data["cases"]["table"]], words.data["cases"]
    results = [other.columns[key].label for key in cases["results"]]
    choices = {
        KIND: list(words.kind_labels.values()),
        OUTCOME: [*words.outcome_labels.values(), OPEN, NOT_COUNTED],
        REVIEW: results,
        LAWSUIT: [other.rows[key].label for key in cases["lawsuits"]],
        JUDGEMENT: results,
    }
    places = {}
    for column, (name, options) in enumerate(choices.items()):
        sheet.write_string(0, column, name)
        sheet.write_column(1, column, options)
        sheet.set_column(column, column, 40 if name == OUTCOME else 18)
        letter = chr(65 + column)
        places[name] = f"={_LISTS}!${letter}$2:${letter}${len(options) + 1}"
    return places


def _write_register(sheet: Worksheet, looks: dict[str, Format], places: dict[str, str]) -> None:
    columns = _columns()
    for key, letter in columns.items():
        at = ord(letter) - 65
        kind = "day" if key in _DAYS else "amount" if key in _AMOUNTS else "text"
        sheet.set_column(at, at, _WIDTHS.get(key, 13), looks[kind])
        sheet.write_string(0, at, key, looks["head"])
        area = (1, at, _LAST - 1, at)
        if key in places:
            error = {"error_title": "不在列表中", "error_message": f"请从下拉列表中选择{key}。"}
            sheet.data_validation(*area, {"validate": "list", "source": places[key], **error})
        elif key in _DAYS:
            error = {"error_title": "日期不对", "error_message": "请写明年、月、日，例如 2025-3-5，不早于收到日期。"}
            first = f"={columns[RECEIVED]}2" if key != RECEIVED else "=DATE(2000,1,1)"
            limits = {"criteria": "between", "minimum": first, "maximum": "=DATE(2099,12,31)"}
            sheet.data_validation(*area, {"validate": "date", **limits, **error})
        elif key in _AMOUNTS:
            error = {"error_title": "金额不对", "error_message": "请填写金额，单位元。"}
            sheet.data_validation(*area, {"validate": "decimal", "criteria": ">=", "value": 0, **error})
    number = columns[NUMBER]
    once = f"=COUNTIF(${number}$2:${number}${_LAST},{number}2)=1"
    # A warning only: COUNTIF takes 001 and 1 for the same number
    error = {"error_title": "登记号重复", "error_message": "这个登记号已经用过，请核对。", "error_type": "warning"}
    sheet.data_validation(1, 0, _LAST - 1, 0, {"validate": "custom", "value": once, **error})
    sheet.conditional_format(
        1, 0, _LAST - 1, 4, {"type": "formula", "criteria": f"={_fault(columns, 2, 2)}", "format": looks["bad"]}
    )
    sheet.conditional_format(1, 0, _LAST - 1, 0, {"type": "duplicate", "format": looks["bad"]})
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, _LAST - 1, len(columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _columns() -> dict[str, str]:
    return {key: chr(65 + at) for at, key in enumerate(vocabulary().fields)}


def _range(columns: dict[str, str], key: str) -> str:
    return f"{_REGISTER}!${columns[key]}$2:${columns[key]}${_LAST}"


def _choices(key: str) -> str:
    """Return the name of the range in which the words of a field stand."""
    return f"{key}选项"


def _fault(columns: dict[str, str], first: int, last: int) -> str:
    """Return the condition that a row cannot be counted: for one row, or as a sum over many.

    What is pasted passes the lists and the checks of the cells: other words, and days that are texts.
    """
    at = {
        key: f"${columns[key]}{first}" if first == last else _range(columns, key)
        for key in (NUMBER, RECEIVED, KIND, CLOSED, OUTCOME)
    }
    used = f'(({at[NUMBER]}<>"")+({at[RECEIVED]}<>"")>0)*({at[OUTCOME]}<>"{NOT_COUNTED}")'
    lacking = f'({at[NUMBER]}="")+({at[RECEIVED]}="")+({at[KIND]}="")'
    early = f'({at[CLOSED]}<>"")*({at[CLOSED]}<{at[RECEIVED]})'
    half = f'({at[CLOSED]}<>"")*(({at[OUTCOME]}="")+({at[OUTCOME]}="{OPEN}"))'
    no_day = f'({at[CLOSED]}="")*({at[OUTCOME]}<>"")*({at[OUTCOME]}<>"{OPEN}")'
    other = "+".join(f'({at[key]}<>"")*(COUNTIF({_choices(key)},{at[key]})=0)' for key in (KIND, OUTCOME))
    text = f"ISTEXT({at[RECEIVED]})+ISTEXT({at[CLOSED]})"
    return f"{used}*(({lacking}+{early}+{half}+{no_day}+{other}+{text})>0)"


def _write_table(sheet: Worksheet, looks: dict[str, Format], year: int | None) -> None:
    """Write table 三 in its printed shape, each number a formula over the register."""
    columns = _columns()
    table = load_form().tables[vocabulary().data["outcomes"]["table"]]
    sheet.write_string(0, 0, table.name, looks["title"])
    _write_year(sheet, looks, columns, year)
    width = len(table.columns)
    for item in (item for row in table.grid for item in row):
        top, left = _TOP + item.top, item.left
        if item.code:
            _, row, column = item.code.split(".")
            look = looks["total" if _is_total(table, row, column) else "count"]
            sheet.write_formula(top, left, _formula(table, columns, row, column), look, 0)
        else:
            look = looks["head" if item.is_header else "label"]
            if item.height > 1 or item.width > 1:
                sheet.merge_range(top, left, top + item.height - 1, left + item.width - 1, item.label, look)
            else:
                sheet.write_string(top, left, item.label, look)
    first = table.width - width
    sheet.set_column(0, 0, 7)
    sheet.set_column(1, 1, 12)
    sheet.set_column(2, 2, 44)
    sheet.set_column(first, table.width - 1, 11)
    bottom = _TOP + len(table.grid)
    sheet.write_string(bottom, 2, "一＋二＝三＋四", looks["label"])
    for at in range(first, table.width):
        letter = chr(65 + at)
        one, two, three, four = (_at(table, row, letter) for row in _balance())
        sheet.write_formula(bottom, at, f'=IF({one}+{two}={three}+{four},"相符","不相符")', looks["total"], "相符")
    place = f"{chr(65 + first)}{bottom + 1}:{chr(65 + table.width - 1)}{bottom + 1}"
    for text, look in (("相符", "good"), ("不相符", "bad")):
        rule = {"type": "cell", "criteria": "==", "value": f'"{text}"', "format": looks[look]}
        sheet.conditional_format(place, rule)
    sheet.freeze_panes(_TOP + table.header_height, first)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 1)


def _write_year(sheet: Worksheet, looks: dict[str, Format], columns: dict[str, str], year: int | None) -> None:
    sheet.write_string(2, 1, "报告年度", looks["label"])
    if year is None:
        sheet.write_formula(2, 2, _usual_year(columns), looks["year"], 0)
    else:
        sheet.write_number(2, 2, year, looks["year"])
    for at, label, day in ((3, "自", f"=DATE({_YEAR},1,1)"), (5, "至", f"=DATE({_YEAR},12,31)")):
        sheet.write_string(2, at, label, looks["hint"])
        sheet.write_formula(2, at + 1, day, looks["shown_day"], 0)
    faults = f"=SUMPRODUCT({_fault(columns, 2, _LAST)}*1)"
    sheet.write_string(3, 1, "登记不全的行", looks["label"])
    sheet.write_formula(3, 2, faults, looks["count"], 0)
    sheet.write_string(3, 3, "应为0；“台账”中标红的行（不全、不在列表中、日期是文字）改好后，数字才准。", looks["hint"])
    sheet.conditional_format("C4", {"type": "cell", "criteria": ">", "value": 0, "format": looks["bad"]})


def _usual_year(columns: dict[str, str]) -> str:
    """Return the formula of the latest year, or of the one before where more was received and closed in that."""
    received, closed = _range(columns, RECEIVED), _range(columns, CLOSED)
    latest = f"YEAR(MAX({received},{closed}))"

    def busy(year: str) -> str:
        within = '{0},">="&DATE({1},1,1),{0},"<="&DATE({1},12,31)'
        return "+".join(f"COUNTIFS({within.format(days, year)})" for days in (received, closed))

    return f"=IF(COUNT({received})=0,0,{latest}-IF({busy(latest)}<{busy(f'{latest}-1')},1,0))"


def _balance() -> tuple[str, str, str, str]:
    outcomes = vocabulary().data["outcomes"]
    return outcomes["received"], outcomes["carried_in"], outcomes["all_answered"], outcomes["carried_out"]


def _at(table: Table, row: str, letter: str) -> str:
    """Return where the number of a row stands in a column."""
    top = next(item.top for line in table.grid for item in line if item.code.startswith(f"{table.id}.{row}."))
    return f"{letter}{_TOP + top + 1}"


def _is_total(table: Table, row: str, column: str) -> bool:
    return load_form().cells[f"{table.id}.{row}.{column}"].is_derived


def _formula(table: Table, columns: dict[str, str], row: str, column: str) -> str:
    """Return the formula of one number.

    COUNTIFS takes a blank day for none, so what is open is told by difference.
    """
    words = vocabulary()
    outcomes = words.data["outcomes"]
    places = {item.code: chr(65 + item.left) for line in table.grid for item in line if item.code}
    own = places[f"{table.id}.{row}.{column}"]
    if column not in words.kind_labels:
        at = [_at(table, row, places[f"{table.id}.{row}.{key}"]) for key in (words.data["kinds"]["columns"])]
        return f"=SUM({at[0]}:{at[-1]})"
    if row == outcomes["all_answered"]:
        at = [_at(table, key, own) for key in outcomes["answered"]]
        return f"=SUM({at[0]}:{at[-1]})"
    counted = f'{_range(columns, KIND)},"{words.kind_labels[column]}",{_range(columns, OUTCOME)},"<>{NOT_COUNTED}"'
    received, closed = _range(columns, RECEIVED), _range(columns, CLOSED)
    first, last = f'"<"&{_FIRST_DAY}', f'"<="&{_LAST_DAY}'
    if row == outcomes["received"]:
        return f'=COUNTIFS({counted},{received},">="&{_FIRST_DAY},{received},{last})'
    if row in (outcomes["carried_in"], outcomes["carried_out"]):
        edge = first if row == outcomes["carried_in"] else last
        return f"=COUNTIFS({counted},{received},{edge})-COUNTIFS({counted},{received},{edge},{closed},{edge})"
    label = f"{_LISTS}!$B${list(words.outcome_labels).index(row) + 2}"
    kind = f'{_range(columns, KIND)},"{words.kind_labels[column]}"'
    return f'=COUNTIFS({kind},{_range(columns, OUTCOME)},{label},{closed},">="&{_FIRST_DAY},{closed},{last})'
