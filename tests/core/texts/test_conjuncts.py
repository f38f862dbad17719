"""A modifier before the first noun of a list holds for all nouns of the list, in any table."""

from __future__ import annotations

import pytest

from core.report.entry_text import Number
from tests.core.texts.filled_reports import filled, wrong_quotes

CELLS: dict[str, Number] = {
    "t3.R01.C1": 203, "t3.R01.C2": 31, "t3.R02.C1": 11, "t3.R02.C2": 2,
    "t2.licensing.decisions": 5862, "t2.penalty.decisions": 431, "t2.coercion.decisions": 36,
    "t4.review.upheld": 9, "t4.review.corrected": 2, "t4.review.other": 3, "t4.review.pending": 2,
    "t4.direct.upheld": 4, "t4.direct.corrected": 1, "t4.direct.other": 1, "t4.direct.pending": 2,
    "t4.after_review.upheld": 3, "t4.after_review.other": 1, "t4.after_review.pending": 1,
}  # fmt: skip


def wrong(text: str, code: str) -> list[str]:
    return wrong_quotes(filled("望川县人民政府", code, text, CELLS, unit_type="县级政府", year=2023))


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("s5", "全年因政府信息公开被纠正的行政复议案件2件、行政诉讼案件1件，反映出法律依据引用不准确。"),
        ("note.t4", "厅被纠正的行政复议案件2件、行政诉讼案件1件。"),
        ("note.t4", "尚未审结的行政复议2件和行政诉讼3件，正按程序推进。"),
        ("note.t4", "年末未审结的行政复议案件2件，行政诉讼案件3件。"),
        ("note.t4", "纠正行政复议2件，行政诉讼13件。"),
        ("note.t4", "结果为维持的直接起诉案件4件、复议后起诉案件3件。"),
        ("note.t4", "涉及土地征收、房屋拆迁的行政复议案件12件、行政诉讼案件4件，审结10件。"),
        ("note.t4", "其他行政复议案件40件（含拆迁类12件）、应诉案件36件，已审结60件。"),
        ("note.t4", "作为被申请人的其他行政复议案件4件、行政诉讼案件2件，均与招投标监管有关，已审结5件。"),
        ("note.t4", "由乡镇单独应诉的行政复议案件5件及行政诉讼案件2件，已全部审结。"),
        ("note.t4", "除政府信息公开外的行政复议案件8件、行政诉讼案件4件，均已审结。"),
        ("note.t4", "劳动保障领域的行政复议案件8件、行政诉讼案件4件，维持11件。"),
        ("note.t4", "近三年被纠正的行政复议案件8件、行政诉讼案件4件。"),
        ("note.t3", "上年结转的自然人申请11件、企业申请2件。"),
        ("note.t3", "收到自然人申请203件、企业申请31件。"),
        ("note.t3", "通过信函收到的自然人申请30件、企业申请5件。"),
        ("note.t3", "尚在办理的自然人申请5件、企业申请2件。"),
        ("note.t2", "上年制发的行政规范性文件6件、行政许可200件、行政处罚30件。"),
        ("note.t2", "涉及安全生产的行政处罚23件、行政强制2件。"),
        ("note.t4", "企业提起的行政复议6件、行政诉讼5件。"),
        ("note.t4", "复议案件9件维持、2件纠正；诉讼案件7件维持、1件纠正。"),
        ("note.t4", "诉讼案件中，一审9件、二审3件、再审1件。"),
        ("note.t4", "针对不予公开答复的行政复议10件、行政诉讼6件。"),
        ("note.t2", "市场监管领域作出行政许可900件、行政处罚120件、行政强制10件。"),
        ("note.t2", "经合法性审查的行政规范性文件12件、行政合同30件、行政处罚41件。"),
        ("note.t2", "在自贸区内试点的行政许可62件和行政检查30件、行政处罚12件。"),
    ],
)  # fmt: skip
def test_true_sentences_of_lists_stay_silent(code: str, text: str) -> None:
    assert wrong(text, code) == []


@pytest.mark.parametrize(
    ("code", "text", "quote"),
    [
        ("note.t4", "因政府信息公开被纠正的行政复议案件2件、行政诉讼案件3件。", "行政诉讼案件3件"),
        ("s5", "答复不规范导致被撤销的行政复议案件2件、行政诉讼案件2件。", "行政诉讼案件2件"),
        ("note.t4", "厅被纠正的行政复议案件3件、行政诉讼案件1件。", "厅被纠正的行政复议案件3件"),
        ("note.t4", "尚未审结的行政复议2件和行政诉讼4件。", "和行政诉讼4件"),
        ("note.t4", "维持原行政行为的复议案件9件、诉讼案件8件。", "诉讼案件8件"),
        ("note.t4", "结果为维持的直接起诉案件4件、复议后起诉案件2件。", "复议后起诉案件2件"),
        ("note.t4", "因政府信息公开被申请行政复议16件，行政诉讼12件，其中维持7件。", "行政诉讼12件"),
        ("note.t4", "全年因信息公开发生行政复议16件（含上年结转1件）、行政诉讼12件。", "行政诉讼12件"),
        ("note.t3", "收到自然人申请213件、企业申请31件。", "收到自然人申请213件"),
        ("note.t3", "上年结转的自然人申请12件、企业申请2件。", "上年结转的自然人申请12件"),
        ("note.t2", "各执法部门作出许可决定5862件、处罚决定413件。", "处罚决定413件"),
        ("note.t2", "我县作出行政许可5862件、行政处罚413件、行政强制36件。", "行政处罚413件"),
    ],
)  # fmt: skip
def test_a_wrong_number_of_a_list_is_found(code: str, text: str, quote: str) -> None:
    assert wrong(text, code) == [quote]
