"""Numbers in signs that only look like digits, and signs that do not print, are told: no rule can read them (N-12)."""

from __future__ import annotations

import pytest

from core.report.entry_text import clean_text
from core.texts.rules.debris.odd_signs import NUMBER, SIGN, odd_signs
from tests.core.texts.filled_reports import filled, findings_of

_UNIT = "云岭县林业局"
_CELLS = {"t3.R01.C1": 45, "t3.R03.C1": 45, "t2.licensing.decisions": 656}


@pytest.mark.parametrize(
    "number",
    [
        "4O件",
        "4Ｏ件",
        "l46件",
        "Z6件",
        "4十6件",
        "④⑥件",
        "㊻件",
        "⁴⁶件",
        "(46)件",
        "〤〦件",
        "ⅩⅬ件",
        "-46件",
        "92/2件",
        "4O%",
    ],
)
def test_a_number_that_nobody_can_read_is_told(number: str) -> None:
    ((variant, spans),) = odd_signs(f"全年共收到政府信息公开申请{number}，均已办结。")
    assert variant == NUMBER
    assert len(spans) == 1
    found = findings_of(filled(_UNIT, "s3", f"全年共收到政府信息公开申请{number}，均已办结。", _CELLS), "N-12")
    assert [f.variant for f in found] == ["unread"]
    assert number[:-1] in found[0].message


@pytest.mark.parametrize("sign", ["\ufffc", "\uf06c", "\ue5e5", "4\u03366\u0336", "4\u20e36\u20e3"])
def test_a_sign_that_does_not_print_is_told(sign: str) -> None:
    text = f"围绕民生，公开信息{sign}，收到申请{sign}件。".replace("\uf06c", "\ue06c")
    assert [variant for variant, _ in odd_signs(text)] == [SIGN]


@pytest.mark.parametrize(
    "text",
    [
        "存在的问题：①件数统计不细；②条目较旧。",
        "一是(1)件均时长仍较长。",
        "开展O2O服务，发布App信息4条，Wi-Fi覆盖12个大厅。",
        "12345热线受理3件，A类问题2件，3D地图1份，5G基站2处。",
        "三十6月完成。第1/2次会议。",
        "café新增2家。",
        "办件量同比-5%，增长率为-5%。",
        "第⑤件申请已答复。",
        "公开4件-6件之间的差异说明。",
        "\uf06c自然人45件",
    ],
)
def test_usual_signs_are_left_alone(text: str) -> None:
    assert odd_signs(text) == ()


def test_points_of_word_do_not_hide_a_number() -> None:
    for point in ("•", "\uf06c", "▪"):
        found = findings_of(filled(_UNIT, "s3", f"申请人情况：\n{point}\t自然人41件；", _CELLS), "N-01")
        assert [f.cells for f in found] == [("t3.R01.C1",)], point


def test_radicals_narrow_blanks_and_variants_become_the_usual_characters() -> None:
    text = "⾏政许可⼀件，⾃然⼈4\ufe0f6\ufe0f件，收费\u20093\u200a件，\u3164\uf9d1"
    assert clean_text(text) == "行政许可一件，自然人46件，收费 3 件， 六"


@pytest.mark.parametrize("code", ["meta.unit", "meta.title"])
def test_a_sign_that_does_not_print_is_told_in_what_stands_at_the_head(code: str) -> None:
    report = filled(_UNIT, "s3", "全年收到申请45件。", _CELLS)
    odd = report.with_texts({code: "云岭县\ue06c林业局2024年政府信息公开工作年度报告"})
    assert [found.cells for found in findings_of(odd, "N-12") if found.variant == SIGN] == [(code,)]
    assert [found for found in findings_of(report, "N-12") if found.variant == SIGN] == []
