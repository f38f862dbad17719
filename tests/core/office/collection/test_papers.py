"""The Word papers and the workbook as Word, WPS and Excel take them: by the schemas, and rendered by LibreOffice."""

from __future__ import annotations

import re
import subprocess
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH

from build_scripts.sweeps.libreoffice import convert, recalculate
from core.checks.findings import finding_json
from core.checks.rules import PrintedForm
from core.form.form_reader import load_form
from core.form.formats import all_formats
from core.office.collection import desk_workbook as workbook_module
from core.office.collection.decisions import Decision, decision_of, own_item
from core.office.collection.desk import DeskFile, UnitResult
from core.office.collection.desk_rules import desk_rules, desk_settings
from core.office.collection.desk_sheets import FINDINGS, LEDGER, UNITS
from core.office.collection.desk_workbook import desk_workbook, finding_rows, totals_in_words
from core.office.collection.file_record import LETTER, UNREAD, FileRecord, read_record
from core.office.collection.ledger import column_of, make_ledger
from core.office.collection.letter_items import LetterItem, basis_of, in_a_line, letter_items
from core.office.collection.letters import LetterFacts, letter_bytes
from core.office.collection.make_desk import make_desk
from core.office.collection.publication import publication_contents, publication_paper
from core.office.collection.unit_list import ListedUnit
from core.report.entry_text import Refused
from core.report.report import Report, new_report
from core.validation.validation import check_report
from tests.core.office.collection.desk_samples import FINDING, FIVE, ITEM, desk, file, record
from tests.core.word.test_word_validity import _findings

LONG = LetterItem(
    "N-14b",
    "warning",
    "第三部分",
    "本年新收政府信息公开申请数量（自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他、总计）",
    "存在的主要问题一是公开的深度不够二是解读形式单一三是更新不及时四是人员变动五是经费不足六是渠道较少",
    "第一部分“政府信息公开平台建设”写的是“网站发布12000条”，表中合计是12001条，相差1条，请核对台账后改正文字或者表格，"
    "两处应当一致，确属统计口径不同的请说明理由并报送依据材料备查。",
    "N-14b，官方：国办公开办函〔2021〕30号规定的格式要求",
)


def letter(*items: LetterItem) -> bytes:
    unit = UnitResult(ListedUnit("青澜县人力资源和社会保障局高新技术产业开发区分局"))
    return letter_bytes(unit, 2, items, [LONG], LetterFacts(), date(2026, 1, 20), 2025)


def items_of(report: Report, **printed: Any) -> tuple[LetterItem, ...]:
    result = check_report(report, final=True, today=date(2026, 1, 20), printed_form=PrintedForm(**printed))
    return letter_items(report, result)


ONLY_A_LETTER = LetterItem(
    "B-10", "warning", "整份报告", "整份报告", "报送函", "请补报2025年度报告正文。", "B-10，惯例"
)


def test_a_letter_asks_for_what_it_holds_and_bears_office_and_day_in_words() -> None:
    office = "青澜县人民政府办公室"
    assert desk([file(office), file("青澜县水利局")]).office == office
    assert desk([file(office), file("朔原县人民政府办公室")]).office == ""
    for items, asked in (
        ([LONG], "（疑点1个）：疑点请核实，有误的改正，无误的说明情况。"),
        ([ITEM], "（错误1个）：错误须改正。"),
        ([ITEM, LONG], "：错误须改正；疑点请核实，有误的改正，无误的说明情况。"),
        ([own_item("第五部分", "请写明栏目。")], "（另提1处）：请核对修改。"),
        ([ITEM, own_item("第五部分", "请写明栏目。")], "（错误1个、另提1处）：错误须改正。"),
        ([ONLY_A_LETTER], "（疑点1个）：请补报报告正文。"),
    ):
        facts = LetterFacts("2026-01-25", office=office)
        data = letter_bytes(UnitResult(ListedUnit("甲局")), 1, items, [], facts, date(2026, 1, 20), 2025)
        lines = [p.text for p in docx.Document(BytesIO(data)).paragraphs]
        assert lines[2].endswith(asked)
        assert "请于2026年1月25日前报回" in lines[-5]
        assert lines[-4:] == ["", "", office, "2026年1月20日"]  # room for the seal


