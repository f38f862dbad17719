"""The program's own register: its headers, its lists, and its formulas as LibreOffice calculates them."""

from datetime import date
from io import BytesIO
from pathlib import Path
from random import Random

import openpyxl
import pytest

from build_scripts.sweeps.libreoffice import recalculate
from build_scripts.sweeps.register_template import differences, fill
from build_scripts.sweeps.registers import FIELDS, make_register
from core.base.resources import resource_path
from core.office.register.template import template_bytes
from tests.core.office.register.register_files import counted, numbers


def test_its_headers_and_lists_are_those_of_the_contract() -> None:
    book = openpyxl.load_workbook(BytesIO(template_bytes(2025)))
    register, counts, lists = book.worksheets[:3]
    assert tuple(cell.value for cell in register[1]) == FIELDS
    assert register.freeze_panes == "B2"
    kinds = [lists.cell(row, 1).value for row in range(2, 8)]
    assert kinds == ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
    outcomes = [lists.cell(row, 2).value for row in range(2, 25)]
    assert outcomes[:2] == ["予以公开", "部分公开（区分处理的，只计这一情形，不计其他情形）"]
    assert outcomes[-3:] == ["其他", "尚未办结", "不计"]
    assert (counts["B3"].value, counts["C3"].value) == ("报告年度", 2025)
    assert (counts["B4"].value, str(counts["C4"].value)[:12]) == ("登记不全的行", "=SUMPRODUCT(")
    (incomplete,) = counts.conditional_formatting["C4"]
    assert (incomplete.operator, incomplete.formula) == ("greaterThan", ["0"])
    areas = {str(v.sqref): v.type for v in register.data_validations.dataValidation}
    assert areas["C2:C10001"] == "list"
    assert areas["D2:D10001"] == "date"
    marked = {rule.type for area in register.conditional_formatting for rule in area.rules}
    assert marked == {"expression", "duplicateValues"}
    assert "($C2=" in str(register.conditional_formatting["A2:E10001"][0].formula)  # each row by itself


def test_an_empty_one_counts_nothing(tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    path.write_bytes(template_bytes())
    found = counted(path)
    assert (found.rows, found.unread, numbers(found)) == (0, (), {})
    assert found.remarks == ("工作表“表三”、“选项”、“说明”没有台账的表头，没有计入",)


def test_the_sample_register_is_whole() -> None:
    found = counted(resource_path("samples", "示例台账.xlsx"))
    assert (found.rows, found.unread, found.findings) == (13, (), ())
    assert found.counted.numbers["t3.R24.C7"] == 10


@pytest.mark.needs_libreoffice
@pytest.mark.slow
def test_its_formulas_give_what_the_program_counts(tmp_path: Path) -> None:
    paths = [tmp_path / f"{seed}.xlsx" for seed in range(2)]
    for seed, path in enumerate(paths):
        fill(make_register(Random(seed), rows=50), path)
    pasted = tmp_path / "粘贴.xlsx"
    book = openpyxl.load_workbook(BytesIO(template_bytes(2025)))
    whole = ["1", date(2025, 3, 5), "自然人", date(2025, 3, 20), "予以公开"]
    for at, value in ((2, "公民"), (4, "同意公开"), (1, "2025.3.5"), (3, "2025.3.20"), (4, "予以公开"), (4, "不计")):
        book.worksheets[0].append([*whole[:at], value, *whole[at + 1 :]])
    book.save(pasted)
    recalculate([*paths, pasted], tmp_path / "out", tmp_path / "profile")
    table = openpyxl.load_workbook(tmp_path / "out" / pasted.name, data_only=True).worksheets[1]
    assert table["C4"].value == 4
    for path in paths:
        assert list(differences(path, tmp_path / "out" / path.name)) == []
