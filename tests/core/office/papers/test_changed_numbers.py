"""Placeholders whose neighbours, unit or format make another number of them are refused, with the place (att13 A2)."""

import io
from decimal import Decimal
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.enum.text import WD_BREAK
from openpyxl.comments import Comment
from openpyxl.formatting.rule import Rule
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat

from core.base.resources import resource_path
from core.office.papers.faults import name_faults
from core.office.papers.paper import SHIPPED, UnknownPlaceholdersError, paper_name
from core.report.entry_text import Entry
from core.report.report import Report
from tests.core.office.papers.papers_driver import fill, texts_of, values_of
from tests.core.report.sample_reports import written_report

NEW, OLD = "【表三·本年新收·自然人】", "【表三·上年结转·自然人】"
FEES, PAID = "【表二·行政事业性收费·本年收费金额】", "【实际收取总金额】"


def report() -> Report:
    cells: dict[str, Entry] = {"t3.R01.C1": 45, "t3.R02.C1": 2, "t2.fees.amount": Decimal("12.3"), "fee.collected": 120}
    return written_report().with_cells(cells)


def lines_of(path: Path, last: Report | None = None) -> list[str]:
    with pytest.raises(UnknownPlaceholdersError) as caught:
        fill(path, report(), last)
    return caught.value.lines


def written(path: Path, *lines: str) -> Path:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(str(path))
    return path


CHANGED = [
    (f"收费{FEES}元", "印成“12.3元”", f"请改为“{FEES}万元”"),
    (f"收费{FEES}亿元", "印成“12.3亿元”", f"请改为“{FEES}万元”"),
    (f"实收{PAID}万元", "印成“120万元”", f"请改为“{PAID}元”"),
    (f"新收{NEW}万件", "印成“45万件”", f"请改为“{NEW}件”"),
    (f"新收1{NEW}件", "印成“145”", f"请改为“{NEW}”"),
    (f"新收{NEW}.5件", "印成“45.5件”", f"请改为“{NEW}件”"),
    (f"新收{NEW}{OLD}件", "印成“452”", "请在中间写上文字"),
    ("通知【发出收费通知】元", "元”", "请改为“【发出收费通知】件”"),
    # near ones
    (f"新收{NEW}0件", "印成“450”", f"请改为“{NEW}”"),
    (f"新收{NEW} 亿件", "印成“45 亿件”", f"请改为“{NEW}件”"),
    (f"新收{NEW}%", "印成“45%”", f"请改为“{NEW}件”"),
    (f"新收负{NEW}件", "印成“负45件”", f"请改为“{NEW}件”"),
    (f"新收：-{NEW}件", "印成“-45”", f"请改为“{NEW}”"),
    (f"0.{NEW}", "印成“0.45”", f"请改为“{NEW}”"),
    (f"新收{NEW}.{OLD}件", "印成“45.2”", "请在中间写上文字"),
    (f"新收{NEW}，【年度】{NEW}件", "印成“202545”", f"请改为“{NEW}”"),
    (f"一百{NEW}件", "印成“一百45件”", f"请改为“{NEW}件”"),
    (f"新收{NEW}千余件", "印成“45千余件”", f"请改为“{NEW}件”"),
    (f"新收{NEW}元", "印成“45元”", f"请改为“{NEW}件”"),
    (f"收费金额（元）：{FEES}", "印成“（元）：12.3”", "以万元计，请改正单位"),
    (f"收费金额{FEES}（单位：元）", "印成“12.3（单位：元）”", "以万元计，请改正单位"),
    (f"收费￥{FEES}", "印成“￥12.3”", "以万元计，请改正单位"),
    (f"收费（人民币：元）{FEES}", "印成“（人民币：元）12.3”", "以万元计，请改正单位"),
    (f"收费，单位：元，{FEES}", "印成“单位：元，12.3”", "以万元计，请改正单位"),
    (f"收费人民币{FEES}", "印成“人民币12.3”", "以万元计，请改正单位"),
    (f"收费{FEES}万美元", "印成“12.3万", f"请改为“{FEES}万元”"),
    (f"收费{FEES}美元", "印成“12.3美元”", "以万元计，请改正单位"),
    (f"新收{NEW}\u200b万件", "印成“45万件”", f"请改为“{NEW}件”"),
    (f"占百分之{NEW}", "印成“百分之45”", f"请改为“{NEW}”"),
    (f"新收{NEW}w件", "印成“45w件”", f"请改为“{NEW}件”"),
    ("错误1【错误数】个", "印成“1", "请改为“【错误数】”"),
    ("增加【增减·表三·本年新收·自然人】万件", "万件”", "请改为“【增减·表三·本年新收·自然人】件”"),
    ("新收【与上年·表三·本年新收·自然人】万件", "万件”", "请改为“【与上年·表三·本年新收·自然人】件”"),
    ("新收【表三·一、本年新收政府信息公开申请数量·自然人】万件", "印成“45万件”", "件”"),
    ("共【表三·（四）无法提供·自然人】万件", "万件”", "请改为“【表三·（四）无法提供·自然人】件”"),
]


