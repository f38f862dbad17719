"""Every dialog of the program with something in it, to be grabbed and looked at."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

from core.base.errors import FileInUseError
from core.base.resources import resource_path
from core.draft.draft_changes import report_changes
from core.draft.draft_versions import keep_version, list_versions
from core.draft.workbook import draft_bytes
from core.office import review
from core.office.collection.decisions import Decision
from core.office.collection.desk import UnitResult
from core.office.collection.letter_items import LetterItem
from core.office.collection.letters import LetterFacts
from core.office.collection.unit_list import ListedUnit
from core.office.compare import compare_reports, side_of
from core.office.comparison_html import comparison_html
from core.office.department_merge import merge
from core.office.department_sheets import DepartmentReturn, new_identity
from core.office.register.mapping import RegisterMapping
from core.office.register.reading import read_register
from core.office.register.taking_over import counted_cells, take_over
from core.office.register.work import RegisterWork, UnknownWord
from core.office.whole_rule_book import whole_rule_book
from core.report.differences import differences
from core.report.report import Origin
from core.report.shown_report import Note, shown_report
from gui import dialogs
from gui.collection.letter_dialog import AllLettersDialog, LetterDialog
from gui.collection.parts_dialog import PartsDialog
from gui.collection.result_dialogs import AlikeDialog, PublicationsDialog, ResendDialog, ResultDialog
from gui.collection.setup_dialog import SetupDialog
from gui.commands.disk_questions import KEEP_MINE, LATER, MINE, SAVE_MINE_AS, THEIRS, USE_FILE
from gui.commands.lock_questions import EDIT_COPY, OPEN_ANYWAY, READ_ONLY
from gui.commands.register_actions import SAMPLE
from gui.commands.unsaved_actions import CANCEL, RESTORE
from gui.crash import CrashDialog
from gui.dialogs.compare_dialogs import ComparisonDialog, DifferencesDialog
from gui.dialogs.department_dialog import MergeDialog, SendDialog
from gui.dialogs.help_window import AboutDialog, HelpWindow, manual_html
from gui.dialogs.history_dialog import HistoryDialog
from gui.dialogs.register_cases import CasesDialog
from gui.dialogs.register_mapping import ColumnsDialog, WordsDialog
from gui.dialogs.register_preview import PreviewDialog
from gui.dialogs.return_dialog import PublicationDialog, ReturnDialog
from gui.dialogs.settings_dialog import SettingsDialog
from gui.dialogs.waiting import WaitDialog
from gui.dialogs.zero_dialog import ZeroDialog
from gui.main_window import MainWindow
from gui.matrix.paste_plan import plan_paste
from gui.matrix.paste_preview import PastePreview
from gui.matrix.pasted_block import read_tsv
from gui.texts.find_replace import FindReplace
from gui.texts.link_dialog import InsertDialog, number_choices

_WAIT_MS = 200
PASTED = "1,234\t56\t\t０\t1O\t3\t1,293\n2\t\t0\t0\t无\t0\t2"


def pictured_dialogs(window: MainWindow) -> Iterator[tuple[str, QDialog]]:
    """Yield the dialogs of our own by a name; a report with errors and last year's report are open."""
    yield from _settings_and_help(window)
    yield from _work(window)
    yield from _versions(window)
    yield from _departments(window)
    yield from _returns(window)
    yield from _registers(window)
    yield from _collection(window)
    yield "waiting", WaitDialog(window, lambda: dialogs.held_sentence("草稿.xlsx"), lambda: False)


def _collection(window: MainWindow) -> Iterator[tuple[str, QDialog]]:
    """Yield what 汇总审核 asks and shows."""
    item = LetterItem(
        "N-11", "warning", "引言", "引言", "国务院令第771号", "应为国务院令第711号，请核对。", "N-11，官方"
    )
    unit = UnitResult(ListedUnit("某某县水利局", "政府部门"), items=[item])
    text = "存在的主要问题是解读形式单一，公开内容不够丰富。"
    yield "desk-setup", SetupDialog(window.settings, window.files, 2025, Path("来件"), window)
    yield "desk-letter", LetterDialog(unit, Decision(), LetterFacts(), 1, date(2026, 1, 12), window)
    yield "desk-letters", AllLettersDialog([(unit, 1)], LetterFacts(), date(2026, 1, 12), window)
    yield "desk-places", PublicationsDialog([unit.name], 2025, date(2026, 2, 1), None, window)
    yield "desk-alike", AlikeDialog("第五部分90%相同。", ("某某县水利局", text), ("某某县民政局", text), window)
    rows = [("某某县水利局", "“行政许可”：政府报告是3，台账合计是5，相差2。")]
    yield "desk-result", ResultDialog("政府报告与台账核对", "有1格不同。", ("单位", "哪里不同"), rows, window)
    asked = "某某县水利局：\n　　你单位报送的2025年度政府信息公开工作年度报告没有读成。"
    yield "desk-resend", ResendDialog("某某县水利局的文件收到了，但读不出。", asked, window)
    yield "desk-parts", PartsDialog(window.session.report, "t3.R01.C1", [("某某县水利局", 3)], window)


