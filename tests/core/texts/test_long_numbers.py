"""Numbers of thousands of digits, which no report has, are read or passed over: no rule breaks down at them."""

import pytest

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
