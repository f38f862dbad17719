"""Numbers of what third parties said, of changes, of cases of one outcome; an outcome that two kinds of cases share."""

from __future__ import annotations

from datetime import date

import pytest

from core.checks.rules import CheckContext
from core.report.report import new_report
from core.report.totals import report_numbers
from core.texts.claims import claims

CELLS = {
    "t3.R01.C1": 27, "t3.R02.C1": 2, "t3.R03.C1": 9, "t3.R04.C1": 2, "t3.R07.C1": 1, "t3.R08.C1": 6, "t3.R11.C1": 11,
    "t3.R25.C1": 0,
    "t4.review.upheld": 12, "t4.review.corrected": 5, "t4.review.other": 3, "t4.review.pending": 4,
    "t4.direct.upheld": 7, "t4.direct.corrected": 2, "t4.direct.other": 1, "t4.direct.pending": 2,
    "t4.after_review.upheld": 5, "t4.after_review.other": 2, "t4.after_review.pending": 1,
}  # fmt: skip


def wrong(text: str, code: str) -> list[str]:
    report = new_report("岚江市自然资源和规划局", "政府部门", 2024)
    report = report.with_cells({**dict.fromkeys(report.form.entered, 0), **CELLS}).with_texts({code: text})
    context = CheckContext(report, report_numbers(report), None, date(2025, 1, 10))
    return [claim.quote for claim in claims(context) if claim.agrees is False]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("s3", "对第三方信息，我局书面征询意见6次，收到回复6份，其中同意公开2份、不同意公开4份。"),
        ("s3", "全年征求第三方意见8件，同意公开5件，不同意公开3件。"),
        ("s3", "发出第三方意见征询函7份，其中第三方明确不同意公开的3份。"),
        ("s3", "向企业征询意见5次，收回意见5份，部分同意公开1份、全部同意公开4份。"),
        ("s3", "征求权利人意见4件，权利人不同意提供3件，同意提供1件。"),
        ("s4", "案件数量有所上升：复议案件比上年多6件，诉讼案件多4件。"),
        ("s4", "信息公开行政复议较去年多3件，行政诉讼少2件。"),
        ("s4", "其中复议较上年少5件，诉讼多了1件。"),
        ("s4", "信息公开诉讼同比多2件，复议少7件。"),
        ("s4", "与往年相比有变化，行政诉讼比上年少3件，行政复议多8件。"),
        ("s4", "对3件其他结果案件，申请人撤回2件、复议机关驳回申请1件。"),
        ("s4", "上述5件纠正案件，复议机关责令重新答复3件、确认违法2件。"),
        ("s4", "对5件被纠正的复议案件逐一复盘。在3件其他结果案件中，撤回1件、驳回2件。"),
        ("s4", "该3件其他结果案件，申请人自愿撤回1件、终止审理2件。"),
        ("s4", "针对3件其他结果的复议案件，驳回申请1件，申请人撤回2件。"),
        ("s4", "尚未审结的复议、诉讼案件分别为4件和3件。"),
        ("s4", "结果维持的行政复议、行政诉讼分别为12件、12件。"),
        ("s4", "复议、诉讼被纠正的分别为5件和2件。"),
        ("s4", "年底在审的信息公开复议和诉讼案件分别为4件、3件。"),
        ("s4", "其他结果的诉讼、复议案件分别为3件、3件。"),
    ],
)
def test_what_is_of_others_is_left_alone(code: str, text: str) -> None:
    assert wrong(text, code) == []


@pytest.mark.parametrize(
    ("code", "text", "quote"),
    [
        ("s3", "征求第三方意见8件。予以公开5件，部分公开2件。", "予以公开5件"),
        ("s3", "全年征求第三方意见6件次，决定予以公开8件。", "决定予以公开8件"),
        ("s3", "其中公开12件，不予公开18件。", "其中公开12件"),
        ("s3", "经征求第三方意见，全年予以公开7件。", "全年予以公开7件"),
        ("s3", "收到27件申请，同意公开8件。", "同意公开8件"),
        ("s4", "发生信息公开行政复议24件，较上年多6件，行政诉讼21件。", "行政诉讼21件"),
        ("s4", "信息公开诉讼案件22件，比上年多2件。", "信息公开诉讼案件22件"),
        ("s4", "信息公开行政复议案件最多，为25件。", "信息公开行政复议案件最多，为25件"),
        ("s4", "信息公开复议26件，比上年多4件。", "信息公开复议26件"),
        ("s4", "复议比上年多6件。信息公开行政复议共23件。", "共23件"),
        ("s4", "对4件其他结果案件，申请人撤回2件、复议机关驳回申请2件。", "对4件其他结果"),
        ("s4", "信息公开复议维持11件，纠正5件，其他结果3件。", "信息公开复议维持11件"),
        ("s4", "上述5件纠正案件均已整改；信息公开复议其他结果4件。", "信息公开复议其他结果4件"),
        ("s4", "信息公开行政复议24件：维持12件、纠正4件、其他结果3件、尚未审结4件。", "纠正4件"),
        ("s4", "信息公开复议纠正6件，结果维持12件。", "信息公开复议纠正6件"),
        ("s4", "尚未审结的复议、诉讼案件分别为4件和5件。", "和5件"),
        ("s4", "尚未审结的复议、诉讼案件分别为3件和3件。", "尚未审结的复议、诉讼案件分别为3件"),
        ("s4", "结果维持的行政复议、行政诉讼分别为12件、13件。", "13件"),
        ("s4", "复议、诉讼被纠正的分别为5件和3件。", "和3件"),
        ("s4", "其他结果的诉讼、复议案件分别为3件、4件。", "4件"),
    ],
)
def test_what_is_of_the_table_is_compared(code: str, text: str, quote: str) -> None:
    assert any(quote in found for found in wrong(text, code))
