"""Commands of the menu 查看: going from page to page and from place to place by keys."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from core.checks.findings import Place
from core.office.review import ToDo
from gui.commands.area import CommandArea, Surroundings
from gui.commands.command import Command
from gui.pages.blank_groups import BLANK
from gui.pages.next_place import Waiting, next_place, waiting_remarks
from gui.pages.not_yet import NOTHING_OPEN
from gui.pages.remark_answer import page_of, place_of
from gui.pages.section_pages import SectionPage
from gui.pages.table_part import CONTROLS, TABLE
from gui.pages.work_area import WorkArea

CONTROL_MODE = "我有一份带合计的纸质表，要逐项核对"

_ROOM_TO_SAY = 0.7
"""The share of the status bar that a sentence has beside the buttons that turn the page."""


_FROM_FIRST, _FROM_LAST = "（已到最后，从头开始）", "（已到最前，从最后开始）"
_BESIDE = "左边是本年，右边是上年；有底色的字与上年相同"
"""What is said where there is no table but two texts side by side."""


class ViewActions(CommandArea):
    """Shows other parts of the open report, and moves the focus."""

    def __init__(self, given: Surroundings, work: WorkArea) -> None:
        super().__init__(given)
        self._work = work
        self._led_to: tuple[Waiting | None, Place | None] = None, None  # by 处理下一处, and where the clerk was then

    def commands(self) -> list[Command]:
        """Return the commands; ``page.meta`` and so on show the pages in their order."""
        pages = [
            Command(f"page.{key}", name, partial(self._host.show_page, key), f"Alt+{number}")
            for number, (key, name) in enumerate(self._work.wizard.sections.names.items(), 1)
        ]
        return [
            Command("previous_page", "上一页", lambda: self._work.wizard.turn(-1), "Ctrl+PgUp"),
            Command("next_page", "下一页", lambda: self._work.wizard.turn(1), "Ctrl+PgDown"),
            *pages,
            Command("switch_part", "表格／文字", lambda: self._work.wizard.switch_part(), "Ctrl+T"),
            Command("next_finding", "下一个问题", partial(self.next_finding, 1), "F4"),
            Command("previous_finding", "上一个问题", partial(self.next_finding, -1), "Shift+F4"),
            Command("next_open", "处理下一处", self.next_open, "Ctrl+J"),
            Command("next_pane", "转到下一栏", self.next_pane, "F6"),
            Command("fold", "收起或展开问题栏", self.fold, "F9"),
            Command(
                "last_year",
                "显示上年数字和文字",
                self._show_last_year,
                "Ctrl+Shift+Y",
                needs_report=False,
                is_checkable=True,
            ),
            Command(
                "live_page", "显示印出的样子", self._show_live, "Ctrl+Shift+K", needs_report=False, is_checkable=True
            ),
            Command("controls", CONTROL_MODE, self._show_controls, "Ctrl+Shift+T", is_checkable=True),
        ]

    def _show_controls(self, is_wanted: bool) -> None:
        """Show the totals of a paper table, beside the table of the page at once, or hide them."""
        page = self._work.wizard.current
        tabs = page.tabs if isinstance(page, SectionPage) else None
        if tabs is not None and tabs.currentIndex() == CONTROLS:
            tabs.enter(TABLE)  # Qt would go on to the texts
        self._work.show_controls(is_wanted=is_wanted)
        if not is_wanted:
            self._host.say("不再显示“核对合计”")
        elif tabs is not None and tabs.controls is not None:
            tabs.enter(CONTROLS)
        else:
            self._host.say("有合计的表格旁边多了“核对合计”一栏")

    def _show_last_year(self, is_wanted: bool) -> None:
        self._work.show_last_year(is_wanted=is_wanted)
        if not is_wanted:
            self._host.say("不再显示上年的数字和文字")
        elif self._session.last_year is None:
            self._host.say("这份报告还没有上年报告，请在“报告”菜单中选择上年报告")
        else:
            page = self._work.wizard.current
            has_table = isinstance(page, SectionPage) and page.table is not None
            self._host.say(
                "格内右侧的小字是上年的数字（有≠或*的，印的总计与各项相加不同），文字旁边是上年的文字"
                if has_table
                else _BESIDE
            )

    def _show_live(self, is_wanted: bool) -> None:
        self._work.live.ask(is_wanted=is_wanted)
        if not is_wanted:
            self._host.say("不再显示印出的样子")
        elif not self._work.isVisible():
            self._host.say("打开报告后显示印出的样子")
        elif self._work.live.is_apart:
            self._host.say("印出的样子在单独的窗口中，不挡填写：点主窗口或按 F6 回来，再按 F6 去看，Esc 关闭")
        elif self._work.wizard.current is self._work.wizard.review:
            self._host.say("这一页旁边不显示印出的样子，回到前面各页就看得到")
        else:
            instead = "；问题栏已收起，按 F9 换回来" if self._work.live.takes_side else ""
            self._host.say(f"右边是印出的样子，停下来不打字时更新{instead}")

    def fold(self) -> None:
        """Fold the findings and the help to a strip, or show them again."""
        self._work.fold(is_folded=not self._work.is_folded)
        self._host.say("已收起问题和填报说明，按 F9 展开" if self._work.is_folded else "已展开问题和填报说明")

    def next_finding(self, step: int) -> None:
        """Show the place of the next finding, or of the one before, round and round; say where it begins anew."""
        self._session.catch_up()
        listed = self._work.findings.list
        here = listed.currentRow()
        finding = self._work.findings.step(step)
        goes_round = here >= 0 and (listed.currentRow() - here) * step <= 0
        anew = (_FROM_FIRST if step > 0 else _FROM_LAST) if goes_round else ""
        if finding is None:
            hints = self._session.facts.told.count("hint")
            self._host.say(f"没有错误和疑点，{hints}个提示收在问题列表里" if hints else "没有发现问题")
        elif isinstance(finding, ToDo):
            if page_of(self._session.report, finding):
                self._work.show_finding(finding)
            self._host.say(f"{anew}退回意见：{finding.remark.text}", 20000)
        else:
            self._host.show_finding(finding)
            self._say_finding(f"{anew}{finding.message}")

    def next_open(self) -> None:
        """Show the next thing after the clerk's place that is in the way of a 送审稿 or 定稿, round and round."""
        self._session.catch_up()
        led_to, place = self._led_to
        here = self._work.wizard.current.place()
        following = self._remark_not_shown() or next_place(
            self._session, here, self._work.remark_in_hand() or (led_to if here == place else None)
        )
        if following is None:
            self._host.say(NOTHING_OPEN)
            return
        if isinstance(following, ToDo):
            self._work.show_remarks(following)  # also where the list is folded: there it is answered
            self._work.show_finding(following)
            count = len(waiting_remarks(self._session))
            self._host.say(f"还有{count}条退回意见未处理：{following.remark.text}", 20000)
        else:
            self._host.show_finding(following)
            self._say_finding(following.message.removeprefix(BLANK))
        self._led_to = following, self._work.wizard.current.place()

    def _say_finding(self, message: str) -> None:
        """Say a finding in the status bar; one too long for it while the list is folded also where it stands whole."""
        window = self._host.widget
        is_cut = window.fontMetrics().horizontalAdvance(message) > window.width() * _ROOM_TO_SAY
        self._host.say(f"（F9 看全文）{message}" if is_cut and self._work.is_folded else message, 20000)

    def _remark_not_shown(self) -> ToDo | None:
        """Return the remark that is chosen in the list and not shown yet, as once the one before was answered."""
        hand = self._work.remark_in_hand()
        if hand is None or hand.remark.answer or hand == self._led_to[0]:
            return None
        return hand if place_of(self._session.report, hand) else None

    def next_pane(self) -> None:
        """Put the focus into the next pane: section list, page, findings, help, printed report.

        Who came from the window of the printed report to look something up here goes back to it at once.
        """
        work = self._work
        panes = [work.wizard.sections.list, work.wizard.current, work.findings.list, work.help]
        panes += [work.live.pane.page] if work.live.pane else []
        shown = [pane for pane in panes if pane.isVisible()]
        focus = QApplication.focusWidget()
        here = next((i for i, p in enumerate(shown) if focus and (p is focus or p.isAncestorOf(focus))), 0)
        goes_back = work.live.was_left and shown[here] is work.wizard.current and shown[-1].window().isVisible()
        work.live.was_left = False
        target = shown[-1] if goes_back else shown[(here + 1) % len(shown)]
        target.window().raise_()  # the printed report may have its own
        target.window().activateWindow()
        if target is work.wizard.current:
            left = target.focusWidget()  # what had the focus there last
            if left is not None and left.isVisible() and left.isEnabled():
                left.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                work.wizard.current.focus_first()
        else:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)
