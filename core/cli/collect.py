"""``collect``: the desk of the office that collects the reports of its units, without a window."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from core.base.day_words import day_in_words
from core.checks.blanks_as_zero import NOT_COMPARED
from core.cli.output import USAGE, say, say_json
from core.form.form_definition import LEVEL_NAMES
from core.office.collection import added_up, alike_groups, desk_rules, desk_workbook, other_year, run, sum_outputs
from core.office.collection import collected as desk_state
from core.office.collection import desk as collection_desk
from core.office.collection import ledger as collection_ledger
from core.office.collection import letters as collection_letters
from core.office.collection.masking import masked
from core.office.register.days import read_day

OPEN, SETTLED = 1, 0
_EARLIEST, _LATEST = 2019, 2099
_MOST_LINES = 200
_NO_DAY = "“{text}”不是一个具体的日期，或没有这一天，请写成{day}这样"
_WRONG_YEAR = (
    "  年度可能选错了：写明年度的{total}份报告中{of_it}份是{year}年度的；要按{year}年度核对，"
    "请改用 --year {year}，换一个结果文件夹再运行一次，这次写的退回修改意见（{wanted}年度）不要发出。"
)
_NOT_SENT = "退回修改意见没有写这一条，请核实；不能公开的，请另告该单位删去。"


def add_parser(commands: Any, words: Callable[[str], str]) -> None:  # noqa: ANN401  argparse names no type for it
    """Add the command and its options; ``words`` turns an argument into text."""
    collect = commands.add_parser("collect", help="汇总审核：检查一个文件夹中各单位的报告，出退回意见和汇总")
    collect.add_argument("folder", type=Path, metavar="文件夹")
    collect.add_argument("--year", type=int, required=True, metavar="年度")
    collect.add_argument("-o", "--output", type=Path, required=True, metavar="结果文件夹")
    collect.add_argument("--list", type=Path, dest="unit_list", metavar="名单.xlsx", help="应报单位的名单")
    collect.add_argument("--last-year", type=Path, metavar="上年", help="上年的报告文件夹、结果文件夹或汇总报告")
    collect.add_argument("--answer-by", type=words, default="", metavar="日期", help="退回意见上的报回日期")
    collect.add_argument("--contact", type=words, default="", metavar="联系人", help="退回意见上的联系人和电话")
    collect.add_argument("--similarity", type=int, metavar="百分数", help="雷同的界限，默认80")
    collect.add_argument("--json", action="store_true", help="输出 JSON（UTF-8）")
    collect.set_defaults(command=_collect)


def _collect(options: argparse.Namespace) -> int:
    request = _request(options)
    collection = run.run_collection(request)
    if options.json:
        say_json(collection_json(collection, request))
    else:
        say(*_lines(collection, request))
    return SETTLED if collection.is_settled else OPEN


def _request(options: argparse.Namespace) -> desk_state.Request:
    if not _EARLIEST <= options.year <= _LATEST:
        raise USAGE.error(where="--year", problem=f"应是{_EARLIEST}至{_LATEST}之间的四位年份")
    settings = desk_rules.desk_settings()
    if options.similarity is not None:
        if not 1 <= options.similarity <= 100:
            raise USAGE.error(where="--similarity", problem="应是1至100之间的整数")
        settings = replace(settings, similarity=options.similarity)
    today = date.today()
    answer_by = options.answer_by.strip()
    due = read_day(answer_by.removesuffix("前"))
    if answer_by and due is None:
        raise USAGE.error(where="--answer-by", problem=_NO_DAY.format(text=answer_by, day=day_in_words(today)))
    if due is not None and due < today:
        raise USAGE.error(where="--answer-by", problem=f"报回日期{day_in_words(due)}已过，应是今天或以后的日期")
    return desk_state.Request(
        options.folder,
        options.year,
        options.output,
        today,
        options.unit_list,
        options.last_year,
        collection_letters.LetterFacts(options.answer_by, options.contact),
        settings,
    )


def collection_json(collection: desk_state.Collected, request: desk_state.Request) -> dict[str, Any]:
    """Return what the command answers with ``--json`` (collection.md 3)."""
    desk, ledger, last = collection.desk, collection.ledger, collection.last
    last_year = None
    if last is not None:
        joined, left = collection_ledger.joined_and_left(ledger, last, {unit.name: unit.plain for unit in desk.units})
        columns = list(last.columns.values())
        cells = last.total if last.total is not None else _sum_of(columns)
        names = [column.name for column in columns]
        last_year = {"year": last.year, "units": names, "cells": dict(cells), "joined": joined, "left": left}
    return {
        "year": desk.year,
        "units": [_unit_json(unit, request) for unit in desk.units],
        "batch": [
            {
                "rule": found.rule_id,
                "units": list(found.units),
                "files": [str(request.folder / name) for name in found.files],
                "cells": list(found.cells),
                "message": found.message,
            }
            for found in desk.batch
        ],
        "sum": {
            "units": [column.name for column in ledger.summed],
            "cells": dict(ledger.cells),
            "last_year": last_year,
        },
        "unread": [{"file": str(request.folder / name), "why": why} for name, why in desk.unread],
        **({"remarks": list(collection.told)} if collection.told else {}),
    }


def _sum_of(columns: list[Any]) -> dict[str, Any]:
    codes = dict.fromkeys(code for column in columns for code in column.numbers)
    return {code: sum(column.numbers.get(code, 0) for column in columns) for code in codes}


def _unit_json(unit: collection_desk.UnitResult, request: desk_state.Request) -> dict[str, Any]:
    reports = [file.record for file in unit.reports]
    record = unit.record or (reports[0] if reports else None)
    return {
        "unit": unit.name,
        "type": unit.listed.unit_type or (record.unit_type if record else ""),
        "files": [str(request.folder / file.name) for file in unit.files],
        "state": unit.state,
        "returned": unit.returned,
        "in_sum": unit.in_sum,
        "verdict": unit.record.verdict or None if unit.record else None,
        "form": record.form if record else None,
        "counts": {level: unit.count(level) for level in LEVEL_NAMES},
        "letter": str(request.out / unit.letter) if unit.letter else None,
        "findings": list(unit.findings),
    }


def _lines(collection: desk_state.Collected, request: desk_state.Request) -> list[str]:
    desk = collection.desk
    summed = added_up.summed_in_words(desk, collection.ledger)
    lines = [f"{desk.year}年度：{desk_workbook.totals_in_words(desk)}；计入汇总{summed}。"]
    lines += _of_other_year(desk)
    batch = sorted(desk.batch, key=lambda found: found.rule_id != "B-03")  # a wrong year is said before anything else
    told = alike_groups.grouped(batch, desk.alike)
    lines += [f"  {LEVEL_NAMES[found.level]} {found.rule_id}  {found.message}" for found in told]
    lines += [_unit_line(unit) for unit in desk.units if unit.open_errors or unit.open_doubts]
    lines += [f"  {unit.name}：{_changed(unit)}" for unit in desk.units if unit.changed]
    lines += [_private_line(unit.name, f) for unit in desk.units if not unit.adopted for f in unit.private_numbers]
    lines += [_doubt(unit.name, said) for unit in desk.units if not unit.adopted for said in unit.partly_read]
    lines += [f"  {unit.name}：{said}" for unit in desk.units for said in unit.told if NOT_COMPARED in said]
    lines += [f"  {file.name}：{said}" for unit in desk.units for file, said in unit.left_over]
    lines += [f"  {unit.name}：{unit.repeated}" for unit in desk.units if unit.repeated]
    lines += [f"  没有读入  {name}：{why}" for name, why in desk.still_unread]
    lines = [masked(line.replace("\n", " ")) for line in lines]  # names of files may have lines
    if len(lines) > _MOST_LINES:
        lines = [*lines[:_MOST_LINES], f"  另有{len(lines) - _MOST_LINES}行，见核查情况.xlsx“问题清单”。"]
    letters = sum(unit.letter != "" for unit in desk.units)
    lines += [f"  {sentence}" for sentence in collection.told]
    stem = Path(sum_outputs.CHECKED).stem  # one that somebody changed stays, and the new one has another name
    checked = next(path.name for path in collection.written if path.name.startswith(stem))
    done = "与上次相同，没有写新的文件" if collection.is_as_before else "已写入"
    return [*lines, f"{done}：{request.out}（退回修改意见{letters}份，其余见{checked}）"]


def _of_other_year(desk: collection_desk.Desk) -> list[str]:
    """Tell that the year was chosen wrongly, where most of the reports say so."""
    found = other_year.other_year(desk)
    return [] if found is None else [_WRONG_YEAR.format(**found._asdict(), wanted=desk.year)]


def _changed(unit: collection_desk.UnitResult) -> str:
    return "。".join(filter(None, (unit.reopened, unit.changed)))


def _doubt(name: str, said: str) -> str:
    return f"  {LEVEL_NAMES['warning']}  {name}：{said}"


def _private_line(name: str, found: Mapping[str, Any]) -> str:
    """Tell numbers of persons, which the window offers for the letter and no letter tells by itself."""
    return f"  {LEVEL_NAMES['warning']} {found['rule']}  {name}：{found['message']}{_NOT_SENT}"


def _unit_line(unit: collection_desk.UnitResult) -> str:
    returned = f"，第{unit.returned}次退回" if unit.returned else ""
    return f"  {unit.name}：{unit.state}（错误{unit.open_errors}个，疑点{unit.open_doubts}个{returned}）"