def test_a_remark_of_the_office_without_a_place_leaves_place_and_quote_blank() -> None:
    items = [own_item("", "请盖公章。"), own_item("第五部分", "请写明栏目。")]
    data = letter_bytes(UnitResult(ListedUnit("甲局")), 1, items, [], LetterFacts(), date(2026, 1, 20), 2025)
    rows = [[cell.text for cell in row.cells] for row in docx.Document(BytesIO(data)).tables[0].rows]
    assert rows[1:] == [["1", "", "", "请盖公章。", "审核意见"], ["2", "第五部分", "", "请写明栏目。", "审核意见"]]


def test_a_letter_says_which_of_several_reports_it_is_about() -> None:
    def opening(*files: DeskFile, chosen: str = "") -> str:
        listed, decided = [ListedUnit("甲局")], {"甲局": Decision(chosen=chosen)}
        (unit,) = make_desk(files, listed, 2025, load_form(), desk_settings(), decided).units
        data = letter_bytes(unit, 1, [ITEM], [], LetterFacts(), date(2026, 1, 20), 2025)
        return docx.Document(BytesIO(data)).paragraphs[2].text.partition("，第1次退回")[0].partition("年度报告")[2]

    two = [file("甲局", f"报/{shown}.docx", digest=shown, shown=shown) for shown in "ab"]
    old = file("甲局", "旧.docx", digest="c", year=2024)
    assert opening(two[0]) == ""
    assert opening(*two) == "（收到2份内容不同的报告：“a.docx”、“b.docx”，请逐份核对）"
    assert opening(*two, chosen="b") == "（“b.docx”）"
    assert opening(two[0], old) == "（“a.docx”）"
    assert opening(old, file("甲局", "更旧.docx", digest="d", year=2023)).startswith("（收到2份报告：“")


@pytest.mark.parametrize(
    ("contact", "office", "said", "signed"),
    [
        ("李某 0000-1234567", "青澜县人民政府办公室", "李某 0000-1234567", "青澜县人民政府办公室"),
        ("李某。", "", "李某", "＿＿＿＿＿＿＿＿＿＿＿＿"),
        ("", "", "＿＿＿＿＿＿＿＿", "＿＿＿＿＿＿＿＿＿＿＿＿"),
    ],
)
def test_unit_and_day_of_a_letter_are_centred_on_each_other(contact: str, office: str, said: str, signed: str) -> None:
    facts = LetterFacts("2026-01-25", contact, office)
    data = letter_bytes(UnitResult(ListedUnit("甲局")), 1, [ITEM], [], facts, date(2026, 1, 20), 2025)
    *_, text, seal, more, unit, day = docx.Document(BytesIO(data)).paragraphs
    assert text.text.endswith(f"联系人和电话：{said}。")
    assert text.paragraph_format.space_before
    assert unit.text == signed
    looks = [(p.alignment, p.paragraph_format.left_indent, p.paragraph_format.right_indent) for p in (unit, day)]
    assert looks[0] == looks[1]
    assert looks[0][0] == WD_ALIGN_PARAGRAPH.CENTER
    assert all(p.paragraph_format.keep_with_next for p in (text, seal, more, unit))


def test_the_place_of_an_item_is_said_once() -> None:
    assert in_a_line(ITEM) == "“自然人”列：相差1。"
    assert in_a_line(ITEM._replace(place="第五部分", check="第五部分没有文字。")) == "第五部分没有文字。"


def test_a_total_that_is_left_blank_is_said_to_be_blank() -> None:
    report = new_report("甲局", "政府部门", 2025, with_zeros=True)
    (item,) = [i for i in items_of(report, blank_totals=("t4.review.total",)) if i.rule_id == "C-06"]
    assert (item.part, item.place, item.written) == ("第四部分", "行政复议（总计）", "总计：空白")


def test_what_stands_in_a_cell_is_set_apart_from_its_name() -> None:
    report = new_report("甲局", "政府部门", 2025, with_zeros=True).with_cells(
        {"t3.R01.C1": Refused("-3", "C-04", "件数不能是负数"), "t3.R02.C2": None}
    )
    assert {"自然人：-3", "商业企业：空白"} <= {item.written for item in items_of(report)}


