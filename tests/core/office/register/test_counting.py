"""What a row of a register counts as, and what is never guessed."""

from datetime import date
from pathlib import Path
from random import Random

import pytest

from build_scripts.sweeps.register_sweep import counted as swept
from build_scripts.sweeps.register_sweep import differences, is_named, mutated
from build_scripts.sweeps.registers import LAYOUTS, make_register
from core.office.register.cases_kept import keep_cases
from core.office.register.counting import worth_a_look
from core.office.register.days import read_day, without_aside, working_days_after
from core.office.register.mapping import RegisterMapping
from core.office.register.rows import Decisions, RowKey
from core.office.register.vocabulary import register_rules
from core.report.report import new_report
from tests.core.office.register.register_files import GOOD, HEAD, book_register, counted, numbers, rules, text_register


@pytest.mark.parametrize("layout", range(len(LAYOUTS)))
def test_registers_in_all_layouts_give_the_numbers_they_were_made_of(tmp_path: Path, layout: int) -> None:
    for seed in range(4):
        known = make_register(Random(seed), rows=30 * seed)
        assert list(differences(known, swept(known, LAYOUTS[layout], tmp_path, Random(seed)))) == []


@pytest.mark.parametrize("number", range(13))
def test_a_fault_is_named_by_its_number_and_rule_and_nothing_else_is(tmp_path: Path, number: int) -> None:
    random = Random(number)
    known, case, rule = mutated(random, number)
    assert is_named(swept(known, LAYOUTS[number % len(LAYOUTS)], tmp_path, random), case, rule)


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        (("1", "2025-1-1", "自然人", "2025-12-31", "予以公开"), {"t3.R01.C1": 1, "t3.R03.C1": 1}),
        (("1", "2024-12-31", "其他", "2025-1-1", "其他"), {"t3.R02.C6": 1, "t3.R23.C6": 1}),
        (("1", "2025-12-31", "商业企业", "2026-1-1", "重复申请"), {"t3.R01.C2": 1, "t3.R25.C2": 1}),
        (("1", "2025-12-31", "法人或其他组织－商业企业", "", ""), {"t3.R01.C2": 1, "t3.R25.C2": 1}),
        (("1", "2023-5-1", "科研机构", "", "尚未办结"), {"t3.R02.C3": 1, "t3.R25.C3": 1}),
        (("1", "2024-5-1", "自然人", "2024-12-31", "予以公开"), {}),
        (("1", "2026-1-1", "自然人", "", ""), {}),
        (("1", "2025-5-1", "自然人", "", "不计"), {}),
        (("1", "2025-5-1", "自然人", "2025-6-1", "予以公开；3.危及“三安全一稳定”"), {"t3.R01.C1": 1, "t3.R04.C1": 1}),
        (("1", "2025-5-1", "自然人", "2025-6-1", "部分公开、重复申请"), {"t3.R01.C1": 1, "t3.R04.C1": 1}),
        (
            (
                *("1", "2025-5-1", "自然人", "2025-6-1"),
                "（二）部分公开（区分处理的，只计这一情形，不计其他情形）、重复申请",
            ),
            {"t3.R01.C1": 1, "t3.R04.C1": 1},
        ),
    ],
)
def test_a_row_counts_by_its_days_and_its_outcome(tmp_path: Path, row: tuple[str, ...], cells: object) -> None:
    found = counted(text_register(tmp_path, row))
    assert numbers(found) == cells
    assert found.unread == ()
    assert found.rows == 1


