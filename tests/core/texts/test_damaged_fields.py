"""A linked number that was damaged outside the program is an error: it would print its code (N-12)."""

from datetime import date

import pytest

from core.report.report import Report, new_report
from core.validation.validation import check_report

KEY = "t2.licensing.decisions"


def found_in(text: str) -> list[tuple[str, str]]:
    report: Report = new_report("某某县水利局", "政府部门", 2025).with_texts({"s1": text})
    found = check_report(report, today=date(2026, 1, 10)).findings
    return [(text[p.start : p.end], f.level) for f in found if f.rule_id == "N-12" for p in f.places if p.text == "s1"]


@pytest.mark.parametrize(
    ("damaged", "quoted"),
    [
        (f"{{{KEY}", f"{{{KEY}"),
        (f"{KEY}}}", f"{KEY}}}"),
        (f"｛{KEY}｝", f"｛{KEY}｝"),
        (f"{{ {KEY} }}", KEY),
        ("{t2．licensing．decisions}", "{t2．licensing．decisions}"),
        (f"{{{{{KEY}}}}}", f"{{{{{KEY}}}}}"),
        (f" {KEY} ", KEY),
        ("{t2.licensing.\ndecisions}", "{t2.licensing.\ndecisions}"),
        ("｛Ｔ３．Ｒ０１．Ｃ１｝", "｛Ｔ３．Ｒ０１．Ｃ１｝"),
        ("{fee.notices", "{fee.notices"),
    ],
)
def test_what_is_left_of_a_linked_number_is_an_error(damaged: str, quoted: str) -> None:
    assert found_in(f"全年办理行政许可{damaged}件，比上年有所增加。") == [(quoted, "error")]


@pytest.mark.parametrize(
    "text",
    [
        f"全年办理行政许可{{{KEY}}}件，其中{{t3.R01.C7}}件。",
        "T3航站楼和feed.example.gov.cn已公开，标准编号T2.1，附件t2.licensing。",
        "",
    ],
)
def test_linked_numbers_and_other_signs_are_none(text: str) -> None:
    assert found_in(text) == []
