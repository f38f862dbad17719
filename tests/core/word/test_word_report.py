import gc
import io
import re
import subprocess
import sys
import tracemalloc
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from lxml import etree

from core.base.errors import FileError
from core.published import import_report
from core.report.checksum import checksum, report_checksum
from core.report.entry_text import Refused
from core.report.report import Report, new_report, parse_cell
from core.report.shown_report import shown_report
from core.report.totals import report_numbers
from core.word.layout import build_template
from core.word.looks import looks
from core.word.reader import read_report
from core.word.report import ReadBack, read_back, report_bytes, report_file_name
from core.word.style_profile import preset
from core.word.template import read_template, template_name
from tests.core.report.sample_reports import random_report, written_report

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _xml(data: bytes, name: str = "word/document.xml") -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read(name).decode()


def _root(data: bytes, name: str = "word/document.xml") -> Any:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(name))


def test_every_number_lands_in_its_cell_and_every_label_in_its_own() -> None:
    report = written_report()
    for i, code in enumerate(report.form.entered):
        report = report.with_cells({code: 1000 + i})  # all different
    numbers = report_numbers(report)
    tables = Document(io.BytesIO(report_bytes(report))).tables
    assert len(tables) == len(report.form.tables) == 3
    for table, form_table in zip(tables, report.form.tables.values(), strict=True):
        grid = [row.cells for row in table.rows]
        assert [len(row) for row in grid] == [form_table.width] * len(form_table.grid)
        for row in form_table.grid:
            for item in row:
                wanted = str(numbers[item.code]) if item.code else item.label
                for top in range(item.top, item.top + item.height):
                    for left in range(item.left, item.left + item.width):
                        assert grid[top][left].text == wanted, (form_table.id, top, left)


def test_grid_and_cell_widths_are_those_of_the_form() -> None:
    report = written_report()
    body = _root(report_bytes(report))
    for table, form_table in zip(body.iter(f"{W}tbl"), report.form.tables.values(), strict=True):
        widths = [int(column.get(f"{W}w", "")) for column in table.iter(f"{W}gridCol")]
        assert tuple(widths) == form_table.widths
        assert sum(widths) == 8845
        assert table.find(f"{W}tblPr/{W}tblLayout").get(f"{W}type") == "fixed"
        assert table.find(f"{W}tblPr/{W}tblW").attrib == {f"{W}w": "8845", f"{W}type": "dxa"}
        for row in table.iter(f"{W}tr"):
            assert row.find(f"{W}trPr/{W}cantSplit") is not None
            column = 0
            for cell in row.iter(f"{W}tc"):
                span = cell.find(f"{W}tcPr/{W}gridSpan")
                count = 1 if span is None else int(span.get(f"{W}val", ""))
                assert int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w", "")) == sum(widths[column : column + count])
                column += count
            assert column == len(widths)


def test_number_columns_of_table_3_are_wide_enough_for_seven_digits() -> None:
    body = _root(report_bytes(written_report()))
    table = list(body.iter(f"{W}tbl"))[1]
    assert min(int(column.get(f"{W}w", "")) for column in list(table.iter(f"{W}gridCol"))[3:]) >= 720
    for side in ("left", "right"):
        assert int(table.find(f"{W}tblPr/{W}tblCellMar/{W}{side}").get(f"{W}w", "")) <= 30


def test_every_table_has_head_rows_and_says_what_it_shows() -> None:
    body = _root(report_bytes(written_report()))
    repeated = [
        [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.iter(f"{W}tr")]
        for table in body.iter(f"{W}tbl")
    ]
    assert repeated[0] == [True] * 2 + [False] * 12  # it stays together, so nothing is repeated above other numbers
    assert repeated[1] == [True] * 3 + [False] * 25
    assert repeated[2] == [True] * 3 + [False]
    for table in body.iter(f"{W}tbl"):
        properties = table.find(f"{W}tblPr")
        assert properties.find(f"{W}tblCaption").get(f"{W}val").endswith("表")
        assert "行" in properties.find(f"{W}tblDescription").get(f"{W}val")


