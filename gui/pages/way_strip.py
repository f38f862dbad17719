"""The way of the report as a strip of steps, each with its commands; one button stands out: what is to be done next."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFont, QFontMetricsF, QPainter, QPaintEvent, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from core.office.way import Act, Step, Way
from gui.look import theme
from gui.look.colours import colours
from gui.look.fitting_label import FittingLabel
from gui.look.plain_text import PlainLabel, plain_tip

COMMANDS: tuple[tuple[Step, str, Act | None], ...] = (
    (Step.FILL, "next_open", Act.FILL),
    (Step.FILL, "make.draft", None),
    (Step.SUBMIT, "make.review", Act.SUBMIT),
    (Step.SUBMIT, "print_signoff", Act.SIGN),
    (Step.SUBMIT, "print_changes", None),
    (Step.DECIDE, "register_return", None),
    (Step.DECIDE, "answer_remarks", Act.ANSWER),
    (Step.DECIDE, "compare_word", None),
    (Step.FINAL, "make.final", Act.FINALISE),
    (Step.FINAL, "unlock", Act.UNLOCK),
    (Step.PUBLISH, "copy_page", None),
    (Step.PUBLISH, "note_publication", Act.PUBLISH),
    (Step.PUBLISH, "compare_published", Act.CHECK),
    (Step.ARCHIVE, "archive", Act.ARCHIVE),
    (Step.ARCHIVE, "verify_archive", Act.VERIFY),
)
"""Commands by id, each below its step, with the act that it carries out; of two for one act the later one is meant."""


_LONGEST_NAME = 14
"""Characters of a step's column; wider ones would leave the steps far apart."""
_NEARLY = 1.15
"""How much wider a page may be for the steps to end with what is below them all the same."""

_WAITS = "waits"
"""Name of the buttons that look as if they were off, in the style sheet."""

_HEAD = len("未核对：")
_GAP = 6
_CLEAR = 4
_TIP = 8  # how far the point of a step reaches into the next one


class WayHeads(QWidget):
    """The steps as a row of arrows; the one that the report is at is filled.

    Attributes:
        names: What is written on them.
        now: The place of the one that the report is at.
    """

    def __init__(self) -> None:
        super().__init__()
        self.names = [step.value for step in Step]
        self.now = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_steps(self, names: list[str], now: int) -> None:
        """Write these names, and fill this step."""
        self.names, self.now = names, now
        self.setAccessibleName(f"报告走到哪一步：{names[now]}")
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(600, self.fontMetrics().height() + 10)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scheme = colours(self.palette())
        for place, name in enumerate(self.names):
            is_now = place == self.now
            box = self._box(place)
            painter.setPen(scheme.accent if is_now else scheme.line)
            painter.setBrush(scheme.active_back if is_now else scheme.total_back if place < self.now else scheme.base)
            painter.drawPolygon(_arrow(box, is_first=not place))
            painter.setFont(self.font_of(place))
            painter.setPen(scheme.accent if is_now else scheme.text if place < self.now else scheme.faint)
            painter.drawText(self.room_of(place), Qt.AlignmentFlag.AlignCenter, name)

    def _box(self, place: int) -> QRectF:
        width = (self.width() - _TIP + _GAP) / len(self.names)
        return QRectF(place * width, 0.5, width - _GAP, self.height() - 1)

    def room_of(self, place: int) -> QRectF:
        """Return where a name is written: between the notch at the left and the point, and clear of both."""
        notch = _TIP if place else 0
        return self._box(place).adjusted(notch + _CLEAR, 0, _TIP - _CLEAR, 0)

    def font_of(self, place: int) -> QFont:
        """Return the print of a name: smaller where it has no room."""
        font = QFont(self.font())
        font.setBold(place == self.now)
        words, room = QFontMetricsF(font).horizontalAdvance(self.names[place]), self.room_of(place).width()
        if words > room > 0:
            font.setPointSizeF(font.pointSizeF() * room / words)
        return font


def _arrow(box: QRectF, *, is_first: bool) -> QPolygonF:
    """Return the outline of a step, with a point on its right and, but for the first, a notch on its left."""
    notch = box.left() if is_first else box.left() + _TIP
    corners = (box.topLeft(), box.topRight(), QPointF(box.right() + _TIP, box.center().y()), box.bottomRight())
    return QPolygonF([*corners, box.bottomLeft(), QPointF(notch, box.center().y())])


