"""Which command stands in which menu, by their ids: read before the first paint, which shows the menus' titles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Submenu(NamedTuple):
    """A menu inside a menu.

    Attributes:
        id: Name by which the toolbar finds it.
        title: What it is called.
        hint: What its tool tip says; "" for its title.
        entries: As of a menu.
    """

    id: str
    title: str
    hint: str
    entries: tuple[str, ...]


LINE = "-"
MENUS: Mapping[str, tuple[str | Submenu, ...]] = {
    "文件(&F)": (
        *("close", "open", "new_from_last_year", "import", "save", "save_as", LINE),
        Submenu("department_sheets", "科室填报表", "", ("send_sheets", "collect_sheets")),
        "blank_sheet",
        Submenu(
            "registers",
            "依申请公开台账",
            "用台账数出第三部分的表",
            ("import_register", "recount_register", "register_cases", LINE, "new_register", "sample_register"),
        ),
        *("collection", "sum_parts"),
        *(LINE, "history", "rescued", LINE, "quit"),
    ),
    "编辑(&E)": (
        *("undo", "redo", LINE, "find", "tidy"),
        Submenu("zeros", "空白格全部填0", "把没有填的格填为0", ("fill_table.*", LINE, "fill", LINE, "zero_report")),
    ),
    "查看(&V)": (
        *("previous_page", "next_page", LINE, "page.*", LINE),
        *("switch_part", "next_open", "next_finding", "previous_finding", "next_pane", "fold", LINE),
        *("last_year", "live_page", "controls"),
    ),
    "报告(&R)": (
        *("make.*", LINE, "register_return", "answer_remarks", "unlock", "note_publication", LINE),
        *("archive", "verify_archive", "make_correction", LINE),
        *("copy_page", "save_page", "make_signoff", "changes_word", "findings_word", "make_paper", LINE),
        *("print_report", "print_signoff", "print_changes", "print_findings", "save_pdf", LINE),
        *("choose_last_year", "compare_last_year", "check_years", "compare_published", "compare_word"),
    ),
    "设置(&S)": ("settings",),
    "帮助(&H)": ("manual", "keys", "rules", LINE, "selftest", "problem_report", "logs", "about"),
}
"""The ids of the commands menu by menu; "page.*" stands for all that begin with "page."."""