def _rows_that_may_end_a_page(table: Any) -> list[Any]:
    rows = list(table.iter(f"{W}tr"))
    return [row for row in rows if all(keep.get(f"{W}val") == "0" for keep in row.iter(f"{W}keepNext"))]


def test_every_table_stays_on_one_page() -> None:
    for table in _root(report_bytes(written_report())).iter(f"{W}tbl"):
        assert _rows_that_may_end_a_page(table) == list(table.iter(f"{W}tr"))[-1:]


def test_a_divided_table_3_may_end_a_page_between_result_groups_only() -> None:
    divided = preset()._replace(id="divided", is_table_whole=False)
    small = preset()._replace(id="small", margins={"top": 60, "bottom": 60, "left": 28, "right": 26})
    for profile in (divided, small):  # where it is wanted, and where the page is too low for the whole table
        table = list(_root(report_bytes(written_report(), profile=profile)).iter(f"{W}tbl"))[1]
        may_end = _rows_that_may_end_a_page(table)
        last = [cell for row in may_end for cell in row.iter(f"{W}tc") if cell.find(f".//{W}t") is not None]
        labels = [text for text in ("".join(cell.itertext()) for cell in last) if not text.isdecimal()]
        assert [label[:6] for label in labels] == ["8.属于行政", "3.补正后申", "5.要求行政", "3.其他", "四、结转下年"]


def test_a_paragraph_with_a_web_address_is_not_justified_and_others_are() -> None:
    texts = ["电子版见https://www.a.gov.cn/xxgk/下载。", "联系电话：0000-1234567。", "（一）主要做法"]
    body = _root(report_bytes(written_report().with_texts({"s5": "\n".join(texts)})))
    styles = {"".join(p.itertext()): p.find(f"{W}pPr/{W}pStyle").get(f"{W}val") for p in body.iter(f"{W}p")}
    assert [styles[text] for text in texts] == ["BodyAddress", "BodyText", "BodyPoint"]


def test_long_numbers_are_set_smaller_so_that_they_stay_on_one_line() -> None:
    report = written_report()
    many = {f"t3.R03.C{column}": 123_456_789_012 for column in range(1, 7)}
    report = report.with_cells({"t3.R01.C1": 1_234_567, **many})
    body = _root(report_bytes(report))
    sizes = {
        "".join(run.itertext()): int(run.find(f"{W}rPr/{W}sz").get(f"{W}val", ""))
        for run in body.iter(f"{W}r")
        if run.find(f"{W}rPr/{W}sz") is not None
    }
    assert sizes["1234567"] == 18
    table = list(body.iter(f"{W}tbl"))[1]
    room = (min(int(column.get(f"{W}w", "")) for column in list(table.iter(f"{W}gridCol"))[3:]) - 56) / 20
    assert 12 * sizes["123456789012"] / 2 * 0.5 <= room


def test_chinese_punctuation_takes_the_east_asian_font() -> None:
    data = report_bytes(written_report())
    for run in _root(data).iter(f"{W}r"):
        text = "".join(run.itertext())
        if re.search("[“”‘’—…一-龥]", text):
            assert run.find(f"{W}rPr/{W}rFonts").get(f"{W}hint") == "eastAsia", text
    for style in _root(data, "word/styles.xml").iter(f"{W}style"):
        if style.get(f"{W}type") == "paragraph":
            fonts = style.find(f"{W}rPr/{W}rFonts")
            assert fonts.get(f"{W}hint") == "eastAsia"
            assert fonts.get(f"{W}eastAsia")