def _settings_and_help(window: MainWindow) -> Iterator[tuple[str, QDialog]]:
    form = window.session.form
    settings = SettingsDialog(window.settings, form, window.files, window)
    for number in range(settings.tabs.count()):
        settings.tabs.setCurrentIndex(number)
        yield f"settings{number + 1}", settings
    manual = HelpWindow("填报手册", manual_html(form, window.menus.commands()), window)
    yield "manual", manual
    for anchor in ("t3.R09", "keys"):
        manual.view.scrollToAnchor(anchor)
        yield f"manual-{anchor}", manual
    yield "rules", HelpWindow("规则手册", whole_rule_book(form, None), window)
    about = AboutDialog(window)
    for number in range(about.tabs.count()):
        about.tabs.setCurrentIndex(number)
        yield f"about{number + 1}", about


def _work(window: MainWindow) -> Iterator[tuple[str, QDialog]]:
    session = window.session
    yield "zero", ZeroDialog(session, window)
    find = FindReplace(session, window)
    find.words.setText("分局")
    yield "find", find
    yield "number", InsertDialog(window, "插入表中数字", number_choices(session))
    table, start = session.form.tables["t3"], "t3.R01.C1"
    plan = plan_paste(session.form, table, read_tsv(PASTED), start, [start], session.report.cells)
    yield "paste", PastePreview(plan, window)
    last = session.last_year
    assert last is not None
    page = comparison_html(
        compare_reports(side_of(session.report, "本年"), side_of(last, "2024年")),
        only_differences=False,
        marks_numbers=True,
    )
    yield "comparison", ComparisonDialog("与上年对照", page, print, window)
    note = Note("批注", "李局长", "写得太空，请补充实际做法", "（五）监督保障", "定期开展业务培训")
    shown = shown_report(last)._replace(remarks=("标题“（三）政府信息管理”改成了“（三）信息管理”",), notes=(note,))
    yield "differences", DifferencesDialog("改过的报告.docx", differences(session.report, shown), shown, window)
    yield "crash", CrashDialog(window, "Traceback …\nZeroDivisionError: division by zero", Path("救回的草稿.xlsx"))


def _versions(window: MainWindow) -> Iterator[tuple[str, QDialog]]:
    session = window.session
    assert session.last_year is not None
    with TemporaryDirectory() as folder:
        draft = Path(folder) / "草稿.xlsx"
        keep_version(draft, draft_bytes(session.last_year), datetime(2026, 1, 10, 9, 12), "saved")
        keep_version(draft, draft_bytes(session.report), datetime(2026, 1, 11, 17, 40), "saved")
        history = HistoryDialog(window, list_versions(draft), session.report, may_restore=True)
        yield "history", history
        history.list.setCurrentRow(1)
        yield "history-differs", history


def _departments(window: MainWindow) -> Iterator[tuple[str, QDialog]]:
    from core.form.blocks import blocks_of  # beside what uses it
    from core.office.department_split import SentSheet, split_of  # beside what uses it

    report = window.session.report
    sent = [SentSheet("k1", "行政执法科", "2026-01-05")]
    yield "send", SendDialog(blocks_of(report.form), split_of(report), sent, window)
    origin = Origin("行政执法科", "张三", "2026-01-10", "处罚台账")
    cells = {"t2.penalty.decisions": 12, "t2.coercion.decisions": 0}
    back = DepartmentReturn(Path("执法.xlsx"), new_identity(report, "行政执法科"), origin, "", cells, ())
    yield "merge", MergeDialog(merge(report, [back]), ["“名单.xlsx”不是科室填报表。"], window)


def _returns(window: MainWindow) -> Iterator[tuple[str, QDialog]]:
    report = window.session.report
    report = review.submit(report, date(2026, 1, 10)).applied_to(report)
    remarks = [
        "第二部分行政许可的数量请再核对",
        "第五部分写得太短，请补充本年实际存在的主要问题和改进措施，不要照抄上年",
    ]
    report = review.register_return(report, "办公室", date(2026, 1, 11), remarks).applied_to(report)
    yield "return", ReturnDialog([report.rounds[-1]], date(2026, 1, 11), lambda _dialog: None, window)
    yield "publication", PublicationDialog("https://www.example.gov.cn/gxrs", "", date(2026, 1, 12), window)


