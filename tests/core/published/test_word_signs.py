"""Signs that Word keeps by font, hidden text and empty fields in an imported report: read where certain, else told."""

import re
from pathlib import Path
from zipfile import ZipFile

import pytest

from core.published import Imported, import_report
from core.report.entry_text import Refused
from core.report.report import new_report
from core.visible.word_symbols import UNKNOWN, symbol
from core.word.report import report_bytes

CELL = "t2.licensing.decisions"
TEXT = "全年公开信息若干条，其中重点领域信息占多数。"


def imported(folder: Path, old: str, new: str) -> Imported:
    """Put other runs in place of the one with a text, and import the report."""
    report = new_report("某某县水利局", "政府部门", 2025, with_zeros=True)
    report = report.with_cells({CELL: 98765}).with_texts({"s1.active": TEXT, "s5": "问题。", "s6": "无。"})
    path = folder / "报告.docx"
    path.write_bytes(report_bytes(report))
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    document = parts["word/document.xml"].decode("utf-8")
    run = re.search(rf"<w:r(?: [^>]*)?>(?:(?!</w:r>).)*>{old}</w:t></w:r>", document)
    assert run is not None
    start = run[0].rindex("<w:r>") if "<w:r>" in run[0] else run[0].rindex("<w:r ")
    parts["word/document.xml"] = document.replace(run[0][start:], new).encode("utf-8")
    with ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return import_report(path)


def run(inner: str, look: str = "") -> str:
    """Return a run of Word."""
    return f"<w:r><w:rPr>{look}</w:rPr>{inner}</w:r>"


def sign(font: str, char: str) -> str:
    """Return a run with a sign of a font."""
    return run(f'<w:sym w:font="{font}" w:char="{char}"/>')


@pytest.mark.parametrize(
    "runs",
    [
        sign("Symbol", "F036") + run("<w:t>56</w:t>"),
        sign("宋体", "0036") + run("<w:t>56</w:t>"),
        run("<w:t>\uf036</w:t>", '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>') + run("<w:t>56</w:t>"),
        run("<w:t>\uf036\uf035</w:t>") + run("<w:t>6</w:t>"),
    ],
)
def test_a_digit_kept_as_a_sign_is_a_digit(tmp_path: Path, runs: str) -> None:
    found = imported(tmp_path, "98765", runs)

    assert found.report.cells[CELL] == 656
    assert not [text for _, text in found.reported if UNKNOWN in text]


@pytest.mark.parametrize("font", ["Webdings", "Wingdings 3", "Wingdings"])
def test_a_cell_with_an_unknown_sign_is_no_number(tmp_path: Path, font: str) -> None:
    found = imported(tmp_path, "98765", sign(font, "F041") + run("<w:t>56</w:t>"))

    entry = found.report.cells[CELL]
    assert isinstance(entry, Refused)
    assert entry.text == f"{UNKNOWN}56"
    assert [text for _, text in found.reported if "认不出" in text] == [
        "原文有1处符号认不出，用“〓”代替，没有当作数字：第1个表格第7行“〓”，请对照原文改正"
    ]


def test_signs_in_the_text_are_read_or_named_with_the_words_before_them(tmp_path: Path) -> None:
    runs = sign("Wingdings", "F081") + run("<w:t>甲</w:t>") + sign("Webdings", "F061") + run("<w:t>乙。</w:t>")

    found = imported(tmp_path, TEXT, runs)

    assert found.report.texts["s1.active"] == "①甲〓乙。"
    assert [text for _, text in found.reported if "认不出" in text] == [
        "原文有1处符号认不出，用“〓”代替，没有当作数字：“①甲〓”，请对照原文改正"
    ]


@pytest.mark.parametrize(
    ("font", "char", "wanted"),
    [
        ("Wingdings", "F0FE", "☑"),
        ("Wingdings", "F08C", "❶"),
        ("Wingdings 2", "F052", "☑"),
        ("Wingdings 2", "F06A", "①"),
        ("Symbol", "F0B3", "≥"),
        ("SYMBOL", "0061", "α"),
        ("Times New Roman", "2460", "①"),
        ("仿宋_GB2312", "F031", "1"),
        ("", "F041", "A"),
        ("Wingdings", "F0C3", UNKNOWN),
        ("Webdings", "0031", UNKNOWN),
        ("宋体", "D800", UNKNOWN),
        ("宋体", "E123", UNKNOWN),
        ("宋体", "FFFFFFFF", UNKNOWN),
        ("宋体", "0007", UNKNOWN),
        ("宋体", "六", UNKNOWN),
    ],
)
def test_signs_are_known_by_their_font(font: str, char: str, wanted: str) -> None:
    assert symbol(font, char) == wanted


def test_hidden_digits_of_a_cell_are_told(tmp_path: Path) -> None:
    found = imported(tmp_path, "98765", run("<w:t>9</w:t>", "<w:vanish/>") + run("<w:t>656</w:t>"))

    assert found.report.cells[CELL] == 656
    assert "表格里有1处隐藏的文字没有读入：第1个表格第7行“9”，请核对" in [text for _, text in found.reported]


def test_a_field_without_result_in_a_cell_is_told(tmp_path: Path) -> None:
    begin, end = (run(f'<w:fldChar w:fldCharType="{kind}"/>') for kind in ("begin", "end"))

    found = imported(tmp_path, "98765", begin + run("<w:instrText>=600+56</w:instrText>") + end)

    assert CELL not in found.report.cells
    said = [text for _, text in found.reported if "域没有结果" in text]
    assert said == [
        "表格里有1处域没有结果，按空白读入：第1个表格第7行“=600+56”，请在 Word 或 WPS 中更新域（按 F9）并保存后再导入"
    ]


def test_fields_and_hidden_words_that_no_table_holds_are_no_matter(tmp_path: Path) -> None:
    begin, end = (run(f'<w:fldChar w:fldCharType="{kind}"/>') for kind in ("begin", "end"))
    marks = begin + run('<w:instrText> XE "词" </w:instrText>') + end

    found = imported(tmp_path, "98765", marks + run("<w:t>656</w:t>"))

    assert found.report.cells[CELL] == 656
    assert not [text for _, text in found.reported if "域" in text]