@pytest.mark.parametrize("profile_id", ["windows", "gb2312", "founder"])
def test_fonts_are_named_by_the_style(profile_id: str) -> None:
    profile = preset(profile_id)
    data = report_bytes(written_report(), profile=profile)
    styles = {
        style.get(f"{W}styleId"): style.find(f"{W}rPr/{W}rFonts")
        for style in _root(data, "word/styles.xml").iter(f"{W}style")
        if style.get(f"{W}type") == "paragraph"
    }
    for style, use in (("Title", "title"), ("Heading1", "heading"), ("Heading2", "subheading"), ("BodyText", "body")):
        assert styles[style].get(f"{W}eastAsia") == profile.fonts[use]
    default = _root(data, "word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}rFonts")
    assert default.get(f"{W}ascii") == "Times New Roman"
    assert set(re.findall('w:name="([^"]+)"', _xml(data, "word/fontTable.xml"))) == set(profile.fonts.values())


@pytest.mark.parametrize(("length", "lines"), [(20, 1), (21, 2)])
def test_a_title_is_set_in_as_few_lines_as_the_page_is_wide_enough_for(length: int, lines: int) -> None:
    """Between the margins of 28 and 26 mm stand 20 characters of 22 points."""
    report = new_report("某某县水利局", "政府部门", 2025).with_texts({"meta.title": "局" * length})
    document = Document(io.BytesIO(report_bytes(report)))
    (title,) = [p.text for p in document.paragraphs if p.style is not None and p.style.name == "Title"]
    assert title.count("\n") == lines - 1


def test_page_is_a4_with_official_margins_and_grid() -> None:
    section = _root(report_bytes(written_report())).find(f"{W}body/{W}sectPr")
    assert section.find(f"{W}pgSz").attrib == {f"{W}w": "11906", f"{W}h": "16838"}
    margins = {key.removeprefix(W): int(value) for key, value in section.find(f"{W}pgMar").attrib.items()}
    assert (margins["top"], margins["bottom"], margins["left"], margins["right"]) == (2098, 1984, 1587, 1474)
    grid = section.find(f"{W}docGrid")
    assert (grid.get(f"{W}type"), grid.get(f"{W}linePitch")) == ("linesAndChars", "579")


@pytest.mark.parametrize(
    ("stage", "number", "mark"), [("draft", None, "草稿"), ("review", 2, "送审稿第2稿"), ("final", None, "")]
)
def test_draft_and_review_are_marked_on_odd_and_even_pages(stage: str, number: int | None, mark: str) -> None:
    report = written_report()
    data = report_bytes(report, stage=stage, round_number=number)  # type: ignore[arg-type]
    checksum = f"　校验码 {report_checksum(report)}" if stage == "review" else ""
    for name in ("word/header1.xml", "word/header2.xml"):
        assert "".join(_root(data, name).itertext()) == mark + checksum


def test_the_checksum_at_the_head_of_the_pages_is_no_part_of_what_is_read_from_them(tmp_path: Path) -> None:
    report = written_report()
    path = tmp_path / "a.docx"
    path.write_bytes(report_bytes(report, stage="review", round_number=2))
    read_back(report, path)
    assert checksum(read_report(path)) == report_checksum(report)
    imported = import_report(path)
    assert imported.reported == import_report(_written(report, tmp_path / "b.docx")).reported
    assert not any(report_checksum(report) in text for text in imported.report.texts.values())


LONG_UNIT = "云岭市自然资源和规划局国家级高新技术产业开发区管理委员会土地整治与不动产登记事务分局"
FARM_UNIT = "新疆生产建设兵团第十三师新星市司法局黄田农场司法所"  # its first line alone ends like a unit


@pytest.mark.parametrize(
    ("unit", "signer"), [(LONG_UNIT, LONG_UNIT), (FARM_UNIT, FARM_UNIT), ("甲县水利局", LONG_UNIT)]
)
def test_a_long_signature_and_addressee_are_read_as_one_name(unit: str, signer: str, tmp_path: Path) -> None:
    addressee = "云岭市人民政府办公室、云岭市自然资源和规划局、国家级高新技术产业开发区管理委员会办公室"
    meta = {"meta.unit": unit, "meta.sign_off": signer, "meta.addressee": addressee, "meta.date": "2026年1月"}
    report = written_report().with_texts(meta)
    read = import_report(_written(report, tmp_path / "a.docx")).report
    assert read.meta["meta.sign_off"] == signer
    assert read.meta["meta.addressee"] == addressee
    shown = shown_report(report).texts
    assert (read.texts["lead"], read.texts["s6"]) == ("\n".join(shown["lead"]), "\n".join(shown["s6"]))


