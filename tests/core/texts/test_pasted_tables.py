"""Numbers of a table that was pasted into a text are asked about; those between words are not."""

from __future__ import annotations

import time
from datetime import date

import pytest

from core.report.report import new_report
from core.texts.rules.debris.pasted_tables import pasted_numbers, pasted_rows
from core.validation.validation import check_report

SAID = "2024年，我局办理政府信息公开申请的情况如下。"


def messages(text: str) -> list[str]:
    report = new_report("青原县水利局", "政府部门", 2024).with_texts({"s1.request": text})
    found = check_report(report, today=date(2025, 1, 10)).findings
    return [f.message for f in found if f.rule_id == "N-12"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (SAID + "\n" + "\n".join(str(n) for n in range(30)), 30),
        (SAID + "\n" + "\t".join(["12"] * 24), 24),
        (SAID + "\n" + "\n".join(f"第{n}行\t{n}\t0\t{n + 1}" for n in range(8)), 24),
        (SAID + "\r\n自然人 1 0 0 1 0 2 3 0 0 0\r\n企业 1 0 0 4 0 5 6 0 0 0\r\n", 20),
    ],
)
def test_a_pasted_table_is_asked_about_once(text: str, count: int) -> None:
    said = f"第一部分“依申请公开”里有{count}个没有说明的数字，像是粘贴的表格，请核对。"
    assert [m for m in messages(text) if "粘贴的表格" in m] == [said]


@pytest.mark.parametrize(
    "text",
    [
        SAID + "全年共收到申请 15 件，其中自然人 12 件、企业 3 件。" * 12,
        SAID + "\n" + "\n".join(f"{n}. 加强培训，完善机制" for n in range(1, 30)),
        SAID + "\n" + "\n".join(f"第{n}季度公开 {n} 条" for n in range(1, 30)),
        SAID + "\n" + "\n".join(str(n) for n in range(19)),
    ],
)
def test_numbers_with_words_or_few_ones_are_left_alone(text: str) -> None:
    assert not [m for m in messages(text) if "粘贴的表格" in m]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (SAID + "\n类别\t条数\t占比\n政策文件\t18\t13.2%\n工作动态\t40\t29.4%\n以上为主动公开情况。", 3),
        ("问题\t原因\n栏目少\t人手少", 2),
        ("问题\t原因\n\n栏目少\t\t人手少\n", 2),
    ],
)
def test_rows_between_tabs_are_asked_about_once(text: str, count: int) -> None:
    said = f"第一部分“依申请公开”里有{count}行用制表符隔开，像是粘贴的表格，印出来不成表格，请改写成句子。"
    assert [m for m in messages(text) if "粘贴的表格" in m] == [said]


@pytest.mark.parametrize(
    "text",
    [
        f"\t{SAID}\n\t{SAID[:12]}\n",
        SAID + "\t\n" + SAID[:12] + "\t\n",
        SAID + "\n联系电话：\t0311-1234567",
        "联系人：\t张三\n" + SAID + "\n联系电话：\t0311-1234567",
    ],
)
def test_a_tab_at_the_edge_or_in_one_line_is_no_table(text: str) -> None:
    assert not [m for m in messages(text) if "粘贴的表格" in m]


@pytest.mark.parametrize(
    "text", ["9" * 60_000, "9 " * 30_000 + "件", "1,2" * 20_000, "a\t" * 30_000, "a\tb\n" * 15_000]
)
def test_a_long_text_of_digits_takes_no_time(text: str) -> None:
    begun = time.perf_counter()
    pasted_numbers(text)
    pasted_rows(text)
    assert time.perf_counter() - begun < 1
