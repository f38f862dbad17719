"""Placeholders in other brackets, comments, properties, revisions, fields: filled or told (att13 B3, B4, B5)."""

import io
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.oxml import parse_xml
from openpyxl.formatting.rule import FormulaRule
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from core.office.papers.paper import UnknownPlaceholdersError, paper_name
from core.validation.validation import check_report
from tests.core.office.papers.papers_driver import DAY, fill, members, texts_of, values_of
from tests.core.report.sample_reports import written_report

NEW = "【表三·本年新收·自然人】"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
REPORT = written_report().with_cells({"t3.R01.C1": 45})


def lines_of(path: Path) -> list[str]:
    with pytest.raises(UnknownPlaceholdersError) as caught:
        fill(path, REPORT)
    return caught.value.lines


def with_members(path: Path, more: dict[str, str]) -> None:
    parts = members(path.read_bytes()) | {name: text.encode() for name, text in more.items()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


BRACKETS = [
    *("〔〕", "[]", "［］", "《》", "〖〗", "{}", "｛｝", "「」", "『』", "<>", "〔]"),
    *("（）", "()", "“”", '""', "＂＂"),
]


@pytest.mark.parametrize("brackets", BRACKETS)
@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_a_name_of_the_form_in_other_brackets_is_told(tmp_path: Path, brackets: str, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    text = f"新收{NEW}件，共{brackets[0]}表三 · 本年新收·总计{brackets[1]}件"
    if suffix == ".docx":
        document = docx.Document()
        document.add_paragraph(text)
        document.save(str(path))
    else:
        book = openpyxl.Workbook()
        book.active["A1"] = text  # type: ignore[index]
        book.save(path)
    place = "正文第1段" if suffix == ".docx" else "工作表“Sheet”A1"
    quoted = f"{brackets[0]}表三·本年新收·总计{brackets[1]}"
    assert lines_of(path) == [f"{place}：{quoted}没有填，占位的括号是【】，请改为【表三·本年新收·总计】"]


def test_other_brackets_hold_what_they_like(tmp_path: Path) -> None:
    document = docx.Document()
    texts = [
        "国办发〔2021〕30号、〔【年度】〕5号",
        "《联系人名单》（见“总体情况”）（年度）（电话）“主动公开”<结论>（未填）",
        "［说明］[1]{甲}",
        "【填报单位】",
    ]
    for text in texts:
        document.add_paragraph(text)
    document.save(str(tmp_path / "a.docx"))
    assert texts_of(fill(tmp_path / "a.docx", REPORT).data)[0] == "国办发〔2021〕30号、〔2025〕5号"
    with pytest.raises(UnknownPlaceholdersError, match="文件名：〔年度〕没有填"):
        paper_name("【填报单位】〔年度〕", REPORT.form, values_of(REPORT), ".docx")
    document.paragraphs[3].text = "〔填报单位〕"
    document.paragraphs[0].text = ""
    document.save(str(tmp_path / "a.docx"))
    assert lines_of(tmp_path / "a.docx") == ["正文第3段：〔填报单位〕没有填，占位的括号是【】，请改为【填报单位】"]


LOOSE = {
    "自然人（表三·本年新收·自然人）件": ("（表三·本年新收·自然人）", "表三·本年新收·自然人"),
    "填表：《填报人》": ("《填报人》", "填报人"),
    '共"表三·本年新收·总计"件': ('"表三·本年新收·总计"', "表三·本年新收·总计"),
    "<报告年度>年": ("<报告年度>", "报告年度"),
    "联系人：[联系人]": ("[联系人]", "联系人或联系科室"),
    "不予公开（表三·（三）不予公开·总计）件": ("（表三·（三）不予公开·总计）", "表三·（三）不予公开·总计"),
    "去年（上年·表三·本年新收·总计）件": ("（上年·表三·本年新收·总计）", "上年·表三·本年新收·总计"),
    "“【年度】”中“ 校验码 ”": ("“校验码”", "校验码"),
    "见（总体情况·主动公开）": ("（总体情况·主动公开）", "总体情况·主动公开"),
}


@pytest.mark.parametrize(("text", "told"), LOOSE.items())
def test_a_field_alone_in_brackets_of_any_text_is_told(tmp_path: Path, text: str, told: tuple[str, str]) -> None:
    document = docx.Document()
    document.add_paragraph("【填报单位】")
    document.add_paragraph(text)
    document.save(str(tmp_path / "a.docx"))
    assert lines_of(tmp_path / "a.docx") == [f"正文第2段：{told[0]}没有填，占位的括号是【】，请改为【{told[1]}】"]


@pytest.mark.parametrize(
    "text",
    [
        "（填报人签字）",
        "联系人（负责填报）",
        "“表三”（本年新收）",
        "（表三·本年新收·自然人 件）",
        "《中华人民共和国政府信息公开条例》",
        "张三（联系人）",
        '"今天"<年度>',
        "“【填报单位】”校验码“【年度】”",
        "（【表三·本年新收·自然人】）",
    ],
)
def test_brackets_with_other_words_stay(tmp_path: Path, text: str) -> None:
    document = docx.Document()
    document.add_paragraph("【填报单位】")
    document.add_paragraph(text)
    document.save(str(tmp_path / "a.docx"))
    fill(tmp_path / "a.docx", REPORT)


def test_comments_and_properties_of_a_document_are_filled(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph(f"新收{NEW}件")
    document.add_comment(paragraph.runs, text=f"此处是{NEW}件，【请核对】")
    document.core_properties.title = "【填报单位】【年度】年，【不是占位】"
    document.core_properties.subject = "【主送机关】"
    document.save(str(tmp_path / "a.docx"))
    with_members(tmp_path / "a.docx", {"customXml/item7.xml": f"<root><unit>【填报单位】</unit><a>{NEW}</a></root>"})
    report = REPORT.with_texts({"meta.addressee": ""})
    filled = fill(tmp_path / "a.docx", report)
    assert (filled.count, filled.remarks) == (1, [])
    made = docx.Document(io.BytesIO(filled.data))
    assert made.core_properties.title == f"{report.unit}2025年，【不是占位】"
    assert made.core_properties.subject == ""
    parts = members(filled.data)
    assert "此处是45件，【请核对】" in parts["word/comments.xml"].decode()
    assert f"<unit>{report.unit}</unit><a>45</a>" in parts["customXml/item7.xml"].decode()


def test_properties_and_comments_of_a_workbook_are_filled(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = f"新收{NEW}件"  # type: ignore[index]
    book.properties.title = "【年度】年统计"
    book.save(tmp_path / "a.xlsx")
    thread = f"<ThreadedComments><threadedComment><text>批注{NEW}件</text></threadedComment></ThreadedComments>"
    with_members(tmp_path / "a.xlsx", {"xl/threadedComments/threadedComment1.xml": thread})
    parts = members(fill(tmp_path / "a.xlsx", REPORT).data)
    assert "2025年统计" in parts["docProps/core.xml"].decode()
    assert "批注45件" in parts["xl/threadedComments/threadedComment1.xml"].decode()


@pytest.mark.parametrize(
    "gone",
    [
        f'<w:del {W} w:id="2" w:author="a"><w:r><w:delText>{NEW}</w:delText></w:r></w:del>',
        f'<w:del {W} w:id="2" w:author="a"><w:r><w:delText>【表三·本年</w:delText></w:r>'
        "<w:r><w:delText>新收·自然人】</w:delText></w:r></w:del>",
        f'<w:moveFrom {W} w:id="2" w:author="a"><w:r><w:t>{NEW}</w:t></w:r></w:moveFrom>',
    ],
)
def test_what_a_revision_deleted_is_told_as_not_filled(tmp_path: Path, gone: str) -> None:
    document = docx.Document()
    document.add_paragraph("一")
    document.add_paragraph("【年度】年")._p.append(parse_xml(gone))
    document.save(str(tmp_path / "a.docx"))
    filled = fill(tmp_path / "a.docx", REPORT)
    assert filled.deleted == (f"正文第2段{NEW}",)
    assert filled.remarks == [f"修订删除的文字里有1个占位没有填：正文第2段{NEW}；请在模板中接受修订后重新生成。"]


@pytest.mark.parametrize(
    "field",
    [
        f'<w:fldSimple {W} w:instr=" = 1 + {NEW} "><w:r><w:t>2</w:t></w:r></w:fldSimple>',
        f'<w:r {W}><w:fldChar w:fldCharType="begin"/><w:instrText>QUOTE "【表三·本年</w:instrText>'
        '<w:instrText>新收·自然人】"</w:instrText><w:fldChar w:fldCharType="end"/></w:r>',
    ],
)
def test_a_placeholder_in_the_code_of_a_field_is_told(tmp_path: Path, field: str) -> None:
    document = docx.Document()
    document.add_paragraph("【年度】年")._p.append(parse_xml(field))
    document.save(str(tmp_path / "a.docx"))
    assert lines_of(tmp_path / "a.docx") == [f"正文第1段的域代码里的{NEW}不能填，请写在文字或单独一格里"]


def test_charts_diagrams_and_word_art_of_a_document_are_told(tmp_path: Path) -> None:
    document = docx.Document()
    art = (
        f'<w:r {W}><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textpath string="【年度】年"/>'
        "</v:shape></w:pict></w:r>"
    )
    document.add_paragraph("【年度】年")._p.append(parse_xml(art))
    document.save(str(tmp_path / "a.docx"))
    drawn = "<a:p xmlns:a='urn:a'><a:r><a:t>【填报</a:t></a:r><a:r><a:t>单位】</a:t></a:r></a:p>"
    more = {"word/charts/chart1.xml": drawn, "word/diagrams/data1.xml": drawn.replace("填报单位", "x")}
    with_members(tmp_path / "a.docx", more)
    assert set(lines_of(tmp_path / "a.docx")) == {
        "艺术字里的【年度】不能填，请写在文字或单独一格里",
        "图表或 SmartArt 图形里的【填报单位】不能填，请写在文字或单独一格里",
    }


def test_text_boxes_notes_and_hidden_text_are_filled_and_looked_at(tmp_path: Path) -> None:
    box = (
        f'<w:p {W}><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
        f"<w:p><w:r><w:t>框{NEW}万件</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    )
    document = docx.Document()
    document.add_paragraph(f"{NEW}件").runs[0].font.hidden = True
    document.element.body.insert(0, parse_xml(box))
    document.save(str(tmp_path / "a.docx"))
    assert lines_of(tmp_path / "a.docx") == [f"文本框：印成“45万件”，请改为“{NEW}件”"]


def test_names_formats_and_rules_of_a_workbook_are_told(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = "【年度】年"
    book.defined_names["单位"] = DefinedName("单位", attr_text='"【填报单位】"')
    sheet.conditional_formatting.add("A1", FormulaRule(formula=[f'A1="{NEW}"']))
    valid = DataValidation(type="list", formula1='"【年度】,乙"')
    valid.add("B1")
    sheet.add_data_validation(valid)
    book.save(tmp_path / "a.xlsx")
    assert set(lines_of(tmp_path / "a.xlsx")) == {
        "名称里的【填报单位】不能填，请写在文字或单独一格里",
        f"条件格式、数据验证等的公式里的{NEW}不能填，请写在文字或单独一格里",
        "条件格式、数据验证等的公式里的【年度】不能填，请写在文字或单独一格里",
    }


def test_protected_hidden_and_several_sheets_are_filled(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for title in ("甲", "乙"):
        sheet = book.create_sheet(title)
        sheet["B2"] = NEW
        sheet.protection.sheet = True
        sheet.sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    made = openpyxl.load_workbook(io.BytesIO(fill(tmp_path / "a.xlsx", REPORT).data))
    assert [(made[title]["B2"].value, made[title].protection.sheet) for title in ("甲", "乙")] == [(45, True)] * 2


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("meta.unit", "云岭市{t3.R01.C7}局"),
        ("meta.unit", "云岭市{甲}局"),
        ("meta.sign_off", "云岭市｛甲｝局"),
        ("meta.title", "云岭市局2025年政府信息公开工作年度报告{t3.R01.C7}"),
        ("meta.addressee", "市政府{"),
        ("meta.contact", "{{t3.R01.C7}}办公室"),
        ("meta.phone", "0000-{t3.R01.C7}"),
        ("meta.doc_number", "云水{t3.R01.C7}〔2026〕3号"),
        ("meta.author", "张}三"),
    ],
)
def test_braces_in_what_is_said_of_the_unit_are_an_error(code: str, text: str) -> None:
    found = check_report(REPORT.with_texts({code: text}), today=DAY).findings
    told = [one for one in found if one.rule_id == "N-12" and any(cell == code for cell in one.cells)]
    assert told, [one.message for one in found]
    if "{{" not in text:
        assert [(one.variant, one.level) for one in told] == [("field", "error")]
        assert "这里不能用大括号和“表中数字”" in told[0].message


def test_a_paper_never_prints_the_mark_of_a_linked_number(tmp_path: Path) -> None:
    report = REPORT.with_texts({"meta.unit": "云岭市{t3.R01.C7}局"})
    document = docx.Document()
    document.add_paragraph("【填报单位】")
    document.save(str(tmp_path / "a.docx"))
    with pytest.raises(UnknownPlaceholdersError, match=r"【填报单位】的内容里有记号“\{t3\.R01\.C7\}”，会照样印出来"):
        fill(tmp_path / "a.docx", report)
    with pytest.raises(UnknownPlaceholdersError, match="【填报单位】的内容里有记号"):
        paper_name("【填报单位】", report.form, values_of(report), ".docx")
    assert not [f for f in check_report(REPORT, today=DAY).findings if f.variant == "field"]
