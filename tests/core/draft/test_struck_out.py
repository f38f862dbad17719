"""What somebody struck out in a draft counts as deleted, as in files that are imported, and is told."""

from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.styles import Font

from core.draft.workbook import load_draft, save_draft
from core.report.report import new_report
from tests.workbook_cells import place_of

UNIT = "某某县水利局"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A draft with zeros in its tables and a text in section 五."""
    report = new_report(UNIT, "政府部门", 2025, with_zeros=True).with_cells({"t3.R01.C1": 8, "t3.R03.C1": 8})
    path = tmp_path / "草稿.xlsx"
    save_draft(report.with_texts({"s5": "本年没有不足。"}), path)
    return path


def with_shared(path: Path, old: str, new: str) -> Path:
    """Replace a piece of the shared texts of a workbook, as an office program would have written it."""
    with ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    shared = members["xl/sharedStrings.xml"].decode()
    assert shared.count(old) == 1
    members["xl/sharedStrings.xml"] = shared.replace(old, new).encode()
    with ZipFile(path, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def test_a_struck_out_word_is_left_out_and_told(draft: Path) -> None:
    runs = "<r><t>本年</t></r><r><rPr><strike/></rPr><t>没有</t></r><r><rPr><strike val='0'/></rPr><t>不足。</t></r>"

    loaded = load_draft(with_shared(draft, "<t>本年没有不足。</t>", runs))

    assert loaded.report.texts["s5"] == "本年不足。"
    told = [remark for remark in loaded.remarks if "删除线" in remark.sentence]
    assert [remark.sheet for remark in told] == ["五、问题及改进"]
    assert told[0].sentence.startswith("“没有”划了删除线，按已删除处理，没有读入；")


def test_a_struck_out_number_is_blank_and_told(draft: Path) -> None:
    book = openpyxl.load_workbook(draft)
    cell = place_of(book, "t3.R01.C1")
    cell.font = Font(strike=True)
    book.save(draft)

    loaded = load_draft(draft)

    assert loaded.report.cells.get("t3.R01.C1") is None
    assert loaded.report.cells["t3.R03.C1"] == 8
    told = [remark for remark in loaded.remarks if "删除线" in remark.sentence]
    assert [(remark.cell, remark.sentence[:5]) for remark in told] == [(cell.coordinate, "“8”划了")]
