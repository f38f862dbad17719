"""All done, and some of the same carried over in a sentence of its own: one of both is wrong (N-04)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, findings_of

CELLS = {"t3.R01.C1": 96, "t3.R03.C1": 91, "t3.R25.C1": 5}


@pytest.mark.parametrize(
    "text",
    [
        "全年收到申请96件，已全部办结。年末尚有5件结转下年度办理。",
        "全年收到政府信息公开申请96件，上年结转0件，均已答复。年底仍有5件结转下年度继续办理。",
        "本机关新收申请96件，没有上年结转的申请，现已全部办结。至年底，还有5件结转下年度。",
        "收到申请96件，均已办结，答复规范；年末尚有5件结转下年度办理。",
        "全年收到申请96件，均已办结，无积压。结转下年度5件。",
    ],
)
def test_some_of_all_are_not_done(text: str) -> None:
    assert [f.cells for f in findings_of(filled("清河县水利局", "s3", text, CELLS), "N-04")] == [("t3.R25.C7",)]


@pytest.mark.parametrize(
    "text",
    [
        "全年收到申请96件，到期的已全部办结。年末尚有5件结转下年度办理。",
        "全年收到申请96件，已全部办结。另有5件结转下年度办理。",
        "全年收到申请96件，除征求意见的外已全部办结。年末尚有5件结转下年度办理。",
        "全年收到申请96件，均已在法定期限内答复。年末尚有5件结转下年度办理。",
        "收到信访件16件，已全部办结。年末尚有5件申请结转下年度办理。",
        "全年收到申请96件，已办结91件，结转下年度5件。",
    ],
)
def test_others_are_excepted_or_meant(text: str) -> None:
    assert findings_of(filled("清河县水利局", "s3", text, CELLS), "N-04") == []


def test_with_those_carried_in_more_may_be_done_than_came_in() -> None:
    cells = {**CELLS, "t3.R02.C1": 5, "t3.R03.C1": 96}
    text = "全年收到申请96件，上年结转5件，已全部办结。年末尚有5件结转下年度办理。"
    assert not [f for f in findings_of(filled("清河县水利局", "s3", text, cells), "N-04") if "已全部" in f.message]
