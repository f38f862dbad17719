"""Rows that may stand for another number of applications, or for another year, than they seem to."""

from pathlib import Path

import openpyxl
import pytest

from core.office.register.rows import Decisions
from tests.core.office.register.register_files import GOOD, HEAD, book_register, counted, numbers, rules, text_register

WHO = (*HEAD, "申请人", "内容")


def with_sheet(path: Path, *rows: tuple[object, ...], head: tuple[str, ...] = HEAD) -> Path:
    """Add a sheet to a register."""
    book = openpyxl.load_workbook(path)
    sheet = book.create_sheet("按月")
    for row in (head, *rows):
        sheet.append(list(row))
    book.save(path)
    return path


# ---------------------------------------------------------------- one application under two numbers


@pytest.mark.parametrize("other", ["2025-003", "〔2025〕3号", "2025 年第 03 号", "2025/3", "２０２５—３"])
def test_a_number_with_zeros_or_brackets_is_the_same_number(other: str, tmp_path: Path) -> None:
    found = counted(text_register(tmp_path, ("2025-3", *GOOD[1:]), (other, *GOOD[1:])))

    assert [row.key.row for row in found.unread] == [2, 3]
    assert found.unread[0].why.startswith("登记号在第2行、第3行（写作")
    assert found.unread[0].why.endswith("）重复，不知道是1件还是2件（REG-1）")


def test_numbers_that_are_written_alike_may_be_set_apart(tmp_path: Path) -> None:
    path = text_register(tmp_path, ("2025-3", *GOOD[1:]), ("2025-003", *GOOD[1:]))

    found = counted(path, decisions=Decisions(apart=frozenset(("2025-3", "2025-003"))))

    assert numbers(found) == {"t3.R01.C1": 2, "t3.R03.C1": 2}


@pytest.mark.parametrize("other", ["2025-30", "2024-3", "2025-1-3", "20253", "县2025-3", "2025-3甲", "2025-补-3"])
def test_other_numbers_stay_other_numbers(other: str, tmp_path: Path) -> None:
    found = counted(text_register(tmp_path, ("2025-3", *GOOD[1:]), (other, *GOOD[1:])))

    assert not found.unread


def test_a_sheet_that_is_another_one_under_other_numbers_is_told(tmp_path: Path) -> None:
    rows = [(f"2025-{day:02}", f"2025-3-{day}", "自然人", f"2025-3-{day + 9}", "予以公开") for day in (3, 4, 5)]
    path = with_sheet(book_register(tmp_path, *rows), *((n, *row[1:]) for n, row in enumerate(rows, 1)))

    found = counted(path)

    assert [(finding.rule, finding.message) for finding in found.findings] == [
        (
            "REG-11",
            "有3对行除登记号外都相同（2025-03与1、2025-04与2、2025-05与3），可能登记了两遍；"
            "请核对，重复的请在台账中删去。",
        )
    ]
    assert {key.sheet for key in found.findings[0].rows} == {"Sheet", "按月"}


def test_a_row_of_the_same_applicant_and_content_is_told(tmp_path: Path) -> None:
    row = (*GOOD[1:], "张三", "某路征收的批复")

    found = counted(text_register(tmp_path, ("1", *row), ("2", *row), ("3", *row[:5], "另一个批复"), head=WHO))

    assert [finding.message[:14] for finding in found.findings] == ["有1对行除登记号外都相同（1"]
    assert "张三" not in found.findings[0].message


def test_rows_that_are_alike_by_chance_are_not_told(tmp_path: Path) -> None:
    other = ("8", "2025-6-5", "自然人", "2025-6-20", "予以公开")
    path = with_sheet(book_register(tmp_path, GOOD, ("2", *GOOD[1:])), other, ("9", *other[1:]), ("7", *GOOD[1:]))

    assert not rules(counted(path))


# ---------------------------------------------------------------- several numbers in one row


