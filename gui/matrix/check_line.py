"""The line below a table that says column by column whether its sums agree, also where their rows are out of sight."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from core.form.form_definition import Equation
from core.report.entry_text import Number, Refused, format_number
from gui.look.plain_text import plain_tip
from gui.look.quick_letters import quicken_letters
from gui.matrix.canvas import MatrixCanvas
from gui.report.session import ReportSession

_BLANK, _WRONG, _OFF = "未填完", "有错", "差"
"""Written where nothing can be compared yet, where a number cannot be read, and before what two sums differ by."""
_WAYS = 4
"""So many ways there are to write an equality, from 16＝16 ✓ to ✓."""
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_LEFT = int(Qt.AlignmentFlag.AlignVCenter)


class CheckLine(QWidget):
    """Shows the equality of each column that no total of the table computes: 16＝16 ✓, 差3; where narrow ✓.

    Attributes:
        equations: Each equality by the grid column below which it stands; empty where the table has none.
        said: What is said of each, in full.
    """

    def __init__(self, session: ReportSession, grid: MatrixCanvas, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._grid = grid
        self.equations: dict[int, Equation] = {}
        self.said: dict[int, str] = {}
        self._behind: Mapping[tuple[str, ...], frozenset[str]] = {}
        self._columns: dict[str, list[int]] = {}
        self._known: dict[int, tuple[str, str, str]] = {}
        self._length = 0
        self._fits: dict[int, int] = {}
        self._boxes: dict[int, tuple[int, int, str, bool]] = {}
        self.setAccessibleName("各列勾稽")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # so that what lies below is not painted first
        grid.fitted.connect(self._follow_grid)
        grid.horizontalScrollBar().valueChanged.connect(lambda _at: self._place_all())
        grid.matrix.shown_changed.connect(self._follow_places)
        session.replaced.connect(self._begin_anew)
        self._begin_anew()

    def _begin_anew(self) -> None:
        model = self._grid.matrix
        cells = set(model.table.cells)
        checks = [e for e in self._session.form.equations if not e.computes and e.operator == "=" and e.item]
        self.equations = {
            model.index_of(check.left[0][0]).column(): check for check in checks if cells.issuperset(check.codes)
        }
        self.setVisible(bool(self.equations))
        parts = {e.computes: e.codes for e in self._session.form.equations if e.computes}
        self._behind = {check.codes: _entered(check.codes, parts) for check in self.equations.values()}
        self._columns.clear()
        for column, check in self.equations.items():
            # What cannot be read does not change a total that is open, and is said there too
            for code in self._behind[check.codes].union(check.codes):
                self._columns.setdefault(code, []).append(column)
        self._known.clear()
        self._fits.clear()
        self._boxes.clear()
        self._say(list(self.equations))
        self._follow_grid()

    def _follow_grid(self) -> None:
        self.setFixedHeight(self._grid.ink.metrics.height() + 6)
        self._place_all()

    def _place_all(self) -> None:
        self._fits.clear()
        self._length = self._fitting_length()
        for column in self.equations:
            self._place(column)
        self.update()

    def _place(self, column: int) -> None:
        """Prepare what is painted below a column: a keystroke is not to wait for it."""
        grid = self._grid
        text = self.shown(column)
        is_wrong = text[:1] in (_OFF, _WRONG[0])
        self._boxes[column] = (grid.columnViewportPosition(column), grid.columnWidth(column), text, is_wrong)

    def _follow_places(self, places: Sequence[int]) -> None:
        """Compare anew what changed in the table; all where no place is named."""
        items = self._grid.matrix.items
        columns = {column for place in places for column in self._columns.get(items[place].code, ())}
        if columns or not places:
            self._say(sorted(columns or self.equations))

    def _say(self, columns: list[int]) -> None:
        sums = {column: self._sums(column) for column in columns}
        changed = [column for column in columns if self._known.get(column) != sums[column]]
        self._known.update(sums)
        self.said.update({column: self._sentence(column) for column in changed})
        for column in changed:
            self._fits.pop(column, None)
        if self._fitting_length() != self._length:
            self._place_all()
        for column in changed:
            self._place(column)
            x, width, _, _ = self._boxes[column]
            self.update(x, 0, width, self.height())
        if changed:
            self.setAccessibleDescription("；".join(self.said[column] for column in self.equations))

    def _sums(self, column: int) -> tuple[str, str, str]:
        """Return both sums, and what they differ by; "" for what blanks leave open, and for no difference.

        Where a sum is open since a number in it cannot be read, that stands in place of the difference.
        """
        check, facts = self.equations[column], self._session.facts
        left, right = facts.sum_of(check.left), facts.sum_of(check.right)
        is_wrong = left is not None and right is not None and left != right
        difference = format_number(abs(left - right)) if is_wrong else ""  # type: ignore[operator]
        if (left is None or right is None) and self._is_refused(check):
            difference = _WRONG
        return _written(left), _written(right), difference

    def _is_refused(self, check: Equation) -> bool:
        """Whether a number of an equality, or of what its totals are made of, cannot be read."""
        cells = self._session.report.cells
        return any(isinstance(cells.get(code), Refused) for code in self._behind[check.codes])

    def _sentence(self, column: int) -> str:
        left, right, difference = self._known[column]
        name = self.equations[column].item_name
        if not (left and right):
            one = f"一边是{left or right}，另一边" if left or right else ""
            why = "有不能识别的内容" if difference == _WRONG else "还没有填完"
            return f"{name}：{one}{why}，不能比较"
        return f"{name}：{left}与{right}相差{difference}" if difference else f"{name}：{left}＝{right}，一致"

    def shown(self, column: int) -> str:
        """Return what is written below a column, in all columns as short as the narrowest asks for."""
        way = self._ways(column)[self._length]
        # A large difference is cut, and said in full
        return way if self._fits.get(column, 0) <= self._length else way[:1]

    def _ways(self, column: int) -> tuple[str, ...]:
        """Return what may be written below a column, each way shorter than the one before it."""
        left, right, difference = self._known[column]
        if difference:
            return (f"{_OFF}{difference}" if left and right else difference,) * _WAYS
        if left and right:
            return f"{left}＝{right} ✓", f"{left}＝{right}✓", f"{left} ✓", "✓"
        return _BLANK, _BLANK, _BLANK[:2], _BLANK[:2]

    def _fitting_length(self) -> int:
        """Return which way to write finds room below every column; measured anew where what is written changed."""
        grid, advance = self._grid, self._grid.ink.metrics.horizontalAdvance
        gap = grid.ink.em // 2  # or the texts of neighbours run together
        for column in self._known.keys() - self._fits.keys():
            room = grid.columnWidth(column) - gap
            # The first way that fits; those behind it are shorter, and need not be measured
            self._fits[column] = next((n for n, way in enumerate(self._ways(column)) if advance(way) <= room), _WAYS)
        return min(max(self._fits.values(), default=0), _WAYS - 1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        ink, rect, height = self._grid.ink, event.rect(), self.height()
        dirty = [(part.left(), part.right()) for part in event.region()]  # type: ignore[attr-defined]
        boxes = [
            box for box in self._boxes.values() if any(box[0] <= r and left < box[0] + box[1] for left, r in dirty)
        ]
        painter = QPainter(self)
        painter.setFont(ink.font)
        painter.fillRect(rect, ink.colours.total_back)
        for x, width, _, is_wrong in boxes:
            if is_wrong:
                painter.fillRect(x, 0, width, height, ink.colours.back("error"))
            # The line of the table goes on, or neighbours would read as one formula
            painter.fillRect(x + width - 1, 0, 1, height, ink.line)
        painter.setPen(ink.colours.text)
        label = min((x for x, *_ in self._boxes.values()), default=0)
        if rect.left() < label:
            painter.drawText(6, 0, label - 10, height, _LEFT, self._label(label - 10))
        for x, _, _, _ in boxes[:1]:
            quicken_letters(painter, x, 0)
        for x, width, text, is_wrong in boxes:
            painter.setPen(ink.colours.ink("error" if is_wrong else ""))
            painter.drawText(x, 0, width, height, _CENTRE, text)
        painter.end()

    def _label(self, room: int) -> str:
        """Return what is compared; the formula stands in the head of the table."""
        rule = next((self._session.form.rules[check.rule_id] for check in self.equations.values()), None)
        names = (rule.name, "勾稽") if rule else ("",)
        return next((n for n in names if self._grid.ink.metrics.horizontalAdvance(n) <= room), names[-1])

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            at = event.pos().x()
            there = (column for column, (x, width, _, _) in self._boxes.items() if x <= at < x + width)
            found = self.said.get(next(there, -1), "")
            QToolTip.showText(event.globalPos(), plain_tip(found), self)
            return True
        return super().event(event)


def _entered(codes: Iterable[str], parts: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """Return what is entered of some numbers and of those that their totals are made of."""
    found: set[str] = set()
    waiting = list(codes)
    while waiting:
        code = waiting.pop()
        if code not in found:
            found.add(code)
            waiting += parts.get(code, ())
    return frozenset(found - parts.keys())


def _written(total: Number | None) -> str:
    return "" if total is None else format_number(total)
