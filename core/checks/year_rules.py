"""The functions behind the rules that compare a report with last year's, or with what is usual.

Without last year's report they are silent; the result of the check says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from core.base.short_texts import some_of
from core.checks.findings import Finding
from core.checks.number_rules import STOCK_CELLS, row_name, stocks
from core.checks.rules import NUMBERS, CheckContext, check_function, finding, is_last_year, kind_of_unit
from core.form.form_definition import Rule
from core.form.known_cells import CARRIED_IN_ROW, CARRIED_OUT_ROW, FEES
from core.report.entry_text import Number, format_number
from core.report.same_unit import is_said_same

_SHOWN_CELLS = 3


@check_function("unusual_sizes", NUMBERS)
def unusual_sizes(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """C-05: very large numbers, and numbers many times those of last year; all in one finding each."""
    kept: _UnusualSizes = context.kept.setdefault(rule.id, _UnusualSizes())
    numbers, ordinary = context.numbers, rule.params["difference"]
    changed: Iterable[str] | None = context.changed
    if changed is None:  # few of all numbers are large
        changed = [*kept.sizes, *[code for code, number in numbers.items() if number > ordinary]]
    for code in changed:
        number = numbers.get(code)
        size = "" if number is None or number <= ordinary else _size(context, rule, code, number)
        if size or code in kept.sizes:
            kept.found = None
            kept.sizes[code] = size
            if not size:
                del kept.sizes[code]
    if kept.found is None:
        variants = [v for v in ("large", "grown") if v in kept.sizes.values()]
        kept.found = tuple(_unusual(context, rule, kept.sizes, variant) for variant in variants)
    return kept.found


@dataclass
class _UnusualSizes:
    """What is unusual, by code, and what is said of it; None where that must be said anew."""

    sizes: dict[str, str] = field(default_factory=dict)
    found: tuple[Finding, ...] | None = None


def _unusual(context: CheckContext, rule: Rule, sizes: Mapping[str, str], variant: str) -> Finding:
    """Return the finding on all numbers that are unusual in this way."""
    cells, numbers, last = context.form.cells, context.numbers, context.last_numbers
    ordered = [code for code in context.form.entered if sizes.get(code) == variant]
    values = [
        f"“{cells[c].name}”"
        + (f"上年{format_number(last[c])}、本年" if variant == "grown" else "")
        + format_number(numbers[c])
        for c in ordered
    ]
    return finding(rule, variant, cells=ordered, values=some_of(values, _SHOWN_CELLS, "格"))


def _size(context: CheckContext, rule: Rule, code: str, number: Number) -> str:
    """Return "large" or "grown" for a number that is unusual; "" for any other, and for totals and 信息处理费."""
    cell = context.form.cells[code]
    if cell.is_derived or not cell.table:
        return ""
    last = context.last_numbers.get(code)
    if number > rule.params["limit"] and (last is None or number > last * rule.params["times"]):
        return "large"
    # A charge in 元 in place of 万元 is rule T2-05.
    if last is None or code == FEES or number - last <= rule.params["difference"]:
        return ""
    return "grown" if number > last * rule.params["times"] else ""


# ---------------------------------------------------------------- table 二


@check_function("stock_follows_last_year", *STOCK_CELLS)
def stock_follows_last_year(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """T2-01: last year's stock, plus what was issued, less what was repealed; T2-04 speaks where that is below 0."""
    for row, last, in_force, issued, repealed in _stocks_since(context):
        expected = last + issued - repealed
        if expected >= 0 and in_force != expected:
            yield finding(
                rule,
                cells=[f"{row}.in_force", f"{row}.issued", f"{row}.repealed"],
                row=row_name(context, f"{row}.issued"),
                last=last,
                issued=issued,
                repealed=repealed,
                expected=expected,
                in_force=in_force,
                difference=abs(in_force - expected),
            )


