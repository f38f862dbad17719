"""Most reports of another year tell that the wrong year was chosen."""

from pathlib import Path

import pytest

from build_scripts.sweeps.desk_folders import make_folder
from core.base.errors import ReportError
from core.cli.command_line import main
from core.office.collection.decisions import Decision
from core.office.collection.other_year import OtherYear, other_year
from core.office.collection.state import DeskState, load_state, save_state
from core.office.collection.unit_list import ListedUnit
from tests.core.office.collection.desk_samples import YEAR, desk, file, record

NAMES = [f"青澜县{name}局" for name in ("水利", "民政", "教育", "财政", "司法", "审计")]


@pytest.mark.parametrize(
    ("years", "expected"),
    [
        ([2024] * 6, OtherYear(2024, 6, 6)),
        ([2024] * 4 + [YEAR] * 2, OtherYear(2024, 4, 6)),
        ([2024] * 3 + [YEAR] * 3, None),
        ([2024] * 3 + [None] * 3, OtherYear(2024, 3, 3)),
        ([2024, 2024], None),
        ([YEAR] * 6, None),
        ([None] * 6, None),
    ],
)
def test_more_than_half_of_the_reports_tell_the_year(years: list[int | None], expected: OtherYear | None) -> None:
    made = desk([file(name, year=year) for name, year in zip(NAMES, years, strict=False)], NAMES)
    assert other_year(made) == expected


def test_the_command_says_so_before_all_findings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = make_folder(7, units=4, faults=0)
    made.write(tmp_path / "来件")
    assert main(["collect", str(tmp_path / "来件"), "--year", "2026", "-o", str(tmp_path / "结果")]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].startswith(
        "  年度可能选错了：写明年度的4份报告中4份是2025年度的；要按2025年度核对，请改用 --year 2025，"
    )
    assert "B-03" in lines[2]


def test_a_folder_that_was_only_read_may_be_used_for_another_year(tmp_path: Path) -> None:
    state = DeskState(2026, records={"d": record("青澜县水利局", "d")}, listed=("x", (ListedUnit("青澜县水利局"),)))
    save_state(tmp_path, state)
    assert load_state(tmp_path, YEAR, "").listed == ("", (ListedUnit("青澜县水利局"),))
    state.decisions["青澜县水利局"] = Decision(counts="否")
    save_state(tmp_path, state)
    with pytest.raises(ReportError, match="已有2026年度的汇总审核记录"):
        load_state(tmp_path, YEAR, "")
