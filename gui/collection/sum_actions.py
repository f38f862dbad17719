"""What adds all units up: the ledger, the draft of the government's own report, and how the publishing went."""

from __future__ import annotations

from core.office.collection.open_desk import CHECKED, SUMMED, Collected
from core.office.collection.units import ERRORS, MISSING, RECEIVED
from gui import dialogs
from gui.collection.desk_command import DeskCommand, DeskView

_OPEN_SUM, _OPEN_CHECKED, _CLOSE = "打开汇总稿", "打开核查情况", "关闭"


class SumActions:
    """Writes the sum and what goes with it."""

    def __init__(self, view: DeskView) -> None:
        self._view = view

    def commands(self) -> list[DeskCommand]:
        """Return the commands."""
        return [DeskCommand("write_sums", "生成台账和汇总稿…", self.write_sums, "Ctrl+G", writes=True)]

    def write_sums(self) -> None:
        """Write everything that adds the units up, and offer to open it."""
        self._view.runner.step("正在生成台账和汇总稿……", lambda desk: desk.write(), self._written)

    def _written(self, collected: Collected) -> None:
        names = "、".join(path.name for path in collected.written)
        lines = [f"已写好：{names}。", *preview_notes(collected), *collected.told]
        answer = dialogs.choose(
            self._view.widget,
            "台账和汇总稿",
            f"逐级汇总{len(collected.ledger.summed)}个单位。",
            "\n".join(lines),
            (_OPEN_SUM, _OPEN_CHECKED, _CLOSE),
        )
        written = {path.name.partition("（")[0].partition(".")[0]: path for path in collected.written}
        if answer == _OPEN_SUM:
            self._view.open_report(written[SUMMED.partition(".")[0]])
        elif answer == _OPEN_CHECKED:
            self._view.open_outside(written[CHECKED.partition(".")[0]])


def preview_notes(collected: Collected) -> list[str]:
    """Return why the sum is not final yet, a sentence each; none where it is."""
    expected = collected.desk.expected
    missing = [unit.name for unit in expected if unit.state == MISSING]
    undecided = [unit.name for unit in expected if unit.state == RECEIVED]
    blanks = [column.name for column in collected.ledger.summed if column.blanks]
    faulty = [unit.name for unit in expected if unit.state == ERRORS]
    parts = (
        ("还没有报", missing),
        ("待定以哪一份为准", undecided),
        ("还有错误", faulty),
        ("有空白（空白不加）", blanks),
    )
    notes = [
        f"{what}{len(names)}个：{'、'.join(names[:5])}{'等' if len(names) > 5 else ''}。"
        for what, names in parts
        if names
    ]
    return ["现在的合计是预览：", *notes] if notes else []
