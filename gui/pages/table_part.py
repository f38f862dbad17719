"""The table of a section and its texts: all on one page as it is printed where there is room, else behind two tabs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QScrollArea, QTabBar, QTabWidget, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from core.form.form_definition import Section
from gui.matrix.control_totals import ControlTotals, totals_of
from gui.matrix.view import MatrixView
from gui.pages.page_heading import PageHeading
from gui.report.session import ReportSession
from gui.texts.text_block import TextBlock

TABLE, TEXTS, CONTROLS = range(3)
"""The tabs."""

_NO_LIMIT = 16_777_215  # QWIDGETSIZE_MAX, which PySide does not export
_BESIDE_HEADING = 60
"""Pixels beside the heading that are taken: margins, and what Qt leaves beside tabs."""


class ScrolledColumn(QScrollArea):
    """Widgets one below the other, each as high as it needs to be; scrolls where they are higher than the page.

    Attributes:
        inside: What its widgets are made in. Qt leaves those that are put into it later out where it moves it for Tab.
    """

    def __init__(self, parent: QWidget, resized: Callable[[], object] | None = None, *, beside: int = 0) -> None:
        """Call ``resized`` at each new size, where it is given, and leave so many pixels beside the scroll bar."""
        super().__init__(parent)
        self._resized = resized
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what lies in it takes the focus
        self.inside = inside = QWidget(self)
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, beside, 0)
        self._column.addStretch(1)
        self.setWidget(inside)

    @property
    def gap(self) -> int:
        """Pixels between two widgets."""
        return self._column.spacing()

    @property
    def room(self) -> int:
        """Pixels that a widget in it has beside the scroll bar, shown or not."""
        margins = self._column.contentsMargins()
        beside = margins.left() + margins.right() + self.verticalScrollBar().sizeHint().width()
        return self.maximumViewportSize().width() - beside

    def put(self, widget: QWidget, place: int = -1) -> None:
        """Add a widget, below all others or at a place."""
        self._column.insertWidget(self._column.count() - 1 if place < 0 else place, widget)

    def fill(self, widget: QWidget, *, is_whole: bool) -> None:
        """Let a widget take all that the others leave, or only what it needs."""
        self._column.setStretchFactor(widget, int(is_whole))
        self._column.setStretch(self._column.count() - 1, int(not is_whole))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._resized is not None:
            self._resized()


class _Tabs(QTabBar):
    """Tabs that are seen where there are several: one alone leads nowhere. Its height is that of the heading's row."""

    @property
    def _is_alone(self) -> bool:
        return sum(self.isTabVisible(tab) for tab in range(self.count())) < 2

    @override
    def tabSizeHint(self, index: int) -> QSize:
        whole = super().tabSizeHint(index)
        return QSize(0, whole.height()) if self._is_alone else whole

    @override
    def minimumTabSizeHint(self, index: int) -> QSize:
        return QSize(0, 0) if self._is_alone else super().minimumTabSizeHint(index)

    @override
    def minimumSizeHint(self) -> QSize:
        # Else there is room asked for the buttons that scroll tabs: the heading does not know of it, the window grows
        whole = super().minimumSizeHint()
        return QSize(0, whole.height()) if self._is_alone else whole

    @override
    def tabLayoutChange(self) -> None:
        super().tabLayoutChange()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if self._is_alone else Qt.FocusPolicy.TabFocus)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._is_alone:
            super().paintEvent(event)


