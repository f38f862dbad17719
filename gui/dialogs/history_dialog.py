"""版本历史: the kept versions of a draft, what differs cell by cell, and taking one back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from core.base.errors import ReportError
from core.draft.draft_changes import report_changes
from core.draft.draft_versions import Version, read_version
from core.office.review import version_name
from core.report.report import Report
from gui.dialogs.choice_dialog import ChangesTable
from gui.dialogs.dialog_size import open_with_size
from gui.look.enter_presses import let_enter_press
from gui.look.plain_text import PlainLabel

NOW = "现在填报"
_MINUTE = "%Y-%m-%d %H:%M"


class HistoryDialog(QDialog):
    """Lists the versions; one that is chosen is compared with the open report, two are compared with each other.

    Attributes:
        wanted: The version to be taken back; None where the clerk only looked.
    """

    def __init__(self, parent: QWidget | None, versions: Sequence[Version], now: Report, *, may_restore: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle("版本历史")
        self.wanted: Version | None = None
        self._versions = versions
        self._now = now
        self._may_restore = may_restore
        self._read: dict[Version, Report | ReportError] = {}
        self.list = QListWidget()
        self.list.setAccessibleName("版本")
        self.list.setSpacing(2)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._minutes = Counter(f"{version.when:{_MINUTE}}" for version in versions)
        self.list.addItems([f"{self._when(version)}\n{version.reason}" for version in versions])
        self.changes = ChangesTable("", NOW)
        self.summary = PlainLabel(wordWrap=True)
        self.restore = QPushButton("恢复这一版")
        let_enter_press(self.restore)  # Enter in the list must not replace the open report
        self.restore.clicked.connect(self._restore)
        close = QPushButton("关闭")
        close.clicked.connect(self.reject)
        self._build(close)
        self.list.itemSelectionChanged.connect(self._compare)
        self._unnamed = list(range(len(versions)))
        self._naming = QTimer(self, interval=0)
        self._naming.timeout.connect(self._name_next)
        self.list.setCurrentRow(0)

    def _build(self, close: QPushButton) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.summary)
        column.addWidget(self.changes, 1)
        split = QSplitter()
        split.addWidget(self.list)
        split.addWidget(right)
        split.setSizes([270, 690])
        hint = PlainLabel(
            "选一版与现在的填报比较；按住 Ctrl 选两版，互相比较。恢复后可按 Ctrl+Z 撤销，现在的填报也会留存为一版。",
            objectName="hint",
        )
        hint.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(hint, 1)
        row.addWidget(self.restore)
        row.addWidget(close)
        layout = QVBoxLayout(self)
        layout.addWidget(split, 1)
        layout.addLayout(row)
        open_with_size(self, 1000, 560)

    def _name_next(self) -> None:
        """Say of one more version what it is, which only its file tells."""
        if not self._unnamed:
            self._naming.stop()
            return
        row = self._unnamed.pop(0)
        version, report = self._versions[row], self._report(self._versions[row])
        if isinstance(report, Report):
            self.list.item(row).setText(f"{version_name(report, self._now)}\n{self._when(version)}　{version.reason}")

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._naming.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._naming.stop()

    def _chosen(self) -> list[Version]:
        """Return the chosen versions, the older first."""
        return [self._versions[row] for row in sorted((i.row() for i in self.list.selectedIndexes()), reverse=True)]

    def _report(self, version: Version) -> Report | ReportError:
        if version not in self._read:
            try:
                self._read[version] = read_version(version)
            except ReportError as error:
                self._read[version] = error
        return self._read[version]

    def _compare(self) -> None:
        chosen = self._chosen()
        states = [self._report(version) for version in chosen[:2]]
        bad = next((state for state in states if isinstance(state, ReportError)), None)
        reports = [state for state in states if not isinstance(state, ReportError)]
        self.restore.setEnabled(False)
        self.changes.setRowCount(0)
        if bad is not None:
            self.summary.setText(str(bad))
        elif len(chosen) > 2 or not reports:
            self.summary.setText("请选一版或两版。")
        else:
            names = [self._when(version) for version in chosen]
            if len(reports) == 1:
                reports, names = [*reports, self._now], [*names, NOW]
            found = report_changes(*reports)
            self.changes.name_states(*names)
            self.changes.show_changes(found)
            how = f"{len(found)}处不同" if found else "完全相同"
            self.summary.setText(f"{names[0]}{f'与{NOW}' if names[1] is NOW else f' 与 {names[1]} '}相比，{how}")
            self.restore.setEnabled(self._may_restore and len(chosen) == 1 and bool(found))

    def _restore(self) -> None:
        self.wanted = self._chosen()[0]
        self.accept()

    def _when(self, version: Version) -> str:
        """Return when a version was kept, to the second where several are of one minute."""
        minute = f"{version.when:{_MINUTE}}"
        return minute if self._minutes[minute] == 1 else f"{version.when:{_MINUTE}:%S}"
