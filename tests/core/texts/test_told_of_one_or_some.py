"""What is told of one, of some, or of others: prices, shares of a list's total, kinds of those just told."""

from __future__ import annotations

import pytest

from core.report.entry_text import Number
from tests.core.texts.filled_reports import claims_in, filled, findings_of, wrong_quotes

FEES: dict[str, Number] = {"fee.notices": 3, "fee.billed": 700, "fee.collected": 400}
REQUESTS: dict[str, Number] = {
    "t3.R01.C1": 64, "t3.R01.C2": 3, "t3.R01.C6": 1, "t3.R02.C1": 3, "t3.R03.C1": 27, "t3.R03.C2": 2, "t3.R03.C6": 1,
    "t3.R04.C1": 6, "t3.R07.C1": 1, "t3.R10.C1": 13, "t3.R13.C1": 12, "t3.R14.C1": 3, "t3.R16.C1": 3, "t3.R25.C1": 2,
    "t3.R13.C2": 1,
}  # fmt: skip
CASES: dict[str, Number] = {
    "t4.review.upheld": 9, "t4.review.corrected": 2, "t4.review.other": 1, "t4.direct.upheld": 2,
    "t4.after_review.upheld": 4, "t4.after_review.corrected": 1, "t4.after_review.pending": 1,
}  # fmt: skip
NUMBERS = {**FEES, **REQUESTS, **CASES}


def wrong(code: str, text: str) -> list[str]:
    return wrong_quotes(filled("澜川县水利局", code, text, NUMBERS))


@pytest.mark.parametrize(
    "text",
    [
        "超出10件的4件每件收取100元，信息处理费共收取400元。",
        "4件均按每件100元收费，共收取400元。",
        "对超出的部分，每件计收100元，实收400元。",
        "逐件收取100元，4件合计400元。",
        "4件分别收取100元，共计400元。",
        "从第11件起每件收取100元，4件共400元。",
        "发出收费通知3件，其中一件收取200元，另两件各收取100元，共计400元。",
        "收费通知中，其中一份的300元未收到，另两份各收200元。",
    ],
)
def test_a_price_is_no_total(text: str) -> None:
    assert wrong("s6", text) == []
    assert findings_of(filled("澜川县水利局", "s6", text, NUMBERS), "N-17") == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("按件计收信息处理费，全年实际收取300元。", "实际收取300元"),
        ("对4件超量申请收取信息处理费300元。", "300元"),
        ("每件收取100元，全年共收取信息处理费500元。", "500元"),
    ],
)
def test_a_wrong_total_is_told(text: str, quote: str) -> None:
    assert any(quote in one for one in wrong("s6", text))


@pytest.mark.parametrize(
    "text",
    [
        "工伤、社保、监察三类申请共45件，依次为22件、14件、9件，占全部新收申请的{}%。",
        "涉及征地、拆迁、规划的申请合计45件，分别为22件、14件、9件，占新收申请总数的{}%。",
        "前三位的领域共45件，即征地22件、拆迁14件、规划9件，占全部新收申请的{}%。",
        "四个领域共45件，分别是征地20件、拆迁14件、规划9件、用水2件，占全部新收申请的{}%。",
    ],
)
def test_a_share_behind_a_list_is_that_of_its_total(text: str) -> None:
    assert wrong("s1.request", text.format("66.18")) == []
    assert wrong("s1.request", text.format("76.18"))


@pytest.mark.parametrize(
    "text",
    [
        "不予公开14件。其中过程性信息13件，涉及社会稳定1件。",
        "不予公开14件：过程性信息13件、社会稳定1件。",
        "新收申请68件，其中涉及群众切身利益12件，涉及群众6件。",
    ],
)
def test_what_they_are_about_asks_for_nothing(text: str) -> None:
    assert wrong("s3", text) == []


@pytest.mark.parametrize(
    "told",
    ["这{}件都转给了业务科室去核。", "有{}件材料多、拖得久。", "办得最慢的是{}件征地批文（这{}件到岁末才答）。"],
)
def test_kinds_that_begin_a_sentence_split_those_just_told(told: str) -> None:
    kinds = "个人问的2件，企业问的1件。"
    assert wrong("s3", told.format(3, 3) + kinds) == []
    assert wrong("s3", told.format(4, 4) + kinds)
    assert wrong("s3", told.format(3, 3) + "全年收到个人申请2件，企业申请1件。")