def test_no_sign_of_direction_reaches_the_file() -> None:
    signs = "\u202e\u2066\u200f"
    report = written_report()
    codes = {*report.form.texts, *report.form.meta} - {"meta.year"}
    report = report.with_texts(dict.fromkeys(codes, f"甲{signs}乙"))
    report = report.with_cells({next(iter(report.form.cells)): Refused(f"约{signs}5", "C-04", "")})
    archive = zipfile.ZipFile(io.BytesIO(report_bytes(report)))
    parts = "".join(archive.read(name).decode() for name in archive.namelist())
    assert "甲乙" in parts
    assert not set(signs) & set(parts)


def _written(report: Report, path: Path) -> Path:
    path.write_bytes(report_bytes(report, stage="final"))
    return path


def test_file_carries_title_unit_and_language_and_nothing_of_the_clerk() -> None:
    report = written_report()
    secrets = {"meta.author": "张小三", "meta.contact": "办公室李四", "meta.phone": "027-1234567"}
    report = report.with_texts(secrets)
    archive = zipfile.ZipFile(io.BytesIO(report_bytes(report)))
    content = "".join(archive.read(name).decode() for name in archive.namelist())
    assert not any(secret in content for secret in secrets.values())
    assert "python" not in content.lower()
    assert "customXml" not in content
    assert "\ue000" not in content
    assert (
        re.sub("<[^>]+>", "|", archive.read("docProps/core.xml").decode())
        .strip("|\n")
        .endswith("某某县水利局2025年政府信息公开工作年度报告||zh-CN")
    )
    assert "<Company>某某县水利局</Company>" in archive.read("docProps/app.xml").decode()
    assert {info.date_time for info in archive.infolist()} == {(2000, 1, 1, 0, 0, 0)}


def test_headings_have_outline_levels_and_come_from_the_form() -> None:
    report = written_report()
    document = Document(io.BytesIO(report_bytes(report)))
    first = [p.text for p in document.paragraphs if p.style is not None and p.style.name == "Heading 1"]
    assert first == [section.title for section in report.form.sections.values()]
    second = [p.text for p in document.paragraphs if p.style is not None and p.style.name == "Heading 2"]
    assert second == [text.heading for text in report.form.texts.values() if text.heading]
    levels = re.findall('w:outlineLvl w:val="(.)"', _xml(report_bytes(report), "word/styles.xml"))
    assert levels == ["0", "1"]


def test_empty_report_prints_headings_and_tables_only() -> None:
    report = new_report("某某县水利局", "政府部门", 2025)
    document = Document(io.BytesIO(report_bytes(report)))
    texts = [p.text.replace("\n", "") for p in document.paragraphs if p.text]
    assert texts == [report.title, *(section.title for section in report.form.sections.values())]
    assert shown_report(report).numbers == {}
    assert read_report(report_bytes(report)).numbers == {}


def test_refused_text_is_not_lost_in_a_draft() -> None:
    report = written_report()
    report = report.with_cells({"t3.R03.C2": parse_cell(report.form, "t3.R03.C2", "12abc")})
    assert read_report(report_bytes(report)).numbers["t3.R03.C2"] == "12abc"


def test_signature_and_document_number_are_printed_where_given() -> None:
    report = written_report()
    plain = [p.text for p in Document(io.BytesIO(report_bytes(report))).paragraphs]
    report = report.with_texts(
        {
            "meta.doc_number": "某水〔2026〕3号",
            "meta.addressee": "某某县人民政府办公室",
            "meta.sign_off": "某某县水利局",
            "meta.date": "2026年1月",
        }
    )
    signed = [p.text for p in Document(io.BytesIO(report_bytes(report))).paragraphs]
    assert signed[0] == "某水〔2026〕3号"
    assert "某某县人民政府办公室：" in signed
    assert signed[-4:] == ["", "", "某某县水利局", "2026年1月　日"]  # room for the seal, the day open
    assert plain[-1] not in signed[-2:]


