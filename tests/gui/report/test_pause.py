"""What texts say comes at a pause, but never much later."""

from unittest.mock import patch

from gui.main_window import MainWindow


def test_each_character_puts_off_the_checks_of_texts_until_they_have_waited_long_enough(window: MainWindow) -> None:
    window.start.new_wanted.emit("某县水利局", "政府部门", 2025)
    session = window.session
    session.enter("t3.R01.C1", "1")
    assert session._later.isActive()
    with patch.object(session, "_later", wraps=session._later) as pause:
        session.enter("t3.R01.C1", "12")
        assert pause.start.call_count == 1
        session._latest.setRemainingTime(10)
        session.enter("t3.R01.C1", "123")
        session.set_text("s5", "有不足。", is_typing=True)
        assert pause.start.call_count == 1
    assert session._later.isActive()
