"""Shows two reports side by side, and lets the clerk take over what a leader changed in the Word file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from core.base.overriding import override
from core.office import compare
from core.report.differences import Difference
from core.report.shown_report import Note, Shown
from gui.dialogs.answer_buttons import close_buttons
from gui.dialogs.dialog_size import open_with_size
from gui.dialogs.keeping_dialog import KeepingDialog
from gui.dialogs.page_view import PageView
from gui.look.colours import colours
from gui.look.enter_presses import let_enter_press
from gui.look.plain_text import PlainLabel

_NO_ORIGINAL = "文件上没有送审稿的稿次和校验码，文件生成以后在这里改过的也列为不同，采用就改回去，请逐处看。"


class ComparisonDialog(QDialog):
    """A comparison as a page, which can be saved: then in the colours of paper."""

    def __init__(self, title: str, page: str, save: Callable[[str], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        open_with_size(self, 1040, 680)
        self.view = PageView(title, page)
        self.view.setOpenLinks(False)  # it would load the place as a page of its own, which there is not
        self.view.anchorClicked.connect(lambda link: self.view.scrollToAnchor(link.fragment()))
        self.view.refresh()
        keep = QPushButton("保存为网页…")
        keep.clicked.connect(lambda: save(page))
        layout = QVBoxLayout(self)
        layout.addWidget(self.view)
        buttons = close_buttons(self, keep)
        let_enter_press(keep)  # else Enter, which closes what is only read, would save
        layout.addWidget(buttons)


class DifferencesDialog(KeepingDialog):
    """Lists what a leader did in a Word file: notes, changes that can be taken over, and what the clerk has to look at.

    Attributes:
        take: Accepts it; live once something is ticked.
        chosen: The differences that were ticked, after it was accepted.
        noted: The notes that were ticked.
    """

    def __init__(
        self,
        name: str,
        found: Sequence[Difference],
        shown: Shown,
        parent: QWidget | None,
        *,
        may_register: bool = True,
        locked: str = "",
        is_known: bool = True,
    ) -> None:
        """Make the dialog.

        Args:
            name: Of the file.
            found: What it shows differently.
            shown: What it shows, with its notes, and with what in it is not as in the form.
            parent: The window.
            may_register: Whether notes can be registered as remarks: there is a 送审稿 that they are about.
            locked: Why the report takes nothing over, so that this is only looked at; "" where it does.
            is_known: Whether it is known which 送审稿 the file is a copy of, so that later changes are told apart.
        """
        super().__init__("核对 Word 文件", parent)
        open_with_size(self, 820, 560)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setAccessibleName("不同之处")
        self._ticked: list[tuple[QListWidgetItem, Difference | Note]] = []
        self._told: dict[int, Difference | Note] = {}
        count = self._fill(found, shown, may_register=may_register, is_locked=bool(locked))
        layout = QVBoxLayout(self)
        use = "勾选的修改写入报告，勾选的批注登记为退回意见；其余不变。"
        intro = f"“{name}”与填报内容有{count}处不同。{f'{locked}；现在只能看。' if locked else use}"
        if found and not (is_known or locked):
            intro += _NO_ORIGINAL
        layout.addWidget(PlainLabel(intro, wordWrap=True))
        layout.addWidget(self.list, 3)
        self.words = QTextBrowser()
        self.words.setOpenLinks(False)
        self.words.setAccessibleName("改动的字词")
        layout.addWidget(self.words, 1)
        self.take = QPushButton()
        layout.addWidget(self._buttons())
        self.list.itemChanged.connect(self._show_count)
        self.list.currentItemChanged.connect(self._show_words)
        first = next((row for row in range(self.list.count()) if self._is_reached(row)), -1)
        self.list.setCurrentRow(first)
        self.begin()

    def _fill(self, found: Sequence[Difference], shown: Shown, *, may_register: bool, is_locked: bool) -> int:
        """List everything; return how many things there are."""
        offered = [one for one in found if one.is_offered and not one.is_total]
        totals = [one for one in found if one.is_offered and one.is_total]
        conflicts = [one for one in found if one.sent is not None]
        unsure = [*shown.remarks, *(one.sentence for one in found if not one.is_offered and one.sent is None)]
        self._add_head("批注等" if may_register else "批注等（生成过送审稿后才能登记为退回意见）", shown.notes)
        for note in shown.notes:
            is_taken = may_register and note.text and not is_locked  # a picture says nothing
            self._add(_note_line(note), note if is_taken else None)
        self._add_head("改动的地方" if is_locked else "可以采用的修改", offered)
        for one in offered:
            self._add(one.sentence, one, may_tick=not is_locked)
        self._add_head("送出以后填报也改过，合不到一起，请对照后手工修改", conflicts)
        for one in conflicts:
            self._add(one.sentence, one, may_tick=False)
        self._add_head("合计由程序计算，不采用，请核对", totals)
        for one in totals:
            self._add(one.sentence, one, may_tick=False)
        self._add_head("标题或表格与表样不同，请对照文件手工修改", unsure)
        for sentence in unsure:
            self._add(sentence, None)
        return sum(map(len, (shown.notes, offered, conflicts, totals, unsure)))

    @override
    def filled(self) -> object:
        """Return what is ticked."""
        return self._all_ticked()

    def _buttons(self) -> QDialogButtonBox:
        everything = QPushButton("全部勾选")
        everything.clicked.connect(self.tick_all)
        everything.clicked.connect(self.list.setFocus)  # or it would stay what Enter presses
        everything.setEnabled(bool(self._ticked))
        let_enter_press(everything)
        buttons = QDialogButtonBox()
        buttons.addButton(everything, QDialogButtonBox.ButtonRole.ResetRole)  # at the left end, below what it ticks
        buttons.addButton(self.take, QDialogButtonBox.ButtonRole.AcceptRole)
        self.take.setDefault(bool(self._ticked))  # while nothing is ticked it is grey, and Enter does nothing
        self._show_count()
        leave = buttons.addButton("关闭，都不采用" if self._ticked else "关闭", QDialogButtonBox.ButtonRole.RejectRole)
        leave.setDefault(not self._ticked)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(lambda: self.done(self.DialogCode.Rejected))  # it says so: nothing is to be asked
        return buttons

    def _show_count(self, _item: object = None) -> None:
        """Say how much is taken; the button that takes nothing would close the dialog as if it had taken all."""
        count = len(self._all_ticked())
        self.take.setText(f"采用勾选的（{count}处）" if count else "采用勾选的")
        self.take.setEnabled(bool(count))

    def _add_head(self, title: str, below: Sequence[object]) -> None:
        if below:
            head = QListWidgetItem(f"{title}  {len(below)}")
            font = self.font()
            font.setBold(True)
            head.setFont(font)
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.list.addItem(head)

    def _add(self, sentence: str, about: Difference | Note | None, *, may_tick: bool = True) -> None:
        """Add a line about something, which can be ticked where it is taken over by that."""
        item = QListWidgetItem(sentence)
        if about is not None:
            self._told[self.list.count()] = about
        if about is not None and may_tick:
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self._ticked.append((item, about))
        self.list.addItem(item)

    def _is_reached(self, row: int) -> bool:
        return bool(self.list.item(row).flags() & Qt.ItemFlag.ItemIsSelectable)

    def _show_words(self, item: QListWidgetItem | None) -> None:
        """Show the chosen line in full, with the words that differ marked, not by colour alone."""
        one = self._told.get(self.list.row(item)) if item is not None else None
        if one is not None and not isinstance(one, Note) and one.kind != "number":
            ink = colours(self.palette())
            self.words.setHtml(marked_html(one, ink.error.name(), ink.accent.name()))
        else:
            self.words.setPlainText(item.text() if item else "")

    def tick_all(self) -> None:
        """Tick whatever can be ticked."""
        for item, _ in self._ticked:
            item.setCheckState(Qt.CheckState.Checked)

    @property
    def chosen(self) -> list[Difference]:
        """The differences that are ticked."""
        return [one for one in self._all_ticked() if not isinstance(one, Note)]

    @property
    def noted(self) -> list[Note]:
        """The notes that are ticked."""
        return [one for one in self._all_ticked() if isinstance(one, Note)]

    def _all_ticked(self) -> list[Difference | Note]:
        return [one for item, one in self._ticked if item.checkState() == Qt.CheckState.Checked]


def _note_line(note: Note) -> str:
    author = f"（{note.author}）" if note.author else ""
    return f"{note.kind}{author}　{note.sentence}"


def marked_html(difference: Difference, gone: str, added: str) -> str:
    """Return both versions of a text, what is only in one of them struck out or underlined, in these colours."""
    parts = []
    for pair in compare.paragraph_pairs(difference.ours, difference.theirs):
        marks = {
            "same": "{}",
            "left": f'<s style="color:{gone}">{{}}</s>',
            "right": f'<u style="color:{added}">{{}}</u>',
        }
        parts.append("<p>" + "".join(marks[kind].format(escape(text)) for kind, text in pair.pieces) + "</p>")
    head = f"<p><b>{escape(difference.place)}</b>　（<s>删去的</s>　<u>增加的</u>）</p>"
    return head + "".join(parts)
