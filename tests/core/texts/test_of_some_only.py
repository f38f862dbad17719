"""Numbers of some only, by what leads their part of a sentence; sums of both kinds of cases."""

from __future__ import annotations

import pytest

from core.report.entry_text import Number
from tests.core.texts.filled_reports import filled, findings_of

REQUESTS: dict[str, Number] = {
    "t3.R01.C1": 52, "t3.R01.C2": 6, "t3.R02.C1": 4, "t3.R03.C1": 20, "t3.R03.C2": 3, "t3.R04.C1": 6,
    "t3.R08.C1": 7, "t3.R10.C1": 3, "t3.R13.C1": 12, "t3.R14.C1": 2, "t3.R16.C1": 4, "t3.R25.C1": 5,
}  # fmt: skip
"""New 58, carried in 4, dealt with 57, carried over 5."""
CASES: dict[str, Number] = {
    "t4.review.upheld": 6, "t4.review.other": 1, "t4.direct.upheld": 2, "t4.direct.pending": 1,
    "t4.after_review.upheld": 1,
}  # fmt: skip
"""Reviews 7, all closed; lawsuits 4, of which 3 are closed."""
DECISIONS: dict[str, Number] = {
    "t2.licensing.decisions": 2764, "t2.penalty.decisions": 37, "t2.coercion.decisions": 0,
}  # fmt: skip
FEES: dict[str, Number] = {"fee.notices": 4, "fee.billed": 2310, "fee.collected": 1890}
SETS = {"s1.request": REQUESTS, "s2": DECISIONS, "s3": REQUESTS, "s4": CASES, "s6": FEES}
_RULES = ("N-01", "N-03", "N-04", "N-05", "N-06", "N-07", "N-17", "N-24")


def told(code: str, text: str) -> set[str]:
    found = findings_of(filled("青原市农业农村局", code, text, SETS[code]), *_RULES)
    return {f.rule_id for f in found if f.level != "hint" and "没有写" not in f.message}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("s4", "复议7件，其中维持6件、其他1件；诉讼4件，其中维持3件、未审结1件；两类案件维持数合计9件。"),
        (
            "s4",
            "复议、直接起诉、复议后起诉三类案件分别为7件、3件、1件，维持数依次为6件、2件、1件，另有其他结果合计1件、尚未审结合计1件。",
        ),
        ("s4", "两类诉讼中，直接起诉3件、复议后起诉1件，维持共计3件。"),
        ("s4", "全年争议11件：复议7件已结，诉讼4件3件已结；已结的10件中维持9件，占九成。"),
        ("s4", "复议7件已审结，诉讼4件未全部审结；审结的10件中维持9件、其他1件。"),
        ("s4", "本年复议7件、诉讼4件，合计11件；另协助市政府办理涉县区的复议案件13件，办结12件，维持10件。"),
        ("s4", "复议7件均已审结。此外配合县司法局办理行政诉讼案件5件，审结4件，纠正1件。"),
        ("s4", "复议7件，审结7件；诉讼4件，审结3件，1件在审。"),
        ("s3", "无法提供14件，其中不掌握12件。这12件里，档案馆接收的5件、属上级机关制作的4件、其余3件未查到。"),
        ("s3", "本机关不掌握的12件。这12件中，应由乡镇制作的7件、需另行检索的5件。"),
        ("s3", "无法提供14件。这14件里，不掌握12件、没有现成信息2件。"),
        ("s3", "过程性信息3件，这3件中，内部讨论的2件、请示1件。"),
        ("s1.request", "市局机关收到申请58件；分县局收到351件，结转下年9件。"),
        (
            "s3",
            "上年结转4件本年答复：予以公开2件、部分公开1件、不掌握1件。剔除这4件，本年新收件答复53件，其中予以公开21件、部分公开5件。",
        ),
        ("s3", "上年结转4件已办完。扣除上年结转的4件，当年收当年结53件，予以公开21件。"),
        ("s3", "新收58件，上年结转4件，扣除结转下年的5件，全年办结57件。"),
        ("s3", "不予公开理由两种：涉及第三方7件（个人7件）、过程性信息3件（个人3件），合计10件。"),
        ("s3", "自然人52件、企业6件，合计58件。"),
        ("s6", "发出收费通知4件，涉及金额2310元；缴费的3件，实收1890元；未缴的1件，涉及420元。"),
        ("s6", "全年开出收费通知书4份，应收2310元，其中1份应收420元未缴，实收1890元。"),
        ("s6", "收到申请38件，发出收费通知4件，涉及金额2310元。"),
        ("s6", "发出收费通知4件，最高一件应收900元，四件合计2310元，实收1890元。"),
        ("s1.request", "本局收到58件；各分局收到35件，办结33件，结转下年2件。"),
        ("s3", "宅基地类申请52件，个人47件、律所5件；种业类38件，企业19件、科研6件、个人13件；两类相加90件。"),
        ("s3", "宅基地类申请52件；种业类38件，企业19件、科研6件、个人13件；两类共90件。"),
    ],
)
def test_it_is_of_some_or_of_both(code: str, text: str) -> None:
    assert not told(code, text)


