"""The functions behind the rules about the numbers of one report; thresholds and sentences stand in the records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from core.base.short_texts import some_of
from core.checks.findings import Finding
from core.checks.rules import CONTROLS, EVERYTHING, CheckContext, check_function, finding
from core.form.form_definition import Rule
from core.form.form_reader import form_for_year, load_form
from core.form.known_cells import (
    AFTER,
    CARRIED_IN_ROW,
    CARRIED_OUT,
    CASE_TOTALS,
    DIRECT,
    FEES,
    HANDLED,
    HANDLED_ROW,
    NORMATIVE_ROW,
    NOT_PAID,
    OTHERS,
    RECEIVED,
    RECEIVED_ROW,
    RULES_ROW,
)
from core.report.entry_text import Number, format_number

_STOCK = ("in_force", "issued", "repealed")
_STOCK_ROWS = (RULES_ROW, NORMATIVE_ROW)
STOCK_CELLS = tuple(f"{row}.{column}" for row in _STOCK_ROWS for column in _STOCK)
_NOTICES, _COLLECTED = "fee.notices", "fee.collected"


def known(numbers: Mapping[str, Number], *codes: str) -> tuple[Number, ...] | None:
    """Return the numbers with these codes; None while one of them is blank."""
    found = tuple([numbers[code] for code in codes if code in numbers])
    return found if len(found) == len(codes) else None


def row_name(context: CheckContext, code: str) -> str:
    """Return what the form calls the row of a cell."""
    cell = context.form.cells[code]
    return context.form.tables[cell.table].rows[cell.row].name


# ---------------------------------------------------------------- table 二


def stocks(context: CheckContext) -> Iterator[tuple[str, int, int, int]]:
    """Yield each row of documents with what is in force, was issued and was repealed, where none of them is blank."""
    for row in _STOCK_ROWS:
        numbers = known(context.numbers, *(f"{row}.{column}" for column in _STOCK))
        if numbers:
            in_force, issued, repealed = map(int, numbers)
            yield row, in_force, issued, repealed


@check_function("stock_covers_the_year", *STOCK_CELLS)
def stock_covers_the_year(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """T2-02: what was issued and not repealed is in force; with last year's stock rule T2-01 says more."""
    for row, in_force, issued, repealed in stocks(context):
        stock = f"{row}.in_force"
        if stock not in context.last_numbers and in_force < issued - repealed:
            yield finding(
                rule,
                cells=[f"{row}.{column}" for column in _STOCK],
                row=row_name(context, stock),
                in_force=in_force,
                issued=issued,
                repealed=repealed,
                net=issued - repealed,
            )


