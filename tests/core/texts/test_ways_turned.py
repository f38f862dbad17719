"""Ways in behind their numbers, with none beside them: 9件申请，4件从网上来，3件邮寄，1件当面，别无其他渠道."""

from __future__ import annotations

import pytest

from core.texts.sums.sums import wrong_sums


@pytest.mark.parametrize(
    "text",
    [
        "14件申请，8件从网上来，3件邮寄，1件当面递交，此外别无其他渠道。",
        "14件申请，8件走网上平台，3件靠邮寄，2件当面递交，没有其他渠道；其中6月最多，有5件。",
        "全年收到申请14件，其中有9件从网上提交、3件邮寄、3件当面提交，再无其他方式。",
        "新收申请14件：8件来自线上平台，3件来自邮政快递，1件来自窗口，除此之外没有别的途径。",
        "14件申请中，8件申请从网上来，4件申请邮寄而来，1件当面递交，未收到其他方式的申请。",
        "14件申请，网上提交8件，邮寄3件，当面递交1件，此外别无其他渠道。",
        "14件申请，网上提交8件，邮寄3件，当面递交1件，除此以外，再没有其他方式。",
    ],
)
def test_they_are_not_all(text: str) -> None:
    assert [wrong.total for wrong in wrong_sums(text, 2024) if not wrong.kind] == [14]


@pytest.mark.parametrize(
    "text",
    [
        "14件申请，8件从网上来，3件邮寄，3件当面递交，此外别无其他渠道。",
        "14件申请，8件从网上来，3件邮寄，1件当面递交。",
        "14件申请，8件从网上来，3件邮寄，1件当面递交，2件由县政府办转来，此外别无其他渠道。",
        "14件申请，8件从网上来，其中3件邮寄补充材料，6件当面递交，此外别无其他渠道。",
        "14件申请，8件从网上来，3件邮寄，1件当面答复，没有其他方式。",
        "上年收到申请16件，今年14件，8件从网上来，3件邮寄，3件当面递交，别无其他渠道。",
        "14件申请，网上提交8件，邮寄3件，当面递交3件，此外别无其他渠道。",
        "14件申请，8件从网上来，6件同时邮寄，2件当面递交，此外别无其他渠道。",
        "公开信息14条，8条从网站发布，3条从公众号发布，此外别无其他渠道。",
    ],
)
def test_they_are_or_something_else_is_told(text: str) -> None:
    assert [wrong for wrong in wrong_sums(text, 2024) if not wrong.kind] == []
