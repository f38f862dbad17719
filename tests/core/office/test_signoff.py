import io
import re
import zipfile
from dataclasses import replace
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from docx import Document
from docx.text.run import Run

from core.base.errors import FileError, ReportError
from core.checks.findings import CheckResult, Finding, Place
from core.form.blocks import blocks_of
from core.office.papers.known import paper_values, spelling
from core.office.signoff import changes_since_printed, is_outdated, note_printed, signoff_bytes, unknown_placeholders
from core.office.signoff_fields import placeholders, signoff_fields
from core.office.signoff_sheet import signoff_sheet
from core.office.signoff_values import signoff_values, warning_lines
from core.report.checksum import report_checksum
from core.report.name_words import WITHIN, known_words_at
from core.report.report import Explanation, Origin, Report, parse_cell
from core.validation.validation import check_report
from core.word.shipped_styles import PRESETS
from core.word.style_profile import preset
from tests.core.report.sample_reports import written_report

TODAY = datetime(2026, 1, 10, 9, 30)
ORDER = [
    "填报人意见",
    "科室负责人审核",
    "数据提供科室会签",
    "办公室核稿",
    "保密审查意见",
    "分管领导审批",
    "主要负责人签发",
]


def _checked(report: Report) -> CheckResult:
    last_year = written_report(3)
    last_year = last_year.with_texts({"meta.year": "2024"})
    result = check_report(report, last_year=last_year, final=True, today=TODAY.date())
    for finding in result.open_warnings[:2]:
        report = replace(
            report,
            explanations={
                **report.explanations,
                finding.key: Explanation("经核对台账无误。", "张小三", "2026-01-09", finding.message),
            },
        )
    return check_report(report, last_year=last_year, final=True, today=TODAY.date())


@pytest.fixture
def report() -> Report:
    return written_report()


def _rows(data: bytes) -> list[list[Run]]:
    rows = Document(io.BytesIO(data)).tables[0].rows
    return [[run for cell in row.cells for p in cell.paragraphs for run in p.runs] for row in rows]


def _cells(data: bytes) -> list[str]:
    """The texts of all cells in reading order, a merged one once."""
    rows = Document(io.BytesIO(data)).tables[0].rows
    return [cell.text for row in rows for cell in {id(cell._tc): cell for cell in row.cells}.values()]


def test_sheet_has_all_fields_and_the_signatures_in_their_order() -> None:
    report = written_report()
    report = report.with_texts(
        {"meta.author": "张小三", "meta.phone": "027-1234", "meta.website": "https://example.gov.cn"}
    )
    cells = _cells(signoff_bytes(report, _checked(report), today=TODAY, stage="送审稿第2稿"))
    beside = dict(pairwise(cells))
    assert beside["报告名称"] == "某某县水利局2025年政府信息公开工作年度报告"
    assert (beside["填报单位"], beside["报告年度"]) == ("某某县水利局", "2025年")
    assert (beside["填报人"], beside["联系电话"], beside["稿次"]) == ("张小三", "027-1234", "送审稿第2稿")
    assert beside["公开渠道及网址"] == "https://example.gov.cn"
    assert beside["文件校验码"] == report_checksum(report)
    assert beside["打印时间"] == "2026年1月10日 9:30"
    assert [cell for cell in cells if cell in ORDER] == ORDER
    assert not re.search("【|】", "".join(cells))


def test_each_row_of_the_sheet_reaches_from_edge_to_edge() -> None:
    report = written_report()
    table = Document(io.BytesIO(signoff_bytes(report, _checked(report), today=TODAY, stage="定稿"))).tables[0]
    whole = sum(column.width or 0 for column in table.columns)
    for row in table.rows:
        assert sum(cell.width or 0 for cell in {id(cell._tc): cell for cell in row.cells}.values()) == whole


def test_no_name_of_a_unit_is_broken_within_a_word() -> None:
    unit = "青川县高质量发展领导小组办公室和应急管理综合行政执法大队"
    report = written_report().with_texts({"meta.unit": unit})
    beside = dict(pairwise(_cells(signoff_bytes(report, _checked(report), today=TODAY, stage="定稿"))))
    lines = beside["填报单位"].split("\n")
    assert "".join(lines) == unit
    assert 1 < len(lines) <= 2
    at, words = 0, known_words_at(unit)
    for line in lines[:-1]:
        at += len(line)
        assert words[at] != WITHIN


