"""核查情况.xlsx and 名单.xlsx: what stands in the workbooks of the desk."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any, Union

from core.base.ooxml import column_letters
from core.base.short_texts import some_of
from core.form.form_definition import LEVEL_NAMES, Level
from core.office.collection import workbooks
from core.office.collection.alike_groups import grouped
from core.office.collection.desk import (
    ACCEPTED,
    ADOPTABLE,
    HELD,
    MISSING,
    PRIVACY,
    PUBLISHED,
    RECEIVED,
    STATES,
    Desk,
    UnitResult,
)
from core.office.collection.desk_rules import BatchFinding, desk_settings
from core.office.collection.desk_sheets import ALIKE, FINDINGS, LEDGER, UNITS
from core.office.collection.ledger import Column, Ledger
from core.office.collection.letter_items import part_of
from core.office.collection.likeness import FIRST, FIVE, PARTS
from core.office.collection.masking import masked
from core.office.collection.unit_list import COLUMNS, NO, YES
from core.office.collection.unsure_numbers import unsure_codes, unsure_in_words
from core.report.entry_text import Number

_UNIT_COLUMNS = {
    "序号": 5,
    "单位": 20,
    "单位类型": 9,
    "应报": 5,
    "已收文件": 20,
    "结论": 8,
    "状态": 11,
    "错误": 5,
    "疑点": 5,
    "计入汇总": 6,
    "公布日期": 11,
    "公布网址": 16,
    "联系人": 8,
    "电话": 13,
    "备注": 20,
}
_FINDING_COLUMNS = {"单位": 26, "类别": 7, "规则": 8, "部分": 11, "位置": 34, "问题": 70, "状态": 16}
_ALIKE_COLUMNS = {"单位一": 22, "单位二": 22, "部分": 12, "相同（%）": 9, "单位一的文字": 60, "单位二的文字": 60}
_LEDGER_COLUMNS = {"编号": 22, "部分": 11, "项目": 30, "合计": 12}
_UNIT_WIDTH = 11
_LIST_WIDTHS = (6, 34, 16, 8, 10, 10, 16, 30)
_FIRST = 2  # row of the first number of the ledger, from 0: below the header and 计入
_MANY_UNITS = 200
"""Units beyond which 核查情况 is not held in memory as a whole: half a kilobyte a number."""

_TO_DO, _UNDECIDED = "待处理", "待定"
_WAITS_FOR = ((True, "以哪一份为准"), (False, "只有报送函"))
"""What a unit whose state is 已收 waits for, by whether a report of it is there."""


def desk_workbook(desk: Desk, ledger: Ledger, day: date | None = None) -> bytes:
    """Return 核查情况.xlsx as made on a day; None for today."""
    book = workbooks.Book(f"{desk.year}年度报告核查情况", day, is_large=len(desk.units) > _MANY_UNITS)
    _fill(book, desk, ledger)
    return book.data()


def contents_digest(desk: Desk, ledger: Ledger) -> str:
    """Return a digest of all that 核查情况.xlsx would show, at a fraction of what it takes to write it."""
    noted = _Noted()
    _fill(noted, desk, ledger)
    return noted.digest()


def list_workbook(desk: Desk, day: date | None = None) -> bytes:
    """Return 名单.xlsx made from the files that were found, for the office to complete."""
    book = workbooks.Book("名单", day)
    sheet = book.sheet("名单", dict(zip(COLUMNS, _LIST_WIDTHS, strict=True)))
    for number, unit in enumerate(desk.units, 1):
        texts = [unit.name, unit.listed.unit_type, NO if unit.is_own else YES, unit.counts_in_words, "", "", ""]
        sheet.row(number, [number, *texts], ["mark", *["text"] * len(texts)])
    return book.data()


class _Noted:
    """Stands for a workbook and its sheets, and keeps a digest of what is to be written into them."""

    def __init__(self) -> None:
        self._hash = hashlib.sha256()

    def digest(self) -> str:
        """Return the digest of all so far."""
        return self._hash.hexdigest()

    def __getattr__(self, name: str) -> Callable[..., _Noted]:
        return partial(self._note, name)

    def _note(self, name: str, *arguments: object) -> _Noted:
        self._hash.update(repr((name, arguments)).encode())
        return self


_Book = Union["workbooks.Book", _Noted]


def _fill(book: _Book, desk: Desk, ledger: Ledger) -> None:
    _units_sheet(book, desk)
    _findings_sheet(book, desk)
    _alike_sheet(book, desk)
    _ledger_sheet(book, desk, ledger)


def totals_in_words(desk: Desk) -> str:
    """Return how many units must report, reported and stand where; a report of another year or a letter is none."""
    expected = desk.expected
    unclear = sum(bool(unit.why_none) and not unit.files for unit in expected)
    other = sum(bool(unit.files) and not unit.has_report for unit in expected)
    words = [
        f"应报{len(expected)}个单位",
        f"已收{sum(unit.has_report for unit in expected)}",
        *([f"只有其他年度报告或报送函{other}"] if other else []),
        *([f"收到文件待核{unclear}"] if unclear else []),
    ]
    # A unit whose state is 已收 waits for the office: which of several reports, where the report itself is
    named = {state: _UNDECIDED if state == RECEIVED else state for state in STATES}
    counts = {state: sum(unit.state == state for unit in expected) for state in STATES}
    counts[MISSING] -= unclear
    counts[PUBLISHED] = sum(unit.is_published for unit in expected)  # as in 公布情况, whatever is open besides
    words += [f"{name}{counts[state]}" for state, name in named.items() if counts[state]]
    if is_open := sum(unit.is_published and unit.state != PUBLISHED for unit in expected):
        words[-1] += f"（其中{is_open}个还有问题）"
    waiting = [unit for unit in expected if unit.state == RECEIVED]
    why = "或".join(said for has, said in _WAITS_FOR if any(unit.has_report is has for unit in waiting))
    words = [f"{word}（{why}）" if word.startswith(_UNDECIDED) else word for word in words]
    return "，".join(words)


def _units_sheet(book: _Book, desk: Desk) -> None:
    sheet = book.sheet(UNITS, _UNIT_COLUMNS)
    row = 0
    for row, unit in enumerate(desk.units, 1):
        states = {ACCEPTED: "good", PUBLISHED: "good", MISSING: "bad", "有错误": "bad"}
        marks = ["mark"] * len(_UNIT_COLUMNS)
        for column in (1, 2, 4, 11, 14):
            marks[column] = "text"
        marks[6] = states.get(unit.state, "open")
        sheet.row(row, _unit_row(row, unit), marks)
    sheet.filter(row, len(_UNIT_COLUMNS))
    sheet.text(row + 1, 1, totals_in_words(desk), "closing")


def _unit_row(number: int, unit: UnitResult) -> list[object]:
    notes = [unit.listed.note, *(unit.record.notes if unit.record else ())]
    if unit.state == MISSING:
        notes.append(unit.why_none)
    if unit.chosen:
        notes.append(f"以“{unit.chosen}”为准")
    if unit.adopted:
        notes.append(f"已核实采用：{unit.adopted}")
    notes += [unit.reopened, unit.changed, unit.repeated]
    if unit.private_hints:
        notes.append(f"{PRIVACY}，退回时打勾才写入意见（见“{FINDINGS}”）")
    if unit.is_own:
        notes.append("政府的报告是汇总的结果，不作为一个单位计入")
    return [
        number,
        unit.name,
        unit.unit_type,
        YES if unit.listed.must_report else NO,
        "\n".join(file.name for file in unit.files),
        unit.record.verdict if unit.record else "",
        f"{unit.state}（第{unit.returned}次）" if unit.letter else unit.state,
        *(("", "") if unit.state == MISSING else (unit.open_errors, unit.open_doubts)),
        unit.counted_in_words,
        unit.published_on,
        unit.published_url,
        unit.listed.contact,
        unit.listed.phone,
        "；".join(filter(None, notes)),
    ]


def _findings_sheet(book: _Book, desk: Desk) -> None:
    sheet = book.sheet(FINDINGS, _FINDING_COLUMNS)
    row = 0
    for row, values in enumerate(finding_rows(desk), 1):
        look = {LEVEL_NAMES["warning"]: "open", LEVEL_NAMES["hint"]: "mark"}.get(values[1], "bad")
        text, mark = "text", "mark"
        sheet.row(row, values, [text, look, mark, text, text, text, text])
    sheet.filter(row, len(_FINDING_COLUMNS))


def finding_rows(desk: Desk) -> list[list[str]]:
    """Return the rows of 问题清单: wrong years first, the other rules of the desk, each unit in turn, unread files.

    Numbers of persons are told by their ends.
    """
    batch = sorted(grouped(desk.batch, desk.alike), key=lambda finding: finding.rule_id != "B-03")
    told = {(unit.name, item.rule_id): _answer(unit) for unit in desk.units for item in unit.items}
    rows = [
        [
            "、".join(f.owners),
            LEVEL_NAMES[f.level],
            f.rule_id,
            "",
            _places(desk, f.files, f.cells),
            f.message,
            told.get((f.units[0] if f.units else "", f.rule_id)) or _settled(desk, f),
        ]
        for f in batch
    ]
    for unit in desk.units:
        state = _answer(unit)
        private = state if unit.adopted else "退回时打勾才写入意见"
        rows += [
            [unit.name, LEVEL_NAMES[item.level], item.rule_id, item.part, item.place, item.check, state]
            for item in unit.items
            if not item.rule_id.startswith("B-")
        ]
        rows += [
            [unit.name, LEVEL_NAMES[f["level"]], f["rule"], _part(desk, f), file, f["message"], "几份报告不同，待定"]
            for file, f in unit.apart
            if f["level"] != "hint"
        ]
        rows += [
            [unit.name, LEVEL_NAMES[_private_level(unit, f)], f["rule"], _part(desk, f), "", f["message"], private]
            for f in unit.private_hints
        ]
        rows += [[unit.name, LEVEL_NAMES["warning"], "", "", "整份报告", said, state] for said in unit.partly_read]
        rows += [[unit.name, LEVEL_NAMES["hint"], "", "", "读入说明", said, ""] for said in unit.told]
        if unit.publication_fault:
            rows.append([unit.name, LEVEL_NAMES["warning"], "", "", "公布日期", unit.publication_fault, _TO_DO])
        if unit.reopened:
            changed = f"{unit.reopened}。{unit.changed}"
            rows.append([unit.name, LEVEL_NAMES["warning"], "", "", "整份报告", changed, _TO_DO])
    rows += [["", "读不出", "", "", name, why, _of_unread(desk, name)] for name, why in desk.unread]
    return [[masked(text) for text in row] for row in rows]


def _of_unread(desk: Desk, name: str) -> str:
    """Return what is to be done about an unread file: nothing where its unit sent one that can be read."""
    return f"已另有{desk.replaced[name]}的报告" if name in desk.replaced else _TO_DO


def _private_level(unit: UnitResult, found: dict[str, Any]) -> Level:
    """Return what is told of something private: numbers of persons hold the unit up as a doubt does."""
    return "warning" if found in unit.private_numbers else "hint"


def _answer(unit: UnitResult) -> str:
    if unit.adopted:
        return f"已核实（{unit.adopted}）"
    return f"已退回第{unit.returned}次" if unit.letter else _TO_DO


def _settled(desk: Desk, found: BatchFinding) -> str:
    """Return what the office decided about reports that stand out; of two that are alike it may be about one only."""
    if found.rule_id == "B-02" and not any("B-02" in unit.doubts for unit in desk.units if unit.name in found.units):
        return "按一份计"
    if said := desk.other_came(found):
        return said
    about = found.units if found.rule_id in ("B-05", "B-12") else found.units[:1]
    adopted = {unit.name: unit.adopted for unit in desk.units if unit.adopted and unit.name in about}
    if not adopted or found.rule_id not in ADOPTABLE:
        return _TO_DO
    reasons = "；".join(dict.fromkeys(adopted.values()))
    return f"{'' if len(adopted) == len(about) else '、'.join(adopted)}已核实（{reasons}）"


def _places(desk: Desk, files: Iterable[str], cells: Sequence[str]) -> str:
    names = some_of([desk.form.cells[code].name for code in cells], 6, "格")
    return "、".join(filter(None, [*files, names]))


def _part(desk: Desk, finding: dict[str, Any]) -> str:
    return part_of(desk.form, finding["cells"], [place["text"] for place in finding["places"]])


_NOT_COMPARED = "第五部分不足{characters}个汉字的没有比较；文字较少的，{percent}%以上相同才列出。"


def _alike_sheet(book: _Book, desk: Desk) -> None:
    sheet = book.sheet(ALIKE, _ALIKE_COLUMNS)
    text, mark = "text", "mark"
    for row, (one, other, pair) in enumerate(desk.alike, 1):
        part = PARTS[pair.kind]
        texts = [masked(compared(unit, pair.kind)) for unit in (one, other)]
        sheet.row(row, [one.name, other.name, part, pair.percent, *texts], [text, text, mark, mark, text, text])
    settings = desk_settings()
    note = _NOT_COMPARED.format(characters=settings.short_text, percent=settings.short_similarity)
    sheet.text(len(desk.alike) + 2, 0, note, text)


def compared(unit: UnitResult, kind: str) -> str:
    """Return the text of a unit that was compared with others for likeness of this kind."""
    texts = unit.record.texts if unit.record else {}
    sections = {FIVE: ("s5",), FIRST: ("s1",)}.get(kind, ("s1", "s5"))
    codes = [code for code in texts if code.split(".")[0] in sections]
    return "\n".join(texts[code] for code in codes)


def _ledger_sheet(book: _Book, desk: Desk, ledger: Ledger) -> None:
    """Write the ledger: one row a number, one column a unit; 合计 follows 计入 by a formula.

    So 计入 is 是 for the units that are added up, and for no other: whoever calculates it anew gets the same sums.

    Row after row: where there are many units, no more than one row of them is held in memory.
    """
    sheet = book.sheet(LEDGER, _LEDGER_COLUMNS)
    form, first = ledger.form, len(_LEDGER_COLUMNS)
    text, mark = "text", "mark"
    known = {column.name: column for column in ledger.columns}
    units = [(place, unit, known.get(unit.name)) for place, unit in enumerate(desk.units, first)]
    for place, unit, _ in units:
        sheet.widen(place, _UNIT_WIDTH)
        sheet.text(0, place, unit.name[:250], "header")
    sheet.row(1, ["", "", "计入", ""], ["header"] * first)
    for place, unit, column in units:
        sheet.text(1, place, unit.counted_in_words, "bad" if column and unit.open_errors else mark)
    columns = [_numbers_of(place, unit, column) for place, unit, column in units]
    rows = {code: _FIRST + i for i, code in enumerate(form.cells)}
    formulas = _totals(ledger, rows, first, len(units))
    for code, row in rows.items():
        cell = form.cells[code]
        name = f"{cell.name}（{cell.unit}）" if cell.unit != "件" else cell.name
        sheet.row(row, [code, part_of(form, [code], ()), name], [mark, text, text])
        total = ledger.cells.get(code)
        shown = float(total) if isinstance(total, Decimal) else total or 0
        sheet.formula(row, first - 1, formulas[code], "total", shown)
        for place, numbers, refused, marked in columns:
            value = None if numbers is None else numbers.get(code, refused.get(code))
            if isinstance(value, str):
                sheet.text(row, place, value[:100], "bad")
            else:
                look = "mark" if numbers is None else "blank" if value is None else marked.get(code, "mark")
                sheet.number(row, place, value, look)
    last = _FIRST + len(rows)
    sheet.text(last, 2, "说明（空白不加，合计在全部填齐前是预览）", text)
    for place, unit, column in units:
        notes = _ledger_notes(unit, column)
        sheet.text(last, place, "；".join(notes), "bad" if column and unit.open_errors else text)
    sheet.keep_in_sight(_FIRST, first)


def _numbers_of(
    place: int, unit: UnitResult, column: Column | None
) -> tuple[int, Mapping[str, Number] | None, Mapping[str, str], Mapping[str, str]]:
    """Return the column of a unit: its place, its numbers (None for none), what was refused, looks of doubted cells."""
    refused = unit.record.refused if unit.record and column else {}
    looks = dict.fromkeys(unsure_codes(unit), "blank") | dict.fromkeys(_wrong_cells(unit), "bad")
    return place, column.numbers if column else None, refused, looks


def _wrong_cells(unit: UnitResult) -> set[str]:
    """Return the codes of the cells that an error of the unit's report is about."""
    return {code for finding in unit.findings if finding["level"] == "error" for code in finding["cells"]}


