"""The register of applications: the new one, and what is counted of others."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from core.base.errors import ReportError
from core.base.resources import resource_path
from core.cli.count_command import count_json
from core.office.register.decisions_kept import decided, keep_decisions, kept_decisions, with_decisions
from core.office.register.mapping import RegisterMapping, read_mapping
from core.office.register.reading import read_register
from core.office.register.several_outcomes import several_outcomes
from core.office.register.suspects import keep_suspects, suspects_clue
from core.office.register.taking_over import counted_cells, log_sentence, origin_of_cell, take_over
from core.office.register.template import template_bytes
from core.office.register.work import RegisterWork, unknown_kinds, unknown_outcomes
from core.report.report import Report
from tests.core.office.register.register_files import book_register, counted, text_register
from tests.kept import reports
from tests.kept.workbook_dump import workbook_text

_HEAD = (
    *("登记号", "收到日期", "申请人类别", "办结日期", "办理结果", "申请人", "补正告知日", "延期告知日"),
    *("收费通知日", "收费金额", "实收金额", "复议结果", "诉讼情况", "诉讼结果"),
)
_ROWS: tuple[tuple[object, ...], ...] = (
    ("2024-9", "2024-12-20", "自然人", "2025-1-8", "予以公开", "甲"),
    ("1", "2025年1月3日", "自然人", "2025.2.28", "部分公开", "乙", "", "2025-1-20"),
    ("2", date(2025, 2, 1), "商业企业", date(2025, 4, 1), "不掌握", "丙公司", date(2025, 2, 10)),
    ("3", "2025-3-1", "法律服务机构", "2025-3-10", "国家秘密", "丁所", "", "", "2025-3-5", "30.5", "20", "维持"),
    (
        "4",
        "2025-4-1",
        "社会公益组织",
        "",
        "尚未办结",
        "戊",
        "",
        "",
        "",
        "",
        "",
        "尚未审结",
        "未经复议直接起诉",
        "结果纠正",
    ),
    ("5", "2025-5-1", "科研机构", "2025-5-2", "重复", "己", "", "", "", "", "", "", "复议后起诉", "维持"),
    ("5", "2025-5-1", "科研", "2025-5-3", "其他", "己"),
    ("6", "2025-6-31", "自然人", "2025-7-1", "予以公开", "庚"),
    ("7", "2025-7-1", "外国人", "2025-7-9", "随便看看", "辛"),
    ("8", "2025-8-9", "自然人", "2025-8-1", "信访", "壬"),
    ("9", "3月4日", "自然人", "2025-9-9", "逾期不补正", "癸"),
    ("10", "2025-10-10", "自然人", "2026-1-5", "查询", "子"),
    ("11", "2025-11-1", "自然人", "2025-11-9", "不计", "丑"),
    ("12", "2026-1-2", "自然人", "", "", "寅"),
    ("登记号", "收到日期", "申请人类别", "办结日期", "办理结果", "申请人"),
    ("13", "2025-12-5", "自然人", "", "予以公开", "卯"),
    ("14", "2025-12-6", "自然人", "2025-12-9", "尚未办结", "辰"),
    ("15", "2025-12-7", "自然人", "2025-12-9", "", "巳"),
    ("16", "2024-6-1", "其他", "2024-7-1", "予以公开", "午"),
    ("17", "", "其他", "", "", "未"),
    ("18", "2025-6-2", "其他", "2025-6-20", "予以公开；部分公开", "申"),
    ("填表人：张三", "", "", "", ""),
    ("合计", "", "", "", "", "", "", "", "", "30.5", "20"),
)


def documents(folder: Path) -> dict[str, str]:
    """Return the register's template and what counting tells."""
    found = {"template": workbook_text(template_bytes(2025))}
    last = reports.year_before()
    shipped = counted(resource_path("samples", "示例台账.xlsx"), last_year=last)
    mixed = counted(book_register(folder, *_ROWS, head=_HEAD), last_year=last)
    words = RegisterMapping(outcomes={"随便看看": "R23"}, kinds={"外国人": "C6"})
    mapped = counted(text_register(folder, *_ROWS[1:9:7]), words)
    (folder / "复议").mkdir()
    reviews = book_register(folder / "复议", *(row[:12] for row in _ROWS), head=_HEAD[:12])
    for name, one in (
        ("sample", shipped),
        ("mixed", mixed),
        ("mapped", mapped),
        ("reviews", counted(reviews)),
    ):
        report = reports.empty().with_cells({"t3.R01.C1": 3, "t3.R03.C1": 2})
        cells = counted_cells(report, one)
        after = take_over(report, one, [cell.code for cell in cells], "2026-01-12").applied_to(report)
        again = counted_cells(after, shipped)
        lines = [_some(count_json(one)), *one.remarks, str(one.sheets), log_sentence(cells)]
        lines += [f"{cell.name}: {cell.old} {cell.new}" for cell in cells if cell.new or cell.old]
        lines += [f"{cell.name}: {cell.moved}" for cell in again if cell.moved]
        lines += [f"{code}: {origin_of_cell(after, code)}" for code in ("t3.R01.C1", "t3.R12.C3", "t4.review.upheld")]
        found[name] = "\n".join(lines) + "\n"
    return {**found, "work": "\n".join(_work(folder, last)) + "\n"}


