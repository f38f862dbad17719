"""Papers as they leave the printer: PDF with Chinese text, whole rows, marks and page numbers."""

import re
import shutil
import subprocess
from bisect import bisect_right
from collections.abc import Callable
from datetime import date
from functools import cache, partial
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QKeySequence
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog, QPrintPreviewWidget
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QGraphicsView, QLabel, QLineEdit, QToolBar, QToolButton
from pytestqt.qtbot import QtBot

from build_scripts.make.sample import sample_report
from build_scripts.sweeps.libreoffice import convert
from core.form.blocks import blocks_of
from core.office.review import finalise, submit
from core.office.signoff import signoff_bytes
from core.report.change import Change
from core.report.checksum import report_checksum
from core.report.report import Origin, Report
from core.word.looks import looks
from core.word.report import report_bytes
from core.word.style_profile import StyleProfile, preset
from gui import dialogs
from gui.dialogs.print_preview import PrintPreview
from gui.look import theme
from gui.main_window import MainWindow
from gui.printing.paper import Paper
from gui.printing.printed_report import report_paper
from tests.window_fixtures import SAMPLE, Answers


@pytest.fixture
def window(window: MainWindow) -> MainWindow:
    """The window with the sample."""
    window.open_path(SAMPLE)
    return window


def text_of(path: Path) -> list[str]:
    done = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True)
    return done.stdout.rstrip("\f").split("\f")


@pytest.mark.needs_libreoffice
def test_the_printed_report_has_every_section_number_and_mark(window: MainWindow, tmp_path: Path) -> None:
    window.commands.printing.write_pdf(tmp_path / "a.pdf", window.commands.printing.report_paper)
    pages = text_of(tmp_path / "a.pdf")
    assert 4 <= len(pages) <= 6
    for number, page in enumerate(pages, 1):
        assert page.lstrip().startswith("草稿\n")
        assert re.sub(r"\s", "", page).endswith(f"—{number}—")
    plain = re.sub(r"\s", "", "".join(pages))
    for section in window.session.form.sections.values():
        assert section.title in plain
    assert "行政许可656" in plain
    window.session.enter("t3.R25.C1", "9")
    errors = window.session.result.count("error")
    window.commands.printing.write_pdf(tmp_path / "b.pdf", window.commands.printing.handed_paper)
    assert errors
    assert all(page.lstrip().startswith(f"草稿 有{errors}个错误") for page in text_of(tmp_path / "b.pdf"))


@pytest.mark.needs_libreoffice
def test_sub_headings_are_printed_all_or_none(window: MainWindow, tmp_path: Path) -> None:
    headings = [text.heading for text in window.session.form.texts.values() if text.heading]
    kept, *others = [text.code for text in window.session.form.texts.values() if text.heading]
    for code in others:
        window.session.set_text(code, "")
    window.commands.printing.write_pdf(tmp_path / "a.pdf", window.commands.printing.report_paper)
    plain = re.sub(r"\s", "", "".join(text_of(tmp_path / "a.pdf")))
    assert all(heading in plain for heading in headings)
    window.session.set_text(kept, "")
    window.commands.printing.write_pdf(tmp_path / "b.pdf", window.commands.printing.report_paper)
    plain = re.sub(r"\s", "", "".join(text_of(tmp_path / "b.pdf")))
    assert not any(heading in plain for heading in headings)


@pytest.mark.needs_libreoffice
@pytest.mark.parametrize(("is_whole", "pages_with_head"), [(True, {1}), (False, {1, 2})])
def test_table_3_is_on_one_page_or_repeats_its_head(
    window: MainWindow, tmp_path: Path, is_whole: bool, pages_with_head: set[int]
) -> None:
    window.settings.change(whole_table=is_whole)
    counts = set()
    for lines in range(0, 22, 5):  # somewhere on the way down the page there is no room for all of it
        window.session.set_text("s3", "\n".join(f"第{n}段说明。" for n in range(lines)))
        window.commands.printing.write_pdf(tmp_path / "a.pdf", window.commands.printing.report_paper)
        pages = text_of(tmp_path / "a.pdf")
        with_rows = [page for page in pages if "申请人情况" in page or "结转下年度" in re.sub(r"\s", "", page)]
        assert all("申请人情况" in page for page in with_rows if "（七）总计" in page)
        counts.add(sum("申请人情况" in page for page in pages))
    assert counts == pages_with_head


