"""A unit whose file cannot be read is asked for one that can."""

from datetime import date

import pytest

from core.office.collection.desk import DeskFile
from core.office.collection.file_record import NAME, UNREAD, FileRecord
from core.office.collection.letters import LetterFacts
from core.office.collection.resend_request import resend_request
from tests.core.office.collection.desk_samples import desk, file, unit

EDUCATION, OFFICE = "青澜县教育局", "青澜县人民政府办公室"


@pytest.mark.parametrize(
    ("why", "told"),
    [
        (
            f"“{NAME}”是旧版 Office 文件，不能直接读取。请用 WPS 打开后另存为 .docx 或 .xlsx，再重新选择。",
            "“青澜县教育局.docx”是旧版 Office 文件，不能直接读取",
        ),
        (
            f"在“{NAME}”中没有找到政府信息公开工作年度报告的标题和表格。请确认选对了文件。",
            "在“青澜县教育局.docx”中没有找到政府信息公开工作年度报告的标题和表格",
        ),
    ],
)
def test_the_text_tells_which_file_why_and_what_to_send(why: str, told: str) -> None:
    unread = DeskFile("第一批/青澜县教育局.docx", FileRecord("d-u", UNREAD, why=why))
    made = desk([unread, file(OFFICE)], [EDUCATION, OFFICE])
    text = resend_request(
        made, unit(made, EDUCATION), LetterFacts("2026-01-20", "李某 0000-1234567"), date(2026, 1, 12)
    )
    assert text.split("\n") == [
        "青澜县教育局：",
        f"　　你单位报送的2025年度政府信息公开工作年度报告没有读成：{told}。",
        "　　请重新报送可以编辑的文件：填报程序生成的 Word 报告（.docx），或程序的草稿（.xlsx）。没有用程序填报的，"
        "请用 WPS 或 Word 打开原来的文件，“文件－另存为”选“.docx”；只改文件的扩展名不行，扫描件、照片也不行。",
        "　　请于2026年1月20日前报送。联系人和电话：李某 0000-1234567。",
        "青澜县人民政府办公室",
        "2026年1月12日",
    ]