class TablePart(QTabWidget):
    """The table with the texts before and after it.

    Whether they stand together is decided by the size of the page and by what is written when the page is shown, not
    while somebody types: a text that grows then makes the page scroll.

    Attributes:
        matrix: The table.
        blocks: The texts by their codes.
        controls: The totals of a paper table; None where the table has none.
        heading: The heading of the page.
        menu: What can be done with the table.
        is_together: Whether table and texts stand on one page.
    """

    def __init__(
        self,
        session: ReportSession,
        section: Section,
        codes: Sequence[str],
        heading: PageHeading,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setTabBar(_Tabs())
        self.heading = heading
        self.is_together = False
        table_id = next(code for code in section.contents if code in session.form.tables)
        contents = list(section.contents)
        self._before = sum(contents.index(code) < contents.index(table_id) for code in codes)
        self._arranged_for: tuple[int, int] | None = None
        name = f"{section.title}：表格和文字"
        self.setAccessibleName(name)
        self.tabBar().setAccessibleName(name)
        self._page = ScrolledColumn(self, self._follow_size)
        self._texts = ScrolledColumn(self)
        self.addTab(self._page, "表格")
        self.addTab(self._texts, "文字")
        self.blocks = {code: TextBlock(session, code, self._texts.inside) for code in codes}
        self._blocks = list(self.blocks.values())
        self.matrix = MatrixView(session, table_id, self._page.inside)
        self._page.put(self.matrix)
        self._page.fill(self.matrix, is_whole=True)
        for block in self._blocks:
            block.grow()
            self._texts.put(block)
            for area in (self._page, self._texts):
                area.verticalScrollBar().valueChanged.connect(block.keep_tools_in_view)
        self.setTabToolTip(TEXTS, "表前文字、表下注")
        self.controls = ControlTotals(session, table_id) if totals_of(session.form, table_id) else None
        if self.controls is not None:
            self.addTab(self.controls, "核对合计")
            self.setTabVisible(CONTROLS, False)
        self.menu = self._add_corners()
        self.currentChanged.connect(self._offer_menu)
        self.tabBarClicked.connect(lambda part: self.enter(part) if part >= 0 else None)
        self.matrix.current_changed.connect(self._follow_cell)
        self._fitting = QTimer(self, singleShot=True, interval=0)  # not while it is being laid out
        self._fitting.timeout.connect(self._fit_table)
        self.matrix.grid.fitted.connect(self._fitting.start)
        self.matrix.zoom_changed.connect(self.arrange)
        session.replaced.connect(self.arrange)
        if self._before:
            self.setTabOrder(self._blocks[self._before - 1].last_text, self.matrix.grid)

    def _add_corners(self) -> QMenu:
        """Put the heading before the tabs and a menu of what can be done with the table behind them."""
        commands = QToolButton()
        commands.setObjectName("command")
        commands.setText("表格操作")
        commands.setAccessibleName("表格操作")
        commands.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(commands)
        menu.addActions(self.matrix.actions_of_table())
        commands.setMenu(menu)
        self.setCornerWidget(commands)
        self.setCornerWidget(self.heading, Qt.Corner.TopLeftCorner)
        return menu

    def _offer_menu(self) -> None:
        """Offer what can be done with the table beside the table alone."""
        self.cornerWidget().setVisible(self.currentIndex() == TABLE)

    # ------------------------------------------------------------ together or apart

    def arrange(self) -> None:
        """Put table and texts together where there is room for all that is written, else apart."""
        if not self.isVisible():  # once it is shown
            self._arranged_for = None
            return
        self._arranged_for = (self._page.width(), self._page.height())
        width, height = self._arranged_for
        texts = sum(block.height_at(width) + self._page.gap for block in self._blocks)
        grid, lines = self.matrix.grid, self.matrix.lines_height
        self._put(is_together=texts + lines + grid.height_in(0) <= height)
        if self.is_together:
            self.matrix.setFixedHeight(lines + grid.height_in(height - texts - lines))
        else:
            self.matrix.setMinimumHeight(0)
            self.matrix.setMaximumHeight(_NO_LIMIT)
        self.fit_heading()

    def _put(self, *, is_together: bool) -> None:
        if is_together == self.is_together:
            return
        focused = next((block.editor for block in self._blocks if block.editor.hasFocus()), None)
        self.is_together = is_together
        for place, block in enumerate(self._blocks):
            if is_together:
                self._page.put(block, place + (place >= self._before))
            else:
                self._texts.put(block)
        self._page.fill(self.matrix, is_whole=not is_together)
        self.setTabVisible(TEXTS, not is_together)
        self.setTabText(TABLE, "表格和文字" if is_together else "表格")
        if focused is not None:
            self.setCurrentIndex(self.place_of_texts)
            focused.setFocus()

    @property
    def place_of_texts(self) -> int:
        """The tab on which the texts stand."""
        return TABLE if self.is_together else TEXTS

    def _follow_size(self) -> None:
        if self._arranged_for != (self._page.width(), self._page.height()):  # else only a scroll bar came or went
            self.arrange()

    def _fit_table(self) -> None:
        """Leave the table as high as its rows are, also with longer labels or a line to search in."""
        self.fit_heading()  # in another print the tabs know their size by now
        height = self.matrix.grid.full_height + self.matrix.lines_height
        if self.is_together and self._arranged_for is not None and self.matrix.minimumHeight() != height:
            self.matrix.setFixedHeight(height)

    def _follow_cell(self) -> None:
        bar = self._page.verticalScrollBar()
        if bar.maximum() > bar.minimum() and self.matrix.grid.isVisible():
            rect = self.matrix.grid.visualRect(self.matrix.grid.currentIndex())
            at = self.matrix.grid.viewport().mapTo(self._page.widget(), rect.center())
            self._page.ensureVisible(at.x(), at.y(), 0, rect.height())

    # ------------------------------------------------------------ moving

    def enter(self, part: int) -> None:
        """Show a part and put the focus where work in it begins."""
        reason = Qt.FocusReason.ShortcutFocusReason
        self.setCurrentIndex(self.place_of_texts if part == TEXTS else part)
        if part == TABLE:
            self.matrix.setFocus(reason)
        elif part == TEXTS:
            self._blocks[0].editor.setFocus(reason)
        elif self.controls is not None:
            self.controls.start()

    def enter_next(self) -> None:
        """Go on from the part in which the focus is."""
        focused = self._page.focusWidget()
        is_in_text = any(block.isAncestorOf(focused) for block in self._blocks) if focused else False
        here = TEXTS if self.is_together and self.currentIndex() == TABLE and is_in_text else self.currentIndex()
        parts = [TABLE, TEXTS, *([CONTROLS] if self.controls is not None and self.isTabVisible(CONTROLS) else [])]
        self.enter(parts[(parts.index(here) + 1) % len(parts)])

    def show_controls(self, *, is_wanted: bool) -> None:
        """Show or hide the page on which the totals of a paper table are typed."""
        if self.controls is not None:
            self.setTabVisible(CONTROLS, is_wanted)
            self.fit_heading()

    def has_control(self, code: str) -> bool:
        """Whether this is a total of paper of this table, and they are shown."""
        return self.controls is not None and code in self.controls.model.codes and self.isTabVisible(CONTROLS)

    def go_to_control(self, code: str) -> bool:
        """Go to a total of paper; return whether it is one of this table and they are shown."""
        if self.controls is None or not self.has_control(code):
            return False
        self.setCurrentIndex(CONTROLS)
        self.controls.go_to(code)
        return True

    @property
    def current(self) -> str:
        """Code of the number where the clerk is, in the table or among the totals of paper; "" beside the texts."""
        if self.currentWidget() is self.controls and self.controls is not None:
            return self.controls.current
        return self.matrix.current if self.currentIndex() == TABLE else ""

    def commit_pending(self) -> None:
        """Take over what an input method has not committed yet."""
        self.matrix.commit_pending()
        if self.controls is not None:
            self.controls.commit_pending()

    # ------------------------------------------------------------ Qt overrides

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.fit_heading()
        super().resizeEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.fit_heading()

    def fit_heading(self) -> None:
        """Show as much of the heading as there is room for beside the tabs."""
        beside = self.tabBar().sizeHint().width() + self.cornerWidget().sizeHint().width()
        self.heading.fit(self.width() - beside - _BESIDE_HEADING)
