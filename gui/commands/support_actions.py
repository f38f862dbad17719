"""Commands for the clerk who needs help: the self-test, and one text for whoever helps."""

from __future__ import annotations

from functools import partial

from core.base.crash_log import recent_log, without_home
from gui import dialogs
from gui.commands import own_test
from gui.commands.area import CommandArea
from gui.commands.command import Command
from gui.dialogs import reading, support_dialog
from gui.look import pc_facts

_NOTHING = "没有记录。"


class SupportActions(CommandArea):
    """Tests the program, and says what a helper has to know of this PC."""

    def commands(self) -> list[Command]:
        """Return the commands."""
        return [
            Command("selftest", "自检…", self.test, needs_report=False),
            Command("problem_report", "保存问题报告…", self.report_problem, needs_report=False),
        ]

    def test(self) -> None:
        """Have another copy of the program do once what a clerk does, and show what came of it; it can be called off.

        Raises:
            ReportError: It cannot be started, or does not end.
        """
        seen = "" if own_test.IS_UNSEEN else "会有一个窗口自己翻页、关闭，请不要动它。"
        with own_test.SelfTest() as running:
            if not reading.wait_or_cancel(running, self._host.widget, "自检", f"正在自检，约需半分钟。{seen}"):
                self._host.say("已停止自检，没有做完")
                return
            result = running.result()
        is_good = result.rstrip().endswith("自检通过")
        intro = (
            "自检通过：本程序在这台电脑上能填报、保存、生成 Word 和打印。"
            if is_good
            else "自检没有通过。请保存下面的内容，交给技术支持；您的草稿没有改动。"
        )
        self._show("自检通过" if is_good else "自检没有通过", intro, f"自检\n{result.strip()}")

    def report_problem(self) -> None:
        """Show what a helper has to know, to be saved as one text."""
        intro = "下面是技术支持需要的情况，其中没有填报内容，也没有单位名称和人名。请保存后交给技术支持。"
        self._show("问题报告", intro, "")

    def _show(self, title: str, intro: str, first: str) -> None:
        settings = self._host.settings
        facts = "\n".join(pc_facts.pc_facts(settings.values, settings.profile))
        parts = (first, f"情况\n{facts}", f"最近的错误记录\n{recent_log().strip() or _NOTHING}")
        text = without_home("\n\n".join(filter(None, parts))) + "\n"
        dialog = support_dialog.SupportDialog(title, intro, text, partial(self._save, text), self._host.widget)
        dialogs.accepted(dialog)

    def _save(self, text: str) -> None:
        name = f"问题报告{self._clock():%Y%m%d}.txt"
        path = self._host.files.save("output", "保存问题报告", name, dialogs.TEXT_FILTER)
        if path is not None:
            content = text.encode("utf-8-sig")  # with a mark, or the editor of an old Windows shows it garbled
            if self._host.run(partial(self._write, path, content)):
                self._host.say(f"已保存“{path.name}”")
