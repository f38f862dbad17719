"""What differs between two states of a draft: everything, cell by cell."""

from dataclasses import fields, replace
from typing import Any

from core.draft.draft_changes import report_changes
from core.report.differences import text_place
from core.report.entry_text import Refused
from core.report.report import Explanation, LogEntry, Origin, Remark, Report, ReviewRound, new_report


def a_report() -> Report:
    return new_report("某县水利局", "政府部门", 2025, with_zeros=True)


def changes(before: Report, after: Report) -> list[tuple[str, str, str]]:
    return [(change.place, change.before, change.after) for change in report_changes(before, after)]


def test_equal_reports_have_no_changes() -> None:
    assert report_changes(a_report(), a_report()) == []


def test_a_number_is_named_with_section_and_both_values() -> None:
    before, after = a_report(), a_report()
    before = before.with_cells({"t3.R01.C1": 3})
    after = after.with_cells({"t3.R01.C1": 5})
    name = before.form.cells["t3.R01.C1"].name
    section = before.form.sections["s3"].name

    assert changes(before, after) == [(f"{section}：{name}", "3", "5")]


def test_a_blank_is_told_from_a_zero() -> None:
    before, after = a_report(), a_report()
    after = after.with_cells({"t3.R01.C1": None})

    assert changes(before, after)[0][1:] == ("0", "")


def test_refused_text_metadata_controls_and_texts_count() -> None:
    before, after = a_report(), a_report()
    after = after.with_cells({"t3.R01.C1": Refused("三件", "C-04", "请只填整数"), "t3.R01.C7": 16})
    after = after.with_texts({"meta.contact": "张三", "s5": "一是\n二是"})

    section, row = after.form.sections["s3"].name, "本年新收"
    assert changes(before, after) == [
        (after.form.meta["meta.contact"].name, "", "张三"),
        (f"{section}：{row}·自然人", "0", "三件"),
        (f"核对合计 {section}：{row}·总计", "", "16"),
        (text_place(after.form, "s5"), "", "一是\n二是"),
    ]


def test_spaces_that_the_draft_does_not_keep_are_no_change() -> None:
    before, after = a_report(), a_report()
    before = before.with_texts({"s5": "一是\r\n二是 "})
    after = after.with_texts({"s5": "一是\n二是"})

    assert report_changes(before, after) == []


def test_every_part_of_a_report_is_compared() -> None:
    """A new attribute of the report must be compared as well, or a change of it would be taken for none."""
    changed = {
        "meta": {"meta.unit": "乙"},
        "texts": {"s5": "乙"},
        "cells": {"t3.R01.C1": 9},
        "controls": {"t3.R01.C7": 9},
        "explanations": {"k": Explanation("理由", "甲", "2026-01-01", "句子")},
        "log": [LogEntry("2026-01-01 09:00", "填0")],
        "rounds": [ReviewRound(1, "2026-01-01", "0000-0000", {})],
        "origins": {"t2.penalty": Origin("执法科", "甲", "2026-01-01", "台账")},
        "status": {"locked_on": "2026-01-01"},
    }
    assert {field.name for field in fields(Report)} == {*changed, "form_id"}
    for name, value in changed.items():
        given: dict[str, Any] = {name: value}
        after = replace(a_report(), **given)
        assert report_changes(a_report(), after), name


def test_what_happened_to_the_report_is_told_in_words_and_not_counted() -> None:
    made = ReviewRound(1, "2026-01-05", "3F7A-91C2", {})
    back = made._replace(returned_by="李某", returned_on="2026-01-08", remarks=(Remark("核对", "已改"), Remark("删去")))
    before = replace(a_report(), rounds=(made,), status={"locked_on": "2026-01-05", "departments": "办公室：t3"})
    after = replace(
        a_report(),
        rounds=(back, made._replace(number=2)),
        origins={"t3": Origin("办公室", "王某", "2026-01-07", "台账")},
        status={"unlock_reason": "补数字", "departments": "法规科：t3", "register_cases": "{}"},
    )

    assert changes(before, after) == [
        ("送审记录", "送审稿第1稿", "送审稿第1稿（已退回，意见2条，已答复1条）、送审稿第2稿"),
        ("数字来源（收到和处理政府信息公开申请情况表）", "", "办公室 王某 2026-01-07 台账"),
        ("定稿日期", "2026-01-05", ""),
        ("科室分工", "已记录", "已改动"),
        ("解除定稿的原因", "", "补数字"),
        ("各格对应的登记号", "", "已记录"),
    ]


def test_codes_the_form_does_not_know_are_compared_too() -> None:
    after = replace(a_report(), cells={**a_report().cells, "t9.unknown": 4})

    assert changes(a_report(), after) == [("t9.unknown", "", "4")]


def test_a_text_is_shown_as_printed_with_what_differs_marked() -> None:
    report = a_report().with_cells({"t3.R01.C1": 13})
    before = report.with_texts({"s1.request": "新收{t3.R01.C1}件。"})
    after = report.with_texts({"s1.request": "新收{t3.R01.C1}件，均已答复。"})
    unlinked = report.with_texts({"s1.request": "新收13件。"})

    [change] = report_changes(before, after)
    [link] = report_changes(before, unlinked)

    assert change.marked == ("新收13件。", "新收13件【，均已答复】。")  # an empty 【】 says nothing
    assert "{" not in "".join(change.marked + link.marked)
    assert link.before == "新收13件。（与表相连的数字：本年新收·自然人）"
    assert link.after == "新收13件。（与表相连的数字：没有）"


def test_an_explained_sentence_is_shortened_where_it_is_long() -> None:
    def place(message: str) -> str:
        after = replace(a_report(), explanations={"k": Explanation("属实", "甲", "2026-01-01", message)})
        return changes(a_report(), after)[0][0]

    assert place("甲" * 40) == f"疑点说明（{'甲' * 40}）"
    assert place("甲" * 20 + "乙" * 21) == f"疑点说明（{'甲' * 20}{'乙' * 4}……{'乙' * 12}）"
