"""Standard sentences: plain facts only, and only where the numbers say so."""

from core.report.linked_text import resolve
from core.report.report import Report, new_report
from core.report.totals import report_numbers
from core.texts.standard_sentences import standard_sentences


def offered(report: Report, text: str) -> list[str]:
    return [resolve(s, report_numbers(report)) for code, _, s in standard_sentences(report) if code == text]


def test_nothing_about_numbers_is_offered_while_the_tables_are_blank() -> None:
    report = new_report("某县水利局", "政府部门", 2025)
    assert {code for code, _, _ in standard_sentences(report)} == {"lead"}


def test_no_applications_and_no_cases_are_offered_for_tables_of_zeros() -> None:
    report = new_report("某县水利局", "政府部门", 2025, with_zeros=True)
    assert offered(report, "s1.request") == ["2025年，本机关未收到政府信息公开申请，无上年结转的申请。"]
    assert offered(report, "s4") == ["本年度未发生因政府信息公开工作被申请行政复议、被提起行政诉讼的情况。"]


def test_one_application_withdraws_the_sentence_and_offers_the_counts() -> None:
    report = new_report("某县水利局", "政府部门", 2025, with_zeros=True)
    report = report.with_cells({"t3.R01.C1": 1, "t3.R03.C1": 1, "t4.review.upheld": 1})
    assert offered(report, "s1.request") == [
        "2025年，本机关新收政府信息公开申请1件，上年结转0件；办结1件，结转下年度继续办理0件。"
    ]
    assert offered(report, "s4") == []


def test_fee_sentences_follow_the_three_fee_numbers() -> None:
    report = new_report("某县水利局", "政府部门", 2025)
    assert offered(report, "s6") == []
    report = report.with_cells({"fee.notices": 2, "fee.billed": 300, "fee.collected": 100})
    assert offered(report, "s6") == ["本年度发出信息处理费收费通知2件，总金额300元，实际收取100元。"]


def test_braces_in_the_name_of_the_unit_are_no_field() -> None:
    report = new_report("某县{水利}局", "政府部门", 2025)
    assert "某县{水利}局编制本年度报告" in offered(report, "lead")[0]
