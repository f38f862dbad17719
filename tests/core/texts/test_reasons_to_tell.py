"""Which words of a sentence tell why it speaks of another unit (N-10)."""

from __future__ import annotations

import pytest

from core.texts.rules.names.foreign_units import foreign_units


@pytest.mark.parametrize(
    ("unit", "text", "name"),
    [
        ("青岚县水利局", "白沙县水利局坚持阳光水利，建成示范点3处，涉及事项12类。", "白沙县水利局"),
        ("安平县人民政府", "永宁县新收政府信息公开申请154件，涉及征地拆迁，31件结转至下一年度。", "永宁县"),
        ("安平县人民政府", "永宁县政府网站共发布信息1.2万条。", "永宁县"),
        ("青岚县水利局", "依申请公开受理机构为白沙县水利局办公室。", "白沙县水利局"),
        ("青岚县水利局", "（三）县民政局政府信息管理情况。", "县民政局"),
        ("青岚县水利局", "县民政局充分发挥门户网站作用，全年改版栏目7个，获评全县优秀网站。", "县民政局"),
        ("青岚县水利局", "青岚县民政局严格保密审查，机关各股室明确信息员1名。", "青岚县民政局"),
    ],
)
def test_words_of_our_own_sentences_are_no_reasons(unit: str, text: str, name: str) -> None:
    assert [span.what for span in foreign_units(text, unit)] == [name]


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        ("青岚县水利局", "白沙县水利局坚持阳光水利，其做法由我局学习借鉴。"),
        ("安平县人民政府", "永宁县新收申请1件，转至我县办理。"),
        ("安平县人民政府", "永宁县政府网站上的跨界断面公告由我县转载。"),
        ("青岚县水利局", "县司法局充分发挥审核把关作用，全县文件全部上网。"),
    ],
)
def test_a_reason_told_is_still_one(unit: str, text: str) -> None:
    assert foreign_units(text, unit) == ()
