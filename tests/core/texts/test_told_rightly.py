"""What a text tells rightly as a whole it does not deny, or tell less of, in another sentence (N-02, N-05 to N-07)."""

from __future__ import annotations

import pytest

from core.report.entry_text import Number
from tests.core.texts.filled_reports import filled, findings_of

CELLS: dict[str, Number] = {
    "t3.R01.C1": 20, "t3.R01.C7": 20, "t3.R03.C1": 14, "t3.R03.C7": 14, "t3.R21.C1": 6, "t3.R21.C7": 6,
    "t3.R24.C1": 20, "t3.R24.C7": 20, "t2.penalty.decisions": 18,
    "t4.review.total": 19, "t4.review.upheld": 9, "t4.review.corrected": 3, "t4.review.other": 5,
    "t4.review.pending": 2, "t4.direct.total": 7, "t4.direct.upheld": 7, "t4.after_review.total": 4,
    "t4.after_review.upheld": 4,
}  # fmt: skip


def _rules(code: str, text: str) -> list[str]:
    found = findings_of(filled("渭阳县交通运输局", code, text, CELLS), "N-01", "N-02", "N-05", "N-06", "N-07", "T2-06")
    return [finding.rule_id for finding in found]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("s4", "被申请行政复议19件。被提起诉讼11件，其中7件未先行申请复议，法院均予支持。"),
        ("s4", "行政复议19件，其中维持9件、纠正3件。申请人中的退休职工无人申请复议。"),
        ("s2", "作出行政处罚18件。上述数字包含13个街道的执法数据，其中街道作出的行政处罚12件。"),
        ("s4", "被纠正的3件复议案件，撤销重作2件、确认违法1件。撤销的2件都以不掌握作答。"),
        ("s4", "行政复议纠正3件，两件为撤销，一件为确认违法。"),
        ("s4", "复议其他结果5件中，申请人撤回后终止3件，不予受理2件。撤回的3件均经复议机关调解。"),
        ("s4", "复议纠正3件，占审结件的17.6%。纠正理由都是超期，答复内容未被否定。"),
    ],
)
def test_some_are_denied_or_counted_of_what_is_told(code: str, text: str) -> None:
    assert _rules(code, text) == []


@pytest.mark.parametrize(
    ("code", "text", "rule"),
    [
        ("s4", "行政诉讼11件，全年没有被申请行政复议。", "N-06"),
        ("s4", "被申请行政复议19件，本年没有行政诉讼。", "N-06"),
        ("s4", "被申请行政复议19件，结果多为维持。全年未发生行政复议。", "N-06"),
        ("s2", "作出行政处罚18件，前后共作出行政处罚25件。", "N-07"),
        ("s3", "其他处理6件，没有申请人无正当理由逾期不补正的情形。", "N-05"),
        ("s3", "全年没有收到申请。", "N-02"),
        ("s3", "收到申请20件，均已答复。我局未收到政府信息公开申请。", "N-02"),
        ("s4", "行政复议19件。今年以来，我局没有发生行政复议案件。", "N-06"),
        ("s2", "作出行政处罚18件。全年共作出行政处罚12件。", "N-07"),
        ("s3", "予以公开14件。综上，全年予以公开12件。", "N-05"),
        ("s3", "予以公开14件。其中公开16件。", "N-05"),
        ("s3", "予以公开9件，占70.0%。与上年相比，予以公开由8件增至14件。", "N-05"),
        ("s3", "与上年相比，予以公开由8件增至14件。予以公开13件，占70.0%。", "N-05"),
        ("s4", "复议纠正3件。直接起诉7件，维持5件。", "N-06"),
        ("s4", "行政复议19件，其中纠正3件。没有被纠正的案件。", "N-06"),
        ("s3", "予以公开14件。对涉及征收的，予以公开5件。", "N-05"),
        ("s3", "予以公开14件。经统计，予以公开12件。", "N-05"),
        ("s2", "作出行政处罚18件。行政处罚受理15件，作出处罚决定15件。", "N-07"),
        ("s2", "作出行政处罚18件。其中行政处罚17件。", "N-07"),
        ("s4", "本年复议均未被纠正，维持9件。", "N-06"),
    ],
)
def test_what_is_told_nowhere_else_or_more_is_judged(code: str, text: str, rule: str) -> None:
    assert rule in _rules(code, text)
