"""What some numbers make together, told amid others, is no part and no whole; a number behind both kinds is of both."""

from __future__ import annotations

import pytest

from core.checks.rules import FUNCTIONS
from core.report.entry_text import Number
from core.texts.sums.sums import wrong_sums
from tests.core.texts.filled_reports import context_of, filled

CELLS: dict[str, Number] = {
    "t3.R01.C1": 58,
    "t3.R03.C1": 23,
    "t3.R04.C1": 6,
    "t3.R13.C1": 29,
    "t4.review.upheld": 6,
    "t4.review.other": 1,
    "t4.direct.upheld": 2,
    "t4.direct.pending": 1,
    "t4.after_review.upheld": 1,
}
"""Reviews 7, all closed; lawsuits 4, of which 3 are closed."""
_RULES = ("N-01", "N-03", "N-04", "N-05", "N-06", "N-07", "N-17", "N-24")


def told(code: str, text: str, cells: dict[str, Number] = CELLS) -> set[str]:
    context = context_of(filled("青原市农业农村局", code, text, cells))
    rules = [context.form.rules[rule_id] for rule_id in _RULES]
    found = [f for rule in rules for f in FUNCTIONS[rule.function].function(context, rule)]
    return {f.rule_id for f in found if f.level != "hint" and code in {place.text for place in f.places}}


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (
            "高峰在4月和9月，分别为27件、22件，两个月合计49件，占全年158件的31.0%。分事项看，征收71件、物业34件、质量29件、其他24件。",
            "高峰在4月和9月，分别为27件、22件，两个月合计49件，占全年158件的31.0%。分事项看，征收71件、物业36件、质量29件、其他24件。",
        ),
        (
            "城东、城西两个片区分别提出18件、15件，合起来33件，占全部51件申请的64.7%。按事项分，拆迁22件、登记17件、其他12件。",
            "城东、城西两个片区分别提出18件、15件，合起来33件，占全部51件申请的64.7%。按事项分，拆迁22件、登记17件、其他13件。",
        ),
        (
            "全年收到自然人申请30件、企业申请12件，合计42件。按内容分，征地20件、规划12件、其他10件。",
            "全年收到自然人申请30件、企业申请12件，合计42件。按内容分，征地20件、规划12件、其他11件。",
        ),
        (
            "答复的13件中，公开6件，部分公开2件，合起来8件，无法提供4件，不予处理1件。",
            "答复的13件中，公开6件，部分公开2件，合起来8件，无法提供4件，不予处理2件。",
        ),
        (
            "全年发布信息130条，其中政策文件60条，解读22条，两类相加82条，工作动态40条，其他8条。",
            "全年发布信息130条，其中政策文件60条，解读22条，两类相加82条，工作动态40条，其他9条。",
        ),
    ],
)
def test_a_sum_in_the_middle_is_no_part(right: str, wrong: str) -> None:
    assert wrong_sums(right, 2024) == ()
    assert len(wrong_sums(wrong, 2024)) == 1


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("公益组织1件、律所3件、其他1件，上年这三类合计6件。", 0),
        ("公益组织1件、律所3件、其他1件，去年三类共计7件。", 0),
        ("公益组织1件、律所3件、其他1件，三类合计6件，上年为7件。", 1),
        ("宅基地类申请52件，个人47件、律所5件；种业类38件，企业19件、科研6件、个人13件；两类相加90件。", 0),
        ("复议7件，其中维持6件、其他1件；诉讼4件，其中维持3件、未审结1件；两类案件维持数合计9件。", 0),
        ("宅基地类申请52件、种业类38件；两类相加92件。", 1),
        ("其中属于公开范围（含部分公开）的6件，不能公开或不能提供的7件，其余2件为信访类。", 0),
        ("办结15件，属于公开范围（含部分公开）的6件，不能公开的7件，其余3件为信访类。", 1),
        ("复议、直接起诉、复议后起诉的维持数依次为31件、4件、9件，纠正6件、1件、1件，另有其他结果合计19件。", 0),
    ],
)
def test_what_the_words_before_a_total_are_of(text: str, wrong: int) -> None:
    assert len(wrong_sums(text, 2024)) == wrong


@pytest.mark.parametrize(
    "text",
    [
        "三月收到31件，十一月收到26件，两个月共57件，约占全年的三成。按内容分，征地80件、规划41件、财政30件、其他12件。",
        "网上和信函分别为40件、22件，合计62件，占到总数的九成。从内容看，征地30件、规划19件、其他20件。",
    ],
)
def test_what_is_told_as_a_share_is_no_whole(text: str) -> None:
    assert wrong_sums(text, 2024) == ()


@pytest.mark.parametrize(
    "text",
    [
        "当年涉复议7件、诉讼4件，总计11件。已审结10件，未审结1件。",
        "全年发生复议7件、诉讼4件。已审结10件，维持9件，其他结果1件；未审结1件。",
        "复议、诉讼案件共11件（复议7件、诉讼4件）。已审结10件，未审结1件。",
        "全年复议7件，全部审结。诉讼4件，已审结3件。",
    ],
)
def test_behind_both_kinds_a_number_may_be_of_both(text: str) -> None:
    assert not told("s4", text)


@pytest.mark.parametrize(
    "text", ["当年涉复议7件、诉讼4件，总计11件。已审结8件，未审结1件。", "全年复议7件，全部审结。诉讼4件。已审结4件。"]
)
def test_what_fits_neither_is_told(text: str) -> None:
    assert told("s4", text) == {"N-06"}


@pytest.mark.parametrize(
    "text",
    [
        "予以公开率39.7%，加上部分公开的，两项合计29件，占办结数的一半。",
        "予以公开23件，连同部分公开的，共29件。",
        "予以公开的居多，算上部分公开的，两者合计29件。",
    ],
)
def test_with_what_comes_to_it_it_is_not_that_alone(text: str) -> None:
    assert not told("s3", text)


def test_a_part_told_behind_the_rest() -> None:
    text = "将应办的199件按结果归并，公开（含部分公开）99件，其余{}件分别作其他答复，另13件结转。"
    assert not wrong_sums(text.format(87), 2024)
    assert wrong_sums(text.format(78), 2024)