@pytest.mark.parametrize(
    ("row", "rule", "why"),
    [
        (("1", "2025-3-5", "自然人", "2025-3-4", "予以公开"), "REG-2", "早于"),
        (("1", "2025-3-5", "自然人", "", "予以公开"), "REG-3", "没有写办结日期"),
        *(
            (("1", "2025-3-5", "自然人", none, "予以公开"), "REG-3", "没有写办结日期")
            for none in ("/", "——", "无", "不涉及")
        ),
        (("1", "2025-3-5", "自然人", "2025-3-6", ""), "REG-3", "没有写办理结果"),
        (("1", "2025-3-5", "自然人", "2025-3-6", "—"), "REG-3", "没有写办理结果"),
        (("1", "/", "自然人", "2025-3-6", "予以公开"), "REG-5", "不是写明"),
        (("1", "2025-3-5", "自然人", "2025-3-6", "尚未办结"), "REG-3", "却写了办结日期"),
        (("1", "2025-3-5", "公民", "2025-3-6", "予以公开"), "REG-4", "计入“自然人”（对照表写 C1）"),
        (("1", "2025-3-5", "自然人、商业企业", "2025-3-6", "予以公开"), "REG-4", "自然人、商业企业"),
        (("1", "2025-3-5", "商业企业、其他", "2025-3-6", "予以公开"), "REG-4", "商业企业、其他"),
        (("1", "2025-3-5", "", "2025-3-6", "予以公开"), "REG-4", "没有写申请人类别"),
        (("1", "2025-3-5", "自然人", "2025-3-6", "信息不存在"), "REG-4", "R13"),
        (("1", "2025-3-5", "自然人", "2025-3-6", "不予公开"), "REG-4", "不知道"),
        (("1", "2025-3-5", "自然人", "2025-3-6", "重复申请、属于国家秘密"), "REG-4", "请选择"),
        (("1", "2025-3-5", "自然人", "2025-3-6", "予以公开、没有现成信息需要另行制作"), "REG-4", "请选择"),
        (("1", "3月5日", "自然人", "2025-3-6", "予以公开"), "REG-5", "3月5日"),
        (("1", "", "自然人", "2025-3-6", "予以公开"), "REG-5", "没有写收到日期"),
        (("1", "1025-3-5", "自然人", "2025-3-6", "予以公开"), "REG-5", "年份"),
        *(
            (("1", day, "自然人", "2025-3-6", "予以公开"), "REG-5", f"收到日期“{day}”这一天不存在，请改正")
            for day in ("2025-11-31", "2025年2月30日", "二〇二五年二月三十日", "20250230")
        ),
        (("", "2025-3-5", "自然人", "2025-3-6", "予以公开"), "", "没有写登记号"),
    ],
)
def test_what_cannot_be_read_is_said_and_not_counted(tmp_path: Path, row: tuple[str, ...], rule: str, why: str) -> None:
    found = counted(text_register(tmp_path, row))
    assert numbers(found) == {}
    (unread,) = found.unread
    assert why in unread.why
    assert rules(found) == ([rule] if rule else [])
    assert unread.problems[0].rule == rule


def test_a_number_that_stands_twice_waits_for_the_clerk(tmp_path: Path) -> None:
    path = text_register(tmp_path, GOOD, GOOD, ("2", *GOOD[1:]))
    found = counted(path)
    assert [row.key.number for row in found.unread] == ["1", "1"]
    assert rules(found) == ["REG-1"]
    assert numbers(found)["t3.R01.C1"] == 1
    both = counted(path, decisions=Decisions(apart=frozenset({"1"})))
    assert numbers(both)["t3.R01.C1"] == 3
    one = counted(path, decisions=Decisions(left_out={found.unread[1].key: "登记了两次"}))
    assert numbers(one)["t3.R01.C1"] == 2
    assert one.unread == ()


def test_an_outcome_that_the_clerk_chose_needs_a_day_as_well(tmp_path: Path) -> None:
    path = text_register(tmp_path, ("1", "2025-3-5", "自然人", "", ""), ("2", "2025-3-5", "自然人", "2025-3-6", "已转"))
    (unread,) = counted(path).unread
    (case,) = counted(path).counted.cases["t3.R25.C1"]
    chosen = counted(path, decisions=Decisions(outcomes={case.key: "R05", unread.key: "R05"}))
    assert [(row.key.number, row.why) for row in chosen.unread] == [
        ("1", "写了办理结果“属于国家秘密”，没有写办结日期（REG-3）")
    ]
    assert numbers(chosen) == {"t3.R01.C1": 1, "t3.R05.C1": 1}


