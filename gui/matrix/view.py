"""A table of the form in its official shape, for typing, copying and pasting as in a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QAction, QFont, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from gui.matrix import best_block, copied_block, paste_plan, paste_preview, paste_totals, pasted_block
from gui.matrix.check_line import CheckLine
from gui.matrix.find import FindBar
from gui.matrix.grid import MatrixGrid
from gui.matrix.last_year_layer import LastYearLayer
from gui.matrix.model import MatrixModel
from gui.report.session import ReportSession

ZOOMS = (0.8, 0.9, 1.0, 1.1, 1.25, 1.4, 1.6, 1.8, 2.0)


class MatrixView(QWidget):
    """One table of the open report.

    Attributes:
        model: The model, for whoever asks what is shown.
        grid: The table itself.
        find_bar: The line to search in, hidden until it is asked for.
        last_year: Last year's numbers in the cells.
        checks: The line that says whether the sums of the columns agree; hidden where nothing is to be compared.

    Signals:
        current_changed: Code of the current cell.
        zoom_changed: The new size of the print, 1.0 for that of the window.
        cases_wanted: The cases or units behind the current number are to be listed.
        done: A short sentence about what was just done, for the status line.
    """

    current_changed = Signal(str)
    zoom_changed = Signal(float)
    cases_wanted = Signal()
    done = Signal(str)

    def __init__(self, session: ReportSession, table_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, autoFillBackground=True)  # or Qt paints six widgets below a scroll bar that moved
        self.setObjectName(f"matrix-{table_id}")
        self._session = session
        self._zoom = 1.0
        self.model = MatrixModel(session, table_id, self)
        self.grid = MatrixGrid(self.model)
        self.grid.setObjectName(f"grid-{table_id}")
        self.grid.setAccessibleName(self.model.table.name)
        self.grid.setAccessibleDescription("方向键移动，直接输入数字，F2 修改，Esc 恢复原内容，Ctrl+F 查找")
        self.grid.code_changed.connect(self.current_changed)
        self.grid.zoom_wanted.connect(self.step_zoom)
        self.grid.block_pasted.connect(self.paste)
        self.grid.delegate.closeEditor.connect(session.close_edit)
        self.setFocusProxy(self.grid)
        self.find_bar = FindBar(self.model, self)
        self.find_bar.hide()
        self.find_bar.found.connect(self.grid.select)
        self.find_bar.closed.connect(self._close_find)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.find_bar)
        layout.addWidget(self.grid)
        self.last_year = LastYearLayer(session, self.grid)
        self.checks = CheckLine(session, self.grid, self)
        layout.addWidget(self.checks)
        self._actions = self._made_actions()
        self.addActions(self._actions)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        session.locked_changed.connect(self._show_locked)
        session.replaced.connect(self._show_locked)
        self._show_locked()

    # ------------------------------------------------------------ the current cell

    @property
    def current(self) -> str:
        """Code of the current cell."""
        return self.grid.code

    def go_to(self, code: str) -> None:
        """Show a cell, select it and take the focus; a code of another table changes nothing."""
        self.grid.close_editor()
        self.grid.select(code)
        self.grid.setFocus()

    def commit_pending(self) -> None:
        """Take over what an input method is composing; all else is in the session already."""
        self.grid.close_editor()

    @property
    def lines_height(self) -> int:
        """The pixels that the lines above and below the table take."""
        find, checks = self.find_bar, self.checks
        return (0 if find.isHidden() else find.sizeHint().height()) + (0 if checks.isHidden() else checks.height())

    # ------------------------------------------------------------ actions

    def actions_of_table(self) -> list[QAction]:
        """Return what can be done with the table, separators included, for a toolbar or menu."""
        return list(self._actions)

    def _made_actions(self) -> list[QAction]:
        keys = QKeySequence.StandardKey
        is_row = self._is_one_row()
        copy = self._action("copy", "复制", keys.Copy, self.copy)
        copy_all = self._action("copy-all", "复制整表（含表头）", "Ctrl+Shift+C", self.copy_all)
        paste = self._action("paste", "粘贴", keys.Paste, self.paste)
        clear = self._action("clear", "清空", keys.Delete, self.clear)
        part = self._action("fill-part", f"空白格全部填0（本{'组' if is_row else '列'}）", "Ctrl+L", self.fill_part)
        table = self._action("fill-table", "空白格全部填0（本表）", "Ctrl+B", self.fill_table)
        find = self._action("find", "查找", keys.Find, self.find_bar.start)
        larger = self._action("zoom-in", "放大", keys.ZoomIn, lambda: self.step_zoom(1))
        larger.setShortcuts([QKeySequence(keys.ZoomIn), QKeySequence("Ctrl+=")])
        smaller = self._action("zoom-out", "缩小", keys.ZoomOut, lambda: self.step_zoom(-1))
        normal = self._action("zoom-normal", "原始大小", "Ctrl+0", lambda: self._set_zoom(1.0))
        self._changing = [paste, clear, part, table]
        gap = self._separator
        cases = QAction("这个数字从哪里来", self)
        cases.setObjectName(f"{self.objectName()}-cases")
        cases.triggered.connect(self.cases_wanted)
        tools = [find, gap(), larger, smaller, normal, gap(), cases]
        return [copy, copy_all, paste, clear, gap(), part, table, gap(), *tools]

    def _action(
        self, name: str, text: str, keys: QKeySequence.StandardKey | str, does: Callable[[], object]
    ) -> QAction:
        action = QAction(text, self)
        action.setObjectName(f"{self.objectName()}-{name}")
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _checked=False: does())
        return action

    def _separator(self) -> QAction:
        action = QAction(self)
        action.setSeparator(True)
        return action

    def _show_locked(self) -> None:
        is_locked = self._session.is_locked
        self.grid.show_locked(is_locked=is_locked)
        for action in self._changing:
            action.setEnabled(not is_locked)
            action.setToolTip(self.model.words.locked_hint if is_locked else action.text())

    def copy(self) -> None:
        """Put the selected numbers on the clipboard, as text and as a table."""
        rows = copied_block.selected_rows(self.model.table, self.grid.selected_codes(), self._session.facts.shown)
        _to_clipboard(copied_block.as_tsv(rows), copied_block.as_html(rows))

    def copy_all(self) -> None:
        """Put the whole table with its labels on the clipboard."""
        table, shown = self.model.table, self._session.facts.shown
        _to_clipboard(copied_block.as_tsv(copied_block.whole_rows(table, shown)), copied_block.whole_html(table, shown))
        self.done.emit("整张表已复制，可粘贴到 Excel、WPS 或 Word")

    def paste(self, read: Sequence[pasted_block.PastedBlock] = ()) -> bool:
        """Paste what was read or is on the clipboard; whatever does not simply fit is shown before it is done.

        Return False where the clerk thought better of it there.
        """
        self.grid.close_editor()
        if self._session.is_locked:
            self.done.emit(self.model.words.locked_hint)
            return True
        mime = QGuiApplication.clipboard().mimeData() or QMimeData()  # none while nothing was copied
        blocks = read or pasted_block.read_blocks(mime.html() if mime.hasHtml() else "", mime.text())
        if not blocks:
            self.done.emit("剪贴板里没有可以粘贴的文字")
            return True
        report, table = self._session.report, self.model.table
        block = best_block.best_block(blocks, table, report.year)
        selected = self.grid.selected_codes()
        start = selected[0] if selected else table.cells[0]
        plan = paste_plan.plan_paste(self._session.form, table, block, start, selected, report.cells, report.year)
        choice: paste_preview.PasteChoice | None = paste_preview.PasteChoice()
        if plan.needs_preview:
            choice = paste_preview.ask(plan, self)
        if choice is not None and plan.typed:
            plan = plan.with_dashes_as(choice.dashes_as)
            typed = dict(plan.typed)
            totals, kept = paste_totals.pasted_totals(plan, report.controls, keeps=choice.keeps_totals)
            typed.update(totals)
            filled = sum(bool(typed[code].strip()) for code in plan.typed)  # as the preview counts: blanks stay blank
            self._session.enter_many(typed, "粘贴")
            shown = self._session.facts.shown
            mended = sum(shown(code) not in ("", text.strip()) for code, text in plan.typed.items())
            said = f"，其中 {mended} 格去掉了逗号、空格、单位或全角写法" if mended else ""
            self.done.emit(f"已粘贴 {filled} 格{kept}{said}，可用“撤销”恢复")
        return choice is not None

    def clear(self) -> None:
        """Make the selected cells blank, as one undo step; of a table that becomes empty also the totals of paper."""
        self.grid.close_editor()
        selected = [code for code in self.grid.selected_codes() if self.model.is_entered(code)]
        report, table = self._session.report, self.model.table.cells
        filled = {code for code in table if report.cells.get(code) is not None}
        # A single number is no table: the totals may have been typed before the numbers
        is_whole = len(selected) > 1 and filled and filled.issubset(selected)
        totals = [code for code in table if code in report.controls] if is_whole else []
        self._session.enter_many(dict.fromkeys([*selected, *totals], ""), "清空")
        if totals:
            self.done.emit(f"已清空本表，{len(totals)} 个核对合计也已清空，可用“撤销”恢复")

    # ------------------------------------------------------------ filling with 0

    def fill_table(self) -> None:
        """Put 0 into all blank cells of the table."""
        self._fill(self.model.table.cells, self.model.table.name)

    def fill_part(self) -> None:
        """Put 0 into the blank cells of the current column; in a table of one row, of the current group."""
        cells, current = self._session.form.cells, self.current
        if not current:
            return
        table, by_row = self.model.table, self._is_one_row()
        key = cells[current].row if by_row else cells[current].column
        codes = [code for code in table.cells if (cells[code].row if by_row else cells[code].column) == key]
        name = (table.rows if by_row else table.columns)[key].name
        self._fill(codes, f"{table.name}“{name}”{'' if by_row else '列'}")

    def _fill(self, codes: Sequence[str], where: str) -> None:
        self.grid.close_editor()
        if self._session.is_locked:
            return
        filled = self._session.fill_zeros(codes, where)
        self.done.emit(f"{where}：已把 {filled} 个空白格填0" if filled else f"{where}：没有空白格")

    def _is_one_row(self) -> bool:
        """Whether all numbers stand in one row, so that a column is no more than a cell."""
        return len({item.top for item in self.model.items.values() if item.code}) == 1

    # ------------------------------------------------------------ finding

    def _close_find(self) -> None:
        self.find_bar.hide()
        self.grid.setFocus()

    # ------------------------------------------------------------ zoom

    @property
    def zoom(self) -> float:
        """Size of the print, 1.0 for that of the window."""
        return self._zoom

    @zoom.setter
    def zoom(self, zoom: float) -> None:
        self._set_zoom(zoom)

    def _set_zoom(self, zoom: float) -> None:
        zoom = min(max(zoom, ZOOMS[0]), ZOOMS[-1])
        if zoom == self._zoom:
            return
        self.grid.close_editor()
        self._zoom = zoom
        self._dress_grid()
        self.zoom_changed.emit(zoom)

    def _dress_grid(self) -> None:
        font = zoomed(self.font(), self._zoom)
        if font != self.grid.font():
            self.grid.setFont(font)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._dress_grid()

    def step_zoom(self, direction: int) -> None:
        """Go to the next larger (1) or smaller (-1) size."""
        larger = [z for z in ZOOMS if z > self._zoom + 0.001]
        smaller = [z for z in ZOOMS if z < self._zoom - 0.001]
        if direction > 0 and larger:
            self._set_zoom(larger[0])
        elif direction < 0 and smaller:
            self._set_zoom(smaller[-1])


def zoomed(font: QFont, zoom: float) -> QFont:
    """Return the print of the tables beside that of the window."""
    font, zoom = QFont(font), min(max(zoom, ZOOMS[0]), ZOOMS[-1])
    if font.pointSizeF() > 0:
        font.setPointSizeF(font.pointSizeF() * zoom)
    else:
        font.setPixelSize(round(font.pixelSize() * zoom))
    return font


def _to_clipboard(text: str, html: str) -> None:
    data = QMimeData()
    data.setText(text)
    data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)
