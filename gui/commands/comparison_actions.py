"""Commands that show the report beside another one: last year's, those of the years before, the published page."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from core.base.errors import ErrorText, ReportError
from core.office import compare, page_doubts, report_source, review
from core.office import comparison_html as office_comparison_html
from core.report.entry_text import Entry
from core.report.report import Report
from gui import dialogs
from gui.commands.area import CommandArea, Surroundings
from gui.commands.command import Command
from gui.commands.source_actions import CANCEL, LONGEST_SHOWN, SourceActions
from gui.dialogs import reading
from gui.dialogs.compare_dialogs import ComparisonDialog
from gui.look.plain_text import short_name

LOOK = "只对照，不记入草稿"
_NO_LAST_YEAR = ErrorText("还没有选择上年报告，不能与上年对照。", "请先点“报告”菜单中的“选择上年报告”。")


class ComparisonActions(CommandArea):
    """Commands of the menu 报告 that compare."""

    def __init__(self, given: Surroundings, sources: SourceActions) -> None:
        super().__init__(given)
        self._sources = sources

    def commands(self) -> list[Command]:
        """Return the commands."""
        return [
            Command("compare_last_year", "与上年对照", self.compare_with_last_year, "Ctrl+Shift+L"),
            Command("check_years", "各年结转核对…", self.check_years),
            Command("compare_published", "核对已公布网页…", self.compare_with_published, name="核对网页"),
        ]

    def compare_with_last_year(self) -> None:
        """Show this year's report beside last year's.

        Raises:
            ReportError: No report of last year was given.
        """
        last = self._session.last_year
        if last is None:
            raise _NO_LAST_YEAR.error()
        self._show_comparison("与上年对照", "本年", last, f"{last.year or '上'}年", marks_numbers=True)

    def check_years(self) -> None:
        """Check over several years whether 结转下年度 of each report is 上年结转 of the next one.

        Raises:
            ReportError: One of the chosen reports cannot be read.
        """
        title = "各年结转核对"
        paths = self._host.files.open_many("source", "选择以前各年的报告（可多选）", dialogs.PUBLISHED_FILTER)
        if not paths:
            return
        opened = reading.each_in_process(
            self._host.widget, report_source.open_report, [(path.name, path) for path in paths]
        )
        if opened is None:
            return
        reports = {}
        for path, source in zip(paths, opened, strict=True):
            if isinstance(source, ReportError):
                raise source
            reports[path.name] = source.report
        undated = "、".join(f"“{name}”" for name, report in reports.items() if report.year is None)
        if undated:
            dialogs.inform(self._host.widget, title, f"{undated}看不出报告年度，没有核对。")
        page = office_comparison_html.chain_html(compare.check_chain([*reports.values(), self._session.report]))
        dialogs.accepted(ComparisonDialog(title, page, partial(self._save_page, title), self._host.widget))

    def compare_with_published(self, path: Path | None = None) -> None:
        """Show the draft beside the published page; of a 定稿 it is noted whether both agree.

        Args:
            path: The page as it was saved; None to ask for it.

        Raises:
            ReportError: The page cannot be read.
        """
        title = "核对已公布网页"
        source = self._sources.ask_source(title, path)
        if source is None:
            return
        doubt = page_doubts.page_doubt(self._session.report, source.report)
        if doubt and not self._looks_all_the_same(title, source.path.name, doubt):
            return
        found = self._show_comparison(
            title, "填报内容", source.report, "已公布", printed=source.printed, name=source.path.name
        )
        if not doubt and self._session.open_report.is_final and not self._draft.is_read_only:
            noted = review.note_page_check(self._session.report, found.differences, self._clock().date())
            told = f"网页与定稿{f'有{found.differences}不同' if found.differences else '一致'}"
            is_noted = self._record(noted, f"{told}，但没有记入草稿。")
            self._host.say(f"{told}，{'已' if is_noted else '没有'}记入草稿")

    def _looks_all_the_same(self, title: str, name: str, doubt: str) -> bool:
        """Ask about a page that is not this report's; what is found in it is not noted."""
        text = f"“{short_name(name, LONGEST_SHOWN)}”是{doubt}，不是这份报告的网页。"
        more = "请重新保存公布的网页，再核对。对照一下也可以，结果不记入草稿。"
        answer = dialogs.choose(self._host.widget, title, text, more, (LOOK, CANCEL), default=CANCEL)
        return answer == LOOK

    def _show_comparison(
        self,
        title: str,
        mine: str,
        other: Report,
        theirs: str,
        *,
        printed: dict[str, Entry] | None = None,
        marks_numbers: bool = False,
        name: str = "",
    ) -> compare.Comparison:
        comparison = compare.compare_reports(
            compare.side_of(self._session.report, mine),
            compare.side_of(other, theirs, printed),
            only_filled=marks_numbers,  # beside last year's; what a published page leaves blank is a difference
        )
        page = office_comparison_html.comparison_html(
            comparison,
            only_differences=not marks_numbers,
            marks_numbers=marks_numbers,
            notes=self._session.last_year_notes if marks_numbers else (),
        )
        year = f"（{other.year}年）" if other.year else ""
        shown = f"{title}：{short_name(name, LONGEST_SHOWN)}{year}" if name else title
        dialogs.accepted(ComparisonDialog(shown, page, partial(self._save_page, title), self._host.widget))
        return comparison

    def _save_page(self, title: str, page: str) -> None:
        def work() -> None:
            path = self._host.files.save("output", "保存为网页", f"{title}.html", dialogs.HTML_FILTER)
            if path is not None:
                self._write(path, page.encode("utf-8"))

        self._host.run(work)
