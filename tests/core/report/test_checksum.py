import zipfile
from pathlib import Path

import docx
import pytest

from core.form.formats import form_ids
from core.office.report_source import file_checksum, open_report
from core.report.checksum import checksum, report_checksum
from core.report.report import Report, new_report, parse_cell
from core.report.totals import report_numbers
from core.word.reader import read_report
from core.word.report import report_bytes
from tests.core.report.sample_reports import written_report


def _report() -> Report:
    report = new_report("某某县水利局", "政府部门", 2025, with_zeros=True)
    return report.with_texts({"s1.request": "本年收到申请{t3.R01.C7}件。\n均已答复。"})


def test_checksum_is_that_of_the_papers_printed_so_far() -> None:
    """Never to be renewed: sign-off sheets that are on file carry the checksums of their reports."""
    assert report_checksum(_report()) == "0CFA-4CD4"


@pytest.mark.parametrize("form_id", form_ids())
def test_a_word_report_has_the_checksum_of_its_report_in_whatever_format_it_is(form_id: str, tmp_path: Path) -> None:
    report = new_report("某某县水利局", "政府部门", 2020, form_id=form_id)
    for number, code in enumerate(report.form.entered):
        report = report.with_cells({code: number})
    (tmp_path / "报告.docx").write_bytes(report_bytes(report))
    assert checksum(read_report(tmp_path / "报告.docx")) == report_checksum(report)


def test_checksum_changes_with_each_thing_that_is_shown() -> None:
    report = _report()
    seen = {report_checksum(report)}
    report = report.with_cells({"t3.R01.C1": 1})  # also changes the linked number and two totals
    seen.add(report_checksum(report))
    report = report.with_texts({"s5": "主要问题。"})
    seen.add(report_checksum(report))
    report = report.with_texts({"meta.title": "另一个标题"})
    seen.add(report_checksum(report))
    report = report.with_texts({"note.t2": "其中修订16件"})
    seen.add(report_checksum(report))
    report = report.with_cells({"t2.fees.amount": parse_cell(report.form, "t2.fees.amount", "0.0001")})
    seen.add(report_checksum(report))
    assert len(seen) == 6


def test_checksum_passes_over_what_the_report_does_not_show() -> None:
    report = _report()
    before = report_checksum(report)
    report = report.with_texts({"meta.author": "张三", "meta.phone": "123"})
    report = report.with_cells({"fee.billed": 5})
    report = report.with_cells({"t3.R01.C7": 9})  # a control total
    report = report.with_texts({"meta.date": "2026年1月"})
    assert report_checksum(report) == before


def test_checksum_passes_over_white_space_but_not_over_paragraphs() -> None:
    report = _report()
    before = report_checksum(report)
    report = report.with_texts({"s1.request": "  本年收到申请{t3.R01.C7}件。 \n\n　　均已答复。"})
    assert report_checksum(report) == before
    report = report.with_texts({"s1.request": "本年收到申请{t3.R01.C7}件。均已答复。"})
    assert report_checksum(report) != before


def test_a_linked_number_and_the_same_number_typed_show_the_same() -> None:
    report = _report()
    before = report_checksum(report)
    report = report.with_texts({"s1.request": "本年收到申请0件。\n均已答复。"})
    assert report_checksum(report) == before


def test_a_wrong_total_in_a_word_file_changes_the_checksum_of_the_file(tmp_path: Path) -> None:
    report = written_report()
    report = report.with_cells({"t3.R01.C1": 4321})
    path = tmp_path / "a.docx"
    path.write_bytes(report_bytes(report))
    assert file_checksum(path, report) == report_checksum(report)
    total = str(report_numbers(report)["t3.R01.C7"])
    changed = tmp_path / "b.docx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(f">{total}<".encode(), b">9999<"))
    assert file_checksum(changed, report) != report_checksum(report)


def test_a_word_file_made_elsewhere_has_the_checksum_of_the_draft_that_was_made_from_it(tmp_path: Path) -> None:
    report = written_report()
    path = tmp_path / "a.docx"
    path.write_bytes(report_bytes(report))
    document = docx.Document(str(path))
    title = next(p for p in document.paragraphs if "".join(p.text.split()) == report.title)
    title.style = document.styles["Normal"]
    document.save(str(path))
    imported = open_report(path).report
    assert read_report(path).title == ""
    assert file_checksum(path, imported) == report_checksum(imported)
    wrong = imported.with_cells({"t3.R01.C7": 9999})
    assert file_checksum(path, wrong) != report_checksum(wrong)


def test_checksum_of_what_is_no_word_report_is_that_of_the_report_read_from_it(tmp_path: Path) -> None:
    report = _report()
    assert file_checksum(tmp_path / "a.xlsx", report) == report_checksum(report)
    assert file_checksum(tmp_path / "missing.docx", report) == report_checksum(report)
