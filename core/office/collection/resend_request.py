"""What is sent to a unit whose file came and cannot be read: which one, why, and in which form to send it again."""

from __future__ import annotations

from datetime import date
from pathlib import PurePosixPath

from core.base.day_words import day_in_words
from core.office.collection.desk import Desk, UnitResult
from core.office.collection.letters import LetterFacts, contact_in_words, until_in_words

_MISSING = "B-01"


def resend_request(desk: Desk, unit: UnitResult, facts: LetterFacts, today: date) -> str:
    """Return the text that asks a unit for a file that can be read."""
    whys = dict(desk.unread)
    files = [
        name
        for found in desk.batch
        if found.rule_id == _MISSING and found.owners == (unit.name,)
        for name in found.files
    ]
    told = "；".join(_told(name, whys.get(name, "")) for name in files)
    lines = [
        f"{unit.name}：",
        f"　　你单位报送的{desk.year}年度政府信息公开工作年度报告没有读成：{told}。",
        "　　请重新报送可以编辑的文件：填报程序生成的 Word 报告（.docx），或程序的草稿（.xlsx）。没有用程序填报的，"
        "请用 WPS 或 Word 打开原来的文件，“文件－另存为”选“.docx”；只改文件的扩展名不行，扫描件、照片也不行。",
        f"　　请于{until_in_words(facts.answer_by)}前报送。联系人和电话：{contact_in_words(facts.contact)}。",
        *filter(None, [desk.office]),
        day_in_words(today),
    ]
    return "\n".join(lines)


def _told(name: str, why: str) -> str:
    """Return which file it is and why it cannot be read, without what the desk itself is to do."""
    file_name = PurePosixPath(name).name
    said = why.partition("。")[0]
    return said if file_name in said else f"“{file_name}”{said}"
