"""By how many one kind outnumbers another: 自然人203件，比商业企业多184件; such a number is no part of a total."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, findings_of, wrong_quotes

CELLS = {
    "t3.R01.C1": 203, "t3.R01.C2": 19, "t3.R01.C5": 10, "t3.R03.C1": 120, "t3.R08.C1": 30, "t3.R13.C1": 82,
    "t4.review.upheld": 14, "t4.review.corrected": 6, "t4.review.other": 5,
    "t4.direct.upheld": 2, "t4.after_review.upheld": 6,
}  # fmt: skip
DIFFERENCES = [
    ("s1.request", "新收的232件申请中，自然人203件，占87.5%，比商业企业多{}件；法律服务机构10件。", 184),
    ("s1.request", "收到申请232件，自然人203件、商业企业19件，自然人比商业企业多出{}件。", 184),
    ("s1.request", "收到申请232件，其中商业企业19件，比自然人少{}件。", 184),
    ("s1.request", "新收232件，法律服务机构提交10件，较商业企业少了{}件。", 9),
    ("s3", "予以公开120件，比不予公开多{}件。", 90),
    ("s4", "全年行政复议25件，比行政诉讼多{}件。", 17),
    ("s4", "复议维持14件，比纠正多{}件。", 8),
    ("s4", "复议后起诉6件，比直接起诉多{}件。", 4),
]


@pytest.mark.parametrize(("code", "text", "difference"), DIFFERENCES)
def test_a_difference_of_two_kinds_is_compared(code: str, text: str, difference: int) -> None:
    assert wrong_quotes(filled("柏川县水利局", code, text.format(difference), CELLS)) == []
    (quote,) = wrong_quotes(filled("柏川县水利局", code, text.format(difference + 1), CELLS))
    assert f"{difference + 1}件" in quote


@pytest.mark.parametrize(
    "text",
    [
        "收到申请232件，自然人203件，比上年多12件；商业企业19件，比上年少3件。",
        "收到申请232件，自然人203件，比商业企业同期增量多12件。",
        "收到申请232件，其中网络申请120件，比信函申请多40件。",
        "收到申请232件，自然人203件，比商业企业多184件，其中比高峰月份多90件。",
    ],
)
def test_other_differences_are_left_alone_and_no_parts(text: str) -> None:
    report = filled("柏川县水利局", "s1.request", text, CELLS)
    assert (wrong_quotes(report), findings_of(report, "N-24")) == ([], [])
