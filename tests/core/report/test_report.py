"""The open report: where values go and how it names itself."""

from core.report.report import new_report


def test_a_total_that_is_entered_is_kept_apart_as_a_control_total() -> None:
    report = new_report("某局", "政府部门", 2025)
    report = report.with_cells({"t3.R01.C7": 3, "t3.R01.C1": 3})
    assert report.controls == {"t3.R01.C7": 3}
    assert report.cells == {"t3.R01.C1": 3}


def test_a_name_that_was_copied_from_two_lines_is_one() -> None:
    report = new_report("云溪区\r\n市场监督管理局\n", "政府部门", 2025)
    assert report.unit == "云溪区市场监督管理局"
    report = report.with_texts({"meta.sign_off": "云溪区\n市场监督管理局"})
    assert report.meta["meta.sign_off"] == "云溪区市场监督管理局"
    report = report.with_texts({"meta.phone": "0571-88881111\r\n0571-88882222"})
    assert report.meta["meta.phone"] == "0571-88881111 0571-88882222"
    report = report.with_texts({"s5": "一。\n二。"})
    assert report.texts["s5"] == "一。\n二。"


def test_zero_report_fills_tables_3_and_4_only() -> None:
    report = new_report("某局", "政府部门", 2025, with_zeros=True)
    assert len(report.cells) == 156
    assert set(report.cells.values()) == {0}
    assert not any(code.startswith("t2.") for code in report.cells)


def test_the_title_is_made_from_unit_and_year_unless_the_clerk_writes_one() -> None:
    report = new_report("某某县水利局", "政府部门", 2025)
    assert report.title == "某某县水利局2025年政府信息公开工作年度报告"
    without_year = report.with_texts({"meta.year": "二〇二五"})
    assert (report.of_year, without_year.of_year) == ("2025年", "")
    assert without_year.title == "某某县水利局　　年政府信息公开工作年度报告"  # a gap is seen, 水利局年 is not
    report = report.with_texts({"meta.title": "某某县水利局2025年度政府信息公开工作年度报告"})
    assert report.title == "某某县水利局2025年度政府信息公开工作年度报告"


def test_a_year_that_is_no_year_counts_as_missing() -> None:
    report = new_report("某局", "政府部门", 2025)
    report = report.with_texts({"meta.year": "二五年"})
    assert report.year is None
