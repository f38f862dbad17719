"""归档 and 核对归档, and the 更正说明 of a report that is corrected after its publication."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from core.base import user_files
from core.base.errors import ErrorText, ReportError
from core.base.short_texts import first_lines
from core.office import correction, last_year_file, review
from core.office.archive import found_files, selection, verification, writing
from core.office.way import page_fault
from core.report import checksum
from core.web import html_report
from core.word import report as word_report
from gui import dialogs
from gui.commands.area import CommandArea, Surroundings
from gui.commands.command import Command
from gui.commands.print_actions import PrintActions
from gui.dialogs import correction_dialog, reading

_NOT_PUBLISHED = ErrorText("这份报告还没有登记公布，不能归档。", "请先生成定稿，公布后点“登记公布网址和日期”，再归档。")
_GO, _ELSEWHERE, _OPEN, _CLOSE = "归档", "换个位置…", "打开归档文件夹", "关闭"
_MOST_NAMED = 12


class ArchiveActions(CommandArea):
    """Commands that keep what went out, verify it, and tell what was corrected."""

    def __init__(self, given: Surroundings, printing: PrintActions) -> None:
        super().__init__(given)
        self._printing = printing

    def commands(self) -> list[Command]:
        """Return the commands."""
        return [
            Command("archive", "归档…", self.archive),
            Command("verify_archive", "核对归档…", self.verify, needs_report=False),
            Command("make_correction", "更正说明（Word）…", self.make_correction),
        ]

    # ------------------------------------------------------------ 归档

    def archive(self) -> None:
        """Put everything that went out into one folder, after showing what that is.

        Raises:
            ReportError: The report is not published, a folder cannot be read, or the archive cannot be written.
        """
        if not self._session.report.status.get("published_on"):
            raise _NOT_PUBLISHED.error()
        if (not self._draft.is_read_only and not self._host.save()) or self._draft.path is None:
            return
        folder = self._host.files.choose_folder("output", "归档：定稿、网页版、审签单等文件在哪个文件夹")
        if folder is None:
            return
        now = self._clock()
        chosen = self._chosen(folder, self._draft.path, now)
        target = self._agreed(chosen, folder) if chosen is not None else None
        if chosen is None or target is None:
            return
        work = partial(writing.write_archive, target, self._session.report, chosen, now)
        code = dialogs.in_thread(self._host.widget, "正在归档……", work)
        self._note(now, code)
        text = f"已归档：{target.name}"
        more = f"归档码：{code}\n请把归档码另外记下，核对归档时对照；草稿里也记了一份。"
        if dialogs.choose(self._host.widget, "已归档", text, more, (_OPEN, _CLOSE)) == _OPEN:
            self._host.open_outside(target)

    def _chosen(self, folder: Path, draft: Path, now: datetime) -> selection.Selection | None:
        """Look at the files and choose; what the program can make itself is made where it is missing.

        None where the clerk called it off.
        """
        report = self._session.report
        place = Path(report.status.get("last_year_file") or draft)
        named = dialogs.ask_disk(self._host.widget, place, lambda: last_year_file.named_last_year(report, draft))
        listed, passed_over = dialogs.in_thread(
            self._host.widget,
            "正在读取文件夹……",
            lambda: (found_files.files_in(folder), found_files.passed_over(folder)),
        )
        files = [path for path in listed if path != draft]
        wanted = [draft, *([named] if named else []), *files]
        looked = reading.each_in_process(self._host.widget, found_files.look_at, [(path.name, path) for path in wanted])
        if looked is None:
            return None
        if isinstance(looked[0], ReportError):
            raise looked[0]
        found: list[found_files.FoundFile] = [file for file in looked[1:] if not isinstance(file, ReportError)]
        last_year = next((file for file in found if file.path == named), None)
        chosen = selection.choose_files(
            self._session.report, looked[0], [f for f in found if f.path in files], last_year
        )
        read = zip(wanted, looked, strict=True)
        unread = [f"{path.name}（{why.summary}）" for path, why in read if isinstance(why, ReportError)]
        return self._completed(replace(chosen, left=(*chosen.left, *unread, *passed_over)), now)

    def _completed(self, chosen: selection.Selection, now: datetime) -> selection.Selection:
        """Make the PDF and the web page where they are missing."""
        report = self._session.report
        day, name = now.strftime("%Y-%m-%d %H:%M"), word_report.report_file_name(report, "final")
        if selection.PDF in chosen.missing:
            data = self._printing.pdf_bytes(Path(name).with_suffix(".pdf"), self._printing.report_paper)
            pdf = str(Path(name).with_suffix(".pdf"))
            chosen = chosen.with_made(
                selection.PDF,
                pdf,
                data,
                day,
                pages=found_files.pdf_pages(data),
                checksum=checksum.report_checksum(report),
            )
        if selection.PAGE in chosen.missing:
            page = str(Path(name).with_suffix(".html"))
            data = html_report.report_html(report)
            chosen = chosen.with_made(
                selection.PAGE, page, data, day, pages="", checksum=checksum.report_checksum(report)
            )
        return chosen

    def _agreed(self, chosen: selection.Selection, folder: Path) -> Path | None:
        """Show what goes into the archive and what is missing; return the folder that is to be made, None for none."""
        target = self._target(folder)
        lines = [f"{piece.what}：{piece.name}{f'（{piece.note}）' if piece.note else ''}" for piece in chosen.pieces]
        for what in chosen.missing:
            way = selection.way_to(what)
            lines.append(f"缺少：{what}{f'（{way}）' if way else ''}")
        if chosen.missing:
            lines.append("补齐的：先取消，把文件放进同一个文件夹，再归档。")
        lines += [f"不收入：{what}" for what in chosen.left[:_MOST_NAMED]]
        if len(chosen.left) > _MOST_NAMED:
            lines.append(f"不收入的还有{len(chosen.left) - _MOST_NAMED}个文件")
        lack = f"，缺少{len(chosen.missing)}项" if chosen.missing else ""
        fault = page_fault(self._session.report)
        first = f"{fault}。可以先归档；网页改正后，请再核对一次。\n" if fault else ""
        text = f"{first}将把{len(chosen.pieces)}个文件和公布信息归档到“{target.name}”{lack}。"
        answer = dialogs.choose(self._host.widget, "归档", text, "\n".join(lines), (_GO, _ELSEWHERE, "取消"))
        if answer == _ELSEWHERE:
            other = self._host.files.choose_folder("archive", "归档放在哪个文件夹里")
            return self._target(other) if other is not None else None
        return target if answer == _GO else None

    def _target(self, folder: Path) -> Path:
        """Return the archive to be made in a folder; one that is there is never touched."""
        target = folder / selection.archive_folder_name(self._session.report)
        return self._free_place(target)

    def _note(self, now: datetime, code: str) -> None:
        """Note in the draft when it was archived, and by which code it is verified."""
        if not self._draft.is_read_only:
            self._session.record(review.note_archive(self._session.report, now, code))
            self._host.save()

    # ------------------------------------------------------------ 核对归档

    def verify(self, folder: Path | None = None) -> None:
        """Verify an archive, one that is asked for where none is given, and name every file that differs.

        Raises:
            ReportError: It is no archive, or cannot be looked into.
        """
        folder = folder or self._host.files.choose_folder("archive", "核对归档：选择归档文件夹")
        if folder is None:
            return
        outcome = dialogs.in_thread(self._host.widget, "正在核对归档……", partial(verification.verify_archive, folder))
        noted = self._session.report.status.get("archive_code", "") if self._draft.is_open else ""
        code = f"归档码：{outcome.code}" if outcome.code else ""
        if code and noted:
            code += "，与打开的草稿记下的相同" if noted == outcome.code else f"，打开的草稿记下的是{noted}"
        if outcome.differences:
            text = f"“{folder.name}”有{len(outcome.differences)}个文件与清单不一致。"
        else:
            text = f"“{folder.name}”完好：{outcome.count}个文件与清单一致。"
        lines = first_lines([difference.sentence for difference in outcome.differences], counted="个")
        dialogs.inform(self._host.widget, "核对归档", text, "\n".join(filter(None, [*lines, code])))

    # ------------------------------------------------------------ 更正

    def make_correction(self) -> None:
        """Ask for the reason of each correction, keep them in the draft, and write the 更正说明.

        Raises:
            ReportError: The report was not published before, nothing differs, or the file cannot be written.
        """
        dialog = correction_dialog.CorrectionDialog(correction.corrections(self._session.report), self._host.widget)
        if not dialogs.accepted(dialog):
            return
        change = correction.note_reasons(self._session.report, dialog.reasons)
        if not self._draft.is_read_only:
            self._session.record(change)
        report = change.applied_to(self._session.report)
        name = user_files.safe_file_name(f"{report.unit}{report.year or ''}年报更正说明", ".docx")
        path = self._host.files.save("output", "保存更正说明", name, dialogs.WORD_FILTER)
        if path is None:
            return
        data = correction.correction_bytes(report, self._clock().date(), self._host.settings.profile)
        self._write(path, data)
        self._offer_to_open(path)