@pytest.mark.parametrize(("line", "printed", "advice"), CHANGED)
def test_what_changes_a_number_is_told_with_its_place(tmp_path: Path, line: str, printed: str, advice: str) -> None:
    told = lines_of(written(tmp_path / "a.docx", "标题", line), written_report(2))
    assert len(told) == 1
    assert told[0].startswith("正文第2段：")
    assert (printed in told[0], advice in told[0]) == (True, True), told[0]
    book = openpyxl.Workbook()
    book.active["B7"] = line  # type: ignore[index]
    book.save(tmp_path / "a.xlsx")
    (same,) = lines_of(tmp_path / "a.xlsx", written_report(2))
    assert same == told[0].replace("正文第2段", "工作表“Sheet”B7")


ORDINARY = [
    f"一、新收{NEW}件，上年结转{OLD}件（上年【上年·表三·本年新收·自然人】件）。",
    f"收费{FEES}万元，{FEES} 万元，实收{PAID}元，人民币{PAID}元整。",
    f"新收（件）：{NEW}",
    f"收费{FEES}万，{FEES}万（人民币），人民币{FEES}万元",
    f"本年收费金额（单位：万元）：{FEES}",
    f"{NEW}/{OLD}",
    f"{NEW}、{OLD}；{NEW} {OLD}",
    f"新收{NEW}余件、{NEW}人次、{NEW}份、{NEW}个。",
    f"1.新收{NEW}件；2.结转{OLD}件。",
    f"【年度】年{NEW}件，共{NEW}（含结转{OLD}件）",
    "同比【增减·表三·本年新收·自然人】件，【与上年·表三·本年新收·自然人】件。",
    "错误【错误数】个、疑点【疑点数】项，第【送审次数】稿，编号：【年度】001。",
    f"由{OLD}增至{NEW}件，三者之一{NEW}件，表三{NEW}件，统一{NEW}件",
    f"￥{PAID}元，￥{PAID}",
    f"{NEW}百姓关心",
    "（【今天】）〔【年度】〕5号",
]


@pytest.mark.parametrize("line", ORDINARY)
def test_ordinary_lines_are_filled_without_a_word(tmp_path: Path, line: str) -> None:
    filled = fill(written(tmp_path / "a.docx", line), report(), written_report(2))
    assert "【" not in texts_of(filled.data)[0]
    book = openpyxl.Workbook()
    book.active["A1"] = line  # type: ignore[index]
    book.save(tmp_path / "a.xlsx")
    assert fill(tmp_path / "a.xlsx", report(), written_report(2)).remarks == []