def test_what_the_clerk_maps_counts_and_comes_before_the_labels(tmp_path: Path) -> None:
    path = text_register(tmp_path, ("1", "2025-3-5", "公民", "2025-3-6", "其他"))
    mapping = RegisterMapping().with_words({"其他": "R13"}, {"公民": "C1"})
    assert numbers(counted(path, mapping)) == {"t3.R01.C1": 1, "t3.R13.C1": 1}


def test_the_end_of_a_name_is_only_proposed_and_the_name_is_not_said(tmp_path: Path) -> None:
    path = text_register(tmp_path, ("1", "2025-3-5", "法人", "", "", "绝密有限公司"), head=(*HEAD, "申请人"))
    (unread,) = counted(path).unread
    assert unread.offered_kind == "C2"
    assert "计入“商业企业”（对照表写 C2）" in unread.why
    assert "绝密" not in unread.why


def test_last_years_open_cases_are_compared_by_number(tmp_path: Path) -> None:
    path = text_register(tmp_path, ("7", "2024-12-20", "自然人", "2025-1-6", "予以公开"))
    last = new_report("某局", "政府部门", 2024, with_zeros=True)
    assert rules(counted(path, last_year=last.with_cells({"t3.R25.C1": 1}))) == []
    found = counted(path, last_year=last)
    assert rules(found) == ["REG-6"]
    assert "相差1" in found.findings[0].message
    kept = keep_cases(last, {"t3.R25.C1": ["8"]}).applied_to(last.with_cells({"t3.R25.C1": 1}))
    (told,) = counted(path, last_year=kept).findings
    assert "只在台账中的登记号：7" in told.message
    assert "只在上年报告中的登记号：8" in told.message


def test_an_old_open_case_is_named_unless_it_was_extended(tmp_path: Path) -> None:
    row = ("1", "2025-11-20", "自然人", "", "")
    assert rules(counted(text_register(tmp_path, ("1", "2025-12-3", *row[2:])))) == []
    assert rules(counted(text_register(tmp_path, ("1", "2025-12-2", *row[2:])))) == ["REG-7"]
    with_field = (*HEAD, "延期告知日")
    assert rules(counted(text_register(tmp_path, (*row, ""), head=with_field))) == ["REG-7"]
    assert rules(counted(text_register(tmp_path, (*row, "2025-12-1"), head=with_field))) == []


def test_a_notice_is_asked_for_only_where_the_register_has_the_field(tmp_path: Path) -> None:
    label = "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"
    row = ("1", "2025-3-5", "自然人", "2025-4-5", label)
    assert rules(counted(text_register(tmp_path, row))) == []
    found = counted(text_register(tmp_path, (*row, ""), head=(*HEAD, "收费通知日")))
    assert rules(found) == ["REG-8"]
    assert "登记号1：" in found.findings[0].message


def test_cases_on_the_edge_of_the_year_and_joined_outcomes_are_worth_a_look(tmp_path: Path) -> None:
    rows = (
        ("1", "2025-5-1", "自然人", "2025-6-1", "予以公开"),
        ("2", "2025-12-29", "自然人", "2026-1-3", "予以公开"),
        ("3", "2025-5-1", "自然人", "2025-6-1", "予以公开；属于国家秘密"),
    )
    cases = counted(text_register(tmp_path, *rows)).counted.cases["t3.R01.C1"]
    assert [worth_a_look(case, 2025) for case in cases] == ["", "年底年初收到、年底年初办结", "一格里有几种结果"]


def test_rows_beyond_the_year_are_named(tmp_path: Path) -> None:
    rows = (("1", "2024-3-5", "自然人", "2024-3-6", "予以公开"), ("2", "2026-3-5", "自然人", "", ""))
    found = counted(text_register(tmp_path, *rows))
    assert rules(found) == ["REG-9", "REG-9"]
    assert numbers(found) == {}


