"""Which files go into the archive of a report, under which names, and what is missing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from core.base.archive_limits import read_limited
from core.base.file_kinds import FileKind
from core.base.on_disk import followed
from core.base.short_texts import some_of
from core.base.user_files import safe_file_name
from core.office.annex import CHANGE_LIST, FINDINGS_LIST
from core.office.archive.change_lists import known_paper, missing_list
from core.office.archive.check_list import OWN_NAMES
from core.office.archive.found_files import FoundFile, numbers_in
from core.report.checksum import report_checksum
from core.report.differences import text_place
from core.report.report import Report
from core.report.shown_report import shown_report
from core.web.html_report import report_html
from core.word.report import report_file_name

DRAFT, WORD, PDF, PAGE = "草稿", "定稿（Word）", "定稿（PDF）", "定稿（网页版）"
SIGNOFF, LAST_YEAR, CORRECTION = "审签单", "上年报告", "更正说明"
PUBLICATION = "公布信息"
OUTLINE = "解读提纲"
"""A paper that has parts as a report has, and the same year, but is none."""

_SCANS = {FileKind.PDF, FileKind.IMAGE}
_PAGES = {FileKind.HTML}
_MADE_NOW = "归档时由程序生成"
_OTHER_PAGE = "文字和数字与草稿一致，但样式与程序生成的网页版不同"
_COUNTED = re.compile(r"\d\s*(?:[件宗起条个次人份]|万?元)")
"""A number in what stands outside the text of a report that speaks of what the report counts."""

_MOST_NAMED = 3
_UNREAD_PDF = "PDF 的内容没有与草稿核对"


_WAYS = {
    WORD: "“检查与生成”中生成的定稿，名称不限",
    SIGNOFF: "菜单“报告”的“审签单（Word）”可以存，或者放签好的扫描件，文件名写上“审签单”",
    CHANGE_LIST: "菜单“报告”的“修改情况（Word）”可以存，文件名写上“修改情况”",
    CORRECTION: "菜单“报告”的“更正说明（Word）”可以存，文件名写上“更正说明”",
}


def way_to(missing: str) -> str:
    """Return where a file that is missing comes from, and how it has to be named; "" where nothing can be said."""
    return next((way for what, way in _WAYS.items() if missing.startswith(what)), "")


@dataclass(frozen=True, slots=True)
class Piece:
    """One file of the archive.

    Attributes:
        name: Its name in the archive.
        what: What it is, such as 定稿（Word）.
        source: The file it is copied from, or its content.
        day: When it was last written.
        pages: How many pages it has; "" where it does not tell.
        checksum: 校验码 of the report it shows; "" where it shows none.
        note: What whoever opens the archive should know of it; "" otherwise.
    """

    name: str
    what: str
    source: Path | bytes
    day: str
    pages: str = ""
    checksum: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Selection:
    """What goes into an archive.

    Attributes:
        pieces: The files, in the order of the list.
        missing: What an archive should hold and this one does not, in words for the clerk.
        left: Files that were looked at and stay out, each with why.
    """

    pieces: tuple[Piece, ...]
    missing: tuple[str, ...]
    left: tuple[str, ...]

    def with_made(self, what: str, name: str, content: bytes, day: str, *, pages: str, checksum: str) -> Selection:
        """Return it with a file that the program makes now, since it was missing."""
        name = _free_name(name, {piece.name for piece in self.pieces})
        made = Piece(name, what, content, day, pages, checksum, _MADE_NOW)
        pieces = sorted((*self.pieces, made), key=lambda piece: _ORDER.index(piece.what))
        return replace(self, pieces=tuple(pieces), missing=tuple(m for m in self.missing if m != what))


_ORDER = (DRAFT, WORD, PDF, PAGE, SIGNOFF, CHANGE_LIST, CORRECTION, LAST_YEAR)


def choose_files(report: Report, draft: FoundFile, found: Sequence[FoundFile], named: FoundFile | None) -> Selection:
    """Return what goes into the archive of a report.

    Args:
        report: What the draft holds.
        draft: The draft itself.
        found: The files as they were made.
        named: The report of last year that the draft names, where it may be opened.
    """
    return _Choice(report, draft, found).selection(named)


def archive_folder_name(report: Report) -> str:
    """Return what the folder is called: 单位_年度_归档."""
    return safe_file_name(f"{report.unit or '未填单位'}_{report.year or '未填年度'}_归档")


class _Choice:
    """Chooses from the files that were found."""

    def __init__(self, report: Report, draft: FoundFile, found: Sequence[FoundFile]) -> None:
        self._report = report
        self._now = report_checksum(report)
        self._draft = draft
        at = followed(draft.path)
        self._found = [file for file in found if followed(file.path) != at]
        self._lists = [file for file in self._found if CHANGE_LIST in file.path.stem]
        self._taken: dict[Path, Piece] = {}
        self._names: set[str] = set(OWN_NAMES)
        self._why: dict[Path, str] = {}
        self._usual = Path(report_file_name(report, "final")).stem

    def selection(self, named: FoundFile | None) -> Selection:
        """Choose, kind by kind."""
        self._take(DRAFT, [self._draft])
        word = self._final(WORD, {FileKind.DOCX})
        stems = {self._usual, *(file.path.stem for file in word)}
        self._take_pdf(stems)
        self._final(PAGE, _PAGES)
        self._take_signoff()
        for file in self._lists:
            known, said = known_paper(self._report, file, CHANGE_LIST)
            self._take(CHANGE_LIST, [known], said)
        self._take(CORRECTION, [f for f in self._found if CORRECTION in f.path.stem])
        last = [f for f in self._found if self._is_last_year(f)]
        self._take(LAST_YEAR, [named] if named is not None else self._best(last))
        taken = {followed(path) for path in self._taken}
        left = [f"{f.path.name}{self._reason(f)}" for f in self._found if followed(f.path) not in taken]
        return Selection(tuple(self._taken.values()), tuple(self._missing()), tuple(left))

    def _final(self, what: str, kinds: set[FileKind]) -> list[FoundFile]:
        """Take the 定稿: a file that shows exactly what the draft shows, and bears no mark of an earlier stage."""
        finals = [f for f in self._found if f.kind in kinds and f.checksum and not f.mark and not _paper(f)]
        for file in finals:
            if file.checksum != self._now and file.year in (self._report.year, None):
                self._why[file.path] = self._differs(file)
        fitting = [f for f in finals if f.checksum == self._now]
        for file in fitting:
            if counted := next(filter(_COUNTED.search, file.beside), ""):
                self._why[file.path] = f"（正文以外有数字，定稿没有：{counted}）"
        fitting = [f for f in fitting if f.path not in self._why]
        as_made = [f for f in fitting if self._is_as_made(f)] if what == PAGE else []
        best = self._best(as_made or fitting)
        note = _OTHER_PAGE if what == PAGE and not as_made else "；".join(f.beside[0] for f in best if f.beside)
        self._take(what, best, note)
        return best

    def _take_pdf(self, stems: set[str]) -> None:
        """Take the PDF that shows what the draft shows, whatever its name; else one named so: it may be a scan."""
        pdfs = [f for f in self._found if f.kind is FileKind.PDF and not f.mark and not _paper(f)]
        for file in pdfs:
            if file.checksum and file.checksum != self._now and file.year in (self._report.year, None):
                self._why[file.path] = self._differs(file)
        fitting = [f for f in pdfs if f.checksum == self._now]
        named = [f for f in pdfs if f.path.stem in stems and not self._has_other_numbers(f)]
        self._take(PDF, self._best(fitting or named))

    def _has_other_numbers(self, file: FoundFile) -> bool:
        """Whether a PDF prints other numbers than the draft, as far as it was read; then it is said which."""
        shown, form = shown_report(self._report), self._report.form
        names = [
            f"“{form.cells[code].name}”是{printed}，草稿是{shown.numbers.get(code, '空白')}"
            for code, printed in file.numbers.items()
            if code in form.cells and printed != shown.numbers.get(code, "")
        ]
        counted = numbers_in(shown.texts)
        names += [
            f"{text_place(form, code)}中的数字不同"
            for code, numbers in file.counted.items()
            if code in form.texts and numbers != counted.get(code, ())
        ]
        if names:
            self._why[file.path] = f"（数字与草稿不一致：{some_of(names, _MOST_NAMED, '处', between='；')}）"
        return bool(names)

    def _differs(self, file: FoundFile) -> str:
        return f"（内容与草稿不一致：校验码{file.checksum}，草稿是{self._now}）"

    def _is_as_made(self, file: FoundFile) -> bool:
        """Whether a page is the web version itself, not a copy that a portal has stripped of its looks."""
        data = read_limited(file.path)
        return data.replace(b"\r\n", b"\n") == report_html(self._report)

    def _take_signoff(self) -> None:
        """Take the last sheet of the 定稿, else the last one, and all that was scanned."""
        sheets = [f for f in self._found if SIGNOFF in f.path.stem or SIGNOFF in f.heading]
        docx = (f for f in sheets if f.kind is FileKind.DOCX)
        words = sorted(docx, key=lambda f: (self._now in f.codes, not f.sheet_stage, f.made))
        note = ""
        if words and self._now not in words[-1].codes:
            note = f"审签单上没有定稿的校验码{self._now}"
        fitting = [replace(f, checksum=self._now) if self._now in f.codes else f for f in words[-1:]]
        self._take(SIGNOFF, fitting, note)
        for scan in (f for f in sheets if f.kind in _SCANS):
            # A sheet signed by hand is mostly a picture, with no 校验码 to be read: nothing is said of that
            known, said = known_paper(self._report, scan, SIGNOFF) if scan.codes else (scan, "")
            self._take(SIGNOFF, [known], said)

    def _is_last_year(self, file: FoundFile) -> bool:
        year, unit = self._report.year, self._report.unit
        is_year_before = year is not None and file.year == year - 1
        return is_year_before and (not unit or file.unit in ("", unit)) and not file.mark and not _paper(file)

    def _best(self, files: Iterable[FoundFile]) -> list[FoundFile]:
        """Return one of several: a draft, no PDF, the one with the usual name, the one written last."""

        def rank(file: FoundFile) -> tuple[bool, bool, bool, str, str]:
            is_usual = file.path.stem == self._usual
            return file.is_draft, file.kind is not FileKind.PDF, is_usual, file.made, file.path.name

        return sorted(files, key=rank)[-1:]

    def _take(self, what: str, files: Iterable[FoundFile], note: str = "") -> None:
        for file in files:
            if file.path not in self._taken:
                name = _free_name(file.path.name, self._names)
                self._names.add(name)
                said = note or (_UNREAD_PDF if what == PDF and file.checksum != self._now else "")
                self._taken[file.path] = Piece(name, what, file.path, file.made, file.pages, file.checksum, said)

    def _reason(self, file: FoundFile) -> str:
        if why := self._why.get(file.path) or (f"（{file.mark}）" if file.mark else ""):
            return why
        same = next((path for path in self._taken if path.name == file.path.name), None)
        return f"（收入的是“{same.absolute().parent.name}”文件夹中的同名文件）" if same else ""

    def _missing(self) -> list[str]:
        """Return what is not there, in the order of the list, and what the draft does not say."""
        status = self._report.status
        there = {piece.what for piece in self._taken.values()}
        expected = [WORD, PDF, PAGE, SIGNOFF, missing_list(self._report, self._lists)]
        expected += [CORRECTION] * bool(status.get("published_shown"))
        expected += [LAST_YEAR] * bool(status.get("last_year_file"))
        missing = [what for what in expected if what and what not in there]
        if not status.get("locked_on"):
            missing.append("定稿登记（草稿没有锁定为定稿）")
        elif status.get("locked_checksum") != self._now:
            missing.append(f"与定稿一致的草稿（定稿的校验码是{status.get('locked_checksum')}，草稿现在是{self._now}）")
        if not status.get("published_on"):
            missing.append(f"{PUBLICATION}（还没有登记公布网址和日期）")
        return missing


def _paper(file: FoundFile) -> bool:
    """Whether a file is by its name, or by its heading, one of the papers that go with a report."""
    return any(
        what in file.path.stem or what in file.heading
        for what in (SIGNOFF, CHANGE_LIST, CORRECTION, FINDINGS_LIST, OUTLINE)
    )


def _free_name(name: str, taken: set[str]) -> str:
    """Return a name that any system takes and that no other file of the archive has."""
    path = Path(safe_file_name(name))
    known = {other.casefold() for other in taken}
    number, free = 0, path.name
    while free.casefold() in known:
        number += 1
        free = f"{path.stem}({number}){path.suffix}"
    return free
