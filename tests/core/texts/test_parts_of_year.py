"""Numbers told for all parts of the year are those of the year: 上半年收到申请30件，下半年收到34件 (N-01, N-24)."""

from __future__ import annotations

import pytest

from core.report.entry_text import Number
from core.texts.sums.sums import wrong_sums
from tests.core.texts.filled_reports import filled, told, wrong_quotes

_CELLS: dict[str, Number] = {
    "t2.licensing.decisions": 120, "t2.penalty.decisions": 8,
    "t3.R01.C1": 50, "t3.R01.C2": 14, "t3.R02.C1": 3, "t3.R03.C1": 40, "t3.R03.C2": 14, "t3.R13.C1": 10, "t3.R25.C1": 3,
}  # fmt: skip


@pytest.mark.parametrize(
    ("code", "text", "quote"),
    [
        ("s3", "上半年收到申请30件，下半年收到34件。", ""),
        ("s3", "上半年收到申请30件，下半年收到37件。", ""),  # with those carried in
        ("s3", "上半年收到申请30件，下半年收到33件。", "上半年收到申请30件，下半年收到33件"),
        ("s3", "按季度看，一季度收到申请14件，二季度16件，三季度15件，四季度19件。", ""),
        ("s3", "按季度看，一季度收到申请14件，二季度16件，三季度15件，四季度15件。", "四季度15件"),
        ("s3", "四个季度先后登记申请14件、16件、15件、19件，以征收补偿为主。", ""),
        ("s3", "四个季度先后登记申请14件、16件、15件、15件，以征收补偿为主。", "14件、16件、15件、15件"),
        ("s3", "全年收到的申请，上半年30件，三季度20件，四季度14件。", ""),
        ("s3", "全年收到的申请，上半年30件，三季度20件，四季度15件。", "上半年30件，三季度20件，四季度15件"),
        ("s3", "从时间分布看，上半年办结31件，下半年办结33件。", ""),
        ("s3", "从时间分布看，上半年办结31件，下半年办结32件。", "上半年办结31件，下半年办结32件"),
        ("s3", "上半年办结31件，下半年比上半年多办结5件。", ""),
        ("s3", "2022年上半年收到申请20件，下半年收到21件。", ""),
        ("s3", "上半年收到申请31件，答复30件；下半年收到33件，答复30件。", ""),
        ("s3", "上半年收到网上申请31件，下半年收到20件。", ""),
        ("s3", "第一季度收到申请14件，第三季度20件，第四季度20件。", ""),
        ("s3", "上半年收到申请31件，下半年收到34件，全年64件。", ""),  # N-24
        ("s2", "行政许可上半年办理60件、下半年60件。", ""),
        ("s2", "全年作出行政许可上半年60件、下半年61件。", "上半年60件、下半年61件"),
        ("s1", "上半年收到网民留言31件，下半年收到34件。", ""),
    ],
)  # fmt: skip
def test_all_parts_of_the_year(code: str, text: str, quote: str) -> None:
    assert told(wrong_quotes(filled("平川县水利局", code, text, _CELLS)), quote)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("收到申请64件，其中一季度14件、二季度16件、三季度15件、四季度19件。", []),
        ("收到申请64件，其中一季度14件、二季度16件、三季度15件、四季度15件。", [""]),
        ("发布信息400条（第一季度100条、第二季度100条、第三季度100条、第四季度90条）。", [""]),
        ("发布信息400条，其中第一季度100条、第二季度100条、第四季度90条。", []),
    ],
)
def test_four_quarters_are_all(text: str, kinds: list[str]) -> None:
    assert [wrong.kind for wrong in wrong_sums(text, 2023)] == kinds
