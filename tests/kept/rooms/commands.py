"""What the command line says, and the drafts that it writes."""

from __future__ import annotations

import re
import shutil
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

from core.base.resources import resource_path
from core.cli.command_line import main
from core.draft.workbook import load_draft, save_draft
from core.report.change import status_change
from core.word.report import report_bytes
from tests.kept import reports
from tests.kept.clock import on_the_day
from tests.kept.xml_lines import masked

_WORDS = ("", "new", "check", "generate", "import", "rules", "archive", "verify", "count", "collect")

_BLANKS = re.compile(r"\s+")
_SHORT_OPTION = re.compile(r"-(\w)([^\s,\[\]-]+),--([a-z-]+)\2")  # which Python 3.13 writes otherwise


def documents(folder: Path) -> dict[str, str]:
    """Return what each command says, well used and badly."""
    with on_the_day():
        return {
            "help": _helped(folder),
            "check": _said(folder, *_checks(folder)),
            "generate": _said(folder, *_generated(folder)),
            "archive": _said(folder, *_archived(folder)),
            "count": _said(folder, *_counted(folder)),
            "collect": _said(folder, *_collected(folder)),
        }


def _helped(folder: Path) -> str:
    """Return what ``--help`` says, without the blanks and lines that hang on the terminal and on Python's version."""
    said = _said(folder, *((*filter(None, (word,)), "--help") for word in _WORDS))
    told = _SHORT_OPTION.sub(r"-\1,--\3\2", _BLANKS.sub("", said))
    return told.replace("$", "\n$").replace(",--", ", --").lstrip() + "\n"


def _said(folder: Path, *calls: tuple[object, ...]) -> str:
    """Run commands; return all that they said, with their exit codes."""
    lines = []
    for call in calls:
        out, err = StringIO(), StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            try:
                code: object = main([str(argument) for argument in call])
            except SystemExit as end:
                code = f"exit {end.code}"
        lines += [f"$ {' '.join(map(str, call))}", out.getvalue().rstrip(), err.getvalue().rstrip(), f"→ {code}", ""]
    text = "\n".join(lines).replace(str(folder), "(folder)")
    for path, shown in ((resource_path("samples"), "(resources)/samples"), (resource_path(), "(resources)")):
        text = text.replace(str(path), shown)  # where pytest runs in several processes, samples are copies
    return masked(text.replace("\\\\", "/"))


def _checks(folder: Path) -> list[tuple[object, ...]]:
    large, empty, word = folder / "全.xlsx", folder / "空.xlsx", folder / "导入.docx"
    save_draft(reports.large(), large)
    last = folder / "上年.xlsx"
    save_draft(reports.year_before(), last)
    word.write_bytes(report_bytes(reports.form_2019()))
    sample = resource_path("samples", "示例.xlsx")
    return [
        ("new", "-o", empty, "--unit", "某某县水利局", "--year", 2025),
        ("new", "-o", empty, "--unit", "水利局", "--year", 2020, "--zero", "--unit-type", "管委会"),
        ("new", "-o", empty, "--unit", " ", "--year", 2025),
        ("new", "-o", empty, "--unit", "某局", "--year", 1999),
        ("new", "-o", empty, "--unit", "某局", "--year", 2025, "--unit-type", "公司"),
        ("new", "-o", folder / "空.docx", "--unit", "某局", "--year", 2025),
        ("check", large, "--last-year", last, "--final"),
        ("check", sample, "--json"),
        ("check", sample, folder / "没有.xlsx", word, "--json"),
        ("import", word, "-o", folder / "导入.xlsx"),
        ("import", word, "-o", folder / "导入.xlsx", "--json"),
        ("import", word, "-o", word),
        ("rules", "-o", folder / "规则.html"),
        ("rules",),
        ("do",),
    ]


def _generated(folder: Path) -> list[tuple[object, ...]]:
    sample, large, word = folder / "示例.xlsx", folder / "退回.xlsx", folder / "报告.docx"
    save_draft(
        status_change(reports.sample(), {"department_sheets": "1,财务科,2026-01-05"}).applied_to(reports.sample()),
        sample,
    )
    save_draft(reports.returned(), large)
    signed = folder / "已公布.xlsx"
    save_draft(reports.signed(), signed)
    paper = resource_path("papers", "报送函.docx")
    return [
        ("generate", sample, "-o", word),
        (
            "generate",
            sample,
            "-o",
            word,
            "--as",
            "review",
            "--html",
            folder / "网页.html",
            "--signoff",
            folder / "审签单.docx",
        ),
        ("generate", sample, "-o", word, "--as", "final", "--json"),
        ("generate", signed, "-o", word, "--as", "review"),
        ("generate", large, "-o", word, "--as", "review"),
        ("generate", large, "-o", word, "--html", word),
        ("generate", large, "-o", word, "--last-year", large),
        ("generate", large, "-o", folder / "函.docx", "--paper", paper),
        ("generate", sample, "-o", folder / "函.docx", "--paper", paper, "--json"),
        ("generate", sample, "-o", folder / "函.xlsx", "--paper", paper),
        ("generate", sample, "-o", folder / "函.docx", "--paper", paper, "--last-year", large),
    ]


def _archived(folder: Path) -> list[tuple[object, ...]]:
    made, draft = folder / "成稿", folder / "已公布.xlsx"
    made.mkdir()
    (made / "定稿.docx").write_bytes(report_bytes(reports.signed(), stage="final"))
    (made / "无关.txt").write_text("x", encoding="utf-8")
    return [("archive", draft, "--files", made, "-o", folder / "归档"), ("verify", made)]


def _counted(folder: Path) -> list[tuple[object, ...]]:
    register, draft = resource_path("samples", "示例台账.xlsx"), folder / "数出.xlsx"
    bad = folder / "台账.csv"
    bad.write_text(
        "登记号,收到日期,申请人类别,办结日期,办理结果\n1,3月5日,自然人,,\n2,2025-3-5,自然人,2025-3-9,查无此项\n",
        "utf-8",
    )
    return [
        ("count", register, "--year", 2025, "-o", draft, "--last-year", folder / "上年.xlsx"),
        ("count", bad, "--year", 2025, "-o", draft),
        ("count", bad, "--year", 2025, "--year-of-days", 2025, "-o", draft, "--json"),
        ("count", bad, "--year", 2024, "-o", draft),
        ("count", "--template", "-o", folder / "新台账.xlsx", "--year", 2025),
        ("count", "--template", "-o", folder / "新台账.xlsx"),
        ("count", "-o", draft),
    ]


def _collected(folder: Path) -> list[tuple[object, ...]]:
    received = folder / "来件"
    received.mkdir()
    for name in ("青澜县信访局.docx", "青澜县林业局.xlsx", "扫描件.docx"):
        shutil.copy(resource_path("samples", "汇总审核", "来件", name), received)
    (received / "乙局.docx").write_bytes(report_bytes(load_draft(received / "青澜县林业局.xlsx").report))
    out = folder / "结果"
    return [
        ("collect", received, "--year", 2025, "-o", out, "--answer-by", "2026-01-25", "--contact", "王五"),
        ("collect", received, "--year", 2025, "-o", out, "--json", "--similarity", 50),
        ("collect", received, "--year", 2025, "-o", out, "--answer-by", "下周"),
        ("collect", received, "--year", 2025, "-o", out, "--answer-by", "2025-01-25"),
        ("collect", received, "--year", 2010, "-o", out),
        ("collect", received, "--year", 2025, "-o", out, "--similarity", 0),
    ]
