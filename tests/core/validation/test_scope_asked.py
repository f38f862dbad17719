"""F-01 proposes to choose 统计范围, which papers such as 备案表 print."""

from __future__ import annotations

from core.checks.findings import Finding
from core.report.report import new_report
from core.validation.validation import check_report


def said(meta: dict[str, str], *, is_final: bool = True) -> list[Finding]:
    report = new_report("青原县水利局", "政府部门", 2024).with_texts({"meta.level": "县级", **meta})
    return [f for f in check_report(report, final=is_final).findings if f.rule_id == "F-01"]


def test_a_blank_scope_is_a_hint_when_the_report_goes_out() -> None:
    (hint,) = said({})
    assert (hint.level, hint.cells) == ("hint", ("meta.scope",))
    assert hint.message == "统计范围未选，备案表等材料中是空白，建议在“基本信息”中选择“本机关”或“汇总”。"
    assert said({"meta.scope": "本机关"}) == said({"meta.scope": "汇总"}) == []
    assert said({}, is_final=False) == []
