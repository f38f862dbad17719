"""What Qt's own file dialog says of a file: Qt has no Chinese words for kinds, and takes dates from the system."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QFileInfo, QIdentityProxyModel, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QFileDialog, QFileSystemModel, QHeaderView, QSplitter, QTreeView, QWidget
from typing_extensions import override

from gui.dialogs.dialog_size import open_with_size

_NAME, _SIZE, _KIND, _CHANGED = range(4)
_SIZE_OF_DIALOG = (860, 520)
_PLACES = 150  # pixels for the places at its left: the name of a person's folder is not cut
_KINDS = {
    "xlsx": "Excel 工作簿",
    "xls": "Excel 工作簿（旧格式）",
    "docx": "Word 文档",
    "doc": "Word 文档（旧格式）",
    "wps": "WPS 文字",
    "et": "WPS 表格",
    "pdf": "PDF 文档",
    "htm": "网页",
    "html": "网页",
    "txt": "文本",
    "toml": "设置文件",
    "zip": "压缩文件",
}


def speak_chinese(dialog: QFileDialog) -> None:
    """Make Qt's own file dialog say all in Chinese, with room for it; a dialog of the system takes no notice."""
    dialog.setProxyModel(FileColumns(dialog))
    trees: list[QTreeView] = list(dialog.findChildren(QTreeView, "treeView"))
    for tree in trees:  # none where the dialog is the system's
        open_with_size(dialog, *_SIZE_OF_DIALOG)
        splits: list[QSplitter] = list(dialog.findChildren(QSplitter))
        for split in splits:
            split.setSizes([_PLACES, _SIZE_OF_DIALOG[0] - _PLACES])
        head = tree.header()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        head.setStretchLastSection(False)


def name_folder_field(dialog: QFileDialog) -> None:
    """Call a folder 文件夹 where Qt says 目录, and hide the choice of kinds, of which there is one."""
    dialog.setLabelText(dialog.DialogLabel.FileName, "文件夹：")
    for name in ("fileTypeLabel", "fileTypeCombo"):
        hidden: list[QWidget] = list(dialog.findChildren(QWidget, name))
        for widget in hidden:
            widget.hide()


def kind_of(file: QFileInfo) -> str:
    """Return what a file is, in a word."""
    if file.isRoot():
        return "磁盘"
    if file.isDir():
        return "文件夹"
    ending = file.suffix().lower()
    return _KINDS.get(ending) or (f"{ending.upper()} 文件" if ending else "文件")


def size_in_words(language: QLocale, size: int) -> str:
    """Return the size of a file, such as ``12.3 kB``; Qt's usual KiB is known to nobody."""
    return language.formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)


class FileColumns(QIdentityProxyModel):
    """Says size, kind and date of the files in Chinese, also on a PC with an English system."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._locale = QLocale()

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        files = self.sourceModel()
        if role != Qt.ItemDataRole.DisplayRole or index.column() == _NAME or not isinstance(files, QFileSystemModel):
            return super().data(index, role)
        file = files.fileInfo(self.mapToSource(index))
        if index.column() == _KIND:
            return kind_of(file)
        if index.column() == _CHANGED:
            return self._locale.toString(file.lastModified(), QLocale.FormatType.ShortFormat)
        return "" if file.isDir() else size_in_words(self._locale, file.size())

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if section == _SIZE and orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return "大小"  # Qt says 体积
        return super().headerData(section, orientation, role)
