"""The way of 汇总审核 by keyboard alone: forty reports, two rounds of letters, the sum, the government's own report.

``collecting_way`` is a script for ``Keyboard``, as `build_scripts.make.whole_way` is one for a report; ``python -m
build_scripts.make.collecting_way FOLDER`` follows it light and dark and leaves a picture of each step.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from build_scripts.make.keyboard import Keyboard, Step, named
from build_scripts.make.whole_way import pictures_of
from build_scripts.sweeps.desk_folders import list_bytes, make_folder
from core.report.report import Report
from core.word.report import report_bytes
from gui.main_window import MainWindow

IN, OUT, LIST = "来件", "结果", "名单.xlsx"
FAULTY = 5
RIGHT, WRONG = "国务院令第711号", "国务院令第771号"
CONTACT = "县政府办 李某 0000-1234567"
OWN_ITEM = "请写明咨询的渠道。"
UNTOLD = "没有其他需要报告的事项。"  # of the fee nothing
REASON = "已电话核实，无误"
LEAD = (
    "根据《中华人民共和国政府信息公开条例》（国务院令第711号）和《国务院办公厅政府信息与政务公开办公室关于印发"
    "〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）要求，编制本报告。"
    "本报告所列数据的统计期限自2025年1月1日至2025年12月31日。"
)
TEXTS = (
    LEAD,
    "",
    "全县主动公开信息3210条，其中政策文件96件、办事指南512条，解读材料88篇。",
    "本年新收政府信息公开申请均已在法定期限内答复，没有逾期。",
    "健全信息发布审查制度，清理失效文件41件，目录调整后重新编号。",
    "县政府网站栏目合并为26个，政务新媒体账号整合为18个。",
    "组织工作考核和社会评议各1次，开展培训4次，没有需要责任追究的情形。",
    "存在的主要问题：一是部分乡镇解读形式单一；二是村级公开栏更新不及时。改进情况：一是县级部门与文件同步发布图解；"
    "二是派人逐村核对公开栏并按月更新。",
    "本年度发出信息处理费收费通知0件，没有其他需要报告的事项。",
)
"""What the office writes into the report of the government: lead, section 一 without its first text, 五, 六."""


def _prepare(folder: Path) -> list[Report]:
    """Write forty reports, five of them with a fault, and the list; return the reports without fault."""
    made = make_folder(18, faults=0)
    made.write(folder / IN)
    (folder / LIST).write_bytes(list_bytes(made))
    reports = list(made.reports.values())
    first, *others = reports[1 : FAULTY + 1]
    _write(folder, first.with_texts({"s6": UNTOLD}), WRONG)
    for report in others:
        _write(folder, report, WRONG)
    return reports


def _write(folder: Path, report: Report, decree: str) -> None:
    for path in (folder / IN).glob(f"{report.unit}.*"):
        path.unlink()
    lead = report.texts["lead"].replace(RIGHT, decree)
    (folder / IN / f"{report.unit}.docx").write_bytes(report_bytes(report.with_texts({"lead": lead})))


def collecting_way(keys: Keyboard, main: MainWindow, folder: Path, look: Callable[[str], object]) -> Iterator[Step]:
    """Write the reports into a folder and yield all steps; ``look`` is called with a name for each thing to see."""
    reports = _prepare(folder)
    first, *mended, last = reports[1 : FAULTY + 1]
    yield from _open(keys, main, folder, look)
    yield from _send_back(keys, main, first.unit, look)
    for report in mended:
        _write(folder, report, RIGHT)
    for report in (first, last):
        _write(folder, report.with_texts({"s6": UNTOLD}), RIGHT)
    yield from _second_round(keys, main, first.unit, look)
    yield from _add_up(keys, main, reports[-1].unit, look)
    yield from _own_report(keys, look)


def _open(keys: Keyboard, main: MainWindow, folder: Path, look: Callable[[str], object]) -> Iterator[Step]:
    yield keys.window(lambda: look("开始页"))
    yield keys.press("Ctrl+Shift+H")
    yield keys.box("汇总审核", at="各单位报告的文件夹")
    yield keys.write(str(folder / IN))
    yield from _go_to(keys, "结果文件夹")
    yield keys.press("Ctrl+A")
    yield keys.write(str(folder / OUT))
    yield from _go_to(keys, "名单")
    yield keys.write(str(folder / LIST))
    yield keys.box("汇总审核", lambda: look("汇总审核"))
    yield keys.press("Return")
    yield _desk_is_idle(keys, main, "读完四十份", look)


def _send_back(keys: Keyboard, main: MainWindow, first: str, look: Callable[[str], object]) -> Iterator[Step]:
    """Send one letter back with an item struck and one of the office's own, then the others all at once."""
    yield from _find(keys, first)
    yield keys.press("F6")
    yield keys.window(lambda: look("一个单位的问题"))
    yield keys.press("Ctrl+R")
    yield keys.box("退回修改意见", at="意见")
    yield keys.press("Down", "Space")
    yield from _go_to(keys, "另加的意见")
    yield keys.write(OWN_ITEM)
    yield keys.press("Return")
    yield from _go_to(keys, "联系人和电话")
    yield keys.write(CONTACT)
    yield keys.box("退回修改意见", lambda: look("退回修改意见"))
    yield keys.press("Ctrl+Return")
    yield _desk_is_idle(keys, main, "退回一份", look)
    yield keys.press("Ctrl+Shift+R")
    yield keys.box("全部退回", lambda: look("全部退回"))
    yield keys.press("Return")
    yield keys.press("Ctrl+F", "Ctrl+A", "Delete")
    yield _desk_is_idle(keys, main, "都已退回", look)


