"""What each application was about narrows nothing that is said of all of them behind it (N-04)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, wrong_quotes

ASKED = [
    "收到居民申请2件，一件问电梯补贴，一件问社区食堂招标，",
    "全年收到申请2件，1件要低保名单，另1件要养老补助标准，",
    "新收政府信息公开申请2件（一件涉及工伤认定，一件涉及项目验收），",
]
DONE = ["均已在20个工作日内办结并答复本人。", "均已办结，办结率100%。", "全部按期办结并书面告知对方。"]


def wrong(text: str, carried: int, new: int = 2) -> list[str]:
    cells = {"t3.R01.C1": new, "t3.R03.C1": new - carried, "t3.R25.C1": carried}
    return wrong_quotes(filled("临河区钟楼街道办事处", "s3", text, cells))


@pytest.mark.parametrize("done", DONE)
@pytest.mark.parametrize("asked", ASKED)
def test_all_are_done(asked: str, done: str) -> None:
    assert wrong(asked + done, carried=1)
    assert wrong(asked + done, carried=0) == []


@pytest.mark.parametrize(
    "text",
    [
        "收到申请3件，一件问电梯补贴，一件问社区食堂招标，均已办结。",
        "收到申请3件，一件问电梯补贴，一件问食堂招标，一件结转下年，其余均已办结。",
        "收到申请3件，其中一件问电梯补贴，两件问食堂招标，后两件均已办结。",
        "收到申请3件，两件问路，一件未到期，到期的均已办结。",
    ],
)
def test_some_are_left_out(text: str) -> None:
    assert wrong(text, carried=1, new=3) == []