def _kept(report: Report, text: str) -> set[str]:
    """Return what says of the paragraph with this text where a page may end in it."""
    body = _root(report_bytes(report))
    (properties,) = (p.find(f"{W}pPr") for p in body.iter(f"{W}p") if "".join(p.itertext()) == text)
    return {child.tag.removeprefix(W) for child in properties} & {"keepNext", "keepLines", "widowControl"}


@pytest.mark.parametrize(
    "text", ["无其他需要报告的事项。", "电子版见https://www.a.gov.cn/xxgk/下载。", "（一）另有说明"]
)
def test_the_last_text_stands_on_the_page_of_unit_and_date(text: str) -> None:
    report = written_report().with_texts({"s6": f"前一段。\n{text}"})
    assert not _kept(report, text)
    for field in ("meta.sign_off", "meta.date"):
        signed = report.with_texts({field: "2026年1月12日"})
        assert _kept(signed, text) == {"keepNext", "keepLines"}
        assert not _kept(signed, "前一段。")
        long = _kept(signed.with_texts({"s6": text * 20}), text * 20)  # may be divided
        assert long | {"keepNext"} == {"keepNext", "widowControl"}


@pytest.mark.parametrize(("signs", "lines"), [(20, 1), (26, 1), (27, 2), (54, 2), (55, 3), (90, 4)])
def test_a_paragraph_of_two_lines_is_kept_whole(signs: int, lines: int) -> None:
    text = "宣传政务公开" * 20
    report = written_report().with_texts({"s5": f"主要问题。\n{text[:signs]}\n改进情况。"})
    assert _kept(report, text[:signs]) == ({"keepLines"} if lines == 2 else set())


@pytest.mark.parametrize(
    ("text", "style"),
    [
        (
            "本年度发出信息处理费收费通知12345件，总金额1234567.89元，实际收取1234000.5元。没有其他需要报告的事项。",
            "正文（含网址）",
        ),
        ("总金额1234567.89元，全部上缴国库，没有减免、没有退还，也没有其他需要报告的事项。", "Body Text"),
        ("总金额1234567.89元。", "Body Text"),
    ],
)
def test_a_long_number_stretches_no_line(text: str, style: str) -> None:
    body = Document(io.BytesIO(report_bytes(written_report().with_texts({"s6": text}))))
    assert [p.style.name for p in body.paragraphs if p.style and p.text == text] == [style]


def test_a_note_that_goes_on_begins_below_its_first_number() -> None:
    def styles(note: str) -> list[str]:
        body = Document(io.BytesIO(report_bytes(written_report().with_texts({"note.t2": note}))))
        return [p.style.name for p in body.paragraphs if p.style and p.text in note.split("\n")]

    assert styles("注：1.数据来自台账。\n2.不含上级交办的。\n3.含委托办理的。") == [
        "表下注（首段）",
        "表下注（续段）",
        "表下注（续段）",
    ]
    assert styles("1.数据来自台账。\n2.不含上级交办的。") == ["表下注", "表下注"]
    marked, more = (looks(preset())[f"TableNote{which}"] for which in ("Marked", "More"))
    assert (more.first, more.before) == (0, looks(preset())["TableNote"].before)
    assert more.left == marked.left == -marked.first * marked.size == 2 * preset().sizes["table"]
    styles_xml = _root(report_bytes(written_report()), "word/styles.xml")
    (hanging,) = (style.find(f"{W}pPr/{W}ind") for style in styles_xml if style.get(f"{W}styleId") == "TableNoteMarked")
    assert dict(hanging.attrib) == {f"{W}left": "420", f"{W}hanging": "420"}