@check_function("may_issue_rules", f"{RULES_ROW}.", "meta.unit", "meta.unit_type", "meta.level")
def may_issue_rules(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """T2-03: 规章 are issued by few organs; silent where the unit may be one of them."""
    codes = [f"{RULES_ROW}.{column}" for column in ("issued", "repealed", "in_force")]
    filled = [code for code in codes if context.numbers.get(code)]
    fields = [context.form.meta[code] for code in ("meta.unit_type", "meta.level")]
    said = [context.report.meta.get(field.code, "") for field in fields]
    unit_type, level = (text if field.knows(text) else "" for field, text in zip(fields, said, strict=True))
    if not filled or not unit_type or level in rule.params["levels_of_departments"]:
        return
    if not level and context.report.unit.startswith(tuple(rule.params["names_of_departments"])):
        return
    if unit_type == rule.params["government"]:
        endings = tuple(rule.params["endings_of_lower_governments"])
        if level in rule.params["levels_of_governments"] or (not level and not context.report.unit.endswith(endings)):
            return
        unit_type, level = rule.params["name_of_government"], level or fields[1].suggested(context.report.unit)
    cells = "、".join(f"“{context.form.cells[code].name}”{format_number(context.numbers[code])}件" for code in filled)
    yield finding(rule, cells=filled, values=cells, unit_type=f"{level}{unit_type}")


# ---------------------------------------------------------------- table 三


@check_function("notices_cover_unpaid", NOT_PAID, _NOTICES)
def notices_cover_unpaid(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """T3-06: who did not pay in time had been sent a 收费通知."""
    numbers = known(context.numbers, NOT_PAID, _NOTICES)
    if numbers and numbers[0] > numbers[1]:
        yield finding(
            rule, cells=[NOT_PAID, _NOTICES], row=row_name(context, NOT_PAID), count=numbers[0], notices=numbers[1]
        )


@check_function("few_other_results", OTHERS, HANDLED)
def few_other_results(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """T3-07: a result is seldom none of those that the form names."""
    numbers = known(context.numbers, OTHERS, HANDLED)
    if not numbers:
        return
    other, total = numbers
    if total >= rule.params["smallest_total"] and other * 100 > total * rule.params["percent"]:
        percent = round(other * 100 / total)
        yield finding(rule, cells=[OTHERS], row=row_name(context, OTHERS), other=other, total=total, percent=percent)


@check_function("few_carried_over", RECEIVED, CARRIED_OUT)
def few_carried_over(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """T3-08: only requests of the last weeks can still be open at the end of the year."""
    numbers = known(context.numbers, RECEIVED, CARRIED_OUT)
    if not numbers:
        return
    received, carried = numbers
    cells = [CARRIED_OUT, RECEIVED]
    if carried > received:
        yield finding(rule, "more", cells=cells, carried=carried, received=received)
    elif received >= rule.params["smallest_total"] and carried * 100 > received * rule.params["percent"]:
        percent = round(carried * 100 / received)
        yield finding(rule, "share", cells=cells, carried=carried, received=received, percent=percent)


@check_function("results_need_requests", "t3.", *(f"{row}." for row in (RECEIVED_ROW, CARRIED_IN_ROW, HANDLED_ROW)))
def results_need_requests(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """T3-11: results without any request; said in place of the balances of these columns (T3-01)."""
    sums = context.sums
    if sums is None or sums.all_hold or context.numbers.get(RECEIVED) != 0:
        return
    form = context.form
    equations = [e for i in sums.broken() if form.cells[(e := form.equations[i]).codes[0]].table == "t3"]
    if any(equation.computes for equation in equations):
        return
    printed = sums.printed
    columns = [
        e.item
        for e in equations
        if not printed[f"{RECEIVED_ROW}.{e.item}"]
        and not printed[f"{CARRIED_IN_ROW}.{e.item}"]
        and printed[f"{HANDLED_ROW}.{e.item}"]
    ]
    parts = [column for column in columns if not context.form.cells[f"{RECEIVED_ROW}.{column}"].is_derived]
    if parts:
        names = "、".join(f"“{context.form.tables['t3'].columns[column].name}”" for column in parts)
        total = sum(printed[f"{HANDLED_ROW}.{column}"] for column in parts)
        yield finding(rule, cells=[f"{RECEIVED_ROW}.{column}" for column in columns], columns=names, total=total)


@check_function("blank_totals", "meta.form")
def blank_totals(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """C-06: a published table leaves totals blank; one finding for each table."""
    codes = context.printed_form.blank_totals if context.printed_form else ()
    for table in context.form.tables.values():
        cells = [code for code in codes if code in table.cells and code in context.numbers]
        if cells:
            first, value = context.form.cells[cells[0]].name, format_number(context.numbers[cells[0]])
            yield finding(rule, cells=cells, table=table.name, count=len(cells), first=first, value=value)


@check_function("printed_subtotals", "meta.form")
def printed_subtotals(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """T3-10: a published table adds up what the form does not."""
    printed = context.printed_form
    if printed and printed.subtotals:
        yield finding(rule, lines="、".join(printed.subtotals))


# ---------------------------------------------------------------- table 四


@check_function("cases_need_results", HANDLED, *CASE_TOTALS)
def cases_need_results(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """T4-05: a case is about how a request was answered, this year or last."""
    cases = [code for code in CASE_TOTALS if context.numbers.get(code)]
    if not cases or context.numbers.get(HANDLED) != 0 or context.last_numbers.get(HANDLED):
        return
    variant = "both" if HANDLED in context.last_numbers else ""
    yield finding(rule, variant, cells=cases, cases=sum(context.numbers[code] for code in cases))


@check_function("sued_without_review", DIRECT)
def sued_without_review(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """T4-06: since 2024 what was not published is first reviewed."""
    cases = context.numbers.get(DIRECT)
    if cases:
        yield finding(rule, cells=[DIRECT], cases=format_number(cases))


@check_function("joint_defendants", AFTER, "meta.unit_type")
def joint_defendants(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """T4-07: a government that is sued only for its decision on a review does not count the case."""
    cases = context.numbers.get(AFTER)
    if cases and context.report.meta.get("meta.unit_type") in rule.params["unit_types"]:
        yield finding(rule, cells=[AFTER], cases=format_number(cases))


# ---------------------------------------------------------------- 信息处理费


@check_function("fee_is_in_table_two", _COLLECTED, FEES)
def fee_is_in_table_two(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """X-01: 信息处理费 is one kind of 行政事业性收费; one is in 元, the other in 万元."""
    numbers = known(context.numbers, _COLLECTED, FEES)
    if numbers and numbers[0] > numbers[1] * 10_000:
        collected, amount = map(format_number, numbers)
        yuan = format_number(numbers[1] * 10_000)
        yield finding(rule, cells=[FEES, _COLLECTED], collected=collected, amount=amount, yuan=yuan)


# ---------------------------------------------------------------- form and process


@check_function("format_fits_year", "meta.year", CONTROLS)
def format_fits_year(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """F-03: each year has its format; a published report is only remarked on."""
    form, year = context.form, context.report.year
    if year is None:
        return
    if form.is_mixed:
        told = list(_tables_of_other_formats(context, rule, year))
        yield from told or [finding(rule, "mixed", cells=["meta.year"], year=year, form=form.name)]
    elif not form.first_year <= year <= form.last_year:
        # Control totals come from a published report or from paper: a new report has none.
        is_published = bool(context.report.controls or context.report.status.get("imported_from"))
        right = form_for_year(year)
        variant = "" if not is_published else "old" if year > form.last_year else "published"
        yield finding(
            rule,
            variant,
            cells=["meta.year"],
            year=year,
            form=form.name,
            right=right.first_year,
            document=right.document,
        )


def _tables_of_other_formats(context: CheckContext, rule: Rule, year: int) -> Iterable[Finding]:
    """F-03: a table of a mixture is that of another format than the year's, as its rows show."""
    right = form_for_year(year)
    others = [str(load_form(name).first_year) for name in context.form.formats if name != right.id]
    for table in context.form.tables.values():
        cells = [code for code in table.cells if code not in right.cells]
        if cells:
            rows = list(dict.fromkeys(table.rows[context.form.cells[code].row].name for code in cells))
            named = some_of([f"“{name}”" for name in rows], 2)
            yield finding(
                rule,
                "table",
                cells=cells,
                table=table.name,
                other="、".join(others),
                rows=named,
                year=year,
                right=right.first_year,
                document=right.document,
            )


@check_function("paper_fits_file", EVERYTHING)
def paper_fits_file(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """F-04: what was changed after the 审签单 was printed is not what was signed."""
    printed = context.report.status.get("printed_checksum", "")
    if not printed or context.checksum is None:
        return
    current = context.checksum(context.report)
    if current != printed:
        yield finding(rule, printed=printed, current=current)


@check_function("content_as_locked", EVERYTHING)
def content_as_locked(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """F-06: a 定稿 that shows something else than when it was locked was changed behind its lock.

    Silent on a draft that is judged as the report it was sent in as.
    """
    status = context.report.status
    final = status.get("locked_checksum", "") if status.get("locked_on") else ""
    if not final or context.checksum is None or context.printed_form is not None:
        return
    current = context.checksum(context.report)
    if current != final:
        yield finding(rule, final=final, current=current)
