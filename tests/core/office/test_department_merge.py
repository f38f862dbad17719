"""Merging 科室填报表: what fills what, conflicts the clerk decides, sheets of other reports, origins for the 会签."""

from dataclasses import replace
from pathlib import Path

import pytest

from core.draft.workbook import load_draft, save_draft
from core.draft.workbook.reading import Unread
from core.form.known_cells import FEES
from core.office.department_merge import MergeKind, merge, returned_sheets
from core.office.department_sheets import DepartmentReturn, new_identity
from core.office.department_split import (
    SENT,
    SentSheet,
    SheetIdentity,
    keep_sent,
    missing_departments,
    open_cells,
    sent_sheets,
)
from core.office.signers import signers
from core.office.signoff_values import signing_lines
from core.report.entry_text import Entry, parse_entry
from core.report.report import Origin, Report, new_report

PENALTY, COERCION = "t2.penalty.decisions", "t2.coercion.decisions"


@pytest.fixture
def report() -> Report:
    made = new_report("某某县水利局", "政府部门", 2025)
    sent = [SentSheet("k1", "行政执法科", "2026-01-05"), SentSheet("k2", "法规科", "2026-01-05")]
    return keep_sent(made, sent).applied_to(made)


def returned(
    cells: dict[str, Entry],
    *,
    department: str = "行政执法科",
    person: str = "张三",
    key: str = "k1",
    unit: str = "某某县水利局",
    year: int = 2025,
    form_id: str = "2021",
    name: str = "执法.xlsx",
    note: str = "",
    basis: str = "处罚台账",
    remarks: tuple[Unread, ...] = (),
) -> DepartmentReturn:
    identity = SheetIdentity(key, unit, year, form_id, department, ("t2.penalty", "t2.coercion"))
    origin = Origin(department, person, "2026-01-10", basis)
    return DepartmentReturn(Path(name), identity, origin, note, cells, remarks)


def test_numbers_go_into_blank_cells_with_their_origin(report: Report) -> None:
    merged = merge(report, [returned({PENALTY: 12, COERCION: 0})])

    assert [cell.kind for cell in merged.cells] == [MergeKind.FILL, MergeKind.FILL]
    assert merged.cells[0].place == "主动公开：行政处罚·本年处理决定数量"
    assert merged.entries({}) == {PENALTY: 12, COERCION: 0}
    assert merged.origins(report, {}) == {
        "t2.penalty": Origin("行政执法科", "张三", "2026-01-10", "处罚台账"),
        "t2.coercion": Origin("行政执法科", "张三", "2026-01-10", "处罚台账"),
    }
    assert merged.sentence({}) == "收回科室填报表（行政执法科张三）：填入2格"
    assert merged.remarks == ()
    assert report.cells == {}


def test_the_same_number_is_no_conflict_but_has_its_origin(report: Report) -> None:
    report = report.with_cells({PENALTY: 12})

    merged = merge(report, [returned({PENALTY: 12, COERCION: None})])

    assert [cell.kind for cell in merged.cells] == [MergeKind.SAME, MergeKind.BLANK]
    assert merged.entries({}) == {}
    assert list(merged.origins(report, {})) == ["t2.penalty"]


def test_a_sheet_that_another_department_filled_in_is_named(report: Report) -> None:
    sheet = returned({PENALTY: 77})
    sheet = replace(sheet, origin=sheet.origin._replace(department="法规科"))

    assert merge(report, [sheet]).remarks == (
        "“执法.xlsx”是发给行政执法科的填报表，填报的是法规科，请核对有没有填错表。",
    )


def test_a_charge_in_yuan_is_told_before_it_is_merged(report: Report) -> None:
    sheet = replace(returned({FEES: 23186500}, department="财务科"), remarks=())

    (said, *_) = merge(report, [sheet]).remarks
    assert said == (
        "财务科：行政事业性收费填的是23186500万元，即2318.65亿元，请核对是否误填为元（23186500元应填2318.65）。"
    )
    last_year = report.with_cells({FEES: 23186000})
    assert not any("误填为元" in remark for remark in merge(report, [sheet], last_year).remarks)
    assert not any("误填为元" in remark for remark in merge(report, [returned({FEES: 9999})]).remarks)


def test_another_number_is_decided_by_the_clerk_with_both_in_the_log(report: Report) -> None:
    report = report.with_cells({PENALTY: 5})
    merged = merge(report, [returned({PENALTY: 6, COERCION: 1})])

    assert merged.cells[0].kind is MergeKind.CONFLICT
    with pytest.raises(KeyError):
        merged.entries({})
    assert merged.entries({PENALTY: 6})[PENALTY] == 6
    assert merged.sentence({PENALTY: 6}) == (
        "收回科室填报表（行政执法科张三）：填入1格；主动公开：行政处罚·本年处理决定数量原为5，行政执法科填6，采用6"
    )
    assert list(merged.origins(report, {PENALTY: 6})) == ["t2.penalty", "t2.coercion"]
    assert list(merged.origins(report, {PENALTY: 5})) == ["t2.coercion"]