def test_an_item_that_an_older_program_struck_stays_struck() -> None:
    item = ITEM._replace(written="自然人：-3")
    old = decision_of({"struck": [[ITEM.rule_id, ITEM.place, "自然人-3"]]})
    assert old.items([item, ITEM._replace(written="自然人：3")], ()) == [ITEM._replace(written="自然人：3")]


def test_a_reworded_title_is_quoted() -> None:
    report = new_report("甲局", "政府部门", 2025, with_zeros=True)
    said = [("一、工作概况", "一、总体情况"), ("五、明年安排", "五、存在的主要问题及改进情况")]
    items = [i for i in items_of(report, reworded=tuple(said)) if i.rule_id == "N-13"]
    assert [(i.part, i.place, i.written) for i in items] == [("整份报告", "整份报告", found) for found, _ in said]
    assert items[0].check == "标题写的是“一、工作概况”，应为“一、总体情况”，请核对。"


def test_what_stands_in_the_place_of_an_unknown_number_is_quoted() -> None:
    report = new_report("甲局", "政府部门", 2025, with_zeros=True).with_texts({"s5": "收到{t3.R99.C1}件。"})
    (item,) = [i for i in items_of(report) if i.rule_id == "N-12"]
    assert item.written == "{t3.R99.C1}"


def test_a_table_that_is_not_there_is_named_as_a_whole() -> None:
    report = new_report("甲局", "政府部门", 2025, with_zeros=True)
    report = report.with_cells(dict.fromkeys(report.form.tables["t3"].cells))
    (item,) = [i for i in items_of(report, missing_tables=("t3",)) if i.part == "第三部分"]
    assert (item.place, item.written) == ("收到和处理政府信息公开申请情况表", "整张表空白")
    assert item.check.startswith("没有找到第三部分的表（收到和处理政府信息公开申请情况表），请补上")


@pytest.mark.needs_libreoffice
@pytest.mark.slow
def test_a_letter_of_twelve_long_items_is_one_page(tmp_path: Path) -> None:
    for name, count in (("twelve", 12), ("one", 1), ("thirty", 30)):
        (tmp_path / f"{name}.docx").write_bytes(letter(*[LONG] * count))
    convert(list(tmp_path.glob("*.docx")), "pdf", tmp_path, tmp_path / "office")
    text = subprocess.run(["pdfinfo", str(tmp_path / "twelve.pdf")], check=True, capture_output=True, text=True).stdout
    assert "Pages:           1\n" in text
    assert subprocess.run(
        ["pdfinfo", str(tmp_path / "one.pdf")], check=True, capture_output=True, text=True
    ).stdout.count("Pages:           1\n")
    last = ["pdftotext", "-f", "3", str(tmp_path / "thirty.pdf"), "-"]
    assert (
        "应核对的" in subprocess.run(last, check=True, capture_output=True, text=True).stdout
    )  # the header is repeated


def test_the_papers_are_valid_word_documents(tmp_path: Path) -> None:
    made = desk([file("甲局", published_on="2026-02-03", published_url="https://x")], ["甲局", "乙局"])
    for name, data in (("letter", letter(ITEM, LONG)), ("paper", publication_paper(made, make_ledger(made.form, [])))):
        assert _findings(data, tmp_path / f"{name}.docx") == []


def test_the_paper_on_publishing_names_who_is_missing_and_who_was_late(tmp_path: Path) -> None:
    made = desk([file("甲局", published_on="2026-02-03", published_url="https://x")], ["甲局", "乙局"])
    path = tmp_path / "a.docx"
    path.write_bytes(publication_paper(made, make_ledger(made.form, [])))
    document = docx.Document(str(path))
    text = "\n".join(p.text for p in document.paragraphs)
    assert "单位2个，已收到报告1个，登记公布1个" in text
    assert "未报：乙局。" in text
    assert "2026年1月31日以后公布：甲局（2026-02-03）。" in text
    assert [[c.text for c in row.cells] for row in document.tables[0].rows][1:] == [
        ["1", "甲局", "已收", "2026-02-03", "https://x"],
        ["2", "乙局", "未报", "未登记", "未登记"],
    ]


