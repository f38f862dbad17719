"""A mean of each place or meeting that the numbers of its sentence do not give is told (N-24)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, findings_of


@pytest.mark.parametrize(
    "text",
    [
        "全镇9个村建好公开栏，全年更新公示216期，平均每村28期。",
        "全镇9个行政村全年更新公示216期，平均每个村28期。",
        "举办政务公开培训4场，参训320人次，平均每场60人次。",
        "全区15个街道共发布信息450条，平均每个街道40条。",
        "全镇9个村更新公示216期，村均28期。",
    ],
)
def test_means_that_are_far_off(text: str) -> None:
    assert findings_of(filled("双溪镇人民政府", "s1", text, {}), "N-24")


@pytest.mark.parametrize(
    "text",
    [
        "全镇9个村建好公开栏，全年更新公示216期，平均每村24期。",
        "全镇9个村建好公开栏，全年更新公示210余期，平均每村28期。",
        "举办政务公开培训4场，参训319人次，平均每场80人次。",
        "全县15个乡镇、9个部门共发布信息450条，平均每个乡镇40条。",
        "15个街道中，有9个街道更新公开栏90期，平均每个街道10期。",
        "全镇9个村更新公示216期，平均每村每月2期。",
        "全镇9个村更新公示216期，其中大桥村40期，平均每村22期。",
        "召开会议4次，研究议题26个，平均每次5个。",
        "全区6个街道90个社区更新公示1440期，平均每个社区12期。",
    ],
)
def test_means_that_are_right_or_of_something_else(text: str) -> None:
    assert findings_of(filled("双溪镇人民政府", "s1", text, {}), "N-24") == []