@pytest.mark.parametrize(
    ("code", "rule", "text"),
    [
        ("s4", "N-06", "复议7件，其中维持6件、其他1件；诉讼4件，其中维持3件、未审结1件；两类案件维持数合计8件。"),
        ("s4", "N-06", "两类诉讼中，直接起诉3件、复议后起诉1件，维持共计5件。"),
        ("s4", "N-06", "复议7件已结，诉讼4件在审；已结的7件中维持5件。"),
        ("s4", "N-06", "复议7件均已审结，纠正1件。"),
        ("s3", "N-05", "无法提供14件。这14件里，不掌握11件、没有现成信息2件。"),
        ("s3", "N-05", "办结57件。这57件中，予以公开23件、部分公开7件。"),
        ("s3", "N-05", "不予公开10件，这10件里，第三方7件、过程性信息2件。"),
        ("s1.request", "N-03", "我分局收到58件，结转下年9件。"),
        ("s1.request", "N-03", "分局办公室牵头办理，全年收到58件，结转下年9件。"),
        ("s1.request", "N-03", "全局收到58件，结转下年9件。"),
        ("s3", "N-05", "上年结转4件已办完。扣除上年结转的4件，其余53件中，予以公开25件。"),
        ("s3", "N-04", "新收58件，上年结转4件，扣除结转下年的5件，全年办结55件。"),
        ("s3", "N-05", "上年结转4件。全年予以公开21件。"),
        ("s6", "N-17", "发出收费通知4件，涉及金额2130元，实收1890元。"),
        ("s6", "N-17", "收到申请38件，发出收费通知4件，涉及金额2130元。"),
        ("s6", "N-17", "发出收费通知4件，涉及金额2310元；缴费的3件，实收1980元。"),
        ("s6", "N-17", "向4名申请人发出收费通知4件，4件应收2130元。"),
        ("s3", "N-24", "宅基地类申请52件、种业类38件；两类相加92件。"),
        ("s3", "N-24", "征地类52件、种业类38件、其他4件，三类相加92件。"),
    ],
)
def test_of_all_it_is_told(code: str, rule: str, text: str) -> None:
    assert told(code, text) == {rule}


@pytest.mark.parametrize(
    "text",
    [
        "“不掌握”答复偏多，57件办结申请中有12件。",
        "不掌握是常见的结果，57件已办结的申请里只有12件。",
        "说到不予公开，58件申请中占10件。",
    ],
)
def test_a_part_of_a_number_just_told_is_not_all_of_its_kind(text: str) -> None:
    assert told("s3", text) == set()


def test_all_of_a_kind_without_a_number_before_it_is_compared() -> None:
    assert told("s3", "全年办结的申请有52件。") == {"N-04"}