def test_where_and_when_a_unit_published_stands_in_the_list_until_the_office_pastes_another() -> None:
    listed = [ListedUnit("甲局", published_on="2026-01-20", published_url="https://x")]
    for pasted, shown in (
        (Decision(counts="是"), ("2026-01-20", "https://x")),
        (Decision(published_on="2026-01-22", published_url="https://y"), ("2026-01-22", "https://y")),
        (Decision(published_url="https://y"), ("2026-01-20", "https://y")),
    ):
        made = make_desk([file("甲局")], listed, 2025, load_form(), desk_settings(), {"甲局": pasted})
        (row,) = publication_contents(made, make_ledger(made.form, []))[2]
        assert tuple(row[3:]) == shown


def test_a_government_is_late_only_after_its_own_day() -> None:
    days = {
        "甲局": "2026-02-03",
        "白石镇人民政府": "2026-02-12",
        "上营镇人民政府": "2026-04-01",
        "东城街道办事处": "2026-01-31",
    }
    made = desk([file(name, published_on=day) for name, day in days.items()], list(days))
    _, lines, _ = publication_contents(made, make_ledger(made.form, []))
    assert lines[1:] == [
        "　　2026年1月31日以后公布：甲局（2026-02-03）。",
        "　　2026年3月31日以后公布：上营镇人民政府（2026-04-01）。",
    ]


def test_a_day_that_cannot_be_and_errors_that_are_public_are_named_and_counted_alike() -> None:
    early = file("甲局", published_on="2025-12-25")
    made = desk([early, file("乙局", published_on="2026-01-20", items=(ITEM,))], ["甲局", "乙局"])
    assert [(u.state, u.open_doubts) for u in made.units] == [("有疑点", 1), ("有错误", 0)]
    _, lines, _ = publication_contents(made, make_ledger(made.form, []))
    assert "登记公布1个" in lines[0]
    assert lines[1:] == ["　　公布日期有误，没有计入：甲局（2025-12-25）。", "　　已公布，但报告还有错误：乙局。"]
    assert totals_in_words(made).endswith("有错误1，有疑点1，已公布1（其中1个还有问题）")
    differing = [file("甲局", f"{shown}.docx", digest=shown, shown=shown) for shown in "ab"]
    assert totals_in_words(desk(differing, ["甲局"])) == "应报1个单位，已收1，待定1（以哪一份为准）"
    assert ["甲局", "疑点", "", "", "公布日期", "公布日期2025年12月25日早于2025年度结束", "待处理"] in finding_rows(
        made
    )


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("", ""),
        ("2026-01-20", ""),
        ("2026年1月20日", ""),
        ("2025-12-31", "公布日期2025年12月31日早于2025年度结束"),
        ("一月底", "公布日期“一月底”读不出是哪一天"),
        ("1月20日", "公布日期“1月20日”读不出是哪一天"),
        ("2026-02-30", "公布日期“2026-02-30”读不出是哪一天"),
    ],
)
def test_a_unit_is_published_only_on_a_day_that_can_be(written: str, fault: str) -> None:
    made = desk([file("甲局", published_on=written)], ["甲局"])
    assert made.units[0].publication_fault == fault
    assert [row[5] for row in finding_rows(made) if row[4] == "公布日期"] == ([fault] if fault else [])
    lines = publication_contents(made, make_ledger(made.form, []))[1]
    assert (f"　　公布日期有误，没有计入：甲局（{written}）。" in lines) == bool(fault)


def test_what_the_office_decided_stands_in_the_workbook() -> None:
    alike = [file(name, texts={"s5": FIVE}) for name in ("甲局", "乙局")]
    two = [file("丙局", f"{shown}.docx", digest=shown, shown=shown) for shown in "ab"]
    reason = "已电话核实，无误"
    decided = {file.record.unit: Decision(adopted=(file.record.digest,), reason=reason) for file in alike}
    decided["丙局"] = Decision(chosen="b")
    listed = [ListedUnit(name) for name in ("甲局", "乙局", "丙局")]
    made = make_desk([*alike, *two], listed, 2025, load_form(), desk_settings(), decided)
    assert [(row[2], row[6]) for row in finding_rows(made)] == [("B-05", f"已核实（{reason}）")]
    sheet = openpyxl.load_workbook(BytesIO(desk_workbook(made, make_ledger(made.form, []))))[UNITS]
    notes = [sheet.cell(row, sheet.max_column).value for row in (2, 3, 4)]
    assert notes == [f"已核实采用：{reason}", f"已核实采用：{reason}", "以“b.docx”为准"]