def test_fees_and_reviews_count_where_the_register_has_them(tmp_path: Path) -> None:
    head = (*HEAD, "收费通知日", "收费金额", "实收金额", "复议结果", "诉讼类型", "诉讼结果")
    row = (*GOOD, "2025-3-10", "1,100元", "100.5", "维持", "未经复议直接起诉", "尚未审结")
    cells = numbers(counted(text_register(tmp_path, row, head=head)))
    assert {c: str(n) for c, n in cells.items() if not c.startswith("t3")} == {
        "t4.review.upheld": "1",
        "t4.direct.pending": "1",
        "fee.notices": "1",
        "fee.billed": "1100",
        "fee.collected": "100.5",
    }
    assert not any(code.startswith(("t4", "fee")) for code in counted(text_register(tmp_path, GOOD)).counted.numbers)


@pytest.mark.parametrize(
    "cells",
    [
        ("2025-3-10", "一百元", "", "", "", ""),
        ("", "100", "", "", "", ""),
        ("", "", "", "改判", "", ""),
        ("", "", "", "", "复议后起诉", ""),
        ("", "", "", "", "", "结果维持"),
    ],
)
def test_a_fee_or_a_review_that_is_not_clear_is_not_counted(tmp_path: Path, cells: tuple[str, ...]) -> None:
    head = (*HEAD, "收费通知日", "收费金额", "实收金额", "复议结果", "诉讼类型", "诉讼结果")
    assert len(counted(text_register(tmp_path, (*GOOD, *cells), head=head)).unread) == 1


def test_the_2019_format_has_one_undivided_row(tmp_path: Path) -> None:
    path = text_register(tmp_path, ("1", "2020-3-5", "自然人", "2020-3-6", "（六）其他处理－3.其他"))
    assert numbers(counted(path, year=2020)) == {"t3.R01.C1": 1, "t3.other_2019.C1": 1}


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2025-3-5", date(2025, 3, 5)),
        ("2025/03/05", date(2025, 3, 5)),
        ("2025.3.5", date(2025, 3, 5)),
        ("２０２５年３月５日", date(2025, 3, 5)),
        ("2025 年 3 月 5 日", date(2025, 3, 5)),
        ("20250305", date(2025, 3, 5)),
        (20250305, date(2025, 3, 5)),
        (45721, date(2025, 3, 5)),
        (45721.75, date(2025, 3, 5)),
        ("45721", date(2025, 3, 5)),
        ("2025-03-05 14:30", date(2025, 3, 5)),
        ("2025-03-05T00:00:00", date(2025, 3, 5)),
        *((text, date(2025, 3, 5)) for text in ("二〇二五年三月五日", "二○二五年三月五日", "二零二五年三月五日")),
        *(("二〇二六年十月卅一日", date(2026, 10, 31)), ("2026年八月廿八日", date(2026, 8, 28))),
        ("二〇二六年九月廿日", date(2026, 9, 20)),
        *((text, None) for text in ("二〇二五年三月", "三月五日", "二〇二五年二月三十日", "二〇二五年三月廿十日")),
        *((text, None) for text in ("3月5日", "3-5", "25-3-5", "2025-3", "2025-2-30", "2025", "2025305", "5/3/2025")),
        *((number, None) for number in (2025, 0.5, 305, 99999)),
        ("2025-3-5、2025-3-6", None),
        ("2025-3/5", None),
    ],
)
def test_a_day_is_read_only_where_it_is_clear(value: str | float, day: date | None) -> None:
    assert read_day(value) == day


@pytest.mark.parametrize(
    "written",
    [
        *("2025年3月20日上午", "2025-3-20（当场）", "2025-3-20 下午", "2025.3.20上午9:30", "2025年3月20日上午9时"),
        *("20250320当日", "2025年3月20日（周四）下午", "2025-3-20(签收)", "二〇二五年三月二十日上午", "2025年3月 20"),
    ],
)
def test_what_stands_behind_a_day_does_not_hide_it(written: str) -> None:
    assert read_day(without_aside(written)) == date(2025, 3, 20)


@pytest.mark.parametrize(
    "written",
    [
        *("2025-3-20（农历）", "2025-3-20（4-8补正）", "2025-3-20（拟）", "2025-3-20（应为21日）", "2025-3-159时"),
        *(
            "上午",
            "（当场）",
            "2025-3（当场）",
            "2025-2-30（当场）",
            "2025-3-18至3-20",
            "2025-3-20前",
            "2025-3-20（未送达）",
        ),
    ],
)
def test_what_makes_a_day_unsure_is_not_left_out(written: str) -> None:
    assert read_day(without_aside(written)) is None


