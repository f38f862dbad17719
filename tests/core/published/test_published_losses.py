"""Nothing of a published report is lost in silence."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from core.published import import_report
from tests.core.published.published_grids import Item
from tests.core.published.published_random import differing, lost, random_file
from tests.core.published.published_shapes import W, docx, pieces, web_body, word_body, workbook
from tests.core.published.test_published_report import EXAMPLE, SAMPLES, SHAPES


@pytest.mark.parametrize("first", range(0, 60, 10))
def test_every_word_of_a_file_stands_in_a_text_a_cell_or_the_list_of_the_unrecognised(
    first: int, tmp_path: Path
) -> None:
    for number in range(first, first + 10):
        made = random_file(number)
        assert lost(made, tmp_path) == [], made.name


def test_footnotes_of_a_word_file_are_told(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(SHAPES["word"](SAMPLES["small"])[1])
    line = '<w:footnote w:type="separator" w:id="0"/>'
    notes = f'{line}<w:footnote w:id="1"><w:p><w:r><w:t>含网上9件</w:t></w:r></w:p></w:footnote>'
    with ZipFile(path, "a") as archive:
        archive.writestr("word/footnotes.xml", f'<w:footnotes xmlns:w="{W}">{notes}</w:footnotes>')
    assert "文件有1条脚注或尾注，没有读入，请核对：含网上9件" in import_report(path).remarks


@pytest.mark.parametrize(("pages", "stays"), [((1, 2, 3), False), ((1, 3, 4), True), ((7,), True)])
def test_page_numbers_among_the_text_are_left_out_and_told(pages: tuple[int, ...], stays: bool, tmp_path: Path) -> None:
    report = pieces(SAMPLES["small"])
    for place, number in zip((6, 10, 14), pages, strict=False):
        report.insert(place, ("text", f"— {number} —"))
    path = tmp_path / "a.docx"
    path.write_bytes(docx(word_body(report)))
    imported = import_report(path)
    assert (f"文字中间有{len(pages)}行页码（第一行是“— 1 —”）没有读入" in imported.remarks) is not stays
    assert any("— " in text for text in imported.report.texts.values()) is stays


def test_short_lines_among_the_text_of_a_workbook_are_text(tmp_path: Path) -> None:
    report = pieces(SAMPLES["small"])
    at = next(i for i, (_, content) in enumerate(report) if str(content).startswith("改进措施"))
    report.insert(at, ("text", "（二）改进措施"))
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook({"报告": report}, merged=False))
    lines = import_report(path).report.texts["s5"].split("\n")
    assert lines[1:] == ["（二）改进措施", "改进措施：一是加强学习；二是完善制度。"]


def test_a_row_of_two_cells_below_the_last_text_of_a_workbook_is_told(tmp_path: Path) -> None:
    report = [*pieces(SAMPLES["small"]), ("table", [[Item("抄送单位"), Item("市档案馆")]])]
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook({"报告": report}, merged=False))
    imported = import_report(path)
    assert any("抄送单位" in text for _, text in imported.reported)


@pytest.mark.parametrize("kind", ["docx", "html"])
def test_what_stands_beside_the_tables_of_a_file_without_titles_is_listed(kind: str, tmp_path: Path) -> None:
    tables = [piece for piece in pieces(SAMPLES["small"]) if piece[0] == "grid"]
    other = ("table", [[Item("抄送单位"), Item("市档案馆")]])
    report = [("text", "收到来信3件。"), *tables, ("text", "附注"), other]
    path = tmp_path / f"a.{kind}"
    path.write_bytes(docx(word_body(report)) if kind == "docx" else web_body(report).encode())
    imported = import_report(path)
    assert imported.summary == {"t2": "10/10", "t3": "175/175", "t4": "15/15"}
    note = ["附注"] if kind == "docx" else []  # short lines of a web page are its navigation
    assert [text for _, text in imported.unrecognised] == ["收到来信3件。", *note, "抄送单位 市档案馆"]


def test_another_file_whose_content_word_shows_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(docx(word_body(pieces(SAMPLES["small"])) + "<w:altChunk/>"))
    assert any(remark.startswith("文件里嵌有另外1个文件的内容，没有读入") for remark in import_report(path).remarks)


@pytest.mark.parametrize("place", range(0, len(SHAPES), 4))
def test_a_file_and_the_draft_imported_from_it_raise_the_same_findings(place: int, tmp_path: Path) -> None:
    shape, sample = list(SHAPES)[place], list(SAMPLES.values())[place % len(SAMPLES)]
    name, data = SHAPES[shape](sample)
    (tmp_path / name).write_bytes(data)
    assert differing(tmp_path / name, tmp_path) == set()


def test_the_published_example_and_the_draft_imported_from_it_raise_the_same_findings(tmp_path: Path) -> None:
    assert differing(EXAMPLE, tmp_path) == set()


@pytest.mark.parametrize("foot", [["上一篇：没有了", "分享到：微信微博", "主办：某某办公室"], ["主办：某某办公室"]])
def test_the_foot_of_a_portal_that_was_printed_to_a_file_is_listed(foot: list[str], tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(docx(word_body([*pieces(SAMPLES["small"]), *(("text", line) for line in foot)])))
    imported = import_report(path)
    assert ("主办" in imported.report.texts["s6"]) is (len(foot) == 1)
    assert (("页面末尾", "；".join(foot)) in imported.unrecognised) is (len(foot) > 1)
