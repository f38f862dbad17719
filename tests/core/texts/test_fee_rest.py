"""What was collected of fees is told by what is left of them (N-17): 应收500元，尚有100元未缴纳."""

from __future__ import annotations

from datetime import date

import pytest

from core.checks.rules import CheckContext
from core.report.report import new_report
from core.report.totals import report_numbers
from core.texts.claims.claims import claims
from tests.core.texts.filled_reports import filled, wrong_quotes


def wrong(text: str, collected: int) -> list[str]:
    report = new_report("临塘县人民政府", "各级人民政府", 2024)
    fees = {"fee.notices": 2, "fee.billed": 500, "fee.collected": collected}
    report = report.with_cells({**dict.fromkeys(report.form.entered, 0), **fees}).with_texts({"s6": text})
    found = claims(CheckContext(report, report_numbers(report), None, date(2025, 1, 10)))
    return [claim.quote for claim in found if claim.agrees is False]


@pytest.mark.parametrize(
    ("text", "collected"),
    [
        ("发出收费通知2件，应收500元，尚有100元未缴纳。", 400),
        ("信息处理费收费通知2件，总金额500元，其中100元未缴纳。", 400),
        ("发出信息处理费收费通知两份，总金额500元，余下一百元的缴费期限到2025年1月才届满。", 400),
        ("发出收费通知2件，金额500元，年末尚余200元未收取。", 300),
        ("发出收费通知2件，应收500元，已全部缴纳。", 500),
        ("信息处理费收费通知2件，总金额500元，申请人均已足额缴纳。", 500),
        ("发出收费通知2件，通知收取500元，当事人已全额缴清。", 500),
    ],
)
def test_the_rest_tells_what_was_collected(text: str, collected: int) -> None:
    for before in ("", "本年度严格执行收费规定。", "申请人已知悉收费标准！\n一、收费情况\n"):
        for behind in ("", "下一年度继续做好收费。", "\n上年另有50元未缴纳。"):
            assert wrong(before + text + behind, collected) == []
            assert len(wrong(before + text + behind, 200)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "发出收费通知2件，总金额500元，实际收取400元，已全部缴入国库。",
        "发出收费通知2件，总金额500元，1名申请人已全部缴纳，1名未缴纳。",
        "发出收费通知2件，总金额500元，年内到期的已全部缴纳。",
    ],
)
def test_what_is_said_of_some_is_left_alone(text: str) -> None:
    assert wrong(text, 400) == []


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("发出信息处理费收费通知两份，总金额五百元，年内实收四百元。", []),
        ("发出收费通知两件，应收伍佰元整，实收肆佰元整。", []),
        ("信息处理费按件计收，超过十件的每件一百元，本年实收四百元。", []),
        ("发出信息处理费收费通知两份，总金额五百元，年内实收五百元。", ["年内实收五百元"]),
        ("发出收费通知两件，应收伍佰元，实收叁佰元。", ["实收叁佰元"]),
        ("全年收取信息处理费三百二十元。", ["全年收取信息处理费三百二十元"]),
    ],
)
def test_amounts_in_numerals_are_read(text: str, quotes: list[str]) -> None:
    assert wrong(text, 400) == quotes


@pytest.mark.parametrize(
    ("text", "collected"),
    [
        ("向1名申请人发出收费通知2件，信息处理费500元，至年末尚未到缴费期限，实际收取0元。", 0),
        ("12月发出收费通知2件，信息处理费500元，尚未到缴费期限。", 0),
        ("发出收费通知2件，信息处理费500元，缴费期限至2025年1月届满。", 0),
        ("发出收费通知2件，信息处理费500元，年内实收300元。", 300),
        ("发出收费通知2份，信息处理费共计500元，申请人尚未缴纳。", 0),
        ("发出收费通知2件，信息处理费500元。", 0),
        ("发出收费通知2件，计收信息处理费500元，尚未到缴费期限。", 0),
        ("信息处理费计收500元，实收300元。", 300),
    ],
)
def test_a_bare_fee_beside_a_notice_is_what_it_demands(text: str, collected: int) -> None:
    for before in ("", "本年度严格执行收费规定。", "一、收费情况\n"):
        assert wrong(before + text, collected) == []


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("发出收费通知2件，信息处理费50元，尚未到缴费期限，实际收取0元。", ["信息处理费50元"]),
        ("发出收费通知2件，信息处理费500元，实际收取500元。", ["实际收取500元"]),
        ("发出收费通知2件，信息处理费600元。", ["信息处理费600元"]),
        ("信息处理费500元，已缴入国库。", ["信息处理费500元"]),
    ],
)
def test_a_bare_fee_that_was_not_demanded_is_wrong(text: str, quotes: list[str]) -> None:
    assert wrong(text, 0) == quotes


@pytest.mark.parametrize(
    ("text", "is_right"),
    [
        ("总金额500元，实际收取200元。没有收到的300元，是申请人逾期没有缴费的。", True),
        ("总金额500元，实际收取200元，没有收取的300元已作不再处理。", True),
        ("总金额500元，实际收取200元，没有收到的400元不再追缴。", False),
        ("总金额500元，收到的300元已上缴。", False),
    ],
)
def test_what_was_not_received_is_what_is_left(text: str, *, is_right: bool) -> None:
    assert (wrong(text, 200) == []) == is_right


def test_all_paid_to_the_account_of_the_treasury() -> None:
    text = "全年发出收费通知2件，总金额2000元，均已足额收取并上缴区财政非税专户。"
    cells = {"fee.notices": 2, "fee.billed": 2000, "fee.collected": 300}
    assert len(wrong_quotes(filled("溪口县市场监督管理局", "s6", text, cells))) == 1
    assert wrong_quotes(filled("溪口县市场监督管理局", "s6", text, {**cells, "fee.collected": 2000})) == []