def test_sheet_carries_verdict_totals_and_the_reasons_for_suspect_numbers() -> None:
    report = written_report()
    report = report.with_cells({"t2.licensing.decisions": 656})
    result = _checked(report)
    values = signoff_values(report, result, today=TODAY)
    assert values["校核结果"].startswith(f"{result.verdict}：错误")
    assert "行政许可 656件" in values["主要数据"]
    assert "万元" in values["主要数据"]
    assert "——说明：经核对台账无误。" in values["疑点说明"]
    assert values["打印时间"] == "2026年1月10日 9:30"
    assert signoff_values(report, result, today=date(2026, 1, 10))["打印时间"] == "2026年1月10日"


def test_every_deviation_is_listed_those_of_texts_too(report: Report) -> None:
    reason = Explanation("经核对台账无误。", "张三", "2026-01-09", "")
    of_a_number = Finding("T2-01", "warning", "数字已说明", ("t2.rules.issued",), explained=reason)
    of_a_text = Finding("N-08", "warning", "文字待核实", places=(Place("s5", 0, 2),))
    settled = replace(of_a_text, message="文字已说明", explained=reason)
    result = replace(_checked(report), findings=(of_a_text, settled, of_a_number))
    values = signoff_values(report, result, today=TODAY)
    assert values["疑点说明"] == (
        "1.文字已说明——说明：经核对台账无误。\n2.数字已说明——说明：经核对台账无误。\n3.文字待核实——待核实"
    )
    assert values["校核结果"].endswith("待核实的疑点1个，已说明的疑点2个")


def test_blank_numbers_are_said_to_be_blank() -> None:
    report = written_report()
    report = report.with_cells({"t3.R01.C1": None})
    assert "本年新收申请 未填" in signoff_values(report, _checked(report), today=TODAY)["主要数据"]


def test_a_total_with_a_refused_part_is_not_said_to_be_blank() -> None:
    report = written_report()
    report = report.with_cells({"t3.R07.C2": parse_cell(report.form, "t3.R07.C2", "1O")})
    totals = signoff_values(report, _checked(report), today=TODAY)["主要数据"].split("；")
    assert "办理结果总计 有误，未算出" in totals
    assert not any("未填" in total for total in totals)


def test_what_was_refused_stands_as_it_was_typed_as_on_other_papers() -> None:
    report = written_report()
    report = report.with_cells({"t2.fees.amount": parse_cell(report.form, "t2.fees.amount", "1.2345678")})
    values = paper_values(report, _checked(report), today=TODAY, last_year=None)
    assert values[spelling(f"表二·{report.form.cells['t2.fees.amount'].name}")] == "1.2345678"
    totals = signoff_values(report, _checked(report), today=TODAY)["主要数据"]
    assert "行政事业性收费 1.2345678" in totals.split("；")


def test_departments_come_from_the_origins_of_the_numbers() -> None:
    report = written_report()
    result = _checked(report)
    assert signoff_values(report, result, today=TODAY)["会签"].count("\n") == 4
    report = replace(
        report, origins={**report.origins, "t2.penalty": Origin("执法大队", "王某", "2026-01-05", "系统导出")}
    )
    report = replace(
        report, origins={**report.origins, "t2.coercion": Origin("执法大队", "王某", "2026-01-05", "系统导出")}
    )
    report = replace(report, origins={**report.origins, "t3": Origin("办公室", "", "", "")})
    lines = signoff_values(report, result, today=TODAY)["会签"].split("\n")
    assert [line[:4] for line in lines] == ["执法大队", "办公室　"]
    assert "（王某　2026年1月5日）" in lines[0]
    counted = replace(report, origins={"t3": Origin("", "", "2026-01-05", "台账 登记号1")})
    (line,) = signoff_values(counted, result, today=TODAY)["会签"].split("\n")
    assert line.split() == ["签名：", "年", "月", "日"]  # nobody is named: room for the name


def _warned(result: CheckResult, count: int, length: int = 30) -> CheckResult:
    """The result with so many 疑点 of so many characters, every other one explained."""
    said = Explanation("经与台账核对无误，上年系统切换少录。", "张三", "2026-01-09", "")
    return replace(
        result,
        findings=tuple(
            Finding(
                "T2-01", "warning", f"第{i}处" + "长" * length, ("t2.rules.issued",), explained=said if i % 2 else None
            )
            for i in range(count)
        ),
    )


