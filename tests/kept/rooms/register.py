"""The register of applications: the new one, and what is counted of others."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from core.base.resources import resource_path
from core.cli.count_command import count_json
from core.office.register.mapping import RegisterMapping
from core.office.register.taking_over import counted_cells, log_sentence, origin_of_cell, take_over
from core.office.register.template import template_bytes
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
    for name, one in (("sample", shipped), ("mixed", mixed), ("mapped", mapped)):
        report = reports.empty().with_cells({"t3.R01.C1": 3, "t3.R03.C1": 2})
        cells = counted_cells(report, one)
        after = take_over(report, one, [cell.code for cell in cells], "2026-01-12").applied_to(report)
        again = counted_cells(after, shipped)
        lines = [_some(count_json(one)), *one.remarks, str(one.sheets), log_sentence(cells)]
        lines += [f"{cell.name}: {cell.old} {cell.new}" for cell in cells if cell.new or cell.old]
        lines += [f"{cell.name}: {cell.moved}" for cell in again if cell.moved]
        lines += [f"{code}: {origin_of_cell(after, code)}" for code in ("t3.R01.C1", "t3.R12.C3", "t4.review.upheld")]
        found[name] = "\n".join(lines) + "\n"
    return found


def _some(answer: dict[str, object]) -> str:
    """Return an answer without the numbers that are nought."""
    kept = {
        key: {code: one for code, one in value.items() if one} if isinstance(value, dict) else value
        for key, value in answer.items()
    }
    return "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in kept.items())
