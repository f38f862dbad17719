"""The list of findings: errors first, hints folded, with what each one says and what can be done about it."""

from __future__ import annotations

from typing import Literal, NamedTuple

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from core.checks.findings import WITHDRAWN, Finding, RepairStep
from core.form.form_definition import LEVEL_NAMES, LEVELS, Level
from core.office.review import ToDo, remarks_to_do
from gui import dialogs
from gui.look.colours import colours
from gui.look.plain_text import PlainLabel
from gui.look.steady_box import SteadyBox
from gui.pages.findings_list import FindingsList
from gui.pages.remark_answer import RemarkAnswer, origin_line, remark_line
from gui.report.session import ReportSession

_FINDING = int(Qt.ItemDataRole.UserRole)
_LEVEL = _FINDING + 1
_MARKS = {"error": "✕", "warning": "！", "hint": "i"}
_GROUPED_FROM = 3
_FOLD = "fold"
_TITLES = {"error": "错误（必须改）", "warning": "疑点（核实或说明）", "hint": "提示（供参考）"}


class _FindingsLine(NamedTuple):
    """A line of the list: a heading, which may fold what stands below it, a finding, or a remark of a superior."""

    text: str
    level: Level | Literal[""]
    finding: Finding | ToDo | None
    folds: bool = False


