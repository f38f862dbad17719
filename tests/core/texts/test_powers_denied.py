"""What a unit says that it may not do, in whatever words, where table two holds what it did (T2-06)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, findings_of

_STREET = "梧溪街道办事处"
_DONE = {
    "t2.licensing.decisions": 3,
    "t2.penalty.decisions": 7,
    "t2.coercion.decisions": 2,
}


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("街道不具备行政处罚和行政强制的主体资格，相关事项由区级部门办理。", ("penalty", "coercion")),
        ("街道不具备行政许可、行政处罚和行政强制的主体资格。", ("licensing", "penalty", "coercion")),
        ("街道不具有行政处罚主体资格。", ("penalty",)),
        ("街道不具备实施行政许可和行政处罚的资格。", ("licensing", "penalty")),
        ("街道不行使行政处罚权，也不行使行政强制权。", ("penalty", "coercion")),
        ("街道尚未承接行政处罚权。", ("penalty",)),
        ("街道没有行政处罚、行政强制执法权。", ("penalty", "coercion")),
        ("街道不再承担行政许可职能。", ("licensing",)),
    ],
)
def test_what_the_unit_may_not_do_is_compared(text: str, cells: tuple[str, ...]) -> None:
    found = findings_of(filled(_STREET, "s2", text, _DONE, year=2025), "T2-06")
    assert {code for one in found for code in one.cells} == {f"t2.{name}.decisions" for name in cells}
    assert not findings_of(filled(_STREET, "s2", text, {}, year=2025), "T2-06")


@pytest.mark.parametrize(
    "text",
    [
        "街道不具备行政征收、行政确认的主体资格。",
        "街道下属事业单位不具备行政处罚主体资格，由街道综合执法队办理。",
        "不具备行政处罚主体资格的社区工作人员不得参与执法。",
        "对不具备行政许可条件的申请不予受理。",
        "对不具备行政许可法定条件的，一次性告知补正材料。",
        "街道具备行政处罚和行政强制的主体资格。",
    ],
)
def test_what_others_may_not_do_is_left_alone(text: str) -> None:
    assert not findings_of(filled(_STREET, "s2", text, _DONE, year=2025), "T2-06")