def _registers(window: MainWindow) -> Iterator[tuple[str, QDialog]]:
    """Yield the dialogs of the sample register, one row of which has no day."""
    report = window.session.report
    sample = resource_path("samples", SAMPLE)
    sheets = read_register(sample)
    yield "register-columns", ColumnsDialog(sample.name, sheets, {}, window)
    words = [UnknownWord("信息不存在", 3, "R13"), UnknownWord("转办", 1, "")]
    yield "register-words", WordsDialog(words, [UnknownWord("公民", 9, "C1")], window)
    rows = [
        replace(row, values={c: v for c, v in row.values.items() if c != 2 or row.number != 3})
        for row in sheets[0].rows
    ]
    work = RegisterWork(sample, (replace(sheets[0], rows=tuple(rows)),), RegisterMapping(), report.form, 2025)
    yield "register-unread", PreviewDialog(work, report, lambda _work: None, window)
    whole = replace(work, sheets=sheets)
    yield "register-preview", PreviewDialog(whole, report, lambda _work: None, window)
    counted = whole.counted
    taken = take_over(report, counted, [cell.code for cell in counted_cells(report, counted)], "2026-01-12").applied_to(
        report
    )
    yield "register-cases", CasesDialog(taken, "t3.R01.C1", counted, window)


def asked(window: MainWindow) -> dict[str, Callable[[], object]]:
    """Return what opens a box of the program or of Qt and waits for its answer, by a name."""
    report, last = window.session.report, window.session.last_year
    assert last is not None
    changes = report_changes(last, report)
    home = str(Path.home())
    finding = window.session.result.open_warnings[0]
    reasons = window.session.form.rules[finding.rule_id].reasons
    return {
        "error": lambda: dialogs.show_error(window, FileInUseError(Path("水利局2025年年度报告（草稿）.xlsx"))),
        "unsaved": lambda: dialogs.ask_unsaved(window, "某某县水利局2025年年度报告（草稿）"),
        "confirm": lambda: dialogs.confirm(window, "保存草稿", "“草稿.xlsx”已经存在，要替换吗？", "替换"),
        "to-make": lambda: dialogs.ask_to_make(window, "生成送审稿第1稿", window.session.facts.summary("review")),
        "refused": lambda: dialogs.choose(
            window, "还不能生成", "2个错误要改正，4个疑点要核实。", "", ("查看问题", "关闭")
        ),
        "made": lambda: dialogs.choose(
            window,
            "已生成",
            "已生成送审稿：报告.docx",
            "已核对：一致。",
            ("打印审签单", "打开报告", "打开所在文件夹", "关闭"),
        ),
        "lock": lambda: dialogs.choose(
            window,
            "草稿已在别处打开",
            "“草稿.xlsx”：李四在电脑“PC-2”上已打开（2026-01-12 09:00）。",
            "对方最近一次更新在8小时前，可能已经不在。\n两处同时修改，后保存的会盖掉先保存的。可以只读打开看看，或另存一份再改。",
            (READ_ONLY, EDIT_COPY, OPEN_ANYWAY, CANCEL),
        ),
        "reason": lambda: dialogs.ask_reason(window, "填写说明", finding.message + dialogs.EXPLAIN, reasons),
        "list": lambda: dialogs.choose_with_list(
            window,
            "找回未保存的内容",
            "下列草稿退出时没有保存，最近的在前。恢复后请保存。",
            [
                "某某县水利局　2025年　最后修改 2026-01-11 17:40　草稿.xlsx",
                "某某县财政局　2025年　最后修改 2026-01-10 09:12　还没有草稿文件",
            ],
            (RESTORE, CANCEL),
        ),
        "changes": lambda: dialogs.choose_with_changes(
            window,
            "草稿文件已被改动",
            "“草稿.xlsx”已被其他程序（如 WPS）改动，与现在填报的有11处不同。以哪一份为准？\n"
            "“用文件里的”：换下我的，可以撤销。“保留我的”：存入文件，盖掉文件里的。"
            "没有采用的一份会留在“版本历史”中，不会丢失。",
            changes,
            (MINE, THEIRS),
            (USE_FILE, KEEP_MINE, SAVE_MINE_AS, LATER),
        ),
        "open": lambda: dialogs.ask_open(window, "继续填写", home),
        "folder": lambda: dialogs.ask_folder(window, "填报表存到哪个文件夹", home),
        "save": lambda: dialogs.ask_save(window, "保存草稿", Path(home) / "草稿.xlsx"),
        "preview": window.commands.printing.print_report,
        "preview-sheet": window.commands.printing.print_signoff,
    }


def grab_asked(opens: Callable[[], object], grab: Callable[[QDialog], None]) -> None:
    """Open a box that waits for its answer, grab it and close it."""

    def look() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QDialog):
            grab(box)
            box.reject()
        else:
            QTimer.singleShot(_WAIT_MS, look)

    QTimer.singleShot(_WAIT_MS, look)
    opens()
