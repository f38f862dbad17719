"""Words: a source is named once, and no command is called by a word of programmers."""

from __future__ import annotations

from core.form.form_reader import form_for_year
from core.form.help_topics import help_topics
from gui.look.source_line import source_line
from gui.main_window import MainWindow

JARGON = ("窗格", "光标", "缓存", "配置", "路径", "TOML", "HTML")


def test_a_source_is_named_once() -> None:
    form = form_for_year(2025)
    sources = [rule.source for rule in form.rules.values()] + [topic.source for topic in help_topics()]
    lines = [source_line(source) for source in sources]
    assert all(line.count("：") <= source.count("：") + 1 for line, source in zip(lines, sources, strict=True))
    assert not [line for line in lines if "来源：建议" in line or "来源：惯例" in line]
    assert source_line("官方表样") == "来源：官方表样"


def test_no_command_is_named_by_jargon(window: MainWindow) -> None:
    texts = [action.text() for action in window.menus.commands()]
    assert "转到下一栏" in texts
    assert not [text for text in texts if any(word in text for word in JARGON)]
