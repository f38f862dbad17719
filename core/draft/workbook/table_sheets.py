"""The sheets of the tables in their official shape, with totals as formulas, and the sheet of the control totals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from core.draft.workbook.check_cells import add_checks
from core.draft.workbook.codes import CONTROL
from core.draft.workbook.entry_limits import limit_entries
from core.draft.workbook.places import (
    COMPARED,
    COMPUTED,
    CONTROLS,
    CONTROLS_TOP,
    EFFECTIVE,
    GRID_LEFT,
    GRID_TOP,
    Places,
)
from core.draft.workbook.places import CONTROL as CONTROL_COLUMN
from core.draft.workbook.sheet_plan import (
    Colour,
    Formula,
    SheetPlan,
    Style,
    address,
    area_address,
    areas_of,
    entry_value,
)
from core.form.form_definition import Cell, Equation, GridItem, Table
from core.form.printed_table import head_rows, label_kind
from core.report.entry_text import Number
from core.report.report import Report, numbers_only
from core.report.totals import report_numbers

_TWIPS_A_CHARACTER = 78
_NARROWEST = 9.5
_LINE = 15.0  # points
_VERDICT_LINES = 2


def table_sheet(report: Report, table: Table, places: Places) -> SheetPlan:
    """Return the sheet of a table: title, verdict, official grid, and the checks to its right."""
    sheet = SheetPlan(table.id, places.table_titles[table.id])
    right = GRID_LEFT + table.width - 1
    sheet.put(1, GRID_LEFT, f"{table.name}（单位：{table.unit}）", Style.TITLE)
    sheet.merge(1, GRID_LEFT, 1, table.width)
    sheet.merge(2, GRID_LEFT, 1, table.width)
    numbers = report_numbers(report)
    computing = {e.computes: e for e in report.form.equations if e.computes}
    for row in table.grid:
        for item in row:
            _put_item(sheet, report, item, places, computing, numbers)
    for column, width in enumerate(table.widths):
        sheet.widths[GRID_LEFT + column] = max(width / _TWIPS_A_CHARACTER, _least_width(table, column))
    _set_heights(sheet, table)
    add_checks(sheet, report, table, places)
    cells = (report.form.cells[code] for code in table.cells)
    limit_entries(sheet, {cell: places.grid[cell.code] for cell in cells if not cell.is_derived})
    bottom = GRID_TOP + len(table.grid) - 1
    sheet.print_area = (1, GRID_LEFT, bottom, right)
    sheet.is_landscape = len(table.grid) < table.width
    heads = head_rows(table)
    labels = min(item.left for row in table.grid for item in row if item.code)
    sheet.frozen = (GRID_TOP + heads, GRID_LEFT + labels if heads else 0)
    if heads:
        sheet.repeat = (GRID_TOP, GRID_TOP + heads - 1)
    return sheet


def _put_item(
    sheet: SheetPlan,
    report: Report,
    item: GridItem,
    places: Places,
    computing: Mapping[str, Equation],
    numbers: Mapping[str, Number],
) -> None:
    row, column = GRID_TOP + item.top, GRID_LEFT + item.left
    sheet.merge(row, column, item.height, item.width)
    if not item.code:
        sheet.put(row, column, item.label, Style.LABEL if label_kind(item) == "row" else Style.HEADER)
        return
    cell = report.form.cells[item.code]
    if cell.is_derived:
        formula = Formula(total_formula(computing[item.code], places), numbers.get(item.code, ""))
        sheet.put(row, column, formula, Style.TOTAL)
    else:
        value = entry_value(report.cells.get(item.code))
        sheet.put(row, column, value, Style.AMOUNT if cell.decimals else Style.COUNT)
    sheet.own(item.code, row, column)


def total_formula(equation: Equation, places: Places) -> str:
    """Return the formula of a total: blank until all its parts are numbers."""
    areas = _addresses(places.grid[code] for code, _ in equation.right)
    return f'=IF(COUNT({areas})={len(equation.right)},{_sum(equation, places)},"")'


def _sum(equation: Equation, places: Places) -> str:
    if all(coefficient == 1 for _, coefficient in equation.right):
        return f"SUM({_addresses(places.grid[code] for code, _ in equation.right)})"
    return "+".join(f"({coefficient})*{address(*places.grid[code])}" for code, coefficient in equation.right)


def _addresses(cells: Iterable[tuple[int, int]]) -> str:
    return ",".join(map(area_address, areas_of(cells)))


def _least_width(table: Table, column: int) -> float:
    """Columns of numbers must show eight digits; columns of labels may be as narrow as the form has them."""
    has_number = any(item.code and item.left == column for row in table.grid for item in row)
    return _NARROWEST if has_number else 0.0


def _set_heights(sheet: SheetPlan, table: Table) -> None:
    """Excel does not fit rows to merged cells, so each row gets the height that its longest label needs."""
    sheet.heights[1], sheet.heights[2] = 2 * _LINE, _VERDICT_LINES * _LINE
    for top, row in enumerate(table.grid):
        lines = 1
        for item in row:
            if item.height == 1 and item.label:
                columns = range(GRID_LEFT + item.left, GRID_LEFT + item.left + item.width)
                room = int(sum(sheet.widths[c] for c in columns) - 1) // 2
                lines = max(lines, -(-len(item.label) // max(room, 1)))
        sheet.heights[GRID_TOP + top] = lines * _LINE + 5


def controls_sheet(report: Report, places: Places) -> SheetPlan:
    """Return the sheet of the control totals: what is printed elsewhere beside what the program computes."""
    sheet = SheetPlan("controls", CONTROLS)
    sheet.put(1, 1, "核对合计：另有纸质或已公布的合计时填在这里", Style.TITLE)
    note = "只填“另有合计”一栏，没有的留空。两个合计不一致时不要改数凑平，请对照台账查明原因。"
    sheet.put(2, 1, note, Style.NOTE)
    for column, label in enumerate(("项目", "表中合计", "另有合计", "用于勾稽", "核对"), 1):
        sheet.put(3, column, label, Style.HEADER)
    numbers = report_numbers(report)
    controls = numbers_only(report.controls)
    inputs: dict[Cell, tuple[int, int]] = {}
    for row, code in enumerate(report.form.derived, CONTROLS_TOP):
        cell = report.form.cells[code]
        computed: Number | str = numbers.get(code, "")
        control = controls.get(code)
        printed = computed if control is None else control
        c, d = address(row, COMPUTED), address(row, CONTROL_COLUMN)
        sheet.put(row, 1, cell.name, Style.LABEL)
        sheet.put(row, COMPUTED, Formula(f"={places.on_sheet(code)}", computed), Style.TOTAL)
        sheet.put(row, CONTROL_COLUMN, entry_value(report.controls.get(code)), Style.COUNT)
        sheet.put(row, EFFECTIVE, Formula(f"=IF(ISNUMBER({d}),{d},{c})", printed), Style.TOTAL)
        shown = ""
        if control is not None and not isinstance(computed, str):
            shown = "√ 一致" if control == computed else f"× 相差{abs(control - computed)}"
        compare = f'=IF(AND(ISNUMBER({c}),ISNUMBER({d})),IF({c}={d},"√ 一致","× 相差"&ABS({c}-{d})),"")'
        sheet.put(row, COMPARED, Formula(compare, shown), Style.CHECK)
        sheet.own(CONTROL + code, row, CONTROL_COLUMN)
        inputs[cell] = (row, CONTROL_COLUMN)
    sheet.widths.update({1: 52, 2: 12, 3: 12, 4: 12, 5: 16})
    limit_entries(sheet, inputs, hint="照抄另有的合计，只填数字；没有就留空。")
    first = address(CONTROLS_TOP, COMPARED)
    compared = (CONTROLS_TOP, COMPARED, CONTROLS_TOP + len(inputs) - 1, COMPARED)
    sheet.colours += [
        Colour((compared,), f'=LEFT({first},1)="{mark}"', tone) for mark, tone in (("√", "good"), ("×", "bad"))
    ]
    sheet.frozen = (CONTROLS_TOP, 0)
    sheet.repeat = (3, 3)
    return sheet