def _from_departments(report: Report, count: int) -> Report:
    """The report with numbers of so many departments."""
    blocks = [block.code for block in blocks_of(report.form)]
    return replace(report, origins={blocks[i]: Origin(f"第{i}科", "张三", "2026-01-05", "台账") for i in range(count)})


def test_a_page_with_room_is_in_full_size_type_and_its_boxes_grow(report: Report) -> None:
    sheet = signoff_sheet(report, _warned(_checked(report), 2), today=TODAY, stage="", profile=preset())
    assert sheet.size == preset().sizes["table"] == 10.5
    boxes = [row.height for row in sheet.rows if row.is_signed]
    assert min(boxes) > 80
    height = sum(row.height for row in sheet.rows) + preset().title_pitch
    assert 735 < height < 736  # points between the margins of A4, but 16 for another font
    data = signoff_bytes(report, _warned(_checked(report), 2), today=TODAY)
    assert all(run.font.size is None for row in _rows(data) for run in row)  # no text is set smaller than its style


def test_seven_origins_and_many_deviations_are_one_page_in_smaller_type(report: Report) -> None:
    report = _from_departments(report, 7).with_texts(
        {"meta.website": "https://www.example.gov.cn/" + "xxgk/2025/" * 20}
    )
    sheet = signoff_sheet(report, _warned(_checked(report), 8), today=TODAY, stage="", profile=preset())
    assert 9 <= sheet.size < 10.5
    assert (sheet.appendix, sheet.tables) == ((), ())


def test_more_origins_sign_on_a_second_page_with_title_and_checksum(report: Report) -> None:
    report = _from_departments(report, 9)
    data = signoff_bytes(report, _checked(report), today=TODAY)
    document = Document(io.BytesIO(data))
    assert "共9处数据来源，请在附页“数据提供科室会签表”上逐一签名。" in _cells(data)
    (table,) = document.tables[1:]
    assert [cell.text for cell in table.rows[1].cells] == ["第0科", "主动公开：规章", "张三", "2026年1月5日", "", ""]
    assert len(table.rows) == 10
    assert "审签单附页" in "".join(p.text for p in document.paragraphs)
    section = document.sections[0]
    assert section.header.paragraphs[0].text == f"政府信息公开工作年度报告审签单　校验码 {report_checksum(report)}"
    assert section.first_page_header.paragraphs[0].text == ""


def test_deviations_that_find_no_room_go_on_on_the_second_page_and_none_is_left_out(report: Report) -> None:
    result = _warned(_checked(report), 30, 90)
    sheet = signoff_sheet(report, result, today=TODAY, stage="", profile=preset())
    shown = next(cell.text for row in sheet.rows for cell in row.cells if cell.text.startswith("1."))
    *lines, rest = shown.split("\n")
    more = [text for table in sheet.tables for row in table.rows for text in row]
    assert rest == f"其余{len(more)}个见附页“疑点及说明（续）”。"
    assert [*lines, *more] == warning_lines(result)
    assert len(lines) > 2
    assert sheet.size == 10.5


def test_changed_numbers_make_the_printed_sheet_outdated() -> None:
    report = written_report()
    assert not is_outdated(report)
    report = note_printed(report, TODAY).applied_to(report)
    assert report.status["printed_on"] == "2026-01-10"
    assert not is_outdated(report)
    report = report.with_texts({"meta.author": "李四"})
    assert not is_outdated(report)
    assert changes_since_printed(report) == []
    report = report.with_cells({"t3.R03.C1": 77})
    report = report.with_texts({"s6": "", "meta.title": "新标题"})
    assert is_outdated(report)
    assert changes_since_printed(report) == [
        "报告标题已修改",
        "依申请公开：（一）予以公开·自然人现为77",  # its totals follow it
        "其他事项：其他需要报告的事项已修改",
    ]
    report = note_printed(report, TODAY).applied_to(report)
    assert changes_since_printed(report) == []


