"""A PC on which version 0.1.0 was used: its drafts, settings and recent list go on being there.

tests/data/drafts/0.1.0 holds what that version left: 20 drafts, each written by another build of the four days in which
it was made, the oldest first, and the settings and the recent list of one of its first builds.
"""

import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from core import __version__
from core.base.user_files import MAX_RECENT, data_folder
from core.draft.workbook import foreign_content, load_draft, save_draft
from core.report.report import Report, new_report
from gui.main_window import MainWindow

DRAFTS = Path(__file__).parent.parent / "data" / "drafts"
OLD = DRAFTS / "0.1.0"
UNIT = "某某县水利局"


def as_it_was() -> Report:
    """The report that every build wrote."""
    report = new_report(UNIT, "政府部门", 2025, with_zeros=True)
    numbers = {"t3.R01.C1": "3", "t3.R01.C2": "2", "t2.fees.amount": "12.345678", "fee.billed": "400.5"}
    report = report.with_cells({code: Decimal(number) for code, number in numbers.items()})
    return report.with_texts({"s1.active": "第一段\n第二段", "s5": "=SUM(1)\n问题。", "s6": "收到{t3.R01.C7}件"})


@pytest.fixture
def pc(tmp_path: Path) -> Path:
    """The folder with the drafts of a clerk who has used version 0.1.0."""
    folder = tmp_path / "年报 草稿"
    shutil.copytree(OLD, folder)
    shutil.move(folder / "settings.json", data_folder())
    recent = (folder / "recent.json").read_text(encoding="utf-8").replace('"path": "', f'"path": "{folder.as_posix()}/')
    (data_folder() / "recent.json").write_text(recent, encoding="utf-8")
    return folder


def test_the_drafts_of_every_age_say_what_they_said_and_are_kept_in_the_present_form(pc: Path) -> None:
    paths = sorted(pc.glob("*.xlsx"))
    assert len(paths) == 20
    wanted = as_it_was()
    for path in paths:
        loaded = load_draft(path)
        assert (loaded.report, loaded.remarks, loaded.program_version) == (wanted, (), "0.1.0"), path.name
    for path in (paths[0], paths[-1]):
        assert foreign_content(path) == ()
        save_draft(load_draft(path).report, path)
        again = load_draft(path)
        assert (again.report, again.remarks, again.program_version) == (wanted, (), __version__), path.name


def test_settings_and_recent_drafts_are_still_there_and_a_draft_opens_from_the_list(
    pc: Path, window: MainWindow
) -> None:
    values = window.settings.values
    assert (values.points, values.scheme, values.zoom, values.profile) == (12, "dark", 1.25, "gb2312")
    assert values.deadlines == {"publish": "01-26"}
    assert values.unit == {"meta.unit": UNIT, "meta.unit_type": "政府部门"}
    recent = window.start.recent
    assert recent.count() == MAX_RECENT
    recent.itemActivated.emit(recent.item(0))
    assert window.session.report == as_it_was()
    window.settings.change(points=10, scheme="system")  # the look is that of the whole process


def test_a_draft_of_every_version_is_kept() -> None:
    assert {load_draft(path).program_version for path in DRAFTS.glob("v1-everything*.xlsx")} == {"0.1.0", __version__}