@pytest.mark.parametrize("text", ["本年没有。", "一段。\n（一）成效\n" + "两行的一段" * 8, "两行的一段" * 8, ""])
def test_half_a_line_is_left_free_above_a_table_as_below(text: str) -> None:
    report = written_report().with_texts({"s2": text, "s3": text, "s4": text})
    lower = preset()._replace(id="lower", margins={"top": 40, "bottom": 35, "left": 28, "right": 26})
    for profile in (preset(), lower):
        body = _root(report_bytes(report, profile=profile))[0]
        before = [table.getprevious() for table in body.iter(f"{W}tbl")]
        after = [p.find(f"{W}pPr/{W}spacing") for p in before]
        # On the lower page the table leaves its heading and two lines no more than that
        third = None if profile is lower and len(text) == 40 else "290"
        assert [None if p is None else p.get(f"{W}after") for p in after] == ["290", third, "290"]
        assert sum(p.get(f"{W}after") is not None for p in body.iter(f"{W}spacing")) == 2 + (third is not None)


def test_no_line_of_an_addressee_is_a_sign_and_a_colon() -> None:
    to = "某某市人民政府办公室政务公开与政府信息公开工作领导小组办公室"
    report = written_report().with_texts({"meta.addressee": to})
    texts = [p.text for p in Document(io.BytesIO(report_bytes(report))).paragraphs]
    assert "某某市人民政府办公室\n政务公开与政府信息公开工作领导小组办公室：" in texts
    assert read_report(report_bytes(report)).others["meta.addressee"] == f"{to}："


def proof_of(folder: Path, report: Report, written: Report | None = None) -> ReadBack:
    """Return what reading back says of a report where it, or another one, was written."""
    path = folder / "报告.docx"
    path.write_bytes(report_bytes(written or report))
    return read_back(report, path)


def test_written_file_is_read_back_and_the_proof_said(tmp_path: Path) -> None:
    report = written_report()
    proof = proof_of(tmp_path, report)
    assert proof.sentence == "已核对：Word 中 200 个数字、第一、二、五、六部分文字与填报内容一致"
    report = report.with_texts({"s3": "没有结转。", "s4": "没有案件。"})
    assert proof_of(tmp_path, report).sentence.count("200 个数字、六部分文字") == 1


def test_the_proof_praises_only_what_is_there(tmp_path: Path) -> None:
    report = new_report("某某县水利局", "政府部门", 2025).with_cells({"t2.licensing.decisions": 656})
    report = report.with_cells({"t2.penalty.decisions": Refused("1O", "C-04", "“O”不是数字")})
    report = report.with_texts({"lead": "编制本报告。"})  # belongs to none of the six
    proof = proof_of(tmp_path, report)
    assert proof.sentence == "已核对：Word 中 1 个数字与填报内容一致"
    proof = proof_of(tmp_path, report.with_texts({"s5": "公开不够及时。"}))
    assert proof.sentence == "已核对：Word 中 1 个数字、第五部分文字与填报内容一致"


def test_a_wrong_file_is_named_by_the_proof(tmp_path: Path) -> None:
    report, other = written_report(), written_report()
    report = report.with_cells({"t2.licensing.decisions": 656})
    other = other.with_cells({"t2.licensing.decisions": 665})
    with pytest.raises(FileError, match="写入后核对不一致") as caught:
        proof_of(tmp_path, report, other)
    assert "填报为656，文件中为665" in caught.value.summary


def test_the_proof_names_three_differences_at_most(tmp_path: Path) -> None:
    report, other = written_report(), written_report()
    for number, code in enumerate(list(report.form.tables["t2"].cells)[:4]):
        report = report.with_cells({code: 60 + number})
        other = other.with_cells({code: 90 + number})
    with pytest.raises(FileError, match="写入后核对不一致") as caught:
        proof_of(tmp_path, report, other)
    assert [f"为{number}" in caught.value.summary for number in (60, 61, 62, 63)] == [True, True, True, False]


