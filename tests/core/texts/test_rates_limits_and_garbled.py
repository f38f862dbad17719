"""办结率 of the whole year, the old limit as what the statute says, sentences without a sense (N-04, N-20, N-25)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, findings_of, wrong_quotes

CELLS = {"t3.R01.C1": 35, "t3.R02.C1": 2, "t3.R03.C1": 35, "t3.R25.C1": 2}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("全年政府信息公开申请办结率达100%，较好回应了群众关切。", 1),
        ("2024年政府信息公开申请办结率为100%。", 1),
        ("全年政府信息公开申请按期办结率达100%。", 0),
        ("全年到期政府信息公开申请办结率达100%。", 0),
        ("全年政府信息公开申请办结率达100%（2件结转下年继续办理）。", 0),
        ("政府信息公开申请办结率100%，无一件超期。", 0),
        ("上半年政府信息公开申请办结率达100%。", 0),
    ],
)
def test_the_rate_of_all_of_the_year_is_compared(text: str, count: int) -> None:
    assert len(wrong_quotes(filled("江州市水利局", "s1.request", text, CELLS))) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("下一步，严格执行条例关于自收到申请之日起15个工作日内予以答复的规定。", 1),
        ("今后严格落实《条例》关于收到申请之日起15个工作日内答复的要求。", 1),
        ("下一步，严格执行局里关于自收到申请之日起15个工作日内予以答复的规定。", 0),
        ("下一步，严格执行条例关于征求第三方意见15个工作日内答复的规定。", 0),
        ("下一步，严格执行条例关于收到申请之日起20个工作日内答复的规定，力争15个工作日内答复。", 0),
    ],
)
def test_the_old_limit_is_told_in_a_plan_too(text: str, count: int) -> None:
    assert len(findings_of(filled("江州市水利局", "s5", text, CELLS), "N-25")) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("我镇因政府信息公开引起的没有发生行政复议、行政诉讼案件的情况为0件的情况发生。", 1),
        ("被申请行政复议、行政诉讼的结果均为，未经复议直接起诉及其他结果的情况没有0件。", 1),
        ("我镇行政复议、行政诉讼没有0件。", 1),
        ("我镇未发生因政府信息公开引起的行政复议、行政诉讼的情况为0件。", 1),
        ("我镇行政复议、行政诉讼均为0件。", 0),
        ("我镇行政复议、行政诉讼的情况为：均未发生。", 0),
        ("我镇行政复议、行政诉讼件数分别为0件、0件。", 0),
        ("未发生因不依法作为，被提起行政复议、行政诉讼的情况。", 0),
        ("我镇没有因政府信息公开工作被申请行政复议、提起行政诉讼的案件均未发生。", 1),
        ("没有收到因政府信息公开引发的行政复议案件未发生。", 1),
        ("我局未发生因政府信息公开工作未被申请行政复议、未提起行政诉讼的情况。", 1),
        ("未发生因政府信息公开引起的行政复议、未发生行政诉讼。", 0),
        ("没有因政府信息公开引发复议、诉讼案件也未发生。", 0),
        ("因未按期答复被申请行政复议、提起行政诉讼的情况均未发生。", 0),
        ("未发生因未履行公开职责被申请行政复议、被提起行政诉讼的情形。", 0),
        ("未发生行政复议、行政诉讼，维持、纠正、其他结果和尚未审结的情况均为0件。", 0),
    ],
)
def test_words_in_no_order_are_told(text: str, count: int) -> None:
    assert len(findings_of(filled("柳河县水利局", "s4", text, {}), "N-20")) == count
