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
        "45·5件",
        "四十五点五件",
        "45点五件",
        "45×10件",
        "45*2件",
        "45件×2",
        "45＋1件",
        "45^2件",
        "45e1件",
        "45（百）件",
        "45％件",
        "45倍件",
        "负45件",
        "零下45件",
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
        "担负45件申请的答复，减负3件实事，同比负5件。",
        "实行5×8小时和7*24小时受理，印制2×3米展板。",
        "上午九点五十分到件45件。",
        "归纳为三点五条建议。",
        "新收45件（40+5）。",
        "网络45%，现场55%。",
        "A4×2页，第3e条，3件×100元＝300元，3件×2次。",
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


@pytest.mark.parametrize(
    "text",
    [
        "全年新收申请45千件。",
        "全年新收申请45百件。",
        "全年新收申请45亿件。",
        "全年新收申请45万件。",
        "全年新收申请45千余件。",
        "全年新收`46`件申请。",
    ],
)
def test_thousands_and_hundreds_of_pieces_are_compared(text: str) -> None:
    assert [f.cells[0] for f in findings_of(filled(_UNIT, "s3", text, _CELLS), "N-01")] == ["t3.R01.C7"]


def test_thousands_told_rightly_are_right() -> None:
    cells = {"t3.R01.C1": 4512, "t3.R03.C1": 4512, "t2.licensing.decisions": 65600}
    text = "全年新收申请4千余件，办理行政许可6.5万余件、656百件，新收申请4.5千件。"
    assert findings_of(filled(_UNIT, "s3", text, cells), "N-01", "N-07") == []


@pytest.mark.parametrize(
    "text",
    [
        "办理行政许可656元。",
        "作出行政处罚决定47万元，行政强制3件。",
        "新收政府信息公开申请45元，均已办结。",
        "制发规范性文件３元。",
        "被申请行政复议7元。",
    ],
)
def test_money_where_things_are_counted_is_told(text: str) -> None:
    (one,) = [f for f in findings_of(filled(_UNIT, "s3", text, _CELLS), "N-12") if f.variant == "unit"]
    assert "以件计" in one.message


@pytest.mark.parametrize(
    "text",
    [
        "办理行政许可656件，收费1200元。",
        "行政处罚罚款5000元，行政处罚5000元。",
        "行政许可收费656元。",
        "信息处理费涉及政府信息公开申请300元。",
        "行政许可费656元，为申请人节省30元。",
    ],
)
def test_money_that_is_money_is_left_alone(text: str) -> None:
    assert [f for f in findings_of(filled(_UNIT, "s3", text, _CELLS), "N-12") if f.variant == "unit"] == []


@pytest.mark.parametrize("mark", ["~~45~~46件", "`46`件", "自然人*41*件"])
def test_marks_of_markdown_are_told(mark: str) -> None:
    (one,) = findings_of(filled(_UNIT, "s3", f"全年新收申请{mark}，均已办结。", _CELLS), "N-12")
    assert "Markdown 的记号" in one.message


@pytest.mark.parametrize("text", ["提供7*24*365小时服务。", "约40~50件，30～40件。", "注：*号为必填。"])
def test_signs_that_are_no_marks_of_markdown(text: str) -> None:
    assert findings_of(filled(_UNIT, "s3", text, _CELLS), "N-12") == []
