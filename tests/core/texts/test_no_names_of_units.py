"""Words that look like the name of another unit and are none (N-10): 同级人民政府, 人一下乡."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, findings_of

_BUREAU, _TOWN = "嘉川市公安局", "黑石沟镇人民政府"


@pytest.mark.parametrize(
    ("code", "unit", "text"),
    [
        ("s1", _BUREAU, "县（市、区）公安局的数据由同级人民政府汇总，不在本报告内重复统计。"),
        ("s1", _BUREAU, "各分局的数据由所在地人民政府汇总。"),
        ("s1", _BUREAU, "派出所的数据由上一级公安局汇总。"),
        ("s1", _BUREAU, "乡镇的数据由当地人民政府汇总。"),
        ("s5", _TOWN, "公众号只有1个人管，人一下乡就断更。"),
        ("s5", "南屿海事局", "基层海事处栏目更新间隔偏长。"),
        ("s5", _TOWN, "干部刚进镇就要学习公开条例。"),
    ],
)
def test_no_unit_is_named(code: str, unit: str, text: str) -> None:
    assert findings_of(filled(unit, code, text, {}), "N-10") == []


@pytest.mark.parametrize(
    "word", ["后者", "最终", "随后", "事后", "判决后", "诉讼中", "当日", "适时", "一直", "案件审理期间"]
)
@pytest.mark.parametrize(("unit", "short"), [("河东区梧桐街道办事处", "街道"), ("白马镇人民政府", "镇政府")])
def test_a_word_of_time_or_order_before_our_short_name_is_no_place(word: str, unit: str, short: str) -> None:
    text = f"复议两件，一件维持、一件责令重新答复，{word}{short}已在限期内重新答复。"
    assert findings_of(filled(unit, "s4", text, {}), "N-10") == []


@pytest.mark.parametrize(
    ("code", "unit", "text", "name"),
    [
        ("s1", _BUREAU, "本报告由怀川市公安局汇总。", "怀川市公安局"),
        ("s5", _TOWN, "岭下乡政府公开信息20条。", "岭下乡"),
    ],
)
def test_another_unit_is_named(code: str, unit: str, text: str, name: str) -> None:
    assert [name in found.message for found in findings_of(filled(unit, code, text, {}), "N-10")] == [True]