def installed(profile: StyleProfile) -> StyleProfile:
    """The style in fonts that Qt and LibreOffice find both."""
    cjk = next(name for name in QFontDatabase.families() if "CJK SC" in name)
    return profile._replace(fonts={use: "Liberation Serif" if use == "latin" else cjk for use in profile.fonts})


def test_table_3_stands_with_its_heading_and_a_short_text_where_these_begin_a_page(qapp: QApplication) -> None:
    report = sample_report().with_texts({"s3": "本" * 40 + "。"})  # two lines
    style, at_head = installed(preset()), []
    for lines in range(23):
        before = report.with_texts({"s2": "\n".join(f"第{n}段说明。" for n in range(lines))})
        headings = {one.title[0]: one for one in report_paper(QPrinter(), before, style).bookmarks}
        if headings["三"].top < 40 / 25.4 * 72:  # else what stands above it fills the page
            at_head.append(headings["四"].page - headings["三"].page)
    assert at_head
    assert max(at_head) == 1  # a page of its own for heading and text would stay white


def test_no_line_of_a_note_stands_alone_on_a_page(qapp: QApplication) -> None:
    style = installed(preset())
    for count in range(1, 7):
        paper = Paper(QPrinter(), style, lambda font: font)
        paper.paragraph("\n".join("注" * count), looks(style)["TableNoteMore"])
        together = [unit.keeps_next for unit in paper._units]
        ends = {number + 1 for number, is_kept in enumerate(together[:-1]) if not is_kept}  # lines before a page's end
        assert ends == set(range(2, count - 1))


def test_a_note_that_would_fill_a_page_alone_stands_with_its_table(qapp: QApplication) -> None:
    style, together = installed(preset()), []
    report = sample_report().with_texts({"s3": "", "note.t2": f"注：{'水' * 300}。"})
    for lines in range(22):
        one = report.with_texts({"s2": "\n".join(f"第{n}段说明。" for n in range(lines))})
        units = report_paper(QPrinter(), one, style)._units
        last = next(n for n, unit in enumerate(units) if unit.table and units[n + 1].table is None) + 1
        together.append({unit.keeps_next for unit in units[last - 1 : last + 2]})
    assert {True} in together
    assert {False, True} in together  # elsewhere it may go over


@pytest.mark.parametrize("text", ["", "本年没有。", "本" * 40, "本" * 70])
def test_half_a_line_is_left_free_above_a_table_on_paper(qapp: QApplication, text: str) -> None:
    report = sample_report().with_texts({"s2": text, "s3": text, "s4": text})
    for top in (37, 40):
        style = installed(preset())._replace(margins={"top": top, "bottom": 35, "left": 28, "right": 26})
        units = report_paper(QPrinter(), report, style)._units
        free = [unit.before / style.pitch for unit in units if unit.table and not unit.row]
        # On the lower page table 三 leaves its heading and two lines no more
        assert free == [0.5, 0 if (top, len(text)) == (40, 40) else 0.5, 0.5]


@pytest.mark.needs_libreoffice
def test_paper_and_word_break_lines_and_pages_in_the_same_places(window: MainWindow, tmp_path: Path) -> None:
    window.session.enter("t3.R01.C1", "1234567")
    window.session.enter("t4.review.upheld", "123456")
    window.session.set_text("s3", "全年新收政府信息公开申请1234567件（含网上提交的1,234件），均已答复。" * 4)
    style = installed(window.settings.profile)
    report = window.session.report
    window.commands.printing.write_pdf(tmp_path / "print.pdf", lambda printer: report_paper(printer, report, style))
    (tmp_path / "word.docx").write_bytes(report_bytes(report, stage="final", profile=style))
    convert([tmp_path / "word.docx"], "pdf", tmp_path, tmp_path / "office")
    word, paper = (
        [[re.sub(r"\s", "", line) for line in page.splitlines() if line.strip()] for page in text_of(tmp_path / name)]
        for name in ("word.pdf", "print.pdf")
    )
    assert [page[0] for page in word] == [page[0] for page in paper]
    signs = [[[len(line) for line in page] for page in pages[:2]] for pages in (word, paper)]
    assert signs[0] == signs[1]  # pages of nothing but text, line by line; some fonts give radicals back
    for number in ("1234567", "123456"):
        assert any(number in line for page in paper for line in page)


