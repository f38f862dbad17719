"""本年 said behind years that are told together: its numbers are those of the report year again."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, wrong_quotes

CELLS = {
    "t2.normative.issued": 1, "t2.normative.in_force": 4, "t3.R01.C1": 8, "t3.R03.C1": 8, "t4.review.upheld": 2,
}  # fmt: skip


def wrong(text: str, code: str) -> list[str]:
    return wrong_quotes(filled("文澜县文化和旅游局", code, text, CELLS))


@pytest.mark.parametrize(
    ("code", "text", "quote"),
    [
        ("s1.manage", "对2019年以来印发的文件进行梳理，本年新制发行政规范性文件1件，废止1件，现行有效4件。", "废止1件"),
        ("s1.manage", "自2019年以来共开展清理6次；本年制发行政规范性文件3件。", "本年制发行政规范性文件3件"),
        ("s1.request", "近三年累计收到政府信息公开申请61件；2024年收到申请9件。", "2024年收到申请9件"),
    ],
)
def test_a_number_of_this_year_is_compared(code: str, text: str, quote: str) -> None:
    assert wrong(text, code) == [quote]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("s1.manage", "对2019年以来印发的文件进行梳理，本年新制发行政规范性文件1件，现行有效4件。"),
        ("s1.manage", "对2019年以来印发的文件进行清理，共废止行政规范性文件6件，继续有效4件。"),
        ("s1.manage", "对2019年以来印发的文件进行梳理，本年新制发行政规范性文件1件，其中现行有效3件。"),
        ("s1.manage", "自2019年以来制发行政规范性文件12件，今年修订其中的2件，现行有效10件。"),
        ("s1.manage", "2019年以来制发行政规范性文件12件，本年初现行有效15件。"),
        ("s1.request", "自2020年以来累计收到政府信息公开申请61件，截至本年底共办结61件。"),
        ("s1.request", "近三年，收到政府信息公开申请61件，今年以来逐步回落。"),
        ("s1.request", "自2020年以来，我局收到政府信息公开申请61件，今年收到8件。"),
        ("s4", "近三年累计发生行政复议9件，本年2件。"),
    ],
)
def test_numbers_of_years_together_are_left_alone(code: str, text: str) -> None:
    assert wrong(text, code) == []
