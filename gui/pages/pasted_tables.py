"""A table that was pasted into a text: offered to be put into the table where it belongs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt

from core.form.form_definition import Table
from gui import dialogs
from gui.matrix import pasted_block, table_told
from gui.pages.section_pages import SectionPage
from gui.pages.table_part import TABLE
from gui.report.session import ReportSession
from gui.texts.text_block import TextBlock

TO_TABLE, AS_TEXT, CANCEL = "放到表格", "作为文字", "取消"
_OUTSIDE = "先看预览再放入，按“取消”什么也不改；表外的文字不放入，仍在剪贴板中。"


class PastedTables:
    """Asks before a table stands as words in a text, for all texts of the report."""

    def __init__(
        self, session: ReportSession, pages: Sequence[SectionPage], show_page: Callable[[str], object]
    ) -> None:
        self._session = session
        self._pages = pages
        self._show_page = show_page

    def watch(self, page: SectionPage) -> None:
        """Ask before a table stands as words in one of the texts of a page."""
        for block in page.blocks.values():
            block.editor.is_taken = partial(self.take, page, block)

    def take(self, page: SectionPage, block: TextBlock, html: str, text: str) -> bool:
        """Ask where it is a table; return whether nothing is to be put into the text any more."""
        form = self._session.form
        blocks = pasted_block.read_blocks(html, text)
        table = table_told.table_told(form, blocks, self._session.report.cells, self._session.report.year)
        window = self._pages[0].window()
        if table is not None:
            part = form.sections[table.section].part
            question = f"粘贴的是{part}的表，放到表格里吗？"
            answer = dialogs.choose(window, "粘贴", question, _OUTSIDE, (TO_TABLE, AS_TEXT, CANCEL))
            if answer == TO_TABLE and not self._put(table, blocks):
                self._go_back(page, block)
            return answer != AS_TEXT
        if not table_told.is_bare_numbers(text):
            return False
        question = (
            f"粘贴的是{len(text.split())}个数字，没有一句话，是不是表格？\n表格请连同行名、列名一起复制，再粘贴。"
        )
        return not dialogs.confirm(window, "粘贴", question, AS_TEXT)

    def _put(self, table: Table, blocks: Sequence[pasted_block.PastedBlock]) -> bool:
        """Show the table and paste there; return whether the clerk did not think better of it."""
        page = next(page for page in self._pages if page.table is not None and page.table.id == table.id)
        self._show_page(page.key)
        if page.tabs is None or page.matrix is None:
            return False
        page.tabs.enter(TABLE)
        return page.matrix.paste(blocks)

    def _go_back(self, page: SectionPage, block: TextBlock) -> None:
        """Lead back to the text that was pasted into: nothing was put anywhere."""
        self._show_page(page.key)
        if page.tabs is not None:
            page.tabs.setCurrentIndex(page.tabs.place_of_texts)
        block.editor.setFocus(Qt.FocusReason.OtherFocusReason)
