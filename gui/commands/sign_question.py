"""Says before a report is printed or made that it has signs which no font of this PC can show."""

from __future__ import annotations

from core.report.report import Report
from gui import dialogs
from gui.commands.command import Host
from gui.look.missing_signs import missing_signs

_TITLE = "有显示不出的字"
_ADVICE = (
    "打印出来是空框，另存的 PDF 中读不出是什么字，也不能再导入；Word 要在装有相应字体的电脑上打开才能看见。"
    "请改用文字，或换一台电脑打印。"
)
CHANGE, _CANCEL = "去修改", "取消"


def goes_on(host: Host, report: Report, does: str) -> bool:
    """Return whether the clerk goes on, always where nothing is missing; ``does`` is what follows, such as 打印."""
    told, page = missing_signs(report, host.settings.profile)
    if not told:
        return True
    still = f"仍然{does}"
    answers = (CHANGE, still, _CANCEL) if page else (still, _CANCEL)
    answer = dialogs.choose(host.widget, _TITLE, told, _ADVICE, answers)
    if answer == CHANGE:
        host.show_page(page)
    return answer == still
