"""What is said where sums do not hold: one finding for each cause, and nobody blamed without evidence."""

import random
from collections import Counter
from dataclasses import replace

import pytest

from build_scripts.sweeps.balanced_reports import balanced_report, cell_slips, printed_table, with_controls
from build_scripts.sweeps.following_totals import sweep_following
from core.checks.findings import Finding, inner_quotes
from core.checks.sum_findings import wrong_totals
from core.report.report import Report, new_report, numbers_only, parse_cell
from core.report.totals import SumState
from core.validation.validation import check_report


@pytest.fixture
def report() -> Report:
    """All numbers given, with the totals of the paper beside them."""
    return with_controls(balanced_report(random.Random(4), density=0.7, largest=80))


def errors(report: Report) -> list[Finding]:
    return [f for f in check_report(report).findings if f.level == "error"]


def number(report: Report, code: str) -> int:
    value = report.cells[code]
    assert isinstance(value, int)
    return value


def test_totals_that_agree_say_nothing(report: Report) -> None:
    assert errors(report) == []


@pytest.mark.parametrize("seed", range(4))
def test_every_single_change_of_a_cell_is_one_finding_that_names_it_first(seed: int) -> None:
    density, largest = [(0.06, 9), (0.9, 300), (0.2, 20), (0.5, 3)][seed]
    report = with_controls(balanced_report(random.Random(seed), density=density, largest=largest))
    for code in random.Random(seed).sample([c for c in report.form.entered if c[:2] == "t3"], 50):
        right = number(report, code)
        for wrong in cell_slips(right):
            report = report.with_cells({code: wrong})
            found = errors(report)
            assert [[(c.cell, c.value, c.should_be) for c in f.repairs[0]] for f in found] == [[(code, wrong, right)]]
            assert found[0].cells == (code,)
        report = report.with_cells({code: right})


def test_every_wrong_control_total_of_table_three_is_named_as_the_papers_total(report: Report) -> None:
    totals = [code for code in report.form.derived if code.startswith("t3.")]
    for code in totals:
        right = report.controls[code]
        assert isinstance(right, int)
        report = report.with_cells({code: right + 30})
        found = errors(report)
        assert [f.cells for f in found] == [(code,)]
        named = inner_quotes(f"“{report.form.cells[code].name}”")
        assert found[0].message.startswith(f"{named}纸上的合计是{right + 30}，现在各项相加是{right}")
        report = report.with_cells({code: right})


def test_two_causes_are_two_findings_each_with_its_own_number_first(report: Report) -> None:
    first, second = "t3.R05.C2", "t3.R17.C4"
    report = report.with_cells({first: number(report, first) + 3, second: number(report, second) + 40})
    found = errors(report)
    assert [f.cells for f in found] == [(first,), (second,)]
    assert [[c.cell for c in f.repairs[0]] for f in found] == [[first, second], [second, first]]


def test_two_numbers_that_cannot_be_told_from_two_others_are_both_named(report: Report) -> None:
    first, second = "t3.R05.C2", "t3.R17.C4"
    report = report.with_cells({first: number(report, first) + 7, second: number(report, second) + 7})
    found = errors(report)
    truth = {(first, number(report, first) - 7), (second, number(report, second) - 7)}
    assert truth in [{(c.cell, c.should_be) for c in repair} for repair in found[0].repairs[:3]]
    assert "可能是“" in found[0].message
    assert "，也可能是“" in found[0].message


@pytest.mark.parametrize("slips", [1, 2])
def test_where_totals_follow_no_right_number_is_named_and_each_column_is_told(slips: int) -> None:
    tally: Counter[str] = Counter()
    kinds = [(0.06, 9), (0.9, 300), (0.2, 20), (0.5, 3)]
    for seed in range(24):
        density, largest = kinds[seed % len(kinds)]
        sweep_following(random.Random(seed), density=density, largest=largest, slips=slips, tally=tally)
    assert sum(done for name, done in tally.items() if name.endswith("tried")) == 24 * 6
    assert {name for name, done in tally.items() if done and not name.endswith("tried")} == set()


def test_a_row_that_agrees_with_its_total_is_not_said_to_stand_off(report: Report) -> None:
    """One too many in a cell whose row total, a sum in Excel, is one too many as well; another row reads 1, 0, 2."""
    wrong, other = "t3.R15.C5", "t3.R03"
    report = with_controls(report.with_cells({f"{other}.C5": 1, f"{other}.C6": 0, wrong: 2}))
    totals = numbers_only(report.controls)
    new = {c: int(totals[f"t3.R24.{c}"]) + number(report, f"t3.R25.{c}") for c in ("C5", "C6")}
    balanced = {f"t3.R01.{c}": n for c, n in new.items()} | {f"t3.R02.{c}": 0 for c in new}
    report = with_controls(report.with_cells(balanced))
    assert errors(report) == []
    column = int(totals["t3.R24.C5"])
    report = report.with_cells({wrong: 3, "t3.R15.C7": int(totals["t3.R15.C7"]) + 1})
    assert [(f.message, f.repairs) for f in errors(report)] == [
        (f"“法律服务机构”列：纸上的（七）总计是{column}，现在（一）至（六）各项相加是{column + 1}，相差1。", ())
    ]


