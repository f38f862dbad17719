"""Several texts of a report that were pasted into one: offered to be spread over their fields."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from core import published
from core.base.short_texts import some_of
from core.form.debris import markup
from core.report.linked_text import literal
from core.report.paste_cleaner import clean_pasted
from core.texts.language.text_names import text_name
from gui import dialogs
from gui.report.session import ReportSession
from gui.texts.pasted_text import said_of_tables

SPREAD, SPREAD_BUT_LEAD, ALL_HERE, CANCEL = "分到各个小标题", "分到各个小标题，引言不变", "全部粘贴在这里", "取消"
_LEAD = "lead"
_MOST_LEFT = 8
"""Things without a place that are named."""


def spread(
    session: ReportSession, code: str, pasted: str, parent: QWidget, tell: Callable[[str], object]
) -> bool | None:
    """Offer to spread what was pasted into a text; return whether nothing is to be put in there any more.

    None where it is not several texts, so that nothing was asked.

    Args:
        session: The report.
        code: The text into which it was pasted. The parts of section 一 alone are looked for only on their own page.
        pasted: As it was copied: a title in its own line, the tables with their tabs.
        parent: The window.
        tell: Is told a sentence about what was done to the tables in it.
    """
    found = published.split_pasted(markup().sub("", pasted))
    if found is None or not (found.is_of_several_sections or code in session.form.pages.get(published.PARTS_OF, ())):
        return None
    if not _is_ours(session, found.unit, parent):
        return True
    texts, written = session.form.texts, session.report.texts
    parts = {at: literal(clean_pasted(part)) for at, part in found.texts.items() if at in texts}
    new = {at: part for at, part in parts.items() if written.get(at) != part}
    held = [f"“{_called(session, at)}”" for at in new if written.get(at)]
    names = "、".join(f"“{_called(session, at)}”" for at in parts)
    is_led = _LEAD in new and bool(written.get(_LEAD))
    answers = (SPREAD, *([SPREAD_BUT_LEAD] if is_led else []), ALL_HERE, CANCEL)
    answer = dialogs.choose(
        parent, "粘贴", f"粘贴的文字有{len(parts)}个部分：{names}。", "\n".join(_more(held, found)), answers
    )
    if answer == SPREAD_BUT_LEAD:
        new.pop(_LEAD)
    if answer in (SPREAD, SPREAD_BUT_LEAD):
        session.set_texts({at: "\n".join(filter(None, (written.get(at), new[at]))) for at in new}, SPREAD)
        if found.tables:
            tell(said_of_tables(found.tables))
    return answer != ALL_HERE


def _called(session: ReportSession, code: str) -> str:
    """Return the name of a text, with its part of the report where others are called the same (表前文字)."""
    names = [text.name for text in session.form.texts.values()]
    name = session.form.texts[code].name
    return name if names.count(name) == 1 else text_name(session.form, code)


def _is_ours(session: ReportSession, unit: str, parent: QWidget) -> bool:
    """Ask where what was pasted is the report of another unit; return whether to go on."""
    unit, ours = "".join(unit.split()), "".join(session.report.unit.split())
    if not unit or not ours or unit.endswith(ours) or ours.endswith(unit):  # one of them may leave out the county
        return True
    question = f"粘贴的是“{unit}”的报告，打开的是“{ours}”的报告，是不是复制错了？"
    return dialogs.confirm(parent, "粘贴", question, "没有错，接着粘贴", CANCEL)


def _more(held: list[str], found: published.PastedReport) -> list[str]:
    """Return what is to be known before it is spread: what is written already, what has no place, what is unsure."""
    lines = [f"{'、'.join(held)}已有文字，不会丢，粘贴的接在后面。"] if held else []
    if found.left:
        lines.append(f"不放入（仍在剪贴板中）：{some_of(found.left, _MOST_LEFT, '处', between='；')}。")
        lines.append("整份报告连同表格，也可以点“取消”，用“文件－导入已公布的报告”读入。")
    return [*lines, *(f"{remark}。" for remark in found.remarks)]
