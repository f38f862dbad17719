"""Asks what 汇总审核 is opened with: the folder of the reports, the year, where results go, the list, last year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from core.base.errors import ReportError
from core.office.collection.collected import Request
from core.office.collection.given_places import GivenBefore, given_before
from core.office.collection.letters import LetterFacts
from gui.dialogs.answer_buttons import answer_buttons
from gui.dialogs.chosen_files import ChosenFiles
from gui.look.enter_presses import let_enter_press
from gui.look.plain_text import PlainLabel
from gui.look.settings import SettingsStore
from gui.report.disk_worker import DiskWorker

_WIDTH, _YEAR = 680, 120
_FIRST_YEAR, _LAST_YEAR = 2019, 2099
_OUT = "（汇总审核）"
_NO_LIST = "可以不选：按收到的报告列出单位，并写出名单.xlsx 供补充"
_NO_LAST = "可以不选：上年的报告文件夹或上年的结果文件夹"
_LIST_KEPT = "可以不选：沿用上次的名单（{count}个单位）"
_LAST_KEPT = "可以不选：沿用上次的“{name}”"
_ONCE_MORE = "是同一批的，再点一次“开始”。"
_LOOK_AFTER_MS = 200
LIST_FILTER = "名单 (*.xlsx *.xls)"


class SetupDialog(QDialog):
    """Asks for the folders; what was chosen last is offered again.

    Attributes:
        fields: The path fields: folder, out, list, last_year.

    Signals:
        sample_wanted: The shipped sample is to be looked at instead.
    """

    sample_wanted = Signal()

    def __init__(
        self,
        settings: SettingsStore,
        files: ChosenFiles,
        year: int,
        folder: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make the dialog; ``folder`` is one that was dropped or named, ``year`` is offered the first time."""
        super().__init__(parent)
        self.setWindowTitle("汇总审核")
        self.setMinimumWidth(_WIDTH)
        known = settings.values.collection
        self._settings = settings
        self._files = files
        self.fields: dict[str, QLineEdit] = {}
        kept = known.get("year", "")
        self.year = QSpinBox(minimum=_FIRST_YEAR, maximum=_LAST_YEAR, value=int(kept) if kept.isdecimal() else year)
        self.year.setAccessibleName("报告年度")
        self.year.setMinimumWidth(_YEAR)
        self.year.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        form = QFormLayout()
        reports = self._folder("选择各单位报告所在的文件夹")
        kinds = "Word、PDF、网页、Excel、文本，可分子文件夹"
        form.addRow("报告文件夹", self._row("folder", "各单位报告的文件夹", kinds, reports))
        form.addRow("报告年度", self.year)
        results = self._folder("选择结果写到哪个文件夹")
        form.addRow("结果文件夹", self._row("out", "结果文件夹", "退回意见、台账、汇总稿写在这里", results))
        listed = self._file("选择名单", LIST_FILTER)
        form.addRow("单位名单", self._row("list", "名单", _NO_LIST, listed))
        last = self._folder("选择上年的报告文件夹，或上年的结果文件夹")
        form.addRow("上年文件夹", self._row("last_year", "上年的报告", _NO_LAST, last))
        for name in self.fields:
            self.fields[name].setText(known.get(name, ""))
        self.fields["folder"].textEdited.connect(self._propose_out)
        self._follow_results()
        if folder is not None:
            for name in ("out", "list"):
                self.fields[name].clear()
            self._choose_folder(folder)
        self._complaint = PlainLabel("程序只读取报告文件夹，不改动其中的文件。", wordWrap=True, objectName="hint")
        buttons, _ = answer_buttons(self, "开始")
        sample = buttons.addButton("看看示例", QDialogButtonBox.ButtonRole.ActionRole)
        let_enter_press(sample)
        sample.clicked.connect(self._show_sample)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self._complaint)
        layout.addWidget(buttons)
        self.fields["folder"].setFocus()

    def _row(self, name: str, spoken: str, hint: str, choose: Callable[[], Path | None]) -> QWidget:
        field = self.fields[name] = QLineEdit(placeholderText=hint)
        field.setAccessibleName(spoken)
        button = QPushButton("选择…")
        button.setAccessibleName(f"选择{spoken}")
        let_enter_press(button)
        button.clicked.connect(lambda: self._take(name, choose()))
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(field, 1)
        layout.addWidget(button)
        return row

    def _follow_results(self) -> None:
        """Look into the results folder a moment after it or the year was changed, in a thread."""
        self._before = GivenBefore()  # what was written from there, by the command line too
        self._told_of_others = ""
        self._worker = DiskWorker(self)
        looking = QTimer(self, interval=_LOOK_AFTER_MS, singleShot=True)
        looking.timeout.connect(self._look_what_was_given)
        self.fields["out"].textChanged.connect(lambda _text: looking.start())
        self.year.valueChanged.connect(lambda _year: looking.start())
        looking.start()

    def _look_what_was_given(self) -> None:
        """Say in the fields that may stay blank what is taken then: what the results folder was worked at with."""
        out, year = self.fields["out"].text().strip(), self.year.value()

        def seen(found: GivenBefore | ReportError) -> None:
            self._before = GivenBefore() if isinstance(found, ReportError) else found
            count, last = self._before.units, self._before.last_year
            self.fields["list"].setPlaceholderText(_LIST_KEPT.format(count=count) if count else _NO_LIST)
            self.fields["last_year"].setPlaceholderText(_LAST_KEPT.format(name=last) if last else _NO_LAST)

        self._worker.submit(lambda: given_before(Path(out), year) if out else GivenBefore(), seen)

    def _folder(self, title: str) -> Callable[[], Path | None]:
        return lambda: self._files.choose_folder("collection", title, self)

    def _file(self, title: str, name_filter: str) -> Callable[[], Path | None]:
        return lambda: self._files.open("collection", title, name_filter, self)

    def _take(self, name: str, path: Path | None) -> None:
        if path is None:
            return
        if name == "folder":
            self._choose_folder(path)
        else:
            self.fields[name].setText(str(path))

    def _choose_folder(self, folder: Path) -> None:
        before = self.fields["folder"].text()
        self.fields["folder"].setText(str(folder))
        if not self.fields["out"].text() or self.fields["out"].text() == _proposed(before):
            self.fields["out"].setText(_proposed(str(folder)))

    def _propose_out(self, text: str) -> None:
        out = self.fields["out"]
        if not out.text() or out.text().endswith(_OUT):
            out.setText(_proposed(text))

    def complain(self, error: ReportError) -> None:
        """Say why nothing could be read, with the keyboard in the field that is to be filled in otherwise."""
        self._say(f"{error.summary}{error.advice}")
        for name in ("out", "list", "last_year", "folder"):  # of two that name the same that of the results is wrong
            field = self.fields[name]
            if f"“{Path(field.text().strip()).name}”" in error.summary:
                field.setFocus()
                field.selectAll()
                break

    def _say(self, sentence: str) -> None:
        """Say why it is not begun; the dialog grows where the sentence is long, or the fields would be cut."""
        self._complaint.setText(sentence)
        layout = self.layout()
        needed = layout.totalHeightForWidth(self.width()) if layout is not None else 0
        if needed > self.height():
            self.resize(self.width(), needed)

    def _show_sample(self) -> None:
        self.reject()
        self.sample_wanted.emit()

    @override
    def accept(self) -> None:
        for name, missing in (("folder", "请选择各单位报告所在的文件夹。"), ("out", "请选择结果写到哪个文件夹。")):
            if not self.fields[name].text().strip():
                self._say(missing)
                self.fields[name].setFocus()
                return
        texts = {name: field.text().strip() for name, field in self.fields.items()}
        others = self._before.other_folder(Path(texts["folder"]))
        if others and others != self._told_of_others:  # said once; who begins again means it
            self._told_of_others = others
            self._say(f"{others}{_ONCE_MORE}")
            self.fields["out"].setFocus()
            return
        self._settings.note(collection={**self._settings.values.collection, **texts, "year": str(self.year.value())})
        super().accept()

    def request(self, today: date) -> Request:
        """Return what was asked for."""
        paths = {name: Path(text) if (text := field.text().strip()) else None for name, field in self.fields.items()}
        folder, out = paths["folder"], paths["out"]
        assert folder is not None
        assert out is not None
        known = self._settings.values.collection
        facts = LetterFacts(known.get("answer_by", ""), self._before.contact or known.get("contact", ""))
        return Request(folder, self.year.value(), out, today, paths["list"], paths["last_year"], facts)


def _proposed(folder: str) -> str:
    """Return where results go where nothing else is wanted: beside the folder, never in it."""
    path = Path(folder.strip())
    return str(path.with_name(f"{path.name}{_OUT}")) if path.name else ""