class FindingsPanel(QWidget):
    """Shows the findings of the open report.

    Signals:
        jump_wanted: A finding whose place the clerk wants to see.
    """

    jump_wanted = Signal(object)

    def __init__(self, session: ReportSession, parent: QWidget | None = None, *, jumps_at_click: bool = True) -> None:
        """List the findings; where it does not jump at a click, a click only chooses, and a double click jumps."""
        super().__init__(parent)
        self._session = session
        self._jumps_at_click = jumps_at_click
        self._is_stale = True
        self._hints_open = False
        self._shown: list[_FindingsLine] = []
        self.setObjectName("findings")
        self.setAccessibleName("问题")
        self.list = FindingsList(look=_LEVEL)
        self.list.setAccessibleName("问题列表")
        self.list.setSpacing(1)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(self._show_details)
        self.list.itemActivated.connect(self._activate)
        self.list.itemClicked.connect(self._clicked)
        self.filter = SteadyBox()
        self.filter.setAccessibleName("显示哪些问题")
        self.filter.addItem("全部问题", "")
        for level in LEVELS:
            self.filter.addItem(f"只看{LEVEL_NAMES[level]}", level)
        self.filter.activated.connect(lambda _i: self._refresh())
        self._details = PlainLabel(wordWrap=True)
        self._details.setObjectName("hint")
        self._details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._jump = QPushButton("定位到此格")
        self._jump.clicked.connect(lambda: self._activate(self.list.currentItem()))
        self._explain = QPushButton("填写说明…")
        self._explain.clicked.connect(self._explain_current)
        self._repair = QPushButton()
        self._repair.clicked.connect(self._repair_current)
        self.remark = RemarkAnswer(session)
        self.remark.jump_wanted.connect(self.jump_wanted)
        buttons = QHBoxLayout()
        for button in (self._jump, self._explain):
            buttons.addWidget(button)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self.filter)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._details)
        layout.addWidget(self._repair)
        layout.addWidget(self.remark)
        layout.addLayout(buttons)
        session.findings_changed.connect(self._refresh)
        self._refresh()

    # ------------------------------------------------------------ the list

    def _refresh(self) -> None:
        """Bring the list up to date; while it is hidden, only remember that it has to be."""
        if not self.isVisible():
            self._is_stale = True
            return
        self._is_stale = False
        current = self.current() or self.current_remark()
        lines = self._lines()
        self.list.blockSignals(True)
        self._show_lines(lines)
        self.choose(current)
        self.list.blockSignals(False)
        self._show_details()

    def _show_lines(self, lines: list[_FindingsLine]) -> None:
        """Replace what stands between the lines at the top and at the bottom that stay as they are."""
        before, self._shown = self._shown, lines
        top = _same_at_start(before, lines)
        bottom = _same_at_start(before[top:][::-1], lines[top:][::-1])
        end = len(lines) - bottom
        for _ in range(len(before) - len(lines)):
            self.list.takeItem(end)
        for row in range(top, end):
            is_new = self.list.count() < row + 1 + bottom
            item = QListWidgetItem() if is_new else self.list.item(row)
            self._show_line(item, lines[row])
            if is_new:  # only now, since in the list each thing set on it has that laid out anew
                self.list.insertItem(row, item)
        self.list.executeDelayedItemsLayout()  # or Qt would paint once as it was, and then again

    def _lines(self) -> list[_FindingsLine]:
        """Return what the list shows: a heading for each level with its findings below."""
        result = self._session.result
        wanted = self.filter.currentData()
        lines = self._remarks() if not wanted else []
        for level in [level for level in LEVELS if wanted in ("", level)]:
            of_level = [finding for finding in result.findings if finding.level == level]
            if not of_level:
                continue
            folded = level == "hint" and not self._hints_open and not wanted
            arrow = "" if level != "hint" else "▸ " if folded else "▾ "
            lines.append(_FindingsLine(f"{arrow}{_TITLES[level]}  {len(of_level)}", level, None, folds=level == "hint"))
            if not folded:
                lines += self._grouped(level, of_level)
        if not lines and wanted:
            lines.append(_FindingsLine(f"没有{LEVEL_NAMES[wanted]}", "", None))
        elif not result.findings:
            others = "其他" if lines else ""  # than what the superior remarked
            lines.append(_FindingsLine(f"{'已填部分' if result.blanks else ''}没有发现{others}问题", "", None))
        return lines

    def _remarks(self) -> list[_FindingsLine]:
        """Return the remarks of superiors, the first group of the list."""
        remarks = remarks_to_do(self._session.report)
        waiting = sum(not what.remark.answer for what in remarks)
        said = f"{waiting}条未处理" if waiting else "都已处理"
        head = [_FindingsLine(f"退回意见  {said}", "", None)] if remarks else []
        return head + [_FindingsLine(remark_line(what), "", what) for what in remarks]

    def _grouped(self, level: Level, findings: list[Finding]) -> list[_FindingsLine]:
        """Return the lines of one level; several findings of one rule stand together below its name."""
        lines: list[_FindingsLine] = []
        by_rule: dict[str, list[Finding]] = {}
        for finding in findings:
            by_rule.setdefault(finding.rule_id, []).append(finding)
        for rule_id, group in by_rule.items():
            if len(group) >= _GROUPED_FROM:
                lines.append(
                    _FindingsLine(f"· {self._session.form.rules[rule_id].name}（{len(group)}处）", level, None)
                )
            lines += [_FindingsLine(_line_text(finding), level, finding) for finding in group]
        return lines

    def _show_line(self, item: QListWidgetItem, line: _FindingsLine) -> None:
        """Show a line in an item; only what differs is set, since each change is laid out and painted anew."""
        is_head = line.finding is None
        if item.text() != line.text:
            item.setText(line.text)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, _spoken(line))
        if item.data(_LEVEL) != (line.level, is_head, line.folds):
            item.setData(_LEVEL, (line.level, is_head, line.folds))
            font = self.font()
            font.setBold(is_head)
            item.setFont(font)
            ink = colours(self.palette()).ink(line.level) if line.finding else self.palette().text().color()
            item.setForeground(QBrush(ink))
            flags = Qt.ItemFlag.ItemIsEnabled
            reached = not is_head or line.folds  # by the keyboard
            item.setFlags(flags | Qt.ItemFlag.ItemIsSelectable if reached else flags)
        shown = line.finding or (_FOLD if line.folds else "")
        if item.data(_FINDING) != shown:
            item.setData(_FINDING, shown)
            item.setToolTip(f"规则 {line.finding.rule_id}" if isinstance(line.finding, Finding) else "")
        self.list.fit(item)

    def current(self) -> Finding | None:
        """Return the selected finding, or None."""
        item = self.list.currentItem()
        data = item.data(_FINDING) if item else None
        return data if isinstance(data, Finding) else None

    def current_remark(self) -> ToDo | None:
        """Return the selected remark, or None."""
        item = self.list.currentItem()
        data = item.data(_FINDING) if item else None
        return data if isinstance(data, ToDo) else None

    def choose_remark(self) -> None:
        """Choose the first open remark, or the first one where none is open, and put the focus on it."""
        self.filter.setCurrentIndex(0)
        self._refresh()
        remarks = {row: data for row in range(self.list.count()) if isinstance(data := self._data(row), ToDo)}
        waiting = [row for row, what in remarks.items() if not what.remark.answer]
        for row in (waiting or list(remarks))[:1]:
            self.list.setCurrentRow(row)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _data(self, row: int) -> object:
        return self.list.item(row).data(_FINDING)

    def choose_first(self) -> None:
        """Choose the first finding unless another one is chosen."""
        if self.current() is None:
            self.step(1)

    def step(self, step: int) -> Finding | None:
        """Choose the next finding of the list, or the one before, round and round; None where there is none."""
        rows = [row for row in range(self.list.count()) if isinstance(self.list.item(row).data(_FINDING), Finding)]
        if not rows:
            return None
        here = self.list.currentRow()
        later = [row for row in rows if row > here] if step > 0 else [row for row in rows if row < here][::-1]
        self.list.setCurrentRow((later or rows[::step])[0])
        return self.current()

    def choose(self, wanted: Finding | ToDo | None) -> None:
        """Choose a finding or a remark; none where the list does not show it."""
        now = self.current() or self.current_remark()
        if wanted is not None and now is not None and _same_one(now, wanted):
            return
        rows = range(self.list.count())
        self.list.setCurrentRow(next((row for row in rows if _same_one(self._data(row), wanted)), -1))

    def _clicked(self, item: QListWidgetItem) -> None:
        if self._jumps_at_click or item.data(_FINDING) == _FOLD:
            self._activate(item)

    def _activate(self, item: QListWidgetItem | None) -> None:
        data = item.data(_FINDING) if item else None
        if data == _FOLD:
            self._hints_open = not self._hints_open
            self._refresh()
            rows = [row for row in range(self.list.count()) if self.list.item(row).data(_FINDING) == _FOLD]
            self.list.setCurrentRow(rows[0] if rows else -1)
        elif isinstance(data, ToDo):
            self.remark.go()
        elif isinstance(data, Finding):
            self.jump_wanted.emit(data)

    # ------------------------------------------------------------ what one finding says and offers

    def _show_details(self) -> None:
        finding, remark = self.current(), self.current_remark()
        self.remark.show_remark(remark)
        if remark is not None:
            self._details.setText(origin_line(remark))
        for widget in (self._details, self._jump, self._explain, self._repair):
            widget.setVisible(finding is not None)
        self._details.setVisible(finding is not None or remark is not None)
        if finding is None:
            return
        rule = self._session.form.rules[finding.rule_id]
        lines = [rule.why]
        if rule.formula:
            lines.append(f"关系：{rule.formula}")
        if clue := self._session.facts.clue(finding):
            lines.append(clue)
        lines.append(f"来源：{rule.source}（规则 {rule.id}）")
        repair = finding.repairs[0] if finding.repairs else ()
        if len(finding.repairs) > 1:
            lines += ["可能之处："] + [_repair_line(self._session, option) for option in finding.repairs[:3]]
        elif repair:
            lines.append(_repair_line(self._session, repair))
        self._details.setText("\n".join(lines))
        locked = self._session.is_locked
        self._explain.setVisible(finding.level == "warning")
        self._explain.setText("修改说明…" if finding.explained else "填写说明…")
        self._explain.setEnabled(not locked)
        own = _own_changes(finding)
        self._repair.setVisible(bool(own) and not any(self._session.form.cells[c.cell].is_derived for c in own))
        if own:
            what = f"改为 {own[0].should_be}" if len(own) == 1 else f"改正这 {len(own)} 格"
            self._repair.setText(f"已核对台账，{what}")
        self._repair.setEnabled(not locked)
        self._jump.setText("定位到此格" if finding.cells else "定位到此处")

    def _explain_current(self) -> None:
        finding = self.current()
        if finding is None:
            return
        rule = self._session.form.rules[finding.rule_id]
        author = self._session.report.meta.get("meta.author", "")
        if not rule.needs_reason:
            self._session.explain(finding, "已知悉", author)
            return
        old = finding.explained or finding.withdrawn
        reason = dialogs.ask_reason(self, "填写说明", finding.message, rule.reasons, old.reason if old else "")
        if reason:
            self._session.explain(finding, reason, author)

    def _repair_current(self) -> None:
        finding = self.current()
        if finding is None or not finding.repairs:
            return
        own = _own_changes(finding)
        cells = self._session.form.cells
        said = "；".join(
            f"“{cells[c.cell].name}”由{'未填' if c.value is None else c.value}改为{c.should_be}" for c in own
        )
        self._session.set_entries({c.cell: c.should_be for c in own}, "按台账改正", log=f"已核对台账：{said}")

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (event.Type.PaletteChange, event.Type.FontChange):  # each line has its own ink and font
            self.list.clear()
            self._shown = []
            self._refresh()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._refresh()

    @override
    def sizeHint(self) -> QSize:
        return QSize(320, 400)