def test_days_may_count_from_1904() -> None:
    assert read_day(45721 - 1462, from_1904=True) == date(2025, 3, 5)


def test_working_days_are_mondays_to_fridays() -> None:
    assert working_days_after(date(2025, 12, 26), date(2025, 12, 31)) == 3  # a Friday
    assert working_days_after(date(2025, 12, 31), date(2025, 12, 31)) == 0
    assert working_days_after(date(2025, 12, 1), date(2025, 12, 31)) == 22


def test_every_rule_says_why_and_none_that_is_inferred_calls_itself_official() -> None:
    assert list(register_rules()) == [f"REG-{n}" for n in range(1, 17)]
    for rule in register_rules().values():
        assert rule.why
        assert rule.level in ("error", "warning")
        assert rule.source.startswith("建议：") == (rule.basis == "inferred")


def test_a_workbook_of_the_same_rows_counts_alike(tmp_path: Path) -> None:
    rows = (GOOD, ("2", date(2025, 5, 1), "其他", date(2025, 6, 1), "重复申请"))
    found = counted(book_register(tmp_path, *rows))
    assert numbers(found) == {"t3.R01.C1": 1, "t3.R01.C6": 1, "t3.R03.C1": 1, "t3.R17.C6": 1}
    assert found.numbers_behind["t3.R01.C7"] == ("1", "2")
    assert found.numbers_behind["t3.R24.C7"] == ("1", "2")


def test_several_outcomes_in_one_cell_are_told_with_what_they_make(tmp_path: Path) -> None:
    day = ("2025-3-5", "自然人", "2025-3-20")
    found = counted(
        text_register(tmp_path, GOOD, ("2", *day, "予以公开；属于国家秘密"), ("3", *day, "重复申请/重复申请"))
    )
    assert found.remarks == (
        "2行一格里写了几种结果，各计一件：登记号2“予以公开；属于国家秘密”计入“部分公开”、"
        "登记号3“重复申请/重复申请”计入“重复申请”",
    )
    key = RowKey("", 3, "2")
    decided = counted(
        text_register(tmp_path, GOOD, ("2", *day, "予以公开；属于国家秘密")), decisions=Decisions(outcomes={key: "R03"})
    )
    assert decided.remarks == ()


def test_given_beside_what_is_not_there_waits_for_the_clerk_also_when_the_map_knows_both(tmp_path: Path) -> None:
    row = ("2", "2025-3-5", "自然人", "2025-3-20", "予以公开、信息不存在")
    found = counted(text_register(tmp_path, GOOD, row), RegisterMapping(outcomes={"信息不存在": "R13"}))
    assert "t3.R04.C1" not in numbers(found)
    (unread,) = found.unread
    assert unread.why == "办理结果“予以公开、信息不存在”有几种情形，请选择其中一种（REG-4）"
    assert unread.lacks_outcome


@pytest.mark.parametrize("head", ["件数", "申请件数（件）", "数量"])
def test_a_row_that_says_it_is_several_applications_is_told(tmp_path: Path, head: str) -> None:
    rows = [
        (*GOOD, "3件"),
        ("2", *GOOD[1:], "1"),
        ("3", *GOOD[1:], ""),
        ("4", *GOOD[1:], "若干"),
        ("5", *GOOD[1:], "0"),
    ]
    found = counted(text_register(tmp_path, *rows, head=(*HEAD, head)))
    assert [(one.rule, one.rows[0].number) for one in found.findings] == [
        ("REG-10", "1"),
        ("REG-10", "4"),
        ("REG-10", "5"),
    ]
    assert found.findings[0].message == (
        f"登记号1：“{head}”列写的是“3件”，一行只计1件；是几件申请的，请在台账中一件登记一行。"
    )
    assert counted(text_register(tmp_path, *rows, head=(*HEAD, "页数"))).findings == ()
