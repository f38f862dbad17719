"""Writes a planned workbook with XlsxWriter."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from core.base.ooxml import properties
from core.draft.workbook.codes import name_of
from core.draft.workbook.sheet_plan import Colour, Formula, SheetPlan, Style, Validation, area_address

_FONT = {"font_name": "宋体", "font_size": 11, "valign": "vcenter"}
_BORDER = {"border": 1, "border_color": "#808080"}
_INPUT = {"bg_color": "#FFFBE6"}
_STYLES: dict[Style, dict[str, Any]] = {
    Style.KEY: {"font_size": 8, "font_color": "#808080"},
    Style.TITLE: {"bold": True, "font_size": 14},
    # A title that holds the name of a unit would reach beyond the sheet, and all of it be printed smaller
    Style.LONG_TITLE: {"bold": True, "font_size": 14, "text_wrap": True},
    Style.VERDICT: {**_BORDER, "bold": True, "text_wrap": True},
    Style.HEADER: {**_BORDER, "bold": True, "align": "center", "text_wrap": True, "bg_color": "#E8EEF5"},
    Style.LABEL: {**_BORDER, "text_wrap": True},
    Style.COUNT: {**_BORDER, **_INPUT, "align": "center"},
    Style.AMOUNT: {**_BORDER, **_INPUT, "align": "center"},
    Style.TOTAL: {**_BORDER, "align": "center", "bg_color": "#EDEDED"},
    # As text (@), so that Excel makes no date of 2026年1月, no number of 0571, no formula of a leading = or -.
    Style.TEXT: {**_BORDER, **_INPUT, "text_wrap": True, "valign": "top", "num_format": "@"},
    Style.FIELD: {**_BORDER, **_INPUT, "text_wrap": True, "num_format": "@"},
    Style.HEADING: {"bold": True, "font_color": "#1F4E79"},
    Style.MARK: {"align": "center", "font_color": "#808080", "valign": "top"},
    Style.HINT: {"font_color": "#606060", "text_wrap": True},
    Style.CHECK: {**_BORDER, "align": "center"},
    Style.NOTE: {},
    Style.GUIDE: {"text_wrap": True},
    Style.LOCKED: {**_BORDER, "num_format": "@", "font_color": "#606060"},
}
_TONES = {
    "good": {"bg_color": "#C6EFCE", "font_color": "#006100"},
    "bad": {"bg_color": "#FFC7CE", "font_color": "#9C0006"},
    "open": {"bg_color": "#FFEB9C", "font_color": "#7F6000"},
    "text": {"bg_color": "#FFD966", "font_color": "#7F6000"},
}
_TYPED = (Style.COUNT, Style.AMOUNT, Style.TEXT, Style.FIELD)
_LIKE_FORMULAS = ("=", "+", "-", "@")
"""What a text must not begin with where somebody edits it in Excel, unless the cell is marked as text by a prefix."""
_A4 = 9
_LARGEST = 999_999_999_999
_VALIDATIONS: dict[str, dict[str, Any]] = {
    "count": {"validate": "integer", "criteria": ">=", "value": 0},
    "amount": {"validate": "decimal", "criteria": ">=", "value": 0},
    "signed_count": {"validate": "integer", "criteria": ">=", "value": -_LARGEST},
    "signed_amount": {"validate": "decimal", "criteria": ">=", "value": -_LARGEST},
}


class _Sheet(Worksheet):  # type: ignore[misc]  # it comes without types
    """A sheet with none of the functions that came after Excel 2007, whose names need a mark in the file.

    XlsxWriter looks for each of 30 of them in every formula, for 150 in colours: a quarter of all time for a draft.
    """

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:  # noqa: ARG002
        return formula.removeprefix("{").removeprefix("=").removesuffix("}")


def workbook_bytes(sheets: Iterable[SheetPlan], title: str, day: date | None = None) -> bytes:
    """Return the .xlsx file of the planned sheets, as made on a day; None for now."""
    stream = BytesIO()
    workbook = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    workbook.set_properties(properties(title[:200], day))
    formats = {style: workbook.add_format({**_FONT, **look}) for style, look in _STYLES.items()}
    quoted = {style: workbook.add_format({**_FONT, **_STYLES[style], "quote_prefix": True}) for style in _TYPED}
    tones = {tone: workbook.add_format(look) for tone, look in _TONES.items()}
    for sheet in sheets:
        _write_sheet(workbook, sheet, formats, quoted, tones)
    workbook.close()
    return stream.getvalue()


def _write_sheet(
    workbook: Workbook,
    sheet: SheetPlan,
    formats: dict[Style, Format],
    quoted: dict[Style, Format],
    tones: dict[str, Format],
) -> None:
    worksheet = workbook.add_worksheet(sheet.title, _Sheet)
    worksheet.set_column(0, 0, None, None, {"hidden": True})
    for column, width in sheet.widths.items():
        worksheet.set_column(column, column, width)
    worksheet.set_row(0, None, None, {"hidden": True})
    for row, height in sheet.heights.items():
        worksheet.set_row(row, height)
    for area in sheet.merges:
        _, style = sheet.cells[area[0], area[1]]
        worksheet.merge_range(*area, "", formats[style])
    for (row, column), (value, style) in sheet.cells.items():
        look = formats[style]
        if value is None:
            worksheet.write_blank(row, column, None, look)
        elif isinstance(value, str):
            if value[:1] in _LIKE_FORMULAS:
                look = quoted.get(style, look)
            worksheet.write_string(row, column, value, look)
        elif isinstance(value, Formula):
            cached = float(value.value) if isinstance(value.value, Decimal) else value.value
            worksheet.write_formula(row, column, value.text, look, cached)
        else:
            worksheet.write_number(row, column, value, look)
    for code, (row, column) in sheet.codes.items():
        place = area_address((row, column, row, column))
        letters = place.rstrip("0123456789")
        workbook.define_name(name_of(code), f"='{sheet.title}'!${letters}${row + 1}")
    for validation in sheet.validations:
        _validate(worksheet, validation)
    for colour in sheet.colours:
        _colour(worksheet, colour, tones)
    _set_up_page(worksheet, sheet)


def _validate(worksheet: Worksheet, validation: Validation) -> None:
    if validation.kind == "choice":
        options: dict[str, Any] = {"validate": "list", "source": list(validation.choices), "error_type": "warning"}
        options |= {"error_title": "不在可选项中", "error_message": "请从下拉列表中选择。"}
    else:
        options = dict(_VALIDATIONS[validation.kind])
        options |= {"input_title": validation.title, "input_message": validation.hint}
        options |= {"error_title": f"{validation.title}填写有误"[:32], "error_message": validation.error}
    first, *others = validation.areas
    worksheet.data_validation(*first, {**options, "other_cells": [list(area) for area in others]})


def _colour(worksheet: Worksheet, colour: Colour, tones: dict[str, Format]) -> None:
    areas = " ".join(map(area_address, colour.areas))
    options = {"type": "formula", "criteria": colour.formula, "format": tones[colour.tone], "multi_range": areas}
    if colour.tone == "text":  # it is no number either, and must not be red
        options["stop_if_true"] = True
    worksheet.conditional_format(*colour.areas[0], options)


def _set_up_page(worksheet: Worksheet, sheet: SheetPlan) -> None:
    worksheet.set_paper(_A4)
    worksheet.fit_to_pages(1, 0)
    worksheet.set_margins(left=0.6, right=0.6, top=0.7, bottom=0.7)
    worksheet.hide_gridlines(2)
    if sheet.is_landscape:
        worksheet.set_landscape()
    if sheet.print_area:
        worksheet.print_area(*sheet.print_area)
    if sheet.repeat:
        worksheet.repeat_rows(*sheet.repeat)
    if sheet.frozen:
        worksheet.freeze_panes(*sheet.frozen)
    if sheet.is_hidden:
        worksheet.hide()