def _own_sheet(folder: Path, *paragraphs: tuple[str, ...]) -> Path:
    """An office's own sheet; each paragraph is given as its runs."""
    document = Document()
    for runs in paragraphs:
        paragraph = document.add_paragraph()
        for text in runs:
            paragraph.add_run(text).bold = text.startswith("【")
    table = document.add_table(1, 1)
    table.cell(0, 0).text = "单位：【填报单位】"
    document.sections[0].header.paragraphs[0].text = "校验码【校验码】"
    path = folder / "本单位发文稿纸.docx"
    document.save(str(path))
    return path


def test_a_sheet_printed_again_does_not_ask_to_be_printed_again(report: Report) -> None:
    old = Finding("F-04", "warning", "审签单打印之后内容有改动，请重新打印审签单。")
    result = CheckResult((old,), (), "", ())
    values = signoff_values(report, result, today=TODAY)
    shown = signoff_sheet(report, result, today=TODAY, stage="送审稿第3稿", profile=preset("windows"))
    assert "重新打印" not in str(values) + str(shown)
    assert "待核实的疑点0个" in str(values)


def test_own_sheet_is_filled_wherever_a_placeholder_stands(tmp_path: Path) -> None:
    report = written_report()
    path = _own_sheet(
        tmp_path, ("标题：【报告", "名称】（", "【报告年度】）"), ("【 会签　】",), ("【不认识】保留",), ("【附件】",)
    )
    document = Document(io.BytesIO(signoff_bytes(report, _checked(report), today=TODAY, template=path)))
    texts = [p.text for p in document.paragraphs]
    assert texts[0] == "标题：某某县水利局2025年政府信息公开工作年度报告（2025年）"
    assert texts[1].count("\n") == 4
    assert texts[2:4] == ["【不认识】保留", "【附件】"]
    assert document.tables[0].cell(0, 0).text == "单位：某某县水利局"
    assert document.sections[0].header.paragraphs[0].text == f"校验码{report_checksum(report)}"


def test_unknown_placeholders_of_an_own_sheet_are_named_and_left_empty_where_wanted(
    report: Report, tmp_path: Path
) -> None:
    path = _own_sheet(tmp_path, ("【报告", "名称】"), ("【不认", "识】签发"), ("【附件】",), ("【附件】",))
    assert unknown_placeholders(path) == ["不认识", "附件"]
    data = signoff_bytes(report, _checked(report), today=TODAY, template=path, left_empty=["不认识", "附件"])
    assert [p.text for p in Document(io.BytesIO(data)).paragraphs][1:] == ["签发", "", ""]


def test_values_with_markup_or_placeholders_in_them_are_put_in_as_they_are(tmp_path: Path) -> None:
    report = written_report(unit="<w:t>【校验码】&局")
    path = _own_sheet(tmp_path, ("【填报单位】",))
    document = Document(io.BytesIO(signoff_bytes(report, _checked(report), today=TODAY, template=path)))
    assert document.paragraphs[0].text == "<w:t>【校验码】&局"


def test_own_sheet_without_placeholders_is_refused_with_their_names(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("没有占位")
    path = tmp_path / "稿纸.docx"
    document.save(str(path))
    report = written_report()
    with pytest.raises(FileError, match="没有可以填写的占位") as caught:
        signoff_bytes(report, _checked(report), today=TODAY, template=path)
    assert all(f"【{p.name}】" in caught.value.advice for p in placeholders())
    path.write_bytes(b"nothing")
    with pytest.raises(ReportError):
        signoff_bytes(report, _checked(report), today=TODAY, template=path)


def test_every_placeholder_of_the_list_stands_on_the_shipped_sheet() -> None:
    texts = [cell.get("text", "") for row in signoff_fields()["rows"] for cell in row["cells"]]
    for placeholder in placeholders():
        assert f"【{placeholder.name}】" in texts
        assert placeholder.help


def test_the_sheet_follows_the_style_profile(tmp_path: Path) -> None:
    report = written_report(3)
    for name in (PRESETS[0], "founder"):
        data = signoff_bytes(report, _checked(report), today=TODAY, profile=preset(name))
        path = tmp_path / "a.docx"
        path.write_bytes(data)
        with zipfile.ZipFile(path) as archive:
            assert preset(name).fonts["body"] in archive.read("word/styles.xml").decode()
        assert "【报告名称】" not in "".join(c.text for row in Document(str(path)).tables[0].rows for c in row.cells)
