"""A list behind a number that only comes to another, or is excepted, is of both: 连同上年结转的1件按结果划分，…."""

from __future__ import annotations

import pytest

from core.texts.sums.sums import wrong_sums


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (
            "新收23件；加上去年结转的2件按办理结果区分，公开14件，不予公开6件，无法提供4件，结转1件。",
            "新收23件；加上去年结转的2件按办理结果区分，公开14件，不予公开6件，无法提供9件，结转1件。",
        ),
        (
            "收到信息公开申请31件，连同上年转入的4件从处理去向看，公开20件，部分公开5件，无法提供10件。",
            "收到信息公开申请31件，连同上年转入的4件从处理去向看，公开20件，部分公开5件，无法提供18件。",
        ),
        (
            "全年发生行政复议14件，除2件仍在办理外全部审结，其中维持9件、纠正2件、其他1件。",
            "全年发生行政复议14件，除2件仍在办理外全部审结，其中维持9件、纠正5件、其他1件。",
        ),
        (
            "今年被提起诉讼30件，除了5件待开庭以外都已有结果，其中判决驳回16件、撤诉6件、撤销3件。",
            "今年被提起诉讼30件，除了5件待开庭以外都已有结果，其中判决驳回26件、撤诉6件、撤销3件。",
        ),
    ],
)
def test_such_a_list_is_of_both(right: str, wrong: str) -> None:
    assert wrong_sums(right, 2024) == ()
    assert len(wrong_sums(wrong, 2024)) == 1


def test_without_the_number_it_comes_to_nothing_is_said() -> None:
    assert wrong_sums("连同上年结转的2件按结果划分，公开5件，部分公开1件，不予公开3件。", 2024) == ()


@pytest.mark.parametrize(("total", "found"), [(87, 0), (97, 1), (77, 1)])
def test_others_of_the_noun_that_all_parts_are_close_the_list(total: int, found: int) -> None:
    text = f"公开惠农补贴信息共{total}条，其中耕地地力保护补贴41条、农机购置补贴22条、其他补贴24条。"
    assert len(wrong_sums(text, 2024)) == found