def test_where_only_the_total_of_the_column_follows_the_row_gives_the_number_away(report: Report) -> None:
    code = "t3.R05.C2"
    right = number(report, code)
    column, whole = (report.controls[f"t3.R24.{c}"] for c in ("C2", "C7"))
    assert isinstance(column, int)
    assert isinstance(whole, int)
    report = report.with_cells({code: right + 20, "t3.R24.C2": column + 20, "t3.R24.C7": whole + 20})
    found = errors(report)
    assert [f.cells for f in found] == [(code,)]
    assert f"填的是{right + 20}，按合计推算，疑似应为{right}" in found[0].message
    assert "“商业企业”列相差20、“总计”列相差20。" in found[0].message


def test_no_number_is_named_whose_column_is_not_explained(report: Report) -> None:
    """A row stands off, which no row total gives away; so the other slip may stand in another column of its row."""
    codes = [f"t3.R08.C{i}" for i in range(1, 7)]
    right = [number(report, code) for code in codes]
    report = report.with_cells(dict(zip(codes, [0, *right[:-1]], strict=True)))
    report = report.with_cells({"t3.R17.C2": number(report, "t3.R17.C2") + 1})
    found = errors(report)
    assert [f.message for f in found if "疑似" in f.message] == []
    assert any("“商业企业”列" in f.message for f in found)


def test_while_a_cell_is_blank_or_unread_only_the_columns_are_told(report: Report) -> None:
    code = "t3.R05.C2"
    report = report.with_cells(
        {code: number(report, code) + 20, "t3.R09.C4": parse_cell(report.form, "t3.R09.C4", "—")}
    )
    assert [(f.rule_id, f.repairs) for f in errors(report) if f.rule_id != "C-04"] == [("T3-03", ()), ("T3-02", ())]


def test_a_row_one_column_off_is_one_finding(report: Report) -> None:
    codes = [f"t3.R08.C{i}" for i in range(1, 7)]
    right = [number(report, code) for code in codes]
    report = report.with_cells(dict(zip(codes, [0, *right[:-1]], strict=True)))
    found = errors(report)
    assert len(found) == 1
    assert found[0].message.startswith("“商业企业”列相差34、“科研机构”列相差34、")
    assert "。可能是“（三）4.保护第三方合法权益”行的数字整体右移了一列（“" in found[0].message
    assert found[0].message.endswith("），也可能是别的格各自填错，请核对台账。")
    assert {c.cell: c.should_be for c in found[0].repairs[0]} == {
        code: n for code, n in zip(codes, right, strict=True) if n != report.cells[code]
    }


def test_two_exchanged_numbers_are_one_finding(report: Report) -> None:
    first, second = "t3.R06.C3", "t3.R07.C3"
    report = report.with_cells({first: 4, second: 0})
    report = with_controls(report)
    table = printed_table(report, "t3")
    report = report.with_cells({"t3.R01.C3": table["t3.R24.C3"] + table["t3.R25.C3"] - table["t3.R02.C3"]})
    report = with_controls(report)
    report = report.with_cells({first: 0, second: 4})
    found = errors(report)
    assert [f.message for f in found] == [
        "“（三）2.其他法律行政法规禁止公开”行相差4、“（三）3.危及‘三安全一稳定’”行相差4。"
        "可能是“（三）2.其他法律行政法规禁止公开·科研机构”和“（三）3.危及‘三安全一稳定’·科研机构”"
        "填错了一行（应分别为4和0），也可能是别的格各自填错，请核对台账。"
    ]


def test_with_computed_totals_the_column_is_named_and_no_number_blamed(report: Report) -> None:
    report = replace(report, controls={})
    report = report.with_cells({"t3.R03.C1": number(report, "t3.R03.C1") + 10})
    found = errors(report)
    assert [(f.rule_id, f.repairs) for f in found] == [("T3-01", ())]
    assert "相差10" in found[0].message


def test_totals_that_were_added_up_from_a_wrong_number_blame_nobody(report: Report) -> None:
    report = report.with_cells({"t3.R03.C1": number(report, "t3.R03.C1") + 10})
    report = with_controls(report)
    assert [(f.rule_id, f.repairs) for f in errors(report)] == [("T3-01", ())]


def test_a_single_given_total_that_no_cell_agrees_with_is_named_itself(report: Report) -> None:
    report = replace(report, controls={"t3.R24.C7": 5520})
    found = errors(report)
    assert [(f.rule_id, f.cells) for f in found] == [("T3-02", ("t3.R24.C7",))]
    assert found[0].message.startswith("“（七）总计·总计”纸上的合计是5520，现在各项相加是")


def test_a_wrong_number_beside_a_single_total_shows_both_sums(report: Report) -> None:
    total = report.controls["t3.R09.C7"]
    assert isinstance(total, int)
    report = replace(report, controls={"t3.R09.C7": total})
    for code in ("t3.R09.C2", "t3.R01.C2"):
        report = report.with_cells({code: number(report, code) + 7})
    found = errors(report)
    assert [f.rule_id for f in found] == ["T3-02"]
    assert f"纸上的合计是{total}，现在各项相加是{total + 7}" in found[0].message