def reports_across_an_end_of_page(lines: int, style: StyleProfile) -> list[Report]:
    """Return reports whose last text has so many lines; the end of a page goes through it and what stands below it."""
    signed = {"meta.sign_off": "某某县水利局", "meta.date": "2026年1月12日"}
    report = sample_report().with_texts({**signed, "s6": "末" * (28 * lines - 8) + "。"})
    made = [report.with_texts({"s5": "\n".join(f"第{n}段。" for n in range(before))}) for before in range(1, 40)]
    pages = cache(lambda n: report_paper(QPrinter(), made[n], style).page_count)
    full = bisect_right(range(len(made)), pages(0), key=pages) - 1
    assert full + 7 <= len(made)
    return made[full : full + 7]  # date, unit, room for the seal, the last text


@pytest.mark.needs_libreoffice
def test_unit_and_date_never_stand_alone_on_a_page(window: MainWindow, tmp_path: Path) -> None:
    style, pdf = installed(window.settings.profile), tmp_path / "print.pdf"
    printed: dict[tuple[int, int], list[int]] = {}
    files: list[Path] = []
    for lines in (1, 2, 5, 12):
        for place, one in enumerate(reports_across_an_end_of_page(lines, style)):
            window.commands.printing.write_pdf(pdf, partial(report_paper, report=one, profile=style))
            printed[lines, place] = [page.count("末") for page in text_of(pdf)]
            files.append(tmp_path / f"{lines}-{place}.docx")
            files[-1].write_bytes(report_bytes(one, stage="final", profile=style))
    converted = convert(files, "pdf", tmp_path, tmp_path / "office")
    word = {key: [page.count("末") for page in text_of(file)] for key, file in zip(printed, converted, strict=True)}
    for lines in (1, 2, 5, 12):
        ours, theirs = ([ends for key, ends in made.items() if key[0] == lines] for made in (printed, word))
        least = 20 if lines == 1 else 29  # signs: two lines, where there are two
        assert all(ends[-1] >= least for ends in (*ours, *theirs)), (lines, ours, theirs)
        assert any(ends[-2] for ends in ours[1:]) == (lines > 5), lines  # what is longer is divided
        differing = [(one, other) for one, other in zip(theirs, ours, strict=True) if one != other]
        assert len(differing) <= (lines > 5), lines  # LibreOffice divides none that stays with the next one


@pytest.mark.needs_libreoffice
def test_the_sign_off_sheet_fits_on_one_page(window: MainWindow, tmp_path: Path) -> None:
    window.commands.printing.write_pdf(tmp_path / "a.pdf", window.commands.printing.signoff_paper)
    pages = text_of(tmp_path / "a.pdf")
    assert len(pages) == 1
    assert "政府信息公开工作年度报告审签单" in pages[0]


@pytest.mark.needs_libreoffice
def test_word_and_paper_of_the_sign_off_sheet_have_the_same_pages(window: MainWindow, tmp_path: Path) -> None:
    printing, codes = window.commands.printing, [block.code for block in blocks_of(window.session.form)]
    window.session.set_text("meta.website", "https://www.example.gov.cn/" + "xxgk/2025/" * 20)
    checksums = {}
    for departments, pages in ((7, 1), (9, 2)):
        of_them = enumerate(codes[:departments])
        origins = {code: (None, Origin(f"第{i}科", "张三", "2026-01-05", "")) for i, code in of_them}
        window.session.record(Change(origins=origins))
        checksums[pages] = report_checksum(window.session.report)
        printing.write_pdf(tmp_path / f"print{pages}.pdf", printing.signoff_paper)
        data = signoff_bytes(window.session.report, window.session.result, today=date(2026, 1, 12))
        (tmp_path / f"word{pages}.docx").write_bytes(data)
    convert(list(tmp_path.glob("*.docx")), "pdf", tmp_path, tmp_path / "office")
    for name, (pages, checksum) in product(("print", "word"), checksums.items()):
        found = text_of(tmp_path / f"{name}{pages}.pdf")
        assert len(found) == pages, name
        for page in found:
            assert "政府信息公开工作年度报告审签单" in page
            assert checksum in page


def printed_from_the_preview(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *, is_printed: bool) -> None:
    """Let the clerk look at a preview, and print from it or close it."""

    def preview_print(_parent: object, printer: QPrinter, paint: Callable[[QPrinter], None]) -> None:
        preview = QPrintPreviewWidget(printer)
        preview.paintRequested.connect(paint)
        preview.updatePreview()
        if is_printed:
            printer.setOutputFileName(str(tmp_path / "a.pdf"))
            preview.print_()

    monkeypatch.setattr(dialogs, "preview_print", preview_print)


