"""A letter names places that who gets it finds: in Word there is no 基本信息."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.document import Document

from build_scripts.sweeps.desk_folders import make_folder
from core.checks.findings import Finding
from core.checks.rule_run import NOT_CHECKED
from core.draft.workbook import draft_bytes
from core.form.form_reader import load_form
from core.office.collection.file_record import read_record
from core.office.collection.told_findings import told_findings
from core.office.collection.unit_list import plain_name
from core.report.report import Report
from core.word.report import report_bytes

TODAY = date(2026, 1, 20)


@pytest.fixture
def report() -> Report:
    return next(iter(make_folder(7, units=1, faults=0).reports.values()))


def word_file(report: Report, folder: Path) -> tuple[Path, Document]:
    path = folder / "a.docx"
    path.write_bytes(report_bytes(report))
    return path, docx.Document(str(path))


def items(path: Path, data: bytes) -> dict[str, tuple[str, str, str]]:
    path.write_bytes(data)
    found = read_record(path, "d", 2025, {}, TODAY).items
    return {item.rule_id: (item.part, item.place, item.written) for item in found}


def test_the_title_is_called_so_in_word_and_by_its_field_in_a_draft(report: Report, tmp_path: Path) -> None:
    title = f"{report.unit}2025年政府信息公开工作总结"
    wrong = report.with_texts({"meta.title": title})
    assert items(tmp_path / "a.docx", report_bytes(wrong))["F-05"] == ("整份报告", "标题", title)
    assert items(tmp_path / "a.xlsx", draft_bytes(wrong))["F-05"] == ("基本信息", "报告标题", title)


def test_tables_of_the_old_format_are_named_by_their_parts(report: Report, tmp_path: Path) -> None:
    form = load_form("2019")
    texts = {code: text for code, text in {**report.meta, **report.texts}.items() if code != "meta.form"}
    old = Report("2019").with_texts(texts).with_cells(dict.fromkeys(form.entered, 0))
    assert items(tmp_path / "a.docx", report_bytes(old))["F-03"] == ("整份报告", "第二部分、第三部分的表", form.name)


def test_what_repeats_last_year_is_told_with_its_share_and_of_the_whole(report: Report, tmp_path: Path) -> None:
    long = "".join(f"{sign}镇公开栏由专人按目录逐项更新并留存照片台账备查。" for sign in "东南西北上下左右甲乙丙丁")
    report = report.with_texts({"s1.manage": long})
    last = tmp_path / "上年.xlsx"
    last.write_bytes(draft_bytes(report.with_texts({"meta.year": "2024"})))
    path = tmp_path / "a.docx"

    def found(data: bytes) -> tuple[str, str, str]:
        path.write_bytes(data)
        read = read_record(path, "d", 2025, {plain_name(report.unit): (last, "x")}, TODAY).items
        return next((item.part, item.place, item.written) for item in read if item.rule_id == "N-18")

    assert found(report_bytes(report)) == ("第五部分", "第五部分", "与上年完全相同")
    five = report.texts["s5"]
    new = "窗口值守时段调整之后，群众来电要等几天才有人回复；已改为中午轮流值班。"
    other = report.with_texts({"s5": f"{five[len(new) :]}{new}"})
    part, place, written = found(report_bytes(other))
    assert (part, place) == ("整份报告", "整份报告")
    assert re.fullmatch(r"约\d+%与上年相同", written)


def test_section_one_of_last_year_is_told_and_no_item(report: Report, tmp_path: Path) -> None:
    last, path = tmp_path / "上年.xlsx", tmp_path / "a.docx"
    fresh = "".join(f"{sign}片今年改由新来的同志逐户走访后再登记造册。" for sign in "东南西北上下左右甲乙丙丁")
    last.write_bytes(draft_bytes(report.with_texts({"meta.year": "2024", "s5": fresh, "s1.manage": fresh})))
    known = {plain_name(report.unit): (last, "x")}

    def repeated(manage: str) -> str:
        path.write_bytes(report_bytes(report.with_texts({"s1.manage": manage})))
        read = read_record(path, "d", 2025, known, TODAY)
        assert "N-18" not in {item.rule_id for item in read.items}
        return read.repeated

    assert re.fullmatch(r"第一部分与上年相同约(9\d|100)%", repeated(fresh))
    assert repeated("南".join(reversed(fresh)) * 2) == ""


def test_a_section_that_is_missing_with_its_title_is_one_item(report: Report, tmp_path: Path) -> None:
    path, document = word_file(report.with_texts({"s6": ""}), tmp_path)
    (heading,) = [p for p in document.paragraphs if p.text.startswith("六、")]
    heading._element.getparent().remove(heading._element)  # type: ignore[union-attr]  # it has one
    document.save(str(path))
    found = read_record(path, "d", 2025, {}, TODAY)
    assert {"C-03", "N-13"} <= {finding["rule"] for finding in found.findings}
    (item,) = [item for item in found.items if item.rule_id in ("C-03", "N-13")]
    assert item.check == "第六部分“其他需要报告的事项”还没有文字，请补写。这一部分的标题也没有找到，请一并补上。"


def test_a_row_that_is_blank_as_a_whole_may_be_missing(report: Report, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"

    def check(*codes: str) -> str:
        path.write_bytes(report_bytes(report.with_cells(dict.fromkeys(codes))))
        (item,) = [i for i in read_record(path, "d", 2025, {}, TODAY).items if i.rule_id == "C-03"]
        return item.check

    row = [f"t3.R14.C{number}" for number in range(1, 7)]
    assert check(*row).endswith("没有的事项请填0。表中没有这一行的，请按表样补上。")
    assert check(*row[1:]).endswith("没有的事项请填0。")
    draft = tmp_path / "a.xlsx"
    draft.write_bytes(draft_bytes(report.with_cells(dict.fromkeys(row))))
    (item,) = [i for i in read_record(draft, "d", 2025, {}, TODAY).items if i.rule_id == "C-03"]
    assert item.check.endswith("没有的事项请填0。")  # a draft has every row


def test_a_heading_that_is_not_there_is_one_item_at_its_place(report: Report, tmp_path: Path) -> None:
    path, document = word_file(report, tmp_path)
    at = next(i for i, p in enumerate(document.paragraphs) if p.text.strip().startswith("（四）"))
    for paragraph in document.paragraphs[at : at + 2]:
        paragraph._element.getparent().remove(paragraph._element)  # type: ignore[union-attr]  # it has one
    document.save(str(path))
    found = read_record(path, "d", 2025, {}, TODAY)
    assert {"N-13", "N-14c"} & {finding["rule"] for finding in found.findings} == {"N-13"}
    (item,) = [item for item in found.items if item.rule_id in ("N-13", "N-14c")]
    assert (item.part, item.place, item.written) == ("第一部分", "第一部分小标题", "“（三）”之后不是“（四）”")
    assert item.check.endswith("请核对。没有小标题“（四）政府信息公开平台建设”的，请补上并写明内容。")


def test_a_number_of_a_heading_that_stands_twice_is_said_to(report: Report, tmp_path: Path) -> None:
    path, document = word_file(report, tmp_path)
    for paragraph in document.paragraphs:
        if paragraph.text.strip().startswith("（四）"):
            paragraph.text = paragraph.text.replace("（四）", "（三）")
    document.save(str(path))
    found = read_record(path, "d", 2025, {}, TODAY)
    (item,) = [item for item in found.items if item.rule_id in ("N-13", "N-14c")]
    assert item.check.endswith("小标题的编号不连续：“（三）”印了两次，第二个应是“（四）”，请核对。")
    assert item.place == "第一部分小标题"
    assert item.check in [finding["message"] for finding in found.findings]


def test_the_last_heading_that_is_not_there_is_not_said_to_be_empty(report: Report, tmp_path: Path) -> None:
    path, document = word_file(report, tmp_path)
    at = next(i for i, p in enumerate(document.paragraphs) if p.text.strip().startswith("（五）"))
    for paragraph in document.paragraphs[at : at + 2]:
        paragraph._element.getparent().remove(paragraph._element)  # type: ignore[union-attr]  # it has one
    document.save(str(path))
    (item,) = [item for item in read_record(path, "d", 2025, {}, TODAY).items if item.rule_id == "N-14c"]
    assert item.check == "第一部分没有小标题“（五）监督保障”，或小标题下没有文字，请补写。"


REWORDED = {
    ("N-13", ""): "{expected}应当在{found}的后面，{text}不是这样。",
    ("N-13", "missing"): "缺{titles}。",
    ("N-14c", ""): "请给{heading}（{part}）写上文字。",
    ("N-18", "section"): "请写本年的问题：{alike}。",
}


def test_a_letter_has_the_same_parts_whatever_words_its_rules_have(
    report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = tmp_path / "上年.xlsx"
    last.write_bytes(draft_bytes(report.with_texts({"meta.year": "2024"})))
    path, document = word_file(report.with_texts({"s6": ""}), tmp_path)
    at = next(i for i, p in enumerate(document.paragraphs) if p.text.strip().startswith("（四）"))
    gone = [*document.paragraphs[at : at + 2], *(p for p in document.paragraphs if p.text.startswith("六、"))]
    for paragraph in gone:
        paragraph._element.getparent().remove(paragraph._element)  # type: ignore[union-attr]  # it has one
    document.save(str(path))

    def told() -> list[tuple[str, str, str, str]]:
        found = read_record(path, "d", 2025, {plain_name(report.unit): (last, "x")}, TODAY).items
        return [(item.rule_id, item.part, item.place, item.written) for item in found]

    before = told()
    assert ("N-13", "第一部分", "第一部分小标题", "“（三）”之后不是“（四）”") in before
    assert ("N-18", "第五部分", "第五部分", "与上年完全相同") in before
    assert [rule for rule, *_ in before if rule in ("C-03", "N-13", "N-14c")] == ["C-03", "N-13"]  # each slip once
    for (rule, variant), sentence in REWORDED.items():
        monkeypatch.setitem(load_form().rules[rule].messages, variant, sentence)
    assert told() == before


def test_a_rule_that_was_not_checked_has_no_heading_to_tell() -> None:
    failed = Finding("N-14c", "warning", "“小标题下没有文字”这一条没有检查成。", topic=NOT_CHECKED)
    assert told_findings([failed], ["（一）", "（三）"]) == (failed,)


def test_a_word_file_has_no_basic_facts_and_no_paper(report: Report, tmp_path: Path) -> None:
    wrong = report.with_texts({"lead": report.texts["lead"].replace(report.unit, "青澜县东山局")})
    path, document = word_file(wrong, tmp_path)
    cells = document.tables[-1].rows[-1].cells
    cells[4].text = "99"
    document.save(str(path))
    read = read_record(path, "d", 2025, {}, TODAY)
    checks = {item.rule_id: item.check for item in read.items}
    assert f"本单位是“{report.unit}”" in checks["N-10"]
    assert "表中的总计是99" in checks["T4-01"]
    said = [*checks.values(), *(finding["message"] for finding in read.findings)]  # the window says the same
    assert not any("纸上" in sentence or "基本信息" in sentence for sentence in said)


def test_that_fees_were_read_from_a_text_is_noted_where_any_were_charged(report: Report, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"

    def notes(text: str) -> tuple[str, ...]:
        path.write_bytes(report_bytes(report.with_texts({"s6": text})))
        return read_record(path, "d", 2025, {}, TODAY).notes

    assert notes("本年度没有收取信息处理费。") == ()
    assert notes("收取信息处理费40元。") == ("信息处理费的1个数字读自第六部分",)
