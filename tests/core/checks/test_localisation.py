"""Naming the wrong number: where control totals stand beside the numbers, the sums say which one it is."""

import random

import pytest

from build_scripts.sweeps.balanced_reports import balanced_report, cell_slips, printed_table, row_slips
from core.checks.localisation import Located, localise
from core.checks.shifts import lines, row_shifts
from core.checks.sum_system import sum_system
from core.checks.typing_hints import counted_with, slip
from core.form.form_reader import load_form

FORM = load_form()
KINDS = [(0.06, 9), (0.9, 300), (0.2, 20), (0.5, 3)]  # sparse, dense, small office, small numbers
ROWS = list(FORM.tables["t3"].rows)


def table(seed: int, table_id: str = "t3") -> dict[str, int]:
    density, largest = KINDS[seed % len(KINDS)]
    return printed_table(balanced_report(random.Random(seed), density=density, largest=largest), table_id)


def changes(located: Located, place: int = 0) -> dict[str, int]:
    return {change.cell: int(change.should_be) for change in located.repairs[place].changes}


def test_a_table_whose_sums_hold_has_no_repair() -> None:
    assert localise(FORM, "t3", table(1)) == Located((), 0, {})


@pytest.mark.parametrize("seed", range(4))
def test_every_single_wrong_number_of_table_three_is_named_with_its_right_value(seed: int) -> None:
    right = table(seed)
    for code, number in right.items():
        for wrong in cell_slips(number):
            located = localise(FORM, "t3", {**right, code: wrong})
            assert changes(located) == {code: number}, (code, number, wrong)
            assert located.ties == 1


@pytest.mark.parametrize("seed", range(4))
def test_a_row_that_slipped_by_a_column_is_one_cause(seed: int) -> None:
    right = table(seed)
    tried = named = 0
    for row in ROWS:
        for slipped in row_slips(right, row):
            located = localise(FORM, "t3", {**right, **slipped})
            truth = {code: right[code] for code in slipped}
            assert truth in [changes(located, place) for place in range(min(3, len(located.repairs)))]
            assert len(located.repairs[0].slips) == 1
            tried += 1
            named += changes(located) == truth
    assert tried
    assert named >= 0.95 * tried  # rows that look the same cannot be told apart


def test_a_column_that_slipped_by_a_row_is_one_cause() -> None:
    report = balanced_report(random.Random(1), density=0.9, largest=300)
    numbers_before = printed_table(report, "t3")
    report = report.with_cells({"t3.R13.C2": 0, "t3.R25.C2": numbers_before["t3.R25.C2"] + numbers_before["t3.R13.C2"]})
    right = printed_table(report, "t3")
    codes = [f"t3.R{i:02}.C2" for i in range(8, 14)]
    numbers = [right[code] for code in codes]
    wrong = dict(zip(codes, [0, *numbers[:-1]], strict=True))

    located = localise(FORM, "t3", {**right, **wrong})

    assert [slip.kind for slip in located.repairs[0].slips] == ["column"]
    assert located.repairs[0].slips[0].where == "下移了一行"
    assert changes(located) == {code: right[code] for code in wrong if wrong[code] != right[code]}


def test_a_slip_is_likelier_where_the_place_left_free_holds_what_it_held() -> None:
    """5, 6, 7, 8 … one place too far right: typed over, the first place still shows its 5; a 9 came from elsewhere."""
    row = next(line for line in lines(FORM, "t3") if line.kind == "row")

    def likelihood(first: int) -> float:
        seen = dict(zip((*row.parts, row.total), (first, 5, 6, 7, 8, 9, 45), strict=True))
        moved = dict(zip(row.parts, (5, 6, 7, 8, 9, 10), strict=True))
        right = {code: number for code, number in moved.items() if number != seen[code]}
        return next(shift.likelihood for shift in row_shifts(row, seen) if shift.right == right)

    assert likelihood(5) > likelihood(4)


