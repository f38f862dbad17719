"""What somebody wrote into a draft outside its form is told when it is read, not only when it is saved."""

from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.workbook import Workbook

from core.cli.command_line import main
from core.draft.workbook import foreign_content, load_draft, save_draft
from core.office.department_sheets import new_identity, read_department_workbook, workbook_of
from core.report.report import Explanation, LogEntry, Origin, Report, new_report
from tests.workbook_cells import place_of

DRAFTS = Path(__file__).parent.parent.parent / "data" / "drafts"
T2, T3 = "二、主动公开（表）", "三、依申请公开（表）"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A draft."""
    path = tmp_path / "草稿.xlsx"
    save_draft(new_report("某某县水利局", "政府部门", 2025, with_zeros=True), path)
    return path


def remarks(path: Path, book: Workbook) -> list[str]:
    """Save a workbook and return what reading it as a draft tells."""
    book.save(path)
    return [remark.sentence for remark in load_draft(path).remarks]


def test_comments_are_told_with_their_words(draft: Path) -> None:
    book = openpyxl.load_workbook(draft)
    book[T3]["E9"].comment = Comment("应为45", "局长")
    book[T3]["E12"].comment = Comment("问过了\n执法队", "赵")

    assert remarks(draft, book) == [
        f"工作表“{T3}”中E9“应为45”、E12“问过了 执法队”的批注没有读入；请逐条核对，要改的改在格中。"
    ]


def test_cells_below_and_beside_a_table_are_told(draft: Path) -> None:
    book = openpyxl.load_workbook(draft)
    book[T3]["B45"].value, book[T3]["E45"].value, book[T3]["E46"].value = "补充一行", 77, "=E45+1"

    (said,) = remarks(draft, book)

    assert said.startswith(f"工作表“{T3}”中B45")
    assert said.endswith("写在了表样以外，没有读入；请核对，需要的填到表样的格中。")
    assert all(words in said for words in ("补充一行", "E45", "77", "E46"))


def test_a_sheet_of_somebody_is_told_but_not_a_hidden_one(draft: Path) -> None:
    book = openpyxl.load_workbook(draft)
    book.create_sheet("我的台账")["B2"] = "3月5日"
    hidden = book.create_sheet("WpsReserved")
    hidden["A1"], hidden.sheet_state = "x", "hidden"

    assert remarks(draft, book) == [
        "工作表“我的台账”（1格有内容）不属于草稿，没有读入；请核对，需要的填到草稿的工作表中。"
    ]


def test_what_was_told_in_other_words_is_not_told_again(draft: Path) -> None:
    book = openpyxl.load_workbook(draft)
    book.copy_worksheet(book[T2])
    book[T2]["C16"].value = "本年收费金额（单位：元）"
    place_of(book, "t2.fees.amount").value = 5
    place_of(book, "s5").offset(1, 1).value = "后半句。"
    book[T3]["B7"].value = "改过的标签"

    found = remarks(draft, book)

    assert len(found) == len(set(found)) == 4
    assert not [said for said in found if "表样以外" in said]


def test_numbers_left_out_for_their_labels_are_not_told_as_outside(draft: Path) -> None:
    book = openpyxl.load_workbook(draft)
    for above, cell in zip(book[T3]["D11:J11"][0], book[T3]["D12:J12"][0], strict=True):
        cell.value = above.value

    assert not [said for said in remarks(draft, book) if "表样以外" in said]


def test_a_draft_of_the_program_with_all_its_lists_tells_nothing(tmp_path: Path) -> None:
    report = Report(
        "2021",
        meta={"meta.unit": "某某县水利局", "meta.year": "2025", "meta.form": "2021"},
        log=(LogEntry("2026-01-05 10:00", "空白格全部填0"),),
        explanations={"T3-01": Explanation("核对过", "张三", "2026-01-05", "问题")},
        origins={"t2": Origin("办公室", "张三", "2026-01-05", "台账")},
        status={"published_on": "2026-01-20"},
        texts={"s5": "问题。", "old.text": "旧的。"},
    )
    path = tmp_path / "草稿.xlsx"
    save_draft(report, path)

    assert not load_draft(path).remarks


@pytest.mark.parametrize("path", sorted(DRAFTS.rglob("*.xlsx")), ids=lambda path: path.name)
def test_nothing_of_older_drafts_and_of_other_programs_is_outside(path: Path) -> None:
    assert not [remark for remark in load_draft(path).remarks if "没有读入；请" in remark.sentence]


def test_the_command_line_tells_it(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = openpyxl.load_workbook(draft)
    book[T3]["E9"].comment = Comment("应为45", "局长")
    book.save(draft)

    main(["check", str(draft)])
    assert "应为45" in capsys.readouterr().out
    main(["generate", str(draft), "-o", str(draft.with_suffix(".docx")), "--as", "draft"])
    assert "应为45" in capsys.readouterr().out


def test_comments_of_a_department_are_told(tmp_path: Path) -> None:
    path = tmp_path / "科室.xlsx"
    path.write_bytes(workbook_of(new_identity(new_report("某某县水利局", "政府部门", 2025), "行政执法科")))
    book = openpyxl.load_workbook(path)
    book[T2]["C10"].comment = Comment("含下属单位", "赵")
    book.save(path)

    assert [remark.sentence for remark in read_department_workbook(path).remarks] == [
        f"工作表“{T2}”中C10“含下属单位”的批注没有读入；请逐条核对，要改的改在格中。"
    ]


BOX = (
    '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor>'
    "<xdr:from><xdr:col>4</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>8</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>"
    "<xdr:to><xdr:col>6</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>9</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>"
    '<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="2" name="文本框 1"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr>'
    "<xdr:spPr/><xdr:txBody><a:bodyPr/><a:p><a:r><a:t>应为45</a:t></a:r></a:p></xdr:txBody></xdr:sp>"
    "<xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>"
)
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def test_text_boxes_are_told_when_it_is_read_and_when_it_is_saved(draft: Path) -> None:
    with ZipFile(draft) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    sheet = "xl/worksheets/sheet7.xml"
    parts[sheet] = parts[sheet].replace("</worksheet>", '<drawing r:id="rId1"/></worksheet>')
    parts["xl/worksheets/_rels/sheet7.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"'
        f' Type="{RELATION}/drawing" Target="../drawings/drawing1.xml"/></Relationships>'
    )
    parts["xl/drawings/drawing1.xml"] = BOX
    kind = "application/vnd.openxmlformats-officedocument.drawing+xml"
    types = "[Content_Types].xml"
    override = f'<Override PartName="/xl/drawings/drawing1.xml" ContentType="{kind}"/></Types>'
    parts[types] = parts[types].replace("</Types>", override)
    with ZipFile(draft, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)

    assert [remark.sentence for remark in load_draft(draft).remarks] == [
        f"工作表“{T3}”中E9“应为45”的文本框没有读入；请逐条核对，要改的改在格中。"
    ]
    assert foreign_content(draft) == ((T3, "E9", "这里的文本框不属于草稿，保存时不会保留。"),)
