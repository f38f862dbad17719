"""What is asked for most is not all that a list behind is of: 主要集中在征地，有20件。按提交方式分，… (N-24)."""

from __future__ import annotations

import pytest

from core.texts.sums.sums import wrong_sums

_WAYS = "按提交方式分，网上25件、信函10件、当面5件。"


@pytest.mark.parametrize(
    "text",
    [
        "申请主要集中在养老、职称、招聘三个方面，分别有12件、9件、5件，其余14件分散在其他领域。",
        "申请主要集中在养老、职称，分别有12件、9件。",
        "申请涉及征地较多，有20件。",
        "涉及征地的申请最多，达20件。",
        "申请多为征地（22件）、规划（13件）。",
        "4月、9月的申请居多，分别有11件、12件。",
        "征地、规划居前，分别为11件、12件，余下17件分送各科室办理。",
    ],
)
def test_the_most_is_no_whole(text: str) -> None:
    assert not wrong_sums(text + _WAYS, 2024)


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("申请集中在医保，共收到38件。", 38),
        ("全年申请38件，主要涉及征地，有20件。", 38),
        ("收到申请38件。", 38),
    ],
)
def test_all_told_before_is_a_whole(text: str, total: int) -> None:
    assert [wrong.total for wrong in wrong_sums(text + _WAYS, 2024)] == [total]