def _work(folder: Path, last: Report) -> list[str]:
    """Return what is told while somebody decides about the rows that were not read."""
    path = book_register(folder, *_ROWS, head=_HEAD)
    work = RegisterWork(path, read_register(path), RegisterMapping(), reports.empty().form, 2025, last)
    counted = work.counted
    lines = [str(word) for word in (*unknown_outcomes(counted), *unknown_kinds(counted))]
    lines += [f"{key.row} {name}" for key, name in work.applicants(counted).items()]
    lines += [str(work.without_year)]
    words = {"不掌握": "R13", "国家秘密": "R05", "重复": "R17", "随便看看": "R23"}
    told = work.told_words(words, {"外国人": "C6"}, ["信访、重复"])
    unread = [row.key for row in told.counted.unread]
    told = told.leave_out(unread[:1], "已撤回").set_apart(unread[1:2]).set_outcomes({unread[2]: "R23"})
    told = told.set_kinds({unread[3]: "C1"})
    lines += ["=== decided", *map(str, decided(told)), *_told(told)]
    report = keep_decisions(reports.empty(), told).applied_to(reports.empty())
    again = with_decisions(work, kept_decisions(report))
    lines += ["=== read again", again.told, *_told(again)]
    cells = counted_cells(report, told.counted)
    report = take_over(report, told.counted, [cell.code for cell in cells], "2026-01-12").applied_to(report)
    report = keep_suspects(report, told.counted, cells).applied_to(report).with_cells({"t3.R03.C1": 9, "t3.R05.C5": 4})
    lines += ["=== suspects", *(suspects_clue(report, finding) for finding in reports.checked(report).findings)]
    mapping = folder / "对照.toml"
    for text in _MAPPINGS:
        mapping.write_text(text, encoding="utf-8")
        try:
            lines.append(str(read_mapping(mapping).as_record()))
        except ReportError as error:
            lines.append(f"{error.summary} {error.advice}")
    outcomes = ("予以公开；部分公开", "信访、重复", "予以公开", "不掌握和其他")
    return [*lines, *(several_outcomes(told.mapping, outcome) for outcome in outcomes)]


def _told(work: RegisterWork) -> list[str]:
    counted = work.counted
    lines = [f"{row.key.row} {row.key.number} {row.why}" for row in counted.unread]
    return [*lines, *counted.remarks, *(f"{found.rule} {found.message}" for found in counted.findings)]


_MAPPINGS = (
    '[columns]\n"登记号" = "编号"\n[outcomes]\n"不掌握" = "R13"\n[kinds]\n"外国人" = "C6"\n',
    '[outcomes]\n"不掌握" = "R99"\n',
    '[kinds]\n"外国人" = "R13"\n',
    '[columns]\n"没有这一列" = "编号"\n',
    "[other]\n",
    "[columns\n",
    '[outcomes]\n"不掌握" = "R13"\n"不 掌握" = "R14"\n',
)


def _some(answer: dict[str, object]) -> str:
    """Return an answer without the numbers that are nought."""
    kept = {
        key: {code: one for code, one in value.items() if one} if isinstance(value, dict) else value
        for key, value in answer.items()
    }
    return "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in kept.items())
