"""What somebody struck out in a draft counts as deleted, as in files that are imported, and is told."""

import re
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.styles import Font

from core.draft.workbook import load_draft, save_draft
from core.report.entry_text import Refused
from core.report.report import new_report
from tests.workbook_cells import place_of

UNIT = "某某县水利局"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A draft with zeros in its tables and a text in section 五."""
    report = new_report(UNIT, "政府部门", 2025, with_zeros=True)
    report = report.with_cells({"t2.licensing.decisions": 656, "t3.R01.C1": 8, "t3.R03.C1": 8})
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


def with_inline(path: Path, cell: str, runs: str) -> Path:
    """Put a text of several looks into a cell of the tables of section 二, as some programs write one."""
    with ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet5.xml"
    xml, found = re.subn(
        rf'<c r="{cell}"( s="\d+")?(?: t="\w+")?>.*?</c>',
        rf'<c r="{cell}"\1 t="inlineStr"><is>{runs}</is></c>',
        members[sheet].decode(),
    )
    assert found == 1
    members[sheet] = xml.encode()
    with ZipFile(path, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


STRUCK_THEN_NEW = "<r><rPr><strike/></rPr><t>656</t></r><r><t>658</t></r>"
FOOTNOTE = '<r><t>65</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r>'


def test_a_number_struck_out_before_the_new_one_is_told(draft: Path) -> None:
    loaded = load_draft(with_inline(draft, "C10", STRUCK_THEN_NEW))

    assert loaded.report.cells["t2.licensing.decisions"] == 658
    told = [remark for remark in loaded.remarks if "删除线" in remark.sentence]
    assert [(remark.cell, remark.sentence[:9]) for remark in told] == [("C10", "“656”划了删除")]


@pytest.mark.parametrize(("kind", "text"), [("superscript", "65¹"), ("subscript", "65₁")])
def test_a_number_of_a_footnote_does_not_join_the_number(draft: Path, kind: str, text: str) -> None:
    loaded = load_draft(with_inline(draft, "C10", FOOTNOTE.replace("superscript", kind)))

    entry = loaded.report.cells["t2.licensing.decisions"]
    assert isinstance(entry, Refused)
    assert entry.text == text


def test_a_number_of_a_footnote_in_the_shared_texts_does_not_join_the_text(draft: Path) -> None:
    runs = '<r><t>面积5m</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>2</t></r>'

    loaded = load_draft(with_shared(draft, "<t>本年没有不足。</t>", runs))

    assert loaded.report.texts["s5"] == "面积5m²"


def test_a_number_set_above_the_line_as_a_whole_is_not_read(draft: Path) -> None:
    book = openpyxl.load_workbook(draft)
    place_of(book, "t3.R01.C1").font = Font(vertAlign="superscript")
    book.save(draft)

    entry = load_draft(draft).report.cells["t3.R01.C1"]

    assert isinstance(entry, Refused)
    assert entry.text == "⁸"
