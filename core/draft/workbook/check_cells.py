"""The equalities as visible cells beside a table, with the sentences of the checks, and the verdict above it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from core.checks.sum_findings import is_told_of_parts, paper_numbers, sum_sentence
from core.draft.workbook.entry_limits import IS_FORMULA
from core.draft.workbook.places import GRID_LEFT, GRID_TOP, Places
from core.draft.workbook.sheet_plan import (
    Area,
    Colour,
    Formula,
    SheetPlan,
    Style,
    address,
    area_address,
    areas_of,
    entry_value,
)
from core.draft.workbook.text_numbers import VERDICT_END, by_kind, is_text_number, without_blanks
from core.form.form_definition import Cell, Equation, Table
from core.report.entry_text import Number
from core.report.report import Report, numbers_only
from core.report.totals import holds, report_numbers

GOOD, BAD, INCOMPLETE = "√", "×", "未填完"
ALL_GOOD = "勾稽全部成立，没有空格。"
ALL_FILLED = "已全部填写，没有空格。"
"""What is said of a table without equalities."""

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_HEADS = ("勾稽关系", "左＝", "右＝", "相差", "结果", "说明")
_WIDTHS = (38.0, 9.0, 9.0, 9.0, 8.0, 80.0)


def first_check_column(table: Table) -> int:
    """Return the column of the names of the checks; left, right, difference, result and sentence follow."""
    return GRID_LEFT + table.width + 1


def add_checks(sheet: SheetPlan, report: Report, table: Table, places: Places) -> None:
    """Put the checks of a table to the right of its grid and its verdict above."""
    equations = [e for e in report.form.equations if _belongs(e, table)]
    column = first_check_column(table)
    sheet.widths[column - 1] = 3
    counts = _add_counts(sheet, report, table, places, column)
    rows = range(GRID_TOP + 1, GRID_TOP + 1 + len(equations))
    if equations:
        for i, (head, width) in enumerate(zip(_HEADS, _WIDTHS, strict=True)):
            sheet.put(GRID_TOP, column + i, head, Style.HEADER)
            sheet.widths[column + i] = width
        computed = report_numbers(report)
        for row, equation in zip(rows, equations, strict=True):
            _add_check(sheet, report, equation, places, (row, column), computed)
        _colour_results(sheet, (rows[0], column + 4, rows[-1], column + 4))
        cells = [[places.grid[code] for code in equation.codes] for equation in equations]
        _colour_cells(sheet, dict(zip(rows, cells, strict=True)), column + 4, column - 1)
    else:
        sheet.widths.update({column: 12, column + 1: 9, column + 2: 9, column + 3: 9})
    _add_verdict(sheet, counts, column, rows)


def _belongs(equation: Equation, table: Table) -> bool:
    return equation.left[0][0].startswith(f"{table.id}.")


def _add_check(
    sheet: SheetPlan,
    report: Report,
    equation: Equation,
    places: Places,
    place: tuple[int, int],
    computed: Mapping[str, Number],
) -> None:
    row, column = place
    printed = {**computed, **numbers_only(report.controls)}
    rule = report.form.rules[equation.rule_id]
    left, right, difference, result = (address(row, column + i) for i in (1, 2, 3, 4))
    values = [printed.get(code) for code in equation.codes]
    is_complete = None not in values
    sides = [_value(side, printed) if is_complete else "" for side in (equation.left, equation.right)]
    gap: Number | str = "" if isinstance(sides[0], str) or isinstance(sides[1], str) else sides[0] - sides[1]
    shown_gap = gap if isinstance(gap, str) else max(gap, -gap)
    state = INCOMPLETE if isinstance(gap, str) else GOOD if holds(equation.operator, gap) else BAD
    count = f"COUNT({_arguments(equation.codes, places, report)})={len(equation.codes)}"
    sheet.put(row, column, f"{rule.name}：{equation.item_name}", Style.LABEL)
    left_sum = _side(equation.left, places, report)
    sheet.put(row, column + 1, Formula(f'=IF({count},{left_sum},"")', sides[0]), Style.CHECK)
    right_sum = _side(equation.right, places, report)
    sheet.put(row, column + 2, Formula(f'=IF({left}="","",{right_sum})', sides[1]), Style.CHECK)
    sheet.put(row, column + 3, Formula(f'=IF({left}="","",ABS(ROUND({left}-{right},6)))', shown_gap), Style.CHECK)
    holding = f"ROUND({left}-{right},6){equation.operator}0"
    test = f'=IF({left}="","{INCOMPLETE}",IF({holding},"{GOOD}","{BAD}"))'
    sheet.put(row, column + 4, Formula(test, state), Style.CHECK)
    sentence = _sentence(equation, places, report, (left, right, difference))
    shown = sum_sentence(report.form, equation, printed, computed) if state == BAD else ""
    sheet.put(row, column + 5, Formula(f'=IF({result}="{BAD}",{sentence},"")', shown), Style.NOTE)


def _value(side: tuple[tuple[str, int], ...], printed: Mapping[str, Number]) -> Number:
    total: Number = 0
    for code, coefficient in side:
        total += coefficient * printed[code]
    return total


def _reference(code: str, places: Places, report: Report) -> str:
    """Totals are read where a control total goes before the computed one, as the checks of the program do."""
    return places.printed(code) if report.form.cells[code].is_derived else address(*places.grid[code])


def _arguments(codes: tuple[str, ...], places: Places, report: Report) -> str:
    known = report.form.cells
    entered = [code for code in codes if not known[code].is_derived]
    areas = [area_address(area) for area in areas_of(places.grid[code] for code in entered)]
    return ",".join([*areas, *(places.printed(code) for code in codes if code not in entered)])


def _side(side: tuple[tuple[str, int], ...], places: Places, report: Report) -> str:
    if all(coefficient == 1 for _, coefficient in side):
        return f"SUM({_arguments(tuple(code for code, _ in side), places, report)})"
    return "+".join(f"({coefficient})*{_reference(code, places, report)}" for code, coefficient in side)


def _sentence(equation: Equation, places: Places, report: Report, cells: tuple[str, str, str]) -> str:
    """Return the formula that says in Excel what the check says in the program."""
    messages, total = report.form.rules[equation.rule_id].messages, equation.computes
    plain = _told(equation, messages[""], places, report, cells)
    if not is_told_of_parts(report.form, equation) or not _may_differ(total, places):
        return plain
    of_parts = _told(equation, messages["computed"], places, report, cells)
    return f"IF({places.printed(total)}={places.computed(total)},{of_parts},{plain})"


def _may_differ(code: str, places: Places) -> bool:
    """Return whether a total may have another one of the paper: a workbook for departments has no sheet for them."""
    return places.printed(code) != places.computed(code)


def _told(equation: Equation, template: str, places: Places, report: Report, cells: tuple[str, str, str]) -> str:
    """Return the formula of one sentence, which marks the totals of the paper where the computed ones are others."""
    left, right, difference = cells
    codes = {key: code for code, key in equation.keys.items()}
    marked = paper_numbers(report.form, equation)
    parts: list[str] = []
    end = 0
    text = template.replace("{item}", equation.item_name)
    for match in _PLACEHOLDER.finditer(text):
        if match.start() > end:
            parts.append(_quoted(text[end : match.start()]))
        key = match[1]
        known = {"left": left, "right": right, "difference": difference}
        parts.append(known[key] if key in known else _reference(codes[key], places, report))
        if codes.get(key) in marked and _may_differ(codes[key], places):
            mark = report.form.rules[equation.rule_id].messages["paper"].removeprefix("{number}")
            parts.append(f'IF({parts[-1]}={places.computed(codes[key])},"",{_quoted(mark)})')
        end = match.end()
    if end < len(text):
        parts.append(_quoted(text[end:]))
    return "&".join(parts)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _colour_results(sheet: SheetPlan, area: tuple[int, int, int, int]) -> None:
    first = address(*area[:2])
    for mark, tone in ((GOOD, "good"), (BAD, "bad"), (INCOMPLETE, "open")):
        sheet.colours.append(Colour((area,), f'={first}="{mark}"', tone))


def _colour_cells(sheet: SheetPlan, cells: Mapping[int, list[tuple[int, int]]], column: int, marks: int) -> None:
    """Paint the cells of each equality that does not hold, given by the row of its check.

    Where the cells of several checks lie row below row, each row gets a mark at its end, which its colour goes by:
    one colour for all of them, since each costs a millisecond when saving. A colour that looked for its check some
    rows further down would go wrong as soon as somebody inserts a row between.
    """
    shared: dict[int, list[tuple[int, int]]] = {}
    for row, own in cells.items():
        following = cells.get(row + 1), cells.get(row - 1)
        is_one_row = len({r for r, _ in own}) == 1
        if is_one_row and any(other and {c for _, c in other} == {c for _, c in own} for other in following):
            shared[row] = own
        else:
            result = f"${address(0, column)[:-1]}${row + 1}"
            sheet.colours.append(Colour(tuple(areas_of(own)), f'={result}="{BAD}"', "bad"))
    if not shared:
        return
    for row, own in shared.items():
        mark = BAD if _cached(sheet, row, column) == BAD else ""
        sheet.put(own[0][0], marks, Formula(f'=IF({address(row, column)}="{BAD}","{BAD}","")', mark), Style.MARK)
    areas = areas_of(cell for own in shared.values() for cell in (*own, (own[0][0], marks)))
    first = f"${address(0, marks)[:-1]}{areas[0][0] + 1}"
    sheet.colours.append(Colour(tuple(areas), f'={first}="{BAD}"', "bad"))


def _add_counts(sheet: SheetPlan, report: Report, table: Table, places: Places, column: int) -> tuple[int, int, int]:
    """Put how many cells are blank, hold what is no count, and hold a number as text; return the three numbers."""
    known = report.form.cells
    cells = [known[code] for code in table.cells if not known[code].is_derived]
    areas = [area_address(a) for a in areas_of(places.grid[c.code] for c in cells)]
    whole = [area_address(a) for a in areas_of(places.grid[c.code] for c in cells if not c.decimals)]
    filled = "+".join(f'SUMPRODUCT(--({without_blanks(area)}<>""))' for area in areas)
    numbers = f"COUNT({','.join(areas)})"
    unsigned = [area_address(a) for a in areas_of(places.grid[c.code] for c in cells if not c.is_signed)]
    negative = "".join(f'+COUNTIF({area},"<0")' for area in unsigned)
    broken = "".join(f'+SUMPRODUCT(ISNUMBER({area})*ISNUMBER(FIND(".",{area})))' for area in whole)
    amounts = [(address(*places.grid[c.code]), c.decimals) for c in cells if c.decimals]
    broken += "".join(f"+(ROUND(N({cell}),{decimals})<>N({cell}))" for cell, decimals in amounts)
    formulas = "+".join(f"SUMPRODUCT(ISNUMBER({area})*{IS_FORMULA}({area}))" for area in areas)
    broken += f"+IFERROR({formulas},0)"  # 0 where a program does not know the function
    texts = "+".join(f"SUMPRODUCT({test})" for test in _text_tests(table, cells, places))
    given = numbers_only(report.cells)
    blank = sum(report.cells.get(c.code) is None for c in cells)
    wrong = sum(c.code not in given for c in cells) - blank
    as_text = sum(c.code in given and isinstance(entry_value(given[c.code]), str) for c in cells)
    counted, told = address(1, column + 1), address(1, column + 3)
    sheet.put(1, column, "未填格数", Style.LABEL)
    sheet.put(1, column + 1, Formula(f"={len(cells)}-({filled})", blank), Style.CHECK)
    sheet.put(2, column, "填错格数", Style.LABEL)
    faults = f"={len(cells)}-{counted}-{numbers}-{told}{negative}{broken}"
    sheet.put(2, column + 1, Formula(faults, wrong), Style.CHECK)
    sheet.put(1, column + 2, "文字数字", Style.LABEL)
    sheet.put(1, column + 3, Formula(f"={texts}", as_text), Style.CHECK)
    return blank, wrong, as_text


def _text_tests(table: Table, cells: Iterable[Cell], places: Places) -> Iterator[str]:
    """Yield the formulas that are 1 for numbers as text; areas below one another are joined over mere labels."""
    grid = {places.grid[code] for code in table.cells}
    for kind, own in by_kind((cell, places.grid[cell.code]) for cell in cells).items():
        joined: dict[tuple[int, int], Area] = {}
        for area in areas_of(own):
            top, left, bottom, right = joined.get((area[1], area[3]), area)
            box = (min(top, area[0]), left, max(bottom, area[2]), right)
            inside = {(r, c) for r in range(box[0], box[2] + 1) for c in range(left, right + 1)}
            if inside & grid <= set(own):
                joined[left, right] = box
            else:
                yield is_text_number(area_address(area), kind)
        yield from (is_text_number(area_address(area), kind) for area in joined.values())


def _add_verdict(sheet: SheetPlan, counts: tuple[int, int, int], column: int, rows: range) -> None:
    """Put one line above the grid that says how the table stands; errors go before blanks, as in the program.

    Numbers as text are said at its end.
    """
    blank, wrong, texts = address(1, column + 1), address(2, column + 1), address(1, column + 3)
    place = address(2, GRID_LEFT)
    good = ALL_GOOD if rows else ALL_FILLED
    complete = f'IF({blank}>0,"填写中：还有"&{blank}&"格未填，没有的事项请填0。",IF({texts}>0,"填写中：","{good}"))'
    value = f"填写中：还有{counts[0]}格未填，没有的事项请填0。" if counts[0] else "填写中：" if counts[2] else good
    if rows:
        results = area_address((rows[0], column + 4, rows[-1], column + 4))
        sentences = area_address((rows[0], column + 5, rows[-1], column + 5))
        broken = [i for i in rows if _cached(sheet, i, column + 4) == BAD]
        complete = (
            f'IF(COUNTIF({results},"{BAD}")>0,"有错误："&COUNTIF({results},"{BAD}")&"项勾稽关系不成立。"'
            f'&INDEX({sentences},MATCH("{BAD}",{results},0)),{complete})'
        )
        if broken:
            value = f"有错误：{len(broken)}项勾稽关系不成立。{_cached(sheet, broken[0], column + 5)}"
    formula = f'=IF({wrong}>0,"有错误："&{wrong}&"格填写有误（红色格），请改正。",{complete})'
    formula += f'&IF({texts}>0,"有"&{texts}&"{VERDICT_END}","")'
    if counts[1]:
        value = f"有错误：{counts[1]}格填写有误（红色格），请改正。"
    if counts[2]:
        value += f"有{counts[2]}{VERDICT_END}"
    sheet.put(2, GRID_LEFT, Formula(formula, value), Style.VERDICT)
    area = ((2, GRID_LEFT, 2, GRID_LEFT),)
    for beginning, tone in (("有错误", "bad"), ("填写中", "open"), (good[:3], "good")):
        sheet.colours.append(Colour(area, f'=LEFT({place},3)="{beginning}"', tone))


def _cached(sheet: SheetPlan, row: int, column: int) -> object:
    value, _ = sheet.cells[row, column]
    return value.value if isinstance(value, Formula) else value
