"""The commands that make something of the report, and its way through the office."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path

from core.base.errors import ErrorText
from core.office import correction, review, signoff
from core.office.export import Exported, export_report, open_points, refusal
from core.report.stages import STAGE_NAMES, Stage
from core.word import report as word_report
from gui import dialogs
from gui.commands import sign_question
from gui.commands.area import CommandArea, Surroundings
from gui.commands.command import Command
from gui.dialogs.day_field import chosen_day
from gui.dialogs.return_dialog import PublicationDialog
from gui.dialogs.summary_dialog import ALL_THE_SAME, FINAL_ALL_THE_SAME, NEW_ROUND, PROBLEMS, REMARKS, SHEETS
from gui.look import fonts_note

_NOT_FINAL = ErrorText("这份报告还不是定稿。", "请先在“检查与生成”中生成定稿。")
_CORRECTION = (
    "这份报告已经公布过，公布时的内容已记在草稿里。",
    "改好后，用菜单“报告”里的“更正说明”逐处写明原、现、原因；再生成定稿、登记公布、归档。",
)
SAVE_FIRST = "选择位置保存草稿…"
_NO_FILE = (
    "这份草稿还没有保存过。",
    "定稿会锁定报告，锁定、各稿和说明的记录都在草稿里：请先保存草稿，再生成定稿。",
)
_MOST_POINTS = 8  # of the open 疑点, named once more when the 送审稿 is made
_CHANGES = "print_changes"
_NEXT_STEPS: Mapping[Stage, Mapping[str, str]] = {
    "draft": {},
    "review": {"打印审签单": "print_signoff", "打印修改情况": _CHANGES},
    "final": {"复制网页版": "copy_page", "登记公布": "note_publication"},
}
"""What is offered once the report of a stage is made: the ids of commands by what their buttons say."""
_SAVE_IT = {"另存草稿…": "save_as"}
_NOT_NOTED: Mapping[Stage, str] = {
    "review": "草稿没有保存，不另存就关闭的话，这一稿没有记录，下一稿的稿次会重复。请把草稿另存到能写的文件夹。",
    "final": "草稿没有保存，不另存就关闭的话，再打开时报告还不是定稿。请把草稿另存到能写的文件夹。",
}
_STAGE_KEYS: Mapping[Stage, str] = {"draft": "Ctrl+D", "review": "Ctrl+G", "final": "Ctrl+Shift+G"}


class ReportActions(CommandArea):
    """Commands on the open report; each is reached from the menu 报告 or the last page."""

    def __init__(self, given: Surroundings, run: Callable[[str], object]) -> None:
        """Take what they work on; ``run`` carries out any command by its id."""
        super().__init__(given)
        self._run = run

    def commands(self) -> list[Command]:
        """Return the commands; ``make.draft`` and so on make the report of a stage."""
        return [
            *(
                Command(f"make.{stage}", f"生成{STAGE_NAMES[stage]}…", partial(self.make, stage), keys)
                for stage, keys in _STAGE_KEYS.items()
            ),
            Command("unlock", "解除定稿…", self.unlock),
            Command("note_publication", "登记公布网址和日期…", self.note_publication, name="登记公布"),
        ]

    def make(self, stage: Stage) -> None:
        """Make the Word report of a stage, or say what is still in the way.

        Raises:
            ReportError: The file cannot be written or does not read back equal.
        """
        if stage != "draft":
            self._draft.refuse_read_only()
        report = self._session.report
        result = self._session.facts.final_result() if stage != "draft" else self._session.result
        if refused := refusal(result, stage, self._session.facts.to_fill_in_words()):
            self._show_refusal(refused)
            return
        number = review.next_round(report) if stage == "review" else None
        is_willing = sign_question.goes_on(self._host, report, "生成")
        if not is_willing or (stage != "draft" and not self._may_go_out(stage, number)):
            return
        if stage == "final" and not self._has_file():
            return
        name = word_report.report_file_name(report, stage, number)
        path = self._host.files.save("output", f"生成{STAGE_NAMES[stage]}", name, dialogs.WORD_FILTER)
        if path is None:
            return
        work = partial(
            export_report,
            report,
            path,
            stage=stage,
            today=self._clock().date(),
            last_year=self._session.last_year,
            local=self._session.local_rules,
            profile=self._host.settings.profile,
        )
        made = dialogs.in_thread(self._host.widget, f"正在生成“{path.name}”……", work)
        if not made.written:
            self._show_refusal(made.sentence)
            return
        made_where = f"{STAGE_NAMES[stage]}已生成在“{path.parent.name or path.parent}”中，但没有记入草稿。"
        is_noted = self._after(stage, made_where)
        self._tell_made(path, stage, made, is_noted=is_noted)

    def _may_go_out(self, stage: Stage, number: int | None) -> bool:
        """Say before a 送审稿 or 定稿 what is open and what changed; where that is nothing, nothing is asked."""
        summary = self._session.facts.summary(stage)
        if not summary.parts:
            return True
        makes = f"生成{STAGE_NAMES[stage]}" + (f"第{number}稿" if number else "")
        answer, finding = dialogs.ask_to_make(self._host.widget, makes, summary)
        if answer == REMARKS:
            self._run("answer_remarks")
        elif answer == SHEETS:
            self._run("collect_sheets")
        elif answer == NEW_ROUND:
            self._run("make.review")
        elif answer == PROBLEMS and finding is not None:
            self._host.show_finding(finding)
        return answer in (makes, ALL_THE_SAME, FINAL_ALL_THE_SAME)

    def _has_file(self) -> bool:
        """Have a draft that has no file saved first: it alone keeps that the report is locked, and for which 定稿."""
        if self._draft.path is None:
            answer = dialogs.choose(self._host.widget, "生成定稿", *_NO_FILE, (SAVE_FIRST, "取消"))
            if answer != SAVE_FIRST or not self._host.save():
                self._host.say("没有生成定稿：草稿还没有保存")
                return False
        return True

    def _fonts_note(self) -> str:
        """Return which fonts this PC lacks, once for all, unless the start page has said so."""
        sentence = fonts_note.fonts_sentence(self._host.settings.profile)
        known = self._host.settings.values
        if sentence in ("", known.fonts_said, known.fonts_told):
            return ""
        self._host.settings.note(fonts_said=sentence)
        return sentence

    def _after(self, stage: Stage, done: str = "") -> bool:
        """Pin the 送审稿 or lock the 定稿 in the draft, and save it where it has a file; return whether it is noted.

        ``done`` says what was made, for where the draft cannot be written.
        """
        if stage == "draft":
            return True
        happened = review.submit if stage == "review" else review.finalise
        return self._record(happened(self._session.report, self._clock().date()), done)

    def _show_refusal(self, sentence: str) -> None:
        if left := self._remarks_left():
            sentence += f"另有{left}。"
        if dialogs.choose(self._host.widget, "还不能生成", sentence, "", ("查看问题", "关闭")) == "查看问题":
            self._host.show_page("review")
            self._run("next_open")

    def _remarks_left(self) -> str:
        """Return how many remarks nobody has answered yet, in words; "" for none."""
        count = len(review.open_remarks(self._session.report))
        return f"{count}条退回意见没有处理" if count else ""

    def _tell_made(self, path: Path, stage: Stage, made: Exported, *, is_noted: bool) -> None:
        points = open_points(made.result, stage)
        report = self._session.report
        left = self._remarks_left() if stage != "draft" else ""
        told = ["这一稿记在草稿里，草稿还没有保存过，请按 Ctrl+S 保存。"] * (stage == "review" and not self._draft.path)
        told += [f"还有{left}。"] * bool(left)
        told += [f"还有{len(points)}个疑点没有核实或说明，列在审签单上："] * bool(points) + points[:_MOST_POINTS]
        if len(points) > _MOST_POINTS:
            told.append(f"另有{len(points) - _MOST_POINTS}个，见问题列表。")
        if stage == "review" and signoff.is_outdated(report):
            told.append("审签单是改动以前打印的，请重新打印。")
        warned = "" if is_noted else _NOT_NOTED[stage]
        more = [warned, made.sentence, f"校验码：{made.checksum}", *told, self._fonts_note()]
        is_first = len(report.rounds) == 1  # with nothing before it that could have changed
        following = {text: id_ for text, id_ in _NEXT_STEPS[stage].items() if id_ != _CHANGES or not is_first}
        following = following if is_noted else _SAVE_IT
        answer = dialogs.choose(
            self._host.widget,
            "已生成" if is_noted else "已生成，没有记入草稿",
            f"已生成{STAGE_NAMES[stage]}：{path.name}{'' if is_noted else '，但没有记入草稿'}",
            "\n".join(filter(None, more)),
            (*following, "打开报告", "打开所在文件夹", "关闭"),
        )
        if answer in following:
            self._run(following[answer])
        elif answer == "打开报告":
            self._host.open_outside(path)
        elif answer == "打开所在文件夹":
            self._host.open_outside(path.parent)

    # ------------------------------------------------------------ its way through the office

    def _need_final(self) -> None:
        self._draft.refuse_read_only()
        if not self._session.open_report.is_final:
            raise _NOT_FINAL.error()

    def unlock(self) -> None:
        """Take the 定稿 back for a written reason.

        Raises:
            FileError: The draft is open for reading only.
            ReportError: The report is no 定稿.
        """
        self._need_final()
        offered = ("领导要求修改", "发现数字有误", "公布前核对发现问题")
        reason = dialogs.ask_reason(self._host.widget, "解除定稿", "解除定稿后可以修改。请写明理由：", offered)
        if reason:
            was_published = bool(self._session.report.status.get("published_on"))
            self._record(review.unlock(self._session.report, reason, self._clock().date()))
            if was_published:
                dialogs.inform(self._host.widget, "解除定稿", *_CORRECTION)

    def note_publication(self) -> None:
        """Note where and when the report was published.

        Raises:
            FileError: The draft is open for reading only.
            ReportError: The report is no 定稿.
        """
        self._need_final()
        report = self._session.report
        _, before = correction.published_before(report)
        url = report.status.get("published_url") or before or report.meta.get("meta.website", "")
        noted = report.status.get("published_on", "")
        today = self._clock().date()

        def doubts(url: str, on: date) -> list[str]:
            return review.publication_doubts(report, url, on, today)

        dialog = PublicationDialog(url, noted, today, self._host.widget, doubts)
        if dialogs.accepted(dialog):
            self._record(review.note_publication(report, dialog.url.text().strip(), chosen_day(dialog.on)))

    def note_signoff(self) -> None:
        """Note in the draft what its sign-off sheet was made for; one that is open for reading only is not ours."""
        if not self._draft.is_read_only:
            self._record(signoff.note_printed(self._session.report, self._clock().date()))
