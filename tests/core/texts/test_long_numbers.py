"""Numbers of thousands of digits, which no report has, are read or passed over: no rule breaks down at them."""

from datetime import date

import pytest

from core.checks.endless_digits import without_endless_digits
from core.validation.validation import check_report
from tests.core.texts.filled_reports import filled, findings_of

_DIGITS = "1" * 5000


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("s5", "不足在于申请答复偏晚：应办的{}件虽已全部办结，不足。"),
        ("s4", "行政复议10件，维持5件，撤回列入其他结果{}件。"),
        ("s4", "行政复议10件，其他结果4件，两件因撤回而终止，{}件驳回复议请求。"),
        ("s3", "公开96件，部分公开22件。不予公开79件，无法提供{}件，六项相加287件。"),
        ("s3", "9件申请，4件从网上来，{}件邮寄，此外别无其他渠道。"),
        ("s6", "总金额560元，其中按件计收{}元，按量计收160元。"),
    ],
)
def test_a_number_that_nobody_writes(code: str, text: str) -> None:
    numbers = {"t3.R01.C1": 40, "t4.review.upheld": 10, "fee.billed": 560}
    findings_of(
        filled("白石县水务局", code, text.format(_DIGITS), numbers), "N-01", "N-04", "N-05", "N-06", "N-17", "N-24"
    )


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("s3", "2025年收到申请{}件，答复13件，2件结转下年度继续办理。"),
        ("s2", "全年作出行政处罚决定4872件、行政强制决定215件；办结行政许可{}件。"),
        ("s3", "{}件申请中，2件予以公开，1件因本机关不掌握相关信息无法提供。"),
        ("s3", "新收申请342件，连同上年结转的11件共353件，办结343件，余下{}件转入下一年度办理。"),
        ("s3", "不予处理21件，其中重复申请12件，信访、举报、投诉类申请7件，要求重新出具已获取信息{}件。"),
        ("s1.active", "发布信息{}条，上年800条，增长28%。"),
    ],
)
def test_a_run_of_digits_that_no_rule_can_reckon_with(code: str, text: str) -> None:
    report = filled("白石县水务局", code, text.format(_DIGITS), {"t3.R01.C1": 40, "t3.R03.C1": 40})
    check_report(report, today=date(2025, 1, 15))


def test_other_texts_stay_as_they_are() -> None:
    report = filled("白石县水务局", "s3", f"收到申请40件，编号{'7' * 200}。" * 3, {"t3.R01.C1": 40})
    assert without_endless_digits(report) is report
    endless = report.with_texts({"s3": f"收到申请{_DIGITS}件。"})
    assert len(without_endless_digits(endless).texts["s3"]) == len(endless.texts["s3"])
