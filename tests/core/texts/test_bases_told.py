"""Shares whose base is told with them, of whatever is counted (N-24, N-05)."""

from __future__ import annotations

import pytest

from core.texts.sums.ratios import wrong_ratios
from tests.core.texts.filled_reports import filled, wrong_claims


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("收回问卷96份，占发放总数186份的51.6%。", ""),
        ("收回问卷96份，占发放总数186份的48.1%。", "51.6%"),
        ("更新栏目12个，占应更新48个栏目的35%。", "25%"),
        ("网站发布12条、公众号发布8条，占全部48条的41.7%。", ""),
        ("网站发布12条，占上年48条的35%。", ""),
        ("网站发布12条，比上年增加2条，占全部48条的25%。", ""),
        ("与视频类8条合看，网站发布12条，占全部48条的41.7%。", ""),
        ("专题培训12次，占48场的约三成。", ""),
        ("18个业务处室全部明确了联络员，其中有法律职业资格的7人，占38.9%。", ""),
    ],
)
def test_a_share_of_a_base_that_is_told(text: str, right: str) -> None:
    assert [wrong.right for wrong in wrong_ratios(text, 2024)] == [right] * bool(right)


@pytest.mark.parametrize(("share", "is_wrong"), [("41.9", False), ("48.1", True)])
def test_words_between_a_number_and_its_share(share: str, is_wrong: bool) -> None:
    cells = {"t3.R01.C1": 86, "t3.R03.C1": 36, "t3.R13.C1": 50}
    text = f"对36件申请予以公开，占办理总数86件的{share}%。"
    assert bool(wrong_claims(filled("溪口县林业局", "s3", text, cells))) is is_wrong


def test_a_number_added_to_the_one_before_it_has_a_share_of_both() -> None:
    cells = {"t3.R01.C1": 100, "t3.R03.C1": 75, "t3.R04.C1": 13, "t3.R05.C1": 12}
    text = "不予公开12件。与部分公开13件合看，占办结100件的25%。"
    assert wrong_claims(filled("溪口县林业局", "s3", text, cells)) == []
