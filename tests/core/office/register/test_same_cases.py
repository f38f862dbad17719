"""One application that was entered once more, under its number with a few words or under another number."""

from pathlib import Path

import openpyxl
import pytest

from core.office.register.rows import Decisions
from tests.core.office.register.register_files import GOOD, HEAD, counted, numbers, rules, text_register

FIRST = ("2025-003", "2025-3-3", "自然人", "2025-3-13", "予以公开")
AGAIN = ("2025-3-3", "自然人", "2025-9-10", "部分公开")
ASKED = (*HEAD, "申请人姓名", "申请内容")
WHO = ("张三", "东湖路二期征收土地的批复")
BOTH = {"t3.R01.C1": 2, "t3.R03.C1": 1, "t3.R04.C1": 1}


@pytest.mark.parametrize(
    "number",
    [
        *("2025-003重新答复", "2025-003（重新答复）", "2025-003 重新答复", "2025-003之二", "2025-003补", "2025-003重"),
        *(
            "复2025-003",
            "2025-003（补正后）",
            "〔2025〕3号重新答复",
            "2025-3号（补正）",
            "2025-003第2次答复",
            "重〔2025〕3号",
        ),
    ],
)
def test_a_number_with_words_that_say_once_more_is_the_same(number: str, tmp_path: Path) -> None:
    path = text_register(tmp_path, FIRST, (number, *AGAIN))
    found = counted(path)
    assert (rules(found), numbers(found)) == (["REG-1"], {})
    assert found.unread[0].why == f"登记号在第2行、第3行（写作{number}）重复，不知道是1件还是2件（REG-1）"
    assert numbers(counted(path, decisions=Decisions(apart=frozenset({number})))) == BOTH


@pytest.mark.parametrize(
    "number", ["2025-004重新答复", "县2025-003", "2025-003甲", "2025-补-003", "复依申请2025-003", "补-003"]
)
def test_other_numbers_are_others(number: str, tmp_path: Path) -> None:
    assert numbers(counted(text_register(tmp_path, FIRST, (number, "2025-3-4", *AGAIN[1:])))) == BOTH


def test_a_number_with_such_words_alone_counts_once(tmp_path: Path) -> None:
    found = counted(text_register(tmp_path, ("2025-003补", *FIRST[1:])))
    assert (rules(found), numbers(found)) == ([], {"t3.R01.C1": 1, "t3.R03.C1": 1})


@pytest.mark.parametrize("number", ["A-2025-003", "2025-003-2", "2025-003（2）", "县2025-3"])
def test_a_number_with_another_part_received_on_the_same_day_is_told(number: str, tmp_path: Path) -> None:
    found = counted(text_register(tmp_path, FIRST, (number, *AGAIN)))
    assert [(one.rule, one.message[:43]) for one in found.findings] == [
        ("REG-11", f"有1对行同一天收到，登记号只是一个比另一个前面或后面多一截（2025-003与{number}"[:43])
    ]
    assert numbers(found) == BOTH


def test_such_numbers_of_other_days_or_applicants_are_not_told(tmp_path: Path) -> None:
    assert not rules(counted(text_register(tmp_path, FIRST, ("A-2025-003", "2025-3-4", *AGAIN[1:]))))
    other = ("A-2025-003", *AGAIN, "李四", WHO[1])
    assert not rules(counted(text_register(tmp_path, (*FIRST, *WHO), other, head=ASKED)))
    assert not rules(counted(text_register(tmp_path, GOOD, ("3-1", *GOOD[1:]))))


# ---------------------------------------------------------------- the same applicant, day and content


def asked(
    folder: Path, *rows: tuple[str, ...], apart: frozenset[str] = frozenset()
) -> tuple[list[str], dict[str, object]]:
    found = counted(text_register(folder, (*FIRST, *WHO), *rows, head=ASKED), decisions=Decisions(apart=apart))
    assert not any(WHO[0] in one.message or WHO[1] in one.message for one in found.findings)
    return [row.why for row in found.unread], numbers(found)


@pytest.mark.parametrize("result", [AGAIN, (*AGAIN[:2], "", "")])
def test_the_same_that_ended_otherwise_is_asked_about(result: tuple[str, ...], tmp_path: Path) -> None:
    said, count = asked(tmp_path, ("2025-011", *result, *WHO))
    why = "第2行、第3行的申请人、收到日期、内容都相同，登记号和结果不同，不知道是1件还是2件（REG-1）"
    assert (said, count) == ([why, why], {})


def test_who_decided_has_both_counted(tmp_path: Path) -> None:
    assert asked(tmp_path, ("2025-011", *AGAIN, *WHO), apart=frozenset({"2025-011"})) == ([], BOTH)


@pytest.mark.parametrize(
    "row",
    [
        ("2025-011", *AGAIN, "张三", "另一个批复"),
        ("2025-011", *AGAIN, "李四", WHO[1]),
        ("2025-011", "2025-3-4", *AGAIN[1:], *WHO),
        ("2025-011", *AGAIN, "", ""),
        ("2025-011", "2025-3-3", "商业企业", *AGAIN[2:], *WHO),
        ("2025-011", *AGAIN[:3], FIRST[4], *WHO),
        ("2025-011", *AGAIN[:3], "重复申请", *WHO),
        ("2025-011", *AGAIN[:3], "无正当理由大量反复申请", *WHO),
    ],
)
def test_others_and_what_calls_itself_repeated_are_not_asked_about(row: tuple[str, ...], tmp_path: Path) -> None:
    assert asked(tmp_path, row)[0] == []


@pytest.mark.parametrize("who", [("张某", WHO[1]), ("李女士", WHO[1]), ("张*", WHO[1]), (WHO[0], "征地批复")])
def test_names_and_contents_that_many_share_tell_nobody_apart(who: tuple[str, str], tmp_path: Path) -> None:
    path = text_register(tmp_path, (*FIRST, *who), ("2025-011", *AGAIN, *who), head=ASKED)
    assert numbers(counted(path)) == BOTH


def test_answers_of_other_years_are_asked_about_where_one_counts_now(tmp_path: Path) -> None:
    old = ("2024-003", "2024-3-3", "自然人", "2024-3-13", "予以公开", *WHO)
    assert asked(tmp_path, old, ("2024-007", "2024-3-3", "自然人", "2024-9-10", "部分公开", *WHO))[0] == []
    assert len(asked(tmp_path, old, ("2025-001", "2024-3-3", "自然人", "2025-9-10", "部分公开", *WHO))[0]) == 2


def test_one_number_is_asked_about_once(tmp_path: Path) -> None:
    said, _ = asked(tmp_path, ("2025-003重新答复", *AGAIN, *WHO))
    assert [why.count("REG-1") for why in said] == [1, 1]


def test_rows_of_one_number_are_told_in_the_order_of_the_sheets(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for month in ("一月", "二月", "三月"):  # by their signs 三 comes before 二
        sheet = book.create_sheet(month)
        sheet.append(HEAD)
        sheet.append(GOOD)
    path = tmp_path / "台账.xlsx"
    book.save(path)
    why = "登记号在工作表“一月”第2行、工作表“二月”第2行、工作表“三月”第2行重复，不知道是1件还是3件（REG-1）"
    assert [row.why for row in counted(path).unread] == [why] * 3
