"""A report whose numbers go to the end of its year was not published before that (N-25)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, findings_of


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("所列数据的统计期限自2024年1月1日起至2024年12月31日止，报告全文已于2024年1月20日在县政府网站公布。", True),
        ("数据统计期限为2024年1月1日至12月31日，报告电子版已于2024年12月20日在县政府网站公布。", True),
        ("所列数据的统计期限自2024年1月1日起至2024年12月31日止，报告全文已于2025年1月20日在县政府网站公布。", False),
        ("数据统计期限自2024年1月1日起至2024年12月31日止，上年度报告全文已于2024年1月20日公布。", False),
        ("数据统计期限自2024年1月1日起至2024年12月31日止，新版指南已于2024年3月20日公布。", False),
        ("报告所列数据统计期限为2024年1月1日至2024年12月31日，已于2024年1月19日在县政府网站全文公布。", True),
        ("统计期限为2024年1月1日至2024年12月31日，并于2024年1月19日在县政府网站公布。", True),
        ("报告所列数据统计期限为2024年1月1日至2024年12月31日，已于2025年1月19日在县政府网站全文公布。", False),
        ("报告数据统计期限为2024年1月1日至2024年12月31日。县政府于2024年1月19日公布了清理结果。", False),
        ("本报告根据《公开办法》（2024年1月19日公布）编制，统计期限为2024年1月1日至2024年12月31日。", False),
        ("本报告统计期限为2024年1月1日至2024年12月31日，上年度报告已于2024年1月19日公布。", False),
        ("全年数据统计到位，报告全文已于2024年1月20日在县政府网站公布。", False),
    ],
)
def test_published_beside_its_period(text: str, *, is_wrong: bool) -> None:
    assert bool(findings_of(filled("宁水县教育局", "lead", text, {}), "N-25")) == is_wrong
    assert bool(findings_of(filled("宁水县教育局", "s1", text, {}), "N-25")) == is_wrong