def test_in_table_four_only_a_slip_of_the_hand_speaks_for_a_number(report: Report) -> None:
    right = number(report, "t4.review.upheld")
    report = report.with_cells({"t4.review.upheld": right + 1})
    assert [f.repairs for f in errors(report)] == [()]
    right = 23
    report = report.with_cells({"t4.review.upheld": right})
    report = with_controls(report)
    report = report.with_cells({"t4.review.upheld": 230})
    found = errors(report)
    assert [(f.rule_id, f.repairs[0][0].cell, f.repairs[0][0].should_be) for f in found] == [
        ("T4-01", "t4.review.upheld", 23)
    ]


def test_a_blank_gets_its_computed_value_as_repair(report: Report) -> None:
    right = number(report, "t3.R09.C4")
    report = report.with_cells({"t3.R09.C4": None})
    found = [f for f in check_report(report, final=True).findings if f.rule_id == "C-03" and f.cells]
    assert [[(c.cell, c.value, c.should_be) for c in r] for r in found[0].repairs] == [[("t3.R09.C4", None, right)]]


def test_without_control_totals_a_blank_gets_no_value(report: Report) -> None:
    report = replace(report, controls={})
    report = report.with_cells({"t3.R09.C4": None})
    found = [f for f in check_report(report, final=True).findings if f.rule_id == "C-03" and f.cells]
    assert found[0].repairs == ()


def test_a_table_that_nothing_small_explains_lists_its_sums(report: Report) -> None:
    rng = random.Random(2)
    for code in report.form.entered:
        if code.startswith("t3.") and rng.random() < 0.3:
            report = report.with_cells({code: number(report, code) + rng.randint(1, 9)})
    found = errors(report)
    assert len(found) > 5
    assert all(f.repairs == () for f in found if f.rule_id.startswith("T3"))


def test_a_total_of_paper_belongs_to_a_balance_only_where_its_sum_would_settle_that(report: Report) -> None:
    balance = next(e for e in report.form.equations if not e.computes and "t3.R24.C1" in e.codes)
    found = Finding(balance.rule_id, "error", "", balance.codes)
    total = report.controls["t3.R24.C1"]
    assert isinstance(total, int)
    wrong = report.with_cells({"t3.R24.C1": total + 1})
    assert wrong_totals(report.form, found, report.controls, sums_of(report)) == ()
    assert wrong_totals(report.form, found, wrong.controls, sums_of(wrong)) == ("t3.R24.C1",)
    worse = wrong.with_cells({"t3.R25.C1": number(wrong, "t3.R25.C1") + 5})
    assert wrong_totals(report.form, found, worse.controls, sums_of(worse)) == ()
    other = replace(found, rule_id="C-01")
    assert wrong_totals(report.form, other, wrong.controls, sums_of(wrong)) == ()


def sums_of(report: Report) -> SumState:
    return SumState(report.form, numbers_only(report.cells), numbers_only(report.controls))


@pytest.fixture
def unbalanced() -> Report:
    """A table whose rows are added up to 10, 13, 11, 14 and 12, and whose columns do not balance."""
    rows = {"R01": (2, 1, 3, 1, 2, 1), "R02": (3, 2, 3, 1, 2, 2), "R03": (1, 3, 2, 1, 3, 1)}
    rows |= {"R05": (3, 3, 3, 1, 2, 2), "R14": (2, 3, 3, 1, 2, 1)}
    cells = {f"t3.{row}.C{i}": n for row, numbers in rows.items() for i, n in enumerate(numbers, 1)}
    return new_report("某某县水利局", "政府部门", 2025, with_zeros=True).with_cells(cells)


def test_where_only_some_totals_are_on_paper_the_programs_own_is_not_called_the_papers(unbalanced: Report) -> None:
    """A table is pasted with its column 总计, 9 in each row, and has no row （七）总计: 37 is the program's."""
    paper = {f"t3.{row}.C7": 9 for row in ("R01", "R02", "R03", "R05", "R14")}
    said = [f.message for f in errors(unbalanced.with_cells({**paper, "t3.R25.C7": 0})) if "“总计”列" in f.message]
    assert said == [
        "“总计”列：新收9（纸上）＋结转9（纸上）＝18；办理总计37＋结转下年0＝37，相差19。",
        "“总计”列：现在的（七）总计是37，按纸上的总计，（一）至（六）各项相加是27，相差10。",
    ]


def test_where_only_the_row_of_totals_is_on_paper_its_own_total_is_not_called_the_papers(unbalanced: Report) -> None:
    paper = {f"t3.R24.C{i}": n for i, n in enumerate((1, 30, 5, 77, 2, 61), 1)}
    said = [f.message for f in errors(unbalanced.with_cells(paper)) if f.rule_id == "T3-02"]
    assert said == ["“（七）总计”行：现在的总计是37，按纸上的合计，六类申请人相加是176，相差139。"]
