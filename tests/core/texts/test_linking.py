"""A number of the tables in place of one written into a text: its unit stays, and nothing is guessed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from core.report.report import new_report
from core.texts.claims.claims import claims
from core.texts.claims.linking import link_repair, linked, parted, with_link
from core.validation.validation import Checker

_FORM = new_report("", "", 2025).form
_NUMBERS = {"t3.R01.C1": 30, "t3.R01.C2": 5, "t3.R02.C1": 2, "t3.R03.C1": 37, "t2.licensing.decisions": 33}


@pytest.mark.parametrize(
    ("words", "cell", "source"),
    [
        ("3件", "t3.R01.C7", "{t3.R01.C7}件"),
        ("申请1,234件", "t3.R01.C7", "申请{t3.R01.C7}件"),
        ("收到２０余件申请", "t3.R01.C7", "收到{t3.R01.C7}件申请"),
        ("1.2万件", "t3.R01.C7", "{t3.R01.C7}件"),
        ("三十二件", "t3.R01.C7", "{t3.R01.C7}件"),
        ("收费1.2亿元", "t2.fees.amount", "收费{t2.fees.amount}万元"),
        ("{3}件", "t3.R01.C7", "{{{t3.R01.C7}}}件"),
        ("某件", "t3.R01.C7", "{t3.R01.C7}件"),
        ("3件，办结4件", "t3.R01.C7", "{t3.R01.C7}件"),
        ("", "t3.R01.C7", "{t3.R01.C7}"),
    ],
)
def test_only_what_the_new_number_says_itself_is_replaced(words: str, cell: str, source: str) -> None:
    assert linked(_FORM, words, cell) == source


@pytest.mark.parametrize(
    ("text", "mended", "is_only"),
    [
        ("全年新收申请3件。", "全年新收申请{t3.R01.C7}件。", True),
        ("全年收到申请3件。", "全年收到申请{t3.R01.C7}件。", False),
        ("作出行政许可12件。", "作出行政许可{t2.licensing.decisions}件。", True),
        ("{t3.R03.C1}件予以公开，新收申请三件。", "{t3.R03.C1}件予以公开，新收申请{t3.R01.C7}件。", True),
    ],
)
def test_a_finding_offers_to_link_the_one_number_it_is_about(text: str, mended: str, is_only: bool) -> None:
    report = new_report("某县水利局", "政府部门", 2025, with_zeros=True).with_cells(_NUMBERS)
    report = report.with_texts({"s1.request": text})
    checker = Checker(report, today=date(2026, 1, 2))
    found = next(f for f in checker.result().findings if f.rule_id in ("N-01", "N-07"))
    repair = link_repair(checker.context.report.texts, claims(checker.context), found)
    assert repair is not None
    assert (with_link(report.form, text, repair), repair.is_only) == (mended, is_only)


@pytest.mark.parametrize("text", ["不予公开5件。", "办结率90%。", "没有收到申请。"])
def test_sums_shares_and_denials_are_not_linked(text: str) -> None:
    report = new_report("某县水利局", "政府部门", 2025, with_zeros=True).with_cells(_NUMBERS)
    checker = Checker(report.with_texts({"s1.request": text}), today=date(2026, 1, 2))
    found = [f for f in checker.result().findings if f.places and f.rule_id.startswith("N-0")]
    assert found
    assert [link_repair(checker.context.report.texts, claims(checker.context), f) for f in found] == [None] * len(found)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("s3", "结转下年度继续办理3件，全部为企业提出的申请。"),
        ("s3", "不予处理3件，均为重复申请。"),
        ("s3", "不予处理3件，全部属于信访举报投诉类申请。"),
        ("s3", "部分公开7件，均为自然人申请。"),
        ("s4", "尚未审结的4件（复议1件、诉讼2件）均为征地案件。"),
    ],
)
def test_words_that_are_no_figure_are_not_replaced_by_one(code: str, text: str) -> None:
    numbers = {
        "t3.R01.C1": 20, "t3.R01.C2": 2, "t3.R03.C1": 10, "t3.R04.C1": 5, "t3.R04.C2": 2, "t3.R16.C1": 2,
        "t3.R17.C1": 1, "t3.R25.C1": 3, "t4.review.pending": 1, "t4.direct.pending": 2,
    }  # fmt: skip
    report = new_report("某县水利局", "政府部门", 2025, with_zeros=True).with_cells(numbers)
    checker = Checker(report.with_texts({code: text}), today=date(2026, 1, 2))
    found = [f for f in checker.result().findings if f.places and f.rule_id.startswith("N-0")]
    assert found
    assert [link_repair(checker.context.report.texts, claims(checker.context), f) for f in found] == [None] * len(found)


@pytest.mark.parametrize(
    ("text", "told", "mended"),
    [
        ("收到申请{t3.R01.C7}3件。", "“353”（其中表中数字是35）", "收到申请{t3.R01.C7}件。"),
        ("收到申请3{t3.R01.C7}件。", "“335”（其中表中数字是35）", "收到申请{t3.R01.C7}件。"),
        ("{{收到}}２{t3.R01.C7}3件。", "“２353”（其中表中数字是35）", "{{收到}}{t3.R01.C7}件。"),
        ("另{fee.notices}3件。", "“＿＿3”（其中表中数字是＿＿）", "另{fee.notices}件。"),
        ("共{t3.R01.C7}{t3.R02.C7}件。", "“352”（其中表中数字是35、2）", ""),
    ],
)
def test_digits_right_beside_a_linked_number_are_found_and_can_be_taken_away(text: str, told: str, mended: str) -> None:
    report = new_report("某县水利局", "政府部门", 2025, with_zeros=True).with_cells(_NUMBERS)
    cells = {code: number for code, number in report.cells.items() if code != "fee.notices"}
    report = replace(report, cells=cells).with_texts({"s1.request": text})
    checker = Checker(report, today=date(2026, 1, 2))
    (found,) = [f for f in checker.result().findings if f.rule_id == "N-12"]
    assert (found.level, told in found.message) == ("warning", True), found.message
    repair = parted(report.form, report.texts, checker.numbers, found)
    assert (with_link(report.form, text, repair) if repair else "") == mended
    glued = [claim for claim in claims(checker.context) if claim.is_linked]
    assert [claim.agrees for claim in glued] == [False] * len(glued)


@pytest.mark.parametrize(
    "text", ["收到{t3.R01.C7}件，3件。", "{{{t3.R01.C7}}}件", "1.{t3.R01.C7}件", "2025年\n{t3.R01.C7}"]
)
def test_a_linked_number_apart_from_other_digits_is_as_it_should_be(text: str) -> None:
    report = new_report("某县水利局", "政府部门", 2025, with_zeros=True).with_cells(_NUMBERS)
    checker = Checker(report.with_texts({"s1.request": text}), today=date(2026, 1, 2))
    assert not [f for f in checker.result().findings if f.rule_id == "N-12"]
