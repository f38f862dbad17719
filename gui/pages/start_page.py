"""The start page: begin this year's report, continue a draft, or open a recent one."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from PySide6 import QtGui  # some of its types are made only when they are asked for: not before the first paint
from PySide6.QtCore import QEvent, QObject, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from core import NAME
from core.base.overriding import override
from core.base.user_files import RecentFile, recent_files
from core.base.wide_digits import HALF_DIGITS
from core.form.start_fields import StartFields, start_fields, suggested
from gui.look import theme
from gui.look.settings import SettingsStore
from gui.pages import opening_sign
from gui.pages.due_line import DueLine
from gui.pages.recent_item import RecentItem
from gui.pages.recent_list import RecentList

_FIRST_MONTH_OF_OWN_YEAR = 10
"""From October on a clerk begins the report on the running year, before that the one on last year."""

_LEAST_LIST = 200
"""Pixels of the list of drafts at least; on a high page it is a third of that."""

_LOW_PAGE = 24
"""Lines of print below which the page is too low for all that only says what the program is."""


def usual_year(today: date) -> int:
    """Return the report year that a clerk most likely means today."""
    return today.year if today.month >= _FIRST_MONTH_OF_OWN_YEAR else today.year - 1


class StartPage(QWidget):
    """What is seen first.

    Attributes:
        due: The deadlines of the report.
        type_chosen_for: The name of the unit that stood there when its type was chosen by hand; "" for none.

    Signals:
        new_wanted: Unit, unit type and year of a report to begin.
        from_last_year_wanted: A report is to be begun from last year's file.
        from_register_wanted: Unit, unit type and year of a report to begin with a register.
        open_wanted: A draft is to be chosen and opened.
        recent_wanted: Path of a recent draft to open.
        sample_wanted: The shipped sample is to be looked at.
        collection_wanted: The reports of all units are to be looked through (汇总审核).
    """

    new_wanted = Signal(str, str, int)
    from_last_year_wanted = Signal()
    from_register_wanted = Signal(str, str, int)
    open_wanted = Signal()
    recent_wanted = Signal(object)
    sample_wanted = Signal()
    collection_wanted = Signal()

    def __init__(self, today: date, settings: SettingsStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        fields = start_fields(usual_year(today))
        self._settings = settings
        self._today = today
        self._columns: list[QVBoxLayout] = []
        self.setObjectName("start")
        outer = self._frame()
        inner = _in_the_middle(outer, 0)
        self._columns.append(inner)
        title = QLabel(NAME)
        font = title.font()
        font.setPointSize(font.pointSize() + 10)
        font.setBold(True)
        title.setFont(font)
        says = f"按{fields.document}格式填报、核对、生成 Word 报告；全程离线，数据不上传。"
        self._subtitle = QLabel(says, wordWrap=True)
        self._subtitle.setObjectName("hint")
        inner.addWidget(title)
        inner.addWidget(self._subtitle)
        columns = QHBoxLayout()
        columns.setSpacing(24)
        inner.addLayout(columns)
        for stretch, fill in ((3, self._fill_new_box), (4, self._fill_recent_box)):
            box = QFrame()
            columns.addWidget(box, stretch)
            layout = QVBoxLayout(box)
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(10)
            self._columns.append(layout)
            fill(layout, fields)
        self.due = DueLine()
        inner.addWidget(self.due)
        self._notes = _in_the_middle(outer, 2)  # in the room that is there anyway: a note that comes late moves nothing
        self._notes.addStretch()
        self._scrolled.setFocusProxy(self.unit)  # no stop of its own for the Tab key
        self.unit.textChanged.connect(self._show_deadlines)
        for changed in (self.year.valueChanged, self.unit_type.currentIndexChanged, settings.changed):
            changed.connect(self._show_deadlines)
        self._fill()

    def _frame(self) -> QVBoxLayout:
        """Make the page that scrolls, from the outside in: what is put in with all that it holds is dressed anew."""
        # As high as it is, no page would fit on a small screen
        self._scrolled = scrolled = QScrollArea(widgetResizable=True)
        scrolled.setAccessibleName("开始页")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled)
        page = QWidget()
        scrolled.setWidget(page)
        outer = QVBoxLayout(page)
        outer.addStretch(1)
        return outer

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the deadlines room on a low page: it says less, and what it says stands closer together."""
        super().resizeEvent(event)
        is_low = self.height() < self.fontMetrics().height() * _LOW_PAGE
        self._subtitle.setHidden(is_low)
        self.recent.setMinimumHeight(max(_LEAST_LIST, self.height() // 3))
        for column in self._columns:
            column.setSpacing(6 if is_low else 10)

    def _fill_new_box(self, layout: QVBoxLayout, fields: StartFields) -> None:
        names = fields.names
        hint = fields.hints["meta.unit"]
        self.unit = QLineEdit(placeholderText=hint.partition("，")[0])  # as much as large print has room for
        self.unit.setToolTip(hint)
        self.unit.setAcceptDrops(False)
        self.unit.setAccessibleName(names["meta.unit"])
        self.unit_type = QComboBox()
        self.unit_type.addItems(list(fields.choices["meta.unit_type"]))
        self.unit_type.setAccessibleName(names["meta.unit_type"])
        self._suggestions = fields.suggestions["meta.unit_type"]
        self._levels = fields.suggestions["meta.level"]
        self._is_type_chosen = False
        self.type_chosen_for = ""
        self.unit_type.activated.connect(self._keep_type)
        self.unit.textEdited.connect(self._propose_type)
        self.unit.textEdited.connect(self._say_what_comes_along)
        self.unit.textChanged.connect(self._say_what_begins)
        self.year = _YearBox(minimum=fields.first_year, maximum=2099, value=usual_year(self._today))
        self.year.lineEdit().setAcceptDrops(False)
        self.year.setAccessibleName(names["meta.year"])
        self.begin = _button("新建本年报告")
        self.begin.clicked.connect(lambda: self._begin(self.new_wanted))
        self.year.valueChanged.connect(self._say_what_begins)
        self._say_what_begins()
        for field in (self.unit, self.unit_type, self.year):
            _EnterKey(field).pressed.connect(lambda: self._begin(self.new_wanted))
        from_last_year = _button("从上年报告新建…")
        from_last_year.clicked.connect(self.from_last_year_wanted)
        from_last_year.setToolTip("读取上年的草稿、Word 或网页，带入上年结转，数字和文字不照搬")
        from_register = _button("导入台账…")
        from_register.clicked.connect(lambda: self._begin(self.from_register_wanted))
        from_register.setToolTip("新建本年报告，用依申请公开台账（.xlsx、.csv）数出第三部分的表")
        self.complaint = _Complaint(wordWrap=True)
        self.complaint.setObjectName("hint")
        self.complaint.hide()
        layout.addWidget(_heading("新建"))
        rows = QFormLayout()
        layout.addLayout(rows)
        for label, widget in (("单位全称", self.unit), ("单位类型", self.unit_type), ("报告年度", self.year)):
            text = QLabel(label)
            text.setBuddy(widget)
            rows.addRow(text, widget)
        layout.addWidget(self.complaint)
        layout.addWidget(self.begin)
        layout.addWidget(from_last_year)
        layout.addWidget(from_register)
        layout.addStretch()

    def _fill_recent_box(self, layout: QVBoxLayout, _fields: StartFields) -> None:
        open_draft = _button("继续填写…")
        open_draft.clicked.connect(self.open_wanted)
        open_draft.setToolTip("打开以前保存的草稿（.xlsx）")
        sample = _button("看看示例")
        sample.clicked.connect(self.sample_wanted)
        self.recent = RecentList()
        self.recent.setMinimumHeight(_LEAST_LIST)
        self.recent.itemActivated.connect(self._open_recent)
        self.recent.itemClicked.connect(self._open_recent)
        layout.addWidget(_heading("继续"))
        row = QHBoxLayout()
        layout.addLayout(row)
        row.addWidget(open_draft)
        row.addWidget(sample)
        row.addStretch()
        whose = QLabel("汇总单位用")
        whose.setObjectName("hint")
        row.addWidget(whose)
        collection = _button("汇总审核…")
        collection.clicked.connect(self.collection_wanted)
        collection.setToolTip("县、市的办公室用：检查各单位报来的报告，退回修改意见，汇总")
        row.addWidget(collection)
        layout.addWidget(self.recent)

    def _say_what_begins(self) -> None:
        """Let the button look ready once a unit is named, and say which report it begins; before, a click says why."""
        is_named = bool(self.unit.text().strip())
        self.begin.setToolTip(f"新建{self.year.value()}年度的报告" if is_named else "先填单位全称")
        theme.dress(self.begin, "primary" if is_named else "waits")

    def _show_deadlines(self) -> None:
        local, level = self._settings.values.deadlines, suggested(self._levels, self.unit.text().strip())
        self.due.show_of(self.year.value(), self.unit_type.currentText(), level, local, self._today)

    @cached_property
    def sign(self) -> opening_sign.OpeningSign:
        """What says here that a file is being opened, made when it is first wanted."""
        return opening_sign.OpeningSign(self, self._scrolled)

    def add_note(self, note: QWidget) -> None:
        """Show something to know below the two columns."""
        self._notes.insertSpacing(self._notes.count() - 1, 8)
        self._notes.insertWidget(self._notes.count() - 1, note)
        note.show()

    def _keep_type(self) -> None:
        self._is_type_chosen = True
        self.type_chosen_for = self.unit.text().strip()

    def _propose_type(self, unit: str) -> None:
        """Choose the type that the name of the unit speaks for, until the clerk chooses one.

        Where it speaks for none, as 某县人民政府办公室, the first: what was typed on the way to it says nothing.
        """
        if not self._is_type_chosen:
            says = suggested(self._suggestions, unit.strip())
            self.unit_type.setCurrentIndex(max(0, self.unit_type.findText(says)))

    def type_of(self, unit: str) -> str:
        """Return the type of a unit that is read from a file: of this page only where it is about the same one.

        Else its name says it; "" where that says nothing, unless a type was chosen here for a unit not named yet.
        """
        named = self.unit.text().strip()
        if named == unit or (not named and self._is_type_chosen):
            return self.unit_type.currentText()
        return suggested(self._suggestions, unit)

    @property
    def typed_unit(self) -> str:
        """The unit that the clerk has typed on this page, "" where it was offered or another page is shown."""
        return self.unit.text().strip() if self.unit.isModified() and self.isVisibleTo(self.window()) else ""

    @property
    def named_unit(self) -> str:
        """The unit that stands on this page, typed or offered; "" where another page is shown."""
        return self.unit.text().strip() if self.isVisibleTo(self.window()) else ""

    def _offer_unit(self) -> None:
        """Offer the unit of the report saved last; typing replaces it."""
        known = self._settings.values.unit
        if known.get("meta.unit") and not self.typed_unit:
            self.unit.setText(known["meta.unit"])
            self.unit.selectAll()
            self.unit_type.setCurrentIndex(max(0, self.unit_type.findText(known.get("meta.unit_type", ""))))
        self._say_what_comes_along()

    def _say_what_comes_along(self) -> None:
        """Say that the details of the unit are known, as long as it is the one that is named."""
        unit = self._settings.values.unit.get("meta.unit")
        is_same = bool(unit) and self.unit.text().strip() == unit
        self.complaint.say("已填入上次的单位；联系方式等基本信息会一并带入。" if is_same else "")

    def refresh(self, today: date) -> None:
        """Offer the last unit, read the list of recent drafts again and ask, in a thread, whether they are there.

        Not before the first paint: until a draft has answered it is listed as what the list says of it.
        """
        self._today = today
        if not self.isVisibleTo(self.window()):  # the year of the report that is left was no wish for the next one
            self.year.setValue(usual_year(today))
        self._fill()
        self.recent.ask_places()

    def _fill(self) -> None:
        """Fill the page without asking the disk for anything that is listed."""
        self._offer_unit()
        self._show_deadlines()
        self.recent.show_files(recent_files(), self._today)

    def last_year_draft(self) -> RecentFile | None:
        """Return the latest draft of the year before that is listed, of the unit that is named where one is."""
        unit, year = self.unit.text().strip(), self.year.value() - 1
        files = (item.file for item in self.recent.items_shown() if not item.note)
        return next((file for file in files if file.year == year and unit in ("", file.unit)), None)

    def _begin(self, wanted: SignalInstance) -> None:
        unit = self.unit.text().strip()
        if not unit:
            self.complaint.say("请先填写单位全称，与公章一致。")
            self.unit.setFocus()
            return
        if not self.year.hasAcceptableInput():  # Qt would put the year back that was there before, unseen
            first, last = self.year.minimum(), self.year.maximum()
            self.complaint.say(f"报告年度请填四位数的年份，{first}至{last}。")
            self.year.setFocus()
            return
        self.year.interpretText()
        self.complaint.say("")
        wanted.emit(unit, self.unit_type.currentText(), self.year.value())

    def _open_recent(self, item: QListWidgetItem) -> None:
        if isinstance(item, RecentItem):
            self.recent_wanted.emit(item.path)


class _YearBox(QSpinBox):
    """A year that is typed or pasted in either width; Qt would drop ２０２５ without a word."""

    @override
    def validate(self, text: str, place: int) -> object:
        return super().validate(text.translate(HALF_DIGITS), place)


class _EnterKey(QObject):
    """Tells that Enter was pressed in a field, and keeps it from the field, which would do nothing with it.

    Signals:
        pressed: It was.
    """

    pressed = Signal()

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        field.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_enter = (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.matches(QtGui.QKeySequence.StandardKey.InsertParagraphSeparator)
        )
        if is_enter:
            self.pressed.emit()
        return is_enter or super().eventFilter(watched, event)


class _Complaint(QLabel):
    """Says something below the fields; before it has, no room is kept, so that the deadlines are in view."""

    def say(self, words: str) -> None:
        """Show these words; "" for none, with their place kept: no button moves under a mouse that is on its way."""
        if words:
            self.setText(words)
            policy = self.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            self.setSizePolicy(policy)
        self.setVisible(bool(words))


def _button(words: str) -> QPushButton:
    """Return a button that Return presses, as Space does; only in dialogs Qt does so by itself."""
    return QPushButton(words, autoDefault=True)


def _in_the_middle(outer: QVBoxLayout, stretch: int) -> QVBoxLayout:
    """Add a column that is not wider than a line is read; return its layout."""
    row = QHBoxLayout()
    outer.addLayout(row, stretch)
    column = QWidget()
    column.setMaximumWidth(1000)
    row.addStretch(1)
    row.addWidget(column, 10)
    row.addStretch(1)
    layout = QVBoxLayout(column)
    layout.setSpacing(10)
    layout.setContentsMargins(9, 0, 9, 0)
    return layout


def _heading(title: str) -> QLabel:
    heading = QLabel(title)
    heading.setObjectName("heading")
    return heading
