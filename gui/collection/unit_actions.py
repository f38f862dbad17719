"""What is decided about one unit: sent back, adopted, which of several files holds, whether it is added up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from core.base.errors import ErrorText
from core.office.collection import desk_workbook
from core.office.collection.collected import Collected
from core.office.collection.decisions import Decision
from core.office.collection.desk import RETURNED, UnitResult
from core.office.collection.doubts import doubts_in_words
from core.office.collection.file_versions import differences_in_words
from core.office.collection.letters import FOLDER, LetterFacts
from core.office.collection.likeness import PARTS
from core.office.collection.offered_items import offered_items
from core.office.collection.open_desk import OpenDesk
from core.office.collection.resend_request import resend_request
from core.office.collection.unit_list import APART, NO, YES
from core.office.collection.unlisted_files import NEAR_NAME, READ_LATER, UNREADABLE, offered_files
from gui import dialogs
from gui.collection.desk_command import DeskCommand, DeskView
from gui.collection.letter_dialog import AllLettersDialog, LetterDialog, offered_day
from gui.collection.result_dialogs import AlikeDialog, ResendDialog

_MOST_DOUBTS = 8
_REASONS = ("已电话核实，无误", "单位已书面说明", "经研究，予以采用")
_HAS_ERRORS = ErrorText("{name}还有错误，不能采用。", "错误必须改：请先退回；疑点可以核实后采用。")
_NO_REPORT = ErrorText("{name}没有可以采用的报告。", "请先催报；几份报告不同的，先按“以哪一份为准”。")
_NO_CHOICE = ErrorText("{name}只有一份报告，不用选。", "收到几份不同的报告时，再选以哪一份为准。")
_NO_FILES = ErrorText("没有收到{name}的报告，也没有对不上单位的报告可以选。", "请催报。")
_WHICH = "{unit}有{count}份报告，以哪一份为准？其余的不检查、不计入，文件不会改动。"
_WHOSE = "以哪一份为{unit}的报告？写的单位不在名单上的，核对确是它的再选；文件不会改动。"
_NOTHING_TO_SAY = ErrorText("没有收到{name}的报告，不能退回修改意见。", "请催报。")
_OFFICE = ErrorText(
    "{name}就是汇总审核的单位，不给自己写退回意见。", "请改好它的报告再读一次；疑点核实无误的按“采用”。"
)
_UNCLEAR = ErrorText(
    "收到的文件还没有定下是不是{name}的，不能退回修改意见。", "是它的，先按“以哪一份为准”选用，再退回。"
)
_READ_LATER = ErrorText("{name}的文件这次没有读成，不能退回修改意见。", "请按右边写的原因处理，再读一次。")
_RESEND = "{name}的文件收到了，但读不出，没有内容可以审核。请复制下面的文字发给它，请它重新报送。"
_OWN = ErrorText("“{name}”是汇总的结果，不退回、不采用，也不作为一个单位计入。", "请在填报窗口中修改它。")
_NOT_ALIKE = ErrorText("没有发现{name}与其他单位雷同。", "有雷同的单位，右边的列表中有 B-05 一条。")
_NOBODY = ErrorText("没有要退回的单位。", "有错误、疑点的单位都已退回，或已经采用。")


class UnitActions:
    """Decides about units; what is decided stands in ``collection.json`` before anything shows it."""

    def __init__(self, view: DeskView) -> None:
        self._view = view

    def commands(self) -> list[DeskCommand]:
        """Return the commands."""
        return [
            DeskCommand("send_back", "退回…", self.send_back, "Ctrl+R", writes=True),
            DeskCommand("send_back_all", "全部退回…", self.send_back_all, "Ctrl+Shift+R", writes=True),
            DeskCommand("adopt", "采用", self.adopt, "Ctrl+D", writes=True),
            DeskCommand("choose_file", "以哪一份为准…", self.choose_file, "Ctrl+K", writes=True),
            DeskCommand("count_yes", "计入汇总", partial(self._count, YES), "Ctrl+1", writes=True),
            DeskCommand("count_no", "不计入汇总", partial(self._count, NO), "Ctrl+2", writes=True),
            DeskCommand("count_apart", "另行说明（不计入）", partial(self._count, APART), "Ctrl+3", writes=True),
            DeskCommand("open_letter", "打开退回意见", self._open_letter, "Ctrl+L"),
            DeskCommand("show_alike", "对照雷同的文字…", self.show_alike, "Ctrl+M"),
        ]

    # ------------------------------------------------------------ letters

    def send_back(self) -> None:
        """Look over the letter to the chosen unit, and write it.

        Raises:
            ReportError: The unit is the government itself or the office that collects, or sent nothing.
        """
        unit, decision = self._chosen()
        if unit.is_office:
            raise _OFFICE.error(name=unit.name)
        if not unit.files:
            self._ask_again(unit)
            return
        number = unit.returned if unit.state == RETURNED else unit.returned + 1
        request = self._view.runner.request
        offered = offered_items(self._collected().desk, unit)
        dialog = LetterDialog(unit, decision, request.facts, number, request.today, self._view.widget, offered)
        if not dialogs.accepted(dialog):
            return
        decided = {unit.plain: dialog.decision}
        if not dialog.goes_out:
            self._view.runner.decide(decided, lambda _c: self._view.say(f"已记下{unit.name}的意见，还没有退回"))
            return
        self._send([unit.plain], dialog.fields.facts, decided)

    def _ask_again(self, unit: UnitResult) -> None:
        """Show what to send to a unit whose file came and cannot be read.

        Raises:
            ReportError: None came, or it is not known yet whether it is the unit's.
        """
        if unit.why_none != UNREADABLE:
            why = {NEAR_NAME: _UNCLEAR, READ_LATER: _READ_LATER}.get(unit.why_none, _NOTHING_TO_SAY)
            raise why.error(name=unit.name)
        request = self._view.runner.request
        facts = replace(request.facts, answer_by=offered_day(request.facts, request.today).isoformat())
        text = resend_request(self._collected().desk, unit, facts, request.today)
        dialogs.accepted(ResendDialog(_RESEND.format(name=unit.name), text, self._view.widget))

    def send_back_all(self) -> None:
        """Write the letters to all units that have something to mend and none that waits for an answer.

        Raises:
            ReportError: There is no such unit.
        """
        collected = self._collected()
        waiting = [
            (unit, len(items))
            for unit in collected.desk.units
            if unit.state != RETURNED and (items := collected.sent.get(unit.plain))
        ]
        if not waiting:
            raise _NOBODY.error()
        request = self._view.runner.request
        dialog = AllLettersDialog(waiting, request.facts, request.today, self._view.widget)
        if dialogs.accepted(dialog) and dialog.chosen:
            self._send(dialog.chosen, dialog.fields.facts, {})

    def _send(self, names: list[str], facts: LetterFacts, decided: Mapping[str, Decision]) -> None:
        """Keep what was decided and write letters, in a thread."""
        view = self._view
        kept = {**view.settings.values.collection, "answer_by": facts.answer_by, "contact": facts.contact}
        view.settings.note(collection=kept)
        view.runner.request = replace(view.runner.request, facts=facts)

        def work(desk: OpenDesk) -> Collected:
            if decided:
                desk.decide(decided)
            return desk.send_back(names, facts)

        def done(collected: Collected) -> None:
            letters = [path for path in collected.written if path.parent.name == FOLDER]
            view.say("；".join([f"已写好{len(letters)}份退回修改意见，在“{FOLDER}”文件夹中", *collected.told]))

        view.runner.step("正在写退回修改意见……", work, done)

    def _open_letter(self) -> None:
        unit = self._view.unit()
        if not unit.letter:
            raise ErrorText("{name}没有等待答复的退回意见。", "按“退回”写一份。").error(name=unit.name)
        self._view.open_outside(self._view.runner.request.out / unit.letter)

    def show_alike(self) -> None:
        """Show the texts of the chosen unit beside those of another unit that are nearly the same (B-05).

        Raises:
            ReportError: No other unit wrote the same.
        """
        unit = self._view.unit()
        pairs = [(a, b, pair) for a, b, pair in self._collected().desk.alike if unit in (a, b)]
        if not pairs:
            raise _NOT_ALIKE.error(name=unit.name)
        row = 0
        if len(pairs) > 1:
            lines = [f"{(b if a is unit else a).name}（{pair.percent}%）" for a, b, pair in pairs]
            show, cancel = "对照", "取消"
            text = f"{unit.name}与{len(pairs)}个单位雷同，对照哪一个？"
            answer, row = dialogs.choose_with_list(self._view.widget, "对照雷同的文字", text, lines, (show, cancel))
            if answer != show:
                return
        one, other, pair = pairs[row]
        intro = f"{PARTS[pair.kind]}{pair.percent}%相同。有底色的是两边都有的文字；哪一份要重写由审核单位判断。"
        texts = [(u.name, desk_workbook.compared(u, pair.kind)) for u in (one, other)]
        dialogs.accepted(AlikeDialog(intro, texts[0], texts[1], self._view.widget))

    # ------------------------------------------------------------ decisions

    def adopt(self) -> None:
        """Adopt the report of the chosen unit although something is doubtful, with a reason; or take that back.

        Raises:
            ReportError: It has errors, or no report that can be adopted.
        """
        unit, decision = self._chosen()
        if unit.adopted:
            self._decide(unit, replace(decision, adopted=(), reason=""), f"{unit.name}：已撤销采用")
            return
        if unit.record is None:
            raise _NO_REPORT.error(name=unit.name)
        if any(item.level == "error" for item in unit.items):
            raise _HAS_ERRORS.error(name=unit.name)
        doubts = doubts_in_words(self._collected().desk, unit)
        if not doubts:
            self._view.say(f"{unit.name}{unit.publication_fault or '没有错误和疑点，本来就可采用'}")
            return
        what = f"{unit.name}有{len(doubts)}处疑点，核实后可以采用；文件再变时要重新核实。"
        more = len(doubts) - _MOST_DOUBTS
        lines = [*doubts[:_MOST_DOUBTS], *([f"还有{more}处，见右边的列表。"] if more > 0 else [])]
        reason = dialogs.ask_reason(self._view.widget, "采用", "\n".join([what, *lines]), _REASONS, decision.reason)
        if reason:
            adopted = replace(decision, adopted=unit.digests, reason=reason)
            self._decide(unit, adopted, f"{unit.name}：已采用（{reason}）")

    def choose_file(self) -> None:
        """Choose which of several reports of the chosen unit holds, or which of those that name no unit is its.

        Raises:
            ReportError: There is nothing to choose from.
        """
        unit, decision = self._chosen()
        year = self._view.runner.request.year
        desk = self._collected().desk
        reports = [file for file in unit.reports if file.record.year in (None, year)]
        lost = offered_files(desk, unit)
        if not reports and not lost:
            raise _NO_FILES.error(name=unit.name)
        if len(reports) < 2 and not lost and not decision.given:
            raise _NO_CHOICE.error(name=unit.name)
        lines = [f"{file.name}（{file.record.verdict or '未检查'}）" for file in reports]
        lines += [f"{file.name}（写的单位：{file.record.unit or '没有写明'}）" for file in lost]
        use, none, cancel = "以这一份为准", "都不选", "取消"
        differing = differences_in_words(desk.form, reports) if len(reports) > 1 else ""
        question = (_WHOSE if lost else _WHICH).format(unit=unit.name, count=len(reports))
        text = f"{question}\n{differing}"
        answer, row = dialogs.choose_with_list(self._view.widget, "以哪一份为准", text, lines, (use, none, cancel))
        if answer == use and 0 <= row < len(lines):
            file = [*reports, *lost][row]
            given = (*decision.given, file.record.digest) if row >= len(reports) else decision.given
            chosen = replace(decision, chosen=file.record.digest if reports else "", given=given)
            self._decide(unit, chosen, f"{unit.name}：以“{file.name}”为准")
        elif answer == none:
            self._decide(unit, replace(decision, chosen="", given=()), f"{unit.name}：还没有选定以哪一份为准")

    def _count(self, counts: str) -> None:
        unit, decision = self._chosen()
        self._decide(unit, replace(decision, counts=counts), f"{unit.name}：计入汇总“{counts}”")

    def _decide(self, unit: UnitResult, decision: Decision, sentence: str) -> None:
        self._view.runner.decide({unit.plain: decision}, lambda _c: self._view.say(sentence))

    def _chosen(self) -> tuple[UnitResult, Decision]:
        """Return the chosen unit and what was decided about it.

        Raises:
            ReportError: None is chosen, or it is the government whose report is the sum.
        """
        unit = self._view.unit()
        if unit.is_own:
            raise _OWN.error(name=unit.name)
        return unit, self._collected().decisions.get(unit.plain, Decision())

    def _collected(self) -> Collected:
        collected = self._view.runner.collected
        if collected is None:
            raise ErrorText("还没有读完。", "请等读完再试。").error()
        return collected