class WayStrip(QWidget):
    """Shows the steps and their commands.

    Attributes:
        buttons: The buttons by the ids of their commands.
        heads: The steps.
        sentence: Says what is to be done next.
        proof: Says what is verified.
        line: Says as much of it as has room in one line of a low page.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName("报告走到哪一步")
        self.buttons: dict[str, QPushButton] = {}
        self._actions: Mapping[str, QAction] = {}
        self._waits: Mapping[str, str] = {}
        self._is_low, self._has_line = False, True
        self.heads = WayHeads()
        self.sentence = PlainLabel(wordWrap=True, objectName="heading")
        self.proof = PlainLabel(wordWrap=True, objectName="hint")
        self.line = FittingLabel()
        self.line.setObjectName("hint")
        self._grid = grid = QGridLayout()
        grid.setHorizontalSpacing(_GAP)
        grid.setVerticalSpacing(4)
        grid.addWidget(self.heads, 0, 0, 1, len(Step))
        for column in range(len(Step)):
            grid.setColumnStretch(column, 1)
        for step, command, _ in COMMANDS:
            column = list(Step).index(step)
            self.buttons[command] = button = QPushButton()
            button.setAccessibleDescription(step.value)
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            row = next(row for row in range(1, 9) if grid.itemAtPosition(row, column) is None)
            grid.addWidget(button, row, column)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.sentence)
        layout.addWidget(self.proof)
        layout.addWidget(self.line)
        layout.addLayout(grid)

    def use_actions(self, actions: Mapping[str, QAction]) -> None:
        """Give the buttons their commands."""
        for command, button in self.buttons.items():
            action = actions[command]
            button.setText(action.iconText())
            button.clicked.connect(action.trigger)
            action.changed.connect(self._follow_actions)
        self._actions = actions
        self._follow_actions()

    def _follow_actions(self) -> None:
        """Offer what the commands offer: a locked report refuses some."""
        for command, button in self.buttons.items():
            button.setEnabled(self._actions[command].isEnabled())
            said = self._waits.get(command, "") if button.isEnabled() else ""
            button.setToolTip(said or self._actions[command].toolTip())  # with its keys, or why not

    @property
    def _wide(self) -> int:
        """Pixels of the steps: on a wide page no more than are read as one way."""
        most = len(Step) * _LONGEST_NAME * self.fontMetrics().horizontalAdvance("字")
        return self.width() if self.width() <= most * _NEARLY else most

    def _fit_words(self) -> None:
        """Print the words of a button smaller where its column is too narrow for them; all stay equally high."""
        room = (self._wide - _GAP * (len(Step) - 1)) // len(Step)
        for button in self.buttons.values():
            font = QFont(self.font())
            button.setFont(font)
            button.setMinimumHeight(button.sizeHint().height())
            words = button.fontMetrics().horizontalAdvance(button.text())
            beside = button.sizeHint().width() - words
            if room < words + beside:
                font.setPointSizeF(font.pointSizeF() * max(room - beside - 2, 1) / words)
                button.setFont(font)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self._grid.setContentsMargins(0, 0, self.width() - self._wide, 0)
        self._fit_words()

    def be_low(self, *, is_low: bool, has_line: bool) -> None:
        """Say what is verified in one line, and whole beside the sentence: more of a low page is that of a finding."""
        self._is_low, self._has_line, proof = is_low, has_line, self.proof.text()
        self.proof.setVisible(bool(proof) and not is_low)
        verified, _, rest = proof.partition("。")
        self.line.show_first((proof, f"{verified}。{rest[:_HEAD]}……", f"{verified}。") if proof else ())
        self.line.setVisible(bool(proof) and is_low and has_line)
        self.sentence.setToolTip(plain_tip(proof) if is_low else "")
        self.sentence.setAccessibleDescription(proof if is_low else "")

    def show_way(self, way: Way, proof: str, waits: Mapping[str, str]) -> None:
        """Fill the step that the report is at, and let the button of the next act stand out.

        Args:
            way: How far the report is.
            proof: What is verified; "" for nothing yet.
            waits: Why a command would do nothing yet, by its id: its button looks so, and a click says so.
        """
        steps = list(Step)
        now = steps.index(way.step)
        skipped = () if way.round else (Step.SUBMIT, Step.DECIDE)  # a 定稿 may be made without any 送审稿
        names = []
        for place, step in enumerate(steps):
            name = f"{step.value}（第{way.round}稿）" if step is Step.SUBMIT and way.round else step.value
            is_done = place < now or (place == now and way.is_done)
            if step is Step.SUBMIT and way.changed:
                name, is_done = way.changed, False
            names.append(f"✓ {name}" if is_done and step not in skipped else name)
        self.heads.show_steps(names, now)
        self.sentence.setText(way.sentence)
        self.proof.setText(proof)
        self.be_low(is_low=self._is_low, has_line=self._has_line)
        following = {act: command for _, command, act in COMMANDS if act}[way.act]
        for command, button in self.buttons.items():
            name = "primary" if command == following else _WAITS if waits.get(command) else ""
            theme.dress(button, name)
        self._waits = waits
        self._follow_actions()