@pytest.mark.parametrize(
    "number",
    [
        *("2025-003至2025-005", "2025-006~008", "2025-006～008", "〔2025〕3号、4号", "〔2025〕3至5号", "2025-003，004"),
        *("2025-003\n2025-004", "2025-003—2025-005", "2025-003-2025-005", "2025-003等3件", "3和4"),
    ],
)
def test_several_numbers_in_one_row_are_not_understood(number: str, tmp_path: Path) -> None:
    found = counted(text_register(tmp_path, (number, *GOOD[1:])))

    assert [row.why for row in found.unread] == [
        f"登记号“{' '.join(number.split())}”像是几件申请的，一行只能计1件，请在台账中一件登记一行"
    ]


@pytest.mark.parametrize(
    "number", ["2025-01-003", "2025/3", "县依申请〔2025〕3号", "2025年收到3号", "20250305", "3-1", "2,025"]
)
def test_one_number_however_it_is_written_is_one(number: str, tmp_path: Path) -> None:
    assert not counted(text_register(tmp_path, (number, *GOOD[1:]))).unread


# ---------------------------------------------------------------- years that cannot be


@pytest.mark.parametrize("row", [("2025-12-5", "2062-12-20"), ("2052-12-5", "")])
def test_a_day_that_has_not_come_is_not_understood(row: tuple[str, str], tmp_path: Path) -> None:
    received, closed = row
    found = counted(text_register(tmp_path, ("1", received, "自然人", closed, "予以公开" if closed else "")))

    field, day = ("办结日期", closed) if closed else ("收到日期", received)
    assert [row.why for row in found.unread] == [f"{field}“{day}”晚于今天，请核对年份（REG-5）"]


def test_a_day_of_january_after_the_report_year_has_come_whatever_the_clock_says(tmp_path: Path) -> None:
    found = counted(text_register(tmp_path, ("1", "2090-12-5", "自然人", "2091-1-20", "予以公开")), year=2090)

    assert numbers(found) == {"t3.R01.C1": 1, "t3.R25.C1": 1}


def test_an_application_received_long_ago_is_told(tmp_path: Path) -> None:
    old, last, gone = ("2005-3-5", "2025-3-20"), ("2024-12-5", "2025-1-2"), ("2005-3-5", "2005-3-20")
    rows = [
        (str(n), received, "自然人", closed, "予以公开") for n, (received, closed) in enumerate((old, last, gone), 1)
    ]

    found = counted(text_register(tmp_path, *rows))

    assert [f.message for f in found.findings if f.rule == "REG-12"] == [
        "登记号1：收到日期2005-03-05比2025年早一年以上，计入上年结转，请核对年份。"
    ]
    assert numbers(found) == {"t3.R02.C1": 2, "t3.R03.C1": 2}


# ---------------------------------------------------------------- columns that were not used


@pytest.mark.parametrize(
    ("column", "field"),
    [
        ("最终办理结果", "办理结果"),
        ("答复结果", "办理结果"),
        ("第二次答复结果", "办理结果"),
        ("申请人类型", "申请人类别"),
        ("申请日期", "收到日期"),
        ("实际办结日期", "办结日期"),
    ],
)
def test_a_column_that_looks_like_the_one_that_was_used_is_named(column: str, field: str, tmp_path: Path) -> None:
    found = counted(text_register(tmp_path, (*GOOD, "另一个"), head=(*HEAD, column)))

    assert found.remarks == (f"“{field}”按“{field}”列读，没有用“{column}”列，请核对该用哪一列",)


@pytest.mark.parametrize("column", ["应办结日期", "延期答复日期", "序号", "申请主体名称", "答复方式", "复议办理结果"])
def test_other_columns_are_not_named(column: str, tmp_path: Path) -> None:
    assert not counted(text_register(tmp_path, (*GOOD, "另一个"), head=(*HEAD, column))).remarks


def test_a_column_that_says_the_same_or_nothing_is_not_named(tmp_path: Path) -> None:
    rows = [(*GOOD, GOOD[4], None), ("2", *GOOD[1:], GOOD[4], None)]

    assert not counted(text_register(tmp_path, *rows, head=(*HEAD, "答复结果", "申请日期"))).remarks