def test_what_stands_in_two_lines_or_behind_a_tab_is_two_numbers(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph()
    for text in (NEW, OLD):
        paragraph.add_run(text).add_break(WD_BREAK.LINE)
    paragraph.add_run(f"{NEW}\t{OLD}\t5")
    document.save(str(tmp_path / "a.docx"))
    assert texts_of(fill(tmp_path / "a.docx", report()).data) == ["45\n2\n45\t2\t5"]


def test_each_place_is_named(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("一")
    table = document.add_table(2, 2)
    table.cell(1, 1).text = f"{NEW}万件"
    document.add_paragraph(f"又{NEW}亿件")
    document.sections[0].header.paragraphs[0].text = f"{NEW}%"
    document.sections[0].footer.paragraphs[0].text = f"{NEW}0"
    document.save(str(tmp_path / "a.docx"))
    assert [line.partition("：")[0] for line in lines_of(tmp_path / "a.docx")] == [
        "第1个表格第2行第2格",
        "正文第2段",
        "页眉",
        "页脚",
    ]
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.oddHeader.center.text = f"&12新收{NEW}万件"  # type: ignore[union-attr]
    other = book.create_sheet("附表")
    other["C3"], other["C4"] = f"1{NEW}", f"{NEW}件"
    other["C4"].comment = Comment(f"{FEES}元", "x")
    other.sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    places = [line.partition("：")[0] for line in lines_of(tmp_path / "a.xlsx")]
    assert places == ["工作表“附表”C3", "工作表“Sheet”页眉页脚", "批注"]


@pytest.mark.parametrize(
    ("code", "place", "told"),
    [
        ('0"万"', NEW, "显示成另一个数或别的单位"),
        ("yyyy-mm-dd", NEW, "是日期或时间"),
        ("0.00%", NEW, "是百分比"),
        ("#,##0,", NEW, "显示成另一个数"),
        (";;;", NEW, "不显示数字"),
        ("0!.0", NEW, "显示成另一个数"),
        ("0\\.0", NEW, "显示成另一个数"),
        ('0!.0,"万"', NEW, "显示成另一个数"),
        ("mm-dd-yy", NEW, "是日期或时间"),
        ("h:mm:ss", NEW, "是日期或时间"),
        ("# ?/?", FEES, "显示成另一个数"),
        ("0.00E+00", NEW, "显示成另一个数"),
        ('0"元"', FEES, "显示成另一个数或别的单位"),
        ('"¥"#,##0.00', FEES, "显示成另一个数或别的单位"),
        ("[$¥-804]#,##0.00", FEES, "显示成另一个数或别的单位"),
        ('"有"', NEW, "不显示数字"),
        ('"1"0', NEW, "显示成另一个数"),
        ("-0", NEW, "显示成另一个数或别的单位"),
        ("0;[Red]0", "【增减·表三·本年新收·自然人】", "不显示负号"),
        (";;;", "共有" + NEW + "件", "不显示文字"),
    ],
)
def test_a_format_that_shows_another_number_is_told(tmp_path: Path, code: str, place: str, told: str) -> None:
    book = openpyxl.Workbook()
    book.active["D2"] = place  # type: ignore[index]
    book.active["D2"].number_format = code  # type: ignore[index]
    book.save(tmp_path / "a.xlsx")
    last = written_report().with_cells({"t3.R01.C1": 60})
    assert lines_of(tmp_path / "a.xlsx", last) == [f"工作表“Sheet”D2的数字格式{told}，请改为“常规”格式"]


@pytest.mark.parametrize(
    ("code", "place"),
    [
        *((code, NEW) for code in ("General", "@", "0", "#,##0", "0.0000", "[DBNum1]General", '0"件"', "000")),
        *((code, FEES) for code in ("0.00", '0.0"万元"', "#,##0.00_ ;[Red]\\-#,##0.00\\ ", '"约"0.0')),
        ('_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', FEES),
        ("[$¥-804]#,##0.00", PAID),
        ("0_);(0)", "【增减·表三·本年新收·自然人】"),
        ("0;-0;;@", NEW),
        ("yyyy-mm-dd", "【今天】"),
        ("0.00%", f"共{NEW}件"),
    ],
)
def test_an_ordinary_format_is_kept_without_a_word(tmp_path: Path, code: str, place: str) -> None:
    book = openpyxl.Workbook()
    book.active["D2"] = place  # type: ignore[index]
    book.active["D2"].number_format = code  # type: ignore[index]
    book.save(tmp_path / "a.xlsx")
    assert fill(tmp_path / "a.xlsx", report(), written_report().with_cells({"t3.R01.C1": 60})).remarks == []


def test_a_format_that_a_rule_gives_is_looked_at_too(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for place, code in (("A1", "0.00%"), ("A2", "0.00")):
        sheet[place] = NEW
        look = DifferentialStyle(numFmt=NumberFormat(numFmtId=170, formatCode=code))
        sheet.conditional_formatting.add(place, Rule(type="expression", dxf=look, formula=["TRUE"]))
    book.save(tmp_path / "a.xlsx")
    assert lines_of(tmp_path / "a.xlsx") == ["工作表“Sheet”A1的数字格式是百分比，请改为“常规”格式"]


def test_a_rounded_number_is_told_with_its_sheet(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    other = book.create_sheet("附表")
    other["B2"], other["B3"] = FEES, FEES
    other["B2"].number_format = "0"
    other["B3"].number_format = '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ '
    book.save(tmp_path / "a.xlsx")
    shown = fill(tmp_path / "a.xlsx", report()).rounded
    assert shown == ("工作表“附表”B2（12.3，只显示0位小数）", "工作表“附表”B3（12.3，只显示0位小数）")


def test_a_zero_that_is_not_shown_is_told(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for place, code in (("A1", "0;-0;;@"), ("A2", "#,###"), ("A3", "0"), ("A4", '0;-0;"-"')):
        book.active[place] = NEW  # type: ignore[index]
        book.active[place].number_format = code  # type: ignore[index]
    book.save(tmp_path / "a.xlsx")
    assert fill(tmp_path / "a.xlsx", report()).remarks == []
    filled = fill(tmp_path / "a.xlsx", report().with_cells({"t3.R01.C1": 0}))
    assert filled.no_zero == ("工作表“Sheet”A1", "工作表“Sheet”A2")
    assert "有2格是0，数字格式不显示0" in filled.remarks[0]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([["收费金额（元）", FEES]], "左边的格写着“元”"),
        ([["收费", FEES, "元"]], "右边的格写着“元”"),
        ([["收费", "亿元", FEES]], "左边的格写着“亿元”"),
        ([["事项", "金额（元）"], ["收费", FEES]], "上面的格写着“元”"),
        ([["新收", NEW, "万件"]], "右边的格写着“万件”"),
        ([["", "单位：元"], ["收费", FEES]], "上面的格写着“元”"),
        ([["单位：元", ""], ["收费", FEES]], "上面的格写着“元”"),
        ([["单位：万元、件", ""], ["收费", FEES]], ""),
        ([["收费金额（万元）", FEES]], ""),
        ([["指标", "单位", "数"], ["收费", "万元", FEES], ["新收", "件", NEW]], ""),
        ([["事项", "数量（件）"], ["行政事业性收费（万元）", FEES]], ""),
        ([["事项", "金额（元）"], ["实际收取", PAID]], ""),
        ([["新收", NEW, "件", "收费", FEES, "万元"]], ""),
        ([["收费", "元", PAID, "元"]], ""),
    ],
)
def test_a_number_stands_under_and_beside_its_own_unit(tmp_path: Path, rows: list[list[str]], told: str) -> None:
    book, document = openpyxl.Workbook(), docx.Document()
    table = document.add_table(len(rows), len(rows[0]))
    for number, row in enumerate(rows):
        book.active.append(row)  # type: ignore[union-attr]
        for column, text in enumerate(row):
            table.cell(number, column).text = text
    book.save(tmp_path / "a.xlsx")
    document.save(str(tmp_path / "a.docx"))
    for name in ("a.xlsx", "a.docx"):
        if told:
            (line,) = lines_of(tmp_path / name)
            assert line.endswith(f"计，{told}，请改正单位")
        else:
            assert fill(tmp_path / name, report()).remarks == []


def test_a_cell_under_a_merged_one_is_told(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"], sheet["C3"] = NEW, NEW
    book.save(tmp_path / "a.xlsx")
    data = io.BytesIO((tmp_path / "a.xlsx").read_bytes())
    merged = openpyxl.load_workbook(data)
    merged.active.merged_cells.add("B2:C3")  # type: ignore[union-attr]
    merged.save(tmp_path / "a.xlsx")
    (line,) = lines_of(tmp_path / "a.xlsx")
    assert line.startswith("工作表“Sheet”C3被合并单元格盖住")


def test_the_name_of_a_file_is_held_to_the_same(tmp_path: Path) -> None:
    values = values_of(report())
    assert name_faults("【填报单位】【年度】年新收", report().form, values) == []
    with pytest.raises(UnknownPlaceholdersError, match="文件名：印成“45万”"):
        paper_name(f"新收{NEW}万", report().form, values, ".docx")


@pytest.mark.parametrize("name", SHIPPED)
def test_the_shipped_templates_go_on_without_a_word(name: str) -> None:
    assert fill(resource_path("papers", name), report(), written_report(2)).data