def _same_one(shown: object, wanted: Finding | ToDo | None) -> bool:
    """Whether a line shows this finding or remark, also where a remark was answered or is only named by a place."""
    if isinstance(shown, Finding) and isinstance(wanted, Finding):
        return shown.key == wanted.key
    if isinstance(shown, ToDo) and isinstance(wanted, ToDo):
        return (shown.at, shown.number) == (wanted.at, wanted.number)
    return isinstance(shown, ToDo) and isinstance(wanted, Finding) and shown.remark.text == wanted.message


def _same_at_start(some: list[_FindingsLine], others: list[_FindingsLine]) -> int:
    """Return how many lines two lists have in common before they differ."""
    shorter = min(len(some), len(others))
    return next((i for i in range(shorter) if some[i] != others[i]), shorter)


def _spoken(line: _FindingsLine) -> str:
    """Return a line as it is read aloud: signs and colours say nothing there."""
    if isinstance(line.finding, ToDo):
        remark = line.finding.remark
        return f"退回意见，{remark.answer or '未处理'}：{line.finding.number}．{remark.text}"
    return f"{LEVEL_NAMES[line.level]}：{line.text}" if line.level else line.text


def _line_text(finding: Finding) -> str:
    mark = "✓" if finding.explained else _MARKS[finding.level]
    if finding.explained:
        return f"{mark} {finding.message}（已说明：{finding.explained.reason}）"
    if finding.withdrawn:
        return f"{mark} {finding.message}{WITHDRAWN}"
    return f"{mark} {finding.message}"


def _own_changes(finding: Finding) -> tuple[RepairStep, ...]:
    """Return what a repair changes in the finding's own cells; nothing where the possibilities differ."""
    own = {tuple(change for change in repair if change.cell in finding.cells) for repair in finding.repairs}
    return own.pop() if len(own) == 1 else ()


def _repair_line(session: ReportSession, repair: tuple[RepairStep, ...]) -> str:
    parts = []
    for change in repair:
        now = "未填" if change.value is None else f"现为 {change.value}"
        parts.append(
            f"“{session.form.cells[change.cell].name}”{now}，按合计推算，疑似应为 {change.should_be}（{change.why}）"
        )
    return "；".join(parts) + "，请核对台账"
