"""The papers that are shipped: every number equals its cell, and each page looks as an office wants it."""

import io
import subprocess
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from build_scripts.make.papers import papers
from build_scripts.sweeps.libreoffice import convert
from core.base.resources import resource_path
from core.draft.workbook import load_draft
from core.office.papers.known import spelling
from core.office.papers.paper import SHIPPED
from core.office.review import finalise, submit
from core.report.name_words import WITHIN, known_words_at
from core.report.report import Report
from core.report.shown_report import shown_report
from core.word.placeholders import UNFILLED
from tests.core.office.papers.papers_driver import DAY, NAME, SAMPLE, fill, members, texts_of, values_of
from tests.core.report.sample_reports import random_report, written_report

_NO_BRACES = str.maketrans("", "", "{}")
NOBODY = f"联系人：{UNFILLED}，联系电话：{UNFILLED}。"


def reports() -> list[Report]:
    """Return three reports: the sample, one that went out, one with anything in it."""
    out = submit(written_report(3), DAY).applied_to(written_report(3))
    odd = random_report(5)
    odd = odd.with_texts({code: text.translate(_NO_BRACES) for code, text in odd.meta.items()})  # which are refused
    odd = odd.with_cells({"t3.R01.C1": 123_456_789, "t2.fees.amount": Decimal("0.000001")})
    return [load_draft(SAMPLE).report, finalise(out, DAY).applied_to(out), odd]


def expected(report: Report) -> dict[str, str]:
    """Return what stands for each number by its name, taken from what the report prints."""
    form, shown = report.form, shown_report(report)
    names = {}
    for code, cell in form.cells.items():
        if cell.table:
            number = form.sections[form.tables[cell.table].section].title[0]
            names[f"表{number}·{cell.name}"] = shown.numbers.get(code, "")
    return names


@pytest.mark.parametrize("which", range(3))
@pytest.mark.parametrize("name", [name for name in SHIPPED if name.endswith(".docx")])
def test_each_shipped_document_shows_every_number_as_its_cell(name: str, which: int) -> None:
    report, last = reports()[which], written_report(8)
    filled = fill(resource_path("papers", name), report, last)
    values = {**values_of(report, last), **{spelling(n): text for n, text in expected(report).items()}}
    template = texts_of(resource_path("papers", name).read_bytes())
    alone = {text for text in template if NAME.fullmatch(text.removesuffix("："))}
    blank = {text: "" if text in alone else UNFILLED for text in template}  # what stands alone stays empty
    wanted = [NAME.sub(lambda m, b=blank[t]: str(values[spelling(m[1])]) or b, t) for t in template]  # type: ignore[misc]
    wanted = [text.replace(NOBODY, "") if text != "：" else "" for text in wanted]
    assert "".join(texts_of(filled.data)).replace("\n", "") == "".join(wanted).replace("\n", "")  # balanced lines
    assert filled.count == len({n for text in template for n in NAME.findall(text)})


@pytest.mark.parametrize("which", range(3))
def test_the_shipped_workbook_shows_every_number_as_its_cell(which: int) -> None:
    report = reports()[which]
    sheet = openpyxl.load_workbook(io.BytesIO(fill(resource_path("papers", "统计表.xlsx"), report).data)).active
    assert sheet is not None
    found = {row[0].value: row[2] for row in sheet.iter_rows(min_row=5) if row[0].value}
    for name, text in expected(report).items():
        cell = found[name]
        assert str(cell.value if cell.value is not None else "") == text or Decimal(str(cell.value)) == Decimal(text)
        assert cell.data_type == ("n" if text and text.replace(".", "").isdecimal() else cell.data_type)
    assert str(sheet.cell(sheet.max_row, 3).value).startswith("=COUNT(C5:")


PRINTED = ("9876543.123456", "0.5", "12", "123456789012.1")