@pytest.mark.parametrize(
    ("reasons", "said"),
    [
        ({}, "待处理"),
        ({"甲局": "同一起草人"}, "甲局已核实（同一起草人）"),
        ({"乙局": "同一起草人"}, "乙局已核实（同一起草人）"),
        ({"甲局": "同一起草人", "乙局": "另有说明"}, "已核实（同一起草人；另有说明）"),
        ({"丙局": "另有说明"}, "待处理"),
    ],
)
def test_of_two_that_are_alike_it_is_said_which_one_the_office_has_adopted(reasons: dict[str, str], said: str) -> None:
    files = [file("甲局", texts={"s5": FIVE}), file("乙局", texts={"s5": FIVE}), file("丙局", items=(LONG,))]
    decided = {
        one.record.unit: Decision(adopted=(one.record.digest,), reason=reasons[one.record.unit])
        for one in files
        if one.record.unit in reasons
    }
    listed = [ListedUnit(one.record.unit) for one in files]
    made = make_desk(files, listed, 2025, load_form(), desk_settings(), decided)
    assert [row[6] for row in finding_rows(made) if row[2] == "B-05"] == [said]


def test_the_header_of_each_sheet_stays_in_view_and_is_printed_on_each_page() -> None:
    made = desk([file("甲局"), file("乙局")])
    book = openpyxl.load_workbook(BytesIO(desk_workbook(made, make_ledger(made.form, []))))
    kept = {sheet.title: (sheet.freeze_panes, sheet.print_title_rows) for sheet in book}
    assert kept.pop(LEDGER) == ("E3", "$1:$2")  # its header is two rows, beside the names of the numbers
    assert set(kept.values()) == {("A2", "$1:$1")}


def test_a_list_without_rows_can_be_filtered_once_there_are_some() -> None:
    made = desk([file("甲局")])
    assert finding_rows(made) == []
    book = openpyxl.load_workbook(BytesIO(desk_workbook(made, make_ledger(made.form, []))))
    assert (book[UNITS].auto_filter.ref, book[FINDINGS].auto_filter.ref) == ("A1:O2", "A1:G2")


def test_what_is_private_in_a_report_is_told_to_the_office_and_to_no_unit() -> None:
    said = "第五部分出现身份证号：“362531198010013215”，请确认可以公开。"
    hint = {**FINDING, "rule": "N-21", "level": "hint", "cells": [], "message": said}
    hint["places"] = [{"text": "s5", "start": 0, "end": 18}]
    made = desk([file("甲局", findings=(hint,))], ["甲局"])
    (unit,) = made.units
    assert (unit.items, unit.state, unit.open_doubts) == ([], "有疑点", 1)
    shown = said.replace("362531198010013215", "362***********3215")  # the list goes from hand to hand
    expected = ["甲局", "疑点", "N-21", "第五部分", "", shown, "退回时打勾才写入意见"]
    assert finding_rows(made) == [expected]
    sheet = openpyxl.load_workbook(BytesIO(desk_workbook(made, make_ledger(made.form, []))))[UNITS]
    assert sheet.cell(2, sheet.max_column).value == "有个人信息，退回时打勾才写入意见（见“问题清单”）"


@pytest.mark.parametrize(
    ("lead", "state"),
    [
        ("申请人身份证号330102 19800101 1234。", "有疑点"),
        ("电话138 0013 8000。", "有疑点"),
        ("卡号6222 0210 0111 6245 702。", "有疑点"),
        ("邮箱xxgk@163.com。", "可采用"),
    ],
)
def test_a_number_of_a_person_is_a_doubt_until_the_office_adopts_the_report(lead: str, state: str) -> None:
    checked = check_report(new_report("甲局", "政府部门", 2025).with_texts({"lead": lead}), today=date(2026, 1, 20))
    hints = tuple(finding_json(f) for f in checked.findings if f.rule_id == "N-21")
    (unit,) = desk([file("甲局", findings=hints)], ["甲局"]).units
    assert (unit.state, unit.open_doubts, len(unit.items)) == (state, int(state == "有疑点"), 0)

    listed, decided = [ListedUnit("甲局")], {"甲局": Decision(adopted=unit.digests, reason="已电话核实")}
    made = make_desk(unit.files, listed, 2025, load_form(), desk_settings(), decided)
    assert made.units[0].state == "可采用"
    if state == "有疑点":
        assert [row[-1] for row in finding_rows(made)] == ["已核实（已电话核实）"]