def _second_round(keys: Keyboard, main: MainWindow, first: str, look: Callable[[str], object]) -> Iterator[Step]:
    """Read again: three mended all, one has a new fault and is sent back again, the first is adopted as it is."""
    yield keys.press("F5")
    yield _desk_is_idle(keys, main, "第二轮", look)
    yield keys.press("Ctrl+Shift+R")
    yield keys.box("全部退回", lambda: look("第二次退回"))
    yield keys.press("Return")
    yield _desk_is_idle(keys, main, "已退回第二次", look)
    yield from _find(keys, first)
    yield keys.window(lambda: look("已改和未改"))
    yield keys.press("Ctrl+D")
    yield keys.box("采用")
    yield keys.write(REASON)
    yield keys.box("采用", lambda: look("采用"))
    yield keys.press("Return")
    yield _desk_is_idle(keys, main, "已采用", look)


def _add_up(keys: Keyboard, main: MainWindow, left_out: str, look: Callable[[str], object]) -> Iterator[Step]:
    yield from _find(keys, left_out)
    yield keys.press("Ctrl+2")
    yield _desk_is_idle(keys, main, "一个不计入", look)
    yield keys.press("Ctrl+F", "Ctrl+A", "Delete")
    yield keys.press("Ctrl+G")
    yield keys.box("台账和汇总稿", lambda: look("台账和汇总稿"))
    yield from keys.press_until("Tab", named("打开汇总稿"), "打开汇总稿")
    yield keys.press("Return")

    def is_open() -> bool:
        return main.draft.path is not None and main.draft.path.name == "汇总稿.xlsx"

    yield Step("汇总稿", is_open, lambda: setattr(keys, "front", main))


def _own_report(keys: Keyboard, look: Callable[[str], object]) -> Iterator[Step]:
    yield keys.press("Alt+4")
    yield keys.window(lambda: look("汇总稿第三部分"))
    yield keys.press("F8")
    yield keys.box("来自哪些单位", lambda: look("来自哪些单位"))
    yield keys.press("Esc")
    yield keys.press("Alt+2")
    for text in TEXTS[:7]:
        yield keys.write(text)
        yield keys.press("Tab")
    yield keys.window(lambda: look("汇总稿第一部分"))
    yield keys.press("Alt+6")
    yield keys.write(TEXTS[7])
    yield keys.press("Alt+7")
    yield keys.press("Tab", times=3)  # behind the fees
    yield keys.write(TEXTS[8])
    yield keys.press("Ctrl+S")
    yield keys.press("Alt+8")
    yield keys.window(lambda: look("检查与生成"))
    yield keys.press("Ctrl+G")
    yield keys.box("生成送审稿", lambda: look("生成送审稿"))
    yield keys.press("Return")
    yield keys.box("已生成", lambda: look("已生成"))
    yield keys.press("Esc")


def _go_to(keys: Keyboard, name: str) -> Iterator[Step]:
    """Press Tab until the focus is in the field of this name."""
    return keys.press_until("Tab", lambda at: at.accessibleName() == name, name)


def _find(keys: Keyboard, unit: str) -> Iterator[Step]:
    yield keys.press("Ctrl+F")
    yield keys.write(unit)


def _desk_is_idle(keys: Keyboard, main: MainWindow, what: str, look: Callable[[str], object]) -> Step:
    """Wait until nothing is under way at the desk, and go on there."""

    def is_idle() -> bool:
        desk = main.commands.collection.window
        if desk is None or desk.runner.busy or desk.runner.collected is None:
            return False
        keys.front = desk
        desk.activateWindow()
        return desk.isActiveWindow()

    return Step(what, is_idle, lambda: look(what))


if __name__ == "__main__":
    pictures_of(collecting_way, "build_scripts.make.collecting_way", __doc__)