def test_a_sign_off_sheet_that_was_only_looked_at_is_not_noted(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed_from_the_preview(monkeypatch, tmp_path, is_printed=False)
    window.commands.run("print_signoff")
    assert "printed_on" not in window.session.report.status
    assert window.draft.is_saved


def test_a_sign_off_sheet_printed_from_a_draft_of_somebody_else_is_not_noted_in_it(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.session.set_read_only(True)
    printed_from_the_preview(monkeypatch, tmp_path, is_printed=True)
    window.commands.run("print_signoff")
    assert (tmp_path / "a.pdf").exists()
    assert "printed_on" not in window.session.report.status
    assert window.draft.is_saved


def test_a_draft_open_for_reading_only_is_printed_as_the_draft_it_is(window: MainWindow) -> None:
    window.session.set_read_only(True)
    assert window.commands.printing.mark == "草稿"
    window.session.record(submit(window.session.report, date(2026, 1, 12)))
    assert window.commands.printing.mark == "送审稿第1稿"
    window.session.record(finalise(window.session.report, date(2026, 1, 12)))
    assert window.commands.printing.mark == ""


def test_a_pdf_is_named_by_what_its_pages_are_marked_with(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    proposed: list[str] = []
    monkeypatch.setattr(window.files, "save", lambda _purpose, _title, name, _filter: proposed.append(name))
    window.commands.run("save_pdf")
    window.session.record(submit(window.session.report, date(2026, 1, 12)))
    window.commands.run("save_pdf")
    window.session.record(finalise(window.session.report, date(2026, 1, 12)))
    window.commands.run("save_pdf")
    assert [name.partition("年度报告")[2] for name in proposed] == ["（草稿）.pdf", "（送审稿第1稿）.pdf", ".pdf"]


def test_a_paper_printed_into_a_file_proposes_its_name(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[QPrinter] = []
    monkeypatch.setattr(dialogs, "preview_print", lambda _parent, printer, _paint: shown.append(printer))
    window.open_path(Path(shutil.copy(SAMPLE, tmp_path)))
    for name in ("print_report", "print_signoff", "print_changes", "print_findings"):
        window.commands.run(name)
    names = [printer.docName() for printer in shown]
    unit = window.session.report.unit
    assert names[0] == f"{unit}2025年政府信息公开工作年度报告（草稿）（打印）"  # not the name of 另存为 PDF
    assert names[1:] == [f"{unit}2025年报{kind}（草稿）" for kind in ("审签单", "修改情况", "问题清单")]
    for printer in shown:  # where there is no printer, the preview asks for the file
        has_printer = printer.outputFormat() == QPrinter.OutputFormat.NativeFormat
        assert printer.outputFileName() == ("" if has_printer else str(tmp_path / f"{printer.docName()}.pdf"))


def test_a_pdf_tells_what_it_is_as_title(window: MainWindow, tmp_path: Path) -> None:
    window.commands.printing.write_pdf(tmp_path / "年报.pdf", window.commands.printing.findings_paper)
    said = subprocess.run(["pdfinfo", str(tmp_path / "年报.pdf")], check=True, capture_output=True, text=True).stdout
    assert re.search(rf"^Title:\s+{window.session.report.title}问题清单$", said, re.MULTILINE)


def test_what_changes_after_the_sign_off_sheet_was_printed_is_said_until_it_is_printed_again(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def said() -> list[str]:
        return [finding.rule_id for finding in window.session.result.findings if finding.rule_id == "F-04"]

    window.open_sample()
    printed_from_the_preview(monkeypatch, tmp_path, is_printed=True)
    window.commands.run("print_signoff")
    assert (tmp_path / "a.pdf").exists()
    assert window.session.report.status["printed_on"] == "2026-01-12"
    assert not window.draft.is_saved
    assert said() == []

    window.session.set_text("s3", "另有说明。")
    assert said() == ["F-04"]
    finding = next(finding for finding in window.session.result.findings if finding.rule_id == "F-04")
    assert window.session.facts.clue(finding) == "打印之后的改动：依申请公开：表前文字已修改。"
    window.commands.run("print_signoff")
    assert said() == []


@pytest.mark.needs_libreoffice
def test_the_sign_off_sheet_uses_its_page_and_no_line_begins_with_punctuation(
    window: MainWindow, tmp_path: Path
) -> None:
    window.session.enter("t3.R01.C1", "14")  # several 疑点 about numbers, in many lines
    for i, finding in enumerate(window.session.result.open_warnings):
        window.session.explain(finding, "已与台账核对，" * (i + 3), "张三")
    window.commands.printing.write_pdf(tmp_path / "a.pdf", window.commands.printing.signoff_paper)
    (page,) = text_of(tmp_path / "a.pdf")
    pieces = [piece for line in page.splitlines() for piece in re.split(r"\s{2,}", line) if piece]
    assert any("已与台账核对，" in piece for piece in pieces)
    assert [piece for piece in pieces if piece[0] in "，。；：、）”》！？"] == []
    boxes = subprocess.run(
        ["pdftotext", "-bbox", str(tmp_path / "a.pdf"), "-"], capture_output=True, text=True, check=True
    ).stdout
    height = float(re.findall(r'<page [^>]*height="([\d.]+)"', boxes)[0])
    lowest = max(float(y) for y in re.findall(r'yMax="([\d.]+)"', boxes))
    assert lowest > 0.9 * height


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_preview_shows_black_on_white_in_both_schemes(
    window: MainWindow, qapp: QApplication, qtbot: QtBot, scheme: str
) -> None:
    theme.apply(qapp, scheme=scheme)
    try:
        printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        preview = QPrintPreviewDialog(printer)
        qtbot.addWidget(preview)
        preview.paintRequested.connect(lambda asked: window.commands.printing.signoff_paper(asked).paint())
        preview.resize(900, 1300)
        with qtbot.waitExposed(preview):
            preview.show()
        qtbot.waitUntil(lambda: darkest_of_title(preview) < 60)
        labels: list[QLabel] = list(preview.findChildren(QLabel))
        (pages,) = {label.text() for label in labels if label.text().startswith("/")}
    finally:
        theme.apply(qapp)
    assert pages.strip() == "/ 1"


def darkest_of_title(preview: QPrintPreviewDialog) -> int:
    image = preview.grab().toImage()
    middle = image.width() // 2
    return min(image.pixelColor(x, y).lightness() for x in range(middle - 150, middle + 150) for y in range(160, 200))


def test_the_preview_names_its_print_button_and_shows_it_in_a_narrow_window(window: MainWindow, qtbot: QtBot) -> None:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    preview = PrintPreview(printer, lambda asked: window.commands.printing.signoff_paper(asked).paint(), window)
    preview.resize(500, 400)
    with qtbot.waitExposed(preview):
        preview.show()
    bars: list[QToolBar] = list(preview.findChildren(QToolBar))
    (bar,) = bars
    button = bar.widgetForAction(bar.actions()[0])
    assert isinstance(button, QToolButton)
    assert button.text() == "打印"
    assert button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    assert button.isVisible()
    assert not {action.text() for action in bar.actions()} & {"纵向", "横向", "打印设置"}
    preview.reject()


@pytest.mark.parametrize(("size", "is_whole"), [((800, 440), False), ((980, 1400), True)])
def test_the_preview_opens_so_that_it_can_be_read(
    window: MainWindow, qtbot: QtBot, size: tuple[int, int], is_whole: bool
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    window.open_sample()
    preview = PrintPreview(printer, lambda asked: window.commands.printing.report_paper(asked).paint(), window)
    preview.resize(*size)
    with qtbot.waitExposed(preview):
        preview.show()
    shown: list[QPrintPreviewWidget] = list(preview.findChildren(QPrintPreviewWidget))
    (pages,) = shown
    modes = QPrintPreviewWidget.ZoomMode
    qtbot.waitUntil(lambda: pages.zoomMode() == (modes.FitInView if is_whole else modes.FitToWidth))
    qtbot.wait(50)
    assert pages.zoomFactor() >= 0.6
    assert pages.zoomMode() == (modes.FitInView if is_whole else modes.FitToWidth)
    assert pages.currentPage() == 1
    preview.reject()


@pytest.mark.parametrize("key", ["Return", "Ctrl+P"])
def test_the_preview_prints_by_keyboard(window: MainWindow, qtbot: QtBot, key: str) -> None:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    preview = PrintPreview(printer, lambda asked: window.commands.printing.signoff_paper(asked).paint(), window)
    printed: list[str] = []
    bars: list[QToolBar] = list(preview.findChildren(QToolBar))
    (bar,) = bars
    printing = bar.actions()[0]
    printing.triggered.disconnect()  # the dialog of the printer
    printing.triggered.connect(lambda: printed.append(key))
    with qtbot.waitExposed(preview):
        preview.show()
    preview.activateWindow()
    views: list[QGraphicsView] = list(preview.findChildren(QGraphicsView))
    qtbot.waitUntil(views[0].hasFocus)
    QTest.keySequence(preview.focusWidget(), QKeySequence(key))
    assert len(printed) == 1
    preview.reject()


def test_the_pages_of_the_preview_are_turned_and_enlarged_by_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    window.open_sample()
    preview = PrintPreview(printer, lambda asked: window.commands.printing.report_paper(asked).paint(), window)
    with qtbot.waitExposed(preview):
        preview.show()
    preview.activateWindow()
    views: list[QGraphicsView] = list(preview.findChildren(QGraphicsView))
    qtbot.waitUntil(views[0].hasFocus)
    shown: list[QPrintPreviewWidget] = list(preview.findChildren(QPrintPreviewWidget))
    (pages,) = shown
    bar = views[0].verticalScrollBar()

    def press(keys: str) -> None:
        QTest.keySequence(preview.focusWidget(), QKeySequence(keys))

    press("End")
    assert pages.currentPage() == pages.pageCount() > 2
    press("Home")
    assert pages.currentPage() == 1
    lines: list[QLineEdit] = list(preview.findChildren(QLineEdit))
    (box,) = (line for line in lines if not isinstance(line.parent(), QComboBox))  # of the page, not of the size
    before = pages.currentPage(), bar.value()
    press("PgDown")
    assert (pages.currentPage(), bar.value()) > before
    for _ in range(4):
        press("PgDown")
        assert box.text() == str(pages.currentPage())
    press("Home")
    assert (pages.currentPage(), bar.value(), box.text()) == (*before, "1")
    press("PgDown")
    press("PgUp")
    assert (pages.currentPage(), bar.value()) == before
    factor = pages.zoomFactor()
    press("Ctrl++")
    assert pages.zoomFactor() > factor
    press("Ctrl+-")
    assert pages.zoomFactor() == pytest.approx(factor, rel=0.1)
    press("Home")
    top = bar.value()
    press("Down")
    assert bar.value() > top
    preview.reject()


def test_it_is_said_where_a_paper_was_printed_to_a_file(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answers: Answers
) -> None:
    printed_from_the_preview(monkeypatch, tmp_path, is_printed=False)
    window.commands.run("print_report")
    assert answers.said == []
    opened: list[Path] = []
    monkeypatch.setattr(window.commands.printing._host, "open_outside", opened.append)
    printed_from_the_preview(monkeypatch, tmp_path, is_printed=True)
    answers.choice = "打开所在文件夹"
    window.commands.run("print_report")
    assert "a.pdf" in answers.said[-1]
    assert opened == [tmp_path]


def test_where_a_font_is_missing_the_whole_paper_is_in_that_of_the_window(window: MainWindow, tmp_path: Path) -> None:
    profile = window.settings.profile
    strange = profile._replace(fonts=dict.fromkeys(profile.fonts, "没有的字体"), instead={})
    window.commands.printing.write_pdf(
        tmp_path / "a.pdf", lambda printer: report_paper(printer, window.session.report, strange)
    )
    fonts = set(re.findall(rb"/BaseFont /(\S+)", (tmp_path / "a.pdf").read_bytes()))
    assert len(fonts) == 1  # digits of another font stand higher than the words in the preview


def test_only_the_chosen_pages_are_printed(window: MainWindow, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "a.pdf"))
    printer.setFromTo(2, 3)
    window.commands.printing.report_paper(printer).paint()
    assert (tmp_path / "a.pdf").read_bytes().count(b"/Type /Page\n") == 2


def test_a_whole_text_that_was_pasted_into_a_cell_is_printed(window: MainWindow, tmp_path: Path) -> None:
    window.session.enter("t3.R01.C1", "甲" * 100)
    window.commands.printing.write_pdf(tmp_path / "a.pdf", window.commands.printing.report_paper)
    assert "".join(text_of(tmp_path / "a.pdf")).count("甲") == 100


def test_annexes_list_findings_and_changes(window: MainWindow, tmp_path: Path) -> None:
    window.session.enter("t3.R01.C1", "5")
    for name, lay_out in (
        ("f", window.commands.printing.findings_paper),
        ("c", window.commands.printing.changes_paper),
    ):
        window.commands.printing.write_pdf(tmp_path / f"{name}.pdf", lay_out)
        assert (tmp_path / f"{name}.pdf").stat().st_size > 1000


def test_a_target_that_cannot_be_written_is_said_so(window: MainWindow, answers: Answers, tmp_path: Path) -> None:
    answers.save_to = tmp_path / "没有这个文件夹" / "a.pdf"
    window.commands.run("save_pdf")
    assert "文件夹" in answers.said[-1]
