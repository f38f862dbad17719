"""The 2019 trial format and the mixed ones: data only, laid over the 2021 format."""

import shutil
from pathlib import Path

import pytest

from core.base.resources import resource_path
from core.form.form_definition import FormDefinition
from core.form.form_files import FormatFolder, FormDefinitionError
from core.form.form_reader import form_for_year, load_form, read_form
from core.report.report import Report, parse_cell
from core.validation.validation import check_report

FORMS = ("2021", "2019", "mixed", "mixed_2019_t2")


@pytest.mark.parametrize("form_id", FORMS)
def test_every_place_of_every_grid_is_a_label_or_a_cell_and_every_cell_stands_once(form_id: str) -> None:
    form = load_form(form_id)
    for table in form.tables.values():
        items = [item for row in table.grid for item in row]
        assert sum(item.height * item.width for item in items) == table.width * len(table.grid)
        assert [item.code for item in items if item.code] == list(table.cells)
        assert sum(table.widths) == 8845
        assert list(table.rows) == list(dict.fromkeys(item.row_key for item in items if item.row_key))


@pytest.mark.parametrize("form_id", FORMS)
def test_sums_and_sections_refer_to_what_is_there(form_id: str) -> None:
    form = load_form(form_id)
    assert form.id == form_id
    assert {code for equation in form.equations for code in equation.codes} <= set(form.cells)
    assert {c for s in form.sections.values() for c in s.contents if c in form.tables} == set(form.tables)
    assert [s.key for s in form.sections.values()] == ["s1", "s2", "s3", "s4", "s5", "s6"]


def test_the_2019_format_has_the_rows_and_columns_of_the_trial_notice() -> None:
    form = load_form("2019")

    assert [len(form.tables[t].cells) for t in ("t2_2019", "t3", "t4")] == [22, 161, 15]
    assert {c for c in form.cells if c.startswith("t2_2019.")} == {
        *(f"t2_2019.{r}.{c}" for r in ("rules", "normative") for c in ("made", "newly_published", "published_total")),
        *(
            f"t2_2019.{r}.{c}"
            for r in ("licensing", "other_service", "penalty", "coercion")
            for c in ("last_year", "change", "decisions")
        ),
        *("t2_2019.fees.last_year", "t2_2019.fees.change"),
        *("t2_2019.procurement.items", "t2_2019.procurement.amount"),
    }
    assert [k for k in form.tables["t3"].rows if k not in load_form().tables["t3"].rows] == ["other_2019"]
    assert _heights(form)["三、本年度办理结果"] == 20
    assert _heights(load_form())["三、本年度办理结果"] == 22
    assert form.tables["t4"] == load_form().tables["t4"]


def _heights(form: FormDefinition) -> dict[str, int]:
    return {item.label: item.height for row in form.tables["t3"].grid for item in row}


def test_the_undivided_row_counts_in_the_sum_of_the_results() -> None:
    report = Report(form_id="2019", meta={"meta.year": "2020"})
    report = report.with_cells({**dict.fromkeys(report.form.entered, 0), "t3.R01.C1": 4, "t3.other_2019.C1": 4})
    assert not [f for f in check_report(report).findings if f.rule_id.startswith("T3")]

    report = report.with_cells({"t3.other_2019.C1": 3})
    first = next(f for f in check_report(report).findings if f.rule_id.startswith("T3"))
    assert (first.rule_id, "相差1" in first.message) == ("T3-01", True)


def test_only_the_change_of_the_year_may_be_negative() -> None:
    form = load_form("2019")
    assert parse_cell(form, "t2_2019.licensing.change", "-8") == -8
    assert parse_cell(form, "t2_2019.licensing.change", "－8") == -8
    assert parse_cell(form, "t2_2019.licensing.change", "8") == 8
    assert not isinstance(parse_cell(form, "t2_2019.licensing.last_year", "-8"), int)
    assert not any(cell.is_signed for cell in load_form().cells.values())


def test_a_new_report_never_gets_a_mixed_format() -> None:
    assert [form_for_year(year).id for year in (2019, 2020, 2021, 2025)] == ["2019", "2019", "2021", "2021"]


def test_a_rule_left_out_that_is_not_there_is_refused(tmp_path: Path) -> None:
    root = Path(shutil.copytree(resource_path("form"), tmp_path / "form"))
    rules = root / "2019" / "rules_numbers.toml"
    rules.write_text(rules.read_text(encoding="utf-8").replace('"T3-06"', '"T9-99"'), encoding="utf-8")
    with pytest.raises(FormDefinitionError, match="T9-99"):
        read_form(FormatFolder(root / "2019"))
