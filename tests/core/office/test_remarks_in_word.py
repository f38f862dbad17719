"""Remarks are read out of the Word files in which they arrive."""

from datetime import date
from pathlib import Path

import docx
import pytest

from core.base.errors import ReportError
from core.office.collection.desk import UnitResult
from core.office.collection.letters import LetterFacts, letter_bytes
from core.office.collection.unit_list import ListedUnit
from core.office.remarks_in_word import LETTER_COLUMNS, read_remarks
from core.office.review import split_remarks
from core.report.report import new_report
from tests.core.office.collection.desk_samples import ITEM
from tests.core.word.edited_files import EDITS, edited, sent_report


def _saved(path: Path, *paragraphs: str, rows: tuple[tuple[str, ...], ...] = ()) -> Path:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if rows:
        table = document.add_table(len(rows), len(rows[0]))
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    document.save(str(path))
    return path


def test_each_row_of_a_letter_is_a_remark(tmp_path: Path) -> None:
    rows = (
        LETTER_COLUMNS,
        ("1", "表三 本年新收 自然人", "14", "与台账核对", "T3-01"),
        ("2", "标题", "", "年度写错", ""),
        ("3", "整份报告", "见右", "请盖公章。", "审核意见"),
        ("4", "表二", "1", "核对。", "T3-01（官方：表样）"),  # as an older program wrote it
        ("5", "表二", "2", "核对。", "N-14，官方：国办公开办函〔2021〕30号（一）"),
        ("", "", "", "", ""),
    )
    read = read_remarks(_saved(tmp_path / "意见.docx", "退回修改意见", "1. 请尽快改好", rows=rows), "2021")
    assert read.remarks == (
        "表三 本年新收 自然人：写的是“14”，与台账核对（T3-01）",
        "标题：年度写错",
        "整份报告：请盖公章。（审核意见）",
        "表二：写的是“1”，核对。（T3-01，官方：表样）",
        "表二：写的是“2”，核对。【N-14，官方：国办公开办函〔2021〕30号（一）】",
    )


def test_a_letter_says_whom_it_addresses_and_about_which_report(tmp_path: Path) -> None:
    rows = (LETTER_COLUMNS, ("1", "标题", "", "年度写错", ""))
    lines = (
        "政府信息公开工作年度报告修改意见",
        "青澜县 水利局：",
        "　　你单位报送的2025年度政府信息公开工作年度报告，",
    )
    letter = read_remarks(_saved(tmp_path / "意见.docx", *lines, "请于1月20日前报回。联系人：", rows=rows), "2021")
    assert (letter.unit, letter.year) == ("青澜县 水利局", 2025)
    assert letter.about_another(new_report("青澜县水利局", "政府部门", 2025)) == ""
    other = letter.about_another(new_report("青澜县教育局", "政府部门", 2025))
    assert other == "这份意见是写给“青澜县 水利局”的，打开的是“青澜县教育局”的报告。"
    assert "2025年度的报告，打开的是2024年度的" in letter.about_another(new_report("青澜县水利局", "政府部门", 2024))
    assert letter.about_another(new_report("", "政府部门", 2025)) == ""
    assert not read_remarks(_saved(tmp_path / "别的.docx", "各单位：", "1. 数不对", "2. 太短"), "2021").unit


def test_a_letter_says_who_signed_it_and_until_when_it_is_answered(tmp_path: Path) -> None:
    for office, until in (("青澜县人民政府办公室", "2026年1月25日"), ("", "")):
        unit = UnitResult(ListedUnit("青澜县水利局"))
        facts = LetterFacts(until, "王某某 0571-1234567", office)
        path = tmp_path / "意见.docx"
        path.write_bytes(letter_bytes(unit, 1, (ITEM,), (), facts, date(2026, 1, 20), 2025))
        read = read_remarks(path, "2021")
        assert (read.by, read.answer_by, len(read.remarks)) == (office, until, 1)


def test_numbered_paragraphs_are_remarks_and_what_follows_them_is_none(tmp_path: Path) -> None:
    path = _saved(
        tmp_path / "意见.docx", "某某局：", "1. 处罚数不对", "请附台账", "2. 第五部分太短", "请于20日前报来。"
    )
    assert read_remarks(path, "2021").remarks == ("1. 处罚数不对请附台账", "2. 第五部分太短")


def test_comments_of_a_report_are_remarks_with_their_place(tmp_path: Path) -> None:
    path = tmp_path / "报告.docx"
    path.write_bytes(edited(sent_report(), EDITS[1]))
    read = read_remarks(path, "2021")
    assert (read.by, read.remarks) == ("李局长", ("（五）监督保障“这里是oversight的第一段文字。”：写得太空",))


def test_a_file_without_remarks_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "报告.docx"
    path.write_bytes(edited(sent_report(), EDITS[0]))
    with pytest.raises(ReportError) as caught:
        read_remarks(path, "2021")
    assert "是一份年度报告，里面没有批注" in caught.value.summary
    assert "核对改过的 Word 文件" in caught.value.advice
    with pytest.raises(ReportError) as caught:
        read_remarks(_saved(tmp_path / "通知.docx", "请抓紧报送。"), "2021")
    assert "没有找到退回意见" in caught.value.summary
    many = (LETTER_COLUMNS, *(("1", "标题", "", f"第{i}处", "") for i in range(501)))
    with pytest.raises(ReportError) as caught:
        read_remarks(_saved(tmp_path / "多.docx", rows=many), "2021")
    assert "有501条意见" in caught.value.summary


@pytest.mark.parametrize(
    ("text", "remarks"),
    [
        ("改标题\n改落款", ["改标题", "改落款"]),
        ("请改：\n1.数字\n不对\n2、文字", ["请改：", "1.数字", "不对", "2、文字"]),
        (
            "1．处罚应为63件；\n② 社区数不要放\n三、培训应为4次\n\n（4）附电话",
            ["1．处罚应为63件；", "② 社区数不要放", "三、培训应为4次", "（4）附电话"],
        ),
        (
            "1.处罚应为63件\n2.社区数字不要放\n—培训应为4次\n* 附电话\n落款写全称",
            ["1.处罚应为63件", "2.社区数字不要放", "—培训应为4次", "* 附电话", "落款写全称"],
        ),
        (
            "1.第三部分表中自然人一栏本年新收政府信息公开申请的件数与第一\n部分文字不一致\n2.第五部分太短。\n改标题",
            [
                "1.第三部分表中自然人一栏本年新收政府信息公开申请的件数与第一部分文字不一致",
                "2.第五部分太短。",
                "改标题",
            ],
        ),
        (
            "1.第三部分表中自然人一栏本年新收政府信息公开申请的件数不一致；\n请附台账\n2.第五部分太短",
            ["1.第三部分表中自然人一栏本年新收政府信息公开申请的件数不一致；", "请附台账", "2.第五部分太短"],
        ),
        ("①数字不对；②文字太短。③落款", ["①数字不对；", "②文字太短。", "③落款"]),
        (
            "第三部分表中自然人一栏本年新收政府信息公开申请的件数请再核对\n改标题",
            ["第三部分表中自然人一栏本年新收政府信息公开申请的件数请再核对", "改标题"],
        ),
        ("1.数字不对；2.文字太短。3.落款", ["1.数字不对；", "2.文字太短。", "3.落款"]),
        ("2.5万元写错\n1.2万件", ["2.5万元写错", "1.2万件"]),
    ],
)
def test_a_pasted_list_becomes_one_remark_a_number(text: str, remarks: list[str]) -> None:
    assert split_remarks(text) == remarks
