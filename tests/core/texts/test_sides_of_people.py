"""Several sides of the same people need not add up; one side divides them (N-24)."""

from __future__ import annotations

import pytest

from core.texts.sums.sums import wrong_sums


@pytest.mark.parametrize(
    "text",
    [
        "信息员11名，其中党员8名、女性6名。",
        "现有工作人员8人，其中女性5人、本科学历7人。",
        "公开专干14名（党员9名、中级职称8名）。",
        "参训20人，其中专职12人、女性11人。",
        "信息员10名，其中党员7名、女性6名、35岁以下5名。",
        "配备人员9名，其中本科及以上8名、硕士3名。",
        "配备人员9名，其中中级以上职称7名、高级职称3名。",
        "配备人员9名，其中35岁以下4名、45岁以下7名。",
        "配备人员9名，其中持有执法证8名、法律职业资格3名。",
        "女性7名、党员6名，共11名。",
        "信息员11名，其中党员8名、业务骨干6名。",
    ],
)
def test_several_sides_of_people_may_overlap(text: str) -> None:
    assert wrong_sums(text, 2025) == ()


@pytest.mark.parametrize(
    "text",
    [
        "信息员11名，其中女性8名、男性6名。",
        "信息员11名，其中专职4名、兼职8名。",
        "配备人员9名，其中本科学历7名、硕士学历4名。",
        "配备人员9名，其中35岁以下4名、35岁以上7名。",
        "配备人员9名，其中持证8名、未持证3名。",
        "信息员11名，其中机关7名、乡镇6名。",
        "信息员11名，其中党员7名、其他5名。",
        "参训人员90人，其中机关20人、街道专职委员40人、社区35人。",
        "活动3场，参加群众分别为30人、20人、40人，共100人。",
        "收到申请11件，其中女性8件、男性6件。",
    ],
)
def test_one_side_divides_people(text: str) -> None:
    assert len(wrong_sums(text, 2025)) == 1
