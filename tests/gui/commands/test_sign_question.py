"""Signs that no font of this PC has are told before a report is printed, saved as PDF, or made."""

from pathlib import Path

import pytest

from core.base.resources import resource_path
from gui.commands.sign_question import CHANGE
from gui.look.missing_signs import _SIGN, missing_signs
from gui.main_window import MainWindow
from tests.window_fixtures import Answers

SAMPLE = resource_path("samples", "示例.xlsx")
NOWHERE = "\u0378"  # never assigned


@pytest.fixture
def lacking(window: MainWindow) -> MainWindow:
    window.open_path(SAMPLE)
    window.session.set_text("s5", f"公众评价很好{NOWHERE}。改进情况：无{NOWHERE}、\u0379。")
    return window


def test_it_is_said_where_they_stand_each_once(lacking: MainWindow) -> None:
    told, page = missing_signs(lacking.session.report, lacking.settings.profile)
    assert told == f"第五部分“公众评价很好{NOWHERE}”等2处：这样的字或符号，本机字体里没有。"
    assert page == "s5"


def test_nothing_is_said_of_what_every_chinese_font_has(window: MainWindow) -> None:
    window.open_path(SAMPLE)
    window.session.set_text("s5", "①㎡℃Ⅲ—…“”éαЯ。")
    assert missing_signs(window.session.report, window.settings.profile) == ("", "")


@pytest.mark.parametrize("command", ["make.draft", "save_pdf", "print_report"])
def test_the_clerk_may_go_on_or_mend_it(
    lacking: MainWindow, answers: Answers, tmp_path: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    previewed: list[object] = []
    monkeypatch.setattr("gui.dialogs.preview_print", lambda *given: previewed.append(given))
    made = answers.save_to = tmp_path / ("a.docx" if command == "make.draft" else "a.pdf")
    answers.choice = CHANGE
    assert lacking.commands.run(command)
    assert answers.offered[0] == CHANGE
    assert "本机字体里没有" in answers.said[-1]
    assert not previewed
    assert not made.exists()
    answers.choice = answers.offered[1]
    assert answers.choice.startswith("仍然")
    lacking.commands.run(command)
    assert previewed or made.exists()


def test_what_is_one_sign_to_the_eye_is_named_as_one() -> None:
    assert _SIGN.findall("好👍🏻👨‍👩‍👧🇨🇳❤️1️⃣") == ["好", "👍🏻", "👨‍👩‍👧", "🇨🇳", "❤️", "1️⃣"]
