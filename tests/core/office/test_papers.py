"""The office's own papers: every placeholder equals its cell, unknown ones are all named, formulas go on working."""

import io
import re
import subprocess
import zipfile
from copy import deepcopy
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import docx
import openpyxl
import pytest
import xlsxwriter
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.shared import Pt
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Font

from build_scripts.make.papers import papers
from build_scripts.sweeps.libreoffice import convert, recalculate
from core.base.errors import ReportError
from core.base.resources import resource_path
from core.draft.workbook import load_draft
from core.form.form_reader import load_form
from core.office.papers.known import known_placeholders, paper_values, spelling
from core.office.papers.nearest import nearest
from core.office.papers.paper import SHIPPED, Filled, UnknownPlaceholdersError, fill_paper, paper_name
from core.office.papers.placeholder_list import placeholder_list_html
from core.office.review import answer_remarks, finalise, register_return, submit
from core.report.entry_text import Number, Refused
from core.report.report import Report, new_report
from core.report.shown_report import shown_report
from core.validation.validation import check_report
from core.word.name_words import WITHIN, known_words_at
from core.word.placeholders import UNFILLED
from tests.core.report.sample_reports import random_report, written_report

DAY = date(2026, 1, 12)
SAMPLE = resource_path("samples", "示例.xlsx")
NAME = re.compile("【(.+?)】")
NOBODY = f"联系人：{UNFILLED}，联系电话：{UNFILLED}。"


def values_of(report: Report, last: Report | None = None) -> dict[str, str | Number]:
    return paper_values(report, check_report(report, last_year=last, today=DAY), today=DAY, last_year=last)


def fill(path: Path, report: Report, last: Report | None = None) -> Filled:
    return fill_paper(path, report.form_id, values_of(report, last))


def texts_of(data: bytes) -> list[str]:
    document = docx.Document(io.BytesIO(data))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    return [p.text for p in [*document.paragraphs, *(p for cell in cells for p in cell.paragraphs)]]


def reports() -> list[Report]:
    """Return three reports: the sample, one that went out, one with anything in it."""
    out = submit(written_report(3), DAY).applied_to(written_report(3))
    odd = random_report(5).with_cells({"t3.R01.C1": 123_456_789, "t2.fees.amount": Decimal("0.000001")})
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


FEES = "表二·行政事业性收费·本年收费金额"
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


