"""Placeholders wherever they stand: every one equals its cell, unknown ones are all named."""

import io
import re
import zipfile
from collections.abc import Iterable
from copy import deepcopy
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest
import xlsxwriter
from docx.oxml import parse_xml

from core.base.errors import ReportError
from core.base.resources import resource_path
from core.draft.workbook import load_draft
from core.form.form_reader import load_form
from core.office.papers.known import known_placeholders, spelling
from core.office.papers.nearest import nearest
from core.office.papers.paper import UnknownPlaceholdersError, paper_name
from core.office.papers.placeholder_list import placeholder_list_html
from core.office.review import answer_remarks, finalise, register_return, submit
from core.report.entry_text import Refused
from core.report.report import Report, new_report
from core.report.shown_report import shown_report
from core.word.placeholders import UNFILLED
from tests.core.office.papers.papers_driver import DAY, NAME, SAMPLE, fill, members, texts_of, values_of
from tests.core.report.sample_reports import written_report


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


def test_a_paper_names_what_the_report_is_now() -> None:
    report = written_report()
    sent = submit(report, DAY).applied_to(report)
    back = register_return(sent, "李主任", DAY, ["请核对许可数"]).applied_to(sent)
    final = finalise(sent, DAY).applied_to(sent)
    assert [values_of(made)["稿次"] for made in (report, sent, back, final)] == ["草稿", "送审稿第1稿", "草稿", "定稿"]


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


def cut_into_runs(document: docx.document.Document, text: str) -> None:
    paragraph = document.add_paragraph()
    for character in text:
        paragraph.add_run(character)


def write_template(path: Path, lines: Iterable[str]) -> None:
    """Write a template of lines; in a document each sign is a run of its own."""
    if path.suffix == ".docx":
        document = docx.Document()
        for line in lines:
            cut_into_runs(document, line)
        document.save(str(path))
    else:
        book = openpyxl.Workbook()
        for line in lines:
            book.active.append([line])  # type: ignore[union-attr]
        book.save(path)


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


def place_of(suffix: str, line: int) -> str:
    """Return where a line of a template stands."""
    return f"正文第{line}段" if suffix == ".docx" else f"工作表“Sheet”A{line}"


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_an_unknown_placeholder_is_told_with_its_places(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    write_template(path, ["【报表人】", "【填报单位】", *["由【报表人】填"] * 3, "【甲乙丙】"])
    with pytest.raises(UnknownPlaceholdersError) as caught:
        fill(path, written_report())
    places = "、".join(place_of(suffix, line) for line in (1, 3, 4))
    assert caught.value.lines == [
        f"{places}等4处：【报表人】，最接近的是【填报人】",
        f"{place_of(suffix, 6)}：【甲乙丙】",
    ]


def test_an_unknown_placeholder_in_a_cell_or_a_header_is_told_with_its_place(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_table(2, 2).cell(1, 0).text = "新收【表三·本年新收·总记】件"
    document.sections[0].header.paragraphs[0].text = "【甲乙丙】"
    document.save(str(tmp_path / "a.docx"))
    with pytest.raises(UnknownPlaceholdersError) as caught:
        fill(tmp_path / "a.docx", written_report())
    assert sorted(line.partition("【")[0] for line in caught.value.lines) == ["第1个表格第2行第1格：", "页眉："]
    with pytest.raises(UnknownPlaceholdersError, match="文件名：【甲】"):
        paper_name("【甲】", load_form(), values_of(written_report()), ".docx")


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_thirty_wrong_placeholders_are_all_named_and_nothing_is_made(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    lines = [f"【{name}】和【填报单位】" for name in (*wrong_names(), wrong_names()[0])]
    write_template(path, lines)
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
    assert caught.value.lines == ["正文第1段：【】" if suffix == ".docx" else "工作表“Sheet”B1：【】"]


NEAREST = {
    "上年表三·本年新收·自然人": "上年·表三·本年新收·自然人",
    "去年·表三·本年新收·自然人": "上年·表三·本年新收·自然人",
    "表三·本年新收·自然人·上年": "上年·表三·本年新收·自然人",
    "增减表三·本年新收·总记": "增减·表三·本年新收·总计",
    "上年新收": "上年·表三·本年新收·总计",
    "上年·填报单位": "填报单位",
    "上年结转·自然人": "表三·上年结转·自然人",
    "上年结转": "表三·上年结转·总计",
    "上一年度·新收": "上年·表三·本年新收·总计",
    "上一年度自然人": "上年·表三·结转下年·自然人",
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
    write_template(path, lines)
    with pytest.raises(UnknownPlaceholdersError) as caught:
        fill(path, written_report())
    assert caught.value.lines == [
        f"{place_of(suffix, 1)}：【表三·本年新收·自然人 件， 后面缺少“】”，最接近的是【表三·本年新收·自然人】",
        f"{place_of(suffix, 2)}：【上年·表三·本年新收·自然人 后面缺少“】”，最接近的是【上年·表三·本年新收·自然人】",
        f"{place_of(suffix, 3)}：【见后 后面缺少“】”",
    ]
    with pytest.raises(UnknownPlaceholdersError, match="缺少"):
        paper_name("【填报单位", load_form(), values_of(written_report()), ".docx")


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_a_bracket_that_was_not_opened_is_named(tmp_path: Path, suffix: str) -> None:
    path, lines = tmp_path / f"a{suffix}", ("单位：填报单位】", "【年度】年，共表三·本年新收·自然人】件", "见后】")
    write_template(path, lines)
    with pytest.raises(UnknownPlaceholdersError) as caught:
        fill(path, written_report())
    assert caught.value.lines == [
        f"{place_of(suffix, 1)}：单位：填报单位】 前面缺少“【”，最接近的是【填报单位】",
        f"{place_of(suffix, 2)}：年，共表三·本年新收·自然人】 前面缺少“【”，最接近的是【表三·本年新收·自然人】",
        f"{place_of(suffix, 3)}：见后】 前面缺少“【”",
    ]


def test_a_placeholder_in_two_pairs_of_brackets_is_named(tmp_path: Path) -> None:
    document = docx.Document()
    for line in ("【【填报单位】】：", "【年度】年【【年度】，【校验码】】"):
        cut_into_runs(document, line)
    document.save(str(tmp_path / "a.docx"))
    with pytest.raises(UnknownPlaceholdersError) as caught:
        fill(tmp_path / "a.docx", written_report())
    assert caught.value.lines == [
        "正文第1段：填报单位 的括号写多了，应写成【填报单位】",
        "正文第2段：年度 的括号写多了，应写成【年度】",
        "正文第2段：校验码 的括号写多了，应写成【校验码】",
    ]
    with pytest.raises(UnknownPlaceholdersError, match="括号写多了"):
        paper_name("【【年度】】年", written_report().form, {spelling("年度"): "2025"}, ".docx")


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
