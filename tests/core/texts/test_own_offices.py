"""The office of another township that does the work of this one is told, wherever its name stands (N-10)."""

from __future__ import annotations

import pytest

from core.texts.rules.names.foreign_units import foreign_units

UNIT = "梧江县石桥镇人民政府"


def names(text: str, unit: str = UNIT) -> list[str]:
    return [span.what for span in foreign_units(text, unit)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("我镇高度重视政务公开，由青山镇政务公开办牵头，各办所配合。", "青山镇"),
        ("我镇建立机制，青山镇党政综合办负责审核发布。", "青山镇"),
        ("青山镇政务公开办牵头开展自查。", "青山镇"),
        ("我镇推进公开，青石岭街道党政办负责把关。", "青石岭街道"),
        ("我镇加强公开，青山镇主动公开政府信息92条。", "青山镇"),
    ],
)
def test_an_office_of_another_township_is_told(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "由石桥镇政务公开办牵头，各办所配合。",
        "由我镇政务公开办牵头，各办所配合。",
        "由梧江县石桥镇党政办公室负责审核。",
        "由县政务公开办牵头，各乡镇党政办负责。",
        "我镇与青山镇政务公开办牵头联合开展交流。",
        "青山镇党政办组织人员到我镇学习。",
        "原青山镇党政办负责的事项划入我镇。",
        "按照县委要求，石桥镇主动公开政府信息92条。",
        "收到申请3件，均由街道党政办统一登记、按时答复。",
        "涉及青山镇的申请3件已移送。",
    ],
)
def test_the_own_office_and_visits_are_left_alone(text: str) -> None:
    assert names(text) == []


def test_a_bureau_may_tell_of_townships() -> None:
    assert names("由青山镇政务公开办牵头开展自查。", "梧江县水利局") == []
