"""Beside the list: what was found about the chosen unit, and what became of its last letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from core.checks.findings import Finding, Place
from core.form.form_definition import LEVELS
from core.office.collection.collected import Collected
from core.office.collection.desk import UnitResult
from core.office.collection.desk_rules import BatchFinding
from core.office.collection.letter_answers import Answered, cells_in_words
from core.office.collection.letter_items import LetterItem, in_a_line
from core.office.collection.masking import masked
from core.office.remarks_in_word import SEE_RIGHT
from gui.collection.unit_lines import APART, IS_WAITING, MISSING_RULE, UnitLine, batch_of, state_in_words
from gui.look.colours import MARKS, colours
from gui.look.plain_text import PlainLabel

_TITLES = {"error": "错误（必须改）", "warning": "疑点（核实或说明）", "hint": "提示（供参考，不写入退回意见）"}
_SHOWN_AS = {
    "C-03": "没有填的格列在“未填”",
    "N-14c": "没有文字的小标题列在“未填”",
    "C-06": "没有印的总计由程序算出，不列",
    "N-13": "标题、小标题的编号由程序编，不列",
}
"""What the opened report, which is shown as a draft, makes of findings on how it is printed."""
_WAITS = "“{name}”已放入文件夹，还没有读取；稍候自动读取，也可以按 F5。"
_TARGET = int(Qt.ItemDataRole.UserRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)


class Target(NamedTuple):
    """Where a line leads.

    Attributes:
        file: Name of the file below the folder.
        finding: What it is about in there; None for its beginning.
    """

    file: str
    finding: Finding | None = None


class _Line(NamedTuple):
    text: str
    level: str = ""
    target: Target | None = None
    is_heading: bool = False


class UnitPanel(QWidget):
    """Shows what is known of one unit.

    Signals:
        report_wanted: A report is to be opened; carries the Target.
    """

    report_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("单位的问题")
        self.title = PlainLabel(wordWrap=True, objectName="heading")
        self.facts = PlainLabel(wordWrap=True, objectName="hint")
        self.list = QListWidget()
        self.list.setAccessibleName("问题列表")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.itemActivated.connect(self._open)
        self._lines: list[_Line] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 0, 0, 0)
        for widget in (self.title, self.facts):
            layout.addWidget(widget)
        layout.addWidget(self.list, 1)

    def show_line(self, line: UnitLine | None, collected: Collected | None) -> None:
        """Show what is known of the unit of a line; nothing for None."""
        if line is None or collected is None:
            self.title.setText("")
            self.facts.setText("")
            lines: list[_Line] = []
        elif line.unit is None:
            self.title.setText(APART)
            self.facts.setText("读不出的文件、名单上没有的单位、汇总的问题")
            lines = [_Line(f"{name}：{why}", "error", None) for name, why in collected.desk.still_unread]
            lines += [
                _Line(f.message, f.level, Target(f.files[0]) if f.files else None) for f in batch_of(collected, None)
            ]
        else:
            self.title.setText(line.unit.name)
            self.facts.setText(_facts(line.unit, collected, line.waiting))
            lines = list(_lines(line.unit, collected, line.waiting))
        if lines != self._lines:
            self._lines = lines
            self._fill()

    def _fill(self) -> None:
        known = colours(self.palette())
        self.list.clear()
        for line in self._lines:
            said = masked(line.text)
            item = QListWidgetItem(said if line.is_heading or not line.level else f"{MARKS[line.level]} {said}")
            item.setData(_SPOKEN, said if line.is_heading else f"{_spoken(line.level)}{said}")
            item.setData(_TARGET, line.target)
            item.setForeground(QBrush(known.ink(line.level)))
            if line.is_heading:
                font = item.font()
                font.setBold(True)
                item.setFont(font)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.list.addItem(item)
        self.list.setCurrentRow(next((row for row, line in enumerate(self._lines) if not line.is_heading), -1))

    def _open(self, item: QListWidgetItem) -> None:
        target = item.data(_TARGET)
        if target is not None:
            self.report_wanted.emit(target)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Show the lines in the colours of another scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._lines:
            row = self.list.currentRow()
            self._fill()
            self.list.setCurrentRow(row)


def report_of(unit: UnitResult) -> Target | None:
    """Return where the report of a unit lies: the one that is judged, else the first of its files."""
    judged = [file for file in unit.files if unit.record is not None and file.record is unit.record]
    found = [*judged, *unit.files]
    return Target(found[0].name) if found else None


def _spoken(level: str) -> str:
    return {"error": "错误：", "warning": "疑点：", "hint": "提示："}.get(level, "")


def _facts(unit: UnitResult, collected: Collected, waiting: str = "") -> str:
    facts = [IS_WAITING if waiting else state_in_words(unit)]
    if unit.adopted:
        facts.append(f"已采用：{unit.adopted}")
    if unit.letter:
        facts.append(f"意见：{unit.letter}")
    if unit.published_on or unit.published_url:
        facts.append(f"公布：{unit.published_on} {unit.published_url}".rstrip())
    if unit.listed.contact or unit.listed.phone:
        label = "联系人" if unit.listed.contact else "电话"
        facts.append(f"{label}：{' '.join(filter(None, (unit.listed.contact, unit.listed.phone)))}")
    if unit.listed.note:
        facts.append(unit.listed.note)
    sent = collected.sent.get(unit.plain, [])
    struck = len(unit.items) - sum(item in sent for item in unit.items)
    if unit.is_office and unit.items and not unit.adopted:
        facts.append("汇总审核的单位自己，不写退回意见")
    elif struck and not unit.adopted and not unit.is_own:
        facts.append(f"退回意见中已划去{struck}条")
    return "　".join(facts)


def _lines(unit: UnitResult, collected: Collected, waiting: str = "") -> Iterator[_Line]:
    """Yield what is known of a unit: its last letter, what is grave, what its report has, what the desk found."""
    if waiting:
        yield _Line(_WAITS.format(name=waiting), "hint")
    yield from _answered(unit, collected.answers.get(unit.plain))
    target = report_of(unit) or (Target(unit.near[0].name) if unit.near else None)
    if unit.publication_fault:
        yield _Line(f"{unit.publication_fault}，请重新登记。", "warning")
    if unit.reopened:
        yield _Line(f"{unit.reopened}，请核实，无误的按“采用”。", "warning", target)
    if unit.changed:
        yield _Line(f"{unit.changed}。", "warning" if unit.reopened else "hint", target)
    yield from (_Line(f"{said}。", "warning", target) for said in unit.partly_read)
    every = [found for found in batch_of(collected, unit) if not waiting or found.rule_id != MISSING_RULE]
    over = {found.message: said for found in every if (said := collected.desk.other_came(found))}
    batch = [found for found in every if found.message not in over]
    grave = [found for found in batch if found.level == "error"]
    is_mixed = 0 < len(grave) < len(batch)
    yield from _noted(unit, grave, target, "的错误" if is_mixed else "")
    private = unit.private_numbers  # they hold the unit up as doubts do
    for level in LEVELS:
        if level == "hint":  # what its own report has comes before what it has in common with others
            yield from _noted(unit, batch[len(grave) :], target, "的疑点" if is_mixed else "")
        found_here = [f for f in unit.findings if (f["level"] if f not in private else "warning") == level]
        if found_here:
            yield _Line(f"{_TITLES[level]} {len(found_here)}", level, is_heading=True)
            yield from (_Line(f"{f['message']}（{f['rule']}）", level, _place(target, f)) for f in found_here)
    for file, finding in unit.apart:
        if finding["level"] != "hint":
            text = f"只在“{file}”中：{finding['message']}（{finding['rule']}）"
            yield _Line(text, finding["level"], _place(Target(file), finding))
    if unit.repeated:
        yield _Line(f"{unit.repeated}。", "hint", target)
    for marked, said in unit.left_over:
        yield _Line(f"“{marked.name}”：{said}。", "hint", Target(marked.name))
    yield from (_Line(f"{message.rstrip('。')}，{said}。", "hint", target) for message, said in over.items())
    yield from _told(unit, target)
    if waiting:
        return
    if not unit.files and not batch:
        yield _Line("不要求报。")
    elif not every and _is_clean(unit):
        yield _Line("没有发现问题。", "", target)


def _is_clean(unit: UnitResult) -> bool:
    """Whether nothing is told of a unit itself."""
    found = (unit.findings, unit.apart, unit.publication_fault, unit.reopened, unit.left_over, unit.repeated)
    return not any((*found, unit.partly_read, unit.told))


def _told(unit: UnitResult, target: Target | None) -> Iterator[_Line]:
    """Yield how the report was read, and what the opened one shows otherwise."""
    placed = {"N-13"} & {found["rule"] for found in unit.findings if found["places"]}  # about a text, which is shown
    shown = dict.fromkeys(_SHOWN_AS[f["rule"]] for f in unit.findings if f["rule"] in _SHOWN_AS.keys() - placed)
    if shown:
        yield _Line(f"打开报告看到的问题与这里不同：{'，'.join(shown)}。", "hint", target)
    if unit.told:
        yield _Line(f"读入时的说明，不写入退回意见（{len(unit.told)}）", "hint", is_heading=True)
        yield from (_Line(said, "hint", target) for said in unit.told)


def _noted(unit: UnitResult, batch: Sequence[BatchFinding], target: Target | None, kind: str) -> Iterator[_Line]:
    """Yield what the desk itself found about a unit."""
    if batch:
        yield _Line(f"审核中发现{kind}（{len(batch)}）", is_heading=True)
    for found in batch:
        file = next((name for name in found.files if any(name == f.name for f in unit.files)), "")
        yield _Line(f"{found.message}（{found.rule_id}）", found.level, Target(file) if file else target)


def _answered(unit: UnitResult, found: Answered | None) -> Iterator[_Line]:
    if found is None:
        return
    yield _Line(f"第{unit.returned}次退回后：{found.in_words}", is_heading=True)
    yield from _items("✓ 已改", found.mended)
    yield from _items("✕ 未改", found.open)
    for item in found.changed:
        is_told = item.written == SEE_RIGHT or item.written.rstrip("…") in item.check
        now = "" if is_told else f"，现为{item.written}"
        yield from _items(f"✕ 未改（仍不符{now}）", [item])
    for part in found.partly:
        counts = f"{len(part.told)}格空白中已填{len(part.filled)}格，还有{len(part.left)}格未填{part.added_in_words}"
        yield _Line(f"✕ 未改完：{part.item.part}{counts}")
        for word, codes in (("　✓ 已填", part.filled), ("　✕ 未填", part.left), ("　＋ 新空白", part.added)):
            if codes:
                yield _Line(f"{word}：{cells_in_words(codes)}")
    yield from _items("＋ 新发现", found.new)
    yield from _items("审核人另提，请人工核对", found.own)


def _items(word: str, items: Iterable[LetterItem]) -> Iterator[_Line]:
    for item in items:
        yield _Line(f"{word}：{in_a_line(item)}")


def _place(target: Target | None, finding: dict[str, Any]) -> Target | None:
    """Return where a finding leads to in a report."""
    if target is None:
        return None
    places = tuple(Place(p["text"], p["start"], p["end"]) for p in finding["places"])
    found = Finding(finding["rule"], finding["level"], finding["message"], tuple(finding["cells"]), places)
    return Target(target.file, found)