def test_refused_text_in_the_report_is_a_conflict_too(report: Report) -> None:
    report = report.with_cells({PENALTY: parse_entry("12件左右")})

    assert merge(report, [returned({PENALTY: 12})]).cells[0].kind is MergeKind.CONFLICT


def test_blank_and_refused_cells_change_nothing(report: Report) -> None:
    report = report.with_cells({PENALTY: 5})
    merged = merge(report, [returned({PENALTY: None, COERCION: parse_entry("无")})])

    assert [cell.kind for cell in merged.cells] == [MergeKind.BLANK, MergeKind.REFUSED]
    assert merged.entries({}) == {}
    assert merged.origins(report, {}) == {}


def test_two_departments_that_give_different_numbers_are_a_conflict(report: Report) -> None:
    one = returned({PENALTY: 6})
    other = returned({PENALTY: 7}, department="法规科", person="李四", key="k2", name="法规.xlsx")

    cell = merge(report, [one, other]).cells[0]

    assert cell.kind is MergeKind.CONFLICT
    assert cell.numbers == [6, 7]
    assert [cell.givers(number) for number in cell.numbers] == ["行政执法科", "法规科"]


def test_two_departments_that_give_the_same_number_are_both_its_origin(report: Report) -> None:
    one = returned({PENALTY: 6})
    other = returned({PENALTY: 6}, department="法规科", person="李四", key="k2", name="法规.xlsx")

    origin = merge(report, [one, other]).origins(report, {})["t2.penalty"]

    assert origin == Origin("行政执法科、法规科", "张三、李四", "2026-01-10", "处罚台账")


def test_a_number_kept_of_an_earlier_department_keeps_its_origin_beside_the_new_one(report: Report) -> None:
    report = report.with_cells({"t4.review.upheld": 1, "t4.review.corrected": 2})
    report = replace(report, origins={**report.origins, "t4.review": Origin("法规科", "李四", "2026-01-03", "台账")})
    merged = merge(report, [returned({"t4.review.upheld": 3, "t4.review.corrected": None, "t4.review.other": 0})])

    kept = merged.origins(report, {"t4.review.upheld": 3})["t4.review"]

    assert kept.department == "法规科、行政执法科"
    assert kept.date == "2026-01-03、2026-01-10"


def test_files_that_are_the_same_sheet_are_named(report: Report) -> None:
    merged = merge(report, [returned({PENALTY: 6}), returned({PENALTY: 7}, name="执法(1).xlsx")])

    assert merged.remarks[0] == "“执法.xlsx”、“执法(1).xlsx”是同一份填报表，请核对以哪个为准。"
    assert merged.cells[0].givers(7) == "行政执法科（执法(1).xlsx）"


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        (returned({PENALTY: 6}, year=2024), "它是2024年度的填报表，本报告是2025年度。"),
        (returned({PENALTY: 6}, form_id="2019"), "它用的报告格式与本报告不同，请重新发出填报表。"),
        (
            returned({PENALTY: 6}, unit="某某县教育局", key="x"),
            "它是“某某县教育局”的填报表，本报告的单位是“某某县水利局”。",
        ),
    ],
)
def test_a_sheet_of_another_report_is_not_read(report: Report, wrong: DepartmentReturn, reason: str) -> None:
    merged = merge(report, [wrong])

    assert merged.returns == ()
    assert merged.cells == ()
    assert merged.rejected == (f"“执法.xlsx”没有读入：{reason}",)


def test_a_sheet_of_this_draft_is_read_though_the_unit_was_put_right_since(report: Report) -> None:
    assert merge(report, [returned({PENALTY: 6}, unit="某某县水力局")]).entries({}) == {PENALTY: 6}


def test_what_the_clerk_should_know_is_said(report: Report) -> None:
    remarks = (Unread("二、主动公开（表）", "F9", "“比上年少”不属于填报表，没有读入。"),)
    sheet = returned({PENALTY: 6}, person="", basis="", note="含简易程序", key="x", remarks=remarks)

    assert merge(report, [sheet]).remarks == (
        "行政执法科说明：含简易程序",
        "“执法.xlsx”没有填写填报人、依据。",
        "“执法.xlsx”不在本草稿的发出记录中，可能是从另一份草稿发出的，请核对。",
        "“执法.xlsx” 二、主动公开（表） F9：“比上年少”不属于填报表，没有读入。",
    )


