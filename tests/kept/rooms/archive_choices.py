"""Which of many files go into the archive of a report, which stay out, and what is said to be missing."""

from __future__ import annotations

import random
from collections.abc import Iterable
from pathlib import Path

from core.base.file_kinds import FileKind
from core.office.archive.found_files import FoundFile, numbers_in
from core.office.archive.selection import Selection, archive_folder_name, choose_files
from core.report.checksum import report_checksum
from core.report.report import Report
from core.report.shown_report import shown_report
from core.web.html_report import report_html
from core.word.report import report_file_name
from tests.kept import reports

_KINDS = (FileKind.DOCX, FileKind.DOCX, FileKind.PDF, FileKind.PDF, FileKind.HTML, FileKind.IMAGE, FileKind.XLSX)
_ENDINGS = {
    FileKind.DOCX: "docx",
    FileKind.PDF: "pdf",
    FileKind.HTML: "html",
    FileKind.IMAGE: "jpg",
    FileKind.XLSX: "xlsx",
}


def documents(folder: Path) -> dict[str, str]:
    """Return what is chosen of files made up at random."""
    many = {"signed": reports.signed(), "returned twice": reports.returned_twice(), "corrected": reports.corrected()}
    pages = {name: report_html(report) for name, report in many.items()}
    lines: list[str] = []
    for number in range(45):
        chance = random.Random(number)
        name = chance.choice(list(many))
        report = many[name]
        found = [_file(folder / f"{number}", report, pages[name], chance) for _ in range(chance.randrange(1, 9))]
        draft = FoundFile(folder / "草稿.xlsx", FileKind.XLSX, "2026-02-01 09:00", is_draft=True, unit=report.unit)
        named = chance.choice((None, None, FoundFile(folder / "上年.docx", FileKind.DOCX, "2025-02-01 09:00")))
        lines += [
            f"=== {number} {name} {archive_folder_name(report)}",
            *_told(choose_files(report, draft, found, named)),
        ]
    return {"archive-choices": "\n".join(lines) + "\n"}


def _told(chosen: Selection) -> Iterable[str]:
    for piece in chosen.pieces:
        yield " ".join(filter(None, (piece.what, piece.name, piece.day[5:10], piece.pages, piece.checksum, piece.note)))
    yield f"missing {' ; '.join(chosen.missing)}"
    yield f"left {' ; '.join(chosen.left)}"


def _file(folder: Path, report: Report, page: bytes, chance: random.Random) -> FoundFile:
    folder.mkdir(exist_ok=True)
    now, kind = report_checksum(report), chance.choice(_KINDS)
    usual = Path(report_file_name(report, "final")).stem
    stem = chance.choice((usual, "报告", "审签单", "修改情况", "更正说明", "解读提纲", "上年报告", f"{usual}审签单"))
    inner = folder / chance.choice(("", "", "签好的"))
    inner.mkdir(exist_ok=True)
    path = inner / f"{stem}.{_ENDINGS[kind]}"
    if kind is FileKind.HTML:
        path.write_bytes(chance.choice((page, page.replace(b"\n", b"\r\n"), b"<p>1</p>")))
    shown = shown_report(report)
    numbers = dict(chance.sample(sorted(shown.numbers.items()), 2)) if kind is FileKind.PDF else {}
    counted = dict(list(numbers_in(shown.texts).items())[:2]) if kind is FileKind.PDF else {}
    if chance.random() < 0.3:
        numbers = dict.fromkeys([*numbers, "t3.R01.C1", "t9"], "77")
    if chance.random() < 0.2:
        counted = dict.fromkeys(counted, ("1",))
    rounds = [made.checksum for made in report.rounds]
    return FoundFile(
        path,
        kind,
        f"2026-0{chance.randrange(1, 4)}-10 09:00",
        unit=chance.choice((report.unit, report.unit, "", "别的单位")),
        year=chance.choice((report.year, report.year, (report.year or 1) - 1, None)),
        checksum=chance.choice((now, now, "AAAA-BBBB", "")),
        mark=chance.choice(("", "", "", "送审稿第1稿")),
        codes=frozenset(chance.choice(((), (now,), tuple(rounds[:1]), tuple(rounds[-1:]), ("AAAA-BBBB",)))),
        pages=chance.choice(("", "3")),
        heading=chance.choice(("", "", "", "政府信息公开工作年度报告审签单")),
        sheet_stage=chance.choice(("", "送审稿第1稿")),
        numbers=numbers,
        counted=counted,
        beside=chance.choice(((), (), ("页眉：内部资料",), ("文本框：另有12件",))),
    )