def _ledger_notes(unit: UnitResult, column: Column | None) -> list[str]:
    """Return what stands below the numbers of a unit: what is wrong with them, or why there are none."""
    if column is None:
        return ["汇总的结果，不作为一个单位计入" if unit.is_own else unit.why_none or unit.state]
    red = "，有关的格标红" if not _wrong_cells(unit).isdisjoint(column.numbers) else ""
    held = [f"{HELD}，没有加（见“{FINDINGS}”）"] if unit.is_held else []
    errors = [f"有{unit.open_errors}个错误{red}"] if unit.open_errors else []
    unsure = unsure_in_words(unit)
    told = [f"按读到的计，请核对原件：{'；'.join(unsure)}"] if unsure else []
    return [*held, *errors, *blanks_in_words(column), *told, *column.notes]


def blanks_in_words(column: Column) -> list[str]:
    """Return how many cells of a unit hold no number: those of its tables, and those of 信息处理费 apart."""
    counts = {"": len(column.blank_cells), "信息处理费": len(set(column.blank_fees).difference(column.refused))}
    blanks = [f"{name}{count}格未填" for name, count in counts.items() if count]
    return [*blanks, *([f"{len(column.refused)}格不是数字"] if column.refused else [])]


def _totals(ledger: Ledger, rows: dict[str, int], first: int, units: int) -> dict[str, str]:
    """Return the formula of each 合计: of an entered number over the units that count, of a total over its parts."""
    computed = {e.computes: e for e in reversed(ledger.form.equations) if e.computes}
    total, begin, end = column_letters(first), column_letters(first + 1), column_letters(first + max(units, 1))
    formulas = {}
    for code, row in rows.items():
        if code in computed:
            formulas[code] = "=" + "+".join(f"{total}{rows[part] + 1}" for part, _ in computed[code].right)
        else:
            formulas[code] = f'=SUMIF(${begin}$2:${end}$2,"{YES}",{begin}{row + 1}:{end}{row + 1})'
    return formulas
