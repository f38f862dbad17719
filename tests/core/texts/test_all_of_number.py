"""A number told before and said to be all dealt with: 5件申请，…，5件都按期办完了; 上年结转2件，2件均已办结 (N-04)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, wrong_quotes

ONE_LEFT = {"t3.R01.C1": 12, "t3.R03.C1": 7, "t3.R13.C1": 4, "t3.R25.C1": 1}
WITH_OLD = {"t3.R01.C1": 12, "t3.R02.C1": 2, "t3.R03.C1": 9, "t3.R13.C1": 4, "t3.R25.C1": 1}


@pytest.mark.parametrize(
    "text",
    [
        "今年12件申请，公开的7件，不掌握的4件，12件都按期办完了，没有超期的。",
        "全年收到申请12件，公开7件，不掌握4件，这12件都办结了。",
        "今年收到12件申请，公开的7件，12件申请都办完了。",
        "今年共受理申请12件，12件全部办完，平均用时8天。",
        "共收到申请12件，12件都回复了申请人。",
    ],
)
def test_all_of_them_are_not_more_than_were_dealt_with(text: str) -> None:
    assert wrong_quotes(filled("柏川县农业农村局", "s3", text, ONE_LEFT))
    done = {**ONE_LEFT, "t3.R03.C1": 8, "t3.R25.C1": 0}
    assert (
        wrong_quotes(filled("柏川县农业农村局", "s3", text.replace("公开7", "公开8").replace("的7", "的8"), done)) == []
    )


@pytest.mark.parametrize(
    "text",
    [
        "新收申请12件，12件均按期办结，上年结转的2件办结1件。",
        "上年结转2件，2件均已办结。",
        "今年共受理申请12件，12件全部办完，平均用时8天。",
        "共收到申请12件，12件都回复了申请人。",
        "收到信访15件，15件均已办结；收到申请12件。",
    ],
)
def test_those_just_told_are_not_all_that_were_dealt_with(text: str) -> None:
    assert wrong_quotes(filled("柏川县农业农村局", "s3", text, WITH_OLD)) == []


@pytest.mark.parametrize("said", ["归到", "归入", "列入", "记入", "认定为"])
def test_what_it_was_entered_as_is_its_row(said: str) -> None:
    text = f"不予公开的12件，要卷宗的{said}行政执法案卷{{}}件，查登记档案的{said}行政查询事项{{}}件，其余涉及第三方。"
    cells = {"t3.R01.C1": 12, "t3.R08.C1": 2, "t3.R11.C1": 6, "t3.R12.C1": 4}
    assert wrong_quotes(filled("柏川县水利局", "s3", text.format(6, 4), cells)) == []
    assert len(wrong_quotes(filled("柏川县水利局", "s3", text.format(4, 6), cells))) == 2


@pytest.mark.parametrize(
    "text",
    [
        "除1件结转下年外，其余{}件全部办结。",
        "新收12件、上年结转2件，除1件按规定结转下年度继续办理外，其余{}件均已办结。",
        "除征求第三方意见的1件结转下年外，其余{}件均在法定期限内答复。",
    ],
)
def test_all_but_those_left_were_dealt_with(text: str) -> None:
    assert wrong_quotes(filled("柏川县水利局", "s3", text.format(13), WITH_OLD)) == []
    assert len(wrong_quotes(filled("柏川县水利局", "s3", text.format(14), WITH_OLD))) == 1


@pytest.mark.parametrize(
    "text", ["新收12件，除1件结转下年外，其余11件均按期办结。", "自然人提出12件，除1件结转下年外，其余11件均按期办结。"]
)
def test_all_but_those_left_of_some_are_left_alone(text: str) -> None:
    assert wrong_quotes(filled("柏川县水利局", "s3", text, WITH_OLD)) == []


def test_a_row_that_comes_next_in_a_ranking_is_compared() -> None:
    text = "不予公开的10件中，行政查询事项{}件最多，其次是行政执法案卷{}件，再次为过程性信息{}件。"
    cells = {"t3.R01.C1": 10, "t3.R10.C1": 2, "t3.R11.C1": 3, "t3.R12.C1": 5}
    assert wrong_quotes(filled("柏川县水利局", "s3", text.format(5, 3, 2), cells)) == []
    assert len(wrong_quotes(filled("柏川县水利局", "s3", text.format(5, 2, 3), cells))) == 2


KINDS_LEFT = {"t3.R01.C1": 29, "t3.R01.C2": 9, "t3.R03.C1": 29, "t3.R13.C2": 8, "t3.R25.C2": 1}
OLD_LEFT = {"t3.R01.C1": 38, "t3.R02.C1": 2, "t3.R03.C1": 38, "t3.R25.C1": 2}


@pytest.mark.parametrize(
    "text",
    [
        "全年收到申请38件，其中自然人29件、企业9件，截至年底38件申请已全部办结，满意率逐年提高。",
        "全年收到申请38件，其中网上30件、邮寄8件，38件申请均已答复。",
        "收到申请38件，涉及征地的20件，涉及规划的18件，经逐件会商，38件申请已全部答复完毕，无一超期。",
        "收到申请38件，其中自然人29件、企业9件，建立到期提醒台账，38件申请全部办结。",
        "全年收到申请38件，其中自然人29件、企业9件，38件申请已全部办结，年末无结转。",
    ],
)
def test_all_of_them_are_not_done_where_one_is_left(text: str) -> None:
    assert len(wrong_quotes(filled("柏川县农业农村局", "s3", text, KINDS_LEFT))) == 1
    done = {**KINDS_LEFT, "t3.R13.C2": 9, "t3.R25.C2": 0}
    assert wrong_quotes(filled("柏川县农业农村局", "s3", text, done)) == []


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("收到申请38件，其中自然人29件、企业9件，38件申请均在法定期限内答复，1件结转下年。", KINDS_LEFT),
        ("收到申请38件，其中自然人29件、企业9件，除1件外38件申请已全部办结。", KINDS_LEFT),
        ("收到申请38件，其中自然人29件、企业9件，38件申请已全部办结，仅1件跨年。", KINDS_LEFT),
        ("收到申请38件，其中自然人29件、企业9件，37件申请已全部办结。", KINDS_LEFT),
        ("年末1件在办。收到申请38件，其中自然人29件、企业9件，38件申请已全部答复。", KINDS_LEFT),
        ("收到申请38件，其中网上30件、邮寄8件，38件申请均已答复。", OLD_LEFT),
    ],
)
def test_all_of_them_may_be_done_beside_those_told_as_left(text: str, cells: dict[str, int]) -> None:
    assert wrong_quotes(filled("柏川县农业农村局", "s3", text, cells)) == []


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("12件申请均由本县农户提出，涉及补贴发放、农机购置，经审查均已予以公开。", True),
        ("12件申请均来自农户，内容涉及土地流转，全部予以公开。", True),
        ("12件申请均由本县农户提出，经审查均已作出答复。", True),
        ("12件申请均由本县农户提出，凡能公开的均已予以公开。", False),
        ("12件申请均由本县农户提出，答复书均已在平台公开。", False),
        ("12件申请均由本县农户提出，涉及补贴发放的均已予以公开。", False),
        ("12件申请均由本县农户提出，补贴发放情况均已主动公开。", False),
    ],
)
def test_all_of_those_of_one_kind(text: str, is_wrong: bool) -> None:
    assert bool(wrong_quotes(filled("柏川县农业农村局", "s3", text, ONE_LEFT))) is is_wrong
    given = {"t3.R01.C1": 12, "t3.R03.C1": 12}
    assert wrong_quotes(filled("柏川县农业农村局", "s3", text, given)) == []
