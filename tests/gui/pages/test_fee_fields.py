"""信息处理费: what the pointer over each field says."""

import pytest

from gui.main_window import MainWindow
from gui.pages.section_pages import SectionPage


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("fee.notices", "单位是件，没有发出的填0"),
        ("fee.billed", "单位是元，不是万元"),
        ("fee.collected", "单位是元，不是万元"),
    ],
)
def test_each_field_tells_its_own_unit(window: MainWindow, code: str, told: str) -> None:
    window.commands.opening.new("某县水利局", "政府部门", 2025)
    window.show_page("s6")
    page = window.wizard.pages["s6"]
    assert isinstance(page, SectionPage)
    assert page.fees is not None
    assert page.fees.fields[code].toolTip() == told