def test_the_basis_of_no_item_has_brackets_within_brackets() -> None:
    forms = [load_form(known.id).rules.values() for known in all_formats()]
    bases = [basis_of(rule) for rule in [*desk_rules().values(), *(rule for rules in forms for rule in rules)]]
    assert "T3-01，官方：表样" in bases
    assert [basis for basis in bases if re.search("（[^）]*（", basis)] == []


def test_last_years_report_and_a_covering_letter_are_not_counted_as_received() -> None:
    lines = ("关于报送年度报告的函", "现将我局报告报上。", "丙局", "2026年1月12日")
    letter = DeskFile("函.docx", FileRecord("f", LETTER, lines=lines))
    differing = [file("丁局", f"{shown}.docx", digest=shown, shown=shown) for shown in "ab"]
    made = desk([file("甲局"), file("乙局", year=2024), letter, *differing], ["甲局", "乙局", "丙局", "丁局", "戊局"])
    document = docx.Document(BytesIO(publication_paper(made, make_ledger(made.form, []))))
    text = "\n".join(p.text for p in document.paragraphs)
    assert "单位5个，已收到报告2个，" in text
    assert "未报：戊局。" in text
    assert "收到的不是2025年度报告：乙局（2024年度报告）；丙局（只有报送函）。" in text
    reports = [row.cells[2].text for row in document.tables[0].rows][1:]
    assert reports == ["已收", "2024年度报告", "只有报送函", "已收", "未报"]
    assert totals_in_words(made).startswith("应报5个单位，已收2，只有其他年度报告或报送函2，未报1，")
    sheet = openpyxl.load_workbook(BytesIO(desk_workbook(made, make_ledger(made.form, []))))
    assert [row[7:9] for row in sheet[UNITS].iter_rows(2, 6, values_only=True)] == [
        (0, 0),
        (1, 0),
        (0, 1),
        (0, 1),
        (None, None),
    ]
    last = [cell.value for cell in sheet[LEDGER][sheet[LEDGER].max_row]][5:]
    assert last == ["2024年度报告", "只有报送函", "2份报告不同", "未报"]


def test_a_unit_of_which_something_came_is_not_said_to_have_sent_nothing() -> None:
    names = ["青澜县卫生健康局", "青澜县水利局", "青澜县教育局", "青澜县体育教育局", "青澜县公安局", "青澜县审计局"]
    unread = [
        DeskFile(name, FileRecord(digest, UNREAD, why="坏"))
        for name, digest in (
            ("2025青澜县水利局.doc", "a"),
            ("附件1：卫生健康局张三.doc", "b"),
            ("附件2：教育局李四.doc", "c"),  # two units may be meant
            ("审计局.pdf", ""),
        )
    ]
    made = desk([*unread, file("青澜县公安分局", "甲.docx")], [*names])
    _, lines, rows = publication_contents(made, make_ledger(made.form, []))
    assert lines[1:] == [
        "　　未报：青澜县教育局、青澜县体育教育局。",
        "　　收到文件，还在核对：青澜县卫生健康局、青澜县水利局（以上2个收到的文件读不出）；"
        "青澜县公安局（单位名称待核）；青澜县审计局（收到的文件还没有读成）。",
    ]
    assert [row[2] for row in rows] == [
        *("收到的文件读不出", "收到的文件读不出", "未报", "未报", "单位名称待核", "收到的文件还没有读成")
    ]
    assert totals_in_words(made) == "应报6个单位，已收0，收到文件待核4，未报2"
    sheet = openpyxl.load_workbook(BytesIO(desk_workbook(made, make_ledger(made.form, []))))[UNITS]
    assert sheet.cell(2, sheet.max_column).value == "收到的文件读不出"