@pytest.fixture(scope="module")
def printed_fees(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What LibreOffice prints of the shipped workbook with each fee, in one run."""
    folder = tmp_path_factory.mktemp("统计表")
    files = [folder / f"{fee}.xlsx" for fee in PRINTED]
    for fee, file in zip(PRINTED, files, strict=True):
        report = reports()[1].with_cells({"t2.fees.amount": Decimal(fee)})
        file.write_bytes(fill(resource_path("papers", "统计表.xlsx"), report).data)
    pages = convert(files, "pdf", folder, folder / "profile")
    lines = [["pdftotext", "-layout", str(page), "-"] for page in pages]
    runs = [subprocess.run(line, capture_output=True, text=True, check=True) for line in lines]
    return {fee: run.stdout for fee, run in zip(PRINTED, runs, strict=True)}


@pytest.mark.needs_libreoffice
@pytest.mark.parametrize("fee", PRINTED)
def test_the_shipped_workbook_prints_each_digit(printed_fees: dict[str, str], fee: str) -> None:
    (row,) = [line.split() for line in printed_fees[fee].splitlines() if "收费金额" in line]
    assert row[-2:] == ["万元", fee]


def test_the_shipped_papers_are_up_to_date() -> None:
    for name, data in papers().items():
        shipped = resource_path("papers", name).read_bytes()
        assert members(shipped) == members(data), "python -m build_scripts.make.papers"
    assert set(papers()) == set(SHIPPED)


@pytest.mark.parametrize(
    ("sign_off", "signed"), [("某某县人民政府办公室", "某某县人民政府办公室"), ("", "某某县水利局")]
)
def test_the_letter_is_signed_as_the_report_is(sign_off: str, signed: str) -> None:
    report = written_report().with_texts({"meta.unit": "某某县水利局", "meta.sign_off": sign_off})
    *_, last, day = docx.Document(io.BytesIO(fill(resource_path("papers", "报送函.docx"), report).data)).paragraphs
    assert (last.text, day.text) == (signed, "2026年　月　日")


def test_no_line_of_the_outline_stands_alone_on_a_page() -> None:
    filled = docx.Document(io.BytesIO(fill(resource_path("papers", "解读提纲.docx"), reports()[0]).data))
    texts = [p for p in filled.paragraphs if p.style and p.style.style_id == "BodyAddress"]
    assert len(texts) > 10
    assert all(p.paragraph_format.widow_control for p in texts)


@pytest.mark.parametrize(
    ("contact", "phone", "said"),
    [
        ("", "", ""),
        ("办公室", "", f"联系人：办公室，联系电话：{UNFILLED}。"),
        ("办公室", "0000-1", "联系人：办公室，联系电话：0000-1。"),
    ],
)
def test_the_letter_names_nobody_where_nobody_is_named(contact: str, phone: str, said: str) -> None:
    report = written_report().with_texts({"meta.contact": contact, "meta.phone": phone})
    filled = fill(resource_path("papers", "报送函.docx"), report)
    texts = texts_of(filled.data)
    (line,) = [text for text in texts if text.startswith("报告校验码")]
    assert line == f"报告校验码：{values_of(report)['校验码']}。{said}"
    assert ("联系电话" in filled.blank) == (phone == "")


def test_the_annex_stands_a_line_below_the_letter_and_on_a_page_with_its_end() -> None:
    filled = docx.Document(io.BytesIO(fill(resource_path("papers", "报送函.docx"), written_report()).data))
    annex = next(i for i, p in enumerate(filled.paragraphs) if p.text.startswith("附件："))
    last, space, line = filled.paragraphs[annex - 2 : annex + 1]
    assert (last.text[:5], space.text) == ("报告校验码", "")
    for paragraph in (last, line):
        assert paragraph.paragraph_format.keep_with_next
        assert paragraph.paragraph_format.keep_together
    assert space.style is not None
    assert space.style.paragraph_format.keep_with_next


def test_no_name_is_broken_within_a_word() -> None:
    unit = "北疆蒙古族藏族自治州阿勒泰山南麓经济技术开发区生态环境保护综合行政执法与应急管理联合监督服务站"
    report = written_report().with_texts({"meta.unit": unit})
    filled = {name: fill(resource_path("papers", name), report).data for name in ("报送函.docx", "备案表.docx")}
    (annex,) = [text for text in texts_of(filled["报送函.docx"]) if text.startswith("附件：")]
    cells = [text for text in texts_of(filled["备案表.docx"]) if unit[:10] in text]
    assert [text.replace("\n", "") for text in (annex, cells[0], cells[-1])] == [
        f"附件：{shown_report(report).title}",
        unit,
        shown_report(report).title,
    ]
    for text in (annex.removeprefix("附件："), *cells):
        first, *others = text.split("\n")
        assert others
        at = 0
        for line in (first, *others[:-1]):
            at += len(line)
            assert known_words_at(text.replace("\n", ""))[at] != WITHIN


def test_a_letter_to_nobody_has_one_blank_line_below_its_title(tmp_path: Path) -> None:
    for addressee, lines in (("", ["", "根据《"]), ("县政府办公室", ["", "县政府办公室：", "根据《"])):
        report = written_report().with_texts({"meta.addressee": addressee})
        (tmp_path / "a.docx").write_bytes(fill(resource_path("papers", "报送函.docx"), report).data)
        texts = [paragraph.text for paragraph in docx.Document(str(tmp_path / "a.docx")).paragraphs]
        assert [text[:7].removesuffix("中华人民") for text in texts[1 : len(lines) + 1]] == lines


@pytest.mark.needs_libreoffice
def test_shipped_papers_leave_no_page_nearly_empty(tmp_path: Path) -> None:
    unit = "青澜省云岭市高质量发展示范区科技创新和数字经济产业园管理委员会应急管理与消防救援协调安全生产监督"
    named = {"meta.unit": unit, "meta.sign_off": unit, "meta.addressee": "云岭市人民政府办公室"}
    report = written_report().with_texts(named)
    for name in ("报送函.docx", "统计表.xlsx", "解读提纲.docx"):
        (tmp_path / name).write_bytes(fill(resource_path("papers", name), report).data)
        (pdf,) = convert([tmp_path / name], "pdf", tmp_path, tmp_path / "profile")
        printed = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True)
        pages = printed.stdout.rstrip("\f").split("\f")
        lines = [len([line for line in page.splitlines() if line.strip()]) for page in pages]
        assert lines[-1] * 4 >= max(lines), (name, lines)
        assert name != "报送函.docx" or len(pages) == 1


def test_no_line_of_numbers_is_stretched_in_the_outline() -> None:
    for paragraph in docx.Document(str(resource_path("papers", "解读提纲.docx"))).paragraphs:
        assert paragraph.style is not None
        assert paragraph.style.style_id != "BodyText"  # justified


UNIT = "云岭市高新技术产业开发区自然资源和规划局不动产登记交易服务中心暨住房保障事务管理中心综合协调处"


def test_title_addressee_and_unit_of_the_letter_are_in_balanced_lines(tmp_path: Path) -> None:
    to = "某某市人民政府办公室政务公开与政府信息公开工作领导小组办公室"
    report = written_report().with_texts({"meta.unit": UNIT, "meta.addressee": to})
    shown = docx.Document(io.BytesIO(fill(resource_path("papers", "报送函.docx"), report).data)).paragraphs
    texts = [paragraph.text for paragraph in shown]
    assert texts[0] == "关于报送2025年\n政府信息公开工作年度报告的函"
    annex = next(text for text in texts if text.startswith("附件："))
    assert annex.split("\n")[0] == "附件：云岭市高新技术产业开发区自然资源和规划局"
    assert (
        "某某市人民政府办公室\n政务公开与政府信息公开工作领导小组办公室：" in texts
    )  # not 公室： on a line of its own
    unit = texts[-2].split("\n")
    assert unit[0] == "云岭市高新技术产业开发区"
    assert max(map(len, unit)) <= 16
    assert "".join(unit) == UNIT
    short = report.with_texts(
        {"meta.unit": "某某市自然资源和规划局高新区分局", "meta.addressee": "某某市人民政府办公室"}
    )
    texts = [
        p.text for p in docx.Document(io.BytesIO(fill(resource_path("papers", "报送函.docx"), short).data)).paragraphs
    ]
    assert "某某市人民政府办公室：" in texts
    document = docx.Document(str(resource_path("papers", "报送函.docx")))
    document.paragraphs[-2].runs[0].font.size = Pt(10)  # an office's own size: nothing is known of its lines
    document.save(str(tmp_path / "a.docx"))
    assert UNIT in [p.text for p in docx.Document(io.BytesIO(fill(tmp_path / "a.docx", report).data)).paragraphs]
    assert shown[-5].paragraph_format.keep_with_next  # unit and date never stand alone


def test_a_long_annex_goes_on_below_the_first_character_of_its_title() -> None:
    filled = fill(resource_path("papers", "报送函.docx"), written_report())
    paragraph = next(p for p in docx.Document(io.BytesIO(filled.data)).paragraphs if p.text.startswith("附件："))
    indents = paragraph.paragraph_format.left_indent, paragraph.paragraph_format.first_line_indent
    assert indents == (Pt(16 * 5), -Pt(16 * 3))


def test_the_filing_form_shows_the_address_of_the_report_before_it_is_published() -> None:
    report = written_report().with_texts({"meta.website": "http://a.gov.cn/xxgk"})
    for status, shown in (({}, "http://a.gov.cn/xxgk"), ({"published_url": "http://b.gov.cn/1"}, "http://b.gov.cn/1")):
        filled = fill(resource_path("papers", "备案表.docx"), replace(report, status=status))
        (table,) = docx.Document(io.BytesIO(filled.data)).tables
        assert {row.cells[0].text: row.cells[1].text for row in table.rows}["公布网址"] == shown


def test_the_filing_form_is_in_reading_size_and_its_date_stands_under_the_seal() -> None:
    document = docx.Document(str(resource_path("papers", "备案表.docx")))
    (table,) = document.tables
    for name in ("表格栏目", "表格行名"):
        assert document.styles[name].font.size == Pt(12)
    for row in table.rows[-2:]:
        *_, seal, day = row.cells[-1].paragraphs
        assert (seal.text, day.text) == ("（盖章）", "年　　月　　日")
        for paragraph in (seal, day):
            assert paragraph.alignment == WD_ALIGN_PARAGRAPH.CENTER
            assert (paragraph.paragraph_format.left_indent or 0) >= row.cells[-1].width // 3
    assert not any("盖章" in row.cells[0].text for row in table.rows)


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [(7, 12, "上年12件，减少5件"), (12, 7, "上年7件，增加5件"), (7, 7, "上年7件，持平"), (7, None, "（没有上年数字）")],
)
def test_the_outline_compares_in_words(now: int, before: int | None, said: str) -> None:
    zero = {f"t3.R01.C{column}": 0 for column in range(2, 7)}
    report = written_report().with_cells({**zero, "t3.R01.C1": now})
    last = written_report(1).with_cells({**zero, "t3.R01.C1": before})
    texts = "".join(texts_of(fill(resource_path("papers", "解读提纲.docx"), report, last).data))
    assert f"与上年对照：本年新收申请{said}；办理结果总计" in texts
    without = "".join(texts_of(fill(resource_path("papers", "解读提纲.docx"), report).data))
    assert "本年新收申请（没有上年数字）；办理结果总计（没有上年数字）。" in without


def test_the_title_of_the_workbook_stands_over_all_columns_and_has_room_for_two_lines() -> None:
    sheet = openpyxl.load_workbook(resource_path("papers", "统计表.xlsx")).active
    assert sheet is not None
    assert [str(area) for area in sheet.merged_cells.ranges] == ["A1:C1", "A2:C2"]
    assert [sheet[place].alignment.wrap_text for place in ("A1", "A2")] == [True, True]
    assert [sheet[place].alignment.horizontal for place in ("A1", "A2")] == ["center", "center"]
    for row, size in ((1, 14), (2, 11)):
        assert (sheet.row_dimensions[row].height or 0) >= 2 * 1.35 * size


@pytest.mark.parametrize("typed", ["云岭市人民政府办公室：", "云岭市人民政府办公室:", "云岭市人民政府办公室"])
def test_the_addressee_has_one_colon_as_in_the_report(typed: str) -> None:
    report = written_report().with_texts({"meta.addressee": typed})
    texts = texts_of(fill(resource_path("papers", "报送函.docx"), report).data)
    assert texts[2] == shown_report(report).others["meta.addressee"] == "云岭市人民政府办公室："


def test_what_the_report_has_nothing_for_is_said() -> None:
    report = replace(written_report(), meta={"meta.unit": "某局", "meta.year": "2025"})
    filled = fill(resource_path("papers", "报送函.docx"), report)
    begin = "报告中没有内容的3个，独占一段或一格的留空，句子里的写“（未填）”："
    assert filled.remarks == [
        f"{begin}【主送机关】【联系人或联系科室】【联系电话】。",
        "主送没有填写，没有印主送一行；请在“基本信息”中填写主送机关后重新生成。",
    ]
    assert texts_of(filled.data)[2].startswith("根据《")  # no gap where it would stand
    outline = fill(resource_path("papers", "解读提纲.docx"), report)
    assert outline.remarks[-1].startswith(
        "没有上年报告或没有这一项、填了“—”或“没有上年数字”的2个：【与上年·表三·本年新收·总计】"
    )
