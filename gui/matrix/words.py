"""What is said about the places of a matrix: in tool tips, beside cells and by screen readers."""

from __future__ import annotations

from core.form.form_definition import LEVEL_NAMES, GridItem
from core.report.entry_text import Refused
from gui.look.plain_text import plain_tip
from gui.report.last_year import LastYear
from gui.report.session import ReportSession

TOTAL_HINT = "合计由程序计算，不需填写"
TABLE_END_HINT = "本表没有空格了，回车不再往下走；再输入数字会改掉这一格"
_FINAL_HINT = "报告已定稿，如需修改请先“解除定稿”"
_READ_ONLY_HINT = "草稿是只读打开的，如需修改请先“另存为”"


def locked_hint(session: ReportSession) -> str:
    """Return why nothing can be changed in a locked report, and what to do; "" where it is not locked."""
    if not session.is_locked:
        return ""
    return _READ_ONLY_HINT if session.open_report.is_read_only else _FINAL_HINT


class CellWords:
    """Finds the words for the labels and numbers of one table."""

    def __init__(self, session: ReportSession, table_id: str) -> None:
        self._session = session
        self._table_id = table_id
        self._last_year = LastYear(session)

    @property
    def locked_hint(self) -> str:
        """Why nothing can be entered into a locked report, and what to do."""
        return locked_hint(self._session)

    def name(self, code: str) -> str:
        """Return what messages call a number: its row and its column."""
        return self._session.form.cells[code].name

    def refusal(self, code: str) -> str:
        """Return why the entry of a cell was refused; "" where it was not, or for no code."""
        entry = self._session.report.cells.get(code)
        return entry.reason if isinstance(entry, Refused) else ""

    def tip(self, item: GridItem) -> str:
        """Return what to know about a place, for its tool tip: its findings, else its help; a whole label."""
        return plain_tip("\n".join(self._lines(item)))

    def described(self, item: GridItem) -> str:
        """Return the same for a screen reader, without the name; "" for a label."""
        return "；".join(self._lines(item)[1:]).replace("\n", "；") if item.code else ""

    def _lines(self, item: GridItem) -> list[str]:
        session, code = self._session, item.code
        if not code:
            table = session.form.tables[self._table_id]
            line = table.rows.get(item.row_key) or table.columns.get(item.column_key)
            return [said for said in (item.label, line.help if line else "") if said]
        cell = session.form.cells[code]
        parts = [f"{LEVEL_NAMES[f.level]}：{f.message}" for f in session.facts.findings_at(code)]
        if cell.is_derived:
            parts.append(TOTAL_HINT)
        elif not parts:
            table = session.form.tables[self._table_id]
            parts += [table.rows[cell.row].help, table.columns[cell.column].help]
        return [said for said in (cell.name, self._last_year.figure(code), *parts) if said]

    def aloud(self, item: GridItem) -> str:
        """Return what a screen reader says for a place: its names, its value and its state."""
        session, code = self._session, item.code
        if not code:
            return item.label
        cell, text = session.form.cells[code], session.facts.shown(code)
        if self.refusal(code):
            value = f"不能识别的内容“{text}”"
        elif text:
            value = f"{text}{cell.unit}"
        else:
            value = "合计，尚不能计算" if cell.is_derived else "未填"
        level = session.facts.level(code)
        return "，".join([cell.name, value, *([f"有{LEVEL_NAMES[level]}"] if level else [])])  # type: ignore[index]
