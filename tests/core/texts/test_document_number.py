"""N-11 on the document number of the letter: 六角括号, no 第, no leading 0."""

from __future__ import annotations

import pytest

from core.report.report import new_report
from core.validation.validation import check_report


def said(number: str) -> list[tuple[str, str, tuple[str, ...]]]:
    report = new_report("清水县水利局", "政府部门", 2025).with_texts({"meta.doc_number": number})
    return [(f.level, f.message, f.cells) for f in check_report(report).findings if f.rule_id == "N-11"]


@pytest.mark.parametrize(
    "number",
    [
        "清水函[2026]3号",
        "清水函（2026）3号",
        "清水函【2026】3号",
        "清水函2026-3号",
        "清水函2026年3号",
        "清水函〔2026〕第3号",
        "清水函〔2026〕03号",
        "清水函〔２０２６〕３",
        "清水函〔2026〕3",
    ],
)
def test_a_document_number_of_another_form_is_told_how_to_be_written(number: str) -> None:
    wanted = f"发文字号“{number}”应写成“清水函〔2026〕3号”：六角括号，序号不加“第”，不补0，后面写“号”。"
    assert said(number) == [("warning", wanted, ("meta.doc_number",))]


def test_what_is_no_document_number_is_told_its_form() -> None:
    wanted = "发文字号“清水函三号”不合格式，请写成“机关代字〔2026〕3号”这样。"
    assert said("清水函三号") == [("warning", wanted, ("meta.doc_number",))]


@pytest.mark.parametrize(
    "number",
    [
        "",
        "清水函〔2026〕3号",
        "清水函〔2026〕 号",
        "清水政办函〔2026〕 112 号",
        "清水函〔2026〕××号",
        "公告2026年第3号",
    ],
)
def test_a_right_or_open_document_number_is_let_pass(number: str) -> None:
    assert said(number) == []