@pytest.mark.parametrize(
    "text",
    [
        "其余{}件，或本机关不掌握，或需另行汇总制作，无法提供。",
        "其余{}件或者不掌握，或者需要另行制作。",
        "另有{}件，有的不掌握，有的要另行加工，均无法提供。",
    ],
)
def test_one_or_the_other_are_of_both_rows(text: str) -> None:
    assert wrong("s3", text.format(16)) == []
    assert wrong("s3", text.format(17))


def test_more_rows_by_turns() -> None:
    cells: dict[str, Number] = {"t3.R01.C1": 6, "t3.R03.C1": 3, "t3.R16.C1": 2, "t3.R17.C1": 1}
    text = "其余{}件，或为信访，或为重复申请，不予处理。"
    assert wrong_quotes(filled("澜川县水利局", "s3", text.format(3), cells)) == []
    assert wrong_quotes(filled("澜川县水利局", "s3", text.format(4), cells))


@pytest.mark.parametrize(
    "text",
    [
        "先复议后诉讼的6件，复议均维持。",
        "经复议再起诉的6件，复议机关均维持了原答复。",
        "复议后起诉6件（复议均维持），结果维持4件、纠正1件、尚未审结1件。",
        "申请人不服一件维持决定，起诉至法院，尚在审理。",
        "周某不服1件维持的复议决定提起诉讼。",
        "11件作出维持或纠正结论的复议案件中，维持9件、纠正2件。",
    ],
)
def test_what_came_of_some_cases_before_is_left_alone(text: str) -> None:
    assert wrong("s4", text) == []


@pytest.mark.parametrize("text", ["复议12件，均维持。", "复议后起诉6件，均维持。", "复议案件维持1件。"])
def test_what_came_of_all_of_them_is_compared(text: str) -> None:
    assert wrong("s4", text)


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        ("国家税务总局临溪县税务局", "行政复议12件，市税务局均维持原答复。"),
        ("云岭县自然资源局", "行政复议12件，省自然资源厅均予维持。"),
    ],
)
def test_who_upheld_all_is_understood(unit: str, text: str) -> None:
    assert wrong_quotes(filled(unit, "s4", text, NUMBERS)) == [text[text.index("均") : text.index("维持") + 2]]
    assert wrong_quotes(filled(unit, "s4", text, {"t4.review.upheld": 12})) == []


def test_a_bureau_of_another_field_is_not() -> None:
    text = "行政复议12件，市公安局均获维持。"
    assert wrong_quotes(filled("云岭市人民政府", "s4", text, NUMBERS)) == []
    assert any(claim.agrees is None for claim in claims_in(filled("云岭市人民政府", "s4", text, NUMBERS)))


WHO: dict[str, Number] = {"t3.R01.C1": 64, "t3.R01.C2": 3, "t3.R01.C5": 2, "t3.R02.C1": 3, "t3.R03.C1": 72}


@pytest.mark.parametrize(
    "text",
    [
        "群众和企业申请67件。",
        "群众和企业申请69件。",
        "收到群众和企业的申请67件。",
        "村民和企业申请67件。",
        "群众与企业提出的申请67件。",
        "群众申请64件，企业申请3件，律所申请2件。",
        "新收群众申请64件。",
        "收到企业、律所的申请5件。",
        "收到企业和其他组织申请5件。",
    ],
)
def test_people_and_firms_may_be_some_or_all_who_ask(text: str) -> None:
    assert wrong_quotes(filled("澜川县水利局", "s3", text, WHO)) == []


@pytest.mark.parametrize(
    "text",
    [
        "群众和企业申请76件。",
        "群众申请74件。",
        "收到企业申请4件。",
        "收到公民、法人申请96件。",
        "公民、法人和其他组织申请64件。",
    ],
)
def test_numbers_of_neither_are_told(text: str) -> None:
    assert wrong_quotes(filled("澜川县水利局", "s3", text, WHO))


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("本年度仅收到自然人申请1件，经检索查找，本机关不掌握该信息，已书面告知。", ["t3.R13.C7"]),
        ("本年度收到自然人申请1件，属于信访事项，不予处理。", ["t3.R16.C7"]),
        ("本年度收到自然人申请1件，已予以公开。", []),
        ("全年收到自然人申请1件，当事人要求部分公开，已予以公开。", []),
        ("全年收到自然人申请1件，申请人认为本机关掌握，已予以公开。", []),
        ("全年收到申请1件，申请人要求部分公开，已予以公开。", []),
        ("全年收到申请1件，本机关不掌握其中两项。", []),
    ],
)
def test_what_came_of_the_only_application(text: str, cells: list[str]) -> None:
    report = filled("澜川县水利局", "s3", text, {"t3.R01.C1": 1, "t3.R03.C1": 1})
    assert [c.cells[0] for c in claims_in(report) if c.agrees is False] == cells