def test_two_wrong_numbers_are_among_the_first_three_repairs() -> None:
    rng = random.Random(11)
    hits = tried = 0
    for seed in range(120):
        right = table(seed)
        wrong: dict[str, int] = {}
        for _ in range(2):
            wrong |= rng.choice(
                [{code: w} for code in rng.sample(list(right), 40) for w in cell_slips(right[code])]
                + [way for row in rng.sample(ROWS, 3) for way in row_slips(right, row)]
            )
        located = localise(FORM, "t3", {**right, **wrong})
        truth = {code: right[code] for code in wrong}
        hits += truth in [changes(located, place) for place in range(min(3, len(located.repairs)))]
        tried += 1
    assert hits >= 0.95 * tried


def test_no_repair_asks_for_less_than_nothing() -> None:
    right = table(0)
    for code in list(right)[::7]:
        located = localise(FORM, "t3", {**right, code: right[code] + 500})
        assert all(change.should_be >= 0 for repair in located.repairs for change in repair.changes)


def test_a_blank_gets_the_value_that_the_sums_give_it() -> None:
    right = table(2)
    for code in ("t3.R01.C1", "t3.R09.C4", "t3.R24.C7", "t3.R25.C6"):
        given = {c: number for c, number in right.items() if c != code}
        assert localise(FORM, "t3", given).blanks == {code: right[code]}


def test_a_wrong_number_is_still_named_beside_a_blank() -> None:
    right = table(1)
    given = {c: number for c, number in right.items() if c != "t3.R05.C2"}
    located = localise(FORM, "t3", {**given, "t3.R05.C3": right["t3.R05.C3"] + 7})
    assert changes(located) == {"t3.R05.C3": right["t3.R05.C3"]}
    assert located.blanks == {"t3.R05.C2": right["t3.R05.C2"]}


def test_without_any_total_nobody_is_blamed_alone() -> None:
    right = {code: number for code, number in table(1).items() if not FORM.cells[code].is_derived}
    located = localise(FORM, "t3", {**right, "t3.R03.C1": right["t3.R03.C1"] + 1})
    assert located.ties > 1


def test_a_hopeless_table_is_given_up_soon() -> None:
    right = table(1)
    rng = random.Random(3)
    wrong = {code: number + rng.randint(1, 9) for code, number in right.items() if rng.random() < 0.5}
    assert localise(FORM, "t3", {**right, **wrong}).repairs == ()


@pytest.mark.parametrize(
    ("value", "should_be", "why"),
    [
        (53, 35, "两位数字颠倒"),
        (5, 50, "少了一个0，差10倍"),
        (50, 5, "多了一个0，差10倍"),
        (500, 5, "多了两个0，差100倍"),
        (501, 105, "两位数字颠倒"),
        (8, 80, "少了一个0，差10倍"),
        (7, 6, "多计1件"),
        (6, 7, "漏计1件"),
        (133, 13, "多输入了一位数字"),
        (13, 193, "漏输入了一位数字"),
        (0, 4, "填成了0"),
        (19, 79, "只差一位数字"),
        (19, 73, ""),
    ],
)
def test_slips_of_the_hand_are_recognised(value: int, should_be: int, why: str) -> None:
    assert slip(value, should_be).why == why


def test_a_digit_too_few_is_as_likely_as_one_too_many() -> None:
    assert slip(13, 193).weight == slip(193, 13).weight > slip(19, 79).weight


def test_a_total_that_left_out_a_part_says_which() -> None:
    hint = counted_with(12, 17, {"a": 5, "b": 12}, {"a": "甲", "b": "乙"})
    assert hint.why == "少的5恰与“甲”相同，可能漏计"
    assert counted_with(17, 12, {"a": 5}, {"a": "甲"}).why == "多出的5恰与“甲”相同，可能多计一次"
    assert counted_with(12, 17, {"a": 5, "b": 5}, {"a": "甲", "b": "乙"}).why == ""


def test_the_39_equalities_of_table_three_are_read_as_25_rows_and_7_columns() -> None:
    assert [line.kind for line in lines(FORM, "t3")].count("row") == 25
    assert [line.kind for line in lines(FORM, "t3")].count("column") == 7
    assert len(sum_system(FORM, "t3", frozenset()).equations) == 39
