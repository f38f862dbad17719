"""Asks which paper of the office is to be filled: one that is shipped, or a template of its own."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.base.atomic_file import replace_file
from core.base.errors import ReportError
from core.office.papers.paper import USUAL_NAME, shipped_papers
from gui import dialogs
from gui.dialogs.answer_buttons import answer_buttons, side_button
from gui.dialogs.chosen_files import ChosenFiles
from gui.dialogs.dialog_size import open_with_size
from gui.look.plain_text import PlainLabel, plain_tip

_HINT = (
    "模板是普通的 Word 文档或 Excel 工作簿，要填的地方写占位，例如【表三·本年新收·自然人】；全部占位列在规则手册末尾。"
    "文件名里也可以写占位。"
)
_PATH = Qt.ItemDataRole.UserRole


class PapersDialog(QDialog):
    """Lists the shipped papers and the office's own; templates are added and removed at once.

    Attributes:
        papers: Pattern of the file name by paper, as the settings keep it.
    """

    def __init__(self, papers: Mapping[str, str], files: ChosenFiles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files = files
        self.papers = dict(papers)
        self.setWindowTitle("本单位的其他材料")
        open_with_size(self, 620, 420)
        self.list = QListWidget()
        self.list.setAccessibleName("材料")
        self._shipped = {path.name: path for path in shipped_papers()}
        for name, path in self._shipped.items():
            self._add(f"{path.stem}（程序自带）", name, path)
        for key in papers:
            if key not in self._shipped:
                self._add(Path(key).name, key, Path(key))
        self.name = QLineEdit()
        self.name.setAccessibleName("文件名")
        self.name.textEdited.connect(self._keep_pattern)
        self.list.currentItemChanged.connect(lambda *_: self._show_pattern())
        self.list.itemActivated.connect(lambda _item: self.accept())
        self._remove = side_button("不再使用", self._remove_own)
        self._copy = side_button("另存模板…", self._copy_template)
        self._lay_out()
        self.list.setCurrentRow(0)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        for button in (side_button("添加本单位的模板…", self._add_own), self._copy, self._remove):
            row.addWidget(button)
        row.addStretch()
        form = QFormLayout()
        form.addRow("文件名", self.name)
        hint = PlainLabel(_HINT, wordWrap=True, objectName="hint")
        buttons, accept = answer_buttons(self, "生成…")
        accept.setDefault(True)
        layout = QVBoxLayout(self)
        layout.addWidget(self.list, 1)
        layout.addLayout(row)
        layout.addLayout(form)
        layout.addWidget(hint)
        layout.addWidget(buttons)

    # ------------------------------------------------------------ what was chosen

    @property
    def template(self) -> Path:
        """The template that was chosen."""
        path: Path = self.list.currentItem().data(_PATH)[1]
        return path

    @property
    def pattern(self) -> str:
        """The pattern of its file name."""
        return self.papers.get(self._key) or USUAL_NAME.format(paper=self.template.stem)

    @property
    def _key(self) -> str:
        return str(self.list.currentItem().data(_PATH)[0])

    def _show_pattern(self) -> None:
        self.name.setText(self.pattern)
        is_own = self._key not in self._shipped
        self._remove.setEnabled(is_own)
        self._copy.setEnabled(not is_own)

    def _keep_pattern(self, text: str) -> None:
        self.papers[self._key] = text.strip()

    # ------------------------------------------------------------ templates

    def _add(self, label: str, key: str, path: Path) -> QListWidgetItem:
        item = QListWidgetItem(label, self.list)
        item.setData(_PATH, (key, path))
        item.setToolTip(plain_tip(key))
        return item

    def _add_own(self) -> None:
        path = self._files.open("template", "添加本单位的模板", dialogs.PAPER_FILTER, self)
        if path is not None:
            self._list_own(path)

    def _list_own(self, path: Path) -> None:
        """List a template of the office, once, and choose it."""
        keys = [self.list.item(row).data(_PATH)[0] for row in range(self.list.count())]
        if str(path) not in keys:
            self.papers[str(path)] = USUAL_NAME.format(paper=path.stem)
            self._add(path.name, str(path), path)
            keys.append(str(path))
        self.list.setCurrentRow(keys.index(str(path)))

    def _remove_own(self) -> None:
        """Take a template off the list; the file itself stays."""
        self.papers.pop(self._key, None)
        self.list.takeItem(self.list.currentRow())

    def _copy_template(self) -> None:
        """Save a shipped template for the office to change, and list it as its own."""
        source = self.template
        kind = dialogs.WORD_FILTER if source.suffix == ".docx" else dialogs.WORKBOOK_FILTER
        path = self._files.save("template", "另存模板", source.name, kind, self)
        if path is None:
            return
        try:
            dialogs.in_thread(self, "正在保存……", partial(replace_file, path, source.read_bytes()))
        except ReportError as error:
            dialogs.show_error(self, error)
            return
        self._list_own(path)
