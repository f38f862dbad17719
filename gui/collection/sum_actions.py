"""What adds all units up: the ledger, the draft of the government's own report, and how the publishing went."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from core.office.collection import outputs
from core.office.collection.collected import Collected
from core.office.collection.decisions import Decision
from core.office.collection.desk import MISSING
from core.office.collection.desk_rules import BatchFinding
from core.office.collection.preview import preview_notes
from core.office.collection.published_pages import PageCheck
from core.office.collection.sum_outputs import CHECKED
from core.office.collection.summed_file import SUMMED
from core.office.collection.unit_list import YES
from gui import dialogs
from gui.collection.desk_command import DeskCommand, DeskView
from gui.collection.result_dialogs import PublicationsDialog, ResultDialog

_OPEN_SUM, _OPEN_CHECKED, _CLOSE = "打开汇总稿", "打开核查情况", "关闭"
_SAVE, _CANCEL = "保存后汇总", "取消"
_UNSAVED = "“{name}”正打开着，有还没保存的内容。先保存，再汇总吗？"
_WHY_SAVE = "新的汇总稿从保存过的文件里取文字，没保存的带不过去。"
_NOT_SUMMED = "没有重新汇总；打开着的“{name}”没有动"


class SumActions:
    """Writes the sum and what goes with it."""

    def __init__(self, view: DeskView) -> None:
        self._view = view

    def commands(self) -> list[DeskCommand]:
        """Return the commands."""
        return [
            DeskCommand("write_sums", "生成台账和汇总稿…", self.write_sums, "Ctrl+G", writes=True),
            DeskCommand("compare_own", "政府报告与台账核对…", self.compare_own, "Ctrl+T", works=True),
            DeskCommand("paste_places", "粘贴公布网址和日期…", self.paste_places, "Ctrl+P", writes=True),
            DeskCommand("compare_pages", "公布的网页与采用的报告核对…", self.compare_pages, "Ctrl+Shift+P", works=True),
        ]

    def write_sums(self) -> None:
        """Write everything that adds the units up, and offer to open it."""
        if self._is_saved():
            self._view.runner.write_sums("正在生成台账和汇总稿……", self._written)

    def _is_saved(self) -> bool:
        """Offer to save the former 汇总稿 where it is open with changes; the new one takes its texts from the file.

        Raises:
            ReportError: Its place does not answer.
        """
        view, runner = self._view, self._view.runner
        path = runner.unsaved()
        is_sum = partial(outputs.is_of_family, out=runner.request.out, name=SUMMED)
        if path is None or not dialogs.ask_disk(view.widget, path, partial(is_sum, path)):
            return True
        asked = _UNSAVED.format(name=path.name)
        answer = dialogs.choose(view.widget, "汇总稿还没有保存", asked, _WHY_SAVE, (_SAVE, _CANCEL))
        is_saved = answer == _SAVE and runner.save_unsaved()
        if not is_saved:
            view.say(_NOT_SUMMED.format(name=path.name))
        return is_saved

    def _written(self, collected: Collected) -> None:
        lines = [_what_was_written(collected), *preview_notes(collected), *collected.told]
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

    def compare_own(self) -> None:
        """Ask for the finished report of the government, and list where it is not the sum."""
        path = self._view.files.open("collection", "选择政府的年度报告", dialogs.PUBLISHED_FILTER, self._view.widget)
        if path is None:
            return

        def done(found: list[BatchFinding]) -> None:
            if not found:
                text = f"“{path.name}”的数字与台账合计逐格相等。"
                dialogs.inform(self._view.widget, "政府报告与台账核对", text)
                return
            rows = [("、".join(f.units), f.message) for f in found]
            cells = {code for finding in found for code in finding.cells}
            intro = f"“{path.name}”与台账有{len(cells)}格不同（规则 B-07）。左边是数字正好等于相差数的单位。"
            if absent := self._absent():
                intro += f"还有{absent}个应报单位没有可以计入的报告，收齐后请再核对一次。"
            heads = ("可能漏加或重复的单位", "哪里不同")
            dialogs.accepted(ResultDialog("政府报告与台账核对", intro, heads, rows, self._view.widget))

        self._view.runner.ask("正在核对……", lambda desk: desk.compare_own(path), done)

    def _absent(self) -> int:
        """Return how many units that must report have nothing to be added: their numbers are missing in the ledger."""
        collected = self._view.runner.collected
        expected = collected.desk.expected if collected else []
        return sum(unit.record is None and unit.counts_in_words == YES for unit in expected)

    def paste_places(self) -> None:
        """Take days and addresses of publications from a table that is pasted."""
        collected = self._view.runner.collected
        if collected is None:
            return
        desk, today = collected.desk, self._view.runner.request.today
        without = {unit.plain: unit.why_none or MISSING for unit in desk.units if not unit.has_report}
        names = [unit.name for unit in desk.units]
        dialog = PublicationsDialog(names, desk.year, today, without, self._view.widget)
        if not dialogs.accepted(dialog):
            return
        decided = {}
        for plain, (day, url) in dialog.read.found.items():
            before = collected.decisions.get(plain, Decision())
            day, url = day or before.published_on, url or before.published_url
            decided[plain] = replace(before, published_on=day, published_url=url)
        self._view.runner.decide(decided, lambda _c: self._view.say(f"已登记{len(decided)}个单位的公布日期和网址"))

    def compare_pages(self) -> None:
        """Ask for a folder of saved pages, and list which of them say otherwise than the report that was adopted."""
        folder = self._view.files.choose_folder("collection", "选择存放各单位公布网页的文件夹", self._view.widget)
        if folder is not None:
            view = self._view
            view.runner.read_apart(
                "正在读取网页……", lambda desk, *how: desk.compare_published(folder, *how), self._pages
            )

    def _pages(self, found: list[PageCheck]) -> None:
        equal = sum(check.is_equal for check in found)
        rows = [(c.unit or "（不是名单上的单位）", c.file, _result(c)) for c in found]
        intro = f"共{len(found)}个网页，{equal}个与采用的报告一致，{len(found) - equal}个要看。"
        heads = ("单位", "网页文件", "结果")
        dialogs.accepted(ResultDialog("公布的网页与采用的报告核对", intro, heads, rows, self._view.widget))


def _what_was_written(collected: Collected) -> str:
    """Say which files are new, and which are as before."""
    new = "、".join(path.name for path in collected.written if path not in collected.unchanged)
    same = "、".join(path.name for path in collected.unchanged)
    parts = [f"已写好：{new}。"] * bool(new) + [f"与上次相同，没有重写：{same}。"] * bool(same)
    return "".join(parts)


def _result(check: PageCheck) -> str:
    return "一致：表中数字和各部分文字相同" if check.is_equal else "；".join(check.differences)
