"""What one finding or remark says, and what can be done about it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from core.checks.findings import Finding, RepairStep, inner_quotes
from core.checks.sum_findings import is_crossed
from core.office.review import ToDo
from core.report.entry_text import entry_as_text
from core.report.report import parse_cell
from core.texts.claims.linking import LinkRepair, with_link
from core.texts.rules.names.former_names import renamed_texts
from core.texts.rules.standard_sentences import StaleSentence
from gui import dialogs
from gui.look.button_rows import ButtonRows
from gui.look.plain_text import PlainLabel, plain_tip
from gui.look.source_line import source_line
from gui.pages.blank_groups import BlankGroup
from gui.pages.findings_list import Below
from gui.pages.remark_answer import RemarkAnswer, origin_line
from gui.pages.repair_questions import may_adopt, may_repair
from gui.pages.single_press import SinglePress
from gui.report.session import ReportSession

_MOST_REPAIRS = 3


class FindingDetails(Below):
    """Shows the rule behind a finding with its buttons, or the answer to a remark.

    Attributes:
        said: What is said of it.
        repair: Puts right what the finding is about.
        link: Puts the number of the table in place of that in the text.
        rename: Puts the present name of the unit wherever its texts hold the old one.
        explain: Asks for a written reason.
        adopt: Makes a total of paper the sum that the numbers have now.
        drop: Uses a total of paper no more.
        compare: Shows the report beside last year's, where the finding speaks of that one.
        jump: Leads to the place.
        table: Leads to the number of the table, where the place is in a text.
        fill: Puts 0 into the blanks of a table.
        remark: Answers a remark.

    Signals:
        jump_wanted: A finding or a remark whose place the clerk wants to see.
        compare_wanted: The report is to be shown beside last year's.
        settling: The finding that is shown is about to be repaired or explained.
        settled: That was done.
    """

    jump_wanted = Signal(object)
    compare_wanted = Signal()
    settling = Signal()
    settled = Signal()

    def __init__(self, session: ReportSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setBackgroundRole(QPalette.ColorRole.Base)  # that of the list, which Qt need not paint below it
        self.setAutoFillBackground(True)
        self._finding: Finding | None = None
        self._blanks: BlankGroup | None = None
        self._link: LinkRepair | None = None
        self._is_table_wrong = False
        self._stale: StaleSentence | None = None
        self._height: tuple[tuple[object, ...], int] = ((), 0)
        self.said = PlainLabel(wordWrap=True, objectName="hint")
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.repair, self.link, self.adopt, self.drop, self.rename = (QPushButton() for _ in range(5))
        self.jump, self.table, self.explain = map(QPushButton, ("定位到此格", "看表中数字", "填写说明…"))
        self.remove, self.renew = map(QPushButton, ("删去这句", "改为常用语句"))
        self.compare, self.fill = map(QPushButton, ("与上年对照", "填0"))
        for button, done in {
            self.jump: self._go,
            self.table: self._go_to_table,
            self.repair: self._repair,
            self.adopt: self._adopt_sums,
            self.drop: self._drop_totals,
            self.link: self._link_number,
            self.remove: partial(self._settle_sentence, is_renewed=False),
            self.renew: partial(self._settle_sentence, is_renewed=True),
            self.rename: self._rename,
            self.explain: self._explain,
            self.compare: self.compare_wanted.emit,
            self.fill: self._fill,
        }.items():
            button.clicked.connect(lambda _checked, do=done: do())
        self.remark = RemarkAnswer(session)
        self.remark.jump_wanted.connect(self.jump_wanted)
        repairs = (self.repair, self.adopt, self.drop, self.link, self.renew, self.remove, self.rename)
        self._buttons = (
            self.jump,
            self.table,
            *repairs,
            self.explain,
            self.compare,
            self.fill,
        )  # where it is comes first
        presses = SinglePress((*self._buttons, *self.remark.buttons), self)
        self.settled.connect(presses.rest)
        self.remark.answered.connect(presses.rest)
        self._column = QVBoxLayout(self)
        self._lay_out()

    def _lay_out(self) -> None:
        row = ButtonRows()
        for button in self._buttons:
            row.addWidget(button)
        self._column.setContentsMargins(0, 2, 4, 8)
        self._column.setSpacing(4)
        self._column.addWidget(self.said)
        self._column.addWidget(self.remark)
        self._column.addLayout(row)

    def show_of(self, what: Finding | ToDo | BlankGroup | None) -> None:
        """Show what belongs to a finding, a remark or blanks; nothing where there is none."""
        self._finding = what if isinstance(what, Finding) else None
        self._blanks = what if isinstance(what, BlankGroup) else None
        link = self._session.facts.link_repair(self._finding) if self._finding else None
        # A linked number follows the table anyhow; another one may be right where the table is wrong
        self._is_table_wrong = link is not None and not link.is_linked and self._session.facts.is_doubted(link.cell)
        self._link = None if self._is_table_wrong else link
        self._stale = self._session.facts.stale_sentence(self._finding) if self._finding else None
        if what is None:  # the whole of it goes
            return
        self.remark.show_remark(what if isinstance(what, ToDo) else None)
        if isinstance(what, ToDo):
            self.said.setText(origin_line(what))
        elif isinstance(what, Finding):
            self.said.setText("\n".join(self._lines(what)))
        tip = f"规则 {what.rule_id}" if isinstance(what, Finding) else ""  # as of its line
        if self.said.toolTip() != tip:  # each time Qt tells the label
            self.said.setToolTip(tip)
        self._offer(what)

    @override
    def height_for(self, width: int) -> int:
        buttons = [button.text() for button in self._buttons if not button.isHidden()]
        buttons += [button.text() for button in self.remark.buttons]
        look = (width, self.said.text(), self.font().key(), self.said.isHidden(), self.remark.isHidden(), *buttons)
        if look != self._height[0]:  # wrapping takes longer than a keystroke
            wrapped = self.heightForWidth(width)
            self._height = look, wrapped if wrapped >= 0 else self.sizeHint().height()  # buttons alone wrap nothing
        return self._height[1]

    @override
    def put_first(self, *, are_buttons: bool) -> None:
        directions = QVBoxLayout.Direction
        self._column.setDirection(directions.BottomToTop if are_buttons else directions.TopToBottom)

    def _go(self) -> None:
        if self._blanks is not None:
            self.jump_wanted.emit(self._blanks.first)
        elif self._finding is not None:
            self.jump_wanted.emit(self._finding)

    def _go_to_table(self) -> None:
        """Show the number of the table against which words were held: the first that is not 0, where there are more."""
        if self._finding is not None:
            told = sorted(self._finding.cells, key=lambda code: not self._session.facts.sum_of([(code, 1)]))
            self.jump_wanted.emit(replace(self._finding, places=(), cells=tuple(told)))

    def _fill(self) -> None:
        if self._blanks is not None:
            self.settling.emit()
            self._session.fill_zeros(self._blanks.codes, self._blanks.name)
            self.settled.emit()

    def _lines(self, finding: Finding) -> list[str]:
        rule = self._session.form.rules[finding.rule_id]
        lines = [rule.why]
        if rule.formula:
            lines.append(f"关系：{rule.formula}")
        if clue := self._session.facts.clue(finding):
            lines.append(clue)
        if self._is_table_wrong:
            lines.append("请先改好表中的错误。")
        lines.append(source_line(rule.source))
        repairs = [_repair_line(self._session, repair) for repair in finding.repairs[:_MOST_REPAIRS]]
        return lines + (["可能之处："] if len(repairs) > 1 else []) + repairs

    def _offer(self, what: Finding | ToDo | BlankGroup) -> None:
        """Show the buttons for what can be done, each set once: to be shown and hidden again is painted as well."""
        finding, blanks, link = self._finding, self._blanks, self._link
        own = _own_changes(finding) if finding else ()
        is_own = bool(own) and not any(self._session.form.cells[c.cell].is_derived for c in own)
        totals = self._session.facts.wrong_totals(finding) if finding else ()
        shown = {
            self.said: blanks is None,
            self.jump: not isinstance(what, ToDo),
            self.table: finding is not None and self._speaks_of_table(finding),
            self.explain: finding is not None and finding.level == "warning",
            self.repair: is_own,
            self.adopt: finding is not None and bool(totals) and self._may_adopt(finding, totals),
            self.drop: bool(totals),
            self.link: link is not None,
            self.renew: self._stale is not None and bool(self._stale.instead),
            self.remove: self._stale is not None,
            self.rename: finding is not None and bool(renamed_texts(self._session.report, finding)),
            self.compare: finding is not None and self._speaks_of_last_year(finding),
            self.fill: blanks is not None and blanks.may_be_zero,
        }
        for widget, is_shown in shown.items():
            widget.setVisible(is_shown)
        for button in (one for one in self._buttons if one not in (self.jump, self.table, self.compare)):
            button.setEnabled(not self._session.is_locked)
        self.explain.setText("修改说明…" if finding and finding.explained else "填写说明…")
        if own:
            what_to = f"改为 {own[0].should_be}" if len(own) == 1 else f"改正这 {len(own)} 格"
            self.repair.setText(f"已核对台账，{what_to}")
        if link is not None:
            name = self._session.form.cells[link.cell].name.removesuffix("·总计")
            number = f"表中数字 {link.value}" if link.is_only else f"“{name}” {link.value}"
            self.link.setText(f"只留{number}" if link.is_linked else f"改为{number}，随表更新")
        if finding is not None and shown[self.rename]:
            lines = sum(code.startswith("meta.") for code in renamed_texts(self._session.report, finding))
            self.rename.setText(f"{len(finding.places) + lines}处都改为现在的单位名称")
            self.rename.setToolTip(plain_tip(self._session.report.unit))
        if totals:
            several = f"{len(totals)}个" * (len(totals) > 1)
            sums = "、".join(map(self._session.facts.shown, totals))
            self.adopt.setText(f"改为现在的合计{sums}")
            self.drop.setText(f"不再使用这{several or '个'}合计")
            self.jump.setText("定位到核对合计")
        else:
            form = self._session.form
            is_cell = finding is not None and not finding.places and form.cells.keys() & finding.cells
            columns = {form.cells[code].column for code in finding.cells if code in form.cells} if finding else set()
            here = "定位到此列" if len(columns) == 1 < len(finding.cells if finding else ()) else "定位到此格"
            self.jump.setText("定位" if blanks else here if is_cell else "定位到此处")

    def _speaks_of_table(self, finding: Finding) -> bool:
        """Whether it leads to words of a text, and is about cells as well."""
        is_marked = any(place.start < place.end for place in finding.places)
        cells = self._session.form.cells
        return is_marked and any(cells[code].table for code in finding.cells if code in cells)

    def _speaks_of_last_year(self, finding: Finding) -> bool:
        return self._session.last_year is not None and self._session.form.rules[finding.rule_id].needs_last_year

    def _explain(self) -> None:
        finding = self._finding
        if finding is None:
            return
        rule = self._session.form.rules[finding.rule_id]
        author = self._session.report.meta.get("meta.author", "")
        old = finding.explained or finding.withdrawn
        reason: str | None = "已知悉"
        if rule.needs_reason:
            what = f"{finding.message}{dialogs.EXPLAIN}"
            reason = dialogs.ask_reason(self, "填写说明", what, rule.reasons, old.reason if old else "")
        if reason:
            self.settling.emit()
            self._session.explain(finding, reason, author)
            self.settled.emit()

    def _repair(self) -> None:
        own = _own_changes(self._finding) if self._finding else ()
        if not own or not may_repair(self, self._session.form, own):
            return
        cells = self._session.form.cells
        said = "；".join(
            f"“{cells[c.cell].name}”由{'未填' if c.value is None else c.value}改为{c.should_be}" for c in own
        )
        self.settling.emit()
        self._session.set_entries({c.cell: c.should_be for c in own}, "按台账改正", log=f"已核对台账：{said}")
        self.settled.emit()

    def _may_adopt(self, finding: Finding, totals: tuple[str, ...]) -> bool:
        """Return whether totals of paper are the only ones to doubt: the numbers meet in no other sum that fails."""
        session = self._session
        if not all(map(session.facts.shown, totals)):
            return False
        if len(finding.cells) > len(totals):
            return not is_crossed(session.form, session.form.cells[totals[0]].table)
        own = _own_changes(finding)
        return not finding.repairs or (bool(own) and all(str(c.should_be) == session.facts.shown(c.cell) for c in own))

    def _adopt_sums(self) -> None:
        self._settle_totals("改为现在的合计", "纸上的合计改为现在的合计", is_adopted=True)

    def _drop_totals(self) -> None:
        self._settle_totals("不再使用纸上的合计", "不再使用纸上的合计", is_adopted=False)

    def _settle_totals(self, title: str, done: str, *, is_adopted: bool) -> None:
        """Take the sums in place of the totals of paper, or take these away; the log names both numbers."""
        session = self._session
        totals = session.facts.wrong_totals(self._finding) if self._finding else ()
        if not totals or (is_adopted and not may_adopt(self, session, totals)):
            return
        sums = {code: session.facts.shown(code) for code in totals}
        said = "；".join(
            f"“{session.form.cells[c].name}”纸上{entry_as_text(session.report.controls[c])}，现在{sums[c] or '未算出'}"
            for c in totals
        )
        entries = {c: parse_cell(session.form, c, text if is_adopted else "") for c, text in sums.items()}
        self.settling.emit()
        session.set_entries(entries, title, log=f"{done}：{said}")
        self.settled.emit()

    def _link_number(self) -> None:
        self._session.catch_up()
        link = self._session.facts.link_repair(self._finding) if self._finding else None
        if link is None or link != self._link:  # the text was changed meanwhile
            return
        self.settling.emit()
        source = self._session.report.texts[link.place.text]
        self._session.set_texts({link.place.text: with_link(self._session.form, source, link)}, "改为表中数字")
        self.settled.emit()

    def _rename(self) -> None:
        """Put the present name of the unit into all texts that a finding names, as one step."""
        self._session.catch_up()
        texts = renamed_texts(self._session.report, self._finding) if self._finding else {}
        if texts:
            self.settling.emit()
            self._session.set_texts(texts, "改单位名称")
            self.settled.emit()

    def _settle_sentence(self, *, is_renewed: bool) -> None:
        """Take away a standard sentence that no longer holds, or put that with the numbers in its place."""
        session = self._session
        session.catch_up()
        stale = session.facts.stale_sentence(self._finding) if self._finding else None
        if stale is None or stale != self._stale:  # the text was changed meanwhile
            return
        self.settling.emit()
        text = stale.removed(session.report.texts[stale.place.text], stale.instead if is_renewed else "")
        session.set_texts({stale.place.text: text}, "改为常用语句" if is_renewed else "删去这句")
        self.settled.emit()


def _own_changes(finding: Finding) -> tuple[RepairStep, ...]:
    """Return what a repair changes in the finding's own cells; nothing where the possibilities differ."""
    own = {tuple(change for change in repair if change.cell in finding.cells) for repair in finding.repairs}
    return own.pop() if len(own) == 1 else ()


def _repair_line(session: ReportSession, repair: tuple[RepairStep, ...]) -> str:
    parts = []
    is_paper = all(session.form.cells[change.cell].is_derived for change in repair)
    for change in repair:
        cell = session.form.cells[change.cell]
        if cell.is_derived and str(change.should_be) == session.facts.shown(change.cell):
            parts.append(f"“{cell.name}”纸上的合计是 {change.value}，现在各项相加是 {change.should_be}")
            continue
        now = "未填" if change.value is None else f"现为 {change.value}"
        if cell.is_derived:
            now = f"纸上的合计是 {change.value}"
        parts.append(f"“{cell.name}”{now}，按合计推算，疑似应为 {change.should_be}（{change.why}）")
    return inner_quotes("；".join(parts)) + ("，请核对原表" if is_paper else "，请核对台账")
