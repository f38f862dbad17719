"""Who supplies which numbers: the usual split covers the form, an office's own one is kept in its draft."""

from dataclasses import replace
from pathlib import Path

import pytest

from core.draft.workbook import load_draft, save_draft
from core.form.blocks import blocks_of
from core.form.form_reader import load_form
from core.office.carry_over import carry_over
from core.office.department_split import (
    SENT,
    SPLIT,
    SentSheet,
    department_name,
    departments_of,
    keep_sent,
    keep_split,
    missing_departments,
    origin_at,
    origin_sentence,
    sent_sheets,
    split_of,
    usual_split,
)
from core.report.form_part import part_of_form
from core.report.report import Origin, Report, new_report


@pytest.fixture
def report() -> Report:
    return new_report("某某县水利局", "政府部门", 2025)


@pytest.mark.parametrize("form_id", ["2021", "2019"])
def test_every_number_to_be_filled_in_belongs_to_exactly_one_block(form_id: str) -> None:
    form = load_form(form_id)

    covered = [code for block in blocks_of(form) for code in block.cells]

    assert covered == [code for code, cell in form.cells.items() if not cell.is_derived]


def test_the_usual_split_gives_each_kind_of_number_to_its_department(report: Report) -> None:
    split = split_of(report)

    assert split["t2.normative"] == "法规科"
    assert split["t2.penalty"] == split["t2.coercion"] == "行政执法科"
    assert split["t2.fees"] == split["fee"] == "财务科"
    assert departments_of(split)["政务公开科"] == ("t3",)


def test_an_own_split_is_kept_in_the_draft(report: Report, tmp_path: Path) -> None:
    own = {**usual_split(report.form), "t2.penalty": "执法大队", "t3": ""}
    report = keep_split(report, own).applied_to(report)
    save_draft(report, tmp_path / "草稿.xlsx")

    loaded = load_draft(tmp_path / "草稿.xlsx").report

    assert split_of(loaded) == own
    assert "执法大队：t2.penalty" in loaded.status[SPLIT]


def test_the_usual_split_leaves_no_trace_and_no_departments_at_all_is_kept(report: Report) -> None:
    report = keep_split(report, dict.fromkeys(usual_split(report.form), "")).applied_to(report)
    assert set(split_of(report).values()) == {""}

    report = keep_split(report, usual_split(report.form)).applied_to(report)
    assert SPLIT not in report.status


def test_a_spoilt_split_or_list_of_sheets_does_no_harm(report: Report) -> None:
    report = replace(report, status={**report.status, SPLIT: "法规科：t2.rules t9.x；乱写；：；"})
    report = replace(report, status={**report.status, SENT: "只有一段；a，法规科，2026-01-05，；"})

    assert split_of(report)["t2.rules"] == "法规科"
    assert split_of(report)["t2.penalty"] == ""
    assert sent_sheets(report) == [SentSheet("a", "法规科", "2026-01-05")]


def test_signs_that_lists_are_written_with_go_out_of_names() -> None:
    assert department_name(" 法规；科：一，室\n") == "法规科一室"
    assert department_name("科" * 31) == "科" * 30


def test_departments_are_missing_until_their_latest_sheet_came_back(report: Report) -> None:
    sheets = [
        SentSheet("1", "法规科", "2026-01-05", "2026-01-08"),
        SentSheet("2", "财务科", "2026-01-05"),
        SentSheet("3", "财务科", "2026-01-09", "2026-01-10"),
        SentSheet("4", "行政执法科", "2026-01-05"),
    ]
    report = keep_sent(report, sheets).applied_to(report)

    assert sent_sheets(report) == sheets
    assert missing_departments(report) == ["行政执法科"]


def test_the_origin_of_a_cell_is_that_of_its_block(report: Report) -> None:
    report = replace(
        report, origins={**report.origins, "t3": Origin("政务公开科", "张三", "2026-01-10", "登记簿\n第2页")}
    )

    origin = origin_at(report, "t3.R03.C1")

    assert origin is not None
    assert origin_sentence(origin) == "数字来源：政务公开科 张三 2026-01-10，依据：登记簿 第2页"
    assert origin_at(report, "t2.penalty.decisions") is None
    assert origin_sentence(Origin("", "", "", "")) == "数字来源：没有写明"
    counted = Origin("", "", "2026-01-10", "台账 登记号1、2")
    assert origin_sentence(counted) == "数字来源：台账 登记号1、2（2026-01-10）"


# ---------------------------------------------------------------- a part of the form


def test_a_part_of_a_table_has_the_headers_above_its_rows_and_covers_its_grid() -> None:
    part = part_of_form(load_form(), ("t2.penalty", "t2.coercion"))

    table = part.tables["t2"]
    labels = [[item.label or item.code for item in row] for row in table.grid]
    assert labels == [
        ["第二十条第（六）项"],
        ["信息内容", "本年处理决定数量"],
        ["行政处罚", "t2.penalty.decisions"],
        ["行政强制", "t2.coercion.decisions"],
    ]
    assert table.header_height == 2


@pytest.mark.parametrize("form_id", ["2021", "2019"])
def test_each_part_covers_every_place_of_its_grid_once(form_id: str) -> None:
    form = load_form(form_id)
    for block in blocks_of(form):
        part = part_of_form(form, (block.code,))
        assert [c.code for c in part.cells.values() if not c.is_derived] == list(block.cells)
        for table in part.tables.values():
            places = [
                (row, column)
                for items in table.grid
                for item in items
                for row in range(item.top, item.top + item.height)
                for column in range(item.left, item.left + item.width)
            ]
            assert sorted(places) == [(r, c) for r in range(len(table.grid)) for c in range(table.width)]


def test_totals_and_checks_stay_where_all_their_cells_are() -> None:
    part = part_of_form(load_form(), ("t4.review",))

    assert list(part.derived) == ["t4.review.total"]
    assert [e.computes for e in part.equations] == ["t4.review.total"]
    assert len(part_of_form(load_form(), ("t3",)).equations) == 39


def test_the_unit_of_a_part_is_that_of_its_cells() -> None:
    assert part_of_form(load_form(), ("t2.fees",)).tables["t2"].unit == "万元"
    assert part_of_form(load_form(), ("t2.penalty", "t2.fees")).tables["t2"].unit == "件"


def test_an_own_split_goes_on_to_the_next_year(report: Report) -> None:
    report = keep_split(report, {**usual_split(report.form), "t2.penalty": "执法大队"}).applied_to(report)

    assert split_of(carry_over(report).start_report())["t2.penalty"] == "执法大队"


def test_an_own_split_of_the_old_format_does_not_go_on() -> None:
    old = new_report("某某县水利局", "政府部门", 2020, form_id="2019")
    old = keep_split(old, {**usual_split(old.form), "t3": "办公室"}).applied_to(old)
    assert old.status[SPLIT]
    assert SPLIT not in carry_over(old).start_report().status
