"""Which fonts of the style profile this PC lacks: in a sentence, and as a quiet note on the start page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from core.word.style_profile import StyleProfile, missing_fonts
from gui.look.plain_text import PlainLabel
from gui.look.settings import SettingsStore

_NO_CHINESE = (
    "No Chinese font is installed: all texts are shown as boxes. Please ask your administrator to install one, "
    "for example by: apt install fonts-wqy-microhei. 没有中文字体。"
)
"""In words that can be read there."""


def fonts_sentence(profile: StyleProfile) -> str:
    """Return which fonts of a profile this PC lacks, what is used instead and what to do; "" where none is missing."""
    missing = missing_fonts(profile, QFontDatabase.families())
    if not missing:
        return ""
    by_instead: dict[str, list[str]] = {}
    for font, instead in missing:
        by_instead.setdefault(instead, []).append(f"“{font}”")
    pairs = "，".join(f"{'、'.join(fonts)}用“{instead}”代替" for instead, fonts in by_instead.items())
    next_step = "Word 文件不受影响，正式文本请在装有这些字体的电脑上打印。"
    return f"本机缺少{len(missing)}种公文字体，显示和打印时{pairs}。{next_step}"


class FontsNote(QFrame):
    """The sentence with 知道了, after which it is not shown again unless other fonts are missing."""

    def __init__(self, sentence: str, settings: SettingsStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("note")
        self._sentence = sentence
        self._settings = settings
        self.label = PlainLabel(sentence, wordWrap=True, objectName="hint")
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.understood = QPushButton("知道了")
        self.understood.setAccessibleDescription("不再显示这条字体提示")
        self.understood.setAutoDefault(True)  # Return on the focused button presses it, as Space does
        self.understood.clicked.connect(self._remember)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(self.label, 1)
        layout.addWidget(self.understood)

    def _remember(self) -> None:
        self._settings.note(fonts_told=self._sentence)
        self.hide()


def has_chinese_font() -> bool:
    """Tell whether any font here has Chinese signs: without one, all words are boxes."""
    return bool(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))


def missing_fonts_note(settings: SettingsStore) -> FontsNote | None:
    """Return a note for the start page where fonts are missing and nobody has said 知道了 to it.

    To be called once the start page is painted: listing the fonts of a PC takes a moment.
    """
    if not has_chinese_font():
        return FontsNote(_NO_CHINESE, settings)
    sentence = fonts_sentence(settings.profile)
    if not sentence or sentence == settings.values.fonts_told:
        return None
    settings.note(fonts_said=sentence)
    return FontsNote(sentence, settings)
