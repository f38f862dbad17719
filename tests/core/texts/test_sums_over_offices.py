"""Numbers of offices below: their sums, their fees; rates without some rows; several rows behind a number."""

from __future__ import annotations

import pytest

from core.texts.sums.sums import wrong_sums
from tests.core.texts.filled_reports import filled, findings_of, told, wrong_quotes


@pytest.mark.parametrize(
    ("text", "total"),
    [
        (
            "新收申请1198件。其中局机关412件，江北分局231件，城南分局178件，高新分局146件，青屏分局222件；结转37件。",
            1198,
        ),
        ("新收申请900件，其中市局机关402件，江北分局231件，城南分局178件，高新分局86件。", 900),
        ("全县收到申请357件，其中县政府本级78件，县直部门193件，13个乡镇96件。", 357),
        ("全市收到1200件，其中市公安局402件，市住建局431件，市教育局378件。", 1200),
        ("受理复议126件，其中市公安局40件，市住建局50件，市教育局37件。", 126),
        ("新收申请1198件，其中局机关412件，江北分局231件，城南分局178件，高新分局146件，青屏分局231件。", 0),
        ("全县收到申请357件，其中县政府本级78件，县直部门193件，乡镇80件。", 357),
        ("全市收到1200件，其中市公安局402件，市住建局431件，市教育局357件。", 0),
        ("新收申请900件，其中局机关402件，江北分局231件，城南分局178件。", 0),
        ("新收申请900件，其中局机关502件，其余由各分局办理。", 0),
        ("收到900件，其中涉及公安局502件，涉及住建局300件，另有教育局200件。", 0),
    ],
)
def test_offices_make_up_no_more_than_all(text: str, total: int) -> None:
    assert [wrong.total for wrong in wrong_sums(text, 2024)] == [total] * bool(total)


FEES = {"fee.notices": 3, "fee.billed": 420, "fee.collected": 300}


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("局机关发出收费通知3件，金额420元。4个区分局共发出通知2件，金额360元，均已缴清。", False),
        ("各分局发出收费通知1件，总金额200元，实际收取200元。", False),
        ("2个直属单位发出收费通知2件，金额180元。", False),
        ("本局发出收费通知3件，金额400元。", True),
        ("局机关发出收费通知3件，总金额240元，实际收取300元。", True),
        ("下属单位未收费，本局发出收费通知3件，总金额400元。", True),
        ("全系统发出收费通知3件，其中局机关2件、江北分局1件，总金额402元。", True),
        ("一名申请人缴清300元，两份通知所列总金额240元。", True),
    ],
)
def test_fees_of_another_office_are_not_ours(text: str, is_told: bool) -> None:
    assert bool(findings_of(filled("汇川市水利局", "s6", text, FEES), "N-17")) is is_told


ROWS = {"t3.R01.C1": 100, "t3.R03.C1": 40, "t3.R04.C1": 10, "t3.R11.C1": 10, "t3.R13.C1": 20}
ROWS |= {"t3.R16.C1": 10, "t3.R17.C1": 5, "t3.R21.C1": 3, "t3.R23.C1": 2}


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("公开率50%。剔除不予处理和其他处理后，公开率为62.5%。", ""),
        ("扣除不予处理、其他处理的申请后，公开率62.5%。", ""),
        ("剔除不予处理后，公开率为58.8%。", ""),
        ("除其他处理外，公开率为52.6%。", ""),
        ("剔除不予处理和其他处理后，公开率为65.2%。", "公开率为65.2%"),
        ("剔除不予处理后，公开率为62.5%。", "公开率为62.5%"),
        ("公开率为62.5%。", "公开率为62.5%"),
    ],
)
def test_a_rate_without_some_rows(text: str, quote: str) -> None:
    assert told(wrong_quotes(filled("汇川市水利局", "s3", text, ROWS)), quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("其余18件为不予处理和逾期不补正。", ""),
        ("其余20件为不予处理和其他处理。", ""),
        ("8件为重复申请或逾期不补正。", ""),
        ("其他处理5件：3件是申请人逾期不补正、视为不再处理，2件为其他。", ""),
        ("另30件属于执法案卷和不掌握。", ""),
        ("其余17件为不予处理和逾期不补正。", "17件为不予处理和逾期不补正"),
        ("另31件为不予公开、无法提供。", "31件为不予公开、无法提供"),
        ("9件系重复申请和逾期不补正。", "9件系重复申请和逾期不补正"),
        ("其余17件分别为不予处理和逾期不补正。", ""),
        ("上年17件为不予处理和其他处理。", ""),
        ("教育局的17件为不予处理和其他处理。", ""),
    ],
)
def test_a_number_of_several_rows_behind_it(text: str, quote: str) -> None:
    assert told(wrong_quotes(filled("汇川市水利局", "s3", text, ROWS)), quote)