def test_text_of_one_department_is_named_where_another_gave_the_number(report: Report) -> None:
    one = returned({PENALTY: 6})
    other = returned({PENALTY: parse_entry("6起")}, department="法规科", key="k2", name="法规.xlsx")

    merged = merge(report, [one, other])

    assert merged.entries({}) == {PENALTY: 6}
    assert merged.remarks == (
        "“法规.xlsx” 主动公开：行政处罚·本年处理决定数量填的是“6起”：“起”不是数字，请只填整数，没有采用。",
    )


def test_a_sheet_is_marked_as_returned_and_said_when_it_comes_again(report: Report) -> None:
    merged = merge(report, [returned({PENALTY: 6})])
    report = keep_sent(report, returned_sheets(report, merged, "2026-01-12")).applied_to(report)

    assert report.status[SENT] == "k1，行政执法科，2026-01-05，2026-01-12；k2，法规科，2026-01-05，"
    assert "在2026-01-12已经收回过一次" in merge(report, [returned({PENALTY: 6})]).remarks[0]


def test_origins_are_kept_in_the_draft_and_become_the_signing_lines(report: Report, tmp_path: Path) -> None:
    merged = merge(report, [returned({PENALTY: 12, COERCION: 0})])
    report = replace(report, origins={**report.origins, **merged.origins(report, {})})
    save_draft(report, tmp_path / "草稿.xlsx")

    loaded = load_draft(tmp_path / "草稿.xlsx").report

    assert loaded.origins == report.origins
    assert signing_lines(loaded) == ["行政执法科（张三　2026年1月10日）签名：　　　　　年　月　日"]


def test_a_department_and_person_sign_once_with_their_last_day(report: Report) -> None:
    """The same sheet filled in twice, and a day that stands in another order in the next block."""
    report = replace(report, origins={"t4.review": Origin("行政执法科", "张三", "2026-01-10", "台账")})
    first, second = returned({PENALTY: 6, COERCION: 1}), returned({PENALTY: 6, COERCION: 1}, name="执法(1).xlsx")
    second = replace(second, origin=second.origin._replace(date="2026-01-09"))
    merged = merge(report, [second, first])
    report = merged.change(report, {}).applied_to(report)
    assert report.origins["t2.penalty"] == Origin("行政执法科", "张三", "2026-01-10", "处罚台账")
    assert signing_lines(report) == ["行政执法科（张三　2026年1月10日）签名：　　　　　年　月　日"]


def test_several_departments_of_one_block_sign_each_for_themselves(report: Report) -> None:
    one = returned({PENALTY: 6})
    other = returned({PENALTY: 6}, department="法规科", person="李四", key="k2", name="法规.xlsx")
    other = replace(other, origin=other.origin._replace(date="2026-01-08"))
    report = merge(report, [one, other]).change(report, {}).applied_to(report)
    assert [(s.department, s.person, s.date) for s in signers(report)] == [
        ("行政执法科", "张三", "2026-01-10"),
        ("法规科", "李四", "2026-01-08"),
    ]


def test_a_refused_number_stays_open_until_it_is_a_number(report: Report) -> None:
    merged = merge(report, [returned({PENALTY: 6, COERCION: parse_entry("l28")})])
    assert "行政强制·本年处理决定数量填的是“l28”，要重填" in merged.sentence({})
    report = merged.change(report, {}).applied_to(report)
    report = keep_sent(report, returned_sheets(report, merged, "2026-01-12")).applied_to(report)

    assert sent_sheets(report)[0].returned_on == ""
    assert open_cells(report) == {"行政执法科": [COERCION]}
    assert missing_departments(report) == ["法规科"]

    by_hand = report.with_cells({COERCION: 28})  # the clerk asked by telephone, but the sheet still says l28
    assert open_cells(by_hand) == {}
    assert missing_departments(by_hand) == ["行政执法科", "法规科"]

    again = merge(report, [returned({PENALTY: 6, COERCION: 128})])
    report = again.change(report, {}).applied_to(report)
    report = keep_sent(report, returned_sheets(report, again, "2026-01-13")).applied_to(report)
    assert sent_sheets(report)[0].returned_on == "2026-01-13"
    assert open_cells(report) == {}


def test_what_departments_say_is_kept_in_the_log_and_beside_the_numbers(report: Report) -> None:
    merged = merge(report, [returned({PENALTY: 6}, note="含简易程序\n12件")])
    assert merged.sentence({}).endswith("；行政执法科说明：含简易程序12件")
    assert merged.origins(report, {})["t2.penalty"].basis == "处罚台账；说明：含简易程序\n12件"


def test_a_new_identity_asks_for_the_blocks_of_the_split(report: Report) -> None:
    assert new_identity(report, "财务科").blocks == ("t2.fees", "fee")
