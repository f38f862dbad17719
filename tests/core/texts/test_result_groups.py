"""Which rows are results is said by the format: that of 2027 has one more row in （六）其他处理, R26 主动撤回."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from core.form.formats import form_ids
from core.report.entry_text import Number
from core.texts.language.vocabulary import load_vocabulary
from tests.core.texts.filled_reports import filled, findings_of, told, wrong_claims, wrong_quotes
from tests.form_fixtures import next_formats  # noqa: F401  a fixture is found by its name here

NEXT_YEARS = [2027, 2031]
CELLS: Mapping[str, Number] = {
    "t3.R05.C1": 4,
    "t3.R05.C2": 2,
    "t3.R17.C1": 3,
    "t3.R21.C1": 3,
    "t3.R22.C1": 1,
    "t3.R23.C1": 1,
    "t3.R26.C1": 8,
    "t3.R26.C2": 2,
    "t3.R01.C1": 20,
    "t3.R01.C2": 4,
}


@pytest.mark.parametrize("form_id", form_ids())
def test_every_row_whose_sum_is_the_total_of_results_is_one(form_id: str) -> None:
    vocabulary = load_vocabulary(form_id)
    in_groups = [row for rows in vocabulary.results.rows.values() for row in rows]
    assert len(in_groups) == len(set(in_groups)) >= 19
    assert all(vocabulary.results.is_result(f"{row}.C1") for row in in_groups)
    assert not any(vocabulary.results.is_result(f"t3.{row}.C7") for row in ("R01", "R02", "R24", "R25"))


@pytest.mark.usefixtures("next_formats")
def test_a_new_row_of_a_group_is_one_of_its_rows() -> None:
    results, base = load_vocabulary("2027").results, load_vocabulary("2021").results
    assert results.rows["其他处理"] == (*base.rows["其他处理"], "t3.R26")
    assert results.rows["不予公开"] == base.rows["不予公开"]
    assert results.is_result("t3.R26.C3")
    assert not base.is_result("t3.R26.C3")
    assert results.is_within_one(["t3.R21.C7", "t3.R26.C7"])
    assert not results.is_within_one(["t3.R20.C7", "t3.R26.C7"])
    assert results.refused[-1] == tuple(f"t3.R{row:02}.C7" for row in (*range(5, 24), 26))


@pytest.mark.parametrize("year", NEXT_YEARS)
@pytest.mark.usefixtures("next_formats")
@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("不予公开占比最大。", "不予公开占比最大"),  # 6件, and 其他处理 15
        ("其他处理占比最大。", ""),
        ("15件其他处理集中于逾期不补正。", ""),
        ("5件其他处理集中于逾期不补正。", "5件其他处理"),
        ("没给的共24件，分三种：不予公开6件，不予处理3件，其他处理15件。", ""),
        ("没给的共14件，分三种：不予公开6件，不予处理3件，其他处理5件。", "没给的共14件"),
        ("逾期不补正3件、主动撤回10件，合计办结13件。", ""),
        ("不再处理15件。", ""),
        ("不再处理5件。", "不再处理5件"),
        ("其他处理15件，其中逾期不补正3件、主动撤回10件、其他2件。", ""),
        ("其他处理15件，其中逾期不补正3件、主动撤回10件、其他5件。", "其他5件"),
        ("未出现因主动撤回、逾期不补正等不再处理的情形。", "主动撤回"),
        ("主动撤回10件（自然人8件、企业2件）。", ""),
        ("主动撤回10件（自然人7件、企业3件）。", "自然人7件"),
    ],
)
def test_the_new_row_belongs_to_its_group_in_every_sentence(year: int, text: str, quote: str) -> None:
    assert told(wrong_quotes(filled("溪川县水利局", "s3", text, CELLS, year=year)), quote)


@pytest.mark.parametrize("year", NEXT_YEARS)
@pytest.mark.usefixtures("next_formats")
def test_kinds_told_with_the_new_row_are_parts_of_a_result(year: int) -> None:
    report = filled("溪川县水利局", "s3", "主动撤回10件（自然人7件、企业3件）。", CELLS, year=year)
    assert {claim.rule_id for claim in wrong_claims(report)} == {"N-05"}
    assert [finding.cells for finding in findings_of(report, "N-05")] == [("t3.R26.C1",), ("t3.R26.C2",)]


@pytest.mark.parametrize("year", NEXT_YEARS)
@pytest.mark.usefixtures("next_formats")
@pytest.mark.parametrize("text", ["无其他处理情形。", "其他处理情形未发生。"])
def test_a_group_that_is_denied_is_denied_of_its_new_row_too(year: int, text: str) -> None:
    cells = {"t3.R01.C1": 4, "t3.R26.C1": 4}
    assert wrong_claims(filled("溪川县水利局", "s3", text, cells, year=year))
    cells = {"t3.R01.C1": 4, "t3.R03.C1": 4}
    assert not wrong_claims(filled("溪川县水利局", "s3", text, cells, year=year))


def test_the_row_of_2019_is_one_too() -> None:
    results = load_vocabulary("2019").results
    assert results.rows["其他处理"] == ("t3.other_2019",)
    assert results.is_result("t3.other_2019.C7")