def test_a_wrong_signature_is_named_by_the_proof(tmp_path: Path) -> None:
    report, other = written_report(), written_report()
    report = report.with_texts({"meta.sign_off": "某某县水利局"})
    other = other.with_texts({"meta.sign_off": "某某县林业局"})
    with pytest.raises(FileError, match="落款单位：填报为“某某县水利局”，文件中为“某某县林业局”"):
        proof_of(tmp_path, report, other)


def test_a_span_that_is_no_number_is_one_column() -> None:
    stream = io.BytesIO()
    whole = report_bytes(written_report())
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            new.writestr(name, re.sub(rb'(w:gridSpan w:val=")1?\d"', rb'\1x"', old.read(name)))
    assert set(read_report(stream.getvalue()).texts) == set(read_report(whole).texts)


@pytest.mark.parametrize("seed", [*range(80), 127, 193])  # as many lines in as many orders as of the first 200
def test_random_reports_read_back_equal(seed: int) -> None:
    report = random_report(seed)
    shown, found = shown_report(report), read_report(report_bytes(report))
    assert found.by_code() == shown.by_code()
    assert {k: "".join(v.split()) for k, v in found.others.items()} == {
        k: "".join(v.split()) for k, v in shown.others.items()
    }
    assert not found.remarks


@pytest.mark.parametrize(
    "text",
    ["\x00\x07\x0b", "=1+1", "段" * 10_000, "\ud800x\udfff", "<w:t>&amp;]]>", "\ue000text|title|\ue001", "{{a}}"],
)
def test_anything_typed_stays_readable(text: str, tmp_path: Path) -> None:
    report = written_report(unit=text if len(text) < 100 else "某" * 80)
    for code in (*report.form.texts, "meta.title", "meta.doc_number", "meta.sign_off"):
        report = report.with_texts({code: text})
    path = tmp_path / report_file_name(report, "draft")
    path.write_bytes(report_bytes(report))
    read_back(report, path)
    Document(str(path))  # python-docx can open it


def test_file_names_are_the_usual_ones() -> None:
    report = written_report()
    assert report_file_name(report, "draft") == "某某县水利局2025年政府信息公开工作年度报告（草稿）.docx"
    assert report_file_name(report, "review", 2) == "某某县水利局2025年政府信息公开工作年度报告（送审稿第2稿）.docx"
    assert report_file_name(report, "final") == "某某县水利局2025年政府信息公开工作年度报告.docx"
    to_come = report.with_texts({"meta.year": ""})
    assert report_file_name(to_come, "draft") == "某某县水利局政府信息公开工作年度报告（草稿）.docx"
    report = report.with_texts({"meta.unit": "A/B:某" * 40})
    assert len(report_file_name(report, "final").encode()) <= 255


@pytest.mark.parametrize("profile_id", ["windows", "gb2312", "founder"])
def test_shipped_templates_are_those_the_layout_makes_now(profile_id: str) -> None:
    """If this fails: python -m build_scripts.make.word_templates."""
    profile = preset(profile_id)
    form = Report().form
    shipped = Path("resources/word", template_name(form.id, profile_id)).read_bytes()
    assert read_template(shipped, profile) == read_template(build_template(form, profile), profile)


def test_same_report_gives_the_same_bytes() -> None:
    assert report_bytes(written_report()) == report_bytes(written_report())


def test_report_is_made_without_loading_python_docx_or_lxml() -> None:
    program = (
        "import sys; from core.report.report import new_report; from core.word.report import report_bytes; "
        "report_bytes(new_report('某局', '政府部门', 2025)); "
        "print([name for name in ('docx', 'lxml', 'openpyxl', 'PySide6', 'ssl') if name in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_memory_does_not_grow_over_many_reports() -> None:
    report = written_report()
    report_bytes(report)
    gc.collect()
    tracemalloc.start()
    for _ in range(10):
        report_bytes(report)
    gc.collect()
    before = tracemalloc.get_traced_memory()[0]
    for _ in range(60):
        report_bytes(report)
    gc.collect()
    grown = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    assert grown < 10_000
