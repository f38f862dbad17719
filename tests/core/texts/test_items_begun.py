"""Items that seem to lack and stand where none is looked for: 做法：一、列出目录，明确责任；二、… (N-13)."""

from __future__ import annotations

import pytest

from core.texts.rules.wording_rules import _jumps

_RIGHT = (
    "拟采取以下做法：一、列出目录，逐项明确责任；二、把报送纳入评分；三、公布一次进展。",
    "做法为一、列出目录，明确责任；二、纳入季度评分；三、公布一次进展。",
    "一、建立台账；二、列出目录，明确责任；三、公布一次进展；四、开展抽查。",
    "拟做到，一、列出目录；二、纳入评分；三、公布进展。",
    "拟采取以下做法，1.列出目录；2.纳入评分；3.公布进展。",
    "拟采取以下做法，1）列出目录；2）纳入评分；3）公布进展。",
    "我局一是受理申请11件；二是开展培训；三是更新目录。",
)
_WRONG = (
    ("做法：一、建立台账；三、公布进展；四、开展抽查。", "二、"),
    ("做法：二、建立台账；三、公布进展；四、开展抽查。", "一、"),
    ("我们将统一、规范流程：二、纳入评分；三、公布进展。", "一、"),
    ("一、建立台账；二、开展抽查。措施：一、列出目录；三、公布进展。", "二、"),
    ("第一，建立台账。第二，列出目录，第三方意见逐件征求。第四，开展抽查。", "第三"),
    ("1.公开2.5万条；3.开展培训；4.加强审查。", "2."),
)


@pytest.mark.parametrize("text", _RIGHT)
def test_an_item_within_a_clause_does_not_lack(text: str) -> None:
    assert not _jumps(text)


@pytest.mark.parametrize(("text", "expected"), _WRONG)
def test_an_item_that_stands_nowhere_lacks(text: str, expected: str) -> None:
    assert [jump[3] for jump in _jumps(text)] == [expected]