def test_the_sheet_of_like_texts_says_which_are_not_compared(tmp_path: Path) -> None:
    made = desk([file(name, texts={"s5": FIVE}) for name in ("甲局", "乙局")], ["甲局", "乙局"])
    path = tmp_path / "a.xlsx"
    path.write_bytes(desk_workbook(made, make_ledger(made.form, []), date(2026, 1, 20)))
    rows = [row[0].value for row in openpyxl.load_workbook(path)["雷同"].iter_rows(min_row=2)]
    assert rows == ["甲局", None, "第五部分不足60个汉字的没有比较；文字较少的，90%以上相同才列出。"]


def test_errors_of_a_unit_are_marked_in_the_ledger() -> None:
    made = desk([file("甲局", figures={"t3.R01.C1": 3, "t3.R01.C2": 4}, findings=(FINDING,), items=(ITEM,))], ["甲局"])
    columns = [column_of(made.form, unit.name, unit.record, is_in_sum=True) for unit in made.units if unit.record]
    sheet = openpyxl.load_workbook(BytesIO(desk_workbook(made, make_ledger(made.form, columns))))[LEDGER]
    red = {row[0].value: row[4].value for row in sheet.iter_rows(3) if row[4].fill.fgColor.rgb == "FFFFC7CE"}
    assert red.pop("t3.R01.C1") == 3
    ((_, note),) = red.items()
    assert str(note).startswith("有1个错误，有关的格标红；")


@pytest.mark.needs_libreoffice
@pytest.mark.slow
def test_a_unit_that_is_switched_off_in_the_workbook_leaves_its_sum_at_once(tmp_path: Path) -> None:
    made = desk([file("甲局"), file("乙局")], ["甲局", "乙局"])
    form = made.form
    figures = [{code: (i + 1) * (number + 1) for i, code in enumerate(form.entered)} for number in range(2)]
    columns = [
        column_of(form, name, record(name, figures=known), is_in_sum=True)
        for name, known in zip(("甲局", "乙局"), figures, strict=True)
    ]
    path = tmp_path / "核查情况.xlsx"
    path.write_bytes(desk_workbook(made, make_ledger(form, columns)))
    book = openpyxl.load_workbook(path)
    both = [row[3] for row in openpyxl.load_workbook(path, data_only=True)[LEDGER].iter_rows(3, 205, values_only=True)]
    book[LEDGER].cell(2, 6).value = "否"
    book.save(path)
    recalculate([path], tmp_path / "out", tmp_path / "office")
    sheet = openpyxl.load_workbook(tmp_path / "out" / path.name, data_only=True)[LEDGER]
    now = [row[3] for row in sheet.iter_rows(3, 205, values_only=True)]
    one = make_ledger(form, [columns[0]]).cells
    assert now == [float(one[code]) for code in form.cells]
    assert both == [float(number) for number in make_ledger(form, columns).cells.values()]


def test_a_workbook_of_many_units_says_the_same_as_a_small_one(monkeypatch: pytest.MonkeyPatch) -> None:
    made = desk([file("甲县水利局", figures={"t3.R01.C1": 3}), file("甲县教育局", refused={"t3.R01.C1": "1O"})])
    columns = [column_of(made.form, unit.name, unit.record, is_in_sum=True) for unit in made.units if unit.record]
    ledger = make_ledger(made.form, columns)

    def shown() -> list[list[object]]:
        book = openpyxl.load_workbook(BytesIO(desk_workbook(made, ledger)))
        return [[(cell.value, cell.fill.fgColor.rgb) for cell in row] for sheet in book for row in sheet.iter_rows()]

    small = shown()
    monkeypatch.setattr(workbook_module, "_MANY_UNITS", 1)
    assert shown() == small


def test_the_own_papers_beside_the_reports_are_nobodys_covering_letter(tmp_path: Path) -> None:
    made = desk([file("甲局")])
    facts = LetterFacts(office="县政府办公室")
    data = letter_bytes(UnitResult(ListedUnit("甲局")), 1, [ITEM], [], facts, date(2026, 1, 20), 2025)
    for name, content in (("甲局.docx", data), ("公布情况.docx", publication_paper(made, make_ledger(made.form, [])))):
        (tmp_path / name).write_bytes(content)
        read = read_record(tmp_path / name, "digest", 2025, {}, date(2026, 1, 20))
        assert read.kind == UNREAD
        assert "汇总审核写出的" in read.why
