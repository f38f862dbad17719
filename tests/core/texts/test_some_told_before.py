"""Numbers of some, told beside their whole: the rest of the cases, applicants of one sort, a kind with its result."""

from __future__ import annotations

import pytest

from core.report.entry_text import Number
from tests.core.texts.filled_reports import filled, wrong_quotes

# fmt: off
_CELLS: dict[str, Number] = {
    "t3.R01.C1": 30, "t3.R01.C2": 6, "t3.R01.C4": 2, "t3.R03.C1": 11, "t3.R03.C4": 1, "t3.R04.C1": 4,
    "t3.R08.C1": 2, "t3.R13.C1": 13, "t3.R13.C2": 6, "t3.R13.C4": 1,
    "t4.review.upheld": 2, "t4.review.corrected": 1, "t4.review.other": 1,
}
# fmt: on
_UNIT = "云溪市人民政府"
_FIRST = "被纠正的1件复议，问题出在检索不充分。我市于15日内重新答复。"


@pytest.mark.parametrize(
    "text",
    [
        _FIRST + "其余3件复议案件未被纠正。",
        _FIRST + "剩下的3件复议，复议机关均未予纠正。",
        _FIRST + "3件复议案件未被纠正。",
        "复议被纠正1件。另3件复议均无纠正。",
        "第三方不同意公开，遂未公开。全年类似情形共2件，申请人均未提起复议。",
        "此类申请全年3件，当事人都表示理解，没有申请复议。",
        "以第三方权益为由不予公开的共2件，答复后申请人均未提起行政复议。",
        "同类申请共2件，均未引发复议。",
        "遂未公开。全年类似情形共2件，对方均未提出异议，也未申请复议。",
        "遂未公开。全年仅此一例，申请人未提起复议。",
        "收到的申请中有2件需要征求第三方意见。",
        "收到的申请中，3件需要征求第三方意见。",
        "11件自然人申请和1件社会公益组织申请得到完全公开。",
        "自然人的11件申请获得全部公开。",
        "自然人申请11件均予以公开。",
        "4件自然人申请作部分公开处理。",
        "同期市水务局收到33件，公开比例不足两成。",
        "邻近的宁江市全年收到申请33件，公开比例不足两成。",
        "33件由市水务局承办，公开比例不足两成。",
        "而市水务局收到申请33件，予以公开不足两成。",
    ],
)
def test_some_are_not_all(text: str) -> None:
    assert wrong_quotes(filled(_UNIT, "s3", text, _CELLS)) == []


@pytest.mark.parametrize(
    "text",
    [
        _FIRST + "其余2件复议案件未被纠正。",
        _FIRST + "其余5件复议案件未被纠正。",
        "全年收到申请38件，申请人均未提起复议。",
        "全年办结38件，答复后申请人均未提起行政复议。",
        "收到的申请共有2件。",
        "收到的申请中有41件需要征求第三方意见。",
        "19件自然人申请予以公开。",
        "自然人申请9件均予以公开。",
        "11件自然人申请和1件企业申请要求予以公开预算。",
        "市水务局收到33件，公开比例不足两成；全市公开比例不足两成。",
        "市水务局收到33件。我市公开比例不足两成。",
        "云溪市政府收到申请38件，公开比例不足两成。",
    ],
)
def test_a_wrong_whole_is_told(text: str) -> None:
    assert wrong_quotes(filled(_UNIT, "s3", text, _CELLS))