@check_function("repealed_were_there", *STOCK_CELLS)
def repealed_were_there(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """T2-04: more cannot be repealed than there was."""
    for row, last, _, issued, repealed in _stocks_since(context):
        if repealed > last + issued:
            yield finding(
                rule,
                cells=[f"{row}.repealed", f"{row}.issued"],
                row=row_name(context, f"{row}.issued"),
                last=last,
                issued=issued,
                repealed=repealed,
                available=last + issued,
            )


def _stocks_since(context: CheckContext) -> Iterator[tuple[str, int, int, int, int]]:
    """Yield each row of documents with last year's stock, and this year's with what was issued and repealed."""
    for row, in_force, issued, repealed in stocks(context):
        last = context.last_numbers.get(f"{row}.in_force")
        if last is not None:
            yield row, int(last), in_force, issued, repealed


@check_function("charges_are_in_ten_thousands", FEES, "meta.unit", "meta.unit_type", "meta.level")
def charges_are_in_ten_thousands(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """T2-05: 元 typed where 万元 are asked for; the larger the unit, the more it may have charged."""
    amount, last = context.numbers.get(FEES), context.last_numbers.get(FEES)
    if not amount:
        return
    said, right = format_number(amount), format_number(round(Decimal(amount) / 10_000, 6))
    if last and amount >= last * rule.params["times"]:
        times = int(amount / last)
        yield finding(rule, "ratio", cells=[FEES], amount=said, last=format_number(last), times=times, right=right)
        return
    is_office = kind_of_unit(context, "meta.unit_type") in rule.params["offices"]
    is_lower = kind_of_unit(context, "meta.level") in rule.params["lower"]
    is_usual = last is not None and amount < last * 10
    if amount >= rule.params["limits"][is_office + is_lower] and not is_usual:
        yi = format_number(round(Decimal(amount) / 10_000, 2))
        yield finding(rule, cells=[FEES], amount=said, yi=yi, right=right)


@check_function("decisions_go_on", NUMBERS)
def decisions_go_on(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """T2-07: an office that decided last year seldom stops altogether; all formats count these decisions."""
    if context.last_year is None:
        return
    cells = rule.params["cells"]
    last_rule = context.last_year.form.rules.get(rule.id)
    last = sum(context.last_numbers.get(code, 0) for code in last_rule.params["cells"]) if last_rule else 0
    if last and all(context.numbers.get(code) == 0 for code in cells):
        yield finding(rule, cells=cells, last=last)


# ---------------------------------------------------------------- cross-year


@check_function("carried_over_agrees", f"{CARRIED_IN_ROW}.", f"{CARRIED_OUT_ROW}.")
def carried_over_agrees(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """Y-01: what last year's report carried over has come in; the total is named where no column says more.

    A hint where last year's report leaves cells blank, so that there is nothing to compare with.
    """
    if context.last_year is None:
        return
    columns = context.form.tables["t3"].columns.values()
    different, blank = [], []
    for column in columns:
        code, source = f"{CARRIED_IN_ROW}.{column.key}", f"{CARRIED_OUT_ROW}.{column.key}"
        now, last = context.numbers.get(code), context.last_numbers.get(source)
        if now is None:
            continue
        if last is None:
            blank += [(code, column.name)] * (source in context.last_year.form.entered)
        elif now != last:
            different.append((code, column.name, now, last))
    parts = [entry for entry in different if not context.form.cells[entry[0]].is_derived] or different
    if parts:
        values = "；".join(f"“{name}”本年填{now}、上年报告是{last}" for _, name, now, last in parts)
        yield finding(rule, cells=[code for code, *_ in parts], values=values)
    if blank:
        names = "、".join(name for _, name in blank)
        yield finding(rule, "blank", cells=[code for code, _ in blank], count=len(blank), columns=names)


@check_function("open_cases_go_on", "t4.")
def open_cases_go_on(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """Y-03: cases that were open at the end of last year are in this year's table."""
    for row in context.form.tables["t4"].rows.values():
        total = context.numbers.get(f"t4.{row.key}.total")
        last = context.last_numbers.get(f"t4.{row.key}.pending")
        if total is not None and last and total < last:
            yield finding(rule, cells=[f"t4.{row.key}.total"], row=row.name, last=last, total=total)


@check_function("numbers_are_new", NUMBERS)
def numbers_are_new(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """Y-04: all numbers of last year again, or those of a table, and not just noughts; once every cell is filled in."""
    form, numbers, last = context.form, context.numbers, context.last_numbers
    if not last:
        return
    same = {code for code in form.entered if code in numbers and numbers[code] == last.get(code)}
    if all(code in same for code in form.entered):
        if any(numbers[code] for code in same):
            yield finding(rule, cells=form.entered[:1])
        return
    for table in form.tables.values():
        cells = [code for code in table.cells if not form.cells[code].is_derived]
        filled = [code for code in cells if code in same and numbers[code]]
        large = [code for code in filled if numbers[code] >= rule.params["large"] and code not in STOCK_CELLS]
        is_many = len(filled) >= rule.params["least_small"] and sum(numbers[code] > 1 for code in filled) > 1
        if same.issuperset(cells) and (is_many or len(large) >= rule.params["least_large"]):
            yield finding(rule, "table", cells=cells[:1], table=table.name)
        elif len(large) >= rule.params["least_large"] and FEES in cells:  # few others are the same by chance
            values = "、".join(f"“{form.cells[code].name}”{format_number(numbers[code])}" for code in large)
            yield finding(rule, "some", cells=large, values=values)


@check_function("baseline_fits", "meta.year", "meta.unit", "meta.scope")
def baseline_fits(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """Y-05: a report of another year is not compared; one of another unit or scope, or of no year, needs a word."""
    other, report = context.offered_last_year, context.report
    if other is None:
        return
    if not is_last_year(report, other):
        wanted = (report.year or 0) - 1
        yield finding(rule, "year", cells=["meta.year"], other=other.year, year=report.year, wanted=wanted)
        return
    if other.year is None and report.year:
        yield finding(rule, "undated", cells=["meta.year"], wanted=report.year - 1)
    if other.unit and report.unit and other.unit != report.unit and not is_said_same(report, other.unit):
        yield finding(rule, "unit", cells=["meta.unit"], other=other.unit, unit=report.unit)
    before, scope = (one.meta.get("meta.scope", "").strip() for one in (other, report))
    if before and scope and before != scope:
        yield finding(rule, "scope", cells=["meta.scope"], other=before, scope=scope)
