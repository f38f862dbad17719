"""Who asked for what a row counts, and names of rows with the numbers of the form (N-05)."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from core.report.entry_text import Number
from tests.core.texts.filled_reports import filled, findings_of, told

_CELLS: Mapping[str, Number] = {
    "t3.R01.C1": 60, "t3.R03.C1": 24, "t3.R11.C1": 4, "t3.R11.C2": 1, "t3.R13.C1": 11, "t3.R16.C1": 5,
    "t3.R17.C1": 1, "t3.R21.C1": 6, "t3.R23.C1": 8,
}  # fmt: skip


def _said(text: str, said: str) -> bool:
    report = filled("临湖县生态环境局", "s3", text, _CELLS)
    return told([finding.message for finding in findings_of(report, "N-05", "N-24")], said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("行政执法案卷5件，要的是检查笔录，其中举报人来要的4件、被处罚企业来要的1件。", ""),
        ("行政执法案卷5件，其中投诉人索要的3件、被罚企业自己要的2件。", ""),
        ("行政执法案卷5件，都是检查笔录，其中信访人申请的1件。", ""),
        ("行政执法案卷5件，其中举报人来要的4件、被处罚企业来要的2件。", "4＋2＝6件"),
        ("行政执法案卷6件，其中举报人来要的4件。", "行政执法案卷6件"),
        ("不予处理6件，其中信访举报投诉类4件、重复申请1件。", "信访举报投诉类4件"),
        ("行政执法案卷5件；信访举报投诉类4件。", "信访举报投诉类4件"),
    ],
)
def test_who_asked_is_no_row(text: str, said: str) -> None:
    assert _said(text, said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("其他处理14件，逾期不补正6件，归入“3.其他”的8件全是申请人自己撤回的，逾期未缴费的没有。", ""),
        ("其他处理14件，逾期不补正6件，归入“3.其他”的8件，逾期未缴费的没有。", ""),
        ("“1.信访举报投诉类申请”5件，‘2.重复申请’1件。", ""),
        ("归入“（六）其他处理”的14件，均已告知。", ""),
        ("“1.本机关不掌握相关政府信息”一栏11件。", ""),
        ("“1.信访举报投诉类申请”6件，‘2.重复申请’1件。", "6件"),
        ("不予处理6件，‘2.重复申请’2件。", "2件"),
        ("“1.本机关不掌握相关政府信息”一栏12件。", "12件"),
        ("归入“（六）其他处理”的15件，均已告知。", "15件"),
    ],
)
def test_rows_by_their_numbers_in_the_form(text: str, said: str) -> None:
    assert _said(text, said)
