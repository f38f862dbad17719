"""The dialog 设置: look, style profile, local rules, deadlines."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QDate
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QSizePolicy,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from core.base.atomic_file import replace_file
from core.base.errors import ReportError
from core.base.overriding import override
from core.form.form_definition import LEVEL_NAMES, FormDefinition
from core.office.deadline import DEADLINES, month_and_day
from core.validation.demands import EQUAL_RULE
from core.validation.local_rules import LocalRules, forget_local_rules, import_local_rules, level_in_words
from core.validation.local_sample import sample_local_rules
from core.word.shipped_styles import DEFAULT_PROFILE, PRESETS
from core.word.style_profile import StyleProfile, import_profile, own_profile, preset, sample_profile
from gui import dialogs
from gui.dialogs.answer_buttons import answer_buttons, side_button
from gui.dialogs.chosen_files import ChosenFiles
from gui.dialogs.dialog_size import open_with_size
from gui.dialogs.keeping_dialog import KeepingDialog
from gui.look.colours import colours
from gui.look.fonts_note import fonts_sentence
from gui.look.plain_text import PlainLabel
from gui.look.settings import OWN_PROFILE, POINTS, SCHEMES, SettingsStore
from gui.look.steady_box import SteadyBox

_TOML = "设置文件 (*.toml)"
_PROPOSED = (1, 31)


def changes_in_words(local: LocalRules, form: FormDefinition) -> list[str]:
    """Return one line for each thing that local rules change."""
    lines = []
    for own in local.rules:
        rule = form.rules[own.id]
        lines.append(
            f"{rule.name}：{LEVEL_NAMES[rule.level]} → {level_in_words(own.level)}（{own.reason}）规则 {rule.id}"
        )
    asked = local.asked_in_words()
    asked.pop(EQUAL_RULE)  # they are among the numbers
    return lines + [one for several in asked.values() for one in several]


class SettingsDialog(KeepingDialog):
    """Asks for the settings; ``apply`` takes them over. Files are imported at once.

    The form is the one by which local rules are read, whatever format the open report follows.
    """

    is_kept_by_accepting = True

    def __init__(
        self, store: SettingsStore, form: FormDefinition, files: ChosenFiles, parent: QWidget | None = None
    ) -> None:
        super().__init__("设置", parent)
        self._store = store
        self._form = form
        self._files = files
        open_with_size(self, 620, 440, grows=True)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName("设置")
        self.tabs.tabBar().setAccessibleName("设置")
        self.tabs.addTab(self._look(), "显示")
        self.tabs.addTab(self._style(), "报告版式")
        self.tabs.addTab(self._rules(), "检查口径")
        self.tabs.addTab(self._deadlines(), "期限")
        buttons, ok = answer_buttons(self, "确定")
        ok.setDefault(True)
        layout = QVBoxLayout(self)
        layout.addWidget(self.tabs)
        layout.addWidget(buttons)
        self.begin()

    # ------------------------------------------------------------ look

    def _look(self) -> QWidget:
        values = self._store.values
        self.points = QSpinBox(minimum=POINTS[0], maximum=POINTS[1], value=values.points, suffix=" 磅")
        self.scheme = SteadyBox()
        for key, name in SCHEMES.items():
            self.scheme.addItem(name, key)
        self.scheme.setCurrentIndex(self.scheme.findData(values.scheme))
        hint = _hint("表格里的字可以另外放大：在表格中按 Ctrl+加号、Ctrl+减号，或按住 Ctrl 滚动滚轮。")
        return _page(("字号", self.points), ("颜色", self.scheme), below=[hint])

    # ------------------------------------------------------------ style profile

    def _style(self) -> QWidget:
        self.profile = SteadyBox()
        for profile_id in PRESETS:
            self.profile.addItem(preset(profile_id).name, profile_id)
        self._own = self._kept_profile()
        if self._own is not None:
            self.profile.addItem(f"{self._own.name}（导入）", OWN_PROFILE)
        self.profile.setCurrentIndex(max(0, self.profile.findData(self._store.values.profile)))
        self.fonts = PlainLabel(wordWrap=True)
        self.fonts.setAccessibleName("缺少的字体")
        self.profile.currentIndexChanged.connect(lambda _i: self._show_fonts())
        take = side_button("导入版式文件…", self._import_profile)
        self._show_fonts()
        self.whole_table = QCheckBox("表三排在同一页上，不跨页（前一页可能留白）")
        self.whole_table.setChecked(self._store.values.whole_table)
        self.whole_table.setToolTip(
            "表三排在同一页上，当页余下的地方放不下就另起一页，前一页因此会留白；"
            "不想留白的，不勾选，表三可以从各组办理结果之间分到两页。"
        )
        hint = _hint("版式决定 Word 报告、打印稿和审签单的字体、行距、页边距和页码。程序不带字体，也不会下载字体。")
        problem = self._store.profile_problem
        broken = [PlainLabel(str(problem), wordWrap=True)] if problem is not None else []
        self.style_sample = side_button("另存样例…", self._save_profile_sample)
        self.style_sample.setToolTip("把所选的版式存成带说明的文件，用记事本改好后再导入")
        buttons = _row(take, self.style_sample)
        return _page(("版式", self.profile), below=[*broken, self.fonts, buttons, self.whole_table, hint])

    def _kept_profile(self) -> StyleProfile | None:
        try:
            return own_profile()
        except ReportError:
            return None  # said on the start page, and beside the list

    def _show_fonts(self) -> None:
        own = self.profile.currentData() == OWN_PROFILE
        shown = self._own if own and self._own is not None else preset(self.profile.currentData())
        missing = fonts_sentence(shown)
        self.fonts.setText(f"！ {missing}" if missing else "✓ 这个版式要求的字体本机都有。")
        look = self.palette()
        if missing:
            look.setColor(look.ColorRole.WindowText, colours(look).warning)
        self.fonts.setPalette(look)

    def _save_profile_sample(self) -> None:
        chosen = self.profile.currentData()
        self._save_sample("版式样例.toml", sample_profile(chosen if chosen in PRESETS else DEFAULT_PROFILE))

    def _save_rules_sample(self) -> None:
        self._save_sample("本地口径样例.toml", sample_local_rules(self._form))

    def _save_sample(self, name: str, text: str) -> None:
        """Save a sample as Windows' own editor shows it well."""
        path = self._files.save("setup", "另存样例", name, _TOML, self)
        if path is None:
            return
        data = text.replace("\n", "\r\n").encode("utf-8-sig")
        try:
            dialogs.in_thread(self, "正在保存……", partial(replace_file, path, data))
        except ReportError as error:
            dialogs.show_error(self, error)
        else:
            more = "请用记事本打开修改，保存后在这里导入。"
            dialogs.inform(self, "已保存", f"样例已存为“{path.name}”。", more)

    def _import_profile(self) -> None:
        path = self._files.open("setup", "导入版式文件", _TOML, self)
        if path is None:
            return
        try:
            self._own = dialogs.ask_disk(self, path, partial(import_profile, path))
        except ReportError as error:
            dialogs.show_error(self, error)
            return
        row = self.profile.findData(OWN_PROFILE)
        if row < 0:
            self.profile.addItem("", OWN_PROFILE)
            row = self.profile.count() - 1
        self.profile.setItemText(row, f"{self._own.name}（导入）")
        self.profile.setCurrentIndex(row)
        self._show_fonts()

    # ------------------------------------------------------------ local rules

    def _rules(self) -> QWidget:
        self.rules_name = PlainLabel(wordWrap=True, objectName="heading")
        self.rules_name.setAccessibleName("现行口径")
        self.rules_changes = QPlainTextEdit(readOnly=True, placeholderText="导入后，这里逐条列出改变了什么。")
        self.rules_changes.setAccessibleName("本地口径改变了什么")
        self.rules_changes.setTabChangesFocus(True)
        self.remove_rules = side_button("不再使用", self._remove_rules)
        take = side_button("导入本地口径…", self._import_rules)
        hint = _hint(
            "本地口径可以关闭或调整建议性的检查，规定必写的内容和数字、与上年相同到什么程度就提醒；表内勾稽和官方规定不能改。"
        )
        self.rules_sample = side_button("另存样例…", self._save_rules_sample)
        self.rules_sample.setToolTip("存一份带说明的样例，用记事本改好后再导入")
        self._show_rules()
        buttons = _row(take, self.rules_sample, self.remove_rules)
        return _page(below=[self.rules_name, self.rules_changes, buttons, hint])

    def _show_rules(self) -> None:
        local = self._store.local
        problem = self._store.local_problem
        if problem is not None:
            self.rules_name.setText("导入的本地口径现在不能使用，只按程序自带的规则检查。")
            self.rules_changes.setPlainText(str(problem))
        else:
            self.rules_name.setText(f"本地口径：{local.name}" if local else "没有导入本地口径，按程序自带的规则检查。")
            self.rules_changes.setPlainText("\n".join(changes_in_words(local, self._form)) if local else "")
        self.remove_rules.setEnabled(local is not None or problem is not None)

    def _import_rules(self) -> None:
        path = self._files.open("setup", "导入本地口径", _TOML, self)
        if path is not None:
            self._change_rules(lambda: dialogs.ask_disk(self, path, partial(import_local_rules, path)))

    def _remove_rules(self) -> None:
        self._change_rules(forget_local_rules)

    def _change_rules(self, change: Callable[[], object]) -> None:
        try:
            change()
            self._store.read_local_rules()
        except ReportError as error:
            dialogs.show_error(self, error)
        self._show_rules()

    # ------------------------------------------------------------ deadlines

    def _deadlines(self) -> QWidget:
        self.deadlines: dict[str, tuple[QCheckBox, QDateEdit]] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(2, 1)
        for row, (key, (name, means)) in enumerate(DEADLINES.items()):
            local = month_and_day(self._store.values.deadlines.get(key, ""))
            box, day = QCheckBox(name), QDateEdit()
            box.setChecked(local is not None)
            day.setAccessibleName(f"{name}期限")
            day.setDisplayFormat("M月d日")
            day.setDateRange(QDate(2001, 1, 1), QDate(2001, 12, 31))
            day.setDate(QDate(2001, *(local or _PROPOSED)))
            day.setEnabled(local is not None)
            box.toggled.connect(day.setEnabled)
            for column, widget in enumerate((box, day, _hint(means))):
                grid.addWidget(widget, row, column)
            self.deadlines[key] = box, day
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(12, 14, 12, 8)
        layout.setSpacing(10)
        layout.addWidget(_hint("勾选本单位有的期限。开始页列出各项还有几天，窗口下方显示最近的一项。"))
        layout.addLayout(grid)
        layout.addWidget(_hint("都指报告年度的下一年；10月至12月的，指报告年度当年。"))
        layout.addStretch()
        return page

    # ------------------------------------------------------------ taking over

    @override
    def filled(self) -> dict[str, object]:
        """Return what is chosen now, by the names of the settings."""
        days = {key: day.date() for key, (box, day) in self.deadlines.items() if box.isChecked()}
        return {
            "points": self.points.value(),
            "scheme": self.scheme.currentData(),
            "profile": self.profile.currentData(),
            "whole_table": self.whole_table.isChecked(),
            "deadlines": {key: f"{day.month():02}-{day.day():02}" for key, day in days.items()},
        }

    def apply(self) -> None:
        """Take over what was chosen.

        Raises:
            ReportError: The settings cannot be written.
        """
        self._store.change(**self.filled())


def _hint(text: str) -> QLabel:
    return PlainLabel(text, wordWrap=True, objectName="hint")


def _row(*widgets: QWidget) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch()
    return row


def _page(*fields: tuple[str, QWidget], below: list[QWidget]) -> QWidget:
    """Return a page of the dialog: fields with their labels, and what stands below them."""
    page = QWidget()
    form = QFormLayout()
    for name, widget in fields:
        label = PlainLabel(name)
        label.setBuddy(widget)
        if name:
            widget.setAccessibleName(name)
            widget.setMinimumWidth(220)
            widget.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        form.addRow(label, widget)
    layout = QVBoxLayout(page)
    layout.setContentsMargins(12, 14, 12, 8)
    layout.setSpacing(10)
    layout.addLayout(form)
    grows = [widget for widget in below if isinstance(widget, QPlainTextEdit)]
    for widget in below:
        layout.addWidget(widget, 1 if widget in grows else 0)
    if not grows:
        layout.addStretch()
    return page
