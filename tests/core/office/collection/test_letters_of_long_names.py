"""Letters to units whose names are longer than a file name may be."""

from datetime import date
from pathlib import Path

from core.draft.workbook import save_draft
from core.office.collection.collected import Request
from core.office.collection.run import run_collection
from core.report.report import new_report

TODAY = date(2026, 1, 20)
SHORT = "云岭市气象局"


def test_a_name_too_long_for_a_file_stops_no_other_letter(tmp_path: Path) -> None:
    came = tmp_path / "来件"
    came.mkdir()
    alike = [f"云岭市{'甲' * 48}{other}{'甲' * 48}局" for other in "乙丙"]  # both have the same shortened name
    for number, unit in enumerate((*alike, SHORT)):
        save_draft(new_report(unit, "政府部门", 2025), came / f"{number}.xlsx")
    for _ in range(2):
        collection = run_collection(Request(came, 2025, tmp_path / "结果", TODAY))
        letters = {unit.name: unit.letter for unit in collection.desk.units}
        assert set(letters) == {*alike, SHORT}
        assert letters[SHORT] == f"退回修改意见/{SHORT}.docx"
        assert len(set(letters.values())) == len(letters)
        for letter in letters.values():
            assert letter is not None
            assert (tmp_path / "结果" / letter).is_file()
            assert len(Path(letter).name.encode()) <= 255
    assert len(list((tmp_path / "结果" / "退回修改意见").iterdir())) == len(letters)
