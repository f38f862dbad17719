"""A published report with its files, for the tests of the archive."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path

from core.draft.workbook import draft_bytes, save_draft
from core.office.archive.found_files import files_in, look_at
from core.office.archive.selection import Selection, archive_folder_name, choose_files
from core.office.archive.writing import write_archive
from core.office.review import finalise, note_publication, submit
from core.office.signoff import signoff_bytes
from core.report.change import status_change
from core.report.report import Report
from core.validation.validation import check_report
from core.web.html_report import report_html
from core.word.report import report_bytes, report_file_name
from tests.core.report.sample_reports import written_report

NOW = datetime(2026, 2, 3, 10, 20)
CARRIED = {f"t3.R25.C{column}": number for column, number in enumerate((3, 1, 4, 1, 5, 9), 1)}
PROFILE = {"meta.contact": "办公室", "meta.phone": "0000-1234567", "meta.level": "县级", "meta.author": "张三"}
PDF = b"%PDF-1.4\n1 0 obj <</Type /Pages>> 2 0 obj <</Type /Page>> 3 0 obj <</Type/Page >>\n"


@dataclass(frozen=True, slots=True)
class Published:
    """A report that was published, its draft, the folder of its files, and last year's report."""

    report: Report
    draft: Path
    files: Path
    last_year: Path

    def chosen(self) -> Selection:
        found = [look_at(path) for path in files_in(self.files)]
        return choose_files(self.report, look_at(self.draft), found, look_at(self.last_year))

    def archived(self, folder: Path) -> Path:
        target = folder / archive_folder_name(self.report)
        write_archive(target, self.report, self.chosen(), NOW)
        return target


@cache
def _going_out() -> tuple[Report, dict[str, bytes], bytes]:
    """Return a published report, the content of the files beside it by their names, and last year's draft."""
    report = written_report().with_cells(CARRIED).with_texts(PROFILE)
    report = submit(report, date(2026, 1, 5)).applied_to(report)
    report = finalise(report, date(2026, 1, 10)).applied_to(report)
    report = note_publication(report, "https://www.example.gov.cn/1.html", date(2026, 1, 12)).applied_to(report)
    name = Path(report_file_name(report, "final"))
    other = report.with_cells({"t2.licensing.decisions": 7777})
    files = {
        name.name: report_bytes(report, stage="final"),
        name.with_suffix(".html").name: report_html(report),
        name.with_suffix(".pdf").name: PDF,
        "草稿.docx": report_bytes(report),
        "旧的定稿.docx": report_bytes(other, stage="final"),
        "审签单.docx": signoff_bytes(report, check_report(report), today=date(2026, 1, 10)),
        "审签单（第1稿）.docx": signoff_bytes(other, check_report(other), today=date(2026, 1, 5)),
        "第2稿修改情况.txt": "没有修改。".encode(),
        "无关.txt": b"x",
    }
    return report, files, draft_bytes(written_report(7).with_texts({"meta.year": "2024"}))


def published(folder: Path) -> Published:
    """Return a published report with 定稿 (Word, PDF, page), 草稿, sheets, 修改情况, and last year's report."""
    report, contents, last_year = _going_out()
    last, files, draft = folder / "2024年.xlsx", folder / "成稿", folder / "草稿.xlsx"
    last.write_bytes(last_year)
    report = status_change(report, {"last_year_file": str(last)}).applied_to(report)
    save_draft(report, draft)
    files.mkdir()
    for name, content in contents.items():
        (files / name).write_bytes(content)
    return Published(report, draft, files, last)