def test_a_number_with_decimals_is_shown_in_full_unless_the_office_says_otherwise(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for place in ("A1", "A2", "A3"):
        sheet[place] = f"【{FEES}】"
    sheet["A1"].alignment = Alignment(wrap_text=True)
    sheet["A2"].number_format = "0.0"
    sheet["A3"].font = Font(bold=True)
    sheet["A4"] = "【表三·本年新收·自然人】"
    book.save(tmp_path / "a.xlsx")
    report = written_report().with_cells({"t2.fees.amount": Decimal("1.123456"), "t3.R01.C1": 7})
    filled = fill(tmp_path / "a.xlsx", report)
    told = "有1格的数字格式显示不全小数：A2（1.123456，只显示1位小数）；请在模板中改为“常规”格式后重新生成。"
    assert filled.remarks[-1] == told
    made = openpyxl.load_workbook(io.BytesIO(filled.data)).active
    assert made is not None
    cells = [made[place] for place in ("A1", "A2", "A3", "A4")]
    assert [cell.number_format for cell in cells] == ["0.000000", "0.0", "0.000000", "General"]
    assert [cell.alignment.shrink_to_fit for cell in cells] == [True, None, True, None]
    assert [cells[0].alignment.wrap_text, cells[2].font.bold] == [None, True]


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_shipped_papers_are_up_to_date() -> None:
    for name, data in papers().items():
        shipped = resource_path("papers", name).read_bytes()
        assert members(shipped) == members(data), "python -m build_scripts.make.papers"
    assert set(papers()) == set(SHIPPED)


def test_sums_of_groups_last_year_and_the_change() -> None:
    report = written_report().with_cells({"t3.R13.C1": 2, "t3.R14.C1": 3, "t3.R15.C1": 4, "t3.R01.C2": 5})
    last = written_report(1).with_cells({"t3.R13.C1": 1, "t3.R14.C1": 1, "t3.R15.C1": 1, "t3.R01.C2": 9})
    values = values_of(report, last)
    group = spelling("表三·（四）无法提供·自然人")
    assert [values[begin + group] for begin in ("", "上年·", "增减·")] == [9, 3, 6]
    assert values["增减·" + spelling("表三·本年新收·商业企业")] == -4
    assert values[spelling("表三·一、本年新收政府信息公开申请数量·商业企业")] == 5
    without = values_of(report.with_cells({"t3.R14.C1": None}))
    assert (without[group], without["上年·" + group], without["增减·" + group]) == ("", "—", "—")
    refused = report.with_cells({"t3.R14.C1": Refused("3件左右", "", "")})
    assert values_of(refused)[spelling("表三·（四）2.没有现成信息需要另行制作·自然人")] == "3件左右"


def test_findings_rounds_remarks_and_days() -> None:
    report = submit(written_report(), DAY).applied_to(written_report())
    report = register_return(report, "李主任", date(2026, 1, 15), ["请核对许可数", "补充措施"]).applied_to(report)
    report = answer_remarks(report, 1, [("已改", ""), ("不改", "已写明")]).applied_to(report)
    values = values_of(report.with_cells({"t3.R25.C1": 999}))
    assert values["退回意见"] == "1.请核对许可数——已改\n2.补充措施——不改：已写明"
    assert str(values["送审记录"]).endswith("，李主任2026年1月15日退回")
    assert values["今天"] == "2026年1月12日"
    assert values["错误数"] == str(values["错误清单"]).count("\n") + 1
    assert values["年度"] == "2025"
    assert values_of(report.with_texts({"meta.date": "2026-01-15"}))["成文日期"] == "2026年1月15日"


@pytest.mark.parametrize("form_id", ["2021", "2019"])
def test_every_listed_placeholder_is_known_in_every_format(form_id: str) -> None:
    form = load_form(form_id)
    known = known_placeholders(form)
    values = values_of(Report(form_id))
    assert len({spelling(one.name) for one in known}) == len(known)
    for one in known:
        assert {
            spelling(one.name),
            *(spelling(b + one.name) for b in ("上年·", "增减·", "与上年·") if one.code),
        } <= values.keys()
        assert f"【{one.name}】" in placeholder_list_html(form)


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


# ------------------------------------------------------------------ templates of an office


def cut_into_runs(document: docx.document.Document, text: str) -> None:
    paragraph = document.add_paragraph()
    for character in text:
        paragraph.add_run(character)


TEXT_BOX = (
    '<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:r><w:pict>'
    '<v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="width:100pt;height:40pt"><v:textbox><w:txbxContent>'
    "<w:p><w:r><w:t>框里：【年</w:t></w:r><w:r><w:t>度】</w:t></w:r></w:p>"
    "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
)


def test_placeholders_stand_anywhere_in_a_document_and_in_pieces(tmp_path: Path) -> None:
    document = docx.Document()
    cut_into_runs(document, "收【表三 ・ 本年新收・总计】件，【填报单位】。")
    document.add_table(1, 1).cell(0, 0).text = "【校验码】"
    document.sections[0].header.paragraphs[0].text = "头【年度】"
    document.sections[0].footer.paragraphs[0].text = "脚【上年度】"
    document.element.body.insert(0, parse_xml(TEXT_BOX))
    document.save(str(tmp_path / "a.docx"))
    report = load_draft(SAMPLE).report.with_cells({"t3.R01.C1": 12})
    data = fill(tmp_path / "a.docx", report).data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        xml = "".join(archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml"))
    shown = re.sub("<[^>]+>", "", xml)
    for text in (f"收12件，{report.unit}。", "头2025", "脚2024", "框里：2025", str(values_of(report)["校验码"])):
        assert text in shown
    assert "【" not in shown


_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BETWEEN = {  # what an editor puts between two runs that are read as one
    "nothing": "",
    "a mark of spelling": f'<w:proofErr {_WORD} w:type="spellStart"/>',
    "a bookmark": f'<w:bookmarkStart {_WORD} w:id="5" w:name="_GoBack"/>',
    "a comment": f'<w:commentRangeStart {_WORD} w:id="0"/>',
    "the end of a page": f"<w:r {_WORD}><w:lastRenderedPageBreak/></w:r>",
    "what was taken out": f'<w:del {_WORD} w:id="2" w:author="a"><w:r><w:delText>旧】【</w:delText></w:r></w:del>',
    "what was moved away": f'<w:moveFrom {_WORD} w:id="2" w:author="a"><w:r><w:t>旧】【</w:t></w:r></w:moveFrom>',
    "a sign of no width": f"<w:r {_WORD}><w:t>\u200b</w:t></w:r>",
}
AROUND = {
    "nothing": "",
    "what was put in": f'<w:ins {_WORD} w:id="1" w:author="a"/>',
    "what was moved here": f'<w:moveTo {_WORD} w:id="1" w:author="a"/>',
    "a link": f'<w:hyperlink {_WORD} w:anchor="x"/>',
    "a smart tag": f'<w:smartTag {_WORD} w:uri="u" w:element="e"/>',
}


def cut_up(document: docx.document.Document, between: str, around: str) -> None:
    """Divide each run into one of a sign each, with something between or around them."""
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    for paragraph in [*document.paragraphs, *(p for cell in cells for p in cell.paragraphs)]:
        for run in paragraph.runs:
            first, *others = run.text
            run.text = first
            at = run._r
            for sign in others:
                piece = deepcopy(run._r)
                piece.find("{*}t").text = sign
                for one in filter(None, (between, around)):
                    at.addnext(parse_xml(one))
                    at = at.getnext()
                if around:
                    at.append(piece)
                else:
                    at.addnext(piece)
                    at = piece


@pytest.mark.parametrize(
    ("between", "around"), [*((one, "nothing") for one in BETWEEN), *(("nothing", one) for one in AROUND)]
)
@pytest.mark.parametrize("name", ["解读提纲.docx", "报送函.docx"])
def test_a_copy_of_a_shipped_paper_is_filled_however_it_is_cut_up(
    name: str, between: str, around: str, tmp_path: Path
) -> None:
    report, last = written_report(3), written_report(8)
    document = docx.Document(str(resource_path("papers", name)))
    cut_up(document, BETWEEN[between], AROUND[around])
    document.save(str(tmp_path / "a.docx"))

    def shown(path: Path) -> str:
        root = docx.Document(io.BytesIO(fill(path, report, last).data)).element
        texts = [t for t in root.iter("{*}t") if next(t.iterancestors("{*}moveFrom"), None) is None]
        return "".join(t.text or "" for t in texts).replace("\u200b", "")

    assert shown(tmp_path / "a.docx") == shown(resource_path("papers", name))


def test_a_placeholder_is_filled_wherever_it_was_moved_to(tmp_path: Path) -> None:
    report, last = written_report(3), written_report(8)
    document = docx.Document(str(resource_path("papers", "解读提纲.docx")))
    lines = [p.text for p in document.paragraphs if "【" in p.text]
    names = list(dict.fromkeys(name for line in lines for name in NAME.findall(line)))
    for paragraph in document.paragraphs[1:]:
        paragraph._p.getparent().remove(paragraph._p)  # type: ignore[union-attr]
    for place, name in enumerate(names):
        text = f"第{place}个：【{name}】"
        if place % 3:
            document.add_table(1, 1).cell(0, 0).add_paragraph(text)
        else:
            document.add_paragraph(text, style="Heading 1")
    document.save(str(tmp_path / "a.docx"))
    filled = fill(tmp_path / "a.docx", report, last)
    values, texts = values_of(report, last), texts_of(filled.data)
    assert filled.count == len(names)
    for place, name in enumerate(names):
        value = values[spelling(name)]
        assert f"第{place}个：{UNFILLED if value == '' else value}" in texts


def test_a_text_beside_a_picture_or_a_note_stays_one_paragraph(tmp_path: Path) -> None:
    document = docx.Document()
    document.element.body.insert(0, parse_xml(TEXT_BOX))
    document.paragraphs[0].add_run("【问题及改进】")
    document.save(str(tmp_path / "a.docx"))
    (paragraph,) = docx.Document(io.BytesIO(fill(tmp_path / "a.docx", written_report()).data)).paragraphs
    assert paragraph.text == "\n".join(shown_report(written_report()).texts["s5"])


def test_a_text_alone_in_its_paragraph_becomes_paragraphs_in_its_look(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("【问题", style="Quote")
    paragraph.add_run("及改进】").bold = True
    document.add_paragraph("写了：【问题及改进】")
    document.save(str(tmp_path / "a.docx"))
    lines = list(shown_report(written_report()).texts["s5"])
    *alone, inside = docx.Document(io.BytesIO(fill(tmp_path / "a.docx", written_report()).data)).paragraphs
    assert [one.text for one in alone] == lines
    assert {one.style.name for one in alone if one.style} == {"Quote"}
    assert inside.text == "写了：" + "\n".join(lines)
    assert alone[0].runs[0].font.size is None  # a long text is not set smaller


def wrong_names() -> list[str]:
    near = [f"表三·本年新收·自然人{number}" for number in range(10)]
    far = [f"完全不相干的{chr(0x4E00 + number * 97)}" for number in range(10)]
    return [*near, *far, *(f"上年·表四·行政复议·总记{number}" for number in range(10))]


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_thirty_wrong_placeholders_are_all_named_and_nothing_is_made(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    lines = [f"【{name}】和【填报单位】" for name in (*wrong_names(), wrong_names()[0])]
    if suffix == ".docx":
        document = docx.Document()
        for line in lines:
            cut_into_runs(document, line)
        document.save(str(path))
    else:
        book = openpyxl.Workbook()
        for line in lines:
            book.active.append([line])  # type: ignore[union-attr]
        book.save(path)
    with pytest.raises(UnknownPlaceholdersError) as caught:
        fill(path, written_report())
    assert [NAME.findall(line)[0] for line in caught.value.lines] == wrong_names()
    assert "，最接近的是【表三·本年新收·自然人】" in caught.value.lines[0]
    assert "最接近的是【上年·表四·行政复议·总计】" in caught.value.lines[-1]
    assert "有30个占位不认识" in caught.value.summary


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
@pytest.mark.parametrize("empty", ["【】", "【 】"])
def test_a_placeholder_without_a_name_is_wrong(tmp_path: Path, suffix: str, empty: str) -> None:
    path = tmp_path / f"a{suffix}"
    if suffix == ".docx":
        document = docx.Document()
        document.add_paragraph(f"【填报单位】编制{empty}份。")
        document.save(str(path))
    else:
        book = openpyxl.Workbook()
        book.active.append(["【填报单位】", empty])  # type: ignore[union-attr]
        book.save(path)
    with pytest.raises(UnknownPlaceholdersError) as caught:
        fill(path, written_report())
    assert caught.value.lines == ["【】"]


NEAREST = {
    "上年表三·本年新收·自然人": "上年·表三·本年新收·自然人",
    "去年·表三·本年新收·自然人": "上年·表三·本年新收·自然人",
    "表三·本年新收·自然人·上年": "上年·表三·本年新收·自然人",
    "增减表三·本年新收·总记": "增减·表三·本年新收·总计",
    "上年新收": "上年·表三·本年新收·总计",
    "上年·填报单位": "填报单位",
    "上年结转·自然人": "表三·上年结转·自然人",
    "新收": "表三·本年新收·总计",
    "电话": "联系电话",
    "完全不相干的一": "",
}


@pytest.mark.parametrize(("name", "near"), NEAREST.items())
def test_the_nearest_placeholder_is_never_this_years_number_for_last_years(name: str, near: str) -> None:
    assert nearest(name, load_form()) == near


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_a_placeholder_that_is_not_closed_is_named_and_nothing_is_made(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    lines = ["【填报单位】收【表三·本年新收·自然人 件，【年度】年", "【上年·表三·本年新收·自然人", "注：【见后"]
    if suffix == ".docx":
        document = docx.Document()
        for line in lines:
            cut_into_runs(document, line)
        document.save(str(path))
    else:
        book = openpyxl.Workbook()
        for line in lines:
            book.active.append([line])  # type: ignore[union-attr]
        book.save(path)
    with pytest.raises(UnknownPlaceholdersError) as caught:
        fill(path, written_report())
    assert caught.value.lines == [
        "【表三·本年新收·自然人 件， 后面缺少“】”，最接近的是【表三·本年新收·自然人】",
        "【上年·表三·本年新收·自然人 后面缺少“】”，最接近的是【上年·表三·本年新收·自然人】",
        "【见后 后面缺少“】”",
    ]
    with pytest.raises(UnknownPlaceholdersError, match="缺少"):
        paper_name("【填报单位", load_form(), values_of(written_report()), ".docx")


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


@pytest.mark.parametrize(
    ("format_code", "places"),
    [
        *(("General", None), ("@", None), ("0", 0), ("0.00", 2), ("#,##0.00", 2), ("0.000000", None)),
        *(('0.0"万元"', 1), ("#,##0.00_ ", 2), ("0.00;[Red]-0.00", 2), ("0.00%", None), ("0.00E+00", None)),
    ],
)
def test_a_format_that_rounds_a_number_is_told(tmp_path: Path, format_code: str, places: int | None) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = f"【{FEES}】"  # type: ignore[index]
    book.active["A1"].number_format = format_code  # type: ignore[index]
    book.save(tmp_path / "a.xlsx")
    for fee, is_told in (("98.123456", places is not None), ("98", False)):
        filled = fill(tmp_path / "a.xlsx", written_report().with_cells({"t2.fees.amount": Decimal(fee)}))
        assert filled.rounded == ((f"A1（{fee}，只显示{places}位小数）",) if is_told else ())


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_a_bracket_that_was_not_opened_is_named(tmp_path: Path, suffix: str) -> None:
    path, lines = tmp_path / f"a{suffix}", ("单位：填报单位】", "【年度】年，共表三·本年新收·自然人】件", "见后】")
    if suffix == ".docx":
        document = docx.Document()
        for line in lines:
            cut_into_runs(document, line)
        document.save(str(path))
    else:
        book = openpyxl.Workbook()
        for line in lines:
            book.active.append([line])  # type: ignore[union-attr]
        book.save(path)
    with pytest.raises(UnknownPlaceholdersError) as caught:
        fill(path, written_report())
    assert caught.value.lines == [
        "单位：填报单位】 前面缺少“【”，最接近的是【填报单位】",
        "年，共表三·本年新收·自然人】 前面缺少“【”，最接近的是【表三·本年新收·自然人】",
        "见后】 前面缺少“【”",
    ]


def test_a_placeholder_in_two_pairs_of_brackets_is_named(tmp_path: Path) -> None:
    document = docx.Document()
    for line in ("【【填报单位】】：", "【年度】年【【年度】，【校验码】】"):
        cut_into_runs(document, line)
    document.save(str(tmp_path / "a.docx"))
    with pytest.raises(UnknownPlaceholdersError) as caught:
        fill(tmp_path / "a.docx", written_report())
    assert caught.value.lines == [
        "填报单位 的括号写多了，应写成【填报单位】",
        "年度 的括号写多了，应写成【年度】",
        "校验码 的括号写多了，应写成【校验码】",
    ]
    with pytest.raises(UnknownPlaceholdersError, match="括号写多了"):
        paper_name("【【年度】】年", written_report().form, {spelling("年度"): "2025"}, ".docx")


def test_names_of_sheets_stay_and_a_placeholder_in_one_is_named(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "【年度】"  # type: ignore[index]
    other = book.create_sheet("【附】表")
    other["A1"], other["A2"] = "【年度】年", "='Sheet'!A1"
    book.save(tmp_path / "a.xlsx")
    filled = openpyxl.load_workbook(io.BytesIO(fill(tmp_path / "a.xlsx", load_draft(SAMPLE).report).data))
    assert filled.sheetnames == ["Sheet", "【附】表"]
    assert [filled["【附】表"][place].value for place in ("A1", "A2")] == ["2025年", "='Sheet'!A1"]
    book.create_sheet("【年度】年统计")
    book.save(tmp_path / "a.xlsx")
    with pytest.raises(UnknownPlaceholdersError, match="【年度】（写在工作表名称里，不能填；请单独写在一格）"):
        fill(tmp_path / "a.xlsx", load_draft(SAMPLE).report)


def test_a_sentence_says_what_is_blank_and_what_stands_alone_stays_empty(tmp_path: Path) -> None:
    report = new_report("某局", "政府部门", 2025)
    document = docx.Document()
    for line in (
        "收【表三·本年新收·自然人】件。",
        "【表三·本年新收·自然人】",
        "【填报人】【校验码】",
        "写了：【问题及改进】",
        "【问题及改进】",
    ):
        document.add_paragraph(line)
    document.save(str(tmp_path / "a.docx"))
    filled = fill(tmp_path / "a.docx", report)
    code = values_of(report)["校验码"]
    assert texts_of(filled.data) == ["收（未填）件。", "", f"（未填）{code}", "写了：（未填）", "（未填）"]
    assert filled.blank == ("表三·本年新收·自然人", "填报人", "问题及改进")
    book = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    sheet = book.add_worksheet()
    sheet.write_column("A1", ["收【表三·本年新收·自然人】件", "【表三·本年新收·自然人】"])
    sheet.set_header("&L【填报人】")
    book.close()
    found = openpyxl.load_workbook(io.BytesIO(fill(tmp_path / "a.xlsx", report).data)).active
    assert found is not None
    assert [found["A1"].value, found["A2"].value or ""] == ["收（未填）件", ""]
    assert found.oddHeader.left.text == "（未填）"  # type: ignore[union-attr]


def test_a_cell_that_addresses_nobody_stays_empty_as_such_a_line_does(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    sheet = book.add_worksheet()
    sheet.write_column("A1", ["【主送机关】：", "致【主送机关】："])
    sheet.write_rich_string("A3", "【主送", book.add_format({"bold": True}), "机关】", " :")
    sheet.insert_textbox("D2", "【主送机关】：")
    book.close()
    report = new_report("某局", "政府部门", 2025)
    for addressee, cells in (
        ("", ["", "致（未填）：", ""]),
        ("某市政府办", ["某市政府办：", "致某市政府办：", "某市政府办 :"]),
    ):
        data = fill(tmp_path / "a.xlsx", report.with_texts({"meta.addressee": addressee})).data
        found = openpyxl.load_workbook(io.BytesIO(data)).active
        assert found is not None
        assert [found[place].value or "" for place in ("A1", "A2", "A3")] == cells
        box = re.sub("<[^>]+>", "", members(data)["xl/drawings/drawing1.xml"].decode())
        assert UNFILLED not in box
        assert ("：" in box) == bool(addressee)


def test_a_unit_that_follows_is_not_doubled(tmp_path: Path) -> None:
    lines = {
        "【报告年度】年": "2025年",
        "【报告年度】年度报告": "2025年度报告",
        "截至【今天】日": "截至2026年1月12日",
        "【年度】年": "2025年",
        "【引言】。": "已写好。",
        "【填报单位】局": "某局局",  # no unit
        "【报告年度】【今天】": "2025年2026年1月12日",
    }
    document = docx.Document()
    book = openpyxl.Workbook()
    for line in lines:
        cut_into_runs(document, line)
        book.active.append([line])  # type: ignore[union-attr]
    document.save(str(tmp_path / "a.docx"))
    book.save(tmp_path / "a.xlsx")
    report = new_report("某局", "政府部门", 2025, with_zeros=True).with_texts({"lead": "已写好。"})
    values = values_of(report)
    wanted = list(lines.values())
    assert texts_of(fill(tmp_path / "a.docx", report).data) == wanted
    sheet = openpyxl.load_workbook(io.BytesIO(fill(tmp_path / "a.xlsx", report).data)).active
    assert sheet is not None
    assert [row[0].value for row in sheet.iter_rows()] == wanted
    assert paper_name("【报告年度】年备案表", report.form, values, ".docx") == "2025年备案表.docx"


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


def own_workbook(path: Path) -> None:
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False})
    sheet = book.add_worksheet("表")
    bold = book.add_format({"bold": True, "num_format": "0.0"})
    sheet.write_string("A1", "【表三·本年新收·自然人】", bold)
    sheet.write_string("A2", " 【 表三·本年新收·商业企业 】 ")
    sheet.write_formula("A3", "=SUM(A1:A2)*2", None, 777)
    sheet.write_formula("A4", '="共"&A3&"件"', None, "旧")
    sheet.write_string("B1", "收【表三·本年新收·自然人】件")
    sheet.write_rich_string("B2", "【填报", bold, "单位】", "！")
    sheet.write_string("B3", "【引言】")
    sheet.write_string("B4", "【增减·表三·本年新收·自然人】")
    sheet.write_string("B5", "=1+1")
    sheet.set_header("&C&12【年度】年　【填报单位】")
    sheet.insert_textbox("D2", "框：【年度】")
    sheet.write_comment("A1", "批注：【年度】")
    book.close()


def test_formulas_work_numbers_are_numbers_and_texts_stay_texts(tmp_path: Path) -> None:
    own_workbook(tmp_path / "a.xlsx")
    report = written_report().with_cells({"t3.R01.C1": 12, "t3.R01.C2": 30})
    report = report.with_texts({"lead": "=HYPERLINK(1)", "meta.unit": "A&B局"})
    filled = fill(tmp_path / "a.xlsx", report, written_report().with_cells({"t3.R01.C1": 15}))
    sheet = openpyxl.load_workbook(io.BytesIO(filled.data))["表"]
    assert [sheet[place].value for place in ("A1", "A2", "A3", "B4")] == [12, 30, "=SUM(A1:A2)*2", -3]
    assert sheet["A1"].number_format == "0.0"
    assert sheet["A1"].font.bold
    assert [sheet[place].value for place in ("B1", "B2")] == ["收12件", "A&B局！"]
    with zipfile.ZipFile(io.BytesIO(filled.data)) as archive:
        xml = archive.read("xl/worksheets/sheet1.xml").decode()
        parts = {name: archive.read(name).decode() for name in archive.namelist() if "xml" in name}
    assert re.search(r'<c r="B3"[^>]* t="s"', xml)
    assert "777" not in xml
    assert "&amp;C&amp;12 2025年　A&amp;&amp;B局" in xml
    assert "框：2025" in parts["xl/drawings/drawing1.xml"]
    assert "批注：2025" in parts["xl/comments1.xml"]
    assert 'fullCalcOnLoad="1"' in parts["xl/workbook.xml"]


@pytest.mark.needs_libreoffice
def test_another_program_computes_the_formulas(tmp_path: Path) -> None:
    own_workbook(tmp_path / "a.xlsx")
    report = written_report().with_cells({"t3.R01.C1": 12, "t3.R01.C2": 30}).with_texts({"lead": "=1+1"})
    (tmp_path / "b.xlsx").write_bytes(fill(tmp_path / "a.xlsx", report, written_report()).data)
    recalculate([tmp_path / "b.xlsx"], tmp_path / "out", tmp_path / "profile")
    sheet = openpyxl.load_workbook(tmp_path / "out" / "b.xlsx", data_only=True)["表"]
    assert [sheet[place].value for place in ("A3", "A4", "B3")] == [84, "共84件", "=1+1"]


def test_cells_with_their_text_inside_are_filled_too(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = CellRichText("【表三·本年新收·", TextBlock(InlineFont(b=True), "自然人】"))
    sheet["A2"] = "见【年度】"
    book.save(tmp_path / "a.xlsx")
    report = written_report().with_cells({"t3.R01.C1": 12})
    data = fill(tmp_path / "a.xlsx", report).data
    found = openpyxl.load_workbook(io.BytesIO(data)).active
    assert found is not None
    assert [found["A1"].value, found["A2"].value] == [12, "见2025"]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:  # a number with a text beside it is a damaged workbook
        assert archive.read("xl/worksheets/sheet1.xml").count(b"<is>") == 1


def test_a_placeholder_in_a_formula_is_named(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = '="共【表三·本年新收·总计】件"'  # type: ignore[index]
    book.save(tmp_path / "a.xlsx")
    with pytest.raises(UnknownPlaceholdersError, match="写在公式里"):
        fill(tmp_path / "a.xlsx", written_report())


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_a_template_that_repeats_a_long_text_without_end_is_refused(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    if suffix == ".docx":
        document = docx.Document()
        document.add_paragraph("X")
        document.save(str(path))
        part, old, new = (
            "word/document.xml",
            "<w:p><w:r><w:t>X</w:t></w:r></w:p>",
            "<w:p><w:r><w:t>【引言】</w:t></w:r></w:p>",
        )
    else:
        book = xlsxwriter.Workbook(str(path))
        book.add_worksheet().write_string("A1", "X")
        book.close()
        part, old, new = "xl/sharedStrings.xml", "<si><t>X</t></si>", "<si><t>【引言】</t></si>"
    parts = members(path.read_bytes())
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data.decode().replace(old, new * 400) if name == part else data)
    report = written_report().with_texts({"lead": "长" * 30_000})
    with pytest.raises(ReportError, match="过大"):
        fill(path, report)


def test_what_is_no_template_is_refused(tmp_path: Path) -> None:
    docx.Document().save(str(tmp_path / "空.docx"))
    (tmp_path / "a.docx").write_bytes(b"%PDF-1.4")
    (tmp_path / "b.docx").write_bytes(b"PK\x03\x04")
    (tmp_path / "c.xlsx").write_bytes(b"")
    with zipfile.ZipFile(tmp_path / "d.xlsx", "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("[Content_Types].xml", "<Types/>")
        bomb.writestr("xl/sharedStrings.xml", b" " * (40 * 2**20))
    for name in ("空.docx", "a.docx", "b.docx", "c.xlsx", "d.xlsx", "无.docx"):
        with pytest.raises(ReportError):
            fill(tmp_path / name, written_report())


def test_values_with_placeholders_in_them_are_not_filled_again(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("【填报单位】【年度】")
    document.save(str(tmp_path / "a.docx"))
    report = written_report().with_texts({"meta.unit": "某【校验码】局"})
    assert texts_of(fill(tmp_path / "a.docx", report).data) == ["某【校验码】局2025"]


def test_the_name_of_a_paper_is_filled_and_made_safe() -> None:
    report = written_report().with_texts({"meta.unit": "某/某局"})
    values = values_of(report)
    assert paper_name("【填报单位】【 年度 】年备案表", report.form, values, ".docx") == "某／某局2025年备案表.docx"
    with pytest.raises(UnknownPlaceholdersError):
        paper_name("【单位】", report.form, values, ".docx")


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
