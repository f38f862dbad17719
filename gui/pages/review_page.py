"""The last page: how far the report is and what comes next, all findings, numbers in texts."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget
from typing_extensions import override

from core.checks.findings import Finding, Place
from core.office.export import refusal
from core.office.review import RETURNED, ToDo, is_as_locked
from core.report.stages import STAGE_NAMES, Stage
from gui.pages.findings_panel import FindingsPanel
from gui.pages.next_place import waiting_remarks
from gui.pages.not_yet import not_yet
from gui.pages.section_pages import FormPage
from gui.pages.way_strip import WayStrip
from gui.report.session import ReportSession
from gui.texts.claims_list import ClaimsList

_STAGE_HINTS: Mapping[Stage, str] = {
    "draft": "随时可以生成，每页标“草稿”。",
    "review": "没有错误、数字和文字都填了就可以生成；还有没核实的疑点会先问您，并列在审签单上。",
    "final": "疑点也全部核实或说明后可以生成；生成后报告锁定。",
}
_ABOVE = 4
"""Pixels above all, which on a low page begins with a sentence."""
_LOW_PAGE, _LOWEST_PAGE = 24, 17
"""Lines of print below which a page is too low for its heading, which the list of sections names as well, and more.

Below the second even one line on what is verified would be missed by the findings."""


class ReviewPage(FormPage):
    """检查与生成.

    Attributes:
        strip: The way of the report with its commands.
        buttons: Of these the button that makes the report of each stage.

    Signals:
        jump_wanted: The place of a finding or a remark is to be shown.
    """

    jump_wanted = Signal(object)

    def __init__(self, session: ReportSession, parent: QWidget) -> None:
        super().__init__("review", "检查与生成", parent=parent)
        self._session = session
        self.strip = WayStrip(self)
        self.buttons = {stage: self.strip.buttons[f"make.{stage}"] for stage in STAGE_NAMES}
        # A jump would leave this page and its buttons; the list begins and ends as all else here
        self.findings = FindingsPanel(session, jumps_at_click=False, side=0)
        self.findings.jump_wanted.connect(self.jump_wanted)
        self.claims = ClaimsList(session)
        self.claims.jump_wanted.connect(self.jump_wanted)
        self._lists = QStackedWidget(self)
        self.tabs = QTabBar(self)
        self.tabs.setDocumentMode(True)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName("问题和文中数字")
        for widget, name in ((self.findings, "问题"), (self.claims, "文中数字 ↔ 表中数字")):
            self._lists.addWidget(widget)
            self.tabs.addTab(name)
        self.tabs.currentChanged.connect(self._show_tab)
        row = QHBoxLayout()  # not the corner of a QTabWidget: it stays as high as when it was first laid out
        row.addWidget(self.tabs, 1, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self.findings.above)  # a row of its own would be one of the list
        policy = self.findings.above.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the row stays as high on either tab
        self.findings.above.setSizePolicy(policy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, _ABOVE, 12, 0)
        layout.setSpacing(4)
        layout.addWidget(self.heading)
        layout.addWidget(self.strip)
        layout.addLayout(row)
        layout.addWidget(self._lists, 1)
        session.locked_changed.connect(self._refresh)

    def use_actions(self, actions: Mapping[str, QAction]) -> None:
        """Give the buttons their commands."""
        self.strip.use_actions(actions)

    @property
    def verdict(self) -> str:
        """The one line that says how the report stands."""
        return verdict_line(self._session)

    def _show_tab(self, tab: int) -> None:
        self._lists.setCurrentIndex(tab)
        self.findings.above.setVisible(tab == 0)
        self.claims.refresh()

    def _refresh(self) -> None:
        if not self.isVisible():  # read again when it is shown
            return
        facts = self._session.facts
        result = facts.told
        proof = "" if refusal(result, "review") else facts.summary("review").proof
        waits = not_yet(self._session)
        self.strip.show_way(facts.way, proof, waits)
        for stage, button in self.buttons.items():
            button.setToolTip(waits.get(f"make.{stage}") or _STAGE_HINTS[stage])
        if self.claims.isVisible():
            self.claims.refresh()

    @override
    def follow_findings(self) -> None:
        self._refresh()

    @override
    def go_to(self, place: Place, *, is_total: bool = False) -> None:
        """Stay: nothing of the report stands here."""

    @override
    def focus_first(self) -> None:
        self.findings.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        lines = self.height() / self.fontMetrics().height()
        is_low = lines < _LOW_PAGE
        self.heading.setVisible(not is_low)
        self.strip.be_low(is_low=is_low, has_line=lines >= _LOWEST_PAGE)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()
        if not isinstance(self.findings.chosen(), Finding | ToDo):
            self.findings.step(1)


def verdict_line(session: ReportSession) -> str:
    """Return the one line that says how the report stands."""
    result = session.facts.told
    parts = []
    for count, name in (
        (result.count("error"), "错误"),
        (len(result.open_warnings), "疑点"),
        (result.count("hint"), "提示"),
    ):
        if count:
            parts.append(f"{count}个{name}")
    if lacking := session.facts.to_fill_in_words():  # behind the errors only
        parts.insert(bool(result.count("error")), f"未填{lacking}")
    if remarks := len(waiting_remarks(session)):
        parts.insert(0, f"{remarks}条意见未处理")
    mark = "✕" if result.count("error") else "○" if result.blanks else "！" if result.open_warnings else "✓"
    state = session.facts.state_word
    if state == RETURNED:  # nothing is in order yet, whatever the checks say
        mark = "↩"
    if not is_as_locked(session.report):
        mark, state = "！", f"{state}，内容与定稿不同"
    return f"{mark} {state}{'：' if parts else ''}{'，'.join(parts)}"
